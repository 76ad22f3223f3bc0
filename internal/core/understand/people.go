package understand

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ParseName cleans a person's name as it is given in answer to "who?"; false when the words are no name.
func ParseName(s string) (string, bool) {
	s = strings.Trim(strings.TrimSpace(s), ".!,;:\"'()")
	low := lexicon.Plain(s)
	for _, lead := range lexicon.NameLeads.Words() {
		if p := lead + " "; strings.HasPrefix(low, p) {
			s = strings.TrimSpace(cutRunes(s, utf8.RuneCountInString(p)))
			low = lexicon.Plain(s)
		}
	}
	words := cutRelation(strings.Fields(s))
	if len(words) == 0 || len(words) > 6 || len(s) > 120 {
		return "", false
	}
	out := make([]string, len(words))
	letters := 0
	for i, w := range words {
		n, ok := nameWord(w)
		if !ok {
			return "", false
		}
		letters += n
		out[i] = nameCase(w, i)
	}
	if letters < 2 || len(words) == 1 && notName(lexicon.Plain(words[0])) {
		return "", false
	}
	if c, _ := ReadCommand(s); c != None {
		return "", false
	}
	named := false
	for _, w := range words {
		low := lexicon.Plain(strings.Trim(w, ".,"))
		if sentenceWord(low) {
			return "", false
		}
		named = named || lexicon.FirstNames.Has(low) || !lexicon.Laughter.Has(low) && !lexicon.OrderLeads.Has(low)
	}
	if !named { // "lol sorry"
		return "", false
	}
	return strings.Join(out, " "), true
}

// cutRelation takes off who somebody is to the one who writes: "my neighbor Jo", "la señora Carmen Ruiz". An article alone stays: La
// Tasha is a name.
func cutRelation(words []string) []string {
	i := 0
	for i < len(words) && article(lexicon.Plain(words[i])) {
		i++
	}
	from := i
	for i < len(words) && relation(lexicon.Plain(words[i])) {
		i++
	}
	if i == from || i == len(words) {
		return words
	}
	return words[i:]
}

func article(w string) bool {
	return lexicon.Articles.Has(w)
}

func relation(w string) bool {
	return lexicon.Relations.Has(w)
}

func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[i:]
		}
		n--
	}
	return ""
}

// nameWord counts the letters of a word that can stand in a name.
func nameWord(w string) (int, bool) {
	n := 0
	for _, r := range w {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			n++
		case r == '-' || r == '\'' || r == '’' || r == '.' || r == ',':
		default:
			return 0, false
		}
	}
	return n, n > 0
}

// nameCase gives a name typed in lower case its capitals; what was typed with capitals stays as it is, and so do the particles.
func nameCase(w string, i int) string {
	if i > 0 && lexicon.NameSuffixes.Has(strings.Trim(strings.ToLower(w), ",.")) && strings.Trim(strings.ToLower(w), "iv") == "" {
		return strings.ToUpper(w) // III
	}
	if w != strings.ToLower(w) && (w != strings.ToUpper(w) || len(w) <= 2) {
		return strings.TrimRight(w, ",")
	}
	low := strings.ToLower(strings.TrimRight(w, ","))
	if i > 0 {
		if lexicon.NameParticles.Has(low) {
			return low
		}
	}
	var b strings.Builder
	up := true
	for _, r := range low {
		if up {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(r)
		}
		up = r == '-' || r == '\'' || r == '’' || r == '.' && len(low) <= mostInitials // "T.J."
	}
	return b.String()
}

// mostInitials is how long initials with their marks are.
const mostInitials = 6

// notName: single words that are answers, days or questions rather than names.
func notName(w string) bool {
	if l := lexicon.Look(w); l.In(lexicon.Yes) || l.In(lexicon.YesMildly) || l.In(lexicon.No) || l.In(lexicon.Unsure) ||
		l.In(lexicon.Thanking) || l.In(lexicon.Agree) || l.In(lexicon.AnotherTime) || l.In(lexicon.TimeLeads) || lexicon.NothingToSay.Has(w) ||
		lexicon.SaysNothing.Has(w) {
		return true
	}
	return lexicon.NoNameAlone.Has(w)
}

// sentenceWord: words of sentences, which no name has.
func sentenceWord(w string) bool {
	return lexicon.SentenceWords.Has(w)
}

// NothingToSay reports whether a text is a word for nothing that is no bare no: "none", "nada", "no need".
func NothingToSay(s string) bool {
	w := wordsOf(s)
	return !lexicon.No.Has(w) && (lexicon.NothingToSay.Has(w) || w == "no need")
}

// Declines reports whether an answer says that there is nothing to say.
func Declines(s string) bool {
	if len(s) > 60 {
		return false
	}
	switch p := strings.TrimSpace(strings.Trim(lexicon.Plain(strings.TrimSpace(s)), ".!-–")); {
	case p == "":
		return strings.TrimSpace(s) != ""
	case lexicon.NothingToSay.Has(p), lexicon.NothingToSay.Has(wordsOf(s)):
		return true
	}
	w := " " + wordsOf(s) + " "
	return len(strings.Fields(w)) <= 6 && lexicon.SaysNothing.In(w) && !lexicon.ButWords.In(w) || nothingAmongSmall(w)
}

// maxSmall bounds, in words, an answer of small words.
const maxSmall = 8

// nothingAmongSmall reports whether padded words are a nothing with small words around it: "nothin from me either", "none por ahora".
func nothingAmongSmall(w string) bool {
	f := strings.Fields(w)
	if len(f) == 0 || len(f) > maxSmall || hasDigit(w) {
		return false
	}
	rest := leftOf(w, lexicon.NothingHeads)
	if len(strings.Fields(rest)) == len(f) {
		return false
	}
	return small(strings.Fields(rest), lexicon.NothingBeside)
}

// small reports whether words say nothing of their own: they are of the list, or fill, laugh or thank.
func small(f []string, l lexicon.List) bool {
	for _, x := range f {
		if w := lexicon.Look(x); !w.In(l) && !w.In(lexicon.Fillers) && !w.In(lexicon.Laughter) && !w.In(lexicon.Thanking) &&
			!w.In(lexicon.Pleading) && !w.In(lexicon.Interjections) {
			return false
		}
	}
	return true
}

// Mumbles reports whether a text is a yes, a laugh, a greeting or small words alone, which answer no question that asks for words: "ok",
// "lol", "hola", "what?".
func Mumbles(s string) bool {
	w, asks := wordsOf(s), strings.HasSuffix(strings.TrimSpace(s), "?")
	f := strings.Fields(w)
	if strings.TrimSpace(s) == "" || len(f) > 3 || hasDigit(s) {
		return false
	}
	if asks && len(f) <= 2 || lexicon.Yes.Has(w) || lexicon.YesMildly.Has(w) || lexicon.Greeting.Has(w) || len(f) == 0 {
		return true
	}
	says := slices.ContainsFunc(f, func(x string) bool {
		l := lexicon.Look(x)
		return l.In(lexicon.Yes) || l.In(lexicon.YesMildly) || l.In(lexicon.Laughter) || l.In(lexicon.Interjections)
	})
	return says && small(slices.DeleteFunc(f, lexicon.YesMildly.Has), lexicon.Yes)
}

// Mistyped reads a single word as the control word that was most likely meant, with two letters swapped, one left out or one too many:
// "skpi", "nxt", "nonne". none says that it is a word for "nothing".
func Mistyped(body string) (c Command, none bool) {
	w := wordsOf(body)
	if len(w) < 3 || len(w) > 10 || strings.Contains(w, " ") {
		return None, false
	}
	for _, l := range []struct {
		list lexicon.List
		c    Command
	}{
		{lexicon.CommandSkip, Skip},
		{lexicon.CommandBack, Back},
		{lexicon.CommandNext, Next},
		{lexicon.CommandLater, Later},
		{lexicon.NothingToSay, None},
	} {
		for _, meant := range l.list.Words() {
			if len(meant) >= 4 && !strings.Contains(meant, " ") && slip(w, meant) {
				return l.c, l.c == None
			}
		}
	}
	return None, false
}

// slip reports whether a word is another with two neighbouring letters swapped, one left out or one too many, but for the first.
func slip(w, meant string) bool {
	if w == meant || w[0] != meant[0] {
		return false
	}
	switch len(w) - len(meant) {
	case 0:
		for i := 1; i+1 < len(w); i++ {
			if w[:i] == meant[:i] && w[i] == meant[i+1] && w[i+1] == meant[i] && w[i+2:] == meant[i+2:] {
				return true
			}
		}
	case 1:
		return slip(meant, w)
	case -1:
		for i := 1; i < len(meant); i++ {
			if w == meant[:i]+meant[i+1:] {
				return true
			}
		}
	}
	return false
}

// Alike reports whether two names are most likely one, with a letter wrong: "Maria Lopes" for "Maria Lopez", or a surname more.
func Alike(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	if x == "" || y == "" {
		return false
	}
	if strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" ") {
		return true
	}
	return min(len(x), len(y)) > 4 && (distance(x, y) <= 1 || slip(x, y))
}

// distance counts the letters that must change to make one text the other.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			d := last
			if a[i-1] != b[j-1] {
				d++
			}
			last = row[j]
			row[j] = min(d, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// minMistyped is how many letters a mistyped MEETING has at least: shorter words are words of their own.
const minMistyped = 5

// mistypedMeet reports whether a text begins with MEETING mistyped, and goes on with a day or an hour: "meetn jo park thu 6pm".
func mistypedMeet(first, rest string) bool {
	if len(first) < minMistyped || !strings.ContainsRune("mcjMCJ", rune(first[0])) {
		return false
	}
	w := bareWord(strings.ToLower(first))
	if len(w) < minMistyped || w[0] != 'm' && w[0] != 'c' && w[0] != 'j' || lexicon.CommandMeet.Has(w) || lexicon.FirstNames.Has(w) ||
		sentenceWord(w) {
		return false
	}
	for _, meant := range lexicon.CommandMeet.Words() {
		if len(meant) >= minMistyped-1 && !strings.Contains(meant, " ") && slip(w, meant) {
			return NamesTimeIn(strings.Fields(wordsOf(rest)))
		}
	}
	return false
}
