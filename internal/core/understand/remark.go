package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfRemark bounds, in words, what tells how a one-on-one was and nothing else.
const mostOfRemark = 24

// OnlyHowItWas reports whether words tell how a one-on-one was, or how long, and nothing of the contact that the question what was learned
// asks: "estuvo bien pero solo 15 min pq llegó su cuñado". What was talked about is told: "we talked about her landlord".
func OnlyHowItWas(body string) bool {
	all := clauses(body)
	if len(all) == 0 || IsQuestion(body) || len(strings.Fields(body)) > mostOfRemark {
		return false
	}
	for _, c := range all {
		if !remark(c) {
			return false
		}
	}
	return true
}

// HowItWas parts the sentences that only tell how a one-on-one was from what else is told.
func HowItWas(body string) (remarks, rest string) {
	if OnlyHowItWas(body) {
		return strings.TrimSpace(body), ""
	}
	rest = strings.TrimSpace(body)
	for _, s := range sentencesOf(body) {
		from := strings.Index(rest, s)
		if !OnlyHowItWas(s) || from < 0 {
			continue
		}
		remarks = strings.TrimPrefix(remarks+". "+s, ". ")
		rest = strings.TrimSpace(rest[:from] + strings.TrimLeft(rest[from+len(s):], " .;!\n"))
	}
	return remarks, rest
}

// TellsHowItWas reports whether words say of a one-on-one how it was, and not only that the two met.
func TellsHowItWas(body string) bool {
	return slices.ContainsFunc(clauses(body), func(c string) bool {
		return lexicon.WentSo.Has(wordsOf(c)) || lexicon.TalkRemarks.In(" "+wordsOf(c)+" ")
	})
}

// Briefly reports whether words say that a one-on-one was short, or for how many minutes.
func Briefly(body string) bool {
	f := strings.Fields(wordsOf(body))
	return lexicon.Briefly.Any(f) || countsMinutes(f)
}

// remark reports whether a clause tells how the talk was, or no more than that it took place.
func remark(clause string) bool {
	w := " " + wordsOf(clause) + " "
	f := strings.Fields(w)
	switch {
	case namesTheme(f), saysWill(w), lexicon.SaysIPromised.In(w):
		return false
	case len(f) == 0, lexicon.WentSo.Has(strings.TrimSpace(w)), lexicon.TalkRemarks.In(w), OnlyOutcome(clause), countsMinutes(f):
		return true
	}
	return small(f, lexicon.YesMildly) || f[0] == "si" && len(f) <= 2
}

// namesTheme reports whether a clause says what was talked about, or felt: "nervous about her lease", and not "about an hour".
func namesTheme(f []string) bool {
	for i, w := range f {
		if next := f[min(len(f)-1, i+1)]; lexicon.ThemeLeads.Has(w) && !hasDigit(next) && !lexicon.Articles.Has(next) && next != "half" ||
			lexicon.ThemeLeads.Has(w) && lexicon.TheirPlaces.Has(next) {
			return true
		}
		if i > 0 && (w == "de" || w == "del") && lexicon.SaysTalked.In(" "+strings.Join(f[:i], " ")+" ") { // "platicamos de su trabajo"
			return true
		}
	}
	return false
}

// countsMinutes reports whether a clause says for how many minutes: "only 15 min", "nomás 10min".
func countsMinutes(f []string) bool {
	for i, w := range f {
		n := strings.TrimLeft(w, "0123456789")
		if n != w && lexicon.Minutes.Has(n) || n == "" && i+1 < len(f) && lexicon.Minutes.Has(f[i+1]) {
			return true
		}
	}
	return false
}

// WentSo reports whether a text, to the question how it went, says how, as only one says it who met: "a little awkward at first but then
// she warmed up", "good, kinda distracted", "súper bien me contó q limpia oficinas". It is asked where nothing else in the text says what
// became of it.
func WentSo(body string) bool {
	all := clauses(body)
	w := " " + wordsOf(body) + " "
	if len(all) == 0 || IsQuestion(body) || lexicon.SaysIf.Any(strings.Fields(w)) {
		return false
	}
	if lexicon.TalkSigns.In(w) {
		return !lexicon.KeepsFromMeeting.In(" " + leftOf(w, lexicon.TalkSigns) + " ") // "it was awkward, she forgot i was coming" is asked
	}
	if lexicon.WentSo.Has(wordsOf(all[0])) {
		return len(all) == 1 || OnlyHowItWas(strings.Join(all[1:], ", ")) || !lexicon.KeepsFromMeeting.In(w) && clauseOfThem(all[1])
	}
	return false
}

// PhonedInstead reports whether words say that two spoke by phone, and nothing that kept them from it.
func PhonedInstead(words string) bool {
	return ByPhone(words) && !lexicon.CannotLeads.In(Padded(words)) && OutcomeIn(words) == Unsure
}

// ToldByPhone reports whether words tell of the contact, behind others which say that the two talked by phone.
func ToldByPhone(before, body string) bool {
	w, all := " "+wordsOf(before)+" ", clauses(body)
	if !lexicon.SaysByPhone.In(w) || !lexicon.SaysTalked.In(w) || len(all) == 0 || lexicon.KeepsFromMeeting.In(Padded(body)) {
		return false
	}
	return clauseOfThem(all[0]) || accountOf(body)
}

// leastAccount is how many words an account of somebody has at least that does not begin with who it is of.
const leastAccount = 6

// accountOf reports whether words are an account of somebody, told without saying of whom: "pastors wife, runs the food pantry, sees
// everybody". Neither does it ask, nor put off, nor speak of the teller.
func accountOf(body string) bool {
	f := bare(body)
	return len(f) >= leastAccount && !IsQuestion(body) && !IsOrder(body) && AimOf(body) != PutsOff && !NotYet(body) && !CannotNow(body) &&
		!lexicon.Subjects.Has(f[0]) && !lexicon.NegativeWords.Has(f[0]) && !slices.ContainsFunc(f, namesDay)
}

// clauseOfThem reports whether a clause tells of the contact, or of what is theirs.
func clauseOfThem(clause string) bool {
	f := strings.Fields(wordsOf(clause))
	return beginsTale(clause) || len(f) > 2 && (lexicon.TheirPlaces.Has(f[0]) || TellsNoDeed(clause) && lexicon.ThirdSubjects.Any(f[:2]))
}
