package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/plan"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/sure"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// lookBack is how far back the one-on-ones of a phone are read: those that may still be reported or spoken of.
const lookBack = 21 * 24 * time.Hour

// threadBack is how far back a contact's one-on-ones are read: whose words they are when nothing is open.
const threadBack = 180 * 24 * time.Hour

// Needs says what a step must read before it can decide. It is pure, and understands the text once for Decide as well.
func Needs(w world.World, in world.Input, now time.Time) world.Need {
	var n world.Need
	switch in.Kind {
	case world.TextIn:
		n = textNeeds(w, in, now)
	case world.DueIn:
		n = dueNeeds(in, now)
	case world.ActIn:
		n.MeetingsSince, n.Drafts, n.Staff, n.Asks, n.After, n.Counts, n.Now = now.Add(-lookBack), true, true, true, true, true, now
		n.Meeting, n.Event = in.Act.Subject, in.Act.Subject
		if in.Act.Kind == world.ActPlan {
			n.ContactNames = []string{in.Act.Fields["name"]}
		}
		if in.Act.Kind == world.ActCorrect {
			n.Record = in.Act.Subject
		}
	case world.VerdictIn:
		n.Staff = true
	case world.PersonAddedIn:
	}
	n.Doubt = w.Phone.Consent == person.ConsentDoubtful || w.Phone.Consent == person.ConsentNo
	return n
}

// dueNeeds says what a due row must read again before its text is made.
func dueNeeds(in world.Input, now time.Time) world.Need {
	n := world.Need{MeetingsSince: now.Add(-lookBack)}
	if in.Due.Subject.Kind == change.MeetingSubj {
		n.Meeting = in.Due.SubjectID
	}
	rule, _ := reminder.Find(in.Due.Rule)
	n.Drafts = rule.Asks || rule.Name == reminder.NextQuestion || rule.Name == reminder.DraftNudge || rule.Name == reminder.MorningRule
	n.Staff = rule.Name == reminder.NextQuestion || rule.Name == reminder.ProposalWaitRule || rule.Name == reminder.UnansweredRule || rule.Asks
	n.Past = rule.Name == reminder.PrepRule
	n.Counts = rule.Name == reminder.PlanTimeoutRule
	n.Now = now
	if in.Due.Subject.Kind == change.EventSubject {
		n.After = true
		return n
	}
	ruleNeeds(&n, rule, in, now)
	return n
}

// ruleNeeds says what single rules must read beside.
func ruleNeeds(n *world.Need, rule reminder.Rule, in world.Input, now time.Time) {
	switch rule.Name {
	case reminder.CommitmentRule:
		n.After = true
	case reminder.MorningRule, reminder.HandedRule:
		n.After, n.Drafts = true, true
	case reminder.DigestRule:
		n.After, n.DigestSince = true, sinceWorkday(now).Add(-2*time.Hour)
	case reminder.EscalateRule:
		var e duty.Escalation
		turn.DecodeInto(in.Due.Data, &e)
		n.Untaken, n.UntakenOf = e.Kind, in.Due.SubjectID
	case reminder.FiledToStaff:
		n.NotesSince, n.FiledReport = now.Add(-12*time.Hour), in.Due.SubjectID
	case reminder.PlanTimeoutRule:
		n.ContactNames, n.ContactPhones = plan.NamesIn(in.Due.Data), plan.PhoneIn(in.Due.Data)
		for _, rest := range plan.RestIn(in.Due.Data) {
			c := when.Context{At: now, Zone: time.UTC, Mode: when.Plan}
			h := spoken.ReadNamed(rest, c)
			n.ContactNames = append(n.ContactNames, names(h, rest)...)
			n.ContactPhones = append(n.ContactPhones, h.Phones...)
		}
	case reminder.ReportOverdueRule, reminder.ThanksMissedRule, reminder.RelayRule:
		n.Staff = true
	}
}

// sinceWorkday is this hour of the working day before.
func sinceWorkday(now time.Time) time.Time {
	day := now.AddDate(0, 0, -1)
	for when.DayOff(when.DateOf(day)) {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// reading is how a text is read: by whom it is, and to what it was written.
func reading(w world.World, in world.Input, now time.Time) when.Context {
	who := speaker(w, in)
	c := when.Context{At: now, Zone: who.Location(w.Org.Zone), Mode: modeOf(w.Conv), Lang: turn.Language(who, w.Org)}
	if !who.Works() {
		c.Mode = when.Plan
	}
	return c
}

// read reads a text, and says how: what a command says of what is to come is read as that.
func read(body string, c when.Context) (understand.Text, when.Context) {
	h := understand.Read(body, c)
	if c.Mode != when.Plan && looksAhead(h.Command) {
		c.Mode = when.Plan
		h = understand.Read(body, c)
	}
	return h, c
}

func textNeeds(w world.World, in world.Input, now time.Time) world.Need {
	var n world.Need
	c := reading(w, in, now)
	w.Conv, in, _ = sure.Again(w.Conv, in, c)
	in, _ = onRecord(w, in)
	c = reading(w, in, now)
	body, who := in.Inbound.Body.Text(), speaker(w, in)
	n.Heard, c = read(body, c)
	n.MeetingsSince, n.Now, n.Staff = now.Add(-lookBack), now, true
	n.After = needsAfter(w.Conv, n.Heard, who.Works()) || who.Works() && understand.ReadAsk(body) != understand.NoAsk ||
		who.Works() && w.Conv.Kind == world.PlanTalk && w.Conv.Question == turn.QSaved && ofOwed(body)
	switch w.Conv.Kind {
	case world.SendTalk, world.ThanksTalk, world.HowTalk, world.MissedTalk, world.MeetTalk, world.ProposalTalk:
		n.Meeting = w.Conv.SubjectID
	}
	if !who.Works() {
		n.MeetingsSince = now.Add(-threadBack)
		return n
	}
	switch slip := turn.Decoded[world.Slip](w.Conv.Slip); {
	case understand.OutcomePutRight(body) != understand.NoOutcome: // what the newest text said of one may be taken back
		n.Meeting = slip.First()
	case slip.Filed != uuid.Nil && (n.Heard.Command == understand.Undo || understand.SaysUndo(body)): // with its thank-you
		n.Meeting = slip.Filed
	}
	if n.Meeting == uuid.Nil { // whose words came last, which the text may answer
		n.Meeting = turn.DecodeRelay(w.Conv.Relay).Meeting
	}
	n.Drafts, n.Asks = true, true
	n.Past = n.Heard.Command == understand.Prep
	n.Counts = n.Heard.Person != "" || slices.Contains([]understand.Command{understand.Tips, understand.Meet, understand.Move},
		n.Heard.Command) ||
		slices.Contains([]string{
			world.PlanTalk, world.NumberTalk, world.MoveTalk, world.ProposalTalk, world.HowTalk, world.MissedTalk,
			world.WhichTalk,
		}, w.Conv.Kind)
	n.ContactNames = append(names(n.Heard, body), planNames(w.Conv, n.Heard, body)...)
	for _, piece := range laterPlans(w.Conv, n.Heard, understand.WithoutOwnName(body, who.First()), c) {
		h := understand.Read(piece, c)
		n.ContactNames = append(n.ContactNames, names(h, piece)...)
		n.ContactPhones = append(n.ContactPhones, h.Phones...)
	}
	if !n.Heard.Single(body) {
		saidNames(&n, body, c)
	}
	n.ContactPhones = append(n.ContactPhones, n.Heard.Phones...)
	if told, err := sms.PhoneFromE164(turn.DecodeRelay(w.Conv.Relay).Phone); err == nil { // the number that a contact says is theirs now
		n.ContactPhones = append(n.ContactPhones, told)
	}
	if w.Conv.Kind == world.PlanTalk && w.Conv.Question != turn.QSaved { // what is not saved yet
		n.ContactPhones = append(n.ContactPhones, plan.PhoneIn(w.Conv.Data)...)
	}
	n.Guests = (w.Conv.Kind == "" || w.Conv.Kind == world.ThanksTalk) && n.Heard.Command == understand.None && n.Heard.Digit == 0 &&
		understand.MayRedate(body) // an event that moves is told to everybody
	if what := understand.ReadAsk(body); what != understand.NoAsk {
		n.After = true
		n.ContactNames = append(n.ContactNames, understand.Names(body)...)
		if what == understand.AskCount {
			n.MeetingsSince = now.AddDate(0, 0, -32)
		}
	}
	return n
}

// saidNames adds whom a text names by what it says, where it begins with no command.
func saidNames(n *world.Need, body string, c when.Context) {
	if rest, ok := understand.WithoutGoing(body); ok && n.Heard.Command == understand.None { // "need to see maria fri 4pm"
		n.ContactNames = append(n.ContactNames, names(understand.Read("meeting "+rest, c), rest)...)
	}
	if whole, ok := spoken.NameAlone(body); ok { // "ok so maria lopez"
		n.ContactNames = append(n.ContactNames, whole)
	}
	if whom, _, ok := understand.AsksTime(body); ok && n.Heard.Command == understand.None { // "can u text maria and see if shes free sat"
		n.ContactNames = append(n.ContactNames, whom)
	}
	if f := strings.Fields(strings.ToLower(spoken.WithoutJoin(body))); n.Heard.Command == understand.None && n.Heard.Person == "" &&
		len(f) > 2 && spoken.HasTime(n.Heard) { // "maria thurs 3p"
		n.ContactNames = append(n.ContactNames, f[0], f[0]+" "+f[1])
		n.ContactNames = append(n.ContactNames, namesWithin(f)...)
	}
}

// needsAfter reports whether a text may be about thank-yous, promises, debriefs or events: not the answer to a plan's question, nor a
// contact's text, but where a check-in asked.
func needsAfter(c world.Conversation, h understand.Text, works bool) bool {
	switch {
	case !works:
		return c.Kind == world.GuestTalk
	case h.Command != understand.None || h.Letter != "":
		return true
	}
	switch c.Kind {
	case world.PlanTalk, world.MoveTalk, world.ProposalTalk, world.NumberTalk, world.MeetTalk:
		return false
	}
	return true
}

// ofOwed reports whether a text may say that something is done, or is not to be done any more.
func ofOwed(body string) bool {
	_, off := understand.TakesOff(body)
	_, unreminds := understand.Unreminds(body)
	return off || unreminds || len(understand.DoneParts(body)) > 0
}

// looksAhead reports whether a command speaks of what is to come.
func looksAhead(c understand.Command) bool { return c == understand.Meet || c == understand.Move }

// laterPlans lists the further one-on-ones of a text that plans several, or those that a plan under way goes on with.
func laterPlans(c world.Conversation, h understand.Text, body string, at when.Context) []string {
	if c.Kind == world.PlanTalk && h.Command != understand.Meet {
		if rest := plan.RestIn(c.Data); len(rest) > 0 {
			return rest[:1]
		}
	}
	if h.Single(body) {
		return nil
	}
	if pieces := spoken.PlansIn(body, at); len(pieces) > 1 {
		return pieces
	}
	return nil
}

// mostWithin is how many whole names in small letters are looked for in a text.
const mostWithin = 3

// namesWithin lists the words of a text that may be somebody's whole name in small letters: "friday 4pm jo park, library".
func namesWithin(f []string) (out []string) {
	for i := 1; i+1 < len(f) && len(out) < mostWithin; i++ {
		if last := strings.Trim(f[i+1], ".,;:!"); lexicon.FirstNames.Has(f[i]) && len(last) > 2 {
			out = append(out, f[i]+" "+last)
		}
	}
	return out
}

// planNames lists who a plan under way may be with, and whom the first words of a command may name.
func planNames(c world.Conversation, h understand.Text, body string) []string {
	var out []string
	if c.Kind == world.PlanTalk {
		out = append(out, plan.NamesIn(c.Data)...)
		if meant := understand.MeantPerson(body); meant != "" {
			out = append(out, strings.ToLower(meant))
		}
	}
	switch h.Command {
	case understand.Tell, understand.Note, understand.Prep, understand.Private, understand.Move, understand.CallOff:
		f := strings.Fields(strings.ToLower(h.Arg))
		for n := 1; n <= 3 && n <= len(f); n++ {
			out = append(out, strings.Trim(strings.Join(f[:n], " "), ".,:;"))
		}
	}
	return out
}

// modeOf says whether the open question looks back or ahead.
func modeOf(c world.Conversation) when.Mode {
	switch c.Kind {
	case world.PlanTalk, world.ProposalTalk, world.MoveTalk, world.MeetTalk:
		return when.Plan
	}
	switch report.Name(c.Question) {
	case report.CommitmentDue, report.FollowUpsDue, report.StaffOn:
		return when.Plan
	}
	return when.Report
}

// names returns what the text may call a contact by, in lower case.
func names(h understand.Text, body string) []string {
	var out []string
	add := func(s string) {
		if s = strings.ToLower(strings.TrimSpace(s)); s != "" && len(s) <= 200 {
			out = append(out, s)
		}
	}
	add(h.Person)
	if f := strings.Fields(h.Person); len(f) == 2 && len(strings.TrimRight(f[1], ".")) == 1 { // "maria l" may be one whom we know
		add(f[0])
	}
	if n, ok := understand.ParseName(body); ok {
		add(n)
	}
	if h.Arg != "" {
		if n, ok := understand.ParseName(h.Arg); ok {
			add(n)
		}
	}
	for _, l := range understand.Fields(body, when.Context{}) {
		if l.Label == string(report.Contact) {
			if n, ok := understand.ParseName(l.Words); ok {
				add(n)
			}
		}
	}
	return out
}

// LinkedContacts lists the contacts that drafts are about: their records are always needed beside the drafts.
func LinkedContacts(drafts []report.Draft) []uuid.UUID {
	var out []uuid.UUID
	for _, d := range drafts {
		if d.ContactID != uuid.Nil {
			out = append(out, d.ContactID)
		}
	}
	return out
}
