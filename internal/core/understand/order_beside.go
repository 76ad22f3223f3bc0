package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ToldBeside divides what an organizer says from the words for a contact that stand behind it: "call it off n tell her im sorry" is
// "call it off" and "im sorry". names are those by which the contact may be called; words is "" where none are passed on, or a question is.
func ToldBeside(body string, names []string) (said, words string) {
	f := strings.Fields(body)
	for i := 0; i+1 < len(f); i++ {
		if i > 0 && notTold(strings.Join(bare(f[i-1]), "")) || !lexicon.TellVerbs.Has(strings.Join(bare(f[i]), "")) {
			continue
		}
		words := wordsForThem(f[i], f[i+1:], names)
		if n := len(strings.Fields(words)); n == 0 || n == 1 && !greets(words) ||
			PassesQuestion(" "+strings.Join(f[i:], " ")) {
			continue
		}
		for i > 0 && (lexicon.OrderLeads.Has(strings.Join(bare(f[i-1]), "")) || lexicon.Joins.Has(strings.Join(bare(f[i-1]), ""))) {
			i--
		}
		return strings.TrimRight(strings.Join(f[:i], " "), " ,.;"), words
	}
	return body, ""
}

// greets reports whether a word alone is one to pass on: "sorry", "hi".
func greets(word string) bool {
	w := bareWord(strings.ToLower(word))
	return lexicon.Excuses.Has(w) || lexicon.Greeting.Has(w)
}

// notTold reports whether a word in front of a verb says that nothing is passed on by it: "i told", "dont tell", "had to tell".
func notTold(before string) bool {
	return lexicon.NotAnOrder.Has(before) || lexicon.ThirdPersons.Has(before) || lexicon.ToldOf.Has(before) ||
		lexicon.NotBeforeCancel.Has(before) && !lexicon.OrderLeads.Has(before) && !lexicon.Joins.Has(before)
}

// wordsForThem is what is passed on behind a verb that does, to whoever is spoken of or named; "" where somebody else is, or nobody.
func wordsForThem(verb string, rest, names []string) string {
	first := strings.Join(bare(rest[0]), "")
	switch {
	case len(rest) > 1 && lexicon.MoveTo.Has(first): // "dile a rosa que"
		rest = rest[1:]
		first = strings.Join(bare(rest[0]), "")
	case tellsThem(verb) && lexicon.TellKnow.Has(first): // "dile que"
		return WithoutKnow(strings.Join(rest, " "))
	}
	named := slices.ContainsFunc(names, func(n string) bool { return strings.TrimSpace(Padded(n)) == first })
	if !named && !lexicon.ThirdPersons.Has(first) {
		return ""
	}
	return WithoutKnow(strings.Join(rest[1:], " "))
}

// SelfCannot reports whether an organizer says of themselves, without an "i", that they cannot come: "cant make it today", "im sick as a
// dog cant make it". names are those of the people whom they meet: of whoever is named in front of it, it is said of them.
func SelfCannot(body string, names []string) bool {
	p := Padded(body)
	from, to := lexicon.BareCannot.Find(p)
	if to == 0 || len(body) > maxOthers || strings.ContainsAny(body, "?¿") {
		return false
	}
	before, after := strings.Fields(p[:from]), strings.Fields(p[to:])
	mishap := lexicon.OwnMishaps.Lead(strings.Join(before, " ")) > 0 // "se me descompuso el carro no voy a llegar"
	if !mishap && lexicon.ThirdPersons.Any(before) || lexicon.SpokeWith.In(" "+strings.Join(before, " ")+" ") || lexicon.ToldOf.Any(before) ||
		len(after) > 0 && lexicon.ToldOf.Any(after[:min(len(after), 4)]) {
		return false
	}
	isName := func(w string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.TrimSpace(Padded(n)) == w })
	}
	for len(before) > 0 && !isName(before[0]) && !lexicon.ReasonLeads.Has(before[0]) &&
		(lexicon.OrderLeads.Has(before[0]) || lexicon.Excuses.Has(before[0]) || NamesTime(before[0])) {
		before = before[1:]
	}
	if len(before) == 0 || mishap && !isName(before[len(before)-1]) && !lexicon.Kin.Has(before[len(before)-1]) {
		return true
	}
	last := before[len(before)-1]
	theirs := lexicon.TheirPlaces.Has(before[0]) || lexicon.Kin.Has(last) // "my kid cant make it" is of the kid
	return !isName(last) && lexicon.ReasonLeads.Has(before[0]) && (!theirs || len(before) > 2 && !lexicon.Kin.Has(last))
}

// OrdersMeet reports whether a sentence calls a one-on-one off or gives it another time, whatever reason stands beside it.
func OrdersMeet(body string) bool {
	_, cancels := ReadCancel(body)
	_, _, moves := ReadMove(body)
	_, _, movesOf := ReadMoveOf(body)
	return cancels || moves || movesOf || ReadCannot(body) && ForAll(body)
}

// TellsAYes reports whether the last words of a text pass a yes or a no on: "of course!! tell her yes".
func TellsAYes(body string) bool {
	f := bare(body)
	n := len(f)
	if n < 3 || n > maxSmall || notTold(f[max(0, n-4)]) {
		return false
	}
	verb, whom, said := f[n-3], f[n-2], f[n-1]
	if tellsThem(verb) && lexicon.TellKnow.Has(whom) { // "dile que sí"
		return lexicon.Yes.Has(said) || lexicon.SiIsYes.Has(said) || said == "si" || lexicon.No.Has(said)
	}
	return lexicon.TellVerbs.Has(verb) && lexicon.ThirdPersons.Has(whom) && (lexicon.Yes.Has(said) || lexicon.No.Has(said))
}
