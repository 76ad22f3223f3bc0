// Package person is who the people are: their roles, languages, ways to be reached. It is pure.
package person

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/core/zones"
)

// Role is what somebody is to the organization; a person has a set of them.
type Role string

// The roles.
const (
	Contact   Role = "contact"
	Organizer Role = "organizer"
	Staff     Role = "staff"
	Admin     Role = "admin"
	Viewer    Role = "viewer"
)

// ParseRole returns the role that s names.
func ParseRole(s string) (Role, bool) {
	switch r := Role(s); r {
	case Contact, Organizer, Staff, Admin, Viewer:
		return r, true
	}
	return "", false
}

// Consent is what a phone has said, or has been said, about getting texts. The values are stored.
type Consent int16

// The consents. Doubtful holds texts until staff decide.
const (
	ConsentUnknown  Consent = 0
	ConsentYes      Consent = 1
	ConsentNo       Consent = 2
	ConsentDoubtful Consent = 3
)

// Consents lists every consent.
func Consents() []Consent { return []Consent{ConsentUnknown, ConsentYes, ConsentNo, ConsentDoubtful} }

// String names the consent as exports do: a doubtful one is not yet known.
func (c Consent) String() string {
	switch c {
	case ConsentYes:
		return "yes"
	case ConsentNo:
		return "no"
	case ConsentUnknown, ConsentDoubtful:
	}
	return "unknown"
}

// Person is somebody Reportback knows.
type Person struct {
	ID           uuid.UUID
	PhoneID      int64 // 0: no phone
	Phone        sms.Phone
	Name         string
	Preferred    string
	Email        string
	Language     lang.Tag // "": not known, the organization's is used
	Zone         string   // IANA; "": the organization's
	Roles        []Role
	BestWay      string
	AccessNeeds  string
	DietaryNeeds string
	Relationship string
	Notes        string
	OrganizerID  uuid.UUID   // who looks after this contact; zero if nobody
	Consent      Consent     // of the phone
	ReachBad     bool        // texts do not reach the phone, or it is locked
	Paused       time.Time   // until when the phone wants no texts, zero for no such day
	TextHours    when.Window // in which alone the phone wants texts, zero where any hour of day will do
	Version      int
}

// Is reports whether the person holds any of the roles.
func (p Person) Is(roles ...Role) bool {
	for _, r := range roles {
		if slices.Contains(p.Roles, r) {
			return true
		}
	}
	return false
}

// Works reports whether the person is on the organization's side: the texts of such a person are commands and answers.
func (p Person) Works() bool { return p.Is(Organizer, Staff, Admin) }

// Reached reports whether texts reach somebody who works here: being added by staff is their consent, an opt-out of their own ends it.
func (p Person) Reached() bool {
	return !p.Phone.IsZero() && p.Consent != ConsentNo && p.Consent != ConsentDoubtful && !p.ReachBad
}

// First returns the name to speak to the person with.
func (p Person) First() string {
	if p.Preferred != "" {
		return p.Preferred
	}
	return FirstName(p.Name)
}

// PlainName is a name as it is kept: one space between its words, and nothing that is not seen.
func PlainName(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)), " ")
}

// FirstName returns the first word of a name, passing over a title.
func FirstName(name string) string {
	words := strings.Fields(name)
	if len(words) == 2 && title(words[0]) {
		return name // Sra. Medina: there is no first name to take
	}
	for len(words) > 1 && (title(words[0]) || nick(words)) {
		words = words[1:]
	}
	if len(words) == 0 {
		return name
	}
	return words[0]
}

func title(w string) bool {
	l := lexicon.Look(strings.TrimSuffix(lexicon.Plain(w), "."))
	return l.In(lexicon.Titles) || l.In(lexicon.Honorifics)
}

// nick reports whether a name begins with what somebody is called by before it: "Big Mike".
func nick(words []string) bool {
	next := lexicon.Plain(words[1])
	return lexicon.Nicks.Has(lexicon.Plain(words[0])) && (lexicon.FirstNames.Has(next) || len(words) > 2 && lexicon.Nicks.Has(next))
}

// Location returns the person's zone, else the organization's.
func (p Person) Location(org *time.Location) *time.Location {
	if p.Zone == "" {
		return org
	}
	if loc, err := zones.Load(p.Zone); err == nil {
		return loc
	}
	return org
}

// ByCall is the best way to reach who asked for calls; a number behind it is the one they asked to be called on.
const ByCall = "call"

// CallAt is the number, other than the one that texts, on which somebody asked to be called; zero for none.
func (p Person) CallAt() sms.Phone {
	rest, ok := strings.CutPrefix(p.BestWay, ByCall+" ")
	if !ok {
		return sms.Phone{}
	}
	if at, err := sms.ParsePhone(rest); err == nil && rest == at.Display() && at != p.Phone {
		return at
	}
	return sms.Phone{}
}

// Called is the number on which somebody is called; zero for none.
func (p Person) Called() sms.Phone {
	if at := p.CallAt(); !at.IsZero() {
		return at
	}
	return p.Phone
}

// CallingOn is the best way to reach who asked for calls, on this number where it is not the one that texts.
func (p Person) CallingOn(at sms.Phone) string {
	if at.IsZero() || at == p.Phone {
		return ByCall
	}
	return ByCall + " " + at.Display()
}

// Firsts are the first names of several people.
func Firsts(people []Person) (out []string) {
	for _, p := range people {
		out = append(out, p.First())
	}
	return out
}

// Way names the best way to reach somebody, "call", "text" or "email", when the words for it are plain; the words stay beside it. Who asks
// for calls gets no texts.
func Way(words string) string {
	words = lexicon.Plain(words)
	p := " " + strings.Join(strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" ,.;:!?/()\n", r) }), " ") + " "
	for _, not := range lexicon.NotCalls.Padded() { // "nobody call her at work" is no wish for calls
		p = strings.ReplaceAll(p, not, " ")
	}
	if lexicon.CallsDisliked.In(p) {
		if lexicon.NotTexts.In(p) || lexicon.WaysEmail.In(p) || !lexicon.TextsRather.In(p) && !lexicon.WaysText.In(p) {
			return ""
		}
		return "text"
	}
	found := ""
	for _, w := range [...]struct {
		list lexicon.List
		way  string
	}{{lexicon.WaysCall, ByCall}, {lexicon.WaysText, "text"}, {lexicon.WaysEmail, "email"}} {
		if !w.list.In(p) {
			continue
		}
		if found == ByCall && w.way == "text" && lexicon.NotTexts.In(p) { // "call, no texts"
			continue
		}
		if found != "" {
			return "" // two ways named: the words decide, not we
		}
		found = w.way
	}
	if found == ByCall && lexicon.CallHours.In(p) && !lexicon.NoTextsBut.In(p) && !lexicon.NotTexts.In(p) {
		return "" // "call after 6" says when, and is no word against texts
	}
	return found
}
