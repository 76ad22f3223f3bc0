package understand

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestReplies holds every line of the table, `answer <tab> text`, to what it answers; "-" is a text that answers nothing and is passed on.
func TestReplies(t *testing.T) {
	t.Parallel()
	f, err := os.Open("testdata/replies.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	n := 0
	for s := bufio.NewScanner(f); s.Scan(); n++ {
		want, text, ok := strings.Cut(s.Text(), "\t")
		if !ok {
			t.Fatalf("not a line of the table: %q", s.Text())
		}
		if got := Read(text, at(t)).Reply; got != Reply(strings.TrimPrefix(want, "-")) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if n < 200 {
		t.Errorf("%d answers: the table has thinned out", n)
	}
}

// TestCommandsAreNoSentences holds commands to their form: a sentence that begins with a command's word is none.
func TestCommandsAreNoSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want Command
	}{
		{"report Maria", Report},
		{"Report cards were her worry", None},
		{"skip", Skip},
		{"skipped lunch", None},
		{"BACK", Back},
		{"back in March she told me", None},
		{"list of her worries: mold", None},
		{"later she said", None},
		{"next steps: call her", None},
		{"add me to your list", None},
		{"so far so good", None},
		{"van a venir", None},
		{"fix 5", Fix},
		{"fix the sink", None},
		{"corregir correo", Fix},
		{"move Maria Fri 4pm", Move},
		{"move out by friday", None},
		{"moved in last year", None},
		{"call off Maria", CallOff},
		{"call off the strike", None},
		{"Meet me at 5", None},
		{"Meeting went well", None},
		{"meeting was great", None},
		{"Meeting Maria Thu 3pm", Meet},
		{"done b", Done},
		{"done with that", None},
		{"tell me more", None},
		{"tell Maria I'm here", Tell},
		{"note that she cannot come", None},
		{"hold on", None},
		{"private landlord", None},
		{"where does she live", None},
		{"luego me dijo que sí", None},
	} {
		if got, _ := ReadCommand(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
