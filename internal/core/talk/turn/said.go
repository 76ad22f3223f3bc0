package turn

import (
	"strings"

	"github.com/reportback/reportback/internal/core/understand"
)

// Said is what a text says to a question of ours: one of its numbers, yes, no, or something else.
type Said uint8

// What is said.
const (
	SomethingElse Said = iota
	One
	Two
	Three
	Further // a number beyond
	Yes
	No
)

// Agrees reports a 1, or a yes.
func (s Said) Agrees() bool { return s == One || s == Yes }

// Refuses reports a 3, or a no.
func (s Said) Refuses() bool { return s == Three || s == No }

// Declines reports whatever refuses where there is nothing else to choose: 2 and 3 alike.
func (s Said) Declines() bool { return s == Two || s.Refuses() }

// Said reads the text as an answer. Every room reads yes, no and the numbers here.
func (t *Turn) Said() Said {
	switch n := t.w.Heard.Digit; {
	case n > 3:
		return Further
	case n > 0:
		return [...]Said{One, Two, Three}[n-1]
	}
	switch t.w.Heard.Reply { //nolint:exhaustive // the others are not to be answered with yes or no
	case understand.Yes:
		return Yes
	case understand.No:
		if t.who.Works() && t.w.Heard.OwnWords { // "no, with Pedro Ruiz" corrects: the question's own room reads what
			return SomethingElse
		}
		return No
	}
	return SomethingElse
}

// SaidOfTime reads the answer to a question about a time: a yes or no that goes on to a day or an hour is about that one.
func (t *Turn) SaidOfTime() Said {
	s := t.Said()
	if w := t.w.Heard.When; (s == Yes || s == No) && (w.HasDate() || w.HasClock) {
		return SomethingElse
	}
	return s
}

// brief is how long a yes or no may be where whole stories are told too.
const brief = 20

// SaidBriefly reads the answer to a question that may be answered by a story: one that begins with yes or no is one still.
func (t *Turn) SaidBriefly() Said {
	s := t.Said()
	if (s == Yes || s == No) && len(strings.TrimSpace(t.Body())) >= brief {
		return SomethingElse
	}
	return s
}
