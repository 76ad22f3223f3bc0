package duty

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// NoteKept is what staff read of words that were kept where they belong, and may say more than was done.
const NoteKept = "kept with a contact's notes: see whether it asks for something"

// Keep writes words of the speaker down with a contact's notes.
func Keep(t *turn.Turn, c person.Person, m world.Meet, words string) {
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: c.ID, Kind: change.NoteWords, Words: turn.Bounded(words), At: t.Now(),
	})
}

// Aside is what of words for a contact is theirs to read. What is told of them behind it stays as a note, staff see it, and so does whoever
// wrote it.
func Aside(t *turn.Turn, m world.Meet, words string) string {
	said, aside := understand.WithoutAside(words, []string{m.Contact.Name, m.Contact.First()})
	if aside == "" {
		return words
	}
	Keep(t, m.Contact, m, aside)
	t.HandToStaff(matter.NeedsAnswer, NoteKept)
	t.SayAlso(strings.TrimSpace(t.Say(lang.SureNoted, "words", report.Excerpt(aside, 80))))
	return said
}
