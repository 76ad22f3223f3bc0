// Package fact is what rooms say to each other: that something happened, or that what came up in one is another's. No room calls another;
// the table of package talk says who goes on from a fact, in which order.
package fact

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Fact is one of these. One that is a pointer takes back what the room that goes on says of it.
type Fact interface{ fact() }

// Facts lists one of each.
func Facts() []Fact {
	return []Fact{
		OtherQuestion{},
		Answered{},
		PlanWaits{},
		Resumes{},
		Held{},
		Missed{},
		HeldUnplanned{},
		ToReport{},
		ReportAsked{},
		ReportMeant{},
		SaidMet{},
		SaidMissed{},
		OtherTime{},
		MoveTo{},
		AnotherOne{},
		Moved{},
		ForOrganizer{},
		WordsAlong{},
		ForOwn{},
		SaidAgain{},
		NumberAlone{},
		RightNumber{},
		NoMoreTexts{},
		NoTextsSaid{},
		CorrectSaid{},
		ThanksStill{},
		OutcomeOpen{},
		TextsWelcome{},
		CannotInLoss{},
		&TextsBack{},
		NoMoreFor{},
		ConsentGiven{},
		WordsForReport{},
		CameAfterAll{},
		DoneInWords{},
		&DoneBeside{}, &PledgedBeside{}, &DebriefBack{},
		NoThanksBeside{},
		TakeBack{},
		ToCorrect{},
		NoteSaid{},
		RemindersAsked{},
		CancelSaid{},
		WordsLapse{},
		ListAsked{},
		StaffTold{},
		TellSaid{},
		PlaceGiven{},
		PlaceWanted{},
		RemindOf{},
		WordsToOffer{},
		TakesOffer{},
		BackToOffer{},
		ComingSaid{},
		MoveSaid{},
		MoveAllSaid{},
		AmendSaid{},
		TookOver{},
		NextReport{},
		&HoldThanks{}, &ReportFiled{}, &Corrected{}, &SaidToCome{}, &EventDay{}, &ReportBegun{}, &ToFile{},
		PutOff{},
		&Listing{},
		ShowLetter{},
	}
}

// OtherQuestion says that another question takes the place of the open one, which waits or is dropped.
type OtherQuestion struct{}

// Answered says that the open question is answered and nothing of its room follows; a question that waits may come in the same text, behind
// these words.
type Answered struct{ Words []string }

// PlanWaits says that something else is done while the question of a plan is open: it comes again in the same text, behind these words.
type PlanWaits struct{ Words []string }

// Resumes says that what was asked last is to be asked again, behind a first sentence. Words are for the report too whose question it is,
// at the answer of this label, or with the notes; "" where none are.
type Resumes struct{ First, Words, Label string }

// Held says that it is noted: a one-on-one was held.
type Held struct{ Meet world.Meet }

// Missed says that it is noted: the two did not meet, since the contact did not come, or for another reason.
type Missed struct{ Meet world.Meet }

// HeldUnplanned says that a one-on-one that nobody planned is known from its report.
type HeldUnplanned struct{ Meet world.Meet }

// SaidMet says that somebody spoke of having met, and what their words tell of it.
type SaidMet struct {
	Meet  world.Meet
	Words string
	Waits bool // its report comes behind what else the text wants
}

// SaidMissed says that somebody spoke of a contact who did not come.
type SaidMissed struct{ Meet world.Meet }

// OtherTime says that a one-on-one is to have another time. Ask is the question that is left, "" where the time may be settled.
type OtherTime struct {
	Meet world.Meet
	Time moment.Said
	Ask  string
}

// MoveTo says that a one-on-one is to be at this time, and at this place, where another is named.
type MoveTo struct {
	Meet  world.Meet
	At    time.Time
	Place string
}

// AnotherOne says that the two may meet once more: a one-on-one like this one, at a time as far as it was said, and at this place, where
// one is known. It is shown to the organizer behind a first sentence, and saved when they say so.
type AnotherOne struct {
	Meet  world.Meet
	Time  moment.Said
	Place string
	First string
}

// Moved says that a one-on-one has another time, and more may follow: "at the library".
type Moved struct{ Meet world.Meet }

// ForOrganizer says that a contact's text is for the organizer to read; Thanks is what the contact is answered.
type ForOrganizer struct {
	Meet   world.Meet
	Thanks string
	Said   lang.Key // what it says in our words, "" where its own words do
	Fields []string // of that
	Kind   string   // of the answer to what the text itself asks; "": mere thanks, which are said once an hour
}

// WordsAlong says that a contact's words go to the organizer with what they answered.
type WordsAlong struct{ Meet world.Meet }

// ForOwn says that a contact's text is for their organizer, whoever that is. Said is what it says in our words, "" where its own words do.
type ForOwn struct {
	Said   lang.Key
	Fields []string
	Thanks string
	Kind   string
}

// StaffTold says that an organizer has words for somebody of the staff, whose name they begin with.
type StaffTold struct{ Words string }

// ListAsked says that an organizer asks in plain words for the list of all that is open.
type ListAsked struct{}

// NumberAlone says that somebody of the organization texted a number, and no question is open.
type NumberAlone struct{}

// RightNumber says which number a contact really has.
type RightNumber struct {
	Meet  world.Meet
	Phone string // E.164
}

// SaidAgain says that a contact is to hear again, behind a first sentence, what stands: their language is another now.
type SaidAgain struct{ First string }

// NoMoreTexts says that an organizer told us that a contact wants no texts.
type NoMoreTexts struct{ Contact person.Person }

// NoTextsSaid says that an organizer tells us that somebody wants no texts, before it is known who.
type NoTextsSaid struct{}

// CorrectSaid says that words at a thank-you may put its report right.
type CorrectSaid struct{ Meet world.Meet }

// ThanksStill says that something of a filed report was put right, which the thank-you that waits has to say, too: a name, a day.
type ThanksStill struct {
	Meet           world.Meet
	First          string // what is said before it
	Old, New       string // a word of it
	OldDay, NewDay string // 2026-12-10
}

// OutcomeOpen says that what became of a one-on-one that is over was taken back.
type OutcomeOpen struct {
	Meet  world.Meet
	First string // what is said before it is asked again
}

// EventDay says that an organizer put the day right of an event that was made of what their contact said. Whoever goes on moves it.
type EventDay struct {
	Meet  world.Meet
	Event uuid.UUID
	Day   string // 2026-12-11
	Told  bool   // the contact, who knew the old day, hears of it
}

// CannotInLoss says that a contact who tells of a death says that they can't come, and nothing against texts.
type CannotInLoss struct{}

// TextsWelcome says that a contact wrote in words that texts are welcome.
type TextsWelcome struct{}

// TextsBack says that it is taken back that a contact wants no texts, as an organizer told at that time; Said is what is said of it.
type TextsBack struct {
	Contact uuid.UUID
	Since   time.Time
	Said    string
}

// NoMoreFor says that it is somebody else who wants no texts than was told before.
type NoMoreFor struct{ Contact person.Person }

// ConsentGiven says that the phone in hand may get texts again.
type ConsentGiven struct{}

// CameAfterAll says that a text may say who came to an event, answered or not.
type CameAfterAll struct{}

// DoneInWords says that a text may say that something that was promised is done.
type DoneInWords struct{}

// PledgedBeside says that somebody says to a contact what they themselves will do; Said is what is said of it, once it is kept.
type PledgedBeside struct {
	Words string
	Meet  world.Meet
	Said  []string
}

// DoneBeside says that a text to another question may say that something that was promised is done; Said is what is said of it. With is the
// contact who is spoken of, where "my promise" is what they were promised.
type DoneBeside struct {
	With uuid.UUID
	Said string
}

// DebriefBack says that a debrief is to have the day that it had; Said is what is said of it.
type DebriefBack struct {
	ID   uuid.UUID
	On   string
	Said string
}

// NoThanksBeside says that a part of a text wants no thank-you to go to somebody.
type NoThanksBeside struct {
	Words string
	Heard bool // the rest of the text has been heard
}

// HoldThanks says that the thank-you of a one-on-one is to wait; Shown is what is said of it.
type HoldThanks struct {
	Meet  world.Meet
	Shown string
}

// TakeBack says that what was said last is to be taken back.
type TakeBack struct{}

// WordsLapse says that another matter takes the place of a question whether words are for a contact: they are not sent.
type WordsLapse struct{}

// WordsToOffer says that an organizer has these words for a contact who asks for another time: they may answer that.
type WordsToOffer struct {
	Meet  world.Meet
	Words string
}

// TakesOffer says that an organizer takes the other time that a contact asks for, and has words for them beside.
type TakesOffer struct{ Meet world.Meet }

// BackToOffer says that the question about another time or place is open again, and the text may answer it.
type BackToOffer struct{}

// MoveSaid says that an organizer wants a one-on-one at another time, which these words say.
type MoveSaid struct {
	Meet  world.Meet
	Words string
}

// TookOver says that the speaker has taken over what another looked after.
type TookOver struct{}

// SaidToCome says that the report in hand says that its contact comes to an event. Event is the event, Shown what "Filed" says of it.
type SaidToCome struct {
	Contact person.Person
	Promise uuid.UUID
	Event   uuid.UUID
	Shown   string
}

// PutOff says that LATER came with words that may put a promise off.
type PutOff struct{ Arg string }

// Listing asks every room for its lines, for LIST or the text of the morning.
type Listing struct {
	Morning bool
	Items   []Line
	Hint    string
	Unsaved []string // what is still being planned
}

// ShowLetter says that somebody asks for a line of the newest list.
type ShowLetter struct {
	Letter string
	Item   world.ListItem
}

// Line is one line of LIST or of the morning text before it has its letter.
type Line struct {
	Kind change.SubjectKind
	ID   uuid.UUID
	Line func(letter string) string
	Old  bool // told on the mornings before
}

// What a choice between one-on-ones may be for, beside a command.
const (
	ThenComing    = "coming"
	ThenNotComing = "not-coming"
)
