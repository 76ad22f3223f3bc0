package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OwnSpan is from when to when something holds who writes: "im on swing thurs 2 to 10", "el jueves trabajo de 1 a 9".
type OwnSpan struct {
	From, To int    // in minutes of the clock's twelve hours, or of the day where it is said which half
	FromHalf bool   // am or pm is said of where it begins
	Open     bool   // and it holds nobody: they have time then, "im free 2 to 5"
	Others   bool   // and it holds somebody else: "my husband works 2 to 10"
	Words    string // of the part of the text that says so
	Rest     string // what else is said
}

// mostLink is how many words stand between the two hours at most: "and i get out at".
const mostLink = 5

// OwnSpanIn finds the hours that hold who writes. None of them is a time to meet: "can we do between 4 and 6" has none.
func OwnSpanIn(body string) (s OwnSpan, ok bool) {
	f := spanWords(body)
	for i := range f {
		a, n := spanHour(f, i)
		if n == 0 || spanBound(f, i) {
			continue
		}
		for k := i + n; k < len(f) && k <= i+n+mostLink; k++ {
			b, m := spanHour(f, k)
			if m == 0 {
				continue
			}
			if link := strings.Join(f[i+n:k], " "); link != "-" && !lexicon.SpanLinks.Has(link) {
				break
			}
			from, to, held := heldPart(f, i, k+m)
			open := !held && openPart(body, f[from:to])
			others := lexicon.SpanOthers.In(Padded(strings.Join(f[from:i], " ")))
			if !held && !open && !others {
				break
			}
			s = OwnSpan{Open: open && !others, Others: others, From: a.minutes, To: b.minutes, FromHalf: a.half || b.half &&
				a.minutes%noonAt < b.minutes%noonAt}
			if s.FromHalf && !a.half {
				s.From = a.minutes%noonAt + b.minutes/noonAt*noonAt
			}
			s.Words, s.Rest = strings.Join(f[from:to], " "), strings.TrimSpace(strings.Join(f[:from], " ")+" "+strings.Join(f[to:], " "))
			s.Rest = strings.Trim(s.Rest, " ,.;")
			return s, true
		}
	}
	return s, false
}

// Holds reports whether an hour of the day, in minutes, lies within the span, read in either half of the day where none is said.
func (s OwnSpan) Holds(at int) bool {
	length := (s.To - s.From + dayEnds) % noonAt
	if length == 0 {
		length = noonAt // "6 to 6"
	}
	for _, from := range []int{s.From, (s.From + noonAt) % dayEnds} {
		if since := (at - from + dayEnds) % dayEnds; since < length {
			return true
		}
		if s.FromHalf {
			break
		}
	}
	return false
}

// spanWords are the words of a text in plain letters, the marks between clauses and the dash of a span for themselves.
func spanWords(body string) []string {
	var b strings.Builder
	low := lexicon.Plain(strings.ToLower(body))
	for i, r := range low {
		switch {
		case strings.ContainsRune(",;!\n?", r), r == '.' && (i+1 == len(low) || low[i+1] == ' '):
			b.WriteString(" , ")
		case strings.ContainsRune("-–—", r):
			b.WriteString(" - ")
		case r == '\'' || r == '’':
		default:
			b.WriteRune(r)
		}
	}
	return strings.Fields(b.String())
}

// spanEnd is one hour of a span.
type spanEnd struct {
	minutes int
	half    bool
}

// spanHour reads an hour at a word, and how many words it takes: "2", "2:30", "2 y media", "6pm", "6 pm".
func spanHour(f []string, i int) (e spanEnd, n int) {
	w, half := f[i], ""
	if digits := strings.TrimRight(strings.TrimSuffix(w, "m"), "ap"); digits != w && len(w)-len(digits) <= 2 { // "6pm", "6p"
		w, half = digits, w[len(digits):len(digits)+1]
	}
	hour, minute, ok := hourOf(w)
	if !ok {
		return e, 0
	}
	n = 1
	if i+2 < len(f) && f[i+1] == "y" && lexicon.Half.Has(f[i+2]) {
		minute, n = 30, 3
	}
	if i+n < len(f) && half == "" && (f[i+n] == "am" || f[i+n] == "pm") {
		half, n = f[i+n][:1], n+1
	}
	e = spanEnd{minutes: hour%12*60 + minute, half: half != ""}
	if half == "p" {
		e.minutes += noonAt
	}
	return e, n
}

// heldPart is the part of a text around a span that says that something holds its writer then; ok is false where the part asks, or says
// that they are free.
func heldPart(f []string, i, end int) (from, to int, ok bool) {
	ends := func(w string) bool { return w == "," || lexicon.ButWords.Has(w) }
	from, to = i, end
	for from > 0 && !ends(f[from-1]) {
		from--
	}
	if from > 0 && i-from <= 2 && f[from-1] == "," { // "they changed my shift, thurs 2 to 10"
		for from--; from > 0 && !ends(f[from-1]); {
			from--
		}
	}
	for to < len(f) && !ends(f[to]) && !lexicon.SoThen.Has(f[to]) && !lexicon.Joins.Has(f[to]) {
		to++
	}
	before, behind := Padded(strings.Join(f[from:i], " ")), Padded(strings.Join(f[end:min(to, end+mostBehind)], " "))
	held := lexicon.SpanHolds.In(before) || lexicon.SpanHolds.In(behind) && !lexicon.SpanFree.In(behind)
	return from, to, held && !lexicon.SpanFree.In(before)
}

// mostBehind is how many words behind the hours say what holds: "2 to 4 i have class".
const mostBehind = 5

// openPart reports whether the part around a span says that its writer has time then, and asks for nothing.
func openPart(body string, f []string) bool {
	p := Padded(strings.Join(f, " "))
	return lexicon.SpanOpen.In(p) && !lexicon.Negators.Any(f) && !lexicon.InsteadOf.In(p) && !strings.ContainsAny(body, "?¿")
}

// spanBound reports whether an hour is a bound, and no beginning: "after 5", "hasta las 4".
func spanBound(f []string, i int) bool {
	k := i - 1
	for k > 0 && (lexicon.Look(f[k]).Time == lexicon.At || lexicon.Articles.Has(f[k]) || lexicon.Of.Has(f[k]) && f[i] != f[k+1]) {
		k--
	}
	if k < 0 {
		return false
	}
	at := lexicon.Look(f[k]).Time
	return at == lexicon.After || at == lexicon.Before || at == lexicon.Until
}
