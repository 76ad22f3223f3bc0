package sms_test

import (
	"testing"

	"github.com/reportback/reportback/internal/core/sms"
)

// TestNothingUnseenTurnsATextRound: what changes the direction of writing goes, what letters and emoji are joined with stays.
func TestNothingUnseenTurnsATextRound(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"pay \u202e001$\u202c now": "pay 001$ now", "a\u2066b\u2069c": "abc", "M\u2060a\u200eria": "Maria", "x\U000e0041y": "xy",
		"👩\u200d👧 می\u200cخواهم": "👩\u200d👧 می\u200cخواهم", "❤\ufe0f\u200d🔥 👩🏽\u200d🌾 क्\u200dष": "❤\ufe0f\u200d🔥 👩🏽\u200d🌾 क्\u200dष",
		"Mar\u200dia L\u200cópez\u200d": "Maria López", "\u200d12\u200d3 👧\u200d x می\u200c": "123 👧 x می",
		"Jo\u200b\ufeff Pa\u00adrk\u180e": "Jo Park",
		"Ана\u200d\u200d Β\u200dο":        "Ана Βο",
	} {
		if got := sms.NewBody(in).Text(); got != want {
			t.Errorf("%q is kept as %q, want %q", in, got, want)
		}
	}
}
