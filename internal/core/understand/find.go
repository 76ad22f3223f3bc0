package understand

import (
	"cmp"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// word is one word of a text, with where it stands.
type word struct {
	s        string
	low      string // in lower case, without accents
	from, to int
	named    bool // a month or a day that is somebody's name here
}

func split(s string) []word {
	out := make([]word, 0, strings.Count(s, " ")+strings.Count(s, "\n")+1)
	low := lexicon.Plain(s) // has its spaces where the text has them
	for i, k := 0, 0; i < len(s); {
		j, l := wordEnd(s, i), wordEnd(low, k)
		if j > i {
			out = append(out, word{s: s[i:j], low: low[k:l], from: i, to: j})
		}
		i, k = j+1, l+1
	}
	return out
}

// wordEnd returns where the word that begins at i ends.
func wordEnd(s string, i int) int {
	for i < len(s) && !isSpace(s[i]) {
		i++
	}
	return i
}

func inSpans(w word, spans []when.Span) bool {
	for _, sp := range spans {
		if w.from < sp.To && sp.From < w.to {
			return true
		}
	}
	return false
}

// findPerson takes the name after with, w/, con, met, saw, meet; else the first run of capitalised words that is no place, day or
// command; else a name in lower case at the beginning, before a number, a day or an hour.
func findPerson(words []word, spans []when.Span, led bool) string {
	if n := cmp.Or(insteadNamed(words, spans), calledSo(words, spans)); n != "" {
		return n
	}
	if led { // "meet maria thurs": what follows the command is the name
		if n := nameFrom(words, 0, spans, true); n != "" {
			return n
		}
	}
	for i, w := range words {
		if inSpans(w, spans) {
			continue
		}
		if leadsOn(words, i, spans) {
			continue
		}
		if lexicon.LeadsToName.Has(strings.Trim(w.low, ",.:;")) || labelsName(w) || i == 0 && len(w.low) > 4 && slip(w.low, "meeting") ||
			w.low == "into" && i > 0 && lexicon.RanInto.Has(words[i-1].low) {
			if n := nameFrom(words, i+1, spans, true); n != "" {
				if i > 0 && !surelyNamed(words[i+1:], n) && writtenLarge(words[:i], spans) { // "Meet Jo Park ..., needs a chair w arms"
					continue
				}
				return n
			}
		}
	}
	if n := plannedName(words, spans); n != "" {
		return n
	}
	for i := range words {
		if inSpans(words[i], spans) || !capital(words[i].s) || lexicon.Greeting.Has(unmarked(words[i].low)) ||
			strings.HasSuffix(words[i].s, ":") || i > 0 && houseNumber(words, i-1, spans) || countedThing(words, i) {
			continue
		}
		if n := nameFrom(words, i, spans, false); n != "" {
			if low := unmarked(words[i].low); i > 0 && !lexicon.FirstNames.Has(low) && !lexicon.Titles.Has(low) && !words[i].named {
				n = cmp.Or(leadless(words, spans), n) // "rosa diaz lunes 4pm Mercado Central"
			}
			return n
		}
	}
	if n := leadless(words, spans); n != "" {
		return n
	}
	return cmp.Or(trailing(words, spans), nameBehind(words, spans), numberOf(words, spans), firstOfTwo(words, spans))
}

// surelyNamed reports whether a name behind "with" is written as one, or is one that is known.
func surelyNamed(words []word, name string) bool {
	first, _, _ := strings.Cut(name, " ")
	for _, w := range words {
		if strings.EqualFold(unmarked(w.s), first) {
			return capital(w.s) || lexicon.FirstNames.Has(unmarked(w.low))
		}
	}
	return true
}

// writtenLarge reports whether words have a name of two parts in capitals before them.
func writtenLarge(words []word, spans []when.Span) bool {
	for i, w := range words {
		if !inSpans(w, spans) && capital(w.s) && lexicon.FirstNames.Has(unmarked(w.low)) && nameFrom(words, i, spans, false) != "" {
			return true
		}
	}
	return false
}

// labelsName reports whether a word with its colon says that a name follows: "Client: Rosa Diaz".
func labelsName(w word) bool {
	if !strings.HasSuffix(w.low, ":") {
		return false
	}
	l := lexicon.Look(strings.TrimRight(w.low, ":"))
	return l.In(lexicon.LabelContact) || l.In(lexicon.LabelPerson)
}

// nameFrom collects a name that begins at word i. After a word such as "with" a lower-case name counts too.
func nameFrom(words []word, i int, spans []when.Span, led bool) string {
	article := false
	for led && i < len(words) && (passes(words[i].low) || (relation(words[i].low) || kinTitle(words, i)) && i+1 < len(words) ||
		joinedAt(words, i) || spelledTitle(words, i)) && !namedKin(words, i) {
		low := words[i].low
		article = (article || lexicon.NameArticles.Has(low)) && !relation(low)
		i++
	}
	if k := kinOf(words, i); k > i {
		i, article = k, false
	}
	if k, ofKin := kinOfWhom(words, i); led && ofKin { // "la hija de Rosa, Ana"
		if k == len(words) {
			return ""
		}
		i, article = k, false
	}
	if n := lastFirst(words, i, spans); n != "" {
		return n
	}
	if article && i < len(words) && (words[i].named || lexicon.FirstNames.Has(unmarked(words[i].low)) ||
		lexicon.NickNames.Has(unmarked(words[i].low)) || lexicon.Titles.Has(unmarked(words[i].low))) {
		article = false // "vi a la rosa"
	}
	led = led && !article // "con el dueño": a name after an article has its capital
	var parts []string
	given := 0 // parts that are no title
	for k := i; k < len(words) && len(parts) < 9; k++ {
		w := strings.Trim(words[k].s, ",.;:!?()")
		if inSpans(words[k], spans) || w == "" || !namePart(words, k, given, led, spans) {
			break
		}
		name := nameCase(w, len(parts))
		dotted := strings.HasPrefix(strings.TrimLeft(words[k].s, "("), w+".")
		low := unmarked(words[k].low)
		short := lexicon.Titles.Has(low) || initial(words[k].s) || lexicon.NameSuffixes.Has(low) || shortName(low)
		if dotted && short {
			name += "." // Sra. Medina
		}
		if !lexicon.Titles.Has(low) && !lexicon.NameParticles.Has(low) {
			given++
		}
		parts = append(parts, name)
		if w != words[k].s && strings.ContainsAny(words[k].s[len(words[k].s)-1:], ",.;:!?") && !(short && dotted) && !beforeSuffix(words, k) {
			break
		}
	}
	for len(parts) > 0 && lexicon.NameParticles.Has(lexicon.Plain(parts[len(parts)-1])) {
		parts = parts[:len(parts)-1]
	}
	if given >= manyGiven && ofPlace(words, i, len(parts), spans) {
		parts = parts[:len(parts)-1]
	}
	if given == 0 {
		return "" // a title alone
	}
	return withoutOwning(strings.Join(parts, " "))
}

// manyGiven is how many parts a name has of which the last may be a place's.
const manyGiven = 3

// ofPlace reports whether the last of n capitals belongs to the place right behind them: "Amira Haddad Northgate library". Of "Maria Elena
// Cruz" all three are hers.
func ofPlace(words []word, i, n int, spans []when.Span) bool {
	last, noun := i+n-1, i+n
	return noun < len(words) && words[last].s == unmarked(words[last].s) && !words[last].named && !inSpans(words[noun], spans) &&
		placeNoun(unmarked(words[noun].low)) && capital(words[last].s) && !lexicon.FirstNames.Has(words[last].low) &&
		!lexicon.NameSuffixes.Has(words[last].low) && !lexicon.FirstNames.Has(unmarked(words[i+1].low)) &&
		!lexicon.NameParticles.Has(words[i+1].low)
}

// withoutOwning takes off what says that something is somebody's: of "just left Bernice's" it is Bernice.
func withoutOwning(name string) string {
	for _, s := range [...]string{"'s", "’s"} {
		if n, owns := strings.CutSuffix(name, s); owns && len(n) > 2 {
			return n
		}
	}
	return name
}

// beforeSuffix reports whether a comma at word k divides a name from what stands after surnames: "Sam Reed, Jr."
func beforeSuffix(words []word, k int) bool {
	return strings.HasSuffix(words[k].s, ",") && k+1 < len(words) && lexicon.NameSuffixes.Has(unmarked(words[k+1].low))
}

// namePart reports whether the word at k goes on with a name that has so many parts already.
func namePart(words []word, k, given int, led bool, spans []when.Span) bool {
	w := strings.Trim(words[k].s, ",.;:!?()")
	if words[k].named {
		return true
	}
	if _, ok := nameWord(w); !ok {
		return false
	}
	low := unmarked(words[k].low)
	if contracted(low) || k == 0 && doesTo(low, words) || given > 0 && lexicon.ShopNames.Has(low) {
		return false
	}
	if given == 0 && led && k > 0 && lexicon.NickNames.Has(low) && (lexicon.NameArticles.Has(words[k-1].low) || words[k-1].low == "a") {
		return true // "la nena"
	}
	if initialAlone(words, k, given, spans) || (given == 0 || lexicon.Nicks.Has(unmarked(words[k-1].low))) && bigName(words, k, led) {
		return true
	}
	if lexicon.WithinNames.Has(low) {
		return given > 0 || led && capital(w) && k+1 < len(words) && capital(words[k+1].s) && likeName(words[k+1]) // "Van Nguyen"
	}
	if low == "st" && given > 0 && k+1 < len(words) && capital(w) && capital(words[k+1].s) {
		return true // St. Clair
	}
	if lexicon.Titles.Has(low) && (given == 0 || lexicon.NameSuffixes.Has(low)) || given > 0 && lexicon.NameSuffixes.Has(low) ||
		initial(words[k].s) && (led || given > 0) {
		return capital(w) || led || given > 0
	}
	if given == 1 && surnameToo(low) && (led || capital(w)) && (capital(w) || k+1 == len(words) || inSpans(words[k+1], spans)) {
		return true
	}
	if given == 2 && thirdSurname(words, k, spans) {
		return true
	}
	if low == "will" && given == 0 && (capital(w) && k+1 < len(words) && capital(words[k+1].s) || led && k > 0 &&
		lexicon.LeadsToName.Has(words[k-1].low) && !strings.HasPrefix(words[k-1].low, "me")) {
		return k+1 == len(words) || words[k+1].low != "be"
	}
	if given == 1 && (led || k == 1 && (strings.HasSuffix(words[k].s, ",") || lexicon.FirstNames.Has(words[0].low))) && capital(w) &&
		commonWord(low) &&
		!sentenceWord(low) && !leadsToTime(low) && k+1 < len(words) &&
		inSpans(words[k+1], spans) && !placeNoun(low) { // "Marquis Day 12/17"
		return true
	}
	if sentenceWord(low) || notName(low) || commonWord(low) {
		return false
	}
	if capital(w) {
		return true
	}
	if k > 0 && lexicon.NameParticles.Has(words[k-1].low) && given > 0 { // "rosa del sindicato" is Rosa, "tran van minh" all of it
		return led && (lexicon.AfterParticle.Has(low) || !lexicon.Of.Has(words[k-1].low) && !articled(words[k-1].low) &&
			likeName(words[k]) && nameEnds(words, k, spans))
	}
	if led && given == 0 && lexicon.NameWords.Has(low) && k+1 < len(words) && inSpans(words[k+1], spans) { // "meet joy tues"
		return true
	}
	return led && given < 4 && plausible(words, k)
}

// thirdSurname reports whether a word that is a place as well is the surname behind a first name of two parts: "Sun Hee Park mon 10am".
func thirdSurname(words []word, k int, spans []when.Span) bool {
	before := unmarked(words[k-1].low)
	return surnameToo(unmarked(words[k].low)) && capital(words[k].s) && capital(words[k-1].s) && words[k-1].s == unmarked(words[k-1].s) &&
		(lexicon.FirstNames.Has(before) || !surnameToo(before) && !lexicon.Look(before).Known()) &&
		(k+1 == len(words) || inSpans(words[k+1], spans) || phoneAt(words, k+1) || words[k].s != unmarked(words[k].s))
}

// contracted reports whether a word is a pronoun and its verb in one: "we're", "she's".
func contracted(low string) bool {
	head, tail, ok := strings.Cut(strings.ReplaceAll(low, "’", "'"), "'")
	return ok && len(tail) <= 2 && (lexicon.Subjects.Has(head) || len(head) > 1 && lexicon.SentenceWords.Has(head))
}

// nameEnds reports whether a time, a number or the end follows the word at k.
func nameEnds(words []word, k int, spans []when.Span) bool {
	return k+1 == len(words) || inSpans(words[k+1], spans) || phoneAt(words, k+1) || leadsToTime(words[k+1].low)
}

// dashes reports whether a word is nothing but a dash.
func dashes(s string) bool { return strings.Trim(s, "-–—") == "" }

// initial reports whether a word is an initial or two: "J.", "J.T.".
func initial(s string) bool {
	s = strings.TrimRight(s, ",")
	return len(s) == 2 && s[1] == '.' && (s[0]|0x20) >= 'a' && (s[0]|0x20) <= 'z' || len(s) == 4 && s[1] == '.' && s[3] == '.'
}

// shortName: names that are written short, with a full stop.
func shortName(w string) bool { return w == "ma" || w == "vda" || w == "fco" || w == "gpe" }

func titleWord(w string) bool {
	return lexicon.Titles.Has(lexicon.Plain(w))
}

// doesTo reports whether the first word of a text says what is done to whom follows: "Having Maria over", "Visitando a Rosa".
func doesTo(low string, words []word) bool {
	if len(words) < 2 || len(low) < 6 || lexicon.FirstNames.Has(low) {
		return false
	}
	next := unmarked(words[1].low)
	return strings.HasSuffix(low, "ing") && lexicon.FirstNames.Has(next) || strings.HasSuffix(low, "ndo") && next == "a"
}

// passes: words between "met" and a name.
func passes(w string) bool {
	return lexicon.BeforeName.Has(w)
}

// plausible: a lower-case word after "with" is a name when it is not an ordinary word. A second one must mean nothing else.
func plausible(words []word, k int) bool {
	w := unmarked(words[k].low)
	if len(w) < 2 || lexicon.NotPeople.Has(w) || lexicon.Kin.Has(w) {
		return false
	}
	return likeName(words[k]) || surnameToo(w) || shortName(w) && strings.HasSuffix(words[k].s, ".") ||
		!lexicon.Look(w).Known() && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" // "w bo tran"
}

func commonWord(w string) bool { return lexicon.NoNames.Has(w) }

// leads reports whether a name follows the command at once: "meet maria thurs".
func leads(c Command) bool {
	switch c {
	case Meet, Move, CallOff, Report, Prep, Private:
		return true
	}
	return false
}
