package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// tagged reads a day and an hour behind which nothing stands but a word that asks whether it is so: "entonces el jueves a las 3 verdad",
// "thursday at 3, no?" names that time, and rules nothing out.
func tagged(body string, c when.Context) (Text, bool) {
	s := strings.TrimRight(body, " ?.!")
	at := strings.LastIndexByte(s, ' ')
	if at <= 0 || len(s) > mostTagged {
		return Text{}, false
	}
	tag := lexicon.Plain(strings.ToLower(s[at+1:]))
	if !lexicon.TagWords.Has(tag) || lexicon.Negators.Has(tag) && !strings.Contains(body[len(s):], "?") {
		return Text{}, false
	}
	rest := strings.TrimRight(s[:at], " ,¿")
	if first, after, ok := strings.Cut(rest, " "); ok && lexicon.ThenWords.Has(lexicon.Plain(strings.ToLower(first))) {
		rest = after
	}
	t := Read(rest, c)
	if t.Reply != NoReply || !t.When.HasClock || !t.When.HasDate() || !OnlyTime(rest, t.When) {
		return Text{}, false
	}
	t.Reply, t.Lang = Another, lexicon.Plainly(wordsOf(body))
	t.When = shifted(t.When, strings.Index(body, rest))
	return t, true
}

// mostTagged bounds such a text.
const mostTagged = 60

// AsksIfSo reports whether a text ends in a word that asks whether it is so: "y es en la biblioteca de columbia city vdd". A no or a yes at
// the end may as well answer.
func AsksIfSo(body string) bool {
	f := bare(body)
	if c, _ := ReadCommand(body); c != None || len(f) < 4 { // "make it 4 right"
		return false
	}
	w := f[len(f)-1]
	return lexicon.TagWords.Has(w) && !lexicon.Negators.Has(w) && !lexicon.Yes.Has(w) && !lexicon.SiIsYes.Has(w) &&
		!lexicon.Interjections.Has(w)
}
