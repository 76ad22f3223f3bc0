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

// TestTextsThatNobodyTookAreCaughtUp: while the service is down the provider gives every webhook up; afterwards each is read from its list,
// answered once, and the gap stands on Today. A text whose callbacks all went lost meanwhile has its end told.
func TestTextsThatNobodyTookAreCaughtUp(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	phones := testkit.Organizers(t, db, 6)
	if err := s.Fake.Fault(faketwilio.Fault{Phone: phones[5], Callbacks: "none", Times: 1}); err != nil {
		t.Fatal(err)
	}
	textUntilStored(t, s, phones[5], "LIST", sidOf(200))
	allAnswered(t, s, db, 1)
	s.Kill()
	for i, p := range phones {
		if _, status, err := s.Fake.Text(context.Background(), p, "LIST", sidOf(i)); err == nil {
			t.Fatalf("taken while down: %d", status)
		}
	}
	if _, _, err := s.Fake.Text(context.Background(), "384387", "your code is 1", sidOf(100)); err == nil {
		t.Fatal("taken while down")
	}
	s.Restart()
	if _, status, err := s.Fake.Text(context.Background(), phones[0], "LIST", sidOf(50)); err != nil || status != http.StatusOK {
		t.Fatal(status, err)
	}
	testkit.Until(t, 3*time.Minute, "what was missed is answered", func() bool { return len(s.Fake.Accepted("")) >= 8 })
	allAnswered(t, s, db, 8)
	for i, p := range phones {
		want := 1
		if i == 0 || i == 5 {
			want = 2
		}
		if got := bodies(s.Fake, p); len(got) != want {
			t.Errorf("%d answers, want %d", len(got), want)
		}
	}
	noneDoubled(t, db)
	note := text1(t, db, `SELECT note FROM attention WHERE kind = 'gap' AND closed_at IS NULL`)
	if !strings.Contains(note, "7 texts to us did not arrive") {
		t.Errorf("on Today: %q", note)
	}
	if n := count(t, db, `SELECT count(*) FROM attention WHERE kind = 'gap'`); n != 1 {
		t.Errorf("%d rows for one gap", n)
	}
	if n := count(t, db, `SELECT count(*) FROM attention WHERE kind = 'odd_sender'`); n != 1 {
		t.Errorf("%d rows for the odd sender", n)
	}
	if n := count(t, db, `SELECT count(*) FROM messages WHERE dir = 2 AND status_rank < 10`); n != 0 {
		t.Errorf("%d texts without an end", n)
	}
}

func text1(t *testing.T, url, query string) string {
	t.Helper()
	var out string
	if err := oneRow(t, url, query, &out); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return out
}
