package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

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
