package guest

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// guestsOf lists the speaker's people at an event.
func guestsOf(t *turn.Turn, e event.Event) []world.RSVP {
	var out []world.RSVP
	for _, r := range t.RSVPs() {
		if r.EventID == e.ID && r.OrganizerID == t.Who().ID {
			out = append(out, r)
		}
	}
	return out
}

// whoCame asks the organizer who came, by letters.
func whoCame(t *turn.Turn, rule reminder.Rule) {
	e, ok := dueEvent(t)
	if !ok {
		return
	}
	guests := guestsOf(t, e)
	if len(guests) == 0 || e.Status != event.Planned || !slices.ContainsFunc(guests,
		func(r world.RSVP) bool { return r.Attended == event.Unknown }) {
		t.End(change.PlanSuperseded, "nobody to ask about", uuid.Nil)
		return
	}
	t.OpenTalk(world.Conversation{Kind: world.CameTalk, SubjectID: e.ID, PersonID: t.Who().ID, Question: "who_came"})
	t.Unasked(rule, sayEvent(t, lang.WhoCame, e, "people", lettersOf(t, guests)))
}

func lettersOf(t *turn.Turn, guests []world.RSVP) string {
	var shown []string
	var list []world.ListItem
	for i, r := range guests {
		if i == 26 {
			break
		}
		l := string(rune('A' + i))
		shown = append(shown, l+") "+r.Person.First())
		list = append(list, world.ListItem{Letter: l, Kind: "guest", ID: r.PersonID})
	}
	t.KeepList(list)
	return strings.Join(shown, " ")
}

// inCame takes who came: letters, ALL, NONE, names, "all but Jo"; false when the text is another matter.
func inCame(t *turn.Turn) turn.Reply {
	e, ok := t.EventByID(t.Conv().SubjectID)
	h := t.Heard()
	if !ok {
		return turn.Closes
	}
	guests := guestsOf(t, e)
	switch h.Command {
	case understand.None:
	case understand.Later:
		t.CloseTalk()
		t.Morning(t.Who())
		t.Answer("help", t.Say(lang.ReportLater, "what", called(t, e)))
		return turn.Taken
	case understand.What:
		t.Answer("who_came", sayEvent(t, lang.WhoCame, e, "people", lettersOf(t, guests)))
		return turn.Taken
	default:
		return turn.Another
	}
	came, ok := attendance(t.Body(), guests, turn.DecodeList(t.Conv().List))
	if !ok {
		came, ok = cameOfAll(t, guests)
	}
	if !ok {
		if cameAfterAll(t, fact.CameAfterAll{}) {
			return turn.Taken
		}
		if len(strings.Fields(t.Body())) <= 6 && t.Conv().Tries == 0 && !t.PlansByItself() {
			t.Retry()
			t.Answer("who_came", sayEvent(t, lang.WhoCameAgain, e))
			return turn.Taken
		}
		return turn.Another
	}
	noteAttendance(t, e, guests, came)
	return turn.Taken
}

// cameOfAll reads an answer that names nobody: of one guest a yes, a no, "she came with her sister"; of all that nobody came.
func cameOfAll(t *turn.Turn, guests []world.RSVP) (map[uuid.UUID]bool, bool) {
	came := map[uuid.UUID]bool{}
	if understand.Nobody(t.Body()) {
		return came, true
	}
	is, told := understand.CameAlone(t.Body())
	if len(guests) != 1 || !told && !t.SaidBriefly().Agrees() && !t.SaidBriefly().Refuses() {
		return nil, false
	}
	came[guests[0].PersonID] = told && is || !told && t.SaidBriefly().Agrees()
	return came, true
}

// cameUnasked takes who came to an event of the last two days before we asked: it may have ended in the organizer's quiet hours.
func cameUnasked(t *turn.Turn) bool {
	for _, e := range t.Events() {
		if !lately(t, e) {
			continue
		}
		guests := guestsOf(t, e)
		if !slices.ContainsFunc(guests, func(r world.RSVP) bool { return r.Attended == event.Unknown }) {
			continue
		}
		came, ok := attendance(t.Body(), guests, nil)
		if _, told := understand.CameAlone(t.Body()); !ok && told && len(strings.Fields(t.Body())) <= mostUnasked && len(t.Unreported()) == 0 {
			came, ok = cameOfAll(t, guests)
		}
		if !ok {
			continue
		}
		noteAttendance(t, e, guests, came)
		return true
	}
	return false
}

// mostUnasked is how many words say, unasked and of nobody by name, who came: "no vino". With more it may be where else they came.
const mostUnasked = 3

// attendance reads who came out of a text; false when it cannot be read for sure.
func attendance(body string, guests []world.RSVP, list []world.ListItem) (map[uuid.UUID]bool, bool) {
	came := map[uuid.UUID]bool{}
	low := strings.ToLower(strings.TrimSpace(body))
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" ,.;!&)\n", r) })
	all, except, any := false, false, false
	for _, w := range words {
		switch l := lexicon.Look(lexicon.Plain(w)); {
		case l.In(lexicon.AllCame):
			all, any = true, true
			continue
		case l.In(lexicon.NoneCame):
			return came, len(words) <= 2
		case l.In(lexicon.ButNot):
			except = true
			continue
		case l.In(lexicon.AmongWhoCame):
			continue
		}
		hit := false
		for i, it := range list {
			if it.Kind == "guest" && (strings.EqualFold(w, it.Letter) && len(w) == 1) {
				came[list[i].ID], hit = true, true
			}
		}
		for _, g := range guests {
			if fold.Same(w, g.Person.First()) || fold.Same(w, phrase.FirstOf(g.Person.Name)) {
				came[g.PersonID], hit = true, true
			}
		}
		if !hit && !nameOfGuest(w, guests) {
			return nil, false
		}
		any = any || hit
	}
	if !any || except && !all {
		return nil, false
	}
	if all {
		out := map[uuid.UUID]bool{}
		for _, g := range guests {
			out[g.PersonID] = !(except && came[g.PersonID])
		}
		return out, true
	}
	return came, true
}

// nameOfGuest reports whether a word is a part of a guest's name, such as the surname behind the first name.
func nameOfGuest(w string, guests []world.RSVP) bool {
	for _, g := range guests {
		for _, part := range strings.Fields(g.Person.Name) {
			if fold.Same(part, w) {
				return true
			}
		}
	}
	return false
}

// noteAttendance takes the answer to who came.
func noteAttendance(t *turn.Turn, e event.Event, guests []world.RSVP, came map[uuid.UUID]bool) {
	said := noteGuests(t, e, guests, came)
	t.FinishWith("saved", t.Say(lang.WhoCameDone, "event", called(t, e), "list", said))
}

// noteGuests writes who of these came; it closes each commitment as kept or not, and what waits for an answer when all is known. It returns
// what was noted.
func noteGuests(t *turn.Turn, e event.Event, guests []world.RSVP, came map[uuid.UUID]bool) string {
	var said []string
	for _, g := range guests {
		v := g.RSVP
		v.Attended, v.AttendedAt = event.Missed, t.Now()
		key := lang.CameNo
		if came[g.PersonID] {
			v.Attended, key = event.Came, lang.CameYes
		}
		said = append(said, t.Say(key, "first", g.Person.First()))
		t.Add(change.SaveRSVP{RSVP: v, At: t.Now()})
		if g.PromiseID != uuid.Nil {
			t.Add(change.JudgePromise{ID: g.PromiseID, As: change.OutcomeOf(v.Attended), At: t.Now()})
		}
	}
	s := change.Subject{Kind: change.EventSubject, ID: e.ID}
	open := func(g world.RSVP) bool {
		return g.Attended == event.Unknown && !slices.ContainsFunc(guests, func(o world.RSVP) bool { return o.PersonID == g.PersonID })
	}
	if !slices.ContainsFunc(guestsOf(t, e), open) {
		t.Add(change.CancelPlans{Subject: s, Rule: reminder.AttendanceRule, Reason: "the organizer said who came"})
	}
	list := strings.Join(said, ", ")
	t.Note(s, change.AttendanceNoted, list)
	return list
}

// attendanceMissing puts on Today that nobody said who came.
func attendanceMissing(t *turn.Turn, _ reminder.Rule) {
	e, ok := dueEvent(t)
	if !ok {
		return
	}
	if !slices.ContainsFunc(guestsOf(t, e), func(r world.RSVP) bool { return r.Attended == event.Unknown }) || e.Status != event.Planned {
		t.End(change.PlanSuperseded, "known", uuid.Nil)
		return
	}
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.AttendanceMissing, Subject: change.Subject{Kind: change.EventSubject, ID: e.ID},
		PhoneID: t.Phone().ID, Note: "nobody has said who came: " + e.Name, At: t.Now(),
	})
	t.End(change.PlanMade, "staff see that attendance is missing", uuid.Nil)
}
