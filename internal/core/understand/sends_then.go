package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// SendsThen reports whether a text wants what is shown to go at another time, and says no more: "send it tmrw morning", "not now, tmrw
// morning", "mándalo mañana en la mañana".
func SendsThen(body string) bool {
	body = withoutLeads(strings.TrimSpace(body))
	n := max(lexicon.SendIt.Lead(body), lexicon.NotYetAlone.Lead(body))
	rest := strings.Trim(body[n:], " ,.;!")
	if again := lexicon.SendIt.Lead(rest); n > 0 && again > 0 { // "not now, send it tmrw"
		rest = strings.Trim(rest[again:], " ,.;!")
	}
	f := strings.Fields(Padded(rest))
	return n > 0 && len(f) > 0 && NamesTimeIn(f) && OwnWords(rest) == 0 && !strings.ContainsAny(body, "?¿")
}

// PutInto reads what a text wants a wording that is shown to say too, behind words that like it: "looks good but say thx for the coffee
// too". "" where it wants nothing of the kind.
func PutInto(body string) string {
	f := strings.Fields(body)
	for i := 1; i+2 < len(f) && i <= maxSmall; i++ {
		w, before := bareWord(strings.ToLower(f[i])), f[i-1]
		from := i
		if lexicon.ButWords.Has(w) || lexicon.Joins.Has(w) || lexicon.DeedJoins.Has(w) {
			from++
		} else if !strings.ContainsAny(before[len(before)-1:], ",.;!") {
			continue
		}
		rest := strings.Join(f[from:], " ")
		n := max(lexicon.Rewords.Lead(rest), lexicon.AddsToThanks.Lead(rest))
		if n == 0 || n == len(rest) || !likesShown(strings.Join(f[:i], " ")) {
			continue
		}
		words := strings.Fields(WithoutKnow(strings.Trim(rest[n:], " ,.:\"")))
		for k := len(words) - 1; k > 0 && lexicon.TooWords.Has(bareWord(strings.ToLower(words[k]))); k-- {
			words = words[:k]
		}
		if len(words) > 1 {
			return strings.Join(words, " ")
		}
	}
	return ""
}

// likesShown reports whether words like what is shown and say no more: "looks good".
func likesShown(s string) bool {
	p := Padded(s)
	if SaysThanks(s) || SpeaksToSomebody(s) || !lexicon.LikesWording.In(p) && !lexicon.Agree.In(p) && !lexicon.SendIt.In(p) {
		return false
	}
	for _, l := range []lexicon.List{lexicon.LikesWording, lexicon.SendIt, lexicon.Agree} {
		p = " " + leftOf(p, l) + " "
	}
	return OwnWords(p) == 0
}
