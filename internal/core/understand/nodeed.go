package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// TellsNoDeed reports whether an answer holds no sign of anything that somebody does or comes to: "she was kinda vague about it", "shes
// really tired", "she owns the bakery on 5th". Asked is what somebody will do.
func TellsNoDeed(s string) bool {
	f := strings.Fields(wordsOf(s))
	if len(f) > 2 && doneToThem(f) || goesAsHabit(f) { // "la" may open too
		return true
	}
	for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.TaleOpens.Has(f[0]) || lexicon.NothingToSay.Has(f[0]) ||
		lexicon.ButWords.Has(f[0]) || lexicon.DeedJoins.Has(f[0])) {
		f = f[1:]
	}
	past := len(f)
	f = withoutHabit(f)
	past -= len(f)
	p := " " + strings.Join(f, " ") + " "
	if len(f) > 2 && mightBe(f) {
		return true
	}
	if aheadDeed(f) {
		return false
	}
	if len(f) < 3 || lexicon.SaysTheyWill.In(p) || lexicon.SaysIPromised.In(p) || saysAgain(p) || willDo(p) || iDo(f) ||
		lexicon.ComeTo.In(p) {
		return false
	}
	if past > 0 || doneToThem(f) || wantsItOfUs(f) || alreadyDid(f) || deedOfOthers(f) {
		return true
	}
	if at := slices.IndexFunc(f[:2], lexicon.ThirdSubjects.Has); at >= 0 && tellsWhatIs(f[at+1], f[at+2:]) {
		return true
	}
	for i := 0; i < min(3, len(f)-2); i++ { // "jo is a cook"
		if lexicon.WhoIs.Has(f[i]) && lexicon.BeingArticles.Has(f[i+1]) && !slices.ContainsFunc(f[min(len(f), i+3):], deedWord) {
			return true
		}
	}
	return !slices.ContainsFunc(f, deedWord) && !NamesTimeIn(withoutCounts(f))
}

// leastOfFact is how many words a text has at least that tells what somebody fears, or will not do, and not only that they promise nothing.
const leastOfFact = 5

// FearsOrRefuses reports whether an answer to what somebody will do tells what they fear, or do not want, and does not say that there is
// nothing: "scared to lose the job tho", "ya no quiere trabajar ahí la tratan mal".
func FearsOrRefuses(s string) bool {
	w := " " + wordsOf(s) + " "
	f := strings.Fields(w)
	return len(f) >= leastOfFact && lexicon.FearsOrRefuses.In(w) && !lexicon.LeadingNo.Has(f[0]) && !lexicon.SaysNothing.In(w) &&
		!NothingMore(f[0]) && !lexicon.CommitWords.In(w) && !lexicon.ButWords.In(w)
}

// WishesButFears reports whether a text says what somebody would like, and behind a "but" what they fear or do not want, which is nothing
// that they said they would do: "quiere hacer algo pero le da miedo".
func WishesButFears(s string) bool {
	f := strings.Fields(wordsOf(s))
	but := slices.IndexFunc(f, lexicon.ButWords.Has)
	return but > 1 && lexicon.WishVerbs.Any(f[:min(3, but)]) && lexicon.FearsOrRefuses.In(" "+strings.Join(f[but+1:], " ")+" ") &&
		!lexicon.SaysTheyWill.In(" "+strings.Join(f[but+1:], " ")+" ")
}

// deedOfOthers reports whether somebody else is who does it, or several do what they always do: "el manager no arregla el baño", "las dos
// trabajan en el empaque", "sister is way more into it".
func deedOfOthers(f []string) bool {
	switch {
	case lexicon.Articles.Has(f[0]) && lexicon.OtherAgents.Has(f[1]):
		return true
	case lexicon.Kin.Has(f[0]) && lexicon.SaysBeing.Has(f[1]):
		return true
	case len(f) > 3 && lexicon.TheirPlaces.Has(strings.TrimSuffix(f[0], "s")) && !lexicon.Kin.Has(f[1]): // "her hours got cut"
		return !NamesTimeIn(f[2:3]) && !lexicon.Articles.Has(f[2])
	case len(f) > 3 && lexicon.Articles.Has(f[0]) && !lexicon.AskMeetings.Has(f[1]) &&
		(lexicon.SaysBeing.Has(f[2]) || lexicon.TellsOf.Has(f[2])):
		return !NamesTimeIn(withoutCounts(f[2:])) // "el edificio tiene cucarachas"
	}
	verb, plural := strings.CutSuffix(f[min(2, len(f)-1)], "n")
	return lexicon.SeveralOf.Has(f[0]+" "+f[1]) && plural && lexicon.TaleBegins.Has(verb)
}

// doneToThem reports whether others did something to somebody: "they cut her hours", "le cortaron las horas", "ya la habían corrido".
func doneToThem(f []string) bool {
	if lexicon.DoneToThem.Lead(strings.Join(f, " ")) > 0 {
		return true
	}
	if len(f) > 3 && lexicon.AlreadyDone.Has(f[0]) {
		f = f[1:]
	}
	return lexicon.ObjectEnds.Has(f[0]) && slices.ContainsFunc(lexicon.PluralPastEnds.Words(), func(end string) bool {
		return strings.HasSuffix(f[1], end)
	})
}

// mightBe reports whether words say what somebody would be good for, which is nothing that they will do: "she'd be great at talking to
// ppl".
func mightBe(f []string) bool {
	for i := 0; i+1 < min(len(f), 4); i++ {
		if lexicon.WouldBe.Has(f[i]+" "+f[i+1]) && i+2 < len(f) && !lexicon.AttendWords.Has(f[i+2]) {
			return true
		}
	}
	return false
}

// wantsItOfUs reports whether somebody wants another to do something: "she wants us to call her landlord".
func wantsItOfUs(f []string) bool {
	for i, w := range f[:min(len(f), 3)] {
		if (lexicon.WantsOf.Has(w) || lexicon.SeeksOf.Has(w)) && i+1 < len(f) &&
			lexicon.OfUs.In(" "+strings.Join(f[i+1:min(len(f), i+4)], " ")+" ") {
			return true
		}
	}
	return false
}

// alreadyDid reports whether somebody did something before: "ya firmó la petición", and not "ya quedó de venir".
func alreadyDid(f []string) bool {
	return len(f) > 2 && lexicon.AlreadyDone.Has(f[0]) && lexicon.DidSpanish.Has(f[1])
}

// aheadDeed reports whether words say of something to come that somebody does it, by the grammar alone: "va a pegar volantes", and not what
// happens to them ("va a perder su casa").
func aheadDeed(f []string) bool {
	for i := 0; i+1 < len(f); i++ {
		for n := min(3, len(f)-i-1); n > 0; n-- {
			if !lexicon.Wills.Has(strings.Join(f[i:i+n], " ")) {
				continue
			}
			verb := f[i+n]
			if lexicon.Happens.Has(verb) || lexicon.NegativeWords.Any(f[:i]) {
				return false
			}
			return spanishInfinitive(verb) || lexicon.DeedVerbs.Has(verb)
		}
	}
	return false
}

// spanishInfinitive reports whether a word looks like the name of what one does in Spanish, with or without whom it is done for: "pegar",
// "traerle".
func spanishInfinitive(w string) bool {
	for _, end := range lexicon.ObjectEnds.Words() {
		if cut, ok := strings.CutSuffix(w, end); ok && len(cut) > 3 && spanishInfinitive(cut) {
			return true
		}
	}
	return len(w) > 3 && (strings.HasSuffix(w, "ar") || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir"))
}

// withoutHabit leaves out what somebody did in former times: of "she used to run the pta so she knows everybody" the first verb.
func withoutHabit(f []string) []string {
	for i := 0; i+1 < len(f); i++ {
		for n := 1; n <= 2 && i+n < len(f); n++ {
			if !lexicon.PastHabit.Has(strings.Join(f[i:i+n], " ")) || lexicon.Of.Has(f[i+n]) || f[i+n] == "que" { // "antes del lunes"
				continue
			}
			return slices.Concat(f[:i], []string{"was"}, f[min(len(f), i+n+1):])
		}
	}
	return f
}

// withoutCounts leaves out the numbers of what is counted: "tiene 2 niños" names no day.
func withoutCounts(f []string) []string {
	var out []string
	for i, w := range f {
		if i+1 < len(f) && hasDigit(w) {
			next := f[i+1]
			if lexicon.Counted.Has(next) || lexicon.Kin.Has(next) || lexicon.Kin.Has(strings.TrimSuffix(next, "s")) {
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// tellsWhatIs reports whether the word behind "she" says what is, and nothing that she does: "owns", "was", "has".
func tellsWhatIs(w string, rest []string) bool {
	if lexicon.TellsHow.Has(w) && !slices.ContainsFunc(rest, deedWord) {
		return true
	}
	if lexicon.SaysBeing.Has(w) || lexicon.TellsOf.Has(w) && !lexicon.Infinitives.Has(w+"r") {
		return !strings.HasPrefix(w, "want") && w != "is" && !strings.HasPrefix(w, "quier")
	}
	stem, cut := strings.CutSuffix(w, "s")
	return cut && len(stem) > 2 && !deedWord(stem) && !deedWord(strings.TrimSuffix(stem, "e")) && !lexicon.ToldOf.Has(w) &&
		!lexicon.Wills.Has(w)
}

// deedWord reports whether a word is of something that somebody does, or of where people come together.
func deedWord(w string) bool {
	if _, spanish := infinitiveOf(w); spanish || lexicon.DeedVerbs.Has(w) || lexicon.ComingVerbs.Has(w) || lexicon.AskMeetings.Has(w) ||
		lexicon.AttendWords.Has(w) || lexicon.Infinitives.Has(w+"r") {
		return true
	}
	stem, ing := strings.CutSuffix(w, "ing")
	return ing && (lexicon.DeedVerbs.Has(stem) || lexicon.DeedVerbs.Has(stem+"e"))
}

// NamesTimeIn reports whether one of these words is of a day or an hour.
func NamesTimeIn(f []string) bool {
	return slices.ContainsFunc(f, func(w string) bool { return hasDigit(w) || lexicon.Look(w).Time != lexicon.NoList && NamesTime(w) })
}

// SaysDeed reports whether a text says what somebody else will do: "ella va a coser las mantas para el 12".
func SaysDeed(s string) bool {
	w := " " + wordsOf(s) + " "
	return lexicon.ThirdSubjects.Any(strings.Fields(w)) && (lexicon.SaysTheyWill.In(w) || willDo(w))
}

// TellsBesideYes reports whether a text that begins with a yes goes on to tell of somebody: "yeah maria made it, brought her son too".
func TellsBesideYes(body string) bool {
	f := strings.Fields(wordsOf(body))
	for i, w := range f {
		if i > 0 && i+1 < len(f) && (lexicon.ThirdSubjects.Has(w) && w != "el" || lexicon.FirstNames.Has(w)) && !lexicon.Thanking.Has(f[i-1]) {
			return true
		}
	}
	return false
}

// TellsBehindYes is what a text tells of somebody behind a sentence that says yes, or that they came, and no more: of "she came! mom of
// twins" it is "mom of twins". "" for none.
func TellsBehindYes(body string) string {
	all := sentencesOf(body)
	if strings.Contains(body, "?") {
		return ""
	}
	if len(all) == 1 { // "yeah she's great"
		yes, rest, _ := strings.Cut(all[0], " ")
		thing := lexicon.OrderThat.Has(wordsOf(yes)) // "eso está mal"
		if BareYes(yes) && !thing && beginsTale(rest) && !lexicon.KeepsFromMeeting.In(" "+wordsOf(rest)+" ") {
			return rest
		}
	}
	if len(all) < 2 {
		return ""
	}
	f := strings.Fields(wordsOf(all[0]))
	yes := len(f) > 0 && len(f) <= 3 && (lexicon.Yes.Has(f[0]) || lexicon.SiIsYes.Has(f[0]) || f[0] == "si") && small(f[1:], lexicon.YesMildly)
	if rest := strings.Join(all[1:], ". "); (yes || OnlyCame(all[0])) && (TellsOnly(rest) || TellsNoDeed(rest) || IsStory(rest)) &&
		!lexicon.Negators.Any(strings.Fields(wordsOf(all[1]))[:1]) {
		return rest
	}
	return ""
}

// WishesAtLarge reports whether a text says what somebody wants to come about for many, which is nothing that they said they would do:
// "wants to get the whole bldg together", "quiere organizar a todo el edificio".
func WishesAtLarge(s string) bool {
	f := strings.Fields(wordsOf(s))
	if len(f) < 3 || !lexicon.WishVerbs.Any(f[:min(3, len(f))]) {
		return false
	}
	return lexicon.AtLarge.In(" " + strings.Join(f, " ") + " ")
}

// goesAsHabit reports whether somebody goes to what there is more than one of, as they always do: "el va a esas juntas", "ya viene a las
// juntas", "viene a las juntas cada mes". That is no promise to come to one.
func goesAsHabit(f []string) bool {
	p := " " + strings.Join(f, " ") + " "
	at := slices.IndexFunc(f, lexicon.ComesNow.Has)
	if at < 0 || at > 2 || lexicon.SaidVerbs.Any(f[:at]) || slices.ContainsFunc(f[at+1:], deedWord) {
		return false
	}
	several := slices.ContainsFunc(f[at+1:], func(w string) bool {
		one, many := strings.CutSuffix(w, "s")
		return many && (lexicon.CommitWords.Has(w) || lexicon.CommitWords.Has(one))
	})
	return lexicon.EachTime.In(p) || lexicon.ToThose.In(p) && !lexicon.SaysTheyWill.In(p) || several && lexicon.Already.Any(f[:at])
}
