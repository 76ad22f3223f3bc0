//go:build browser

package browser

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	cdp "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// deskTasks are what an office does now and then, with files and wordings.
func deskTasks() []task {
	return []task{
		{"write and file a report for an organizer", 6, func(w *walk) {
			w.opens(`section[aria-labelledby="h-missing"] summary`, "")
			w.goes(`section[aria-labelledby="h-missing"] details[open] a[href^="/admin/meetings/"]`, "")
			w.goes(`section[aria-labelledby="h-held"] button`, "They met: write the report")
			w.fills("textarea[name=learned]", "They want the heat back before the holidays")
			w.goes("main form button", "file it for")
		}, "Filed."},
		{"change the wording of a text", 6, func(w *walk) {
			nav(w, "Settings")
			w.goes("main a", "The wording of every text")
			w.goes("main tbody a", "Change this text")
			w.fills("textarea[name=en]", "Hi {first}, this is {org} for {organizer}. {ofirst} hopes to talk with you {when}{place}, "+
				"about {minutes} min.{choose} Reply 1 if that works, 2 for another time, 3 if you can't. Or just write. STOP to opt out.")
			w.goes("main form button", "Save")
		}, "Saved. Texts from now on say so."},
		{"go back to the built-in wording", 6, func(w *walk) {
			nav(w, "Settings")
			w.goes("main a", "The wording of every text")
			w.goes("main tbody a", "Change this text")
			w.goes("main form button", "Back to the built-in wording")
		}, "The built-in wording is back."},
		{"import a file of contacts", 6, func(w *walk) {
			nav(w, "Contacts")
			w.goes("main a", "Import a file")
			w.uploads("input[name=file]", "list.csv", "Name,Mobile number (primary)\nPia Holm,206-555-0395\nTess Ode,206-555-0396\n")
			w.goes("main form button", "Preview")
			w.goes("main form button", "Import these rows")
		}, "2 added"},
		{"export contacts for a spreadsheet", 4, func(w *walk) {
			nav(w, "Contacts")
			w.downloads(`section[aria-labelledby="h-shown"] button`, "Download", "Pia Holm")
		}, "Contacts"},
		{"add staff", 6, func(w *walk) {
			nav(w, "People")
			w.fills(`section[aria-labelledby="h-add"] input[name=name]`, "Ines Vale")
			w.fills(`section[aria-labelledby="h-add"] input[name=phone]`, "206-555-0397")
			w.fills(`section[aria-labelledby="h-add"] select[name=role]`, "staff")
			w.goes(`section[aria-labelledby="h-add"] button`, "Add")
		}, "A link for Ines Vale"},
		{"see how the month went, and take it along", 6, func(w *walk) {
			nav(w, "How it goes")
			w.fills("input[name=from]", "2026-11-30")
			w.fills("input[name=to]", "2026-12-27")
			w.goes("main form button", "Show")
			w.downloads("main form button", "Download these weeks", "week_from,held")
		}, "Mon Nov 30 to Sun Dec 27"},
	}
}

// uploads chooses a file.
func (w *walk) uploads(css, name, content string) {
	w.b.t.Helper()
	w.steps++
	path := filepath.Join(w.b.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		w.b.t.Fatal(err)
	}
	w.b.do("choose a file", chromedp.SetUploadFiles(css, []string{path}, chromedp.ByQuery))
}

// downloads clicks what gives a file, and fails unless that holds some words.
func (w *walk) downloads(css, words, holds string) {
	w.b.t.Helper()
	w.steps++
	dir := w.b.t.TempDir()
	ctx, cancel := context.WithTimeout(w.b.ctx, 20*time.Second)
	defer cancel()
	got := make(chan string, 1)
	chromedp.ListenTarget(ctx, func(e any) {
		if p, ok := e.(*cdp.EventDownloadProgress); ok && p.State == cdp.DownloadProgressStateCompleted {
			select {
			case got <- p.GUID:
			default: // said twice
			}
		}
	})
	w.b.do("download by "+words,
		cdp.SetDownloadBehavior(cdp.SetDownloadBehaviorBehaviorAllowAndName).WithDownloadPath(dir).WithEventsEnabled(true),
		chromedp.Evaluate(the(css, words)+".click()", nil))
	select {
	case guid := <-got:
		b, err := os.ReadFile(filepath.Join(dir, guid))
		if err != nil || !strings.Contains(string(b), holds) {
			w.b.t.Fatalf("the file lacks %q: %v %s", holds, err, b)
		}
	case <-ctx.Done():
		w.b.t.Fatalf("no file came by %s %q", css, words)
	}
}
