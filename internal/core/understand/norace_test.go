//go:build !race

package understand

// raced tells that this is a build for the race detector.
const raced = false
