package plan

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/number"
	"github.com/reportback/reportback/internal/core/talk/plan/retime"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/plan/told"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// afterSaved hears changes to a one-on-one that was just saved: "at 4", "no, Friday", "Spanish", "keep it private".
func afterSaved(t *turn.Turn, p planData) bool {
	m, ok := t.MeetByID(p.ID)
	if !ok || t.Now().Sub(t.Conv().AskedAt) > planTimeout || !m.Open() || m.Begun(t.Now()) {
		t.CloseTalk()
		return false
	}
	h := t.Heard()
	if h.Command != understand.None && h.Command != understand.Private && h.Command != understand.SpanishOn &&
		h.Command != understand.EnglishOn || h.Digit != 0 || h.Letter != "" {
		return false
	}
	if h.Command == understand.Private && strings.TrimSpace(h.Arg) != "" {
		return false
	}
	_, cancels := understand.ReadCancel(t.Body())
	if cancels || told.MayBeAnother(t, m) || spoken.TellsOfComing(t.Body()) || told.Moves(t, m) ||
		understand.ReadBusy(t.Body(), spoken.HasTime(h)) || understand.Drops(t.Body()) || understand.IsOrder(t.Body()) ||
		understand.ReadCannot(t.Body()) {
		return false
	}
	if told.PassesOn(t) && !spoken.Corrects(t.Body()) && understand.OffersTime(t.Body(), t.Planning()) {
		return false
	}
	return !told.Otherwise(t, m) && amend(t, m, t.Body())
}

// amendSaid changes a one-on-one as words say that came with a command.
func amendSaid(t *turn.Turn, f fact.AmendSaid) bool { return amend(t, f.Meet, "sorry, "+f.Words) }

// placeGiven puts a one-on-one at a place that was given whole.
func placeGiven(t *turn.Turn, f fact.PlaceGiven) {
	q := planData{ID: f.Meet.ID, Minutes: f.Meet.Minutes}
	setPlace(t, &q, f.Place)
	amendRest(t, f.Meet, q)
}

// amends takes a correction of a one-on-one that was saved some time ago, where it says which and what: "Jo's meeting is at the library".
func amends(t *turn.Turn) bool {
	body := t.Body()
	if number.Whose(t, saved(t)) {
		return true
	}
	if m, ok := justChanged(t); ok && spoken.Corrects(body) && t.Heard().Reply == understand.Another && t.Heard().Person == "" {
		if _, named := t.Meant(phrase.WithoutTimes(body, t.Planning()), saved(t)); !named { // "no wait make it friday instead"
			return amend(t, m, body)
		}
	}
	if _, cancels := understand.ReadCancel(body); cancels || understand.IsOrder(body) || t.Heard().Digit != 0 || understand.OwnBusy(body) {
		return false
	}
	hits, named := t.Meant(body, saved(t))
	if len(hits) == 1 && !named && spoken.Private(body) && t.Heard().Reply != understand.No {
		return amend(t, hits[0], body)
	}
	if len(hits) == 0 && spoken.Corrects(body) && t.Heard().Reply == understand.Another { // the day that is said is the new one
		hits, named = t.Meant(phrase.WithoutTimes(body, t.Planning()), saved(t))
		if !named {
			return false
		}
	}
	switch {
	case len(hits) == 0, !named && !spoken.Corrects(body), understand.KinOf(body, hits[0].Contact.First()):
		return false
	case len(hits) == 1:
		if _, timed := retime.New(t, hits[0], body); timed && !spoken.Corrects(body) && !spoken.Possessive(body, hits[0].Contact.First()) &&
			!understand.WishesHour(body) {
			return false // another one-on-one with the same contact, as likely
		}
		return amend(t, hits[0], body)
	}
	if _, ok := changesIn(t, hits[0], body); !ok {
		return false
	}
	choose.Meet(t, hits, thenAmend, body)
	return true
}

// justChanged is the one-on-one that the speaker changed a short while ago.
func justChanged(t *turn.Turn) (world.Meet, bool) {
	s, fresh := t.LastSlip()
	if !fresh || len(s.Meets) != 1 {
		return world.Meet{}, false
	}
	i := slices.IndexFunc(saved(t), func(m world.Meet) bool { return m.ID == s.First() })
	if i < 0 {
		return world.Meet{}, false
	}
	return saved(t)[i], true
}

// thenAmend is what the choice between one-on-ones is for when one is corrected.
const thenAmend = "amend"

// chosenAmend goes on with the one that the correction is for.
func chosenAmend(t *turn.Turn) turn.Reply {
	words := turn.Data[choose.Kept](t).Words
	m, _, ok := choose.Which(t)
	if !ok || !amend(t, m, words) {
		return turn.Closes
	}
	return turn.Taken
}

// saved lists the speaker's one-on-ones that can still be corrected.
func saved(t *turn.Turn) []world.Meet {
	var out []world.Meet
	for _, m := range t.Organized() {
		if m.Open() && m.Status != meeting.Proposed && !m.Begun(t.Now()) {
			out = append(out, m)
		}
	}
	return out
}

// amend changes what words say of a one-on-one; false when they change nothing.
func amend(t *turn.Turn, m world.Meet, words string) bool {
	if understand.WantsOtherPlace(words, m.Contact.First()) ||
		understand.TellsOfNamed(words, m.Contact.First()) && !understand.GivesNumberOf(words, m.Contact.First()) ||
		understand.PlaceOfLife(words) && (!spoken.Corrects(words) || understand.TellsComing(words)) ||
		lexicon.OwnHere.In(understand.Padded(words)) && !spoken.Corrects(words) || // "im here at my moms all day"
		understand.HasBeen(words, t.Planning()) || understand.AsksIfSo(words) || told.OfItsHour(t, m, words) {
		return false
	}
	q, ok := changesIn(t, m, words)
	switch {
	case !ok && q.Saved && (t.Heard().Reply == understand.No || understand.IsQuestion(words) || understand.TellsComing(words) ||
		told.PassesOn(t) || understand.ThereThen(words, []string{m.Contact.First()}, t.Planning()) != "" ||
		// it denies, asks, tells who comes, or has them told
		lexicon.Negators.Any(strings.Fields(understand.Padded(words))) && !spoken.Corrects(words)):
		return false
	case !ok && q.Saved: // it is so already
		t.SetOutcome(world.KnownAlready)
		t.Answer("saved", phrase.Join(told.Kept(t, m, told.Doubt(t)), t.Say(lang.PlanKnown, "what", t.What(m))))
	case !ok:
		return false
	case q.Phone != "":
		m.Private = m.Private || q.Private
		rightNumber(t, fact.RightNumber{Meet: m, Phone: q.Phone})
	case q.Time.Date != "" || q.Time.Clock != "" || len(q.Time.Options) > 0:
		if q.Place != "" {
			m.Place, m.ContactChooses = q.Place, false
		}
		at, ask := settle.Time(t, &q.Time)
		if at.IsZero() {
			t.Happened(fact.OtherTime{Meet: m, Time: q.Time, Ask: ask})
			return true
		}
		t.Happened(fact.MoveTo{Meet: m, At: at})
	case q.Name != "":
		renamed(t, m, q.Name)
	default:
		amendRest(t, m, q)
	}
	return true
}

// amendRest writes what changes neither the time nor the contact, and says what it was.
func amendRest(t *turn.Turn, m world.Meet, q planData) {
	old := m
	switch {
	case q.Private:
		m.Private = true
		t.SaveMeet(m, change.KeptPrivate, "")
		t.Answer("saved", t.Say(lang.PrivateOn, "first", m.Contact.First()), beside(t, m))
	case q.Place != "" && told.AsksWhichPlace(t, m, q.Place):
	case q.Place != "":
		m.Place, m.ContactChooses = q.Place, false
		hears := placeChanged(t, m)
		key := lang.ChangedPlaceNew
		if old.Place != "" {
			key = told.PlaceKey(m.Place)
		}
		t.Answer("saved", t.SayMeet(key, m, "new", m.Place, "old", old.Place, "told", hears))
	case q.Lang != "":
		t.Add(change.SetLanguage{PersonID: m.ContactID, Language: q.Lang})
		key := lang.ChangedToEnglish
		if q.Lang == lang.Spanish {
			key = lang.ChangedToSpanish
		}
		t.Answer("saved", t.Say(key, "first", m.Contact.First()), beside(t, m))
	default:
		m.Minutes = q.Minutes
		t.SaveMeet(m, change.LengthChanged, "")
		t.Void(m, "the length was changed")
		t.Replan(m, !m.ToldAt.IsZero())
		t.Answer("saved", t.SayMeet(lang.ChangedLength, m, "old", phrase.Decimal(old.Minutes)))
	}
}

// beside keeps what a text says beside a change to a one-on-one, and says so.
func beside(t *turn.Turn, m world.Meet) string {
	left := understand.LeftOfPlan(phrase.WithoutTimes(t.Body(), t.Planning()), append(strings.Fields(m.Contact.Name), m.Place))
	if len(strings.Fields(left)) <= minBeside {
		return ""
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()),
		At: t.Now(),
	})
	return t.Say(lang.ToldKept, "words", report.Excerpt(left, 80))
}

// minBeside is up to how many words beside a change are the change itself.
const minBeside = 5

// renamed corrects how the contact is called: the same person, with the same number.
func renamed(t *turn.Turn, m world.Meet, name string) {
	said := t.Rename(m.Contact, name)
	t.SetAbout(turn.Loose(m.Meeting))
	t.Answer("saved", said)
}

// placeChanged writes another place, and tells the contact once who had been told of the old one.
func placeChanged(t *turn.Turn, m world.Meet) string {
	heard := !m.ToldAt.IsZero()
	t.SaveMeet(m, change.PlaceChanged, m.Place)
	if heard {
		t.Tell(m.Contact, reminder.ChangedRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: m.StartsAt}, "the place was changed")
	}
	return t.ToldOf(m, heard)
}

// another begins to plan that the two meet once more.
func another(t *turn.Turn, f fact.AnotherOne) {
	p := planData{ID: t.NewID(), Minutes: f.Meet.Minutes, Time: f.Time, Place: f.Place, PlaceSet: f.Place != "", Private: f.Meet.Private}
	planContact(&p, f.Meet.Contact)
	p.NoPhone = p.Phone == ""
	nextOfPlan(t, p, f.First)
}
