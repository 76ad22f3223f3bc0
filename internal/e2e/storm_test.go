package e2e

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/lib/pq"

	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

// queues runs a test on the embedded queue and on a real redis-server.
func queues(t *testing.T, run func(t *testing.T, redis string)) {
	t.Helper()
	t.Run("embedded queue", func(t *testing.T) {
		t.Parallel()
		run(t, "")
	})
	t.Run("redis-server", func(t *testing.T) {
		t.Parallel()
		redis := testkit.Redis(t)
		if redis == "" {
			t.Skip("no redis-server here; CI fails without one")
		}
		run(t, redis)
	})
}

// bodies are what a phone was sent, in the order of the provider's books.
func bodies(f *faketwilio.Fake, phone string) []string {
	var out []string
	for _, e := range f.Accepted(phone) {
		out = append(out, e.Body)
	}
	return out
}

func TestTwoHundredWebhooksAtOnceEachTwice(t *testing.T) {
	t.Parallel()
	queues(t, func(t *testing.T, redis string) {
		t.Helper()
		db := cluster.Database(t)
		s := testkit.NewService(t, &binary, db, redis)
		phones := testkit.Organizers(t, db, 50)
		var wg sync.WaitGroup
		for i := range 100 {
			sid := fmt.Sprintf("SM%032x", i+1)
			for range 2 {
				wg.Add(1)
				go func() {
					defer wg.Done()
					if _, status, err := s.Fake.Text(context.Background(), phones[i%50], "LIST", sid); err != nil || status != http.StatusOK {
						t.Errorf("text %d: %d %v", i, status, err)
					}
				}()
			}
		}
		wg.Wait()
		allAnswered(t, s, db, 100)
		for _, p := range phones {
			if got := bodies(s.Fake, p); len(got) != 2 {
				t.Errorf("one answer for each of two texts, each delivered twice: got %d", len(got))
			}
		}
		noneDoubled(t, db)
	})
}

func TestFourTextsInARowAreAnsweredInOrder(t *testing.T) {
	t.Parallel()
	queues(t, func(t *testing.T, redis string) {
		t.Helper()
		db := cluster.Database(t)
		s := testkit.NewService(t, &binary, db, redis)
		phones := testkit.Organizers(t, db, 50)
		var wg sync.WaitGroup
		for _, p := range phones {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for _, body := range []string{"REPORT", "today", "Bo Lee", "206-555-0161"} {
					if _, status, err := s.Fake.Text(context.Background(), p, body, ""); err != nil || status != http.StatusOK {
						t.Errorf("%s: %d %v", body, status, err)
					}
				}
			}()
		}
		wg.Wait()
		allAnswered(t, s, db, 200)
		for _, p := range phones {
			got := bodies(s.Fake, p)
			for i, want := range []string{"What day did you meet", "Who did you meet", "Bo's phone number", "Bo's email"} {
				if len(got) != 4 || !strings.Contains(got[i], want) {
					t.Fatalf("answers in order: got %q", got)
				}
			}
		}
		noneDoubled(t, db)
	})
}

// TestKilledFiveTimes kills the service with -9 while 40 phones text and the provider cuts 5 % of its answers after accepting. Twilio's
// repeat of a webhook that failed is played by sending the same SID again. Counted at the provider: nothing lost, nothing twice, all in
// order.
func TestKilledFiveTimes(t *testing.T) {
	t.Parallel()
	queues(t, func(t *testing.T, redis string) {
		t.Helper()
		db := cluster.Database(t)
		s := testkit.NewService(t, &binary, db, redis)
		phones := testkit.Organizers(t, db, 40)
		script := []string{"REPORT", "today", "Bo Lee", "206-555-0161", "bo@example.org", "2", "text"}
		want := []string{
			"What day did you meet", "Who did you meet", "Bo's phone number", "Bo's email", "Did Bo agree", "Best way to reach Bo",
			"What does Bo need",
		}
		stop := make(chan struct{})
		var faults sync.WaitGroup
		faults.Add(1)
		go func() {
			defer faults.Done()
			orderCuts(t, s.Fake, phones, stop)
		}()
		var wg sync.WaitGroup
		for i, p := range phones {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for k, body := range script {
					textUntilStored(t, s, p, body, fmt.Sprintf("SM%016x%016x", i+1, k+1))
				}
			}()
		}
		for range 5 {
			awaitTexts(t, s, 30)
			s.Kill()
			s.Restart()
		}
		wg.Wait()
		close(stop)
		faults.Wait()
		allAnswered(t, s, db, len(phones)*len(script))
		for _, p := range phones {
			got := bodies(s.Fake, p)
			if len(got) != len(want) {
				t.Fatalf("%d answers to %d texts: %q", len(got), len(want), got)
			}
			for i := range want {
				if !strings.Contains(got[i], want[i]) {
					t.Fatalf("answer %d: want %q in %q", i, want[i], got[i])
				}
			}
		}
		noneDoubled(t, db)
		if n := count(t, db, "SELECT count(*) FROM inbound"); n != len(phones)*len(script) {
			t.Errorf("%d texts stored, want %d", n, len(phones)*len(script))
		}
	})
}

// TestKilledBetweenAnyTwoSteps kills the service with -9 at each step of one send, and starts it again: the text is sent once, whatever it
// takes.
func TestKilledBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"in the open step", "stored", "arrived", "accepted", "answered"} {
		t.Run(step, func(t *testing.T) {
			t.Parallel()
			db := cluster.Database(t)
			s := testkit.NewService(t, &binary, db, "")
			phone := testkit.Organizers(t, db, 1)[0]
			sid := sidOf(1)
			killed := make(chan struct{})
			var once sync.Once
			hook := func(at string) {
				if at == step {
					once.Do(func() { s.Kill(); close(killed) })
				}
			}
			s.AtStep.Store(&hook)
			text := func() { // a webhook without an answer is repeated below, as Twilio does
				_, _, _ = s.Fake.Text(context.Background(), phone, "LIST", sid)
			}
			switch step {
			case "in the open step":
				release := holdPhone(t, db, phone)
				go text()
				testkit.Until(t, 10*time.Second, "the step waits for its phone", func() bool {
					return count(t, db, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0
				})
				hook(step)
				release()
			case "stored":
				go text()
				testkit.Until(t, 10*time.Second, "the text is stored", func() bool { return count(t, db, "SELECT count(*) FROM inbound") == 1 })
				hook(step)
			default:
				text()
			}
			<-killed
			s.Restart()
			textUntilStored(t, s, phone, "LIST", sid)
			allAnswered(t, s, db, 1)
			if n := len(s.Fake.Accepted("")); n != 1 {
				t.Errorf("sent %d times", n)
			}
			if n := count(t, db, "SELECT count(*) FROM messages WHERE dir = 2 AND state = 4"); n != 1 {
				t.Errorf("%d texts known as sent", n)
			}
			noneDoubled(t, db)
		})
	}
}

// allAnswered waits until the provider has n texts and nothing of ours is queued, in a call or unclear: what would go out twice has by
// then.
func allAnswered(t *testing.T, s *testkit.Service, url string, n int) {
	t.Helper()
	testkit.Until(t, 3*time.Minute, "every text has its answer, and nothing is under way", func() bool {
		return len(s.Fake.Accepted("")) >= n && s.Fake.Owes() == 0 && count(t, url, "SELECT count(*) FROM messages WHERE state IN (1, 2, 3)") == 0
	})
}

// holdPhone takes a phone's row lock, so that the step of a text from it stays open, and returns what gives it back.
func holdPhone(t *testing.T, url, phone string) (release func()) {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), "SELECT FROM phones WHERE phone = $1 FOR UPDATE", phone); err != nil {
		t.Fatal(err)
	}
	return func() {
		_ = tx.Rollback()
		_ = db.Close()
	}
}

// awaitTexts waits until so many more texts were accepted, or the storm is over.
func awaitTexts(t *testing.T, s *testkit.Service, more int) {
	t.Helper()
	from := len(s.Fake.Accepted(""))
	began := time.Now()
	testkit.Until(t, time.Minute, "texts leave", func() bool {
		return len(s.Fake.Accepted("")) >= from+more || time.Since(began) > 3*time.Second
	})
}

// orderCuts makes about one send in twenty be cut after it was accepted.
func orderCuts(t *testing.T, f *faketwilio.Fake, phones []string, stop <-chan struct{}) {
	t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	r := rand.New(rand.NewPCG(1, 2))
	for n := 0; n < len(phones)*7/20; n++ {
		if err := f.Fault(faketwilio.Fault{
			Phone: phones[r.IntN(len(phones))], Create: json.RawMessage(`"cut_after_accept"`),
			Times: 1,
		}); err != nil {
			t.Error(err)
		}
		select {
		case <-stop:
			return
		case <-tick.C:
		}
	}
}

// textUntilStored repeats one text, with its SID, until the service says that it has it.
func textUntilStored(t *testing.T, s *testkit.Service, phone, body, sid string) {
	t.Helper()
	testkit.Until(t, time.Minute, "text is stored", func() bool {
		_, status, err := s.Fake.Text(context.Background(), phone, body, sid)
		return err == nil && status == http.StatusOK
	})
}

func noneDoubled(t *testing.T, url string) {
	t.Helper()
	if n := count(t, url, "SELECT count(*) FROM attempts WHERE outcome = 'doubled'"); n != 0 {
		t.Errorf("%d texts doubled", n)
	}
}

func count(t *testing.T, url, query string) int {
	t.Helper()
	var n int
	if err := oneRow(t, url, query, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func oneRow(t *testing.T, url, query string, into any) error {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	return db.QueryRowContext(context.Background(), query).Scan(into)
}
