// Package heard says of a plan that is saved what its contact hears of it, and when.
package heard

import (
	"cmp"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// ByContact says what goes to the contact and when, as Saved tells it.
func ByContact(t *turn.Turn, m world.Meet, waits []reminder.Wait) string {
	phone := ""
	if !m.Contact.Phone.IsZero() {
		phone = t.Say(lang.SavedCallNumber, "phone", t.Number(m.Contact))
	}
	if !turn.MayText(m.Contact) || !reminder.May(t.Org().Sending, m.Contact.Works()) {
		return t.Say(lang.SavedNone, "first", m.Contact.First(), "phone", phone)
	}
	var at []string
	for _, w := range waits {
		if w.To != meeting.Contact || w.State != change.PlanPlanned || w.Rule == reminder.ThanksPlainRule {
			continue
		}
		due := t.Org().Hours.Reach(m.Contact, w.DueAt, t.Org().Zone)
		if !due.Before(m.StartsAt) { // in the contact's own hours it is too late
			continue
		}
		if !due.After(t.Now().Add(time.Minute)) {
			at = append(at, t.Say(lang.SavedNow))
			continue
		}
		at = append(at, when.Echo(t.Tag(), due.In(t.Loc()), t.Now()))
	}
	if len(at) == 0 {
		return t.Say(lang.SavedSoon, "first", m.Contact.First(), "phone", phone)
	}
	list := at[0]
	if n := len(at); n > 1 {
		list = strings.Join(at[:n-1], "; ") + " " + t.Say(lang.SavedAnd) + " " + at[n-1]
	}
	return t.Say(lang.SavedTexts, "first", m.Contact.First(), "list", list)
}

// OtherLanguage names the language that texts are not in, as what may be changed: the plan says which, the record, or the organizer's own.
func OtherLanguage(t *turn.Turn, plan, record lang.Tag) string {
	if cmp.Or(plan, record, t.Tag()) == lang.Spanish {
		return t.Say(lang.EchoEnglish)
	}
	return t.Say(lang.EchoSpanish)
}
