package demo

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/faketwilio"
)

// Demo is the simulator's API and the page with the phones.
type Demo struct {
	Store    app.Store
	Receiver *app.Receiver
	Ticker   *app.Ticker
	Settler  *app.Settler
	Fake     *faketwilio.Fake
	Read     Reader
	Clock    *Clock
	Number   sms.Phone
	Log      *slog.Logger
	// Account gives somebody of the staff a way into the admin page and returns it.
	Account func(context.Context, person.Person) (login, password string, err error)

	move    sync.RWMutex // a moving clock holds it; a text and a new person share it
	busy    atomic.Int64
	waiting atomic.Int64 // texts whose effects are waited for
	pushing sync.Mutex
	opening sync.Mutex  // of accounts, one at a time
	playing atomic.Bool // the town's three weeks
}

// Busy counts the provider's requests in progress; web's middleware calls it.
func (d *Demo) Busy(delta int) { d.busy.Add(int64(delta)) }

//go:embed page
var pageFiles embed.FS

// Mount adds the page at / and the API below /sim.
func (d *Demo) Mount(e *echo.Echo) error {
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	static := http.FileServerFS(files)
	e.Use(ownHost)
	e.GET("/", echo.WrapHandler(secure(static)))
	e.GET("/demo/*", echo.WrapHandler(secure(http.StripPrefix("/demo", static))))
	g := e.Group("/sim", ownPage, d.whenReady)
	g.GET("/info", d.info)
	g.POST("/text", d.text)
	g.GET("/texts", d.texts)
	g.POST("/clock", d.clock)
	g.POST("/person", d.person)
	g.POST("/fault", d.fault)
	g.GET("/events", d.events)
	g.GET("/story", d.story)
	return nil
}

// secure gives the page the strict policy that everything else has.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "+
			"base-uri 'none'; frame-ancestors 'none'; form-action 'self'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-cache")
		next.ServeHTTP(w, r)
	})
}

// ownHost answers what was asked of this machine alone, where the demo listens for it alone: a name of somebody else's that leads here (DNS
// rebinding) makes their page one of ours to the browser.
func ownHost(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		at, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
		if at != nil && loopback(at.String()) && !loopback(r.Host) {
			return c.JSON(http.StatusMisdirectedRequest, problem{"the demo answers at localhost alone"})
		}
		return next(c)
	}
}

// loopback reports whether a host, with or without its port, is this machine to itself.
func loopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// ownPage keeps other sites' pages from driving the simulator through a visitor's browser.
func ownPage(next echo.HandlerFunc) echo.HandlerFunc {
	guard := http.NewCrossOriginProtection()
	return func(c echo.Context) error {
		if guard.Check(c.Request()) != nil {
			return c.JSON(http.StatusForbidden, problem{"another site's page may not do this"})
		}
		return next(c)
	}
}

type problem struct {
	Error string `json:"error"`
}

type phoneInfo struct {
	Name     string `json:"name"`
	Phone    string `json:"phone"`
	Role     string `json:"role"`
	Language string `json:"language,omitempty"`
	Zone     string `json:"zone,omitempty"`
}

func (d *Demo) info(c echo.Context) error {
	people, err := d.Store.People(c.Request().Context())
	if err != nil {
		return err
	}
	phones := []phoneInfo{}
	for _, role := range []person.Role{person.Organizer, person.Staff, person.Admin, person.Contact} {
		for _, p := range people {
			if !p.Phone.IsZero() && p.Is(role) && !listed(phones, p.Phone.E164(), p.Name) {
				phones = append(phones, phoneInfo{p.Name, p.Phone.E164(), string(role), string(p.Language), p.Zone})
			}
		}
	}
	settings, err := d.Store.Settings(c.Request().Context())
	if err != nil {
		return err
	}
	login, password, err := d.accounts(c.Request().Context(), people)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]any{
		"service_number": d.Number.E164(), "now": d.Clock.Now(), "phones": phones, "made": made(people),
		"admin": map[string]string{"login": login, "password": password}, "organization": settings[app.SettingOrg],
		"zone": settings[app.SettingZone],
	})
}

// made names this demo's folder, so that a browser does not take what it remembers of another for its own.
func made(people []app.PersonRow) string {
	if len(people) == 0 {
		return ""
	}
	first := slices.MinFunc(people, func(a, b app.PersonRow) int { return strings.Compare(a.ID.String(), b.ID.String()) })
	return first.ID.String()
}

// accounts sees that everybody who may open the admin page can, and returns an admin's way in; none while nobody is an admin.
func (d *Demo) accounts(ctx context.Context, people []app.PersonRow) (login, password string, err error) {
	d.opening.Lock()
	defer d.opening.Unlock()
	for _, role := range []person.Role{person.Viewer, person.Staff, person.Admin} {
		for _, p := range people {
			if !p.Is(role) {
				continue
			}
			l, w, err := d.Account(ctx, p.Person)
			if err != nil {
				return "", "", err
			}
			if role == person.Admin && login == "" {
				login, password = l, w
			}
		}
	}
	return login, password, nil
}

func listed(phones []phoneInfo, phone, name string) bool {
	for _, p := range phones {
		if p.Phone == phone && p.Name == name {
			return true
		}
	}
	return false
}

type textCall struct {
	From string `json:"from"`
	Body string `json:"body"`
	SID  string `json:"sid"`
	More bool   `json:"more"`
}

// readingTime is what passes on the clock after each text: people read before they answer.
const readingTime = 3 * time.Second

func (d *Demo) text(c echo.Context) error {
	var in textCall
	if err := read(c, &in); err != nil {
		return err
	}
	if in.From == "" {
		return c.JSON(http.StatusBadRequest, problem{"from: the phone that texts"})
	}
	d.move.RLock()
	defer d.move.RUnlock()
	ctx := c.Request().Context()
	sid, status, err := d.Fake.Text(ctx, in.From, in.Body, in.SID)
	if err != nil {
		return c.JSON(http.StatusBadGateway, problem{"the service did not answer"})
	}
	if status < 300 {
		if err := d.afterText(ctx, sid, in.More); err != nil {
			return fail(c, err)
		}
	}
	return c.JSON(http.StatusOK, map[string]any{"sid": sid, "status": status})
}

func (d *Demo) afterText(ctx context.Context, sid string, more bool) error {
	cause, err := d.Store.InboundMessage(ctx, sid)
	if errors.Is(err, app.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := d.settleCause(ctx, cause); err != nil {
		return err
	}
	if more {
		return nil
	}
	if ends, waits, err := d.Store.SilenceEnds(ctx, cause); err != nil {
		return err
	} else if waits {
		if err := d.Clock.Set(ends); err != nil {
			return err
		}
		if err := d.settleCause(ctx, cause); err != nil {
			return err
		}
	}
	return d.Clock.Set(d.Clock.Now().Add(readingTime))
}

type textOut struct {
	N      int       `json:"n"`
	At     time.Time `json:"at"`
	From   string    `json:"from"`
	To     string    `json:"to"`
	Body   string    `json:"body"`
	Kind   string    `json:"kind"`
	Status string    `json:"status"`
}

func (d *Demo) texts(c echo.Context) error {
	var after int
	if err := echo.QueryParamsBinder(c).Int("after", &after).BindError(); err != nil {
		return c.JSON(http.StatusBadRequest, problem{"after: a number"})
	}
	out, err := d.textsAfter(c.Request().Context(), c.QueryParam("phone"), after)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]any{"texts": out})
}

func (d *Demo) textsAfter(ctx context.Context, phone string, after int) ([]textOut, error) {
	entries := d.Fake.Texts(phone, after)
	var ids []uuid.UUID
	for _, e := range entries {
		if id, err := uuid.Parse(e.MessageID); err == nil {
			ids = append(ids, id)
		}
	}
	kinds, err := d.Store.MessageKinds(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]textOut, 0, len(entries))
	for _, e := range entries {
		kind := "text"
		if e.From == d.Number.E164() {
			kind = "twilio" // the provider's own answer to STOP, START, HELP
		}
		if id, err := uuid.Parse(e.MessageID); err == nil && kinds[id].Kind != "" {
			kind = kinds[id].Kind
		}
		out = append(out, textOut{e.N, e.At, e.From, e.To, e.Body, kind, e.Status})
	}
	return out, nil
}
