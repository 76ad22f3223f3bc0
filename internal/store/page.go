package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// where collects the conditions that a list's filters ask for. Conditions are constants of this package with ? for a value, so that each
// combination is one prepared statement.
type where struct {
	parts []string
	args  []any
}

func (w *where) and(cond string, args ...any) {
	w.parts = append(w.parts, w.number(cond, args))
}

// number replaces each ? by the place of its value.
func (w *where) number(s string, args []any) string {
	var b strings.Builder
	for _, r := range s {
		if r != '?' {
			b.WriteRune(r)
			continue
		}
		w.args = append(w.args, args[0])
		args = args[1:]
		b.WriteString("$" + strconv.Itoa(len(w.args)))
	}
	return b.String()
}

// query puts a statement together: a head, the conditions, and a tail that may have values too. A limit at its end is written out: a plan
// for any limit would be one for a tenth of the table. Lists have few lengths, and so there are few such statements.
func (w *where) query(head, tail string, args ...any) string {
	if rest, ok := strings.CutSuffix(tail, "LIMIT ?"); ok {
		if n, ok := args[len(args)-1].(int); ok {
			tail, args = rest+"LIMIT "+strconv.Itoa(n), args[:len(args)-1]
		}
	}
	q := head
	if len(w.parts) > 0 {
		q += " WHERE " + strings.Join(w.parts, " AND ")
	}
	return q + " " + w.number(tail, args)
}

// ofPeople narrows a list to the rows of some people, in either role. Each person's come in the list's order from an index, at most n of
// them, before any row is looked up in full: what a search means must not be found by walking the whole list. It returns the statement's
// beginning.
func (w *where) ofPeople(table, alias, key string, backward bool, who []string, n int) string {
	dir := ""
	if backward {
		dir = " DESC"
	}
	conds := strings.Join(append([]string{""}, w.parts...), " AND ")
	order := " ORDER BY " + key + dir + ", " + alias + ".id" + dir + " LIMIT " + strconv.Itoa(n)
	ids := w.number("?::uuid[]", []any{texts(who)})
	side := func(column string) string {
		return "SELECT x.id, x.key FROM unnest(" + ids + ") AS who(id), LATERAL (SELECT " + alias + ".id, " + key + " AS key FROM " + table +
			" " + alias +
			" WHERE " + alias + "." + column + " = who.id" + conds + order + ") AS x"
	}
	w.parts = []string{alias + ".id IN (SELECT id FROM page)"}
	return "WITH hit AS MATERIALIZED (" + side("contact_id") + " UNION " + side("organizer_id") +
		"), page AS MATERIALIZED (SELECT id FROM hit ORDER BY key" + dir + ", id" + dir +
		" LIMIT " + strconv.Itoa(n) + ") "
}

// after continues a list behind the last row of the page before.
func (w *where) after(key string, backward bool, at time.Time, id uuid.UUID) {
	if id == uuid.Nil {
		return
	}
	if backward {
		w.and("("+key+") < (?, ?)", at, id)
		return
	}
	w.and("("+key+") > (?, ?)", at, id)
}

func (w *where) between(column string, from, to time.Time) {
	if !from.IsZero() {
		w.and(column+" >= ?", from)
	}
	if !to.IsZero() {
		w.and(column+" < ?", to)
	}
}

// markSQL looks at the newest rows that are committed: a sequence would move before its row can be seen. A few of each, since an older id
// may be committed after a newer one. Each part is a few probes of a primary key.
const markSQL = `SELECT md5(concat_ws(' ',
  (SELECT string_agg(x.id::text, '') FROM (SELECT id FROM messages ORDER BY id DESC LIMIT 20) x),
  (SELECT string_agg(x.id::text, '') FROM (SELECT id FROM timeline ORDER BY id DESC LIMIT 20) x),
  (SELECT string_agg(x.id::text, '') FROM (SELECT id FROM callbacks ORDER BY id DESC LIMIT 20) x),
  (SELECT string_agg(x.id::text || x.outcome, '') FROM (SELECT id, outcome FROM audit ORDER BY id DESC LIMIT 20) x)))`

// Mark implements page.Store.
func (s *DB) Mark(ctx context.Context) (string, error) { return one[string](ctx, s, markSQL) }

// maxFound bounds how many people a search goes on with: who types two letters wants the first ones.
const maxFound = 200

const (
	findByNameSQL = `SELECT id FROM people WHERE name_folded ~>=~ $1 AND name_folded ~<~ $2 AND erased_at IS NULL
UNION SELECT id FROM people WHERE substring(name_folded from '[^ ]+$') ~>=~ $1 AND substring(name_folded from '[^ ]+$') ~<~ $2
  AND erased_at IS NULL LIMIT $3`

	findByNumberSQL = `SELECT p.id FROM phones f JOIN people p ON p.phone_id = f.id
WHERE reverse(f.phone) ~>=~ $1 AND reverse(f.phone) ~<~ $2 AND p.erased_at IS NULL LIMIT $3`
)

// found returns the people that a search means: the beginning of a name or of a last name, or the end of a number.
func (s *DB) found(ctx context.Context, q string) ([]string, error) {
	query, from := findByNameSQL, fold.Fold(strings.Join(strings.Fields(q), " "))
	if digits := onlyDigits(q); len(digits) >= 3 {
		query, from = findByNumberSQL, backwards(digits)
	}
	ids := []string{}
	err := s.sel(ctx, &ids, query, from, from+"\U0010FFFF", maxFound)
	return ids, err
}

// onlyDigits returns the digits of what looks like a number, "" for anything else.
func onlyDigits(q string) string {
	var b strings.Builder
	for _, r := range q {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case strings.ContainsRune(" -().+", r):
		default:
			return ""
		}
	}
	return b.String()
}

func backwards(s string) string {
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// pagePersonRow is somebody in a list; the columns are those of pagePerson.
type pagePersonRow struct {
	ID       nullID       `db:"id"`
	Name     string       `db:"name"`
	PhoneID  int64        `db:"phone_id"`
	Phone    string       `db:"phone"`
	Consent  int16        `db:"consent"`
	ReachBad bool         `db:"reach_bad"`
	Locked   bool         `db:"locked"`
	BestWay  string       `db:"best_way"`
	Language string       `db:"language"`
	Zone     string       `db:"zone"`
	Works    bool         `db:"works"`
	WroteAt  sql.NullTime `db:"wrote_at"`
}

// pagePerson lists the columns of a person p with phone f, each under a prefix that names a struct within.
func pagePerson(p, f, as string) string {
	return p + `.id AS "` + as + `.id", coalesce(` + p + `.name, '') AS "` + as + `.name", coalesce(` + f + `.id, 0) AS "` + as + `.phone_id",
	  coalesce(` + f + `.phone, '') AS "` + as +
		`.phone", ` + consentOf(p, f) + ` AS "` + as + `.consent", coalesce(` + f + `.reach_bad, false) AS "` + as +
		`.reach_bad", coalesce(` + f + `.locked, false) AS "` + as +
		`.locked", coalesce(` + p + `.best_way, '') AS "` + as + `.best_way", coalesce(` + p + `.language, '') AS "` + as +
		`.language", coalesce(` + p + `.zone, '') AS "` + as + `.zone", coalesce(` + p +
		`.roles && ARRAY['organizer', 'staff', 'admin'], false) AS "` + as + `.works", ` + f + `.inbound_at AS "` + as + `.wrote_at"`
}

func (r pagePersonRow) person() page.Person {
	phone, _ := sms.PhoneFromE164(r.Phone) // none when there is no number
	return page.Person{
		ID: r.ID.id(), Name: r.Name, PhoneID: r.PhoneID, Phone: phone, Consent: person.Consent(r.Consent), ReachBad: r.ReachBad, Locked: r.Locked,
		BestWay: r.BestWay, Language: r.Language, Zone: r.Zone, Works: r.Works, WroteAt: zero(r.WroteAt),
	}
}

// worksHere is the predicate of the index of those who work here: a role of theirs alone would be looked for among everybody.
const worksHere = `p.roles && ARRAY['organizer', 'staff', 'admin', 'viewer']`

// Organizers implements page.Meetings.
func (s *DB) Organizers(ctx context.Context) ([]page.Person, error) {
	var got []struct {
		P pagePersonRow `db:"p"`
	}
	q := `SELECT ` + pagePerson("p", "f", "p") + ` FROM people p LEFT JOIN phones f ON f.id = p.phone_id
WHERE ` + worksHere + ` AND 'organizer' = ANY(p.roles) AND p.erased_at IS NULL ORDER BY p.name_folded, p.id LIMIT 500`
	if err := s.sel(ctx, &got, q); err != nil {
		return nil, err
	}
	out := make([]page.Person, len(got))
	for i, r := range got {
		out[i] = r.P.person()
	}
	return out, nil
}

func texts[T ~string](list []T) any { return pq.Array(list) }
