package admin

import (
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
)

// badge is a word with a tone; the word alone says it all, the colour only helps.
type badge struct{ Text, Tone string }

// standing says where a one-on-one stands.
func standing(m page.MeetingRow, now time.Time) badge {
	switch meeting.Status(m.Status) {
	case meeting.Planned:
		switch {
		case !m.StartsAt.IsZero() && m.StartsAt.Add(time.Duration(m.Minutes)*time.Minute).Before(now):
			return badge{"over, not heard how it went", "warn"}
		case m.ToldAt.IsZero():
			return badge{"planned, contact not texted", "warn"}
		}
		return badge{"not confirmed", "warn"}
	case meeting.Proposed:
		return badge{"another time asked for", "warn"}
	case meeting.Confirmed:
		return badge{"confirmed", "good"}
	case meeting.Declined:
		return badge{"declined", "bad"}
	case meeting.Held:
		return badge{"held, report missing", "warn"}
	case meeting.NoShow:
		return badge{"no-show", "bad"}
	case meeting.CalledOff:
		return badge{"called off", ""}
	case meeting.Reported:
		return badge{"reported", "good"}
	case meeting.Debriefed:
		return badge{"debriefed", "good"}
	}
	return badge{m.Status, ""}
}

// plainRule says what a planned text or wait is.
func plainRule(rule string) string {
	words := map[string]string{
		"first":            "First text",
		"two_days":         "Reminder two days ahead",
		"day_of":           "Reminder on the day",
		"changed":          "News of a change",
		"place":            "Tells the organizer of another place",
		"called_off":       "News that it is called off",
		"counter":          "Asks about another time",
		"old_time":         "Asks about another time",
		"settled":          "What the two agreed on",
		"told":             "The organizer's own words",
		"confirmed":        "Tells the organizer of a yes",
		"declined":         "Tells the organizer of a no",
		"proposal":         "Tells the organizer of another time",
		"proposal_wait":    "Wait for an answer about another time",
		"wish":             "Tells the organizer that another time is asked for",
		"relay":            "Passes the contact's words on",
		"how_did_it_go":    "Asks how it went",
		"draft_nudge":      "Nudge about an open report",
		"next_question":    "Next question of the report",
		"duty":             "Note of what was done or waits",
		"filed":            "Tells staff of a report",
		"welcome":          "The welcome",
		"consent":          "Keeps what was said about texts",
		"opt_out_to_staff": "Tells of an opt-out",
		"doubt_ends":       "Takes an undecided text for an opt-out",
		"wrong_number":     "Tells the organizer of a wrong number",
		"unreachable":      "Tells that texts do not arrive",
		"plan_timeout":     "Saves the plan without texts, if nobody answers",
		"unanswered":       "Puts a text that nobody answered on Today",
		"prep":             "How to prepare",
		"event_moved":      "News that the event moved",
		"event_off":        "News that the event is called off",
		"attendance":       "Puts the missing attendance on Today",
		"escalate":         "Tells admins what waits too long",
		"digest":           "The staff's digest",
		"morning":          "The morning text",
		"report_overdue":   "Puts the missing report on Today",
		"missed":           "Offers another day",
		"thanks":           "The thank-you",
		"thanks_plain":     "The plain thank-you, if they met and nobody sent one",
		"thanks_missed":    "Puts a missing thank-you on Today",
		"commitment":       "Reminder of what was agreed",
		"check_in":         "Check-in before an event",
		"who_came":         "Asks who came",
		"handed":           "Plans the mornings of what was handed over",
	}
	if said, ok := words[rule]; ok {
		return said
	}
	return strings.ReplaceAll(rule, "_", " ") // of an earlier version
}

// plainReason takes a rule's inner name off a reason.
func plainReason(s string) string {
	switch s {
	case "answers a text":
		return "an answer"
	case "understood":
		return ""
	}
	rest, ok := strings.CutPrefix(s, "rule ")
	if !ok {
		return s
	}
	if _, why, ok := strings.Cut(rest, ": "); ok {
		return why
	}
	return strings.ToLower(plainRule(rest))
}

// reasonOf says why a text went, where what it is does not say that already.
func reasonOf(kind, reason string) string {
	why := plainReason(reason)
	if why == "an answer" || kind != "" && strings.Contains(kind, strings.TrimPrefix(why, "the ")) {
		return ""
	}
	if seen, ok := strings.CutPrefix(why, "the thank-you as "); ok && kind == plainKind("thanks") {
		return "as " + seen
	}
	return why
}

// plainKind says what one of our texts is; "" for what needs no word.
func plainKind(kind string) string {
	if what, ok := strings.CutPrefix(kind, "ask:"); ok {
		return "question: " + plainQuestion(what)
	}
	words := map[string]string{
		"text":           "",
		"":               "",
		"first":          "first text",
		"two_days":       "reminder two days ahead",
		"day_of":         "reminder on the day",
		"changed":        "news of a change",
		"proposal":       "about another time",
		"relay":          "a message passed on",
		"how_did_it_go":  "how did it go?",
		"thanks":         "thank-you",
		"thanks_draft":   "draft of the thank-you",
		"staff_note":     "note",
		"opt_out":        "about opting out",
		"check_in":       "check-in",
		"who_came":       "who came?",
		"prep":           "how to prepare",
		"help":           "answer",
		"morning":        "morning text",
		"digest":         "the day's list",
		"saved":          "what was kept",
		"filed":          "the report is filed",
		"review":         "the report to look over",
		"nudge":          "reminder of a report",
		"promise":        "reminder of what they said",
		"undone":         "taken back",
		"so_far":         "the report so far",
		"unknown_sender": "answer to a number we did not know",
	}
	if said, ok := words[kind]; ok {
		return said
	}
	return strings.ReplaceAll(kind, "_", " ")
}

// plainQuestion says what a question of ours is about.
func plainQuestion(what string) string {
	switch what {
	case "consent":
		return "are texts welcome?"
	case "plan", "confirm":
		return "is it right so?"
	case "open":
		return "anything to add?"
	case "missed":
		return "another day?"
	case "staff_follow_up":
		return "when is the debrief?"
	case "send":
		return "are these words for the contact?"
	case "start_over":
		return "begin the report anew?"
	}
	return strings.ReplaceAll(what, "_", " ")
}

// tick says how far a text of ours came: a sign, and the same in words.
func tick(m page.Message) (sign, words, tone string) {
	switch m.Status {
	case sms.StatusPlanned, sms.StatusQueued, sms.StatusAccepted, sms.StatusScheduled, sms.StatusSending:
		return "○", "on its way", ""
	case sms.StatusUnknown:
		return "?", "not known yet whether it left", "warn"
	case sms.StatusSent, sms.StatusPartial:
		return "✓", "sent", ""
	case sms.StatusDelivered, sms.StatusRead:
		return "✓✓", "delivered", "good"
	case sms.StatusUndelivered, sms.StatusFailed, sms.StatusCanceled:
		return "!", "not delivered: " + failure(m.ErrorCode), "bad"
	case sms.StatusWithheld:
		return "–", "not sent", "warn"
	case sms.StatusNone, sms.StatusReceived:
	}
	return "", "", ""
}

// failure says a carrier's code in plain words.
func failure(code int) string {
	if words := sms.Failure(code); words != "" {
		return words
	}
	return "the carrier's reason number " + strconv.Itoa(code)
}

// mayText says whether texts can go to somebody, and why not.
func mayText(p page.Person) badge {
	switch {
	case p.Phone.IsZero():
		return badge{"no phone", "bad"}
	case p.Locked:
		return badge{"phone locked", "bad"}
	case p.ReachBad:
		return badge{"texts do not arrive: call", "bad"}
	case person.Way(p.BestWay) == "call":
		return badge{"wants calls", "warn"}
	}
	switch p.Consent {
	case person.ConsentYes:
		return badge{"texts OK", "good"}
	case person.ConsentNo:
		return badge{"opted out: call", "bad"}
	case person.ConsentDoubtful:
		return badge{"opt-out? texts held", "warn"}
	case person.ConsentUnknown:
	}
	return badge{"not asked about texts: call", "warn"}
}

// noText says why nothing that staff write can go to somebody now, "" when it can: a form that will be refused is not offered.
func (v *visit) noText(p page.Person) string {
	switch {
	case p.Phone.IsZero():
		return "No phone number is kept for them."
	case p.Locked:
		return "This phone is locked: nothing goes to it."
	}
	to := reminder.Reader{Works: p.Works, Consent: p.Consent, ReachBad: p.ReachBad, InboundAt: p.WroteAt}
	switch reminder.Writable(to, reminder.Sending(v.kept[app.SettingSending]), v.now) {
	case reminder.OptedOut:
		return "They opted out of texts: please call."
	case reminder.TextsHeld:
		return "Texts are held until it is decided whether they opted out: please call."
	case reminder.NotReached:
		return "Texts do not arrive at this phone: please call."
	case reminder.NotAsked:
		return "They have not agreed to texts, and wrote more than an hour ago or never: please call."
	case reminder.NotSending:
		return "Sending is not on for them: nothing that is written here would go."
	case reminder.Clear:
	}
	return ""
}

// whole is a name, or what stands for none.
func whole(name string) string {
	if name == "" {
		return "(no name yet)"
	}
	return name
}
