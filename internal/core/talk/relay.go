package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// wordsNote carries somebody's own words to another phone.
type wordsNote struct {
	Words   string    `json:"words"`
	Phone   string    `json:"phone,omitempty"`
	Contact uuid.UUID `json:"contact"`
	By      string    `json:"by,omitempty"`
}

// burst is how long further texts of a contact are joined into one more.
const burst = 90 * time.Second

// relayed is what a contact's phone remembers of what it last passed on.
type relayed struct {
	At      time.Time `json:"at"`
	Words   string    `json:"words,omitempty"` // joined since, not passed on yet
	Key     string    `json:"key,omitempty"`
	Contact uuid.UUID `json:"contact"` // on the organizer's phone: whose words it got
	Meeting uuid.UUID `json:"meeting"`
}

func decodeRelay(b []byte) relayed { return decoded[relayed](b) }

// relay passes a contact's words on to the organizer at once; what follows within 90 seconds is joined into one more text.
func (d *decision) relay(f ForOrganizer) {
	m, thanks := f.Meet, f.Thanks
	d.setOutcome("passed on to the organizer")
	words := strings.TrimSpace(d.in.Inbound.Body.Text())
	if words == "" {
		d.handToStaff("needs_answer", "a text without words")
		return
	}
	if !m.Organizer.Reached() {
		d.relayToStaff(m, words)
		return
	}
	r := decodeRelay(d.conv.Relay)
	if d.now.Sub(r.At) < burst && r.Contact == m.ContactID {
		if r.Words != "" {
			r.Words += " / "
		}
		r.Words = bounded(r.Words + words)
		if len(r.Words) > 1500 {
			r.Words = r.Words[len(r.Words)-1500:]
			r.Words = strings.ToValidUTF8(r.Words, "")
		}
		d.passOn(m, r.Words, r.Key, r.At.Add(burst), true)
	} else {
		r = relayed{At: d.now, Key: d.in.MessageID.String(), Contact: m.ContactID, Meeting: m.ID}
		d.passOn(m, words, "now "+r.Key, d.now.Add(tellAfter), false)
	}
	d.keepRelay(r)
	d.watch(m, words)
	if d.mayAnswerRelay(thanks) {
		d.answer("help", thanks)
	}
}

// relayToStaff: the organizer gets no texts, so what their contact writes goes to staff on duty.
func (d *decision) relayToStaff(m Meet, words string) {
	d.setOutcome("for staff: the organizer gets no texts")
	d.handToStaff("needs_answer", "a contact wrote, and the organizer gets no texts")
	d.tellDuty(lang.StaffUnanswered, loose(m.Meeting), "who", m.Contact.Name, "phone", d.number(m.Contact), "organizer", m.Organizer.Name,
		"ophone", d.number(m.Organizer), "when", d.whenOf(m, m.StartsAt), "words", report.Excerpt(words, 120))
	if d.mayAutoAnswer() {
		d.answer("help", d.say(lang.PersonReads, "org", d.w.Org.Name))
	}
}

// mayAnswerRelay bounds the thanks for words passed on: what the text itself asks is always answered, plain thanks once an hour.
func (d *decision) mayAnswerRelay(thanks string) bool {
	if d.w.Heard.Digit != 0 || d.w.Heard.Reply == understand.WhoIsIt || d.w.Heard.Reply == understand.Maybe || d.w.Heard.Command == understand.Where {
		return thanks != ""
	}
	return thanks != "" && d.mayAutoAnswer()
}

func (d *decision) passOn(m Meet, words, key string, at time.Time, move bool) {
	p := change.Plan{
		ID: d.ids.New(), PhoneID: m.Organizer.PhoneID, PersonID: m.OrganizerID, Subject: loose(m.Meeting), Rule: reminder.RelayRule, Occurrence: key, DueAt: at,
		ValidUntil: validUntil(reminder.RelayRule, at), Cause: d.in.MessageID, Reason: "the contact's words", Move: move,
		Data: encode(wordsNote{Words: words, Contact: m.ContactID}),
	}
	d.set.Add(p)
}

// watch has staff on duty look at what nobody answers around a meeting's time: from two hours before its start to one hour after it.
func (d *decision) watch(m Meet, words string) {
	if m.StartsAt.IsZero() || d.now.Before(m.StartsAt.Add(-2*time.Hour)) || d.now.After(m.StartsAt.Add(time.Hour)) || m.Organizer.PhoneID == 0 {
		return
	}
	low := " " + strings.ToLower(words) + " "
	here := strings.Contains(words, "?") || strings.Contains(low, " here") || strings.Contains(low, "aquí") || strings.Contains(low, "aqui") || strings.Contains(low, "llegué") || strings.Contains(low, "llegue") || strings.Contains(low, "where")
	if !here {
		return
	}
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: m.Organizer.PhoneID, PersonID: m.OrganizerID, Subject: loose(m.Meeting), Rule: reminder.UnansweredRule, Occurrence: "1",
		DueAt: d.now.Add(10 * time.Minute), Reason: "nobody has answered the contact yet", Again: true, Data: encode(wordsNote{Words: words, Contact: m.ContactID}),
	})
}

// wakingHours returns when n hours outside of quiet hours have passed.
func wakingHours(day when.Window, from time.Time, n time.Duration, loc *time.Location) time.Time {
	at := day.Next(from, loc)
	for {
		l := at.In(loc)
		end := time.Date(l.Year(), l.Month(), l.Day(), day.To/60, day.To%60, 0, 0, loc)
		left := end.Sub(at)
		if n <= left {
			return at.Add(n)
		}
		n -= left
		at = day.Next(end, loc)
	}
}
