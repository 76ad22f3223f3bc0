package understand

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// The talk with the staff, told in passing: with whom, or when, and nothing else.

// OfDebrief reports whether a text says with whom, or when, a report is talked over, and nothing else: "kim, monday", "debrief w sam
// thurs", "mañana con sam está bien", "me junto con Kim el lunes". left is the text without its times. stranger is a name that
// none of the staff bears: "w Tom mon 2pm" is of a debrief, and with Sam it is not.
func OfDebrief(left string, timed bool, staff []string) (stranger string, ok bool) {
	if NamesDebrief(left) { // "debrief w keisha"
		return OfDebriefThere(left, staff)
	}
	return ofDebrief(withoutPurpose(left), timed, staff, bornName)
}

// withoutPurpose leaves out what somebody wants to talk something over for: of "con ana pa desahogarme" it is "con ana".
func withoutPurpose(left string) string {
	f := strings.Fields(left)
	if len(f) == 0 || !lexicon.WithWords.Has(strings.ToLower(f[0])) {
		return left
	}
	for i := 2; i < len(f); i++ {
		if lexicon.PurposeLeads.Has(bareWord(strings.ToLower(f[i]))) {
			return strings.Join(f[:i], " ")
		}
	}
	return left
}

// OfDebriefThere is OfDebrief for an answer to the question with whom: whoever stands behind a "with" is a name there.
func OfDebriefThere(left string, staff []string) (stranger string, ok bool) {
	return ofDebrief(left, true, staff, func(w string) bool {
		return bornName(w) || says(wordsOf(w)) && !lexicon.DebriefOpens.Has(wordsOf(w)) && !lexicon.WhoWords.Has(wordsOf(w))
	})
}

func ofDebrief(left string, timed bool, staff []string, isName func(string) bool) (stranger string, ok bool) {
	left0, instead := left, WithoutNotMeant(left, staff)
	timed, left = timed || instead != left, instead // "not sam, kim"
	w := " " + wordsOf(left) + " "
	called := lexicon.DebriefWords.In(w)
	if len(namedIn(w, staff)) == 0 {
		denied := instead != left0
		if stranger, left = strangerIn(left, isName); stranger == "" && denied { // "not sam, ana fri"
			stranger, left = nameLeft(left)
		}
		w = " " + wordsOf(left) + " "
		if stranger == "" && !called {
			return "", false
		}
	}
	if !timed && !called || strings.Contains(left, "?") {
		return "", false
	}
	f := strings.Fields(w)
	if called { // "debrief got moved to sat"
		f = slices.DeleteFunc(f, func(w string) bool { return lexicon.DebriefActs.Has(w) || lexicon.Articles.Has(w) })
	}
	return stranger, len(f) <= maxSmall && !lexicon.ThirdSubjects.Any(f) && !lexicon.DoneWords.Any(f) && !slices.ContainsFunc(f, didVerb) &&
		!slices.ContainsFunc(f, othersDo) && OwnWords(besideActs(besideDebrief(w, staff))) == 0
}

// nameLeft takes a first name out of words that denied another's.
func nameLeft(left string) (name, rest string) {
	f := strings.Fields(left)
	i := slices.IndexFunc(f, func(w string) bool { return lexicon.FirstNames.Has(bareWord(strings.ToLower(w))) })
	if i < 0 {
		return "", left
	}
	return strings.Trim(f[i], ".,!"), strings.Join(slices.Delete(slices.Clone(f), i, i+1), " ")
}

// othersDo reports whether a word says that others do it: "se junta con Sam".
func othersDo(w string) bool { return w == "se" || lexicon.Kin.Has(w) }

// besideActs is what words say beside what people do who talk something over.
func besideActs(w string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(w), lexicon.DebriefActs.Has), " ")
}

// strangerIn takes the name out of words behind which a "with" leads to it: "w Tom", "platico con doña Chela".
func strangerIn(left string, isName func(string) bool) (name, rest string) {
	f := strings.Fields(left)
	for i, w := range f {
		if !lexicon.WithWords.Has(strings.ToLower(w)) || i+1 == len(f) {
			continue
		}
		to := i + 1
		if to+1 < len(f) && lexicon.Titles.Has(wordsOf(f[to])) {
			to++
			isName = func(w string) bool { return says(wordsOf(w)) }
		}
		for to < len(f) && isName(f[to]) {
			to++
		}
		if to == i+1 {
			return "", left
		}
		return strings.Trim(strings.Join(f[i+1:to], " "), ".,;!"), strings.Join(slices.Concat(f[:i], f[to:]), " ")
	}
	return "", left
}

// bornName reports whether a word is written as a name, or is one that people bear.
func bornName(w string) bool {
	x := wordsOf(w)
	if x == "" || strings.Contains(x, " ") || lexicon.Kin.Has(x) || lexicon.Myself.Has(x) || lexicon.Look(x).Time != lexicon.NoList ||
		lexicon.PlaceNouns.Has(x) || lexicon.Articles.Has(x) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w)
	return lexicon.FirstNames.Has(x) || unicode.IsUpper(r) && utf8.RuneCountInString(x) > 1
}

// StrangerAlone is a name that none of the staff bears where a text says that alone, or with a no before it: "Tom", "no, tom", "Tom mon".
// left is the text without its times.
func StrangerAlone(left string, staff []string) string {
	f := strings.Fields(left)
	for len(f) > 1 && (lexicon.LeadingNo.Has(wordsOf(f[0])) || lexicon.WithWords.Has(strings.ToLower(f[0])) ||
		lexicon.DebriefWords.Has(wordsOf(f[0])) || lexicon.Look(wordsOf(f[0])).Time != lexicon.NoList ||
		lexicon.PutsWords.Has(wordsOf(f[0])) || lexicon.Interjections.Has(wordsOf(f[0]))) { // "ok put luz"
		f = f[1:]
	}
	for len(f) > 1 && lexicon.Look(wordsOf(f[len(f)-1])).Time != lexicon.NoList {
		f = f[:len(f)-1]
	}
	if len(f) == 0 || len(f) > 2 || len(namedIn(left, staff)) > 0 || !lexicon.FirstNames.Has(wordsOf(f[0])) || !bornName(f[len(f)-1]) {
		return ""
	}
	return strings.Trim(strings.Join(f, " "), ".,;!")
}

// DebriefBeside divides a text at whose end a clause says with whom of the staff it is talked over, and when: "by fri, w sam mon 2pm". ""
// for both where none does.
func DebriefBeside(body string, of func(head, clause string) bool) (rest, debrief string) {
	ends := clauseEnds(body)
	for _, s := range sentencesOf(body) {
		if at := strings.LastIndex(body, s); at > 0 && !slices.ContainsFunc(ends, func(p piece) bool { return p.To == at }) {
			ends = append(ends, piece{at, at})
		}
	}
	for _, p := range ends {
		if head, tail := strings.TrimSpace(body[:p.From]), strings.TrimSpace(body[p.To:]); head != "" && of(head, tail) {
			return strings.TrimRight(head, " ,.;"), tail
		}
	}
	return "", ""
}

// DebriefStillOpen reports whether a text says that the talk with the staff is not set yet: "havent set a time w staff yet", "todavía no
// quedo con el equipo". there: it was asked.
func DebriefStillOpen(body string, staff []string, there bool) bool {
	f := strings.Fields(wordsOf(body))
	w := " " + strings.Join(f, " ") + " "
	denied := lexicon.YetWords.In(w) && (lexicon.Negators.Any(f) || lexicon.NegativeWords.Any(f) || lexicon.Unsure.In(w))
	if len(f) < 2 || len(f) > maxDropDebrief || strings.Contains(body, "?") || lexicon.ThirdSubjects.Has(f[0]) ||
		!denied && !lexicon.DebriefPending.In(w) || !(there && lexicon.DebriefOpens.Any(f)) && !lexicon.DebriefWords.In(w) &&
		!lexicon.StaffWords.Any(f) && len(namedIn(w, staff)) == 0 {
		return false
	}
	w = leftOf(leftOf(w, lexicon.YetWords)+" ", lexicon.DebriefPending)
	left := slices.DeleteFunc(strings.Fields(besideDebrief(w, staff)), func(x string) bool {
		return lexicon.DebriefOpens.Has(x) || lexicon.Negators.Has(x) || lexicon.LeadingNo.Has(x)
	})
	return OwnWords(besideActs(strings.Join(left, " "))) == 0
}

// NamesDebrief reports whether a text calls the talk with the staff by its name.
func NamesDebrief(body string) bool { return lexicon.DebriefWords.In(" " + wordsOf(body) + " ") }

// bareDebrief reports whether padded words say with whom of the staff something is talked over, at what time, and nothing else: "con sam el
// lunes a las 10".
func bareDebrief(p string, staff []string) bool {
	f := strings.Fields(p)
	if len(namedIn(p, staff)) != 1 || lexicon.ThirdSubjects.Any(f) || slices.ContainsFunc(f, othersDo) || !timeish(p) {
		return false
	}
	return OwnWords(besideActs(besideDebrief(p, staff))) == 0
}

// OnlyPending reports whether a text says that something is not set yet, and no more: "tbd", "por definir".
func OnlyPending(body string) bool {
	w := " " + wordsOf(body) + " "
	return lexicon.DebriefPending.In(w) && OwnWords(leftOf(w, lexicon.DebriefPending)) == 0
}

// PendingStill reports whether a text says first that something is not known yet, and behind it no day, nobody and nothing of anybody else:
// "todavia no se, ando en el otro jale", "dont know yet, at work".
func PendingStill(body string, staff []string) bool {
	first := FirstClause(body)
	rest := Padded(strings.Replace(body, first, " ", 1))
	f := strings.Fields(rest)
	if len(f) > maxSmall || strings.ContainsAny(body, "?¿") || lexicon.ThirdSubjects.Any(f[:min(len(f), 1)]) || lexicon.ButWords.Any(f) {
		return false
	}
	dated := hasDigit(rest) || slices.ContainsFunc(f, isWeekday) ||
		slices.ContainsFunc(f, func(w string) bool { return lexicon.Look(w).Time == lexicon.Tomorrow })
	return OnlyPending(first) && len(namedIn(rest, staff)) == 0 && !dated && !lexicon.WithWords.Any(f) && !lexicon.FirstNames.Any(f)
}

// MoreBesideDebrief reports whether words, without their times, say more of a talk with the staff than with whom of them: "w my boss",
// "w sam n kim".
func MoreBesideDebrief(left string, staff []string) bool {
	left = besideManner(left)
	return len(namedIn(WithoutNotMeant(left, staff), staff)) > 1 || OwnWords(besideActs(besideDebrief(" "+wordsOf(left)+" ", staff))) > 0
}

// BeginsWithStaff reports whether a few words begin with whom of the staff somebody talks to: "with sam monday", "con sam el lunes".
func BeginsWithStaff(body string, staff []string) bool {
	f := bare(body)
	for len(f) > 1 && (lexicon.WithWords.Has(f[0]) || lexicon.Interjections.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 1 && len(f) <= maxSmall && len(namedIn(" "+f[0]+" ", staff)) > 0
}

// withStaff reports whether words say with whom of the staff and when, and no more: "con sam el lunes".
func withStaff(s string, staff []string) bool {
	f := bare(s)
	if len(f) < 3 || len(f) > maxSmall || !lexicon.WithWords.Has(f[0]) || !BeginsWithStaff(s, staff) {
		return false
	}
	return NamesTimeIn(f[2:]) && !slices.ContainsFunc(f[2:], func(w string) bool {
		return !lexicon.Articles.Has(w) && !lexicon.The.Has(w) && !small([]string{w}, lexicon.TimeTalk) && !NamesTime(w) && !hasDigit(w)
	})
}
