package bench

import (
	"database/sql"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// sentSQL makes texts that have been sent: the i-th has the id and the SID of i, on one of two hundred phones.
const sentSQL = `
INSERT INTO messages (id, phone_id, dir, at, kind, body, state, status, status_rank, sid)
SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid, p.id, 2, now(), 'help', 'an answer of the usual length', 4, 2, 3,
  'SM' || lpad(to_hex(i), 32, '0')
FROM generate_series(0, 19999) i JOIN (SELECT id, row_number() OVER (ORDER BY phone) - 1 AS n FROM phones) p ON p.n = i % 200`

// BenchmarkCallbacks is the provider's word on how far a text is, sent and then delivered, from 32 connections at once: those that come
// together are stored together. The floor stores each in a transaction of its own.
func BenchmarkCallbacks(b *testing.B) {
	for _, alone := range []bool{false, true} {
		b.Run(map[bool]string{true: "floor", false: "whole"}[alone], func(b *testing.B) {
			url := cluster.Database(b)
			db, err := store.Open(b.Context(), url, 18)
			if err != nil {
				b.Fatal(err)
			}
			defer func() { _ = db.Close() }()
			phones := testkit.Organizers(b, url, 200)
			raw, err := sql.Open("postgres", url)
			if err != nil {
				b.Fatal(err)
			}
			defer func() { _ = raw.Close() }()
			if _, err := raw.ExecContext(b.Context(), sentSQL); err != nil {
				b.Fatal(err)
			}
			deps := testkit.Deps(db)
			s := &app.StatusReceiver{Deps: deps, Receiver: &app.Receiver{Deps: deps}}
			var n atomic.Int64
			b.SetParallelism(16)
			began := spent()
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					cb := callbackOf(b, n.Add(1)-1, phones)
					var err error
					if alone {
						_, err = db.Callback(b.Context(), deps.Clock.Now(), cb, app.Fate{})
					} else {
						err = s.Status(b.Context(), cb)
					}
					if err != nil {
						b.Error(err)
					}
				}
			})
			report(b, began)
		})
	}
}

func callbackOf(b *testing.B, n int64, phones []string) sms.Callback {
	b.Helper()
	text := n / 2 % 20000
	p, err := sms.PhoneFromE164(phones[text%200])
	if err != nil {
		b.Error(err)
	}
	cb := sms.Callback{
		MessageID: uuid.MustParse(fmt.Sprintf("00000000-0000-7000-a000-%012x", text)), SID: fmt.Sprintf("SM%032x", text), To: p,
		Status: sms.StatusSent, RawStatus: "sent", Form: map[string][]string{"MessageStatus": {"sent"}, "ApiVersion": {"2010-04-01"}},
	}
	if n%2 == 1 {
		cb.Status, cb.RawStatus = sms.StatusDelivered, "delivered"
	}
	return cb
}
