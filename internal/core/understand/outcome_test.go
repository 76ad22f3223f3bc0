package understand

import (
	"fmt"
	"testing"
)

func TestOutcomes(t *testing.T) {
	t.Parallel()
	names := []string{"Maria", "Rosa", "Jo"}
	for body, want := range map[string]string{
		"met Maria and Rosa, Jo no-show":             "[{0 met} {1 met} {2 missed}] true",
		"Jo didn't come":                             "[{2 missed}] true",
		"jo no vino":                                 "[{2 missed}] true",
		"Maria and Jo never showed":                  "[{0 missed} {2 missed}] true",
		"vi a Maria, a Rosa no, la movimos":          "[{0 met} {1 met}] false",
		"Rosa stood me up; met Maria":                "[{1 missed} {0 met}] true",
		"hablamos con Maria y Rosa":                  "[{0 met} {1 met}] true",
		"it went well":                               "[] false",
		"Maria is worried about mold in the bedroom": "[] false",
	} {
		out, whole := OutcomesOf(body, names)
		if got := fmt.Sprint(out, whole); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
	for body, want := range map[string]Outcome{
		"no show": Missed, "No-show": Missed, "no vino": Missed, "we met": Met, "nos vimos": Met, "rescheduled to friday": Postponed, "la movimos": Postponed, "ok": NoOutcome,
		"she didn't show up": Missed, "great talk": Met,
	} {
		if got := OutcomeIn(body); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}
