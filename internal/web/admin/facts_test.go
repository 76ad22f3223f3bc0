package admin

import (
	"testing"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
)

// TestEveryFactHasWords: no code is shown to anybody.
func TestEveryFactHasWords(t *testing.T) {
	t.Parallel()
	for _, f := range change.Facts() {
		if facts()[f] == "" {
			t.Errorf("%s has no words", f)
		}
	}
	for _, k := range matter.Kinds() {
		if needs()[k].Text == "" {
			t.Errorf("%s has no words", k)
		}
	}
	for _, o := range change.Outcomes() {
		if o != change.Open && plainOutcome(o, "") == "" {
			t.Errorf("%s has no words", o)
		}
	}
}
