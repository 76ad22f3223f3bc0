package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// JustTells reports whether words do no more than ask that somebody be told what was just spoken of: "tell her pls", "avísale porfa".
func JustTells(body string) bool {
	f := bare(body)
	if len(f) == 0 || len(f) > maxSmall || strings.ContainsAny(body, "?¿") {
		return false
	}
	for len(f) > 0 && (lexicon.OrderLeads.Has(f[0]) || lexicon.Yes.Has(f[0]) || lexicon.BeginsMore.Has(f[0])) {
		f = f[1:]
	}
	if len(f) == 0 || !lexicon.TellVerbs.Has(f[0]) {
		return false
	}
	rest := f[1:]
	if !tellsThem(f[0]) { // "avísale" says whom
		if len(rest) == 0 || !lexicon.ThirdPersons.Has(rest[0]) {
			return false
		}
		rest = rest[1:]
	}
	if len(rest) > 0 && lexicon.TellKnow.Has(rest[0]) { // "let her know"
		rest = rest[1:]
	}
	return small(rest, lexicon.OrderLeads)
}

// behindWords goes back over the small words that lead to a verb of telling at a place of words, to where what is told ends: "can u tell
// her", and not over "works for me, let her know".
func behindWords(f []string, at, least int) int {
	for at > least && lexicon.OrderLeads.Has(bareWord(strings.ToLower(f[at-1]))) && strings.TrimRight(f[at-1], ",.;!") == f[at-1] &&
		!(lexicon.DoneForMe.Has(bareWord(strings.ToLower(f[at-1]))) && at > 1 && lexicon.SentenceWords.Has(bareWord(strings.ToLower(f[at-2])))) {
		at--
	}
	return at
}

// nearOrder is how many words before its end a clause may forbid what it ends with: "no avanza y llego 10 min tarde le dices a rosa" does
// not.
const nearOrder = 7

// TellsBehind reads words that are followed by whom they are told, whom the text names last: "running 20 late tell kimberly". The name is
// the caller's to know.
func TellsBehind(body string) (whom, words string, ok bool) {
	if told, sorry := apologyBehind(body); sorry != "" {
		whom, words, ok = TellsBehind(told)
		return whom, words + ", " + sorry, ok
	}
	f := strings.Fields(withoutSoThat(withoutPlease(body)))
	n, clauses := len(f)-2, Clauses(strings.Join(f, " ")) // "el bus no pasa, avisale a rosa" forbids nothing
	last := bare(clauses[len(clauses)-1])
	if n < 2 || strings.ContainsAny(body, "?¿") || lexicon.NotAnOrder.Any(last[max(0, len(last)-nearOrder):]) {
		// what it is for may say so: "so shes not surprised"
		return "", "", false
	}
	whom = f[len(f)-1]
	word := func(i int) string { return bareWord(strings.ToLower(f[i])) }
	switch {
	case n > 2 && lexicon.TellKnow.Has(word(n+1)): // "stuck in traffic let maria know"
		n, whom = n-1, f[len(f)-2]
	case n > 2 && lexicon.PersonLeads.Has(word(n)): // "voy tarde, avísale a carmen"
		n--
	}
	if courtly := courtlyTold(word(n-1), word(n)); courtly { // "el camión no avanza, le avisas a rosa"
		n--
	} else if !lexicon.TellVerbs.Has(word(n)) || beforeOwnTell(word(n-1)) && !lexicon.OrderLeads.Has(word(n-1)) {
		return "", "", false
	}
	at := n
	at = behindWords(f, at, 1)
	words = strings.TrimRight(strings.Join(f[:at], " "), " ,.;")
	return strings.Trim(whom, " .!,"), words, len(strings.Fields(words)) > 1
}

// apologyBehind divides "bus is stuck, can u tell maria sorry" from the "sorry" behind whom it tells: they are to read what for. Nothing
// where no more than the apology is told.
func apologyBehind(body string) (told, sorry string) {
	f := strings.Fields(withoutPlease(body))
	for from := max(len(f)-4, 4); from < len(f); from++ {
		at := from
		if lexicon.TellKnow.Has(bareWord(strings.ToLower(f[at]))) && at+1 < len(f) { // "dile a rosa que perdón"
			at++
		}
		words := strings.Join(f[at:], " ")
		if !lexicon.Excuses.Has(strings.Join(bare(words), " ")) {
			continue
		}
		verb := from - 2
		if lexicon.PersonLeads.Has(bareWord(strings.ToLower(f[verb]))) {
			verb--
		}
		if verb < 2 || slices.ContainsFunc(Clauses(strings.Join(f[:verb], " ")), saysNotThere) || // that is called off, and no reason
			!lexicon.TellVerbs.Has(bareWord(strings.ToLower(f[verb]))) ||
			!lexicon.ThirdPersons.Has(bareWord(strings.ToLower(f[from-1]))) && !lexicon.FirstNames.Has(bareWord(strings.ToLower(f[from-1]))) {
			return "", ""
		}
		return strings.Join(f[:from], " "), words
	}
	return "", ""
}

// saysNotThere reports whether a clause says that somebody does not come.
func saysNotThere(c string) bool {
	yes, comes := ReadComing(c)
	return ReadCannot(c) || comes && !yes
}

// withoutPlease leaves out a courtesy at the end, where an order stands before it: "... let maria know pls".
func withoutPlease(body string) string {
	f := strings.Fields(body)
	n := len(f)
	for n > 2 && lexicon.PleaseEnds.Has(bareWord(strings.ToLower(f[n-1]))) && !lexicon.IsWords.Has(bareWord(strings.ToLower(f[n-2]))) {
		n--
	}
	if n == len(f) || !lexicon.TellVerbs.Any(bare(strings.Join(f[max(0, n-4):n], " "))) {
		return body
	}
	return strings.Join(f[:n], " ")
}

// withoutSoThat leaves out what somebody is told something for, at the end: of "... avísale a rosa pa q no se saque de onda" it is "...
// avísale a rosa".
func withoutSoThat(body string) string {
	f := strings.Fields(body)
	for i := len(f) - 2; i > 2; i-- {
		for n := 1; n <= 2 && i+n < len(f); n++ {
			if !lexicon.SoThat.Has(strings.Join(bare(strings.Join(f[i:i+n], " ")), " ")) {
				continue
			}
			if lexicon.TellVerbs.Any(bare(strings.Join(f[i+n:], " "))) { // "i got the forms so she can file, tell maria": it is told
				return body
			}
			return strings.Join(f[:i], " ")
		}
	}
	return body
}
