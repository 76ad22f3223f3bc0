package field

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// dated gives what somebody said they would do the day that a text names beside it.
func dated(t *turn.Turn, n report.Name, piece string) string {
	due, _ := DueField(n)
	a := t.Draft().Answers[n]
	day, ok := dayIn(t, understand.LaterThen(piece))
	if a.State != report.Given || !ok || t.Draft().Answers[due].Value == day.String() {
		return ""
	}
	thing := ""
	for _, w := range strings.Fields(phrase.WithoutTimes(piece, t.Planning())) {
		if sharesWord(a.Words, w) {
			thing = strings.Trim(w, ",.;!")
		}
	}
	if thing == "" {
		return ""
	}
	value := day.String()
	switch parts := report.Parts(a.Words); {
	case len(parts) == 1:
		a.Words = redated(a.Words, t.Day(day), t.Planning())
		t.Put(n, a)
	case len(parts) > 1: // of several things it is that one's
		for _, p := range parts {
			if sharesThing(t, p, piece) && strings.Contains(a.Words, p) {
				a.Words = replaced(a.Words, p, redated(p, t.Day(day), t.Planning()))
				break
			}
		}
		t.Put(n, a)
		if first, sure := t.DueOf(a.Words); sure {
			value = first.String()
		} else if was := t.Draft().Answers[due].Value; was != "" { // it was told for the others
			value = was
		}
	}
	t.Put(due, report.Answer{State: report.Given, Words: piece, Value: value, Sources: t.Source()})
	return thing + t.Say(lang.DueOn, "day", t.Day(day))
}

// LastDayRight gives what somebody said they would do, last, the day that a text puts right and says nothing else: "dec 11 i mean", at the
// end "no tues". "" where it does not.
func LastDayRight(t *turn.Turn, last report.Name, body string, atEnd bool) string {
	if understand.SaysNextStep(body) {
		return ""
	}
	if said := lastMonthRight(t, last, body); said != "" {
		return said
	}
	words, behind := understand.CorrectsBehind(body)
	other, isOther := otherDay(t, last, words)
	says := behind || (atEnd || isOther) && understand.BeginsNo(body) || understand.Corrects(body)
	left := phrase.WithoutTimes(words, t.Planning())
	if !(says && understand.OwnWords(left) == 0) && !understand.OnlyInstead(left) {
		return ""
	}
	day, ok := dayIn(t, words)
	if !ok {
		day, ok = other, isOther
	}
	if !ok {
		return ""
	}
	if _, pledges := DueField(last); !pledges && atEnd {
		last = report.FollowUps
		if t.Draft().Answers[last].State != report.Given {
			last = report.Commitment
		}
	} else if !pledges {
		last = ruledOut(t, words)
	}
	return dayRight(t, last, day, body)
}

// DayRight gives the one thing that somebody said they would do, last, the day that words name; "" where they name none, or it was several.
func DayRight(t *turn.Turn, last report.Name, words string) string {
	day, ok := dayIn(t, words)
	if !ok {
		day, ok = otherDay(t, last, words)
	}
	if !ok {
		return ""
	}
	return dayRight(t, last, day, t.Body())
}

// dayRight puts a day in the place of the one by which something is done; body is what says so.
func dayRight(t *turn.Turn, last report.Name, day when.Date, body string) string {
	due, pledges := DueField(last)
	a := t.Draft().Answers[last]
	if parts := report.Parts(a.Words); !pledges || a.State != report.Given || len(parts) != 1 || t.Draft().Answers[due].Value == day.String() {
		return ""
	}
	a.Words = redated(a.Words, t.Day(day), t.Planning())
	t.Put(last, a)
	t.Put(due, report.Answer{State: report.Given, Words: body, Value: day.String(), Sources: t.Source()})
	said := strings.TrimRight(report.Excerpt(report.Deed(a.Words), 40), ". ")
	if strings.Contains(said, t.Day(day)) {
		return said
	}
	return said + t.Say(lang.DueOn, "day", t.Day(day))
}

// lastMonthRight puts a month in the place of the one in what somebody said last that they would do, or beside it: "sry february". "" where
// the text says anything else, or a day is known.
func lastMonthRight(t *turn.Turn, last report.Name, body string) string {
	month := understand.MonthInstead(body)
	due, pledges := DueField(last)
	a := t.Draft().Answers[last]
	if month == "" || !pledges || a.State != report.Given || t.Draft().Answers[due].Value != "" {
		return ""
	}
	if a.Words = understand.WithMonth(a.Words, month); a.Words == t.Draft().Answers[last].Words {
		t.Put(due, report.Answer{State: report.Given, Words: month, Sources: t.Source()})
		return month
	}
	t.Put(last, a)
	return strings.TrimRight(report.Excerpt(report.Deed(a.Words), 60), ". ")
}

// otherDay is of two days that words may name the one that is not the due day of what was said last: "no el otro viernes".
func otherDay(t *turn.Turn, last report.Name, words string) (when.Date, bool) {
	due, _ := DueField(last)
	on, ok := when.ParseDate(t.Draft().Answers[due].Value)
	o := understand.Times(words, t.Planning()).Options
	if !ok || len(o) != 2 || o[0].Date != on {
		return when.Date{}, false
	}
	return o[1].Date, true
}

// ruledOut is what somebody will do on a day that words rule out: "wait not monday, tuesday" is of what was to be done by Monday.
func ruledOut(t *turn.Turn, words string) report.Name {
	for _, n := range []report.Name{report.Commitment, report.FollowUps} {
		due, _ := DueField(n)
		on, ok := when.ParseDate(t.Draft().Answers[due].Value)
		out := understand.Times(words, t.Planning()).Except
		if ok && slices.ContainsFunc(out, func(d when.Date) bool { return d.Weekday() == on.Weekday() }) {
			return n
		}
	}
	return ""
}

// redated puts a day in the place of the one that words name, however many words it has: "thurs dec 10 at 6" is "Wed Dec 9 at 6".
func redated(words, day string, c when.Context) string {
	from, to := -1, 0
	for _, s := range understand.Times(words, c).Spans {
		switch {
		case !datedAt(words[s.From:s.To], c):
		case from < 0:
			from, to = s.From, s.To
		case strings.Trim(words[to:max(to, s.From)], " ,") == "":
			to = max(to, s.To)
		}
	}
	if from < 0 {
		return words
	}
	return words[:from] + day + words[to:]
}

// datedAt reports whether words name a day, or two that it may be.
func datedAt(words string, c when.Context) bool {
	r := when.Read(words, c)
	return r.HasDate() || len(r.Options) > 0 && !r.Options[0].Date.IsZero()
}

// mostDay is how many words a day has at most, with what leads to it: "by sunday the 13th".
const mostDay = 4

// dayIn is the day that a correction says is right: what stands behind a "not" is not.
func dayIn(t *turn.Turn, piece string) (when.Date, bool) {
	f := strings.Fields(piece)
	for i, w := range f {
		if i > 0 && lexicon.InsteadOf.Has(low(w)) {
			f = f[:i]
			break
		}
	}
	if day, ok := t.SureDay(strings.Join(f, " ")); ok {
		return day, true
	}
	if day, ok := t.SureDay(piece); ok { // "not monday, tuesday"
		return day, true
	}
	for i := 1; i+1 < len(f); i++ { // "the 3 neighbors thing is by the 13th its a sunday"
		for n := min(len(f)-i, mostDay); n > 1 && lexicon.BeforeTimes.Has(low(f[i])); n-- {
			if day, ok := t.SureDay(strings.Join(f[i:i+n], " ")); ok {
				return day, true
			}
		}
	}
	return when.Date{}, false
}
