//go:build browser

package browser

import (
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/reportback/reportback/internal/testkit"
)

// walk counts the steps of a task: each click and each field that is filled in.
type walk struct {
	b     *tab
	steps int
}

// the returns the first element of a selector that says some words, as a script.
func the(css, words string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%q)].find(e => e.textContent.includes(%q))`, css, words)
}

// opens clicks something that opens on the page.
func (w *walk) opens(css, words string) {
	w.b.t.Helper()
	w.steps++
	w.b.do("open "+css+" "+words, chromedp.Evaluate(the(css, words)+".click()", nil))
}

// goes clicks something that leads to another page, or sends a form.
func (w *walk) goes(css, words string) {
	w.b.t.Helper()
	w.steps++
	if _, err := chromedp.RunResponse(w.b.ctx, chromedp.Evaluate(the(css, words)+".click()", nil)); err != nil {
		w.b.shot("failed")
		w.b.t.Fatalf("go by %s %q: %v; the page says: %s", css, words, err, w.b.text())
	}
}

// fills fills a field in.
func (w *walk) fills(css, value string) {
	w.b.t.Helper()
	w.steps++
	script := fmt.Sprintf(`(() => { const e = [...document.querySelectorAll(%q)].find(e => e.checkVisibility()); e.value = %q;
  e.dispatchEvent(new Event("input", {bubbles: true})); })()`, css, value)
	w.b.do("fill in "+css, chromedp.Evaluate(script, nil))
}

// task is what somebody comes for. It begins on Today and ends with what the page then says.
type task struct {
	name string
	most int
	do   func(*walk)
	says string
}

// tasksTakeFewSteps does what staff do: daily things in four steps at most, rare ones in six.
func tasksTakeFewSteps(b *tab, _ *testkit.Demo) {
	b.size(1360, 900)
	for _, k := range slices.Concat(dailyTasks(), rareTasks(), deskTasks()) {
		b.goTo("/admin/")
		w := &walk{b: b}
		k.do(w)
		b.says(k.says)
		if w.steps > k.most {
			b.t.Errorf("%s takes %d steps, more than %d", k.name, w.steps, k.most)
		}
	}
}

func nav(w *walk, name string) { w.goes("header nav a", name) }

const tomorrow = `section[aria-labelledby="h-tomorrow"] li`

func dailyTasks() []task {
	return []task{
		{"write to who has not confirmed for tomorrow", 4, func(w *walk) {
			w.goes(tomorrow+`:has(.warn) a[href^="/admin/contacts/"]`, "")
			w.fills(`section[aria-labelledby="h-write"] textarea`, "Does tomorrow still work?")
			w.goes(`section[aria-labelledby="h-write"] button`, "Send")
		}, "Sent."},
		{"log a call to them", 4, func(w *walk) {
			w.goes(tomorrow+`:has(.warn) a[href^="/admin/contacts/"]`, "")
			w.fills(`section[aria-labelledby="h-note"] textarea`, "Called, left word")
			w.goes(`section[aria-labelledby="h-note"] button`, "Log a call")
		}, "The call is noted."},
		{"move a one-on-one", 4, func(w *walk) {
			w.goes(tomorrow+` a[href^="/admin/meetings/"]`, "")
			w.fills(`section[aria-labelledby="h-move"] input[name=at]`, "2026-12-18T16:00")
			w.goes(`section[aria-labelledby="h-move"] button`, "Move it and tell both")
		}, "Fri Dec 18, 4 PM"},
		{"answer somebody who waits now", 4, func(w *walk) {
			w.opens("section.urgent summary", "")
			w.fills(`section.urgent details[open] input[name=words]`, "Yes, wait there: they are on their way.")
			w.goes(`section.urgent details[open] form[action$="/write"] button`, "Send")
		}, "Sent."},
		{"close a line", 4, func(w *walk) {
			w.opens(`section[aria-labelledby="h-waiting"] summary`, "")
			w.goes(`section[aria-labelledby="h-waiting"] details[open] button`, "Close")
		}, "Closed."},
		{"say who came", 4, func(w *walk) {
			w.opens(`section[aria-labelledby="h-week"] summary`, "who came?")
			w.goes(`section[aria-labelledby="h-week"] details[open] a[href^="/admin/events/"]`, "")
			w.opens(`#guests input[name=person]`, "")
			w.goes("#ticked button", "Save who came")
		}, "Noted for"},
		{"nudge about reports", 4, func(w *walk) {
			w.opens(`section[aria-labelledby="h-missing"] summary`, "")
			w.goes(`section[aria-labelledby="h-missing"] details[open] button`, "Nudge")
		}, "One text goes:"},
		{"read the newest reports", 4, func(w *walk) {
			nav(w, "Reports")
			w.goes(".tabs a", "To read")
		}, "Learned"},
		{"mark a promise kept", 4, func(w *walk) {
			nav(w, "Promises")
			w.goes(`form[action$="/close"] button`, "Kept")
		}, "Done."},
		{"take that back", 4, func(w *walk) {
			nav(w, "Promises")
			w.goes(`form[action$="/close"] button`, "Not kept")
			w.goes(".say button", "Undo")
		}, "It is open again."},
		{"mark a debrief done", 4, func(w *walk) {
			nav(w, "Promises")
			w.goes(`form[action$="/done"] button`, "Debrief done")
		}, "every report since the last debrief is covered"},
		{"put somebody on an event's list", 4, func(w *walk) {
			nav(w, "Events")
			w.goes(`main a[href^="/admin/events/"]`, "")
			w.fills(`section[aria-labelledby="h-guest"] input[name=name]`, "Jo Park")
			w.goes(`section[aria-labelledby="h-guest"] button`, "Add")
		}, "Jo Park"},
		{"see how it goes", 4, func(w *walk) { nav(w, "How it goes") }, "What became of one-on-ones"},
		{"see what is overdue", 4, func(w *walk) { nav(w, "Promises") }, "Overdue"},
	}
}

func rareTasks() []task {
	soon := time.Date(2026, 12, 21, 15, 0, 0, 0, time.UTC).Format("2006-01-02T15:04")
	return []task{
		{"hand over", 6, func(w *walk) {
			nav(w, "Organizers")
			w.goes("tbody a", "Kayla Kim")
			w.goes("main a", "Hand over to another organizer")
			w.b.do("choose", chromedp.Evaluate(`document.querySelector("select[name=to]").selectedIndex = 1`, nil))
			w.steps++
			w.goes("main form button", "Hand over what is ticked")
		}, "Handed to"},
		{"take that back", 6, func(w *walk) {
			nav(w, "Organizers")
			w.goes("tbody a", "Kayla Kim")
			w.goes(`form[action*="/hand-back/"] button`, "Take it back")
		}, "Kayla Kim has it again"},
		{"plan for an organizer", 6, func(w *walk) {
			w.goes(tomorrow+` a[href^="/admin/contacts/"]`, "")
			w.opens(`section[aria-labelledby="h-plan"] summary`, "")
			w.fills(`section[aria-labelledby="h-plan"] input[name=at]`, soon)
			w.goes(`section[aria-labelledby="h-plan"] button`, "Plan it")
		}, "Mon Dec 21, 3 PM"},
		{"add a contact", 6, func(w *walk) {
			nav(w, "Contacts")
			w.opens("main summary", "Add a contact")
			w.fills("input[name=name]", "Nia Ford")
			w.fills("input[name=phone]", "206-555-0391")
			w.goes(`form[action="/admin/contacts/new"] button`, "Add")
		}, "Nia Ford is added."},
		{"add an organizer", 6, func(w *walk) {
			nav(w, "Organizers")
			w.opens("main summary", "Add an organizer")
			w.fills("input[name=name]", "Bea Wu")
			w.fills("input[name=phone]", "206-555-0392")
			w.goes(`form[action="/admin/organizers/new"] button`, "Add")
		}, "Bea Wu is added"},
		{"make an event", 6, func(w *walk) {
			nav(w, "Events")
			w.opens("main summary", "Title, day, place")
			w.fills("input[name=title]", "Block party")
			w.fills("input[name=at]", soon)
			w.fills("input[name=place]", "Jefferson Park")
			w.goes(`form[action="/admin/events/new"] button`, "Make it")
		}, "The event is made."},
	}
}
