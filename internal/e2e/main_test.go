package e2e

import (
	"os"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

var (
	binary  testkit.Binary
	cluster testkit.Cluster
)

func TestMain(m *testing.M) {
	code := cluster.Main(m)
	binary.Clean()
	os.Exit(code)
}
