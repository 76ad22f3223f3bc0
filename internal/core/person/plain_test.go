package person_test

import (
	"testing"

	"github.com/reportback/reportback/internal/core/person"
)

func TestANameHoldsNothingUnseen(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"  María \u202e Gómez ": "María Gómez", "Ma\u200dria\u2060": "Maria", "\ufeffBo\u00adLee": "BoLee", "Nguyễn Thị Hoa": "Nguyễn Thị Hoa",
	} {
		if got := person.PlainName(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
