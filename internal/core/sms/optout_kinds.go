package sms

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Opt-outs by their kind: in polite words, in rude ones, in misspelt ones.

// kindOut reads the kinds of request that begin at word i.
func kindOut(w []string, i int) OptOut {
	switch {
	case forbidsInfinitive(w, i):
		return OptOutClear
	case (w[i] == "not" || w[i] == "no" && i+1 < len(w) && w[i+1] == "recibir") && i > 0 && lexicon.PolitelyNot.Has(w[i-1]) &&
		textingFollows(w[i+1:]):
		return preferred(w[i+1:])
	case lexicon.PermissionWords.Has(w[i]) && neverGave(w[:i]),
		w[i] == "me" && i > 0 && refuses(w, i-1) && i+2 < len(w) && lexicon.StillDoing.Has(w[i+1]) && lexicon.NagVerbs.Has(w[i+2]),
		lexicon.EndVerbs.Has(w[i]) && Courtesies(w[:i]) && i+1 < len(w) && lexicon.OffThese.Has(w[i+1]) && Courtesies(w[i+2:]),
		w[i] == "more" && i > 0 && w[i-1] == "no" && i+2 < len(w) && texting(w[i+1]) && lexicon.FirstSubjects.Has(w[i+2]),
		enoughOf(w, i), lexicon.NagVerbs.Has(w[i]) && endsNagging(w, i), forbidsMe(w, i), seeksNoMore(w, i), minds(w, i):
		return OptOutDoubtful
	}
	return NotOptOut
}

// neverGave: "I don't remember giving you people permission": it is I who gave none, and you who have it.
func neverGave(w []string) bool {
	for i := len(w) - 1; i >= 0 && i >= len(w)-mostGiven; i-- {
		if !lexicon.GivesWords.Has(w[i]) || i+1 == len(w) || !lexicon.AskedYou.Has(w[i+1]) {
			continue
		}
		for k := range i {
			if lexicon.Negators.Has(w[k]) || w[k] == "never" || w[k] == "who" {
				return true
			}
		}
	}
	return false
}

// mostGiven is how many words may stand between the giving and the permission.
const mostGiven = 5

// preferred: who would rather not receive our texts asks for an end of them; who would rather not text may want to be called.
func preferred(w []string) OptOut {
	for _, x := range w {
		if lexicon.ReceiveWords.Has(x) {
			return OptOutClear
		}
	}
	return OptOutDoubtful
}

// forbidsInfinitive: "favor de no mandar mensajes a este número", "no textear más". What is told or asked pardon for is none: "perdón por
// no escribir".
func forbidsInfinitive(w []string, i int) bool {
	if w[i] != "no" || i+1 >= len(w) || !texting(w[i+1]) || w[i+1] == "recibir" {
		return false
	}
	verb := strings.TrimSuffix(strings.TrimSuffix(w[i+1], "me"), "nos")
	if !strings.HasSuffix(verb, "ar") && !strings.HasSuffix(verb, "ir") {
		return false
	}
	if i > 0 && !lexicon.PolitelyNot.Has(w[i-1]) && !pleads(w[i-1]) && (w[i-1] != "de" || i < 2 || w[i-2] != "favor") {
		return false
	}
	for _, x := range w[i+2:] {
		if !texting(x) && !between(x) && !receiver(x) && !lexicon.Pleading.Has(x) && !lexicon.OwnPhone.Has(x) && !lexicon.PhoneLines.Has(x) {
			return false
		}
	}
	return true
}

// enoughOf: what one has had enough of, or thanks for, are the texts: "knock it off with the texts", "im good on the texts", "ya estuvo
// bueno con tanto mensaje".
func enoughOf(w []string, i int) bool {
	if !lexicon.EnoughWith.Has(w[i]) || i == 0 || i+1 >= len(w) {
		return false
	}
	from := i
	for n := 1; n <= 4 && n <= i; n++ {
		if lexicon.EnoughOf.Has(strings.Join(w[i-n:i], " ")) {
			from = i - n
		}
	}
	if from == i || from > 0 && !Courtesies(w[:from]) {
		return false
	}
	for k := i + 1; k < len(w); k++ {
		switch {
		case texting(w[k]):
			return k+1 == len(w) || Courtesies(w[k+1:]) || receiver(w[k+1])
		case !lexicon.AlreadyMany.Has(w[k]):
			return false
		}
	}
	return false
}

// endsNagging: "ya dejen de estar fregando": the end of it is asked for, and nothing is said of whom else.
func endsNagging(w []string, i int) bool {
	at := i - 1
	for at >= 0 && lexicon.NagSmall.Has(w[at]) {
		at--
	}
	return at >= 0 && at < i-1 && lexicon.StopTo.Has(w[at]) && (at == 0 || w[at-1] != "no") && len(w)-i <= 3
}

// forbidsMe: something that is done to me is forbidden for good, whatever it is called: "dont hit me up no more", "never ring me again".
func forbidsMe(w []string, i int) bool {
	if len(w) > 8 || i+3 >= len(w) || w[i+2] != "me" || !lexicon.UseForbids.Has(w[i]) && (w[i] != "not" || i == 0 || w[i-1] != "do") {
		return false
	}
	if i > 0 && (lexicon.OneWhoDoes.Has(w[i-1]) || lexicon.BeforeToldStop.Has(w[i-1])) || lexicon.KeepMeVerbs.Has(w[i+1]) {
		return false
	}
	end := len(w) - 1
	for end > i && (pleads(w[end]) || lexicon.Look(w[end]).In(lexicon.Thanking)) {
		end--
	}
	return lexicon.AgainAtEnd.Has(w[end])
}

// seeksNoMore: "no me busquen más", "ya no me hablen": it is said for good, and not of a place or a time.
func seeksNoMore(w []string, i int) bool {
	if w[i] != "me" || i == 0 || !refuses(w, i-1) || i+1 == len(w) || !lexicon.SeekVerbs.Has(w[i+1]) {
		return false
	}
	rest, good := w[i+2:], i > 1 && w[i-2] == "ya"
	for len(rest) > 0 && (lexicon.AgainAtEnd.Has(rest[0]) || Courtesies(rest[:1]) || pleads(rest[0]) || rest[0] == "por") {
		good = good || lexicon.AgainAtEnd.Has(rest[0])
		rest = rest[1:]
	}
	return len(rest) == 0 && good
}

// minds: somebody does not like that they are texted, or our texts: "i dont like yall texting me", "no me gusta que me escriban". Who does
// not like to text says how they want to be reached.
func minds(w []string, i int) bool {
	rest := []string(nil)
	if l := lexicon.Look(w[i]); !l.Begins(lexicon.Dislikes) && !l.In(lexicon.Dislikes) {
		return false
	}
	for n := min(mostMinds, len(w)-i-1); n > 0 && rest == nil; n-- {
		if lexicon.Dislikes.Has(strings.Join(w[i:i+n], " ")) {
			rest = w[i+n:]
		}
	}
	us, me := false, false
	for k, x := range rest {
		switch {
		case lexicon.AskedYou.Has(x):
			us = true
		case lexicon.OffThese.Has(x) || lexicon.SentHere.Has(x):
			us = true
			if lexicon.OffThese.Has(x) && k > 0 && lexicon.MindSmall.Has(rest[k-1]) && Courtesies(rest[k+1:]) { // "getting these"
				return true
			}
		case x == "me", x == "being":
			me = true
		case texting(x) || writes(x):
			behind := rest[k+1:]
			if len(behind) > 0 && behind[0] == "me" {
				me, behind = true, behind[1:]
			}
			return (us || me) && (len(behind) == 0 || Courtesies(behind) || receiver(behind[0]) && !lexicon.WishWhen.Any(behind)) &&
				!lexicon.CallWords.Any(behind)
		case k > mostMinded || !lexicon.MindSmall.Has(x) && !lexicon.ReceiveWords.Has(x) && !lexicon.StillDoing.Has(x):
			return false
		}
	}
	return false
}

const (
	mostMinds  = 4 // how many words say that one minds
	mostMinded = 6 // and how many may stand before what it is
)

// askedOfYou reports whether an end at word i is asked of us in as many words: "yall need to stop texting".
func askedOfYou(w []string, i int) bool {
	return i > 2 && w[i-1] == "to" && lexicon.MustWords.Has(w[i-2]) && lexicon.AskedYou.Has(w[i-3])
}

// misspeltStop reports whether a text is one word that is "stop" with a letter doubled, exchanged with its neighbour, or hit beside its
// key.
func misspeltStop(text string) bool {
	s := strings.Trim(strings.ToLower(strings.TrimSpace(text)), ".!\"'")
	const stop = "stop"
	beside := [...]string{"adwxz", "ryfg", "ip0l9", "ol0"}
	switch len(s) {
	case len(stop):
		off, at := 0, 0
		for i := range stop {
			if s[i] != stop[i] {
				off, at = off+1, i
			}
		}
		swapped := off == 2 && at > 0 && s[at] == stop[at-1] && s[at-1] == stop[at]
		return swapped || off == 1 && strings.IndexByte(beside[at], s[at]) >= 0 && s != "atop"
	case len(stop) + 1:
		for i := 1; i < len(s); i++ {
			if s[i] == s[i-1] && s[:i]+s[i+1:] == stop {
				return s != "stoop"
			}
		}
	}
	return false
}
