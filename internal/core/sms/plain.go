package sms

import (
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Unsigned takes off the line that a phone or a program puts under a text: "Sent from my iPhone", and what follows "--".
func Unsigned(text string) string {
	for i := 0; i >= 0 && i < len(text); {
		line := text[i:]
		if j := strings.IndexByte(line, '\n'); j >= 0 {
			line = line[:j]
		}
		if i > 0 && (strings.TrimSpace(line) == "--" || lexicon.Signatures.In(" "+strings.Join(plainWords(line[:min(len(line), 40)]), " ")+" ")) {
			return strings.TrimRight(text[:i], " \n\r\t")
		}
		j := strings.IndexByte(text[i:], '\n')
		if j < 0 {
			break
		}
		i += j + 1
	}
	return text
}

// unspaced joins letters that stand apart, S.T.O.P and S T O P; any other text comes back as it is.
func unspaced(text string) string {
	var b []byte
	letter := false // the last character was one
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			if letter || len(b) == 8 {
				return text
			}
			b, letter = append(b, c), true
		case c == ' ' || c == '.' || c == '-' || c == '*' || c == '_' || c == '!':
			letter = false
		default:
			return text
		}
	}
	if len(b) < 3 {
		return text
	}
	return string(b)
}

// unstretched writes a letter once that is written three times and more: "STOPPP"; any other text comes back as it is.
func unstretched(text string) string {
	var b []byte
	run := 0
	for i := range len(text) {
		if i > 0 && text[i]|0x20 == text[i-1]|0x20 && text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' {
			run++
		} else {
			run = 0
		}
		if run == 2 && b == nil { // the second one is written already
			b = append(make([]byte, 0, len(text)), text[:i-1]...)
			continue
		}
		if b == nil || run >= 2 {
			continue
		}
		if run == 1 && i+1 < len(text) && text[i+1]|0x20 == text[i]|0x20 {
			continue
		}
		b = append(b, text[i])
	}
	if b == nil {
		return text
	}
	return string(b)
}

// plainWords returns the words of a text in lower case, without accents and marks: "Don't" is "dont".
func plainWords(text string) []string {
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range text {
		switch {
		case r == '#' && !(i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'): // "remove my #"
			b.WriteString(" number ")
		case r == '\'' || r == '’' || r == '‘' || r == '´' || r == '`':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(lexicon.PlainRune(r))
		default:
			b.WriteByte(' ')
		}
	}
	return writtenOut(strings.Fields(b.String()))
}

// writtenOut puts the words of short forms in their place: "borrame d tu lista" is "borrame de tu lista".
func writtenOut(w []string) []string {
	for i := 0; i < len(w); i++ {
		if len(w[i]) > mostShort {
			if strings.HasSuffix(w[i], "nm") { // "dejenm"
				w[i] += "e"
			}
			continue
		}
		if long := lexicon.Short(w[i]); len(long) == 1 {
			w[i] = long[0]
		} else if w[i] == "m" && shortMe(w, i) {
			w[i] = "me"
		} else if w[i] == "k" && i > 0 && i+1 < len(w) && lexicon.WantWords.Has(w[i-1]) { // "no kiero k me escriban"
			w[i] = "que"
		}
	}
	return w
}

// shortMe reports whether the letter at word i is "me": "ya no m escriban", "m dejan de escribir".
func shortMe(w []string, i int) bool {
	return i > 0 && lexicon.NeverWords.Has(w[i-1]) ||
		i+1 < len(w) && (lexicon.WriteVerbs.Has(w[i+1]) || lexicon.StopTo.Has(w[i+1]) || lexicon.StillDoing.Has(w[i+1]) ||
			lexicon.TakeOffVerbs.Has(w[i+1]))
}

// mostShort is how many letters a short form has that stands between the words of an opt-out.
const mostShort = 4
