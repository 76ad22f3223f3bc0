package move

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// thenMoveAll is what the question is for whether these are moved.
const thenMoveAll = "move all"

// mostDays is between how many days one can choose: the next number is a no.
const mostDays = 2

// allData is what the question whether several are moved remembers: which, and their times by each of the days that may be meant.
type allData struct {
	Options []string      `json:"options"`
	Then    string        `json:"then"`
	Times   [][]time.Time `json:"times"`
}

// moveAll asks whether several one-on-ones are moved as words say, each at its own hour; false where the words name an hour, or no day.
func moveAll(t *turn.Turn, f fact.MoveAllSaid) bool {
	data := allData{Then: thenMoveAll}
	var shown, told []string
	for _, m := range f.Meets {
		data.Options = append(data.Options, m.ID.String())
		if turn.MayText(m.Contact) && knows(m) {
			told = append(told, m.Contact.First())
		}
	}
	if data.Times = allTimes(t, f); len(data.Times) == 0 {
		return false
	}
	hears := ""
	if len(told) > 0 {
		hears = t.Say(lang.CancelTold, "list", strings.Join(told, ", "))
	}
	for i, m := range f.Meets {
		to := ""
		if len(data.Times) == 1 {
			to = t.Say(lang.MoveAllTo, "new", t.WhenOf(m, data.Times[0][i]))
		}
		shown = append(shown, t.SayMeet(lang.MoveAllLine, m, "to", to))
	}
	t.OpenTalk(world.Conversation{Kind: world.WhichTalk, Question: "move", Data: turn.Encode(data)})
	if len(data.Times) == 1 {
		t.Answer("ask:move", t.Say(lang.MoveAllAsk, "what", strings.Join(shown, "; "), "told", hears))
		return true
	}
	var days []string
	for i, at := range data.Times {
		days = append(days, phrase.Digit(i)+" "+when.EchoDay(t.Tag(), when.DateOf(at[0].In(t.Loc())), when.DateOf(t.Now().In(t.Loc()))))
	}
	t.Answer("ask:move", t.Say(lang.MoveAllWhich, "what", strings.Join(shown, "; "), "options", strings.Join(days, ", ")))
	return true
}

// allTimes are the times that words give several one-on-ones, one set for each of the days that may be meant. What would be past is none.
func allTimes(t *turn.Turn, f fact.MoveAllSaid) (out [][]time.Time) {
	if f.Swap {
		times := []time.Time{f.Meets[1].StartsAt, f.Meets[0].StartsAt}
		if !times[0].After(t.Now()) || !times[1].After(t.Now()) {
			return nil
		}
		return [][]time.Time{times}
	}
	if f.Later > 0 {
		return stillToCome(t, f.Meets, func(at time.Time) time.Time { return at.AddDate(0, 0, 7*f.Later) })
	}
	if by, ok := understand.ShiftBy(t.Body()); ok && !t.Heard().When.HasDate() {
		return stillToCome(t, f.Meets, func(at time.Time) time.Time { return at.Add(by) })
	}
	said := moment.Said{Base: t.BaseOf(f.Meets[0])}
	if !said.Hear(f.Words, understand.Text{}, t.Planning()) || said.Clock != "" || len(said.Options) > mostDays {
		return nil
	}
	days := said.Options
	if said.Week && said.Date == "" && len(days) == 0 { // "push everything to next week": each at its own day
		return stillToCome(t, f.Meets, func(at time.Time) time.Time { return at.AddDate(0, 0, 7) })
	}
	if len(days) == 0 {
		days = []string{said.Date}
	}
	for _, d := range days {
		day, ok := when.ParseDate(d)
		if !ok {
			return nil
		}
		out = append(out, stillToCome(t, f.Meets, func(at time.Time) time.Time {
			on, _ := day.At(at.Hour(), at.Minute(), t.Loc())
			return on
		})...)
	}
	return out
}

func stillToCome(t *turn.Turn, ms []world.Meet, to func(time.Time) time.Time) [][]time.Time {
	var times []time.Time
	for _, m := range ms {
		at := to(m.StartsAt.In(t.Loc()))
		if m.StartsAt.IsZero() || !at.After(t.Now()) {
			return nil
		}
		times = append(times, at)
	}
	return [][]time.Time{times}
}

// movesAll takes the answer.
func movesAll(t *turn.Turn) turn.Reply {
	h, data := t.Heard(), turn.Data[allData](t)
	n := h.Digit
	if n == 0 && h.Reply == understand.Yes && len(data.Times) == 1 {
		n = 1
	}
	switch {
	case n >= 1 && n <= len(data.Times):
	case understand.NeverMind(t.Body()), n != 0 && n <= mostDays+1, n == 0 && h.Command == understand.None && h.Reply == understand.No:
		t.FinishWith("saved", t.Say(lang.MoveAllNot))
		return turn.Taken
	default:
		return turn.Another
	}
	var moved, over []string
	for i, id := range data.Options {
		for _, m := range t.Meetings() {
			if m.ID.String() != id || i >= len(data.Times[n-1]) {
				continue
			}
			if m.Status == meeting.Proposed || !settle.Shift(t, &m, data.Times[n-1][i]) {
				over = append(over, t.What(m))
				continue
			}
			moved = append(moved, t.What(m))
		}
	}
	parts := []string{}
	if len(moved) > 0 {
		parts = append(parts, t.Say(lang.Moved, "what", strings.Join(moved, "; "), "told", t.Say(lang.CancelTexted)))
	}
	if len(over) > 0 {
		parts = append(parts, t.Say(lang.MoveOver, "what", strings.Join(over, "; ")))
	}
	t.FinishWith("saved", parts...)
	return turn.Taken
}
