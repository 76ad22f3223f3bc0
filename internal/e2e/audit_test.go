package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

// TestWhatTheCommandLineDoesIsInTheAuditLog: each command that changes something, or takes data out, is a line of it, done or refused, and
// no line holds what was given to it.
func TestWhatTheCommandLineDoesIsInTheAuditLog(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	dir := testkit.DataDir(t)
	file := filepath.Join(dir, "qqfile.csv")
	if err := os.WriteFile(file, []byte("name,phone\nQQ Import,206-555-0199\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Run(&binary, "person", "add", "--name", "QQ Person", "--phone", "206-555-0198", "--role", "contact")
	d.Run(&binary, "sending", "team")
	d.Run(&binary, "export", "contacts")
	d.Run(&binary, "import", "contacts", file)
	d.Run(&binary, "import", "contacts", "--dry-run", file)
	d.Run(&binary, "event", "add", "--title", "QQ Night", "--at", "2026-12-10T18:00:00-08:00", "--where", "QQ Hall")
	backup := strings.TrimSpace(d.Run(&binary, "backup", "--to", dir))
	got := inDemo(t, d, `SELECT string_agg(what || ' ' || outcome, E'\n' ORDER BY id) FROM audit WHERE address = 'command line'`)
	want := strings.Join([]string{
		"person add done", "sending team done", "export contacts done", "import contacts done", "import contacts, tried done", "event add done",
		"backup done",
	}, "\n")
	if got != want {
		t.Errorf("the audit log:\n%s", got)
	}
	if all := inDemo(t, d, `SELECT coalesce(string_agg(audit::text, ' '), '') FROM audit`); strings.Contains(all, "QQ") ||
		strings.Contains(all, "qq") || strings.Contains(all, "0198") {
		t.Errorf("it holds what was typed: %s", all)
	}
	fresh := testkit.DataDir(t)
	if out, err := testkit.RunBinary(t, &binary, nil, "restore", backup, "--data", fresh); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	if got := inDemo(t, &testkit.Demo{Dir: fresh},
		`SELECT what || ' ' || outcome FROM audit ORDER BY id DESC LIMIT 1`); got != "restore done" {
		t.Errorf("the newest line of the restored log: %s", got)
	}
}
