package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// PartSaid is the part of a day that words name, with the small words that lead to it: "en la tarde". "" for none.
func PartSaid(words string) string {
	f := strings.Fields(words)
	for i := len(f) - 1; i >= 0; i-- {
		if lexicon.Look(wordsOf(f[i])).Time != lexicon.PartOfDay {
			continue
		}
		from := i
		for from > 0 && i-from < 2 && leadsPart(wordsOf(f[from-1])) {
			from--
		}
		return strings.Trim(strings.Join(f[from:i+1], " "), ".,;!")
	}
	return ""
}

// DebriefManner is how words say that a talk is to be: "por tel", "on zoom". "" for none.
func DebriefManner(words string) string {
	from, to := lexicon.DebriefManners.Find(words)
	return strings.Trim(words[from:to], " .,;!")
}

// OnlyHowDebrief reports whether words, without their times, say no more of a talk that is proposed than how it is to be, or at what hour:
// "at 10", "sí pero por tel".
func OnlyHowDebrief(left string, clocked bool) bool {
	return (clocked || DebriefManner(left) != "") && OwnWords(besideManner(left)) == 0
}

// besideManner leaves out of words how a talk is to be, and that its hour is said roughly: of "con sam como a las 5 por tel" it is "con sam
// a las 5". What tells of somebody is left as it is: "ella puede por tel".
func besideManner(words string) string {
	if lexicon.ThirdSubjects.Any(bare(words)) {
		return words
	}
	if from, to := lexicon.DebriefManners.Find(words); to > 0 {
		words = strings.TrimRight(words[:from], " ,") + " " + words[to:]
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(w string) bool {
		return lexicon.AboutHour.Has(bareWord(strings.ToLower(w)))
	}), " ")
}

// leadsPart reports whether a word leads to a part of the day: "en", "la", "in", "the".
func leadsPart(w string) bool {
	of := lexicon.Look(w).Time
	return len(w) <= 3 && OwnWords(w) == 0 && !hasDigit(w) && of != lexicon.Weekday && of != lexicon.Month
}

// AsksWho reports whether a text asks who there is, where it is asked with whom something is talked over: "idk yet, who usually does
// those". Whoever names one of the staff asks who that is.
func AsksWho(body string, staff []string) bool {
	w := Padded(body)
	if len(namedIn(w, staff)) > 0 || UnsureWhom(body) {
		return false
	}
	f := strings.Fields(leftOf(leftOf(w, lexicon.Unsure), lexicon.YetWords))
	for len(f) > 0 && (lexicon.Interjections.Has(f[0]) || lexicon.WithWords.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 1 && len(f) <= maxSmall && (lexicon.WhoWords.Has(f[0]) || lexicon.WhoWords.Has(strings.TrimSuffix(f[0], "s")))
}

// SaidCommitment is what a text tells before it says that this is a commitment: "no she said shed bring her neighbor, thats a commitment".
// "" where it says no such thing.
func SaidCommitment(body string) string {
	all := Clauses(body)
	if len(all) < 2 || !lexicon.AsCommitment.Has(wordsOf(all[len(all)-1])) {
		return ""
	}
	rest := strings.TrimRight(body[:strings.LastIndex(body, all[len(all)-1])], " ,.;-")
	if first, more, _ := strings.Cut(rest, " "); lexicon.LeadingNo.Has(wordsOf(first)) && more != "" {
		rest = more
	}
	return rest
}

// MissingThen is what a text says behind that something is missing in what is shown, where it names a time: "le falto algo, le prometi
// llevarle los volantes el domingo". "" for no such text.
func MissingThen(body string) string {
	n := lexicon.StillMissing.Lead(body)
	rest := strings.TrimLeft(body[n:], " ,.:;")
	if n == 0 || lexicon.Negators.Has(strings.Join(bare(strings.Fields(body)[0]), "")) || IsQuestion(body) || OwnWords(rest) < leastMore ||
		!NamesTimeIn(strings.Fields(Padded(rest))) {
		return ""
	}
	return rest
}
