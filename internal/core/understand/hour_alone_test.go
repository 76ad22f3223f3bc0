package understand_test

import (
	"testing"

	"github.com/reportback/reportback/internal/core/understand"
)

// TestHourAlone holds which numbers are hours: what counts something, or says how far it is, is none.
func TestHourAlone(t *testing.T) {
	t.Parallel()
	for words, want := range map[string][2]int{
		"5 is better": {5, 0}, "430 then": {4, 30}, "mejor a las 5": {5, 0}, "how about 5": {5, 0}, "lets say 11 instead": {11, 0},
		"4:30 works": {4, 30}, "a las 5 horas": {5, 0}, "like 6": {6, 0}, "a la 1": {1, 0}, "no 5": {5, 0}, "5 mejor": {5, 0},
		"1030 ok":     {10, 30},
		"2 min away!": {}, "im 5 minutes out": {}, "estoy a 10": {}, "be there in 5": {}, "3 kids with me": {}, "llego en 5": {},
		"5 or 6": {}, "bring 4 copies": {}, "a 3 cuadras": {}, "another 10": {}, "2 blocks": {}, "dame 5 minutos": {}, "with 2 others": {},
		"":        {},
		"apt 12b": {}, "13": {}, "4 vecinos": {}, "falta 1 persona": {},
	} {
		h, m, ok := understand.HourAlone(words)
		if ok != (want[0] != 0) || h != want[0] || m != want[1] {
			t.Errorf("%q: %d:%02d %v, want %v", words, h, m, ok, want)
		}
	}
}
