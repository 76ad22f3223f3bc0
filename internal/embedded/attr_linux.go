package embedded

import "syscall"

// sysProcAttr gives the server its account and its own process group, and ends it when we die.
func sysProcAttr(c *syscall.Credential) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: c, Setpgid: true, Pdeathsig: syscall.SIGINT}
}
