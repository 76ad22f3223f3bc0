package form

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// idleFormWord is a form's control word while no question is open: the draft it can mean is named.
func idleFormWord(t *turn.Turn) {
	switch len(t.Drafts()) {
	case 0:
		if !t.Happened(fact.ToCorrect{}) && (t.Heard().Command != understand.Add || !t.Happened(fact.NoteSaid{})) {
			t.Answer("help", t.Say(lang.ReportNone))
		}
	default:
		last := t.Drafts()[len(t.Drafts())-1]
		if t.Heard().Command == understand.SoFar {
			t.Answer("so_far", t.Say(lang.SoFar), strings.Join(field.Lines(t, last, field.MostReview), "\n"))
			return
		}
		t.Answer("help", t.Say(lang.ReportPaused, "what", t.About1(last)))
	}
}

// startReport begins a report, goes on with one, or asks which.
func startReport(t *turn.Turn) {
	arg := strings.TrimSpace(t.Heard().Arg)
	if t.Heard().Command == understand.New {
		newReport(t, arg)
		return
	}
	if rest, isNew := field.NewArg(arg); isNew {
		newReport(t, rest)
		return
	}
	if len(arg) == 1 && openLetter(t, strings.ToUpper(arg)) {
		return
	}
	if t.Happened(fact.ReportAsked{Arg: arg}) {
		return
	}
	if arg != "" {
		for _, dr := range t.Drafts() {
			if field.SameContact(dr, arg, t.Heard().Person) {
				openDraft(t, dr, "")
				return
			}
		}
		newReport(t, arg)
		return
	}
	switch len(t.Drafts()) {
	case 0:
		newReport(t, "")
	case 1:
		openDraft(t, t.Drafts()[0], "")
	default:
		askWhich(t)
	}
}

// newReport opens a fresh draft; what the text already says is filed, only the gaps are asked.
func newReport(t *turn.Turn, words string) {
	queueOpen(t)
	t.Begin(report.Draft{})
	t.Note(t.Subject(), change.ReportBegun, "")
	t.OnReport("")
	told, now := understand.ToldNow(words)
	if told { // with whom it was, and their number, stand in what opens it
		field.LookFor(t, understand.FirstSentence(words))
	}
	if words != "" {
		stray.Absorb(t, words)
	}
	if now && t.Draft().Answers[report.MetOn].State == report.Missing {
		on := t.Today()
		t.Put(report.MetOn, report.Answer{State: report.Given, Words: on, Value: on})
	}
	advance(t, phrase.Join(t.Say(lang.ReportOpen, "me", t.Who().Name), stray.Filed(t), stillOn(t)))
}

// stillOn says of a one-on-one with the contact of the report that is still to come that it is: the talk may have taken its place. "" for
// none.
func stillOn(t *turn.Turn) string {
	for _, m := range t.Organized() {
		if m.ContactID == t.Draft().ContactID && m.ContactID != uuid.Nil && m.Open() && !m.Begun(t.Now()) && !m.StartsAt.IsZero() {
			return t.SayMeet(lang.ReportStands, m)
		}
	}
	return ""
}

// openDraft goes on with a draft at the very question where it stood; what the text tells of it beside that is an answer.
func openDraft(t *turn.Turn, dr report.Draft, told string) {
	if t.Conv().Kind == world.ReportTalk && t.Conv().SubjectID != dr.ID {
		queueOpen(t)
	}
	takeDraft(t, dr)
	t.Reopen(dr.Question)
	stray.Absorb(t, told)
	advance(t, t.Say(lang.ReportResume, "what", t.About1(dr)))
}

// queueOpen puts the report whose question is open into the queue: it comes back by itself when the new one is filed.
func queueOpen(t *turn.Turn) {
	if t.Conv().Kind != world.ReportTalk {
		return
	}
	if t.Draft().ID != t.Conv().SubjectID {
		for _, dr := range t.Drafts() {
			if dr.ID == t.Conv().SubjectID {
				t.Hold(dr)
			}
		}
	}
	settleBurst(t)
	t.SaveDraft()
	t.Add(change.OpenAsk{
		ID: t.NewID(), PhoneID: t.Phone().ID, Kind: world.ReportTalk, SubjectID: t.Conv().SubjectID, Rank: 10,
		Cause: t.MessageID(), At: t.Now(),
	})
	t.Add(change.CancelPlans{
		Subject: change.Subject{Kind: change.ReportSubject, ID: t.Conv().SubjectID}, Rule: "next_question",
		Reason: "another report is open",
	})
	t.LetGo()
}

// takeUp takes in hand the draft that the open question is about; false when it is filed or gone.
func takeUp(t *turn.Turn, id uuid.UUID) bool {
	for _, dr := range t.Drafts() {
		if dr.ID == id {
			t.Hold(dr)
			return true
		}
	}
	t.CloseTalk()
	return false
}

// resume asks the open question again, or the one of the only open draft, behind a first sentence.
func resume(t *turn.Turn, f fact.Resumes) bool {
	first := f.First
	switch {
	case t.Conv().Kind == world.ReportTalk && takeUp(t, t.Conv().SubjectID):
		said, answers := field.AddBeside(t, report.Name(t.Conv().Question), understand.Labelled{Label: f.Label, Words: f.Words})
		if first = phrase.Join(first, said); answers {
			advance(t, first+"\n")
			break
		}
		restate(t, first)
	case t.Conv().Kind == "" && len(t.Drafts()) == 1 && t.Inbound().OptOut == 0 && t.Heard().Command == understand.None:
		t.Hold(t.Drafts()[0])
		t.OnReport(t.Draft().Question)
		advance(t, first+" "+t.Say(lang.ReportResume, "what", t.About1(*t.Draft())))
	default:
		return false
	}
	return true
}

// laterWord is LATER while no question is open: a promise that is put off, or the draft that it can mean.
func laterWord(t *turn.Turn) {
	arg := t.Heard().Arg
	switch {
	case t.Happened(fact.PutOff{Arg: arg}):
	case arg != "":
		t.Answer("help", t.Say(lang.PromiseNone))
	default:
		idleFormWord(t)
	}
}

// unasked takes what is told of a talk that nobody planned, and somebody who comes back to a report.
func unasked(t *turn.Turn) bool { return comesBack(t) || tellsOn(t) || toldNow(t) }

// tellsOn goes on with the one report that was put off when what is told can be of nobody else: "lo de rosa: le preocupa la renta", "ok so
// learned shes been organizing her floor".
func tellsOn(t *turn.Turn) bool {
	h, p := t.Heard(), understand.Padded(t.Body())
	if t.Conv().Kind != "" || len(t.Drafts()) != 1 || h.Command != understand.None || h.Digit != 0 || h.Letter != "" || !h.Phone.IsZero() ||
		t.PlansByItself() || !understand.TellsOn(t.Body()) {
		return false
	}
	dr := t.Drafts()[0]
	of := dr.Answers[report.Contact].Value
	first, _, _ := strings.Cut(strings.TrimSpace(p), " ")
	if lexicon.FirstNames.Has(first) && !turn.Names(p, phrase.FirstOf(of)) || slices.ContainsFunc(t.Contacts(), func(c person.Person) bool {
		return c.ID != dr.ContactID && turn.Names(p, c.First())
	}) {
		return false // somebody else
	}
	if slices.ContainsFunc(t.Meetings(), func(m world.Meet) bool { // or of whoever is met next, or was met else
		other := m.ContactID != dr.ContactID
		return m.OrganizerID == t.Who().ID && (other && turn.Names(p, m.Contact.First()) || !other && m.Open() && !m.Begun(t.Now()))
	}) || !dr.Short() || field.Idle(t, dr) {
		return false
	}
	openDraft(t, dr, understand.WithoutHeading(t.Body(), of))
	return true
}

// comesBack goes on with the one report that was put off when somebody says that they are back.
func comesBack(t *turn.Turn) bool {
	if t.Conv().Kind != "" || len(t.Drafts()) != 1 || !understand.SaysBack(t.Body()) {
		return false
	}
	openDraft(t, t.Drafts()[0], "")
	return true
}
