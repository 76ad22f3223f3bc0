package order

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// asksThem shows what a contact is to be asked, before it goes: "ask maria if she needs a ride".
func asksThem(t *turn.Turn) bool {
	whom, ok := understand.ReadAskThem(t.Body())
	if !ok {
		return false
	}
	pool := near(t)
	hits, words := t.NameOf(whom, pool)
	if len(hits) == 0 && understand.BeginsWithPerson(whom) {
		hits, _ = t.Meant("", pool)
		_, words, _ = strings.Cut(whom, " ")
	}
	return len(hits) > 0 && understand.AskedOf(words) && tell(t, hits, understand.AskedToYou(words), false)
}

// asksOnceMore shows the question that a contact has not answered, before it goes to them once more.
func asksOnceMore(t *turn.Turn) bool {
	if !understand.AsksOnceMore(t.Body()) || t.Heard().Command != understand.None || t.Heard().Timed() {
		return false
	}
	hits, _ := t.Meant(t.Body(), toCome(t))
	if len(hits) == 0 || several(hits) || hits[0].Status != meeting.Planned || hits[0].ToldAt.IsZero() || !turn.MayText(hits[0].Contact) {
		return false
	}
	return t.Happened(fact.TellSaid{Meet: hits[0], Words: fromRecord(t, hits[0], lang.AskedOnceMore)})
}

// fromRecord is a text for a contact, in the language that they read, with when and where the one-on-one is.
func fromRecord(t *turn.Turn, m world.Meet, key lang.Key) string {
	tag, said, place := lang.Tag(phrase.OrElse(string(m.Contact.Language), string(t.Tag()))), t.Org().Words, ""
	if m.Place != "" {
		place = said.Text(tag, lang.AtPlace, "place", m.Place)
	}
	at := when.Echo(tag, m.StartsAt.In(m.Contact.Location(t.Org().Zone)), t.Now())
	return said.Text(tag, key, "when", at, "place", place, "minutes", phrase.Decimal(m.Minutes), "organizer", m.SignedBy())
}

func tells(t *turn.Turn) bool {
	whom, words, ok := understand.ReadTell(t.Body())
	pool := near(t)
	if m, off := settle.JustOff(t); off {
		pool = append(pool, m)
	}
	if behind, said, last := understand.TellsBehind(t.Body()); last && !(ok && words != "") {
		if hits, left := t.NameOf(behind, pool); len(hits) > 0 && left == "" {
			return tell(t, hits, said, true)
		}
	}
	if s, fresh := t.LastSlip(); fresh && len(s.Meets) == 1 && understand.JustTells(t.Body()) && !t.AsksNow() {
		if m, there := t.MeetByID(s.Meets[0].ID); there && turn.MayText(m.Contact) && !m.ToldAt.IsZero() { // what was just changed is on its way
			t.SetOutcome("kept in the thread: the contact hears of it")
			return true
		}
	}
	if !ok {
		return thanks(t)
	}
	if words == "" { // whom stands in front of them
		hits, rest := t.NameOf(whom, pool)
		switch {
		case len(hits) > 0:
			return tell(t, hits, understand.WithoutKnow(rest), true)
		case t.Happened(fact.StaffTold{Words: whom}):
			return true
		case !understand.BeginsWithPerson(whom):
			return false
		}
		_, words, _ = strings.Cut(whom, " ")
		words = understand.WithoutKnow(words)
	} else if hits, _ := t.NameOf(whom, pool); len(hits) > 0 {
		return tell(t, hits, words, true)
	} else if t.Happened(fact.StaffTold{Words: whom + " " + words}) {
		return true
	} else if !understand.BeginsWithPerson(whom) {
		return false
	}
	hits, _ := t.Meant("", pool)
	return tell(t, hits, words, false)
}

// thanks shows the words by which somebody is thanked, or reminded, whom the text names, before they go.
func thanks(t *turn.Turn) bool {
	key := lang.ThankWords
	whom, said, tag, ok := understand.ReadThank(t.Body())
	if !ok {
		key = lang.RemindWords
		whom, said, tag, ok = understand.ReadRemindThem(t.Body())
	}
	if !ok {
		return false
	}
	hits, _ := t.NameOf(whom, near(t))
	if len(hits) == 0 || several(hits) {
		return false
	}
	t.Happened(fact.TellSaid{Meet: hits[0], Words: t.Org().Words.Text(tag, key, "words", said)})
	return true
}

// onlyTongue reports whether words to somebody name a language, and no more: they are no words to them.
func onlyTongue(words string) bool {
	tag, all := understand.LanguageWished(words)
	return tag != "" && all
}

func tell(t *turn.Turn, hits []world.Meet, words string, named bool) bool {
	words = strings.TrimSpace(words)
	switch {
	case words == "" || len(hits) == 0:
		return false
	case len(hits) > 1 && several(hits):
		choose.Meet(t, hits, string(understand.Tell), words)
	case onlyTongue(words) && t.Happened(fact.AmendSaid{Meet: hits[0], Words: words}): // "text her in spanish pls"
	default:
		t.Happened(fact.TellSaid{Meet: hits[0], Words: words, Sure: named})
	}
	return true
}

// sendsRecord sends a contact when and where the one-on-one is, where that is what they are to be told: "text maria the address".
func sendsRecord(t *turn.Turn) bool {
	whom, ok := understand.SendsRecord(t.Body())
	if !ok || t.Heard().Command != understand.None && t.Heard().Command != understand.Tell {
		return false
	}
	hits, _ := t.NameOf(whom, toCome(t))
	if len(hits) == 0 && understand.BeginsWithPerson(whom) {
		hits, _ = t.Meant("", toCome(t))
	}
	if len(hits) == 0 || several(hits) || !turn.MayText(hits[0].Contact) {
		return false
	}
	return t.Happened(fact.TellSaid{Meet: hits[0], Words: fromRecord(t, hits[0], lang.AskedWhen)})
}
