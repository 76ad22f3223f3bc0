package sms

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// asksOut reads a request by its parts, where no list of phrases would end: a word that ends or forbids, a word for texting soon after it,
// and whom it is for: me, this number, or nobody.
func asksOut(w []string) OptOut {
	if len(w) > mostAsked || lexicon.ToldOfOthers.Any(w) {
		return NotOptOut
	}
	for i, x := range w {
		switch {
		case misspeltUnsubscribe(x) && len(w) <= 6 && !lexicon.AskingHow.Any(w), x == "alto" && len(w) <= 3 && lexicon.Pleading.Any(w):
			return OptOutClear
		case ends(w, i) && textingFollows(w[i+1:]):
			return wish(w)
		case x == "me" && i > 0 && refuses(w, i-1) && i+1 < len(w) && writes(w[i+1]) && !complains(w[:i-1]):
			return spanishWish(w, i+1)
		case x == "me" && i > 0 && refuses(w, i-1) && i+2 < len(w) && lexicon.StillDoing.Has(w[i+1]) && writes(w[i+2]):
			return OptOutClear
		case (lexicon.StopTo.Has(x) || i+1 < len(w) && lexicon.StopTo.Has(x+" "+w[i+1])) && textingFollows(w[i+1:]):
			return OptOutClear
		case lexicon.WantWords.Has(x) && i > 0 && w[i-1] == "no" && i+1 < len(w) && (textingFollows(w[i+1:]) || w[i+1] == "que" &&
			i+3 < len(w) && w[i+2] == "me" && writes(w[i+3])):
			return OptOutClear
		case x == "mas" && i > 0 && w[i-1] == "no" && i+1 < len(w) && texting(w[i+1]), sendsNothing(w, i):
			return OptOutClear
		case i+2 < len(w) && (x == "no" || x == "nunca") && (lexicon.AgainVerbs.Has(w[i+1]) || w[i+1] == "me" &&
			lexicon.AgainVerbs.Has(w[i+2])) && lexicon.WriteAgain.Any(w[i+1:]):
			return OptOutClear
		case x == "out" && i > 0 && (lexicon.WantWords.Has(w[i-1]) || w[i-1] == "me") && i+3 < len(w) && w[i+1] == "of" &&
			textingFollows(w[i+1:]):
			return OptOutClear
		case keepsSending(w, i):
			return OptOutClear
		case takesOff(w, i):
			return OptOutClear
		}
	}
	for i := range w {
		if v := kindOut(w, i); v != NotOptOut {
			return v
		}
	}
	if v := framesOut(w); v != NotOptOut {
		return v
	}
	return roughWords(w)
}

// keepsSending: "no sigan mandando esto", "ya no anden escribiendo".
func keepsSending(w []string, i int) bool {
	if w[i] != "no" || i+2 >= len(w) || !lexicon.StillDoing.Has(w[i+1]) || !writes(w[i+2]) {
		return false
	}
	for _, x := range w[i+3:] {
		if !lexicon.SentThings.Has(x) && !lexicon.AfterTexting.Has(x) && !lexicon.Pleading.Has(x) && !texting(x) {
			return false
		}
	}
	return true
}

// sendsNothing: "ya no envíen nada", "no escriban más": a verb of texting is forbidden, and nothing else is said.
func sendsNothing(w []string, i int) bool {
	if w[i] != "no" || i > 0 && w[i-1] == "por" || i+1 >= len(w) || !writes(w[i+1]) || lexicon.ToldWrites.Has(w[i+1]) ||
		strings.HasSuffix(w[i+1], "o") ||
		i > 1 && w[i-1] == "que" && lexicon.ToldOf.Has(w[i-2]) || // "rosa dice que no mensajes"
		strings.HasSuffix(w[i+1], "ron") || strings.HasSuffix(w[i+1], "an") && lexicon.SendVerbs.Has(w[i+1]) {
		return false
	}
	for _, x := range w[i+2:] {
		if x != "nada" && !lexicon.AfterTexting.Has(x) && !lexicon.Pleading.Has(x) && !texting(x) {
			return false
		}
	}
	return true
}

func misspeltUnsubscribe(x string) bool {
	return x == "unsub" || lexicon.UnsubscribeRoots.Has(x) && !lexicon.SubsidyRoots.Has(x)
}

// ends reports whether the word at i ends or forbids; "can't stop" and "won't stop" do not.
func ends(w []string, i int) bool {
	prev := ""
	if i > 0 {
		prev = w[i-1]
	}
	switch s := w[i]; {
	case lexicon.EndVerbs.Has(s), i == 0 && lexicon.StopWords.Has(s):
		return !lexicon.NotBeforeStop.Has(prev) || askedOfYou(w, i)
	case s == "dont", s == "never":
		return !lexicon.OneWhoDoes.Has(prev) && !lexicon.BeforeToldStop.Has(prev) || prev == "i" && i+2 < len(w) && lexicon.WantWords.Has(w[i+1])
	case s == "not":
		return prev == "do" && (i < 2 || !lexicon.OneWhoDoes.Has(w[i-2]) || i+1 < len(w) && w[i+1] == "want")
	case s == "more", s == "mo":
		return prev == "no" && (Courtesies(w[:i-1]) || pleads(w[i-2]))
	case s == "off":
		return lexicon.TurnOff.Has(prev)
	case s == "no": // "no texts please"
		return (i == 0 || i == 1 && prev == "ya") && i+1 < len(w) && texting(w[i+1]) && (i+2 == len(w) || receiverAtEnd(w[i+2:]))
	case s == "longer":
		return prev == "no" && i+1 < len(w) && (w[i+1] == "wish" || w[i+1] == "want" || texting(w[i+1]))
	}
	return false
}

// textingFollows reports whether a word for texting comes within a few small words, and no other receiver than me after it.
func textingFollows(w []string) bool {
	for i, x := range w {
		if i > 6 {
			return false
		}
		if texting(x) && (i+1 >= len(w) || receiver(w[i+1]) || i+2 < len(w) && receiver(w[i+1]+" "+w[i+2])) {
			return true
		}
		if texting(x) && i+1 < len(w) && texting(w[i+1]) { // "text reminders"
			continue
		}
		if !between(x) {
			return false
		}
	}
	return false
}

func texting(x string) bool {
	return lexicon.TextingWords.Has(x)
}

func between(x string) bool {
	return lexicon.BeforeTexting.Has(x)
}

func receiver(x string) bool {
	return lexicon.AfterTexting.Has(x)
}

// receiverAtEnd reports whether nothing but a courtesy, or a wish to be called, follows "no texts".
func receiverAtEnd(w []string) bool {
	return lexicon.AfterNoTexts.Has(w[0])
}

// wish tells "don't text me" from a wish about how and when: by call, at work, after nine.
func wish(w []string) OptOut {
	for i, x := range w {
		if lexicon.TextVerbs.Has(x) {
			for k, y := range w[i+1:] {
				switch {
				case (lexicon.Articles.Has(y) || lexicon.LetterArticles.Has(y)) && i+k+2 < len(w) && !texting(w[i+k+2]) && !between(w[i+k+2]):
					return NotOptOut // "dont text me the address"
				case lexicon.WishWhen.Has(y) && forGood(w[i+k+1:]):
					return OptOutDoubtful
				case lexicon.WishWhen.Has(y):
					return NotOptOut
				case lexicon.WishCall.Has(y):
					return OptOutDoubtful // how to be reached, and no texts: a person decides
				}
			}
		}
	}
	if w[0] == "call" || len(w) > 1 && w[1] == "call" {
		return OptOutDoubtful
	}
	return OptOutClear
}

// refuses: "no me", "ya no me", "nunca me".
func refuses(w []string, i int) bool { return lexicon.NeverWords.Has(w[i]) }

// writes: verbs of texting as they stand after "no me".
func writes(x string) bool { return lexicon.WriteVerbs.Has(x) }

// spanishWish: what follows "no me escriban" may be a wish about when, or name something else that is sent.
func spanishWish(w []string, verb int) OptOut {
	if lexicon.PleaseBother.Has(w[verb]) {
		if bothersNoMore(w, verb) {
			return OptOutClear
		}
		return OptOutDoubtful
	}
	if strings.HasSuffix(w[verb], "o") || strings.HasSuffix(w[verb], "ron") || lexicon.ToldWrites.Has(w[verb]) { // "no me mando"
		return NotOptOut
	}
	for k, y := range w[verb+1:] {
		switch {
		case forGood(w[verb+1+k:]), lexicon.CallWords.Has(y):
			return OptOutDoubtful
		case lexicon.WishSpanish.Has(y):
			return NotOptOut
		}
	}
	if lexicon.SendVerbs.Has(w[verb]) {
		return sent(w[verb+1:])
	}
	return OptOutClear
}

// complains reports whether what stands before "no me escriben" minds that one is not written to, or asks why: "me molesta que no me
// escriban".
func complains(w []string) bool {
	n := len(w)
	return n > 1 && w[n-1] == "que" && (w[n-2] == "por" || n > 2 && w[n-3] == "me")
}

// bothersNoMore: "no me molesten más", "ya no me molesten": for good, and nothing else is said.
func bothersNoMore(w []string, verb int) bool {
	rest := w[verb+1:]
	for len(rest) > 0 && (pleads(rest[len(rest)-1]) || rest[len(rest)-1] == "por" || lexicon.Look(rest[len(rest)-1]).In(lexicon.Thanking)) {
		rest = rest[:len(rest)-1]
	}
	if len(rest) == 0 {
		return verb > 2 && w[verb-3] == "ya"
	}
	return len(rest) <= 2 && lexicon.AgainAtEnd.Has(rest[len(rest)-1])
}

// sent: "no me manden mensajes", "no me manden más", "no me manden nada".
func sent(w []string) OptOut {
	for _, y := range w {
		if y == "nada" || texting(y) || lexicon.SentThings.Has(y) {
			return OptOutClear
		}
		if !between(y) {
			return NotOptOut
		}
	}
	return OptOutClear
}

// takesOff: "take my number off", "remove this number from your list", "borren mi número", "bórrenme".
func takesOff(w []string, i int) bool {
	rest := w[i+1:]
	switch s := w[i]; {
	case lexicon.TakeOffVerbs.Has(s):
		return takenOff(s, rest)
	case lexicon.TakeNumberOff.Has(s):
		return len(rest) > 1 && (rest[0] == "mi" || rest[0] == "este") && lexicon.NumberNouns.Has(rest[1])
	case lexicon.TakeMeOff.Has(s):
		return Courtesies(rest) || offList(rest, lexicon.OffWhat) || offThing(rest)
	}
	return false
}

// offThing reports whether words name our texts, or a thing without a name: "quítenme de esta cosa de mensajes".
func offThing(w []string) bool {
	for i, x := range w {
		if lexicon.OffThings.Has(x) || texting(x) {
			return i > 0 && Courtesies(trimTexting(w[i+1:]))
		}
		if i > mostOffThing || !lexicon.OffWhose.Has(x) {
			return false
		}
	}
	return false
}

// mostOffThing is how many words may stand before it.
const mostOffThing = 4

// trimTexting takes off words that say which texts: "cosa de mensajes".
func trimTexting(w []string) []string {
	for len(w) > 0 && (texting(w[0]) || lexicon.OffWhose.Has(w[0]) || lexicon.OffThings.Has(w[0])) {
		w = w[1:]
	}
	return w
}

// takenOff: what follows "remove" or "take": me, or my number, and off what.
func takenOff(verb string, rest []string) bool {
	switch {
	case len(rest) > 3 && rest[0] == "my" && lexicon.NumberNouns.Has(rest[1]) && rest[2] == "from" && lexicon.OffThese.Has(rest[3]) &&
		(len(rest) == 4 || Courtesies(rest[4:])):
		return true
	case len(rest) > 3 && rest[0] == "my" && lexicon.NumberNouns.Has(rest[1]) && rest[2] == "from" &&
		lexicon.OffWhose.Has(rest[3]) && (len(rest) < 5 || lexicon.PhoneLines.Has(rest[4])):
		return true // "erase my number from ur phone"
	case len(rest) > 1 && (rest[0] == "my" || rest[0] == "this") && lexicon.NumberNouns.Has(rest[1]):
		if verb == "take" && (len(rest) < 3 || rest[2] != "off" && rest[2] != "out") {
			return false
		}
		after := rest[2:]
		for len(after) > 0 && lexicon.NumberNouns.Has(after[0]) { // "my contact details"
			after = after[1:]
		}
		return len(after) == 0 || Courtesies(after) || offList(after, lexicon.ListNouns)
	case len(rest) > 2 && rest[0] == "me" && rest[1] == "of": // off, with one letter short
		return offList(rest[2:], lexicon.ListNouns) && lexicon.ListNouns.Any(rest[2:])
	case len(rest) > 1 && (rest[0] == "me" || rest[0] == "us") && lexicon.OffWords.Has(rest[1]):
		return offList(rest[1:], lexicon.ListNouns)
	}
	return false
}

// offList reports whether words name a list of ours: "off your list", "de la lista". Another list, "the potluck list", is none.
func offList(w []string, nouns lexicon.List) bool {
	for i, x := range w {
		switch {
		case nouns.Has(x):
			return true
		case i > 5 || !lexicon.OffWhose.Has(x) && x != "out":
			return false
		}
	}
	return len(w) > 0 && (w[len(w)-1] == "off" || w[len(w)-1] == "out")
}

// roughWords: anger and threats are a person's to read.
func roughWords(w []string) OptOut {
	if lexicon.RoughWords.In(" " + strings.Join(w, " ") + " ") {
		return OptOutDoubtful
	}
	return NotOptOut
}
