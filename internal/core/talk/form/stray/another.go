package stray

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// PlansAnother reports whether a text plans a one-on-one with somebody else than the report is about: that is no answer, and the question
// stays.
func PlansAnother(t *turn.Turn) bool {
	h, r := t.Heard(), understand.Times(t.Body(), t.Planning())
	if t.Conv().Question == string(report.FollowUps) && !r.HasClock && understand.DueBy(t.Body()) { // "need to see jo by friday"
		return false
	}
	who := phrase.FirstOf(phrase.OrElse(h.Person, t.LeadingContact()))
	if rest, ok := understand.WithoutGoing(t.Body()); ok && h.Command == understand.None && understand.Timed(r) {
		// "can u set up w lupe tues 6pm"
		if planned := understand.Read("meeting "+rest, t.Planning()).Person; planned != "" && goes(t, planned) {
			return true
		}
	}
	if h.Command != understand.Meet && (h.Command != understand.None || h.Phone.IsZero() || understand.OutcomeIn(t.Body()) == understand.Met ||
		understand.BeginsWithPerson(t.Body())) || who == "" || !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	return goes(t, who)
}

// goes reports whether somebody is another than whom the report is about, and none of the staff.
func goes(t *turn.Turn, who string) bool {
	who = phrase.FirstOf(who)
	return t.Draft().Answers[report.Contact].State != report.Missing && !strings.EqualFold(who, field.ContactFirst(t)) &&
		!slices.ContainsFunc(Staff(t), func(s string) bool { return strings.EqualFold(s, who) })
}

// Another reports whether a text is another matter than the report: of somebody else whom the organizer meets, or words for somebody to
// hear.
func Another(t *turn.Turn, q report.Name) bool {
	if q == report.StaffFollowUp && understand.AsksFirst(t.Body(), t.Planning()) { // "i'll ask sam and let you know"
		return false
	}
	if t.Heard().Command == understand.Tell {
		return understand.TellsThem(t.Heard().Arg) || q != report.StaffFollowUp && q != report.StaffNotes && ofStaff(t, t.Heard().Arg)
	}
	if t.Heard().Command != understand.None || q == report.Contact || q == report.StaffFollowUp && understand.NoNeedOfDebrief(t.Body()) {
		return false
	}
	if ordersOther(t) {
		return true
	}
	if whom, words, tells := understand.ReadTell(t.Body()); tells && understand.TellsThem(whom+" "+words) || understand.TellsAYes(t.Body()) {
		return true
	}
	if told, _ := understand.ToldNow(understand.AskedAfter(t.Body())); told && t.Heard().Person != "" && t.Draft().ContactID != uuid.Nil &&
		!strings.EqualFold(phrase.FirstOf(t.Heard().Person), field.ContactFirst(t)) {
		return !slices.ContainsFunc(Staff(t), func(s string) bool { return strings.EqualFold(s, phrase.FirstOf(t.Heard().Person)) })
	}
	return ofOther(t)
}

// ordersOther reports whether a text calls off or moves what there is with somebody else, in a sentence that names nothing beside: "cancela
// lo de jo".
func ordersOther(t *turn.Turn) bool {
	which, ok := understand.ReadCancel(t.Body())
	if !ok {
		which, _, ok = understand.ReadMove(t.Body())
	}
	return ok && understand.OnlyNamed(which) && !turn.Names(understand.Padded(which), field.ContactFirst(t))
}

// ofStaff reports whether words begin with somebody of the staff: "tell sam i can't make it thurs" is for them.
func ofStaff(t *turn.Turn, words string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(words), " ")
	return rest != "" && slices.ContainsFunc(Staff(t), func(s string) bool { return strings.EqualFold(s, first) })
}

// ofOther reports whether a text begins with somebody else whom the organizer meets these days, and does not speak of the contact too: "jo
// just texted me, he can do fri at 4".
func ofOther(t *turn.Turn) bool {
	body := understand.Padded(understand.AskedAfter(t.Body()))
	first := field.ContactFirst(t)
	for _, m := range t.Meetings() {
		name := understand.Padded(m.Contact.First())
		if strings.EqualFold(m.Contact.First(), first) { // two of a name: the other's last name tells
			name = understand.Padded(lastOf(m.Contact.Name))
		}
		if m.OrganizerID != t.Who().ID || m.ContactID == t.Draft().ContactID || !strings.HasPrefix(body, name) ||
			turn.Names(body, first) || m.StartsAt.Sub(t.Now()).Abs() > near {
			continue
		}
		return understand.OfThemAlone(strings.TrimPrefix(body, name))
	}
	return false
}

// lastOf is the last of several names.
func lastOf(name string) string {
	f := strings.Fields(name)
	if len(f) < 2 {
		return "-"
	}
	return f[len(f)-1]
}
