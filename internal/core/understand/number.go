package understand

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// WholeNumbers writes the numbers of a text as they are meant: those that a phone wrote down as they were spoken, and those that are put
// right behind them.
func WholeNumbers(s string) string {
	spoken, corrects := numberWords(s)
	if spoken {
		s = spokenNumbers(s)
	}
	if spoken || corrects {
		s = putRight(s)
	}
	return s
}

// numberWords looks over a text once for what most texts have not: a number said in words, digits with a word that puts right behind
// them.
func numberWords(s string) (spoken, corrects bool) {
	said, digits, inWords := 0, 0, false
	for i := 0; i < len(s); {
		j := wordEnd(s, i)
		var room [24]byte
		b := room[:0]
		for _, r := range strings.Trim(s[i:j], ",.-") {
			if len(b) > 16 {
				break
			}
			b = utf8.AppendRune(b, lexicon.PlainRune(r))
		}
		w := lexicon.LookUp(b)
		number := w.Time == lexicon.Number || len(b) == 1 && b[0] == 'o'
		inWords = inWords || number
		if number || len(b) > 0 && len(b) <= 4 && b[0] >= '0' && b[0] <= '9' {
			said++
		}
		for _, c := range b {
			if c >= '0' && c <= '9' {
				digits++
			}
		}
		corrects = corrects || digits >= 7 && (w.In(lexicon.No) || w.In(lexicon.Or) || w.In(lexicon.Unsure) ||
			w.In(lexicon.NumberCorrects) || w.In(lexicon.NumberEnds) || w.Begins(lexicon.NumberCorrects) && lexicon.NumberCorrects.Lead(s[i:]) > 0 ||
			w.Begins(lexicon.NumberEnds) && lexicon.NumberEnds.Lead(s[i:]) > 0)
		i = j + 1
	}
	return inWords && said > 4, corrects
}

// spokenNumbers writes a number said digit by digit in digits: "two oh six, five five five ..."; other numbers in words stay.
func spokenNumbers(s string) string {
	var said spokenRun
	for i := 0; i < len(s); {
		j := wordEnd(s, i)
		if j > i && !said.goesOn(lexicon.Plain(strings.Trim(s[i:j], ",.-")), i, j) {
			if said.whole() {
				return s[:said.from] + said.digits + s[said.to:]
			}
			said = spokenRun{}
			said.goesOn(lexicon.Plain(strings.Trim(s[i:j], ",.-")), i, j)
		}
		i = j + 1
	}
	if said.whole() {
		return s[:said.from] + said.digits + s[said.to:]
	}
	return s
}

// spokenRun is a run of number words.
type spokenRun struct {
	from, to int
	words    int
	digits   string
	tens     bool // the last word was tens: "twenty" before "one"
}

// goesOn takes a word into the run; false when it is none of a number.
func (r *spokenRun) goesOn(w string, from, to int) bool {
	n, digits := -1, w
	switch look := lexicon.Look(w); {
	case w == "":
		return r.words > 0
	case r.tens && lexicon.And.Has(w):
		return true
	case w == "o" && r.words > 0:
		n = 0
	case look.Time == lexicon.Number && look.N < 100:
		n = look.N
	case !onlyDigits(w) || len(w) > 4:
		return false
	}
	if r.words == 0 {
		r.from = from
	}
	if n >= 0 {
		digits = strconv.Itoa(n)
		if r.tens && n > 0 && n < 10 {
			r.digits = r.digits[:len(r.digits)-1]
		}
	}
	r.tens, r.to, r.words, r.digits = n >= 20 && n%10 == 0, to, r.words+1, r.digits+digits
	return true
}

// whole reports whether it is a number to call: ten digits, or eleven with the country's.
func (r *spokenRun) whole() bool {
	return r.words > 4 && (len(r.digits) == 10 || len(r.digits) == 11 && r.digits[0] == '1')
}

// putRight takes the number that is meant where one is corrected behind it: "2065550184 no sorry 0185" is the second. Where the words leave
// open which it is, both stand there whole, and whoever reads it asks.
func putRight(s string) string {
	phones, spans := findPhones(s)
	for i, p := range phones {
		rest := s[spans[i].To:]
		from := strings.IndexAny(rest, "0123456789(+")
		if from < 0 {
			return s
		}
		sure, ok := correctsNumber(rest[:from])
		if !ok {
			continue
		}
		from += spans[i].To
		if i+1 < len(spans) && spans[i+1].From == from { // another whole number
			if sure {
				return putRight(s[:spans[i].From] + s[from:])
			}
			continue
		}
		to := from
		for to < len(s) && (s[to] >= '0' && s[to] <= '9' || s[to] == '-' || s[to] == ' ' && to == from+3 && startsDigits(s[to+1:], 4)) {
			to++
		}
		tail, e164 := strings.NewReplacer("-", "", " ", "").Replace(s[from:to]), p.E164()
		if ends := lexicon.NumberEnds.In(Padded(rest[:from-spans[i].To])) || endsIn(s[to:]); ends {
			sure = true
		} else if len(tail) < 4 {
			continue
		}
		if len(tail) < 2 || len(tail) > 7 || timeAfter(s[to:]) {
			continue
		}
		whole := e164[:len(e164)-len(tail)] + tail
		if sure && (tail[0] == '0' || !clocklike(tail) || len(tail) < 4) {
			return s[:spans[i].From] + whole + s[to:]
		}
		return s[:spans[i].To] + " or " + whole + s[to:]
	}
	return s
}

// correctsNumber reports whether words between a number and other digits put the number right; not sure where they only name another.
func correctsNumber(between string) (sure, ok bool) {
	f := bare(between)
	if len(f) == 0 || len(f) > 5 {
		return false, false
	}
	p := " " + strings.Join(f, " ") + " "
	if lexicon.NumberCorrects.In(p) || lexicon.NumberEnds.In(p) {
		return true, true
	}
	for _, w := range f {
		if !lexicon.No.Has(w) && !lexicon.Or.Has(w) && !lexicon.Unsure.Has(w) {
			return false, false
		}
	}
	return false, true
}

// endsIn reports whether words say that the digits before them are the last of a number: "85 al final".
func endsIn(after string) bool {
	f := bare(after)
	return lexicon.NumberEnds.In(" " + strings.Join(f[:min(len(f), 3)], " ") + " ")
}

// startsDigits reports whether so many digits, and no more, begin a text.
func startsDigits(s string, n int) bool {
	return len(s) >= n && onlyDigits(s[:n]) && (len(s) == n || s[n] < '0' || s[n] > '9')
}

// timeAfter reports whether the digits before were an hour or a length of time.
func timeAfter(after string) bool {
	if after != "" && !isSpace(after[0]) && strings.IndexByte(".,;!?)", after[0]) < 0 {
		return true
	}
	f := bare(after)
	if len(f) == 0 {
		return false
	}
	switch lexicon.Look(f[0]).Time {
	case lexicon.AM, lexicon.PM, lexicon.Minute, lexicon.Hour, lexicon.Oclock:
		return true
	}
	return false
}

// clocklike reports whether digits may as well be an hour: 1030.
func clocklike(digits string) bool {
	return len(digits) == 4 && when.Read(digits, when.Context{}).HasClock
}

// NumberEnd reads which last digits of a number are put right: "it ends in 85", "no, 0185".
func NumberEnd(body string) (digits string, ok bool) {
	f := bare(body)
	for i, w := range f {
		if !onlyDigits(w) || len(w) < 2 || len(w) > 7 {
			continue
		}
		before, after := strings.Join(f[:i], " "), strings.Join(f[i+1:], " ")
		ends := lexicon.NumberEnds.In(" "+before+" ") || lexicon.NumberEnds.In(" "+after+" ")
		sure, corrects := correctsNumber(before)
		return w, len(f) <= 8 && after == "" && (sure || corrects) && len(w) == 4 && w[0] == '0' || len(f) <= 14 && ends
	}
	return "", false
}
