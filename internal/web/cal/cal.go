// Package cal serves calendar feeds at /cal/<token>.ics, which calendar programs fetch by themselves, without a session: the link is the
// key. It keeps nothing and logs no link.
package cal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/ical"
)

// Mount adds the feeds. open returns the feed of a link, app.ErrNotFound when there is none.
func Mount(e *echo.Echo, open func(ctx context.Context, token string) (ical.Calendar, error)) {
	serve := func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Robots-Tag", "noindex, nofollow")
		h.Set("Cache-Control", "private, no-cache") // kept, but asked for again: a revoked link ends at once
		token, ok := strings.CutSuffix(c.Param("file"), ".ics")
		if !ok || token == "" || len(token) > 200 {
			return app.ErrNotFound
		}
		feed, err := open(c.Request().Context(), token)
		if errors.Is(err, app.ErrNotFound) {
			return app.ErrNotFound // a wrong link and a revoked one look the same
		}
		if err != nil {
			return fmt.Errorf("calendar feed: %w", err)
		}
		body := feed.Bytes()
		sum := sha256.Sum256(body)
		tag := `"` + hex.EncodeToString(sum[:16]) + `"`
		h.Set("ETag", tag)
		if strings.Contains(c.Request().Header.Get("If-None-Match"), tag) {
			return c.NoContent(http.StatusNotModified)
		}
		h.Set("Content-Disposition", `inline; filename="one-on-ones.ics"`)
		return c.Blob(http.StatusOK, "text/calendar; charset=utf-8", body)
	}
	e.GET("/cal/:file", serve)
	e.HEAD("/cal/:file", serve)
}
