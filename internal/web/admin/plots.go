package admin

import (
	"fmt"
	"html"
	"html/template"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/when"
)

// plots is how the last eight weeks went: four numbers, and pictures that each come with their table.
type plots struct {
	Any     bool
	Numbers []number
	Weeks   []weekItem
	WeeksAt template.HTML
	Bars    []bars
}

// number is one of these four weeks against the four before.
type number struct{ What, Now, Before string }

type weekItem struct {
	Text                string
	Held, NoShow, Moved int
}

// bars is one picture of bars that lie, each with how many of how many.
type bars struct {
	ID, Title, About string
	Rows             []barItem
	SVG              template.HTML
}

type barItem struct {
	What   string
	N, Of  int
	Parted string // the rate, where it may be said
}

// minRate is the least denominator of a rate: below it one person more or less is all that it says.
const minRate = 5

func rate(n, of int) string {
	if of < minRate {
		return ""
	}
	return fmt.Sprintf("%d%%", (100*n+of/2)/of)
}

const weeksShown = 8

// weeksMemo keeps the eight weeks as they were last counted, which is the dearest thing that Today reads, for the minute in which nothing changes:
// its key holds the mark of all that can change.
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

// plots reads the eight weeks that end today.
func (v *visit) plots() (plots, error) {
	bounds := make([]time.Time, weeksShown+1)
	for i := range bounds {
		bounds[i] = v.midnight(1 - 7*(weeksShown-i))
	}
	list, err := v.a.weeks.read(v.since+v.now.Format(" 2006-01-02 15:04"), func() ([]page.Week, error) {
		return v.a.Read.Weeks(v.ctx(), bounds, v.now, when.DateOf(v.now).String())
	})
	if err != nil {
		return plots{}, err
	}
	var p plots
	var all, before, lately page.Week
	for i, w := range list {
		all = all.Add(w)
		if i < weeksShown/2 {
			before = before.Add(w)
		} else {
			lately = lately.Add(w)
		}
		p.Weeks = append(p.Weeks, weekItem{Text: bounds[i].Format("Jan 2"), Held: w.Held, NoShow: w.NoShow, Moved: w.Moved})
	}
	p.Any = all.Planned+all.Held > 0
	p.Numbers = numbers(lately, before)
	p.WeeksAt = weeksSVG(p.Weeks)
	p.Bars = []bars{funnel(all), lag(all)}
	return p, nil
}

func numbers(now, before page.Week) []number {
	part := func(n, of int) string {
		switch r := rate(n, of); {
		case of == 0:
			return "none due"
		case r != "":
			return fmt.Sprintf("%s (%d of %d)", r, n, of)
		}
		return fmt.Sprintf("%d of %d", n, of)
	}
	return []number{
		{"One-on-ones held", strconv.Itoa(now.Held), strconv.Itoa(before.Held)},
		{"Reports within 24 hours", part(now.InTime, now.Owed), part(before.InTime, before.Owed)},
		{"Thank-yous in time", part(now.ThanksOK, now.Thanks), part(before.ThanksOK, before.Thanks)},
		{"Commitments kept", part(now.Kept, now.Due), part(before.Kept, before.Due)},
	}
}

// funnel follows the one-on-ones that were planned ahead.
func funnel(w page.Week) bars {
	return barsOf("funnel", "From planned to kept", "Of the one-on-ones that began in these eight weeks, how many came how far.", []barItem{
		{What: "planned", N: w.Planned, Of: w.Planned},
		{What: "confirmed", N: w.Confirmed, Of: w.Planned},
		{What: "held", N: w.Met, Of: w.Planned},
		{What: "reported within 24 hours", N: w.InTime, Of: w.Owed},
		{What: "with a commitment kept, where one was due", N: w.KeptMet, Of: w.DueMet},
	})
}

func lag(w page.Week) bars {
	rows := make([]barItem, len(w.Lag))
	for i, what := range []string{"within 2 hours", "within 24 hours", "within 3 days", "later", "not yet"} {
		rows[i] = barItem{What: what, N: w.Lag[i], Of: w.Held}
	}
	return barsOf("lag", "How soon the report came", "Of the one-on-ones that were held, counted from their end.", rows)
}

func barsOf(id, title, about string, rows []barItem) bars {
	most := 1
	for i := range rows {
		rows[i].Parted = rate(rows[i].N, rows[i].Of)
		most = max(most, rows[i].Of)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="plot" viewBox="0 0 340 %d" role="img" aria-label="%s. The table below has the numbers.">`, len(rows)*36, html.EscapeString(title))
	for i, r := range rows {
		y := i * 36
		words := fmt.Sprintf("%s: %d of %d", r.What, r.N, r.Of)
		if r.Parted != "" {
			words += " (" + r.Parted + ")"
		}
		fmt.Fprintf(&b, `<text x="0" y="%d" font-size="12">%s</text><rect class="ground" x="0" y="%d" width="%d" height="12"/><rect class="held" x="0" y="%d" width="%d" height="12"/>`,
			y+13, html.EscapeString(words), y+18, 340*r.Of/most, y+18, 340*r.N/most)
	}
	b.WriteString(`</svg>`)
	return bars{ID: id, Title: title, About: about, Rows: rows, SVG: template.HTML(b.String())} //nolint:gosec // numbers, and words of this file, escaped
}

// weeksSVG draws three bars a week; each kind has its own look, so that colour is not all that tells them apart.
func weeksSVG(weeks []weekItem) template.HTML {
	const high, wide = 110, 42
	most := 1
	for _, w := range weeks {
		most = max(most, w.Held, w.NoShow, w.Moved)
	}
	var b strings.Builder
	b.WriteString(`<svg class="plot" viewBox="0 0 340 168" role="img" aria-label="Held, no-show and moved per week. The table below has the numbers.">`)
	for i, kind := range []string{"held", "missed", "moved"} {
		fmt.Fprintf(&b, `<rect class="%s" x="%d" y="2" width="11" height="11"/><text x="%d" y="12" font-size="12">%s</text>`, kind, 1+i*90, 17+i*90, []string{"held", "no-show", "moved"}[i])
	}
	fmt.Fprintf(&b, `<line class="axis" x1="0" y1="%d" x2="340" y2="%d"/>`, high+36, high+36)
	for i, w := range weeks {
		x := 4 + i*wide
		for j, n := range []int{w.Held, w.NoShow, w.Moved} {
			if n == 0 {
				continue
			}
			tall := max(2, high*n/most)
			fmt.Fprintf(&b, `<rect class="%s" x="%d" y="%d" width="10" height="%d"/><text x="%d" y="%d" font-size="10" text-anchor="middle">%d</text>`,
				[]string{"held", "missed", "moved"}[j], x+j*12, high+36-tall, tall, x+5+j*12, high+33-tall, n)
		}
		fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="10">%s</text>`, x, high+50, html.EscapeString(w.Text))
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String()) //nolint:gosec // numbers and days only
}
