package zones_test

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/zones"
)

// TestTheBuiltInZonesAreCurrent holds changes of clocks of 2026: a machine of the year before has Vancouver an hour back in December.
func TestTheBuiltInZonesAreCurrent(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 3, 20, 0, 0, 0, time.UTC)
	for name, hours := range map[string]int{
		"America/Vancouver": -7, "America/Edmonton": -6, "America/Los_Angeles": -8, "America/Phoenix": -7, "America/New_York": -5,
		"America/Mexico_City": -6, "America/Chicago": -6, "America/Denver": -7,
	} {
		loc, err := zones.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, offset := at.In(loc).Zone(); offset != hours*3600 {
			t.Errorf("%s is %d hours from UTC, want %d", name, offset/3600, hours)
		}
	}
}

func TestWhatIsNoZoneIsNone(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Local", "Mars", "../etc/passwd", "America/", "PST"} {
		if loc, err := zones.Load(name); err == nil || zones.Known(name) {
			t.Errorf("%q is %v", name, loc)
		}
	}
	if loc, err := zones.Load(""); err != nil || loc != time.UTC || zones.Known("") {
		t.Errorf("the empty name is %v, %v", loc, err)
	}
	if loc, err := zones.Load("UTC"); err != nil || loc != time.UTC {
		t.Errorf("UTC is %v, %v", loc, err)
	}
}
