package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

// TestTheUnitsAreTaken: what the units run is a command of this program with flags that it knows, the timer's service is there, and
// systemd, where it is at hand, has nothing to say of any of them.
func TestTheUnitsAreTaken(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../docs/reportback*.*")
	if err != nil || len(files) != 3 {
		t.Fatal(files, err)
	}
	bin := binary.Path(t)
	dir := testkit.DataDir(t)
	var units []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		unit := strings.ReplaceAll(string(b), "/usr/local/bin/reportback", bin)
		at := filepath.Join(dir, filepath.Base(f))
		if err := os.WriteFile(at, []byte(unit), 0o600); err != nil {
			t.Fatal(err)
		}
		units = append(units, at)
		for _, m := range regexp.MustCompile(`(?m)^ExecStart=(.+)$`).FindAllStringSubmatch(unit, -1) {
			args := strings.Fields(m[1])
			if out, err := exec.CommandContext(t.Context(), args[0], append(args[1:], "--help")...).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", m[1], err, out)
			}
		}
		if name, ok := strings.CutSuffix(f, ".timer"); ok {
			if _, err := os.Stat(name + ".service"); err != nil {
				t.Errorf("%s begins nothing: %v", f, err)
			}
		}
	}
	if analyze, err := exec.LookPath("systemd-analyze"); err == nil {
		if out, err := exec.CommandContext(t.Context(), analyze, append([]string{"verify"}, units...)...).CombinedOutput(); err != nil ||
			strings.TrimSpace(string(out)) != "" {
			t.Errorf("systemd-analyze verify: %v\n%s", err, out)
		}
	}
}
