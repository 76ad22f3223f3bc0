package store_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/reportback/reportback/internal/core/change"
)

// TestTheSchemaTakesTheCodes: a code that Go writes and the schema refuses would lose a step. A new one needs a migration that makes the
// CHECK anew.
func TestTheSchemaTakesTheCodes(t *testing.T) {
	t.Parallel()
	url := cluster.Lent(t)
	quoted := regexp.MustCompile(`'([a-z_]*)'::text`)
	for constraint, want := range map[string][]string{"timeline_what": texts(change.Facts()), "promises_outcome": texts(change.Outcomes())} {
		def := query(t, url, `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = $1`, constraint)
		var got []string
		for _, m := range quoted.FindAllStringSubmatch(def[0], -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		slices.Sort(want)
		if got, want := slices.Compact(got), slices.Compact(want); !slices.Equal(got, want) {
			t.Errorf("%s takes %q, Go writes %q", constraint, got, want)
		}
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}
