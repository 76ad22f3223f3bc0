package relay

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// thenTellAll is what the question is for whether words go to several.
const thenTellAll = "tell all"

// tellAll asks whether words go to all whom one is going to meet: "tell them both im bringing food", "diles a las dos que llevo comida".
// Both are two: of more, who is meant is not known.
func tellAll(t *turn.Turn, arg string) bool {
	words, both := understand.ToldToAll(arg)
	all := onePerContact(t.Organized())
	if words == "" || len(all) < 2 || both && len(all) != 2 {
		return false
	}
	data := choose.Kept{Then: thenTellAll, Words: report.Excerpt(understand.ToThem(words), 500)}
	var firsts []string
	for _, m := range all {
		data.Options = append(data.Options, m.ID.String())
		firsts = append(firsts, m.Contact.First())
	}
	t.OpenTalk(world.Conversation{Kind: world.WhichTalk, Question: "send", Data: turn.Encode(data)})
	t.Answer("ask:send", t.Say(lang.SendAsk, "first", strings.Join(firsts, ", "), "words", report.Excerpt(data.Words, 80),
		"report", t.Say(lang.SendNot)))
	return true
}

// toldAll takes the answer; a name alone has the words go to that one only.
func toldAll(t *turn.Turn) turn.Reply {
	data := turn.Data[choose.Kept](t)
	var all, named []world.Meet
	for i := range data.Options {
		id, _ := data.Chosen(i + 1)
		m, ok := t.MeetByID(id)
		if !ok {
			continue
		}
		all = append(all, m)
		if turn.Names(understand.Padded(t.Body()), m.Contact.First()) {
			named = append(named, m)
		}
	}
	said := t.SaidOfTime()
	switch {
	case len(named) == 1 && len(strings.Fields(t.Body())) <= mostNaming && !said.Declines():
		sendWords(t, named[0], data.Words)
	case said.Agrees() || understand.SaysSend(t.Body()):
		var sent []string
		for _, m := range all {
			sent = append(sent, pass(t, m, data.Words))
		}
		t.FinishWith("relay", phrase.Join(sent...))
	case said.Declines():
		t.FinishWith("help", t.Say(lang.SendDropped))
	default:
		return turn.Closes
	}
	return turn.Taken
}
