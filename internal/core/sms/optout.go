package sms

import (
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
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

// ReadOptOut reads opt-outs in people's own words, English and Spanish: any reasonable means counts (47 CFR 64.1200(a)(10)). A text that only
// contains the word ("we have to stop this eviction", "stop by at 6") is none, and the words quoted by a reaction never count.
func ReadOptOut(text string) OptOut {
	if CarrierKeyword(text) == KeywordStop {
		return OptOutClear
	}
	if _, _, ok := Tapback(text); ok || len(text) > maxOptOut {
		return NotOptOut
	}
	w := plainWords(text)
	if len(w) == 0 {
		return NotOptOut
	}
	s := strings.Join(w, " ")
	if !hints(s) {
		return NotOptOut
	}
	if whole(s) {
		return OptOutClear
	}
	if clearPhrase(s) {
		return OptOutClear
	}
	if v := asksOut(w); v != NotOptOut {
		return v
	}
	if doubtful(s, w) {
		return OptOutDoubtful
	}
	return NotOptOut
}

// hints reports whether a text holds any root of an opt-out at all: most do not, and cost no more.
func hints(s string) bool {
	for _, x := range lexicon.OptOutRoots.Words() {
		if strings.Contains(s, x) {
			return true
		}
	}
	return false
}

// whole: texts that are an opt-out when nothing else is said.
func whole(s string) bool {
	return lexicon.OptOutAlone.Has(strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(s, " please"), " por favor"), "please "))
}

// clearPhrase: wording that a reasonable person takes for an opt-out, anywhere in a short text.
func clearPhrase(s string) bool {
	p := " " + s + " "
	return lexicon.OptOutPhrases.In(p) && !lexicon.WishAboutHow.In(p) && !lexicon.NotAboutUs.In(p)
}

// doubtful: may be meant as one; asking a person is right.
func doubtful(s string, w []string) bool {
	p := " " + s + " "
	if lexicon.StopNot.In(p) {
		return false
	}
	if len(w) <= 4 && (w[0] == "stop" || w[len(w)-1] == "stop" && !aboutToStop(w) || w[0] == "unsubscribe" || w[0] == "alto" || w[0] == "basta") && !lexicon.StopBefore.In(p) {
		return !goesOn(w)
	}
	return lexicon.OptOutDoubts.In(p)
}

// goesOn: what follows the word makes it a sentence about something else: "stop the rent increase", "alto ahí".
func goesOn(w []string) bool {
	if len(w) < 2 {
		return false
	}
	return lexicon.StopGoesOn.Has(w[1])
}

// aboutToStop: "he's gonna stop", "I'll stop": somebody stops.
func aboutToStop(w []string) bool {
	return len(w) > 1 && lexicon.SomebodyWill.Any(w[len(w)-2:len(w)-1])
}

// plainWords returns the words of a text in lower case, without accents and marks: "Don't" is "dont".
func plainWords(text string) []string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch {
		case r == '\'' || r == '’' || r == '‘' || r == '´' || r == '`':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(plainRune(unicode.ToLower(r)))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func plainRune(r rune) rune {
	switch r {
	case 'á', 'à', 'ä', 'â':
		return 'a'
	case 'é', 'è', 'ë', 'ê':
		return 'e'
	case 'í', 'ì', 'ï', 'î':
		return 'i'
	case 'ó', 'ò', 'ö', 'ô':
		return 'o'
	case 'ú', 'ù', 'ü', 'û':
		return 'u'
	case 'ñ':
		return 'n'
	}
	return r
}

// Tapback reads a phone's reaction to a text of ours: Liked "...", Reacted 👍 to "...". The quoted words are ours and never count.
func Tapback(text string) (kind, quoted string, ok bool) {
	t := strings.TrimSpace(text)
	for _, k := range []struct{ prefix, kind string }{
		{"Liked", "liked"},
		{"Loved", "loved"},
		{"Disliked", "disliked"},
		{"Le disgustó", "disliked"},
		{"Le disgusta", "disliked"},
		{"Laughed at", "laughed"},
		{"Emphasized", "emphasized"},
		{"Questioned", "questioned"},
		{"Removed a like from", "removed"},
		{"Removed a heart from", "removed"},
		{"Removed a", "removed"},
		{"Le gustó", "liked"},
		{"Le gusta", "liked"},
		{"Me gusta", "liked"},
		{"Le encantó", "loved"},
		{"Le encanta", "loved"},
		{"No le gustó", "disliked"},
		{"Se rió de", "laughed"},
		{"Enfatizó", "emphasized"},
	} {
		rest, has := strings.CutPrefix(t, k.prefix)
		if !has {
			continue
		}
		if q, quoted := quote(rest); quoted {
			return k.kind, q, true
		}
	}
	if emoji, after, has := strings.Cut(t, " "); has && reaction(emoji) != "reacted" { // 👍 to "..."
		if q, quoted := quote(strings.TrimPrefix(strings.TrimPrefix(after, "to"), "a")); quoted {
			return reaction(emoji), q, true
		}
	}
	for _, p := range []string{"Reacted ", "Reaccionó "} {
		rest, has := strings.CutPrefix(t, p)
		if !has {
			continue
		}
		emoji, after, has := strings.Cut(strings.TrimPrefix(rest, "con "), " ")
		if q, quoted := quote(strings.TrimPrefix(strings.TrimPrefix(after, "to"), "a")); has && quoted {
			return reaction(emoji), q, true
		}
	}
	return "", "", false
}

func reaction(emoji string) string {
	switch {
	case strings.HasPrefix(emoji, "👍"), strings.HasPrefix(emoji, "✅"), strings.HasPrefix(emoji, "👌"), strings.HasPrefix(emoji, "🙌"):
		return "liked"
	case strings.HasPrefix(emoji, "❤"), strings.HasPrefix(emoji, "🧡"), strings.HasPrefix(emoji, "💛"), strings.HasPrefix(emoji, "💜"), strings.HasPrefix(emoji, "😍"):
		return "loved"
	case strings.HasPrefix(emoji, "👎"), strings.HasPrefix(emoji, "❌"):
		return "disliked"
	}
	return "reacted"
}

// quote takes “...” or "..." that makes up the rest of a text.
func quote(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, q := range [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, q[0]) && len(s) > len(q[0]) && strings.HasSuffix(strings.TrimRight(s, "…. "), q[1]) {
			return strings.TrimSuffix(strings.TrimPrefix(strings.TrimRight(s, "…. "), q[0]), q[1]), true
		}
	}
	return "", false
}
