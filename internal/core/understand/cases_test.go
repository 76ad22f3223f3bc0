package understand

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/testkit/beside"
)

// reportedCase is a text that another system was reported to misread, with what is right.
type reportedCase struct {
	Kind     string `json:"kind"`
	Text     string `json:"text"`
	At       string `json:"at"`
	Zone     string `json:"zone"`
	Lang     string `json:"lang"`
	Mode     string `json:"mode"`
	Expected struct {
		InstantOrDate []string `json:"instant_or_date"`
		Instant       *string  `json:"instant"`
		NotInstant    []string `json:"not_instant"`
		Never         []string `json:"never"`
		NeverDate     []string `json:"never_date"`
		Person        []string `json:"person"`
		Phone         []string `json:"phone"`
		Reply         []string `json:"reply"`
	} `json:"expected"`
}

// TestReportedCases holds the reading to what users of other systems reported, read where it lies beside the project.
func TestReportedCases(t *testing.T) {
	t.Parallel()
	file := beside.File("reports", "cases.json")
	if file == "" {
		t.Skip("../shared/reports is not beside this project: the project's own tables guard the reading alone")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases struct {
		Understand []reportedCase `json:"understand"`
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases.Understand) < 100 {
		t.Fatalf("%d cases only", len(cases.Understand))
	}
	wrong := 0
	for _, c := range cases.Understand {
		x := contextOfCase(t, c)
		got := Read(c.Text, x)
		if fault := c.fault(got); fault != "" {
			wrong++
			t.Errorf("%s: %q: %s\n read as %s", c.Kind, c.Text, fault, summary(got))
		}
	}
	t.Logf("%d of %d right", len(cases.Understand)-wrong, len(cases.Understand))
}

func contextOfCase(t *testing.T, c reportedCase) when.Context {
	t.Helper()
	at, err := time.Parse(time.RFC3339, c.At)
	if err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(c.Zone)
	if err != nil {
		t.Fatal(err)
	}
	x := when.Context{At: at, Zone: zone}
	if c.Mode == "report" {
		x.Mode = when.Report
	}
	if c.Lang != "" {
		x.Lang, _ = lang.ParseTag(c.Lang)
	}
	return x
}

// fault says what a reading has wrong, "" for nothing.
func (c reportedCase) fault(got Text) string {
	e, r := c.Expected, got.When
	instant := ""
	if !r.Instant.IsZero() {
		instant = r.Instant.Format(time.RFC3339)
	}
	said := instant
	if said == "" {
		said = r.Date.String()
	}
	days := []string{r.Date.String()}
	for _, o := range r.Options {
		days = append(days, o.Date.String())
	}
	switch {
	case e.InstantOrDate != nil && !slices.ContainsFunc(e.InstantOrDate, func(w string) bool {
		return w == "ask" && instant == "" || w != "ask" && strings.HasPrefix(said, w)
	}):
		return "the time is " + said + ", want " + strings.Join(e.InstantOrDate, " or ")
	case e.Instant != nil && *e.Instant != instant:
		return "an instant was made up: " + instant
	case slices.ContainsFunc(e.Never, func(w string) bool {
		return strings.HasPrefix(said, w) || len(w) == 10 && slices.Contains(days, w)
	}), slices.ContainsFunc(e.NeverDate, func(w string) bool { return slices.Contains(days, w) }):
		return "a day that was ruled out"
	case e.Person != nil && !slices.Contains(e.Person, got.Person):
		return "the person is " + got.Person
	case e.Phone != nil && !slices.Contains(e.Phone, got.Phone.E164()):
		return "the phone is " + got.Phone.E164()
	case e.Reply != nil && !slices.Contains(e.Reply, string(got.Reply)):
		return "the answer is " + string(got.Reply)
	}
	for _, w := range e.NotInstant {
		if not, err := time.Parse(time.RFC3339, w); err != nil || r.Instant.Equal(not) {
			return "another zone was dropped"
		}
	}
	return ""
}
