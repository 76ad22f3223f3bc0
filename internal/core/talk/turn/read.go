package turn

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// What a turn is, and what came to it.

// Now is when it is decided.
func (t *Turn) Now() time.Time { return t.now }

// Loc is the speaker's time zone.
func (t *Turn) Loc() *time.Location { return t.loc }

// Tag is the language of texts to the speaker.
func (t *Turn) Tag() lang.Tag { return t.tag }

// Who is the speaker: whose text it is, or who is texted.
func (t *Turn) Who() person.Person { return t.who }

// NewID makes an identifier.
func (t *Turn) NewID() uuid.UUID { return t.ids.New() }

// Kind is what kind of input it is.
func (t *Turn) Kind() world.InputKind { return t.in.Kind }

// Inbound is the text as it came in.
func (t *Turn) Inbound() sms.Inbound { return t.in.Inbound }

// Body is the words of the text that came in.
func (t *Turn) Body() string {
	if t.part != "" {
		return t.part
	}
	return t.in.Inbound.Body.Text()
}

// Heard is what was understood of the text.
func (t *Turn) Heard() understand.Text { return t.w.Heard }

// MessageID is the text that came in, or what else began the turn.
func (t *Turn) MessageID() uuid.UUID { return t.in.MessageID }

// Due is the planned row whose time has come.
func (t *Turn) Due() world.Planned { return t.in.Due }

// Act is what staff did.
func (t *Turn) Act() world.Act { return t.in.Act }

// Added is whom staff added or changed.
func (t *Turn) Added() world.Added { return t.in.Added }

// Verdict is what the provider said of the phone.
func (t *Turn) Verdict() world.Verdict { return t.in.Verdict }

// Fault says, in words, that an earlier try to decide failed; "" when none did.
func (t *Turn) Fault() string { return t.in.Fault }

// What it does.

// Add puts effects behind those that are there.
func (t *Turn) Add(c ...change.Change) {
	t.set.Add(c...)
	for _, one := range c {
		t.slipItem(one)
	}
}

// Changes are the effects so far.
func (t *Turn) Changes() []change.Change { return t.set.Changes }

// Conv is the phone's open question as it now stands.
func (t *Turn) Conv() world.Conversation { return t.conv }

// Subject is what the turn's texts are about.
func (t *Turn) Subject() change.Subject { return t.about }

// Draft is the report in hand; without an id none is.
func (t *Turn) Draft() *report.Draft { return &t.draft }

// What it may look at. All of it is to be read only: what a turn changes is said by its methods.

// Phone is the phone's own row.
func (t *Turn) Phone() world.Phone { return t.w.Phone }

// Org is the organization's settings.
func (t *Turn) Org() world.Org { return t.w.Org }

// People are those who have this phone.
func (t *Turn) People() []person.Person { return t.w.People }

// Staff are staff and admins.
func (t *Turn) Staff() []person.Person { return t.w.Staff }

// Organizers are those whose contacts have this phone.
func (t *Turn) Organizers() []person.Person { return t.w.Organizers }

// Contacts are those that the text may mean.
func (t *Turn) Contacts() []person.Person { return t.w.Contacts }

// Meetings are the one-on-ones of the people on this phone, in either role.
func (t *Turn) Meetings() []world.Meet { return t.w.Meetings }

// Drafts are the open reports of the people on this phone, oldest first.
func (t *Turn) Drafts() []report.Draft { return t.w.Drafts }

// Asks are the questions that wait.
func (t *Turn) Asks() []world.Ask { return t.w.Asks }

// Closed are numbers among those at hand to which no text goes.
func (t *Turn) Closed() []world.Closed { return t.w.Closed }

// Wrong are numbers that are not a person's of a name.
func (t *Turn) Wrong() []world.WrongNumber { return t.w.Wrong }

// Had counts the one-on-ones of each organizer on this phone, up to three.
func (t *Turn) Had() map[uuid.UUID]int { return t.w.Had }

// Tips counts the coaching tips of each.
func (t *Turn) Tips() map[uuid.UUID]int { return t.w.Tips }

// Past is what the last reports say of contacts.
func (t *Turn) Past() []world.Past { return t.w.Past }

// Filed is the report that a planned row is about, and how many notes of filed reports this phone has had today.
func (t *Turn) Filed() (f world.Filed, notes int) { return t.w.Filed, t.w.FiledNotes }

// Digest is how much needs a person, what of it came since the last digest, the reports filed since, and whose the newest matters are.
func (t *Turn) Digest() (waiting, fresh, filed int, who string) {
	return t.w.Waiting, t.w.Fresh, t.w.FiledSince, t.w.WaitingWho
}

// Untaken reports whether what a planned row escalates still stands on Today, taken by nobody.
func (t *Turn) Untaken() bool { return t.w.Untaken }

// Record is the filed report that staff correct.
func (t *Turn) Record() world.Record { return t.w.Record }

// Doubt is the text that may be an opt-out.
func (t *Turn) Doubt() world.Doubt { return t.w.Doubt }

// Thanks are the thank-yous that are open.
func (t *Turn) Thanks() []world.Thank { return t.w.Thanks }

// Promises are the open promises and commitments.
func (t *Turn) Promises() []world.Promise { return t.w.Promises }

// Debriefs are the open debriefs.
func (t *Turn) Debriefs() []world.Debrief { return t.w.Debriefs }

// Events are those to come, and those of the last two weeks.
func (t *Turn) Events() []event.Event { return t.w.Events }

// RSVPs are what people said about them.
func (t *Turn) RSVPs() []world.RSVP { return t.w.RSVPs }
