// Package whose says for whom a text is that comes from a phone with contacts of several organizers: a family's, or one person whom two
// know. What it writes is for one of them, and none of the others' business: where it does not say for whom, a person reads it.
package whose

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// tieFor is how long a one-on-one that is over still makes its organizer one of those who may be meant.
const tieFor = 7 * 24 * time.Hour

// AnswersFor is how long what a contact writes may answer the organizer's own words.
const AnswersFor = 3 * 24 * time.Hour

// Ties lists the organizers whose contacts have this phone, by their records and by the one-on-ones at hand.
func Ties(t *turn.Turn) []person.Person {
	out := slices.Clone(t.Organizers())
	for _, m := range t.Meetings() {
		if t.IsMine(m) && t.Now().Sub(m.Ends()) < tieFor {
			out = append(out, m.Organizer)
		}
	}
	seen := map[uuid.UUID]bool{uuid.Nil: true}
	return slices.DeleteFunc(out, func(p person.Person) bool {
		was := seen[p.ID]
		seen[p.ID] = true
		return was
	})
}

// Addressed is the one among several organizers whom the text names, by name or by that of whose work they took over.
func Addressed(t *turn.Turn) (person.Person, bool) {
	ties := Ties(t)
	if len(ties) < 2 || t.Kind() != world.TextIn {
		return person.Person{}, false
	}
	var hit person.Person
	for _, o := range ties {
		if !names(t, o) && !slices.ContainsFunc(t.Meetings(), func(m world.Meet) bool {
			return m.OrganizerID == o.ID && m.Handed() && !slices.ContainsFunc(ties, func(p person.Person) bool { return p.ID == m.Before.ID }) &&
				names(t, m.Before)
		}) {
			continue
		}
		if hit.ID != uuid.Nil {
			return person.Person{}, false // both are named
		}
		hit = o
	}
	return hit, hit.ID != uuid.Nil
}

// names reports whether the text names somebody. A first name that one of the phone's own people bears names nobody else.
func names(t *turn.Turn, p person.Person) bool {
	if p.Name == "" {
		return false
	}
	body := t.Body()
	if strings.Contains(understand.Padded(body), understand.Padded(p.Name)) {
		return true
	}
	first := p.First()
	own := slices.ContainsFunc(t.People(), func(o person.Person) bool { return fold.Same(o.First(), first) })
	return !own && callsByName(body, first)
}

// Writer is whoever of several people on a phone says that it is them who write: "maria here", "this is jose", "soy Rosa".
func Writer(t *turn.Turn) (person.Person, bool) {
	if len(t.People()) < 2 || t.Kind() != world.TextIn {
		return person.Person{}, false
	}
	f := strings.Fields(understand.Padded(t.Body()))
	for _, p := range t.People() {
		first := bare(p.First())
		for i := 0; i < min(len(f), 5); i++ {
			if f[i] != first {
				continue
			}
			for n := 1; n <= 2 && i-n >= 0; n++ {
				if lexicon.SpeaksAs.Has(strings.Join(f[i-n:i], " ")) {
					return p, true
				}
			}
			if i+1 < len(f) && lexicon.HereWriting.Has(f[i+1]) && (i == 0 || i == 1 && lexicon.Greeting.Has(f[0])) {
				return p, true
			}
		}
	}
	return person.Person{}, false
}

// namesAnothers reports whether the text names another organizer's contact who has this phone.
func namesAnothers(t *turn.Turn, m world.Meet) bool {
	return slices.ContainsFunc(t.People(), func(p person.Person) bool {
		return p.OrganizerID != m.Organizer.ID && !fold.Same(p.First(), m.Contact.First()) && callsByName(t.Body(), p.First())
	})
}

// callsByName reports whether a word of the text is this name and not another word that is written alike, as "may" and "luz" are: it has
// a capital, is called out to, or follows a word that leads to a person. A pronoun behind the first word makes a verb of it.
func callsByName(body, name string) bool {
	words := strings.Fields(body)
	for i, w := range words {
		said := strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",.;:!?¿¡()\"“”-–"), "'s"), "’s")
		if !fold.Same(said, name) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(said)
		called := strings.HasSuffix(w, ",")
		switch {
		case called:
			return true
		case i == 0:
			if len(words) > 1 && !lexicon.NoNameBefore.Has(bare(words[1])) {
				return true
			}
		case unicode.IsUpper(r) && !endsSentence(words[i-1]), lexicon.CallsOn.Has(bare(words[i-1])):
			return true
		}
	}
	return false
}

func bare(word string) string { return strings.TrimSpace(understand.Padded(word)) }

func endsSentence(word string) bool { return strings.ContainsAny(word[len(word)-1:], ".!?") }

// MayRead reports whether it is plain that this text is for an organizer to read: nobody else may be meant, or it names her or him, or it
// answers what she or he just wrote or asked.
func MayRead(t *turn.Turn, m world.Meet) bool {
	ties := Ties(t)
	if len(ties) < 2 || t.Kind() != world.TextIn {
		return true
	}
	if named, ok := Addressed(t); ok {
		return named.ID == m.Organizer.ID
	}
	several := slices.ContainsFunc(ties, func(p person.Person) bool { return names(t, p) })
	if several || namesAnothers(t, m) {
		return false
	}
	r := turn.DecodeRelay(t.Conv().Relay)
	if !r.Told.IsZero() && t.Now().Sub(r.Told) < AnswersFor && (t.Conv().Kind == "" || r.Told.After(t.Conv().AskedAt)) {
		return r.By == m.Organizer.ID
	}
	return asks(t, m) && (answersIt(t) || ofItsDay(t, m))
}

// ofItsDay reports whether the text names an hour of the day on which the one-on-one is that is asked about, and no other organizer's is:
// "el sabado nada mas que sea a las 5".
func ofItsDay(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	on := func(o world.Meet) bool {
		at := when.DateOf(o.StartsAt.In(t.Loc()))
		return h.When.Date == at || h.When.BareWeekday && h.When.Date.Weekday() == at.Weekday()
	}
	return h.When.HasDate() && h.When.HasClock && m.Open() && on(m) && !slices.ContainsFunc(t.Meetings(), func(o world.Meet) bool {
		return t.IsMine(o) && o.Organizer.ID != m.Organizer.ID && o.Open() && on(o)
	})
}

// OwnConsent is what holds of texts to the speaker: a phone's no is everybody's who has it; its yes is another organizer's contact's only
// once they gave their own.
func OwnConsent(t *turn.Turn) person.Consent {
	c := t.Phone().Consent
	if c == person.ConsentYes && !t.Who().Works() && t.Who().ID != uuid.Nil && t.Who().Consent == person.ConsentUnknown && len(Ties(t)) > 1 {
		return person.ConsentUnknown
	}
	return c
}

// asks reports whether the open question is about this one-on-one, or about an event that its organizer asked to.
func asks(t *turn.Turn, m world.Meet) bool {
	return t.Conv().Kind == world.MeetTalk && t.Conv().SubjectID == m.ID || t.Conv().Kind == world.GuestTalk && m.ID == uuid.Nil
}

// answersIt reports whether the text answers a question of ours, whatever it says beside.
func answersIt(t *turn.Turn) bool {
	h := t.Heard()
	return h.Digit != 0 || h.Reply != understand.NoReply || h.Command == understand.Where || understand.AskedIn(t.Body()) != 0 ||
		t.Conv().Question == turn.QBetter && (h.When.HasDate() || h.When.HasClock)
}

// AnswersWords reports whether a contact's text may answer the organizer's own words, which came last.
func AnswersWords(t *turn.Turn) bool {
	told := turn.DecodeRelay(t.Conv().Relay).Told
	return !told.IsZero() && t.Now().Sub(told) < AnswersFor && (t.Conv().Kind == "" || told.After(t.Conv().AskedAt))
}

// WroteSinceYes reports whether a plain yes comes behind words of the contact's that their organizer read since the yes before it: it may
// have been a doubt, and they read this one too.
func WroteSinceYes(t *turn.Turn, m world.Meet) bool {
	at := turn.DecodeRelay(t.Conv().Relay).At
	f := strings.Fields(understand.Padded(t.Body()))
	return m.Status == meeting.Confirmed && at.After(m.AnsweredAt) && t.Now().Sub(at) < AnswersFor && len(f) <= mostYes &&
		slices.ContainsFunc(f, func(w string) bool { return understand.PlainYes(w) && !lexicon.YesMildly.Has(w) })
}

// mostYes is how many words a yes has that says little else.
const mostYes = 5
