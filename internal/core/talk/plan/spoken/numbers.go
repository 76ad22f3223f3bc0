package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// numberOf is somebody's number in a list of them.
type numberOf struct{ name, number string }

// numbersLast takes a list of numbers off the end of a text that says with whom before it: "... dora 2065550189 leo 2065550163", "dora
// 206-555-0189 y leo 206-555-0163". One number alone is no list.
func numbersLast(words string) (rest string, list []numberOf) {
	f := strings.Fields(words)
	end := len(f)
	for {
		from := end
		digits := 0
		for from > 0 && digits < 10 && strings.Trim(f[from-1], "0123456789-().,;") == "" {
			from--
			digits += len(strings.Trim(digitsOf(f[from]), " "))
		}
		name := from - 1
		if digits < 10 || digits > 11 || name < 1 {
			break
		}
		first := bareName(f[name])
		if !namedIn(f[:name], first) && name > 1 { // the whole name stands before the number
			name--
			first = bareName(f[name])
		}
		if !namedIn(f[:name], first) {
			break
		}
		list = append(list, numberOf{name: first, number: strings.Trim(strings.Join(f[from:end], " "), ".,;")})
		for end = name; end > 0 && lexicon.JoinsPlans.Has(bareName(f[end-1])); end-- {
		}
	}
	if len(list) < 2 {
		return words, nil
	}
	return strings.TrimRight(strings.Join(f[:end], " "), " ,.;:"), list
}

func digitsOf(w string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, w)
}

func bareName(w string) string {
	return strings.TrimSpace(understand.Padded(strings.TrimSuffix(w, "'s")))
}

// namedIn reports whether one of the words is that name.
func namedIn(words []string, name string) bool {
	if name == "" || !lexicon.FirstNames.Has(name) && lexicon.Look(name).Known() {
		return false
	}
	for _, w := range words {
		if bareName(w) == name {
			return true
		}
	}
	return false
}

// withNumbers gives each of several one-on-ones the number that the list has for whom it is with; false where one is for none of them.
func withNumbers(pieces []string, list []numberOf) ([]string, bool) {
	out := append([]string(nil), pieces...)
	for _, n := range list {
		found := false
		for i := range out {
			if namedIn(strings.Fields(pieces[i]), n.name) {
				out[i] += " " + n.number
				found = true
				break
			}
		}
		if !found {
			return nil, false
		}
	}
	return out, true
}
