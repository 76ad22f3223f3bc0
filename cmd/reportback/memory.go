package main

import (
	"os"
	"runtime/debug"
)

// heapRoom is how far memory grows before what is unused is collected, in percent of what is used. Collecting whenever it has doubled took
// a fifth of a busy service's time in Go; at 200 it takes half of that, for some 25 MB more (docs/performance.md).
const heapRoom = 200

// growHeap lets memory grow by heapRoom, unless GOGC says otherwise (https://pkg.go.dev/runtime#hdr-Environment_Variables).
func growHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapRoom)
	}
}
