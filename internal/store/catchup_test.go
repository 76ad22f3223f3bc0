package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

// book is a provider's list.
type book struct {
	app.Provider
	list []app.Listed
}

func (b *book) ListInbound(_ context.Context, within time.Duration) ([]app.Listed, error) {
	var out []app.Listed
	for _, m := range b.list {
		if m.Age <= within {
			out = append(out, m)
		}
	}
	return out, nil
}

func (b *book) ListAll(ctx context.Context, within time.Duration) ([]app.Listed, error) {
	return b.ListInbound(ctx, within)
}

// TestACaughtUpTextIsOfItsOwnTime: 'Thursday' is the one after it was written; a question of yesterday gets no answer today; a STOP counts
// all the same; nothing of before the service began is read; what is read twice is there once.
func TestACaughtUpTextIsOfItsOwnTime(t *testing.T) {
	t.Parallel()
	l := newLane(t) // Tuesday, November 24, 18:00 UTC
	b := &book{}
	d := l.deps()
	d.Provider = b
	r := &app.Receiver{Deps: d}
	c := app.CatchUp{
		Deps: d, Receiver: r, Status: &app.StatusReceiver{Deps: d, Receiver: r},
		Duty: app.Duty{Rows: l.db, Name: "catch up", Holder: uuid.New()},
	}
	read := func() {
		t.Helper()
		if err := c.Read(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	listed := func(n int, from, body string, age time.Duration) app.Listed {
		return app.Listed{SID: sid(n), From: from, To: "+12065550199", Body: sms.NewBody(body), Inbound: true, Age: age}
	}
	b.list = []app.Listed{listed(1, l.phone.E164(), "LIST", time.Minute)}
	read()
	if got := query(t, l.url, `SELECT count(*)::text FROM inbound`)[0]; got != "0" {
		t.Fatalf("%s texts of before the service began", got)
	}
	if err := rawExec(t, l.url, `UPDATE readings SET read_at = clock_timestamp() - interval '26 hours'`); err != nil {
		t.Fatal(err)
	}
	b.list = []app.Listed{
		listed(9, l.phone.E164(), "LIST", 20*time.Second),
		listed(3, "+12065550143", "STOP", 23*time.Hour),
		listed(2, l.phone.E164(), "Meet Rosa Diaz 206-555-0161 tomorrow 3pm at Cafe Presse", 24*time.Hour),
	}
	read()
	read()
	got := strings.Join(query(t, l.url, `SELECT to_char(at AT TIME ZONE 'UTC', 'DD HH24:MI') || ' ' || body FROM messages WHERE dir = 1
	  ORDER BY seq`), "; ")
	if got != "23 18:00 Meet Rosa Diaz 206-555-0161 tomorrow 3pm at Cafe Presse; 23 19:00 STOP" {
		t.Errorf("kept: %s", got)
	}
	for _, x := range query(t, l.url, `SELECT body FROM messages WHERE dir = 2 AND kind LIKE 'ask:%'`) {
		if !strings.Contains(x, "Tue Nov 24") {
			t.Errorf("'tomorrow' of yesterday is read as %q", x)
		}
	}
	if outs := l.claim(); len(outs) != 0 {
		t.Errorf("an answer of yesterday goes out: %q", outs[0].Body.Text())
	}
	if got := query(t, l.url, `SELECT consent::text FROM phones WHERE phone = '+12065550143'`)[0]; got != "2" {
		t.Errorf("consent %s after STOP", got)
	}
	if got := query(t, l.url, `SELECT note FROM attention WHERE kind = 'gap'`); len(got) != 1 || !strings.Contains(got[0], "For 60 minutes") {
		t.Errorf("the gap: %q", got)
	}
}
