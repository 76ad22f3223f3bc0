package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// StreetIn is the street address that a text names, "" for none: "mejor en mi casa, es 812 S Jackson apto 4".
func StreetIn(text string, c when.Context) string {
	words := split(text)
	from, to := address(words, when.Read(text, c).Spans)
	if to <= from || !hasDigit(words[from].s) {
		return ""
	}
	return strings.Trim(text[words[from].from:words[to-1].to], " ,.;!?")
}

// pointed reports whether the number of a house stands at word i, with a point of the compass and a name behind it: "812 s jackson".
func pointed(words []word, i int, spans []when.Span) bool {
	w := words[i]
	return len(w.s) >= 2 && len(w.s) <= 5 && onlyDigits(w.s) && !inSpans(w, spans) && i+2 < len(words) &&
		lexicon.Compass.Has(unmarked(words[i+1].low)) && !inSpans(words[i+2], spans) &&
		(!hasDigit(words[i+2].s) || numbered(words, i+2)) && !sentenceWord(unmarked(words[i+2].low))
}

// NamesStreet reports whether the only day that a text seems to name may be the street on which a place is: "the library on 23rd".
func NamesStreet(text string) bool {
	_, street := WithoutStreet(text)
	return street != "" || CornerIn(text) != ""
}

// CornerIn is the corner of two streets that a text says something is on, where the number of the first looks like a day: "its on 14th and
// jackson". What follows it begins something else.
func CornerIn(text string) string {
	words := split(text)
	i := corner(words)
	if i == 0 {
		return ""
	}
	return strings.Trim(text[words[i].from:words[i+2].to], " ,.;!?")
}

// AtCorner is a place by its name and the corner on which it is, with which a text or a clause begins: "starbucks on 23rd and jackson".
func AtCorner(text string) string {
	words := split(text)
	i := corner(words)
	if i < 2 {
		return ""
	}
	from, named := i-1, 0
	for k := i - 1; k >= 0; k-- {
		w := unmarked(words[k].low)
		if w != words[k].low && k < i-1 { // another clause ends there
			break
		}
		l := lexicon.Look(w)
		if l.Time == lexicon.On || l.Time == lexicon.Of || lexicon.BeforeStreet.Has(w) || l.In(lexicon.Articles) {
			from = k
			continue
		}
		if l.In(lexicon.Subjects) || l.In(lexicon.IsWords) || l.In(lexicon.NegativeWords) || l.In(lexicon.Yes) || l.In(lexicon.YesMildly) ||
			l.In(lexicon.OrderLeads) || l.Time != lexicon.NoList || named == mostOfName {
			break
		}
		from, named = k, named+1
	}
	if named == 0 {
		return ""
	}
	return strings.Trim(text[words[from].from:words[i+2].to], " ,.;!?")
}

// mostOfName is how many words name a place at most.
const mostOfName = 4

// corner finds the number of the first street of a corner; 0 for none.
func corner(words []word) int {
	for i := 1; i+2 < len(words); i++ {
		w, and, next := unmarked(words[i].low), words[i+1].low, unmarked(words[i+2].low)
		if !lexicon.On.Has(words[i-1].low) && !lexicon.BeforeStreet.Has(words[i-1].low) || !numbered(words, i) || w != words[i].low ||
			and != "and" && and != "y" && and != "&" {
			continue
		}
		ends := i+3 == len(words) || words[i+2].s != unmarked(words[i+2].s) || streetNoun(unmarked(words[i+3].low))
		l := lexicon.Look(next)
		if ends && len(next) > 2 && !hasDigit(next) && l.Time == lexicon.NoList && !l.In(lexicon.Subjects) && !l.In(lexicon.FirstNames) &&
			!l.In(lexicon.Kin) && !sentenceWord(next) {
			return i
		}
	}
	return 0
}

// WithoutStreet takes from a text the street on which a place is, where it is named by a number that may be a day: "the clinic on 12th" is
// "the clinic", and "on 12th".
func WithoutStreet(text string) (rest, street string) {
	words := split(text)
	for i := 2; i < len(words); i++ {
		w := unmarked(words[i].low)
		digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
		if len(digits) > 0 && len(w)-len(digits) == 2 && onlyDigits(digits) && lexicon.On.Has(words[i-1].low) &&
			(placeBefore(words, i-1) || putBefore(words, i-1) > 0) {
			if otherDay(words, i) {
				return text, ""
			}
			return strings.TrimSpace(text[:words[i-1].from]) + text[words[i].to:], text[words[i-1].from:words[i].to]
		}
	}
	return text, ""
}

// placeBefore reports whether a kind of place stands before word i, with at most its name between: "taqueria la fonda on 5th".
func placeBefore(words []word, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		w := unmarked(words[k].low)
		if lexicon.PlaceNouns.Has(w) || lexicon.ShopNames.Has(w) {
			return true
		}
		if hasDigit(w) || w != words[k].low || lexicon.SentenceWords.Has(w) || lexicon.Subjects.Has(w) || lexicon.WithinPlaces.Has(w) {
			return false
		}
	}
	return false
}

// putBefore is where the name of a place begins that stands before word i, behind the order to meet there, and means nothing else: "do
// victrola on 15th". 0 for none.
func putBefore(words []word, i int) int {
	for k := i - 1; k > 0 && k >= i-3; k-- {
		w := unmarked(words[k].low)
		if l := lexicon.Look(w); len(w) < 4 || w != words[k].low || hasDigit(w) || l.Known() || l.In(lexicon.FirstNames) {
			return 0
		}
		if lexicon.MeetsThere.Has(unmarked(words[k-1].low)) {
			return k
		}
	}
	return 0
}

// OffStreet is the name of a place without the number of its street: "victrola" of "victrola on 15th".
func OffStreet(place string) string {
	f := strings.Fields(place)
	if n := len(f); n > 2 && lexicon.On.Has(strings.ToLower(f[n-2])) && ordinalDay(strings.ToLower(f[n-1])) {
		return strings.Join(f[:n-2], " ")
	}
	return place
}

// PutOnStreet is the place that an order puts by its name and its street's number, and by nothing else that tells it: "do victrola on 15th
// instead". "" for none.
func PutOnStreet(text string) string {
	_, at := WithoutStreet(text)
	before, _, _ := strings.Cut(text, at)
	words := split(before)
	if k := putBefore(words, len(words)); at != "" && k > 0 {
		return strings.TrimSpace(before[words[k].from:]) + " " + strings.TrimRight(at, ".,;:!?()")
	}
	return ""
}

// atCorner reports whether an "and" stands between two streets of a place: "the bakery on 12th and jackson", "la 12 y jackson". With a
// day or an hour on both sides it leads to somebody else: "library on 12th at 3 and jo at 4".
func atCorner(words []word, i int, spans []when.Span) bool {
	if w := words[i].low; w != "and" && w != "y" && w != "&" || i+1 >= len(words) || words[i-1].s != unmarked(words[i-1].s) {
		return false
	}
	kind := i > 1 && streetNoun(unmarked(words[i-1].low)) // "3rd ave and pine"
	if !numbered(words, i-1) && !kind || inSpans(words[i+1], spans) {
		return false
	}
	next := unmarked(words[i+1].low)
	if !numbered(words, i+1) && (lexicon.SentenceWords.Has(next) || lexicon.Subjects.Has(next) || lexicon.Articles.Has(next) ||
		lexicon.WhoseKin.Has(next) || notName(next)) {
		return false
	}
	before := false
	for _, w := range words[:i] {
		before = before || inSpans(w, spans)
	}
	return !before || i+2 >= len(words) || !inSpans(words[i+2], spans)
}

// numbered reports whether word i is a street's number: "12th", "la 12", "calle 3".
func numbered(words []word, i int) bool {
	w := unmarked(words[i].low)
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	if len(digits) == 0 || len(digits) > 3 || !onlyDigits(digits) {
		return false
	}
	return len(w)-len(digits) == 2 || len(w) == len(digits) && i > 0 && lexicon.BeforeStreet.Has(unmarked(words[i-1].low))
}

// withUnit returns where an address ends whose street ends at to: behind the apartment, the building or the room.
func withUnit(words []word, to int) int {
	to = withCompass(words, to)
	for to+1 < len(words) && lexicon.NumberedPlace.Has(unmarked(words[to].low)) && (len(words[to+1].s) <= 6 && hasDigit(words[to+1].s) ||
		unitLetter(words, to+1)) {
		to += 2
	}
	if to < len(words) && len(words[to].s) > 1 && words[to].s[0] == '#' {
		to++
	}
	return to
}

// OnAStreet reports whether the only number that might be a day is that of a street on which one parks, or gets off: "street parking on
// 12th usually ok, or the 49 bus stops right there".
func OnAStreet(words string) bool {
	return lexicon.StreetLife.Any(bare(words)) && onStreet(words)
}

// GoesTo is the place to which words have somebody go now, with the street on which it is: of "lets go to victrola on 15th instead" it is
// "victrola on 15th". "" where they name none, or a time.
func GoesTo(words string) string {
	_, to := lexicon.GoesTo.Find(words)
	f := strings.Fields(words[to:])
	for i, w := range f {
		marked := strings.TrimRight(w, ".,;!")
		if lexicon.GoesToEnds.Has(bareWord(strings.ToLower(marked))) {
			f = f[:i]
			break
		}
		if marked != w {
			f = append(f[:i:i], marked)
			break
		}
	}
	place := strings.Join(f, " ")
	if to == 0 || len(f) == 0 || len(f) > mostOfNewPlace || strings.ContainsAny(words, "?¿") || DoubtfulPlace(place) ||
		lexicon.SentenceWords.Has(bareWord(strings.ToLower(f[0]))) || slices.ContainsFunc(f, func(w string) bool {
		return lexicon.Look(bareWord(strings.ToLower(w))).Time == lexicon.Weekday
	}) {
		return ""
	}
	return place
}

// onStreet reports whether the only number that might be a day stands as that of a street does: "on 12th".
func onStreet(words string) bool {
	f := bare(words)
	at := slices.IndexFunc(f, ordinalDay)
	if at < 1 || !lexicon.On.Has(f[at-1]) {
		return false
	}
	rest := slices.Concat(f[:at-1], f[at+1:])
	return !slices.ContainsFunc(rest, func(w string) bool {
		k := lexicon.Look(w).Time
		return k == lexicon.Weekday || k == lexicon.Month || k == lexicon.AM || k == lexicon.PM
	})
}

// MayBeStreet reports whether the only day that a text names may be the street on which a place is, whatever is there: "victrola on 15th".
func MayBeStreet(text string) bool { return onStreet(text) || NamesStreet(text) }

// GoesOnStreet reports whether words have somebody go to a place that is on a street with a number, and name no day: "on 15th".
func GoesOnStreet(words string) bool { return GoesTo(words) != "" && onStreet(words) }

// ordinalDay reports whether a word is a number with the end of an ordinal: "12th".
func ordinalDay(w string) bool {
	n := strings.TrimLeft(w, "0123456789")
	return n != w && n != "" && lexicon.OrdinalEnds.Has(n)
}

// withCompass returns where a street ends that ends at to: behind the point of the compass, which is that where the address ends with it or
// goes on: "4512 rainier ave s apt 3". Of "yesler way n bring the lease" it is none.
func withCompass(words []word, to int) int {
	if to == 0 || to >= len(words) || marksEnd(words[to-1]) || !lexicon.Compass.Has(unmarked(words[to].low)) {
		return to
	}
	if to+1 == len(words) || unmarked(words[to].s) != words[to].s {
		return to + 1
	}
	next := unmarked(words[to+1].low)
	if lexicon.NumberedPlace.Has(next) || words[to+1].s[0] == '#' || lexicon.AfterPlace.Has(next) || lexicon.Look(next).Time == lexicon.At {
		return to + 1
	}
	return to
}

// unitLetter reports whether a word is the letter of a room, behind which nothing of a sentence goes on: "unit b".
func unitLetter(words []word, i int) bool {
	w := unmarked(words[i].low)
	return len(w) == 1 && w[0] >= 'a' && w[0] <= 'z' && (i+1 == len(words) || w != words[i].low || !lexicon.SentenceWords.Has(w))
}
