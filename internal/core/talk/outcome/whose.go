package outcome

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// ofAnother hears that the report just begun is of another one-on-one that is over: "lopez i mean", "no espera era rosa". What was told
// goes with it, and the first is as it was.
func ofAnother(t *turn.Turn) bool {
	h := t.Heard()
	if t.Conv().Kind != world.ReportTalk || h.Command != understand.None || h.Digit != 0 || h.Letter != "" {
		return false
	}
	m, was, ok := begun(t)
	if !ok {
		return false
	}
	to, ok := calledBy(t, understand.CalledBy(t.Body()), m)
	if !ok || !held(t, &to) {
		return false
	}
	m.Meeting = was.Back(m.Meeting)
	t.SaveMeet(m, change.TakenBack, "")
	t.Void(m, "taken back by the organizer")
	t.Replan(m, !m.ToldAt.IsZero())
	return t.Happened(fact.ReportMeant{
		Draft: t.Conv().SubjectID, Meet: to, First: t.SayMeet(lang.HeldNoted, to, "who", to.Contact.Name),
	})
}

// begun is the one-on-one whose report is open, where the last text that changed one noted a short while ago that it was held.
func begun(t *turn.Turn) (world.Meet, *world.Stood, bool) {
	i := slices.IndexFunc(t.Drafts(), func(dr report.Draft) bool { return dr.ID == t.Conv().SubjectID && dr.MeetingID != uuid.Nil })
	s, fresh := t.LastSlip()
	if i < 0 || !fresh || len(s.Meets) != 1 || s.Meets[0].ID != t.Drafts()[i].MeetingID || s.Meets[0].Was == nil {
		return world.Meet{}, nil, false
	}
	m, ok := t.MeetByID(s.Meets[0].ID)
	return m, s.Meets[0].Was, ok && m.Status == meeting.Held && m.Rev == s.Meets[0].Rev
}

// calledBy is the one other one-on-one that is over, and of which nobody has told, whose contact bears a name.
func calledBy(t *turn.Turn, name string, but world.Meet) (world.Meet, bool) {
	if name == "" || bears(but, name) {
		return world.Meet{}, false
	}
	pool := slices.DeleteFunc(t.Unreported(), func(m world.Meet) bool {
		return m.ID == but.ID || m.Status == meeting.Held || t.Now().Before(m.Ends()) || !bears(m, name)
	})
	if len(pool) != 1 {
		return world.Meet{}, false
	}
	return pool[0], true
}

// bears reports whether a contact has a name: the whole, the first, the last.
func bears(m world.Meet, name string) bool {
	f := strings.Fields(fold.Fold(m.Contact.Name))
	name = fold.Fold(name)
	return name == fold.Fold(m.Contact.First()) || name == strings.Join(f, " ") || len(f) > 1 && name == f[len(f)-1]
}
