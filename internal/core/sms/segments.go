package sms

import (
	"strings"
	"sync"

	"github.com/rivo/uniseg"
)

// Encoding is how a text travels.
type Encoding string

// The two encodings of 3GPP TS 23.038.
const (
	GSM7 Encoding = "GSM-7"
	UCS2 Encoding = "UCS-2"
)

const (
	gsmBasic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ " +
		"!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	gsmExt = "\f^{}\\[~]|€"
)

// Segments counts a text's units and segments as Twilio does: 160 then 153 GSM-7 septets a segment, or 70 then 67 UTF-16 units, no
// grapheme cluster, escape pair or surrogate pair divided. It is an estimate: the bill goes by the provider's num_segments.
func Segments(s string) (enc Encoding, units, segments int) {
	if !strings.ContainsFunc(s, func(r rune) bool { return !isPlain(r) }) { // as most texts: nothing in it is divided
		if len(s) <= 160 {
			return GSM7, len(s), 1
		}
		return GSM7, len(s), (len(s) + 152) / 153
	}
	if sizes, ok := gsmSizes(s); ok {
		units, segments = fill(sizes, 160, 153)
		return GSM7, units, segments
	}
	var sizes []int
	for state, rest := -1, s; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		n := 0
		for _, r := range cluster {
			n++
			if r > 0xFFFF {
				n++
			}
		}
		sizes = append(sizes, n)
	}
	units, segments = fill(sizes, 70, 67)
	return UCS2, units, segments
}

// isPlain reports whether a letter is one septet, and one byte.
func isPlain(r rune) bool {
	return r >= ' ' && r <= 0x7F && !strings.ContainsRune("^{}\\[~]|`", r) || r == '\n'
}

func gsmSizes(s string) ([]int, bool) {
	sizes := make([]int, 0, len(s))
	for _, r := range s {
		switch {
		case isPlain(r), strings.ContainsRune(gsmBasic, r):
			sizes = append(sizes, 1)
		case strings.ContainsRune(gsmExt, r):
			sizes = append(sizes, 2)
		default:
			return nil, false
		}
	}
	return sizes, true
}

func fill(sizes []int, single, multi int) (units, segments int) {
	for _, n := range sizes {
		units += n
	}
	if units <= single {
		return units, 1
	}
	segments, room := 1, multi
	for _, n := range sizes {
		if n > room {
			segments++
			room = multi
		}
		room -= n
	}
	return units, segments
}

// Tidy replaces the typographic marks that would turn a GSM-7 text into UCS-2 (curly quotes, dashes, ellipses, odd spaces), as
// Twilio's smart encoding does; it touches no letter, so names keep their accents.
func Tidy(s string) string {
	if untidy := func(r rune) bool { return r > '~' || r == '`' || r == '\t' }; strings.IndexFunc(s, untidy) < 0 { // as most texts
		return s
	}
	return tidier().Replace(s)
}

// fits is how many segments a text may have with all its accents.
const fits = 3

// Fit tidies a text, and takes the accents off the vowels that GSM-7 does not have where they alone make it long: one "panadería" would
// cost a first text three more segments. A text of three segments keeps them.
func Fit(s string) string {
	s = Tidy(s)
	enc, _, n := Segments(s)
	if enc == GSM7 || n <= fits {
		return s
	}
	plain := strings.NewReplacer("á", "a", "í", "i", "ó", "o", "ú", "u", "Á", "A", "Í", "I", "Ó", "O", "Ú", "U", "ç", "c", "Ç", "C").Replace(s)
	if enc, _, now := Segments(plain); enc != GSM7 || now >= n {
		return s
	}
	return plain
}

//nolint:gochecknoglobals // made once of constants
var tidier = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "′", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "″", `"`, "«", `"`, "»", `"`,
		"–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-", "…", "...", "•", "-", "\u00a0", " ", "\u2009", " ", "\u202f", " ", "\u200b", "",
		"\ufeff", "", "\t", " ")
})
