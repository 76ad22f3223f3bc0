package admin

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

// tab is one way to look at a list: a link, so that it can be kept and sent.
type tab struct {
	Text, Href string
	Here       bool
	Other      string // of an order: what the link leads to
	Count      string // how much waits there; "" is not counted
}

// choice is one entry of a filter.
type choice struct {
	Value, Text string
	Here        bool
}

// pager leads on through a list, by the key of its last row.
type pager struct{ First, Next string }

// with returns this page's address with a parameter changed; the place in the list is left behind.
func (v *visit) with(pairs ...string) string {
	path, asked, q := v.c.Request().URL.Path, v.c.QueryParams(), url.Values{}
	if back := v.form("back"); v.c.Request().Method == http.MethodPost && ownPath(back) { // shown after an act, whose address is no page
		at, _ := url.Parse(back) // ownPath has read it
		path, asked = at.Path, at.Query()
	}
	for k, s := range asked {
		if k != "after" && len(s) > 0 && s[0] != "" {
			q.Set(k, tidy(s[0]))
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			q.Del(pairs[i])
		} else {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// tabs makes the tabs of a parameter; the first is the one without it.
func (v *visit) tabs(param string, list ...[2]string) []tab {
	here := v.query(param)
	out := make([]tab, len(list))
	for i, t := range list {
		out[i] = tab{Text: v.say(t[1]), Href: v.with(param, t[0]), Here: t[0] == here}
	}
	return out
}

// counted says on a tab how much waits there, up to what one page holds.
func counted(list []tab, text string, n int) {
	for i := range list {
		if list[i].Text == text && n > 0 {
			list[i].Count = strconv.Itoa(min(n, page.Size))
			if n > page.Size {
				list[i].Count += "+"
			}
		}
	}
}

// place reads where a list goes on: an instant and an id.
func (v *visit) place() (time.Time, uuid.UUID, error) {
	s := v.query("after")
	if s == "" {
		return time.Time{}, uuid.Nil, nil
	}
	micros, rest, _ := strings.Cut(s, "_")
	id, _, _ := strings.Cut(rest, "_")
	n, err := strconv.ParseInt(micros, 10, 64)
	if err != nil {
		return time.Time{}, uuid.Nil, web.ErrBadRequest
	}
	at, err := uuid.Parse(id)
	if err != nil {
		return time.Time{}, uuid.Nil, web.ErrBadRequest
	}
	return time.UnixMicro(n), at, nil
}

// group reads in which group of a sorted list it goes on.
func (v *visit) group() string {
	_, rest, _ := strings.Cut(v.query("after"), "_")
	_, in, _ := strings.Cut(rest, "_")
	return in
}

// pager returns the links of a list that ends with this row, in this group of a sorted one; more says that there is a further one.
func (v *visit) pager(more bool, at time.Time, id uuid.UUID, in string) pager {
	var p pager
	if v.query("after") != "" {
		p.First = v.with()
	}
	if more {
		p.Next = v.with("after", strings.TrimSuffix(strconv.FormatInt(at.UnixMicro(), 10)+"_"+id.String()+"_"+in, "_"))
	}
	return p
}

// days reads the two civil dates of a filter; to is meant with its whole day.
func (v *visit) days() (from, to time.Time, err error) {
	for _, f := range []struct {
		name string
		into *time.Time
		add  int
	}{{"from", &from, 0}, {"to", &to, 1}} {
		s := v.query(f.name)
		if s == "" {
			continue
		}
		d, ok := when.ParseDate(s)
		if !ok {
			return from, to, web.ErrBadRequest
		}
		*f.into = time.Date(d.Year, d.Month, d.Day+f.add, 0, 0, 0, 0, v.zone)
	}
	return from, to, nil
}

// organizers returns the choices of the filter by organizer, and the one that is chosen.
func (v *visit) organizers() ([]choice, uuid.UUID, error) {
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return nil, uuid.Nil, err
	}
	var chosen uuid.UUID
	if q := v.query("organizer"); q != "" {
		if chosen, err = uuid.Parse(q); err != nil {
			return nil, uuid.Nil, web.ErrBadRequest
		}
	}
	out := make([]choice, len(list))
	for i, p := range list {
		out[i] = choice{Value: p.ID.String(), Text: p.Name, Here: p.ID == chosen}
	}
	return out, chosen, nil
}

func threadHref(phoneID int64) string { return Root + "/messages/" + strconv.FormatInt(phoneID, 10) }

// phoneOf returns the number of a phone's id, as forms carry it.
func (v *visit) phoneOf(id string) (sms.Phone, error) {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return sms.Phone{}, app.ErrNotFound
	}
	p, _, err := v.a.Read.PhoneOwners(v.ctx(), n)
	return p.Phone, err
}

// cut returns at most a page of rows and whether there are more.
func cut[T any](rows []T) ([]T, bool) {
	if len(rows) > page.Size {
		return rows[:page.Size], true
	}
	return rows, false
}
