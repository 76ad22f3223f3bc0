package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostThere is how many words a place has at most that is named beside "same time".
const mostThere = 7

// ThereThen is the place at which a text has two meet at the hour that stands: of "lets do victrola across the street same time for maria"
// it is "victrola across the street". "" where the text asks, denies, or names another time. names are whom the two may be.
func ThereThen(body string, names []string, c when.Context) string {
	from, to := lexicon.SameHourWords.Find(body)
	if to == 0 || strings.ContainsAny(body, "?¿") {
		return ""
	}
	rest, before := body[:from]+" "+body[to:], withoutLeads(body)
	place, ok := beginsAs(withoutLeads(rest), lexicon.ThereLeads)
	if but, behind := beginsAs(body[to:], lexicon.ButWords); behind && keepsHour(body[:from], names) {
		// "maria thurs same time but the library"
		place, ok = but, true
		if there, leads := beginsAs(but, lexicon.ThereLeads); leads {
			place = there
		}
	}
	if !ok || lexicon.NegativeWords.Any(bare(before)) {
		return ""
	}
	f := strings.Fields(place)
	for i := 1; i < len(f); i++ {
		if w := bareWord(strings.ToLower(f[i])); slices.ContainsFunc(names, func(n string) bool { return bareWord(strings.ToLower(n)) == w }) {
			f = slices.Delete(f, i-1, i+1) // "for maria"
			break
		}
	}
	place = strings.Trim(strings.Join(f, " "), " ,.;!")
	r := Times(strings.Join(slices.DeleteFunc(strings.Fields(place), streetOrdinal), " "), c) // "on 12th" is a street
	if n := len(strings.Fields(place)); n == 0 || n > mostThere || Timed(r) || DoubtfulPlace(place) || len(Clauses(place)) > 1 {
		return ""
	}
	return place
}

// keepsHour reports whether words before "same time" say no more than with whom and on what day.
func keepsHour(words string, names []string) bool {
	for _, w := range bare(words) {
		l := lexicon.Look(w)
		if !l.In(lexicon.OrderLeads) && !l.In(lexicon.SmallOfKeep) && !NamesTime(w) &&
			!slices.ContainsFunc(names, func(n string) bool { return slices.Contains(bare(n), w) }) {
			return false
		}
	}
	return true
}

// NewPersonIn is what stands behind the word that somebody is new: of "new person carmen ruiz 206-555-0188" the name and the number.
func NewPersonIn(body string) (rest string, ok bool) {
	n := lexicon.NewPerson.Lead(withoutLeads(body))
	if n == 0 {
		return body, false
	}
	rest = strings.TrimLeft(withoutLeads(body)[n:], " ,.:;-")
	return rest, rest != ""
}

// PlaceInsteadOf is the place that a text puts in the stead of the one that stands, which it names behind: of "make it victrola not presse"
// it is "victrola", where one meets at Cafe Presse. "" where it names another, asks, or says a time.
func PlaceInsteadOf(body, stands string, c when.Context) string {
	if strings.Contains(body, "?") && !asksToDo(body) || len(strings.Fields(body)) > 2*mostThere || Timed(Times(body, c)) {
		return ""
	}
	from, to := lexicon.InsteadOfThere.Find(body)
	if from == 0 || to == 0 {
		return ""
	}
	was := slices.DeleteFunc(bare(body[to:]), func(w string) bool { return lexicon.Articles.Has(w) || lexicon.At.Has(w) })
	its := bare(stands)
	if !slices.ContainsFunc(was, func(w string) bool { return slices.Contains(its, w) && !lexicon.Articles.Has(w) }) ||
		slices.ContainsFunc(was, func(w string) bool { return !slices.Contains(its, w) && OwnWords(w) > 0 }) {
		return ""
	}
	place := strings.Trim(withoutLeads(body[:from]), " ,.;!")
	if there, leads := beginsAs(place, lexicon.ThereLeads); leads {
		place = there
	}
	if len(strings.Fields(place)) == 0 || len(strings.Fields(place)) > mostThere || DoubtfulPlace(place) || len(Clauses(place)) > 1 {
		return ""
	}
	return place
}

// PlaceBeforeWhy is the place that words begin with, where the reason follows: of "the library, cafe presse is too loud" it is "the
// library". "" for words that lead to no place by an article.
func PlaceBeforeWhy(words string) string {
	head, why, more := strings.Cut(words, ",")
	f := strings.Fields(head)
	if len(f) > 1 && lexicon.MoveTo.Has(bareWord(strings.ToLower(f[0]))) {
		f = f[1:]
	}
	if !more || strings.TrimSpace(why) == "" || len(f) < 2 || len(f) > mostThere || !lexicon.Articles.Has(bareWord(strings.ToLower(f[0]))) ||
		DoubtfulPlace(strings.Join(f, " ")) {
		return ""
	}
	return strings.Join(f, " ")
}
