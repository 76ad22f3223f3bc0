package form

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/debrief"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// askDebrief proposes the debrief whole: with whom, and when. One that is booked already with this organizer is proposed again, since one
// covers every report since the last.
func askDebrief(t *turn.Turn, first string) {
	staff, on := field.Debrief(t)
	if staff.ID == uuid.Nil {
		ask(t, mustFind(report.StaffFollowUp), first, formData{Prev: lastOpen(t)})
		return
	}
	proposeDebrief(t, lang.DebriefAsk, staff, on, first)
}

// askDebriefAgain proposes once more what was proposed last.
func askDebriefAgain(t *turn.Turn, data formData, first string) {
	for _, p := range t.Staff() {
		if on, ok := when.ParseDate(data.on()); ok && p.ID.String() == data.Options[0] {
			key := lang.DebriefAsk
			if data.Stood%2 == 0 {
				key = lang.Again(string(report.StaffFollowUp))
			}
			proposeDebrief(t, key, p, on, first)
			data.Options, data.Stood = turn.Data[formData](t).Options, data.Stood+1
			t.Remember(data)
			return
		}
	}
	askDebrief(t, first)
}

// on is the day of the debrief that was proposed.
func (d formData) on() string {
	if len(d.Options) < 2 {
		return ""
	}
	return d.Options[1]
}

// proposeDebrief asks whether it is to be with this staff member, on this day.
func proposeDebrief(t *turn.Turn, key lang.Key, staff person.Person, on when.Date, first string) {
	open(t, report.StaffFollowUp, formData{Prev: lastOpen(t), Options: []string{staff.ID.String(), on.String()}})
	asks := t.Say(key, "staff", staff.First(), "day", t.Day(on))
	if strings.HasSuffix(first, "\n") { // behind a list
		first, asks = "", first+asks
	}
	t.Answer("ask:staff_follow_up", first, asks)
}

// debriefAway hears that the staff member is not there, or a question who that is: another is proposed, or it is said. false when it says
// neither.
func debriefAway(t *turn.Turn, data formData, body string) bool {
	next, says := debrief.Away(t, data.Options[0], data.on(), body)
	switch {
	case !says:
	case next.Key == "":
		t.Put(report.StaffFollowUp, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, t.Say(lang.EchoNone))
	default:
		proposeDebrief(t, next.Key, next.Staff, next.On, next.First)
	}
	return says
}

func mustFind(n report.Name) report.Field {
	f, _ := report.Find(n)
	return f
}

// atDebrief takes the answer to the proposed debrief: 1, another day, another name, or both, or none.
func atDebrief(t *turn.Turn, data formData, body string) bool {
	h := t.Heard()
	staff, on := data.Options[0], data.Options[1]
	changed := false
	whole := body
	more, agrees := understand.AgreesAndMore(whole, t.Planning())
	short := debrief.OtherDay(t, on, understand.WithoutWhy(body, t.Planning())) // "monday bc im off tmrw"
	body = understand.WithoutNotThem(short, stray.Staff(t))
	apart := understand.NamesApart(body, stray.Staff(t))
	if body = understand.WithoutAway(apart, stray.Staff(t)); body == "" {
		body = apart
	}
	if h.Digit == 0 && (understand.DropsDebrief(whole, stray.Staff(t)) || understand.NoNeedOfDebrief(whole)) {
		t.Put(report.StaffFollowUp, report.Answer{State: report.None, Words: whole, Sources: t.Source()})
		advance(t, t.Say(lang.EchoNone))
		return true
	}
	if h.Digit == 0 && debriefAway(t, data, body) {
		return true
	}
	if h.Digit == 0 && !understand.MoreThanDebrief(phrase.WithoutTimes(body, t.Planning()), stray.Staff(t)) &&
		!understand.TellsOfTheirs(body, stray.Staff(t)) {
		var again *debrief.Proposal
		if staff, on, changed, again = debrief.Read(t, staff, on, body); again != nil {
			proposeDebrief(t, again.Key, again.Staff, again.On, "")
			return true
		}
	}
	switch said := t.Said(); {
	case h.Digit == 0 && !changed && understand.PromisedToo(whole) != "": // "ah si, le prometi pasarle el contacto"
		what := understand.PromiseAlone(understand.PromisedToo(whole))
		fileHere(t, understand.Labelled{Label: string(report.FollowUps), Words: what})
		return true
	case said == turn.Two, said == turn.Three,
		!changed && (said == turn.No || h.Reply == understand.Maybe || understand.NothingMore(body) && !understand.YesThatsAll(body)):
		t.Put(report.StaffFollowUp, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, "")
		return true
	case changed, said.Agrees() && !understand.YesElsewhere(whole), agrees, understand.LooksRight(whole), understand.YesThatsAll(whole):
	default:
		return beside(t, whole)
	}
	echo := ""
	if agrees && !changed { // "yes, she told me things i dont know what to do with": they are for who talks it over
		echo = debrief.Beside(t, more)
	}
	for _, p := range t.Staff() {
		if p.ID.String() != staff {
			continue
		}
		t.Put(report.StaffFollowUp, report.Answer{State: report.Given, Words: p.Name, Value: staff, Sources: t.Source()})
		t.Put(report.StaffOn, report.Answer{State: report.Given, Words: on, Value: on, Sources: t.Source()})
		if day, ok := when.ParseDate(on); ok && changed {
			stray.NoteReasoned(t, whole, short, body)
			echo = p.First() + ", " + field.NamedDay(t, day) + "."
		}
		advance(t, echo)
		return true
	}
	return false
}

// askRest names, in one text, what is still open of a planned one-on-one's report.
func askRest(t *turn.Turn, first string) {
	var names []string
	for _, n := range field.RestOpen(t) {
		names = append(names, t.Say(lang.Rest(string(n))))
	}
	if len(names) == 0 {
		names = append(names, t.Say(lang.Rest(string(report.Notes))))
	}
	open(t, report.Rest, formData{Prev: lastOpen(t)})
	t.Answer("ask:open", first, t.Say(lang.RestAsk, "first", field.ContactFirst(t), "what", phrase.Capital(strings.Join(names, ", "))))
}

// atRest takes the answer to what is still open, in whatever form: each part goes where it belongs, the rest to the notes.
func atRest(t *turn.Turn, body string) {
	h := t.Heard()
	if h.Digit == 1 || understand.NothingMore(body) || understand.LooksRight(body) || understand.OnlyThanks(body) ||
		h.Reply == understand.No && len(body) < 12 ||
		h.Reply == understand.Yes && understand.Mumbles(body) {
		t.Put(report.Rest, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, "")
		return
	}
	if bare(t) {
		misfit(t, mustFind(report.Rest), body, formData{})
		return
	}
	rest := understand.WithoutAllSaid(understand.WithoutSorry(body))
	if strings.ContainsAny(body, ":=") {
		if lines, left := field.Labelled(t, body); len(lines) > 0 { // "siguiente paso: hablar con el manager" has none of ours
			rest = left
		}
	}
	for _, p := range understand.Details(rest) {
		field.FileDetail(t, p)
	}
	t.Put(report.Rest, report.Answer{State: report.Given, Words: body, Sources: t.Source()})
	advance(t, "")
}

// elsewhere files what a text answers of other questions, by plain words, and returns what is left for the open one. When nothing is left
// the question stands.
func elsewhere(t *turn.Turn, f report.Field, body string) (rest string, stands bool) {
	var own, others []understand.Labelled
	for _, p := range field.PiecesAt(f, body, t.Heard().Timed()) {
		mine := f.Name == report.FollowUps && p.Label == string(report.Commitment) && understand.Subjectless(p.Words)
		mine = mine || f.Name == report.FollowUps && p.Label == string(report.BestWay) && understand.CallsThem(p.Words) // "call her monday"
		mine = mine || report.Name(p.Label) == f.Name || f.Name == report.Learned && p.Label == string(report.Needs)
		if mine || f.Name == report.NextSteps && p.Label == string(report.Commitment) {
			own = append(own, p)
		} else {
			others = append(others, p)
		}
	}
	if len(others) == 0 {
		return body, false
	}
	noted := field.Noted(t, others...)
	for _, p := range own {
		rest = phrase.Join(rest, p.Words)
	}
	switch {
	case rest != "":
	case f.Name == report.Learned && slices.ContainsFunc(others, understand.Labelled.IsDeed): // who goes on to a deed has told it, or will
		t.Put(f.Name, report.Answer{State: report.Skipped, Sources: t.Source()})
		advance(t, noted)
	default:
		restate(t, noted)
	}
	return rest, rest == ""
}

// beside files what a text tells at the question for the debrief, which none of it answers: what somebody does, or of the contact.
func beside(t *turn.Turn, body string) bool {
	if t.Heard().Email != "" {
		field.MailBeside(t)
		fileHere(t, understand.Labelled{Words: body})
		return true
	}
	if detailsHere(t, body) {
		return true
	}
	if understand.TellsOfTheirs(body, stray.Staff(t)) {
		fileHere(t, understand.Labelled{Label: string(report.Learned), Words: body})
		return true
	}
	if !understand.MoreThanDebrief(phrase.WithoutTimes(body, t.Planning()), stray.Staff(t)) {
		return false
	}
	into := report.Learned
	if understand.GivesThem(body) && !understand.TellsNoDeed(body) {
		into = report.FollowUps
	}
	fileHere(t, understand.Labelled{Label: string(into), Words: body})
	return true
}

// detailsHere files what a text tells at a question for a day, which none of it answers; the question stands.
func detailsHere(t *turn.Turn, body string) bool {
	pieces := understand.Elsewhere(body)
	if len(pieces) == 0 {
		pieces = understand.Details(body)
	}
	if len(pieces) == 0 || pieces[0].Label == "" || pieces[0].Label == string(report.Organizer) { // "by sun i think" has no label
		return false
	}
	fileHere(t, pieces...)
	return true
}

// fileHere puts what answers another question where it belongs, says so, and asks again what it has not answered too.
func fileHere(t *turn.Turn, pieces ...understand.Labelled) {
	said, q := field.Noted(t, pieces...), report.Name(t.Conv().Question)
	f, ok := report.Find(q)
	if ok && f.Shape == report.Day && !turn.Data[formData](t).Revisit && t.Draft().Answers[q].State != report.Missing {
		advance(t, said)
		return
	}
	restate(t, said)
}
