package admin

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/reminder"
)

// TestEveryRuleHasPlainWords: the trail calls no planned text or wait by its inner name.
func TestEveryRuleHasPlainWords(t *testing.T) {
	t.Parallel()
	for _, r := range reminder.Rules() {
		said := plainRule(r.Name)
		if plain := strings.ReplaceAll(r.Name, "_", " "); strings.EqualFold(said, plain) || said == "" {
			t.Errorf("%s is called %q", r.Name, said)
		}
	}
}
