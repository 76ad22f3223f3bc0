package understand

import (
	"testing"
	"time"
)

func TestRemindsBefore(t *testing.T) {
	t.Parallel()
	for what, want := range map[string]Before{
		"2 hrs before":              {Span: 2 * time.Hour},
		"an hour before":            {Span: time.Hour},
		"half an hour before":       {Span: time.Hour / 2},
		"30 min before we meet":     {Span: time.Hour / 2},
		"the night before":          {Days: 1, Eve: true},
		"the day before":            {Days: 1},
		"2 days before":             {Days: 2},
		"the morning of":            {},
		"una hora antes":            {Span: time.Hour},
		"2 horas antes de la cita":  {Span: 2 * time.Hour},
		"media hora antes":          {Span: time.Hour / 2},
		"un día antes":              {Days: 1},
		"la noche antes":            {Days: 1, Eve: true},
		"esa mañana":                {},
		"an hour before my meeting": {Span: time.Hour},
	} {
		if got, ok := RemindsBefore(what); !ok || got != want {
			t.Errorf("%q: %v %v, want %v", what, got, ok, want)
		}
	}
	for _, what := range []string{
		"call jo", "friday", "an hour before to call jo", "the flyer before friday", "a few hours before", "before", "call her 2 hrs before",
		"pay rent the day before", "llamar a jo una hora antes", "mañana",
	} {
		if got, ok := RemindsBefore(what); ok {
			t.Errorf("%q: %v", what, got)
		}
	}
}
