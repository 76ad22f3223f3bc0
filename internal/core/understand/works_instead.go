package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// WorksInstead reads what an organizer tells of a contact who cannot at one time and can at another: "maria called she cant do 3 but 430
// works". before is what stands before the "but", and time the time that suits.
func WorksInstead(body string) (before, time string, ok bool) {
	f := strings.Fields(strings.Trim(body, " .!"))
	if len(f) > maxBusy || strings.ContainsAny(body, "?¿") {
		return "", "", false
	}
	for i, w := range f {
		if i == 0 || i+1 >= len(f) || !lexicon.ButWords.Has(bareWord(strings.ToLower(w))) {
			continue
		}
		before, rest := strings.Join(f[:i], " "), strings.Join(f[i+1:], " ")
		if !lexicon.CannotDo.In(Padded(before)) || !BeginsOfThem(before) {
			continue
		}
		for _, fits := range longestFirst(lexicon.FitsThen.Padded()) {
			if at := strings.Index(Padded(rest), fits); at > 0 && at+len(fits) == len(Padded(rest)) {
				time = strings.TrimSpace(Padded(rest)[:at])
				return before, time, hasDigit(time) || NamesTimeIn(strings.Fields(time))
			}
		}
		if n := lexicon.CanThen.Lead(withoutSubject(rest)); n > 0 { // "but can do 5", "but she could come at 5"
			time = strings.TrimSpace(withoutSubject(rest)[n:])
			return before, time, len(strings.Fields(time)) <= mostTimeThen && (hasDigit(time) || NamesTimeIn(strings.Fields(Padded(time))))
		}
	}
	return "", "", false
}

// mostTimeThen is how many words name such a time.
const mostTimeThen = 5

// withoutSubject is words without the third person that they begin with.
func withoutSubject(words string) string {
	first, rest, more := strings.Cut(words, " ")
	if more && lexicon.ThirdSubjects.Has(bareWord(strings.ToLower(first))) {
		return rest
	}
	return words
}

// BeginsOfThem reports whether words tell of a third person near their beginning: "maria called she", "dice rosa que".
func BeginsOfThem(words string) bool {
	f := bare(words)
	for _, w := range f[:min(len(f), 4)] {
		if lexicon.ThirdSubjects.Has(w) && !lexicon.Articles.Has(w) || lexicon.FirstNames.Has(w) || lexicon.SaysAlone.Has(w) {
			return true
		}
	}
	return false
}

// MovedOccasion reports whether a text tells of something that was put on a day, which keeps its writer: "the hearing got moved to
// thursday at 2". What asks for a time as well is more.
func MovedOccasion(body string) bool {
	f := bare(body)
	return lexicon.MovedWords.Any(f) && lexicon.Occasions.In(Padded(body)) && !strings.ContainsAny(body, "?¿") && !lexicon.InsteadOf.Any(f)
}
