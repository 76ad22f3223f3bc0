package plan

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// absorbPlan takes all that words say of a one-on-one; it reports whether they said anything.
func absorbPlan(t *turn.Turn, p *planData, words string) bool {
	h := understand.Read(withoutManner(words), t.Planning())
	got := false
	if mins, ok := lengthIn(words); ok {
		p.Minutes, got = mins, true
	}
	if h.Person != "" && (p.Name == "" || !strings.EqualFold(h.Person, person.FirstName(p.Name))) { // her first name alone is still her
		planPerson(t, p, h.Person)
		got = true
	}
	if !h.Phone.IsZero() {
		got = true
		planPhone(t, p, h.Phone)
	}
	if h.Email != "" {
		p.Email, got = h.Email, true
	}
	low := " " + strings.ToLower(words) + " "
	if letsChoose(low) {
		p.Chooses, p.PlaceSet, got = true, true, true
	} else if h.Place != "" {
		p.Place, p.PlaceSet, p.Chooses, got = report.Excerpt(h.Place, 120), true, false, true
	}
	if tag, ok := languageIn(low); ok {
		p.Lang, got = tag, true
	}
	if private(low) {
		p.Private, got = true, true
	}
	if p.Time.Hear(words, h, t.Planning()) {
		got = true
	}
	return got
}

// manners lists what a plan says of how, longest first: it is no part of a place or a name.
func manners() []string {
	return []string{
		"please keep it private", "keep it private", "keep this private", "keep private", "in private", "private please", "que sea privado", "en privado", "private", "privado",
		"she speaks spanish", "he speaks spanish", "speaks spanish", "texts in spanish", "in spanish", "mensajes en español", "en español", "en espanol", "habla español", "habla espanol", "spanish", "español",
		"texts in english", "in english", "en inglés", "en ingles", "english",
	}
}

// withoutManner takes them off the words.
func withoutManner(words string) string {
	low := strings.ToLower(words)
	if len(low) != len(words) {
		return words // letters whose lower case is longer: left as they are
	}
	for _, m := range manners() {
		for {
			i := strings.Index(low, m)
			if i < 0 {
				break
			}
			from := len(strings.TrimRight(words[:i], " ,"))
			words, low = words[:from]+words[i+len(m):], low[:from]+low[i+len(m):]
		}
	}
	return words
}

func letsChoose(low string) bool {
	return strings.Contains(low, " choose") || strings.Contains(low, " decide") || strings.Contains(low, " picks") || strings.Contains(low, "escoja") || strings.Contains(low, "elija") || strings.Contains(low, "decida")
}

func private(low string) bool {
	return strings.Contains(low, "private") || strings.Contains(low, "privado")
}

func languageIn(low string) (lang.Tag, bool) {
	switch {
	case strings.Contains(low, "spanish"), strings.Contains(low, "español"), strings.Contains(low, "espanol"):
		return lang.Spanish, true
	case strings.Contains(low, "english"), strings.Contains(low, "inglés"), strings.Contains(low, "ingles"):
		return lang.English, true
	}
	return "", false
}

// lengthIn reads how long a one-on-one is to be: "30 min", "an hour", "una hora", "media hora".
func lengthIn(words string) (int, bool) {
	f := strings.Fields(strings.ToLower(words))
	for i, w := range f {
		w = strings.Trim(w, ".,;!")
		unit, n := w, 0
		if i > 0 {
			n = number(strings.Trim(f[i-1], ".,;"))
		}
		if k := strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }); k > 0 { // 30min
			n, unit = number(w[:k]), w[k:]
		}
		switch unit {
		case "min", "mins", "minutes", "minute", "minutos", "minuto":
			if n >= 10 && n <= 240 && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")) {
				return n, true
			}
		case "hour", "hours", "hora", "horas", "hr", "hrs":
			switch {
			case i > 0 && (f[i-1] == "half" || f[i-1] == "media"), i > 1 && f[i-2] == "half":
				return 30, true
			case i > 0 && (f[i-1] == "an" || f[i-1] == "una") && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")):
				return 60, true
			case n >= 1 && n <= 4 && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")):
				return 60 * n, true
			}
		}
	}
	return 0, false
}

func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
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

// andPlans divides at an "and" or a comma on whose both sides somebody and a time of their own stand.
func andPlans(words string, c when.Context) []string {
	whole := func(s string) bool {
		h := understand.Read(s, c)
		return h.Person != "" && HasTime(h)
	}
	for _, sep := range []string{" and ", " y ", ", "} {
		for at := strings.Index(words, sep); at > 0; {
			left, right := words[:at], words[at+len(sep):]
			if whole("meeting "+left) && whole("meeting "+right) {
				return append([]string{left}, andPlans(right, c)...)
			}
			if second, rest, ok := nameFirst(right); ok && sep != ", " && understand.Read("meeting "+left, c).Person != "" && !HasTime(understand.Read(left, c)) {
				return []string{left + " " + rest, second} // two people and one time: the second is asked when
			}
			next := strings.Index(words[at+len(sep):], sep)
			if next < 0 {
				break
			}
			at += len(sep) + next
		}
	}
	return []string{words}
}

// HasTime reports whether a text says a day or an hour.
func HasTime(h understand.Text) bool {
	return h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0
}

// nameFirst takes the name that words begin with: one to three capitalised words.
func nameFirst(words string) (name, rest string, ok bool) {
	f := strings.Fields(words)
	n := 0
	for n < len(f) && n < 3 && f[n] != strings.ToLower(f[n]) && !strings.ContainsAny(f[n], "0123456789") && !when.Read(f[n]+" 1", when.Context{}).HasDate() {
		n++
	}
	if n == 0 {
		return "", "", false
	}
	name = strings.Trim(strings.Join(f[:n], " "), ",.")
	_, ok = understand.ParseName(name)
	return name, strings.Join(f[n:], " "), ok
}
