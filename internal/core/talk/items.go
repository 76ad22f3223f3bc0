package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// listItem is what a letter of the newest list means.
type listItem struct {
	Letter string    `json:"l"`
	Kind   string    `json:"k"`
	ID     uuid.UUID `json:"id"`
}

// listLine is one line of LIST or of the morning text before it has its letter.
type listLine struct {
	Kind change.SubjectKind
	ID   uuid.UUID
	Line func(letter string) string
}

// maxList is how many segments a list or a morning text may take.
const maxList = 4

// lettered gives the items letters and writes as many as fit; what does not fit is counted.
func (d *decision) lettered(items []listLine, head, tail string) string {
	for n := min(len(items), 26); ; n-- {
		var lines []string
		var list []listItem
		for i, it := range items[:n] {
			letter := string(rune('A' + i))
			lines = append(lines, it.Line(letter))
			list = append(list, listItem{letter, string(it.Kind), it.ID})
		}
		cut := ""
		if n < len(items) {
			cut = d.say(lang.ListCut, "n", decimal(len(items)-n))
		}
		body := strings.TrimRight(join(head, strings.Join(lines, " ")), ".") + "." + cut + tail
		if _, _, segments := sms.Segments(sms.Tidy(body)); segments <= maxList || n == 0 {
			d.keepList(list)
			return body
		}
	}
}

func (d *decision) meetItem(m Meet) listLine {
	return listLine{change.MeetingSubj, m.ID, func(l string) string {
		return d.say(lang.ListMeeting, "letter", l, "when", d.whenOf(m, m.StartsAt), "first", m.Contact.First(), "state", d.stateOf(m))
	}}
}

// stateOf says where a one-on-one stands, as a list shows it.
func (d *decision) stateOf(m Meet) string {
	switch m.Status {
	case meeting.Confirmed:
		return d.say(lang.StateConfirmed)
	case meeting.Proposed:
		return d.say(lang.StateProposed)
	case meeting.Declined:
		return d.say(lang.StateDeclined)
	}
	if !mayText(m.Contact) || !reminder.May(d.w.Org.Sending, m.Contact.Works()) {
		return d.say(lang.StateCall, "phone", d.number(m.Contact))
	}
	return d.say(lang.StateNoAnswer)
}

// morningMeets lists the one-on-ones of today, of tomorrow early, and of in two days.
func (d *decision) morningMeets() []listLine {
	today := when.DateOf(d.now.In(d.loc))
	var items []listLine
	for _, m := range d.organized() {
		start := m.StartsAt.In(d.loc)
		on := when.DateOf(start)
		switch {
		case !m.StartsAt.After(d.now):
			continue
		case m.ToldAt.IsZero() && !mayText(m.Contact) && m.CreatedAt.After(d.now.Add(-24*time.Hour)): // saved without texts
		case on == today, on == today.AddDays(2), on == today.AddDays(1) && (start.Hour() < 11 || m.CreatedAt.After(d.now.Add(-24*time.Hour))):
		default:
			continue
		}
		items = append(items, d.morningItem(m, on == today))
	}
	return items
}

func (d *decision) morningItem(m Meet, today bool) listLine {
	at := d.whenOf(m, m.StartsAt)
	if today {
		l := m.StartsAt.In(d.loc)
		at = when.EchoClock(l.Hour(), l.Minute()) + d.zoneMark(m, m.StartsAt)
	}
	state := d.stateOf(m)
	if m.Status == meeting.Planned && mayText(m.Contact) && !m.ToldAt.IsZero() {
		state = d.say(lang.MorningCall, "phone", d.number(m.Contact))
	}
	return listLine{change.MeetingSubj, m.ID, func(l string) string {
		return d.say(lang.MorningMeet, "letter", l, "when", at, "first", m.Contact.First(), "place", d.placeOf(m), "state", state)
	}}
}

// list sends what is open, lettered; letters stay valid until the next list.
func (d *decision) list() {
	l := &Listing{}
	d.happened(l)
	if len(l.Items) == 0 {
		d.dropList()
		d.answer("list", d.say(lang.ListEmpty))
		return
	}
	d.answer("list", d.lettered(l.Items, d.say(lang.List), l.Hint+d.doneHint(l.Items)))
}

// morningText is the organizer's one text of the morning: what is read now is what it says; nothing to say is no text.
func (d *decision) morningText(rule reminder.Rule) {
	l := &Listing{Morning: true}
	d.happened(l)
	if len(l.Items) == 0 {
		d.end(change.PlanDropped, "nothing to say this morning", uuid.Nil)
		return
	}
	d.overduePromises()
	head := d.say(lang.MorningHead, "day", d.day(when.DateOf(d.now.In(d.loc))))
	d.unasked(rule, d.lettered(l.Items, head, l.Hint+d.doneHint(l.Items)))
}

// showLetter shows the line of the newest list that a letter means.
func (d *decision) showLetter() bool {
	for _, it := range decodeList(d.conv.List) {
		if it.Letter == d.w.Heard.Letter && it.Letter != "" && d.happened(ShowLetter{it.Letter, it}) {
			return true
		}
	}
	return false
}
