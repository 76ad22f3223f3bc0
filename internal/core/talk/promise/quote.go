package promise

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Quoted is what somebody said they would do, as it may be said to the contact; On is "" without a day.
type Quoted struct {
	What string
	On   string
	To   bool // something to come to
}

// QuoteDeed turns a commitment into words to the contact, in the contact's language; false when it is not to be quoted: then it is left
// out.
func QuoteDeed(t *turn.Turn, d Dated, tag lang.Tag, organizer string) (Quoted, bool) {
	if understand.MeetsAgain(d.Part) {
		return Quoted{}, false
	}
	q := Quoted{On: quotedDay(t, d, tag)}
	deed := Deed(t, d)
	what, in, ok := understand.ComesTo(deed)
	if ok && in == tag {
		q.What, q.To = what, true
		return q, true
	}
	q.What, in, ok = understand.DeedOfYours(deed, organizer)
	return q, ok && in == tag
}

// QuotePromise does the same with what the organizer promised.
func QuotePromise(t *turn.Turn, d Dated, tag lang.Tag) (Quoted, bool) {
	if understand.MeetsAgain(d.Part) {
		return Quoted{}, false
	}
	what, in, ok := understand.PromisedToYou(Deed(t, d))
	return Quoted{What: what, On: quotedDay(t, d, tag)}, ok && in == tag
}

func quotedDay(t *turn.Turn, d Dated, tag lang.Tag) string {
	on, ok := when.ParseDate(d.On)
	if !ok {
		return ""
	}
	return when.EchoDay(tag, on, when.DateOf(t.Now().In(t.Loc())))
}

// ByDay writes what is to be done with its day: "bring you the flyer by Tue Dec 8".
func ByDay(t *turn.Turn, q Quoted, tag lang.Tag) string {
	if q.On == "" {
		return strings.TrimRight(q.What, ". ")
	}
	return t.Org().Words.Text(tag, lang.DeedBy, "what", strings.TrimRight(q.What, ". "), "day", q.On)
}

// Dated is one of several things to do, with the day by which it is to be done, "" where none is known.
type Dated struct {
	Part, On string
}

// DatedParts are the things to do of an answer, each with its day: that which stands beside it, else the one that was asked for. A day with
// two readings takes the one that was chosen, where that is one of them: what was chosen for another is none of its.
func DatedParts(t *turn.Turn, words, asked string) (out []Dated) {
	parts := report.Parts(words)
	for i, part := range parts {
		d := Dated{part, dayOf(t, part, asked)}
		if on, sure := t.DayOfPart(parts, i); sure {
			d.On = on.String()
		}
		out = append(out, d)
	}
	return out
}

func dayOf(t *turn.Turn, part, asked string) string {
	options := understand.Times(part, t.Planning()).Options
	if len(options) > 1 && !slices.ContainsFunc(options, func(o when.Option) bool { return o.Date.String() == asked }) {
		return ""
	}
	return asked
}

// Deed is what is to be done, without who said so and by when: "I'll send her the flyer tomorrow" is "send her the flyer". A day that is
// not known stays in its words.
func Deed(t *turn.Turn, d Dated) string {
	what := report.Deed(d.Part)
	if d.On == "" {
		return what
	}
	return understand.WithoutThen(phrase.OrElse(phrase.WithoutTimes(what, t.Planning()), what))
}
