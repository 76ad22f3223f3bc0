package admin

import (
	"html"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/testkit"
)

func TestALanguageHoldsThePagesWhole(t *testing.T) {
	t.Parallel()
	g := newGrammar()
	for _, tag := range lang.Tags() {
		if file, err := lang.Page(tag); tag == lang.English || err == nil && file == "" {
			continue
		}
		in, err := tongueOf(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range append([]string{"parts"}, templateNames()...) {
			b, err := templates.ReadFile("templates/" + name + ".html")
			if err != nil {
				t.Fatal(err)
			}
			if _, lacks := g.translate(string(b), in); len(lacks) > 0 {
				t.Errorf("%s.html in %s lacks %q", name, tag, lacks)
			}
		}
	}
}

// TestALanguageHoldsWhatTheCodeSays has every act of the audit log and every event of a webhook in each language.
func TestALanguageHoldsWhatTheCodeSays(t *testing.T) {
	t.Parallel()
	said := []string{"command line"}
	for _, p := range pages() {
		said = append(said, p.title, p.menu)
		for _, d := range p.acts {
			said = append(said, d.what)
		}
	}
	for _, k := range webhook.Kinds() {
		said = append(said, k.Says)
	}
	for _, g := range wordGroups() {
		said = append(said, g.Title)
	}
	for _, name := range fieldNames() {
		said = append(said, name)
	}
	in, err := tongueOf(lang.Spanish)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range said {
		if s != "" && in.whole[s] == "" {
			t.Errorf("%q is not in Spanish", s)
		}
	}
}

func TestASentenceIsFoundWholeOrByItsPattern(t *testing.T) {
	t.Parallel()
	in, err := readTongue(lang.Spanish, "# a remark\nToday\nHoy\n\n{1} is added to {2}.\nEn {2} está {1}.\n\n"+
		"{1} contacts\n{1} contactos\n\n{1} and {2}\n{1} y {2}\n")
	if err != nil {
		t.Fatal(err)
	}
	for english, want := range map[string]string{
		"Today": "Hoy", "Ana is added to 3 contacts.": "En 3 contactos está Ana.", "Tomorrow": "Tomorrow", "Jo and Ana": "Jo and Ana", "": "",
	} {
		if got := in.say(english); got != want {
			t.Errorf("%q is %q, want %q", english, got, want)
		}
	}
	for _, bad := range []string{"Today\n\n", "Today\nHoy\nToday\nHoy\n", "{1} came\nalguien vino\n"} {
		if _, err := readTongue(lang.Spanish, bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestATemplatesWordsAreWrittenAndNothingElse(t *testing.T) {
	t.Parallel()
	in, err := readTongue(lang.Spanish, "For {1}, who is told\nPor {1}, a quien se avisa\n\nnot said yet\naún no se sabe\n\n"+
		"Nobody.\nNadie.\n\nName\nNombre\n")
	if err != nil {
		t.Fatal(err)
	}
	got, lacks := newGrammar().translate(`<p class="Name">{{if .A}}For {{.A}}, who is told{{else}}{{template "empty" "Nobody."}}{{end}}</p>`+
		`<dd>{{or .Place "not said yet"}}</dd><input name="Name" placeholder="Name"> {{.X}} · 12`, in)
	want := `<p class="Name">{{if .A}}Por {{.A}}, a quien se avisa{{else}}{{template "empty" "Nadie."}}{{end}}</p>` +
		`<dd>{{or .Place "aún no se sabe"}}</dd><input name="Name" placeholder="Nombre"> {{.X}} · 12`
	if got != want || len(lacks) > 0 {
		t.Errorf("%s lacks %q", got, lacks)
	}
}

// englishWords are words that no Spanish page holds but in what people wrote.
func englishWords() []string {
	return strings.Fields(`the and of is are was with who this that they their for from by it has have been one text texts report said your yet
none nobody somebody when what where how did not until ago day days hours here there contact promise event meeting asks asked answered added
changed sent open closed late on at an every which nothing anybody more than`)
}

var (
	theirs  = regexp.MustCompile(`(?s)<(\w+)[^>]*class="(?:words|line|[^"]* words)"[^>]*>.*?</\w+>|<(?:textarea|script|code)\b.*?</\w+>`)
	aTag    = regexp.MustCompile(`(?s)<[^>]*>`)
	aField  = regexp.MustCompile(`\{\w+\}`)
	heardIn = regexp.MustCompile(`(?:placeholder|aria-label|data-label|title)="([^"]*)"`)
	aWord   = regexp.MustCompile(`\p{L}+`)
	aHook   = regexp.MustCompile(`/admin/settings/webhooks/[0-9a-f-]{36}`)
	aLink   = regexp.MustCompile(`href="(/admin/[^"#]*)`)
)

// TestNoEnglishIsLeftOnASpanishPage goes wherever a link of the page leads, as somebody whose language is Spanish.
func TestNoEnglishIsLeftOnASpanishPage(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.livelyHouse()
	me := w.cookies[person.Staff]
	english := map[string]bool{"/admin/licences": true} // each as its authors wrote it
	todo, seen := []string{"/admin/", "/admin/search?q=mold", "/admin/imports"}, map[string]bool{}
	for len(todo) > 0 && len(seen) < 150 {
		path := todo[0]
		todo = todo[1:]
		if plain, _, _ := strings.Cut(path, "?"); seen[path] || english[plain] {
			continue
		}
		seen[path] = true
		out := w.get(me, path)
		body := out.Body.String()
		whole := strings.Contains(body, `<html lang="es">`) && !strings.Contains(body, `<main id="main" tabindex="-1" lang="en">`)
		if out.Code != http.StatusOK || !whole {
			t.Errorf("%s is not in Spanish (%d)", path, out.Code)
			continue
		}
		w.holdsNoEnglish(path, body)
		for _, m := range aLink.FindAllStringSubmatch(body, -1) {
			if strings.HasPrefix(m[1], "/admin/assets/") {
				continue
			}
			todo = append(todo, html.UnescapeString(m[1]))
		}
	}
	if len(seen) < 40 {
		t.Errorf("only %d pages were seen: %v", len(seen), slices.Sorted(maps.Keys(seen)))
	}
}

func (w *house) holdsNoEnglish(path, body string) {
	w.t.Helper()
	if left := englishOn(body); len(left) > 0 {
		w.t.Errorf("%s says %q", path, left)
	}
}

// TestNoEnglishIsLeftOnTheSpanishPagesOfAdmins looks at what only admins see, and at what acts there answer.
func TestNoEnglishIsLeftOnTheSpanishPagesOfAdmins(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	w.livelyHouse()
	w.speaksSpanish(admin, person.Admin)
	hook := url.Values{"url": {"https://example.org/hook"}, "event": {"meeting.planned", "report.filed"}}
	for path, form := range map[string]url.Values{
		"/admin/settings/webhooks/add":                     hook,
		"/admin/calendars/" + w.id(person.Admin) + "/link": {},
	} {
		out := w.post(admin, path, form)
		if out.Code != http.StatusOK {
			t.Fatalf("%s: %d", path, out.Code)
		}
		w.holdsNoEnglish(path, out.Body.String())
	}
	for _, path := range []string{
		"/admin/settings", "/admin/audit", "/admin/settings/wording", "/admin/settings/wording?group=report", "/admin/settings/wording?q=zzz",
		"/admin/settings/wording/first", "/admin/settings/wording/how_ask?en=no&es=no", "/admin/settings/webhooks", "/admin/calendars",
		"/admin/numbers", "/admin/numbers?organizer=" + w.id(person.Organizer), "/admin/people",
	} {
		out := w.get(admin, path)
		if out.Code != http.StatusOK || !strings.Contains(out.Body.String(), `<html lang="es">`) {
			t.Errorf("%s: %d", path, out.Code)
		}
		w.holdsNoEnglish(path, out.Body.String())
	}
	for _, one := range aHook.FindAllString(w.get(admin, "/admin/settings/webhooks").Body.String(), 1) {
		for _, act := range []string{"", "/test", "/off", "/secret", "/on", "/end"} {
			out := w.get(admin, one)
			if act != "" {
				out = w.post(admin, one+act, url.Values{"back": {one}})
			}
			if out.Code == http.StatusSeeOther {
				out = w.get(admin, out.Header().Get("Location"))
			}
			w.holdsNoEnglish(one+act, out.Body.String())
		}
	}
	for path, forms := range settingsForms() {
		for _, form := range forms {
			form.Set("back", "/admin/settings")
			if !form.Has("mark") {
				form.Set("mark", field(w.t, w.get(admin, "/admin/settings").Body.String(), "mark"))
			}
			out := w.post(admin, path, form)
			if out.Code == http.StatusSeeOther {
				out = w.get(admin, out.Header().Get("Location"))
			}
			w.holdsNoEnglish(path+"?"+form.Encode(), out.Body.String())
		}
	}
}

// settingsForms are right and wrong answers to the forms of Settings and of the wording.
func settingsForms() map[string][]url.Values {
	form := func(key, value string) url.Values {
		out := hours("09:00")
		out.Set("org", "RAP")
		out.Set("language", "es")
		out.Set("zone", "UTC")
		out.Set(key, value)
		return out
	}
	return map[string][]url.Values{
		"/admin/settings/save": {
			{"mark": {"of another day"}},
			form("org", ""), form("zone", "Nowhere"), form("staff_line", "x"),
			form("hours_from", "soon"), form("hours_from", "05:00"), form("hours_morning", "13:00"),
			form("goal", "x"), form("months", "1"), form("goal", "8"), form("goal", "8"), form("hours_from", "09:30"),
		},
		"/admin/settings/sending": {{"mode": {"off"}}, {"mode": {"team"}}, {"mode": {"on"}}},
		"/admin/settings/wording/first": {
			{"en": {"Hello"}, "es": {""}}, {"en": {"Hello {x}"}, "es": {strings.Repeat("a", 700)}},
		},
		"/admin/settings/wording/first/builtin": {{}},
	}
}

// englishOn returns what a page says in English, without what people wrote.
func englishOn(body string) []string {
	body = theirs.ReplaceAllString(strings.ReplaceAll(body, "send her the flyer", ""), " ") // what the house was told
	said := strings.Split(html.UnescapeString(aTag.ReplaceAllString(body, "\n")), "\n")
	for _, m := range heardIn.FindAllStringSubmatch(body, -1) {
		said = append(said, html.UnescapeString(m[1]))
	}
	var out []string
	for _, line := range said {
		for _, word := range aWord.FindAllString(aField.ReplaceAllString(strings.ToLower(line), ""), -1) {
			if slices.Contains(englishWords(), word) && !slices.Contains(out, strings.TrimSpace(line)) {
				out = append(out, strings.TrimSpace(line))
			}
		}
	}
	return out
}

// livelyHouse has one of most things, and a staff member who reads Spanish.
func (w *house) livelyHouse() {
	w.t.Helper()
	w.reported(true)
	w.refused()
	staff, organizer := w.cookies[person.Staff], w.people[person.Organizer]
	must := func(path string, form url.Values) string {
		w.t.Helper()
		out := w.post(staff, path, form)
		if out.Code != http.StatusSeeOther {
			w.t.Fatalf("%s: %d %s", path, out.Code, out.Body)
		}
		return out.Header().Get("Location")
	}
	contact := must("/admin/contacts/new", url.Values{
		"name": {"María Gómez"}, "phone": {"206-555-0181"}, "organizer": {organizer.ID.String()},
	})
	must("/admin/contacts/new", url.Values{"name": {"María Gómez"}, "phone": {"206-555-0182"}})
	at := testkit.Now().AddDate(0, 0, 6).UTC()
	noon := time.Date(at.Year(), at.Month(), at.Day(), 12, 0, 0, 0, time.UTC).Format(inputTime)
	must(contact+"/plan", url.Values{"at": {noon}, "place": {"Cafe Presse"}})
	must(contact+"/note", url.Values{"note": {"she prefers mornings"}, "kind": {"call"}})
	event := must("/admin/events/new", url.Values{"title": {"Asamblea"}, "at": {noon}, "place": {"Sala"}})
	must(event+"/guest", url.Values{"name": {"María Gómez"}, "phone": {"206-555-0181"}})
	for i := range 3 {
		w.hears(i, "who can tell me about the rent?")
	}
	must("/admin/attention/"+w.open()[0].ID.String()+"/later", url.Values{"until": {"week"}})
	must("/admin/attention/"+w.open()[0].ID.String()+"/done", url.Values{"word": {"done by phone"}})
	w.upload("gente.csv", "Nombre,Celular\nPat Poe,206-555-0161\nDi Short,555-0302\n")
	w.speaksSpanish(staff, person.Staff)
}

func (w *house) id(r person.Role) string { return w.people[r].ID.String() }

// speaksSpanish gives somebody who works here Spanish as the language of their record.
func (w *house) speaksSpanish(cookie string, r person.Role) {
	w.t.Helper()
	at := contactHref(w.people[r].ID)
	version := regexp.MustCompile(`name="version" value="([0-9]+)"`).FindStringSubmatch(w.get(cookie, at).Body.String())
	if version == nil {
		w.t.Fatal("one's own record cannot be changed")
	}
	out := w.post(cookie, at+"/edit", url.Values{"version": {version[1]}, "name": {w.people[r].Name}, "language": {"es"}})
	if out.Code != http.StatusSeeOther {
		w.t.Fatalf("%d %s", out.Code, out.Body)
	}
}
