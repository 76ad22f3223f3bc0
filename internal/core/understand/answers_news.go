package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostNews bounds the words with which one answers somebody's news and asks what would suit.
const mostNews = 25

// AnswersNews reports whether a text answers what somebody told, and asks them what would suit: "oh no of course take care of her. next
// week?", "ok no worries, would the week after be better?". It asks nothing of the record.
func AnswersNews(body string, c when.Context) bool {
	f := strings.Fields(wordsOf(body))
	if !strings.HasSuffix(strings.TrimRight(body, " !"), "?") || len(f) < 3 || len(f) > mostNews {
		return false
	}
	lead := lexicon.ReactsTo.Lead(strings.Join(f, " "))
	if lead == 0 {
		return false
	}
	last := strings.TrimSpace(Padded(lastAsked(body)))
	if n := lexicon.ReactsTo.Lead(last); n > 0 {
		last = strings.TrimSpace(last[n:])
	}
	rest := strings.Fields(last)
	if len(rest) == 0 || lexicon.QuestionWords.Has(rest[0]) && lexicon.SuitsAsked.Lead(last) == 0 || lexicon.FirstSubjects.Any(rest) ||
		lexicon.OwnPossessives.Any(rest) || slices.ContainsFunc(rest, func(w string) bool { // "is she still coming?"
		return lexicon.ThirdSubjects.Has(w) && !lexicon.Articles.Has(w)
	}) {
		return false
	}
	return lexicon.SuitsAsked.Lead(last) > 0 || OnlyOfHour(withoutTimes(last, c)) && (len(rest) > 1 || NamesTime(rest[0]))
}

// lastAsked is the last clause of a text that ends with a question.
func lastAsked(body string) string {
	s := strings.TrimRight(body, " !?")
	if i := strings.LastIndexAny(s, ".,;!?\n"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// withoutTimes blots the days and hours out of words.
func withoutTimes(words string, c when.Context) string {
	b := []byte(words)
	for _, s := range Times(words, c).Spans {
		for i := s.From; i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// DayByNumber writes a number behind a weekday as the day of the month that it is: "thurs 10 same time" is "thurs the 10th same time".
func DayByNumber(words string) string {
	f := strings.Fields(words)
	for i := 0; i+1 < len(f); i++ {
		day := lexicon.Look(bareWord(strings.ToLower(f[i]))).Time == lexicon.Weekday
		if w := strings.Trim(f[i+1], ",.!?"); day && onlyDigits(w) && len(w) <= 2 {
			f[i+1] = strings.Replace(f[i+1], w, "the "+w+ordinalEnd(w), 1)
		}
	}
	return strings.Join(f, " ")
}

// ordinalEnd is how an ordinal in digits ends.
func ordinalEnd(n string) string {
	switch {
	case len(n) > 1 && n[0] == '1':
		return "th"
	case n[len(n)-1] == '1':
		return "st"
	case n[len(n)-1] == '2':
		return "nd"
	case n[len(n)-1] == '3':
		return "rd"
	}
	return "th"
}

// SaysThen reports whether words draw what follows from what was said: "entonces 5 y media", "so 530", "ok 5:30 then".
func SaysThen(words string) bool {
	f := strings.Fields(wordsOf(words))
	return lexicon.SoThen.Any(f) || len(f) > 0 && f[len(f)-1] == "then" || strings.Contains(words, "?")
}

// HourBeforePlace is the number with which words begin that is an hour, before a place: the 10 of "10 at presse?". "" for none.
func HourBeforePlace(words string) string {
	f := strings.Fields(wordsOf(words))
	for len(f) > 1 && (lexicon.Yes.Has(f[0]) || lexicon.YesMildly.Has(f[0]) || lexicon.SoThen.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 3 || len(f) > maxSmall+3 || !hasDigit(f[0]) || !lexicon.At.Has(f[1]) && !lexicon.WithinPlaces.Has(f[1]) || hasDigit(f[2]) {
		return ""
	}
	return f[0]
}

// RoughHourOnly reports whether a text is an hour that is said roughly, and no more than an ok or an excuse: "ok like 3:25".
func RoughHourOnly(body string, c when.Context) bool {
	rough := false
	for _, w := range strings.Fields(Padded(withoutTimes(body, c))) {
		l := lexicon.Look(w)
		switch {
		case l.In(lexicon.AboutHour):
			rough = true
		case l.In(lexicon.YesMildly), l.In(lexicon.Fillers), l.In(lexicon.Excuses), l.In(lexicon.Interjections), l.In(lexicon.Articles),
			l.Time == lexicon.At, lexicon.Arrives.Has(w):
		default:
			return false
		}
	}
	return rough
}
