package sms

import "testing"

func TestOptOutWherePhoneIsSeen(t *testing.T) {
	t.Parallel()
	for body, stops := range map[string]bool{
		"my landlord sees my phone dont text here":           true,
		"my landlord sees this phone. dont text here":        true,
		"my boss sees my phone pls stop texting":             true,
		"he checks my phone pls dont text":                   true,
		"dont text here, my landlord sees my phone":          true,
		"mi casero revisa mi celular no me escriban":         true,
		"mi jefe ve mi cel, ya no manden mensajes":           true,
		"my landlord sees my phone but thursday is fine":     false,
		"my landlord checks my phone bill":                   false,
		"my kid uses my phone so if i dont text back call":   false,
		"mi hijo usa este teléfono, si no contesto llámenme": false,
	} {
		if got := ReadOptOut(body) != NotOptOut; got != stops {
			t.Errorf("%q: %v, want %v", body, got, stops)
		}
	}
}
