package store_test

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/testkit"
)

func TestOldWordsGoAndTheirCountStays(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, `WITH m AS (INSERT INTO messages (id, dir, at, kind, body, state, sid) VALUES
  (gen_random_uuid(), 1, now() - interval '7 months', 'text', 'old words', 0, 'SM1'), (gen_random_uuid(), 2, now() - interval '7 months', 'relay', 'still to leave', 1, NULL),
  (gen_random_uuid(), 2, now() - interval '5 months', 'relay', 'young words', 4, NULL) RETURNING id),
i AS (INSERT INTO inbound (sid, received_at, sender_raw, outcome, form) VALUES ('SM1', now(), '+12065550142', 'filed', '{"Body": "old words"}') RETURNING sid) SELECT '' FROM m, i`)
	deps := testkit.Deps(db)
	if n, err := app.Retain(t.Context(), deps); err != nil || n != 0 {
		t.Errorf("not set, and %d went (%v)", n, err)
	}
	if err := db.SetSetting(t.Context(), app.SettingRetention, "6", false); err != nil {
		t.Fatal(err)
	}
	if n, err := app.Retain(t.Context(), deps); err != nil || n != 1 {
		t.Errorf("%d went, want 1 (%v)", n, err)
	}
	rows := query(t, url, `SELECT body FROM messages ORDER BY body`)
	if strings.Join(rows, "|") != "|still to leave|young words" {
		t.Errorf("%q", rows)
	}
	if rows = query(t, url, `SELECT coalesce(form::text, 'none') FROM inbound`); strings.Join(rows, "") != "none" {
		t.Errorf("what the provider delivered stays: %v", rows)
	}
}
