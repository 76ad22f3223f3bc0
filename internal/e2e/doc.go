// Package e2e tests the built binary from outside: conversations as transcripts, kills in the middle, many phones at once. It holds tests
// only.
package e2e
