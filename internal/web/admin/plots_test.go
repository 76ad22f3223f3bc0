package admin

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
)

func TestNoRateIsGivenBelowFive(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		n, of int
		want  string
	}{{0, 0, ""}, {3, 4, ""}, {4, 5, "80%"}, {2, 3, ""}, {1, 6, "17%"}, {0, 9, "0%"}} {
		if got := rate(c.n, c.of); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.n, c.of, got, c.want)
		}
	}
	n := (&visit{}).numbers(page.Week{Held: 3, Unheard: 2, Owed: 4, InTime: 1, Kept: 6, Broken: 1, Open: 1}, page.Week{})
	if n[0].Now != "3 of 5, 2 not heard of" || n[1].Now != "1 of 4" || n[2].Now != "none due" || n[3].Now != "75% (6 of 8), 1 still open" {
		t.Errorf("%+v", n)
	}
}

func TestPicturesHoldToThePolicyAndSayTheirDenominators(t *testing.T) {
	t.Parallel()
	w := page.Week{
		Confirmed: 10, ConfirmedHeld: 7, Silent: 2, SilentHeld: 1, Held: 8, Lag: [8]int{1, 2, 1, 0, 0, 1, 0, 1}, Owed: 6, InTime: 4,
		Kept: 1, Open: 1,
	}
	v := &visit{}
	all := string(v.answered(w).SVG+v.lag(w).SVG+v.commitments(w).SVG) + string(v.weeksSVG([]weekItem{
		{Text: "Nov 2", Held: 3, Unheard: 1},
		{Text: "Nov 9"},
	}, 9)) +
		string(v.sparkSVG(page.OrganizerWeeks{Name: "<b>", Week: []page.Week{w, {}}}))
	for _, want := range []string{
		"confirmed, and held: 7 of 10 (70%)", "silent, and held: 1 of 2<", ">24 h<", ">missing<",
		"still open: 1 of 2<", "goal 9<", `role="img"`, "&lt;b&gt;",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the pictures lack %q", want)
		}
	}
	if strings.Contains(all, "style") || strings.Contains(all, "NaN") {
		t.Error(all)
	}
}

func TestTheWeeksAreCountedAnewWhenSomethingChanged(t *testing.T) {
	t.Parallel()
	var m weeksMemo
	counted := 0
	read := func(key string, fault error) (int, error) {
		list, err := m.read(key, func() ([]page.Week, error) {
			counted++
			return []page.Week{{Held: counted}}, fault
		})
		if err != nil {
			return 0, err
		}
		return list[0].Held, nil
	}
	for i, c := range []struct {
		key   string
		fault error
		want  int
	}{{"a", nil, 1}, {"a", nil, 1}, {"b", errors.New("no database"), 0}, {"b", nil, 3}, {"b", nil, 3}, {"a", nil, 4}} {
		if got, err := read(c.key, c.fault); got != c.want || (err != nil) != (c.fault != nil) {
			t.Errorf("%d: %d, %v", i, got, err)
		}
	}
}

func TestABoardMemberLandsOnHowItGoesAndTakesTheNumbersAlong(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for role, want := range map[person.Role]string{person.Viewer: "/admin/numbers", person.Staff: "/admin/"} {
		if out := w.get(w.cookies[role], "/admin/start"); out.Code != http.StatusSeeOther || out.Header().Get("Location") != want {
			t.Errorf("%s: %d %s", role, out.Code, out.Header().Get("Location"))
		}
	}
	w.reported(true)
	viewer := w.cookies[person.Viewer]
	for _, query := range []string{
		"", "?from=2026-01-01", "?from=1999-01-01&to=2031-01-01",
		"?organizer=" + w.people[person.Organizer].ID.String(),
	} {
		if out := w.get(viewer, "/admin/numbers"+query); out.Code != http.StatusOK {
			t.Errorf("%q: %d", query, out.Code)
		}
		out := w.post(viewer, "/admin/numbers/csv"+query, nil)
		if rows := strings.Split(strings.TrimSpace(out.Body.String()), "\n"); out.Code != http.StatusOK ||
			!strings.HasPrefix(rows[0], "week_from,held,") || len(rows) < 2 {
			t.Errorf("%q: %d %s", query, out.Code, out.Body)
		}
	}
	for _, query := range []string{"?from=2026-02-01&to=2026-01-01", "?from=yesterday", "?organizer=nobody"} {
		if out := w.get(viewer, "/admin/numbers"+query); out.Code != http.StatusBadRequest {
			t.Errorf("%q: %d", query, out.Code)
		}
	}
}
