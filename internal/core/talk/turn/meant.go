package turn

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// AnswerWindow is how long words without a command may be meant for the contact whose text just came.
const AnswerWindow = 15 * time.Minute

// Meant finds which of the one-on-ones a sentence speaks of: by a name anywhere in it, by a day or an hour, else the one that is talked
// about, else all. A name that none of them has means none.
func (t *Turn) Meant(words string, pool []world.Meet) (hits []world.Meet, named bool) {
	hits, named = namedIn(words, pool)
	if !named {
		if t.w.Heard.Person != "" && !strings.EqualFold(t.w.Heard.Person, t.who.First()) && strings.Contains(words, t.w.Heard.Person) {
			return nil, true
		}
		hits = pool
	}
	for _, m := range hits[:min(len(hits), 9)] {
		words = understand.WithoutDatedName(words, m.Contact.First())
	}
	r := understand.Times(words, t.Planning())
	if today := when.DateOf(t.now.In(t.loc)); r.HasDate() && r.Date.Compare(today.AddDays(1)) > 0 && r.Date.Compare(today.AddDays(7)) <= 0 &&
		!slices.ContainsFunc(hits, func(m world.Meet) bool { return t.isThen(m, r) }) {
		if i := slices.IndexFunc(hits, func(m world.Meet) bool { return m.StartsAt.In(t.loc).Weekday() == r.Date.Weekday() }); i >= 0 {
			r.Date = when.DateOf(hits[i].StartsAt.In(t.loc)) // "Thursday's": of the week in which one is
		}
	}
	if on := slices.DeleteFunc(slices.Clone(hits), func(m world.Meet) bool { return !t.isThen(m, r) }); len(on) > 0 &&
		(r.HasDate() || r.HasClock) {
		return on, true
	} else if r.HasDate() {
		return nil, true
	}
	if !named {
		r := DecodeRelay(t.conv.Relay) // whose words came last, a short while ago
		answers := r.Contact != uuid.Nil && t.now.Sub(r.At) <= AnswerWindow
		for _, m := range pool {
			if m.ID == t.conv.SubjectID || answers && m.ID == r.Meeting {
				return []world.Meet{m}, false
			}
		}
	}
	return hits, named
}

func (t *Turn) isThen(m world.Meet, r when.Reading) bool {
	l := m.StartsAt.In(t.loc)
	return (!r.HasDate() || when.DateOf(l) == r.Date) && (!r.HasClock || r.Hour == l.Hour() && r.Minute == l.Minute())
}

// namedIn finds the one-on-ones whose contact's whole name, else first name, stands in words.
func namedIn(words string, pool []world.Meet) ([]world.Meet, bool) {
	p := understand.Padded(words)
	var whole, first []world.Meet
	for _, m := range pool {
		name, short := strings.TrimSpace(understand.Padded(m.Contact.Name)), strings.TrimSpace(understand.Padded(m.Contact.First()))
		switch {
		case has(p, name):
			whole = append(whole, m)
		case has(p, short):
			first = append(first, m)
		}
	}
	if len(whole) > 0 {
		return whole, true
	}
	return first, len(first) > 0
}

// Names reports whether padded words name somebody, with or without what makes it possessive.
func Names(padded, name string) bool { return has(padded, strings.TrimSpace(understand.Padded(name))) }

// has reports whether a name stands in padded words, with or without what makes it possessive.
func has(padded, name string) bool {
	for _, s := range []string{" ", "s ", "'s ", "' "} {
		if name != "" && strings.Contains(padded, " "+name+s) {
			return true
		}
	}
	return false
}
