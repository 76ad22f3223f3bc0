package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// HeldBehindBut is what stands behind a "but" and says what its writer does then: of "yes but at 3 i pick up my kids" it is "at 3 i pick up
// my kids". "" where nothing does, or it only says that they come late.
func HeldBehindBut(body string) string {
	f := strings.Fields(body)
	for i, w := range f {
		if i == 0 || !lexicon.ButWords.Has(bareWord(strings.ToLower(w))) {
			continue
		}
		rest := strings.Join(f[i+1:], " ")
		if p := Padded(rest); lexicon.HoldsThen.In(p) && !lexicon.LateWords.In(p) && !lexicon.Agree.In(p) {
			return rest
		}
	}
	return ""
}

// Offered is the part of a text in which another time is put forward, behind what else it tells: of "cant do 3 i get off at 330 what about
// like 4ish" it is "like 4ish". "" where nothing leads to one, or nothing stands before it.
func Offered(body string) string {
	low := strings.ToLower(body)
	if len(low) != len(body) {
		return ""
	}
	at := -1
	for _, lead := range lexicon.OffersTime.Words() {
		if i := strings.LastIndex(" "+low, " "+lead+" "); i > 0 {
			at = max(at, i+len(lead)+1)
		}
	}
	if at < 0 || at >= len(body) {
		return ""
	}
	rest := strings.TrimSpace(body[at:])
	f := bare(rest)
	if len(f) == 0 || len(f) > maxOffered || !hasDigit(rest) && !NamesTimeIn(f) || slices.ContainsFunc(f, func(w string) bool {
		l := lexicon.Look(w)
		return !hasDigit(w) && l.Time == lexicon.NoList && !l.In(lexicon.AboutHour) && !l.In(lexicon.TimeLeads) && !l.In(lexicon.Fillers) &&
			!l.In(lexicon.Courtesies) && !lexicon.InsteadEnds.Has(w)
	}) {
		return ""
	}
	return rest
}

// maxOffered bounds, in words, what is put forward.
const maxOffered = 7
