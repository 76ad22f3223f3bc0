package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// WithoutTakenBack leaves out a day or an hour that the same text takes back: "tomorrow no wait thursday" is thursday.
func WithoutTakenBack(s string, c when.Context) string {
	if len(s) > maxText {
		return s
	}
	words := split(s)
	for i := len(words) - 2; i > 0; i-- {
		for n := min(3, len(words)-1-i); n > 0; n-- {
			if !lexicon.TakesDayBack.Has(phraseOf(words[i : i+n])) {
				continue
			}
			if rest, ok := takenBack(s[:words[i].from], s[words[i+n].from:], c); ok {
				return rest
			}
		}
	}
	return s
}

// readTimes reads the days and hours of a text in which names and places are hidden. A day or an hour that the same text takes back is not
// read: the second is meant. A word that is a courtesy as well ("sorry") takes back only by the day or hour right behind it.
func readTimes(s string, words []word, c when.Context) when.Reading {
	for i := len(words) - 1; i > 0; i-- {
		n, near := lexicon.TakesDayBack.Lead(s[words[i].from:]), false
		if n == 0 {
			n, near = lexicon.TakesDayBackAtOnce.Lead(s[words[i].from:]), true
		}
		if n == 0 {
			continue
		}
		from := words[i].from
		is, hour := when.Read(s[from+n:], c), bareHour(s[from+n:])
		if near && !hour && (len(is.Spans) == 0 || is.Spans[0].From > len("a las ") ||
			toldOn(s[from+n:], is.Spans)) {
			continue
		}
		b := []byte(s)
		if gone := overwrite(b[:from], is, hour, c); len(gone) > 0 {
			r := when.Read(string(b), c)
			r.Spans = append(gone, r.Spans...)
			return r
		}
	}
	return when.Read(s, c)
}

// toldOn reports whether words go on to tell of the day they begin with: "sorry monday was crazy" takes no other day's place.
func toldOn(s string, spans []when.Span) bool {
	to := spans[0].To
	for _, span := range spans[1:] {
		if strings.Trim(s[min(to, span.From):span.From], " ,") == "" {
			to = max(to, span.To)
		}
	}
	f := bare(s[to:min(len(s), to+nearNumber)])
	return len(f) > 0 && (lexicon.IsWords.Has(f[0]) || lexicon.Subjects.Has(f[0]) || lexicon.ThirdSubjects.Has(f[0]))
}

// bareHour reports whether words are nothing but a number that may be an hour: "i mean 4".
func bareHour(s string) bool {
	s = strings.Trim(s, " .,!")
	return len(s) > 0 && len(s) <= 2 && onlyDigits(s) && s != "0" && (len(s) == 1 || s <= "12")
}

// overwrite takes out of the words before what is said again behind, and returns where it stood.
func overwrite(b []byte, is when.Reading, hour bool, c when.Context) []when.Span {
	was := when.Read(string(b), c)
	days, clocks := was.HasDate() && is.HasDate(), was.HasClock && (is.HasClock || hour)
	var gone []when.Span
	for _, span := range was.Spans {
		one := when.Read(string(b[span.From:span.To]), c)
		if days && one.HasDate() || clocks && (one.HasClock || !one.HasDate() && was.HasClock) {
			if !days && one.HasDate() { // "friday 2": the day stays
				span.From += strings.LastIndexByte(strings.TrimRight(string(b[span.From:span.To]), " "), ' ') + 1
			}
			gone = append(gone, span)
			for k := span.From; k < span.To; k++ {
				b[k] = 'q'
			}
		}
	}
	return gone
}

// phraseOf is words in plain letters with one space between.
func phraseOf(words []word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = unmarked(w.low)
	}
	return strings.Join(out, " ")
}

// takenBack leaves out of what stands before what is said again behind; false where nothing is.
func takenBack(before, after string, c when.Context) (string, bool) {
	was, is := when.Read(before, c), when.Read(after, c)
	days, clocks := was.HasDate() && is.HasDate(), was.HasClock && is.HasClock
	if !days && !clocks {
		return "", false
	}
	b := []byte(before)
	for _, span := range was.Spans {
		if one := when.Read(before[span.From:span.To], c); days && one.HasDate() || clocks && one.HasClock {
			for k := span.From; k < span.To; k++ {
				b[k] = ' '
			}
		}
	}
	return strings.TrimSpace(strings.Join(strings.Fields(string(b)), " ") + " " + after), true
}
