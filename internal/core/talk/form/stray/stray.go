// Package stray hears at a question of a report what does not answer it: what is to become of the debrief, that something is done, when the
// two meet next, how much is left. Each goes where it belongs and is said back; the question stands.
package stray

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// Hear takes a text that does not answer the open question and belongs elsewhere. said is what is said of it before the question is asked
// again.
func Hear(t *turn.Turn, q report.Name) (said string, ok bool) {
	if with, why := understand.StaffChosen(t.Body(), Staff(t), t.Planning()); q == report.StaffFollowUp && with != "" {
		if why != "" {
			field.AddWords(t, report.StaffNotes, t.Body())
		}
		t.Narrow(with)
	}
	if with := understand.NotThemBut(t.Body(), Staff(t)); with != "" && !heardThere(q) { // "not with sam, w kim"
		return withThem(t, with)
	}
	if body := understand.WithoutNotThem(t.Body(), Staff(t)); body != t.Body() { // "w kim monday not sam"
		t.Narrow(body)
	}
	h := t.Heard()
	moves := h.Command == understand.Move && understand.NamesDebrief(t.Body()) // "move the debrief to saturday"
	if q == report.StaffFollowUp && understand.NoNeedOfDebrief(t.Body()) {     // whom they talked to already is none of the staff's to ask
		return "", false
	}
	if said, ok := asksFirst(t, q); ok {
		return said, true
	}
	if q == report.StaffFollowUp && understand.AsksWho(t.Body(), Staff(t)) {
		return t.Say(lang.DebriefStaff, "who", strings.Join(Staff(t), ", ")), true
	}
	if c := h.Command; (c == understand.None || c == understand.Fix) && h.Digit == 0 {
		if said, ok = putsLine(t, q); ok {
			return said, true
		}
		h = t.Heard()
	}
	if c := h.Command; h.Digit == 0 && (c == understand.None || c == understand.Fix || c == understand.Move) {
		if said, ok = movesIt(t, q); ok {
			return said, true
		}
	}
	if h.Command != understand.None && !moves || h.Digit != 0 || h.Letter != "" || strings.TrimSpace(t.Body()) == "" {
		return "", false
	}
	for _, hear := range []func(*turn.Turn, report.Name) (string, bool){
		asksLeft, debriefDone, toThem, allBut, dayPutRight, granted, ofThisOne, needsHelp, howItWent, added, nothingOfIt, ofDebrief,
		withNobody, done, meetsNext,
	} {
		if said, ok = hear(t, q); ok {
			return said, true
		}
	}
	return "", false
}

// asksLeft says how many questions are left.
func asksLeft(t *turn.Turn, _ report.Name) (string, bool) {
	if !understand.AsksLeft(t.Body()) {
		return "", false
	}
	dr, n := *t.Draft(), 0
	dr.Answers = map[report.Name]report.Answer{}
	for k, v := range t.Draft().Answers {
		dr.Answers[k] = v
	}
	for f, more := dr.Gap(); more; f, more = dr.Gap() {
		dr.Answers[f.Name] = report.Answer{State: report.None}
		n++
	}
	if n <= 1 {
		return t.Say(lang.FormLast), true
	}
	return t.Say(lang.FormLeft, "n", phrase.Decimal(n)), true
}

// added takes words that the report is to have too, said in a sentence when it is shown: "oh wait add that i bring her the flyer".
func added(t *turn.Turn, q report.Name) (string, bool) {
	words := understand.Added(t.Body())
	if q != report.ReviewStep && q != report.Rest {
		return "", false
	}
	if told := understand.SaidCommitment(t.Body()); told != "" {
		return field.Noted(t, understand.Labelled{Label: string(report.Commitment), Words: told}), true
	}
	if missing := understand.MissingThen(t.Body()); words == "" && len(understand.Elsewhere(missing)) > 0 && !SaysMore(t.Body()) {
		words = missing
	}
	if words == "" && q == report.ReviewStep && understand.OwnDeedToo(t.Body()) {
		said := field.Noted(t, understand.Labelled{Label: string(report.FollowUps), Words: understand.PromiseAlone(t.Body())})
		if t.Draft().Answers[report.FollowUpsDue].State == report.Missing { // what is shown is shown again
			t.Put(report.FollowUpsDue, report.Answer{State: report.Skipped})
		}
		return said, true
	}
	if not, is := understand.NotButIs(words); words == "" || not != "" && is != "" || field.PutsNumberRight(t, words) { // put right as such
		if words != "" {
			t.Narrow(words)
		}
		return "", false
	}
	if pieces := understand.Elsewhere(words); len(pieces) > 0 {
		return field.Noted(t, pieces...), true
	}
	field.AddWords(t, report.Notes, words)
	return t.Say(lang.Added, "label", t.Say(lang.Label(string(report.Notes)))), true
}

// granted takes what the contact asked for and the organizer said yes to: it is a promise, and no yes to what we ask. "me pidió info de
// clases, le dije que sí".
func granted(t *turn.Turn, q report.Name) (string, bool) {
	if q == report.Event || !understand.AskedAndGranted(t.Body()) {
		return "", false
	}
	return field.Noted(t, understand.Labelled{Label: string(report.FollowUps), Words: t.Body()}), true
}

// nothingOfIt takes a nothing at a question what somebody will do that says more: nothing of the other question either ("no commitments no
// promises"), or what answers that ("no promises or anything, she'll bring 2 neighbors").
func nothingOfIt(t *turn.Turn, q report.Name) (string, bool) {
	if q != report.Commitment && q != report.FollowUps || t.AnswerComesIn() {
		return "", false
	}
	none := func(n report.Name) {
		if t.Draft().Answers[n].State == report.Missing {
			t.Put(n, report.Answer{State: report.None, Words: t.Body(), Sources: t.Source()})
		}
	}
	if said, ok := debriefBeside(t, understand.BehindNoAnd(t.Body())); ok {
		none(q)
		return said, true
	}
	if understand.NothingOfBoth(t.Body()) {
		none(report.Commitment)
		none(report.FollowUps)
		return t.Say(lang.EchoNone), true
	}
	rest := understand.AfterNothing(t.Body())
	pieces := understand.Elsewhere(rest)
	if rest == t.Body() || len(pieces) == 0 || slices.ContainsFunc(pieces, func(p understand.Labelled) bool { return p.Label == string(q) }) {
		return "", false
	}
	none(q)
	return field.Noted(t, pieces...), true
}

// done hears that something is done: what was promised before this report, what the report itself says was promised, or a thing that nobody
// owes any more.
func done(t *turn.Turn, q report.Name) (string, bool) {
	if q == report.Event {
		return "", false
	}
	f := &fact.DoneBeside{}
	if understand.IDid(t.Body()) && t.Happened(f) {
		return f.Said, true
	}
	a := t.Draft().Answers[report.FollowUps]
	parts := report.Parts(a.Words)
	if a.State == report.Given && len(parts) == 1 && understand.DidOwn(t.Body()) {
		kept(t, a, nil)
		return t.Say(lang.PromiseDone, "what", strings.TrimRight(report.Excerpt(report.Deed(parts[0]), 60), ". ")), true
	}
	for _, d := range understand.DoneParts(t.Body()) {
		for i, p := range parts {
			if a.State == report.Given && understand.IDid(t.Body()) && d.Matches(p, field.ContactFirst(t)) > 0 {
				kept(t, a, slices.Delete(parts, i, i+1))
				return t.Say(lang.PromiseDone, "what", strings.TrimRight(report.Excerpt(report.Deed(p), 60), ". ")), true
			}
		}
	}
	did := understand.DidAlready(t.Body()) || q == report.FollowUps && understand.OnlyDid(t.Body())
	if q != report.Commitment && q != report.FollowUps || !did {
		return "", false
	}
	into := report.Notes
	if q == report.Commitment {
		into = report.Learned
	}
	field.AddWords(t, into, t.Body())
	return t.Say(lang.Label(string(into))) + ": " + strings.TrimRight(report.Excerpt(t.Body(), 40), ".") + ".", true
}

// kept takes a promise that is done out of the report's; the words that say so are kept with its notes.
func kept(t *turn.Turn, a report.Answer, left []string) {
	a.Words, a.Sources = strings.Join(left, "\n"), slices.Concat(a.Sources, t.Source())
	if len(left) == 0 {
		a = report.Answer{State: report.None, Sources: t.Source()}
	}
	t.Put(report.FollowUps, a)
	t.Put(report.FollowUpsDue, report.Answer{})
	f, _ := report.Find(report.FollowUps)
	field.Interpret(t, f)
	field.AddWords(t, report.Notes, t.Body())
}

// meetsNext takes when the two meet next, told where it was asked what somebody will do: it comes up when the report is filed. It is the
// answer to that question too, though nothing that anybody is held to.
func meetsNext(t *turn.Turn, q report.Name) (string, bool) {
	body := t.Body()
	r := understand.Times(body, t.Planning())
	deed := q == report.Commitment || q == report.FollowUps
	if !understand.Timed(r) || !understand.WouldMeet(body) && (!deed && q != report.Learned ||
		!understand.MeetsThen(body, phrase.WithoutTimes(body, t.Planning())) && !understand.OnlyMeetsAgain(body)) {
		return "", false
	}
	if deed && t.Draft().Answers[q].State == report.Missing { // that is what was agreed
		t.Put(q, report.Answer{State: report.None, Sources: t.Source()})
	}
	field.AddWords(t, report.NextSteps, body)
	return t.Say(lang.Label(string(report.NextSteps))) + ": " + strings.TrimRight(report.Excerpt(body, 40), ".") + ".", true
}

// Staff are the first names of the staff: whom a debrief can be with.
func Staff(t *turn.Turn) []string { return person.Firsts(t.Staff()) }

// Unwrite takes out of the report what was told last, where a text says that what came before it is off the record. It returns those words;
// "" where the text points at nothing, or nothing was told yet.
func Unwrite(t *turn.Turn, q, prev report.Name, waiting bool) string {
	if !understand.PointsBack(t.Body()) {
		return ""
	}
	of := q
	if a := t.Draft().Answers[q]; !waiting || a.State != report.Given {
		of = prev
	}
	a := t.Draft().Answers[of]
	if f, ok := report.Find(of); !ok || f.Shape != report.Open || a.State != report.Given {
		return ""
	}
	lines := strings.Split(a.Words, "\n")
	out := lines[len(lines)-1]
	a.Words, a.Sources = strings.Join(lines[:len(lines)-1], "\n"), slices.Concat(a.Sources, t.Source())
	if a.Words == "" {
		a = report.Answer{State: report.None, Sources: t.Source()}
		if of == q {
			a = report.Answer{}
		}
	}
	t.Put(of, a)
	return out
}

// TakeOut takes out of the answers in words the sentences that share a word with a text that wants it so. It returns them; "" for none.
func TakeOut(t *turn.Turn) (out string) {
	for _, n := range []report.Name{report.Learned, report.Notes, report.Commitment, report.NextSteps, report.FollowUps, report.StaffNotes} {
		a := t.Draft().Answers[n]
		if a.State != report.Given {
			continue
		}
		rest, cut := understand.WithoutThing(a.Words, t.Body())
		if cut == "" {
			continue
		}
		if a.Words, a.Sources = rest, slices.Concat(a.Sources, t.Source()); rest == "" {
			a = report.Answer{State: report.None, Sources: t.Source()}
		}
		t.Put(n, a)
		out = phrase.Join(out, cut)
	}
	return out
}

// ofThisOne hears whom the report is of, said once more: "gomez", behind "met maria". It is said back by the whole name.
func ofThisOne(t *turn.Turn, q report.Name) (string, bool) {
	who := t.Draft().Answers[report.Contact].Understood()
	said := understand.CalledBy(t.Body())
	if said == "" || who == "" || q == report.Contact {
		return "", false
	}
	for _, name := range []string{who, field.ContactFirst(t), lastOf(who)} {
		if said == strings.TrimSpace(understand.Padded(name)) {
			return who + ".", true
		}
	}
	return "", false
}

// near is how far a one-on-one with somebody is at most for a text to be about them.
const near = 14 * 24 * time.Hour

// OffRecord reports whether a text is off the record as a whole.
func OffRecord(body string) bool {
	rest, off := understand.OffRecord(body)
	return rest == "" && off != ""
}
