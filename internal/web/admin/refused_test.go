package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
)

// refused has the provider refuse texts to one country, and then every text.
func (w *house) refused() {
	w.t.Helper()
	for _, o := range []app.Outcome{
		{Class: app.ClassCountry, Code: 21408, Country: "MX"},
		{Class: app.ClassCountry, Code: 21408, Country: "MX"},
		{Class: app.ClassConfig, Code: 20003, Stop: &app.Stop{Kind: app.StopAccount, Code: 20003, HTTP: 401}},
	} {
		o.ID, o.Attempt, o.Kind = uuid.Must(uuid.NewV7()), 1, app.OutcomeSurelyNotSent
		if _, err := w.db.Settle(w.t.Context(), w.now, []app.Outcome{o}, 0); err != nil {
			w.t.Fatal(err)
		}
	}
}

// TestTodaySaysWhatIsRefused: a country by its name, once, and apart from what holds for every text.
func TestTodaySaysWhatIsRefused(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.refused()
	body := w.get(w.cookies[person.Staff], "/admin/").Body.String()
	for _, want := range []string{
		"a country is not switched on", "Twilio, texts to Mexico", "Twilio refuses texts to Mexico: that country is not switched on (code 21408)",
		"sending stopped", "No text leaves: Twilio refuses all of ours (code 20003, the token is wrong",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("Today lacks %q", want)
		}
	}
	n, err := w.db.OpenCounts(t.Context(), w.now, page.NeedFilter{})
	if err != nil || n[matter.CountryShut] != 1 || n[matter.SendingStopped] != 1 {
		t.Errorf("%v rows %v", n, err)
	}
}

// TestNobodyClosesAStopThatHolds: whoever opens the page while no text leaves is told so, whatever a colleague has pressed.
func TestNobodyClosesAStopThatHolds(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.refused()
	staff := w.cookies[person.Staff]
	at := slices.IndexFunc(w.open(), func(n page.Need) bool { return n.Kind == matter.SendingStopped })
	id := w.open()[at].ID.String()
	for _, x := range []struct {
		path string
		form url.Values
	}{
		{"/admin/attention/" + id + "/done", nil},
		{"/admin/attention/" + id + "/later", url.Values{"until": {"week"}}},
		{"/admin/attention/several", url.Values{"need": {id}, "do": {"done"}}},
		{"/admin/attention/several", url.Values{"need": {id}, "do": {"later"}}},
	} {
		w.post(staff, x.path, x.form)
		body := w.get(staff, "/admin/").Body.String()
		if !strings.Contains(body, "No text leaves: Twilio refuses all of ours") {
			t.Errorf("%s %v hides it", x.path, x.form)
		}
		if strings.Contains(body, `formaction="/admin/attention/`+id+`/later"`) || strings.Contains(body, `name="need" value="`+id) {
			t.Error("the page offers to put it away")
		}
	}
	if out := w.post(staff, "/admin/attention/"+id+"/take", nil); out.Code != http.StatusSeeOther {
		t.Errorf("one can say that one sees to it: %d", out.Code)
	}
	if _, err := w.db.Settle(t.Context(), w.now, []app.Outcome{{
		ID: uuid.Must(uuid.NewV7()), Attempt: 1, Kind: app.OutcomeSent, SID: "SM1", Probe: true,
	}}, 0); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(w.open(), func(n page.Need) bool { return n.Kind == matter.SendingStopped }) {
		t.Error("it is gone when a text was taken")
	}
}

// TestEveryStopIsSaidInSpanish: whatever the code.
func TestEveryStopIsSaidInSpanish(t *testing.T) {
	t.Parallel()
	in, err := tongueOf(lang.Spanish)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range app.StopKinds() {
		for _, code := range []int{0, 20003, 20404, 21606, 21608, 21703, 30002, 30018, 30024, 30032, 30033, 30034} {
			note := app.Stop{Kind: kind, Code: code}.Note()
			if note == "" {
				continue
			}
			said := in.say(note)
			for word := range strings.FieldsSeq(strings.ToLower(said)) {
				if slices.Contains(englishWords(), word) {
					t.Errorf("%d: %q", code, said)
				}
			}
		}
	}
	if got := in.country("MX") + " " + in.country("+870") + " " + (*tongue)(nil).country("DO"); got != "México +870 Dominican Republic" {
		t.Error(got)
	}
}
