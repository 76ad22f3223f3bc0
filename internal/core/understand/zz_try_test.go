package understand

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	b, err := os.ReadFile(os.Getenv("ZZ"))
	if err != nil {
		t.Skip()
	}
	right, asked, silent := 0, 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		l := strings.Split(line, "\t")
		if line[0] == '#' || len(l) < 3 {
			continue
		}
		r := Read(l[1], hardContext(t, l[0]))
		var faults []string
		bad := false
		for _, want := range l[2:] {
			f, s := differs(r, want)
			if want == "reply=stop" && r.Reply != Stop {
				s = r.Reply != MaybeStop
			}
			if f != "" {
				faults = append(faults, f)
				bad = bad || s
			}
		}
		mark := "  "
		switch {
		case len(faults) == 0:
			right++
		case bad:
			silent++
			mark = "XX"
		default:
			asked++
			mark = "? "
		}
		if mark != "  " || os.Getenv("ALL") != "" {
			fmt.Printf("%s %s\n      got when=%s who=%q where=%q reply=%q own=%v do=%v  [%s]\n", mark, l[1], datedAs(r.When), r.Person, r.Place, r.Reply, r.OwnWords, r.Command, strings.Join(faults, "; "))
		}
	}
	fmt.Printf("right %d asked %d silent %d\n", right, asked, silent)
}
