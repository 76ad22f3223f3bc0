package thanks

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// plansNext reports whether words plan another one-on-one: "con rosa otra vez el jueves a las 11".
func plansNext(t *turn.Turn, body string) bool {
	r := understand.Times(body, t.Planning())
	return r.HasDate() && r.HasClock && (t.Heard().Person != "" || t.LeadingContact() != "") && understand.PlansAgain(body)
}

// nextOne takes when the two meet next, said while the thank-you waits: "meeting her again tues at 4".
func nextOne(t *turn.Turn, m world.Meet, body string) bool {
	c := t.Heard().Command
	if c != understand.None && c != understand.Meet || isWording(body, m.Contact.First()) || understand.SpeaksToSomebody(body) ||
		understand.IsQuestion(body) || !understand.MeetsNext(body) || namesAnother(t, m, body) {
		return false
	}
	said := moment.Said{Base: t.BaseOf(m)}
	if !said.Hear(body, understand.Text{}, t.Planning()) || said.Date == "" && len(said.Options) == 0 {
		return false
	}
	place := ""
	if understand.SaysSamePlace(body) {
		place = m.Place
	}
	t.CloseTalk()
	return t.Happened(fact.AnotherOne{Meet: m, Time: said, Place: place, First: t.Say(lang.NextOne)})
}

// renames takes a name that is put right while the draft is shown: it is shown again with that name.
func renames(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	name, ok := understand.NameCorrected(body, m.Contact.Name)
	if !ok || isWording(body, m.Contact.First()) {
		return false
	}
	old := m.Contact.First()
	said := t.Rename(m.Contact, name)
	m.Contact.Name = name
	if th.Show(phrase.Renamed(th.Draft, old, m.Contact.First())) != nil {
		finish(t, m, "saved", said)
		return true
	}
	t.SaveThank(th)
	data := turn.Data[thanksTalk](t)
	for i, b := range data.Before {
		data.Before[i] = phrase.Renamed(b, old, m.Contact.First())
	}
	askAgain(t, m, data, phrase.Join(said, t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft)))
	return true
}

// reword takes a change to the draft, or another wording.
func reword(t *turn.Turn, m world.Meet, th world.Thank, body string) {
	data := turn.Data[thanksTalk](t)
	words := body
	if from, to, ok := understand.Edit(body); ok {
		i := wordAt(th.Draft, from)
		if i < 0 {
			askAgain(t, m, data, t.Say(lang.ThanksNotThere, "words", report.Excerpt(from, 40), "first", m.Contact.First(), "draft", th.Draft))
			return
		}
		words = strings.Join(strings.Fields(th.Draft[:i]+to+th.Draft[i+len(from):]), " ")
	}
	data.Before = append(data.Before, th.Draft)
	if th.Show(report.Excerpt(words, 600)) != nil {
		gone(t, m)
		return
	}
	t.SaveThank(th)
	askAgain(t, m, data, t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft))
}

// takesOut leaves out of the draft what words want out of it: "take out the flyer part", "mándelo pero quítele lo de la llamada". false
// where nothing of it stands there.
func takesOut(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	left, out := withoutThing(t, m, th.Draft, body)
	if out == "" || left == "" {
		return false
	}
	reword(t, m, th, left)
	return true
}

// takeBack undoes the last change; without one it asks for other words, and holds nothing.
func takeBack(t *turn.Turn, m world.Meet, th world.Thank) {
	data := turn.Data[thanksTalk](t)
	n := len(data.Before)
	if n == 0 {
		askAgain(t, m, data, t.Say(lang.ThanksWording, "first", m.Contact.First()))
		return
	}
	if th.Show(data.Before[n-1]) != nil {
		gone(t, m)
		return
	}
	data.Before = data.Before[:n-1]
	t.SaveThank(th)
	askAgain(t, m, data, t.Say(lang.ThanksBack, "first", m.Contact.First(), "draft", th.Draft))
}

// asItWas undoes the last change, or shows again what nothing was changed of.
func asItWas(t *turn.Turn, m world.Meet, th world.Thank) {
	if len(turn.Data[thanksTalk](t).Before) == 0 {
		showDraft(t, m, th)
		return
	}
	takeBack(t, m, th)
}
