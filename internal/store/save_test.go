package store_test

import (
	"database/sql"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/store"
)

// TestEveryFieldHasItsColumn: a field whose column the table has not would be lost without a word, and one that a new row needs and nothing
// writes would lose the step.
func TestEveryFieldHasItsColumn(t *testing.T) {
	t.Parallel()
	tables := columnsOf(t)
	for _, s := range store.Savings() {
		table := tables[s.Table]
		adds := strings.HasPrefix(s.SQL, "INSERT INTO "+s.Table+" ")
		for _, k := range s.Columns {
			c, ok := table[k.Name]
			switch {
			case strings.HasPrefix(k.Name, "_"): // its statement reads it
			case !ok:
				t.Errorf("%s: %s has no column %s", s.What, s.Table, k.Name)
			case !takes(c.kind, k.Type):
				t.Errorf("%s: %s.%s is %s, and is written as %s", s.What, s.Table, k.Name, c.kind, k.Type)
			case k.NotNull && c.nullable:
				t.Errorf("%s: %s.%s may be null", s.What, s.Table, k.Name)
			case adds && c.kind == "uuid" && !c.nullable && !c.refers && k.Name != "id" && !k.NotNull: // zero is nobody's fault there
				t.Errorf("%s: %s.%s is NOT NULL", s.What, s.Table, k.Name)
			}
		}
		for name, c := range table {
			if adds && !c.nullable && !c.made && !slices.Contains(s.Takes, name) {
				t.Errorf("%s: nothing writes %s.%s", s.What, s.Table, name)
			}
		}
	}
}

// TestSeveralChangesOfOneRow: of a step's changes of one row each counts, the last one last. In one UPDATE PostgreSQL would take any of
// them.
func TestSeveralChangesOfOneRow(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	a, b, question := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	consent := func(c person.Consent) change.Change {
		return change.SetConsent{ID: uuid.Must(uuid.NewV7()), PhoneID: l.id, Consent: c, Source: "test", At: l.now}
	}
	l.save(
		consent(person.ConsentYes), consent(person.ConsentNo), consent(person.ConsentDoubtful), consent(person.ConsentNo),
		change.Introduced{PhoneID: l.id, OrganizerID: a, StopLine: true, At: l.now}, change.Introduced{PhoneID: l.id, OrganizerID: b, At: l.now},
		change.Converse{PhoneID: l.id, Kind: "report", Question: "met_on"}, change.Converse{PhoneID: l.id, Kind: "report", Question: "learned"},
		change.SetTips{PersonID: l.who, Tips: 1}, change.SetTips{PersonID: l.who, Tips: 2},
		change.OpenAsk{ID: question, PhoneID: l.id, Kind: "report", SubjectID: question, At: l.now},
		change.OpenAsk{ID: a, PhoneID: l.id, Kind: "report", SubjectID: question, At: l.now},
	)
	got := query(t, l.url, `SELECT f.consent || ' ' || cardinality(f.introduced) || ' ' || (f.stop_line_at IS NOT NULL) || ' ' || v.question
  || ' ' || p.tips
  || ' ' || (SELECT count(*) FROM consents) || ' ' || (SELECT count(*) FROM asks)
FROM phones f JOIN people p ON p.phone_id = f.id JOIN conversations v ON v.phone_id = f.id`)
	if want := "2 2 true learned 2 4 1"; len(got) != 1 || got[0] != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// takes says whether a column of a kind, as PostgreSQL names it, takes values that are written as a type.
func takes(kind, written string) bool {
	switch written {
	case "bigint":
		return slices.Contains([]string{"int2", "int4", "int8"}, kind)
	case "boolean":
		return kind == "bool"
	}
	of, list := strings.CutSuffix(written, "[]")
	return kind == of && !list || kind == "_"+of && list
}

type columnInfo struct {
	kind                   string
	nullable, made, refers bool
}

func columnsOf(t *testing.T) map[string]map[string]columnInfo {
	t.Helper()
	db, err := sql.Open("postgres", cluster.Lent(t))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(t.Context(), `SELECT c.table_name, c.column_name, c.udt_name, c.is_nullable = 'YES',
  c.column_default IS NOT NULL OR c.is_identity = 'YES' OR c.is_generated = 'ALWAYS', EXISTS (SELECT FROM pg_constraint k
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
  WHERE k.contype = 'f' AND k.conrelid = c.table_name::regclass AND a.attname = c.column_name)
FROM information_schema.columns c WHERE c.table_schema = 'public'`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := map[string]map[string]columnInfo{}
	for rows.Next() {
		var table, name string
		var c columnInfo
		if err := rows.Scan(&table, &name, &c.kind, &c.nullable, &c.made, &c.refers); err != nil {
			t.Fatal(err)
		}
		if out[table] == nil {
			out[table] = map[string]columnInfo{}
		}
		out[table][name] = c
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
