package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// NameCorrected reads how somebody's name is put right: "his names Ray not Roy", "last name is Mensa no h", "se apellida Medina con z". was
// is the whole name as it stands. False when the words give no other.
func NameCorrected(body, was string) (string, bool) {
	parts := strings.Fields(was)
	if len(parts) == 0 || len(body) > 120 || strings.Contains(body, "?") {
		return "", false
	}
	words := strings.Fields(body)
	said, last, led := saidName(words)
	for len(said) > 0 && lexicon.InsteadOf.Has(said[0]) {
		said = said[1:]
	}
	if not, isNot := notTheName(words, parts); len(said) == 0 && isNot {
		said, led = not, true
	}
	if led && kinNamed(words, said, parts) {
		return "", false
	}
	if _, _, _, spells := letterSaid(body); !led && !spells && !lexicon.SpeltWith.In(Padded(body)) {
		return "", false
	}
	at := -1
	switch {
	case len(said) == 0 || sameWords(said, parts):
		return spelt(body, parts)
	case last && len(said) > 1 && !slices.ContainsFunc(said, func(w string) bool { return strings.EqualFold(w, parts[0]) }):
		name := parts[0] + " " + nameOf(said) // both surnames: "su apellido completo es Medina Cruz"
		return name, name != was
	case len(said) > 1:
		return nameOf(said), !sameWords(said, parts)
	case last && len(parts) > 1:
		at = len(parts) - 1
	case last:
		return was + " " + nameCase(said[0], 1), true
	default:
		for i, p := range parts {
			if x, y := wordsOf(p), wordsOf(said[0]); distance(x, y) <= 2 && min(len(x), len(y)) > 2 {
				at = i
			}
		}
		if p := Padded(body); at < 0 {
			at = slices.IndexFunc(parts, func(w string) bool { return strings.Contains(p, " "+wordsOf(w)+" ") }) // the one that is denied
		}
		at = max(at, 0)
	}
	out := slices.Clone(parts)
	out[at] = nameCase(said[0], 0)
	name := strings.Join(out, " ")
	return name, name != was
}

// NameOfKin reports whether a text has a name not of whom it is about, was, but of somebody of theirs.
func NameOfKin(body, name, was string) bool {
	parts := strings.Fields(was)
	anew := slices.DeleteFunc(strings.Fields(name), func(w string) bool { return slices.Contains(parts, w) })
	return kinNamed(strings.Fields(body), anew, parts)
}

// kinNamed reports whether the name said is of somebody of theirs whom the words tell of: "su hija quiere ayudar, se llama Yesenia". A
// name that sounds like what stands, or is said instead of it, puts that right.
func kinNamed(words, said, parts []string) bool {
	of := false
	for _, w := range words {
		if slices.ContainsFunc(said, func(n string) bool { return wordsOf(n) == wordsOf(w) }) {
			break
		}
		w = wordsOf(w)
		of = of || lexicon.Kin.Has(w) || lexicon.Kin.Has(strings.TrimSuffix(w, "s"))
	}
	return of && !slices.ContainsFunc(parts, func(p string) bool {
		was := wordsOf(p)
		return slices.ContainsFunc(said, func(w string) bool { return distance(was, wordsOf(w)) <= 2 }) ||
			slices.ContainsFunc(words, func(w string) bool { return wordsOf(w) == was })
	})
}

// saidName finds the name that words say somebody has. last says that it is the surname.
func saidName(words []string) (said []string, last, led bool) {
	for i := range words {
		for _, l := range [...]lexicon.List{lexicon.SaysSurname, lexicon.SaysName} {
			n := ledBy(words[i:], l)
			if n == 0 {
				continue
			}
			for _, w := range words[i+n:] {
				bare := strings.Trim(w, ",.;:!\"'()")
				if len(said) == 0 && lexicon.SaysName.Has(wordsOf(bare)) { // "her name is spelled Lopes"
					continue
				}
				if _, ok := nameWord(bare); !ok || len(said) == 3 || lexicon.InsteadOf.Has(wordsOf(bare)) || endsName(bare) {
					break
				}
				said = append(said, bare)
				if bare != w {
					break
				}
			}
			return said, l == lexicon.SaysSurname, len(said) > 0
		}
	}
	return nil, false, false
}

// ledBy counts the words of the longest phrase of a list with which words begin.
func ledBy(words []string, l lexicon.List) int {
	for n := min(4, len(words)-1); n > 0; n-- {
		if l.Has(wordsOf(strings.Join(words[:n], " "))) {
			return n
		}
	}
	return 0
}

// endsName: words at which a name that is told ends.
func endsName(w string) bool {
	low := wordsOf(w)
	return lexicon.EndsTold.Has(low) || notPerson(low) && !lexicon.FirstNames.Has(low)
}

// notTheName reads "Ray not Roy", where what comes behind is a part of the name as it stands.
func notTheName(words, parts []string) ([]string, bool) {
	if is, ok := nameBehindNot(words, parts); ok {
		return is, true
	}
	for i := 1; i+1 < len(words); i++ {
		k := i - 1
		for k > 0 && (len(wordsOf(words[k])) == 1 || lexicon.WithLetter.Has(wordsOf(words[k])) || lexicon.LetterArticles.Has(wordsOf(words[k]))) {
			k-- // "Medino con o, no Medina"
		}
		is, was := strings.Trim(words[k], ",.!"), wordsOf(words[i+1])
		if !lexicon.InsteadOf.Has(wordsOf(words[i])) {
			continue
		}
		for at, p := range parts {
			if _, ok := nameWord(is); ok && wordsOf(p) == was && wordsOf(is) != was && !endsName(is) && (sameMisheard(wordsOf(is), was) ||
				at > 0 && !lexicon.FirstNames.Has(wordsOf(is))) {
				return []string{is}, true
			}
		}
	}
	return nil, false
}

// nameBehindNot reads "wait not maria, marla", "no es Medina, es Molina": the name stands behind the one that is denied.
func nameBehindNot(words, parts []string) ([]string, bool) {
	for i := 0; i+2 < len(words); i++ {
		if !lexicon.InsteadOf.Has(wordsOf(words[i])) || i > 0 && !opensOnly(words[i-1]) {
			continue
		}
		k := i + 1
		if lexicon.IsWords.Has(wordsOf(words[k])) && k+1 < len(words) {
			k++
		}
		was := wordsOf(words[k])
		if !slices.ContainsFunc(parts, func(p string) bool { return wordsOf(p) == was }) {
			continue
		}
		for k++; k < len(words) && (lexicon.IsWords.Has(wordsOf(words[k])) || lexicon.ButWords.Has(wordsOf(words[k]))); k++ {
			continue
		}
		if k != len(words)-1 {
			continue
		}
		is := strings.Trim(words[k], ",.!")
		surname := len(parts) > 1 && wordsOf(parts[len(parts)-1]) == was && !lexicon.FirstNames.Has(wordsOf(is)) // "not cruz, diaz"
		if _, ok := nameWord(is); ok && !endsName(is) && (surname || sameMisheard(wordsOf(is), was)) {
			return []string{is}, true
		}
	}
	return nil, false
}

// sameMisheard reports whether one name may be another misheard or mistyped: "Jo" for "Maria" is somebody else.
func sameMisheard(is, was string) bool {
	return distance(is, was) <= 2 || strings.HasPrefix(is, was) || strings.HasPrefix(was, is) && len(is) > 2
}

// opensOnly reports whether a word only leads to what is put right: "wait", "perdón".
func opensOnly(w string) bool {
	w = wordsOf(w)
	return lexicon.CorrectionBegins.Has(w) || lexicon.Interjections.Has(w) || lexicon.HoldsOn.Has(w) || lexicon.OrderLeads.Has(w)
}

// NameDenied reports whether words put another name in the place of a part of the one that stands: "its Lopes not Lopez".
func NameDenied(body, was string) bool {
	_, denied := notTheName(strings.Fields(body), strings.Fields(was))
	return denied
}

// spelt reads a letter that is put right: "sin h", "with a z". Of the parts of the name the last that it can be said of is meant.
func spelt(body string, parts []string) (string, bool) {
	for _, w := range strings.Fields(body) { // "its John with an h"
		w = strings.Trim(w, ",.;:!\"'()")
		if _, ok := nameWord(w); !ok || endsName(w) || lexicon.OrderLeads.Has(wordsOf(w)) {
			continue
		}
		for k, p := range parts {
			x, y := wordsOf(p), wordsOf(w)
			if d := distance(x, y); (d == 1 || d == 2 && len(y) > 4) && min(len(x), len(y)) > 2 {
				out := slices.Clone(parts)
				out[k] = nameCase(w, 0)
				return strings.Join(out, " "), true
			}
		}
	}
	with, letter, last, ok := letterSaid(body)
	for k := len(parts) - 1; ok && k >= 0; k-- {
		now := ""
		switch {
		case lexicon.WithoutLetter.Has(with):
			now = without(parts[k], letter)
		case last && (len(parts) == 1 || lexicon.FirstNames.Has(wordsOf(parts[k])+letter)): // "con h al final" is Sarah
			now = parts[k] + letter
		case last:
		default:
			now = swapped(parts[k], letter[0])
		}
		if now != "" {
			out := slices.Clone(parts)
			out[k] = now
			return strings.Join(out, " "), true
		}
	}
	return "", false
}

// letterSaid finds a letter that a name is spelt with or without: "sin h", "with an s", "sin la a", "con h al final". Nothing stands behind
// it but where it stands: "with a friend" spells nothing.
func letterSaid(body string) (with, letter string, last, ok bool) {
	for _, c := range Clauses(body) {
		f := strings.Fields(wordsOf(c))
		for i := 1; i < len(f); i++ {
			if len(f[i]) != 1 || f[i] < "a" || f[i] > "z" {
				continue
			}
			at := i - 1
			if lexicon.LetterThe.Has(f[at]) && at > 0 {
				at--
			} else if lexicon.WithLetter.Has(f[at]) && (f[at] == "with" || len(f) > mostSpelt) { // "coffee with J", "el café es con J"
				continue
			}
			behind := strings.Join(f[i+1:], " ")
			if !lexicon.WithLetter.Has(f[at]) && !lexicon.WithoutLetter.Has(f[at]) || behind != "" && !lexicon.LetterAt.Has(behind) &&
				!lexicon.InsteadOf.Any(f[i+1:min(len(f), i+2)]) && !small(f[i+1:], lexicon.LetterThe) {
				continue
			}
			if f[at] == "no" && len(f[i]) == 1 && at == 0 && len(f) == 2 && !lexicon.SpeltWith.In(Padded(c)) { // "no a" answers
				continue
			}
			return f[at], f[i], lexicon.LetterLast.Has(behind), true
		}
	}
	return "", "", false, false
}

// mostSpelt is how many words a clause has at most that spells with a bare letter: "se escribe con z".
const mostSpelt = 5

// without leaves a letter out of a name, "" where it has none.
func without(name, letter string) string {
	i := strings.LastIndex(strings.ToLower(name), letter)
	if i < 0 || len(name) < 3 {
		return ""
	}
	return nameCase(strings.ToLower(name[:i]+name[i+1:]), 0)
}

// swapped writes a name with a letter for one that sounds like it, "" where it has none.
func swapped(name string, letter byte) string {
	for _, alike := range [...]string{"sz", "bv", "iy", "ck", "kc", "gj", "cz", "cs"} {
		i := strings.IndexByte(alike, letter)
		if i < 0 {
			continue
		}
		if at := strings.LastIndexByte(strings.ToLower(name), alike[1-i]); at >= 0 {
			b := []byte(name)
			b[at] = letter
			return nameCase(strings.ToLower(string(b)), 0)
		}
	}
	return ""
}

func sameWords(a, b []string) bool {
	return wordsOf(strings.Join(a, " ")) == wordsOf(strings.Join(b, " "))
}

// nameOf writes the parts of a name with their capitals.
func nameOf(parts []string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = nameCase(p, i)
	}
	return strings.Join(out, " ")
}

// OnlyManners reports whether words are laughter, courtesies and small words alone, by which nobody is called: "lol sorry", "ay perdón".
func OnlyManners(body string) bool {
	for _, w := range strings.Fields(wordsOf(body)) {
		if lexicon.FirstNames.Has(w) || !lexicon.Laughter.Has(w) && !lexicon.OrderLeads.Has(w) && !lexicon.NoNames.Has(w) &&
			!lexicon.Excuses.Has(w) && !lexicon.Fillers.Has(w) {
			return false
		}
	}
	return true
}
