//go:build !linux

package embedded

import "syscall"

// sysProcAttr gives the server its account and its own process group; where the parent's death sends no signal, the next start stops the
// orphan.
func sysProcAttr(c *syscall.Credential) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: c, Setpgid: true}
}
