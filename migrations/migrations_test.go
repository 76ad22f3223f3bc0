package migrations_test

import (
	"regexp"
	"testing"

	"github.com/reportback/reportback/migrations"
)

// TestEachHasItsOwnNumber: of two with one number none runs.
func TestEachHasItsOwnNumber(t *testing.T) {
	t.Parallel()
	files, err := migrations.FS.ReadDir(".")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	named, by := regexp.MustCompile(`^(\d{4})_[a-z_]+\.sql$`), map[string]string{}
	for _, f := range files {
		m := named.FindStringSubmatch(f.Name())
		if m == nil {
			t.Errorf("%s is not named NNNN_what.sql", f.Name())
			continue
		}
		if other, taken := by[m[1]]; taken {
			t.Errorf("%s and %s", other, f.Name())
		}
		by[m[1]] = f.Name()
	}
}
