package understand

import "github.com/reportback/reportback/internal/core/lexicon"

// bothOf reports whether the word at i is a number of people who do something together, and no hour: "ya quedamos las dos", "entre las
// dos". "quedamos a las dos" is an hour.
func bothOf(words []word, i int) bool {
	if i < 2 || lexicon.Look(unmarked(words[i].low)).Time != lexicon.Number || hasDigit(words[i].low) {
		return false
	}
	the := unmarked(words[i-1].low)
	return (the == "las" || the == "los") && lexicon.BothVerbs.Has(unmarked(words[i-2].low))
}

// AsksNextWeek reports whether a text asks of the week behind the one that was just asked after, and nothing else: "y la otra?".
func AsksNextWeek(body string) bool { return lexicon.AsksNextWeek.Has(wordsOf(body)) }

// beforeHour is where a text says what somebody does until an hour that stands right behind it, without an "at": "after work 530".
func beforeHour(text string, words []word) (from, to int) {
	for i := 2; i < len(words); i++ {
		w := unmarked(words[i].low)
		if (len(w) != 3 && len(w) != 4) || !onlyDigits(w) || w[len(w)-2] > '5' || len(w) == 4 && w[:2] > "12" {
			continue
		}
		for k := max(0, i-4); k < i-1; k++ {
			n := lexicon.AfterDoings.Lead(text[words[k].from:])
			if n > 0 && words[k].from+n >= words[i-1].to && words[k].from+n <= words[i].from {
				return words[k].from, words[i-1].to
			}
		}
	}
	return 0, 0
}
