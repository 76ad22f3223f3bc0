package store

import (
	"strconv"
	"strings"
	"sync"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// named writes codes and words into a statement: {state.queued} is sms.Queued. That is done once, when it is prepared, so that the planner
// sees a number where an index asks for one, and who reads the SQL sees what it means. A test finds a bare number, a sentence, and a name
// that nobody gave.
func named(query string) string {
	if !strings.Contains(query, "{") {
		return query
	}
	return replacer().Replace(query)
}

//nolint:gochecknoglobals // made once of constants
var replacer = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for name, value := range names() {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...)
})

// dueLooked is how many due rows are looked at in one go: of many rows of one phone only one is taken.
const dueLooked = 512

// theseTexts is {these.m}.
const theseTexts = "m.id = ANY(ARRAY(SELECT (o->>'id')::uuid FROM json_array_elements($1::json) o))"

// mostRefusals is how often a text may be refused for every text's sake before it is refused for its own.
const mostRefusals = 4

// names are what statements speak of, as SQL. Of the texts of one phone {waits.m} and {out.m} say which wait and which are in flight, and
// of one text {waits.it}, so that only the lane's index, and the text's own key, lead there: the index of all that is queued, or claimed,
// looks as small to the planner as it was when the table was analyzed last, and a burst fills it in a second. {these.m} says that the texts
// are those of the rows in $1: from its other conditions alone the planner expects one row of the table, and reads all of it for that one.
func names() map[string]string {
	out := map[string]string{
		"waits.it": "state + 0 = " + number(sms.Queued), "state.in_flight": number(sms.Sending) + ", " + number(sms.Unknown),
		"refusals.most":   strconv.Itoa(mostRefusals),
		"due.looked":      strconv.Itoa(dueLooked),
		"phones numbered": "ARRAY(SELECT n.id FROM phones n WHERE n.phone = ANY($1))",
		"prio.reply":      number(change.PrioReply), "dir.in": number(sms.In), "dir.out": number(sms.Out),
		"rank.none": number(sms.StatusNone.Rank()), "rank.scheduled": number(sms.StatusScheduled.Rank()),
		"answer.waits": "r.state = " + number(sms.Queued) + " AND r.prio = " + number(change.PrioReply) + " AND NOT r.unasked",
		"rank.partial": number(sms.StatusPartial.Rank()), "rank.over": number(sms.StatusFailed.Rank()),
	}
	for name, s := range map[string]sms.State{
		"received": sms.Received, "queued": sms.Queued, "sending": sms.Sending, "unknown": sms.Unknown, "sent": sms.Sent,
		"rejected": sms.Rejected, "withheld": sms.Withheld, "unsettled": sms.Unsettled,
	} {
		out["state."+name] = number(s)
	}
	for name, s := range map[string]sms.Status{
		"planned": sms.StatusPlanned, "queued": sms.StatusQueued, "sending": sms.StatusSending, "unknown": sms.StatusUnknown,
		"delivered": sms.StatusDelivered, "undelivered": sms.StatusUndelivered, "failed": sms.StatusFailed,
		"withheld": sms.StatusWithheld, "canceled": sms.StatusCanceled, "read": sms.StatusRead,
	} {
		out["status."+name] = number(s)
	}
	for _, m := range []string{"m", "q", "w", "b"} { // along the lane's index
		lane := m + ".state IN (" + number(sms.Queued) + ", " + out["state.in_flight"] + ") AND " + m + ".state "
		out["waits."+m], out["out."+m] = lane+"< "+number(sms.Sending), lane+"> "+number(sms.Queued)
	}
	out["these.m"] = theseTexts
	for name, c := range map[string]person.Consent{
		"unknown": person.ConsentUnknown, "yes": person.ConsentYes, "no": person.ConsentNo, "doubtful": person.ConsentDoubtful,
	} {
		out["consent."+name] = number(c)
	}
	for name, s := range words() {
		out[name] = text(s)
	}
	return out
}

// words are what statements write or say for people to read: why a text or a plan ended, notes of history and Today, and names of records.
// Of format's places each is filled by its statement.
func words() map[string]string {
	return map[string]string{
		"fact.closed": string(change.Closed),

		"why.too_late": "too late: it no longer makes sense", "why.stopped": "too late: it no longer makes sense, sending was stopped",
		"why.refused": "refused by the provider", "why.sent_again": "sent again by staff", "why.again": "sent again",
		"why.number_changed": "the number was changed", "why.no_number": "no phone number", "why.handed_over": "handed over",
		"why.taken_back": "taken back", "why.imported": "as the imported file says",

		"note.before": "before: ", "note.no_number": "there was none",
		"note.dropped": "While sending was stopped, %s texts were dropped: they made no sense any more. They stand under Messages as not sent, " +
			"with this reason.",

		"name.meeting": "%s and %s", "name.report": "report of %s on %s", "name.debrief": "debrief with %s", "name.wrote": "%s wrote: %s",

		"rest.state": "text %s is %s", "rest.again": "text %s goes once more", "rest.planned": "planned %s %s is due",
		"rest.inbound": "inbound text %s",
	}
}

func number[T ~int16](n T) string { return strconv.Itoa(int(n)) }

// text is a constant of ours as SQL writes it.
func text(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
