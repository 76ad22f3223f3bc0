package turn

import (
	"reflect"

	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is one conversation: what it asks and hears, what begins it, what it makes when its time comes. All that it has to do with other
// rooms are facts.
type Room struct {
	Name      string
	Questions []Question // that it asked, by the kind of the open one
	Commands  []Command  // that begin it
	Guesses   []Guess    // at a text that is no command
	Rows      []Row      // planned, by their rule
	Acts      []Doing    // of staff on the page
	Facts     []Hearing  // that it goes on from
	Last      func(*Turn)
}

// Question is a kind of open question and how its room hears a text.
type Question struct {
	Kind string
	Hear func(*Turn) Reply
}

// Reply is what became of a text that was offered to an open question.
type Reply uint8

// The replies.
const (
	Taken   Reply = iota + 1 // it was an answer
	Another                  // another matter; the question stays
	Closes                   // another matter, and the question is over
)

// Command is a command and what its room does on it.
type Command struct {
	Word understand.Command
	Do   func(*Turn)
}

// Guess is a reading of a text without a command; false says that it reads otherwise.
type Guess struct {
	Rank Rank
	Name string
	Take func(*Turn) bool
}

// Rank orders guesses.
type Rank uint8

// The ranks, in the order in which they are tried.
const (
	AtEcho         Rank = iota + 1 // what is said beside an answer where a plan is shown
	AboutTexts                     // that a contact wants no texts
	HowSlipped                     // what a digit said of how one went was a slip
	TakenBack                      // the last text was a slip
	AsksThem                       // a question for the contact whose words came last, whatever is open
	Asked                          // a question to the record, whatever is open
	Plainly                        // an order that says all that it is about, whatever is open
	Reminded                       // what one wants to be reminded of, whatever is open
	NoThanks                       // that no thank-you is to go, whatever is open
	BeforeQuestion                 // even before the open question hears it
	OfContact                      // a contact's text
	WhoCame                        // who of one's people came to an event
	Ordered                        // an order in a sentence
	DebriefSaid                    // that a debrief was held
	HowItWent                      // how one-on-ones went
	Unplanned                      // a talk that nobody planned
	DoneSaid                       // what was promised is done
	CorrectsFiled                  // what was filed is corrected
	OfList                         // a letter of the newest list
	CameUnasked                    // who came, before anybody asked
	Amended                        // a correction of a one-on-one that was saved
	OtherwiseThen                  // another time for what was just called off, or saved
	ToCome                         // a one-on-one to come
	ChatsOn                        // more words for whom one was just writing to
)

// Row makes what was planned by a rule.
type Row struct {
	Rule string
	Make func(*Turn, reminder.Rule)
}

// Doing is an act of staff and what its room does on it.
type Doing struct {
	Act world.ActKind
	Do  func(*Turn, world.Act)
}

// Hearing is how a room goes on from one kind of fact; true says that it is done with.
type Hearing struct {
	Of reflect.Type
	Do func(*Turn, fact.Fact) bool
}

// On goes on from a fact and is done with it.
func On[F fact.Fact](do func(*Turn, F)) Hearing {
	return Hearing{reflect.TypeFor[F](), func(t *Turn, f fact.Fact) bool {
		do(t,
			f.(F))
		return true
	}} //nolint:forcetypeassert // found by its type
}

// Also goes on from a fact and leaves it to the next room too.
func Also[F fact.Fact](do func(*Turn, F)) Hearing {
	return Hearing{reflect.TypeFor[F](), func(t *Turn, f fact.Fact) bool {
		do(t,
			f.(F))
		return false
	}} //nolint:forcetypeassert // found by its type
}

// If may go on from a fact.
func If[F fact.Fact](do func(*Turn, F) bool) Hearing {
	return Hearing{reflect.TypeFor[F](), func(t *Turn, f fact.Fact) bool { return do(t, f.(F)) }} //nolint:forcetypeassert // found by its type
}
