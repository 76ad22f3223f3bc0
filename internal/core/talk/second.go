package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/reread"
	"github.com/reportback/reportback/internal/core/talk/sure"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// notUnderstood is the note to staff of a text that nobody could place.
const notUnderstood = "not understood"

// lost reports whether nobody could place the text of an organizer, and nothing was done of it.
func lost(t *turn.Turn) bool {
	given := false
	for _, c := range t.Changes() {
		if a, ok := c.(change.Attention); ok {
			given = given || a.Note == notUnderstood || a.Note == duty.NoteKept
		} else if !quiet(c) {
			return false
		}
	}
	return given
}

// helps reports whether all that a decision answers is how to be understood.
func helps(set change.Set) bool {
	return !slices.ContainsFunc(set.Changes, func(c change.Change) bool {
		x, ok := c.(change.Text)
		return ok && x.Kind != "help"
	})
}

// nothingNew reports whether a decision found that all is so already.
func nothingNew(set change.Set) bool {
	return slices.ContainsFunc(set.Changes, func(c change.Change) bool {
		r, ok := c.(change.Received)
		return ok && r.Outcome == world.KnownAlready
	})
}

// again reads an organizer's text a second time where the first led nowhere. ok is false where the first stands.
func again(w world.World, in world.Input, gone bool, set change.Set, now time.Time, ids world.IDs) (second change.Set, ok bool) {
	switch {
	case in.Kind != world.TextIn || !speaker(w, in).Works() || w.Conv.Kind == world.SendTalk: // words that wait would be given up
	case gone && helps(set):
		return secondLook(w, in, reread.Of(in.Inbound.Body.Text(), namesOf(w)), now, ids)
	case nothingNew(set): // "cancle maria thurs"
		body := in.Inbound.Body.Text()
		if tidied := reread.Tidied(body, namesOf(w)); !strings.HasSuffix(body, tidied) { // more than its greeting is gone
			return secondLook(w, in, []reread.Reading{{Words: tidied}}, now, ids)
		}
	}
	return change.Set{}, false
}

// quiet reports whether a change does nothing but keep what was said and asked.
func quiet(c change.Change) bool {
	switch c.(type) {
	case change.Received, change.PhoneSeen, change.Converse, change.AddNote, change.OpenAsk, change.CloseAsk:
		return true
	}
	return false
}

// secondLook reads a text that nobody could place once more, in other ways, and asks what the first of these would do; where all a reading
// does is to answer or to ask, it does that. ok is false where no reading leads anywhere: then it is not understood.
func secondLook(
	w world.World, in world.Input, readings []reread.Reading, now time.Time, ids world.IDs,
) (set change.Set, ok bool) {
	c := reading(w, in, now)
	for _, r := range readings {
		other := in
		other.Inbound.Body = sms.NewBody(r.Words)
		w.Heard, _ = read(r.Words, c)
		if w.Heard.Digit != 0 { // a number that stood in a sentence answers nothing
			continue
		}
		if r.Left != "" && understand.OwnWords(phrase.WithoutTimes(r.Words, c)) == 0 { // a time alone is of what stands around it
			continue
		}
		t := begin(w, other, "", "", now, ids)
		d, told := sure.Reread(t, w.Meetings, r.Left)
		if told {
			t = turn.New(w, other, now, ids)
			t.SpeakFirst(speaker(w, other), rooms().hear)
			sure.Ask(t, d)
		}
		if whom, near := about(t); whom.ID != uuid.Nil && r.Left != "" && !told {
			duty.Keep(t, whom, near, in.Inbound.Body.Text())
		}
		set = t.Finish(rooms().last)
		if onlyAsks(set, w.Phone.ID, t.Who().ID) {
			if !told && matters(r.Left, c) {
				sayLeft(set, w.Phone.ID, t.Say(lang.SureLeft, "words", report.Excerpt(r.Left, 80)))
			}
			return set, true
		}
	}
	return change.Set{}, false
}

// namesOf are the names of those whom a phone's people know.
func namesOf(w world.World) (out []string) {
	for _, p := range slices.Concat(w.Contacts, w.Staff, w.People) {
		out = append(out, p.Name)
	}
	for _, m := range w.Meetings {
		out = append(out, m.Contact.Name)
	}
	return out
}

// matters reports whether what a reading leaves out is more than a reason: an order, a question, a promise or a time.
func matters(left string, c when.Context) bool {
	_, pledges := understand.OwnPledge(left, nil)
	h := understand.Read(left, c)
	return left != "" && (pledges || understand.Tells(left) || h.Command != understand.None || h.Timed() || strings.Contains(left, "?"))
}

// onlyAsks reports whether all that a decision does is to answer the phone itself or to ask it.
func onlyAsks(set change.Set, phone int64, who uuid.UUID) bool {
	answered := false
	for _, c := range set.Changes {
		switch c := c.(type) {
		case change.Plan:
			if c.PersonID != who {
				return false
			}
		case change.Text:
			answered = c.PhoneID == phone && (c.Kind == "answer" || strings.HasPrefix(c.Kind, "ask:"))
			if !answered {
				return false
			}
		default:
			if !quiet(c) {
				return false
			}
		}
	}
	return answered
}

// sayLeft says behind the answer what was not taken of a text.
func sayLeft(set change.Set, phone int64, words string) {
	for i, c := range set.Changes {
		if x, ok := c.(change.Text); ok && x.PhoneID == phone {
			x.Body = sms.NewBody(sms.Fit(strings.TrimSpace(x.Body.Text()) + " " + strings.TrimSpace(words)))
			set.Changes[i] = x
		}
	}
}
