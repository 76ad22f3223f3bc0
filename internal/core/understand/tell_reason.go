package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfReason is how many words may tell why somebody is to be told something.
const mostOfReason = 8

// leastAsked is how many words ask to tell somebody something at least, with what they are told.
const leastAsked = 5

// tellsWithReason returns the order to tell somebody something that stands behind how its writer fares: "stuck on the 48 can u let her
// know ill be late"; "" for none. A reason speaks of nobody else, names no time and orders nothing itself.
func tellsWithReason(body string) string {
	f := strings.Fields(body)
	plain := make([]string, len(f))
	for i, w := range f {
		plain[i] = strings.Join(bare(w), "")
	}
	for i := 1; i < len(f)-2 && i <= mostOfReason; i++ {
		if !asksToTell(plain, i, strings.ContainsAny(f[i-1][len(f[i-1])-1:], ",.;!")) {
			continue
		}
		why := plain[:i]
		if lexicon.FirstNames.Any(why) || i == 2 && lexicon.PersonLeads.Has(why[0]) && !lexicon.PlaceNouns.Has(why[1]) {
			return "" // "a beto mándale que ...": it is told to them
		}
		marked := strings.ContainsAny(f[i-1][len(f[i-1])-1:], ",.;!") // "el bus no llega, dile a rosa que ..."
		if lexicon.NotAnOrder.Any(why[max(0, i-2):]) && (!marked || len(why) < 3) || slices.ContainsFunc(why, third) ||
			lexicon.QuestionWords.Has(why[0]) && why[0] != "hay" || // "hay tráfico"
			lexicon.MetVerbs.Any(why) || lexicon.CancelVerbs.In(" "+strings.Join(why, " ")+" ") || lexicon.MoveVerbs.Any(why) ||
			slices.ContainsFunc(why, namesDay) && !(marked && len(f)-i >= leastAsked && slices.ContainsFunc(plain[i:i+1], asksCourtesy)) {
			return ""
		}
		return strings.Join(f[i:], " ")
	}
	return ""
}

// asksToTell reports whether an order to tell somebody something begins at a word, behind another sentence: it is asked for with a
// courtesy, "can u let maria know", names whom by a pronoun, "tell her im late", or stands behind a mark or one's being late.
func asksToTell(f []string, i int, marked bool) bool {
	if lexicon.OrderLeads.Has(f[i-1]) || lexicon.OwnSubjects.Has(f[i-1]) {
		return false
	}
	if courtlyTell(f[i:]) != "" {
		return true
	}
	k := i
	for k < len(f) && lexicon.OrderLeads.Has(f[k]) {
		k++
	}
	told := k + 2
	for told < len(f) && lexicon.TellKnow.Has(f[told]) {
		told++
	}
	if told >= len(f) || !lexicon.TellVerbs.Has(f[k]) { // "can you tell her that": what stands before it
		return false
	}
	if k == i {
		named := lexicon.FirstNames.Has(f[k+1]) || tellsThem(f[k]) && f[k+1] == "a" && lexicon.FirstNames.Has(f[k+2])
		why := f[:i]
		where := lexicon.At.Any(why) || lexicon.In.Any(why) || lexicon.PlaceNouns.Any(why) || slices.ContainsFunc(why, ill) ||
			marked || OwnLate(strings.Join(why, " ")) || lexicon.LateWords.In(" "+strings.Join(why, " ")+" ")
		if named && where {
			return !beforeOwnTell(f[i-1]) // "stuck at the dentist tell maria ...": it is no place to meet
		}
		return (lexicon.ThirdPersons.Has(f[k+1]) || tellsThem(f[k]) && lexicon.TellKnow.Has(f[k+1])) && !beforeOwnTell(f[i-1])
	}
	return slices.ContainsFunc(f[i:k], asksCourtesy) && !slices.ContainsFunc(f[i:k], func(w string) bool { return lexicon.OwnSubjects.Has(w) })
}

// ill reports whether a word says that somebody is ill.
func ill(w string) bool { return lexicon.OwnIll.In(" im "+w+" ") || lexicon.OwnIll.In(" estoy "+w+" ") }

// asksCourtesy reports whether a word asks somebody to do something.
func asksCourtesy(w string) bool { return lexicon.AsksToDo.Has(w) }

// courtlyTell returns the verb of an order that is asked for with whom before it, "le puedes decir a rosa que ...": "decirle"; "" for none.
func courtlyTell(f []string) string {
	switch {
	case len(f) < 5 || f[0] != "le" && f[0] != "les":
		return ""
	case courtlyTold(f[0], f[1]): // "le avisas a rosa que ..."
		return f[1]
	case lexicon.AsksToDo.Has(f[1]) && lexicon.TellVerbs.Has(f[2]+"le"):
		return f[2] + "le"
	}
	return ""
}

// courtlyTold reports whether two words ask the reader to tell somebody: "le avisas", "les dices".
func courtlyTold(whom, verb string) bool {
	return (whom == "le" || whom == "les") && lexicon.TellVerbs.Has(verb) && strings.HasSuffix(verb, "s")
}

// toldCourtly writes such an order as others do: "decirle a rosa que ...".
func toldCourtly(body string) string {
	f := strings.Fields(body)
	verb := courtlyTell(bare(body))
	if verb == "" || len(f) < 5 {
		return body
	}
	from := 3
	if verb == bare(body)[1] {
		from = 2
	}
	return verb + " " + strings.Join(f[from:], " ")
}

// third reports whether a word is somebody spoken of, and no article.
func third(w string) bool { return lexicon.ThirdSubjects.Has(w) && !lexicon.Articles.Has(w) }
