package change

// Actor is who did what a line of history says.
type Actor string

// The actors. Staff act on the page, whoever else by a text.
const (
	ByPerson   Actor = "person"
	ByStaff    Actor = "staff"
	BySystem   Actor = "system"
	ByProvider Actor = "provider"
)

// Actors lists every actor.
func Actors() []Actor { return []Actor{ByPerson, ByStaff, BySystem, ByProvider} }

// ReportStatus is where a report stands. What is filed never becomes a draft again.
type ReportStatus string

// The statuses of a report.
const (
	Drafted ReportStatus = "draft"
	Filed   ReportStatus = "filed"
)

// ReportStatuses lists every status of a report.
func ReportStatuses() []ReportStatus { return []ReportStatus{Drafted, Filed} }

// PromiseKind is whose word something is.
type PromiseKind string

// The kinds of promises.
const (
	Promised  PromiseKind = "promise"    // the organizer's
	Committed PromiseKind = "commitment" // the contact's
)

// PromiseKinds lists every kind of promise.
func PromiseKinds() []PromiseKind { return []PromiseKind{Promised, Committed} }

// NoteKind is what a private note is.
type NoteKind string

// The kinds of notes.
const (
	NoteWords NoteKind = "note"
	Idea      NoteKind = "idea" // whom to invite, as it was kept before such words stood on the organizer's own list
	CallNote  NoteKind = "call" // that somebody called, and what was said
)

// NoteKinds lists every kind of note.
func NoteKinds() []NoteKind { return []NoteKind{NoteWords, Idea, CallNote} }
