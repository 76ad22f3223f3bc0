package move

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// listMine adds the one-on-ones to come.
func listMine(t *turn.Turn, l *fact.Listing) {
	items, hint := meetItems(t), lang.ListMeetHint
	if l.Morning {
		items, hint = morningMeets(t), lang.MorningTail
	}
	if l.Items = append(l.Items, items...); len(l.Items) > 0 {
		l.Hint = t.Say(hint)
	}
}

func meetItems(t *turn.Turn) []fact.Line {
	var items []fact.Line
	for _, m := range t.Organized() {
		items = append(items, meetItem(t, m))
	}
	return items
}

// showMeet shows the one-on-one that a letter means.
func showMeet(t *turn.Turn, f fact.ShowLetter) bool {
	m, ok := t.MeetByID(f.Item.ID)
	if !ok || f.Item.Kind != string(change.MeetingSubj) || t.Late(m) {
		return false
	}
	phone := ""
	if !m.Contact.Phone.IsZero() && !strings.Contains(t.StateOf(m), t.Number(m.Contact)) {
		phone = t.Say(lang.ShowPhone, "phone", t.Number(m.Contact))
	}
	tell := ""
	if turn.MayText(m.Contact) {
		tell = t.Say(lang.ShowTell, "first", m.Contact.First())
	}
	t.Answer("list", t.SayMeet(lang.ShowMeeting, m, "tell", tell, "letter", f.Letter, "state", t.StateOf(m), "phone", phone))
	return true
}

func meetItem(t *turn.Turn, m world.Meet) fact.Line {
	return fact.Line{Kind: change.MeetingSubj, ID: m.ID, Line: func(l string) string {
		return t.Say(lang.ListMeeting, "letter", l, "when", t.WhenOf(m, m.StartsAt), "first", m.Contact.First(), "state", t.StateOf(m))
	}}
}

// morningMeets lists the one-on-ones of today, of tomorrow early, and of in two days.
func morningMeets(t *turn.Turn) []fact.Line {
	today := when.DateOf(t.Now().In(t.Loc()))
	var items []fact.Line
	for _, m := range t.Organized() {
		start := m.StartsAt.In(t.Loc())
		on := when.DateOf(start)
		switch {
		// put off, and no time is named yet
		case m.Status == meeting.Proposed && m.Proposal.By == meeting.Organizer && m.Proposal.At.IsZero() &&
			m.Proposal.Asked.After(t.Now().Add(-24*time.Hour)):
		case !m.StartsAt.After(t.Now()):
			continue
		// saved without texts
		case m.ToldAt.IsZero() && (t.Untold(m) || !turn.MayText(m.Contact)) && m.CreatedAt.After(t.Now().Add(-24*time.Hour)):
		case on == today, on == today.AddDays(2), on == today.AddDays(1) && (start.Hour() < 11 || m.CreatedAt.After(t.Now().Add(-24*time.Hour))):
		default:
			continue
		}
		items = append(items, morningItem(t, m, on == today))
	}
	return items
}

func morningItem(t *turn.Turn, m world.Meet, today bool) fact.Line {
	at := t.WhenOf(m, m.StartsAt)
	if today {
		l := m.StartsAt.In(t.Loc())
		at = when.EchoClock(l.Hour(), l.Minute()) + t.ZoneMark(m, m.StartsAt)
	}
	state := t.StateOf(m)
	if m.Status == meeting.Planned && turn.MayText(m.Contact) && !m.ToldAt.IsZero() {
		state = t.Say(lang.MorningCall, "phone", t.Number(m.Contact))
		if !m.AnsweredAt.IsZero() {
			state = t.Say(lang.MorningWrote, "phone", t.Number(m.Contact))
		}
	}
	return fact.Line{Kind: change.MeetingSubj, ID: m.ID, Line: func(l string) string {
		return t.Say(lang.MorningMeet, "letter", l, "when", at, "first", m.Contact.First(), "place", t.PlaceOf(m), "state", state)
	}}
}
