package promise

import (
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
func QuoteDeed(t *turn.Turn, part string, tag lang.Tag, organizer string) (Quoted, bool) {
	if understand.MeetsAgain(part) {
		return Quoted{}, false
	}
	q := Quoted{On: quotedDay(t, part, tag)}
	deed := Deed(t, part)
	what, in, ok := understand.ComesTo(deed)
	if ok && in == tag {
		q.What, q.To = what, true
		return q, true
	}
	q.What, in, ok = understand.DeedOfYours(deed, organizer)
	return q, ok && in == tag
}

// QuotePromise does the same with what the organizer promised.
func QuotePromise(t *turn.Turn, part string, tag lang.Tag) (Quoted, bool) {
	if understand.MeetsAgain(part) {
		return Quoted{}, false
	}
	what, in, ok := understand.PromisedToYou(Deed(t, part))
	return Quoted{What: what, On: quotedDay(t, part, tag)}, ok && in == tag
}

func quotedDay(t *turn.Turn, part string, tag lang.Tag) string {
	on, sure := t.SureDay(part)
	if !sure {
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

// Deed is what is to be done, without who said so and by when: "I'll send her the flyer tomorrow" is "send her the flyer".
func Deed(t *turn.Turn, part string) string {
	what := report.Deed(part)
	if _, sure := t.SureDay(part); !sure {
		return what
	}
	if short := phrase.WithoutTimes(what, t.Planning()); short != "" {
		return short
	}
	return what
}
