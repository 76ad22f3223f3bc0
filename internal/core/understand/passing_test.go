package understand

import "testing"

func TestPlannedInPassing(t *testing.T) {
	t.Parallel()
	for body, want := range map[string][2]string{
		"ran into tasha at the store, lets meet saturday at 3":                    {"ran into tasha at the store", "saturday at 3"},
		"just talked to mrs nguyen shes good for mon 10am at the senior center":   {"just talked to mrs nguyen", "mon 10am at the senior center"},
		"vi a chela en el parque dice que si el jueves a las 10 ahi mismo":        {"vi a chela en el parque", "el jueves a las 10 @ el parque"},
		"hable con nacho, dice que puede el sabado a las 4 en su casa":            {"hable con nacho", "el sabado a las 4 en su casa"},
		"val said yes!! tues dec 1 545 at her shop":                               {"", "Val tues dec 1 545 at her shop"},
		"theres a guy at the cafe named ray hell talk sat 3 there":                {"theres a guy at the cafe named ray", "sat 3 @ the cafe"},
		"bumped into tyrell he wants coffee friday like 2ish":                     {"bumped into tyrell", "friday like 2ish"},
		"just talked to denise shes good for the rally fri at 6":                  {},
		"met denise yesterday, she said yes to the meeting dec 10 at 6":           {},
		"talked to rosa she wants to talk to kim mon 10am":                        {},
		"just had a great talk with ana she said yes but not til friday":          {},
		"met denise tuesday, she said yes to fri 3pm":                             {},
		"my landlord said yes to the repairs friday":                              {},
		"hable con lupe y dijo que si va a la junta el viernes a las 6":           {},
		"did you see tasha, she said yes for friday?":                             {},
		"ana wants to know if maria can do friday and i said maybe so lets see k": {},
	} {
		told, ahead, ok := PlannedInPassing(body)
		if ok != (want[1] != "") || told != want[0] || ahead != want[1] {
			t.Errorf("%q: %q, %q, %t, want %q, %q", body, told, ahead, ok, want[0], want[1])
		}
	}
}
