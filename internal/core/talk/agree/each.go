package agree

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// toOffer is what an organizer's text says to the other time of one contact of several.
type toOffer struct {
	meet world.Meet
	yes  bool
	said moment.Said
}

// answersEach takes a text that answers the other times of several contacts, each by name: "jo is fine, maria sat at 3 instead". At most
// one of them is not a yes.
func answersEach(t *turn.Turn) bool {
	var pool []world.Meet
	for _, m := range t.Organized() {
		if m.Status == meeting.Proposed && m.Proposal.By == meeting.Contact && !m.Proposal.At.IsZero() {
			pool = append(pool, m)
		}
	}
	if len(pool) < 2 {
		return false
	}
	var all []toOffer
	if both := lexicon.BothWords.In(understand.Padded(t.Body())); both && t.SaidOfTime().Agrees() && !t.SaysMore() { // "both are fine"
		for _, m := range pool {
			all = append(all, toOffer{meet: m, yes: true})
		}
	}
	for i, words := range saidOfEach(t, pool) {
		if words == "" {
			continue
		}
		o, ok := readOffer(t, pool[i], words)
		if !ok {
			return false
		}
		all = append(all, o)
	}
	if len(all) < 2 {
		return false
	}
	if i := slices.IndexFunc(all, func(o toOffer) bool { return !o.yes }); i >= 0 { // what is no yes is done last
		all = append(slices.Delete(slices.Clone(all), i, i+1), all[i])
	}
	last := all[len(all)-1]
	if !all[len(all)-2].yes {
		return false
	}
	var first []string
	for _, o := range all[:len(all)-1] {
		if o.meet.Accept(t.Now()) != nil {
			return false
		}
		first = append(first, agreed(t, o.meet))
	}
	t.SayFirst(phrase.Join(first...))
	switch {
	case last.yes:
		accept(t, last.meet)
	case last.said.Date != "" || last.said.Clock != "" || len(last.said.Options) > 0:
		counter(t, last.meet, last.said)
	default:
		refuse(t, last.meet)
	}
	return true
}

// saidOfEach divides a text by the contacts that it names; nothing where it names fewer than two.
func saidOfEach(t *turn.Turn, pool []world.Meet) []string {
	var names []string
	for _, m := range pool {
		names = append(names, m.Contact.First())
	}
	each, common := understand.ByName(t.Body(), names)
	n := 0
	for _, words := range each {
		if words != "" {
			n++
		}
	}
	if n < 2 || strings.TrimSpace(common) != "" || t.Heard().Command != understand.None {
		return nil
	}
	return each
}

// readOffer reads what is said to one offer.
func readOffer(t *turn.Turn, m world.Meet, words string) (toOffer, bool) {
	o := toOffer{meet: m, said: moment.Said{Base: phrase.DateOf(proposedTo(m).In(t.Loc()))}}
	p := strings.ReplaceAll(understand.Padded(words), strings.TrimRight(understand.Padded(m.Contact.First()), " ")+" ", " ")
	h := understand.Read(strings.TrimSpace(p), t.Planning())
	f := strings.Fields(p)
	digit := len(f) > 0 && !h.When.HasClock && (f[0] == "1" || f[len(f)-1] == "1")
	switch timed := h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0; {
	case timed:
		return o, o.said.Hear(settle.TrimNo(strings.TrimSpace(p)), understand.Text{}, t.Planning())
	case digit, h.Reply == understand.Yes, h.Reply != understand.No && understand.TheyCome(words) == understand.Yes:
		o.yes = true
		return o, true
	}
	return o, h.Reply == understand.No || len(f) > 0 && !h.When.HasClock && (f[0] == "3" || f[len(f)-1] == "3")
}

// agreed writes that both have said yes, and returns what is said of it.
func agreed(t *turn.Turn, m world.Meet) string {
	t.SaveMeet(m, change.OrganizerAgreed, "")
	t.Void(m, "they agreed")
	t.Replan(m, true)
	t.Tell(m.Contact, reminder.SettledRule, turn.SubjectOf(m.Meeting), nil, "they agreed")
	return t.SayMeet(lang.AcceptedAnswer, m, "told", t.ToldOf(m, true))
}
