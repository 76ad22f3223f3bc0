package demo

import (
	"fmt"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// events tells the page that something changed, as server-sent events: the clock every second, and a ping when there are new texts.
func (d *Demo) events(c echo.Context) error {
	w := c.Response()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	if err := control.SetReadDeadline(time.Time{}); err != nil {
		return err
	}
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	last, beat := int64(-1), time.Time{}
	for {
		if mark := d.Fake.Mark(); mark != last || time.Since(beat) > time.Second {
			if _, err := fmt.Fprintf(w, "data: {\"mark\":%d,\"now\":%q}\n\n", mark, d.Clock.Now().Format(time.RFC3339Nano)); err != nil {
				return nil //nolint:nilerr // the page went away
			}
			if err := control.Flush(); err != nil {
				return nil //nolint:nilerr // the page went away
			}
			last, beat = mark, time.Now()
		}
		select {
		case <-c.Request().Context().Done():
			return nil
		case <-tick.C:
		}
	}
}
