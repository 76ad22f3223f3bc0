package plan

import (
	"slices"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/plan/told"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// absorbPlan takes all that words say of a one-on-one; it reports whether they said anything.
func absorbPlan(t *turn.Turn, p *planData, words string) bool {
	words = spoken.FromForm(words)
	words = understand.WithoutTakenBack(understand.WholeNumbers(understand.WithoutHesitation(understand.Dictated(words))), t.Planning())
	onStreet := ""
	if (p.Time.Date != "" || p.Time.Base != "") && understand.NamesStreet(words) { // "the clinic on 12th" is no other day
		onStreet = spoken.PlaceOnStreet(words, t.Planning())
		words, _ = understand.WithoutStreet(words)
	}
	h := understand.Read(spoken.WithoutManner(words), t.Planning())
	h.Place = phrase.OrElse(onStreet, h.Place)
	got := false
	if mins, ok := spoken.LengthIn(words); ok {
		p.Minutes, got = mins, true
	}
	if h.Person != "" && (p.Name == "" || !fold.Same(h.Person, person.FirstName(p.Name))) && // her first name alone is still her
		!(p.Name != "" && ofStaff(t, h.Person, p.Name)) {
		planPerson(t, p, h.Person)
		got = true
	}
	if name := told.NamedWhole(t, words); p.Name == "" && name != "" {
		planPerson(t, p, name)
		got = true
	}
	if !h.Phone.IsZero() && !understand.NumberOfAnother(words, p.Name) { // "and then her sister tina 206-555-0189"
		got = true
		planPhone(t, p, h.Phone)
		p.Numbers = spoken.NumbersIn(h, t.Phone().Phone, t.Org().Number)
	}
	if h.CallOnly != "" && h.Phone.IsZero() { // it stays with what is told about the one-on-one, for whoever calls
		p.NoPhone, p.Note, got = true, phrase.Join(p.Note, h.CallOnly), true
	}
	if h.Phone.IsZero() && h.CallOnly == "" {
		p.NoPhone = p.NoPhone || understand.HasNoPhone(words)
		p.Bad = understand.UnusableNumber(words)
	}
	if h.Email != "" {
		p.Email, got = h.Email, true
	}
	if usual := usualPlace(t, *p, words); usual != "" {
		setPlace(t, p, usual)
		got = true
	} else if spoken.TheyChoose(words) {
		p.Chooses, p.PlaceSet, got = true, true, true
	} else if h.Place != "" {
		setPlace(t, p, h.Place)
		got = true
	} else if place := spoken.OnPhone(words); place != "" {
		setPlace(t, p, phrase.OrElse(p.Place, place))
		got = true
	}
	if tag, ok := spoken.LanguageIn(words); ok {
		p.Lang, got = tag, true
	}
	if sms.ReadOptOut(words) != sms.NotOptOut || spoken.CallsThem(p.Name, words) || understand.SaysNoTexts(words) {
		p.Calls, got = true, true
	}
	if spoken.Agreed(words) {
		p.Agreed, got = true, true
	}
	if spoken.Private(words) {
		p.Private, got = true, true
	}
	if p.Time.Hear(words, h, t.Planning()) {
		got = true
	}
	return got
}

// ofStaff reports whether a name is no more than a staff member's first name, with the surname of before at most: "no, that's w sam" names
// nobody else to meet.
func ofStaff(t *turn.Turn, name, before string) bool {
	first, last, _ := strings.Cut(name, " ")
	_, was, _ := strings.Cut(before, " ")
	return (last == "" || fold.Same(last, was)) &&
		slices.ContainsFunc(t.Staff(), func(p person.Person) bool { return fold.Same(first, p.First()) })
}

// usualPlace is where the two met last, where words say that it is there again; "" when they do not, or have not met of late.
func usualPlace(t *turn.Turn, p planData, words string) (place string) {
	if !lexicon.UsualPlace.In(understand.Padded(words)) && !understand.SaysSamePlace(words) {
		return ""
	}
	for _, m := range t.Meetings() { // by start
		if m.OrganizerID == t.Who().ID && m.Place != "" && p.Contact != uuid.Nil && m.ContactID == p.Contact {
			place = m.Place
		}
	}
	return place
}

// setPlace takes the place. The contact reads it too: "my house" is named by whose it is.
func setPlace(t *turn.Turn, p *planData, place string) {
	place, beside := understand.PlaceEnds(spoken.PlaceAlone(place))
	p.Note = report.Excerpt(phrase.Join(p.Note, beside), 600)
	place = strings.TrimRightFunc(place, func(r rune) bool { return unicode.Is(unicode.So, r) || unicode.IsSpace(r) }) // 🙌
	place = report.Excerpt(strings.TrimSpace(place), 120)
	if whose, what, ok := strings.Cut(place, " "); ok && understand.OfSomebody(what) {
		what, where := understand.OwnedAt(what)
		switch whose = lexicon.Plain(strings.ToLower(whose)); {
		case lexicon.MyPlaces.Has(whose):
			place = t.Say(lang.PlaceOfSomebody, "first", t.Who().First(), "place", what) + where
		case lexicon.TheirPlaces.Has(whose) && p.Name != "":
			place = t.Say(lang.PlaceOfSomebody, "first", person.FirstName(p.Name), "place", what) + where
		}
	}
	p.Place, p.PlaceSet, p.Chooses = place, true, false
}

// wantsNoTexts takes it into an open plan that its contact wants no texts; false where the words name somebody else.
func wantsNoTexts(t *turn.Turn, _ fact.NoTextsSaid) bool {
	p, words := turn.Data[planData](t), understand.Padded(t.Body())
	if t.Conv().Kind != world.PlanTalk || t.Conv().Question == turn.QSaved || p.Name == "" {
		return false
	}
	for _, m := range t.Organized() {
		if m.ContactID != p.Contact && turn.Names(words, m.Contact.First()) && !turn.Names(words, person.FirstName(p.Name)) {
			return false
		}
	}
	was := p
	p.Calls, p.Tries = true, 0
	first := ""
	if _, asked := stepOf(t.Conv().Question); asked { // it is asked once more
		first = noted(t, was, p)
	}
	nextOfPlan(t, p, first)
	return true
}
