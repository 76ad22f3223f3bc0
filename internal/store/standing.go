package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/zones"
)

// standingSQL is what every step and claim looks at again, in the transaction that lets a text leave: the mark of the settings (another
// with each change of them), where this database is, and whether a stop holds sending up.
const standingSQL = `
SELECT coalesce((SELECT mark FROM settings_mark), '00000000-0000-0000-0000-000000000000') AS mark, d.oid::text AS here,
  EXISTS (SELECT FROM stops WHERE ended_at IS NULL) AS stopped
FROM pg_database d WHERE d.datname = current_database()`

type standingRow struct {
	Mark    uuid.UUID `db:"mark"`
	Here    string    `db:"here"`
	Stopped bool      `db:"stopped"`
}

// orgRead is what the settings said under a mark, and whether the database lives elsewhere than they remember: then it was dropped and
// restored under a running service, and must not send on.
type orgRead struct {
	at    standingRow
	org   world.Org
	moved bool
}

// settings is what they say, read anew only when their mark is not the one under which they were read last: each step and each claim asks,
// and a zone or an organization's own words cost more than the reading.
func (t *tx) settings(ctx context.Context, got []standingRow) (*orgRead, error) {
	if len(got) != 1 {
		return nil, fmt.Errorf("%d databases are this one", len(got))
	}
	at := standingRow{Mark: got[0].Mark, Here: got[0].Here}
	if last := t.s.org.Load(); last != nil && last.at == at && at.Mark != uuid.Nil {
		return last, nil
	}
	var rows []settingRow // at least as new as the mark: what changed since has another
	if err := t.sel(ctx, &rows, settingsSQL); err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	kept := &orgRead{at, orgOf(rows), false}
	for _, r := range rows {
		if r.Key == "home" {
			kept.moved = r.Value != "" && !strings.HasSuffix(r.Value, "/"+at.Here)
		}
	}
	t.s.org.Store(kept)
	return kept, nil
}

const settingsSQL = `SELECT key, value FROM settings`

type settingRow struct {
	Key   string `db:"key"`
	Value string `db:"value"`
}

// The keys of settings that conversations read.
const (
	keyOrg       = "org"
	keyZone      = "zone"
	keyStaffLine = "staff_line"
	keySending   = "sending"
	keyLanguage  = "language"
	keyOnDuty    = "on_duty"
	keyThanks    = "plain_thanks"
	keyURL       = "public_url"
)

func orgOf(rows []settingRow) world.Org {
	o := world.Org{Name: "Reportback", Zone: time.UTC, Sending: reminder.SendingOff, Language: lang.English, PlainThanks: true}
	kept := make(map[string]string, len(rows))
	for _, r := range rows {
		kept[r.Key] = r.Value
		switch r.Key {
		case keyOrg:
			o.Name = r.Value
		case keyZone:
			if z, err := zones.Load(r.Value); err == nil {
				o.Zone = z
			}
		case keyStaffLine:
			if p, err := sms.ParsePhone(r.Value); err == nil {
				o.StaffLine = p
			}
		case keySending:
			o.Sending = reminder.Sending(r.Value)
		case keyLanguage:
			if l, ok := lang.ParseTag(r.Value); ok {
				o.Language = l
			}
		case keyOnDuty: // ids with commas between
			for _, s := range strings.Split(r.Value, ",") {
				if id, err := uuid.Parse(strings.TrimSpace(s)); err == nil {
					o.OnDuty = append(o.OnDuty, id)
				}
			}
		case keyURL:
			o.URL = strings.TrimSuffix(r.Value, "/")
		case keyThanks:
			o.PlainThanks = r.Value != "off"
		}
	}
	for key, value := range kept {
		_ = o.Words.Take(key, value) // one that no longer fits is passed over, and `check` and the page name it
	}
	o.Hours = reminder.HoursOf(func(key string) string { return kept[key] })
	return o
}
