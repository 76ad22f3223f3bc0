package talk

import (
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
)

// asContact takes an organizer's answer to a text about a one-on-one in which they are the contact.
func (d *decision) asContact() Reply {
	h := d.w.Heard
	if h.Command != understand.None || h.Digit == 0 && h.Reply == understand.NoReply && d.conv.Question != qBetter {
		return Another
	}
	m, ok := d.contactMeet()
	if ok {
		d.setAbout(loose(m.Meeting))
		d.hearContact(m)
	}
	if !ok {
		return Another
	}
	return Taken
}

// idleFormWord is a form's control word while no question is open: the draft it can mean is named.
func (d *decision) idleFormWord() {
	switch len(d.w.Drafts) {
	case 0:
		d.answer("help", d.say(lang.ReportNone))
	default:
		last := d.w.Drafts[len(d.w.Drafts)-1]
		if d.w.Heard.Command == understand.SoFar {
			d.answer("so_far", d.say(lang.SoFar), strings.Join(d.lines(last, maxReview), "\n"))
			return
		}
		d.answer("help", d.say(lang.ReportPaused, "what", d.about1(last)))
	}
}

// startReport begins a report, goes on with one, or asks which.
func (d *decision) startReport() {
	arg := strings.TrimSpace(d.w.Heard.Arg)
	if d.w.Heard.Command == understand.New {
		d.newReport(arg)
		return
	}
	if rest, isNew := newArg(arg); isNew {
		d.newReport(rest)
		return
	}
	if len(arg) == 1 && d.openLetter(strings.ToUpper(arg)) {
		return
	}
	if d.happened(ReportAsked{arg}) {
		return
	}
	if arg != "" {
		for _, dr := range d.w.Drafts {
			if sameContact(dr, arg, d.w.Heard.Person) {
				d.openDraft(dr)
				return
			}
		}
		d.newReport(arg)
		return
	}
	switch len(d.w.Drafts) {
	case 0:
		d.newReport("")
	case 1:
		d.openDraft(d.w.Drafts[0])
	default:
		d.askWhich()
	}
}

// newArg reads REPORT NEW and what follows it.
func newArg(arg string) (rest string, ok bool) {
	w, rest, _ := strings.Cut(arg, " ")
	switch strings.ToLower(w) {
	case "new", "nuevo", "nueva", "another", "otro", "otra":
		return strings.TrimSpace(rest), true
	}
	return "", false
}

// sameContact reports whether the words name the person a draft is about.
func sameContact(dr report.Draft, words ...string) bool {
	name := strings.ToLower(dr.Answers[report.Contact].Understood())
	if name == "" {
		return false
	}
	for _, w := range words {
		w = strings.ToLower(strings.TrimSpace(w))
		if w != "" && (w == name || strings.HasPrefix(name, w+" ")) {
			return true
		}
	}
	return false
}

// newReport opens a fresh draft; what the text already says is filed, only the gaps are asked.
func (d *decision) newReport(words string) {
	d.queueOpen()
	d.begin(report.Draft{})
	d.note(d.about, "report begun", "")
	d.onReport("")
	if words != "" {
		d.absorb(words)
	}
	d.advance(d.say(lang.ReportOpen, "me", d.who.Name))
}

// openDraft goes on with a draft at the very question where it stood.
func (d *decision) openDraft(dr report.Draft) {
	if d.conv.Kind == ReportTalk && d.conv.SubjectID != dr.ID {
		d.queueOpen()
	}
	d.takeDraft(dr)
	d.reopen(dr.Question)
	d.advance(d.say(lang.ReportResume, "what", d.about1(dr)))
}

// queueOpen puts the report whose question is open into the queue: it comes back by itself when the new one is filed.
func (d *decision) queueOpen() {
	if d.conv.Kind != ReportTalk {
		return
	}
	if d.draft.ID != d.conv.SubjectID {
		for _, dr := range d.w.Drafts {
			if dr.ID == d.conv.SubjectID {
				d.hold(dr)
			}
		}
	}
	d.settleBurst()
	d.saveDraft()
	d.set.Add(change.OpenAsk{ID: d.ids.New(), PhoneID: d.w.Phone.ID, Kind: ReportTalk, SubjectID: d.conv.SubjectID, Rank: 10, Cause: d.in.MessageID, At: d.now})
	d.set.Add(change.CancelPlans{Subject: change.Subject{Kind: change.ReportSubject, ID: d.conv.SubjectID}, Rule: "next_question", Reason: "another report is open"})
	d.letGo()
}

// hold takes a draft in hand for this decision.
func (d *decision) hold(dr report.Draft) {
	answers := make(map[report.Name]report.Answer, len(dr.Answers))
	for k, v := range dr.Answers {
		answers[k] = v
	}
	dr.Answers = answers
	d.draft, d.touched = dr, map[report.Name]bool{}
	d.setAbout(change.Subject{Kind: change.ReportSubject, ID: dr.ID, Version: dr.Version})
}

// takeUp takes in hand the draft that the open question is about; false when it is filed or gone.
func (d *decision) takeUp(id uuid.UUID) bool {
	for _, dr := range d.w.Drafts {
		if dr.ID == id {
			d.hold(dr)
			return true
		}
	}
	d.closeTalk()
	return false
}

// resume asks the open question again, or the one of the only open draft, behind a first sentence.
func (d *decision) resume(f Resumes) bool {
	first := f.First
	switch {
	case d.conv.Kind == ReportTalk && d.takeUp(d.conv.SubjectID):
		d.restate(first)
	case d.conv.Kind == "" && len(d.w.Drafts) == 1 && d.in.Inbound.OptOut == 0 && d.w.Heard.Command == understand.None:
		d.hold(d.w.Drafts[0])
		d.onReport(d.draft.Question)
		d.advance(first + " " + d.say(lang.ReportResume, "what", d.about1(d.draft)))
	default:
		return false
	}
	return true
}

func firstWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return "?"
	}
	return report.Excerpt(f[0], 20)
}

func digit(i int) string { return strconv.Itoa(i + 1) }

// laterWord is LATER while no question is open: a promise that is put off, or the draft that it can mean.
func (d *decision) laterWord() {
	arg := d.w.Heard.Arg
	switch {
	case d.happened(PutOff{arg}):
	case arg != "":
		d.answer("help", d.say(lang.PromiseNone))
	default:
		d.idleFormWord()
	}
}
