package reread_test

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/talk/reread"
)

// TestTidied: a slip of the thumb is put right where that makes one word that we know; names, places and words of their own stay.
func TestTidied(t *testing.T) {
	t.Parallel()
	names := []string{"Maria Lopez", "Rosa Medina"}
	for text, want := range map[string]string{
		"hey can u cancle maria":                   "cancel maria",
		"oye necesiro ver a rosa":                  "necesito ver a rosa",
		"ugh so i need to reschedul maria":         "i need to reschedule maria",
		"meet maria at cafe presse":                "meet maria at cafe presse",
		"coffee w tinna reed friday":               "coffee w tinna reed friday",
		"cita con lupta el viernes":                "cita con lupta el viernes",
		"Canselo":                                  "Canselo",
		"hey":                                      "hey",
		"mari said hi":                             "mari said hi",
		"q bueno!! dile q le llevo pan":            "dile q le llevo pan",
		"el viernes en la bodega de la calle doce": "el viernes en la bodega de la calle doce",
	} {
		if got := reread.Tidied(text, names); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// TestOf: every reading and what it leaves out are the text, the least is left out first, and what depends on something is not read apart.
func TestOf(t *testing.T) {
	t.Parallel()
	got := reread.Of("kid is sick, cant do thurs. tell maria im sorry", nil)
	if len(got) != 5 || got[0].Words != "kid is sick, cant do thurs" || got[0].Left != "tell maria im sorry" {
		t.Errorf("%q", got)
	}
	marks := func(s string) int { return strings.Count(s, ",") + strings.Count(s, ".") }
	for i := 1; i < len(got); i++ { // as many parts as the one before, or fewer
		if marks(got[i].Words) > marks(got[i-1].Words) {
			t.Errorf("%q comes behind %q", got[i], got[i-1])
		}
	}
	for _, text := range []string{"if she cant make it, cancel maria", "si no puede rosa, cancela", "ok", "", strings.Repeat("a, b. ", 200)} {
		for _, r := range reread.Of(text, nil) {
			if r.Left != "" {
				t.Errorf("%q is read as %q", text, r)
			}
		}
	}
	if got := reread.Of("puede ser a las 4 y media mejor", nil); len(got) != 0 {
		t.Errorf("an hour is cut: %q", got)
	}
}

// FuzzOf: whatever is written, each reading is bounded and not the text itself.
func FuzzOf(f *testing.F) {
	f.Add("hey can u set up a 1on1 w maria, 3ish. ok?")
	f.Add("tengo q mover lo de rosa, me cambiaron el turno y ya")
	f.Add("\xff,,, n n n.")
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range reread.Of(s, []string{"Maria Lopez"}) {
			if r.Words == strings.TrimSpace(s) || len(r.Words) > 4*len(s)+64 || len(r.Left) > 2*len(s)+64 {
				t.Fatalf("%q: %q", s, r)
			}
		}
	})
}
