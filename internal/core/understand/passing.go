package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// PlannedInPassing divides a text that tells of somebody who was met by chance or talked with and of the one-on-one that came of it: "ran
// into tasha at the store, lets meet saturday at 3", "just talked to mrs nguyen shes good for mon 10am". The first part is told, the second
// is to come.
func PlannedInPassing(body string) (told, ahead string, ok bool) {
	if strings.Contains(body, "?") {
		return "", "", false
	}
	_, passing := lexicon.InPassing.Find(body)
	from, to := lexicon.MeetsAhead.Find(body)
	if passing > 0 && from > 0 && to < len(body) {
		told = strings.TrimRight(strings.TrimSpace(body[:from]), ",.;")
		return told, strings.TrimSpace(body[to:]), strings.TrimSpace(told) != ""
	}
	if from < 1 || to >= len(body) {
		from, to = lexicon.AgreesAhead.Find(body)
	}
	if from < 1 || to >= len(body) {
		return "", "", false
	}
	told, ahead = strings.Trim(strings.TrimSpace(body[:from]), ",.;"), strings.Trim(strings.TrimSpace(body[to:]), "!,. ")
	talked, _ := ToldNow(body)
	if passing <= 0 && !talked && !namesOnly(told) && !tellsOfSomeone(told) || !planOnly(told, ahead) {
		return "", "", false
	}
	if name, ok := ParseName(told); ok && namesOnly(told) {
		return "", name + " " + ahead, true
	}
	if f := strings.Fields(told); len(f) > 2 && lexicon.ThirdSubjects.Has(wordsOf(f[len(f)-1])) { // "bumped into tyrell he"
		told = strings.Join(f[:len(f)-1], " ")
	}
	return told, whereTold(told, ahead), true
}

// mostAheadWords is how many words a plan has that stands behind what is told.
const mostAheadWords = 14

// planOnly reports whether what is told names no time, and what is to come is no event that somebody said they would come to.
func planOnly(told, ahead string) bool {
	f := strings.Fields(wordsOf(ahead))
	if len(f) == 0 || len(f) > mostAheadWords || slices.ContainsFunc(strings.Fields(wordsOf(told)), namesDay) {
		return false
	}
	if leads := f[0] == "to" || lexicon.WithWords.Has(f[0]) || lexicon.BeforePerson.Has(f[0]); leads && len(f) > 1 && f[1] != "me" &&
		!NamesTime(f[1]) { // "she wants to talk to kim mon 10am"
		return false
	}
	return !lexicon.EventNouns.Any(f) && !lexicon.AttendWords.Any(f) && !lexicon.ButWords.Any(f) && !lexicon.Negators.Any(f)
}

// namesDay reports whether a word is a day or a month.
func namesDay(w string) bool {
	switch lexicon.Look(w).Time {
	case lexicon.Weekday, lexicon.Today, lexicon.Tomorrow, lexicon.Yesterday, lexicon.Tonight, lexicon.Month:
		return true
	}
	return false
}

// namesOnly reports whether words are somebody's name and nothing else.
func namesOnly(s string) bool {
	f := strings.Fields(Padded(s))
	return len(f) > 0 && len(f) <= 2 && lexicon.FirstNames.Has(f[0])
}

// tellsOfSomeone reports whether words tell of somebody who is there and has a name: "theres a guy at the laundromat named ray".
func tellsOfSomeone(s string) bool {
	words := split(s)
	return len(words) > 2 && calledSo(words, nil) != ""
}

// whereTold puts the place that is told in the place of words that say no more than that it is there: "ahí mismo".
func whereTold(told, ahead string) string {
	from, to := lexicon.ThereAgain.Find(ahead)
	if to <= 0 {
		return ahead
	}
	place, _ := findPlace(told, split(told), nil, false)
	if place == "" {
		return ahead
	}
	return strings.TrimSpace(ahead[:from]) + " @ " + place + ahead[to:]
}
