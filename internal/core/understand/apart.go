package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// NamesApart writes a name of the staff apart from the "is" that is written together with it: "sam's out", "kims on vacation". Without its
// mark it is so only where it is said that they are away.
func NamesApart(body string, names []string) string {
	f := strings.Fields(body)
	for i, w := range f {
		w = strings.ReplaceAll(w, "’", "'")
		name, s := strings.CutSuffix(w, "'s")
		if !s && slices.ContainsFunc(bare(strings.Join(f[i+1:min(len(f), i+3)], " ")), lexicon.AwayWords.Has) {
			name, s = strings.CutSuffix(w, "s")
		}
		if s && slices.ContainsFunc(names, func(n string) bool { return wordsOf(n) == wordsOf(name) }) {
			f[i] = name + " is"
		}
	}
	return strings.Join(f, " ")
}
