package stray

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// underWay is how soon after our question a text was most likely begun before it.
const underWay = 2 * time.Second

// GoesOn reports whether a text belongs to what was said before our question: it says so, or it was under way when we asked.
func GoesOn(t *turn.Turn, q report.Name) bool {
	h := t.Heard()
	if SaysMore(t.Body()) {
		return h.Command == understand.None || h.Command == understand.Add
	}
	return t.Now().Sub(t.Conv().AskedAt) < underWay && h.Command == understand.None && h.Digit == 0 && !fits(t, q)
}

// SaysMore reports whether a text says itself that it goes on: and, also, +, y, también, forgot to say.
func SaysMore(body string) bool {
	b := strings.ToLower(strings.TrimSpace(body))
	if strings.HasPrefix(b, "+") && len(b) > 1 && (b[1] < '0' || b[1] > '9') {
		return true
	}
	if n := lexicon.BeginsMore.Lead(b); n > 0 {
		return n < len(b)
	}
	_, after := understand.Afterthought(body)
	return after
}

// fits reports whether a text is a fitting answer to a typed question.
func fits(t *turn.Turn, q report.Name) bool {
	f, ok := report.Find(q)
	if ok && f.Shape == report.Open { // "no prometió nada" is no more of what was told before
		_, pledges := field.DueField(f.Name)
		return pledges && field.None(f, t.Body())
	}
	if !ok {
		return false
	}
	if understand.Declines(t.Body()) {
		return true
	}
	if f.Shape == report.Short {
		return len(strings.Fields(t.Body())) <= 3
	}
	_, ok = field.Parse(t, f, t.Body())
	return ok
}

// Of is the field that words which go on with an answer are for: what tells of the contact, or of their family, is nothing that anybody
// does.
func Of(f report.Field, body string) report.Field {
	_, pledges := field.DueField(f.Name)
	if f.Name == report.FollowUps && understand.ThingByDay(body) { // "also a ride to the hearing on the 15th"
		return f
	}
	if learned, ok := report.Find(report.Learned); ok && pledges && (understand.OfTheirKin(body) || understand.TellsOnly(body) ||
		understand.TellsNoDeed(body)) {
		return learned
	}
	return f
}

// mostBeforeHelp is how many words may stand before it: "honestly idk what to tell her".
const mostBeforeHelp = 2

// needsHelp keeps what an organizer asks of the staff, where a promise or the talk with them is asked, with what the staff are to know: it
// is no promise to the contact.
func needsHelp(t *turn.Turn, q report.Name) (string, bool) {
	p := understand.Padded(t.Body())
	from, to := lexicon.NeedsHelp.Find(p)
	if _, agrees := understand.AgreesAndMore(t.Body(), t.Planning()); agrees && atDebrief(q) { // it is heard there
		return "", false
	}
	if !atDebrief(q) && q != report.FollowUps || to == 0 || len(strings.Fields(p[:from])) > mostBeforeHelp {
		return "", false
	}
	field.AddWords(t, report.StaffNotes, t.Body())
	return t.Say(lang.Label(string(report.StaffNotes))) + ": " + report.Excerpt(t.Body(), 60) + ".", true
}

// howItWent takes what says how the one-on-one went and no more, where what somebody will do is asked: "we met", "salió bien" is no
// promise.
func howItWent(t *turn.Turn, q report.Name) (string, bool) {
	if q != report.Commitment && q != report.FollowUps || !understand.MetAlone(t.Body()) {
		return "", false
	}
	field.AddWords(t, report.Learned, t.Body())
	return t.Say(lang.Label(string(report.Learned))) + ": " + strings.TrimRight(report.Excerpt(t.Body(), 40), ".") + ".", true
}
