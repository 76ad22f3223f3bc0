package sms

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestOptOutWordings holds the verdict on every wording of the table: yes (an opt-out), no, or ask (staff decide).
func TestOptOutWordings(t *testing.T) {
	t.Parallel()
	f, err := os.Open("testdata/optout.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	names := map[OptOut]string{NotOptOut: "no", OptOutClear: "yes", OptOutDoubtful: "ask"}
	n := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		want, text, ok := strings.Cut(s.Text(), "\t")
		if !ok {
			t.Fatalf("not a line of the table: %q", s.Text())
		}
		n++
		if got := names[ReadOptOut(text)]; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if n < 150 {
		t.Errorf("%d wordings: the table has thinned out", n)
	}
}
