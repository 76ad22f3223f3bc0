package understand

import "testing"

// TestNamesCorrected: a name is put right by its words; whatever else is said leaves it.
func TestNamesCorrected(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ was, words, want string }{
		{"Roy Banks", "no his names Ray not Roy", "Ray Banks"},
		{"Roy Banks", "wait its Ray, not Roy", "Ray Banks"},
		{"Roy Banks", "Ray not Roy sorry", "Ray Banks"},
		{"Kofi Mensah", "oops his last name is Mensa no h", "Kofi Mensa"},
		{"Kofi Mensah", "mensah no h", "Kofi Mensa"},
		{"Rosa Medina", "no, se llama rosario", "Rosario Medina"},
		{"Rosa Medina", "su apellido es Mendez", "Rosa Mendez"},
		{"Rosa", "se apellida Medina", "Rosa Medina"},
		{"Maria Lopes", "lopez con z", "Maria Lopez"},
		{"Beto Salazar", "es Alberto Salazar, no Beto", ""},
		{"Maria Lopez", "her name is Maria Elena Lopez", "Maria Elena Lopez"},
		{"Rosa Medina", "oye es Medino con o, no Medina", "Rosa Medino"},
		{"Maria Lopez", "and its lopes w an s", "Maria Lopes"},
		{"Rosa Medina", "es Medín sin a", "Rosa Medín"},
		{"Rosa Medina", "no, es Medin, sin la a", "Rosa Medin"},
		{"Rosa Medina", "sin la a, Medín", "Rosa Medín"},
		{"Rosa Medina", "sin a", "Rosa Medin"},
		{"Jessica Paz", "es Jesica con una s", "Jesica Paz"},
		{"Anna Reed", "its Ana with one n", "Ana Reed"},
		{"Joe Park", "its Jo without the e", "Jo Park"},
		{"Sara Diaz", "es con h al final", "Sarah Diaz"},
		{"Rosa Medina", "es una casa sin agua", ""},
		{"Rosa Medina", "es el martes sin falta", ""},
		{"Gina Park", "coffee with J", ""},
		{"Gina Park", "i met her with a friend", ""},
		{"Rosa Medina", "no es Medín", ""},
		{"Rosa Medina", "no a", ""},
		{"Maria Lopez", "it was great to meet you", ""},
		{"Maria Lopez", "no i said friday not thursday", ""},
		{"Maria Lopez", "no worries maria, thanks for the talk", ""},
		{"Maria Lopez", "gracias por todo, nos vemos con su hermana", ""},
	} {
		if got, ok := NameCorrected(c.words, c.was); got != c.want && (ok || c.want != "") {
			t.Errorf("%q of %q: %q, want %q", c.words, c.was, got, c.want)
		}
	}
}
