package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Names that are days, months or hours as well.

// datedName reports whether a word that is a month, a day or a holiday is somebody's name here. In doubt it is the day.
func datedName(words []word, i int, led bool) bool {
	w, prev, next := unmarked(words[i].low), "", ""
	if i > 0 {
		prev = unmarked(words[i-1].low)
	}
	ends := i+1 == len(words) || strings.ContainsAny(words[i].s[len(words[i].s)-1:], ",.;:!?")
	if !ends {
		next = unmarked(words[i+1].low)
	}
	phone := !ends && phoneAt(words, i+1) || next != "" && wholeDate(next)
	if next != "" && next[0] >= '0' && next[0] <= '9' && !phone || prev != "" && prev[0] >= '0' && prev[0] <= '9' || beforeDate(prev) {
		return false
	}
	weekday := lexicon.Look(w).Time == lexicon.Weekday
	if weekday && !otherDay(words, i) {
		return false
	}
	led = led || i > 1 && passes(prev) && lexicon.LeadsToName.Has(unmarked(words[i-2].low)) || // "ver a Julio Dolores"
		i > 0 && (lexicon.LeadsToName.Has(prev) || lexicon.Titles.Has(prev) || lexicon.Relations.Has(prev) ||
			lexicon.SpeltTitles.Has(prev) || lexicon.Clergy.Has(prev))
	after := i > 0 && likeName(words[i-1])
	switch {
	case led && !weekday && capital(words[i].s) && lexicon.And.Has(next) && i+3 < len(words) &&
		(whosePlace(words[i+2]) || lexicon.FirstNames.Has(unmarked(words[i+2].low))): // "Julio y su esposa", "Julio y Ana"
		return true
	case after && w == "reyes":
		return true
	// "Santos Domingo Pérez"
	case after && capital(words[i].s) && !ends && capital(words[i+1].s) && likeName(words[i+1]) && otherDay(words, i):
		return true
	case after && (capital(words[i].s) || i > 1 && lexicon.LeadsToName.Has(unmarked(words[i-2].low)) || titled(words, i-1)):
		return ends || phone || !likeName(words[i+1]) && (dayAt(words, i+1) || !weekday && setsOff(next))
	case (led || i == 0) && next != "" && surname(words, i):
		return true
	case led && w != "sun" && w != "sunday":
		return ends && lexicon.Look(w).Time == lexicon.Month && prev != "meeting" && capital(words[i].s) || phone || dayAt(words, i+1) ||
			setsOff(next) && otherDay(words, i)
	}
	return i == 0 && phone
}

// rareName reports whether a day or a month that hardly anybody is called is a first name here: something leads to it, and a surname
// follows: "Meeting Monday Okonkwo wednesday", "con Enero Salas". A common first name behind it has its own: "meet Tuesday Rosa".
func rareName(words []word, i int, ordered bool) bool {
	if i+1 >= len(words) || words[i].s != unmarked(words[i].s) {
		return false
	}
	next, prev := words[i+1], prevWord(words, i)
	low := unmarked(next.low)
	if next.s[0] >= '0' && next.s[0] <= '9' || beforeDate(prev) {
		return false
	}
	// the words of an order come without it: "Monday Okonkwo 206 555 0142 friday"
	ordered = ordered || i == 0 && i+2 < len(words) && (phoneAt(words, i+2) || dayAt(words, i+2))
	personal := i > 1 && passes(prev) && lexicon.LeadsToName.Has(unmarked(words[i-2].low)) // "vi a sabado flores"
	led := ordered || personal || lexicon.LeadsToName.Has(prev) || lexicon.Titles.Has(prev)
	known := lexicon.FirstNames.Has(low) && !surnameToo(low) && !lexicon.DateNames.Has(low)
	switch weekday := lexicon.Look(unmarked(words[i].low)).Time == lexicon.Weekday; {
	case !led || weekday && !otherDay(words, i) && !(personal && prev == "a"):
		return false
	case ordered || lexicon.LeadsOrDay.Has(prev):
		return capital(words[i].s) && capital(next.s) && !known && (likeName(next) || surnameToo(low) || lexicon.DateNames.Has(low))
	}
	return (capital(next.s) || !capital(words[i].s)) && (likeName(next) || surnameToo(low) || lexicon.DateNames.Has(low))
}

// rareSurname reports whether a day or a month that hardly anybody is called is a surname: it stands right between a first name and another
// day or a number to call: "met Dolores Viernes monday".
func rareSurname(words []word, i int) bool {
	if i == 0 || i+1 >= len(words) || words[i].s != unmarked(words[i].s) || words[i-1].s != unmarked(words[i-1].s) {
		return false
	}
	weekday := lexicon.Look(words[i].low).Time == lexicon.Weekday
	first := lexicon.FirstNames.Has(words[i-1].low) || titled(words, i-1)
	if !first || weekday && !capital(words[i].s) || !weekday && !(i > 1 && lexicon.LeadsToName.Has(unmarked(words[i-2].low))) {
		return false
	}
	return phoneAt(words, i+1) || dayAt(words, i+1) && unmarked(words[i+1].low) != words[i].low
}

// largeName reports whether a day, a holiday or a word of the clock is a name by its capital in a text that has small letters as well: a
// surname before the day that is meant ("Cash Monday monday", "Holly Christmas dec 9", "Mercedes Tarde el viernes a las 4"), or a first
// name behind what is said of somebody ("la señora Martes Gomez el viernes", "Dr Night Owens").
func largeName(words []word, i int, led bool) bool {
	low := unmarked(words[i].low)
	clock := lexicon.ClockNames.Has(low)
	if !capital(words[i].s) || !clock && !lexicon.RareDateNames.Has(low) && !lexicon.DateNames.Has(low) || !writtenSmall(words) {
		return false
	}
	hour := false // behind it
	for k := i + 1; k < len(words); k++ {
		hour = hour || words[k].s[0] >= '0' && words[k].s[0] <= '9'
	}
	if !hour {
		return false
	}
	whole := words[i].s == unmarked(words[i].s)
	personal := i > 0 && (titled(words, i) || lexicon.SpeltTitles.Has(words[i-1].low) || relation(words[i-1].low) ||
		lexicon.Kin.Has(words[i-1].low))
	if whole && i+2 < len(words) && (personal || clock && (led && i == 0 || lexicon.LeadsToName.Has(prevWord(words, i)))) &&
		surnameBehind(words, i) {
		return dateAt(words, i+2) || phoneAt(words, i+2)
	}
	if titled(words, i) && (whole && dateAt(words, i+1) || clock && capital(words[i-1].s)) { // "Mr Friday thursday 3pm", "see Mr. Night"
		return true
	}
	if i == 0 || !capital(words[i-1].s) || words[i-1].s != unmarked(words[i-1].s) || !likeName(words[i-1]) ||
		!whole && !strings.HasSuffix(words[i].s, ",") || !lexicon.FirstNames.Has(words[i-1].low) && !words[i-1].named && !titled(words, i-1) &&
		!(i == 1 && (led || lexicon.NameWords.Has(words[0].low) || lexicon.DateNames.Has(words[0].low))) &&
		!lexicon.LeadsToName.Has(prevWord(words, i-1)) &&
		!phoneAt(words, i+1) {
		return false
	}
	if phoneAt(words, i+1) {
		return true
	}
	if lexicon.Look(low).Time == lexicon.Weekday || lexicon.Look(low).Time == lexicon.Month {
		return dayAt(words, i+1)
	}
	return dateAt(words, i+1)
}

// surnameBehind reports whether the capital behind a first name is its surname, and no other first name.
func surnameBehind(words []word, i int) bool {
	low := unmarked(words[i+1].low)
	return capital(words[i+1].s) && (surnameToo(low) || lexicon.DateNames.Has(low) || likeName(words[i+1]) && !lexicon.FirstNames.Has(low))
}

// dateAt reports whether a day begins at a word, by its name or its number: "el viernes", "dec 9", "12/9", "el 10 de diciembre".
func dateAt(words []word, k int) bool {
	if dayAt(words, k) {
		return true
	}
	for k < len(words) && (lexicon.DayLeads.Has(words[k].low) || leadsToTime(words[k].low)) {
		k++
	}
	if dayAt(words, k) {
		return true
	}
	if k >= len(words) {
		return false
	}
	digit := words[k].s[0] >= '0' && words[k].s[0] <= '9'
	month := k+1 < len(words) && (lexicon.Look(unmarked(words[k+1].low)).Time == lexicon.Month || lexicon.Of.Has(words[k+1].low))
	next := k+1 < len(words) && words[k+1].s[0] >= '0' && words[k+1].s[0] <= '9'
	return digit && (month || strings.ContainsAny(words[k].s, "/-") || k > 0 && lexicon.DayLeads.Has(words[k-1].low)) ||
		lexicon.Look(unmarked(words[k].low)).Time == lexicon.Month && next
}

// writtenSmall reports whether a text has words in small letters: in one that writes all of them large a capital says nothing.
func writtenSmall(words []word) bool {
	for _, w := range words[min(1, len(words)):] {
		if c := w.s[0]; c >= 'a' && c <= 'z' && len(w.s) > 1 {
			return true
		}
	}
	return false
}

// noonName reports whether "Noon" is a surname: it has its capital behind a first name, and another hour is named.
func noonName(words []word, i int) bool {
	if i == 0 || !capital(words[i].s) || !capital(words[i-1].s) || !likeName(words[i-1]) {
		return false
	}
	for k := range words {
		w := unmarked(words[k].low)
		if k != i && w != "" && w[0] >= '0' && w[0] <= '9' && (strings.Contains(w, ":") || strings.HasSuffix(w, "m") ||
			k+1 < len(words) && (words[k+1].low == "am" || words[k+1].low == "pm")) {
			return true
		}
	}
	return false
}

// wholeDate reports whether a word is a month and its day: "12/5".
func wholeDate(w string) bool {
	m, d, ok := strings.Cut(w, "/")
	return ok && onlyDigits(m) && onlyDigits(strings.TrimRight(strings.ReplaceAll(d, "/", ""), ",.")) && len(m) < 3
}

// slashed reports whether a month and its day in numbers stand at a word, behind an article at most: "el 12/5".
func slashed(words []word, k int) bool {
	for k < len(words) && (lexicon.DayLeads.Has(words[k].low) || leadsToTime(words[k].low)) {
		k++
	}
	return k < len(words) && wholeDate(words[k].low)
}

// titled reports whether a title stands right before a word.
func titled(words []word, i int) bool { return i > 0 && lexicon.Titles.Has(unmarked(words[i-1].low)) }

// surname reports whether the word after a first name goes on with it.
func surname(words []word, i int) bool {
	next := words[i+1]
	low := unmarked(next.low)
	if capital(next.s) {
		return likeName(next) || surnameToo(low) || lexicon.DateNames.Has(low)
	}
	return !capital(words[i].s) && likeName(next) || surnameToo(low) || lexicon.DateNames.Has(low) && low != "sun" && low != "sunday" &&
		(otherDay(words, i) || slashed(words, i+2))
}

// setsOff reports whether a word may follow a whole name: at, on, el.
func setsOff(w string) bool { return lexicon.SetsOffName.Has(w) }

// beforeDate: words after which a month or a day is one.
func beforeDate(w string) bool { return lexicon.BeforeDate.Has(w) }

// otherDay reports whether another word than i names a day.
func otherDay(words []word, i int) bool {
	for k := range words {
		if k != i && !words[k].named && dayAt(words, k) && unmarked(words[k].low) != unmarked(words[i].low) && !(k == i+2 &&
			lexicon.Or.Has(words[i+1].low)) && !(k == i-2 && lexicon.Or.Has(words[i-1].low)) {
			return true
		}
	}
	return false
}

// dayAt reports whether a word names a day, or leads to one: "el viernes", "on friday".
func dayAt(words []word, k int) bool {
	for k < len(words) && lexicon.DayLeads.Has(words[k].low) {
		k++
	}
	if k >= len(words) {
		return false
	}
	switch bare := unmarked(words[k].low); lexicon.Look(bare).Time {
	case lexicon.Weekday, lexicon.Today, lexicon.Tomorrow, lexicon.Yesterday, lexicon.Tonight:
		return bare != "sun" || !capital(words[k].s)
	}
	return false
}
