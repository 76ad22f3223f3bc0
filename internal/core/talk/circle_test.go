package talk

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// phoneOfMaria is a contact's phone with a one-on-one to come.
func phoneOfMaria(now time.Time) world.World {
	ana := person.Person{
		ID: uuid.New(), Name: "Ana Ruiz", PhoneID: 8, Phone: phoneOf("+12065550101"),
		Roles: []person.Role{person.Organizer}, Consent: person.ConsentYes,
	}
	maria := person.Person{
		ID: uuid.New(), Name: "Maria Lopez", PhoneID: 7, Phone: phoneOf("+12065550142"),
		Roles: []person.Role{person.Contact}, OrganizerID: ana.ID, Consent: person.ConsentYes,
	}
	m := world.Meet{Organizer: ana, Contact: maria, Meeting: meeting.Meeting{
		ID: uuid.New(), OrganizerID: ana.ID, ContactID: maria.ID, StartsAt: now.Add(72 * time.Hour), Minutes: 45, Status: meeting.Planned,
		ToldAt: now.Add(-time.Hour),
	}}
	return world.World{
		Phone:  world.Phone{ID: 7, Phone: maria.Phone, Consent: person.ConsentYes},
		Org:    world.Org{Name: "Resident Action Project", Zone: time.UTC, Sending: reminder.SendingOn, Hours: reminder.DefaultHours()},
		People: []person.Person{maria}, Meetings: []world.Meet{m}, Organizers: []person.Person{ana},
	}
}

func phoneOf(s string) sms.Phone {
	p, _ := sms.PhoneFromE164(s)
	return p
}

// heardFrom decides on a text and returns what is answered, what stands on Today and what the organizer is told, and keeps what the phone
// remembers.
func heardFrom(w *world.World, body string, media int, now time.Time) (answer, today string, told []change.Plan) {
	in := world.Input{Kind: world.TextIn, MessageID: uuid.New(), Inbound: sms.Inbound{Body: sms.NewBody(body), Media: media}}
	w.Heard = Needs(*w, in, now).Heard
	for _, ch := range Decide(*w, in, now, randomIDs{}).Changes {
		switch c := ch.(type) {
		case change.Text:
			answer = c.Body.Text()
		case change.Attention:
			today = c.Note
		case change.Plan:
			if c.Rule == reminder.RelayRule {
				told = append(told, c)
			}
		case change.PhoneSeen:
			w.Phone.InboundAt, w.Phone.Heard, w.Phone.HeardAgain, w.Phone.IdleSince, w.Phone.IdleCount = c.InboundAt, c.Heard, c.HeardAgain,
				c.IdleSince, c.IdleCount
			if !c.AutoAnswered.IsZero() {
				w.Phone.AutoAnswered = c.AutoAnswered
			}
		}
	}
	return answer, today, told
}

// TestAMachineIsNotAnswered: a text that calls itself automatic, and the same words again within minutes, end in silence and one line of
// Today.
func TestAMachineIsNotAnswered(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	for _, body := range []string{
		"Thank you for contacting Maria's Salon! We are closed right now and will get back to you within 24 hours.",
		"I'm driving with Focus turned on. I'll see your message when I get where I'm going.",
		"Respuesta automática: estoy fuera de la oficina hasta el lunes.",
	} {
		w := phoneOfMaria(now)
		for i := range 60 {
			answer, today, _ := heardFrom(&w, body, 0, now.Add(time.Duration(i)*3*time.Second))
			if answer != "" || !strings.Contains(today, "by itself") {
				t.Fatalf("%q, text %d: answered %q, on Today %q", body, i, answer, today)
			}
		}
	}
	w := phoneOfMaria(now)
	answers := 0
	for i := range 60 { // nothing in it says that nobody wrote it
		if a, _, _ := heardFrom(&w, "The salon is quiet on this fine afternoon, dear customer", 0,
			now.Add(time.Duration(i)*3*time.Second)); a != "" {
			answers++
		}
	}
	if answers > 3 {
		t.Errorf("the same words were answered %d times", answers)
	}
	w = phoneOfMaria(now)
	answers = 0
	for i := range 60 { // it never says the same twice
		if a, _, _ := heardFrom(&w, "who is this? "+strings.Repeat("x", i), 0, now.Add(time.Duration(i)*20*time.Second)); a != "" {
			answers++
		}
	}
	if answers > 8 {
		t.Errorf("answers that moved nothing: %d in 20 minutes", answers)
	}
}

// TestAPersonWhoRepeatsThemselfIsHeard: short answers to one question after another are no loop, and after an hour everybody is heard
// again.
func TestAPersonWhoRepeatsThemselfIsHeard(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	w := phoneOfMaria(now)
	for i := range 5 {
		if _, today, _ := heardFrom(&w, "no sé", 0, now.Add(time.Duration(i)*time.Minute)); strings.Contains(today, "by itself") {
			t.Errorf("text %d was taken for a machine's", i)
		}
	}
	w.Phone.IdleSince, w.Phone.IdleCount = now.Add(-2*time.Hour), 20
	if a, _, _ := heardFrom(&w, "who is this?", 0, now); a == "" {
		t.Error("nobody answers an hour later")
	}
}

// TestAPictureReachesTheOrganizer: a picture without words is said to the organizer, and its sender hears that it cannot be seen.
func TestAPictureReachesTheOrganizer(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	w := phoneOfMaria(now)
	answer, _, told := heardFrom(&w, "", 1, now)
	if !strings.Contains(answer, "Pictures don't reach us") {
		t.Errorf("the sender hears %q", answer)
	}
	if !slices.ContainsFunc(told, func(p change.Plan) bool { return strings.Contains(string(p.Data), "picture_tell") }) {
		t.Errorf("the organizer is told nothing of it: %+v", told)
	}
}
