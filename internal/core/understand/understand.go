// Package understand turns people's words into facts: dates through when, people, phones, mail addresses, places, commands, yes and no, in
// English and Spanish and mixed. It is pure, and prefers "not understood" to a wrong reading.
package understand

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// Text is what is understood of one text.
type Text struct {
	When   when.Reading
	Person string
	Phone  sms.Phone // the only number, or the first
	Phones []sms.Phone
	// CallOnly is a number with an extension, as it was written: it is called and never texted.
	CallOnly string
	Email    string
	Place    string
	Command  Command
	Arg      string // the words after the command, as they were written
	Reply    Reply
	// OwnWords is whether a text says more than a bare answer, courtesies aside: what it says is for whoever asked. One that answers
	// nothing may say so too; a command does not.
	OwnWords  bool
	Refused   bool     // a no is in it, whatever else it asks: "no, maybe after Christmas"
	Question  bool     // there is a question in it
	Condition bool     // it is answered under a condition
	Machine   bool     // an automatic text: nobody wrote it now
	Reaction  bool     // a phone's reaction to a text of ours
	Gladly    bool     // "no problem": a yes to a question, else a courtesy
	Digit     int      // 1 to 99 when the text is nothing but a number, else 0
	Letter    string   // A to Z when the text is nothing but a letter
	Lang      lang.Tag // plainly one language, else ""
}

// Timed reports whether a text names a day or an hour, or several of which one is meant.
func (t Text) Timed() bool { return t.When.HasDate() || t.When.HasClock || len(t.When.Options) > 0 }

// Single reports whether a text, with these words, is a command or a number of its own, in one word: nothing else can be read in it. UNDO
// is not, for what it takes back may be told in other words as well, and is read where those are.
func (t Text) Single(body string) bool {
	return (t.Command != None && t.Command != Undo || t.Digit != 0) && !strings.ContainsFunc(strings.TrimSpace(body), unicode.IsSpace)
}

// maxText bounds what is understood of one text; the words themselves are kept whole elsewhere.
const maxText = 4 << 10

// Read understands a text.
func Read(text string, c when.Context) Text {
	if len(text) > maxText {
		text = text[:maxText]
	}
	body := WholeNumbers(strings.TrimSpace(lexicon.Compose(text)))
	t := Text{Digit: bareDigit(withoutPleas(body)), Letter: bareLetter(body)}
	t.Command, t.Arg = ReadCommand(body)
	t.Lang = lexicon.Plainly(wordsOf(body[:min(len(body), 300)]))
	words := body
	if t.Command != None && t.Arg != "" {
		words = t.Arg
	}
	if kind, _, quoted := sms.Tapback(body); quoted {
		t.Reaction, t.Reply = true, reactionReply(kind)
		t.Refused = t.Reply == No
		return t // the words it quotes are ours
	}
	if ahead, ok := ofNextTime(body, c); ok {
		return ahead
	}
	if told, ok := toldLater(body, c); ok {
		return told
	}
	if agreed, ok := tagged(body, c); ok && t.Command == None {
		return agreed
	}
	stop := sms.ReadOptOut(body)
	if t.Machine = t.Command == None && stop == sms.NotOptOut && automatic(body); t.Machine {
		return t // what it says answers nothing
	}
	split := split(words)
	c.Moving = t.Command == Move
	t.When = readTimes(hidden(words, split, t.Arg != "" && leads(t.Command)), split, c)
	t.When = dayOfTalk(t.When, body, c)
	phones, at, called := phonesIn(words, t.When.Spans)
	from := strings.LastIndex(body, words)
	t.replyTo(withoutPlaceBack(body, split, from), stop, shifted(t.When, from), shifted(when.Reading{Spans: at}, from).Spans)
	if t.Reply != NoReply && !t.When.HasDate() && !t.When.HasClock && len(t.When.Options) == 0 {
		t.When.Ask = nil // an answer: no day is missing in it
	}
	spans := t.When.Spans
	if mail, span, ok := findEmail(words); ok {
		t.Email = mail
		spans = append(spans, span)
	}
	t.Phones, t.CallOnly, spans = phones, called, append(spans, at...)
	if len(phones) > 0 {
		t.Phone = phones[0]
	}
	if t.Digit == 0 && t.Letter == "" && (t.Reply == NoReply || t.OwnWords || (t.Reply == Another || t.Reply == Thanks) && t.When.HasDate()) {
		place, placeAt := findPlace(words, split, spans, false)
		t.Place = place
		if place != "" {
			spans = append(spans, placeAt)
		}
		if t.Reply == NoReply || t.Reply == No || t.When.HasDate() || t.When.HasClock || len(t.When.Options) > 0 {
			t.Person = ofNumber(split, spans, findPerson(split, spans, t.Arg != "" && leads(t.Command)))
		}
		if t.Place == "" {
			second, _ := joinedTo(split, spans, t.Person)
			t.Place, _ = namedPlace(words, split,
				slices.Concat(spans, nameSpans(split, t.Person), nameSpans(split, second), ofHour(split, t.When.Spans)))
		}
		if t.Place == "" && t.Person != "" && (t.Reply == NoReply || len(phones) > 0) && (t.When.HasClock || t.When.HasDate()) {
			named := slices.Concat(spans, nameSpans(split, t.Person), ofHour(split, t.When.Spans))
			t.Place = cmp.Or(roomPlace(words, split, named), tailPlace(words, split, named))
		}
		t.Place = withRoom(words, split, spans, t.Place)
		if t.Place == "" {
			t.Place, _ = findPlace(words, split, spans, true)
		}
		t.Place = tailAgain(words, split, spans, strings.TrimLeft(t.Place, "-–— "))
		t.Place = beyondComma(words, withoutNameAt(t.Place, t.Person, words))
		if onlyUsualPlace(t.Place) || noPlaceAlone(t.Place) { // "at the place"
			t.Place = ""
		}
	}
	if t.otherDay() {
		t.Reply = Another
	}
	return t
}

// dayOfTalk takes the day of a talk that is told of, where the days of what comes of it are told in the same breath: "met Denise yesterday,
// she'll come to the meeting Dec 10". It is the first one, and not to come; its hour is not said.
func dayOfTalk(r when.Reading, body string, c when.Context) when.Reading {
	if c.Mode != when.Report || !r.Asks(when.AskWhich) || len(r.Options) < 2 || len(r.Spans) < 2 || c.Zone == nil ||
		r.Options[0].Date.Weekday() == r.Options[1].Date.Weekday() {
		return r
	}
	first := r.Options[0].Date
	if told, _ := ToldNow(body); !told || first.IsZero() || first.Compare(when.DateOf(c.At.In(c.Zone))) > 0 {
		return r
	}
	return when.Reading{Date: first, Spans: r.Spans, Except: r.Except}
}

// Times reads the days and hours of words as Read does: a month, a weekday or a holiday that is somebody's name ("Lupe Reyes", "April") and
// the numbers of places are none. Whoever has words of people reads them by this and not by package when.
func Times(words string, c when.Context) when.Reading {
	parts := split(words)
	return readTimes(hidden(words, parts, false), parts, c)
}

// shifted returns a reading of the words that begin at a place of a text as one of the text itself.
func shifted(r when.Reading, at int) when.Reading {
	if at <= 0 {
		return r
	}
	spans := make([]when.Span, len(r.Spans))
	for i, s := range r.Spans {
		spans[i] = when.Span{From: s.From + at, To: s.To + at}
	}
	r.Spans = spans
	return r
}

// AgreesAt reports whether a text agrees at an hour and names no day: the very hour given, if only as one of two that the words may mean
// ("claro, a las 7").
func (t Text) AgreesAt(hour, minute int) bool {
	if t.Reply != Another || t.Question || t.Refused || t.Condition || t.When.HasDate() || len(t.When.Except) > 0 {
		return false
	}
	for _, o := range t.When.Options {
		if o.HasClock && o.Date.IsZero() && o.Hour == hour && o.Minute == minute {
			return true
		}
	}
	return false
}

func overlaps(s when.Span, spans []when.Span) bool {
	for _, o := range spans {
		if s.From < o.To && o.From < s.To {
			return true
		}
	}
	return false
}

// withoutPleas takes off with what a short text asks nicely: of "2 pls" it is "2".
func withoutPleas(s string) string {
	for all := s; len(all) <= maxPleas; {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			return s
		}
		if w := lexicon.Plain(strings.ToLower(strings.Trim(s[i+1:], ".,!"))); w == "ya" || w != "por" && !lexicon.Pleading.Has(w) {
			return s
		}
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// maxPleas bounds a text that is a number, asked nicely.
const maxPleas = 24

func bareDigit(s string) int {
	if end := strings.TrimRight(s, " .#()!,:"); end == "" || end[len(end)-1] < '0' || end[len(end)-1] > '9' { // most texts end in none
		return 0
	}
	if art, rest, two := strings.Cut(s, " "); two && lexicon.Articles.Has(strings.ToLower(art)) { // "la opción 1"
		if lead, _, more := strings.Cut(rest, " "); more && lexicon.ChoiceNumbers.Has(lexicon.Plain(strings.ToLower(lead))) {
			s = rest
		}
	}
	if lead, rest, two := strings.Cut(s, " "); two && lexicon.ChoiceNumbers.Has(lexicon.Plain(strings.ToLower(lead))) { // "option 2"
		s = rest
	}
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

// otherDay reports whether a text rules a day out and names another, and asks nothing: "thurs is bad. any time friday after 2".
func (t *Text) otherDay() bool {
	return t.Reply == NoReply && t.Command == None && t.Digit == 0 && !t.Question && !t.Condition && len(t.When.Except) == 1 &&
		t.When.HasDate() && !t.When.HasClock && t.When.Except[0] != t.When.Date && t.Person == "" && t.Place == ""
}
