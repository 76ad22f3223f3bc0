package thanks

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// edits reports whether words change the wording that is shown.
func edits(draft, body string) bool {
	from, _, ok := understand.Edit(body)
	return ok && wordAt(draft, from) >= 0
}

// wordAt finds whole words in a wording, -1 where they do not stand there.
func wordAt(draft, words string) int {
	low, words := strings.ToLower(draft), strings.ToLower(words)
	letter := func(i int) bool { return i >= 0 && i < len(low) && (low[i] >= 'a' && low[i] <= 'z' || low[i] >= 0x80) }
	for from := 0; words != ""; from++ {
		i := strings.Index(low[from:], words)
		if i < 0 {
			return -1
		}
		if from += i; !(letter(from-1) && letter(from)) && !(letter(from+len(words)) && letter(from+len(words)-1)) {
			return from
		}
	}
	return -1
}

// withAdded puts words before the signature of a wording.
func withAdded(t *turn.Turn, draft, words string) string {
	words = phrase.Capital(understand.YoursToThem(words))
	if !strings.ContainsAny(words[len(words)-1:], ".!?") {
		words += "."
	}
	if i := strings.LastIndex(draft, " -"+t.Org().Name); i >= 0 {
		return draft[:i] + " " + words + draft[i:]
	}
	return draft + " " + words
}

// hearsAfter leaves what is said next of a thank-you that went to be answered by that, where nothing else is asked.
func hearsAfter(t *turn.Turn, m world.Meet) {
	if t.Conv().Kind == "" {
		t.ReplaceTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: qHeld})
	}
}

// wishesAfter reports whether a text wants a thank-you that went to read otherwise, or to go: "make it less formal", "ok send it".
func wishesAfter(th world.Thank, body string) bool {
	words, _ := understand.Styled(body)
	return understand.SaysSend(body) || understand.HoldsThanks(body) || words != "" || edits(th.Draft, body) || understand.AsksManner(body)
}

// styled takes the words that a text gives behind how it wants the wording to be: "make it warmer. thx for the coffee". How they read is
// nobody's but the organizer's.
func styled(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	if words := understand.StyledAlso(body); words != "" {
		t.SayFirst(t.Say(lang.ThanksAsTyped))
		reword(t, m, th, withAdded(t, th.Draft, words))
		return true
	}
	words, ok := understand.Styled(body)
	if ok {
		t.SayFirst(t.Say(lang.ThanksAsTyped))
		reword(t, m, th, words)
	}
	return ok
}

// styledLike takes the words that a text gives behind how the wording is to be and a "like": "make it less stiff? like Hey Maria so good to
// meet u today".
func styledLike(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	words := understand.StyledLike(body, m.Contact.First())
	if words == "" {
		return false
	}
	t.SayFirst(t.Say(lang.ThanksAsTyped))
	reword(t, m, th, words)
	return true
}

// isOther reports whether a text has nothing to do with a thank-you that went meanwhile.
func isOther(t *turn.Turn, th world.Thank, m world.Meet, body string) bool {
	return t.Heard().Command == understand.None && t.Said() == turn.SomethingElse && !understand.SaysSend(body) &&
		!understand.HoldsThanks(body) && !edits(th.Draft, body) && !isWording(body, m.Contact.First()) && understand.Added(body) == ""
}

// isWording reports whether words are meant for the contact: they greet or thank.
func isWording(body, first string) bool {
	return len(strings.Fields(body)) >= 3 && (greets(body, first) || understand.SaysThanks(body)) && !understand.IsQuestion(body)
}

// greets reports whether words begin with whom they are for: "hi maria ...", "Maria, ...", "Maria thanks so much".
func greets(body, first string) bool {
	after := strings.TrimLeft(understand.WithoutGreeting(body), " ,")
	n := phrase.LeadingName(after, first)
	return n > 0 && (after != body || n < len(after) && (strings.ContainsRune(",!:-", rune(after[n])) ||
		strings.HasPrefix(after[n:], " ") && understand.BeginsThanks(after[n:])))
}

// ofReport reports whether words that are to be added are told of the contact, and not to them.
func ofReport(t *turn.Turn) bool {
	added := understand.Added(t.Body())
	if t.Heard().Command == understand.Add {
		added = t.Heard().Arg
	}
	return added != "" && understand.ToldOfThem(added) && !understand.SpeaksToSomebody(added)
}

// wording is what a text wants the thank-you to say, behind what leads to it: "change it to: Maria, so glad we talked". "" for none.
func wording(body, first string) string {
	body = understand.WithoutWishLeads(body)
	n := lexicon.Rewords.Lead(body)
	head, rest := body[:n], strings.TrimSpace(body[n:])
	rest, instead := understand.WithoutInstead(rest)
	if n == 0 || rest == "" || len(strings.Fields(rest)) < 3 && !instead && !understand.SaysThanks(rest) && !understand.SaysThanks(head) {
		return ""
	}
	if instead || understand.SaysThanks(head) { // "say gracias instead", "change the thank you to: thanks maria!"
		return strings.Trim(rest, " \":")
	}
	if marked := strings.HasSuffix(strings.TrimSpace(head), ":"); marked || isWording(rest, first) || understand.SaysThanks(rest) {
		return strings.Trim(rest, " \"")
	}
	return ""
}

// saysOfThem reports whether words are no message to the contact: they correct something, or speak of the contact as of somebody else.
func saysOfThem(body, first string) bool {
	if _, _, edits := understand.Edit(body); edits || isWording(body, first) {
		return false
	}
	return understand.Corrects(body) || understand.SpeaksOfSomebody(body) && !understand.SpeaksToSomebody(body)
}

// namesAnother reports whether a text is about another contact of the organizer, and not for this one: "a beto mándale que otro día".
func namesAnother(t *turn.Turn, m world.Meet, body string) bool {
	p := understand.Padded(body)
	return !turn.Names(p, m.Contact.First()) && slices.ContainsFunc(t.Meetings(), func(o world.Meet) bool {
		return o.OrganizerID == t.Who().ID && o.ContactID != m.ContactID && turn.Names(p, o.Contact.First())
	})
}

// answersThem reports whether a text has the contact told something who has just written: "of course! tell her yes".
func answersThem(t *turn.Turn, m world.Meet) bool {
	r := turn.DecodeRelay(t.Conv().Relay)
	_, _, tells := understand.ReadTell(t.Body())
	_, told := understand.ToldBeside(t.Body(), []string{m.Contact.First(), m.Contact.Name})
	return r.Contact == m.ContactID && t.Now().Sub(r.At) <= turn.AnswerWindow && t.Heard().Command == understand.None &&
		(tells || told != "" || understand.TellsAYes(t.Body()))
}

// saysToo adds to the draft what stands behind a yes and is for the contact: "si y que le mando saludos a su mamá". It is shown again.
func saysToo(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	words, thanks := understand.AddedBehindYes(body)
	if words == "" || understand.ToldOfThem(words) && !thanks && !understand.SpeaksToSomebody(words) && !understand.SaysThanks(words) {
		return false
	}
	if thanks {
		words = t.Say(lang.ThanksFor, "what", understand.KinToThem(words))
	}
	reword(t, m, th, withAdded(t, th.Draft, words))
	return true
}

// putsBehind puts into the draft what is said behind that it is not good as it is.
func putsBehind(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	words := understand.PutBehindComplaint(body)
	if words == "" {
		return false
	}
	t.SayFirst(t.Say(lang.ThanksAsTyped))
	reword(t, m, th, withAdded(t, th.Draft, words))
	return true
}

// putInto adds to the draft what a text that likes it wants it to say too: "looks good but say thx for the coffee too". It is shown again.
func putInto(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	words := understand.PutInto(body)
	if words == "" || understand.ToldOfThem(words) && !understand.SpeaksToSomebody(words) && !understand.SaysThanks(words) {
		return false
	}
	reword(t, m, th, withAdded(t, th.Draft, words))
	return true
}
