package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// NO KEY UPDATE, because a foreign-key insert for one of these phones takes a key share: FOR UPDATE would deadlock with it.
const lockPhonesSQL = `
SELECT id, phone, consent, reach_bad, locked, last_at, inbound_at, auto_answered_at, flood_minute, flood_n,
       coalesce(to_char(unasked_on, 'YYYY-MM-DD'), '') AS unasked_on, unasked_n, stop_line_at, introduced, paused_until,
       texts_from, texts_to, heard,
       heard_again, said, idle_since, idle_n
FROM phones WHERE phone = ANY($1) ORDER BY id FOR NO KEY UPDATE`

// A number that said no before its person was erased says no when it comes back: only its own START changes that, or staff with a reason.
const addPhonesSQL = `INSERT INTO phones (phone, consent) SELECT n, CASE WHEN k.digest IS NULL THEN {consent.unknown} ELSE {consent.no} END
FROM (SELECT DISTINCT unnest($1::text[]) AS n) x LEFT JOIN kept_optouts k ON k.digest = sha256(convert_to((SELECT value FROM settings
  WHERE key = 'optout_salt') || n, 'UTF8')) ON CONFLICT (phone) DO NOTHING`

type phoneRow struct {
	ID             int64        `db:"id"`
	Phone          string       `db:"phone"`
	Consent        int16        `db:"consent"`
	ReachBad       bool         `db:"reach_bad"`
	Locked         bool         `db:"locked"`
	LastAt         sql.NullTime `db:"last_at"`
	InboundAt      sql.NullTime `db:"inbound_at"`
	AutoAnsweredAt sql.NullTime `db:"auto_answered_at"`
	FloodMinute    sql.NullTime `db:"flood_minute"`
	FloodN         int          `db:"flood_n"`
	UnaskedOn      string       `db:"unasked_on"`
	UnaskedN       int          `db:"unasked_n"`
	Heard          int64        `db:"heard"`
	HeardAgain     int          `db:"heard_again"`
	Said           int64        `db:"said"`
	IdleSince      sql.NullTime `db:"idle_since"`
	IdleN          int          `db:"idle_n"`

	StopLineAt  sql.NullTime   `db:"stop_line_at"`
	Introduced  pq.StringArray `db:"introduced"`
	PausedUntil sql.NullTime   `db:"paused_until"`
	TextsFrom   int            `db:"texts_from"`
	TextsTo     int            `db:"texts_to"`
}

// Lock implements app.Tx.
func (t *tx) Lock(ctx context.Context, phones []sms.Phone) ([]world.World, error) {
	numbers := make([]string, len(phones))
	distinct := map[string]bool{}
	for i, p := range phones {
		numbers[i] = p.E164()
		distinct[numbers[i]] = true
	}
	got, err := t.locked(ctx, numbers)
	if err == nil && len(got.phones) < len(distinct) {
		if _, err = t.exec(ctx, addPhonesSQL, pq.Array(numbers)); err == nil {
			got, err = t.locked(ctx, numbers)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("lock phones: %w", err)
	}
	worlds := make([]world.World, len(phones))
	at := map[string]int{}
	ids := make([]int64, len(phones))
	for i := range numbers {
		at[numbers[i]] = i
	}
	for _, r := range got.phones {
		i := at[r.Phone]
		worlds[i].Phone = world.Phone{
			ID: r.ID, Phone: phones[i], Consent: person.Consent(r.Consent), ReachBad: r.ReachBad, Locked: r.Locked,
			LastAt: zero(r.LastAt), InboundAt: zero(r.InboundAt), AutoAnswered: zero(r.AutoAnsweredAt), FloodMinute: zero(r.FloodMinute),
			FloodCount: r.FloodN,
			UnaskedOn:  r.UnaskedOn, UnaskedCount: r.UnaskedN, StopLineAt: zero(r.StopLineAt), Introduced: idsOf(r.Introduced),
			PausedUntil: zero(r.PausedUntil), TextHours: when.Window{From: r.TextsFrom, To: r.TextsTo},
			Heard: r.Heard, HeardAgain: r.HeardAgain, Said: r.Said, IdleSince: zero(r.IdleSince), IdleCount: r.IdleN,
		}
		ids[i] = r.ID
	}
	return worlds, t.along(ctx, ids, phones, got, worlds)
}

// lockedRows are the phones of a step, and what every step needs of them.
type lockedRows struct {
	phones []phoneRow
	people []personRow
	convs  []conversationRow
	busy   []int64
	here   []standingRow
}

// locked locks phones, in one round trip with what is read of them: each statement after the lock's sees what was committed before it.
func (t *tx) locked(ctx context.Context, numbers []string) (r lockedRows, err error) {
	if err = t.flush(ctx, false); err != nil {
		return r, err
	}
	args := []any{pq.Array(numbers)}
	err = t.askNow(ctx, []*question{
		{query: lockPhonesSQL, args: args, dest: &r.phones},
		{query: peopleOfPhonesSQL, args: args, dest: &r.people},
		{query: conversationsSQL, args: args, dest: &r.convs},
		{query: busyLanesSQL, args: args, dest: &r.busy},
		{query: standingSQL, dest: &r.here},
	})
	return r, err
}

// along puts what was read with the phones where it belongs.
func (t *tx) along(ctx context.Context, ids []int64, phones []sms.Phone, got lockedRows, worlds []world.World) error {
	at := map[int64]int{}
	for i, id := range ids {
		at[id] = i
	}
	kept, err := t.settings(ctx, got.here)
	if err != nil {
		return err
	}
	if !kept.moved && !got.here[0].Stopped {
		t.free = freeOf(ids, phones, got.busy)
	}
	for _, p := range got.people {
		w := &worlds[at[p.PhoneID.Int64]]
		w.People = append(w.People, p.person())
	}
	for _, c := range got.convs {
		worlds[at[c.PhoneID]].Conv = world.Conversation{
			Kind: c.Kind, SubjectID: c.SubjectID.id(), PersonID: c.PersonID.id(), Question: c.Question,
			AskedAt: zero(c.AskedAt), LastInAt: zero(c.LastInAt), Tries: c.Tries, Data: c.Data, List: c.List, Relay: c.Relay, Slip: c.Slip,
		}
	}
	for i := range worlds {
		worlds[i].Org = kept.org
	}
	return nil
}

const conversationsSQL = `
SELECT phone_id, kind, subject_id, person_id, question, asked_at, last_in_at, tries, data, list, relay, slip FROM conversations
  WHERE phone_id = ANY({phones numbered})`

type conversationRow struct {
	PhoneID   int64        `db:"phone_id"`
	Kind      string       `db:"kind"`
	SubjectID nullID       `db:"subject_id"`
	PersonID  nullID       `db:"person_id"`
	Question  string       `db:"question"`
	AskedAt   sql.NullTime `db:"asked_at"`
	LastInAt  sql.NullTime `db:"last_in_at"`
	Tries     int          `db:"tries"`
	Data      []byte       `db:"data"`
	List      []byte       `db:"list"`
	Relay     []byte       `db:"relay"`
	Slip      []byte       `db:"slip"`
}

// Seen implements app.Tx.
func (t *tx) Seen(ctx context.Context, sids []string) (map[string]bool, error) {
	var got []string
	if err := t.sel(ctx, &got, `SELECT sid FROM inbound WHERE sid = ANY($1)`, pq.Array(sids)); err != nil {
		return nil, fmt.Errorf("seen: %w", err)
	}
	out := make(map[string]bool, len(got))
	for _, s := range got {
		out[s] = true
	}
	return out, nil
}
