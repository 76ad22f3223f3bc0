package told

import (
	"strings"

	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// MayBeAnother reports whether a text names somebody else, or plans another one-on-one with the same contact.
func MayBeAnother(t *turn.Turn, m world.Meet) bool {
	body := t.Body()
	if place := t.Heard().Place; place != "" { // "at Lupita's Bakery" names nobody
		body = strings.Replace(body, place, "", 1)
	}
	hits, named := t.Meant(body, t.Organized())
	if named && len(hits) > 0 && hits[0].ContactID != m.ContactID || NamesAnother(t, m, understand.Padded(body)) {
		return true
	}
	if _, fixes := understand.NameCorrected(t.Body(), m.Contact.Name); fixes || spoken.Corrects(t.Body()) &&
		spoken.NameGiven(t.Body(), m.Contact.Name) != "" {
		return false
	}
	name := t.Heard().Person
	if lead := t.LeadingContact(); lead != "" {
		return !strings.HasPrefix(strings.ToLower(lead), strings.ToLower(m.Contact.Name))
	}
	// two names in small letters
	if led := understand.Read("meeting "+t.Body(), t.Planning()).Person; name == "" && spoken.HasTime(t.Heard()) &&
		strings.Contains(led, " ") {
		name = led
	}
	return name != "" && !spoken.SameName(name, m.Contact.Name) && !spoken.SameName(name, m.Contact.First())
}

// NamedWhole is the full name of the only contact whom words name so; "" where there is none, or another.
func NamedWhole(t *turn.Turn, words string) string {
	p, name := understand.Padded(words), ""
	for _, c := range t.Contacts() {
		if full := understand.Padded(c.Name); c.Name == name || !strings.Contains(strings.TrimSpace(full), " ") || !strings.Contains(p, full) {
			continue
		}
		if name != "" {
			return ""
		}
		name = c.Name
	}
	return name
}
