// Package report is the page of one report's draft, at /r/<token>: the same draft that the texts write. It needs no sign-in, since the link
// went to the organizer's own phone, and no script.
package report

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	form "github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

//go:embed page.html style.css
var files embed.FS

// Drafts is what the page needs of the service.
type Drafts interface {
	OpenReport(ctx context.Context, token string) (app.ReportForm, error)
	FillReport(ctx context.Context, f app.ReportForm, fields map[string]string, file bool) error
}

// maxBody bounds what a form may send.
const maxBody = 512 << 10

// Page serves the drafts.
type Page struct {
	drafts Drafts
	view   *template.Template
	css    []byte
	guard  *http.CrossOriginProtection
}

// New parses the page.
func New(d Drafts) (*Page, error) {
	view, err := template.ParseFS(files, "page.html")
	if err != nil {
		return nil, fmt.Errorf("report page: %w", err)
	}
	css, err := files.ReadFile("style.css")
	if err != nil {
		return nil, fmt.Errorf("report page: %w", err)
	}
	return &Page{drafts: d, view: view, css: css, guard: http.NewCrossOriginProtection()}, nil
}

// Mount adds the page.
func (p *Page) Mount(e *echo.Echo) {
	g := e.Group("/r", p.strict)
	g.GET("/style.css", func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "public, max-age=3600")
		return c.Blob(http.StatusOK, "text/css; charset=utf-8", p.css)
	})
	g.GET("/:token", p.show)
	g.POST("/:token", p.save)
	g.RouteNotFound("/*", web.Astray(echo.NotFoundHandler))
}

// strict gives every answer the policy of a page that holds people's words.
func (p *Page) strict(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		h.Set("X-Robots-Tag", "noindex, nofollow")
		if err := p.guard.Check(c.Request()); err != nil {
			return fmt.Errorf("%w: another site's page", web.ErrForbidden)
		}
		c.Request().Body = http.MaxBytesReader(c.Response(), c.Request().Body, maxBody)
		return next(c)
	}
}

// field is one line of the page.
type field struct {
	Name, Label, Hint, Value string
	Long, Day                bool
	Choices                  []choice // of a yes or no
	Review                   bool
}

type choice struct {
	Value, Text string
	Here        bool
}

// page is what the template shows.
type page struct {
	Lang   string
	T      words
	Who    string
	Fields []field
	Saved  bool
	Filed  bool
	Gone   bool
}

func (p *Page) show(c echo.Context) error {
	f, err := p.drafts.OpenReport(c.Request().Context(), c.Param("token"))
	switch {
	case errors.Is(err, app.ErrNotFound):
		return p.render(c, http.StatusNotFound, page{Lang: "en", T: wordsIn(lang.English), Gone: true})
	case err != nil:
		return err
	}
	return p.render(c, http.StatusOK, pageOf(f, c.QueryParam("saved") != ""))
}

func (p *Page) save(c echo.Context) error {
	ctx := c.Request().Context()
	f, err := p.drafts.OpenReport(ctx, c.Param("token"))
	switch {
	case errors.Is(err, app.ErrNotFound):
		return p.render(c, http.StatusNotFound, page{Lang: "en", T: wordsIn(lang.English), Gone: true})
	case err != nil:
		return err
	}
	if err := c.Request().ParseForm(); err != nil {
		var big *http.MaxBytesError
		if errors.As(err, &big) {
			return fmt.Errorf("%w: a form", web.ErrTooLarge)
		}
		return fmt.Errorf("%w: a form", web.ErrBadRequest)
	}
	fields := map[string]string{}
	for _, l := range form.Form() {
		if v, ok := c.Request().PostForm[string(l.Name)]; ok && len(v) == 1 {
			fields[string(l.Name)] = v[0]
		}
	}
	if !f.Filed {
		err = p.drafts.FillReport(ctx, f, fields, c.Request().PostForm.Get("do") == "file")
		if err != nil && !errors.Is(err, app.ErrRefusedAct) {
			return err
		}
	}
	return c.Redirect(http.StatusSeeOther, "/r/"+c.Param("token")+"?saved=1")
}

func pageOf(f app.ReportForm, saved bool) page {
	out := page{Lang: string(f.Language), T: wordsIn(f.Language), Who: f.Contact, Saved: saved, Filed: f.Filed}
	if a := f.Draft.Answers[form.Contact]; out.Who == "" {
		out.Who = a.Understood()
	}
	for _, l := range form.Form() {
		if l.Name == form.Organizer || l.Name == form.Event || l.Name == form.Rest {
			continue
		}
		a := f.Draft.Answers[l.Name]
		it := field{
			Name: string(l.Name), Label: labelOf(f.Language, l.Name), Hint: hintOf(f.Language, l),
			Value: form.PageWords(l, a), Long: l.Shape == form.Open, Review: a.NeedsReview,
		}
		if _, ok := when.ParseDate(it.Value); l.Shape == form.Day && (ok || it.Value == "") { // what is kept as written stays readable
			it.Day, it.Hint = true, ""
		}
		if l.Shape == form.YesNo {
			it.Choices, it.Hint = choicesOf(f.Language, it.Value), ""
		}
		out.Fields = append(out.Fields, it)
	}
	return out
}

// hintOf says how an answer can look; the staff's names are not shown on a page that needs no sign-in.
// What only a text needs is not in it: here an answer is left empty, and nothing is asked next.
func hintOf(tag lang.Tag, l form.Field) string {
	switch {
	case l.Shape == form.StaffName:
		return wordsIn(tag).Name
	case l.Name == form.Learned:
		return ""
	}
	return wordsIn(tag).Empty.Replace(lang.Text(tag, lang.Explain(string(l.Name)), "staff", ""))
}

func (p *Page) render(c echo.Context, status int, data page) error {
	var b bytes.Buffer
	if err := p.view.Execute(&b, data); err != nil {
		return fmt.Errorf("render report page: %w", err)
	}
	return web.Page(c, status, b.Bytes())
}
