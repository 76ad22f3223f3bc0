package admin

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/fold"
)

type guestListData struct {
	base
	ID, Title, Place string
	When             stamp
	Guests           []guestItem
	Blank            []struct{} // lines for who comes without being on the list
}

func (d guestListData) pageTitle() string { return d.Title }

// blankLines is room for a few people at the door.
const blankLines = 10

// guestListPage is an event's list for the door: one line a person, by last name, to tick with a pen.
func guestListPage() pageDef {
	return pageDef{
		name: "guestlist", title: "Guest list", path: "/events/:id/list", least: anyStaff, data: guestListData{}, show: showGuestList,
	}
}

func showGuestList(v *visit) (any, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, err
	}
	e, err := v.a.Read.Event(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	d := guestListData{
		base: v.base(), ID: id.String(), Title: e.Title, Place: e.Place, When: v.at(e.StartsAt, e.Zone), Blank: make([]struct{}, blankLines),
	}
	guests, err := v.a.Read.Guests(v.ctx(), id, guestsShown)
	if err != nil {
		return nil, err
	}
	for _, g := range guests {
		if g.Answer != event.No {
			d.Guests = append(d.Guests, v.guest(g))
		}
	}
	slices.SortStableFunc(d.Guests, func(a, b guestItem) int { return strings.Compare(lastFirst(a.Name), lastFirst(b.Name)) })
	return d, nil
}

// lastFirst is a name as a list for the door is sorted: by its last word.
func lastFirst(name string) string {
	words := strings.Fields(fold.Fold(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1] + " " + strings.Join(words[:len(words)-1], " ")
}
