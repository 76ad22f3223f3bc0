package understand

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// PlaceEnds divides what was said where a place was asked for into the place and what is said beside: "su casa, before the turkey jaja" is
// "su casa". What follows a comma belongs to the place where it says further where that is.
func PlaceEnds(s string) (place, beside string) {
	place = s
	for i := 1; i < len(s); i++ {
		if strings.IndexByte(",;!\n", s[i]) < 0 && !(s[i] == '.' && i+1 < len(s) && s[i+1] == ' ' && !shortened(s[:i])) {
			continue
		}
		if rest := strings.TrimSpace(s[i+1:]); rest != "" && !isDoor(strings.Fields(rest), false) && (!goesOnWhere(rest) || saysOfIt(rest)) {
			place, beside = s[:i], rest
			break
		}
	}
	f := strings.Fields(place)
	for i := 2; i < len(f) && !isDoor(f[i:], false); i++ { // "la biblioteca hace frio"
		if w := strings.TrimSpace(Padded(f[i])); lexicon.PlaceWhy.Has(w) || contracted(w) || lexicon.SpeaksOn.Has(w) && !namesKind(f, i) {
			f, beside = f[:i], strings.TrimSpace(strings.Join(f[i:], " ")+" "+beside)
		}
	}
	for len(f) > 1 { // "su casa porfa jaja"
		w := strings.TrimSpace(Padded(f[len(f)-1]))
		if !lexicon.Laughter.Has(w) && !laughs(f[len(f)-1]) && !lexicon.Courtesies.Has(w) && w != "" {
			break
		}
		f = f[:len(f)-1]
	}
	place = strings.TrimRight(strings.Join(f, " "), " ,.;!")
	if from, to := lexicon.SameHourWords.Find(place); from > 0 && to >= len(place) { // "do the library on 12th same time"
		place = strings.TrimRight(place[:from], " ,.;!")
		if rest, ok := beginsAs(place, lexicon.ThereLeads); ok && rest != "" {
			place = rest
		}
	}
	return place, beside
}

// shortened reports whether a text ends with a short form, whose full stop ends no sentence: "St."
func shortened(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	return len(w) <= 4
}

// laughs reports whether a word is nothing but laughter of any length, or an emoji.
func laughs(w string) bool {
	if r, _ := utf8.DecodeRuneInString(w); r >= 0x2190 {
		return true
	}
	low := strings.Trim(strings.ToLower(w), ".!,")
	return len(low) > 3 && strings.Trim(low, "jahei") == "" && strings.ContainsAny(low, "jh")
}

// goesOnWhere reports whether words say further where a place is: a number, a name, "by the door".
func goesOnWhere(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	f := strings.Fields(Padded(rest))
	if len(f) == 0 {
		return false
	}
	if unicode.IsDigit(r) || r == '#' || unicode.IsUpper(r) && !lexicon.Look(f[0]).Known() || lexicon.Articles.Has(f[0]) ||
		lexicon.NumberedPlace.Has(f[0]) || lexicon.PlaceWords.Has(f[0]) || lexicon.MyPlaces.Has(f[0]) {
		return true
	}
	p := Padded(rest)
	for _, w := range lexicon.BesidePlace.Words() {
		if strings.HasPrefix(p, Padded(w)) {
			return true
		}
	}
	return lexicon.PlaceNouns.Any(f[:min(3, len(f))])
}

// mostToVerb is how many words may stand before the verb of a sentence that says something of a place.
const mostToVerb = 4

// saysOfIt reports whether words are a sentence about a place, and do not say where it is: "library closes early mondays". "The one that is
// by the bank" says where.
func saysOfIt(rest string) bool {
	f := strings.Fields(Padded(rest))
	for i := 1; i < min(len(f), mostToVerb); i++ {
		switch {
		case lexicon.WhichOne.Has(f[i]):
			return false
		case lexicon.PlaceVerbs.Has(f[i]):
			return true
		}
	}
	return false
}

// newsOf reports whether at word i, behind a place, a sentence begins about another place or what is somebody's: "en la library el cafe
// esta cerrado", "at the park her car is broke".
func newsOf(words []word, i int) bool {
	if i+2 >= len(words) || !lexicon.PlaceVerbs.Has(unmarked(words[i+2].low)) {
		return false
	}
	noun := unmarked(words[i+1].low)
	return lexicon.Articles.Has(words[i].low) && placeNoun(noun) || whosePlace(words[i]) && lexicon.Look(noun).Known()
}

// NamesNoPlace reports whether words that answer "where?" say something else: what is brought, who comes along, how somebody is texted,
// about when, or that it is where it always is.
func NamesNoPlace(s string) bool {
	p := Padded(s)
	f := strings.Fields(p)
	if len(f) == 0 || lexicon.PlaceNouns.Any(f) || lexicon.HomeNouns.Any(f) {
		return lexicon.UsualPlace.In(p) || SaysSamePlace(s)
	}
	comes := lexicon.ComingVerbs.Any(f) || lexicon.AheadWords.Any(f)
	times := slices.ContainsFunc(f, NamesTime) && !slices.ContainsFunc(f, says)
	orders := len(f) > 1 && (lexicon.ErrandVerbs.Has(f[0]) || lexicon.DeedVerbs.Has(f[0]))
	return lexicon.WaysText.In(p) || lexicon.UsualPlace.In(p) || orders ||
		lexicon.Kin.Any(f) && comes || times
}

// NumberedStreet is the place that words name where one is asked for, when a street's number is all in them that could be a day: "joes, the
// one on 5th"; "" when they name a day.
func NumberedStreet(s string, c when.Context) string {
	f, number := strings.Fields(s), ""
	for i, w := range f {
		w = strings.TrimRight(w, ".,;")
		if n := len(w); number == "" && n > 2 && lexicon.OrdinalSuffixes.Has(strings.ToLower(w[n-2:])) && onlyDigits(w[:n-2]) && i > 0 &&
			lexicon.WithinPlaces.Has(bareWord(strings.ToLower(f[i-1]))) {
			f[i], number = strings.Replace(f[i], w, street, 1), w
		}
	}
	without := strings.Join(f, " ")
	if number == "" || Timed(Times(without, c)) || NamesNoPlace(without) {
		return ""
	}
	place := Read(without, c).Place
	if !strings.Contains(place, street) {
		place, _ = PlaceEnds(without)
	}
	return strings.Replace(place, street, number, 1)
}

// street stands for a street's number while the rest is read.
const street = "Numberedstreet"

// Timed reports whether a reading says a day or an hour.
func Timed(r when.Reading) bool { return r.HasDate() || r.HasClock || len(r.Options) > 0 }

// WithoutGuess takes off that what follows is a guess: "prob the library".
func WithoutGuess(s string) string {
	first, rest, more := strings.Cut(strings.TrimSpace(s), " ")
	if more && lexicon.AboutHour.Has(lexicon.Plain(strings.ToLower(strings.Trim(first, ",")))) {
		return strings.TrimSpace(rest)
	}
	return s
}

// NoPlaceYet reports whether words say that a place is still to be found: "ill figure that out later", "luego le digo".
func NoPlaceYet(s string) bool {
	f := strings.Fields(Padded(s))
	return (lexicon.DecidesLater.In(Padded(s)) || onlyOpen(Padded(s))) && !lexicon.PlaceNouns.Any(f) && !strings.ContainsAny(s, "0123456789")
}

// onlyOpen reports whether words say that something is open, and no more: "uy todavía ni idea".
func onlyOpen(p string) bool {
	left := leftOf(p, lexicon.PlaceOpen)
	return strings.TrimSpace(left) != strings.TrimSpace(p) && !slices.ContainsFunc(strings.Fields(left), func(w string) bool {
		return !lexicon.Interjections.Has(w) && !lexicon.TaleOpens.Has(w) && !lexicon.StillWords.Has(w) && !lexicon.Look(w).In(lexicon.Fillers)
	})
}

// ownedBefore is where somebody's own place begins that stands right before the "at" at word i, i where none does: "her break room at
// swedish".
func ownedBefore(words []word, i int, spans []when.Span) int {
	for k := i - 2; k > 0 && k >= i-mostOwned; k-- {
		if whosePlace(words[k]) {
			if inSpans(words[k-1], spans) && ownedTail(words[k:i]) && words[i-1].s == unmarked(words[i-1].s) && !inSpans(words[i-1], spans) {
				return k
			}
			return i
		}
	}
	return i
}

// mostOwned is how many words such a place has before it.
const mostOwned = 4

// mostOfCorner is how many words name the other street of a corner, with what joins it.
const mostOfCorner = 3

// EndsAtCorner reports whether a place ends in a street with a number and the one that crosses it: "the bakery on 12th and jackson".
func EndsAtCorner(place string) bool {
	f := bare(place)
	for i := max(2, len(f)-mostOfCorner); i+1 < len(f); i++ {
		if lexicon.CornerJoins.Has(f[i]) && hasDigit(f[i-1]) && !strings.ContainsAny(place, ",.;?!") && !lexicon.SentenceWords.Any(f[i+1:]) &&
			!NamesTimeIn(f[i+1:]) {
			return true
		}
	}
	return false
}
