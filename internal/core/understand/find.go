package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/when"
)

// word is one word of a text, with where it stands.
type word struct {
	s        string
	from, to int
}

func split(s string) []word {
	var out []word
	for i := 0; i < len(s); {
		for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
			i++
		}
		j := i
		for j < len(s) && s[j] != ' ' && s[j] != '\n' && s[j] != '\t' {
			j++
		}
		if j > i {
			out = append(out, word{s[i:j], i, j})
		}
		i = j
	}
	return out
}

func inSpans(w word, spans []when.Span) bool {
	for _, sp := range spans {
		if w.from < sp.To && sp.From < w.to {
			return true
		}
	}
	return false
}

// findPlace takes what stands after at, @ or en and is no time: up to the next time, phone or comma-separated other thing.
func findPlace(s string, spans []when.Span) (string, when.Span) {
	words := split(s)
	for i, w := range words {
		k := plain(w.s)
		if k != "at" && k != "@" && k != "en" && !(strings.HasPrefix(k, "@") && len(k) > 2 && !strings.Contains(k, ".")) || inSpans(w, spans) {
			continue
		}
		first := i + 1
		if len(k) > 2 {
			first = i
		}
		last := first
		for last < len(words) && last-first < 8 && !inSpans(words[last], spans) {
			end := strings.HasSuffix(words[last].s, ".") || strings.HasSuffix(words[last].s, ";")
			if stopsPlace(plain(words[last].s)) && last > first {
				break
			}
			last++
			if end {
				break
			}
		}
		if last == first || k == "en" && !capital(strings.TrimLeft(words[first].s, "@")) && !articled(words[first].s) {
			continue
		}
		text := strings.Trim(s[words[first].from:words[last-1].to], " ,.;@")
		if text != "" && !articlesOnly(text) {
			return text, when.Span{From: w.from, To: words[last-1].to}
		}
	}
	return "", when.Span{}
}

func stopsPlace(w string) bool {
	switch strings.Trim(w, ",.") {
	case "on", "at", "and", "el", "y", "with", "w/", "con", "for", "para", "about", "ok", "she", "he", "phone", "tel":
		return true
	}
	return false
}

func articled(w string) bool {
	switch plain(w) {
	case "el", "la", "los", "las", "su", "mi", "casa":
		return true
	}
	return false
}

func articlesOnly(s string) bool {
	switch plain(s) {
	case "the", "her", "his", "my", "el", "la", "su", "all", "least", "first", "work", "night":
		return plain(s) != "work"
	}
	return false
}

// findPerson takes the name after with, w/, con, met, saw, meet; else the first run of capitalised words that is no place, day or command.
func findPerson(s string, spans []when.Span) string {
	words := split(s)
	for i, w := range words {
		if inSpans(w, spans) {
			continue
		}
		switch plain(strings.Trim(w.s, ",.:;")) {
		case "with", "w/", "w", "con", "met", "saw", "meet", "meeting", "vi", "conoci", "cita":
			if n := nameFrom(words, i+1, spans, true); n != "" {
				return n
			}
		}
	}
	for i := range words {
		if inSpans(words[i], spans) || !capital(words[i].s) {
			continue
		}
		if n := nameFrom(words, i, spans, false); n != "" {
			return n
		}
	}
	return ""
}

// nameFrom collects a name that begins at word i. After a word such as "with" a lower-case name counts too.
func nameFrom(words []word, i int, spans []when.Span, led bool) string {
	for led && i < len(words) && passes(plain(words[i].s)) {
		i++
	}
	var parts []string
	for k := i; k < len(words) && len(parts) < 5; k++ {
		w := strings.Trim(words[k].s, ",.;:!?()")
		end := w != words[k].s && strings.ContainsAny(words[k].s[len(words[k].s)-1:], ",.;:!?") && !titleWord(w)
		if inSpans(words[k], spans) || w == "" {
			break
		}
		if _, ok := nameWord(w); !ok {
			break
		}
		low := plain(w)
		particle := len(parts) > 0 && (low == "de" || low == "la" || low == "del" || low == "los" || low == "van")
		if !particle && (sentenceWord(low) || notName(low) || commonWord(low)) {
			break
		}
		if !capital(w) && !particle && !(led && len(parts) < 2 && plausible(words, k)) {
			break
		}
		parts = append(parts, nameCase(w, len(parts)))
		if end {
			break
		}
	}
	for len(parts) > 0 && (parts[len(parts)-1] == "de" || parts[len(parts)-1] == "la" || parts[len(parts)-1] == "del") {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, " ")
}

func titleWord(w string) bool {
	switch plain(w) {
	case "mr", "mrs", "ms", "dr", "rev", "sr", "sra", "srta", "st":
		return true
	}
	return false
}

// passes: words between "met" and a name.
func passes(w string) bool {
	switch w {
	case "with", "my", "our", "neighbor", "neighbour", "mi", "vecina", "vecino", "friend", "a", "con", "up", "new", "tenant", "la", "el", "coworker", "cousin":
		return true
	}
	return false
}

// plausible: a lower-case word after "with" is a name when it is not an ordinary word.
func plausible(words []word, k int) bool {
	w := plain(words[k].s)
	return len(w) > 1 && !commonWord(w)
}

func commonWord(w string) bool {
	switch w {
	case "report", "informe", "met", "meet", "meeting", "meetings", "learned", "commitment", "phone", "email", "new", "people", "someone", "neighbors", "tenants", "group", "kids", "her", "him", "them", "us", "me", "it", "mold", "coffee", "lunch", "dinner", "breakfast",
		"cafe", "library", "church", "park", "school", "biblioteca", "iglesia", "parque", "escuela", "casa", "home", "office", "work", "place", "room", "building", "hi", "hello", "hola", "hey", "ok", "okay", "please", "thanks", "gracias", "call", "text", "spanish", "english",
		"also", "then", "there", "after", "before", "around", "about", "some", "two", "three", "all", "everyone", "yes", "no", "so", "if", "or", "as", "by", "it's", "let", "can", "could", "how", "one", "she's", "he's", "i'll", "i've", "next", "last", "this", "am", "pm", "reunion", "cita", "nos", "le", "les", "lo", "una", "dos", "cambio", "tell", "move", "did", "didn't", "was", "went", "great", "good", "really", "very", "follow", "need", "needs", "notes", "note", "debrief", "staff", "landlord", "manager":
		return true
	}
	return false
}
