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
		"vi a Maria, a Rosa no, la movimos":          "[{0 met} {1 not met}] false",
		"Jo never showed. Maria did tho":             "[{2 missed} {0 met}] true",
		"Jo no vino, Maria sí. Le hablo yo a Jo":     "[{2 missed} {0 met}] true",
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
		"no show": Missed, "No-show": Missed, "no vino": Missed, "we met": Met, "nos vimos": Met, "rescheduled to friday": Postponed,
		"la movimos": Postponed, "ok": NoOutcome,
		"she didn't show up": Missed, "great talk": Met, "it went well she is in": Met, "meh it was ok": Met, "todo bien": Met,
		"fue muy bonito": Met,
		"ugh I forgot about it, totally my fault": NotMet, "I forgot": NotMet, "she had to cancel last minute": NotMet, "she cancelled": NotMet,
		"I couldn't make it":           NotMet,
		"my bus was late and she left": NotMet, "she left before I got there": NotMet, "se me olvidó": NotMet, "canceló a última hora": NotMet,
		"no pude ir, me enfermé":                     NotMet,
		"we were supposed to meet but she cancelled": NotMet, "we didn't end up meeting, it fell through": NotMet, "no nos vimos": NotMet,
		"cuando llegué ya se había ido":                                      NotMet,
		"met her. her son has asthma":                                        Met,
		"she couldnt make it but her sister came in her place and we talked": Unsure, "mandó a su hija en su lugar": Unsure,
		"no sign of her":          Missed,
		"met her husband instead": Unsure, "we talked on the phone": Unsure, "hablé con su esposo": Unsure, "hablamos por teléfono": Unsure,
		"she called me instead":   Unsure,
		"la esperé y nunca llegó": Missed, "she no showed": Missed, "me dejó plantada": Missed,
		"we met but only 10 min bc her kid got sick. rescheduled for monday at 3 same place": Met, "met Maria and her husband": Met,
		"she called me this morning and cancelled, we rescheduled for next wednesday at 11": Postponed,
		"she didn't show but she texted me later we're on for friday 2pm":                   Missed,
		"she lives on the third floor":                                                      NoOutcome,
		"we met, but she cancelled the next one":                                            Met,
	} {
		if got := OutcomeIn(body); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}

// What is told of one is never what became of another.
func TestOutcomesOfOthers(t *testing.T) {
	t.Parallel()
	names := []string{"Maria", "Rosa", "Jo"}
	for body, want := range map[string]string{
		"jo bailed on me. maria was there, shes a bus driver":    "[{2 not met} {0 met}] false",
		"Rosa no llegó, maria sí estuvo, es enfermera":           "[{1 missed} {0 met}] false",
		"jo never showed. maria is a nurse and wants heat":       "[{2 missed} {0 unsure}] false",
		"no vino rosa. jo trabaja de noche":                      "[{1 missed} {2 unsure}] false",
		"met Maria at 9 and Jo at 11":                            "[{0 met} {2 met}] true",
		"met rosa medina, jo park too":                           "[{1 met} {2 met}] true",
		"maria no se presentó y rosa tampoco":                    "[{0 missed} {1 missed}] true",
		"rosa me canceló pero jo sí llegó a tiempo":              "[{1 not met} {2 met}] true",
		"stood up by jo... he never showed. rosa made it though": "[{2 missed} {1 met}] false",
	} {
		out, whole := OutcomesOf(body, names)
		if got := fmt.Sprint(out, whole); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
}
