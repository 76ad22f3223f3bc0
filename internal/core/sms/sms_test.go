package sms

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestPhonesMaskThemselves(t *testing.T) {
	t.Parallel()
	p, err := ParsePhone("(206) 555-0142")
	if err != nil || p.E164() != "+12065550142" || p.Display() != "206-555-0142" {
		t.Fatalf("%q %v", p.E164(), err)
	}
	j, err := json.Marshal(map[string]any{"phone": p, "body": NewBody("mold in the bedroom")})
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "phone", p, "list", []Phone{p}, "body", NewBody("mold in the bedroom"))
	for _, s := range []string{
		p.String(), fmt.Sprintf("%v %+v %#v %s %q %d", p, p, p, p, p, p), fmt.Sprint([]Phone{p}),
		fmt.Sprintf("%+v", struct{ P Phone }{p}), string(j), log.String(),
	} {
		if strings.Contains(s, "5550142") || strings.Contains(s, "mold") {
			t.Errorf("a number or words leak: %s", s)
		}
	}
}

func TestNumbersThatCannotBeTexted(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "911", "12345", "555-2671", "1-800-356-9377", "206-555-0142 x12", "900-555-0142", "1-976-555-0142x", "+44 909 879 0000", "call me",
		strings.Repeat("2065550142", 20),
	} {
		if p, err := ParsePhone(s); err == nil {
			t.Errorf("%q is taken for %s", s, p.E164())
		}
	}
	for _, s := range []string{"2065550142", "+1 206.555.0142", "1 (206) 555 0142"} {
		if p, err := ParsePhone(s); err != nil || p.E164() != "+12065550142" {
			t.Errorf("%q: %q %v", s, p.E164(), err)
		}
	}
	for _, s := range []string{"384387", "whatsapp:+12065550142", "Alerts", "+0123456789", "+1206555014x", "rcs:+12065550142"} {
		if _, err := PhoneFromE164(s); err == nil {
			t.Errorf("%q is no E.164 number", s)
		}
	}
}

func TestStatusesOnlyMoveForward(t *testing.T) {
	t.Parallel()
	order := []string{"scheduled", "accepted", "queued", "sending", "sent", "partially_delivered", "delivered"}
	for i := 1; i < len(order); i++ {
		if ParseStatus(order[i-1]).Rank() >= ParseStatus(order[i]).Rank() {
			t.Errorf("%s must rank below %s", order[i-1], order[i])
		}
	}
	for _, s := range []string{"delivered", "undelivered", "failed", "canceled"} {
		if ParseStatus(s).Rank() != 10 {
			t.Errorf("%s is an end", s)
		}
	}
	if ParseStatus("teleported").Rank() != 0 {
		t.Error("a status that nobody knows moves nothing")
	}
}

func TestSegmentsAsTwilioCountsThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		enc        Encoding
		segments   int
	}{
		{"160 septets are one", strings.Repeat("a", 160), GSM7, 1},
		{"161 are two", strings.Repeat("a", 161), GSM7, 2},
		{"an escape pair is never divided", strings.Repeat("a", 152) + "€" + strings.Repeat("a", 152), GSM7, 3},
		{"ñ, é and ¿ stay in GSM-7", "¿Mañana, José?", GSM7, 1},
		{"í does not", "día", UCS2, 1},
		{"35 emoji are one", strings.Repeat("😀", 35), UCS2, 1},
		{"36 are two", strings.Repeat("😀", 36), UCS2, 2},
		{"an emoji is never divided", strings.Repeat("á", 66) + "😀" + strings.Repeat("á", 66), UCS2, 3},
		{"306 are two", strings.Repeat("b", 306), GSM7, 2},
	} {
		enc, _, n := Segments(c.text)
		if enc != c.enc || n != c.segments {
			t.Errorf("%s: %s %d, want %s %d", c.name, enc, n, c.enc, c.segments)
		}
	}
	if got := Tidy("“Ana’s” place — 3–4…"); got != `"Ana's" place - 3-4...` {
		t.Errorf("tidy: %q", got)
	}
}

func TestCarrierKeywordsAreWholeTexts(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"STOP", " stop ", "Unsubscribe", "CANCEL", "end", "Quit", "revoke", "optout", "stopall"} {
		if CarrierKeyword(s) != KeywordStop {
			t.Errorf("%q stops", s)
		}
	}
	for _, s := range []string{"STOP please", "don't stop", "cancelar", "cancel thursday", "ending", ""} {
		if CarrierKeyword(s) == KeywordStop {
			t.Errorf("%q is no keyword", s)
		}
	}
}

// FuzzReadOptOut: no text makes it panic, and a story is never an opt-out.
func FuzzReadOptOut(f *testing.F) {
	for _, s := range []string{"stop", "Liked “STOP”", "no me escriban más", "\x00", "🛑", strings.Repeat("stop ", 500)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := ReadOptOut(s)
		if len(s) > maxOptOut && v != NotOptOut && CarrierKeyword(s) != KeywordStop {
			t.Errorf("a text of %d bytes is taken for an opt-out", len(s))
		}
	})
}

// TestAnAreaOnTwoClocksIsNotCertain holds every area that lies on two clocks, whatever exchange a number has, and some that do not.
func TestAnAreaOnTwoClocksIsNotCertain(t *testing.T) {
	t.Parallel()
	for _, area := range []string{
		"208", "986", "219", "574", "812", "930", "270", "364", "606", "308", "423", "729", "458", "541", "605", "701", "620", "785", "775",
		"850",
		"448", "906", "907", "928", "236", "250", "257", "672", "778", "306", "474", "639", "367", "418", "581", "709", "879", "807", "867",
	} {
		for _, exchange := range []string{"200", "334", "555", "664", "782", "999"} {
			p, err := PhoneFromE164("+1" + area + exchange + "0142")
			if err != nil {
				t.Fatal(err)
			}
			zones := p.Zones()
			if len(zones) < 2 {
				t.Errorf("%s-%s is certain to be in %v", area, exchange, zones)
			}
			for _, z := range zones {
				if _, err := time.LoadLocation(z); err != nil {
					t.Errorf("%s: %v", area, err)
				}
			}
		}
	}
	for area, want := range map[string]string{
		"206": "America/Los_Angeles", "212": "America/New_York", "312": "America/Chicago", "303": "America/Denver", "602": "America/Phoenix",
		"808": "Pacific/Honolulu", "404": "America/New_York", "702": "America/Los_Angeles", "915": "America/Denver",
	} {
		p, err := PhoneFromE164("+1" + area + "5550142")
		if err != nil {
			t.Fatal(err)
		}
		if z := p.Zones(); len(z) != 1 || z[0] != want {
			t.Errorf("%s is in %v, want %s", area, z, want)
		}
	}
}

// TestFit holds that accents go only where they alone make a text long.
func TestFit(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("nos vemos en el parque ", 11)
	for _, c := range []struct{ give, want string }{
		{"la panadería, mié 4 PM", "la panadería, mié 4 PM"},
		{long + "la panadería", long + "la panaderia"},
		{long + "mié, niño", long + "mié, niño"},
		{long + "la panadería 🙏", long + "la panadería 🙏"}, // it would be as long without
	} {
		if got := Fit(c.give); got != c.want {
			t.Errorf("%q: got %q, want %q", c.give, got, c.want)
		}
	}
}

// TestANumberThatCannotBeIsNone: the North American Numbering Plan gives no number whose area code or exchange begins with 0 or 1, ends in
// 11, lies in the blocks kept back (37X, 96X) or is assigned to nobody; those set aside for examples (555-01XX) are read.
func TestANumberThatCannotBeIsNone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"206-911-4188", "206-411-0142", "(253) 211 0101", "206-155-0142", "206-055-0142", "106-555-0142", "006-555-0142", "211-555-0142",
		"911-555-0142", "370-555-0142", "379 555 0142", "960-555-0142", "969.555.0142", "200-555-0142", "999-555-0142", "290-555-0142",
		"+1 206 911 4188", "206-555-1212",
	} {
		if p, err := ParsePhone(s); err == nil {
			t.Errorf("%s is taken for %s", s, p.E164())
		}
	}
	for _, s := range []string{
		"206-555-0142", "564-555-0101", "235-555-0142", "738-555-0142", "206-812-4188", "604-555-0142", "787-555-0142",
	} {
		if _, err := ParsePhone(s); err != nil {
			t.Errorf("%s is refused", s)
		}
	}
}

// TestWhatNothingDividesIsCountedAtOnce: the quick way counts as the slow one does, wherever a text ends.
func TestWhatNothingDividesIsCountedAtOnce(t *testing.T) {
	t.Parallel()
	for n := range 480 {
		for _, c := range []string{"b", "\n", "~", "`", "\x7f"} { // the last are not plain, or no letters at all
			s := strings.Repeat("a", n) + c
			sizes, ok := gsmSizes(s)
			units, segments := fill(sizes, 160, 153)
			if enc, u, got := Segments(s); ok != (enc == GSM7) || ok && (u != units || got != segments) {
				t.Fatalf("%d and %q: %s %d %d, want %d %d", n, c, enc, u, got, units, segments)
			}
		}
	}
}
