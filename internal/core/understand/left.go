package understand

import (
	"slices"
	"strings"
	"sync"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// LeftOver is what an order says beside what was taken of it, and beside words that say nothing of their own: "can we do marias at the
// lib, the one on 23rd" with the library taken leaves "the one on 23rd". The reason for it is left out, where it says that it is one.
func LeftOver(body string, taken []string) string {
	return leftOver(WithoutPlaceBack(body), taken, nil)
}

// minLeft is how many words of its own a clause of a plan has that is kept: one alone is part of what was read.
const minLeft = 2

// LeftOfPlan is what a text that plans says beside what was taken of it: clauses that say something of their own.
func LeftOfPlan(body string, taken []string) string {
	return leftOver(WithoutPlaceBack(body), taken, []lexicon.List{
		lexicon.TextsAreFine, lexicon.PlanNoTexts, lexicon.PlanAsks, lexicon.TheyChoose, lexicon.PlaceOpen, lexicon.PrivateWords,
		lexicon.WaysCall,
		lexicon.WaysText, lexicon.LanguageName, lexicon.BesidePlans, lexicon.LeadsToName, lexicon.Relations, lexicon.CommandMeet,
		lexicon.OnPhone, lexicon.UsualPlace, lexicon.SaysAgain,
	})
}

func leftOver(body string, taken []string, besides []lexicon.List) string {
	var out []string
	if besides == nil {
		body = strings.ReplaceAll(body, "? ", ". ") // "puedes moverle a rosa pal viernes? tengo dentista"
	}
	for _, c := range Clauses(body) {
		if besides != nil && lexicon.PrivateReasons.In(Padded(c)) { // "her boss reads her texts": whoever texts her is to know
			out = append(out, strings.Trim(c, " .,;!?"))
			continue
		}
		if besides != nil && lexicon.OtherTongues.Any(bare(c)) { // "she prefers somali but english ok"
			out = append(out, strings.Trim(WithoutPhones(c), " .,;!?"))
			continue
		}
		if said := addressed(c); besides != nil && said != "" { // "hes 81 so call him mr jensen"
			out = append(out, said)
			continue
		}
		if who := whoTheyAre(c); besides != nil && who != "" { // "her num is 206-555-0176 shes a bus driver"
			out = append(out, who)
			continue
		}
		p := withoutTaken(withoutSameKind(Padded(c)), taken)
		for _, l := range besides {
			p = leftOf(p, l)
		}
		words := strings.Fields(p)
		if len(words) == 0 || ownReason(words) {
			continue
		}
		if at := slices.IndexFunc(words, lexicon.PlaceWhy.Has); at >= 0 { // "cuz of court and have her bring jorge"
			words = slices.Concat(words[:at], behindReason(words[at:]))
		}
		if at := slices.IndexFunc(words, lexicon.SoThen.Has); at > 0 && at+1 < len(words) { // "she has class till 4 so make it 430"
			words = words[at+1:]
		}
		own := slices.DeleteFunc(words, func(w string) bool { return !says(w) })
		switch {
		case len(own) == 0 || besides != nil && len(own) < minLeft:
		case besides != nil && len(strings.Fields(c)) > maxShown:
			out = append(out, fromWord(c, own[0]))
		default:
			out = append(out, strings.Trim(c, " .,;!?"))
		}
	}
	return strings.Join(out, ", ")
}

// maxShown is how many words a clause has that is kept whole; of a longer one what was read is left out in front.
const maxShown = 9

// fromWord is a clause from one of its words on.
func fromWord(clause, word string) string {
	f := strings.Fields(clause)
	for i, w := range f {
		if strings.Join(bare(w), "") == word {
			return strings.Trim(strings.Join(f[i:], " "), " .,;!?")
		}
	}
	return strings.Trim(clause, " .,;!?")
}

// behindReason is what goes on behind a reason and is none: it does not tell of its writer.
func behindReason(words []string) []string {
	for i, w := range words {
		if i > 0 && i+1 < len(words) && lexicon.Joins.Has(w) && !ownReason(words[i+1:]) {
			return words[i+1:]
		}
	}
	return nil
}

//nolint:gochecknoglobals // made once of constants
var possessives = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("'s ", " ", "’s ", " ") })

// withoutTaken takes off padded words what was taken of them, and the words that order.
func withoutTaken(p string, taken []string) string {
	owned := possessives()
	p = owned.Replace(p)
	for _, x := range taken {
		if rest, led := strings.CutPrefix(Padded(x), " el "); led { // "el parque" of "al parque"
			for _, to := range lexicon.ToThe.Words() {
				p = strings.ReplaceAll(p, " "+to+" "+rest, " ")
			}
		}
		if x = owned.Replace(Padded(x)); x != "  " {
			p = strings.ReplaceAll(p, x, " ")
			p = strings.ReplaceAll(p, strings.TrimRight(x, " ")+"s ", " ")
		}
	}
	for _, l := range []lexicon.List{
		lexicon.CancelVerbs, lexicon.DropVerbs, lexicon.CannotMeet, lexicon.UndoWords, lexicon.NotThere, lexicon.SpokeWith,
		lexicon.SaysNotComing, lexicon.SaysComing,
	} {
		p = leftOf(p, l)
	}
	return p
}

// ownReason reports whether a clause tells of its writer alone: "my car died", "estoy enferma".
func ownReason(words []string) bool {
	for len(words) > 1 && !lexicon.OfOneself.Has(words[0]) && !lexicon.ReasonLeads.Has(words[0]) && !says(words[0]) {
		words = words[1:]
	}
	return lexicon.ReasonLeads.Has(words[0]) && !lexicon.ThirdPersons.Any(words) && !lexicon.TellVerbs.Any(words) &&
		!lexicon.SecondPersons.Any(words)
}

// PlaceInReason reports whether a place stands in what only tells how things are: "hay mucho tráfico en el centro los jueves".
func PlaceInReason(body, place string) bool {
	return slices.ContainsFunc(Clauses(body), func(c string) bool {
		f := bare(c)
		return strings.Contains(Padded(c), Padded(place)) && len(f) > 0 && lexicon.TellsThere.Has(f[0]) && !lexicon.InsteadOf.Any(f) &&
			!lexicon.MoveVerbs.Any(f)
	})
}

// says reports whether a word of an order says something of its own.
func says(w string) bool {
	w, _, _ = strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
	for _, l := range []lexicon.List{
		lexicon.OrderLeads, lexicon.TimeTalk, lexicon.ThirdPersons, lexicon.MoveVerbs, lexicon.MoveOrders, lexicon.MoveTo,
		lexicon.CancelOrders, lexicon.ChangeWords, lexicon.InsteadOf, lexicon.BeforeChange, lexicon.Greeting, lexicon.Address,
		lexicon.BesideOrders, lexicon.AskMeetings, lexicon.Yes, lexicon.YesMildly, lexicon.OrderAll,
	} {
		if l.Has(w) {
			return false
		}
	}
	return !small([]string{w}, lexicon.Fillers) && !NamesTime(w) && len(w) > 1 && !laughs(w) && !hasDigit(w)
}

// Doubts reports whether an order holds a second thought or a guess, so that what was taken of it may not be what is meant: "the one on
// 23rd i think", "no la otra".
func Doubts(body string) bool {
	p := Padded(body)
	for _, doubt := range longestFirst(lexicon.OrderDoubts.Padded()) {
		p = strings.TrimPrefix(p, strings.TrimRight(doubt, " ")) // what begins a correction is none: "no wait fri at 5"
	}
	return lexicon.OrderDoubts.In(p)
}

// DoubtfulPlace reports whether a place reads like a sentence: it speaks of somebody, denies or asks.
func DoubtfulPlace(place string) bool {
	f := strings.Fields(Padded(place))
	if len(f) == 1 && lexicon.MealWords.Has(f[0]) { // "lets do coffee instead"
		return true
	}
	return len(f) > 10 || strings.Contains(place, "?") || lexicon.ThirdPersons.Any(f) && !articled(f[0]) || lexicon.NegativeWords.Any(f) ||
		lexicon.Subjects.Any(f) || slices.ContainsFunc(f, laughs)
}

// Passed divides words that are passed on to somebody from what is said beside them to us: "im 15 min late but say it nicer" is "im 15 min
// late".
func Passed(words string) (clean, beside string) {
	f := strings.Fields(words)
	for i := range f {
		starts := i == 0 || strings.ContainsAny(f[i-1][len(f[i-1])-1:], ",.;:!")
		from := i
		if w := strings.Join(bare(f[i]), ""); i > 0 && (lexicon.Joins.Has(w) || lexicon.ButWords.Has(w) || lexicon.OrderLeads.Has(w)) {
			starts = true
		}
		if !starts {
			continue
		}
		rest := withoutLeads(strings.Join(f[from:], " "))
		head, after, more := strings.Cut(rest, " ")
		if head = strings.ToLower(head); more && (lexicon.Joins.Has(head) || lexicon.ButWords.Has(head)) {
			rest = withoutLeads(after)
		}
		plain := strings.Join(f[from:], " ") // "no le digas" is one with its "no"
		if first, after, more := strings.Cut(plain, " "); more && joins(first) {
			plain = after
		}
		_, asks := beginsAs(rest, lexicon.TellingAsks)
		if _, too := beginsAs(plain, lexicon.TellingAsks); asks || too {
			return strings.TrimRight(strings.Join(f[:i], " "), " ,.;:-"), strings.Join(f[i:], " ")
		}
	}
	return words, ""
}

// joins reports whether a word joins what follows to what stands before: "and", "but".
func joins(w string) bool {
	w = strings.ToLower(w)
	return lexicon.Joins.Has(w) || lexicon.ButWords.Has(w)
}

// Slipped reports whether words that are passed on take themselves back, or speak of whom they are for as of somebody else.
func Slipped(words string) bool {
	p := Padded(words)
	f := strings.Fields(p)
	return len(f) > 2 && lexicon.Joins.Has(f[0]) && lexicon.FirstNames.Has(f[1]) || // "tell maria and carlos im out sick"
		lexicon.UndoWords.In(p) || lexicon.NeverMind.In(p) || len(f) > 2 && lexicon.ThirdPersons.Has(f[0]) && !articled(f[0]) &&
		lexicon.OrderLeads.Has(f[1])
}

// WasForAnother reports whether a text says of what was just said or done that it was meant for somebody else: "omg no that was for jo".
func WasForAnother(body string) bool {
	return len(strings.Fields(body)) <= 14 && !strings.Contains(body, "?") && lexicon.MeantFor.In(Padded(body))
}

// NotThem reports whether a text says of somebody whom it names that it is not them: "thats jo not maria".
func NotThem(body, first string) bool {
	f, name := bare(body), strings.TrimSpace(Padded(first))
	for i, w := range f {
		if i == 0 || w != name {
			continue
		}
		k := i - 1
		if k > 0 && (lexicon.Articles.Has(f[k]) || lexicon.NameLeads.Has(f[k]) || lexicon.BeforeName.Has(f[k]) || lexicon.LeadsToName.Has(f[k]) ||
			lexicon.NoteOf.Has(f[k])) {
			k--
		}
		if lexicon.InsteadOf.Has(f[k]) {
			return true
		}
	}
	return false
}

// NamesTime reports whether a word is of days and hours, and of nothing that is counted: "tenants" is of neither.
func NamesTime(w string) bool {
	t := lexicon.Look(w).Time
	return t != lexicon.NoList && t != lexicon.Counted
}

// WithoutOwnName takes off that somebody says who writes: "hey its ana lol can u ..." of Ana is "hey lol can u ...".
func WithoutOwnName(words, first string) string {
	f, name := strings.Fields(words), strings.TrimSpace(Padded(first))
	for i, w := range f {
		if i == 0 || i > 4 || name == "" || strings.Join(bare(w), "") != name {
			continue
		}
		for n := min(2, i); n > 0; n-- {
			if lexicon.SpeaksAs.Has(strings.Join(bare(strings.Join(f[i-n:i], " ")), " ")) {
				return strings.Join(slices.Concat(f[:i-n], f[i+1:]), " ")
			}
		}
	}
	return words
}

// PlansAgain reports whether a text that names somebody and an hour plans to meet them: it begins so, or says that it is once more.
func PlansAgain(body string) bool {
	first, _, _ := strings.Cut(withoutLeads(body), " ")
	w := bareWord(strings.ToLower(first))
	p := Padded(body)
	return lexicon.LeadsToName.Has(w) || lexicon.CommandMeet.Has(w) || lexicon.SaysAgain.In(p) || lexicon.UsualPlace.In(p)
}

// PlaceBeside is the place that somebody wants, told beside their yes: "shes coming but wants it at the library"; "" where none is told.
func PlaceBeside(body string, c when.Context) string {
	beside := Beside(body)
	if beside == "" || len(strings.Fields(beside)) > 8 || lexicon.NoMoreTexts.In(Padded(beside)) || lexicon.HomeNouns.Any(bare(beside)) ||
		tellsWhereNow(beside) { // "but shes at the hospital w her mom"
		return ""
	}
	place, rest := PlaceEnds(Read(beside, c).Place)
	if rest != "" || DoubtfulPlace(place) || lexicon.TheirPlaces.Any(bare(place)) {
		return ""
	}
	return place
}

// StaysOn reports whether a text that calls off says of somebody that theirs stays: "cant do thursday. jo is ok tho".
func StaysOn(body, first string) bool {
	p, name := Padded(body), strings.TrimSpace(Padded(first))
	return name != "" && slices.ContainsFunc(lexicon.StaysOn.Words(), func(w string) bool {
		return strings.Contains(p, " "+name+" "+lexicon.Plain(w)+" ")
	})
}

// Tale is what the end of a text that plans tells of whoever is met, in few words: "she works til 6". "" for none.
func Tale(body string) string {
	f := strings.Fields(body)
	for i := 3; i+1 < len(f); i++ {
		who, verb := strings.Join(bare(f[i]), ""), strings.Join(bare(f[i+1]), "")
		if who == "el" || !lexicon.ThirdSubjects.Has(who) {
			verb = who
		}
		before := strings.Join(bare(f[i-1]), "")
		if lexicon.TaleWorks.Has(verb) && !lexicon.At.Has(before) && before != "en" { // "en la cocina" is where
			return strings.Trim(strings.Join(f[i:], " "), " .,;!?")
		}
	}
	return ""
}
