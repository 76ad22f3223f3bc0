package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostLineName is how many words a line of a report is called by: "lo que aprendí".
const mostLineName = 5

// PutsLine reads an order to have a line of a report, called by its name, say other words: "change what i learned, put that she wants the
// roof fixed", "en el compromiso ponle q va a venir". instead says that they take the place of what stands there. "" for no such order.
func PutsLine(body string) (line, words string, instead bool) {
	f := strings.Fields(body)
	for len(f) > 1 && !lexicon.WithinLine.Has(bareWord(strings.ToLower(f[0]))) &&
		(lexicon.OrderLeads.Has(bareWord(strings.ToLower(f[0]))) || lexicon.Interjections.Has(bareWord(strings.ToLower(f[0]))) ||
			lexicon.HoldsOn.Has(bareWord(strings.ToLower(f[0]))) || lexicon.LeadingNo.Has(bareWord(strings.ToLower(f[0])))) {
		f = f[1:]
	}
	if len(f) < 3 || strings.ContainsAny(body, "?¿") {
		return "", "", false
	}
	order := lexicon.ChangesLine.Has(bareWord(strings.ToLower(f[0])))
	within := !order && lexicon.WithinLine.Has(bareWord(strings.ToLower(f[0])))
	if order || within {
		f = f[1:]
	}
	line, n := lineNamed(f)
	if line == "" || n == len(f) {
		return "", "", false
	}
	if n+2 < len(f) && lexicon.PartOfLine.Has(bareWord(f[n])) && lexicon.ThirdPersons.Has(bareWord(f[n+1])) { // "el compromiso de ella"
		n += 2
	}
	marked := strings.ContainsAny(f[n-1][len(f[n-1])-1:], ",.:;")
	rest := strings.Join(f[n:], " ")
	if !order && !within {
		wrong := lexicon.LineWrong.Lead(rest)
		if wrong == 0 {
			return "", "", false
		}
		marked, rest = true, strings.TrimLeft(rest[wrong:], " ,.:;")
	}
	put := lexicon.PutsWords.Lead(rest)
	if words = strings.Trim(rest[put:], " ,.:;\""); put == 0 && (within || !marked) || OwnWords(words) == 0 {
		return "", "", false
	}
	return line, words, !within
}

// LineShouldBe reads what a line of a report, called by its name, should be, where all of it is shown: "wait the commitment should be 5
// neighbors by dec 11". "" where a text says no such thing.
func LineShouldBe(body string) (line, words string) {
	f := strings.Fields(withoutLeads(body))
	for len(f) > 1 && (lexicon.HoldsOn.Has(bareWord(strings.ToLower(f[0]))) || lexicon.Interjections.Has(bareWord(strings.ToLower(f[0])))) {
		f = f[1:]
	}
	line, n := lineNamed(f)
	if line == "" || n == len(f) || strings.ContainsAny(body, "?¿") {
		return "", ""
	}
	rest := strings.Join(f[n:], " ")
	is := lexicon.LineIs.Lead(rest)
	if words = strings.Trim(rest[is:], " ,.:;"); is == 0 || OwnWords(words) == 0 {
		return "", ""
	}
	return line, words
}

// lineNamed reads which line of a report words begin with, and how many of them name it.
func lineNamed(f []string) (line string, n int) {
	for skip := 0; skip <= 2 && skip < len(f); skip++ {
		if skip > 0 && !lexicon.Articles.Has(bareWord(strings.ToLower(f[skip-1]))) &&
			!lexicon.PartOfLine.Has(bareWord(strings.ToLower(f[skip-1]))) {
			break
		}
		for n := min(mostLineName, len(f)-skip); n > 0; n-- {
			if name, ok := LineCalled(strings.ReplaceAll(Padded(strings.Join(f[skip:skip+n], " ")), " q ", " que ")); ok {
				return name, skip + n
			}
		}
	}
	return "", 0
}
