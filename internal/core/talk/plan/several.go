package plan

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxKept is how many plans a plan may have come between; older ones are saved without texts when their time is up.
const maxKept = 2

// anotherPlan reports whether a text begins a plan of its own while one is open: it names somebody else, and a time. Nothing of the open
// one is taken over.
func anotherPlan(t *turn.Turn, p planData) (words string, ok bool) {
	h := t.Heard()
	words = t.Body()
	switch h.Command {
	case understand.None:
		words = phrase.OrElse(t.LeadingContact(), words)
		if joined := WithoutJoin(words); joined != words { // "also jo park fri at 5"
			words = named(joined, t.Planning())
		}
	case understand.Meet:
		words = h.Arg
	default:
		return "", false
	}
	said := understand.Read(words, t.Planning())
	if h.Command == understand.Meet {
		said = understand.Read(named(words, t.Planning()), t.Planning())
	}
	switch {
	// somebody else's number
	case p.Phone != "" && !said.Phone.IsZero() && said.Phone.E164() != p.Phone && HasTime(said) && !corrects(t.Body()):
		return named(words, t.Planning()), true
	case said.Person == "" || !HasTime(said):
		return "", false
	case p.Name == "":
		return words, p.Time.Date != "" || p.Time.Clock != ""
	}
	return words, !sameName(p.Name, said.Person)
}

// startBetween begins another plan; the open one is taken up after it.
func startBetween(t *turn.Turn, p planData, words string) {
	kept := append([]planData{p}, p.Kept...)
	kept[0].Kept = nil
	pieces := PlansIn(words, t.Planning())
	next := planData{
		ID: t.NewID(), Minutes: meeting.DefaultMinutes, Rest: pieces[1:], Kept: kept[:min(len(kept), maxKept)],
		Spoken: t.Heard().Lang,
	}
	absorbPlan(t, &next, named(pieces[0], t.Planning()))
	nextOfPlan(t, next, "")
}

// sameName reports whether two names may be one person's: the same, or one the beginning of the other, or one of them misspelt.
func sameName(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ") || misspelt(a, b)
}

// misspelt reports whether a name corrects another by a letter or two.
func misspelt(a, b string) bool {
	fa, fb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(fa) == 0 || len(fb) == 0 {
		return false
	}
	first, last := fa[0] == fb[0], fa[len(fa)-1] == fb[len(fb)-1]
	if len(fa) == 1 || len(fb) == 1 {
		return near(fa[0], fb[0])
	}
	return (first || near(fa[0], fb[0])) && (last || near(fa[len(fa)-1], fb[len(fb)-1]))
}

// near reports whether two words differ by one letter put in, left out or changed, of long ones by two.
func near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if min(len(x), len(y)) < 3 || max(len(x), len(y))-min(len(x), len(y)) > 2 {
		return a == b
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		last := row[0]
		row[0] = i + 1
		for j, s := range y {
			cost := last
			if r != s {
				cost = 1 + min(last, row[j], row[j+1])
			}
			last, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)] <= 1 || row[len(y)] == 2 && min(len(x), len(y)) >= 8
}

// named puts the command in front of words that begin with a name in small letters, so that it is read as one: "maria lopez thu 3pm".
func named(words string, c when.Context) string {
	if understand.Read(words, c).Person != "" {
		return words
	}
	if led := "meeting " + words; understand.Read(led, c).Person != "" {
		return led
	}
	return words
}

// PlansIn divides a text that plans several one-on-ones: one a line, with semicolons, or "Maria Thu 3pm and Jo Fri 1pm".
func PlansIn(words string, c when.Context) []string {
	var out []string
	for _, l := range strings.FieldsFunc(words, func(r rune) bool { return r == '\n' || r == ';' }) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	switch len(out) {
	case 0:
		return []string{""}
	case 1:
		out = andPlans(out[0], c)
	}
	if len(out) > 9 {
		out = out[:9]
	}
	for i := range out {
		out[i] = report.Excerpt(out[i], 250)
	}
	return out
}

// andPlans divides where one one-on-one ends and another begins: on both sides of a comma, a full stop or an "and" stand somebody and a
// time of their own, and what follows begins with the name.
func andPlans(words string, c when.Context) []string {
	for at := 0; at < len(words); at++ {
		left, right, ok := cutHere(words, at)
		if !ok {
			continue
		}
		if wholePlan(left, c) && wholePlan(right, c) && beginsWithName(right, c) {
			return append([]string{left}, andPlans(right, c)...)
		}
		if second, rest, ok := nameFirst(right); ok && words[at] == ' ' && understand.Read("meeting "+left, c).Person != "" &&
			!HasTime(understand.Read(left, c)) {
			return []string{left + " " + rest, second} // two people and one time: the second is asked when
		}
	}
	return []string{words}
}

// cutHere divides at a comma, semicolon or full stop, or at a word that joins, and takes off what joins on the right.
func cutHere(words string, at int) (left, right string, ok bool) {
	switch {
	case strings.IndexByte(",;.", words[at]) >= 0 && at+1 < len(words) && words[at+1] == ' ':
		right = words[at+1:]
	case words[at] == ' ':
		word, _, _ := strings.Cut(words[at+1:], " ")
		if !lexicon.JoinsPlans.Has(lexicon.Plain(strings.ToLower(word))) {
			return "", "", false
		}
		right = words[at+1:]
	default:
		return "", "", false
	}
	right = WithoutJoin(right)
	if c, arg := understand.ReadCommand(right); c == understand.Meet {
		right = arg
	}
	return strings.TrimRight(words[:at], " ,;."), right, right != ""
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

func wholePlan(s string, c when.Context) bool {
	h := understand.Read(named(s, c), c)
	return h.Person != "" && HasTime(h)
}

// beginsWithName reports whether words begin with the one who is met, and not with a place.
func beginsWithName(words string, c when.Context) bool {
	h := understand.Read(named(words, c), c)
	first, _, _ := strings.Cut(words, " ")
	low := strings.ToLower(words)
	for _, lead := range []string{"", "with ", "con ", "w/ "} {
		if rest, ok := strings.CutPrefix(low, lead); ok && strings.HasPrefix(rest, strings.ToLower(h.Person)) {
			return !lexicon.PlaceNouns.Has(lexicon.Plain(strings.ToLower(strings.Trim(first, ",."))))
		}
	}
	return false
}

// HasTime reports whether a text says a day or an hour.
func HasTime(h understand.Text) bool {
	return h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0
}

// nameFirst takes the name that words begin with: one to three capitalised words.
func nameFirst(words string) (name, rest string, ok bool) {
	f := strings.Fields(words)
	n := 0
	for n < len(f) && n < 3 && f[n] != strings.ToLower(f[n]) && !strings.ContainsAny(f[n], "0123456789") &&
		!when.Read(f[n]+" 1", when.Context{}).HasDate() {
		n++
	}
	if n == 0 {
		return "", "", false
	}
	name = strings.Trim(strings.Join(f[:n], " "), ",.")
	_, ok = understand.ParseName(name)
	return name, strings.Join(f[n:], " "), ok
}
