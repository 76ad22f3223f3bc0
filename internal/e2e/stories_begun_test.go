package e2e

import (
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/testkit/record"
)

// begun are the towns behind the lines that several stories begin with: the first story that comes there leaves its town for the others,
// who hear what it heard.
type begun struct {
	shared map[string]bool
	mu     sync.Mutex
	kept   map[string]*moment
}

// moment is how a story stands behind some of its lines, and what was heard after each.
type moment struct {
	town   *testkit.Moment
	seen   int
	handed uuid.UUID
	told   []string
}

// actsOf are the lines that do something.
func actsOf(all []string) []string {
	var acts []string
	for _, line := range all[1:] {
		if line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "| ") && !heard(line) {
			acts = append(acts, line)
		}
	}
	return acts
}

// fewest is how many stories must begin alike for their beginning to be kept: keeping it costs about as much as a text.
const fewest = 3

// sharedBeginnings finds for each story the longest beginning that enough have.
func sharedBeginnings(files map[string][]string) *begun {
	count := map[string]int{}
	var all [][]string
	for _, parts := range files {
		for _, s := range parts[1:] {
			acts := actsOf(strings.Split(s, "\n"))
			all = append(all, acts)
			for n := range acts {
				count[keyOf(acts[:n+1])]++
			}
		}
	}
	b := &begun{shared: map[string]bool{}, kept: map[string]*moment{}}
	for _, acts := range all {
		for n := len(acts) - 1; n > 0; n-- {
			if k := keyOf(acts[:n]); count[k] >= fewest {
				b.shared[k] = true
				break
			}
		}
	}
	return b
}

func keyOf(acts []string) string { return strings.Join(acts, "\n") }

// begin goes on from the longest beginning that was kept, and returns what was heard in it.
func (s *story) begin(acts []string) []string {
	if *recording {
		return nil
	}
	most := len(acts) - 1
	if n := slices.Index(acts, "changes"); n >= 0 { // what the text before it did is on no tape but this story's
		s.tape = record.NewTape(s.t.Name())
		for most = n; most > 0 && !strings.Contains(acts[most], "> "); most-- {
		}
	}
	if s.begun == nil {
		return nil
	}
	s.begun.mu.Lock()
	var from *moment
	for n := most; n > 0 && from == nil; n-- {
		from = s.begun.kept[keyOf(acts[:n])]
	}
	s.begun.mu.Unlock()
	if from == nil {
		return nil
	}
	s.town, s.seen, s.handed = cluster.TownFrom(s.t, from.town, s.tape), from.seen, from.handed
	return slices.Clone(from.told)
}

// keep leaves the town for others, where others begin so.
func (s *story) keep(acts, told []string) {
	if s.begun == nil || *recording || s.town == nil {
		return
	}
	k := keyOf(acts)
	s.begun.mu.Lock()
	_, there := s.begun.kept[k]
	wanted := s.begun.shared[k] && !there
	if wanted {
		s.begun.kept[k] = nil // one keeps it
	}
	s.begun.mu.Unlock()
	if !wanted {
		return
	}
	m := &moment{cluster.Moment(s.town), s.seen, s.handed, slices.Clone(told)}
	s.begun.mu.Lock()
	defer s.begun.mu.Unlock()
	s.begun.kept[k] = m
}
