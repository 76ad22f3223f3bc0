package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToLeave is how many small words stand at most between going away and its hour: "antes de las 4".
const mostToLeave = 4

// leavingAt counts the words with which somebody says from word i on that they go away by an hour: "leave before 4", "me voy a las 4". 0
// where none is said.
func leavingAt(f []string, i int) (hour, to int) {
	for n := min(mostOfLeaving, len(f)-i); n >= 1; n-- {
		if !lexicon.Leaving.Has(strings.Join(f[i:i+n], " ")) {
			continue
		}
		for k := i + n; k < len(f) && k <= i+n+mostToLeave; k++ {
			if _, _, ok := hourOf(f[k]); ok && (k > i+n || lexicon.UntilHour.Has(f[k-1])) && (k+1 == len(f) || !countsNext(f[k+1])) {
				return k, k + 1
			}
			if !lexicon.UntilHour.Has(f[k]) {
				break
			}
		}
	}
	return 0, 0
}

// mostOfLeaving is how many words the longest of those has.
const mostOfLeaving = 4

// LeavesAt is the hour, as it is written, by which somebody says that they have to go again; "" where they do not.
func LeavesAt(body string) string {
	f := strings.Fields(Padded(body))
	for i := range f {
		if k, to := leavingAt(f, i); to > 0 && !lexicon.Negators.Any(f[max(0, i-2):i]) {
			return f[k]
		}
	}
	return ""
}

// leaves reports whether an act of going away by an hour stands from word i on up to the end of the text or its clause, and covers it:
// whether the hour lets them meet, whoever knows theirs says.
func (h *hearing) leaves(i int) bool {
	for k := i; k < len(h.plain) && k <= i+mostToHour; k++ {
		_, to := leavingAt(h.plain, k)
		if to == 0 || k > 0 && h.words[k-1].w.In(lexicon.Negators) {
			continue
		}
		for n := i; n < to; n++ {
			h.words[n].covered = true
		}
		return true
	}
	return false
}
