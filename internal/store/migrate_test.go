package store_test

import (
	"context"
	"database/sql"
	"sync"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/store"
)

// TestSeveralMigrateAtOnceUnderLoad: four migrations of an empty schema at once all end well, also while somebody holds a table they need.
func TestSeveralMigrateAtOnceUnderLoad(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	if err := rawExec(t, url, `DROP INDEX messages_unsettled; DELETE FROM goose_db_version WHERE version_id = 20`); err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	tx, err := raw.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), `LOCK TABLE messages IN ROW EXCLUSIVE MODE`); err != nil {
		t.Fatal(err)
	}
	letGo := time.AfterFunc(3*time.Second, func() { _ = tx.Rollback() }) // longer than one try waits
	defer letGo.Stop()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			one, err := store.Open(context.Background(), url, 2)
			if err == nil {
				err = one.Migrate(context.Background())
				_ = one.Close()
			}
			if err != nil {
				t.Errorf("migrate: %v", err)
			}
		})
	}
	wg.Wait()
	if pending, err := db.SchemaPending(t.Context()); err != nil || pending {
		t.Errorf("pending %v %v", pending, err)
	}
}

// TestWhatAnIndexCallsIsFoundWithoutASearchPath: a backup is read back without one, and a function of ours that calls another by its bare
// name keeps the whole of it from being restored.
func TestWhatAnIndexCallsIsFoundWithoutASearchPath(t *testing.T) {
	t.Parallel()
	_, url := own(t)
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	var bare []string
	rows, err := db.QueryContext(t.Context(), `SELECT p.proname || ' calls ' || o.proname FROM pg_proc p JOIN pg_proc o ON o.oid <> p.oid
	  WHERE p.pronamespace = 'public'::regnamespace AND o.pronamespace = 'public'::regnamespace AND p.prolang =
	  (SELECT oid FROM pg_language WHERE lanname = 'sql') AND p.prosrc ~ ('(^|[^.[:alnum:]_])' || o.proname || '\(')`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		bare = append(bare, s)
	}
	if err := rows.Err(); err != nil || len(bare) > 0 {
		t.Errorf("by its bare name: %v %v", bare, err)
	}
}
