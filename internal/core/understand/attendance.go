package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// NameCame is whether somebody came to an event.
type NameCame struct {
	Name int // index into the names asked about
	Came bool
}

// Attendance is what a text says of who came to an event.
type Attendance struct {
	Of      []NameCame
	Event   bool   // it names the event by a word of its own
	Meeting bool   // it says "the meeting" or the like, which a one-on-one may be called too
	Rest    string // what it says besides, clause by clause
}

// AttendanceOf reads "Jo came after all", "Maria didn't come to the tenant meeting, her kid is sick": what a text says of these people,
// each by what they are called and then their whole name, and of an event by its words. A clause that says it says nothing else; what other
// clauses say is the rest. Of one who is asked about alone, "she came" speaks too. ok is false when it says nothing of them.
func AttendanceOf(body string, names []string, event string) (a Attendance, ok bool) {
	own := strings.Fields(wordsOf(event))
	var waiting []int // named before anything was said of them: "Jo and Maria came"
	var other []string
	came, said := false, false
	for _, clause := range clauses(withoutReasons(body)) {
		is, words, told := cameIn(clause)
		hits, rest := whoIn(words, names)
		if len(names) == 1 && len(hits) == 0 && told && len(rest) > 0 && lexicon.ThirdSubjects.Has(rest[0]) {
			hits, rest = []int{0}, rest[1:]
		}
		a2, only := besideCame(rest, own)
		if !only {
			other = append(other, strings.TrimSpace(clause))
			waiting = nil
			continue
		}
		a.Event, a.Meeting = a.Event || a2.Event, a.Meeting || a2.Meeting
		if told {
			came, said = is, true
		}
		waiting = append(waiting, hits...)
		if told || said && len(hits) > 0 {
			for _, i := range waiting {
				a.Of = append(a.Of, NameCame{i, came})
			}
			waiting = nil
		}
	}
	if len(a.Of) == 0 || len(waiting) > 0 {
		return Attendance{}, false
	}
	a.Rest = strings.Join(other, ", ")
	return a, true
}

// withoutReasons makes a clause of its own of what follows a word that adds to who came: "because", "with".
func withoutReasons(body string) string {
	f := strings.Fields(body)
	for i, w := range f {
		if l := lexicon.Plain(strings.ToLower(w)); i > 0 && (lexicon.Because.Has(l) || lexicon.WithWords.Has(l)) {
			f[i-1] = strings.TrimRight(f[i-1], ",") + ","
		}
	}
	return strings.Join(f, " ")
}

// besideCame reads the words beside who came; only is false when they are of anything else.
func besideCame(rest, own []string) (a Attendance, only bool) {
	for _, w := range rest {
		switch {
		case lexicon.BesideAttendance.Has(w):
		case lexicon.MeetingNouns.Has(w):
			a.Meeting = true
		case slices.ContainsFunc(own, func(o string) bool { return sameWord(o, w) }):
			a.Event = true
		default:
			return Attendance{}, false
		}
	}
	return a, true
}

// sameWord reports whether two words are one, but for an ending: "tenant" and "tenants".
func sameWord(a, b string) bool {
	return a == b || len(a) > 3 && len(b) > 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// whoIn returns who of these is named, and the words that are nobody's name.
func whoIn(words, names []string) (hits []int, rest []string) {
	rest = words
	for i, name := range names {
		f := strings.Fields(wordsOf(name))
		if !slices.ContainsFunc(f[:min(len(f), 2)], func(n string) bool { return slices.Contains(words, n) }) {
			continue
		}
		hits = append(hits, i)
		rest = slices.DeleteFunc(slices.Clone(rest), func(w string) bool { return slices.Contains(f, w) })
	}
	return hits, rest
}

// cameIn reads whether a clause says that somebody came, and returns its other words.
func cameIn(clause string) (came bool, words []string, said bool) {
	w := " " + wordsOf(clause) + " "
	for _, s := range lexicon.DidNotCome.Padded() {
		if strings.Contains(w, s) {
			return false, strings.Fields(strings.Replace(w, s, " ", 1)), true
		}
	}
	for _, s := range lexicon.DidCome.Padded() {
		if strings.Contains(w, s) {
			return true, strings.Fields(strings.Replace(w, s, " ", 1)), true
		}
	}
	return false, strings.Fields(w), false
}

// CameAlone reads whether the only one who was asked about came: "she came with her sister", "no vino". told is false when it says neither.
func CameAlone(body string) (came, told bool) {
	p := " " + wordsOf(body) + " "
	if IsQuestion(body) || len(body) > 160 || lexicon.OwnAbsent.In(p) || lexicon.Unsure.In(p) { // "idk i wasnt there"
		return false, false
	}
	came, _, told = cameIn(body)
	return came, told
}

// Nobody reports whether an answer says that nobody did: "no one", "nadie vino".
func Nobody(body string) bool {
	f := strings.Fields(wordsOf(body))
	return len(f) > 0 && len(f) <= 4 && lexicon.NobodyWords.In(" "+strings.Join(f, " ")+" ")
}
