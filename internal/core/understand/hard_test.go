package understand

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/when"
)

// hardLines reads a table of testdata/hard: lines of fields divided by tabs.
func hardLines(t *testing.T, name string, fields int) [][]string {
	t.Helper()
	f, err := os.Open("testdata/hard/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out [][]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if s.Text() == "" || s.Text()[0] == '#' {
			continue
		}
		l := strings.Split(s.Text(), "\t")
		if len(l) != fields {
			t.Fatalf("not a line of the table: %q", s.Text())
		}
		out = append(out, l)
	}
	return out
}

func hardContext(t *testing.T, mode string) when.Context {
	t.Helper()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	c := when.Context{At: time.Date(2026, 12, 1, 10, 0, 0, 0, zone), Zone: zone, AsNamed: true}
	mode, tag, _ := strings.Cut(mode, ":")
	c.Lang = lang.Tag(tag)
	if mode == "report" {
		c.Mode = when.Report
	}
	return c
}

// TestHardDates holds the reading of days and hours to the hard kinds: zones, days ruled out, minutes to the hour, weeks, numbers of
// places.
func TestHardDates(t *testing.T) {
	t.Parallel()
	wrong, silent := 0, 0
	lines := hardLines(t, "dates.txt", 3)
	for _, l := range lines {
		r := Read(l[1], hardContext(t, l[0])).When
		if slices.ContainsFunc(strings.Split(l[2], " or "), func(want string) bool { return dated(r, want) }) {
			continue
		}
		wrong++
		if !r.Instant.IsZero() {
			silent++
		}
		t.Errorf("%s %q: %s, want %s", l[0], l[1], datedAs(r), l[2])
	}
	t.Logf("%d texts, %d right, %d silently wrong", len(lines), len(lines)-wrong, silent)
}

// dated reports whether a reading is what a line of the table wants.
func dated(r when.Reading, want string) bool {
	want, except, ruled := strings.Cut(want, "except ")
	want, zone, named := strings.Cut(strings.TrimSpace(want), "zone ")
	want = strings.TrimSpace(want)
	if ruled {
		d, _ := when.ParseDate(except)
		if !slices.Contains(r.Except, d) || r.Date == d || slices.ContainsFunc(r.Options, func(o when.Option) bool { return o.Date == d }) {
			return false
		}
	}
	if named != (r.Zone != nil && r.Zone.String() != "America/Los_Angeles") || named && r.Zone.String() != zone {
		return false
	}
	switch {
	case want == "ask":
		return r.Instant.IsZero()
	case len(want) == len("2026-12-03"):
		return r.Date.String() == want && r.Instant.IsZero()
	}
	return !r.Instant.IsZero() && r.Instant.Format("2006-01-02 15:04") == want
}

func datedAs(r when.Reading) string {
	out := []string{r.Date.String()}
	if !r.Instant.IsZero() {
		out[0] = r.Instant.Format("2006-01-02 15:04")
	}
	if r.Zone != nil {
		out = append(out, "zone "+r.Zone.String())
	}
	for _, o := range r.Options {
		out = append(out, "| "+o.Date.String())
	}
	for _, d := range r.Except {
		out = append(out, "except "+d.String())
	}
	return strings.Join(append(out, r.Ask...), " ")
}

// TestHardNames holds whom and where to labels, suffixes, names that are words, places that nothing leads to, and what is neither.
func TestHardNames(t *testing.T) {
	t.Parallel()
	wrong, silent := 0, 0
	lines := hardLines(t, "who.txt", 3)
	for _, l := range lines {
		r := Read(l[1], hardContext(t, l[0]))
		got := strings.TrimSpace("who=" + r.Person + " where=" + r.Place)
		got = strings.TrimSpace(strings.TrimSuffix(strings.Replace(got, "who= ", "", 1), "where="))
		if got == "" {
			got = "-"
		}
		if slices.Contains(strings.Split(l[2], "|"), got) {
			continue
		}
		wrong++
		if !strings.Contains(l[2], got) {
			silent++ // something was read that is not there
		}
		t.Errorf("%s %q: %s, want %s", l[0], l[1], got, l[2])
	}
	t.Logf("%d texts, %d right, %d silently wrong", len(lines), len(lines)-wrong, silent)
}

// TestFreshTexts holds texts that were written before anybody looked what is read of them, by people who had not seen how.
func TestFreshTexts(t *testing.T) {
	t.Parallel()
	for name, bound := range map[string]struct{ least, silent int }{
		"fresh.txt": {74, 0}, "forty.txt": {36, 0}, "strangers.txt": {33, 0}, "fresh_eyes.txt": {22, 0}, "fresh_plans.txt": {15, 0},
		"thumbs.txt": {76, 0}, "thumb_answers.txt": {63, 0}, "thumb_plans.txt": {56, 0}, "inside.txt": {58, 0},
		"kinds.txt": {209, 10}, // names in small letters that are days, a place taken back by the same text
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			right, silent := 0, 0
			for _, l := range hardTexts(t, name) {
				r := Read(l[1], hardContext(t, l[0]))
				var faults []string
				for _, want := range l[2:] {
					if f, wrong := differs(r, want); f != "" {
						faults = append(faults, f)
						if wrong {
							silent++
						}
					}
				}
				if len(faults) == 0 {
					right++
					continue
				}
				t.Logf("%s %q: %s", l[0], l[1], strings.Join(faults, "; "))
			}
			if t.Logf("%d right, %d silently wrong", right, silent); right < bound.least || silent > bound.silent {
				t.Errorf("%d right, want at least %d; %d silently wrong", right, bound.least, silent)
			}
		})
	}
}

// hardTexts reads a table whose lines have any number of fields.
func hardTexts(t *testing.T, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/hard/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n") {
		if l := strings.Split(line, "\t"); line[0] != '#' && len(l) > 2 {
			out = append(out, l)
		}
	}
	return out
}

// differs says how a reading is not what is wanted, "" when it is, and whether something was read for sure that is not there.
func differs(r Text, want string) (fault string, silent bool) {
	key, value, _ := strings.Cut(want, "=")
	any := strings.Split(value, "|")
	instant := r.When.Instant
	if !instant.IsZero() { // of another clock than the writer's
		zone, err := time.LoadLocation("America/Los_Angeles")
		if err != nil {
			return err.Error(), true
		}
		instant = instant.In(zone)
	}
	at := instant.Format("2006-01-02T15:04")
	got := ""
	switch key {
	case "when":
		for _, w := range any {
			if w == "ask" && len(r.When.Ask) > 0 || !instant.IsZero() && w == at || len(w) == 10 && w == r.When.Date.String() {
				return "", false
			}
		}
		return "read " + at + " " + r.When.Date.String(), !instant.IsZero()
	case "never":
		if !instant.IsZero() && strings.HasPrefix(at, value) || len(value) == 10 && r.When.Date.String() == value && len(r.When.Ask) == 0 {
			return "is " + value, true
		}
		return "", false
	case "own":
		if r.Reply != NoReply && !r.OwnWords {
			return "no words of their own", false
		}
		return "", false
	case "who":
		got = r.Person
	case "where":
		got = r.Place
	case "phone":
		got = r.Phone.E164()
	case "reply":
		got = string(r.Reply)
	}
	if got == "" {
		got = "none"
	}
	if slices.ContainsFunc(any, func(w string) bool { return strings.EqualFold(w, got) }) {
		return "", false
	}
	return key + " " + got + ", want " + value, got != "none" && got != string(MaybeStop) // a doubtful opt-out is asked about
}
