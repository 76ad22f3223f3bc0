package admin

import (
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
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
	switch rule {
	case "first":
		return "First text"
	case "two_days":
		return "Reminder two days ahead"
	case "day_of":
		return "Reminder on the day"
	case "changed":
		return "News of a change"
	case "place":
		return "Tells the organizer of another place"
	case "called_off":
		return "News that it is called off"
	case "counter", "old_time":
		return "Asks about another time"
	case "settled":
		return "What the two agreed on"
	case "told":
		return "The organizer's own words"
	case "confirmed":
		return "Tells the organizer of a yes"
	case "declined":
		return "Tells the organizer of a no"
	case "proposal":
		return "Tells the organizer of another time"
	case "proposal_wait":
		return "Wait for an answer about another time"
	case "relay":
		return "Passes the contact's words on"
	case "how_did_it_go":
		return "Asks how it went"
	case "draft_nudge":
		return "Nudge about an open report"
	case "next_question":
		return "Next question of the report"
	case "duty":
		return "Note of what was done or waits"
	case "filed":
		return "Tells staff of a report"
	case "welcome":
		return "The welcome"
	case "consent":
		return "Keeps what was said about texts"
	case "opt_out_to_staff":
		return "Tells of an opt-out"
	case "doubt_ends":
		return "Takes an undecided text for an opt-out"
	case "wrong_number":
		return "Tells the organizer of a wrong number"
	case "unreachable":
		return "Tells that texts do not arrive"
	case "plan_timeout":
		return "Saves the plan without texts, if nobody answers"
	case "unanswered":
		return "Puts a text that nobody answered on Today"
	case "prep":
		return "How to prepare"
	case "event_moved":
		return "News that the event moved"
	case "event_off":
		return "News that the event is called off"
	case "attendance":
		return "Puts the missing attendance on Today"
	case "escalate":
		return "Tells admins what waits too long"
	case "digest":
		return "The staff's digest"
	case "morning":
		return "The morning text"
	case "report_overdue":
		return "Puts the missing report on Today"
	case "missed":
		return "Offers another day"
	case "thanks":
		return "The thank-you"
	case "thanks_plain":
		return "The plain thank-you, if they met and nobody sent one"
	case "thanks_missed":
		return "Puts a missing thank-you on Today"
	case "commitment":
		return "Reminder of what was agreed"
	case "check_in":
		return "Check-in before an event"
	case "who_came":
		return "Asks who came"
	case "handed":
		return "Plans the mornings of what was handed over"
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

// plainKind says what one of our texts is; "" for what needs no word.
func plainKind(kind string) string {
	if what, ok := strings.CutPrefix(kind, "ask:"); ok {
		return "question: " + strings.ReplaceAll(what, "_", " ")
	}
	switch kind {
	case "text", "":
		return ""
	case "first":
		return "first text"
	case "two_days":
		return "reminder two days ahead"
	case "day_of":
		return "reminder on the day"
	case "changed":
		return "news of a change"
	case "proposal":
		return "about another time"
	case "relay":
		return "a message passed on"
	case "how_did_it_go":
		return "how did it go?"
	case "thanks":
		return "thank-you"
	case "thanks_draft":
		return "draft of the thank-you"
	case "staff_note":
		return "note"
	case "opt_out":
		return "about opting out"
	case "check_in":
		return "check-in"
	case "who_came":
		return "who came?"
	case "prep":
		return "how to prepare"
	case "help":
		return "answer"
	case "unknown_sender":
		return "answer to a number we did not know"
	}
	return strings.ReplaceAll(kind, "_", " ")
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

// noText says why no text can go to somebody, "" when one can: a form that will be refused is not offered.
func noText(p page.Person) string {
	switch {
	case p.Phone.IsZero():
		return "No phone number is kept for them."
	case p.Locked:
		return "This phone is locked: nothing goes to it."
	case p.Consent == person.ConsentNo:
		return "They opted out of texts: please call."
	case p.Consent == person.ConsentDoubtful:
		return "Texts are held until it is decided whether they opted out: please call."
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
