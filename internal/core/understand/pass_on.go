package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// PassedOn is what somebody who is shown a thank-you wants said to whoever it is for.
type PassedOn struct {
	For   string   // what they are to be thanked for: "the coffee"
	Words []string // what they are told, as it is said to them
	Greet bool     // they are to be greeted
	Whom  string   // others of theirs who are greeted: "her kids"
}

// Thanks reports whether nothing is wanted but that they be thanked.
func (p PassedOn) Thanks() bool { return p.For == "" && len(p.Words) == 0 && !p.Greet }

// PassOn reads a text that does nothing but have somebody thanked, told or greeted: "and thank her from me, tell her ill drop off the
// flyers tmrw", "amazing!! tell her thank you". first is who it is. ok is false where the text says anything else.
func PassOn(body, first string) (p PassedOn, ok bool) {
	f := strings.Fields(body)
	at, kind, n := 0, passesOn, 0
	for ; at < len(f); at++ {
		if kind, n = orderToThem(f[at:], first); n > 0 {
			break
		}
	}
	if n == 0 || strings.ContainsAny(body, "?¿") || !leadsThere(f[:at]) {
		return PassedOn{}, false
	}
	for n > 0 {
		end, next, more := at+n, passesOn, 0
		for ; end < len(f); end++ {
			if next, more = orderToThem(f[end:], first); more > 0 && beginsAnother(f[end-1]) {
				break
			}
			more = 0
		}
		if !p.take(kind, f[at+n:end]) {
			return PassedOn{}, false
		}
		at, kind, n = end, next, more
	}
	return p, true
}

// order is what one is asked to do to somebody.
type order int

const (
	passesOn order = iota
	thanksThem
	greetsThem
)

// orderToThem is the order with which words begin, and how many of them lead to what is said: "thank her", "tell maria that", "dile que".
func orderToThem(f []string, first string) (order, int) {
	if w := strings.ToLower(f[0]); lexicon.Rewords.Has(w) { // "say thx for me"
		rest := strings.Join(f[1:], " ")
		if n := lexicon.Thanking.Lead(rest); n > 0 && lexicon.ForMe.Lead(strings.TrimSpace(rest[n:])) > 0 {
			return thanksThem, 1 + len(strings.Fields(rest[:n]))
		}
	}
	for n := min(4, len(f)); n > 0; n-- {
		lead := strings.Join(bare(strings.Join(f[:n], " ")), " ")
		if lexicon.GreetsThem.Has(lead) {
			return greetsThem, n
		}
		verb := lexicon.ThankVerbs.Has(lead)
		if !verb && !lexicon.TellVerbs.Has(lead) {
			continue
		}
		whom := whomWords(f[n:], first)
		if whom == 0 && !tellsThem(f[0]) && !(verb && n > 1) {
			return passesOn, 0
		}
		if verb {
			return thanksThem, n + whom
		}
		for n += whom; n < len(f) && lexicon.TellKnow.Has(bareWord(strings.ToLower(f[n]))); {
			n++
		}
		return passesOn, n
	}
	return passesOn, 0
}

// whomWords is how many words say whom: "her", "maria", "a rosa".
func whomWords(f []string, first string) int {
	n := 0
	if len(f) > 1 && lexicon.MoveTo.Has(bareWord(strings.ToLower(f[0]))) {
		n = 1
	}
	if n < len(f) {
		w := bareWord(strings.ToLower(f[n]))
		if n == 0 && lexicon.SomebodyOf.Has(w) || w == strings.TrimSpace(Padded(first)) {
			return n + 1
		}
	}
	return 0
}

// leadsThere reports whether nothing but small words stands before an order: "amazing!!", "yes and". Who says what they do themselves
// orders nothing: "i will thank her".
func leadsThere(f []string) bool {
	if n := lexicon.DontForget.Lead(strings.Join(f, " ")); n > 0 {
		f = strings.Fields(strings.Join(f, " ")[n:])
	}
	own, wants := false, false
	for _, w := range f {
		w = bareWord(strings.ToLower(w))
		l := lexicon.Look(w)
		own = own || lexicon.OwnSubjects.Has(w)
		wants = wants || lexicon.WantWords.Has(w)
		if lists := []lexicon.List{
			lexicon.OrderLeads, lexicon.BeginsMore, lexicon.Yes, lexicon.YesMildly, lexicon.LikesWording, lexicon.Joins,
		}; w != "" && w != "1" && !small([]string{w}, lexicon.Fillers) && !slices.ContainsFunc(lists, l.In) {
			return false
		}
	}
	return !own || wants
}

// beginsAnother reports whether a word ends one order, behind which the next stands.
func beginsAnother(before string) bool {
	w := bareWord(strings.ToLower(before))
	return strings.ContainsAny(before[len(before)-1:], ",.;!") || lexicon.Joins.Has(w) || lexicon.BeginsMore.Has(w) || lexicon.DeedJoins.Has(w)
}

// take adds what stands behind an order; false where that is nothing to be said to them.
func (p *PassedOn) take(kind order, f []string) bool {
	if len(f) > 1 && kind == passesOn && lexicon.BareVerbLeads.Has(strings.ToLower(f[0])) { // "tell her to say hi to her mom"
		if order, n := orderToThem(f[1:], ""); order == greetsThem {
			kind, f = order, f[1+n:]
		}
	}
	for len(f) > 0 && lexicon.DeedJoins.Has(bareWord(strings.ToLower(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	words := strings.Trim(strings.Join(f, " "), " ,.;:\"")
	if kind != passesOn || lexicon.Thanking.Lead(words) > 0 {
		if from, to := lexicon.ForMe.Find(words); to > 0 {
			words = strings.TrimSpace(words[:from] + words[to:])
		}
	}
	switch {
	case kind == greetsThem:
		p.Greet = true
		others := slices.DeleteFunc(bare(words), func(w string) bool { // "say hi to her from me": they themselves
			return lexicon.ThirdPersons.Has(w) || lexicon.PersonLeads.Has(w)
		})
		if len(others) > 0 && !small(others, lexicon.Pleading) {
			p.Whom = words
		}
		return len(bare(words)) <= mostGreeted
	case kind == passesOn:
		said := afterThanking(words) // "tell her thx and that ill call"
		if said != "" {
			p.Words = append(p.Words, ToThem(said))
		}
		return words != ""
	case small(bare(words), lexicon.Pleading):
		return true
	}
	reason, what, _ := strings.Cut(words, " ")
	p.For = strings.TrimSpace(what)
	return what != "" && (strings.EqualFold(reason, "for") || strings.EqualFold(reason, "por"))
}

// mostGreeted is how many words name who is greeted.
const mostGreeted = 6

// afterThanking is what is said behind thanks and what joins it: of "thx and that ill call" it is "ill call", of thanks alone nothing.
// Thanks for something stay: "thank you so much for the tea".
func afterThanking(words string) string {
	n := lexicon.Thanking.Lead(words)
	f := strings.Fields(words[n:])
	for n > 0 && len(f) > 0 && small(bare(f[0]), lexicon.Pleading) && !lexicon.DeedJoins.Has(bareWord(strings.ToLower(f[0]))) {
		f = f[1:]
	}
	if n == 0 || len(f) > 0 && !lexicon.DeedJoins.Has(bareWord(strings.ToLower(f[0]))) {
		return words
	}
	for len(f) > 0 && (lexicon.DeedJoins.Has(bareWord(strings.ToLower(f[0]))) || lexicon.TellKnow.Has(bareWord(strings.ToLower(f[0])))) {
		f = f[1:]
	}
	return strings.Join(f, " ")
}
