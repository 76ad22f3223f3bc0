package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// LeftUndone is what is left of several things of one deed where words say that some of them are done: of "bring her a card + the flyer"
// behind "dropped off the flyer" it is "bring her a card". "" where all of it is, or where they name none of its things.
func LeftUndone(what string, done []string) string {
	lead, things, join := thingsOf(what)
	var left []string
	for _, thing := range things {
		if !slices.ContainsFunc(strings.Fields(wordsOf(thing)), func(w string) bool {
			return len(w) > 3 && slices.ContainsFunc(done, func(x string) bool { return sameWord(x, w) })
		}) {
			left = append(left, thing)
		}
	}
	if len(left) == 0 || len(left) == len(things) {
		return ""
	}
	return strings.TrimSpace(lead + " " + strings.Join(left, join))
}

// thingsOf divides what is to be done into its verb, with whom it is for, and the several things of it: each begins with an article or a
// number of its own, or stands behind a sign. join is what stands between two of them.
func thingsOf(what string) (lead string, things []string, join string) {
	f := strings.Fields(what)
	from := 0
	for from < len(f)-1 && !beginsThing(f[from]) && (from == 0 || lexicon.SomebodyOf.Has(wordOf(f[from]))) && leadsDeed(f[from]) {
		from++
	}
	if from > 0 && lexicon.SomebodyOf.Has(wordOf(f[from])) && from+1 < len(f) { // "bring her flyers + a card"
		from++
	}
	lead = strings.Join(f[:from], " ")
	at := from
	for i := from + 1; i+1 < len(f); i++ {
		w, sign := wordOf(f[i]), f[i] == "+" || f[i] == "&"
		next := i
		switch {
		case sign, lexicon.DeedJoins.Has(w):
			next = i + 1
		case !strings.HasSuffix(f[i-1], ","):
			continue
		}
		if !sign && !beginsThing(f[next]) {
			continue
		}
		things = append(things, strings.TrimRight(strings.Join(f[at:i], " "), ", "))
		if at = next; next > i {
			join = " " + f[i] + " "
		}
	}
	things = append(things, strings.Join(f[at:], " "))
	if join == "" {
		join = ", "
	}
	return lead, things, join
}

// leadsDeed reports whether a word may stand before the things of a deed: its verb, or whom it is for.
func leadsDeed(w string) bool {
	w = wordOf(w)
	return deedVerb(w) || lexicon.GiveVerbs.Has(w) || lexicon.SomebodyOf.Has(w)
}

// beginsThing reports whether a word begins a thing that stands for itself.
func beginsThing(w string) bool {
	w = wordOf(w)
	return lexicon.ThingBegins.Has(w) || lexicon.Articles.Has(w) || hasDigit(w)
}

func wordOf(w string) string { return strings.TrimSpace(wordsOf(w)) }

// NamesThing reports whether words put off something that they name: "lo del número pásalo al viernes", "move the flyer thing to friday".
func NamesThing(body string) bool {
	w := " " + wordsOf(body) + " "
	for _, lead := range lexicon.ThatOf.Padded() {
		if i := strings.Index(w, lead); i >= 0 {
			next, _, _ := strings.Cut(w[i+len(lead):], " ")
			return next != "" && lexicon.Look(next).Time == lexicon.NoList
		}
	}
	return lexicon.ThingNouns.In(w)
}

// IsBackOn reports whether words say of what was called off that it is on again: "marias back on", "lo de rosa sigue en pie".
func IsBackOn(body string) bool {
	return len(strings.Fields(body)) <= maxMeant+3 && lexicon.IsBackOn.In(Padded(body)) && !strings.Contains(body, "?")
}

// givesThing reports whether a clause begins by saying what is to be given to somebody: "text her the zoom link".
func givesThing(f []string) bool {
	return len(f) > 3 && lexicon.GiveVerbs.Has(f[0]) && lexicon.SomebodyOf.Has(f[1]) && beginsThing(f[2])
}
