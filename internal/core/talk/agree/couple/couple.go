// Package couple reads what one text of a phone that several contacts share says for each of them: "we'll both be there", "1 for Jo, 3 for
// Sun".
package couple

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Answer is what a text says of one of them.
type Answer struct {
	Meet world.Meet
	Yes  bool
}

// Shared lists the one-on-ones to come of those who share the phone, when they are several people.
func Shared(t *turn.Turn) []world.Meet {
	var out []world.Meet
	people := map[uuid.UUID]bool{}
	for _, m := range t.Meetings() {
		if t.IsMine(m) && m.Open() && m.Status != meeting.Proposed && m.StartsAt.After(t.Now()) {
			out = append(out, m)
			people[m.ContactID] = true
		}
	}
	if len(people) < 2 {
		return nil
	}
	return out
}

// Both reads "yes, we'll both be there".
func Both(t *turn.Turn, pool []world.Meet) []Answer {
	r, p := t.Heard().Reply, understand.Padded(t.Body())
	if r == understand.NoReply { // "we both can" is "I can" of each
		for _, both := range lexicon.BothOfUs.Padded() {
			p = strings.ReplaceAll(p, both, " i ")
		}
		r = understand.Read(strings.TrimSpace(p), t.Planning()).Reply
		if they := understand.TheyCome(t.Body()); r == understand.NoReply && (they == understand.No || len(strings.Fields(t.Body())) <= 4) {
			r = they // a longer one may be under a condition
		}
	}
	if !lexicon.BothOfUs.In(understand.Padded(t.Body())) || r != understand.Yes && r != understand.No || t.Heard().When.HasDate() {
		return nil
	}
	var out []Answer
	for _, m := range pool {
		out = append(out, Answer{m, r == understand.Yes})
	}
	return out
}

// Each reads a text by its clauses, each of which is about whom it names, or whose day it names; nil when one of them is about neither.
func Each(t *turn.Turn, pool []world.Meet) []Answer {
	cut := strings.NewReplacer(" but ", "\n", " pero ", "\n", ",", "\n", ";", "\n", ". ", "\n", " and ", "\n", " y ", "\n")
	var out []Answer
	named := false
	for piece := range strings.SplitSeq(cut.Replace(" "+t.Body()+" "), "\n") {
		if strings.TrimSpace(piece) == "" {
			continue
		}
		e, byName, ok := clauseOf(t, piece, pool, out)
		if !ok {
			return nil
		}
		named = named || byName
		out = append(out, e)
	}
	if !named {
		return nil
	}
	return out
}

// clauseOf reads one clause. A name stands for its bearer, who says it of themselves.
func clauseOf(t *turn.Turn, piece string, pool []world.Meet, before []Answer) (e Answer, byName, ok bool) {
	p := understand.Padded(piece)
	var hits []world.Meet
	for _, m := range pool {
		first := strings.TrimSpace(understand.Padded(m.Contact.First()))
		if strings.Contains(p, " "+first+" ") {
			hits, byName = append(hits, m), true
			p = strings.ReplaceAll(p, " "+first+" ", " i ")
			break
		}
	}
	if yes, ok := digitFor(strings.Fields(p)); byName && ok {
		return Answer{hits[0], yes}, byName, true
	}
	h := understand.Read(strings.TrimSpace(p), t.Planning())
	if !byName {
		for _, m := range pool {
			if !saidAlready(before, m) && !named(t, m) && (!h.When.HasDate() || onDayOf(t, h, m)) {
				hits = append(hits, m)
			}
		}
	}
	if yes, ok := digitFor(asI(p)); len(hits) == 1 && !byName && ok { // "tomas 1, yo 3"
		return Answer{hits[0], yes}, false, true
	}
	if len(hits) != 1 || h.When.HasDate() && !onDayOf(t, h, hits[0]) || h.When.HasClock {
		return e, false, false
	}
	said := h.Reply
	if they := understand.TheyCome(piece); byName && they != understand.NoReply {
		said = they
	}
	switch {
	case said == understand.No:
		return Answer{hits[0], false}, byName, true
	case said == understand.Yes, said != understand.Maybe && said != understand.Wrong && h.When.HasDate():
		return Answer{hits[0], true}, byName, true
	}
	return e, false, false
}

// named reports whether a text names somebody.
func named(t *turn.Turn, m world.Meet) bool {
	return strings.Contains(understand.Padded(t.Body()), understand.Padded(m.Contact.First()))
}

// asI are the words of a clause with whoever writes in it as "i".
func asI(p string) []string {
	f := strings.Fields(p)
	for i, w := range f {
		if lexicon.WriterAlone.Has(w) {
			f[i] = "i"
		}
	}
	return f
}

// digitFor reads the digit of somebody who is named, who is called "i" here: "1 for Jo", "Sun 3".
func digitFor(f []string) (yes, ok bool) {
	at := slices.Index(f, "i")
	switch {
	case at < 0 || len(f) < 2:
		return false, false
	case at > 0 && at <= 2 && (f[0] == "1" || f[0] == "3"):
		return f[0] == "1", true
	case at == 0 && len(f) > 2 && (f[1] == "1" || f[1] == "3") && lexicon.BeginsAnew.Has(f[2]): // "Tomás 3 he works"
		return f[1] == "1", true
	case at == 0 && len(f) <= 3 && (f[len(f)-1] == "1" || f[len(f)-1] == "3"):
		return f[len(f)-1] == "1", true
	}
	return false, false
}

func saidAlready(before []Answer, m world.Meet) bool {
	for _, e := range before {
		if e.Meet.ContactID == m.ContactID {
			return true
		}
	}
	return false
}

// onDayOf reports whether the day that was said is that of the one-on-one, by its date or by its weekday alone.
func onDayOf(t *turn.Turn, h understand.Text, m world.Meet) bool {
	on := when.DateOf(m.StartsAt.In(t.Loc()))
	return h.When.Date == on || h.When.Date.Weekday() == on.Weekday()
}
