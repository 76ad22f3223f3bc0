package lang

import (
	"strings"
	"testing"
)

func TestOwnWordsUnderWhichPeopleCouldNotAnswerAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key  Key
		text string
		why  string
	}{
		{ThanksPlain, "Thanks for talking with {ofirst}. -{org}", ""},
		{ThanksPlain, "  ", "no words"},
		{ThanksPlain, "Thanks, -{org}", "must hold these"},
		{ThanksPlain, "Thanks {ofirst} {org} {phone}", "must hold these"},
		{ThanksPlain, "Thanks {ofirst} {org} {", "must hold these"},
		{ThanksPlain, "Thanks {ofirst} {org}. Reply YES", "YES is the carrier's"},
		{ThanksPlain, "Thanks {ofirst} {org}\x00", "cannot be texted"},
		{ThanksPlain, "Thanks {ofirst} {org}" + strings.Repeat("!", 600), "longer than"},
		{TodayWord, "today {when}", "no braces"},
		{StopLine, "STOP to opt out.", ""},
		{StopLine, "Write to us to leave.", "how to opt out"},
		{StopLine, "Reply STOP if you like.", "in one of these ways"},
		{OptedOut, "{org} lets you go.", "how to come back"},
		{YesAfterChange, strings.ReplaceAll(raw(English, YesAfterChange), "1", "9"), "same answers"},
		{Label("learned"), "Heard", "no such text"},
		{"nothing", "Heard", "no such text"},
	} {
		err := CheckOwn(English, c.key, c.text)
		if c.why == "" && err != nil || c.why != "" && (err == nil || !strings.Contains(err.Error(), c.why)) {
			t.Errorf("%s %q: %v, want %q", c.key, c.text, err, c.why)
		}
	}
}

// TestEveryBuiltInTextCouldBeOnesOwn: a check that refused what the service itself says would be wrong.
func TestEveryBuiltInTextCouldBeOnesOwn(t *testing.T) {
	t.Parallel()
	for _, k := range Changeable() {
		for _, tag := range Tags() {
			if err := CheckOwn(tag, k, BuiltIn(tag, k)); err != nil {
				t.Errorf("%s in %s: %v", k, tag, err)
			}
		}
	}
}

func TestWhatNoLongerFitsGivesWayToTheCatalogue(t *testing.T) {
	t.Parallel()
	var w Words
	if err := w.Take(SettingKey(English, ThanksPlain), "Thanks, {nobody}"); err == nil {
		t.Error("a text that does not fit was taken")
	}
	if err := w.Take(SettingKey(Spanish, ThanksPlain), "Gracias de {ofirst} y {org}"); err != nil {
		t.Error(err)
	}
	if err := w.Take("org", "Any"); err != nil {
		t.Errorf("another setting: %v", err)
	}
	fields := []string{"ofirst", "Ana", "org", "Us"}
	if got, want := w.Text(English, ThanksPlain, fields...), Text(English, ThanksPlain, fields...); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := w.Text(Spanish, ThanksPlain, fields...); got != "Gracias de Ana y Us" {
		t.Errorf("own text: %q", got)
	}
}
