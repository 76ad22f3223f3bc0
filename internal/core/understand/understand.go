// Package understand turns people's words into facts: dates through when, people, phones, mail addresses, places, commands, yes and no, in
// English and Spanish and mixed. It is pure, and prefers "not understood" to a wrong reading.
package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// Text is what is understood of one text.
type Text struct {
	When    when.Reading
	Person  string
	Phone   sms.Phone // the only number, or the first
	Phones  []sms.Phone
	Email   string
	Place   string
	Command Command
	Arg     string // the words after the command, as they were written
	Reply   Reply
	Digit   int      // 1 to 99 when the text is nothing but a number, else 0
	Letter  string   // A to Z when the text is nothing but a letter
	Lang    lang.Tag // plainly one language, else ""
}

// maxText bounds what is understood of one text; the words themselves are kept whole elsewhere.
const maxText = 4 << 10

// Read understands a text.
func Read(text string, c when.Context) Text {
	if len(text) > maxText {
		text = text[:maxText]
	}
	body := strings.TrimSpace(text)
	t := Text{Digit: bareDigit(body), Letter: bareLetter(body)}
	t.Command, t.Arg = ReadCommand(body)
	words0 := wordsOf(body[:min(len(body), 300)])
	t.Reply = replyOf(body, words0)
	t.Lang = lexicon.Plainly(words0)
	words := body
	if t.Command != None && t.Arg != "" {
		words = t.Arg
	}
	if _, _, quoted := sms.Tapback(body); quoted {
		return t // a reaction: the words it quotes are ours
	}
	t.When = when.Read(words, c)
	if t.Reply != NoReply && !t.When.HasDate() && !t.When.HasClock && len(t.When.Options) == 0 {
		t.When.Ask = nil // an answer: no day is missing in it
	}
	if t.Reply == No && t.When.HasDate() && proposes(words, t.When.Spans) {
		t.Reply = Another
	}
	spans := t.When.Spans
	if mail, span, ok := findEmail(words); ok {
		t.Email = mail
		spans = append(spans, span)
	}
	phones, at := findPhones(words)
	for i, p := range phones {
		if !overlaps(at[i], t.When.Spans) {
			t.Phones = append(t.Phones, p)
			spans = append(spans, at[i])
		}
	}
	phones = t.Phones
	if len(phones) > 0 {
		t.Phone = phones[0]
	}
	if t.Digit == 0 && t.Letter == "" && (t.Reply == NoReply || t.Reply == Another && t.When.HasDate()) {
		split := split(words)
		place, placeAt := findPlace(words, split, spans)
		t.Place = place
		if place != "" {
			spans = append(spans, placeAt)
		}
		t.Person = findPerson(split, spans, t.Arg != "" && leads(t.Command))
		if t.Place == "" {
			t.Place, _ = namedPlace(words, split, append(spans, nameSpans(split, t.Person)...))
		}
	}
	return t
}

// proposes reports whether a refusal goes on to name a day: "can't make thursday, friday at 4?"
func proposes(words string, spans []when.Span) bool {
	cut := strings.IndexAny(words, ",.;?!")
	for _, w := range [...]string{" but ", " pero ", " how about ", " what about ", " mejor "} {
		if i := strings.Index(words, w); i > 0 && (cut < 0 || i < cut) {
			cut = i
		}
	}
	if cut < 0 || cut+1 >= len(words) || len(words) > 200 || len(spans) == 0 {
		return false
	}
	rest := " " + wordsOf(words[cut+1:]) + " "
	return spans[len(spans)-1].From > cut && timeish(rest) && !cannot(rest) && !anyOf(rest, " work ", " trabajo ", " busy ", " appointment ", " until ", " hasta ", " tengo ", " i have ")
}

func overlaps(s when.Span, spans []when.Span) bool {
	for _, o := range spans {
		if s.From < o.To && o.From < s.To {
			return true
		}
	}
	return false
}

func bareDigit(s string) int {
	s = strings.Trim(s, " .#()!,:")
	if len(s) == 0 || len(s) > 2 {
		return 0
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func bareLetter(s string) string {
	s = strings.Trim(s, " .)!")
	if len(s) != 1 || (s[0]|0x20) < 'a' || (s[0]|0x20) > 'z' {
		return ""
	}
	return strings.ToUpper(s)
}
