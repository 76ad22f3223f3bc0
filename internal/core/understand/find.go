package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// word is one word of a text, with where it stands.
type word struct {
	s        string
	low      string // in lower case, without accents
	from, to int
}

func split(s string) []word {
	out := make([]word, 0, strings.Count(s, " ")+strings.Count(s, "\n")+1)
	for i := 0; i < len(s); {
		for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
			i++
		}
		j := i
		for j < len(s) && s[j] != ' ' && s[j] != '\n' && s[j] != '\t' {
			j++
		}
		if j > i {
			out = append(out, word{s[i:j], plain(s[i:j]), i, j})
		}
		i = j
	}
	return out
}

func inSpans(w word, spans []when.Span) bool {
	for _, sp := range spans {
		if w.from < sp.To && sp.From < w.to {
			return true
		}
	}
	return false
}

// findPlace takes what stands after at, @ or en and is no time: up to the next time, phone or comma-separated other thing.
func findPlace(s string, words []word, spans []when.Span) (string, when.Span) {
	for i, w := range words {
		k := w.low
		if k == "at" && i+1 < len(words) && (words[i+1].low == "least" || words[i+1].low == "most" || words[i+1].low == "first" || words[i+1].low == "all") {
			continue
		}
		if k != "at" && k != "@" && k != "en" && !(strings.HasPrefix(k, "@") && len(k) > 2 && !strings.Contains(k, ".")) || inSpans(w, spans) {
			continue
		}
		first := i + 1
		if len(k) > 2 {
			first = i
		}
		last := first
		for last < len(words) && last-first < 8 && !inSpans(words[last], spans) {
			end := strings.HasSuffix(words[last].s, ".") || strings.HasSuffix(words[last].s, ";")
			if stopsPlace(words[last].low) && last > first {
				break
			}
			last++
			if end || strings.HasSuffix(words[last-1].s, ",") && last < len(words) && capital(words[last].s) {
				break
			}
		}
		if last == first || k == "en" && !capital(strings.TrimLeft(words[first].s, "@")) && !articled(words[first].s) {
			continue
		}
		for last > first+1 && words[last-1].low == "on" {
			last--
		}
		text := strings.Trim(s[words[first].from:words[last-1].to], " ,.;@")
		if text != "" && !articlesOnly(text) {
			return text, when.Span{From: w.from, To: words[last-1].to}
		}
	}
	if i, last := address(words, spans); last > i {
		return strings.Trim(s[words[i].from:words[last-1].to], " ,.;"), when.Span{From: words[i].from, To: words[last-1].to}
	}
	return "", when.Span{}
}

// nameSpans returns where the words of a name stand, so that "Jo Park" is not met in a park.
func nameSpans(words []word, name string) []when.Span {
	var out []when.Span
	if name == "" {
		return nil
	}
	parts := strings.Fields(name)
	for _, w := range words {
		for _, p := range parts {
			if strings.EqualFold(strings.Trim(w.s, ",.;:!?()"), p) {
				out = append(out, when.Span{From: w.from, To: w.to})
			}
		}
	}
	return out
}

// namedPlace takes a place that says what it is, without a preposition: "sat 10am library", "Thurs 3p Cafe Presse".
func namedPlace(s string, words []word, spans []when.Span) (string, when.Span) {
	for i, w := range words {
		if !placeNoun(strings.Trim(w.low, ",.;")) || inSpans(w, spans) || i == 0 {
			continue
		}
		if !capital(w.s) && !(inSpans(words[i-1], spans) && (i+1 == len(words) || inSpans(words[i+1], spans))) {
			continue
		}
		first, last := i, i+1
		for first > 1 && capital(words[first-1].s) && !inSpans(words[first-1], spans) && inSpans(words[first-2], spans) {
			first--
		}
		for last < len(words) && last-first < 6 && capital(words[last].s) && !inSpans(words[last], spans) && !strings.ContainsAny(words[last-1].s, ".;") {
			last++
		}
		return strings.Trim(s[words[first].from:words[last-1].to], " ,.;"), when.Span{From: words[first].from, To: words[last-1].to}
	}
	return "", when.Span{}
}

// address finds a street address: a number, up to three words, a word for a street, and the apartment after it.
func address(words []word, spans []when.Span) (from, to int) {
	for i, w := range words {
		if k := w.low; k == "calle" || k == "avenida" {
			for to = i + 1; to < len(words) && to <= i+5 && !inSpans(words[to], spans); to++ {
				if c := words[to].s[0]; c >= '0' && c <= '9' {
					return i, to + 1
				}
			}
		}
		if w.s[0] < '0' || w.s[0] > '9' || inSpans(w, spans) {
			continue
		}
		for k := i + 1; k < len(words) && k <= i+4 && !inSpans(words[k], spans); k++ {
			if !streetNoun(strings.Trim(words[k].low, ",.")) {
				continue
			}
			to = k + 1
			if to+1 < len(words) && (words[to].low == "apt" || words[to].low == "unit" || words[to].low == "#") {
				to += 2
			}
			return i, to
		}
	}
	return 0, 0
}

func streetNoun(w string) bool {
	return lexicon.StreetNouns.Has(w)
}

func placeNoun(w string) bool {
	return lexicon.PlaceNouns.Has(w)
}

func stopsPlace(w string) bool {
	return lexicon.EndsPlace.Has(strings.Trim(w, ",."))
}

func articled(w string) bool {
	return lexicon.BeginsPlace.Has(plain(w))
}

func articlesOnly(s string) bool {
	return lexicon.NoPlaceAlone.Has(plain(s))
}

// findPerson takes the name after with, w/, con, met, saw, meet; else the first run of capitalised words that is no place, day or command.
func findPerson(words []word, spans []when.Span, led bool) string {
	if led { // "meet maria thurs": what follows the command is the name
		if n := nameFrom(words, 0, spans, true); n != "" {
			return n
		}
	}
	for i, w := range words {
		if inSpans(w, spans) {
			continue
		}
		if lexicon.LeadsToName.Has(strings.Trim(w.low, ",.:;")) {
			if n := nameFrom(words, i+1, spans, true); n != "" {
				return n
			}
		}
	}
	for i := range words {
		if inSpans(words[i], spans) || !capital(words[i].s) {
			continue
		}
		if n := nameFrom(words, i, spans, false); n != "" {
			return n
		}
	}
	return ""
}

// nameFrom collects a name that begins at word i. After a word such as "with" a lower-case name counts too.
func nameFrom(words []word, i int, spans []when.Span, led bool) string {
	article := false
	for led && i < len(words) && passes(words[i].low) {
		low := words[i].low
		article = article || low == "el" || low == "la" || low == "a" || low == "the"
		i++
	}
	led = led && !article // "con el dueño": a name after an article has its capital
	var parts []string
	for k := i; k < len(words) && len(parts) < 5; k++ {
		w := strings.Trim(words[k].s, ",.;:!?()")
		end := w != words[k].s && strings.ContainsAny(words[k].s[len(words[k].s)-1:], ",.;:!?") && !titleWord(w)
		if inSpans(words[k], spans) || w == "" {
			break
		}
		if _, ok := nameWord(w); !ok {
			break
		}
		low := plain(w)
		particle := len(parts) > 0 && (low == "de" || low == "la" || low == "del" || low == "los" || low == "van")
		surname := len(parts) == 1 && (led || capital(w)) && (low == "park" || low == "church" || low == "long" || low == "may" || low == "rose" || low == "young") && (capital(w) || k+1 == len(words) || inSpans(words[k+1], spans))
		month := monthName(low) && capital(w) && k+1 < len(words) && capital(words[k+1].s) && !inSpans(words[k+1], spans) && len(parts) == 0 && !end // June Lee
		if !particle && !surname && !month && (sentenceWord(low) || notName(low) || commonWord(low)) {
			break
		}
		if low == "i'd" || low == "i'll" || low == "i've" {
			break
		}
		if !capital(w) && !particle && !surname && !(led && len(parts) < 2 && plausible(words, k)) {
			break
		}
		name := nameCase(w, len(parts))
		if titleWord(w) && strings.HasPrefix(strings.TrimLeft(words[k].s, "("), w+".") {
			name += "." // Sra. Medina
		}
		parts = append(parts, name)
		if end {
			break
		}
	}
	for len(parts) > 0 && (parts[len(parts)-1] == "de" || parts[len(parts)-1] == "la" || parts[len(parts)-1] == "del") {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, " ")
}

func titleWord(w string) bool {
	return lexicon.Titles.Has(plain(w))
}

// passes: words between "met" and a name.
func passes(w string) bool {
	return lexicon.BeforeName.Has(w)
}

// plausible: a lower-case word after "with" is a name when it is not an ordinary word.
func plausible(words []word, k int) bool {
	w := words[k].low
	return len(w) > 1 && !commonWord(w)
}

func commonWord(w string) bool { return lexicon.NoNames.Has(w) }

// monthName: months that are first names too.
func monthName(w string) bool {
	return lexicon.MonthNames.Has(w)
}

// leads reports whether a name follows the command at once: "meet maria thurs".
func leads(c Command) bool {
	switch c {
	case Meet, Move, CallOff, Report, Prep, Private:
		return true
	}
	return false
}
