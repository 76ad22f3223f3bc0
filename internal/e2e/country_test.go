package e2e

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

// TestACountryThatIsNotSwitchedOnHoldsItsPhonesAlone: texts to one country are refused for two hours. Its phones wait, everybody else's
// texts go, Today has one row for it; then what waited goes by itself, once.
func TestACountryThatIsNotSwitchedOnHoldsItsPhonesAlone(t *testing.T) {
	t.Parallel()
	const here, there, alsoThere = "+12065550101", "+525512345678", "+525587654321"
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	for _, p := range []string{there, alsoThere} {
		fault(t, d, map[string]any{"phone": p, "create": jsonRaw(`{"code":21408,"http":400}`)})
		say(t, d, p, "hello, who is this")
	}
	say(t, d, here, "LIST")
	advance(t, d, "2h")
	if n, delivered := lists(d, here); n != 1 || delivered != 1 {
		t.Errorf("another country's texts: %d, %d delivered", n, delivered)
	}
	const rows = `SELECT coalesce(string_agg(kind || ' ' || note || ' ' || (closed_at IS NULL), ', '), '') FROM attention
	  WHERE kind IN ('country_shut', 'sending_stopped', 'failed_text')`
	if got := inDemo(t, d, rows); got != "country_shut MX true" {
		t.Errorf("on Today while it lasts: %s", got)
	}
	if got := inDemo(t, d, `SELECT count(DISTINCT phone_id)::text FROM messages WHERE state = 1`); got != "2" {
		t.Errorf("%s phones wait", got)
	}
	fault(t, d, map[string]any{"phone": there})
	fault(t, d, map[string]any{"phone": alsoThere})
	advance(t, d, "20m")
	if got := inDemo(t, d, rows); got != "country_shut MX false" {
		t.Errorf("on Today when it is over: %s", got)
	}
	for _, p := range []string{there, alsoThere} {
		var heard []string
		for _, x := range d.Texts(p, 0) {
			if x.To == p {
				heard = append(heard, x.Kind)
			}
		}
		if got := inDemo(t, d, `SELECT string_agg(m.kind, ',' ORDER BY m.seq) FROM messages m JOIN phones f ON f.id = m.phone_id
		  WHERE m.dir = 2 AND f.phone = '`+p+`'`); got != strings.Join(heard, ",") {
			t.Errorf("%s heard %q of %s", p, heard, got)
		}
	}
	if got := inDemo(t, d, `SELECT count(*)::text FROM messages WHERE state IN (1, 3, 5, 7)`); got != "0" {
		t.Errorf("%s texts left over", got)
	}
}

// TestWhatMakesNoSenseBeforeItsCountryIsSwitchedOnIsShown: what waited in vain is a text that failed, for staff to send again.
func TestWhatMakesNoSenseBeforeItsCountryIsSwitchedOnIsShown(t *testing.T) {
	t.Parallel()
	const there = "+525512345678"
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	fault(t, d, map[string]any{"phone": there, "create": jsonRaw(`{"code":21408,"http":400}`)})
	say(t, d, there, "hello, who is this")
	advance(t, d, "8h")
	if got := inDemo(t, d, `SELECT string_agg(kind || ' ' || (closed_at IS NULL), ', ' ORDER BY kind) FROM attention
	  WHERE kind IN ('country_shut', 'failed_text')`); got != "country_shut true, failed_text true" {
		t.Errorf("on Today: %s", got)
	}
	if got := inDemo(t, d, `SELECT string_agg(state || ' ' || error_code, ', ') FROM messages WHERE dir = 2 AND kind <> 'day'
	  AND phone_id = (SELECT id FROM phones WHERE phone = '`+there+`')`); got != "5 21408" {
		t.Errorf("the text is %s", got)
	}
}

// TestATextFailedForItsCountryGoesAgain: the provider takes it and says afterwards that the country is not switched on.
func TestATextFailedForItsCountryGoesAgain(t *testing.T) {
	t.Parallel()
	const there = "+525512345678"
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	fault(t, d, map[string]any{"phone": there, "deliver": "undelivered", "error": 21408})
	say(t, d, there, "hello, who is this")
	advance(t, d, "1h")
	if got := inDemo(t, d, `SELECT string_agg(kind || ' ' || (closed_at IS NULL), ', ' ORDER BY kind) FROM attention
	  WHERE kind IN ('country_shut', 'sending_stopped')`); got != "country_shut true" {
		t.Errorf("on Today: %s", got)
	}
	fault(t, d, map[string]any{"phone": there})
	advance(t, d, "20m")
	delivered := 0
	for _, x := range d.Texts(there, 0) {
		if x.To == there && x.Status == "delivered" {
			delivered++
		}
	}
	if delivered != 1 {
		t.Errorf("%d delivered", delivered)
	}
}
