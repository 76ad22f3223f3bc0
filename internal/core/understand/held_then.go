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
	least := 1
	if n := beforeSameDay(low); n > 0 { // "could we do 430 same day"
		body, low, least = body[:n], low[:n], 0
	}
	at := -1
	for _, lead := range lexicon.OffersTime.Words() {
		if i := strings.LastIndex(" "+low, " "+lead+" "); i >= least {
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

// beforeSameDay is where a text ends that goes on to say that the day or the place stays; 0 when it does not.
func beforeSameDay(low string) int {
	for _, same := range slices.Concat(lexicon.SameDay.Words(), lexicon.SamePlace.Words()) {
		if i := strings.LastIndex(low, " "+same); i > 0 && strings.Trim(low[i+1+len(same):], " ?.!") == "" {
			return i
		}
	}
	return 0
}

// AskedLast is the time that is a text's last sentence and its only question, behind what tells something: "3 is when i pick up the twins.
// 330?"; "" where there is none.
func AskedLast(body string) string {
	s := strings.TrimRight(body, " ")
	if !strings.HasSuffix(s, "?") || strings.Count(s, "?") > 1 {
		return ""
	}
	at := strings.LastIndexAny(s[:len(s)-1], ".!;\n")
	if at < 0 || len(bare(s[:at])) < telling {
		return ""
	}
	last := strings.Trim(s[at+1:], " ?")
	f := bare(last)
	if len(f) == 0 || len(f) > maxOffered || !hasDigit(last) || slices.ContainsFunc(f, func(w string) bool {
		l := lexicon.Look(w)
		return !hasDigit(w) && (l.Time == lexicon.NoList && !l.In(lexicon.AboutHour) && !l.In(lexicon.Fillers) && !lexicon.InsteadEnds.Has(w) ||
			l.Time == lexicon.NumberedPlace || l.Time == lexicon.StreetWord)
	}) {
		return ""
	}
	return last
}

// HeldUntil is the hour, as it is written, until which somebody says to be held elsewhere: "omg im at work till 5"; "" for none.
func HeldUntil(body string) string {
	f := strings.Fields(Padded(body))
	for i := 2; i < len(f); i++ {
		if _, _, ok := hourOf(f[i]); !ok || i+1 < len(f) && countsNext(f[i+1]) && !hasDigit(f[i+1]) {
			continue
		}
		k := i - 1
		for k > 0 && lexicon.Look(f[k]).Time == lexicon.At {
			k--
		}
		if !untilBefore(f, i) {
			continue
		}
		for n := 1; n <= mostHeld && n <= k; n++ {
			if l := lexicon.Look(strings.Join(f[k-n:k], " ")); l.In(lexicon.BusyThen) || lexicon.WorkPlaces.Has(f[k-1]) {
				return f[i]
			}
		}
	}
	return ""
}

// mostHeld is how many words say what holds somebody.
const mostHeld = 4

// maxOffered bounds, in words, what is put forward.
const maxOffered = 7

// mostAfterHeld is how many words stand at most behind the "after" of who says from when on they can, and say no more: "despues si
// quieres".
const mostAfterHeld = 3

// AfterHeld is the hour, as it is written, from which somebody says to be free and to have time: "trabajo hasta las 5, se puede despues?",
// "im off at 6 if u wanna do after". "" for none, and where the text names another hour.
func AfterHeld(body string) string {
	f := strings.Fields(Padded(body))
	hour, at := "", 0
	for i := 1; i < len(f); i++ {
		if _, _, ok := hourOf(f[i]); !ok || i+1 < len(f) && countsNext(f[i+1]) {
			continue
		}
		if hour != "" {
			return ""
		}
		for n := 1; n <= mostHeld+1 && n <= i; n++ {
			if lexicon.FreeAt.Has(strings.Join(f[i-n:i], " ")) {
				hour, at = f[i], i
			}
		}
		if hour == "" {
			return ""
		}
	}
	for k := at + 1; hour != "" && k < len(f); k++ {
		for n := min(3, len(f)-k); n > 0; n-- {
			tail := f[k+n:]
			if lexicon.AfterAlone.Has(strings.Join(f[k:k+n], " ")) && len(tail) <= mostAfterHeld &&
				!slices.ContainsFunc(tail, func(w string) bool { return !lexicon.AfterGoesOn.Has(w) }) {
				return hour
			}
		}
	}
	return ""
}
