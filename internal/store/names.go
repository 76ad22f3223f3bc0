package store

import (
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// named writes the values of codes into a statement: {state.queued} is sms.Queued. A statement is written once, when it is prepared, so
// that the planner sees a number where an index asks for one, and who reads the SQL sees what it means.
func named(query string) string {
	if !strings.Contains(query, ".") || !strings.Contains(query, "{") {
		return query
	}
	return strings.NewReplacer(names()...).Replace(query)
}

// names are the codes that statements speak of, each behind its name.
func names() []string {
	var out []string
	number := func(name string, n int64) { out = append(out, "{"+name+"}", strconv.FormatInt(n, 10)) }
	text := func(name, s string) { out = append(out, "{"+name+"}", "'"+strings.ReplaceAll(s, "'", "''")+"'") }
	for name, s := range map[string]sms.State{
		"received": sms.Received, "queued": sms.Queued, "sending": sms.Sending, "unknown": sms.Unknown, "sent": sms.Sent,
		"rejected": sms.Rejected, "withheld": sms.Withheld, "unsettled": sms.Unsettled,
	} {
		number("state."+name, int64(s))
	}
	for name, s := range map[string]sms.Status{
		"queued": sms.StatusQueued, "sending": sms.StatusSending, "unknown": sms.StatusUnknown, "failed": sms.StatusFailed,
		"withheld": sms.StatusWithheld, "received": sms.StatusReceived, "undelivered": sms.StatusUndelivered,
		"canceled": sms.StatusCanceled, "delivered": sms.StatusDelivered, "sent": sms.StatusSent, "none": sms.StatusNone,
	} {
		number("status."+name, int64(s))
	}
	for name, c := range map[string]person.Consent{
		"unknown": person.ConsentUnknown, "yes": person.ConsentYes, "no": person.ConsentNo, "doubtful": person.ConsentDoubtful,
	} {
		number("consent."+name, int64(c))
	}
	number("dir.in", int64(sms.In))
	number("dir.out", int64(sms.Out))
	text("fact.promise_closed", string(change.PromiseClosed))
	return out
}
