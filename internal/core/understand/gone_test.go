package understand

import "testing"

func TestGoneForGood(t *testing.T) {
	t.Parallel()
	names := []string{"Maria Lopez", "Maria", "Rosa Medina", "Rosa"}
	for body, want := range map[string]bool{
		"maria passed away":                                    true,
		"Maria Lopez passed away yesterday":                    true,
		"she died last night":                                  true,
		"so sorry, her daughter told me maria died":            true,
		"just found out maria got deported":                    true,
		"ice took rosa":                                        true,
		"ICE took her this morning":                            true,
		"Rosa is in jail":                                      true,
		"rosa was picked up by ice yesterday":                  true,
		"falleció Rosa":                                        true,
		"rosa falleció anoche":                                 true,
		"se murió rosa":                                        true,
		"me avisaron que la señora rosa falleció":              true,
		"deportaron a rosa":                                    true,
		"la migra agarró a Rosa ayer":                          true,
		"rosa está detenida":                                   true,
		"ay no, falleció anoche":                               true,
		"se murió ayer":                                        true,
		"se murió la batería":                                  false,
		"se murió mi tía":                                      false,
		"maria's mom passed away":                              false,
		"her mom died":                                         false,
		"maria lost her dad":                                   false,
		"rosa says her husband got deported":                   false,
		"se murió la mamá de rosa":                             false,
		"a rosa se le murió su mamá":                           false,
		"deportaron al esposo de rosa":                         false,
		"maria's phone died":                                   false,
		"maria is dead tired":                                  false,
		"maria passed out flyers":                              false,
		"maria passed the test":                                false,
		"she killed it":                                        false,
		"maria died laughing":                                  false,
		"did maria die?":                                       false,
		"maria isn't dead":                                     false,
		"she's not in jail anymore":                            false,
		"she got out of jail":                                  false,
		"maria is worried about being deported":                false,
		"rosa tiene miedo de que la deporten":                  false,
		"la vecina de rosa falleció":                           false,
		"maria knows somebody who died on her floor":           false,
		"her brother is in jail":                               false,
		"maria's son is detained and she needs a lawyer":       false,
		"met maria, her husband died last year, wants a vigil": false,
	} {
		if got := GoneForGood(body, names); got != want {
			t.Errorf("%q: %v, want %v", body, got, want)
		}
	}
}
