package sms

import "testing"

// TestAreasAddedLately holds the area codes that the library does not know yet, or puts on another clock than the area they lie on: a
// number in one is somebody's, in the zone of that area. One that is not assigned stays none, and so does what nobody carries.
func TestAreasAddedLately(t *testing.T) {
	t.Parallel()
	for number, zone := range map[string]string{
		"689-310-0142": "America/New_York", "436-310-0142": "America/New_York", "624-555-0142": "America/New_York",
		"(679) 310-0142": "America/New_York", "457 310 0142": "America/Chicago", "471.310.0142": "America/Chicago",
		"621-310-0142": "America/Chicago", "+1 861 310 0142": "America/Chicago", "837-310-0142": "America/Los_Angeles",
	} {
		p, err := ParsePhone(number)
		if err != nil {
			t.Errorf("%s: %v", number, err)
			continue
		}
		if z := p.Zones(); len(z) != 1 || z[0] != zone {
			t.Errorf("%s is in %v, want %s", number, z, zone)
		}
		if p.Country() != "US" {
			t.Errorf("%s is of %q", number, p.Country())
		}
	}
	if p, err := ParsePhone("729-310-0142"); err != nil || len(p.Zones()) != 2 {
		t.Errorf("729 lies on two clocks: %v, %v", p.Zones(), err)
	}
	for _, number := range []string{
		"621-110-0142", "621-911-0142", "621-555-1212", "199-310-0142", "999-310-0142", "900-310-0142", "211-310-0142",
	} {
		if p, err := ParsePhone(number); err == nil {
			t.Errorf("%s is somebody's: %s", number, p.E164())
		}
	}
}
