// Package report is the report-back form as data: its fields in order, how each is answered, when it is asked and where it is filed.
// The wording lives in lang (keys ask.<name>, explain.<name>, label.<name>), the conversation in talk. It is pure.
package report

// Name names a field; it is the column of exports, the key of answers and the <what> of a text's kind ask:<what>.
type Name string

// The fields of the toolkit's follow up form and of what the conversation must know besides.
const (
	MetOn         Name = "met_on"
	Organizer     Name = "organizer"
	Contact       Name = "contact"
	ContactPhone  Name = "contact_phone"
	ContactEmail  Name = "contact_email"
	Consent       Name = "consent"
	BestWay       Name = "best_way"
	Needs         Name = "needs"
	Relationship  Name = "relationship"
	Learned       Name = "learned"
	Commitment    Name = "commitment"
	CommitmentDue Name = "commitment_due"
	NextSteps     Name = "next_steps"
	FollowUps     Name = "follow_ups"
	FollowUpsDue  Name = "follow_ups_due"
	StaffFollowUp Name = "staff_follow_up"
	StaffOn       Name = "staff_follow_up_on"
	StaffNotes    Name = "staff_notes"
	Notes         Name = "notes"
	Rest          Name = "open"  // of a planned one-on-one: what is still open, in one question
	Event         Name = "event" // the event that the commitment is a word for
)

// Shape is how a field is answered.
type Shape uint8

// The shapes. An Open answer may come in several texts: the next question waits for silence.
const (
	Open Shape = iota
	Short
	Day
	PersonName
	PhoneNumber
	Email
	YesNo
	StaffName
)

// Field is one line of the form.
type Field struct {
	Name   Name
	Number int  // as the review numbers it and `fix 5` means it; 0: shown within Parent
	Parent Name // the line that a part belongs to
	Shape  Shape
	// Asked reports whether a draft still needs the question; nil asks whenever there is no answer.
	Asked func(Draft) bool
}

// Form returns the fields in the order in which they are asked. A new question is one Field here and its prompt in each catalogue.
func Form() []Field {
	return []Field{
		{Name: MetOn, Number: 1, Shape: Day},
		{Name: Organizer, Number: 2, Shape: PersonName, Asked: never}, // known: whose phone it is
		{Name: Contact, Number: 3, Shape: PersonName},
		{Name: ContactPhone, Number: 4, Shape: PhoneNumber},
		{Name: ContactEmail, Number: 5, Shape: Email},
		{Name: Consent, Number: 6, Shape: YesNo, Asked: hasPhone},
		{Name: BestWay, Number: 7, Shape: Short},
		{Name: Needs, Number: 8, Shape: Short},
		{Name: Relationship, Number: 9, Shape: Short},
		{Name: Learned, Number: 10, Shape: Open},
		{Name: Commitment, Number: 11, Shape: Open},
		{Name: CommitmentDue, Parent: Commitment, Shape: Day, Asked: dayOf(Commitment)},
		{Name: NextSteps, Number: 12, Shape: Open},
		{Name: FollowUps, Number: 13, Shape: Open},
		{Name: FollowUpsDue, Parent: FollowUps, Shape: Day, Asked: dayOf(FollowUps)},
		{Name: StaffFollowUp, Number: 14, Shape: StaffName},
		{Name: StaffOn, Parent: StaffFollowUp, Shape: Day, Asked: after(StaffFollowUp)},
		{Name: StaffNotes, Number: 15, Shape: Open, Asked: after(StaffFollowUp)},
		{Name: Notes, Number: 16, Shape: Open},
		{Name: Rest, Shape: Short, Asked: Draft.Short},
		{Name: Event, Shape: Short, Asked: never}, // asked before the review, where there is one to ask about
	}
}

// FormVersion is stored with every report, so that an old one is read by the form it was written with.
const FormVersion = 2

func never(Draft) bool { return false }

// hasPhone: whether texts are welcome is asked only where there is a phone to text.
func hasPhone(d Draft) bool { return d.Answers[ContactPhone].Value != "" }

// after asks for a part only when the line it belongs to was answered with something.
func after(parent Name) func(Draft) bool {
	return func(d Draft) bool { return d.Answers[parent].State == Given }
}

// dayOf asks by when something will be done, where the words say what it is: those that were kept as they came for staff do not.
func dayOf(parent Name) func(Draft) bool {
	return func(d Draft) bool { return d.Answers[parent].State == Given && !d.Answers[parent].NeedsReview }
}

// Find returns the field of that name.
func Find(n Name) (Field, bool) {
	for _, f := range Form() {
		if f.Name == n {
			return f, true
		}
	}
	return Field{}, false
}

// Numbered returns the field that the review shows under n.
func Numbered(n int) (Field, bool) {
	for _, f := range Form() {
		if n > 0 && f.Number == n {
			return f, true
		}
	}
	return Field{}, false
}
