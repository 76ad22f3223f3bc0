package report

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Parts divides a list of promises as people write them: one a line, or with semicolons, or numbered, or two things to do with "and"
// between.
func Parts(words string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(WithoutCount(words), func(r rune) bool { return r == '\n' || r == ';' }) {
		p = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(p), "-*•0123456789.)"))
		if p != "" {
			out = append(out, deeds(p)...)
		}
	}
	return out
}

// deeds divides words where "and" or a comma stands before another thing to do: "bring the flyer by Tue and call the clinic" is two, "bread
// and butter" is one.
func deeds(p string) []string {
	f := strings.Fields(p)
	for i := 1; i+1 < len(f); i++ {
		w := strings.ToLower(f[i])
		next := i
		switch {
		case lexicon.DeedJoins.Has(w):
			next = i + 1
		case !strings.HasSuffix(f[i-1], ","):
			continue
		}
		day := f[next : next+daysAhead(f[next:])] // "y el lunes le llamo": it is the day of what follows
		next += len(day)
		if parts := onBoth(f, i, next); parts != nil {
			return parts
		}
		marks := next
		for next < len(f)-1 && lexicon.DeedMarks.Has(lexicon.Plain(strings.ToLower(f[next]))) { // "and to find her a crib"
			next++
		}
		led := next > i+1
		if i < 2 || next >= len(f)-1 && len(day) == 0 || next >= len(f) ||
			!deed(f[next]) && !(led && (firstPerson(f[next]) || goingOn(f[next]))) || hostedWith(f[:i], f[next:]) {
			continue
		}
		if next > marks && lexicon.ToWhom.Has(lexicon.Plain(strings.ToLower(f[next-1]))) { // "le llamo"
			next--
		}
		others := deeds(strings.Join(f[next:], " "))
		others[0] = strings.Join(append([]string{others[0]}, day...), " ")
		return append([]string{strings.TrimRight(strings.Join(f[:i], " "), ", ")}, others...)
	}
	return []string{p}
}

// hostedWith reports whether what follows is done for those who come to what goes before, at the same place and day: of "host a little
// thing sunday, invite her hallway" it is one thing to do.
func hostedWith(before, f []string) bool {
	if !lexicon.Hosts.In(" "+lexicon.Plain(strings.ToLower(strings.Join(before, " ")))+" ") ||
		!lexicon.HostServes.Has(lexicon.Plain(strings.ToLower(f[0]))) {
		return false
	}
	dated := func(w string) bool {
		return daysAhead([]string{w}) > 0 || strings.ContainsAny(w, "0123456789")
	}
	return slices.ContainsFunc(before, dated) && !slices.ContainsFunc(f, dated)
}

// onBoth divides one thing to do that is to be done on two days: "call her monday and again on friday". i is where "and" stands, and next
// where what is behind the day begins. nil for anything else.
func onBoth(f []string, i, next int) []string {
	behind := strings.Join(f[i+1:], " ")
	n := lexicon.OnceMore.Lead(behind)
	if more := strings.Fields(behind[n:]); daysAhead(more) != len(more) || len(more) == 0 || n == 0 && next < len(f) || !deed(f[0]) {
		return nil
	}
	for j := 1; j < i; j++ {
		if d := daysAhead(f[j:i]); d > 0 {
			what := strings.Join(append(slices.Clone(f[:j]), f[j+d:i]...), " ")
			return []string{strings.TrimRight(strings.Join(f[:i], " "), ", "), strings.TrimRight(what, ", ") + " " + behind}
		}
	}
	return nil
}

// daysAhead is how many words that begin with a day name it, and the little words before it: "on monday", "el lunes".
func daysAhead(f []string) int {
	for i, w := range f {
		w = lexicon.Plain(strings.Trim(strings.ToLower(w), ",."))
		switch lexicon.Look(w).Time { //nolint:exhaustive // the others are no day
		case lexicon.Weekday, lexicon.Today, lexicon.Tomorrow:
			return i + 1
		}
		if !lexicon.BeforeTimes.Has(w) {
			break
		}
	}
	return 0
}

// goingOn reports whether a word says that something is being done: "calling", "making", "getting".
func goingOn(w string) bool {
	stem, cut := strings.CutSuffix(lexicon.Plain(strings.Trim(strings.ToLower(w), ",.")), "ing")
	if !cut || len(stem) < 2 {
		return false
	}
	return lexicon.ThingsToDo.Has(stem) || lexicon.ThingsToDo.Has(stem+"e") || lexicon.ThingsToDo.Has(stem[:len(stem)-1])
}

// firstPerson reports whether a word says what the one who writes does: "arreglo".
func firstPerson(w string) bool {
	stem, cut := strings.CutSuffix(lexicon.Plain(strings.Trim(w, ",.")), "o")
	return cut && slices.ContainsFunc(lexicon.InfinitiveEnds.Words(), func(end string) bool { return lexicon.ThingsToDo.Has(stem + end) })
}

// deed reports whether a word says what somebody does.
func deed(w string) bool {
	w = lexicon.Plain(strings.Trim(w, ",."))
	if lexicon.ThingsToDo.Has(w) {
		return true
	}
	for _, end := range lexicon.ObjectEnds.Words() { // "mandarle"
		if verb, cut := strings.CutSuffix(w, end); cut && lexicon.ThingsToDo.Has(verb) {
			return true
		}
	}
	return false
}

// Deed takes off the words that say who said it: "I promised to bring her the flyer" is "bring her the flyer".
func Deed(words string) string {
	words = strings.TrimSpace(words)
	if n := lexicon.DeedLeads.Lead(words); n < len(words) {
		return words[n:]
	}
	return words
}
