package stray

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// ofDebrief takes what is said of the talk with the staff at another question.
func ofDebrief(t *turn.Turn, q report.Name) (string, bool) {
	if with := understand.ButWith(t.Body(), Staff(t)); q == report.StaffFollowUp && with != "" {
		t.Narrow(with)
	}
	if slip := understand.AfterSlip(t.Body()); q == report.StaffFollowUp && slip != t.Body() { // "con mi hermana.. no, con paty"
		t.Narrow(slip)
	}
	if with := understand.DebriefWith(t.Body(), Staff(t)); q == report.StaffFollowUp && with != t.Body() {
		t.Narrow(with)
	}
	if atDebrief(q) && (understand.DebriefStillOpen(t.Body(), Staff(t), true) || understand.OnlyPending(t.Body()) ||
		understand.UnsureWhom(t.Body()) || understand.PendingStill(t.Body(), Staff(t))) {
		return leftOpen(t, t.Body()), true
	}
	if heardThere(q) {
		return "", false
	}
	if said, ok := dayAnswered(t); ok {
		return said, true
	}
	if said, ok := answeredSince(t); ok {
		return said, true
	}
	if said := hourSince(t); said != "" {
		return said, true
	}
	return debriefBeside(t, understand.WithoutNotThem(understand.WithoutOpening(t.Body()), Staff(t))) // "el repaso es con kim no con sam"
}

// hourSince takes an hour alone for that of the debrief whose day was told, where no hour of it was: "con ana el domingo", and then "a las
// 4".
func hourSince(t *turn.Turn) string {
	day, told := when.ParseDate(t.Draft().Answers[report.StaffOn].Value)
	if before := t.Draft().Answers[report.StaffNotes].Words; !told || clocked(t, before) || !field.HourAlone(t, t.Body()) {
		return ""
	}
	field.HourBeside(t, t.Body())
	r := understand.Times(t.Body(), t.Planning())
	return t.Say(lang.Label(string(report.StaffFollowUp))) + ": " + field.NamedDay(t, day) + ", " + when.EchoClock(r.Hour, r.Minute) + "."
}

// answeredSince takes the day of a debrief from what somebody said who was to be asked first: "dejame preguntarle a marta", and then "marta
// dice q el lunes 7 a las 6".
func answeredSince(t *turn.Turn) (string, bool) {
	a := t.Draft().Answers[report.StaffFollowUp]
	name := understand.SaysWhen(t.Body(), a.Words)
	if a.State != report.Skipped && a.State != report.None || name == "" {
		return "", false
	}
	if day, dated := dayIn(t, t.Body()); !dated || day.String() < t.Today() {
		return "", false
	}
	return strangeAtOnce(t, name, t.Body())
}

func atDebrief(q report.Name) bool { return q == report.StaffFollowUp || q == report.StaffOn }

// heardThere reports whether a question hears by itself what is said of the talk with the staff, or of another day.
func heardThere(q report.Name) bool {
	return atDebrief(q) || slices.Contains([]report.Name{report.StaffNotes, report.Event, report.MetOn, report.Contact}, q)
}

// DebriefBehind takes a clause about the talk with the staff off the end of an answer to another question: "by fri, w sam mon 2pm". What
// follows in this turn hears the answer alone.
func DebriefBehind(t *turn.Turn, q report.Name) {
	if heardThere(q) || !t.Heard().Phone.IsZero() {
		return
	}
	if left := understand.WithoutStaffAway(t.Body(), Staff(t)); left != t.Body() && understand.NamesDebrief(left) {
		// "sam's out fri": the reason
		t.Narrow(left)
	}
	if t.Heard().Command != understand.None {
		return
	}
	f, known := report.Find(q)
	rest, tail := understand.DebriefBeside(t.Body(), func(head, clause string) bool {
		day, dated := dayIn(t, clause)
		strange, ok := understand.OfDebrief(phrase.WithoutTimes(clause, t.Planning()), dated || clocked(t, clause), Staff(t))
		return ok && (strange == "" || understand.NamesDebrief(clause) || f.Shape == report.Day || field.None(f, head)) &&
			(!dated || day.String() >= t.Today())
	})
	if tail == "" {
		return
	}
	said, ok := debriefBeside(t, tail)
	if !ok {
		return
	}
	t.Narrow(rest)
	if known && f.Shape != report.Open { // an answer in words may go on: the review shows it
		t.SayFirst(said)
	}
}

// dayIn is the day that words name for the talk; of one that is today or a week on it is the later one, as it is proposed.
func dayIn(t *turn.Turn, words string) (when.Date, bool) {
	if day, ok := understand.DebriefDay(words, t.Planning()); ok {
		return day, true
	}
	r := understand.Times(words, t.Planning())
	if n := len(r.Options); n > 1 && !r.HasClock && !r.Options[n-1].Date.IsZero() {
		return r.Options[n-1].Date, true
	}
	return when.Date{}, false
}

// NoteReasoned is NoteBeside of a body that was read without its reason: why it is not the other day is for the staff too.
func NoteReasoned(t *turn.Turn, whole, short, body string) {
	if short != whole {
		body = whole
	}
	NoteBeside(t, body)
}

// NoteBeside keeps with what the staff are to know the hour of the talk, or the words where they say more: "w my boss mon 9".
func NoteBeside(t *turn.Turn, body string) {
	if understand.MoreBesideDebrief(phrase.WithoutTimes(body, t.Planning()), Staff(t)) {
		field.AddWords(t, report.StaffNotes, body)
		return
	}
	field.HourBeside(t, body)
}

// Fixed says what a line was changed to; that of the talk with the staff takes its day, and its hour, too: "change debrief to sam on tues".
func Fixed(t *turn.Turn, f report.Field, words string) string {
	day, dated := dayIn(t, words)
	if f.Name != report.StaffFollowUp || !dated || day.String() < t.Today() {
		return field.Echo(t, f)
	}
	t.Put(report.StaffOn, report.Answer{State: report.Given, Words: day.String(), Value: day.String(), Sources: t.Source()})
	field.HourBeside(t, words)
	return strings.TrimSuffix(field.Echo(t, f), ".") + ", " + field.NamedDay(t, day) + "."
}

// clocked reports whether words name an hour.
func clocked(t *turn.Turn, words string) bool {
	r := understand.Times(words, t.Planning())
	return r.HasClock || len(r.Options) > 0
}

// leftOpen leaves the talk with the staff open, as it is said to be.
func leftOpen(t *turn.Turn, body string) string {
	t.Put(report.StaffFollowUp, report.Answer{State: report.Skipped, Words: body, Sources: t.Source()})
	t.Put(report.StaffOn, report.Answer{})
	return t.Say(lang.DebriefOpen)
}

// debriefBeside takes what words say of the talk with the staff.
func debriefBeside(t *turn.Turn, body string) (string, bool) {
	if body == "" {
		return "", false
	}
	staff := Staff(t)
	label := t.Say(lang.Label(string(report.StaffFollowUp))) + ": "
	if understand.DebriefStillOpen(body, staff, false) {
		return leftOpen(t, body), true
	}
	if understand.DropsDebrief(body, staff) {
		t.Put(report.StaffFollowUp, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		t.Put(report.StaffOn, report.Answer{})
		return label + strings.ToLower(t.Say(lang.EchoNone)), true
	}
	day, dated := dayIn(t, body)
	was, set := when.ParseDate(t.Draft().Answers[report.StaffOn].Value)
	if set && !dated && understand.SaysNextDay(body) {
		day, dated = was.AddDays(1), true
	}
	strange, ok := understand.OfDebrief(phrase.WithoutTimes(body, t.Planning()), dated || clocked(t, body), staff)
	if !ok || dated && day.String() < t.Today() {
		return "", false
	}
	if strange != "" {
		return strangeAtOnce(t, strange, body)
	}
	with, on := field.Debrief(t)
	if a, named := field.ParseStaff(t, report.Answer{Words: body}); named {
		for _, p := range t.Staff() {
			if p.ID.String() == a.Value {
				with = p
			}
		}
	}
	if dated {
		on = day
	}
	if with.Name == "" {
		return "", false
	}
	a := report.Answer{State: report.Given, Words: with.Name, Value: with.ID.String(), Sources: t.Source()}
	if !dated && !set && !understand.NamesDebrief(body) {
		a.State = report.Known // an hour alone: the day is asked in its turn
		t.Put(report.StaffFollowUp, a)
		field.HourBeside(t, body)
		return label + with.First() + ", " + t.Draft().Answers[report.StaffNotes].Words + ".", true
	}
	t.Put(report.StaffFollowUp, a)
	t.Put(report.StaffOn, report.Answer{State: report.Given, Words: on.String(), Value: on.String(), Sources: t.Source()})
	field.HourBeside(t, body)
	return label + with.First() + ", " + field.NamedDay(t, on) + ".", true
}

// withThem puts somebody else of the staff, by their first name, in the place of the one with whom the talk is.
func withThem(t *turn.Turn, first string) (string, bool) {
	for _, p := range t.Staff() {
		if _, on := field.Debrief(t); strings.EqualFold(p.First(), first) {
			t.Put(report.StaffFollowUp, report.Answer{State: report.Given, Words: p.Name, Value: p.ID.String(), Sources: t.Source()})
			t.Put(report.StaffOn, report.Answer{State: report.Given, Words: on.String(), Value: on.String(), Sources: t.Source()})
			return t.Say(lang.Label(string(report.StaffFollowUp))) + ": " + p.First() + ", " + field.NamedDay(t, on) + ".", true
		}
	}
	return "", false
}

// Strange keeps with whom a report is talked over where nobody of the staff is called so: it is asked in its turn, and the words are with
// what the staff are to know.
func Strange(t *turn.Turn, name, body string) (string, bool) {
	if name == "" || ofTheReport(t, name) && !understand.NamesDebrief(body) {
		return "", false
	}
	t.Put(report.StaffFollowUp, report.Answer{State: report.Known, Words: name, Sources: t.Source()})
	said := ""
	if day, dated := dayIn(t, body); dated && day.String() >= t.Today() {
		t.Put(report.StaffOn, report.Answer{State: report.Given, Words: day.String(), Value: day.String(), Sources: t.Source()})
		said = t.Say(lang.Label(string(report.StaffFollowUp))) + ": " + field.NamedDay(t, day) + "."
	}
	if !strings.Contains(t.Draft().Answers[report.StaffNotes].Words, body) {
		field.AddWords(t, report.StaffNotes, body)
	}
	return said, true
}

// strangeAtOnce is Strange at another question than whom the talk is with: that nobody is called so is said there.
func strangeAtOnce(t *turn.Turn, name, body string) (string, bool) {
	said, ok := Strange(t, name, body)
	if !ok {
		return "", false
	}
	return phrase.Join(field.NobodyAtOnce(t), said), true
}

// StrangeIn is Strange for a sentence of a report told in prose.
func StrangeIn(t *turn.Turn, words string) bool {
	if _, ok := field.ParseStaff(t, report.Answer{Words: words}); ok {
		return false
	}
	name, _ := understand.OfDebrief(phrase.WithoutTimes(words, t.Planning()), true, Staff(t))
	_, ok := Strange(t, name, words)
	return ok
}

// ofTheReport reports whether a name is the contact's, or was told of before in this report: "her sister Lupe".
func ofTheReport(t *turn.Turn, name string) bool {
	first := phrase.FirstOf(name)
	for _, n := range []report.Name{report.Contact, report.Learned, report.Commitment, report.FollowUps, report.NextSteps, report.Notes} {
		a := t.Draft().Answers[n]
		if turn.Names(understand.Padded(a.Shown()), first) || turn.Names(understand.Padded(a.Value), first) {
			return true
		}
	}
	return false
}

// withNobody hears at its question that the talk is with somebody whom the staff do not know: it is asked once more, and kept as it was
// written when it is said again.
func withNobody(t *turn.Turn, q report.Name) (string, bool) {
	if q != report.StaffFollowUp {
		return "", false
	}
	left := phrase.WithoutTimes(t.Body(), t.Planning())
	name, _ := understand.OfDebriefThere(left, Staff(t))
	if name == "" {
		name = understand.StrangerAlone(left, Staff(t))
	}
	if said := understand.DaySaidBy(left, Staff(t)); said != "" {
		if ofTheReport(t, said) { // what the contact said is of them
			field.AddWords(t, report.Learned, t.Body())
			return t.Say(lang.Label(string(report.Learned))) + ": " + strings.TrimRight(report.Excerpt(t.Body(), 40), ".") + ".", true
		}
		name = said
	}
	old := t.Draft().Answers[q]
	if name == "" || old.State != report.Known || !strings.EqualFold(phrase.FirstOf(old.Words), phrase.FirstOf(name)) {
		_, ok := Strange(t, name, t.Body())
		return "", ok
	}
	if day, dated := dayIn(t, t.Body()); dated && day.String() >= t.Today() {
		t.Put(report.StaffOn, report.Answer{State: report.Given, Words: day.String(), Value: day.String(), Sources: t.Source()})
	}
	t.Put(q, report.Answer{State: report.Given, Words: name, Sources: t.Source(), NeedsReview: true})
	return t.Say(lang.KeptForStaff), true
}
