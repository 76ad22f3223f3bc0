package store

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

// receivedSavings: the inbound row goes first, so that a repeat is known by its key (inbound_pkey, of which ErrDuplicate is made) before
// anything else is written.
func receivedSavings() []saving {
	return []saving{
		keep("inbound", "inbound", nil, inboundOf, added),
		keep("messages in", "messages", as{"MessageID": "id", "SenderRaw": "sender", "Outcome": "reason", "Media": "", "Form": ""}, messageInOf,
			added),
		keep("withhold", "messages", nil, same[change.Withhold], func(c coder) kept {
			return c.by(`
UPDATE messages m SET state = {state.withheld}, reason = r.reason, status = {status.withheld}
FROM {rows} WHERE m.phone_id = r.phone_id AND {waits.m} AND NOT m.exempt`, "phone_id")
		}),
	}
}

type inboundRow struct {
	SID        string
	MessageID  uuid.UUID
	ReceivedAt time.Time
	SenderRaw  string
	Media      int
	Outcome    string
	Form       map[string][]string
}

func inboundOf(c change.Received) (inboundRow, bool) {
	return inboundRow{c.SID, c.MessageID, c.At, bare(c.SenderRaw), c.Media, c.Outcome, bareForm(c.Form)}, true
}

type messageInRow struct {
	change.Received
	Dir    sms.Dir
	State  sms.State
	Status sms.Status
}

func messageInOf(c change.Received) (messageInRow, bool) {
	c.Segments, c.SenderRaw = max(c.Segments, 1), bare(c.SenderRaw)
	return messageInRow{c, sms.In, sms.Received, sms.StatusReceived}, true
}

// bare replaces what PostgreSQL cannot store: NUL and invalid UTF-8. The raw form keeps a mark where they were.
func bare(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", "\u2400"), "\uFFFD")
}

func bareForm(form map[string][]string) map[string][]string {
	out := make(map[string][]string, len(form))
	for k, vs := range form {
		for _, v := range vs {
			out[bare(k)] = append(out[bare(k)], bare(v))
		}
	}
	return out
}

func textSavings() []saving {
	return []saving{
		keep("messages out", "messages", as{"Cause": "cause_id"}, messageOutOf, func(c coder) kept {
			const claimed = "CASE WHEN r.state = {state.sending} THEN statement_timestamp() END" // the same for both
			return c.computed("claimed_at", claimed).computed("first_claim", claimed).insert("")
		}),
		keep("close asks", "asks", as{"SubjectID": "subject_id NOT NULL", "At": "closed_at"}, same[change.CloseAsk], func(c coder) kept {
			return c.by(`
UPDATE asks a SET closed_at = r.closed_at, why = r.why FROM {rows}
WHERE a.phone_id = r.phone_id AND a.kind = r.kind AND a.subject_id = r.subject_id AND a.closed_at IS NULL`, "phone_id kind subject_id")
		}),
		keep("asks", "asks", as{"SubjectID": "subject_id NOT NULL", "Cause": "cause_id"}, same[change.OpenAsk], func(c coder) kept {
			return c.insert("ON CONFLICT (phone_id, kind, subject_id) WHERE closed_at IS NULL DO NOTHING")
		}),
		keep("conversations", "conversations", nil, same[change.Converse], func(c coder) kept {
			return c.upsert("phone_id", ", version = conversations.version + 1")
		}),
	}
}

type messageOutRow struct {
	change.Text
	Dir      sms.Dir
	State    sms.State
	Status   sms.Status
	Segments int
	Encoding sms.Encoding
	Attempt  int
}

func messageOutOf(c textOut) (messageOutRow, bool) {
	enc, _, n := sms.Segments(c.Body.Text())
	c.ValidUntil = worth(c.Text)
	r := messageOutRow{c.Text, sms.Out, sms.Queued, sms.StatusQueued, n, enc, 0}
	if c.leaving {
		r.State, r.Status, r.Attempt = sms.Sending, sms.StatusSending, 1
	}
	return r, true
}

// A text that says nothing of how long it makes sense is worth some hours: after that whoever asked has found another way, and what nobody
// asked for belongs to another day. Nothing is kept back for longer, here or at the provider.
const (
	replyWorth   = 6 * time.Hour
	unaskedWorth = 24 * time.Hour
)

func worth(c change.Text) time.Time {
	switch {
	case !c.ValidUntil.IsZero():
		return c.ValidUntil
	case c.Unasked:
		return c.At.Add(unaskedWorth)
	default:
		return c.At.Add(replyWorth)
	}
}
