package e2e

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

// TestEveryKindOfRefusalIsInTheLogOnceAMinute: as an answer and as a callback, each with its code, whoever it is for; and counted.
func TestEveryKindOfRefusalIsInTheLogOnceAMinute(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	watch := testkit.FreeAddr(t)
	s := testkit.NewService(t, &binary, db, "", "REPORTBACK_METRICS="+watch)
	phones := testkit.Organizers(t, db, 12)
	lines := func(code string) int {
		n := 0
		for _, l := range strings.Split(s.Log(), "\n") {
			if strings.Contains(l, "code="+code+" ") {
				n++
			}
		}
		return n
	}
	next := 0
	for _, c := range []struct {
		kind, code string
		fault      faketwilio.Fault
	}{
		{"unreachable", "21211", faketwilio.Fault{Create: []byte(`{"code":21211,"http":400}`)}},
		{"filtered", "30007", faketwilio.Fault{Error: 30007}},
		{"soft", "30003", faketwilio.Fault{Error: 30003}},
		{"opted_out", "21610", faketwilio.Fault{Create: []byte(`{"code":21610,"http":400}`)}},
		{"content", "21617", faketwilio.Fault{Create: []byte(`{"code":21617,"http":400}`)}},
		{"account", "30034", faketwilio.Fault{Error: 30034}}, // the last: from here on nothing leaves
	} {
		before := testkit.ReadMetrics(t, "http://"+watch+"/metrics")
		for range 2 {
			c.fault.Phone, c.fault.Times = phones[next], 1
			if err := s.Fake.Fault(c.fault); err != nil {
				t.Fatal(err)
			}
			if _, status, err := s.Fake.Text(context.Background(), phones[next], "LIST", sidOf(next)); err != nil || status != http.StatusOK {
				t.Fatalf("%d %v", status, err)
			}
			next++
			if c.kind == "account" {
				break
			}
		}
		want := float64(2)
		if c.kind == "account" {
			want = 1
		}
		key := `reportback_events_total{event="refusals",kind="` + c.kind + `"}`
		testkit.Until(t, 20*time.Second, c.kind+" is counted", func() bool {
			return testkit.ReadMetrics(t, "http://"+watch+"/metrics")[key]-before[key] == want
		})
		testkit.Until(t, 20*time.Second, c.kind+" is said", func() bool { return lines(c.code) > 0 }) // the log comes by another way
		if n := lines(c.code); n != 1 {
			t.Errorf("%s: %d lines, want 1", c.code, n)
		}
	}
	for _, p := range phones {
		if strings.Contains(s.Log(), p[2:]) {
			t.Error("a number in the log")
		}
	}
}
