package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// ReadCancel reads a sentence that calls one-on-ones off: "can you cancel maria pls, im sick". It returns the words that say which.
func ReadCancel(body string) (which string, ok bool) {
	if len(body) > 300 || strings.Contains(body, "?") && !asksToDo(body) {
		return "", false
	}
	if TellsOff(body) { // "tell her its off"
		whom, words, _ := ReadTell(body)
		return words + " " + whom, true
	}
	for _, c := range Clauses(body) {
		if deniesCancel(c) {
			continue
		}
		if f := bare(c); ownCancel(f) >= 0 {
			return strings.Join(f[ownCancel(f)+2:], " "), true
		}
		rest, ok := beginsAs(withoutLeads(strings.TrimRight(c, "? ")), lexicon.CancelVerbs)
		if ok {
			return rest, true
		}
		if rest, ok := callsOff(withoutLeads(strings.TrimRight(c, "? "))); ok {
			return rest, true
		}
		if rest, ok := cancelsLater(c); ok {
			return rest, true
		}
	}
	return cancelsAll(body)
}

// TellsOff reports whether a text has somebody told that they are not met: "tell maria its off", "dile a rosa que ya no nos vemos".
func TellsOff(body string) bool {
	p := Padded(body)
	if first, _, _ := strings.Cut(strings.TrimSpace(p), " "); !lexicon.OffTold.In(p) || lexicon.SaysIf.Has(first) {
		return false // "if i have to cancel ill let u know" is for then
	}
	whom, words, ok := ReadTell(body)
	return ok && (saysOffIn(whom) || saysOffIn(words))
}

// saysOffIn reports whether words say anywhere that one does not meet, and not only until when: "i wont be there til 330".
func saysOffIn(words string) bool {
	_, to := lexicon.OffTold.Find(words)
	return to > 0 && !lexicon.HoldUntil.Has(firstWord(words[to:]))
}

// SaysOff reports whether words to somebody say that one does not meet them, and no more.
func SaysOff(words string) bool {
	return words != "" && lexicon.OffTold.In(Padded(words)) && len(strings.Fields(leftOf(Padded(words), lexicon.OffTold))) <= mostBesideOff
}

// BeginsOff reports whether words to somebody begin by saying that one does not meet them.
func BeginsOff(words string) bool {
	if n := lexicon.SorryLeads.Lead(words); n > 0 { // "im sorry i have to cancel, my kid is sick"
		words = strings.TrimLeft(words[n:], " ,.")
	}
	n := lexicon.OffTold.Lead(words)
	if n == 0 {
		words = withoutLeads(words)
		n = lexicon.OffTold.Lead(words)
	}
	if n > 0 && lexicon.HoldUntil.Has(firstWord(words[n:])) { // "i wont be there til 330"
		return false
	}
	return SaysOff(words) || n > 0 && !hasDigit(words) && !strings.Contains(words, "?")
}

// firstWord is the first word of words, as it is looked up; "" for none.
func firstWord(words string) string {
	f := bare(words)
	if len(f) == 0 {
		return ""
	}
	return f[0]
}

// Apologizes reports whether words to somebody say that one is sorry, or tell of an illness or a death.
func Apologizes(words string) bool {
	return lexicon.Excuses.In(Padded(words)) || TellsOfIllness(words) || TellsOfDeath(words)
}

// mostBesideOff is how many words beside that say nothing else: a day.
const mostBesideOff = 2

// ownCancel is where words say that their speaker calls off what was spoken of: "mejor la cancelo tons" at "la"; -1 for nowhere. Behind
// somebody's name, or "ella", it is told of them.
func ownCancel(f []string) int {
	for i := 0; i+1 < len(f) && small(f[:i], lexicon.OrderLeads); i++ {
		if lexicon.CancelObjects.Has(f[i]) && lexicon.OwnCancels.Has(f[i+1]) {
			return i
		}
	}
	return -1
}

// deniesCancel reports whether a clause says of what would call something off that it is not to be: "no cancelen lo de rosa".
func deniesCancel(clause string) bool {
	f := bare(clause)
	for i := 1; i < len(f) && i < 4; i++ {
		if (lexicon.NotAnOrder.Has(f[i-1]) || f[i-1] == "no") && (lexicon.CancelVerbs.Has(f[i]) || lexicon.CancelOrders.Has(f[i])) {
			return true
		}
	}
	return false
}

// CancelsNot reports whether a text says of what is to be called off that it is not to be: "no dont call it off".
func CancelsNot(body string) bool {
	f := bare(body)
	if len(f) > maxSmall || strings.ContainsAny(body, "?¿") {
		return false
	}
	for i := range f[:max(0, len(f)-1)] {
		if lexicon.NotAnOrder.Has(f[i]) && CancelsIt(strings.Join(f[i+1:], " ")) {
			return true
		}
	}
	return false
}

// farthestOff is how many words stand at most between a verb that calls off and its "off".
const farthestOff = 5

// callsOff reads an order whose verb stands around whom it is of: "call it off", "call the one w maria off". The words around are who.
func callsOff(clause string) (which string, ok bool) {
	f := strings.Fields(clause)
	for i := 2; i < len(f) && i <= farthestOff+1; i++ {
		if lexicon.CancelVerbs.Has(strings.Join(bare(f[0]), "") + " " + strings.Join(bare(f[i]), "")) {
			return strings.Join(slices.Concat(f[1:i], f[i+1:]), " "), true
		}
	}
	return "", false
}

// CancelsIt reports whether a text calls off what was just spoken of, and does not say which that is: "ok cancel it", "cancélala pues".
func CancelsIt(body string) bool {
	which, ok := ReadCancel(body)
	if !ok || len(strings.Fields(body)) > maxSmall {
		return false
	}
	for _, c := range Clauses(body) {
		if _, cancels := ReadCancel(c); !cancels && !small(strings.Fields(wordsOf(c)), lexicon.YesMildly) {
			return false
		}
	}
	for w := range strings.FieldsSeq(wordsOf(which)) {
		if !lexicon.OfWhatItWas.Has(w) && (len(w) < 3 || !small([]string{w}, lexicon.Pleading)) {
			return false
		}
	}
	return true
}

// cancelsAll reads an order in the middle of a sentence that calls all of them off: "sick today cancel everything", "call everyone off".
func cancelsAll(body string) (which string, ok bool) {
	f := strings.Fields(body)
	for i := range f[:min(len(f), 14)] {
		if i > 0 {
			if before := strings.Join(bare(f[i-1]), ""); lexicon.ThirdPersons.Has(before) || lexicon.NotAnOrder.Has(before) {
				continue
			}
		}
		rest := strings.Join(f[i:], " ")
		if after, ok := beginsAs(rest, lexicon.CancelVerbs); ok && ForAll(strings.Join(firstOf(strings.Fields(after), 3), " ")) {
			return after, true
		}
		if w := bare(rest); len(w) >= 3 && len(w) <= 6 && w[0] == "call" && slices.Contains(w, "off") && ForAll(rest) {
			return rest, true
		}
	}
	return "", false
}

// cancelsLater reads an order behind its reason, where no mark stands between them: "woke up sick cancel everything tomorrow".
func cancelsLater(clause string) (rest string, ok bool) {
	f := strings.Fields(clause)
	for i := 1; i+1 < len(f) && i < 9; i++ {
		before, verb := strings.Join(bare(f[i-1]), ""), strings.Join(bare(f[i]), "")
		if lexicon.CancelOrders.Has(verb) && !lexicon.NotBeforeCancel.Has(before) {
			return strings.Join(f[i+1:], " "), true
		}
	}
	return "", false
}

// DaysOff are the days of which a text calls off all, none where it names none: "cancel everything tomorrow im sick".
func DaysOff(body string, c when.Context) []when.Date {
	which, ok := ReadCancel(body)
	if !ok || which == "" {
		which = WithoutCannot(body)
	}
	r := Times(which, c)
	if r.HasDate() {
		return []when.Date{r.Date}
	}
	return r.Except
}

// Drops reports whether words say that the speaker does not meet somebody after all, or wants it gone: of whom they name a one-on-one to
// come it is called off, once that is asked.
func Drops(body string) bool {
	p := Padded(body)
	return len(body) <= 200 && !strings.Contains(body, "?") && (lexicon.DropVerbs.In(p) || lexicon.CannotMeet.In(p) ||
		skipsThem(body) || MayCancel(body))
}

// MayCancel reports whether the speaker says that they have, or may have, to call off what they name: "feeling awful might have to cancel
// w maria". Said of somebody else, denied or under a condition it is none.
func MayCancel(body string) bool {
	p := Padded(body)
	from, to := lexicon.MayCancel.Find(p)
	if to == 0 || len(body) > maxOthers || strings.ContainsAny(body, "?¿") {
		return false
	}
	before := strings.Fields(p[:from])
	for len(before) > 0 && lexicon.NotBeforeCancel.Has(before[len(before)-1]) && !lexicon.ThirdSubjects.Has(before[len(before)-1]) &&
		!lexicon.NotAnOrder.Has(before[len(before)-1]) && !lexicon.SaysIf.Has(before[len(before)-1]) { // "maria might have to"
		before = before[:len(before)-1]
	}
	if lexicon.ThirdSubjects.Any(before) || lexicon.ToldOf.Any(before) || lexicon.SaysIf.Any(before) {
		return false
	}
	if lexicon.HopesNot.In(p[:from] + " ") { // "hope i dont have to" may have to
		return true
	}
	if lexicon.Negators.Any(before) {
		return false
	}
	n := len(before)
	return n == 0 || !lexicon.FirstNames.Has(before[n-1]) && !lexicon.Kin.Has(before[n-1]) && !lexicon.NotAnOrder.Has(before[n-1])
}

// skipsThem reports whether a text begins by leaving somebody out who is named: "skip maria this week".
func skipsThem(body string) bool {
	f := bare(withoutLeads(body))
	return len(f) > 1 && lexicon.SkipVerbs.Has(f[0]) && lexicon.FirstNames.Has(f[1])
}

// mostNoNeed is how many words name what is not needed any more.
const mostNoNeed = 6

// NoNeedFor reads what is said not to be needed any more: "so no need for tmrw" is of "tmrw".
func NoNeedFor(body string) (what string, ok bool) {
	for _, c := range Clauses(body) {
		if what := timeIsOff(c); what != "" {
			return what, true
		}
		f := strings.Fields(c)
		for i := range min(3, len(f)) { // "ok so no need for thurs"
			rest, ok := beginsAs(strings.Join(f[i:], " "), lexicon.NoNeedFor)
			if ok && rest != "" && len(strings.Fields(rest)) <= mostNoNeed && !strings.Contains(c, "?") && onlyMeeting(rest) {
				return rest, true
			}
			if !lexicon.OrderLeads.Has(bareWord(strings.ToLower(f[i]))) {
				break
			}
		}
	}
	return "", false
}

// onlyMeeting reports whether words name a meeting by when it is or with whom, and nothing else: "thurs w maria", and not "maria to bring
// anything", "a ride thurs".
func onlyMeeting(words string) bool {
	return !slices.ContainsFunc(bare(words), func(w string) bool {
		l := lexicon.Look(w)
		return !hasDigit(w) && !timeWord(l) && !l.In(lexicon.FirstNames) && !l.In(lexicon.Fillers) &&
			!l.In(lexicon.AskMeetings) && !l.In(lexicon.WithWords) && !l.In(lexicon.Articles) && !lexicon.OfWhatItWas.Has(w)
	})
}

// timeWord reports whether a word is part of a time; what is counted is none: "2 flyers".
func timeWord(l *lexicon.Word) bool { return l.Time != lexicon.NoList && l.Time != lexicon.Counted }

// timeIsOff is the day or hour, or the meeting with somebody, of which a clause says that it is off, and no more: "so thurs is off obvs",
// "lo del jueves ya no va", "mtg w maria got cancelled". "" for none.
func timeIsOff(clause string) string {
	p := Padded(clause)
	from, to := lexicon.TimeIsOff.Find(p)
	if to == 0 || strings.Contains(clause, "?") || len(strings.Fields(p)) > mostNoNeed+2 {
		return ""
	}
	before, timed, with := strings.Fields(p[:from]), false, 0
	for i, w := range before {
		is := NamesTime(w) || hasDigit(w)
		timed = timed || is
		switch {
		case with > 0 && i <= with+mostNames: // "the meeting with maria lopez is off"
		case i > 0 && lexicon.WithWords.Has(w) && lexicon.AskMeetings.Has(before[i-1]):
			with = i
		case !is && !lexicon.OrderLeads.Has(w) && !lexicon.Articles.Has(w) && !lexicon.Interjections.Has(w) && !lexicon.AskMeetings.Has(w) &&
			!lexicon.OfWhatItWas.Has(w) && lexicon.Look(w).Time == lexicon.NoList:
			return ""
		}
	}
	if !timed && (with == 0 || with == len(before)-1) || !small(strings.Fields(p[to:]), lexicon.OffTails) {
		return ""
	}
	return strings.TrimSpace(p[:from])
}

// mostNames is how many words behind "with" are of one name.
const mostNames = 3

// DropsThem reports whether a few words have somebody taken off whom they do not name: "just drop him", "ya ni modo quítala".
func DropsThem(body string) bool {
	f := bare(body)
	return len(f) > 0 && len(f) <= maxSmall && !strings.ContainsAny(body, "?¿0123456789") && lexicon.DropsThem.In(Padded(body)) &&
		!lexicon.NotAnOrder.Any(f) && small(strings.Fields(leftOf(Padded(body), lexicon.DropsThem)), lexicon.OrderLeads)
}
