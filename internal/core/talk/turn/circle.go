package turn

import (
	"hash/fnv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// A phone that answers by itself would be answered for ever: an auto-reply thanks us, we thank it. Such a text, the same words again within
// minutes, and answers that move nothing end in silence.
const (
	againWithin = 10 * time.Minute // the same words count as said again
	mostAgain   = 2                // so often they are said again before nobody is taken to be there
	mostIdle    = 6                // answers in an hour that moved nothing
	idleFor     = time.Hour
	longEnough  = 20 // characters: a shorter text, "none", answers one question after another
)

// InCircles reports whether this text is a machine's, or goes in circles, so that it is kept and not answered. It counts it.
func (t *Turn) InCircles() bool {
	p := t.w.Phone
	body := strings.ToLower(strings.TrimSpace(t.Body()))
	t.seen.Heard = asNumber(body)
	if p.Heard == t.seen.Heard && len(body) >= longEnough && t.w.Heard.Command == understand.None && t.now.Sub(p.InboundAt) < againWithin {
		t.seen.HeardAgain = p.HeardAgain + 1
	}
	t.seen.IdleSince, t.seen.IdleCount = p.IdleSince, p.IdleCount
	if t.now.Sub(p.IdleSince) >= idleFor {
		t.seen.IdleSince, t.seen.IdleCount = time.Time{}, 0
	}
	return t.w.Heard.Machine || t.seen.HeardAgain >= mostAgain || t.seen.IdleCount >= mostIdle && t.w.Heard.Command == understand.None &&
		t.w.Heard.Digit == 0
}

// Circling keeps a text of a machine for staff: one line of Today for the phone, however many come.
func (t *Turn) Circling() {
	t.SetOutcome("written by a machine, or in circles: kept and not answered")
	t.set.Add(change.Attention{
		ID: t.ids.New(), Kind: matter.NeedsAnswer, Subject: change.Subject{Kind: change.PhoneSubject, ID: PhoneSubject(t.w.Phone.ID)},
		PhoneID: t.w.Phone.ID, MessageID: t.in.MessageID, Note: "this phone seems to answer by itself: we are silent", At: t.now,
	})
}

// countIdle counts an answer that moves nothing: help, or thanks for words passed on.
func (t *Turn) countIdle() {
	if t.reply == nil || t.reply.Kind != "help" && t.reply.Kind != "unknown_sender" || t.w.Heard.Command != understand.None {
		return
	}
	if t.seen.IdleCount++; t.seen.IdleSince.IsZero() {
		t.seen.IdleSince = t.now
	}
}

// notTheSame has no question, and no "I don't follow", stand in the same words twice in a row: the second time it quotes what came in place
// of an answer, and says what helps.
func (t *Turn) notTheSame(kind, body string) string {
	if t.in.Kind != world.TextIn {
		return body
	}
	t.seen.Said = asNumber(body)
	if t.seen.Said != t.w.Phone.Said || t.w.Heard.Command != understand.None || body == "" {
		return body
	}
	words := report.Excerpt(strings.TrimSpace(t.Body()), 40)
	for _, again := range [...]string{t.Say(lang.PlanStuck), t.Say(lang.PlanAgain)} { // its first sentence says the same
		if _, rest, ok := strings.Cut(body, ". "); ok && strings.HasPrefix(body, again) {
			return t.Say(lang.AskedAgain, "words", words, "ask", rest)
		}
	}
	switch {
	case body == t.Say(lang.NotUnderstood):
		return t.Say(lang.NotUnderstoodAgain, "words", words)
	case strings.HasPrefix(kind, "ask:") && t.who.Works():
		return t.Say(lang.AskedAgain, "words", words, "ask", body)
	case strings.HasPrefix(kind, "ask:"):
		return t.Say(lang.AskedAgainContact, "words", words, "ask", body)
	}
	return body
}

// asNumber is words as a number: enough to know them again, and nothing to read.
func asNumber(words string) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(words))
	return int64(h.Sum64()) //nolint:gosec // any number does
}
