package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Compose writes a text in the characters that everything here reads: accents that stand apart (NFD) joined to their letters,
// full-width letters and digits as plain ones, typographic hyphens and spaces as those of a keyboard, marks that nobody sees left out.
// Most texts come back as they are.
func Compose(s string) string {
	at := strange(s)
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	last := rune(-1) // written once it is known whether an accent follows
	flush := func() {
		if last >= 0 {
			b.WriteRune(last)
		}
		last = -1
	}
	for i, r := range s[at:] {
		switch {
		case r >= 0x300 && r <= 0x36F:
			if c := joined(last, r); c != 0 {
				last = c
			}
			continue
		case unseen(r):
			continue
		}
		dash := long(r) && last >= '0' && last <= '9' && begins(s[at+i+utf8.RuneLen(r):])
		flush()
		if last = keyboard(r); dash {
			last = '-'
		}
	}
	flush()
	return b.String()
}

// strange returns where the first character stands that Compose may change, and before it the letter that it may change; -1 for none.
func strange(s string) int {
	before := 0
	for i, r := range s {
		if r < 0xA0 {
			before = i
			continue
		}
		if r >= 0x300 && r <= 0x36F || unseen(r) || keyboard(r) != r || long(r) {
			return before
		}
		before = i
	}
	return -1
}

// unseen are the characters that take no room: directions, joiners, the mark that begins a file.
func unseen(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2069 || r == 0xFEFF || r == 0xAD
}

// long reports whether a character is one of the long dashes, which between two digits is a hyphen of a number and elsewhere divides a
// sentence.
func long(r rune) bool { return r == 0x2014 || r == 0x2015 }

func begins(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// keyboard returns the plain form of a typographic character.
func keyboard(r rune) rune {
	switch {
	case r == 0xA0, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case r >= 0x2010 && r <= 0x2013, r == 0x2212, r == 0xFE63:
		return '-'
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r >= 0x1D7CE && r <= 0x1D7FF: // digits of mathematics, which some keyboards write for bold
		return '0' + (r-0x1D7CE)%10
	}
	return r
}

// joined returns a letter with its accent, 0 where the two make none.
func joined(letter, accent rune) rune {
	const plain = "aeiounAEIOUNcCyY"
	var with string
	switch accent {
	case 0x300:
		with = "àèìòù\x00ÀÈÌÒÙ"
	case 0x301:
		with = "áéíóú\x00ÁÉÍÓÚ\x00\x00\x00ýÝ"
	case 0x302:
		with = "âêîôû\x00ÂÊÎÔÛ"
	case 0x303:
		with = "ã\x00\x00õ\x00ñÃ\x00\x00Õ\x00Ñ"
	case 0x308:
		with = "äëïöü\x00ÄËÏÖÜ\x00\x00\x00ÿ"
	case 0x327:
		with = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00çÇ"
	}
	i := strings.IndexRune(plain, letter)
	if i < 0 {
		return 0
	}
	for _, r := range with {
		if i == 0 {
			return r
		}
		i--
	}
	return 0
}
