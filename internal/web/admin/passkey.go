package admin

import (
	"context"
	"encoding/base64"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

type passkeyItem struct {
	ID, Name    string
	Added, Used stamp
	Unsure      bool // older than the password
}

// passkeyActs are what can be done with passkeys on one's account page. The browser is asked in JSON; its answer comes as a form's field.
func passkeyActs() []actDef {
	return []actDef{
		{path: "/account/passkeys/ask", what: "passkey offered", least: viewer, do: offerPasskey},
		{path: "/account/passkeys/add", what: "passkey added", least: viewer, do: addPasskey},
		{path: "/account/passkeys/:id/drop", what: "passkey dropped", least: viewer, do: dropPasskey},
		{path: "/account/passkeys/:id/confirm", what: "passkey confirmed", least: viewer, do: confirmPasskey},
		{path: "/account/prove", what: "password given again", least: viewer, do: prove},
	}
}

func offerPasskey(v *visit) (done, error) {
	ask, err := v.a.Desk.OfferPasskey(v.ctx(), &v.session)
	if say, _, ok := refusal(err); ok {
		return done{say: say, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{stream: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", "application/json")
		_, err := w.Write(ask)
		return err
	}}, nil
}

func addPasskey(v *visit) (done, error) {
	err := v.a.Desk.AddPasskey(v.ctx(), &v.session, v.form("name"), []byte(v.c.Request().PostForm.Get("response")))
	if say, _, ok := refusal(err); ok {
		return done{say: say, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	v.tellOwner()
	return done{say: "The passkey is added: it signs you in from now on.", to: Root + "/account"}, nil
}

func dropPasskey(v *visit) (done, error) {
	return v.onPasskey("The passkey is taken away.", v.a.Desk.DropPasskey)
}

// confirmPasskey lets one sign in again that is older than the password.
func confirmPasskey(v *visit) (done, error) {
	return v.onPasskey("The passkey signs you in again.", v.a.Desk.ConfirmPasskey)
}

// onPasskey does something to one of one's passkeys, and tells its owner.
func (v *visit) onPasskey(said string, do func(context.Context, staff.Session, []byte) error) (done, error) {
	id, err := base64.RawURLEncoding.DecodeString(v.c.Param("id"))
	if err != nil {
		return done{}, app.ErrNotFound
	}
	err = do(v.ctx(), v.session, id)
	if say, _, ok := refusal(err); ok {
		return done{say: say, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	v.tellOwner()
	return done{say: said, to: Root + "/account"}, nil
}

// prove takes the password again, so that factors can be changed for some minutes.
func prove(v *visit) (done, error) {
	err := v.a.Desk.Prove(v.ctx(), &v.session, v.c.Request().PostForm.Get("old"))
	if say, _, ok := refusal(err); ok {
		return done{say: say, refused: true}, nil
	}
	return done{say: "Thank you. For ten minutes you can add and take away passkeys.", to: Root + "/account"}, err
}

// tellOwner texts whose account it is that a way of signing in has changed: who did it may be somebody else at their page. That the text
// does not go, as to a phone that gets none, keeps nothing from being done; the audit log has it all the same.
func (v *visit) tellOwner() {
	phone, err := sms.PhoneFromE164(v.who.Phone)
	if err != nil {
		return
	}
	if _, err := v.act(phone, world.Act{Kind: world.ActAccount, Subject: v.who.ID}); err != nil {
		v.a.Log.ErrorContext(v.ctx(), "the owner of an account could not be told of its change", "error", err)
	}
}

// passkeyItems lists one's passkeys.
func (v *visit) passkeyItems() ([]passkeyItem, error) {
	list, err := v.a.Staff.Passkeys(v.ctx(), v.who.ID)
	if err != nil {
		return nil, err
	}
	out := make([]passkeyItem, len(list))
	for i, k := range list {
		out[i] = passkeyItem{
			ID: base64.RawURLEncoding.EncodeToString(k.ID), Name: k.Name, Added: v.machineAt(k.CreatedAt),
			Used: v.machineAt(k.UsedAt), Unsure: k.Unsure,
		}
	}
	return out, nil
}

// askPasskey asks the browser for the second step by a passkey.
func (a *Admin) askPasskey(c echo.Context) error {
	s, err := a.owing(c, staff.StageCode)
	if err != nil {
		return err
	}
	ask, err := a.Desk.AskPasskey(c.Request().Context(), &s)
	if _, code, ok := refusal(err); ok {
		return c.JSONBlob(code, []byte("{}"))
	}
	if err != nil {
		return err
	}
	return c.JSONBlob(http.StatusOK, ask)
}

// passkey takes the second step by a passkey.
func (a *Admin) passkey(c echo.Context) error {
	s, err := a.owing(c, staff.StageCode)
	if err != nil {
		return err
	}
	if err := bounded(c, 0); err != nil {
		return err
	}
	value, err := a.Desk.Passkey(c.Request().Context(), &s, []byte(c.Request().PostForm.Get("response")))
	if say, code, ok := refusal(err); ok {
		return a.plain(c, code, "second", "Second step", codeData{Say: say, Passkeys: a.Desk.TakesPasskeys()})
	}
	if err != nil {
		return err
	}
	a.setCookie(c, value)
	return a.next(c, s, tidy(c.QueryParam("to")))
}

// askPasskeyAlone asks the browser for a sign-in by a passkey and nothing else.
func (a *Admin) askPasskeyAlone(c echo.Context) error {
	ask, err := a.Desk.AskPasskeyAlone(c.Request().Context(), a.visitor(c))
	if _, code, ok := refusal(err); ok {
		return c.JSONBlob(code, []byte("{}"))
	}
	if err != nil {
		return err
	}
	return c.JSONBlob(http.StatusOK, ask)
}

// passkeyAlone takes a sign-in by a passkey and nothing else.
func (a *Admin) passkeyAlone(c echo.Context) error {
	if err := bounded(c, 0); err != nil {
		return err
	}
	f := c.Request().PostForm
	s, value, err := a.Desk.PasskeyAlone(c.Request().Context(), []byte(f.Get("response")), a.visitor(c))
	if say, code, ok := refusal(err); ok {
		return a.plain(c, code, "signin", "Sign in", signInData{
			Say: say, To: tidy(f.Get("to")), Demo: a.Desk.NoSecond, Passkeys: a.Desk.TakesPasskeys(),
		})
	}
	if err != nil {
		return err
	}
	a.setCookie(c, value)
	return a.next(c, s, tidy(f.Get("to")))
}
