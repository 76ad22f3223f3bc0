// Package archtest holds tests of the project's shape: which package may import which. It holds tests only.
package archtest
