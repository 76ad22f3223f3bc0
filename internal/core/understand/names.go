package understand

import (
	"strings"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// hidden returns the text as when reads it: what is part of a name or of a place's name, and would be read as a day or an hour, is
// overwritten. Such words are marked, so that they count as names. led says that a command leads to a name.
func hidden(text string, words []word, led bool) string {
	var b []byte
	hide := func(k int) {
		if b == nil {
			b = []byte(text)
		}
		for i := words[k].from; i < words[k].to; i++ {
			if c := b[i]; c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80 {
				b[i] = 'q'
			}
		}
	}
	for i := range words {
		bare := unmarked(words[i].low)
		switch {
		case lexicon.DateNames.Has(bare) && datedName(words, i, led && i == 0),
			lexicon.RareDateNames.Has(bare) && (rareName(words, i, led && i == 0) || rareSurname(words, i)),
			lexicon.Look(bare).Time == lexicon.Noon && noonName(words, i), largeName(words, i, led):
			words[i].named = true
			hide(i)
		case numbersPlace(words, i), bothOf(words, i):
			hide(i)
		}
	}
	if from, to := lexicon.HeldMornings.Find(text); to > 0 { // "trabajo en la mañana pero a las 3 sí puedo": the 3 is none of the morning
		if b == nil {
			b = []byte(text)
		}
		for i := from; i < to; i++ {
			b[i] = ' '
		}
	}
	if from, to := beforeHour(text, words); to > 0 { // "tmrw after work 530" is "tmrw 530"
		if b == nil {
			b = []byte(text)
		}
		for i := from; i < to; i++ {
			b[i] = ' '
		}
	}
	if b == nil {
		return text
	}
	return string(b)
}

func unmarked(s string) string { return strings.Trim(s, ",.;:!?()") }

// likeName reports whether a word is most likely part of a name: a common first name, or a word that means nothing else.
func likeName(w word) bool {
	bare := unmarked(w.low)
	if w.named {
		return true
	}
	if _, ok := nameWord(bare); !ok || len(bare) < 2 || notPerson(bare) {
		return false
	}
	l := lexicon.Look(bare)
	return l.In(lexicon.FirstNames) || l.In(lexicon.AfterParticle) || !l.Known() && (capital(w.s) || len(bare) > 2) || capital(w.s) &&
		l.Time == lexicon.NoList
}

// notPerson: ordinary words, days and what people do, none of which is a name.
func notPerson(low string) bool {
	return sentenceWord(low) || notName(low) || commonWord(low) || lexicon.NotPeople.Has(low) || lexicon.LeadsToName.Has(low) ||
		lexicon.Greetings.Has(low) || lexicon.Greeting.Has(low)
}

// phoneAt reports whether a number to call begins at word k: ten digits in a row, however they are divided.
func phoneAt(words []word, k int) bool {
	digits := 0
	for ; k < len(words) && digits < 10; k++ {
		for _, c := range []byte(strings.TrimRight(words[k].s, ",;:")) {
			if c >= '0' && c <= '9' {
				digits++
			} else if strings.IndexByte("+()-./", c) < 0 {
				return false
			}
		}
	}
	return digits >= 10
}

// numbersPlace reports whether the number at i belongs to a place: "at 1118 E Union", "at Ten Mercer", "1st Baptist", "cafe on 15th".
func numbersPlace(words []word, i int) bool {
	if i == 0 {
		return false
	}
	w, prev := unmarked(words[i].low), words[i-1].low
	look := lexicon.Look(w)
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	ordinal := len(digits) > 0 && len(w)-len(digits) == 2 && onlyDigits(digits)
	next := word{}
	if i+1 < len(words) && unmarked(words[i].low) == words[i].low {
		next = words[i+1]
	}
	named := capital(next.s) && unmarked(next.low) != "am" && unmarked(next.low) != "pm" &&
		(lexicon.Look(unmarked(next.low)).Time == lexicon.NoList || len(next.s) == 1 && i+2 < len(words) && capital(words[i+2].s)) // 745 W Pike
	switch at := prev == "at" || prev == "@"; {
	case ordinal && i > 2 && lexicon.TheOneAt.Has(words[i-3].low+" "+words[i-2].low+" "+prev): // "the one on 23rd"
		return true
	case ordinal && (prev == "on" || prev == "and" || prev == "&") && i > 1 && lexicon.PlaceNouns.Has(unmarked(words[i-2].low)):
		return otherDay(words, i)
	case ordinal && i > 1 && (lexicon.Of.Has(prev) || prev == "of") && lexicon.CornerNouns.Has(words[i-2].low): // "corner of 23rd and union"
		return true
	case ordinal:
		corner := i+2 < len(words) && (next.low == "and" || next.low == "y") && lexicon.Look(unmarked(words[i+2].low)).Time == lexicon.NoList
		return at && (named || next.low == "&" || corner)
	case len(w) >= 3 && len(w) <= 5 && onlyDigits(w):
		return at && named && !placeNoun(unmarked(next.low))
	case look.Time == lexicon.Number:
		return at && named && capital(words[i].s) || at && i+2 < len(words) && !lexicon.Look(next.low).Known() &&
			placeNoun(unmarked(words[i+2].low))
	}
	return false
}

func onlyDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// leadless finds a name in lower case that nothing leads to, at the beginning of a text: its first name is a common one, or a number
// follows, and then a day, an hour or the number does.
func leadless(words []word, spans []when.Span) string {
	from := 0
	for from < len(words) && from < 5 && phoneAt(words, 0) && inSpans(words[from], spans) { // the number first
		from++
	}
	for n := 0; n < 3 && from < len(words) && beforeFirst(unmarked(words[from].low)); n++ {
		from++
	}
	to, known := from, false
	for to < len(words) && to-from < 4 && !inSpans(words[to], spans) && !phoneAt(words, to) {
		low := unmarked(words[to].low)
		if strings.HasPrefix(words[to].s, "(") || !likeName(words[to]) &&
			!(to == from && lexicon.NameWords.Has(low) && to+2 < len(words) && likeName(words[to+1]) &&
				phoneAt(words, to+2)) && !(to > from && (surnameToo(low) || lexicon.NameSuffixes.Has(low))) &&
			!(to > from && lexicon.NameParticles.Has(low) && low != "el") && !initialAlone(words, to, to-from, spans) && !saintOf(words, to, from) {
			break
		}
		known = known || to == from && (lexicon.FirstNames.Has(low) || words[to].named)
		to++
		if words[to-1].s != unmarked(words[to-1].s) && !beforeSuffix(words, to-1) {
			break
		}
	}
	for to > from+1 && lexicon.NameParticles.Has(words[to-1].low) {
		to--
	}
	next := to + besideName(words[to:])
	for next < len(words) && !inSpans(words[next], spans) &&
		(leadsToTime(words[next].low) || lexicon.PlacesAlone.Has(words[next].low)) {
		next++
	}
	switch {
	case to == from || next >= len(words):
		return ""
	case phoneAt(words, next):
	case !known || !inSpans(words[next], spans) && lexicon.Look(unmarked(words[next].low)).Time == lexicon.NoList:
		return ""
	}
	var parts []string
	for _, w := range words[from:to] {
		parts = append(parts, nameCase(unmarked(w.s), len(parts)))
	}
	if !known && len(parts) < 2 || len(parts) > 1 && !phoneAt(words, next) && wordFirst(words[from], words[from+1]) {
		return ""
	}
	return strings.Join(parts, " ")
}

// saintOf reports whether a saint begins a surname in small letters at a word: "dominique st clair".
func saintOf(words []word, i, from int) bool {
	return i > from && words[i].low == "st" && i+1 < len(words) && likeName(words[i+1])
}

// beforeFirst reports whether a word may stand before a first name: a title, a greeting.
func beforeFirst(low string) bool {
	l := lexicon.Look(low)
	return lexicon.Titles.Has(low) || lexicon.Greetings.Has(low) || lexicon.MealsFirst.Has(low) || l.In(lexicon.YesMildly) || low == "so"
}

// nameBehind finds a common first name in small letters that stands alone behind a time or a comma: "thurs 10, nadia fri 10".
func nameBehind(words []word, spans []when.Span) string {
	for i := 1; i < len(words); i++ {
		low := unmarked(words[i].low)
		if inSpans(words[i], spans) || !lexicon.FirstNames.Has(low) || lexicon.NameWords.Has(low) || placeNoun(low) ||
			!inSpans(words[i-1], spans) && !strings.HasSuffix(words[i-1].s, ",") {
			continue
		}
		next := i + 1
		for next < len(words) && next < i+3 && !inSpans(words[next], spans) && !marksEnd(words[next-1]) &&
			(likeName(words[next]) || surnameToo(unmarked(words[next].low))) { // "mon the 7th bobby lee 10am"
			next++
		}
		if next > i+1 && next < len(words) && inSpans(words[next], spans) {
			return nameCase(unmarked(words[i].s), 0) + " " + nameCase(unmarked(words[i+1].s), 1) + lastOfThree(words[i+2:next])
		}
		if next = i + 1; next == len(words) || lexicon.NoSurname.Has(unmarked(words[next].low)) || inSpans(words[next], spans) ||
			lexicon.NumberedPlace.Has(words[next].low) {
			return nameCase(unmarked(words[i].s), 0)
		}
	}
	return ""
}

func lastOfThree(words []word) string {
	if len(words) == 0 {
		return ""
	}
	return " " + nameCase(unmarked(words[0].s), 2)
}

// besideName counts the words behind a name that say who that is or ask whether it suits: "tony (security guard) tomorrow", "nadia xq no
// el sab".
func besideName(words []word) int {
	if len(words) == 0 {
		return 0
	}
	if strings.HasPrefix(words[0].s, "(") {
		for i, w := range words[:min(5, len(words))] {
			if strings.HasSuffix(strings.TrimRight(w.s, ",."), ")") {
				return i + 1
			}
		}
		return 0
	}
	if l := lexicon.Look(unmarked(words[0].low)); !l.Begins(lexicon.AsksFits) && !l.In(lexicon.AsksFits) {
		return 0
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		if lexicon.AsksFits.Has(joinedWords(words[:n])) {
			return n
		}
	}
	return 0
}

// wordFirst reports whether a first name in small letters is a word as well, and what follows is no surname for sure: "grace period".
func wordFirst(first, next word) bool {
	low := unmarked(next.low)
	l := lexicon.Look(low)
	return lexicon.NameWords.Has(unmarked(first.low)) && !capital(first.s) && !capital(next.s) && !next.named && !first.named &&
		!l.In(lexicon.FirstNames) && !l.In(lexicon.AfterParticle) && !l.In(lexicon.SurnamesToo) && !l.In(lexicon.DateNames)
}

// leadsToTime: small words before a day or an hour.
func leadsToTime(w string) bool {
	return setsOff(w) || lexicon.TimeSmall.Has(w)
}

// surnameToo: ordinary words that are common surnames.
func surnameToo(w string) bool { return lexicon.SurnamesToo.Has(w) }

// extension finds what makes a number one that is only called: "x14", "ext 5".
func extension(s string, after int) (end int, ok bool) {
	rest := strings.TrimLeft(s[after:], " ,.(")
	low := lexicon.Plain(rest[:cutAt(rest, 16)])
	for _, lead := range lexicon.Extensions.Words() {
		if !strings.HasPrefix(low, lead) {
			continue
		}
		more := strings.TrimLeft(cutRunes(rest, utf8.RuneCountInString(lead)), " .:#")
		if more == "" || more[0] < '0' || more[0] > '9' {
			continue
		}
		n := 0
		for n < len(more) && more[n] >= '0' && more[n] <= '9' {
			n++
		}
		counted := lexicon.Look(unmarked(lexicon.Plain(firstWordOf(strings.TrimLeft(more[n:], " ")))))
		return len(s) - len(more) + n, n <= 6 && counted.Time != lexicon.Counted // "x 2 kids"
	}
	return 0, false
}

// phonesIn takes the numbers of a text that can be texted, and where all numbers stand: one with an extension is only called.
func phonesIn(s string, times []when.Span) (phones []sms.Phone, spans []when.Span, called string) {
	found, at := findPhones(s)
	for i, p := range found {
		if overlaps(at[i], times) {
			continue
		}
		if end, ok := extension(s, at[i].To); ok {
			spans = append(spans, when.Span{From: at[i].From, To: end})
			if called == "" {
				called = s[at[i].From:end]
			}
			continue
		}
		spans = append(spans, at[i])
		if !goneNumber(s, at[i]) {
			phones = append(phones, p)
		}
	}
	return phones, spans, called
}

// goneNumber reports whether a number is named as one that is not to be used: "ya no es 206 555 0111", "425-555-0190 dont use".
func goneNumber(s string, at when.Span) bool {
	before := s[max(0, at.From-nearNumber):at.From]
	if i := strings.LastIndexAny(before, ".;,(0123456789"); i >= 0 {
		before = before[i+1:]
	}
	after := s[at.To:min(len(s), at.To+nearNumber)]
	if i := strings.IndexAny(after, ".;,0123456789"); i >= 0 {
		after = after[:i]
	}
	if _, to := lexicon.GoneNumberIs.Find(before); to > 0 {
		return true
	}
	return lexicon.NumberIsGone.Lead(strings.TrimLeft(after, " (")) > 0
}

// nearNumber is how many bytes beside a number may speak of it.
const nearNumber = 28

// InitialOf reports whether a name is another with its surname cut to a letter: "maria l" of "maria lopez".
func InitialOf(short, whole string) bool {
	f, w := strings.Fields(strings.TrimRight(short, ".")), strings.Fields(whole)
	return len(f) == 2 && len(w) > 1 && len(f[1]) == 1 && f[0] == w[0] && strings.HasPrefix(w[len(w)-1], f[1])
}
