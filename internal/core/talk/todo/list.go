package todo

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// maxList is how many segments a list or a morning text may take.
const maxList = 4

// letters gives the items letters and writes as many as fit; what does not fit is counted.
func letters(t *turn.Turn, items []fact.Line, head, tail string) string {
	for n := min(len(items), 26); ; n-- {
		var lines []string
		var list []world.ListItem
		for i, it := range items[:n] {
			letter := string(rune('A' + i))
			lines = append(lines, it.Line(letter))
			list = append(list, world.ListItem{Letter: letter, Kind: string(it.Kind), ID: it.ID})
		}
		cut := ""
		if n < len(items) {
			cut = t.Say(lang.ListCut, "n", phrase.Decimal(len(items)-n))
		}
		body := strings.TrimRight(phrase.Join(head, strings.Join(lines, " ")), ".") + "." + cut + tail
		if _, _, segments := sms.Segments(sms.Fit(body)); segments <= maxList || n == 0 {
			t.KeepList(list)
			return body
		}
	}
}

// list sends what is open, lettered; letters stay valid until the next list.
func list(t *turn.Turn) {
	l := &fact.Listing{}
	t.Happened(l)
	unsaved := ""
	if len(l.Unsaved) > 0 {
		unsaved = t.Say(lang.ListUnsaved, "list", strings.Join(l.Unsaved, "; "))
	}
	if len(l.Items) == 0 {
		t.DropList()
		t.Answer("list", phrase.OrElse(unsaved, t.Say(lang.ListEmpty)))
		return
	}
	t.Answer("list", letters(t, l.Items, t.Say(lang.List), l.Hint+doneHint(t, l.Items)), unsaved)
}

// listAsked shows it as LIST does.
func listAsked(t *turn.Turn, _ fact.ListAsked) { list(t) }

// morningText is the organizer's one text of the morning: what is read now is what it says; nothing to say is no text.
func morningText(t *turn.Turn, rule reminder.Rule) {
	l := &fact.Listing{Morning: true}
	t.Happened(l)
	if len(l.Items) == 0 {
		t.End(change.PlanDropped, "nothing to say this morning", uuid.Nil)
		return
	}
	overduePromises(t)
	head := t.Say(lang.MorningHead, "day", t.Day(when.DateOf(t.Now().In(t.Loc()))))
	t.Unasked(rule, letters(t, l.Items, head, l.Hint+doneHint(t, l.Items)))
}

// showLetter shows the line of the newest list that a letter means.
func showLetter(t *turn.Turn) bool {
	for _, it := range turn.DecodeList(t.Conv().List) {
		if it.Letter == t.Heard().Letter && it.Letter != "" && t.Happened(fact.ShowLetter{Letter: it.Letter, Item: it}) {
			return true
		}
	}
	return false
}
