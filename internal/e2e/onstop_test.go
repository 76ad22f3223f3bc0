package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

// TestACommandOfTheirsHearsOfAStop: it is run when every text is refused and when they leave again, once each, in words, without our
// settings; one that fails is run again.
func TestACommandOfTheirsHearsOfAStop(t *testing.T) {
	t.Parallel()
	dir := testkit.DataDir(t)
	heard, program := filepath.Join(dir, "heard"), filepath.Join(dir, "tell us")
	script := "#!/bin/sh\nread words\necho \"$1 $2 $3: $words $TWILIO_AUTH_TOKEN.\" >> '" + heard + "'\n"
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "", "REPORTBACK_ON_STOP="+program)
	phone := testkit.Organizers(t, db, 1)[0]
	if err := s.Fake.Fault(faketwilio.Fault{Create: []byte(`{"code":20003,"http":401}`)}); err != nil {
		t.Fatal(err)
	}
	lines := func() []string {
		b, err := os.ReadFile(heard)
		if err != nil {
			return nil
		}
		return strings.Split(strings.TrimSpace(string(b)), "\n")
	}
	textUntilStored(t, s, phone, "LIST", sidOf(1))
	testkit.Until(t, 30*time.Second, "the command hears that sending stopped", func() bool { return len(lines()) > 0 })
	if err := s.Fake.Fault(faketwilio.Fault{}); err != nil {
		t.Fatal(err)
	}
	allAnswered(t, s, db, 1)
	testkit.Until(t, 30*time.Second, "the command hears that texts leave again", func() bool { return len(lines()) > 1 })
	got := lines()
	if len(got) != 2 || !strings.HasPrefix(got[0], "stopped account 20003: No text leaves: Twilio refuses all of ours") ||
		got[1] != "resumed account 20003: Texts leave again. ." || strings.Contains(got[0], testkit.Token) {
		t.Errorf("heard %q", got)
	}
	if code, _ := get(s.Base + "/readyz"); code != http.StatusOK {
		t.Errorf("ready: %d", code)
	}
}
