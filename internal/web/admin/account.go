package admin

import (
	"errors"

	"github.com/reportback/reportback/internal/app"
)

type accountData struct {
	base
	Name, Login string
	Record      string // where the language of the page is
	Role        string
	Second      bool
	Demo        bool
	Left        int // recovery codes
	Passkeys    []passkeyItem
	NoPasskeys  bool // none can be made at this address
	Proved      bool // factors can be changed without the password
	Sessions    []sessionItem
}

type sessionItem struct {
	ID, Device, Address string
	Seen, Began         stamp
	This                bool
}

// accountPage is one's own: password, second step, sessions.
func accountPage() pageDef {
	return pageDef{
		name: "account", title: "Your account", still: true, path: "/account", least: viewer, data: accountData{}, show: showAccount,
		acts: append(passkeyActs(), []actDef{
			{path: "/views/keep", what: "kept a view of a list", least: viewer, do: keepView},
			{path: "/views/:id/drop", what: "dropped a view of a list", least: viewer, do: dropView},
			{path: "/account/password", what: "password changed", least: viewer, do: changePassword},
			{path: "/account/sessions/:id/end", what: "session ended", least: viewer, do: endSession},
			{path: "/account/sessions/end", what: "other sessions ended", least: viewer, do: endOtherSessions},
			{path: "/account/second", what: "second step set up anew", least: viewer, do: renewSecond},
		}...),
	}
}

func showAccount(v *visit) (any, error) {
	a, who, err := v.a.Staff.AccountOf(v.ctx(), v.who.ID)
	if err != nil {
		return nil, err
	}
	list, err := v.a.Staff.Sessions(v.ctx(), v.who.ID)
	if err != nil {
		return nil, err
	}
	d := accountData{
		base: v.base(), Record: contactHref(v.who.ID), Name: who.Name, Login: a.Login, Role: string(v.role), Second: a.TOTPSecret != "",
		Demo: v.a.Desk.NoSecond, Left: len(a.Recovery), Proved: v.a.Desk.Proved(v.session),
		NoPasskeys: !v.a.Desk.TakesPasskeys(),
	}
	if d.Passkeys, err = v.passkeyItems(); err != nil {
		return nil, err
	}
	for _, s := range list {
		d.Sessions = append(d.Sessions, sessionItem{
			ID: s.ID.String(), Device: s.Device, Address: s.Address, Seen: v.machineAt(s.SeenAt), Began: v.machineAt(s.CreatedAt),
			This: s.ID == v.session.ID,
		})
	}
	return d, nil
}

func changePassword(v *visit) (done, error) {
	f := v.c.Request().PostForm
	err := v.a.Desk.ChangePassword(v.ctx(), v.session, f.Get("old"), f.Get("password"))
	if say, _, ok := refusal(err); ok {
		return done{say: say, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	v.tellOwner()
	said := "Your password is changed, and your other sessions have ended."
	if keys, err := v.a.Staff.Passkeys(v.ctx(), v.who.ID); err != nil {
		return done{}, err
	} else if len(keys) > 0 {
		said += " Please confirm the passkeys below that are yours: until then they sign nobody in."
	}
	return done{say: said, to: Root + "/account"}, nil
}

func endSession(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	err = v.a.Staff.EndSession(v.ctx(), v.who.ID, id)
	if errors.Is(err, app.ErrNotFound) {
		err = nil // it has ended already
	}
	return done{say: "That session has ended.", to: Root + "/account"}, err
}

func endOtherSessions(v *visit) (done, error) {
	err := v.a.Staff.EndSessions(v.ctx(), v.who.ID, v.session.ID, v.a.Now())
	return done{say: "Every other session of yours has ended.", to: Root + "/account"}, err
}

// renewSecond sends the session back to setting up its second step; the old one holds until the new one is confirmed.
func renewSecond(v *visit) (done, error) {
	err := v.a.Desk.Renew(v.ctx(), &v.session, v.c.Request().PostForm.Get("old"))
	if say, _, ok := refusal(err); ok {
		return done{say: say, refused: true}, nil
	}
	return done{to: Root + "/enrol"}, err
}

type licencesData struct {
	base
	Text string
}

// licencesPage names what others wrote and how it may be used.
func licencesPage() pageDef {
	return pageDef{
		name: "licences", title: "Licences", still: true, path: "/licences", least: viewer, data: licencesData{},
		show: func(v *visit) (any, error) {
			text, err := files.ReadFile("assets/VENDOR.md")
			if err != nil {
				return nil, err
			}
			licence, err := files.ReadFile(vendored + "LICENSE")
			if err != nil {
				return nil, err
			}
			return licencesData{base: v.base(), Text: string(text) + "\n" + string(licence)}, nil
		},
	}
}
