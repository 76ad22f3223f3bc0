package sms

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestOptOutWordings holds the verdict on every wording of the tables: yes (an opt-out), no, or ask (staff decide); where two are
// right, both stand there. \n is a line's end.
func TestOptOutWordings(t *testing.T) {
	t.Parallel()
	for _, file := range []string{
		"testdata/optout.txt", "testdata/optout_more.txt", "testdata/optout_kinds.txt", "testdata/optout_fresh.txt",
		"testdata/optout_moment.txt",
	} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = f.Close() }()
			names := map[OptOut]string{NotOptOut: "no", OptOutClear: "yes", OptOutDoubtful: "ask"}
			n, missed, made := 0, 0, 0
			for s := bufio.NewScanner(f); s.Scan(); {
				want, text, ok := strings.Cut(s.Text(), "\t")
				if !ok {
					t.Fatalf("not a line of the table: %q", s.Text())
				}
				n++
				text = strings.ReplaceAll(text, `\n`, "\n")
				got := names[ReadOptOut(text)]
				if !strings.Contains(","+want+",", ","+got+",") {
					if got == "no" {
						missed++
					} else if want == "no" {
						made++
					}
					t.Errorf("%q: %s, want %s", text, got, want)
				}
			}
			t.Logf("%d wordings, %d missed, %d made up", n, missed, made)
			if n < 60 && !strings.Contains(file, "moment") {
				t.Errorf("%d wordings: the table has thinned out", n)
			}
		})
	}
}
