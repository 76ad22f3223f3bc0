// Package bench measures the service beside its floors, in one run: ratios count, not figures. It holds benchmarks only, and no test
// depends on a time.
package bench
