package plan

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxKept is how many plans a plan may have come between; older ones are saved without texts when their time is up.
const maxKept = 2

// anotherPlan reports whether a text begins a plan of its own while one is open: it names somebody else, and a time. Nothing of the open
// one is taken over.
func anotherPlan(t *turn.Turn, p planData) (words string, ok bool) {
	h := t.Heard()
	words = t.Body()
	switch h.Command {
	case understand.None:
		words = phrase.OrElse(t.LeadingContact(), words)
		if joined := spoken.WithoutJoin(words); joined != words { // "also jo park fri at 5"
			words = spoken.Named(joined, t.Planning())
		}
	case understand.Meet:
		words = h.Arg
	default:
		return "", false
	}
	if h.Command == understand.None && spoken.Several(words, t.Planning()) && !spoken.Corrects(words) {
		return words, true
	}
	said := understand.Read(words, t.Planning())
	if h.Command == understand.Meet {
		said = spoken.ReadNamed(words, t.Planning())
	}
	switch {
	// somebody else's number
	case p.Phone != "" && !said.Phone.IsZero() && said.Phone.E164() != p.Phone && spoken.HasTime(said) && !spoken.Corrects(t.Body()):
		return spoken.Named(words, t.Planning()), true
	case said.Person == "" || !spoken.HasTime(said):
		return "", false
	case p.Name == "":
		return words, p.Time.Date != "" || p.Time.Clock != ""
	}
	return words, !spoken.SameName(p.Name, said.Person)
}

// changedAndAnother divides a text that first says more of the open plan and then begins another: "no wait that one is thursday. tomorrow
// at 4 is with Rosa".
func changedAndAnother(t *turn.Turn, p planData) (changed planData, another string, ok bool) {
	body := t.Body()
	if t.Heard().Command != understand.None || p.Name == "" {
		return p, "", false
	}
	for i := 1; i+1 < len(body); i++ {
		if strings.IndexByte(".,;!\n", body[i]) < 0 {
			continue
		}
		left, right := understand.Read(body[:i], t.Planning()), understand.Read(body[i+1:], t.Planning())
		if spoken.HasTime(left) && spoken.HasTime(right) && right.Person != "" && !spoken.SameName(p.Name, right.Person) &&
			(left.Person == "" || spoken.SameName(p.Name, left.Person)) && left.Phone.IsZero() {
			changed = p
			absorbPlan(t, &changed, settle.TrimNo(body[:i]))
			return changed, strings.TrimSpace(body[i+1:]), true
		}
	}
	return p, "", false
}

// takesUp hears that a text names somebody whose plan was set aside: what it says is said of that plan, which is taken up before the open
// one.
func takesUp(t *turn.Turn, p planData) bool {
	words := understand.Padded(t.Body())
	if h := t.Heard(); h.Command != understand.None || h.Digit != 0 || turn.Names(words, person.FirstName(p.Name)) {
		return false
	}
	for i, k := range p.Kept {
		_, saved := t.MeetByID(k.ID)
		if saved || k.Name == "" || !turn.Names(words, person.FirstName(k.Name)) {
			continue
		}
		said, body := k, spoken.NotInstead(settle.TrimNo(strings.TrimSpace(t.Body())))
		if at := settled(t, &k); !absorbPlan(t, &said, body) && (at.IsZero() || !said.Time.HearHour(body, at.In(t.Loc()))) ||
			!spoken.SameName(said.Name, k.Name) {
			continue
		}
		p.Tries = 0
		said.Kept = slices.Insert(slices.Delete(slices.Clone(p.Kept), i, i+1), 0, p)
		said.Kept[0].Kept = nil
		nextOfPlan(t, said, "")
		return true
	}
	return false
}

// startBetween begins another plan; the open one is taken up after it.
func startBetween(t *turn.Turn, p planData, words string) {
	kept := append([]planData{p}, p.Kept...)
	kept[0].Kept = nil
	pieces := spoken.PlansIn(words, t.Planning())
	next := planData{
		ID: t.NewID(), Minutes: meeting.DefaultMinutes, Rest: pieces[1:], Kept: kept[:min(len(kept), maxKept)],
		Spoken: t.Heard().Lang,
	}
	absorbPlan(t, &next, spoken.Named(pieces[0], t.Planning()))
	if !next.PlaceSet && p.Place != "" && understand.SaysSamePlace(pieces[0]) {
		setPlace(t, &next, p.Place)
	}
	nextOfPlan(t, next, "")
}

// listUnsaved names the plans that wait for an answer.
func listUnsaved(t *turn.Turn, l *fact.Listing) {
	if p := turn.Data[planData](t); !l.Morning && t.Conv().Kind == world.PlanTalk && !p.Saved {
		for _, k := range append([]planData{p}, p.Kept...) {
			if _, known := t.MeetByID(k.ID); known {
				continue
			}
			if at := settled(t, &k); k.Name != "" && !at.IsZero() {
				l.Unsaved = append(l.Unsaved, k.Name+", "+when.Echo(t.Tag(), at, t.Now()))
			} else if k.Name != "" {
				l.Unsaved = append(l.Unsaved, k.Name)
			}
		}
		for _, rest := range p.Rest {
			if name := spoken.ReadNamed(rest, t.Planning()).Person; name != "" {
				l.Unsaved = append(l.Unsaved, name)
			}
		}
	}
}
