package understand

import "testing"

// TestNumbersOfOthers: a number behind somebody else who is named is theirs, and never the contact's.
func TestNumbersOfOthers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"Maria Lopez", "meeting maria lopez thu dec 3 3pm at cafe presse and then her sister tina 206-555-0189 after", true},
		{"Rosa Medina", "veo a rosa medina el lunes a las 3 en la biblioteca y a su comadre nena 206-555-0189 después", true},
		{"Maria Lopez", "meeting maria lopez thu 3pm at cafe presse and jo park 206-555-0189", true},
		{"Rosa Medina", "cita con Rosa Medina jueves 3pm en el parque, y con Pedro 206-555-0189", true},
		{"Maria Lopez", "Meeting Maria Lopez Thu Dec 3 3pm at Cafe Presse 206-555-0142", false},
		{"Maria Lopez", "meeting Maria Lopez and her number is 206-555-0142 thu 3pm", false},
		{"Rosa Medina", "cita con Rosa Medina mañana 3pm y su cel es 206-555-0144", false},
		{"Maria Lopez", "meeting maria lopez thu 3pm, her daughters cell 206-555-0142", false},
		{"Jo Park", "Meeting Jo Park 206-555-0143 Fri 4pm at the library and then coffee", false},
		{"Maria Lopez", "meet maria lopez thu 3pm at marias house 206-555-0142", false},
		{"Rosa Medina", "nos vemos con rosa medina en casa de su hermana el lunes a las 3, su numero es 206 555 0144", false},
		{"Maria Lopez", "meeting with maria lopez 206-555-0142 and her husband luis on friday at 4", false},
		{"Maria Lopez", "meeting my neighbor maria lopez 206-555-0142 fri at 4", false},
	} {
		if got := NumberOfAnother(c.text, c.name); got != c.want {
			t.Errorf("%q of %q: %v", c.text, c.name, got)
		}
	}
}
