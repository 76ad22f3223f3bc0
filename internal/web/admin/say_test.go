package admin

import (
	"strings"
	"testing"
	"time"

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

// TestATextSaysOnceWhatItIs: what a text is and why it went are not the same words twice.
func TestATextSaysOnceWhatItIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, reason, said, why string }{
		{"help", "answers a text", "answer", ""},
		{"two_days", "rule two_days: two days ahead", "reminder two days ahead", ""},
		{"day_of", "rule day_of: on the day", "reminder on the day", ""},
		{"day_of", "rule day_of: the evening before, since it begins early", "reminder on the day", "the evening before, since it begins early"},
		{"morning", "rule morning: the morning text", "morning text", ""},
		{"wrong_number", "rule wrong_number: wrong number", "wrong number", ""},
		{"thanks", "rule thanks: the thank-you as Ana Ruiz saw it", "thank-you", "as Ana Ruiz saw it"},
		{"text", "rule told: the organizer's words", "", "the organizer's words"},
		{"ask:consent", "answers a text", "question: are texts welcome?", ""},
	} {
		if said, why := plainKind(c.kind), reasonOf(plainKind(c.kind), c.reason); said != c.said || why != c.why {
			t.Errorf("%s, %s: %q, %q", c.kind, c.reason, said, why)
		}
	}
}

func TestAgesAreSaidAsPeopleSayThem(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 12, 16, 9, 45, 0, 0, time.UTC)
	for ago, want := range map[time.Duration]string{
		30 * time.Second: "just now", time.Minute: "1 minute ago", 23*time.Hour + 59*time.Minute: "23 hours ago", 25 * time.Hour: "1 day ago",
		47 * time.Hour: "2 days ago", 9 * 24 * time.Hour: "9 days ago", 61 * 24 * time.Hour: "2 months ago", -26 * time.Hour: "in 1 day",
	} {
		if got := age(now.Add(-ago), now); got != want {
			t.Errorf("%v: %q, want %q", ago, got, want)
		}
	}
}
