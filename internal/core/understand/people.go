package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// ParseName cleans a person's name as it is given in answer to "who?"; false when the words are no name.
func ParseName(s string) (string, bool) {
	s = strings.Trim(strings.TrimSpace(s), ".!,;:\"'()")
	low := plain(s)
	for _, lead := range lexicon.NameLeads.Words() {
		if p := lead + " "; strings.HasPrefix(low, p) {
			s = strings.TrimSpace(cutRunes(s, utf8.RuneCountInString(p)))
			low = plain(s)
		}
	}
	words := cutRelation(strings.Fields(s))
	if len(words) == 0 || len(words) > 6 || len(s) > 120 {
		return "", false
	}
	out := make([]string, len(words))
	letters := 0
	for i, w := range words {
		n, ok := nameWord(w)
		if !ok {
			return "", false
		}
		letters += n
		out[i] = nameCase(w, i)
	}
	if letters < 2 || len(words) == 1 && notName(plain(words[0])) {
		return "", false
	}
	if c, _ := ReadCommand(s); c != None {
		return "", false
	}
	for _, w := range words {
		if sentenceWord(plain(strings.Trim(w, ".,"))) {
			return "", false
		}
	}
	return strings.Join(out, " "), true
}

// cutRelation takes off who somebody is to the one who writes: "my neighbor Jo", "la señora Carmen Ruiz". An article alone stays: La Tasha is
// a name.
func cutRelation(words []string) []string {
	i := 0
	for i < len(words) && article(plain(words[i])) {
		i++
	}
	from := i
	for i < len(words) && relation(plain(words[i])) {
		i++
	}
	if i == from || i == len(words) {
		return words
	}
	return words[i:]
}

func article(w string) bool {
	return lexicon.Articles.Has(w)
}

func relation(w string) bool {
	return lexicon.Relations.Has(w)
}

func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[i:]
		}
		n--
	}
	return ""
}

// nameWord counts the letters of a word that can stand in a name.
func nameWord(w string) (int, bool) {
	n := 0
	for _, r := range w {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			n++
		case r == '-' || r == '\'' || r == '’' || r == '.' || r == ',':
		default:
			return 0, false
		}
	}
	return n, n > 0
}

// nameCase gives a name typed in lower case its capitals; what was typed with capitals stays as it is, and so do the particles.
func nameCase(w string, i int) string {
	if w != strings.ToLower(w) && (w != strings.ToUpper(w) || len(w) <= 2) {
		return strings.TrimRight(w, ",")
	}
	low := strings.ToLower(strings.TrimRight(w, ","))
	if i > 0 {
		if lexicon.NameParticles.Has(low) {
			return low
		}
	}
	var b strings.Builder
	up := true
	for _, r := range low {
		if up {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(r)
		}
		up = r == '-' || r == '\'' || r == '’'
	}
	return b.String()
}

// notName: single words that are answers, days or questions rather than names.
func notName(w string) bool {
	if wholeReply(wordsOf(w)) != NoReply || Declines(w) {
		return true
	}
	return lexicon.NoNameAlone.Has(w)
}

// sentenceWord: words of sentences, which no name has.
func sentenceWord(w string) bool {
	return lexicon.SentenceWords.Has(w)
}

// ParseEmail finds the mail address in an answer.
func ParseEmail(s string) (string, bool) {
	m, _, ok := findEmail(s)
	return m, ok
}

// findEmail finds the first mail address: one @ with a dotted host after it. What people put around it is left.
func findEmail(s string) (string, when.Span, bool) {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '@')
		if i < 0 {
			return "", when.Span{}, false
		}
		i += from
		a, b := i, i+1
		for a > 0 && mailByte(s[a-1], "._%+-'") {
			a--
		}
		for b < len(s) && mailByte(s[b], ".-") {
			b++
		}
		for b > i && (s[b-1] == '.' || s[b-1] == '-') {
			b--
		}
		for a < i && (s[a] == '.' || s[a] == '\'') {
			a++
		}
		local, host := s[a:i], s[min(i+1, b):b]
		dot := strings.LastIndexByte(host, '.')
		if local != "" && dot > 0 && len(host)-dot > 2 && !strings.Contains(host, "..") && len(local) <= 64 && len(host) <= 190 {
			return local + "@" + strings.ToLower(host), when.Span{From: a, To: b}, true
		}
		from = i + 1
	}
}

func mailByte(c byte, more string) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(more, c) >= 0
}

// ParsePhone finds the number in an answer; false when there is none, or several.
func ParsePhone(s string) (sms.Phone, bool) {
	if len(s) > maxText {
		return sms.Phone{}, false
	}
	ph, _ := findPhones(s)
	if len(ph) != 1 {
		return sms.Phone{}, false
	}
	return ph[0], true
}

// findPhones finds numbers in any usual spelling: runs of digits with spaces, dots, dashes and brackets between, 10 or more digits.
func findPhones(s string) (phones []sms.Phone, spans []when.Span) {
	for i := 0; i < len(s) && len(phones) < 10; {
		if c := s[i]; !(c >= '0' && c <= '9') && c != '+' && c != '(' {
			i++
			continue
		}
		j, digits := i, 0
		last := i
		for j < len(s) && j-i < 32 {
			c := s[j]
			if c >= '0' && c <= '9' {
				digits++
				last = j + 1
			} else if strings.IndexByte(" -.()+/", c) < 0 {
				break
			}
			j++
		}
		if digits >= 10 && digits <= 15 {
			if p, err := sms.ParsePhone(s[i:last]); err == nil {
				phones = append(phones, p)
				spans = append(spans, when.Span{From: i, To: last})
			}
		}
		i = max(j, i+1)
	}
	return phones, spans
}

// Declines reports whether an answer says that there is nothing to say.
func Declines(s string) bool {
	if len(s) > 60 {
		return false
	}
	switch s := strings.TrimSpace(strings.Trim(plain(strings.TrimSpace(s)), ".!-–")); {
	case s == "":
		return strings.TrimSpace(s) != ""
	case lexicon.NothingToSay.Has(s):
		return true
	}
	return false
}
