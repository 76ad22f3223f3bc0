package filing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// redates gives one thing that somebody said they would do the day that words put right: "the block meeting is the 11th, i put the 10th",
// "no era el 10 sino el 9", "push the date to friday". An event that was made of it moves with it; one to which others come, too,
// is staff's to move.
func redates(t *turn.Turn, m world.Meet, body string) bool {
	days := daysIn(t, body)
	if len(days) == 0 || len(days) > 2 || understand.IsStory(body) && !understand.Corrects(body) {
		return false
	}
	p, ok := itemMeant(t, m, body, days)
	if !ok {
		return false
	}
	day := days[0]
	if len(days) == 2 && day.String() == p.DueOn {
		day = days[1]
	}
	if was, dated := when.ParseDate(p.DueOn); dated {
		day = nearDay(t, body, day, was)
	}
	moves := &fact.EventDay{Meet: m, Event: p.EventID, Day: day.String()}
	if day.String() == p.DueOn || day.Compare(when.DateOf(t.Now().In(t.Loc()))) < 0 || p.EventID != uuid.Nil && !t.Happened(moves) {
		return false
	}
	changeItem(t, world.Item{Promise: p}, p.What, day.String(), m.Contact, m)
	dueOnReport(t, p, day, body)
	old := p.DueOn
	if was, dated := when.ParseDate(old); dated {
		old = t.Day(was)
	}
	first := t.Say(lang.ItemMoved, "what", report.Excerpt(report.Deed(p.What), 60), "new", t.Day(day), "old", old)
	said(t, fact.ThanksStill{Meet: m, First: phrase.Join(first, hears(t, m, moves.Told)), OldDay: p.DueOn, NewDay: day.String()})
	return true
}

// hears says when the contact hears of it who knew the old day.
func hears(t *turn.Turn, m world.Meet, told bool) string {
	if !told {
		return ""
	}
	m.StartsAt = time.Time{} // the one-on-one is over: no text about it comes too late
	return t.ToldOf(m, true)
}

// daysIn lists the days that a correction names, in their order, each once.
func daysIn(t *turn.Turn, body string) []when.Date {
	var out []when.Date
	for _, piece := range pieces(body) {
		r := understand.Times(piece, t.Planning())
		if !r.HasDate() && len(r.Options) > 0 { // a weekday that is today's: which is meant, the other day says
			r.Date = r.Options[len(r.Options)-1].Date
		}
		if r.HasDate() && !slices.Contains(out, r.Date) {
			out = append(out, r.Date)
		}
	}
	return out
}

// pieces divides a correction where what is no longer so meets what is: "no era el 10 / sino el 9", "the 11th, / i put the 10th".
func pieces(body string) []string {
	out := []string{""}
	for _, w := range strings.Fields(body) {
		if x := strings.Trim(strings.ToLower(w), ",.;:!"); lexicon.InsteadOf.Has(lexicon.Plain(x)) || lexicon.ItsNow.Has(lexicon.Plain(x)) {
			out = append(out, "")
		}
		out[len(out)-1] += w + " "
		if strings.ContainsAny(w[len(w)-1:], ",.;") {
			out = append(out, "")
		}
	}
	return out
}

// itemMeant finds which open item of a one-on-one a correction means: one whose day is named as no longer so, one that a word of it names,
// else the only one.
func itemMeant(t *turn.Turn, m world.Meet, body string, days []when.Date) (world.Promise, bool) {
	var pool, named []world.Promise
	former, formerly := dayNotSo(body)
	for _, p := range t.Promises() {
		if p.OwnerID == m.ContactID || p.ToID == m.ContactID {
			pool = append(pool, p)
		}
	}
	for _, p := range pool {
		if len(days) == 2 && slices.ContainsFunc(days, func(d when.Date) bool { return d.String() == p.DueOn }) {
			return p, true
		}
		if was, dated := when.ParseDate(p.DueOn); formerly && dated && was.Day == former && len(days) == 1 {
			return p, true
		}
		if understand.SharesWord(p.What, body) {
			named = append(named, p)
		}
	}
	changes := understand.PutsRight(body)
	switch {
	case len(named) == 1 && (changes || understand.NamesADay(body)):
		return named[0], true
	case !changes:
		return world.Promise{}, false
	case len(named) == 0 && len(pool) == 1 && pool[0].DueOn != "" && !understand.NamesThing(body):
		return pool[0], true
	}
	return world.Promise{}, false
}

// dayNotSo is the day of the month that words name as no longer so: "dec 11 not 10".
func dayNotSo(body string) (day int, ok bool) {
	f := strings.Fields(strings.ToLower(body))
	for i, w := range f[:max(0, len(f)-1)] {
		n, err := strconv.Atoi(strings.TrimLeft(strings.TrimRight(f[i+1], ".,!;thndrs"), "#"))
		if lexicon.InsteadOf.Has(lexicon.Plain(strings.Trim(w, ",.;:!"))) && err == nil && n >= 1 && n <= 31 {
			return n, true
		}
	}
	return 0, false
}

// nearDay is which day a bare weekday means that puts another right: the one nearest to it, or the next where it is put off.
func nearDay(t *turn.Turn, body string, day, was when.Date) when.Date {
	today := when.DateOf(t.Now().In(t.Loc()))
	if strings.ContainsAny(body, "0123456789") || day.Compare(today.AddDays(7)) > 0 {
		return day
	}
	best := day
	for next := day; next.Compare(was.AddDays(7)) <= 0; next = next.AddDays(7) {
		if away(next, was) < away(best, was) {
			best = next
		}
	}
	return best
}

// away is how many days lie between two.
func away(a, b when.Date) int {
	n := 0
	for a.Compare(b) > 0 {
		a, b = b, a
	}
	for ; a.Compare(b) < 0; a = a.AddDays(1) {
		n++
	}
	return n
}

// dueOnReport has the report say the new day, too.
func dueOnReport(t *turn.Turn, p world.Promise, day when.Date, words string) {
	if p.ReportID == uuid.Nil {
		return
	}
	due := report.CommitmentDue
	if p.Kind == "promise" {
		due = report.FollowUpsDue
	}
	t.Add(change.SaveAnswer{
		ReportID: p.ReportID, Field: string(due), State: string(report.Given), Words: report.Excerpt(words, 200), Value: day.String(),
		Sources: t.Source(), At: t.Now(),
	})
}
