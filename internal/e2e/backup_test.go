package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// TestABackupIsRestoredIntoAFreshFolder: everything is there, sending and webhooks are off and Today says so; a folder that holds data is
// refused, as is a file that was cut off; the newest files are kept.
func TestABackupIsRestoredIntoAFreshFolder(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, testkit.DataDir(t), "2026-11-24T10:00:00-08:00")
	say(t, d, "+12065550101", "REPORT Bo Lee yesterday")
	want := inDemo(t, d, `SELECT (SELECT count(*) FROM people) || ' people, ' || (SELECT count(*) FROM messages) || ' texts'`)
	to := testkit.DataDir(t)
	var file string
	for _, name := range []string{
		"reportback-before-the-move.dump", "reportback-20990101T000000Z.dump.old", "reportback-20250101T000000Z.dump.part",
	} {
		if err := os.WriteFile(filepath.Join(to, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 {
		file = strings.TrimSpace(d.Run(&binary, "backup", "--to", to, "--keep", "2"))
		testkit.Until(t, 5*time.Second, "a second passes", func() bool {
			return time.Now().UTC().Format("20060102T150405Z")+".dump" > strings.TrimPrefix(filepath.Base(file), "reportback-")
		})
	}
	if files, err := filepath.Glob(to + "/*"); err != nil || len(files) != 4 || !slices.Contains(files, file) ||
		!slices.Contains(files, filepath.Join(to, "reportback-before-the-move.dump")) {
		t.Errorf("two of ours and what a person keeps beside, not %v %v", files, err)
	}
	if st, err := os.Stat(file); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("everybody may read it: %v %v", st, err)
	}
	fresh := testkit.DataDir(t)
	out, err := testkit.RunBinary(t, &binary, nil, "restore", file, "--data", fresh)
	if err != nil || !strings.Contains(out, "sending and webhooks are off") {
		t.Fatalf("restore: %v %s", err, out)
	}
	restored := &testkit.Demo{Dir: fresh}
	if got := inDemo(t, restored, `SELECT (SELECT count(*) FROM people) || ' people, ' || (SELECT count(*)
		FROM messages) || ' texts'`); got != want {
		t.Errorf("restored %s of %s", got, want)
	}
	if got := inDemo(t, restored, `SELECT (SELECT value FROM settings WHERE key = 'sending') || ' ' || (SELECT count(*) FROM attention
		WHERE kind = 'restored' AND closed_at IS NULL)`); got != "off 1" {
		t.Errorf("sending and rows on Today: %s", got)
	}
	if _, err := testkit.RunBinary(t, &binary, nil, "restore", file, "--data", fresh); err == nil ||
		!strings.Contains(err.Error(), "holds data already") {
		t.Errorf("restored over data: %v", err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(to, "cut.dump")
	if err := os.WriteFile(cut, whole[:200], 0o600); err != nil {
		t.Fatal(err)
	}
	second := testkit.DataDir(t)
	for _, wrong := range []string{cut, torn(t, to, whole)} {
		if _, err := testkit.RunBinary(t, &binary, nil, "restore", wrong, "--data", second); err == nil {
			t.Errorf("%s was restored", wrong)
		}
	}
	if out, err := testkit.RunBinary(t, &binary, nil, "restore", file, "--data", second); err != nil {
		t.Errorf("the right file after two wrong ones: %v %s", err, out)
	}
}

// torn is a backup whose table of contents can be read and whose data cannot.
func torn(t *testing.T, to string, whole []byte) string {
	t.Helper()
	b := slices.Clone(whole)
	for i := len(b) / 2; i < len(b); i++ {
		b[i] = 0xff
	}
	file := filepath.Join(to, "torn.dump")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestABackupOfOneServerIsRestoredOnAnother: both by DATABASE_URL, the second a PostgreSQL that has nothing in common with the first; a
// database that holds something is refused and stays as it is.
func TestABackupOfOneServerIsRestoredOnAnother(t *testing.T) {
	t.Parallel()
	first := cluster.Database(t)
	people := testkit.Organizers(t, first, 3)
	was, err := store.Open(t.Context(), first, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = was.Close() }()
	if err := was.SetSetting(t.Context(), app.SettingSending, string(reminder.SendingOn), false); err != nil {
		t.Fatal(err)
	}
	to := testkit.DataDir(t)
	dumped, err := testkit.RunBinary(t, &binary, []string{"DATABASE_URL=" + first}, "backup", "--to", to)
	if err != nil {
		t.Fatalf("%v %s", err, dumped)
	}
	other, err := embedded.Start(t.Context(), testkit.DataDir(t), embedded.Real, embedded.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Stop() })
	second := []string{"DATABASE_URL=" + other.URL()}
	out, err := testkit.RunBinary(t, &binary, second, "restore", strings.TrimSpace(dumped))
	if err != nil || !strings.Contains(out, "restored into DATABASE_URL's database") ||
		!strings.Contains(out, "sending and webhooks are off") {
		t.Fatalf("restore: %v %s", err, out)
	}
	if list, err := testkit.RunBinary(t, &binary, second, "person", "list"); err != nil || strings.Count(list, "\n") < 1+len(people) {
		t.Errorf("restored people: %v %s", err, list)
	}
	db, err := store.Open(t.Context(), other.URL(), 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if s, err := db.Settings(t.Context()); err != nil || s[app.SettingSending] != string(reminder.SendingOff) {
		t.Errorf("sending is %q (%v)", s[app.SettingSending], err)
	}
	if _, err := testkit.RunBinary(t, &binary, second, "restore", strings.TrimSpace(dumped)); err == nil ||
		!strings.Contains(err.Error(), "not empty") {
		t.Errorf("restored over data: %v", err)
	}
}
