package admin

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/app/page"
)

// lagInTime is how many parts of page.Week's Lag lie before the line of 24 hours.
const lagInTime = 3

// lag is how soon the report came: a strip of its age with the line of 24 hours, what is missing at its end.
func (v *visit) lag(w page.Week) bars {
	b := bars{
		ID: "lag", Title: v.say("How soon the report came"),
		About: v.say("Of the one-on-ones that are over a day ago and were held, or of which nobody has told; counted from their end. Left of " +
			"the line it came within 24 hours."),
	}
	for i, what := range []string{
		"within 2 hours", "2 to 8 hours", "8 to 24 hours", "1 to 2 days", "2 to 3 days", "3 to 7 days", "later", "missing",
	} {
		b.Rows = append(b.Rows, barItem{What: v.say(what), N: w.Lag[i], Of: w.Owed, Parted: rate(w.Lag[i], w.Owed), Tone: lagTone(i)})
	}
	b.SVG = v.stripSVG(b)
	return b
}

func lagTone(i int) string {
	switch {
	case i < lagInTime:
		return "held"
	case i == len(page.Week{}.Lag)-1:
		return "missed"
	}
	return "moved"
}

// stripSVG draws the parts side by side on the axis of time, each with its number above.
func (v *visit) stripSVG(of bars) picture {
	const high, top, step, apart = 80, 30, 40, 14
	const middle = `<text x="%d" y="%d" font-size="%d" text-anchor="middle">%s</text>`
	most := 1
	for _, r := range of.Rows {
		most = max(most, r.N)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="plot" viewBox="0 0 340 %d" role="img" aria-label="%s">`, top+high+20,
		html.EscapeString(v.say("{1}. The table below has the numbers.", of.Title)))
	last := len(of.Rows) - 1
	fmt.Fprintf(&b, `<line class="axis" x1="0" y1="%d" x2="%d" y2="%d"/>`, top+high, last*step, top+high)
	for i, r := range of.Rows {
		x := i * step
		if i == last {
			x += apart // off the axis: it has no age
		}
		y := top + high
		if r.N > 0 {
			tall := max(3, high*r.N/most)
			y -= tall
			fmt.Fprintf(&b, `<rect class="%s" x="%d" y="%d" width="%d" height="%d"/>`, r.Tone, x+3, y, step-6, tall)
			fmt.Fprintf(&b, middle, x+step/2, y-4, 11, strconv.Itoa(r.N))
		}
	}
	line := lagInTime * step
	fmt.Fprintf(&b, `<line class="goal" x1="%d" y1="14" x2="%d" y2="%d"/>`, line, line, top+high)
	for i, at := range []string{"2 h", "8 h", "24 h", "2 d", "3 d", "7 d"} {
		fmt.Fprintf(&b, middle, (i+1)*step, top+high+13, 10, html.EscapeString(v.say(at)))
	}
	fmt.Fprintf(&b, middle+`</svg>`, last*step+apart+step/2, top+high+13, 10, html.EscapeString(of.Rows[last].What))
	return picture(b.String())
}
