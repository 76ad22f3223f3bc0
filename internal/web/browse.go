package web

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
)

// smallest is the least page worth compressing: below it the header costs what is won.
const smallest = 1 << 10

// Page writes HTML, compressed where the browser takes it.
func Page(c echo.Context, code int, body []byte) error {
	h := c.Response().Header()
	h.Add("Vary", "Accept-Encoding")
	if len(body) < smallest || !strings.Contains(c.Request().Header.Get("Accept-Encoding"), "gzip") {
		return c.HTMLBlob(code, body)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(body); err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	h.Set("Content-Encoding", "gzip")
	return c.HTMLBlob(code, b.Bytes())
}

// streams reports whether an address has no end to wait for.
func streams(path string) bool {
	return strings.HasSuffix(path, "/live") || strings.HasPrefix(path, "/sim/") && strings.HasSuffix(path, "/events")
}

// headAsGet answers HEAD as GET does: the handler sees a GET, and the server, which knows the request as it came, leaves the body out.
// Streams have no end to wait for.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead && !streams(r.URL.Path) {
			get := *r
			get.Method = http.MethodGet
			r = &get
		}
		next.ServeHTTP(w, r)
	})
}

// allowed returns the methods that an address takes, in the alphabet's order; none where nothing is. A word that stands in a route is
// meant before what any word fits.
func allowed(c echo.Context) []string {
	path, best := c.Request().URL.Path, -1
	var list []string
	for _, r := range c.Echo().Routes() {
		words, ok := fits(r.Path, path)
		switch {
		case !ok || r.Method == echo.RouteNotFound || words < best:
			continue
		case words > best:
			best, list = words, nil
		}
		if list = append(list, r.Method); r.Method == http.MethodGet && !streams(path) {
			list = append(list, http.MethodHead) // headAsGet answers it
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// fits reports whether an address is one of a route's, and how many words they share.
func fits(route, path string) (words int, ok bool) {
	want, got := strings.Split(route, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return 0, false
	}
	for i, w := range want {
		switch {
		case w == got[i]:
			words++
		case !strings.HasPrefix(w, ":") || got[i] == "":
			return 0, false
		}
	}
	return words, true
}

// WrongMethod reports whether an address is there with other methods than this one; Allow says with which.
func WrongMethod(c echo.Context) bool {
	list := allowed(c)
	if len(list) == 0 || slices.Contains(list, c.Request().Method) {
		return false
	}
	c.Response().Header().Set("Allow", strings.Join(list, ", "))
	return true
}

// Astray answers an address that is there with another method, and leaves all else to next. A group of routes has it, since its router
// would only know that there is no such route.
func Astray(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		switch {
		case !WrongMethod(c):
			return next(c)
		case c.Request().Method == http.MethodOptions:
			return c.NoContent(http.StatusNoContent)
		}
		return echo.ErrMethodNotAllowed
	}
}

// icon is what browsers ask for on every page.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">` +
	`<rect width="32" height="32" rx="8" fill="#1f6f5c"/><path d="M8 9h16v11H15l-5 4v-4H8z" fill="#fff"/></svg>`

func favicon(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "public, max-age=86400")
	return c.Blob(http.StatusOK, "image/svg+xml", []byte(icon))
}

// wantsPage reports whether a person's browser asks, rather than a program.
func wantsPage(r *http.Request) bool { return strings.Contains(r.Header.Get("Accept"), "text/html") }

// faultPage tells a person what happened and where to go on.
func faultPage(c echo.Context, code int, id string) error {
	said := "Something went wrong on our side. Please try again."
	switch code {
	case http.StatusNotFound:
		said = "There is no such page."
	case http.StatusMethodNotAllowed:
		said = "This page cannot be opened so."
	}
	h := c.Response().Header()
	h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	body := `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
		`<meta name="color-scheme" content="light dark">` +
		`<title>` + said + `</title></head><body><main><h1>` + said +
		`</h1><p><a href="/about">Who texts, and why</a></p><p><a href="/admin/">Staff: sign in</a></p>` +
		`<p><small>If you tell somebody about it, tell them this: ` + html.EscapeString(id) + `</small></p></main></body></html>`
	return c.HTML(code, body)
}
