package turn

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxWords bounds what a report keeps of one field; a long answer has no cap that a person would meet.
const maxWords = 64 << 10

// Put writes an answer into the draft in hand.
func (t *Turn) Put(n report.Name, a report.Answer) {
	a.Words = Bounded(a.Words)
	if a.Sources == nil && a.State != report.Known {
		a.Sources = slices.Concat(t.draft.Answers[n].Sources, t.Source())
	}
	t.draft.Set(n, a)
	t.touched[n] = true
}

// Source is the text that an answer came in.
func (t *Turn) Source() []uuid.UUID {
	if t.in.Kind != world.TextIn {
		return nil
	}
	return []uuid.UUID{t.in.MessageID}
}

// DueOf reads by when something is to be done; of several items with a day each, the first of them. False when a day is missing or has two
// readings: then it is asked for.
func (t *Turn) DueOf(words string) (first when.Date, ok bool) {
	parts := report.Parts(words)
	for i := range parts {
		on, sure := t.DayOfPart(parts, i)
		if !sure {
			return when.Date{}, false
		}
		if first.IsZero() || on.Compare(first) < 0 {
			first = on
		}
	}
	return first, len(parts) > 0
}

// DayOfPart reads the day of one of several things to do: the one that stands in it, else, of what is done there, that of what they come to
// right before: "come to the rally on the 12th and bring her sister".
func (t *Turn) DayOfPart(parts []string, i int) (when.Date, bool) {
	on, sure := t.SureDay(understand.DueDayLed(understand.DayOfThen(parts, i, t.Planning())))
	if sure || understand.Timed(understand.Times(parts[i], t.Planning())) {
		return understand.DayBehind(parts, i, on, t.Planning()), sure
	}
	for j := i - 1; j >= 0 && understand.DoneThere(parts[j+1]); j-- {
		if understand.ComesToIt(parts[j]) {
			return t.SureDay(parts[j])
		}
	}
	return on, sure
}

// SureDay reads the one day that words to come name.
func (t *Turn) SureDay(words string) (when.Date, bool) {
	r := understand.DueTimes(words, when.Context{At: t.now, Zone: t.loc, Mode: when.Plan, Lang: t.tag})
	return r.Date, r.Sure()
}

// Bounded cuts what nobody writes by hand.
func Bounded(s string) string {
	if len(s) <= maxWords {
		return s
	}
	return strings.ToValidUTF8(s[:maxWords], "")
}

// SaveDraft writes what this decision changed of the draft in hand.
func (t *Turn) SaveDraft() {
	if t.draft.ID == uuid.Nil || t.touched == nil {
		return
	}
	s := change.SaveReport{
		ID: t.draft.ID, OrganizerID: t.draft.OrganizerID, ContactID: t.draft.ContactID, MeetingID: t.draft.MeetingID, Status: change.Drafted,
		Question: string(t.draft.Question), FormVersion: report.FormVersion, Version: t.draft.Version, At: t.now,
	}
	if f := t.filing; f != nil {
		s.Status, s.FiledAt, s.MeetingID, s.NeedsReview = change.Filed, f.FiledAt, f.MeetingID, f.NeedsReview
		s.DebriefWith, s.DebriefOn, s.DebriefID = f.DebriefWith, f.DebriefOn, f.DebriefID
		t.filing = nil
	}
	t.set.Add(s)
	for _, f := range report.Form() {
		if !t.touched[f.Name] {
			continue
		}
		a := t.draft.Answers[f.Name]
		t.set.Add(change.SaveAnswer{
			ReportID: t.draft.ID, Field: string(f.Name), State: string(a.State), Words: a.Words, Value: a.Value,
			Sources: a.Sources, NeedsReview: a.NeedsReview, At: t.now,
		})
	}
	t.touched = nil
}

// Begin takes a fresh report in hand.
func (t *Turn) Begin(dr report.Draft) {
	dr.ID, dr.OrganizerID, dr.StartedAt, dr.Answers = t.ids.New(), t.who.ID, t.now, map[report.Name]report.Answer{}
	t.draft, t.touched = dr, map[report.Name]bool{}
	t.about = change.Subject{Kind: change.ReportSubject, ID: dr.ID}
	t.Put(report.Organizer, report.Answer{State: report.Known, Words: t.who.Name, Value: t.who.Name})
}

// BeginAnew empties the report in hand.
func (t *Turn) BeginAnew() {
	t.draft.Answers, t.touched = map[report.Name]report.Answer{}, map[report.Name]bool{}
	t.draft.ContactID, t.draft.Question = uuid.Nil, ""
}

// LetGo leaves the report in hand as it was.
func (t *Turn) LetGo() { t.draft, t.touched = report.Draft{}, nil }

// FileAs has the report in hand stored as filed, with what is known of it then.
func (t *Turn) FileAs(s *change.SaveReport) { t.filing = s }

// Hold takes a draft in hand for this decision.
func (t *Turn) Hold(dr report.Draft) {
	answers := make(map[report.Name]report.Answer, len(dr.Answers))
	for k, v := range dr.Answers {
		answers[k] = v
	}
	dr.Answers = answers
	t.draft, t.touched = dr, map[report.Name]bool{}
	t.SetAbout(change.Subject{Kind: change.ReportSubject, ID: dr.ID, Version: dr.Version})
}

// ParseConsent reads whether texts are welcome: yes, no, or not asked.
func ParseConsent(a report.Answer) (report.Answer, bool) {
	t := understand.Read(a.Words, when.Context{})
	low := strings.ToLower(a.Words)
	switch {
	case t.Digit == 2, understand.DidNotAsk(a.Words), strings.Contains(low, "forgot"), strings.Contains(low, "se me olvid"):
		a.State = report.None
		return a, true
	case t.Digit == 1, t.Reply == understand.Yes, understand.TextsAreFine(a.Words), low == "agreed", low == "acepta":
		a.Value = "yes"
		return a, true
	case t.Digit == 3, t.Reply == understand.No:
		a.Value = "no"
		return a, true
	}
	return a, false
}

// Named returns the contacts of these people that a name can mean: the whole name, else the first name alone.
func (t *Turn) Named(name string) []person.Person {
	low := fold.Fold(name)
	var whole, first []person.Person
	for _, p := range t.w.Contacts {
		switch {
		case fold.Fold(p.Name) == low:
			whole = append(whole, p)
		case !strings.Contains(low, " ") && fold.Fold(p.First()) == low, understand.InitialOf(low, fold.Fold(p.Name)):
			first = append(first, p)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return first
}

// PhoneOf is the number that was understood of an answer.
func (t *Turn) PhoneOf(a report.Answer) sms.Phone {
	p, err := sms.PhoneFromE164(a.Value)
	if err != nil {
		return sms.Phone{}
	}
	return p
}

// Day writes a date in the person's language.
func (t *Turn) Day(day when.Date) string {
	return when.EchoDay(t.tag, day, when.DateOf(t.now.In(t.loc)))
}

// About1 names a draft: "Maria Lopez, Mon Nov 23".
func (t *Turn) About1(dr report.Draft) string {
	who := dr.Answers[report.Contact].Understood()
	day := ""
	if on, ok := when.ParseDate(dr.Answers[report.MetOn].Value); ok {
		day = t.Day(on)
	}
	switch {
	case who != "" && day != "":
		return report.Excerpt(who, 40) + ", " + day
	case who != "":
		return report.Excerpt(who, 40)
	case day != "":
		return t.Say(lang.SomebodyMet) + ", " + day
	}
	return t.Say(lang.SomebodyMet)
}

// Idea keeps words that name somebody to meet on the organizer's own list, where LIST shows them.
func (t *Turn) Idea(words string) {
	if strings.TrimSpace(words) != "" {
		t.OwnList(t.Say(lang.IdeaItem, "words", words))
	}
}

// OwnList keeps words on the organizer's own list, with no day.
func (t *Turn) OwnList(words string) {
	t.Add(change.AddPromise{ID: t.ids.New(), OwnerID: t.who.ID, Kind: change.Promised, What: Bounded(words), At: t.now})
}
