package understand

import (
	"strings"
)

// sentencesOf divides a text at full stops, line breaks and semicolons; a stop inside a number, an address or after a title divides
// nothing.
func sentencesOf(text string) []string {
	var out []string
	from := 0
	add := func(to int) {
		if s := strings.Trim(text[from:to], " \t\n.;"); s != "" {
			out = append(out, s)
		}
		from = to
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n', ';':
			add(i)
			from = i + 1
		case '.', '!', '?':
			if i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
				continue
			}
			last := text[from:i]
			if k := strings.LastIndexByte(last, ' '); titleWord(strings.TrimSpace(last[k+1:])) {
				continue
			}
			add(i)
			from = i + 1
		}
	}
	add(len(text))
	return out
}
