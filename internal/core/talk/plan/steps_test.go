package plan

import (
	"slices"
	"testing"

	"github.com/google/uuid"
)

// TestTheStepsOfAPlan: what is missing is asked in this order, and only a number and a place can be left out.
func TestTheStepsOfAPlan(t *testing.T) {
	t.Parallel()
	var order, skipped []string
	for _, s := range steps() {
		if s.missing == nil || s.ask == nil || s.hear == nil {
			t.Errorf("%s is not whole", s.question)
		}
		if len(order) == 0 || order[len(order)-1] != s.question {
			order = append(order, s.question)
		}
		if s.skip == nil {
			continue
		}
		p := planData{ID: uuid.New(), Name: "Maria", Phone: ""}
		s.skip(&p)
		if s.missing(nil, &p) {
			t.Errorf("%s is asked again after SKIP", s.question)
		}
		skipped = append(skipped, s.question)
	}
	if want := []string{qWho, qPhone, qWhen, qWhere}; !slices.Equal(order, want) {
		t.Errorf("asked in the order %q, want %q", order, want)
	}
	if want := []string{qPhone, qWhere}; !slices.Equal(slices.Compact(skipped), want) {
		t.Errorf("%q can be left out, want %q", skipped, want)
	}
}
