package memory

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAFolderInMemoryLivesAsLongAsItsProcess: what a process that is gone left is removed, what one that lives uses is not.
func TestAFolderInMemoryLivesAsLongAsItsProcess(t *testing.T) {
	t.Setenv("TMPDIR", "")
	end := Use()
	dir := os.TempDir()
	if !strings.HasPrefix(dir, root) {
		t.Log("no memory for files here: tests run on the disk")
		return
	}
	gone, lock, err := own()
	if err != nil {
		t.Fatal(err)
	}
	_ = lock.Close() // as the system does for a process that was killed
	sweep()
	if _, err := os.Stat(gone); !os.IsNotExist(err) {
		t.Errorf("what a killed process left is still there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "lock")); err != nil {
		t.Errorf("a folder in use was removed: %v", err)
	}
	end()
	if _, err := os.Stat(dir); !os.IsNotExist(err) || os.Getenv("TMPDIR") != "" {
		t.Errorf("the folder outlives its tests: %v", err)
	}
}
