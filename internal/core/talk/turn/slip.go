package turn

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// slipFor is how long a slip can be taken back.
const slipFor = 10 * time.Minute

// maxSlips is how many one-on-ones of one text can be, and how many promises and notes.
const maxSlips = 4

// LastSlip is what can still be taken back.
func (t *Turn) LastSlip() (world.Slip, bool) {
	s := Decoded[world.Slip](t.conv.Slip)
	return s, !s.At.IsZero() && t.now.Sub(s.At) <= slipFor
}

// ForgetSlip says that it was taken back, or can not be.
func (t *Turn) ForgetSlip() {
	t.conv.Slip = nil
	t.convMoved = true
}

// SlipWords keeps that words are on their way.
func (t *Turn) SlipWords(s change.Subject, whom uuid.UUID, said string) {
	t.slip(world.Slip{At: t.now, Words: s, Whom: whom, Said: said})
}

// SlipFiled keeps that the report of a one-on-one was filed.
func (t *Turn) SlipFiled(meeting uuid.UUID) {
	if t.in.Kind == world.TextIn {
		t.slip(world.Slip{At: t.now, Filed: meeting})
	}
}

// SlipTexts keeps that the texts to a contact ended, who had agreed to them.
func (t *Turn) SlipTexts(contact uuid.UUID) {
	if t.in.Kind != world.TextIn || !t.who.Works() {
		return
	}
	s := Decoded[world.Slip](t.conv.Slip)
	if !s.At.Equal(t.now) {
		s = world.Slip{At: t.now}
	}
	s.Texts = contact
	t.slip(s)
}

// slipMeet keeps how a one-on-one stood before this text of its organizer; of two changes of one text the first counts.
func (t *Turn) slipMeet(m world.Meet) {
	if t.in.Kind != world.TextIn || m.OrganizerID != t.who.ID || !t.who.Works() {
		return
	}
	s := Decoded[world.Slip](t.conv.Slip)
	if !s.At.Equal(t.now) {
		s = world.Slip{At: t.now}
	}
	for i := range s.Meets {
		if s.Meets[i].ID == m.ID {
			s.Meets[i].Rev = m.Rev
			t.slip(s)
			return
		}
	}
	was := world.SlipMeet{ID: m.ID, Rev: m.Rev}
	if old, ok := t.MeetByID(m.ID); ok {
		was.Was = world.StoodOf(old.Meeting)
	}
	if len(s.Meets) < maxSlips {
		s.Meets = append(s.Meets, was)
		t.slip(s)
	}
}

// slipItem keeps what else this text of somebody of the organization closes or keeps.
func (t *Turn) slipItem(c change.Change) {
	if t.in.Kind != world.TextIn || !t.who.Works() {
		return
	}
	var it world.SlipItem
	switch c := c.(type) {
	case change.ClosePromise:
		it = world.SlipItem{Kind: change.PromiseSubject, ID: c.ID}
		for _, p := range t.Promises() {
			if p.ID == c.ID {
				it.What = report.Excerpt(p.What, 80)
			}
		}
	case change.AmendPromise:
		i := slices.IndexFunc(t.Promises(), func(p world.Promise) bool { return p.ID == c.ID })
		if i < 0 {
			return
		}
		was := t.Promises()[i]
		if was.EventID != uuid.Nil { // the event's day is not taken back so, nor is what was said before it
			t.ForgetSlip()
			return
		}
		it = world.SlipItem{Kind: world.SlipWas, ID: c.ID, What: was.What, Due: was.DueOn}
	case change.SaveDebrief:
		if c.ClosedAt.IsZero() {
			t.slipDay(c)
			return
		}
		if !c.ClosedAt.Equal(t.now) {
			return
		}
		it = world.SlipItem{Kind: change.DebriefSubject, ID: c.OrganizerID}
	case change.AddPromise:
		if c.ReportID != uuid.Nil {
			return
		}
		it = world.SlipItem{Kind: world.SlipOwn, ID: c.ID, What: report.Excerpt(c.What, 80)}
	case change.AddNote:
		it = world.SlipItem{ID: c.ID, What: report.Excerpt(c.Words, 60)}
	default:
		return
	}
	s := Decoded[world.Slip](t.conv.Slip)
	if !s.At.Equal(t.now) {
		s = world.Slip{At: t.now}
	}
	if len(s.Items) < maxSlips && !slices.ContainsFunc(s.Items, func(o world.SlipItem) bool { return o.ID == it.ID }) {
		s.Items = append(s.Items, it)
		t.slip(s)
	}
}

// slipDay keeps which day a debrief had that is given another.
func (t *Turn) slipDay(c change.SaveDebrief) {
	for _, b := range t.Debriefs() {
		if b.ID == c.ID && b.On != c.On {
			t.slip(world.Slip{At: t.now, Items: []world.SlipItem{{Kind: world.SlipDay, ID: c.ID, Due: b.On}}})
		}
	}
}

func (t *Turn) slip(s world.Slip) {
	t.conv.Slip = Encode(s)
	t.convMoved = true
}
