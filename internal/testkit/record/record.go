// Package record keeps decisions: what a phone's step looked at, what came to it and when. What was recorded of the stories, the
// transcripts and the random lives is decided again without a database by the test of package talk, which compares all that is done.
package record

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Decision is one decision before it is made.
type Decision struct {
	Life  string // where it was met: a story's sentence, a transcript, a random life
	Now   time.Time
	World world.World
	In    world.Input
}

// Tape takes the decisions of one life.
type Tape struct {
	mu   sync.Mutex
	life string
	rows [][]byte
}

// NewTape begins the recording of one life.
func NewTape(life string) *Tape {
	return &Tape{life: strings.ReplaceAll(strings.TrimPrefix(life, "Test"), "/each/", "/")}
}

// Take records a decision that is about to be made; it is written down at once, so that nothing of it can change afterwards. What was
// understood of the text is left out: it is understood anew.
func (t *Tape) Take(w world.World, in world.Input, now time.Time) {
	w.Heard = understand.Text{}
	row := appendJSON(nil, reflect.ValueOf(Decision{Life: t.life, Now: now, World: w, In: in}))
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows = append(t.rows, row)
}

var anyID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// Rows returns what was recorded, a line a decision. Identifiers become numbers in their order, which keeps it: the same life recorded
// twice is the same text.
func (t *Tape) Rows() [][]byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	names := map[string]string{}
	var ids []string
	for _, r := range t.rows {
		for _, id := range anyID.FindAll(r, -1) {
			if _, ok := names[string(id)]; !ok {
				names[string(id)] = ""
				ids = append(ids, string(id))
			}
		}
	}
	slices.Sort(ids)
	for i, id := range ids {
		if strings.HasPrefix(id, "00000000-0000-0000") { // nobody, or made of a phone's number
			names[id] = id
			continue
		}
		names[id] = fmt.Sprintf("00000000-0000-7000-8000-%012d", i+1)
	}
	out := make([][]byte, len(t.rows))
	for i, r := range t.rows {
		out[i] = anyID.ReplaceAllFunc(r, func(id []byte) []byte { return []byte(names[string(id)]) })
	}
	return out
}

// Write keeps recorded rows in a file; of decisions that are alike but for where they were met, and of those of one shape, the first: what
// repeats says nothing new.
func Write(path string, rows [][]byte, shape func(Decision) string) error {
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return err
	}
	seen, shapes := map[string]bool{}, map[string]bool{}
	for _, r := range rows {
		_, rest, _ := bytes.Cut(r, []byte(`,"Now":`))
		if seen[string(rest)] {
			continue
		}
		seen[string(rest)] = true
		d, err := decode(r)
		if err != nil {
			return err
		}
		s := shape(d)
		if shapes[s] {
			continue
		}
		shapes[s] = true
		if _, err := z.Write(append(r, '\n')); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, buf.Bytes(), 0o600)
}

// Read returns the decisions of a file.
func Read(path string) ([]Decision, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	var out []Decision
	for r := bufio.NewReaderSize(z, 1<<20); ; {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		one, err := decode(line)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
}

func decode(row []byte) (one Decision, err error) {
	d := json.NewDecoder(bytes.NewReader(row))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return one, err
	}
	if err := fill(reflect.ValueOf(&one).Elem(), tree); err != nil {
		return one, fmt.Errorf("%s: %w", one.Life, err)
	}
	return one, nil
}

// LastText returns the decision about the newest text that came in.
func (t *Tape) LastText() (Decision, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := len(t.rows) - 1; i >= 0; i-- {
		if d, err := decode(t.rows[i]); err != nil || d.In.Kind == world.TextIn {
			return d, err
		}
	}
	return Decision{}, errors.New("no text came in")
}

// Counter makes identifiers that count up: what a decision makes is told apart from what it found.
type Counter struct{ n int }

// New implements world.IDs.
func (c *Counter) New() uuid.UUID {
	c.n++
	return uuid.MustParse(fmt.Sprintf("ffffffff-0000-7000-8000-%012d", c.n))
}

// String says where a decision was met and what it is about.
func (d Decision) String() string {
	what := "added"
	switch d.In.Kind {
	case world.TextIn:
		what = "a text"
	case world.DueIn:
		what = "due " + d.In.Due.Rule
	case world.ActIn:
		what = "act " + string(d.In.Act.Kind)
	case world.VerdictIn:
		what = "verdict"
	case world.PersonAddedIn:
	}
	if d.World.Conv.Kind != "" {
		what += " (" + d.World.Conv.Kind + " " + d.World.Conv.Question + ")"
	}
	return d.Now.UTC().Format("Mon 2006-01-02 15:04:05") + ", " + what
}
