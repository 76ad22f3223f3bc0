package understand

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// TestOtherDays holds sentences to what they mean on days on which dates are easily mistaken.
func TestOtherDays(t *testing.T) {
	t.Parallel()
	onOtherDays(t, "testdata/other_days.txt", 200)
}

// TestFreshTextsByDay holds texts that were written by people who knew only who texts and why.
func TestFreshTextsByDay(t *testing.T) {
	t.Parallel()
	onOtherDays(t, "testdata/fresh.txt", 380)
}

// TestSentencesNearReportedOnes holds the neighbours of reported sentences, and their look-alikes, to what they mean.
func TestSentencesNearReportedOnes(t *testing.T) {
	t.Parallel()
	onOtherDays(t, "testdata/near.txt", 400)
}

// onOtherDays reads a file of sentences, each as of the moment that stands above it.
func onOtherDays(t *testing.T, file string, atLeast int) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := at(t)
	var out strings.Builder
	n := 0
	for s := bufio.NewScanner(strings.NewReader(string(b))); s.Scan(); {
		line := s.Text()
		if ref, ok := strings.CutPrefix(line, "@"); ok {
			if c.At, err = time.Parse(time.RFC3339, ref); err != nil {
				t.Fatal(err)
			}
		}
		f := strings.SplitN(line, "\t", 3)
		if len(f) < 3 {
			out.WriteString(line + "\n")
			continue
		}
		c.Mode = when.Plan
		if f[0] == "report" {
			c.Mode = when.Report
		}
		n++
		got := summary(Read(f[1], c))
		if got != f[2] && !*update {
			t.Errorf("%s %q on %s: %s\n want %s", f[0], f[1], c.At.Format(time.DateTime), got, f[2])
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\n", f[0], f[1], got)
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n < atLeast {
		t.Errorf("%d sentences: the table has thinned out", n)
	}
}
