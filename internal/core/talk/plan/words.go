package plan

import (
	"strings"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// absorbPlan takes all that words say of a one-on-one; it reports whether they said anything.
func absorbPlan(t *turn.Turn, p *planData, words string) bool {
	h := understand.Read(withoutManner(words), t.Planning())
	got := false
	if mins, ok := lengthIn(words); ok {
		p.Minutes, got = mins, true
	}
	if h.Person != "" && (p.Name == "" || !fold.Same(h.Person, person.FirstName(p.Name))) { // her first name alone is still her
		planPerson(t, p, h.Person)
		got = true
	}
	if !h.Phone.IsZero() {
		got = true
		planPhone(t, p, h.Phone)
	}
	if h.Email != "" {
		p.Email, got = h.Email, true
	}
	if theyChoose(words) {
		p.Chooses, p.PlaceSet, got = true, true, true
	} else if h.Place != "" {
		setPlace(t, p, h.Place)
		got = true
	}
	if tag, ok := languageIn(words); ok {
		p.Lang, got = tag, true
	}
	if sms.ReadOptOut(words) != sms.NotOptOut {
		p.Calls, got = true, true
	}
	if private(words) {
		p.Private, got = true, true
	}
	if p.Time.Hear(words, h, t.Planning()) {
		got = true
	}
	return got
}

// withoutManner takes off the words what they say of how: it is no part of a place or a name.
func withoutManner(words string) string {
	for {
		from, to := lexicon.PlanManners.Find(words)
		if to == 0 {
			return words
		}
		before := strings.TrimRight(words[:from], " ,")
		if to < len(words) && before != "" {
			before += " "
		}
		words = before + words[to:]
	}
}

// theyChoose reports whether words leave the place to the contact.
func theyChoose(words string) bool { return lexicon.TheyChoose.In(padded(words)) }

// padded is a text in small plain letters with one space around every word, as phrases are looked up in it.
func padded(words string) string {
	return " " + strings.Join(strings.FieldsFunc(lexicon.Plain(strings.ToLower(words)),
		func(r rune) bool { return strings.ContainsRune(" ,.;:!?\n\t()", r) }), " ") + " "
}

// setPlace takes the place. The contact reads it too: "my house" is named by whose it is.
func setPlace(t *turn.Turn, p *planData, place string) {
	place = report.Excerpt(strings.TrimSpace(place), 120)
	if whose, what, ok := strings.Cut(place, " "); ok && len(strings.Fields(what)) == 1 &&
		lexicon.HomeNouns.Has(lexicon.Plain(strings.ToLower(what))) {
		switch whose = lexicon.Plain(strings.ToLower(whose)); {
		case lexicon.MyPlaces.Has(whose):
			place = t.Say(lang.PlaceOfSomebody, "first", t.Who().First(), "place", what)
		case lexicon.TheirPlaces.Has(whose) && p.Name != "":
			place = t.Say(lang.PlaceOfSomebody, "first", person.FirstName(p.Name), "place", what)
		}
	}
	p.Place, p.PlaceSet, p.Chooses = place, true, false
}

func private(words string) bool { return lexicon.PrivateWords.In(padded(words)) }

func languageIn(words string) (lang.Tag, bool) {
	for _, w := range strings.Fields(padded(words)) {
		if tag, ok := lexicon.Named(w); ok {
			return tag, true
		}
	}
	return "", false
}

// lengthIn reads how long a one-on-one is to be: "30 min", "an hour", "una hora", "media hora".
func lengthIn(words string) (int, bool) {
	f := strings.Fields(strings.ToLower(words))
	for i, w := range f {
		w = strings.Trim(w, ".,;!")
		unit, n := w, 0
		if i > 0 {
			n = number(strings.Trim(f[i-1], ".,;"))
		}
		if k := strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }); k > 0 { // 30min
			n, unit = number(w[:k]), w[k:]
		}
		switch lexicon.Look(unit).Time {
		case lexicon.Minute:
			if n >= 10 && n <= 240 && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")) {
				return n, true
			}
		case lexicon.Hour:
			switch {
			case i > 0 && (f[i-1] == "half" || f[i-1] == "media"), i > 1 && f[i-2] == "half":
				return 30, true
			case i > 0 && (f[i-1] == "an" || f[i-1] == "una") && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")):
				return 60, true
			case n >= 1 && n <= 4 && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")):
				return 60 * n, true
			}
		}
	}
	return 0, false
}

func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
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
	p.Calls, p.Tries = true, 0
	nextOfPlan(t, p, "")
	return true
}
