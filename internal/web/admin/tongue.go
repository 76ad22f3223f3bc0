package admin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lang"
)

// A tongue is the page in one language. Its sentences stand in the language's file, each below the English one that the page holds: {1} and
// {2} are what is put in. A sentence that is made of what a template or an act says and of somebody's name is found by its pattern.
type tongue struct {
	tag      lang.Tag
	whole    map[string]string
	patterns []pattern
}

// pattern is a sentence with places for what is put in.
type pattern struct {
	parts []string // of the English sentence, between the places
	words string
}

// readTongue reads a language's file: two lines a sentence, the English one first; a line that begins with # is a remark.
func readTongue(tag lang.Tag, file string) (*tongue, error) {
	t := &tongue{tag: tag, whole: map[string]string{}}
	english := ""
	for n, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" && english != "":
			return nil, fmt.Errorf("%s page, line %d: %q has no words in this language", tag, n, english)
		case line == "" || strings.HasPrefix(line, "#"):
		case english == "":
			english = line
		default:
			if t.whole[english] != "" {
				return nil, fmt.Errorf("%s page, line %d: %q stands twice", tag, n, english)
			}
			parts, places := apart(english)
			if _, said := apart(line); !slices.Equal(ordered(places), ordered(said)) {
				return nil, fmt.Errorf("%s page, line %d: %q has other places than its English sentence", tag, n, line)
			}
			t.whole[english] = line
			if len(places) > 0 && own(parts) >= fewOwn {
				t.patterns = append(t.patterns, pattern{parts: parts, words: line})
			}
			english = ""
		}
	}
	// The one that says most of its own is tried first.
	slices.SortFunc(t.patterns, func(a, b pattern) int {
		return cmp.Or(len(strings.Join(b.parts, ""))-len(strings.Join(a.parts, "")), strings.Compare(a.words, b.words))
	})
	return t, nil
}

// fewOwn is what a pattern must have of its own: "{1} and {2}" would be found in whatever anybody wrote.
const fewOwn = 5

func own(parts []string) (n int) {
	for _, r := range strings.Join(parts, "") {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// apart parts a sentence at its places: {1} to {9}.
func apart(s string) (parts []string, places []int) {
	from := 0
	for i := 0; i+2 < len(s); i++ {
		if s[i] == '{' && s[i+1] >= '1' && s[i+1] <= '9' && s[i+2] == '}' {
			parts, places = append(parts, s[from:i]), append(places, int(s[i+1]-'0'))
			from = i + 3
			i += 2
		}
	}
	return append(parts, s[from:]), places
}

func ordered(places []int) []int {
	out := slices.Sorted(slices.Values(places))
	return slices.Compact(out)
}

// language is the tongue's own; none is English.
func (t *tongue) language() lang.Tag {
	if t == nil {
		return lang.English
	}
	return t.tag
}

// say writes what is the page's own, whole or by its pattern; what no sentence fits stays as it is.
func (t *tongue) say(s string) string {
	if t == nil || s == "" {
		return s
	}
	if w, ok := t.whole[s]; ok {
		return w
	}
	return t.fits(s)
}

// fits writes what a pattern fits, and leaves the rest as it is.
func (t *tongue) fits(s string) string {
	for _, p := range t.patterns {
		if put, ok := p.match(s); ok {
			for i, v := range put {
				if w, ok := t.whole[v]; ok {
					v = w
				} else if v != s {
					v = t.count(v)
				}
				put[i] = v
			}
			return fill(p.words, put)
		}
	}
	return s
}

// count writes what was put into a sentence where that is a list of numbers of things, such as "2 contacts, 1 promise".
func (t *tongue) count(s string) string {
	list := strings.Split(s, ", ")
	for i, v := range list {
		if v == "" || v[0] < '0' || v[0] > '9' {
			return s
		}
		list[i] = t.say(v)
	}
	return strings.Join(list, ", ")
}

// match finds what was put into the places of a pattern.
func (p pattern) match(s string) ([]string, bool) {
	rest, ok := strings.CutPrefix(s, p.parts[0])
	if !ok {
		return nil, false
	}
	var put []string
	for i, part := range p.parts[1:] {
		at := strings.Index(rest, part)
		if i == len(p.parts)-2 { // the last one reaches to the end
			if at = len(rest) - len(part); !strings.HasSuffix(rest, part) {
				return nil, false
			}
		}
		if at <= 0 {
			return nil, false
		}
		put, rest = append(put, rest[:at]), rest[at+len(part):]
	}
	return put, true
}

// fill puts values into the places of a sentence.
func fill(sentence string, put []string) string {
	parts, places := apart(sentence)
	var out strings.Builder
	for i, part := range parts {
		out.WriteString(part)
		if i < len(places) && places[i] <= len(put) {
			out.WriteString(put[places[i]-1])
		}
	}
	return out.String()
}
