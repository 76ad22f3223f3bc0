package demo

import (
	"errors"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

type clockCall struct {
	Advance string `json:"advance"`
	To      string `json:"to"`
}

func (d *Demo) clock(c echo.Context) error {
	var in clockCall
	if err := read(c, &in); err != nil {
		return err
	}
	d.move.Lock()
	defer d.move.Unlock()
	var target time.Time
	switch {
	case in.To != "":
		t, err := time.Parse(time.RFC3339, in.To)
		if err != nil {
			return c.JSON(http.StatusBadRequest, problem{"to: RFC 3339, such as 2026-12-03T15:00:00-08:00"})
		}
		target = t
	default:
		by, err := time.ParseDuration(in.Advance)
		if err != nil || by < 0 {
			return c.JSON(http.StatusBadRequest, problem{"advance: a duration forward, such as 48h or 90m"})
		}
		target = d.Clock.Now().Add(by)
	}
	if target.Sub(d.Clock.Now()) > 10*366*24*time.Hour {
		return c.JSON(http.StatusBadRequest, problem{"more than ten years ahead"})
	}
	if err := d.advance(c.Request().Context(), target); err != nil {
		return fail(c, err)
	}
	return c.JSON(http.StatusOK, map[string]any{"now": d.Clock.Now()})
}

func fail(c echo.Context, err error) error {
	var left *notSettledError
	if errors.As(err, &left) {
		return c.JSON(http.StatusGatewayTimeout, problem{left.left})
	}
	return c.JSON(http.StatusInternalServerError, problem{err.Error()})
}

func (d *Demo) person(c echo.Context) error {
	var in phoneInfo
	if err := read(c, &in); err != nil {
		return err
	}
	role, ok := person.ParseRole(in.Role)
	phone, err := sms.ParsePhone(in.Phone)
	tag, tagOK := lang.ParseTag(in.Language)
	switch {
	case !ok:
		return c.JSON(http.StatusBadRequest, problem{"role: contact, organizer, staff, admin or viewer"})
	case err != nil:
		return c.JSON(http.StatusBadRequest, problem{"phone: " + err.Error()})
	case in.Language != "" && !tagOK:
		return c.JSON(http.StatusBadRequest, problem{"language: en or es"})
	}
	d.move.RLock()
	defer d.move.RUnlock()
	p, err := d.Receiver.AddPerson(c.Request().Context(), app.NewPerson{
		Name: in.Name, Phone: phone, Role: role, Language: tag,
		Zone: in.Zone, Welcome: true,
	})
	if errors.Is(err, app.ErrBadPerson) || errors.Is(err, app.ErrPhoneTaken) {
		return c.JSON(http.StatusBadRequest, problem{err.Error()})
	}
	if err != nil {
		return err
	}
	if err := d.settle(c.Request().Context()); err != nil { // the welcome is out when this answers
		return fail(c, err)
	}
	return c.JSON(http.StatusOK, map[string]any{"id": p.ID, "phone": p.Phone.E164()})
}

// read takes a JSON body of at most 64 kB; unknown fields are an error that names them.
func read(c echo.Context, into any) error {
	return readJSON(c.Response(), c.Request(), into)
}
