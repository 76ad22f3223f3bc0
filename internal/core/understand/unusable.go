package understand

import "strings"

// The digits of a number with its area, and without one.
const (
	wholeNumber = 10
	shortNumber = 7
	mostDigits  = 13
)

// UnusableNumber is what a text has in place of a number to call, as it was written, "" where it has none or a good one: one that cannot
// exist (206-055-0142), one digit too many, one without its area (555-0142), one that nobody carries (800-555-0142).
func UnusableNumber(text string) string {
	text = WholeNumbers(text)
	if good, _ := findPhones(text); len(good) > 0 {
		return ""
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; (c < '0' || c > '9') && c != '+' && c != '(' || i > 0 && partOfNumber(text[i-1]) {
			continue
		}
		to := i
		for to < len(text) && (partOfNumber(text[to]) || text[to] == ' ' && to+1 < len(text) && partOfNumber(text[to+1])) {
			to++
		}
		if said := strings.TrimRight(text[i:to], " .-("); likeNumber(said) {
			return said
		}
		i = to
	}
	return ""
}

func partOfNumber(c byte) bool { return c >= '0' && c <= '9' || strings.IndexByte("+-.()", c) >= 0 }

// likeNumber reports whether digits are divided as those of a phone are: three, three and the rest, or all in a row; without the area
// three and four.
func likeNumber(said string) bool {
	groups := strings.FieldsFunc(said, func(r rune) bool { return r < '0' || r > '9' })
	digits := 0
	for _, g := range groups {
		digits += len(g)
	}
	if len(groups) > 1 && (groups[0] == "1" || strings.HasPrefix(said, "+")) {
		groups = groups[1:]
	}
	switch n := len(groups); {
	case digits > mostDigits:
		return false
	case n == 1:
		return digits >= wholeNumber && len(groups[0]) >= wholeNumber-1
	case n == 2 && digits == shortNumber:
		return len(groups[0]) == 3 && !strings.Contains(said, " ")
	}
	return digits >= wholeNumber-1 && len(groups[0]) == 3 && len(groups[1]) >= 2 && len(groups[1]) <= 7
}
