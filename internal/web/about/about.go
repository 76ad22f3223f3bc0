// Package about is the public page that says who texts, why, who reads the answers, how to stop and what is kept: in English and in
// Spanish, without sign-in, without a script. It knows nothing of the people.
package about

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/web"
)

// Facts are what the page says of the organization.
type Facts struct {
	Org       string
	Number    string // that texts come from, as people write it; "" when the provider picks one
	StaffLine string // that people may call; "" when there is none
	Language  lang.Tag
	Tools     bool // other programs of the organization get names, numbers and words: webhooks with whole records
}

// page is what about.html reads.
type page struct {
	Facts
	Lang  lang.Tag
	Other lang.Tag
	Words words
}

//go:embed about.html about.css
var files embed.FS

// Mount adds /about to a router. The facts are asked for each time: the Settings page changes them.
func Mount(e *echo.Echo, facts func(ctx context.Context) (Facts, error)) error {
	t, err := template.ParseFS(files, "about.html")
	if err != nil {
		return fmt.Errorf("page about: %w", err)
	}
	css, err := files.ReadFile("about.css")
	if err != nil {
		return fmt.Errorf("page about: %w", err)
	}
	e.GET("/about", func(c echo.Context) error {
		f, err := facts(c.Request().Context())
		if err != nil {
			return fmt.Errorf("facts of the organization: %w", err)
		}
		tag := choose(c.QueryParam("lang"), c.Request().Header.Get("Accept-Language"), f.Language)
		p := page{Facts: f, Lang: tag, Other: lang.Spanish, Words: english(f)}
		if tag == lang.Spanish {
			p.Other, p.Words = lang.English, spanish(f)
		}
		var b bytes.Buffer
		if err := t.Execute(&b, p); err != nil {
			return fmt.Errorf("page about: %w", err)
		}
		h := headers(c)
		h.Set("Content-Language", string(tag))
		h.Add("Vary", "Accept-Language")
		return web.Page(c, http.StatusOK, b.Bytes())
	})
	e.GET("/about/about.css", func(c echo.Context) error {
		headers(c).Set("Cache-Control", "public, max-age=3600")
		return c.Blob(http.StatusOK, "text/css; charset=utf-8", css)
	})
	return nil
}

// headers allow the page its own style sheet and nothing else.
func headers(c echo.Context) http.Header {
	h := c.Response().Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	return h
}

// choose takes the language that is asked for, else the browser's favourite among ours (RFC 9110, 12.5.4), else the organization's.
func choose(asked, accept string, org lang.Tag) lang.Tag {
	if t, ok := lang.ParseTag(asked); ok {
		return t
	}
	best, found := 0.0, lang.Tag("")
	for part := range strings.SplitSeq(accept, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := 1.0
		if v, ok := strings.CutPrefix(strings.TrimSpace(params), "q="); ok {
			var err error
			if q, err = strconv.ParseFloat(v, 64); err != nil {
				continue
			}
		}
		if t, ok := lang.ParseTag(strings.TrimSpace(name)); ok && q > best {
			best, found = q, t
		}
	}
	switch {
	case found != "":
		return found
	case org != "":
		return org
	}
	return lang.English
}
