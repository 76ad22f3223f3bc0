package admin

import (
	"errors"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app/page"
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
	n := numbers(page.Week{Held: 3, Owed: 4, InTime: 1, Due: 8, Kept: 6}, page.Week{})
	if n[1].Now != "1 of 4" || n[2].Now != "none due" || n[3].Now != "75% (6 of 8)" {
		t.Errorf("%+v", n)
	}
}

func TestPicturesHoldToThePolicyAndSayTheirDenominators(t *testing.T) {
	t.Parallel()
	w := page.Week{Planned: 10, Confirmed: 7, Met: 6, Held: 6, Lag: [5]int{1, 3, 0, 1, 1}, Owed: 6, InTime: 4, DueMet: 2, KeptMet: 1}
	all := string(funnel(w).SVG) + string(lag(w).SVG) + string(weeksSVG([]weekItem{{Text: "Nov 2", Held: 3, Moved: 1}, {Text: "Nov 9"}}))
	for _, want := range []string{"confirmed: 7 of 10 (70%)", "reported within 24 hours: 4 of 6 (67%)", "where one was due: 1 of 2<", "within 2 hours: 1 of 6 (17%)", `role="img"`} {
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
