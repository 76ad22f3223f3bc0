// Package fold makes words comparable as people mean them: without case, without accents, with one kind of apostrophe. "maria" is
// María, "nguyen" is Nguyễn, "O'Dwyer" is O’Dwyer. The database has the same fold as the function folded(), which a test of the store
// holds to this one; what is compared on both sides is folded on both.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns words in the one form in which they are compared, searched and sorted. To fold twice changes nothing.
func Fold(s string) string {
	if plain(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if mark(r) {
			continue
		}
		if r < 0x80 && r != '`' {
			b.WriteRune(unicode.ToLower(r))
			continue
		}
		if to, ok := letters[r]; ok {
			b.WriteString(to)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain reports whether a text is of ASCII alone, which needs no table.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] == '`' {
			return false
		}
	}
	return true
}

// Same reports whether two names are the same to whoever reads them.
func Same(a, b string) bool {
	return Fold(strings.Join(strings.Fields(a), " ")) == Fold(strings.Join(strings.Fields(b), " "))
}

// Lead returns how many bytes of words a name takes at their beginning, 0 when they begin otherwise. What follows is not looked at.
func Lead(words, name string) int {
	want, best := Fold(name), 0
	if want == "" {
		return 0
	}
	for i := range len(words) + 1 {
		if i == 0 || i < len(words) && !utf8.RuneStart(words[i]) {
			continue
		}
		got := Fold(words[:i])
		if len(got) > len(want) {
			break
		}
		if got == want {
			best = i // and on, over the marks that belong to its last letter
		}
	}
	return best
}

// mark reports whether a rune only marks the letter before it, or is not seen at all.
func mark(r rune) bool {
	for _, m := range [...][2]rune{
		{0x0300, 0x036F},
		{0x0591, 0x05BD},
		{0x05BF, 0x05BF},
		{0x05C1, 0x05C2},
		{0x0610, 0x061A},
		{0x0640, 0x0640},
		{0x064B, 0x065F},
		{0x0670, 0x0670},
		{0x200B, 0x200F},
		{0x2060, 0x2060},
		{0xFEFF, 0xFEFF},
	} {
		if r >= m[0] && r <= m[1] {
			return true
		}
	}
	return false
}

// letters are those that stay one letter when taken apart, and mean another: crossed and hooked ones, capitals of other alphabets,
// kinds of quotes.
var letters = func() map[rune]string { //nolint:gochecknoglobals // a table that nobody changes, too dear to make for each word
	from, to := []rune(lettersFrom), []rune(lettersTo)
	m := make(map[rune]string, len(from)+8)
	for i, r := range from {
		m[r] = string(to[i])
	}
	for _, two := range [...][2]string{
		{"ß", "ss"}, {"ẞ", "ss"}, {"æ", "ae"}, {"Æ", "ae"}, {"œ", "oe"}, {"Œ", "oe"}, {"þ", "th"}, {"Þ", "th"},
	} {
		m[[]rune(two[0])[0]] = two[1]
	}
	return m
}()

const (
	lettersFrom = "ĐđÐðŁłØøĦħıŦŧŊŋƁɓƊɗƘƙƏəƐɛƆɔƳƴ’‘ʼʻ`´′‐‑‒–—“”«»ςىͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗ" +
		"ИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵ" +
		"ԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ"
	lettersTo = "ddddlloohhittnnbbddkkeeeeooyy'''''''-----\"\"\"\"σيͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвг" +
		"дежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯա" +
		"բգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ"
)
