// Package offer reads what is said about other times for a one-on-one: those that a text puts forward, and what an organizer answers to
// those of several contacts.
package offer

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// To is what an organizer's text says to the other time of one contact of several.
type To struct {
	Meet world.Meet
	Yes  bool
	Said moment.Said
}

// ToEach reads what a text says to each of these offers, by name or to both; nil where it does not say it of at least two.
func ToEach(t *turn.Turn, pool []world.Meet) []To {
	if both := lexicon.BothWords.In(understand.Padded(t.Body())); both && t.SaidOfTime().Agrees() && !t.SaysMore() { // "both are fine"
		var all []To
		for _, m := range pool {
			all = append(all, To{Meet: m, Yes: true})
		}
		return all
	}
	var all []To
	for i, words := range saidOfEach(t, pool) {
		if words == "" {
			continue
		}
		o, ok := readOne(t, pool[i], words)
		if !ok {
			return nil
		}
		all = append(all, o)
	}
	return all
}

// saidOfEach divides a text by the contacts that it names; nothing where it names fewer than two.
func saidOfEach(t *turn.Turn, pool []world.Meet) []string {
	var names []string
	for _, m := range pool {
		names = append(names, m.Contact.First())
	}
	each, common := understand.ByName(t.Body(), names)
	n := 0
	for _, words := range each {
		if words != "" {
			n++
		}
	}
	if n < 2 || strings.TrimSpace(common) != "" || t.Heard().Command != understand.None {
		return nil
	}
	return each
}

// readOne reads what is said to one offer.
func readOne(t *turn.Turn, m world.Meet, words string) (To, bool) {
	o := To{Meet: m, Said: moment.Said{Base: phrase.DateOf(At(m).In(t.Loc()))}}
	p := strings.ReplaceAll(understand.Padded(words), strings.TrimRight(understand.Padded(m.Contact.First()), " ")+" ", " ")
	h := understand.Read(strings.TrimSpace(p), t.Planning())
	f := strings.Fields(p)
	digit := len(f) > 0 && !h.When.HasClock && (f[0] == "1" || f[len(f)-1] == "1")
	switch timed := h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0; {
	case timed:
		heard := o.Said.Hear(settle.TrimNo(strings.TrimSpace(p)), understand.Text{}, t.Planning())
		said := o.Said
		said.SameDayAs(At(m).In(t.Loc()))
		at, _ := settle.Time(t, &said)
		o.Yes = heard && at.Equal(At(m)) // "5 works for maria"
		return o, heard
	case digit, h.Reply == understand.Yes, h.Reply != understand.No && understand.TheyCome(words) == understand.Yes:
		o.Yes = true
		return o, true
	}
	three := len(f) > 0 && !h.When.HasClock && (f[0] == "3" || f[len(f)-1] == "3")
	return o, three || h.Reply == understand.No || len(f) > 0 && lexicon.No.Has(f[0])
}

// At is the time that is asked for, or the one that stood before any was named.
func At(m world.Meet) time.Time {
	if m.Proposal.At.IsZero() {
		return m.StartsAt
	}
	return m.Proposal.At
}

// most is how many times one text may put forward.
const most = 3

// Several lists the times that a text puts forward, each by a clause of its own; none where one of them is not clear. A clause that names
// an hour alone is of the day before it, else of the day whose hour is asked for: "10 or 1030".
func Several(t *turn.Turn, m world.Meet, day string) []time.Time {
	cut := strings.NewReplacer(" or ", "\n", " o ", "\n", ". ", "\n", ";", "\n", ", ", "\n", " / ", "\n", " but ", "\n", " pero ", "\n")
	low := strings.ToLower(t.Body())
	if !strings.Contains(low, " or ") && !strings.Contains(low, " o ") || Bounded(t) {
		return nil
	}
	if day == "" && hoursOnly(t.Body(), t.Planning()) { // "maybe 5 or 530", of the day that stands
		day = phrase.DateOf(At(m).In(t.Loc()))
	}
	var out []time.Time
	for piece := range strings.SplitSeq(cut.Replace(t.Body()), "\n") {
		h := understand.Read(piece, t.Planning())
		said := moment.Said{Base: t.BaseOf(m)}
		switch dated := h.When.HasDate() || len(h.When.Options) > 0; {
		case h.Reply == understand.No:
			continue
		case dated:
			said.Hear(piece, understand.Text{}, t.Planning())
			said.OneDay(t.Now().In(t.Loc()), day)
		case day != "" && hourOf(piece, h):
			said.Date = day
		default:
			continue
		}
		if said.Clock == "" && !said.HearHour(afterDay(piece, h), At(m).In(t.Loc())) && !said.HearHour(piece, At(m).In(t.Loc())) {
			return nil
		}
		day = said.Date
		at, _ := settle.Time(t, &said)
		if at.IsZero() || !at.After(t.Now()) {
			return nil
		}
		if !slices.ContainsFunc(out, at.Equal) {
			out = append(out, at)
		}
	}
	return out[:min(len(out), most)]
}

// Chosen is which of several times words name, by its day, its hour or both, counted from 1; 0 where none or more than one is meant.
func Chosen(t *turn.Turn, offers []time.Time) int {
	r, n := t.Heard().When, 0
	for i, at := range offers {
		at = at.In(t.Loc())
		hour := moment.Said{}
		switch {
		case r.HasDate() && r.Date != when.DateOf(at) && !(r.BareWeekday && r.Date.Weekday() == at.Weekday()),
			len(r.Options) > 0 && !slices.ContainsFunc(r.Options, func(o when.Option) bool { return o.Date == when.DateOf(at) }),
			r.HasClock && (r.Hour%12 != at.Hour()%12 || r.Minute != at.Minute()):
			continue
		case r.HasDate(), r.HasClock, len(r.Options) > 0:
		case moment.HourOnly(t.Body()) == "" || !hour.HearHour(t.Body(), at) || hour.Clock != at.Format(moment.Layout):
			continue
		}
		if n > 0 {
			return 0
		}
		n = i + 1
	}
	return n
}

// hoursOnly reports whether each of several clauses is an hour and no more.
func hoursOnly(body string, c when.Context) bool {
	for piece := range strings.SplitSeq(strings.NewReplacer(" or ", "\n", " o ", "\n", "O ", "\n", "Or ", "\n").Replace(body), "\n") {
		if h := understand.Read(piece, c); h.When.HasDate() || len(h.When.Options) > 0 || !hourOf(piece, h) {
			return false
		}
	}
	return true
}

// hourOf reports whether a clause is an hour and no more than how sure it is.
func hourOf(piece string, h understand.Text) bool {
	_, _, alone := understand.HourAlone(piece)
	return moment.HourOnly(piece) != "" || alone && understand.OnlyOfHour(piece) ||
		h.When.HasClock && !h.When.HasDate() && len(strings.Fields(afterDay(piece, h))) <= 2
}

// Bounded reports whether a text offers several days one of which has a bound for its hour, which is no hour: "tues after 6 or thurs around
// noon". The hour of the other day is not its own.
func Bounded(t *turn.Turn) bool {
	dated, bounded := 0, false
	for piece := range strings.SplitSeq(strings.NewReplacer(" or ", "\n", " o ", "\n", ", ", "\n").Replace(strings.ToLower(t.Body())), "\n") {
		h := understand.Read(piece, t.Planning())
		if !h.When.HasDate() && len(h.When.Options) == 0 {
			continue
		}
		dated++
		bounded = bounded || !h.When.HasClock && lexicon.HourBounds.Any(strings.Fields(understand.Padded(piece))) &&
			strings.ContainsAny(afterDay(piece, h), "123456789")
	}
	return dated > 1 && bounded
}

// afterDay is what a clause says without its day: an hour alone may be left.
func afterDay(piece string, h understand.Text) string {
	b := []byte(piece)
	for _, s := range h.When.Spans {
		for i := s.From; i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// Nearness ranks which one-on-one a contact most likely means, 0 where none.
func Nearness(m world.Meet, now time.Time) int {
	switch {
	case m.Running(now):
		return 4
	case m.Open() && (m.StartsAt.After(now) || m.Status == meeting.Proposed):
		return 3
	case m.StartsAt.After(now):
		return 2 // declined or called off, but still to come
	case now.Sub(m.Ends()) < 7*24*time.Hour:
		return 1
	}
	return 0
}
