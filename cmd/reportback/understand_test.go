package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

const refTime, refZone = "2026-11-24T10:00:00-08:00", "America/Los_Angeles"

func TestUnderstandAnswersAsScriptsRelyOn(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	err := runUnderstand(t.Context(), strings.NewReader(""), &out, understandArgs{
		At: refTime, Zone: refZone, Mode: "plan", Text: []string{"Meeting", "Maria Lopez 206-555-0142", "Dec 3 3pm at Cafe Presse"},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"date":"2026-12-03","time":"15:00","instant":"2026-12-03T15:00:00-08:00","ask":[],"options":[],` +
		`"person":"Maria Lopez","phone":"+12065550142","email":"","place":"Cafe Presse","command":"meet",` +
		`"reply":"","own_words":false,"machine":false,"except":[],"not_before":"","zone":""}`
	if got := strings.TrimSpace(out.String()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestUnderstandLinesAnswersEachLine(t *testing.T) {
	t.Parallel()
	in := `{"text":"friday at 7","at":"` + refTime + `","zone":"` + refZone + `"}` + "\n\n" +
		`{"text":"ayer","at":"` + refTime + `","zone":"` + refZone + `","lang":"es","mode":"report"}` // the last line has no end
	var out bytes.Buffer
	if err := runUnderstand(t.Context(), strings.NewReader(in), &out, understandArgs{Lines: true}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines: %q", len(lines), out.String())
	}
	var which, day understood
	for i, to := range []*understood{&which, &day} {
		if err := json.Unmarshal([]byte(lines[i]), to); err != nil {
			t.Fatal(err)
		}
	}
	if len(which.Options) != 2 || which.Options[0] != "2026-11-27T07:00:00-08:00" || which.Instant != "" {
		t.Errorf("a bare seven is asked about with both times: %+v", which)
	}
	if day.Date != "2026-11-23" || len(day.Ask) != 0 {
		t.Errorf("in a report a day is enough: %+v", day)
	}
}

func TestUnderstandNamesTheSettingThatIsWrong(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]understandArgs{
		"at":   {At: "yesterday", Text: []string{"x"}},
		"zone": {Zone: "Mars/Base", Text: []string{"x"}},
		"lang": {Lang: "fr", Text: []string{"x"}},
		"mode": {Mode: "dream", Text: []string{"x"}},
	} {
		err := runUnderstand(t.Context(), strings.NewReader(""), &bytes.Buffer{}, a)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
