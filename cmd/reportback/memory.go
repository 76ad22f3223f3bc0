package main

import (
	"os"
	"runtime/debug"
)

// heapRoom is how far memory grows before what is unused is collected, in percent of what is used. Collecting whenever it had doubled took
// a sixth of a busy service's time in Go (docs/performance.md); at 200 it happens half as often, for as much memory again as is used.
const heapRoom = 200

// growHeap lets memory grow by heapRoom, unless GOGC says otherwise (https://pkg.go.dev/runtime#hdr-Environment_Variables).
func growHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapRoom)
	}
}
