package thanks

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// takesDeedsOut leaves out of the draft what somebody said they would do, where a text wants that: "take out anything abt what she
// committed to". Where nothing of it stands there, that is said.
func takesDeedsOut(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	theirs, own := understand.TakesOutDeeds(body)
	if !theirs && !own {
		return false
	}
	left := th.Draft
	if theirs {
		left = withoutFrame(t, m, withoutFrame(t, m, left, lang.ThanksCommit), lang.ThanksCome)
	}
	if own {
		left = withoutFrame(t, m, left, lang.ThanksPromise)
	}
	if left == th.Draft {
		words := report.Excerpt(body, 40)
		askAgain(t, m, turn.Data[thanksTalk](t), t.Say(lang.ThanksNotThere, "words", words, "first", m.Contact.First(), "draft", th.Draft))
		return true
	}
	reword(t, m, th, left)
	return true
}

// doneBeside hears that something is done that was promised: the draft says no more that it will be, and still waits.
func doneBeside(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	f := &fact.DoneBeside{With: m.ContactID}
	if len(strings.Fields(body)) < 3 || understand.IsQuestion(body) || !t.Happened(f) {
		return false
	}
	left, out := withoutThing(t, m, th.Draft, body)
	if understand.DidOwn(body) {
		left, out = withoutFrame(t, m, th.Draft, lang.ThanksPromise), th.Draft
	}
	if out == "" || left == "" {
		left = th.Draft
	}
	t.SayFirst(f.Said)
	reword(t, m, th, left)
	return true
}

// withoutThing leaves out of a draft the thing that a text names, out; not how the draft ends.
func withoutThing(t *turn.Turn, m world.Meet, draft, body string) (left, out string) {
	words, end := strings.CutSuffix(draft, closing(t, m))
	left, out = understand.WithoutThing(eachAlone(t, m, words), body)
	if end && out != "" && left != "" {
		left = strings.TrimRight(left, ".") + "." + closing(t, m)
	}
	return left, out
}

// withoutFrame takes the sentence of one kind out of a draft, as we wrote it.
func withoutFrame(t *turn.Turn, m world.Meet, draft string, key lang.Key) string {
	from := strings.Index(draft, leadOf(t, m, key))
	if from < 0 {
		return draft
	}
	end := len(draft)
	for _, next := range slices.Concat([]string{closing(t, m)}, leadsOf(t, m)) {
		if i := strings.Index(draft[from+1:], next); next != "" && i >= 0 {
			end = min(end, from+1+i)
		}
	}
	return draft[:from] + draft[end:]
}

// eachAlone writes of several things that somebody will do each as a sentence, so that one may be left out and the others stand.
func eachAlone(t *turn.Turn, m world.Meet, draft string) string {
	for _, lead := range leadsOf(t, m) {
		if head, rest, found := strings.Cut(draft, lead); found {
			one, behind, more := strings.Cut(rest, ". ")
			draft = head + lead + strings.ReplaceAll(one, "; ", "."+lead)
			if more {
				draft += ". " + behind
			}
		}
	}
	return draft
}

// leadsOf are the beginnings of what a draft says that somebody will do.
func leadsOf(t *turn.Turn, m world.Meet) (out []string) {
	for _, k := range []lang.Key{lang.ThanksPromise, lang.ThanksCommit, lang.ThanksCome} {
		out = append(out, leadOf(t, m, k))
	}
	return out
}

// leadOf is how a sentence of the draft begins, before what is quoted.
func leadOf(t *turn.Turn, m world.Meet, key lang.Key) string {
	const quoted = "\x00"
	words := t.Org().Words.Text(turn.Language(m.Contact, t.Org()), key, "what", quoted, "ofirst", m.Organizer.First(), "day", "")
	lead, _, _ := strings.Cut(words, quoted)
	return lead
}

// closing is how a draft of ours ends: "If anything changes, just write.", and who signs.
func closing(t *turn.Turn, m world.Meet) string {
	const quoted = "\x00"
	key := lang.ThanksBody
	if m.Private {
		key = lang.PrivateThanksBody
	}
	words := t.Org().Words.Text(turn.Language(m.Contact, t.Org()), key, "first", m.Contact.First(), "ofirst", m.Host().First(), "promise", "",
		"commit", quoted, "org", t.Org().Name)
	_, end, _ := strings.Cut(words, quoted)
	return end
}
