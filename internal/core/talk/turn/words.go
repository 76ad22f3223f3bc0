package turn

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
)

// SaysMore reports whether an answer says more than the bare answer: what it says is for whoever asked.
func (t *Turn) SaysMore() bool { return t.w.Heard.Digit == 0 && t.w.Heard.OwnWords }

// Rename corrects how a contact is called: the same person, with the same number. It returns what says so.
func (t *Turn) Rename(c person.Person, name string) string {
	old := c.Name
	c.Name = name
	t.Add(change.SavePerson{Person: c, At: t.Now()})
	return t.Say(lang.ChangedName, "new", name, "old", old)
}
