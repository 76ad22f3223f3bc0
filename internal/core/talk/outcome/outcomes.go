package outcome

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// outcomesIn takes what a text says of several one-on-ones that are over, or of one by name: "met Maria and Rosa, Jo no-show".
func outcomesIn(t *turn.Turn, body string) bool {
	pool := t.Unreported()
	if len(pool) == 0 {
		return false
	}
	names := firstsOf(pool, body)
	if storiesIn(t, pool, names, body) {
		return true
	}
	if ofAll(t, pool, body) {
		return true
	}
	outs, whole := understand.OutcomesOf(body, names)
	if len(body) > 400 || len(outs) == 0 || !whole && len(outs) < 2 {
		return false
	}
	if len(outs) == 1 {
		oneOutcome(t, pool[outs[0].Name], outs[0].Outcome, body)
		return true
	}
	severalOutcomes(t, pool, outs, toldBeside(outs, body, names))
	return true
}

// mostOfAll is how many words say no more than what became of all: "met both, went great".
const mostOfAll = 6

// ofAll takes what became of all of several that are over: "met both", "none of them showed".
func ofAll(t *turn.Turn, pool []world.Meet, body string) bool {
	o := understand.OutcomeIn(body)
	none := understand.ForNone(body)
	if none && o != understand.NotMet { // "neither of them showed"
		o = understand.Missed
	}
	if len(strings.Fields(body)) > mostOfAll || !understand.ForAll(body) && !none || understand.IsQuestion(body) ||
		o != understand.Met && o != understand.Missed && o != understand.NotMet {
		return false
	}
	var outs []understand.NameOutcome
	for i, m := range pool {
		if m.Status != meeting.Held && !t.Now().Before(m.Ends()) {
			outs = append(outs, understand.NameOutcome{Name: i, Outcome: o})
		}
	}
	if len(outs) < 2 || understand.NamesTwo(body) && len(outs) != 2 {
		return false
	}
	slices.Reverse(outs) // the first comes first
	severalOutcomes(t, pool, outs, nil)
	return true
}

// toldBeside is what was said of each, where it says more than what became of it, or that is not sure of all: their words wait with them.
func toldBeside(outs []understand.NameOutcome, body string, names []string) []string {
	each, _ := understand.ByName(body, names)
	tells := slices.ContainsFunc(outs, func(o understand.NameOutcome) bool {
		return o.Outcome == understand.Unsure || o.Outcome != understand.Met && len(strings.Fields(each[o.Name])) > mostOutcome
	})
	if !tells {
		return nil
	}
	return each
}

// mostOutcome is how many words say no more of somebody than that they did not come: "lee cancelled this morning".
const mostOutcome = 5

// firstsOf are the first names of whom one-on-ones were with; of two with one name the one is meant whose last name the words say, else the
// newest.
func firstsOf(pool []world.Meet, body string) []string {
	names := make([]string, len(pool))
	for i, m := range pool {
		names[i] = m.Contact.First()
		at := slices.Index(names[:i], names[i])
		if at < 0 {
			continue
		}
		names[i] = ""
		if last := lastIn(body, m.Contact); last != "" && lastIn(body, pool[at].Contact) == "" {
			names[i] = last
			if !twice(body, m.Contact.First(), last) {
				names[at] = ""
			}
		}
	}
	return names
}

// lastIn is the last name of somebody, where words say it; else "".
func lastIn(body string, p person.Person) string {
	f := strings.Fields(p.Name)
	if len(f) < 2 || !turn.Names(understand.Padded(body), f[len(f)-1]) {
		return ""
	}
	return f[len(f)-1]
}

// twice reports whether words say a first name otherwise than before a last one.
func twice(body, first, last string) bool {
	p := strings.ReplaceAll(understand.Padded(body), understand.Padded(first+" "+last), " ")
	return turn.Names(p, first)
}

// metAfterAll goes on with what was told before it was sure that they met. What was told of others stays theirs: they are reported too
// where the answer says so, else it is kept for when they are.
func metAfterAll(t *turn.Turn, m world.Meet, kept, words string) {
	pool := t.Unreported()
	names := firstsOf(pool, kept)
	each, common := understand.ByName(kept, names)
	own, others := "", 0
	var outs []understand.NameOutcome
	for i, o := range pool {
		switch {
		case o.ID == m.ID:
			own = strings.TrimSpace(common + "\n" + each[i])
			each[i] = own
			outs = append(outs, understand.NameOutcome{Name: i, Outcome: understand.Met})
		case each[i] != "":
			others++
			outs = append(outs, understand.NameOutcome{Name: i, Outcome: ofOther(each[i], names[i])})
		}
	}
	if others == 0 {
		met(t, m, strings.TrimSpace(kept+"\n"+words))
		return
	}
	if _, named := t.Meant(t.Body(), pool); named || understand.ForAll(t.Body()) {
		severalOutcomes(t, pool, outs, each)
		return
	}
	for i, o := range pool {
		if o.ID != m.ID && each[i] != "" {
			keepTold(t, o, each[i])
		}
	}
	met(t, m, strings.TrimSpace(own+"\n"+words))
}

// ofOther is what words that were kept say became of somebody else: that they met, unless the words say otherwise.
func ofOther(words, name string) understand.Outcome {
	if o := understand.ShortOutcome(words, name, understand.NoOutcome); o != understand.NoOutcome {
		return o
	}
	if o := understand.OutcomeIn(words); o != understand.NoOutcome {
		return o
	}
	return understand.Met
}

// keepTold keeps what was told of a one-on-one that has no report yet, or gets none.
func keepTold(t *turn.Turn, m world.Meet, words string) {
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords,
		Words: turn.Bounded(words), At: t.Now(),
	})
}

// storiesIn takes a text that tells of several one-on-ones: each part goes to the report of whom it names. false when it tells of one, or
// does not say of each what became of it.
func storiesIn(t *turn.Turn, pool []world.Meet, names []string, body string) bool {
	each, common := understand.ByName(body, names)
	var outs []understand.NameOutcome
	tells, before := false, understand.NoOutcome
	for _, i := range inOrder(body, names, each) {
		o := understand.OutcomeIn(each[i])
		if short := understand.ShortOutcome(each[i], names[i], before); short != understand.NoOutcome {
			o = short
		}
		if o == understand.NoOutcome {
			o = understand.OutcomeIn(common)
		}
		if o == understand.NoOutcome && understand.TellsOfTalk(each[i]) {
			o = understand.Met
		}
		if o == understand.NoOutcome || o == understand.Unsure {
			return false
		}
		tells = tells || o == understand.Met && !understand.OnlyOutcome(each[i])
		outs, before = append(outs, understand.NameOutcome{Name: i, Outcome: o}), o
	}
	if len(outs) < 2 || !tells {
		return false
	}
	severalOutcomes(t, pool, outs, each)
	return true
}

// inOrder are those of whom something is told, in the order in which the text names them.
func inOrder(body string, names, each []string) (told []int) {
	low := strings.ToLower(body)
	for i, words := range each {
		if words != "" {
			told = append(told, i)
		}
	}
	slices.SortStableFunc(told, func(a, b int) int {
		return strings.Index(low, strings.ToLower(names[a])) - strings.Index(low, strings.ToLower(names[b]))
	})
	return told
}

func oneOutcome(t *turn.Turn, m world.Meet, o understand.Outcome, words string) {
	switch o {
	case understand.Met:
		met(t, m, words)
	case understand.Missed, understand.NotMet:
		didNotMeet(t, m, o, words)
	case understand.Postponed:
		anotherTime(t, m, words)
	case understand.Unsure, understand.NoOutcome:
		t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, Question: "how"})
		askSure(t, m, words)
	}
}

// severalOutcomes notes each; the first that was met opens its report, the others wait in the queue.
func severalOutcomes(t *turn.Turn, pool []world.Meet, outs []understand.NameOutcome, told []string) {
	var said, each []string
	var met []world.Meet
	unsure := -1
	for _, o := range outs {
		m := pool[o.Name]
		f := []string{"first", m.Contact.First()}
		if o.Outcome == understand.Unsure && unsure < 0 {
			unsure = o.Name
		}
		if told != nil && told[o.Name] != "" && o.Outcome != understand.Met && o.Name != unsure {
			keepTold(t, m, told[o.Name])
		}
		switch {
		case o.Outcome == understand.Met && (m.Status == meeting.Held || held(t, &m)):
			met = append(met, m)
			said = append(said, t.Say(lang.OutcomeMet, f...))
			if told != nil {
				each = append(each, told[o.Name])
			}
		case o.Outcome == understand.Missed && noShow(t, &m):
			said = append(said, t.Say(lang.OutcomeMissed, f...))
		case o.Outcome == understand.NotMet && notHeld(t, &m):
			said = append(said, t.Say(lang.OutcomeNotMet, f...))
		case o.Outcome == understand.Postponed:
			said = append(said, t.Say(lang.OutcomePostponed, f...))
		}
	}
	noted := ""
	if len(said) > 0 {
		noted = t.Say(lang.OutcomesNoted, "list", strings.Join(said, ", "))
	}
	switch {
	case len(met) == 0 && unsure >= 0:
		askSureOf(t, pool[unsure], toldOfName(told, unsure), noted)
		return
	case len(met) == 0:
		t.FinishWith("saved", noted)
		return
	case unsure >= 0 && toldOfName(told, unsure) != "": // it stays open, with its words
		keepTold(t, pool[unsure], told[unsure])
	}
	t.Happened(fact.ToReport{Meets: met, Each: each, First: noted, Next: true})
}

func toldOfName(told []string, i int) string {
	if told == nil {
		return ""
	}
	return told[i]
}

// askSureOf asks of one of several whether they met, behind what is noted of the others.
func askSureOf(t *turn.Turn, m world.Meet, words, first string) {
	t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "how"})
	t.Remember(howData{Then: unsure, Words: turn.Bounded(words)})
	t.Answer("how_did_it_go", first, t.SayMeet(lang.HowSure, m, "who", m.Contact.First()))
}

// overdueReport: two mornings have gone by without a report; staff see it.
func overdueReport(t *turn.Turn, _ reminder.Rule) {
	m, ok := t.MeetByID(t.Due().SubjectID)
	if !ok || t.Due().Subject.Version != m.Rev || m.Status != meeting.Planned && m.Status != meeting.Confirmed && m.Status != meeting.Held {
		t.End(change.PlanSuperseded, "reported, or off", uuid.Nil)
		return
	}
	note := "no report: nobody said how it went"
	if m.Status == meeting.Held {
		note = "no report yet of a one-on-one that was held"
	}
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.ReportOverdue, Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID, Note: note,
		At: t.Now(),
	})
	t.End(change.PlanMade, "staff see it as overdue", uuid.Nil)
}

// outcomesSaid takes a text that says how one-on-ones went.
func outcomesSaid(t *turn.Turn) bool {
	return waiting(t) || outcomesIn(t, strings.TrimSpace(t.Body())) || toldUnasked(t)
}
