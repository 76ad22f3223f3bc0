package admin

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/zones"
)

type waitItem struct {
	ID, What, Who, Why string
	Due                stamp
	State              badge
	May                bool // may be stopped
}

type lineItem struct {
	At                     stamp
	What, Who, Note, Words string
}

// trail is what will be sent and why, and what was not and why.
func (v *visit) trail(kind string, id uuid.UUID) (coming, gone []waitItem, err error) {
	list, err := v.a.Read.Trail(v.ctx(), kind, id)
	if err != nil {
		return nil, nil, err
	}
	kept, err := v.a.Deps.Store.Settings(v.ctx())
	if err != nil {
		return nil, nil, err
	}
	org := v.outlookOf(kept)
	for _, w := range list {
		it := waitItem{ID: w.ID.String(), What: plainRule(w.Rule), Who: w.Who, Why: w.Reason, Due: v.dueAt(w, w.DueAt)}
		if !texts(w) {
			it.Who = "" // a look is nothing that goes to somebody
		}
		switch w.State {
		case "planned":
			p := outlook(w, org)
			it.State, it.May, it.Why, it.Due = p.state, p.may, p.why, v.dueAt(w, p.at)
			coming = append(coming, it)
			continue
		case "made":
			sign, words, tone := tick(page.Message{Status: w.Status, ErrorCode: w.ErrorCode})
			it.State = badge{strings.TrimSpace(sign + " " + words), tone}
			if w.Message == uuid.Nil {
				it.State = badge{"done, no text", ""}
			}
			if w.Why != "" {
				it.Why = plainReason(w.Why)
			}
		case "superseded", "dropped":
			if !texts(w) {
				continue // a look that was not needed any more
			}
			it.State = badge{"not sent", "warn"}
		case "folded":
			it.State = badge{"joined into another", ""}
		default:
			it.State = badge{"not sent", "warn"}
		}
		gone = append(gone, it)
	}
	return coming, gone, nil
}

// outlookOf are the organization's settings that decide about a planned text.
func (v *visit) outlookOf(kept map[string]string) reminder.Facts {
	hours := reminder.HoursOf(func(key string) string { return kept[key] })
	return reminder.Facts{Sending: reminder.Sending(kept[app.SettingSending]), Zone: v.zone, Hours: hours}
}

// texts reports whether a wait makes a text; else it is a look at what became of something.
func texts(w page.Wait) bool {
	r, ok := reminder.Find(w.Rule)
	return ok && r.Text != ""
}

// dueAt writes the moment of a planned text by the clock of whoever gets it too: 6 AM here is 9 AM there.
func (v *visit) dueAt(w page.Wait, at time.Time) stamp {
	if texts(w) {
		return v.at(at, w.To.Zone)
	}
	return v.at(at, "")
}

// prospect is what is to be expected of a planned text.
type prospect struct {
	state badge
	may   bool // may be stopped
	why   string
	at    time.Time
}

// outlook judges a planned text as its turn will, by what is known today: neither what will not go as things stand nor a moment that quiet
// hours will move is promised.
func outlook(w page.Wait, f reminder.Facts) prospect {
	if !texts(w) {
		return prospect{badge{"a look, no text", ""}, false, w.Reason, w.DueAt}
	}
	r, _ := reminder.Find(w.Rule)
	if r.AtOnce {
		r.When = reminder.Any // somebody who wrote just now is answered at any hour: its turn knows
	}
	f.Consent, f.ReachBad, f.Works, f.Calls = w.To.Consent, w.To.ReachBad || w.To.Locked, w.Works, !w.Works &&
		person.Way(w.To.BestWay) == "call"
	f.ValidUntil = w.ValidUntil
	if loc, err := zones.Load(w.To.Zone); err == nil && w.To.Zone != "" {
		f.Zone = loc
	} else {
		f.Zones = reminder.ZonesOf(w.Phone)
	}
	switch verdict := reminder.Judge(r, f, w.DueAt); verdict.Do {
	case reminder.Drop:
		return prospect{badge{"not as things stand", "warn"}, true, w.Reason + ", but: " + verdict.Reason, w.DueAt}
	case reminder.Move:
		return prospect{badge{"will be sent", ""}, true, w.Reason + ", " + verdict.Reason, verdict.At}
	case reminder.Go:
	}
	return prospect{badge{"will be sent", ""}, true, w.Reason, w.DueAt}
}

func (v *visit) timeline(subjects []page.Subject) ([]lineItem, error) {
	list, err := v.a.Read.Timeline(v.ctx(), subjects, timelineSize)
	if err != nil {
		return nil, err
	}
	out := make([]lineItem, len(list))
	for i, l := range list {
		who := l.Actor
		if who == "" {
			who = v.nobody(l)
		}
		l.Actor = who
		out[i] = v.line(l)
	}
	return out, nil
}

// nobody says whose doing something was that no person did here.
func (v *visit) nobody(l page.Line) string {
	switch {
	case l.ActorKind == string(change.ByProvider):
		return v.say("the carrier")
	case l.ActorKind != string(change.BySystem):
		return ""
	case l.What == string(change.PersonAdded) && l.Note != "":
		return l.Note
	case l.What == string(change.PersonAdded), l.What == string(change.EventMade), l.What == string(change.RecordChanged):
		return v.say("the command line")
	}
	return ""
}

// line writes one line of a history as staff read it: what happened, by whom where the sentence does not say so itself, and the words that
// say more than a bare digit.
func (v *visit) line(l page.Line) lineItem {
	it := lineItem{At: v.at(l.At, ""), What: plainFact(change.Fact(l.What)), Who: l.Actor, Note: v.words(l.Note), Words: v.words(l.Words)}
	if strings.Contains(it.What, "the contact") || strings.Contains(it.What, "the organizer") {
		it.Who = ""
	}
	f := change.Fact(l.What)
	if f == change.Noted { // its words are all there is
		it.What, it.Note = it.Note, ""
	}
	if f == change.CheckInAnswered {
		it.Note = v.say(plainRSVP(l.Note))
	}
	if f == change.PersonMet || f == change.PersonAdded { // whoever did it: who acted says so
		it.Note = ""
	}
	if len([]rune(l.Words)) <= 1 {
		it.Words = ""
	}
	if f == change.AttendanceNoted { // counts, and nobody's own words
		it.Note = v.say(it.Note)
	}
	if f == change.PhoneChanged {
		it.Note = numberIn(it.Note)
	}
	if it.Note == it.Words || len([]rune(l.Note)) <= 1 {
		it.Note = ""
	}
	return it
}

// numberIn writes a number at the end of a note as people write it.
func numberIn(note string) string {
	words, number, _ := strings.Cut(note, "+")
	if p, err := sms.PhoneFromE164("+" + number); err == nil {
		return words + p.Display()
	}
	return note
}
