package understand

import (
	"slices"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxChoice bounds, in words, an answer that says which of several is meant.
const maxChoice = 5

// ReadChoice reads which of n is meant by its place among them: "the second", "option 2", "la última"; 0 where the words say none.
func ReadChoice(body string, n int) int {
	f := bare(body)
	if len(f) == 0 || len(f) > maxChoice || n < 2 {
		return 0
	}
	numbered := slices.ContainsFunc(f, lexicon.ChoiceNumbers.Has)
	said := slices.DeleteFunc(slices.Clone(f), func(w string) bool { return lexicon.ChoiceLeads.Has(w) && !lexicon.ChoiceFirst.Has(w) })
	said = slices.DeleteFunc(said, func(w string) bool { return len(said) > 1 && (w == "one" || lexicon.ChoiceNumbers.Has(w)) })
	if len(said) != 1 {
		return 0
	}
	w := strings.TrimPrefix(said[0], "#")
	if k, err := strconv.Atoi(w); err == nil && (numbered || w != said[0]) && k >= 1 && k <= n {
		return k
	}
	for k, l := range []lexicon.List{lexicon.ChoiceFirst, lexicon.ChoiceSecond, lexicon.ChoiceThird} {
		if l.Has(w) && k < n && (len(f) > 1 || k > 0 || w != "one") {
			return k + 1
		}
	}
	if lexicon.ChoiceLast.Has(w) {
		return n
	}
	return 0
}

// ChoosesNone reports whether an answer says that none of several is meant.
func ChoosesNone(body string) bool {
	return NeverMind(body) || lexicon.ChoiceNone.Has(strings.Join(bare(body), " "))
}

// ReadCannot reports whether an organizer says that they themselves cannot come, or strikes somebody out: "im not gonna make it to kofi",
// "ya no voy a poder ver a beto, quítalo".
func ReadCannot(body string) bool {
	f := bare(body)
	if len(f) > 16 || strings.Contains(body, "?") {
		return false
	}
	if lexicon.ICannot.In(Padded(body)) || cannotThen(f) {
		return true
	}
	for _, c := range Clauses(body) {
		if _, ok := beginsAs(withoutLeads(c), lexicon.CancelSoftly); ok {
			return true
		}
	}
	return false
}

// cannotThen reports whether words name a day and end with it that the organizer cannot then: "friday doesnt work for me", "el viernes no
// puedo".
func cannotThen(f []string) bool {
	day := slices.IndexFunc(f, isWeekday)
	if day < 0 || day > 3 || len(f) > 9 || slices.ContainsFunc(f, isThird) {
		return false
	}
	for i := day + 1; i < len(f); i++ {
		if lexicon.CannotEnds.Has(strings.Join(f[i:], " ")) {
			return true
		}
	}
	return false
}

// WithoutCannot leaves out that the organizer cannot come, so that the day beside it is read: "can't do tomorrow", "mañana no puedo".
func WithoutCannot(body string) string {
	p := Padded(body)
	ends := []string(nil)
	if cannotThen(bare(body)) {
		ends = lexicon.CannotEnds.Padded()
	}
	for _, phrase := range slices.Concat(lexicon.ICannot.Padded(), ends) {
		p = strings.ReplaceAll(p, phrase, " ")
	}
	for _, w := range strings.Fields(body) { // its day may stand in the phrase, and is read as it is written
		low := bareWord(strings.ToLower(w))
		if lexicon.Look(low).Time == lexicon.Tomorrow && (low != strings.ToLower(w) || !strings.Contains(p, " "+low+" ")) {
			p += w + " "
		}
	}
	return p
}

// ReadMoveOf reads a sentence in which who is moved stands in front: "a rosa pásala al viernes", "kofi needs to be moved to 4", "lo de Chuy
// ya no es el martes sino el jueves".
func ReadMoveOf(body string) (which, time string, ok bool) {
	f := strings.Fields(strings.Trim(body, " ?.!"))
	for i := 1; i < len(f)-1 && i < 7 && len(f) <= mostMoved; i++ {
		w := strings.Join(bare(f[i]), "")
		if lexicon.MovedOrders.Has(w) && !(i == 1 && slices.ContainsFunc(bare(body), streetNoun)) { // "maria moved to 5th st"
			return strings.Join(f[:i], " "), strings.Join(f[i+1:], " "), true
		}
		if i+2 < len(f) && lexicon.MoveOrders.Has(w) && f[i+1] == "it" && lexicon.MoveTo.Has(f[i+2]) { // "marias meeting push it to friday"
			return strings.Join(f[:i], " "), strings.Join(f[i+3:], " "), i+3 < len(f)
		}
	}
	for i := 1; i+1 < len(f) && len(f) <= mostMoved; i++ {
		rest := strings.Join(f[i:], " ")
		n := lexicon.NoLongerOn.Lead(rest)
		if n == 0 {
			continue
		}
		from, to := lexicon.ButOn.Find(rest[n:])
		return strings.Join(f[:i], " "), strings.TrimSpace(rest[n+to:]), from > 0 && n+to < len(rest)
	}
	return "", "", false
}

// mostMoved bounds, in words, a sentence that says on which day somebody no longer is met.
const mostMoved = 24

// KinOf reports whether a text speaks of one of the family of somebody, by the first name: "marias sister", "la hija de Rosa".
func KinOf(body, first string) bool {
	f, name := bare(body), strings.Trim(Padded(first), " ")
	for i, w := range f {
		if name == "" || !lexicon.Kin.Has(w) {
			continue
		}
		if i > 0 && strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(f[i-1], "’", ""), "'", ""), "s") == strings.TrimSuffix(name, "s") {
			return true
		}
		if i+2 < len(f) && lexicon.Of.Has(f[i+1]) && f[i+2] == name {
			return true
		}
	}
	return false
}

// SharesWord reports whether two texts have a word of some length in common.
func SharesWord(a, b string) bool {
	f := writtenOut(bare(b))
	return slices.ContainsFunc(writtenOut(bare(a)), func(w string) bool { return len(w) > 3 && slices.Contains(f, w) })
}

// NamesHour reports whether the only number in a text is this hour of the day, of twelve: "the 11 one", "la de las 2".
func NamesHour(body string, hour int) bool {
	found := 0
	for _, w := range bare(body) {
		if n, err := strconv.Atoi(strings.TrimRight(w, "apm")); err == nil {
			if found != 0 {
				return false
			}
			found = n
		}
	}
	return found >= 1 && found <= 12 && found%12 == hour%12
}
