// Package beside finds what lies beside the project on the machines that try it: other projects' cases and what users of other systems
// reported. The project does not carry them; where they are not, its own tables guard alone.
package beside

import (
	"os"
	"path/filepath"
)

// File finds a file or folder of ../shared, seen from the project's folder, for a test anywhere in it; "" when it is not there.
func File(path ...string) string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		p := filepath.Join(append([]string{dir, "..", "shared"}, path...)...)
		if _, err := os.Stat(p); err == nil {
			return p
		}
	}
	return ""
}
