package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostTailWords bounds a place that nothing leads to.
const mostTailWords = 6

// tailPlace takes what stands for a place by its shape alone, once whom and when are read: words between what was read and the end, none
// of which belongs to a sentence. "fri 4pm her break room", "sat 1pm pho bac", "7-eleven on 3rd fri 5pm".
func tailPlace(s string, words []word, spans []when.Span) string {
	for from := 1; from < len(words); from++ {
		if inSpans(words[from], spans) || !inSpans(words[from-1], spans) {
			continue
		}
		if dashes(words[from].s) && from+1 < len(words) && !inSpans(words[from+1], spans) {
			from++
		}
		to := from
		for to < len(words) && !inSpans(words[to], spans) && (to == from || !marksEnd(words[to-1]) && !conditionAt(words, to) &&
			!aboutNumber(s, words, to, spans)) {
			to++
		}
		if to > from && to < len(words) && aboutNumber(s, words, to, spans) && tailShape(words[from:to]) { // "starbucks on broadway her # 206..."
			return strings.Trim(s[words[from].from:words[to-1].to], " ,.;!")
		}
		if to < len(words) && to > from && conditionAt(words, to) && tailShape(words[from:to]) {
			return strings.Trim(s[words[from].from:words[to-1].to], " ,.;!")
		}
		if n := again(words[from:to]); n > 0 && to == len(words) && tailShape(words[from:to-n]) { // "cafe presse again"
			return strings.Trim(s[words[from].from:words[to-n-1].to], " ,.;!")
		}
		behind := to
		for behind < len(words) && inSpans(words[behind], spans) && strings.Trim(words[behind].s, "+()-.,0123456789") == "" {
			behind++
		}
		ends := behind == len(words) || behind > to // but for a number to call; what follows that is told
		if ends && (tailShape(words[from:to]) || to-from == 1 && loneName(words, from)) ||
			to < len(words) && inSpans(words[to], spans) && to-from > 1 && numberedTail(words[from:to]) {
			return strings.Trim(s[words[from].from:words[to-1].to], " ,.;!")
		}
	}
	return ""
}

// again is how many words at the end say that it is there once more.
func again(words []word) int {
	for n := min(2, len(words)-1); n > 0; n-- {
		if lexicon.AgainWords.Has(phraseOf(words[len(words)-n:])) {
			return n
		}
	}
	return 0
}

// loneName reports whether the last word is one that no list has, right behind an hour: "coffee w maria sat 10am vivace".
func loneName(words []word, i int) bool {
	low, before := words[i].low, words[i-1].low
	return i+1 == len(words) && len(low) >= leastLone && letters(low) && !lexicon.Look(low).Known() && !verbLike(low) &&
		(hasDigit(before) || lexicon.Look(before).Time == lexicon.Noon)
}

// leastLone is how many letters such a word has at least.
const leastLone = 4

// aboutNumber reports whether what begins at a word is about a number to call, or that there is none.
func aboutNumber(s string, words []word, i int, spans []when.Span) bool {
	return leadsToNumber(words, i, spans) || lexicon.HasNoPhone.Lead(s[words[i].from:]) > 0
}

// conditionAt reports whether behind a place it is said when or whether that is, or somebody is told of: "si no llueve", "after mass",
// "despues de misa", "she works til 6".
func conditionAt(words []word, i int) bool {
	l := lexicon.Look(unmarked(words[i].low))
	if i+2 < len(words) && (l.In(lexicon.ThirdSubjects) && !l.In(lexicon.Articles) || l.In(lexicon.FirstSubjects)) && !capital(words[i].s) {
		return true
	}
	return i+1 < len(words) && (l.In(lexicon.SaysIf) || words[i].low == "si" || l.Time == lexicon.After || l.Time == lexicon.Before)
}

// tailAgain is the place that takes back the one right before it, by its shape alone: "starbucks, sorry i mean cafe flora".
// tailShape reports whether words at the end have the shape of a place.
func tailShape(words []word) bool {
	if len(words) == 0 || len(words) > mostTailWords || besidePlace(words) == len(words) {
		return false
	}
	return unknownBeside(words) || crossTail(words) || nounTail(words) || ownedTail(words) || numberedTail(words) || homeOfTail(words) ||
		unknownTail(words) || kindTail(words) || theirsTail(words) || besideTail(words) || cornerTail(words) || cornerOf(words) ||
		insideTail(words) || headBeside(words) || eatenTail(words)
}

// unknownBeside is the name of a place that no list has with where it is: "panera on rainier", "dunkin by the courthouse".
func unknownBeside(words []word) bool {
	if len(words) > 3 && lexicon.Articles.Has(words[0].low) { // "the starbucks by the light rail"
		words = words[1:]
	}
	at := 1
	for at < len(words) && at < 3 && !lexicon.WithinPlaces.Has(words[at].low) && besidePlace(words[at:]) == 0 {
		at++
	}
	if at >= len(words)-1 || lexicon.CornerJoins.Has(words[at].low) || lexicon.Of.Has(words[at].low) {
		return false
	}
	for _, w := range words[:at] {
		low := unmarked(w.low)
		l := lexicon.Look(low)
		if !letters(low) || len(low) < 3 || verbLike(low) || low != w.low ||
			l.Known() && !l.In(lexicon.PlaceNouns) && !l.In(lexicon.PlacesNamed) {
			return false
		}
	}
	rest := words[at+1:]
	if n := besidePlace(words[at:]); n > 0 {
		rest = words[min(at+n, len(words)):]
	}
	for i, w := range rest {
		low := unmarked(w.low)
		l := lexicon.Look(low)
		if i == 0 && l.In(lexicon.Articles) {
			continue
		}
		street := len(rest) == 1 && words[at].low == "on" // "mcds on aurora"
		if !letters(low) && !ordinalStreet(low) || tells(low, l) || l.In(lexicon.FirstNames) && !street || len(low) < 2 {
			return false
		}
	}
	return len(rest) > 0 && len(rest) < 4 && !lexicon.Articles.Has(unmarked(rest[len(rest)-1].low))
}

// cornerTail is where two streets cross, one of which has a number: "23rd and Union", "jackson y la 12".
func cornerTail(words []word) bool {
	second := 2
	if len(words) > second && lexicon.Articles.Has(words[second].low) {
		second++
	}
	if len(words) <= second || len(words) > second+3 {
		return false
	}
	if w := words[1].low; w != "and" && w != "y" && w != "&" {
		return false
	}
	if last := unmarked(words[len(words)-1].low); len(words) > second+1 && !placeNoun(last) && !lexicon.StopNouns.Has(last) {
		return false // "7th & Jackson bus stop"
	}
	street := func(i int) bool {
		low := unmarked(words[i].low)
		return numbered(words, i) || letters(low) && len(low) > 2 && !sentenceWord(low) && !verbLike(low) && !lexicon.Kin.Has(low) &&
			!lexicon.FirstNames.Has(low)
	}
	return (numbered(words, 0) || numbered(words, second)) && street(0) && street(second)
}

// kindTail is a name with the kind of place behind it, or with a number: "grace lutheran basement", "city hall rm 600", "chambers 4B"; or
// capitals alone, "Casa Linda".
func kindTail(words []word) bool {
	if len(words) < 2 {
		return false
	}
	large := true
	for i, w := range words {
		low := unmarked(w.low)
		l := lexicon.Look(low)
		large = large && capital(w.s)
		kind := placeNoun(low) || l.In(lexicon.HomeNouns) || l.In(lexicon.PlaceWords) || l.In(lexicon.NumberedPlace) ||
			l.In(lexicon.PlacesNamed) ||
			l.In(lexicon.Articles) || l.In(lexicon.WithinPlaces) || l.Time == lexicon.StreetWord || onlyDigits(low) && i > 0 ||
			i == 0 && lexicon.PlaceHeads.Has(low)
		if low == "" || !kind && (tells(low, l) || l.Known() && !capital(w.s) && !l.In(lexicon.FirstNames) && !l.In(lexicon.SurnamesToo)) {
			return false
		}
	}
	last := unmarked(words[len(words)-1].low)
	before := lexicon.Look(unmarked(words[len(words)-2].low))
	first := lexicon.Look(unmarked(words[0].low))
	switch {
	case onlyDigits(strings.TrimRight(last, "abcdef")) && len(last) <= 4:
		return before.In(lexicon.NumberedPlace) ||
			len(words) == 2 && (!before.Known() || before.In(lexicon.PlaceNouns) || before.Time == lexicon.StreetWord)
	case placeNoun(last), lexicon.HomeNouns.Has(last):
		return !first.In(lexicon.FirstNames) || len(words) > 2
	}
	return large && !first.In(lexicon.FirstNames) && !lexicon.WithinPlaces.Has(last)
}

// tells reports whether a word belongs to a sentence, and to no place's name.
func tells(low string, l *lexicon.Word) bool {
	return sentenceWord(low) || verbLike(low) || l.Time != lexicon.NoList && l.Time != lexicon.Number || l.In(lexicon.TailTold) ||
		l.In(lexicon.Greeting) || l.In(lexicon.Thanking) || l.In(lexicon.Kin) || l.In(lexicon.Relations) || l.In(lexicon.NeverOwned) ||
		l.In(lexicon.LeadsToName) || l.In(lexicon.NotOfPlaces) || l.In(lexicon.Negators) || l.In(lexicon.PhoneNouns)
}

// StreetNumber reports whether a word is a street by its number.
func StreetNumber(word string) bool { return ordinalStreet(strings.ToLower(word)) }

// letters reports whether a word is of plain letters and nothing else.
func letters(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz'’&-") == "" }

// verbLike reports whether a word ends as those do that say what is done.
func verbLike(low string) bool {
	for _, e := range lexicon.VerbEnds.Words() {
		if len(low) > len(e)+2 && strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}
