package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/testkit/beside"
)

// reportedScenario is something that users of another system reported to go wrong over several steps.
type reportedScenario struct {
	Kind     string   `json:"kind"`
	Steps    []string `json:"steps"`
	Expected string   `json:"expected"`
}

// said are the words between quotes of a step, or the step itself.
func (r reportedScenario) said(step int) string {
	for _, quotes := range []string{`'([^']+)'$`, `"([^"]+)"`} {
		if m := regexp.MustCompile(quotes).FindStringSubmatch(r.Steps[step]); m != nil {
			return m[1]
		}
	}
	return r.Steps[step]
}

// TestReportedScenarios plays what users of other systems reported to go wrong over several steps, read where it lies beside the project. A
// scenario that has no check here fails.
func TestReportedScenarios(t *testing.T) {
	t.Parallel()
	file := beside.File("reports", "cases.json")
	if file == "" {
		t.Skip("../shared/reports is not beside this project: the stories guard the conversations alone")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases struct {
		Scenarios []reportedScenario `json:"scenarios"`
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases.Scenarios) < 13 {
		t.Fatalf("%d scenarios only", len(cases.Scenarios))
	}
	for _, r := range cases.Scenarios {
		t.Run(r.Kind, func(t *testing.T) {
			t.Parallel()
			code, _, _ := strings.Cut(r.Kind, " ")
			check := scenarioChecks()[code]
			if check == nil {
				t.Fatalf("nothing checks: %s", r.Expected)
			}
			check(t, r)
		})
	}
}

func scenarioChecks() map[string]func(*testing.T, reportedScenario) {
	return map[string]func(*testing.T, reportedScenario){
		"K09": typographicNumber, "K11": anotherTimeIsNoYes, "K12": optOutInWords, "K16": aMachineIsLeftAlone, "K17": titleStands,
		"K18": aPictureIsTold, "K19": anExtensionIsCalled, "K20": aTypedNumberIsSaid, "K21": aMarkIsANo, "K23": aMacFileIsRead,
		"K26": newestZones, "K27": aFeedSaysWhenItChanged,
	}
}

// played plays the lines of a story from a Tuesday morning on and returns it with what was heard.
func played(t *testing.T, lines ...string) string {
	t.Helper()
	return (&story{t: t}).play("a scenario\nat 2026-11-24T09:00:00-08:00\n" + strings.Join(lines, "\n"))
}

func mustHear(t *testing.T, heard string, yes []string, no ...string) {
	t.Helper()
	for _, w := range yes {
		if !strings.Contains(heard, w) {
			t.Errorf("%q is missing in:\n%s", w, heard)
		}
	}
	for _, w := range no {
		if strings.Contains(heard, w) {
			t.Errorf("%q stands in:\n%s", w, heard)
		}
	}
}

func anotherTimeIsNoYes(t *testing.T, r reportedScenario) {
	t.Helper()
	heard := played(t, "ana> Meeting Pat Doe 206-555-0830 Mon Dec 7 11am at Cafe Presse", "ana> 1", "+12065550830> "+r.said(0), "meetings")
	mustHear(t, heard, []string{"4 PM"}, "Pat Doe confirmed", "says yes")
}

func aMachineIsLeftAlone(t *testing.T, r reportedScenario) {
	t.Helper()
	lines := []string{"given a one-on-one with Maria"}
	for range 60 {
		lines = append(lines, "maria> "+r.said(1))
	}
	heard := played(t, append(lines, "attention")...)
	if n := strings.Count(heard, "maria< "); n > 5 {
		t.Errorf("a machine was answered %d times", n)
	}
	mustHear(t, heard, []string{"\n| "}, "| nothing")
}

func titleStands(t *testing.T, r reportedScenario) {
	t.Helper()
	name := regexp.MustCompile(`^Meeting (\S+ \S+) (\d{3})-(\d{3})-(\d{4})`).FindStringSubmatch(r.said(0))
	if name == nil {
		t.Fatalf("no name and number in %q", r.said(0))
	}
	heard := played(t, "ana> "+r.said(0), "ana> "+r.said(1))
	mustHear(t, heard, []string{fmt.Sprintf("+1%s< [first] Hi %s, it's", name[2]+name[3]+name[4], name[1]), "[saved] Saved: " + name[1] + ","})
}

func anExtensionIsCalled(t *testing.T, r reportedScenario) {
	t.Helper()
	heard := played(t, "ana> "+r.said(0), "ana> "+r.said(1))
	mustHear(t, heard, []string{"you call"}, "+12065550855< ")
}

func aTypedNumberIsSaid(t *testing.T, r reportedScenario) {
	t.Helper()
	heard := played(t, "ana> Meeting Maria Lopez 206-555-0142 Thu Dec 3 3pm at Cafe Presse", "ana> 1", "ana> "+r.said(0))
	mustHear(t, heard, []string{"800-555-0199"})
}

func optOutInWords(t *testing.T, r reportedScenario) {
	t.Helper()
	heard := played(t, "given a one-on-one with Maria", "maria> "+r.said(0), "clock 240h")
	_, after, _ := strings.Cut(heard, "maria> ")
	for _, l := range strings.Split(after, "\n") {
		if strings.HasPrefix(l, "maria< ") && !strings.HasPrefix(l, "maria< [opt_out]") {
			t.Errorf("a text went after the opt-out: %s", l)
		}
	}
}

func aPictureIsTold(t *testing.T, _ reportedScenario) {
	t.Helper()
	s := &story{t: t}
	s.play("a scenario\nat 2026-11-24T09:00:00-08:00\ngiven a one-on-one with Maria")
	phone, err := sms.PhoneFromE164(phones()["maria"])
	if err != nil {
		t.Fatal(err)
	}
	in := sms.Inbound{SID: sidOf(1), From: phone.E164(), Phone: phone, Media: 1, Segments: 1}
	if err := s.town.Receiver.Inbound(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	s.town.Settle()
	s.town.Advance(time.Minute)
	s.got.Reset()
	s.listen()
	mustHear(t, s.got.String(), []string{"ana< [relay]", "picture", "maria< "})
}

// readFile has a town read a file of contacts.
func readFile(t *testing.T, file string) (*testkit.Town, app.ImportReport) {
	t.Helper()
	town := newTown(t, time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC))
	rep, err := app.ImportContacts(t.Context(), town.Receiver.Deps, app.ImportFile{
		Name: "contacts.csv", By: town.Person("Sam Okafor").ID, Data: strings.NewReader(file),
	})
	if err != nil {
		t.Fatal(err)
	}
	town.Settle()
	return town, rep
}

func aMarkIsANo(t *testing.T, r reportedScenario) {
	t.Helper()
	file := strings.ReplaceAll(r.Steps[0], `\n`, "\n")
	_, marks, _ := strings.Cut(r.Expected, "for X, ")
	rows := []string{file}
	for i, mark := range append(strings.Split(marks, ", "), "X", "2026-01-02") {
		if mark == "a date" {
			continue
		}
		rows = append(rows, fmt.Sprintf("Contact %c,206-555-%04d,yes,%s", 'A'+i, 500+i, mark))
	}
	town, rep := readFile(t, strings.Join(rows, "\n"))
	yes := town.Rows(`SELECT phone FROM phones WHERE consent = $1 AND phone > '+12065550399'`, int(person.ConsentYes))
	if rep.Phones < 10 || len(yes) != 0 {
		t.Errorf("of %d numbers a mark in the column of who wants no texts was passed over: %v", rep.Phones, yes)
	}
}

func aMacFileIsRead(t *testing.T, r reportedScenario) {
	t.Helper()
	file, _, _ := strings.Cut(r.Steps[0], " (")
	town, _ := readFile(t, strings.ReplaceAll(file, `\r`, "\r"))
	if got := town.Rows(`SELECT name FROM people WHERE name = $1`, "José Núñez"); len(got) != 1 {
		t.Errorf("the row was read as %v", got)
	}
}

func typographicNumber(t *testing.T, r reportedScenario) {
	t.Helper()
	cell := regexp.MustCompile(`\\u202d(\d{10})\\u202c`).FindStringSubmatch(r.Steps[0])
	if cell == nil {
		// The file's own escapes were read as the characters.
		cell = regexp.MustCompile("\u202d(\\d{10})\u202c").FindStringSubmatch(r.Steps[0])
	}
	if cell == nil {
		t.Fatalf("no number in %q", r.Steps[0])
	}
	for _, marks := range [][2]string{{"\u202d", "\u202c"}, {"\u202a", "\u202c"}, {"\u2068", "\u2069"}} {
		town, rep := readFile(t, "Name,Mobile Number\nPat Doe,"+marks[0]+cell[1]+marks[1]+"\n")
		if got := town.Rows(`SELECT phone FROM phones WHERE phone = $1`, "+1"+cell[1]); rep.Phones != 1 || len(got) != 1 {
			t.Errorf("%q: %v", marks, got)
		}
	}
}

func newestZones(t *testing.T, r reportedScenario) {
	t.Helper()
	number := regexp.MustCompile(`\d{3}-\d{3}-\d{4}`).FindString(r.Steps[0])
	phone, err := sms.ParsePhone(number)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 12, 15, 20, 0, 0, 0, time.UTC)
	if !slices.ContainsFunc(reminder.ZonesOf(phone), func(z *time.Location) bool {
		_, offset := at.In(z).Zone()
		return z.String() == "America/Vancouver" && offset == -7*60*60
	}) {
		t.Errorf("%s: %v; wanted America/Vancouver at UTC-7", number, reminder.ZonesOf(phone))
	}
}

// TestAFeedSaysWhenAnEntryChangedLast: after two moves and a call-off the feed's entry carries the time of the call-off.
func TestAFeedSaysWhenAnEntryChangedLast(t *testing.T) {
	t.Parallel()
	aFeedSaysWhenItChanged(t, reportedScenario{})
}

func aFeedSaysWhenItChanged(t *testing.T, _ reportedScenario) {
	t.Helper()
	s := &story{t: t}
	s.play("a scenario\nat 2026-11-24T09:00:00-08:00\ngiven a one-on-one with Maria\nuntil 2026-11-24T11:00:00-08:00\n" +
		"ana> move maria to dec 4 3pm\nana> 1\nuntil 2026-11-24T12:00:00-08:00\nana> move maria to dec 5 3pm\nana> 1\n" +
		"until 2026-11-24T14:00:00-08:00\nana> call off maria\nana> 1")
	ana := s.town.Person("Ana Ruiz")
	items, err := s.town.DB.CalendarItems(t.Context(), app.CalendarOwner{ID: ana.ID, Zone: "America/Los_Angeles"},
		s.town.Now.AddDate(0, 0, -60), s.town.Now.AddDate(0, 0, 60))
	if err != nil || len(items) != 1 {
		t.Fatal(items, err)
	}
	if last := time.Date(2026, 11, 24, 22, 0, 0, 0, time.UTC); items[0].Status != "called_off" || items[0].Changed.Before(last) {
		t.Errorf("%s, last changed %s; wanted called off at %s or later", items[0].Status, items[0].Changed, last)
	}
}
