// Package matter names what a row of Today wants from a person. Pages say the words for it, inbox how long it may wait. It is pure, and
// imports nothing of the project.
package matter

// Kind is what a row of Today is. The schema takes no other (migrations/0043_codes.sql, held to this list by a test).
type Kind string

// What people wait for.
const (
	NeedsAnswer    Kind = "needs_answer"     // a text that we cannot answer
	DoubtfulOptOut Kind = "opt_out_doubtful" // texts are held until it is decided
	ProposalOpen   Kind = "proposal_open"    // the two have agreed on no time
	HeldBack       Kind = "held_back"        // somebody has not heard something: no text could go
	WrongNumber    Kind = "wrong_number"
	UnknownSender  Kind = "unknown_sender"
	Fault          Kind = "fault" // ours: a text that could not be read, or not be made
	Flood          Kind = "flood" // more texts of one phone than are read
	OptedIn        Kind = "opted_in"
)

// What somebody should look at within days.
const (
	OptedOut          Kind = "opted_out"
	Unreachable       Kind = "unreachable"
	FailedText        Kind = "failed_text"
	ReportReview      Kind = "report_review"
	EventMade         Kind = "event_made"
	AttendanceMissing Kind = "attendance_missing"
	OddSender         Kind = "odd_sender"
)

// What is late.
const (
	ReportOverdue  Kind = "report_overdue"
	ReportOpen     Kind = "report_open"
	PromiseOverdue Kind = "promise_overdue"
	ThanksMissed   Kind = "thanks_missed"
)

// What is the matter with the service itself.
const (
	SendingStopped Kind = "sending_stopped"
	DroppedTexts   Kind = "dropped_texts"
	CountryShut    Kind = "country_shut" // texts to one country are refused; its note is the country
	Gap            Kind = "gap"          // texts came late
	WebhookOff     Kind = "webhook_off"
	Restored       Kind = "restored" // the database is another one than before
)

// Other is what an older version called by a name that is not known any more; its note says it.
const Other Kind = "other"

// What a row may be about besides what conversations are about (change.SubjectKinds): one of the service's own things.
const (
	OfText     = "message"
	OfProvider = "provider"
	OfCountry  = "country"
	OfDatabase = "database"
	OfWebhook  = "webhook"
)

// OwnSubjects lists them.
func OwnSubjects() []string { return []string{OfText, OfProvider, OfCountry, OfDatabase, OfWebhook} }

// Kinds lists every kind.
func Kinds() []Kind {
	return []Kind{
		NeedsAnswer, DoubtfulOptOut, ProposalOpen, HeldBack, WrongNumber, UnknownSender, Fault, Flood, OptedIn,
		OptedOut, Unreachable, FailedText, ReportReview, EventMade, AttendanceMissing, OddSender,
		ReportOverdue, ReportOpen, PromiseOverdue, ThanksMissed,
		SendingStopped, DroppedTexts, CountryShut, Gap, WebhookOff, Restored, Other,
	}
}
