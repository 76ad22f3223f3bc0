package admin

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/web"
)

//go:embed templates/*.html
var templates embed.FS

// views holds the parsed templates: one set a page, each with the shared parts.
type views struct {
	tongue *tongue
	layout *template.Template
	pages  map[string]*template.Template
}

// frame is what the layout shows around a page.
type frame struct {
	Title         string
	Menu          []menuItem
	Who           string
	Role          string
	Say           string
	Refused       bool
	Banner        string // while texts do not go to everybody
	Undo, Here    string // where what was said can be taken back, and the page to come back to
	Live          string // where to hear of changes since this page was read; "" is not asked for
	CSS, JS, Icon string
	Body          template.HTML
	Lang, BodyIn  lang.Tag // of the frame, and of the page where that is another
}

type menuItem struct {
	Text, Href string
	Here       bool
}

// base is what every page's struct begins with.
type base struct {
	MayChange bool
	MayAdmin  bool
	Here      string            // this page's own address, for forms that come back to it
	Typed     map[string]string // what was typed into a form that was refused
	Kept      viewBar           // what the visitor keeps of this list
}

// Shown is what a field of a form shows: what was typed when the form was refused, an emptied field too, else what is on record.
func (b base) Shown(field, stored string) string {
	if s, ok := b.Typed[field]; ok {
		return s
	}
	return stored
}

func (v *visit) base() base {
	return base{MayChange: v.may(anyStaff), MayAdmin: v.may(onlyAdmin), Here: v.here(), Typed: v.typed, Kept: v.views}
}

// ExportHref is where a list's download goes, with the list's filters.
func (b base) ExportHref() string {
	path, query, found := strings.Cut(b.Here, "?")
	if found {
		return path + "/export?" + query
	}
	return path + "/export"
}

// here is the address of the page that is shown, also when it is shown again after a refused act.
func (v *visit) here() string {
	if back := v.form("back"); v.refused && ownPath(back) {
		return back
	}
	return v.c.Request().URL.RequestURI()
}

// loadViews reads the templates once a process.
//
//nolint:gochecknoglobals // they are built in, and nothing changes them
var loadViews = sync.OnceValues(readViews)

// readViews reads the templates of every language. A page that a language's file does not hold whole is not there in it: half a page in
// each of two languages would help nobody.
func readViews() (map[lang.Tag]*views, error) {
	out := map[lang.Tag]*views{}
	for _, tag := range lang.Tags() {
		t, err := tongueOf(tag)
		if err != nil {
			return nil, err
		}
		v, err := loadTongue(t)
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[tag] = v
		}
	}
	return out, nil
}

// tongueOf reads a language's file of the page; English needs none.
func tongueOf(tag lang.Tag) (*tongue, error) {
	if tag == lang.English {
		return &tongue{tag: tag}, nil
	}
	file, err := lang.Page(tag)
	if err != nil {
		return nil, fmt.Errorf("the page in %s: %w", tag, err)
	}
	return readTongue(tag, file)
}

// templateNames are the names of all templates beside the shared parts.
func templateNames() []string {
	names := []string{"layout", "signin", "first", "second", "enrol", "codes", "fault"}
	for _, p := range pages() {
		if p.name != "" {
			names = append(names, p.name)
		}
	}
	return names
}

// loadTongue parses the templates in one language; none when it lacks the frame and the parts that all pages share.
func loadTongue(t *tongue) (*views, error) {
	g := newGrammar()
	source := func(name string) (string, bool, error) {
		b, err := templates.ReadFile("templates/" + name + ".html")
		if err != nil || t.tag == lang.English {
			return string(b), err == nil, err
		}
		words, lacks := g.translate(string(b), t)
		return words, len(lacks) == 0, nil
	}
	shared, ok, err := source("parts")
	if err != nil || !ok {
		return nil, err
	}
	parts, err := template.New("parts").Funcs(partFuncs(t)).Parse(shared)
	if err != nil {
		return nil, fmt.Errorf("parts: %w", err)
	}
	v := &views{tongue: t, pages: map[string]*template.Template{}}
	for _, n := range templateNames() {
		body, ok, err := source(n)
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", n, err)
		}
		if !ok {
			continue
		}
		set, err := parts.Clone()
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", n, err)
		}
		if v.pages[n], err = set.New(n + ".html").Parse(body); err != nil {
			return nil, fmt.Errorf("template %s: %w", n, err)
		}
	}
	if v.layout = v.pages["layout"]; v.layout == nil {
		return nil, nil
	}
	return v, nil
}

// speaks returns the templates in which a page is shown to who reads a language: that one's, or the English ones.
func (a *Admin) speaks(tag lang.Tag, name string) *views {
	if v := a.views[tag]; v != nil && (name == "" || v.pages[name] != nil) {
		return v
	}
	return a.views[lang.English]
}

// body renders a page's own part.
func (w *views) body(name string, data any) (template.HTML, error) {
	t := w.pages[name]
	if t == nil {
		return "", fmt.Errorf("no template %q", name)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return "", fmt.Errorf("template %s: %w", name, err)
	}
	return template.HTML(b.String()), nil //nolint:gosec // html/template escaped it
}

// render writes a page whole or not at all.
func (v *visit) render(code int, p pageDef, data any) error {
	in, frameIn := v.a.speaks(v.who.Language, p.name), v.a.speaks(v.who.Language, "")
	body, err := in.body(p.name, data)
	if err != nil {
		return err
	}
	f := frame{
		Lang: frameIn.tongue.tag, BodyIn: in.tongue.tag, Title: in.tongue.say(p.title),
		Who: v.who.Name, Role: string(v.role), Say: v.said, Refused: v.refused,
		Live: Root + "/live?since=" + url.QueryEscape(v.since), Body: body,
	}
	f.Banner = v.banner()
	if t, ok := data.(interface{ pageTitle() string }); ok {
		f.Title = in.tongue.fits(t.pageTitle()) // a name is nobody's sentence
	}
	if t, ok := data.(interface{ shownOnce() bool }); p.still || ok && t.shownOnce() { // "something changed, show it" would take it away
		f.Live = ""
	}
	if f.Say == "" && v.session.Flash != "" {
		f.Say, f.Refused = strings.CutPrefix(v.session.Flash, "!")
		f.Say, f.Undo, _ = strings.Cut(f.Say, flashUndo)
		f.Here = v.here()
		v.session.Flash = ""
		if err := v.a.Staff.SaveSession(v.ctx(), v.session); err != nil {
			return fmt.Errorf("forget what was said: %w", err)
		}
	}
	for _, q := range pages() {
		if q.menu != "" && v.may(q.least) {
			f.Menu = append(f.Menu, menuItem{Text: q.menu, Href: Root + q.path, Here: q.menu == p.menu || q.menu == under(p.path)})
		}
	}
	f.Banner, f.Say = frameIn.tongue.say(f.Banner), frameIn.tongue.say(f.Say)
	for i, m := range f.Menu {
		f.Menu[i].Text = frameIn.tongue.say(m.Text)
	}
	return v.a.write(v.c, code, f)
}

// under names the menu entry whose page a detail page belongs to.
func under(path string) string {
	for _, q := range pages() {
		if q.menu != "" && q.path != "/" && strings.HasPrefix(path, q.path+"/") {
			return q.menu
		}
	}
	return ""
}

func (a *Admin) write(c echo.Context, code int, f frame) error {
	f.CSS, f.JS, f.Icon = a.assets.href("app.css"), a.assets.href("app.js"), a.assets.href("icon.svg")
	var b bytes.Buffer
	if err := a.speaks(f.Lang, "").layout.Execute(&b, f); err != nil {
		return fmt.Errorf("layout: %w", err)
	}
	return web.Page(c, code, b.Bytes())
}

// plain renders a page for somebody who is not signed in, in the language that their browser asks for.
func (a *Admin) plain(c echo.Context, code int, name, title string, data any) error {
	in := a.speaks(wanted(c), name)
	body, err := in.body(name, data)
	if err != nil {
		return err
	}
	return a.write(c, code, frame{Lang: in.tongue.tag, BodyIn: in.tongue.tag, Title: in.tongue.say(title), Body: body})
}

// wanted is the first language that a browser asks for.
func wanted(c echo.Context) lang.Tag {
	first, _, _ := strings.Cut(c.Request().Header.Get("Accept-Language"), ",")
	first, _, _ = strings.Cut(strings.TrimSpace(first), ";")
	tag, _ := lang.ParseTag(first)
	return tag
}

// faultData is what the page of a fault shows: never the error itself.
type faultData struct {
	Head, Words, ID string
}

// fault answers with a page, or with a piece of one where htmx asked for a piece: htmx swaps what comes with any status.
func (a *Admin) fault(c echo.Context, code int, id string) error {
	d := faultData{Head: "Something went wrong", Words: "It is our fault, and it is noted. Please try again.", ID: id}
	switch code {
	case http.StatusNotFound:
		d.Head, d.Words = "There is no such page", "What was here may be erased, or the address is not whole. Start again from Today, or "+
			"search for a name."
	case http.StatusMethodNotAllowed:
		d.Head, d.Words = "This address does something, and shows nothing", "Go back to the page where its button stands."
	case http.StatusForbidden:
		d.Head, d.Words = "This page is for others", "Your role does not open it. Ask an admin if you need it."
	case http.StatusRequestEntityTooLarge:
		d.Head, d.Words = "That is too much at once", "Please send less."
	case http.StatusBadRequest:
		d.Head, d.Words = "That could not be read", "Please go back and try again."
	case http.StatusConflict:
		d.Head, d.Words = "Somebody else was faster", "What you looked at has changed. Please look again."
	case http.StatusServiceUnavailable:
		d.Head, d.Words = "We cannot reach the database", "Texts are kept and nothing is lost. Please try again in a minute."
	}
	in := a.speaks(wanted(c), "fault")
	d.Head, d.Words = in.tongue.say(d.Head), in.tongue.say(d.Words)
	body, err := in.body("fault", d)
	if err != nil {
		return err
	}
	if c.Request().Header.Get("HX-Request") == "true" && c.Request().Header.Get("HX-Request-Type") != "full" {
		return c.HTML(code, string(body))
	}
	return a.write(c, code, frame{Lang: in.tongue.tag, BodyIn: in.tongue.tag, Title: d.Head, Body: body})
}
