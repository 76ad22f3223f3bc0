package person

import "testing"

func TestWhenSomebodyIsCalledIsNoWordAgainstTexts(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"call after 6": "", "calls in the evening": "", "phone, mornings": "", "llamar despues de las 6": "", "llamarle por la tarde": "",
		"call": ByCall, "just call, after 6": ByCall, "call 206-555-0177": ByCall, "prefers calls": ByCall,
		"mejor llamarla por la tarde": ByCall, "llamar, no mensajes, en las noches": ByCall, "text after 6": "text",
	} {
		if got := Way(words); got != want {
			t.Errorf("Way(%q) = %q, want %q", words, got, want)
		}
	}
}
