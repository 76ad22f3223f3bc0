package admin

import (
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/boombuler/barcode/qr"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/signin"
)

// The pages on the way in. None of them needs a session that is open.
func (a *Admin) mountSignIn(g *echo.Group) {
	g.GET("/signin", a.showSignIn)
	g.POST("/signin", a.told("signed in with a password", a.signIn))
	g.POST("/signin/passkey/ask", a.askPasskeyAlone)
	g.POST("/signin/passkey", a.told("signed in with a passkey", a.passkeyAlone))
	g.GET("/code", a.showCode)
	g.POST("/code", a.told("second step with a code", a.code))
	g.POST("/code/passkey/ask", a.askPasskey)
	g.POST("/code/passkey", a.told("second step with a passkey", a.passkey))
	g.GET("/enrol", a.showEnrol)
	g.POST("/enrol", a.told("second step set up", a.enrol))
	g.GET("/first/:token", a.showFirst)
	g.POST("/first/:token", a.told("first link used", a.first))
	g.POST("/signout", a.told("signed out", a.signOut))
}

type signInData struct {
	Say, Login, To string
	Demo, Passkeys bool
}

type codeData struct {
	Say      string
	Passkeys bool
}

type firstData struct {
	Say, Name, Login string
	Gone             bool
}

type enrolData struct {
	Say, Secret string
	URL         template.URL
	Size        int
	Path        string // of the QR code's dark squares
}

type codesData struct{ Codes []string }

// refusal returns the words and the status of what signing in refuses; false for a fault of ours.
func refusal(err error) (string, int, bool) {
	switch {
	case errors.Is(err, signin.ErrWrong):
		return "The sign-in name, the password or the code is not right. Please check them and try again.", http.StatusUnprocessableEntity, true
	case errors.Is(err, signin.ErrProve):
		return "Please give your password first: it keeps others from adding a way in at your open page.", http.StatusUnprocessableEntity, true
	case errors.Is(err, signin.ErrTooMany):
		return "There were too many tries. Please wait 15 minutes.", http.StatusTooManyRequests, true
	case errors.Is(err, signin.ErrWeakPassword):
		return "Please choose a password of 12 to 256 characters that nobody guesses: no name, no row of keys, nothing that many use. " +
				"A few words in a row are good.",
			http.StatusUnprocessableEntity, true
	case errors.Is(err, signin.ErrLoginTaken):
		return "Somebody else has this sign-in name. Please choose another.", http.StatusUnprocessableEntity, true
	case errors.Is(err, signin.ErrNoPasskeys):
		return "Passkeys need a host name: this page is at a bare number address. Please use the password and a code.",
			http.StatusUnprocessableEntity, true
	case errors.Is(err, signin.ErrBadLogin):
		return "Please choose a sign-in name of plain letters, digits and . _ - @, without spaces.", http.StatusUnprocessableEntity, true
	case errors.Is(err, app.ErrConflict):
		return "That was used just now. Please wait for the next code.", http.StatusUnprocessableEntity, true
	}
	return "", 0, false
}

// toSignIn sends a visitor to sign in, and back to where they wanted to go. A part of a page gets a link instead of a whole page.
func (a *Admin) toSignIn(c echo.Context) error {
	r := c.Request()
	if r.Header.Get("HX-Request") == "true" {
		return c.HTML(http.StatusUnauthorized, `<p role="alert">You were signed out. <a href="`+Root+`/signin">Sign in again</a></p>`)
	}
	to := Root + "/signin"
	if r.Method == http.MethodGet && r.URL.Path != Root+"/" && ownPath(r.URL.RequestURI()) {
		to += "?to=" + url.QueryEscape(r.URL.RequestURI())
	}
	return c.Redirect(http.StatusSeeOther, to)
}

// next sends a session to the step that it owes.
func (a *Admin) next(c echo.Context, s staff.Session, to string) error {
	switch s.Stage {
	case staff.StageCode:
		to = Root + "/code?to=" + url.QueryEscape(to)
	case staff.StageEnrol:
		to = Root + "/enrol"
	case staff.StageOpen:
		if err := a.know(c, s.PersonID); err != nil {
			return err
		}
	}
	if !ownPath(to) {
		to = Root + "/start"
	}
	return c.Redirect(http.StatusSeeOther, to)
}

func (a *Admin) showSignIn(c echo.Context) error {
	return a.plain(c, http.StatusOK, "signin", "Sign in", signInData{
		To: tidy(c.QueryParam("to")), Demo: a.Desk.NoSecond, Passkeys: a.Desk.TakesPasskeys(),
	})
}

func (a *Admin) signIn(c echo.Context) error {
	if err := bounded(c, 0); err != nil {
		return err
	}
	f := c.Request().PostForm
	s, value, err := a.Desk.SignIn(c.Request().Context(), f.Get("login"), f.Get("password"), a.visitor(c))
	if say, code, ok := refusal(err); ok {
		return a.plain(c, code, "signin", "Sign in", signInData{
			Say: say, Login: tidy(f.Get("login")), To: tidy(f.Get("to")),
			Demo: a.Desk.NoSecond, Passkeys: a.Desk.TakesPasskeys(),
		})
	}
	if err != nil {
		return err
	}
	a.setCookie(c, value)
	return a.next(c, s, tidy(f.Get("to")))
}

// owing returns the session that is on its way at a stage.
func (a *Admin) owing(c echo.Context, stage staff.Stage) (staff.Session, error) {
	s, _, err := a.session(c)
	// set up anew by somebody who has just given the password (Renew)
	anew := stage == staff.StageEnrol && s.Stage == staff.StageOpen && strings.HasPrefix(s.Pending, "totp:")
	if err == nil && s.Stage != stage && !anew {
		err = signin.ErrNoSession
	}
	return s, err
}

func (a *Admin) showCode(c echo.Context) error {
	if _, err := a.owing(c, staff.StageCode); err != nil {
		return err
	}
	return a.plain(c, http.StatusOK, "second", "Second step", codeData{Passkeys: a.Desk.TakesPasskeys()})
}

func (a *Admin) code(c echo.Context) error {
	s, err := a.owing(c, staff.StageCode)
	if err != nil {
		return err
	}
	if err := bounded(c, 0); err != nil {
		return err
	}
	typed := c.Request().PostForm.Get("code")
	if signin.IsRecovery(typed) {
		c.Set(toldAs, "second step with a recovery code")
	}
	value, err := a.Desk.Code(c.Request().Context(), &s, typed)
	if say, code, ok := refusal(err); ok {
		return a.plain(c, code, "second", "Second step", codeData{Say: say, Passkeys: a.Desk.TakesPasskeys()})
	}
	if err != nil {
		return err
	}
	a.setCookie(c, value)
	return a.next(c, s, tidy(c.QueryParam("to")))
}

func (a *Admin) showEnrol(c echo.Context) error {
	s, err := a.owing(c, staff.StageEnrol)
	if err != nil {
		return err
	}
	return a.enrolPage(c, &s, http.StatusOK, "")
}

func (a *Admin) enrolPage(c echo.Context, s *staff.Session, code int, say string) error {
	e, err := a.Desk.Enrol(c.Request().Context(), s)
	if err != nil {
		return err
	}
	d := enrolData{Say: say, Secret: spaced(e.Secret), URL: template.URL(e.URL)} //nolint:gosec // an otpauth address that the library built
	if d.Path, d.Size, err = qrPath(e.URL); err != nil {
		return err
	}
	return a.plain(c, code, "enrol", "Set up the second step", d)
}

func spaced(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// qrPath draws a QR code as one SVG path: the page's policy allows no image that is not a file of ours.
func qrPath(text string) (path string, size int, err error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return "", 0, err
	}
	var b strings.Builder
	size = code.Bounds().Dx()
	for y := range size {
		for x := range size {
			if r, _, _, _ := code.At(x, y).RGBA(); r == 0 {
				b.WriteString("M" + strconv.Itoa(x+4) + " " + strconv.Itoa(y+4) + "h1v1h-1z")
			}
		}
	}
	return b.String(), size + 8, nil // four squares of quiet around it
}

func (a *Admin) enrol(c echo.Context) error {
	s, err := a.owing(c, staff.StageEnrol)
	if err != nil {
		return err
	}
	if err := bounded(c, 0); err != nil {
		return err
	}
	anew := s.Stage == staff.StageOpen
	codes, value, err := a.Desk.Confirm(c.Request().Context(), &s, c.Request().PostForm.Get("code"))
	if say, code, ok := refusal(err); ok {
		return a.enrolPage(c, &s, code, say)
	}
	if err != nil {
		return err
	}
	a.setCookie(c, value)
	if err := a.know(c, s.PersonID); err != nil {
		return err
	}
	if anew {
		if err := a.tellAnew(c, s); err != nil {
			return err
		}
	}
	return a.plain(c, http.StatusOK, "codes", "Your recovery codes", codesData{codes})
}

// tellAnew texts whose second step was set up anew that it was.
func (a *Admin) tellAnew(c echo.Context, s staff.Session) error {
	_, who, err := a.Staff.AccountOf(c.Request().Context(), s.PersonID)
	if err != nil {
		return err
	}
	v, err := a.visitOf(c, s, who)
	if err != nil {
		return err
	}
	v.tellOwner()
	return nil
}

func (a *Admin) showFirst(c echo.Context) error {
	who, login, err := a.Desk.First(c.Request().Context(), c.Param("token"))
	if errors.Is(err, signin.ErrUsedLink) {
		return a.plain(c, http.StatusNotFound, "first", "Sign in for the first time", firstData{Gone: true})
	}
	if err != nil {
		return err
	}
	return a.plain(c, http.StatusOK, "first", "Sign in for the first time", firstData{Name: who.Name, Login: login})
}

func (a *Admin) first(c echo.Context) error {
	if err := bounded(c, 0); err != nil {
		return err
	}
	f := c.Request().PostForm
	s, value, err := a.Desk.TakeFirst(c.Request().Context(), c.Param("token"), f.Get("login"), f.Get("password"), a.visitor(c))
	if errors.Is(err, signin.ErrUsedLink) {
		return a.plain(c, http.StatusNotFound, "first", "Sign in for the first time", firstData{Gone: true})
	}
	if say, code, ok := refusal(err); ok {
		return a.plain(c, code, "first", "Sign in for the first time", firstData{Say: say, Login: tidy(f.Get("login"))})
	}
	if err != nil {
		return err
	}
	a.setCookie(c, value)
	return a.next(c, s, "")
}

func (a *Admin) signOut(c echo.Context) error {
	s, _, err := a.session(c)
	if err != nil && !errors.Is(err, signin.ErrNoSession) {
		return errors.Join(web.ErrNotStored, err)
	}
	if err == nil {
		if err := a.Desk.SignOut(c.Request().Context(), s); err != nil {
			return err
		}
	}
	a.setCookie(c, "")
	c.Response().Header().Set("Clear-Site-Data", `"storage"`) // drafts of texts, which the next at this machine must not find
	return c.Redirect(http.StatusSeeOther, Root+"/signin")
}
