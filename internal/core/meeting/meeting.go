// Package meeting is one one-on-one: its states and what may become of it. A transition is a method that may refuse. It is pure, and
// imports nothing of the project.
package meeting

import (
	"errors"
	"time"

	"github.com/google/uuid"
)

// Status is where a one-on-one stands. The values are stored and exported.
type Status string

// The statuses.
const (
	Planned   Status = "planned"
	Proposed  Status = "proposed" // another time is asked for: the old one is off until the two agree
	Confirmed Status = "confirmed"
	Declined  Status = "declined"
	Held      Status = "held"
	NoShow    Status = "no_show"
	CalledOff Status = "called_off"
	Reported  Status = "reported"
	Debriefed Status = "debriefed"
)

// Statuses lists every status.
func Statuses() []Status {
	return []Status{Planned, Proposed, Confirmed, Declined, Held, NoShow, CalledOff, Reported, Debriefed}
}

// Outcomes lists what may become of one.
func Outcomes() []Status { return []Status{"", Held, NoShow, CalledOff, Declined} }

// Party is one of the two.
type Party string

// The parties.
const (
	Organizer Party = "organizer"
	Contact   Party = "contact"
)

// DefaultMinutes is how long a one-on-one is when nobody says.
const DefaultMinutes = 45

// Proposal is another time that one of the two has asked for. It stands on the one-on-one, so that one row says what is agreed, what is
// asked for, and by whom.
type Proposal struct {
	By    Party     `json:"by,omitempty"`
	At    time.Time `json:"at"`    // zero: no time named yet
	Old   time.Time `json:"old"`   // the time that is off meanwhile
	Round int       `json:"round"` // how many times were put forward
	Asked time.Time `json:"asked"` // when
	Was   Status    `json:"was"`   // what the old time was
}

// Meeting is one one-on-one of an organizer with a contact.
type Meeting struct {
	ID             uuid.UUID
	OrganizerID    uuid.UUID
	ContactID      uuid.UUID
	StartsAt       time.Time // zero: an unplanned one without a clock time
	MetOn          string    // civil date of an unplanned one
	Zone           string    // IANA, the organizer's
	Minutes        int
	Place          string
	ContactChooses bool // the place is left to the contact
	Status         Status
	Outcome        Status // Held, NoShow, CalledOff, Declined; "" while it is to come
	Private        bool
	Proposal       Proposal
	ConfirmedAt    time.Time
	ToldAt         time.Time // when the contact was last told of it as it stands
	ToldCount      int       // how many texts about it the contact has had
	AnsweredAt     time.Time // when the contact last answered about it
	CreatedAt      time.Time
	Rev            int // moves when what reminders say is no longer true
	Version        int
}

// Refusals of transitions.
var (
	// ErrBegun says that the meeting has begun: nothing that was asked before it can be answered now.
	ErrBegun = errors.New("the meeting has begun")
	// ErrOver says that the meeting is called off, declined, held or reported.
	ErrOver = errors.New("the meeting is over or off")
	// ErrNoProposal says that no other time is asked for.
	ErrNoProposal = errors.New("no other time is asked for")
)

// Ends returns when it is over.
func (m Meeting) Ends() time.Time { return m.StartsAt.Add(time.Duration(m.Minutes) * time.Minute) }

// Open reports whether the meeting is still to come, or to be agreed upon.
func (m Meeting) Open() bool {
	return m.Status == Planned || m.Status == Proposed || m.Status == Confirmed
}

// Begun reports whether it has begun.
func (m Meeting) Begun(now time.Time) bool { return !m.StartsAt.IsZero() && !now.Before(m.StartsAt) }

// Running reports whether the two sit together right now.
func (m Meeting) Running(now time.Time) bool {
	return (m.Status == Planned || m.Status == Confirmed) && m.Begun(now) && now.Before(m.Ends())
}

// Confirm takes the contact's yes. It reports whether it is the first.
func (m *Meeting) Confirm(now time.Time) (first bool, err error) {
	switch {
	case m.Begun(now):
		return false, ErrBegun
	case m.Status == Declined: // second thoughts: the time is still to come
		m.Rev++
	case m.Status == Planned:
	case m.Status == Confirmed:
		m.AnsweredAt = now
		return false, nil
	default:
		return false, ErrOver
	}
	m.Status, m.Outcome, m.ConfirmedAt, m.AnsweredAt = Confirmed, "", now, now
	return true, nil
}

// Waver takes a second thought of who had said yes: whether they come is open again. It reports whether it was not.
func (m *Meeting) Waver(now time.Time) bool {
	if m.Status != Confirmed || m.Begun(now) {
		return false
	}
	m.Status, m.ConfirmedAt, m.AnsweredAt = Planned, time.Time{}, now
	return true
}

// Decline takes the contact's no.
func (m *Meeting) Decline(now time.Time) error {
	switch {
	case m.Begun(now):
		return ErrBegun
	case !m.Open():
		return ErrOver
	}
	m.Status, m.Outcome, m.AnsweredAt, m.Proposal = Declined, Declined, now, Proposal{}
	m.Rev++
	return nil
}

// Move gives it another time, to be confirmed anew. A declined, missed or called-off one is taken up again by it.
func (m *Meeting) Move(to time.Time) error {
	switch m.Status {
	case Held, Reported, Debriefed:
		return ErrOver
	case Planned, Proposed, Confirmed, Declined, NoShow, CalledOff:
	}
	m.StartsAt, m.Status, m.Outcome, m.Proposal, m.ConfirmedAt = to, Planned, "", Proposal{}, time.Time{}
	m.Rev++
	return nil
}

// Propose takes another time that one of the two asks for; to may be zero while it is not named. The time that stood is off until they
// agree.
func (m *Meeting) Propose(by Party, to, now time.Time) error {
	switch {
	case m.Begun(now) && m.Status != Proposed && m.Status != NoShow:
		return ErrBegun
	case !m.Open() && m.Status != Declined && m.Status != NoShow:
		return ErrOver
	}
	p := Proposal{By: by, At: to, Old: m.StartsAt, Round: 1, Asked: now, Was: m.Status}
	if m.Status == Proposed {
		p.Old, p.Was, p.Round = m.Proposal.Old, m.Proposal.Was, m.Proposal.Round+1
	}
	m.Proposal, m.Status, m.Outcome = p, Proposed, ""
	if by == Contact {
		m.AnsweredAt = now
	}
	m.Rev++
	return nil
}

// Accept agrees on the time that is asked for: both have said yes to it.
func (m *Meeting) Accept(now time.Time) error {
	if m.Status != Proposed || m.Proposal.At.IsZero() {
		return ErrNoProposal
	}
	if !m.Proposal.At.After(now) {
		return ErrBegun
	}
	m.StartsAt, m.Status, m.ConfirmedAt, m.Proposal = m.Proposal.At, Confirmed, now, Proposal{}
	m.Rev++
	return nil
}

// Refuse keeps the old time, which the contact is then asked about once more; an old time that is past cannot stand.
func (m *Meeting) Refuse(now time.Time) error {
	if m.Status != Proposed {
		return ErrNoProposal
	}
	if !m.Proposal.Old.After(now) {
		return ErrBegun
	}
	m.StartsAt, m.Status, m.ConfirmedAt, m.Proposal = m.Proposal.Old, Planned, time.Time{}, Proposal{}
	m.Rev++
	return nil
}

// CallOff ends it before it was held.
func (m *Meeting) CallOff() error {
	if !m.Open() && m.Status != Declined {
		return ErrOver
	}
	m.Status, m.Outcome, m.Proposal = CalledOff, CalledOff, Proposal{}
	m.Rev++
	return nil
}

// Hold notes that they met. It can be said from the start on, and corrects a no-show, or one said to be off, that was none.
func (m *Meeting) Hold(now time.Time) error {
	switch {
	case !m.Begun(now):
		return errors.New("the meeting has not begun")
	case m.Status == Planned, m.Status == Confirmed, m.Status == Proposed, m.Status == NoShow, m.Status == CalledOff:
		m.Status, m.Outcome, m.Proposal = Held, Held, Proposal{}
		return nil
	case m.Status == Held:
		return nil
	}
	return ErrOver
}

// Report notes that its report is filed: they met.
func (m *Meeting) Report() error {
	switch m.Status {
	case Planned, Confirmed, Proposed, Held, NoShow:
		m.Status, m.Outcome, m.Proposal = Reported, Held, Proposal{}
		return nil
	case Reported, Debriefed:
		return nil
	case Declined, CalledOff:
	}
	return ErrOver
}

// Met reports whether it is known that they met.
func (m Meeting) Met() bool { return m.Status == Held || m.Status == Reported || m.Status == Debriefed }

// Miss notes that the contact did not come. It can be said from the start on.
func (m *Meeting) Miss(now time.Time) error {
	switch {
	case !m.Begun(now):
		return errors.New("the meeting has not begun")
	case m.Status == Planned, m.Status == Confirmed, m.Status == Proposed, m.Status == Held, m.Status == NoShow:
		m.Status, m.Outcome, m.Proposal = NoShow, NoShow, Proposal{}
		return nil
	}
	return ErrOver
}
