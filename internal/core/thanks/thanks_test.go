package thanks

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// TestTheTableOfThanks prints what each transition makes of each state; a dash is a refusal.
func TestTheTableOfThanks(t *testing.T) {
	t.Parallel()
	want := `
          owe      show     approve  hold     cancel   plain    send     miss
          waiting  draft    approved held     not_due  may      sent     missed
waiting   waiting  draft    approved held     not_due  may      sent     missed
draft     waiting  draft    approved held     not_due  may      sent     missed
approved  -        -        -        -        -        -        sent     -
held      waiting  draft    approved held     not_due  -        sent     held
sent      -        -        -        -        -        -        -        -
missed    waiting  draft    approved held     not_due  may      sent     missed
not_due   waiting  draft    approved held     not_due  -        sent     -
`
	transitions := []struct {
		name string
		do   func(*Thanks) error
	}{
		{"owe", func(x *Thanks) error { return x.Owe("") }},
		{"show", func(x *Thanks) error { return x.Show("words") }},
		{"approve", func(x *Thanks) error { return x.Approve("words", "by Ana") }},
		{"hold", func(x *Thanks) error { return x.Hold("by Ana") }},
		{"cancel", func(x *Thanks) error { return x.Cancel("did not come") }},
		{"plain", func(x *Thanks) error { return x.MayPlain() }},
		{"send", func(x *Thanks) error { return x.Send("words", time.Unix(1, 0), uuid.Max) }},
		{"miss", func(x *Thanks) error { return x.Miss("too late") }},
	}
	var got strings.Builder
	got.WriteString("\n          ")
	line := func(cells []string) { got.WriteString(strings.TrimRight(strings.Join(cells, ""), " ") + "\n") }
	var head []string
	for _, tr := range transitions {
		head = append(head, fmt.Sprintf("%-9s", tr.name))
	}
	line(head)
	for _, s := range []State{"", Waiting, Draft, Approved, Held, Sent, Missed, NotDue} {
		cells := []string{fmt.Sprintf("%-10s", s)}
		for _, tr := range transitions {
			x := Thanks{State: s}
			before := x
			cell := "-"
			switch err := tr.do(&x); {
			case err != nil && x != before:
				t.Errorf("%s refuses in %q, and changes it", tr.name, s)
			case err == nil && tr.name == "plain":
				cell = "may"
			case err == nil:
				cell = string(x.State)
			}
			cells = append(cells, fmt.Sprintf("%-9s", cell))
		}
		line(cells)
	}
	if got.String() != want {
		t.Errorf("got%swant%s", got.String(), want)
	}
}
