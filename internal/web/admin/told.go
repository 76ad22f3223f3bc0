package admin

import (
	"net/http"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app/staff"
)

// toldAs is where a step leaves what it turned out to be.
const toldAs = "reportback.told"

// told writes a line of the audit log, and one of the process's, for each step on the way in or out, done or refused. What was typed stands
// in neither: a name that is wrong may be a password.
func (a *Admin) told(what string, next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		before, _, _ := a.session(c)
		err := next(c)
		did := what
		if as, ok := c.Get(toldAs).(string); ok {
			did = as
		}
		l := staff.AuditLine{
			ID: a.NewID(), At: a.Clock.Now(), PersonID: before.PersonID, What: did, Subject: c.Path(), Outcome: staff.Done,
			Address: c.RealIP(),
		}
		switch status := c.Response().Status; {
		case err != nil:
			l.Outcome = staff.Failed
		case status == http.StatusTooManyRequests:
			l.Outcome = staff.Braked
		case status >= http.StatusBadRequest:
			l.Outcome = staff.Refused
		default:
			if who := a.newSession(c); who != uuid.Nil {
				l.PersonID = who
			}
		}
		a.Log.InfoContext(c.Request().Context(), "sign-in", "what", did, "outcome", l.Outcome, "person_id", l.PersonID)
		if aerr := a.Staff.Audit(c.Request().Context(), l); aerr != nil {
			a.Log.ErrorContext(c.Request().Context(), "a step of signing in is not in the audit log", "error", aerr)
		}
		return err
	}
}

// newSession is whose session the answer gives to the browser.
func (a *Admin) newSession(c echo.Context) uuid.UUID {
	for _, line := range c.Response().Header().Values(echo.HeaderSetCookie) {
		k, err := http.ParseSetCookie(line)
		if err != nil || k.Name != a.cookieName() || !strings.Contains(k.Value, ".") {
			continue
		}
		if s, _, err := a.Desk.Look(c.Request().Context(), k.Value); err == nil {
			return s.PersonID
		}
	}
	return uuid.Nil
}
