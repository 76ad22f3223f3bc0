package admin

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/web"
)

//go:embed templates/*.html
var templates embed.FS

// views holds the parsed templates: one set a page, each with the shared parts.
type views struct {
	layout *template.Template
	pages  map[string]*template.Template
}

// frame is what the layout shows around a page.
type frame struct {
	Title         string
	Menu          []menuItem
	Who           string
	Role          person.Role
	Say           string
	Refused       bool
	Banner        string // while texts do not go to everybody
	Undo, Here    string // where what was said can be taken back, and the page to come back to
	Live          string // where to hear of changes since this page was read; "" is not asked for
	CSS, JS, Icon string
	Body          template.HTML
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
}

// Shown is what a field of a form shows: what was typed when the form was refused, an emptied field too, else what is on record.
func (b base) Shown(field, stored string) string {
	if s, ok := b.Typed[field]; ok {
		return s
	}
	return stored
}

func (v *visit) base() base {
	return base{MayChange: v.may(anyStaff), MayAdmin: v.may(onlyAdmin), Here: v.here(), Typed: v.typed}
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

func loadViews(a *assets) (*views, error) {
	parts, err := template.New("parts").Funcs(partFuncs()).ParseFS(templates, "templates/parts.html")
	if err != nil {
		return nil, fmt.Errorf("parts: %w", err)
	}
	v := &views{pages: map[string]*template.Template{}}
	names := []string{"layout", "signin", "first", "second", "enrol", "codes", "fault"}
	for _, p := range pages() {
		if p.name != "" {
			names = append(names, p.name)
		}
	}
	for _, n := range names {
		set, err := parts.Clone()
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", n, err)
		}
		if set, err = set.ParseFS(templates, "templates/"+n+".html"); err != nil {
			return nil, fmt.Errorf("template %s: %w", n, err)
		}
		v.pages[n] = set.Lookup(n + ".html")
	}
	v.layout = v.pages["layout"]
	_ = a
	return v, nil
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
	body, err := v.a.views.body(p.name, data)
	if err != nil {
		return err
	}
	f := frame{
		Title: p.title, Who: v.who.Name, Role: v.role, Say: v.say, Refused: v.refused,
		Live: Root + "/live?since=" + url.QueryEscape(v.since), Body: body,
	}
	f.Banner = v.banner()
	if t, ok := data.(interface{ pageTitle() string }); ok {
		f.Title = t.pageTitle()
	}
	if t, ok := data.(interface{ shownOnce() bool }); ok && t.shownOnce() { // "something changed, show it" would take it away
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
	if err := a.views.layout.Execute(&b, f); err != nil {
		return fmt.Errorf("layout: %w", err)
	}
	return web.Page(c, code, b.Bytes())
}

// plain renders a page for somebody who is not signed in.
func (a *Admin) plain(c echo.Context, code int, name, title string, data any) error {
	body, err := a.views.body(name, data)
	if err != nil {
		return err
	}
	return a.write(c, code, frame{Title: title, Body: body})
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
	body, err := a.views.body("fault", d)
	if err != nil {
		return err
	}
	if c.Request().Header.Get("HX-Request") == "true" && c.Request().Header.Get("HX-Request-Type") != "full" {
		return c.HTML(code, string(body))
	}
	return a.write(c, code, frame{Title: d.Head, Body: body})
}
