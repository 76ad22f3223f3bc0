package csvio

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// decode finds out how a file is written. What is not UTF-8 may be of Windows, of an old Mac or of DOS: the one counts in which the
// letters with accents make words, and a file in which none does is refused, for a name that is spoilt is found by nobody.
func decode(raw []byte) (text, encoding string, err error) {
	switch {
	case len(bytes.TrimSpace(raw)) == 0:
		return "", "", fmt.Errorf("%w: it is empty", ErrNotCSV)
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0")):
		return "", "", fmt.Errorf("%w but a workbook: save it as CSV UTF-8 first", ErrNotCSV)
	case bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(raw, []byte("\x00\x00\xfe\xff")):
		return "", "", fmt.Errorf("%w that can be read here: save it as CSV UTF-8 first", ErrNotCSV)
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return wide(raw[2:], littleEnd), "UTF-16", nil
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return wide(raw[2:], bigEnd), "UTF-16", nil
	case zeros(raw, 1) > len(raw)/4 && zeros(raw, 0) == 0:
		return wide(raw, littleEnd), "UTF-16", nil
	case zeros(raw, 0) > len(raw)/4 && zeros(raw, 1) == 0:
		return wide(raw, bigEnd), "UTF-16", nil
	case bytes.HasPrefix(raw, []byte("%PDF")), bytes.HasPrefix(raw, []byte("\x89PNG")), bytes.Count(raw, []byte{0}) > len(raw)/100:
		return "", "", ErrNotCSV
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if utf8.Valid(raw) {
		return string(raw), "UTF-8", nil
	}
	return oneByte(raw)
}

// oneByte reads a file in which every character is one byte.
func oneByte(raw []byte) (text, encoding string, err error) {
	worst := -1
	for _, e := range [...]struct {
		name string
		high []rune
	}{{"Windows-1252", windows1252()}, {"Mac Roman", macRoman()}, {"DOS", dos850()}} {
		var b strings.Builder
		b.Grow(len(raw) + len(raw)/8)
		for _, c := range raw {
			if c < 0x80 {
				b.WriteByte(c)
			} else {
				b.WriteRune(e.high[c-0x80])
			}
		}
		if n := spoilt(b.String()); worst < 0 || n < worst {
			text, encoding, worst = b.String(), e.name, n
		}
	}
	high := 0
	for _, c := range raw {
		if c >= 0x80 {
			high++
		}
	}
	if worst > high/10 {
		return "", "", fmt.Errorf("%w whose accents can be read: save it as CSV UTF-8 first", ErrNotCSV)
	}
	return text, encoding, nil
}

// spoilt counts the characters of a text that no list of people has where they stand: a capital with an accent within a word, a dash
// between two letters, signs of other trades.
func spoilt(text string) int {
	n, before := 0, ' '
	for i, r := range text {
		if r >= 0x80 {
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if !fits(before, r, after) {
				n++
			}
		}
		before = r
	}
	return n
}

func fits(before, r, after rune) bool {
	switch {
	case strings.ContainsRune("áéíóúüñçàèìòùâêîôûäëïöåøæõãÿßšžœ", r):
		return !unicode.IsUpper(before) || !unicode.IsUpper(after)
	case strings.ContainsRune("ÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÄËÏÖÅØÆÕÃŠŽŒ", r):
		return !unicode.IsLower(before)
	case strings.ContainsRune("–—", r):
		return !unicode.IsLetter(before) || !unicode.IsLetter(after)
	case strings.ContainsRune("’‘“”…•ªº°¿¡€£©®™«»½¼¾\u00a0", r):
		return true
	}
	return false
}

func zeros(raw []byte, from int) int {
	n := 0
	for i := from; i < len(raw); i += 2 {
		if raw[i] == 0 {
			n++
		}
	}
	return n
}

func littleEnd(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }

func bigEnd(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 }

func wide(raw []byte, unit func([]byte) uint16) string {
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, unit(raw[i:i+2]))
	}
	return string(utf16.Decode(units))
}

// lineEnds makes one kind of line end of those of Windows and of old Macs.
func lineEnds(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// windows1252 is what the bytes 80 to FF mean there: 80 to 9F as the WHATWG's Encoding has them (index windows-1252), the rest Latin-1.
func windows1252() []rune {
	out := []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")
	for r := rune(0xa0); r <= 0xff; r++ {
		out = append(out, r)
	}
	return out
}

// macRoman is what they mean on a Mac before OS X, and in what Excel for Mac saves as plain CSV.
func macRoman() []rune {
	return []rune("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
}

// dos850 is what they mean in what Windows calls CSV (MS-DOS), code page 850.
func dos850() []rune {
	return []rune("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
		"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0")
}
