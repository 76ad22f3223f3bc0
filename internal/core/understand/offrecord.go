package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OffRecord divides a text into what may be written down and what is said off the record: the sentence that says so, from there to its end,
// or all of it where nothing follows. What says it of what came before ("this is off the record") means all of that.
func OffRecord(text string) (rest, off string) {
	var keep, out []string
	for _, s := range sentencesOf(text) {
		if from, to := lexicon.OffRecordBack.Find(s); to > 0 {
			if tells := len(strings.Fields(wordsOf(s[:from]))) > leastKept; !tells && len(keep) > 0 { // of what was said just before
				s, keep = keep[len(keep)-1], keep[:len(keep)-1]
			}
			head := strings.TrimRight(s[:from], " ")
			if strings.HasSuffix(head, ",") && len(strings.Fields(wordsOf(head))) > leastKept { // "her son is undocumented, dont put that"
				s = strings.TrimRight(head, ", ")
			}
			out = append(out, s) // "her husband was picked up but she told me not to share that"
			continue
		}
		switch from, to := offAt(s); {
		case to == 0:
			keep = append(keep, s)
		case len(strings.Fields(s[to:])) > 0: // the words behind it
			if head := strings.TrimRight(s[:from], " ,;:-("); len(strings.Fields(head)) > 1 {
				keep = append(keep, head)
			}
			out = append(out, strings.TrimSpace(s[to:]))
		case len(strings.Fields(s[:from])) > leastKept || strings.ContainsAny(s[:from], ",:("): // "she has no papers, off the record"
			out = append(out, strings.TrimRight(s[:from], " ,;:-("))
		default: // of what was said before
			out, keep = append(keep, out...), nil
		}
	}
	if len(out) == 0 && len(keep) > 0 {
		return text, ""
	}
	off = strings.Join(out, ". ")
	if off == "" {
		off = strings.TrimSpace(text)
	}
	return strings.Join(keep, ". "), off
}

// leastKept is how many words in front of the mark point at what was said before: "and this is", "eso es".
const leastKept = 3

// offAt finds the words that put a sentence off the record; two zeros for none.
func offAt(s string) (from, to int) {
	from, to = lexicon.OffRecord.Find(s)
	if to == 0 {
		return 0, 0
	}
	before := strings.Fields(wordsOf(s[:from]))
	if n := len(before); n > 0 && (lexicon.OffRecordNot.Has(before[n-1]) || n > 1 && lexicon.OffRecordNot.Has(before[n-2]+" "+before[n-1])) {
		return 0, 0
	}
	if after := strings.Fields(wordsOf(s[to:])); len(after) > 0 && lexicon.OffRecordNot.Has(after[0]) { // "between us and the school"
		return 0, 0
	}
	return from, to
}

// PointsBack reports whether a text says of what was told before it, and tells nothing itself, that it is off the record.
func PointsBack(text string) bool {
	for _, l := range []lexicon.List{lexicon.OffRecordBack, lexicon.OffRecord} {
		if from, to := l.Find(text); to > 0 && len(strings.Fields(wordsOf(text[:from]))) <= leastKept &&
			(l == lexicon.OffRecordBack && !saysWhat(text[to:]) || len(strings.Fields(wordsOf(text[to:]))) == 0) {
			return true
		}
	}
	return false
}

// saysWhat reports whether words say what it is that nobody is to know: "q hablo conmigo". What was told before stays.
func saysWhat(behind string) bool {
	f := strings.Fields(wordsOf(behind))
	return len(f) > 1 && lexicon.TellKnow.Has(f[0])
}
