package demo

import (
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/faketwilio"
)

const maxCall = 64 << 10

func readJSON(w http.ResponseWriter, r *http.Request, into any) error {
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return echo.NewHTTPError(http.StatusBadRequest, "JSON: "+err.Error())
	}
	return nil
}

// fault makes the stand-in misbehave for the next sends.
func (d *Demo) fault(c echo.Context) error {
	var f faketwilio.Fault
	if err := read(c, &f); err != nil {
		return err
	}
	if err := d.Fake.Fault(f); err != nil {
		return c.JSON(http.StatusBadRequest, problem{err.Error()})
	}
	return c.JSON(http.StatusOK, map[string]any{"ok": true})
}
