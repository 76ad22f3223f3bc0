package e2e

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/testkit"
)

// inDemo asks the demo's own database.
func inDemo(t *testing.T, d *testkit.Demo, query string) string {
	t.Helper()
	url, release, err := embedded.Attach(t.Context(), d.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var out string
	if err := db.QueryRowContext(t.Context(), query).Scan(&out); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return out
}

func fault(t *testing.T, d *testkit.Demo, f map[string]any) {
	t.Helper()
	if code := d.Call("/sim/fault", f, nil); code != 200 {
		t.Fatal(code)
	}
}

func advance(t *testing.T, d *testkit.Demo, by string) {
	t.Helper()
	if code := d.Call("/sim/clock", map[string]string{"advance": by}, nil); code != 200 {
		t.Fatal(code)
	}
}

// lists counts the answers to LIST that the provider took for a phone, and those that were delivered.
func lists(d *testkit.Demo, phone string) (n, delivered int) {
	for _, x := range d.Texts(phone, 0) {
		if x.Kind == "list" {
			n++
			if x.Status == "delivered" {
				delivered++
			}
		}
	}
	return n, delivered
}

const openStops = `SELECT count(*) FILTER (WHERE closed_at IS NULL) || ' open of ' || count(*) FROM attention
	WHERE kind = 'sending_stopped'`

// TestARefusedAccountLosesNothing: the provider refuses every text for ten minutes, whatever the account's code; then everything goes by
// itself, once.
func TestARefusedAccountLosesNothing(t *testing.T) {
	t.Parallel()
	for _, refusal := range []string{
		`{"code":20003,"http":401}`, `{"code":21606,"http":400}`, `{"code":21608,"http":400}`,
		`{"code":21611,"http":400}`, `{"code":0,"http":403}`,
	} {
		t.Run(refusal, func(t *testing.T) {
			t.Parallel()
			d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
			fault(t, d, map[string]any{"create": jsonRaw(refusal)})
			for range 3 {
				say(t, d, "+12065550101", "LIST")
				say(t, d, "+12065550102", "LISTA")
			}
			advance(t, d, "10m")
			if got := inDemo(t, d, openStops); got != "1 open of 1" {
				t.Errorf("on Today while it lasts: %s", got)
			}
			if n := inDemo(t, d, `SELECT count(*)::text FROM attempts`); len(n) > 2 {
				t.Errorf("%s tries in ten minutes", n)
			}
			fault(t, d, map[string]any{})
			advance(t, d, "6m")
			for _, p := range []string{"+12065550101", "+12065550102"} {
				if n, delivered := lists(d, p); n != 3 || delivered != 3 {
					t.Errorf("%s: %d answers to three texts, %d delivered", p, n, delivered)
				}
			}
			if got := inDemo(t, d, openStops); got != "0 open of 1" {
				t.Errorf("on Today when it is over: %s", got)
			}
		})
	}
}

// TestWhatMakesNoSenseAfterAStopIsDropped: a day of refusals; the answers of yesterday are not sent, and staff hear how many.
func TestWhatMakesNoSenseAfterAStopIsDropped(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	fault(t, d, map[string]any{"create": jsonRaw(`{"code":20003,"http":401}`)})
	say(t, d, "+12065550101", "LIST")
	advance(t, d, "24h")
	fault(t, d, map[string]any{})
	say(t, d, "+12065550102", "LISTA")
	advance(t, d, "6m")
	if n, _ := lists(d, "+12065550101"); n != 0 {
		t.Error("an answer of yesterday was sent")
	}
	if n, _ := lists(d, "+12065550102"); n != 1 {
		t.Error("the answer of today was not")
	}
	if got := inDemo(t, d, `SELECT count(*)::text FROM messages WHERE state = 6 AND kind = 'list' AND reason LIKE 'too late%'`); got != "1" {
		t.Errorf("%s dropped with the reason", got)
	}
	if got := inDemo(t, d, `SELECT coalesce(max(note), '') FROM attention WHERE kind = 'dropped_texts'`); !strings.Contains(got, "dropped") {
		t.Errorf("staff hear %q", got)
	}
}

// TestATextRefusedForItselfStopsNobody: what one phone's text is refused for again and again, while others are taken, is refused in the
// end.
func TestATextRefusedForItselfStopsNobody(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	fault(t, d, map[string]any{"phone": "+12065550101", "create": jsonRaw(`{"code":21606,"http":400}`)})
	say(t, d, "+12065550101", "LIST")
	for range 6 {
		say(t, d, "+12065550102", "LISTA")
		advance(t, d, "1m")
	}
	if n, delivered := lists(d, "+12065550102"); n != 6 || delivered != 6 {
		t.Errorf("another's answers: %d, %d delivered", n, delivered)
	}
	if got := inDemo(t, d, `SELECT count(*)::text FROM attention WHERE kind = 'failed_text' AND closed_at IS NULL`); got != "1" {
		t.Errorf("%s rows of failed texts", got)
	}
}

// TestWhatFailsAfterwardsForAllGoesAgain: the provider takes texts and fails them for the account's sake.
func TestWhatFailsAfterwardsForAllGoesAgain(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	fault(t, d, map[string]any{"deliver": "undelivered", "error": 30034})
	say(t, d, "+12065550101", "LIST")
	say(t, d, "+12065550102", "LISTA")
	advance(t, d, "10m")
	if got := inDemo(t, d, openStops); got != "1 open of 1" {
		t.Errorf("on Today while it lasts: %s", got)
	}
	fault(t, d, map[string]any{})
	advance(t, d, "15m")
	for _, p := range []string{"+12065550101", "+12065550102"} {
		if _, delivered := lists(d, p); delivered != 1 {
			t.Errorf("%s: %d delivered", p, delivered)
		}
	}
	if got := inDemo(t, d, openStops); got != "0 open of 1" {
		t.Errorf("on Today when it is over: %s", got)
	}
}

// TestWhatDidNotArriveGoesOnceMore: after an hour, once; a phone that stays silent is not texted for ever.
func TestWhatDidNotArriveGoesOnceMore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ code, times, want, delivered int }{{30003, 1, 2, 1}, {30008, 2, 2, 0}, {30007, 1, 1, 0}, {30004, 1, 1, 0}} {
		d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
		fault(t, d, map[string]any{"phone": "+12065550101", "deliver": "undelivered", "error": c.code, "times": c.times})
		say(t, d, "+12065550101", "LIST")
		advance(t, d, "3h")
		if n, delivered := lists(d, "+12065550101"); n != c.want || delivered != c.delivered {
			t.Errorf("%d: sent %d times, %d delivered", c.code, n, delivered)
		}
		want := "1"
		if c.delivered == 1 {
			want = "0"
		}
		if got := inDemo(t, d, `SELECT count(*)::text FROM attention WHERE kind = 'failed_text' AND closed_at IS NULL`); got != want {
			t.Errorf("%d: %s rows on Today", c.code, got)
		}
	}
}

// TestAnEndThatTheListTellsCountsAsACallback: the answer was cut and no callback came; the provider's list shows that the text was taken
// and failed, and what follows is what would have followed a callback.
func TestAnEndThatTheListTellsCountsAsACallback(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ what, code, query, want string }{
		{"a phone that was off", "30003", `SELECT count(*)::text FROM resends`, "1"},
		{"a landline", "30006", `SELECT count(*)::text FROM attention WHERE kind = 'unreachable' AND closed_at IS NULL`, "1"},
		{"an opt-out", "21610", `SELECT consent::text FROM phones WHERE phone = '+12065550102'`, "2"},
		{"words that were filtered", "30007", `SELECT count(*)::text FROM attention WHERE kind = 'failed_text' AND closed_at IS NULL`, "1"},
		{"an unregistered number", "30034", openStops, "1 open of 1"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
			fault(t, d, map[string]any{
				"phone": "+12065550102", "create": jsonRaw(`"cut_after_accept"`), "error": jsonRaw(c.code), "callbacks": "none", "times": 1,
			})
			say(t, d, "+12065550102", "LISTA")
			testkit.Until(t, 20*time.Second, c.what+" is acted upon", func() bool { return inDemo(t, d, c.query) == c.want })
		})
	}
}
