package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// putsReportOff reports whether words say nothing but that a report comes later: "will write it up tonight", "luego le cuento todo".
func putsReportOff(f []string) bool {
	w := " " + strings.Join(f, " ") + " "
	return len(f) > 1 && len(f) <= maxAside && lexicon.ReportLater.In(w) && (lexicon.ReportDeeds.Any(f) || lexicon.ReportObjects.Any(f)) &&
		!slices.ContainsFunc(f, func(k string) bool {
			return !lexicon.ReportDeeds.Has(k) && !lexicon.ReportObjects.Has(k) && !lexicon.ReportLeads.Has(k) && !lexicon.ReportLater.Has(k)
		})
}

// busyNow reports whether words say what their writer is doing just now, and at their end that they tell later: "ahorita no puedo estoy
// recogiendo a los niños al rato te digo". Of a third person they say nothing.
func busyNow(f []string) bool {
	for len(f) > 1 && lexicon.Interjections.Has(f[0]) {
		f = f[1:]
	}
	lead := strings.Join(f, " ")
	if len(f) < 4 || len(f) > maxBusyNow || lexicon.BusyLeads.Lead(lead) == 0 || tellsOfThem(f) {
		return false
	}
	for i := 2; i+1 < len(f); i++ {
		if putsReportOff(f[i:]) {
			return lexicon.CannotNow.Lead(lead) > 0 || !slices.ContainsFunc(f[:i], func(w string) bool { // "im helping her with ..."
				return lexicon.SomebodyOf.Has(w) && !lexicon.NameArticles.Has(w)
			})
		}
	}
	return false
}

// PutsOffReport reports whether a text puts the report off, of which its writer speaks alone: "can i do this tomorrow", and not "can we do
// it tonight", which is of the one-on-one.
func PutsOffReport(body string) bool {
	return AimOf(body) == PutsOff && lexicon.Myself.Any(strings.Fields(wordsOf(body)))
}

// BareWord reports whether a text is one word.
func BareWord(body string) bool { return len(strings.Fields(body)) == 1 }

// NotYet reports whether a text says that something has not come about yet, and no more.
func NotYet(body string) bool { return lexicon.NotYetAlone.Has(wordsOf(body)) }

// BeginsNotYet reports whether a text begins so: "not yet i need to check something".
func BeginsNotYet(body string) bool {
	return lexicon.NotYetAlone.Lead(strings.ToLower(strings.TrimSpace(body))) > 0
}

// WithoutPuttingOff takes the part off a text that only says that the report comes later: "yes will do report later" is a yes. off is
// false when there is none, or nothing else.
func WithoutPuttingOff(body string) (rest string, off bool) {
	for _, c := range Clauses(body) {
		switch kept, cut := putOffBehind(c); {
		case !cut:
			rest = joinClause(rest, c)
		case kept != "":
			rest, off = joinClause(rest, kept), true
		default:
			off = true
		}
	}
	if !off || rest == "" {
		return body, false
	}
	return rest, true
}

// putOffBehind finds, in a clause, what puts the report off behind a bare yes or what became of the one-on-one.
func putOffBehind(clause string) (kept string, cut bool) {
	f := strings.Fields(clause)
	for i := range f {
		if before := strings.Join(f[:i], " "); putsReportOff(strings.Fields(wordsOf(strings.Join(f[i:], " ")))) &&
			(i == 0 || OnlyOutcome(before) || BareYes(before)) {
			return before, true
		}
	}
	return "", false
}

// BareYes reports whether words are a yes and nothing else.
func BareYes(s string) bool {
	f := strings.Fields(wordsOf(s))
	return len(f) > 0 && !slices.ContainsFunc(f, func(w string) bool { return !lexicon.Yes.Has(w) && !lexicon.SiIsYes.Has(w) && w != "si" })
}

func joinClause(all, clause string) string {
	if all == "" {
		return clause
	}
	return all + ". " + clause
}

// CannotNow reports whether a text says that its writer cannot talk just now, and tells of it another time: "ahorita no puedo estoy
// manejando, mañana te cuento".
func CannotNow(body string) bool {
	p := Padded(body)
	return lexicon.CannotNow.In(p) && !lexicon.ThirdSubjects.Any(strings.Fields(p)) &&
		!slices.ContainsFunc(Clauses(body), func(c string) bool { return !lexicon.CannotNow.In(Padded(c)) && OutcomeIn(c) != NoOutcome }) &&
		slices.ContainsFunc(Clauses(body), func(c string) bool { return AimOf(c) == PutsOff })
}

// CameUponAndAgreed reports whether a text tells of somebody who was come upon, and of a day that they are for: whether that was the
// one-on-one it does not say. "saw maria at the laundromat, she said yes to thursday".
func CameUponAndAgreed(body string) bool {
	if !lexicon.CameUpon.In(Padded(body)) {
		return false
	}
	p := Padded(body)
	from, to := lexicon.AgreedThen.Find(p)
	return to > from && beginsWithTime(strings.TrimSpace(p[to:]))
}
