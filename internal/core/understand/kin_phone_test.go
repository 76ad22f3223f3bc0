package understand

import "testing"

// Who writes on the phone of one of theirs has reached the right phone; who says outright that it is the wrong one has not.
func TestKinHasPhone(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]bool{
		"im not maria this is her daughter she dont have her phone til tonight": true,
		"this is her son, she left her phone at home":                           true,
		"soy su hija, mi mamá dejó su celular, hasta la noche":                  true,
		"this is jos daughter wrong number im busy rn":                          false,
		"wrong number this is her son rn":                                       false,
		"número equivocado soy su hija ahorita no está":                         false,
		"this is her son this is my new number now":                             false,
		"im not maria":     false,
		"her phone is off": false,
	} {
		if got := KinHasPhone(body); got != want {
			t.Errorf("%q: %v, want %v", body, got, want)
		}
	}
}
