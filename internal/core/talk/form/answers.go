package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// answerIn takes words as an answer to the open question.
func answerIn(t *turn.Turn, q report.Name, data formData) {
	body, done := putRight(t, q, data)
	if done {
		return
	}
	body, _ = understand.Afterthought(body)
	f, ok := report.Find(q)
	switch {
	case aside(t, q, data, body):
		return
	case !ok:
		atReview(t, body)
		return
	case q == report.Event:
		atEvent(t, data)
		return
	case q == report.StaffFollowUp && len(data.Options) == 2 && atDebrief(t, data, body):
		return
	case q == report.Rest:
		atRest(t, body)
		return
	}
	body = field.Unlabelled(t, f, body)
	lines, rest := field.Labelled(t, body)
	if len(lines) > 0 {
		if rest != "" {
			field.LookFor(t, rest)
			if a, fits := field.Parse(t, f, rest); fits && t.Draft().Answers[f.Name].State == report.Missing {
				field.Take(t, f, a)
			}
		}
		first := ""
		if t.Draft().Answers[f.Name].State == report.Missing { // it is asked once more
			first = field.TakenFor(t, lines)
		}
		advance(t, first)
		return
	}
	if f.Shape == report.Open {
		openAnswer(t, f, body, data)
		return
	}
	typedAnswer(t, f, body, data)
}

// putRight changes the answers that the text corrects; what it says further is an answer.
func putRight(t *turn.Turn, q report.Name, data formData) (rest string, done bool) {
	body := strings.TrimSpace(t.Body())
	atEnd := q == report.ReviewStep || q == report.Rest
	if said := field.LastDayRight(t, data.Prev, body, atEnd); said != "" {
		if first := t.Say(lang.AmendedDraft, "list", said); q == report.ReviewStep {
			review(t, first+"\n")
		} else {
			goOn(t, q, first)
		}
		return "", true
	}
	said, rest := field.InProse(t, body, atEnd)
	if len(said) == 0 || rest != "" && !atEnd {
		return rest, false
	}
	if rest != "" {
		field.AddWords(t, report.Notes, rest)
	}
	switch first := t.Say(lang.AmendedDraft, "list", strings.Join(said, ", ")); {
	case data.Waiting:
		waitForMore(t)
	case q == report.ReviewStep:
		review(t, first+"\n")
	default:
		goOn(t, q, first)
	}
	return rest, true
}

// goOn asks the open question again, or the next one where what was put right has answered it.
func goOn(t *turn.Turn, q report.Name, first string) {
	if f, ok := report.Find(q); ok && f.Shape == report.Day && !turn.Data[formData](t).Revisit && t.Draft().Answers[q].State == report.Given {
		advance(t, first)
		return
	}
	restate(t, first)
}

// openAnswer collects an answer in words: all that comes before 20 seconds of silence is one answer.
func openAnswer(t *turn.Turn, f report.Field, body string, data formData) {
	if !data.Waiting {
		if _, pledges := field.DueField(f.Name); pledges && field.None(f, body) && understand.FearsOrRefuses(body) {
			fileHere(t, understand.Labelled{Label: string(report.Learned), Words: body})
			return
		}
		if field.None(f, body) || t.Heard().Reply == understand.No && understand.Wordless(body) { // a thumb down
			field.Nothing(t, field.Denied(f, body), body)
			advance(t, t.Say(lang.EchoNone))
			return
		}
		if bare(t) || field.HourAlone(t, body) {
			if !hourOfEvent(t, body) {
				misfit(t, f, body, data)
			}
			return
		}
		if _, pledges := field.DueField(f.Name); pledges {
			body = understand.AfterNothing(body)
			deed, beside := understand.Aside(body)
			if body = deed; beside != "" {
				field.AddWords(t, report.Notes, beside)
			}
		}
		if own := field.OthersAside(t, f, body); own == "" { // "her sister will bring flyers": asked is what she does herself
			restate(t, t.Say(lang.Label(string(report.Learned)))+": "+report.Excerpt(strings.TrimSuffix(body, "."), 40)+".")
			return
		} else if body = own; field.None(f, body) {
			field.Nothing(t, f, body)
			advance(t, t.Say(lang.EchoNone))
			return
		}
		if !data.Revisit {
			rest, stands := elsewhere(t, f, body)
			if body = rest; stands || storyHere(t, f, body) {
				return
			}
			if tale(t, f, body) {
				return
			}
		}
		t.Put(f.Name, report.Answer{}) // an answer given again replaces the old one
	} else if rest, stands := elsewhere(t, f, body); stands || tale(t, f, rest) {
		return
	} else {
		body = rest
	}
	field.AddWords(t, f.Name, body)
	waitForMore(t)
}

// tale files what tells of the contact where it was asked what somebody will do; the question stands.
func tale(t *turn.Turn, f report.Field, body string) bool {
	pieces := stray.Tale(t, f, body)
	if pieces != nil {
		fileHere(t, pieces...)
	}
	return pieces != nil
}

// waitForMore puts off the next question until the phone is silent.
func waitForMore(t *turn.Turn) {
	t.Remember(formData{Waiting: true})
	t.HeardNow()
	t.SetOutcome("an answer is coming in")
	at := t.Now().Add(silence)
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Rule: reminder.NextQuestion, Occurrence: "1",
		Subject: change.Subject{Kind: change.ReportSubject, ID: t.Draft().ID}, DueAt: at, Cause: t.MessageID(), Reason: "waits for silence",
		Again: true,
	})
	field.Chase(t)
}

// typedAnswer takes an answer of a certain shape: explained once when it does not fit, then kept as given and marked.
func typedAnswer(t *turn.Turn, f report.Field, body string, data formData) {
	if chosen(t, f, data) {
		advance(t, field.Echo(t, f))
		return
	}
	if understand.IsStory(body) && (f.Name == report.MetOn || f.Name == report.Contact) { // the whole of it at once
		stray.Story(t, body)
		advance(t, "")
		return
	}
	if f.Name == report.CommitmentDue && understand.NothingOfMine(body) && t.Draft().Answers[report.FollowUps].State != report.Given {
		field.Nothing(t, mustFind(report.FollowUps), body)
		restate(t, t.Say(lang.Label(string(report.FollowUps)))+": "+strings.ToLower(t.Say(lang.EchoNone)))
		return
	}
	if f.Name == report.FollowUpsDue && understand.NothingFromMe(body) { // "nothing from me": it was not promised
		field.Nothing(t, mustFind(report.FollowUps), body)
		t.Put(f.Name, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, t.Say(lang.Label(string(report.FollowUps)))+": "+strings.ToLower(t.Say(lang.EchoNone)))
		return
	}
	if understand.Declines(body) && f.Shape != report.YesNo {
		t.Put(f.Name, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, t.Say(lang.EchoNone))
		return
	}
	if said := stray.Vague(t, f, body); said != "" {
		advance(t, said)
		return
	}
	if !understand.BeginsList(body) && asksBackOf(t, f) {
		return
	}
	if f.Shape == report.Day && f.Parent != "" && understand.OwnWords(phrase.WithoutTimes(body, t.Planning())) > 1 && detailsHere(t, body) ||
		anotherDeed(t, f, body) {
		return
	}
	if told := field.Told(t, f, body, stray.Staff(t)); len(told) > 0 {
		fileHere(t, told...)
		return
	}
	a, ok := field.Parse(t, f, body)
	ok = ok && (f.Shape != report.Short || !bare(t))
	if f.Name == report.ContactPhone && !ok && answersKnown(t, f) {
		return
	}
	if ok {
		field.Take(t, f, a)
		beside := field.FillGaps(t, f)
		advance(t, phrase.Join(field.Echo(t, f), field.Echoes(t, beside)))
		return
	}
	if other := field.FillGaps(t, f); len(other) > 0 { // not what was asked, but something else of the form: the question stands
		restate(t, field.Echoes(t, other))
		return
	}
	if f.Shape == report.Day && detailsHere(t, body) {
		return
	}
	misfit(t, f, body, data)
}

// anotherDeed hears at the question for a day what somebody does beside what was asked about: "llevarle las hojas mañana". Its day is its
// own; what was asked stands.
func anotherDeed(t *turn.Turn, f report.Field, body string) bool {
	of := f.Parent
	if due, pledges := field.DueField(of); !pledges || due != f.Name || !understand.AnotherDeed(body, t.Draft().Answers[of].Words) {
		return false
	}
	if understand.GivesThem(body) {
		of = report.FollowUps
	} else if field.OwnBeside(t, of, body) {
		fileHere(t, understand.Labelled{Label: string(report.FollowUps), Words: body})
		return true
	}
	field.AddWords(t, of, body)
	g := mustFind(of)
	field.Interpret(t, g)
	restate(t, t.Say(lang.Added, "label", t.Say(lang.Label(string(of)))))
	return true
}

// misfit explains an answer that does not fit once, and keeps what it tells; the second time its words are kept as given, marked for staff,
// and the talk goes on.
func misfit(t *turn.Turn, f report.Field, body string, data formData) {
	if t.Conv().Tries == 0 && f.Shape != report.Open && f.Shape != report.Short && stray.TellsOtherwise(f, body) {
		field.MailBeside(t)
		fileHere(t, understand.Labelled{Words: body}) // no answer, and not to be lost
		t.TriedOnce()
		return
	}
	if into := stray.BesideDay(f, body); into != "" && t.Conv().Tries == 0 {
		fileHere(t, understand.Labelled{Label: string(into), Words: body})
		t.TriedOnce()
		return
	}
	if t.Conv().Tries == 0 {
		explain(t, f, formData{Revisit: data.Revisit, Options: data.Options, Prev: data.Prev})
		return
	}
	if bare(t) { // a thumb's habit: never words to keep, or to quote
		t.Put(f.Name, report.Answer{State: report.None, Sources: t.Source()})
		advance(t, t.Say(lang.EchoNone))
		return
	}
	t.Put(f.Name, report.Answer{State: report.Given, Words: turn.Bounded(body), Sources: t.Source(), NeedsReview: true})
	advance(t, t.Say(lang.KeptForStaff))
}

// explain asks a question again by an example of its answer.
func explain(t *turn.Turn, f report.Field, data formData) {
	open(t, f.Name, data)
	t.TriedOnce()
	t.Answer("ask:"+string(f.Name), t.Say(lang.Explain(string(f.Name)), "staff", field.StaffNames(t, f.Name)))
}
