package consent

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// leastHours is how many minutes a day texts must be able to arrive in, for somebody's own hours to be kept to.
const leastHours = 60

// ownHours takes a wish for texts at some hours of the day alone: quiet hours of one's own, obeyed from now on, and said back as they are.
func ownHours(t *turn.Turn) bool {
	if t.Who().ID == uuid.Nil || t.Phone().Consent == person.ConsentNo {
		return false
	}
	if t.Phone().TextHours != (when.Window{}) && understand.AnyHour(t.Body()) {
		t.Add(change.SetTextHours{PhoneID: t.Phone().ID})
		t.SetOutcome("texts at any hour of day again")
		answerHours(t, t.Org().Hours.Day, lang.HoursAny, lang.HoursAnyTell)
		return true
	}
	wish, ok := understand.TextHours(t.Body(), t.Planning())
	if !ok {
		return false
	}
	in, said, told := setHours(t, wish)
	answerHours(t, in, said, told)
	return true
}

// setHours keeps the hours that are asked for where texts can go in them, and returns what says which they are.
func setHours(t *turn.Turn, wish when.Window) (in when.Window, said, told lang.Key) {
	t.Add(noteOf(t, t.Who().ID))
	in, fits := kept(t, wish)
	if !fits {
		t.SetOutcome("hours for texts in which none can go")
		return t.Org().Hours.Day, lang.HoursNever, lang.HoursNeverTell
	}
	t.SetOutcome("hours for texts")
	t.Add(change.SetTextHours{PhoneID: t.Phone().ID, From: in.From, To: in.To})
	return in, lang.HoursKept, lang.HoursKeptTell
}

// hoursBeside keeps the hours that a contact names beside an answer, which is heard with its words: "1, but no texts before noon".
func hoursBeside(t *turn.Turn) bool {
	if t.Who().Works() || t.Who().ID == uuid.Nil || t.Phone().Consent == person.ConsentNo || !hasMeeting(t) {
		return false
	}
	wish, ok := understand.TextHours(t.Body(), t.Planning())
	reply := before(t)
	if !ok || reply == understand.NoReply {
		return false
	}
	t.HearReply(reply)
	in, said, _ := setHours(t, wish)
	t.SayFirst(t.Say(said, "from", clock(in.From), "to", clock(in.To)))
	return true
}

// before is what the first clause of a text answers by itself.
func before(t *turn.Turn) understand.Reply {
	i := strings.IndexAny(t.Body(), ",.;!\n")
	if i < 0 {
		return understand.NoReply
	}
	switch h := understand.Read(t.Body()[:i], t.Planning()); {
	case h.Digit == 1 || h.Reply == understand.Yes:
		return understand.Yes
	case h.Digit == 2 || h.Reply == understand.Another:
		return understand.Another
	case h.Digit == 3 || h.Reply == understand.No:
		return understand.No
	}
	return understand.NoReply
}

// hoursNamed reports whether an organizer says at which hours somebody else wants texts.
func hoursNamed(t *turn.Turn) bool {
	if !t.Who().Works() {
		return false
	}
	names := contactNames(t)
	_, ok := hoursSaid(t, names)
	return ok && (atReport(t) || understand.SpeaksOfSomebody(t.Body()) || understand.BeginsOfSomebody(t.Body(), names) ||
		slices.ContainsFunc(names, func(n string) bool {
			return turn.Names(understand.Padded(t.Body()), n)
		}))
}

// hoursSaid reads at which hours an organizer says that somebody else wants texts, whom they may leave unsaid behind what is told of
// them: "she works nights dont text before noon".
func hoursSaid(t *turn.Turn, names []string) (when.Window, bool) {
	if in, ok := understand.TextHoursOfThem(t.Body(), names, t.Planning()); ok {
		return in, true
	}
	if !atReport(t) && !understand.BeginsOfSomebody(t.Body(), names) {
		return when.Window{}, false
	}
	if in, ok := understand.TextHours(t.Body(), t.Planning()); ok || !atReport(t) {
		return in, ok
	}
	// "la conocí en la iglesia, no le manden mensajes después de las 7"
	in, _, said := understand.TextHoursBeside(t.Body(), names, t.Planning())
	return in, said != ""
}

// atReport reports whether somebody who is asked for a report says nothing of themselves: how texts are to come is its contact's wish.
func atReport(t *turn.Turn) bool {
	return t.Conv().Kind == world.ReportTalk && !understand.OfMyself(t.Body())
}

// answerHours says to who wrote, and to a contact's organizer, between which hours texts come.
func answerHours(t *turn.Turn, in when.Window, said, told lang.Key) {
	f := []string{"from", clock(in.From), "to", clock(in.To)}
	if said == lang.HoursNever && t.Who().Works() { // nobody else hears of it
		said = lang.HoursNeverOwn
	}
	if said == lang.HoursNever {
		thanks := t.Say(said, append(f, "ofirst", hearsOf(t))...)
		if !t.Happened(fact.ForOwn{Said: told, Fields: f, Thanks: thanks, Kind: "paused"}) {
			t.Answer("paused", t.Say(lang.HoursNeverOwn, f...))
		}
		return
	}
	if t.Who().Works() || !t.Happened(fact.ForOwn{Said: told, Fields: f, Thanks: t.Say(said, f...), Kind: "paused"}) {
		t.Answer("paused", t.Say(said, f...))
	}
}

// hearsOf names who hears of a contact's wish: their organizer, else the organization.
func hearsOf(t *turn.Turn) string {
	for _, m := range t.Meetings() {
		if t.IsMine(m) && m.Organizer.Reached() {
			return m.Organizer.First()
		}
	}
	return t.Org().Name
}

// mostOfHours is how many words say at which hours somebody wants texts, and nothing else.
const mostOfHours = 7

// hoursBesideReport takes at which hours a contact wants texts from the answer to a question of the report, which has the words; false
// where there is no such wish, or nothing but it.
func hoursBesideReport(t *turn.Turn) bool {
	if !t.Who().Works() || !atReport(t) || t.Conv().Question == string(report.ReviewStep) || len(strings.Fields(t.Body())) <= mostOfHours {
		return false
	}
	wish, ok := hoursSaid(t, contactNames(t))
	hits := whoseStop(t)
	if !ok || len(hits) != 1 || hits[0].Contact.Phone.IsZero() {
		return false
	}
	in, fits := kept(t, wish)
	if fits {
		c := hits[0].Contact
		tellPhone(t, c, fact.ConsentNote{From: in.From, To: in.To})
		t.SayFirst(t.Say(lang.HoursOf, "first", c.First(), "from", clock(in.From), "to", clock(in.To)))
	}
	return fits
}

// hoursOfThem takes an organizer's word for at which hours a contact wants texts.
func hoursOfThem(t *turn.Turn) bool {
	if !hoursNamed(t) {
		return false
	}
	wish, _ := hoursSaid(t, contactNames(t))
	hits := whoseStop(t)
	if len(hits) != 1 || hits[0].Contact.Phone.IsZero() {
		return false
	}
	c := hits[0].Contact
	in, fits := kept(t, wish)
	if !fits && atReport(t) { // the report has the words
		return false
	}
	if !fits {
		day := t.Org().Hours.Day
		t.SetOutcome("hours for texts to a contact in which none can go")
		t.Answer("saved", t.Say(lang.HoursNeverOf, "first", c.First(), "from", clock(day.From), "to", clock(day.To)))
		return true
	}
	tellPhone(t, c, fact.ConsentNote{From: in.From, To: in.To})
	t.SetOutcome("hours for texts to a contact")
	said := t.Say(lang.HoursOf, "first", c.First(), "from", clock(in.From), "to", clock(in.To))
	t.Add(noteOf(t, c.ID))
	if t.Conv().Kind != world.ReportTalk || !t.Happened(fact.Resumes{First: said, Words: understand.ToAdd(t.Body())}) {
		t.Answer("saved", said)
	}
	return true
}

// kept is what of a wish lies in the organization's hours, and whether that is enough of a day to be kept to.
func kept(t *turn.Turn, wish when.Window) (when.Window, bool) {
	day := t.Org().Hours.Day
	in := when.Window{From: max(day.From, wish.From), To: min(day.To, wish.To)}
	return in, in.To-in.From >= leastHours
}

// noteOf keeps the words of a wish on the record of whom it is about.
func noteOf(t *turn.Turn, who uuid.UUID) change.AddNote {
	return change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, PersonID: who, Kind: change.NoteWords, Words: turn.Bounded(t.Body()), At: t.Now(),
	}
}

// clock writes a minute of the day as texts do.
func clock(minute int) string { return when.EchoClock(minute/60, minute%60) }
