package understand

import (
	"bufio"
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnswers holds every line of testdata/answers to what it answers. A line is what is right, a tab and the text; what is right may
// be several answers, divided by commas: "-" is a text that answers nothing and is passed on. After an answer may stand +own (it says
// more than the bare answer), +bare (it does not), +question, +if, +machine or +reaction.
func TestAnswers(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/answers/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("the tables of answers: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = f.Close() }()
			n, wrong, silent := 0, 0, 0
			for s := bufio.NewScanner(f); s.Scan(); {
				if s.Text() == "" || s.Text()[0] == '#' {
					continue
				}
				want, text, ok := strings.Cut(s.Text(), "\t")
				if !ok {
					t.Fatalf("not a line of the table: %q", s.Text())
				}
				n++
				got := Read(text, at(t))
				if !answers(got, want) {
					wrong++
					if got.Reply != NoReply && got.Reply != MaybeStop {
						silent++
					}
					t.Errorf("%q: %s, want %s", text, said(got), want)
				}
			}
			t.Logf("%d texts, %d right (%.1f %%), %d silently wrong (%.1f %%)", n, n-wrong, 100*float64(n-wrong)/float64(n), silent,
				100*float64(silent)/float64(n))
		})
	}
}

func answers(t Text, want string) bool {
	for w := range strings.SplitSeq(want, ",") {
		reply, flags, _ := strings.Cut(w, "+")
		ok := t.Reply == Reply(strings.TrimPrefix(reply, "-"))
		for f := range strings.SplitSeq(flags, "+") {
			switch f {
			case "own":
				ok = ok && t.OwnWords
			case "bare":
				ok = ok && !t.OwnWords
			case "question":
				ok = ok && t.Question
			case "if":
				ok = ok && t.Condition
			case "machine":
				ok = ok && t.Machine
			case "reaction":
				ok = ok && t.Reaction
			}
		}
		if ok {
			return true
		}
	}
	return false
}

// said writes an answer as the tables have it.
func said(t Text) string {
	var s strings.Builder
	s.WriteString(cmp.Or(string(t.Reply), "-"))
	for _, f := range []struct {
		name string
		is   bool
	}{{"own", t.OwnWords}, {"question", t.Question}, {"if", t.Condition}, {"machine", t.Machine}, {"reaction", t.Reaction}} {
		if f.is {
			s.WriteString("+" + f.name)
		}
	}
	return s.String()
}
