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
		behind := to
		for behind < len(words) && inSpans(words[behind], spans) && strings.Trim(words[behind].s, "+()-.,0123456789") == "" {
			behind++
		}
		ends := behind == len(words) || behind > to // but for a number to call; what follows that is told
		if ends && (tailShape(words[from:to]) || to-from == 1 && loneName(words, from)) || to < len(words) && inSpans(words[to], spans) && to-from > 1 && numberedTail(words[from:to]) {
			return strings.Trim(s[words[from].from:words[to-1].to], " ,.;!")
		}
	}
	return ""
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

// theirsTail is where somebody lives or what is called after them: "her moms", "tully's".
func theirsTail(words []word) bool {
	last := unmarked(words[len(words)-1].low)
	owner, owns := strings.CutSuffix(strings.ReplaceAll(last, "’", "'"), "'s")
	switch {
	case len(words) == 1:
		return owns && len(owner) > 2 && letters(owner) && !lexicon.Look(owner).In(lexicon.Subjects) && !sentenceWord(owner) &&
			!sentenceWord(last) &&
			lexicon.Look(owner).Time == lexicon.NoList && !lexicon.QuestionWords.Has(owner)
	case len(words) == 2 && whosePlace(words[0]):
		kin, many := strings.CutSuffix(last, "s")
		return owns && lexicon.Kin.Has(owner) || many && lexicon.Kin.Has(kin) && !lexicon.Kin.Has(last)
	}
	return false
}

// besideTail is what one meets beside: "by the fountain".
func besideTail(words []word) bool {
	n := besidePlace(words)
	if n == 0 && words[0].low == "by" && len(words) > 2 && lexicon.NumberedPlace.Has(words[1].low) && onlyDigits(words[2].low) {
		n = 3 // "by gate 3 of the stadium"
		if len(words) == n {
			return true
		}
	}
	if n == 0 || len(words)-n > 3 {
		return false
	}
	for i, w := range words[n:] {
		if i == 0 && n > 2 && lexicon.Of.Has(w.low) {
			continue
		}
		if within := i > 0 && i+1 < len(words)-n && lexicon.WithinPlaces.Has(w.low); within { // "frente al walgreens de rainier"
			continue
		}
		if low := unmarked(w.low); !lexicon.Articles.Has(low) && (tells(low, lexicon.Look(low)) || len(low) < 3 || streetNoun(low)) {
			return false
		}
	}
	return true
}

// nounTail is a kind of place and its name: "taquería el fogón", or a name, a kind and a number: "VFW post 91".
func nounTail(words []word) bool {
	last := words[len(words)-1]
	kind := placeNoun(unmarked(words[0].low))
	post := len(words) == 3 && capital(words[0].s) && !lexicon.Look(words[0].low).Known() && onlyDigits(unmarked(last.low))
	if !kind && !post || len(words) == 1 {
		return false
	}
	for i, w := range words[1:] {
		low := unmarked(w.low)
		article := lexicon.Articles.Has(low) || lexicon.WithinPlaces.Has(low)
		told := lexicon.Look(low).Known() && !capital(w.s) && !placeNoun(low) && !lexicon.PlaceWords.Has(low) && !lexicon.PlaceHeads.Has(low)
		if (sentenceWord(low) || told) && !article || article && i+2 == len(words) || verbLike(low) ||
			lexicon.Kin.Has(low) || lexicon.NeverOwned.Has(low) ||
			lexicon.Thanking.Has(low) || lexicon.Greeting.Has(low) || lexicon.LeadsToName.Has(low) {
			return false
		}
	}
	return true
}

// ownedTail is somebody's place: "su taller", "her break room", "my stoop". A person of theirs or a phone is none.
func ownedTail(words []word) bool {
	if len(words) < 2 || !whosePlace(words[0]) {
		return false
	}
	for i, w := range words[1:] {
		low := unmarked(w.low)
		l := lexicon.Look(low)
		switch {
		case i > 0 && lexicon.WithinPlaces.Has(low):
		case i > 1 && lexicon.WithinPlaces.Has(words[i].low) && !lexicon.CornerJoins.Has(words[i].low) && i+2 < len(words) &&
			streetNoun(unmarked(words[i+2].low)): // "his stoop on holly st"
		case lexicon.Kin.Has(low), lexicon.PhoneNouns.Has(low), lexicon.Relations.Has(low), sentenceWord(low), verbLike(low),
			l.Time == lexicon.Hour, l.In(lexicon.FirstNames), l.In(lexicon.No), l.In(lexicon.Refuse),
			lexicon.MailLabels.Has(low), lexicon.NeverOwned.Has(low):
			return false
		}
	}
	return true
}

// numberedTail is a kind of place or a name of one with where it is: "starbucks on pac hwy", "7-eleven on 3rd", "the Y on 23rd".
func numberedTail(words []word) bool {
	on := -1
	for i, w := range words {
		low := unmarked(w.low)
		switch {
		case i > 0 && i+1 < len(words) && lexicon.WithinPlaces.Has(low):
			if on < 0 && !lexicon.Articles.Has(low) {
				on = i
			}
		case sentenceWord(low) && !(i == 0 && lexicon.Articles.Has(low)), verbLike(low), lexicon.FirstNames.Has(low) && on < 0,
			lexicon.Greeting.Has(low), lexicon.Thanking.Has(low), lexicon.Kin.Has(low), lexicon.NeverOwned.Has(low), lexicon.Relations.Has(low),
			strings.ContainsAny(w.s, "()"):
			return false
		}
	}
	if on < 1 {
		return false
	}
	for _, w := range words[:on] {
		low := unmarked(w.low)
		if placeNoun(low) || lexicon.PlaceWords.Has(low) || capital(w.s) && (strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s")) ||
			len(w.s) > 1 && w.s[0] >= '0' && w.s[0] <= '9' && strings.Contains(w.s, "-") {
			return true
		}
	}
	return strings.ContainsAny(words[len(words)-1].s[:1], "0123456789") || streetNoun(unmarked(words[len(words)-1].low))
}

// crossTail is a corner, and what it is beside: "mlk & 23rd outside the walgreens", "la 5 y main".
func crossTail(words []word) bool {
	i := 1
	for i < len(words)-1 && i < 3 && !lexicon.CornerJoins.Has(words[i].low) {
		i++
	}
	if i >= len(words)-1 || !lexicon.CornerJoins.Has(words[i].low) {
		return false
	}
	streets := 0
	for k, w := range words[:i+2] {
		low := unmarked(w.low)
		l := lexicon.Look(low)
		switch {
		case k == i, lexicon.Articles.Has(low):
		case ordinalStreet(low), l.Time == lexicon.StreetWord, streetNoun(low):
			streets++
		case sentenceWord(low), l.In(lexicon.FirstNames), l.In(lexicon.Kin), l.In(lexicon.Relations), l.Time != lexicon.NoList, verbLike(low):
			return false
		}
	}
	rest := words[i+2:]
	return streets > 0 && (len(rest) == 0 || len(rest) == 1 && streetNoun(unmarked(rest[0].low)) || besideTail(rest))
}

// StreetNumber reports whether a word is a street by its number.
func StreetNumber(word string) bool { return ordinalStreet(strings.ToLower(word)) }

// ordinalStreet reports whether a word is a street by its number: "23rd", "3ra".
func ordinalStreet(low string) bool {
	n := len(low)
	return n > 2 && lexicon.OrdinalSuffixes.Has(low[n-2:]) && onlyDigits(low[:n-2])
}

// homeOfTail is the house of somebody: "casa del pueblo", "lo de Toño", "casa de mi tía".
func homeOfTail(words []word) bool {
	if len(words) < 3 || !lexicon.Of.Has(words[1].low) && words[1].low != "del" {
		return false
	}
	first := words[0].low
	kin := len(words) == 4 && whosePlace(words[2]) && (lexicon.Kin.Has(unmarked(words[3].low)) ||
		lexicon.Relations.Has(unmarked(words[3].low)))
	return lexicon.HomeNouns.Has(first) || first == "lo" && (capital(words[2].s) || kin) // "lo de mi comadre"
}

// unknownTail is the name of a place that no list has: "pho bac", "juzgado 3". One that is somebody's or tells something is none.
func unknownTail(words []word) bool {
	if len(words) > 3 {
		return false
	}
	named := false
	for i, w := range words {
		low := unmarked(w.low)
		digits := onlyDigits(low)
		switch {
		case i > 0 && digits && len(low) <= 3 && i+1 == len(words):
		case (lexicon.PlaceWords.Has(low) || lexicon.PlaceHeads.Has(low)) && len(words) > 1:
		case low == "" || digits || len(low) < 3 || lexicon.Look(low).Known() || verbLike(low) || !letters(low):
			return false
		default:
			named = true
		}
	}
	return named && (len(words) > 1 || capital(words[0].s))
}

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
