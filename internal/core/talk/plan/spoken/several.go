// Package spoken is what words say of a one-on-one that is planned, before anybody is looked up: of how many they speak, with whom, how
// long and how.
package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// PlansIn divides a text that plans several one-on-ones: one a line, with semicolons, or "Maria Thu 3pm and Jo Fri 1pm".
func PlansIn(words string, c when.Context) []string {
	var out []string
	for _, l := range strings.FieldsFunc(words, func(r rune) bool { return r == '\n' || r == ';' }) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return []string{""}
	}
	var each []string
	for _, l := range out {
		rest, list := numbersLast(l)
		if pieces, ok := withNumbers(divided(rest, c), list); ok {
			each = append(each, pieces...)
			continue
		}
		each = append(each, divided(l, c)...)
	}
	out = each
	if len(out) > 9 {
		out = out[:9]
	}
	for i := range out {
		out[i] = report.Excerpt(out[i], 250)
	}
	return out
}

// divided divides a line that plans several.
func divided(line string, c when.Context) []string {
	out := andPlans(line, c)
	if rest, ok := understand.WithoutGoing(line); ok && len(out) == 1 { // "need to see maria lopez and rosa medina next week"
		if ahead := andPlans(rest, c); len(ahead) > 1 {
			out = ahead
		}
	}
	if len(out) == 1 {
		if many := manyIn(line, c); many != nil {
			out = many
		}
	}
	return ofOneWeek(shared(samePlaces(out, c), c), line, c)
}

// Several reports whether a text without a command plans several one-on-ones, each with its hour and a day said for them.
func Several(words string, c when.Context) bool {
	if strings.ContainsAny(words, "?¿") {
		return false
	}
	pieces := PlansIn(words, c)
	if len(pieces) < 2 {
		return false
	}
	for _, piece := range pieces {
		h := ReadNamed(piece, c)
		if !h.When.HasClock || !h.When.HasDate() && len(h.When.Options) == 0 || h.When.HasDate() && h.When.Asks(when.AskSure) ||
			strings.ContainsAny(h.Person, "'’") { // "jo's bringing the kids"
			return false
		}
	}
	return true
}

// dayBehind puts whom first where a day stands before them: of "el viernes a jose luis a las 4" it is "jose luis a las 4 el viernes".
func dayBehind(words string, c when.Context) (string, bool) {
	f, k := strings.Fields(words), 0
	plain := func(i int) string { return lexicon.Plain(strings.ToLower(strings.Trim(f[i], ",."))) }
	leads := func(i int) bool { return lexicon.WithWords.Has(plain(i)) || plain(i) == "a" }
	for k < len(f) && !leads(k) && (lexicon.Look(plain(k)).Time != lexicon.NoList || lexicon.DayArticle.Has(plain(k))) {
		k++
	}
	if k == 0 || k+1 >= len(f) || !leads(k) || !beginsWithName(strings.Join(f[k+1:], " "), c) {
		return words, false
	}
	return strings.Join(f[k+1:], " ") + " " + strings.Join(f[:k], " "), true
}

// andPlans divides where one one-on-one ends and another begins: on both sides of a comma, a full stop or an "and" stand somebody and a
// time of their own, and what follows begins with the name.
func andPlans(words string, c when.Context) []string {
	for at := 0; at < len(words); at++ {
		left, right, ok := cutHere(words, at)
		if !ok {
			continue
		}
		if moved, ok := dayBehind(right, c); ok && wholePlan(left, c) && wholePlan(moved, c) {
			return append([]string{left}, andPlans(moved, c)...)
		}
		if wholePlan(left, c) && (wholePlan(right, c) && beginsWithName(right, c) || ownNumber(left, right, c)) {
			return append([]string{left}, andPlans(right, c)...)
		}
		if second, rest, ok := nameFirst(right); ok && words[at] == ' ' && understand.Read("meeting "+left, c).Person != "" &&
			!HasTime(understand.Read(left, c)) {
			if _, numbered := understand.ParsePhone(rest[:min(len(rest), longestNumber)]); numbered &&
				strings.ContainsAny(rest[:1], "0123456789(+") {
				return []string{second + " " + rest, left} // the number is hers behind whom it stands
			}
			if r := understand.Times(rest, c); rest != "" && !r.HasClock && len(r.Options) == 0 { // a week or a day, and no hour: of both
				return []string{left + " " + rest, second + " " + rest}
			}
			return []string{left + " " + rest, second} // two people and one time: the second is asked when
		}
	}
	return []string{words}
}

// longestNumber is how many bytes a number takes that stands right behind a name.
const longestNumber = 18

// cutHere divides at a comma, semicolon or full stop, or at a word that joins, and takes off what joins on the right.
func cutHere(words string, at int) (left, right string, ok bool) {
	switch {
	case strings.IndexByte(",;.", words[at]) >= 0 && at+1 < len(words) && words[at+1] == ' ':
		right = words[at+1:]
	case words[at] == ' ':
		word, rest, _ := strings.Cut(words[at+1:], " ")
		switch {
		case lexicon.JoinsPlans.Has(lexicon.Plain(strings.ToLower(word))):
			right = words[at+1:]
		case word != "" && strings.Trim(word, dividers) == "": // "maria thu 3pm / jo fri 5pm"
			right = strings.TrimSpace(rest)
		default:
			return "", "", false
		}
	default:
		return "", "", false
	}
	right = withoutAfter(withoutWith(WithoutJoin(right)))
	if c, arg := understand.ReadCommand(right); c == understand.Meet {
		right = arg
	}
	return strings.TrimRight(words[:at], " ,;."), right, right != ""
}

// dividers are the marks that people set between one one-on-one and the next.
const dividers = "/|+&-–—•"

// withoutWith takes off what stands before whom one meets: "a tino vega", "con tino".
func withoutWith(words string) string {
	if first, rest, more := strings.Cut(words, " "); more && lexicon.WithWhom.Has(lexicon.Plain(strings.ToLower(first))) {
		return strings.TrimSpace(rest)
	}
	return words
}

// WithoutJoin takes "also", "and then" off the beginning of words.
func WithoutJoin(words string) string {
	words = strings.TrimSpace(words)
	for {
		word, rest, more := strings.Cut(words, " ")
		if !more || !lexicon.JoinsPlans.Has(lexicon.Plain(strings.ToLower(strings.Trim(word, ",")))) {
			return words
		}
		words = strings.TrimSpace(rest)
	}
}

// ownNumber reports whether what follows begins with somebody whose number it says, and a time: as many numbers, as many one-on-ones.
func ownNumber(left, right string, c when.Context) bool {
	h := understand.Read(right, c)
	if len(h.Phones) == 0 || !HasTime(h) || len(understand.Read(left, c).Phones) == 0 {
		return false
	}
	f := strings.Fields(right)
	return len(understand.Read(strings.Join(f[:min(len(f), 6)], " "), c).Phones) > 0
}

// withoutAfter takes off that it is right after the one before, where the hour follows: "jo park right after at 4".
func withoutAfter(words string) string {
	low := lexicon.Plain(words)
	for _, p := range lexicon.RightAfter.Padded() {
		i := strings.Index(low, p)
		if i < 0 || len(low) != len(words) {
			continue
		}
		next, _, _ := strings.Cut(low[i+len(p):], " ")
		if lexicon.At.Has(next) || lexicon.The.Has(next) || next == "a" || next != "" && next[0] >= '0' && next[0] <= '9' {
			return words[:i] + words[i+len(p)-1:]
		}
	}
	return words
}

// shared gives the later of several one-on-ones what was said for all: the day of the one before where they say an hour alone, and the
// place of "both at the library".
func shared(pieces []string, c when.Context) []string {
	last := len(pieces) - 1
	if last < 1 {
		return pieces
	}
	low := lexicon.Plain(pieces[last])
	for _, p := range lexicon.BothWords.Padded() {
		i := strings.LastIndex(low, p)
		if i < 1 || len(low) != len(pieces[last]) {
			continue
		}
		place := pieces[last][i+len(p)-1:]
		if !saysPlace(place, c) {
			if understand.Times(place, c).HasClock { // "maria mon, rosa tues, both at 4pm"
				hourOfAll(pieces, strings.TrimRight(pieces[last][:i], " ,;"), place, c)
				break
			}
			continue
		}
		pieces[last] = strings.TrimRight(pieces[last][:i], " ,;")
		for k := range pieces {
			if !saysPlace(Named(pieces[k], c), c) {
				pieces[k] += place
			}
		}
		break
	}
	for k := 1; k <= last; k++ {
		was, h := ReadNamed(pieces[k-1], c).When, ReadNamed(pieces[k], c)
		if is := h.When; is.HasClock && !is.HasDate() && len(is.Options) == 0 && was.HasDate() && len(is.Spans) > 0 {
			at := is.Spans[0].From
			if h.Command != understand.None { // it is read behind the command
				at += max(0, strings.LastIndex(pieces[k], h.Arg))
			}
			pieces[k] = strings.TrimSpace(pieces[k][:at]) + ", " + was.Date.String() + " " + pieces[k][at:]
		}
	}
	return pieces
}

// hourOfAll gives each of several the hour that is said for all behind the last, where they have none of their own.
func hourOfAll(pieces []string, last, hour string, c when.Context) {
	pieces[len(pieces)-1] = last
	for k := range pieces {
		if !ReadNamed(pieces[k], c).When.HasClock {
			pieces[k] += hour
		}
	}
}

// samePlaces writes out the place of the one before where it is to be the same.
func samePlaces(pieces []string, c when.Context) []string {
	for k := 1; k < len(pieces); k++ {
		low := lexicon.Plain(strings.ToLower(pieces[k]))
		for _, p := range lexicon.SamePlace.Words() {
			i := strings.Index(low, p)
			if i < 0 || len(low) != len(pieces[k]) {
				continue
			}
			before := strings.TrimRight(pieces[k][:i], " ,;(")
			for _, lead := range []string{" at the", " at", " en el", " en"} {
				before = strings.TrimSuffix(before, lead)
			}
			if place := ReadNamed(pieces[k-1], c).Place; place != "" {
				before += " at " + place
			}
			pieces[k] = before + pieces[k][i+len(p):]
			break
		}
	}
	return pieces
}

func saysPlace(words string, c when.Context) bool {
	return understand.Read(words, c).Place != "" || OnPhone(words) != ""
}

func wholePlan(s string, c when.Context) bool {
	h := ReadNamed(s, c)
	first, _, _ := strings.Cut(h.Person, " ")
	if !h.When.HasClock && understand.MayBeStreet(s) && !lexicon.FirstNames.Has(lexicon.Plain(first)) { // "victrola on 15th"
		return false
	}
	return h.Person != "" && HasTime(h)
}

// beginsWithName reports whether words begin with the one who is met, and not with a place.
func beginsWithName(words string, c when.Context) bool {
	h := ReadNamed(words, c)
	for { // "doña elvira", "la comadre lucha"
		w, rest, more := strings.Cut(words, " ")
		if k := lexicon.Plain(strings.Trim(w, ".")); !more || !lexicon.Titles.Has(k) && !lexicon.Relations.Has(k) && !lexicon.Articles.Has(k) ||
			strings.HasPrefix(strings.ToLower(words), strings.ToLower(h.Person)) {
			break
		}
		words = rest
	}
	first, _, _ := strings.Cut(words, " ")
	low := strings.ToLower(words)
	for _, lead := range []string{"", "with ", "con ", "w/ "} {
		if rest, ok := strings.CutPrefix(low, lead); ok && strings.HasPrefix(rest, strings.ToLower(h.Person)) {
			next, _, _ := strings.Cut(strings.TrimSpace(rest[len(strings.ToLower(h.Person)):]), " ")
			if l := lexicon.Look(lexicon.Plain(next)); l.In(lexicon.SentenceWords) && !l.In(lexicon.SetsOffName) && !l.In(lexicon.At) {
				return false // "jo said 11"
			}
			return !lexicon.PlaceNouns.Has(lexicon.Plain(strings.ToLower(strings.Trim(first, ",."))))
		}
	}
	return false
}

// HasTime reports whether a text says a day or an hour.
func HasTime(h understand.Text) bool {
	return h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0
}
