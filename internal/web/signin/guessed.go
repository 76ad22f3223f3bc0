package signin

import (
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/fold"
)

// fewest is how many different characters a password has at least.
const fewest = 5

// guessed reports whether a password is one of those that are guessed first (NIST SP 800-63B, 3.1.1.2; OWASP ASVS 5, 6.2.4 and 6.2.11):
// of 12 characters and more, what leaked lists hold of these is made of few characters, of rows of keys or digits, of what everybody
// thinks of, and of names, with digits and marks around.
func guessed(password string, names ...string) bool {
	p := small(password)
	return len(different(p)) < fewest || row(p) || madeOf(p, names) || madeOf(plainer(password), names)
}

// madeOf reports whether hardly a letter is left of a password once what is thought of first is taken out.
func madeOf(p string, names []string) bool {
	for _, w := range slices.Concat(words(names), thoughtOf()) {
		if len([]rune(w)) > 1 {
			p = strings.ReplaceAll(p, w, "")
		}
	}
	p = strings.TrimFunc(p, func(r rune) bool { return !unicode.IsLetter(r) })
	return len([]rune(p)) < 4
}

// small is a password in small letters without accents and without what parts words.
func small(s string) string {
	return strings.NewReplacer(" ", "", "_", "", "-", "", ".", "").Replace(fold.Fold(s))
}

// plainer is that with letters for the usual digits.
func plainer(s string) string {
	return strings.NewReplacer("0", "o", "3", "e", "4", "a", "@", "a", "5", "s", "$", "s", "7", "t").Replace(small(s))
}

func different(s string) map[rune]bool {
	out := map[rune]bool{}
	for _, r := range s {
		out[r] = true
	}
	return out
}

// words are the names of whom and what a password must not be made of, longest first.
func words(names []string) []string {
	var out []string
	for _, n := range names {
		for _, w := range append(strings.FieldsFunc(n, func(r rune) bool { return !unicode.IsLetter(r) }), n) {
			out = append(out, plainer(w))
		}
	}
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// thoughtOf is what everybody thinks of, as plainer writes it.
func thoughtOf() []string {
	return []string{
		"password", "passphrase", "passwort", "contrasena", "letmein", "iloveyou", "teamo", "welcome", "bienvenido", "administrator", "admin",
		"football", "baseball", "basketball", "princess", "princesa", "sunshine", "superman", "trustno1", "whatever", "starwars", "dragon",
		"monkey", "shadow", "master", "secret", "login", "reportback", "organizer", "organizador", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty",
		"asdfgh", "zxcvb", "qazwsx", "azerty", "changeme", "default", "summer", "winter", "spring", "autumn", "verano", "invierno", "test",
		"user", "guest", "abc", "the", "my", "is", "mi", "es",
	}
}

// row reports whether a password is one row of keys, digits or letters, forwards or backwards, again and again.
func row(p string) bool {
	rows := []string{"01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc", "1q2w3e4r5t6y7u8i9o0p"}
	for _, r := range rows {
		rows = append(rows, backwards(r))
	}
	steps := 0
	all := []rune(p)
	for i := 1; i < len(all); i++ {
		if all[i] == all[i-1] || slices.ContainsFunc(rows, func(r string) bool { return strings.Contains(r, string(all[i-1:i+1])) }) {
			steps++
		}
	}
	return steps*4 >= 3*(len(all)-1)
}

func backwards(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}
