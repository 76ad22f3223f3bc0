package form

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// ofItself hears what a few words say of the report itself, and not as an answer: that it has something wrong, that it is of somebody else,
// that an answer is to say something else, and where somebody's deed is asked, what somebody did.
func ofItself(t *turn.Turn, q report.Name, data formData) bool {
	h, body := t.Heard(), t.Body()
	if h.Digit != 0 || h.Letter != "" || data.Revisit || q == report.Contact || q == report.Event || q == report.MetOn {
		return false
	}
	switch {
	case understand.WrongWhom(body):
		settleBurst(t)
		revisit(t, mustFind(report.Contact), "")
	case understand.DoubtsReport(body) && q == report.ReviewStep:
		open(t, q, formData{Prev: data.Prev})
		t.Answer("review", t.Say(lang.FixWhich))
	case understand.DoubtsReport(body):
		soFar(t, t.Say(lang.FixWhich))
	case understand.FirstThis(body):
		restate(t, "")
	case understand.WaitsAlone(body) && !data.Waiting:
		later(t)
	case q == report.StaffFollowUp && (understand.TalkedOver(body) || understand.TalkedWith(body, stray.Staff(t))):
		field.AddWords(t, report.StaffNotes, body)
		t.Put(q, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, t.Say(lang.Label(string(report.StaffNotes)))+": "+body+".")
	case asksDeed(q) && understand.TellsPast(body):
		fileHere(t, understand.Labelled{Label: string(report.Learned), Words: strings.TrimSpace(body)})
	default:
		return saysInstead(t, q, data)
	}
	return true
}

// asksDeed reports whether a question asks what somebody will do, by when, or with whom it is talked over.
func asksDeed(q report.Name) bool {
	return slices.Contains([]report.Name{
		report.Commitment, report.CommitmentDue, report.FollowUps, report.FollowUpsDue, report.StaffFollowUp, report.StaffOn,
	}, q)
}

// saysInstead puts in the place of the answer in words that came last what it is to say: "change it to she wants a lawyer". With no such
// answer it is the one that is asked for.
func saysInstead(t *turn.Turn, q report.Name, data formData) bool {
	words := understand.ChangedTo(t.Body())
	f, ok := report.Find(q)
	if words == "" || !ok || q == report.StaffFollowUp || q == report.StaffOn || q == report.Rest ||
		understand.OwnWords(phrase.WithoutTimes(words, t.Planning())) == 0 {
		return false
	}
	prev, found := f, data.Waiting
	for at := q; !found; at = prev.Name {
		if prev, found = t.Draft().Before(at); !found {
			t.Narrow(words)
			return false
		}
		found = prev.Shape == report.Open
	}
	settleBurst(t)
	a, fits := field.Parse(t, prev, words)
	if !fits {
		a = report.Answer{State: report.Given, Words: turn.Bounded(words), Sources: t.Source()}
	}
	if due, pledges := field.DueField(prev.Name); pledges {
		t.Put(due, report.Answer{})
	}
	field.Take(t, prev, a)
	said := t.Say(lang.Label(string(prev.Name))) + ": " + strings.TrimRight(report.Excerpt(words, 60), ". ")
	advance(t, t.Say(lang.AmendedDraft, "list", said))
	return true
}
