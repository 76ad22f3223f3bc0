package admin

import (
	"fmt"
	"html"
	"html/template"
	"strconv"
	"strings"
	"sync"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/when"
)

// picture is an SVG of this file: numbers, and words of this file or escaped.
type picture = template.HTML

// number is one of these weeks against those before. Its share of what nobody knows is said beside it.
type number struct{ What, Now, Before string }

// bars is one picture of bars that lie, each with how many of how many.
type bars struct {
	ID, Title, About string
	Rows             []barItem
	SVG              picture
}

type barItem struct {
	What   string
	N, Of  int
	Parted string // the rate, where it may be said
	Tone   string // of the bar: how it is drawn
}

// minRate is the least denominator of a rate: below it one person more or less is all that it says.
const minRate = 5

func rate(n, of int) string {
	if of < minRate {
		return ""
	}
	return fmt.Sprintf("%d%%", (100*n+of/2)/of)
}

// weeksMemo keeps the weeks as they were last counted, which is the dearest thing that Today reads, for the minute in which nothing
// changes: its key holds the mark of all that can change.
type weeksMemo struct {
	mu   sync.Mutex
	key  string
	list []page.Week
}

func (m *weeksMemo) read(key string, count func() ([]page.Week, error)) ([]page.Week, error) {
	m.mu.Lock()
	defer m.mu.Unlock() // who comes meanwhile waits for the same answer
	if m.key == key {
		return m.list, nil
	}
	list, err := count()
	if err != nil {
		return nil, err
	}
	m.key, m.list = key, list
	return list, nil
}

// fourWeeks are Today's numbers: these four calendar weeks against the four before; none while nothing is over yet.
func (v *visit) fourWeeks() ([]number, error) {
	f := page.WeekFilter{Now: v.now, Today: when.DateOf(v.now).String()}
	first := v.monday(v.now).AddDate(0, 0, -7*(weeksUsual-1))
	for i := range weeksUsual + 1 {
		f.Bounds = append(f.Bounds, first.AddDate(0, 0, 7*i))
	}
	list, err := v.a.weeks.read(v.since+v.now.Format(" 2006-01-02 15:04"), func() ([]page.Week, error) { return v.a.Read.Weeks(v.ctx(), f) })
	if err != nil || sumWeeks(list) == (page.Week{}) {
		return nil, err
	}
	return v.numbers(sumWeeks(list[weeksUsual/2:]), sumWeeks(list[:weeksUsual/2])), nil
}

// numbers are the same four everywhere, each by one definition.
func (v *visit) numbers(now, before page.Week) []number {
	n := strconv.Itoa
	part := func(some, of int) string {
		switch r := rate(some, of); {
		case of == 0:
			return v.say("none due")
		case r != "":
			return r + " (" + v.say("{1} of {2}", n(some), n(of)) + ")"
		}
		return v.say("{1} of {2}", n(some), n(of))
	}
	held := func(w page.Week) string {
		s := v.say("{1} of {2}", n(w.Held), n(w.Over()))
		if w.Unheard > 0 {
			s += v.say(", {1} not heard of", n(w.Unheard))
		}
		return s
	}
	kept := func(w page.Week) string {
		s := part(w.Kept, w.Due())
		if w.Open > 0 {
			s += v.say(", {1} still open", n(w.Open))
		}
		return s
	}
	list := []number{
		{"One-on-ones held", held(now), held(before)},
		{"Reports within 24 hours", part(now.InTime, now.Owed), part(before.InTime, before.Owed)},
		{"Thank-yous within 24 hours", part(now.ThanksOK, now.Thanks), part(before.ThanksOK, before.Thanks)},
		{"Commitments kept", kept(now), kept(before)},
	}
	if before == (page.Week{}) { // there was nothing to hold it against
		for i := range list {
			list[i].Before = ""
		}
	}
	return list
}

// answered asks whether silence needs a call: how many were held of those that the contact had confirmed, and of the others.
func (v *visit) answered(w page.Week) bars {
	return v.barsOf("answered", "Does silence need a call?", "One-on-ones that were planned ahead and not called off, by whether the "+
		"contact had said yes.", []barItem{
		{What: "confirmed, and held", N: w.ConfirmedHeld, Of: w.Confirmed, Tone: "held"},
		{What: "silent, and held", N: w.SilentHeld, Of: w.Silent, Tone: "held"},
	})
}

func (v *visit) commitments(w page.Week) bars {
	return v.barsOf("commitments", "What contacts said they would do", "Commitments that are closed, or whose day is past.", []barItem{
		{What: "kept", N: w.Kept, Of: w.Due(), Tone: "held"},
		{What: "not kept", N: w.Broken, Of: w.Due(), Tone: "missed"},
		{What: "still open", N: w.Open, Of: w.Due(), Tone: "moved"},
	})
}

// barsOf says everything in the language of the page.
func (v *visit) barsOf(id, title, about string, rows []barItem) bars {
	title, about = v.say(title), v.say(about)
	most := 1
	for i := range rows {
		rows[i].What, rows[i].Parted = v.say(rows[i].What), rate(rows[i].N, rows[i].Of)
		most = max(most, rows[i].Of)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="plot" viewBox="0 0 340 %d" role="img" aria-label="%s">`, len(rows)*36,
		html.EscapeString(v.say("{1}. The table below has the numbers.", title)))
	for i, r := range rows {
		y := i * 36
		words := v.say("{1}: {2} of {3}", r.What, strconv.Itoa(r.N), strconv.Itoa(r.Of))
		if r.Parted != "" {
			words += " (" + r.Parted + ")"
		}
		fmt.Fprintf(&b, `<text x="0" y="%d" font-size="12">%s</text><rect class="ground" x="0" y="%d" width="%d" height="12"/>`+
			`<rect class="%s" x="0" y="%d" width="%d" height="12"/>`,
			y+13, html.EscapeString(words), y+18, 340*r.Of/most, r.Tone, y+18, 340*r.N/most)
	}
	b.WriteString(`</svg>`)
	return bars{ID: id, Title: title, About: about, Rows: rows, SVG: picture(b.String())}
}

// weeksSVG draws a stacked bar a week; each kind has its own look, so that colour is not all that tells them apart.
func (v *visit) weeksSVG(weeks []weekItem, goal int) picture {
	const high, top, wide = 120, 40, 336
	most := max(1, goal)
	for _, w := range weeks {
		most = max(most, w.Held+w.NoShow+w.Off+w.Unheard)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="plot" viewBox="0 0 340 %d" role="img" `+
		`aria-label="%s">`, high+top+20,
		html.EscapeString(v.say("Held, no-show, off and not heard of, per calendar week. The table below has the numbers.")))
	kinds, names := []string{"held", "missed", "ground", "moved"}, []string{"held", "no-show", "called off", "not heard of"}
	at := 1
	for i, kind := range kinds {
		name := v.say(names[i])
		fmt.Fprintf(&b, `<rect class="%s" x="%d" y="2" width="11" height="11"/><text x="%d" y="12" font-size="11">%s</text>`, kind, at,
			at+15, html.EscapeString(name))
		at += 27 + 61*len([]rune(name))/10
	}
	fmt.Fprintf(&b, `<line class="axis" x1="0" y1="%d" x2="340" y2="%d"/>`, high+top, high+top)
	if goal > 0 {
		y := high + top - (high-14)*goal/most
		fmt.Fprintf(&b, `<line class="goal" x1="0" y1="%d" x2="340" y2="%d"/>`+
			`<text x="340" y="%d" font-size="10" text-anchor="end">%s</text>`, y, y, y-3, html.EscapeString(v.say("goal {1}", strconv.Itoa(goal))))
	}
	step := wide / max(len(weeks), 8)
	every := (len(weeks) + 7) / 8
	for i, w := range weeks {
		x, y := 2+i*step, high+top
		for j, n := range []int{w.Held, w.NoShow, w.Off, w.Unheard} {
			if n == 0 {
				continue
			}
			tall := max(3, (high-14)*n/most)
			y -= tall
			fmt.Fprintf(&b, `<rect class="%s" x="%d" y="%d" width="%d" height="%d"/>`, kinds[j], x, y, max(3, step-8), tall)
		}
		if sum := w.Held + w.NoShow + w.Off + w.Unheard; sum > 0 && every == 1 {
			fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="10" text-anchor="middle">%d</text>`, x+(step-8)/2, y-3, sum)
		}
		if i%max(every, 1) == 0 {
			fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="10">%s</text>`, x, high+top+13, html.EscapeString(w.Text))
		}
	}
	b.WriteString(`</svg>`)
	return picture(b.String())
}

// sparkSVG draws one organizer's weeks on a line: what was held upwards, whose report is missing downwards.
func (v *visit) sparkSVG(o page.OrganizerWeeks) picture {
	const half = 14
	most := 1
	for _, w := range o.Week {
		most = max(most, w.Held, w.Missing())
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="spark" viewBox="0 0 %d %d" role="img" `+
		`aria-label="%s">`, len(o.Week)*10, 2*half+2,
		html.EscapeString(v.say("{1}, week by week: held above the line, reports missing below it.", o.Name)))
	fmt.Fprintf(&b, `<line class="axis" x1="0" y1="%d" x2="%d" y2="%d"/>`, half, len(o.Week)*10, half)
	for i, w := range o.Week {
		if up := half * w.Held / most; up > 0 {
			fmt.Fprintf(&b, `<rect class="held" x="%d" y="%d" width="7" height="%d"/>`, i*10+1, half-up, up)
		}
		if down := half * w.Missing() / most; down > 0 {
			fmt.Fprintf(&b, `<rect class="missed" x="%d" y="%d" width="7" height="%d"/>`, i*10+1, half+1, down)
		}
	}
	b.WriteString(`</svg>`)
	return picture(b.String())
}
