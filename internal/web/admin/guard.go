package admin

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/signin"
)

// policy lets a page load what it brings along and nothing else: every cell may hold a stranger's words.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// maxBody bounds a form; what is longer than anybody writes is hostile.
const maxBody = 256 << 10

// headers go with every answer below /admin, faults included.
func (a *Admin) headers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if a.secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		return next(c)
	}
}

// crossOrigin keeps other sites from acting through a visitor's browser: the browser itself says where a request comes from.
func (a *Admin) crossOrigin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := a.guard.Check(c.Request()); err != nil {
			return errors.Join(web.ErrForbidden, err)
		}
		return next(c)
	}
}

func (a *Admin) cookieName() string {
	if a.secure {
		return "__Host-reportback"
	}
	return "reportback"
}

func (a *Admin) setCookie(c echo.Context, value string) {
	k := &http.Cookie{ //nolint:gosec // Secure wherever PUBLIC_URL is https; else the browser would not send it
		Name: a.cookieName(), Value: value, Path: "/", HttpOnly: true, Secure: a.secure, SameSite: http.SameSiteLaxMode,
		MaxAge: 30 * 24 * 3600,
	}
	if value == "" {
		k.MaxAge = -1
	}
	c.SetCookie(k)
}

func (a *Admin) visitor(c echo.Context) signin.Visitor {
	known := ""
	if k, err := c.Cookie(a.cookieName() + "-known"); err == nil {
		known = k.Value
	}
	return signin.Visitor{Address: c.RealIP(), Device: device(c.Request().UserAgent()), Known: known}
}

// know has a browser remembered by which somebody signed in whole.
func (a *Admin) know(c echo.Context, who uuid.UUID) error {
	value, err := a.Desk.Know(c.Request().Context(), who, a.visitor(c))
	if err != nil || value == "" {
		return err
	}
	c.SetCookie(&http.Cookie{ //nolint:gosec // Secure wherever PUBLIC_URL is https; else the browser would not send it
		Name: a.cookieName() + "-known", Value: value, Path: "/", HttpOnly: true, Secure: a.secure, SameSite: http.SameSiteLaxMode,
		MaxAge: 180 * 24 * 3600,
	})
	return nil
}

// device says what a browser calls itself, shortly.
func device(agent string) string {
	name, system := "A browser", ""
	for _, s := range [][2]string{{"Edg", "Edge"}, {"Firefox", "Firefox"}, {"Chrome", "Chrome"}, {"Safari", "Safari"}} {
		if strings.Contains(agent, s[0]) {
			name = s[1]
			break
		}
	}
	for _, s := range [][2]string{
		{"iPhone", "iPhone"},
		{"iPad", "iPad"},
		{"Android", "Android"},
		{"Windows", "Windows"},
		{"Mac OS", "Mac"},
		{"Linux", "Linux"},
	} {
		if strings.Contains(agent, s[0]) {
			system = ", " + s[1]
			break
		}
	}
	return name + system
}

// session reads who is signed in, at whatever stage.
func (a *Admin) session(c echo.Context) (staff.Session, staff.Who, error) {
	k, err := c.Cookie(a.cookieName())
	if err != nil {
		return staff.Session{}, staff.Who{}, signin.ErrNoSession
	}
	return a.Desk.Session(c.Request().Context(), k.Value)
}

// look is session for a page that watches by itself: it does not count as being seen, or a tab left open would never end.
func (a *Admin) look(c echo.Context) (staff.Session, error) {
	k, err := c.Cookie(a.cookieName())
	if err != nil {
		return staff.Session{}, signin.ErrNoSession
	}
	s, _, err := a.Desk.Look(c.Request().Context(), k.Value)
	return s, err
}

// enter lets a visitor in who is signed in and has the role. Others are sent to sign in, or told that it is not theirs.
func (a *Admin) enter(c echo.Context, least person.Role) (*visit, error) {
	s, who, err := a.session(c)
	if err != nil {
		return nil, err
	}
	if s.Stage != staff.StageOpen {
		return nil, signin.ErrNoSession
	}
	if !allows(signin.RoleOf(who), least) {
		return nil, web.ErrForbidden
	}
	return a.visitOf(c, s, who)
}

// seen serves a page.
func (a *Admin) seen(p pageDef) echo.HandlerFunc {
	return func(c echo.Context) error {
		v, err := a.enter(c, p.least)
		if err != nil {
			return err
		}
		v.in = a.speaks(v.who.Language, p.name).tongue
		if p.views {
			if err := v.loadViews(); err != nil {
				return err
			}
		}
		data, err := p.show(v)
		if err != nil {
			return err
		}
		if v.sent != nil {
			return v.sent(c)
		}
		return v.render(http.StatusOK, p, data)
	}
}

// acted serves an act: the audit log first, so that nothing is done that it does not know of.
func (a *Admin) acted(p pageDef, d actDef) echo.HandlerFunc {
	return func(c echo.Context) error {
		least := d.least
		if least == "" {
			least = anyStaff
		}
		v, err := a.enter(c, least) // before a byte of the body is read: a stranger's would fill the memory
		if err != nil {
			return err
		}
		if err := bounded(c, d.max); err != nil {
			return err
		}
		v.in = a.speaks(v.who.Language, p.name).tongue
		line, err := v.audit(d.what)
		if err != nil {
			return err
		}
		end, err := d.do(v)
		outcome := staff.Done
		switch {
		case err != nil:
			outcome = staff.Failed
		case end.refused:
			outcome = staff.Refused
		}
		if aerr := a.Staff.AuditOutcome(v.ctx(), line, outcome); aerr != nil {
			a.Log.ErrorContext(v.ctx(), "outcome not in the audit log", "error", aerr)
		}
		switch {
		case err != nil:
			return err
		case end.stream != nil:
			return end.stream(c.Response())
		case end.refused && p.show != nil && strings.HasPrefix(d.path, p.path):
			return v.again(p, end)
		}
		return v.goOn(end)
	}
}

// bounded reads the form within its bound.
func bounded(c echo.Context, limit int64) error {
	if limit == 0 {
		limit = maxBody
	}
	r := c.Request()
	r.Body = http.MaxBytesReader(c.Response(), r.Body, limit)
	var err error
	if strings.HasPrefix(r.Header.Get(echo.HeaderContentType), echo.MIMEMultipartForm) {
		err = r.ParseMultipartForm(limit)
	} else {
		err = r.ParseForm()
	}
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		return web.ErrTooLarge
	case err != nil:
		return errors.Join(web.ErrBadRequest, err)
	}
	return nil
}

// reachable reports whether the database answers: a visitor should know that it is not their doing.
func (a *Admin) reachable(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	return a.Deps.Store.Ping(ctx) == nil
}

// faults turns an error into a page, or into a fragment where a part of a page was asked for.
func (a *Admin) faults(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := next(c)
		if err == nil || c.Response().Committed {
			return err
		}
		if errors.Is(err, signin.ErrNoSession) {
			return a.toSignIn(c)
		}
		code, _ := web.Status(err)
		if code == http.StatusNotFound && web.WrongMethod(c) { // an act's address, read as a record's
			code = http.StatusMethodNotAllowed
		}
		if code == http.StatusInternalServerError && !a.reachable(c.Request().Context()) {
			code = http.StatusServiceUnavailable
		}
		id := a.NewID().String()
		if code >= http.StatusInternalServerError {
			a.Log.ErrorContext(c.Request().Context(), "page failed", "request_id", id, "path", c.Path(), "status", code, "error", err)
		}
		return a.fault(c, code, id)
	}
}
