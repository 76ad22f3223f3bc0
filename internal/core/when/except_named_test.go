package when

import (
	"testing"
	"time"
)

// A holiday that only names the day which is ruled out is no option; two weekdays of which one is doubted stay two.
func TestHolidayNamesARuledOutDay(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	c := Context{At: time.Date(2026, 11, 24, 10, 0, 0, 0, zone), Zone: zone}
	for _, text := range []string{"not thursday thats thanksgiving, friday", "not thanksgiving, friday"} {
		if r := Read(text, c); r.Date.String() != "2026-11-27" || len(r.Options) > 0 {
			t.Errorf("%q: %v %v", text, r.Date, r.Options)
		}
	}
	if r := Read("thanksgiving or friday", c); len(r.Options) != 2 {
		t.Errorf("two days: %v %v", r.Date, r.Options)
	}
}
