package admin

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/person"
)

// TestAListIsSortedByItsHeadingsBothWays follows each heading that is a link, twice: the list is there, and says how it is sorted.
func TestAListIsSortedByItsHeadingsBothWays(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.livelyHouse()
	sorts := regexp.MustCompile(`<th scope="col"[^>]*><a href="([^"]+)"`)
	for path, least := range map[string]int{
		"/admin/meetings?show=all": 5, "/admin/reports": 5, "/admin/contacts": 3, "/admin/organizers": 8, "/admin/events": 4,
		"/admin/people": 3,
	} {
		bare := w.get(w.cookies[person.Admin], path).Body.String()
		links := sorts.FindAllStringSubmatch(bare, -1)
		if len(links) < least {
			t.Errorf("%s sorts by %d headings, want %d", path, len(links), least)
		}
		for i := range links {
			was := ""
			for range 2 {
				out := w.get(w.cookies[person.Admin], strings.ReplaceAll(links[i][1], "&amp;", "&"))
				body := out.Body.String()
				said := regexp.MustCompile(`aria-sort="(\w+)"`).FindStringSubmatch(body)
				if out.Code != http.StatusOK || len(said) != 2 || said[1] == was {
					t.Fatalf("%s, %s: %d, sorted %q after %q", path, links[i][1], out.Code, said, was)
				}
				was = said[1]
				links[i] = sorts.FindAllStringSubmatch(body, -1)[i]
			}
		}
	}
}

func TestWhoWorksHereIsFoundAndSorted(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	name := regexp.MustCompile(`<td data-label="Name"><a [^>]*>([^<]+)</a>`)
	names := func(path string) []string {
		var out []string
		for _, m := range name.FindAllStringSubmatch(w.get(admin, path).Body.String(), -1) {
			out = append(out, m[1])
		}
		return out
	}
	form := url.Values{"name": {"Óscar Núñez"}, "phone": {"206-555-0177"}, "role": {"staff"}}
	if out := w.post(admin, "/admin/people/add", form); out.Code != http.StatusOK {
		t.Fatalf("add: %d", out.Code)
	}
	all := names("/admin/people")
	for q, want := range map[string]int{"oscar": 1, "nunez": 1, "0177": 1, "206-555-0177": 1, "77": 0, "nobody so": 0, "": len(all)} {
		if got := names("/admin/people?q=" + url.QueryEscape(q)); len(got) != want {
			t.Errorf("%q finds %q", q, got)
		}
	}
	back := names("/admin/people?sort=-name")
	slices.Reverse(back)
	if len(all) < 4 || !slices.Equal(all, back) {
		t.Errorf("by name %q, turned around %q", all, back)
	}
	for sort, first := range map[string]person.Role{"role": person.Admin, "signed": ""} {
		list := names("/admin/people?sort=" + sort)
		want := "Óscar Núñez" // who has not signed in yet
		if first != "" {
			want = w.people[first].Name
		}
		if len(list) == 0 || list[0] != want {
			t.Errorf("by %s: %q, want %s first", sort, list, want)
		}
	}
	if body := w.get(admin, "/admin/people?q=nobody+so").Body.String(); !strings.Contains(body, "Nobody here fits that.") {
		t.Error("it does not say that nobody fits")
	}
}

// TestEventsByTitleGoOn: a list that is sorted in memory is shown a page at a time too, each event once.
func TestEventsByTitleGoOn(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	const all = page.Size + 7
	for i := range all {
		title := fmt.Sprintf("Événement %03d", (i*37)%all)
		w.save(change.SaveEvent{Event: event.Event{
			ID: uuid.Must(uuid.NewV7()), Title: title, Name: title, StartsAt: w.now.Add(time.Duration(24+i) * time.Hour), Zone: "UTC",
			Minutes: 120, Place: "Park", Status: event.Planned, CreatedAt: w.now, Rev: 1,
		}})
	}
	next, title := regexp.MustCompile(`rel="next" href="([^"]+)"`), regexp.MustCompile(`>(Événement \d+)</a>`)
	var seen []string
	for path := "/admin/events?sort=title"; path != ""; {
		body := w.get(w.cookies[person.Staff], path).Body.String()
		for _, m := range title.FindAllStringSubmatch(body, -1) {
			seen = append(seen, m[1])
		}
		path = ""
		if m := next.FindStringSubmatch(body); m != nil {
			path = strings.ReplaceAll(m[1], "&amp;", "&")
		}
	}
	if len(seen) != all || !slices.IsSorted(seen) {
		t.Errorf("%d of %d, %q", len(seen), all, seen)
	}
}
