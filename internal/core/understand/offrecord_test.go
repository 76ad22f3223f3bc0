package understand

import "testing"

// TestOffRecord: what of a text is not to be written down.
func TestOffRecord(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"she drives a bus. off the record, she has no papers", "she drives a bus", "she has no papers"},
		{"she drives a bus, off the record she has no papers", "she drives a bus", "she has no papers"},
		{"she drives a bus. she has no papers, off the record", "she drives a bus", "she has no papers"},
		{"off the record: she has no papers. she will bring food friday", "she will bring food friday", "she has no papers"},
		{"she has no papers. this is off the record", "", "she has no papers"},
		{"es maestra. entre nos, debe 3 meses de renta", "es maestra", "debe 3 meses de renta"},
		{"es maestra, entre nos debe 3 meses de renta", "es maestra", "debe 3 meses de renta"},
		{"debe la renta, no lo pongan en el informe. quiere ayudar", "quiere ayudar", "debe la renta"},
		{"nothing off the record, she wants to help", "nothing off the record, she wants to help", ""},
		{"she wants to help", "she wants to help", ""},
		{"between us and the school there is a bus stop", "between us and the school there is a bus stop", ""},
	} {
		if rest, off := OffRecord(c[0]); rest != c[1] || off != c[2] {
			t.Errorf("%q: kept %q, left out %q", c[0], rest, off)
		}
	}
}
