package admin

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
)

//go:embed assets
var files embed.FS

// vendored is where the pinned htmx lies; VENDOR.md says whence.
const vendored = "assets/htmx-4.0.1/"

// asset is one file under a name that changes with its bytes, so that a browser may keep it for ever.
type asset struct {
	kind        string
	body, small []byte
}

type assets struct {
	byName map[string]asset  // app-0123abcd.css
	hrefs  map[string]string // app.css
}

func loadAssets() (*assets, error) {
	a := &assets{byName: map[string]asset{}, hrefs: map[string]string{}}
	// One script: in several, htmx may start before its extension is there.
	for _, f := range []struct {
		name, kind string
		parts      []string
	}{
		{"app.css", "text/css; charset=utf-8", []string{"assets/app.css"}},
		{"app.js", "text/javascript; charset=utf-8", []string{vendored + "htmx.min.js", vendored + "hx-sse.min.js", "assets/app.js"}},
		{"icon.svg", "image/svg+xml", []string{"assets/icon.svg"}},
	} {
		var b bytes.Buffer
		for _, p := range f.parts {
			part, err := files.ReadFile(p)
			if err != nil {
				return nil, fmt.Errorf("asset %s: %w", p, err)
			}
			b.Write(part)
			b.WriteByte('\n')
		}
		if err := a.add(f.name, f.kind, b.Bytes()); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *assets) add(name, kind string, body []byte) error {
	var z bytes.Buffer
	w, err := gzip.NewWriterLevel(&z, gzip.BestCompression)
	if err != nil {
		return fmt.Errorf("asset %s: %w", name, err)
	}
	if _, err := w.Write(body); err != nil {
		return fmt.Errorf("asset %s: %w", name, err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("asset %s: %w", name, err)
	}
	sum := sha256.Sum256(body)
	stem, ext, _ := strings.Cut(name, ".")
	hashed := stem + "-" + hex.EncodeToString(sum[:6]) + "." + ext
	a.byName[hashed] = asset{kind: kind, body: body, small: z.Bytes()}
	a.hrefs[name] = Root + "/assets/" + hashed
	return nil
}

func (a *assets) href(name string) string { return a.hrefs[name] }

func (a *Admin) asset(c echo.Context) error {
	f, ok := a.assets.byName[c.Param("name")]
	if !ok {
		return app.ErrNotFound
	}
	h := c.Response().Header()
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	if strings.Contains(c.Request().Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		return c.Blob(http.StatusOK, f.kind, f.small)
	}
	return c.Blob(http.StatusOK, f.kind, f.body)
}
