package sms

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms/moment"
)

// OptOut is whether a text that is no carrier keyword asks for no more texts.
type OptOut uint8

// The verdicts. Doubtful ones are a person's to decide: texts are held meanwhile.
const (
	NotOptOut OptOut = iota
	OptOutClear
	OptOutDoubtful
)

// maxOptOut bounds the text that is looked at: a longer one is a story, not a request.
const maxOptOut = 400

// ReadOptOut reads opt-outs in people's own words, English and Spanish: any reasonable means counts (47 CFR 64.1200(a)(10)). A text
// that only contains the word ("we have to stop this eviction", "stop by at 6") is none, and the words quoted by a reaction never
// count.
func ReadOptOut(text string) OptOut {
	if CarrierKeyword(text) == KeywordStop {
		return OptOutClear
	}
	if _, _, ok := Tapback(text); ok {
		return NotOptOut
	}
	text = unstretched(unspaced(Unsigned(lexicon.Compose(text))))
	if CarrierKeyword(text) == KeywordStop || misspeltStop(text) {
		return OptOutClear
	}
	if first := readFirst(text); first != NotOptOut {
		return first
	}
	if len(text) > maxOptOut {
		return NotOptOut
	}
	w := plainWords(text)
	if k := kept(text, w); len(k) < len(w) {
		return readWords(saidAgain(k))
	}
	w = saidAgain(w)
	if v := readWords(w); v == OptOutClear && moment.Passing(w) { // "im in class dont text me"
		return OptOutDoubtful
	} else if v != NotOptOut {
		return v
	}
	if v := readBegun(w); v != NotOptOut {
		return v
	}
	if v := readPieces(text, w); v != NotOptOut {
		return v
	}
	if beginsOut(w) {
		return OptOutDoubtful
	}
	return readSeen(w)
}

// beginsOut reports whether a request in any words is followed, without a mark between, by what its writer says of themselves: "stop w
// these reminders i said yes already", and not "dont text me when im at work".
func beginsOut(w []string) bool {
	for i := leastAsked; i < len(w); i++ {
		if lexicon.FirstSubjects.Has(w[i]) { // and not of an hour: "dont txt me before 5 im at work"
			return !lexicon.WishWhile.Has(w[i-1]) && !strings.ContainsAny(strings.Join(w[:i], ""), "0123456789") &&
				readWords(w[:i]) == OptOutClear
		}
	}
	return false
}

// readSeen reads what is asked beside the word that somebody else reads the phone: "my landlord sees my phone dont text here".
func readSeen(w []string) OptOut {
	if !lexicon.SeenThings.Any(w) {
		return NotOptOut
	}
	s := " " + strings.Join(w, " ") + " "
	from, to := lexicon.PhoneIsSeen.Find(s)
	if to == 0 {
		return NotOptOut
	}
	after, before := strings.Fields(s[to:]), strings.Fields(s[:from])
	for len(after) > 1 && (lexicon.Joins.Has(after[0]) || lexicon.SoThen.Has(after[0])) {
		after = after[1:]
	}
	if v := readWords(after); v != NotOptOut {
		return v
	}
	return readWords(before[:max(0, len(before)-mostSeer)]) // "dont text here, my landlord sees my phone"
}

// mostSeer is how many words name who reads the phone: "my landlord".
const mostSeer = 2

// saidAgain takes off the words with which one says what one has said before: "I told you no texts".
func saidAgain(w []string) []string {
	if len(w) == 0 || !lexicon.Look(w[0]).Begins(lexicon.SaidAgain) {
		return w
	}
	for n := min(mostSaidAgain, len(w)-1); n > 1; n-- {
		if lexicon.SaidAgain.Has(strings.Join(w[:n], " ")) {
			return w[n:]
		}
	}
	return w
}

// mostSaidAgain is how many words such a beginning has.
const mostSaidAgain = 5

// maxPieces bounds, in words, a text that is also read piece by piece.
const maxPieces = 30

// readPieces reads what stands between the marks of a short text by itself: "I don't organize no more, take me off these. sorry". Where
// others are spoken of, a piece may be what they said.
func readPieces(text string, w []string) OptOut {
	s := " " + strings.Join(w, " ") + " "
	s = strings.ReplaceAll(s, " i said ", " i ") // it is the writer's own word: "i said no already. lose my number"
	if len(w) > maxPieces || !hints(s) || lexicon.NotAboutUs.In(s) || lexicon.StopNot.In(s) || offOther(w) {
		return NotOptOut
	}
	told, said := lexicon.ToldOfOthers.Any(w), false
	found := NotOptOut
	pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",.;!?\n", r) })
	for i, piece := range pieces {
		p := plainWords(piece)
		v := readPiece(p)
		if v == NotOptOut && i > 0 && i+1 == len(pieces) && len(p) == 1 && (lexicon.StopWords.Has(p[0]) || p[0] == "quit") {
			v = OptOutDoubtful // "ive asked nicely. quit"
		}
		switch {
		case lexicon.ToldOfOthers.Any(p):
			found = NotOptOut
		case v == NotOptOut, said:
		case told: // "dad is in the hospital, he is bad. no more texts please"
			found = OptOutDoubtful
		default:
			return v
		}
		said = len(p) > 0 && lexicon.ToldOf.Has(p[len(p)-1])
	}
	return found
}

// readPiece reads what stands between two marks.
func readPiece(p []string) OptOut {
	if v := readJoined(p); v != NotOptOut {
		return v
	}
	joined := strings.Join(p, " ")
	switch {
	case len(p) > 0 && clearPhrase(joined):
		return OptOutClear
	case lexicon.StopAsks.Has(joined): // "could yall stop? I asked 3 times"
		return OptOutDoubtful
	}
	return asksOut(p)
}

// readJoined reads what stands before the first "and" of a piece that is too long to be read whole: "take me off this n tell ana im sorry".
func readJoined(p []string) OptOut {
	if len(p) <= mostAsked {
		return NotOptOut
	}
	for i, x := range p {
		if lexicon.Joins.Has(x) || lexicon.ButWords.Has(x) || x == "n" {
			return asksOut(p[:i])
		}
	}
	return NotOptOut
}

// mostAsked is how many words are looked at as one request.
const mostAsked = 16

// offOther reports whether words are about a lease and the like that somebody wants out of, and not about texts.
func offOther(w []string) bool {
	return lexicon.OffOther.In(" "+strings.Join(w, " ")+" ") && !lexicon.TextingWords.Any(w)
}

// readWords reads the words of a whole text, or of its first sentence.
func readWords(w []string) OptOut {
	if len(w) == 0 {
		return NotOptOut
	}
	s := strings.Join(w, " ")
	if !hints(s) || offOther(w) {
		return NotOptOut
	}
	if whole(w) || clearPhrase(s) {
		return OptOutClear
	}
	if v := asksOut(w); v != NotOptOut {
		return v
	}
	if asksFirst(w) || doubtful(s, w) || whole(addressed(w)) {
		return OptOutDoubtful
	}
	return NotOptOut
}

// addressed takes off with what somebody is addressed: "mire ya no quiero más", "bye stop".
func addressed(w []string) []string {
	for len(w) > 1 && (lexicon.Greetings.Has(w[0]) || lexicon.Address.Has(w[0]) || lexicon.Greeting.Has(w[0])) {
		w = w[1:]
	}
	return w
}

// asksFirst reports whether a whole request is followed by what its writer says of themselves, without a mark between: "leave me alone i
// already told the other guy no".
func asksFirst(w []string) bool {
	for i := leastAsked; i < len(w); i++ {
		if lexicon.FirstSubjects.Has(w[i]) {
			return whole(w[:i])
		}
	}
	return false
}

// leastAsked is how many words such a request has at least.
const leastAsked = 3

// readFirst reads the first sentence by itself. One that opts out is at least doubtful whatever follows it, and however much: "STOP.
// Who gave you my number". When only courtesies follow, it is what it is.
func readFirst(text string) OptOut {
	i := strings.IndexAny(text, ".!?;,\n")
	if i <= 0 || i > maxFirst || i == len(text)-1 {
		return NotOptOut
	}
	w := plainWords(text[:i])
	if !whole(w) || len(w) > 4 {
		return NotOptOut
	}
	rest := plainWords(text[i:min(len(text), i+maxOptOut)])
	if len(rest) == 0 || Courtesies(rest) {
		return readWords(append(w, rest...))
	}
	if readWords(rest) == OptOutClear { // "stop ya, no more mensajes": it is said twice
		return OptOutClear
	}
	if text[i] == ',' && lexicon.StopGoesOn.Has(rest[0]) { // "alto, flaco y moreno"
		return NotOptOut
	}
	return OptOutDoubtful
}

// maxFirst bounds a first sentence.
const maxFirst = 60

// Courtesies reports whether words in plain letters are nothing but thanks and please.
func Courtesies(w []string) bool {
	for _, x := range w {
		if l := lexicon.Look(x); !l.In(lexicon.Thanking) && !l.In(lexicon.Pleading) && !l.In(lexicon.Fillers) && x != "n" && x != "and" {
			return false
		}
	}
	return true
}

// hints reports whether a text holds any root of an opt-out at all: most do not, and cost no more.
func hints(s string) bool { return lexicon.OptOutRoots.Within(s) }

// again reports whether a text is the same words more than once.
func again(w []string) bool { return unit(w) < len(w) }

func pleads(x string) bool { return x != "ya" && lexicon.Pleading.Has(x) }
