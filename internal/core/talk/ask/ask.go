package ask

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// shown is how many one-on-ones an answer names.
const shown = 5

// asked answers a question to the record.
func asked(t *turn.Turn) bool {
	if eventsAhead(t) {
		return true
	}
	what := understand.ReadAsk(t.Body())
	if what == understand.NoAsk || !t.Who().Is(person.Organizer) || t.Heard().Command != understand.None || !forUs(t, what) {
		return false
	}
	if what == understand.AskOwe && understand.AsksList(t.Body()) && t.Happened(fact.ListAsked{}) {
		t.SetOutcome("answered from the record")
		return true
	}
	if what == understand.AskConfirm && understand.AsksNews(t.Body()) && len(knownIn(t)) == 0 && !understand.SpeaksOfSomebody(t.Body()) {
		return false // "whats up with the list" is of nobody
	}
	if what == understand.AskGot && stillToConfirm(t) {
		return true
	}
	if (what == understand.AskWhen || what == understand.AskWhere) && ofNothing(t) {
		t.HandToStaff(matter.NeedsAnswer, "asks after what is not on record")
		t.SetOutcome("for staff: it is not on record")
		t.Answer("answer", t.Say(lang.AnswerNoThing))
		return true
	}
	words := answer(t, what)
	if words == "" {
		return false
	}
	t.SetOutcome("answered from the record")
	t.Answer("answer", words)
	return true
}

// forUs reports whether a question is one to us, and no answer to an open question, and none to the contact whose text just came.
func forUs(t *turn.Turn, what understand.Ask) bool {
	if what == understand.AskHow {
		return t.Conv().Kind == "" || !t.AsksNow()
	}
	ofOurs := what == understand.AskGot || what == understand.AskReminder || what == understand.AskUnfiled ||
		what == understand.AskConfirm && lexicon.AnsweredUs.In(understand.Padded(t.Body())) // "has maria gotten back to u"
	if !ofOurs && lexicon.SecondPersons.Any(strings.Fields(understand.Padded(t.Body()))) {
		return false
	}
	if t.Conv().Kind == world.ThanksTalk && !t.AsksNow() {
		return true
	}
	switch t.Conv().Kind {
	case world.ReportTalk, world.HowTalk, world.ThanksTalk, world.MissedTalk, world.CameTalk:
		body := understand.AskedAfter(t.Body())
		if t.Conv().Kind == world.ReportTalk && (understand.AsksLeft(body) || asksStaff(t)) { // of the report
			return false
		}
		return len(strings.Fields(body)) <= 9 && (strings.Contains(body, "?") || lexicon.AsksOutright.Lead(body) > 0)
	}
	return true
}

func answer(t *turn.Turn, what understand.Ask) string {
	switch what { //nolint:exhaustive // the others are of no event
	case understand.AskConfirm, understand.AskWhere, understand.AskWhen, understand.AskWho:
		if said := phrase.OrElse(ofEvent(t), ofDebrief(t)); said != "" {
			return said
		}
	}
	switch what {
	case understand.AskHow:
		return t.Say(lang.AnswerHow)
	case understand.AskNumber:
		return numbers(t)
	case understand.AskOwe:
		return owed(t)
	case understand.AskCount:
		return counted(t)
	case understand.AskSaid:
		return said(t)
	case understand.AskGot:
		return got(t)
	case understand.AskReminder:
		return reminded(t)
	case understand.AskUnfiled:
		return unfiled(t)
	case understand.AskWho:
		return withUnsaved(t, meets(t, what))
	case understand.AskConfirm, understand.AskWhere, understand.AskWhen:
		return meets(t, what)
	case understand.NoAsk:
	}
	return ""
}

// meets names the one-on-ones that are asked after: somebody's, a day's, a week's, else the next.
func meets(t *turn.Turn, what understand.Ask) string {
	var pool []world.Meet
	for _, m := range t.Organized() {
		if !m.Begun(t.Now()) || m.Running(t.Now()) || m.Status == meeting.Proposed {
			pool = append(pool, m)
		}
	}
	p := understand.Padded(t.Body())
	r := understand.Times(t.Body(), t.Planning())
	from, to, week := weekOf(t, p)
	hits, named := t.Meant(t.Body(), pool)
	if !named || len(hits) == 0 {
		if said := ofGuests(t, what, r.Date); said != "" {
			return said
		}
	}
	todo := ""
	if f := strings.Fields(p); what == understand.AskWho && (week || r.HasDate()) && !lexicon.AskPeople.Any(f) && !lexicon.AskMeetings.Any(f) {
		todo = owedIn(t, func(on when.Date) bool {
			return r.HasDate() && on == r.Date || !r.HasDate() && !on.IsZero() && on.Compare(from) >= 0 && on.Compare(to) <= 0
		})
	}
	switch {
	case named && len(hits) > 0:
		return phrase.Join(listed(t, hits), todo)
	case todo != "" && (r.HasDate() || !slices.ContainsFunc(pool, func(m world.Meet) bool { return within(t, m, from, to) })):
		return todo
	case r.HasDate():
		return t.Say(lang.AnswerFree, "day", t.Day(r.Date))
	case week:
		hits = slices.DeleteFunc(slices.Clone(pool), func(m world.Meet) bool { return !within(t, m, from, to) })
		if len(hits) == 0 { // none that week: what there is says its day
			hits = pool
		}
	case what == understand.AskWhere && lexicon.PlaceNouns.Any(strings.Fields(p)): // of a place, and nobody's
		if hits = atPlace(pool, p); len(hits) == 0 {
			return ""
		}
	case what != understand.AskWho && (len(knownIn(t)) > 0 || t.Heard().Person != ""): // somebody without a one-on-one
		return none(t)
	default:
		hits = pool
	}
	if len(hits) == 0 {
		return t.Say(lang.AnswerNone)
	}
	return phrase.Join(listed(t, hits), todo)
}

// within reports whether a one-on-one is on one of these days.
func within(t *turn.Turn, m world.Meet, from, to when.Date) bool {
	on := when.DateOf(m.StartsAt.In(t.Loc()))
	return on.Compare(from) >= 0 && on.Compare(to) <= 0
}

// atPlace are the one-on-ones at a kind of place that a question names: "whats the address of the library".
func atPlace(pool []world.Meet, padded string) (hits []world.Meet) {
	for _, m := range pool {
		for _, w := range strings.Fields(understand.Padded(m.Place)) {
			if lexicon.PlaceNouns.Has(w) && strings.Contains(padded, " "+w+" ") {
				hits = append(hits, m)
				break
			}
		}
	}
	return hits
}

// none says that nothing is planned with somebody who is known.
func none(t *turn.Turn) string {
	if known := knownIn(t); len(known) > 0 {
		return t.Say(lang.AnswerNoneWith, "who", known[0].Name)
	}
	return t.Say(lang.AnswerNone)
}

// weekOf is the week that is asked after.
func weekOf(t *turn.Turn, padded string) (from, to when.Date, ok bool) {
	next := understand.AsksNextWeek(padded) // "y la otra?"
	if !next && !lexicon.Week.Any(strings.Fields(padded)) && !strings.Contains(padded, " week ") && !strings.Contains(padded, " semana ") {
		return from, to, false
	}
	from = when.DateOf(t.Now().In(t.Loc()))
	left := (7 - int(t.Now().In(t.Loc()).Weekday())) % 7 // until Sunday
	to = from.AddDays(left)
	if words := strings.Fields(padded); next || lexicon.Next.Any(words) || lexicon.Coming.In(padded) {
		first := to.AddDays(1)
		if lexicon.ThisOne.Any(words) { // "this week and next"
			first = from
		}
		from, to = first, to.AddDays(7)
	}
	return from, to, true
}

func listed(t *turn.Turn, hits []world.Meet) string {
	var lines []string
	for _, m := range hits {
		if len(lines) == shown {
			break
		}
		lines = append(lines, t.What(m)+t.StateOf(m))
	}
	more := ""
	if len(hits) > shown {
		more = t.Say(lang.ListCut, "n", phrase.Decimal(len(hits)-shown))
	}
	return strings.TrimSuffix(strings.Join(lines, "; "), ".") + "." + more
}

// knownOf lists the contacts that may be meant.
func knownOf(t *turn.Turn) []person.Person {
	all := slices.Clone(t.Contacts())
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && !slices.ContainsFunc(all, func(c person.Person) bool { return c.ID == m.ContactID }) {
			all = append(all, m.Contact)
		}
	}
	return all
}

// knownIn lists the contacts whom the text names: by their whole name, else by the first.
func knownIn(t *turn.Turn) []person.Person {
	p := understand.Padded(t.Body())
	var whole, first []person.Person
	for _, c := range knownOf(t) {
		switch {
		case turn.Names(p, c.Name):
			whole = append(whole, c)
		case turn.Names(p, c.First()):
			first = append(first, c)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return first
}

func numbers(t *turn.Turn) string {
	known := knownIn(t)
	if len(known) == 0 {
		hits, _ := t.Meant(t.Body(), t.Organized())
		theirs := lexicon.TheirPlaces.Any(strings.Fields(understand.Padded(t.Body())))
		if !theirs && !understand.SpeaksOfSomebody(t.Body()) || len(hits) != 1 {
			return t.Say(lang.AnswerWhose)
		}
		known = []person.Person{hits[0].Contact}
	}
	var lines []string
	for _, c := range known[:min(len(known), shown)] {
		number := t.Number(c)
		if !c.CallAt().IsZero() {
			number = t.Say(lang.PhoneWas, "phone", number, "old", c.Phone.Display())
		}
		lines = append(lines, c.Name+", "+number)
	}
	return strings.Join(lines, "; ") + "."
}

// said tells what a contact said they would do, and has not done.
func said(t *turn.Turn) string {
	known := knownIn(t)
	if len(known) == 0 {
		return ""
	}
	var lines []string
	for _, p := range t.Promises() {
		if p.Kind == change.Committed && p.OwnerID == known[0].ID {
			lines = append(lines, strings.TrimRight(report.Excerpt(p.What, 80), ". "))
		}
	}
	if len(lines) == 0 {
		return t.Say(lang.AnswerSaidNone, "who", known[0].Name)
	}
	return t.Say(lang.AnswerSaid, "who", known[0].Name, "list", strings.Join(lines, "; "))
}

// counted counts this month's one-on-ones.
func counted(t *turn.Turn) string {
	l := t.Now().In(t.Loc())
	month := time.Date(l.Year(), l.Month(), 1, 0, 0, 0, 0, t.Loc())
	p := understand.Padded(t.Body())
	from, to := month, month.AddDate(0, 1, 0)
	key := lang.AnswerCount
	if first, last, ok := weekOf(t, p); ok {
		if first == when.DateOf(l) { // this week, from its Monday
			first = first.AddDays(-((int(l.Weekday()) + 6) % 7))
		}
		from, _ = first.At(0, 0, t.Loc())
		to, _ = last.AddDays(1).At(0, 0, t.Loc())
		key = lang.AnswerCountWeek
	}
	held, open, missed := 0, 0, 0
	for _, m := range t.Meetings() {
		at := m.StartsAt
		if m.StartsAt.IsZero() {
			if on, ok := when.ParseDate(m.MetOn); ok {
				at, _ = on.At(12, 0, t.Loc())
			}
		}
		if m.OrganizerID != t.Who().ID || m.OrganizerID == uuid.Nil || at.Before(from) || !at.Before(to) {
			continue
		}
		switch m.Status {
		case meeting.Held, meeting.Reported, meeting.Debriefed:
			held++
		case meeting.NoShow:
			missed++
		case meeting.Planned, meeting.Confirmed, meeting.Proposed:
			open++
		case meeting.CalledOff, meeting.Declined:
		}
	}
	return t.Say(key, "held", phrase.Decimal(held), "open", phrase.Decimal(open), "missed", phrase.Decimal(missed))
}

// asksStaff reports whether a text asks who there is, where it is asked with whom a report is talked over: "idk whos around next week?"
func asksStaff(t *turn.Turn) bool {
	return t.Conv().Question == string(report.StaffFollowUp) && understand.AsksWho(t.Body(), person.Firsts(t.Staff()))
}
