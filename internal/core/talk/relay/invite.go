package relay

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// invites asks whether a contact is to be invited, in the organizer's words, to what they name: "invite maria to the tenants meeting mon
// dec 14 6pm at el centro".
func invites(t *turn.Turn) bool {
	h, k := t.Heard(), t.Conv().Kind
	arg, ok := understand.Invites(t.Body())
	if !ok || h.Command != understand.None || !h.Phone.IsZero() || t.AsksNow() && (k == world.ReportTalk || k == world.PlanTalk) {
		return false
	}
	hits, what := tellWhom(t, arg)
	if len(hits) != 1 || !lexicon.EventNouns.Any(strings.Fields(understand.Padded(what))) {
		return false
	}
	m := hits[0]
	words := t.Say(lang.InviteWords, "what", report.Excerpt(what, 400))
	if !turn.MayText(m.Contact) {
		sendWords(t, m, words)
		return true
	}
	t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: m.ID, Question: "send", Data: turn.Encode(sendData{Words: words})})
	t.Answer("ask:send", t.Say(lang.SendAsk, "first", called(t, m.Contact), "words", report.Excerpt(words, 120),
		"report", t.Say(lang.SendNot)))
	return true
}
