// Package admin is the staff's page: server-rendered, links and forms first, a little htmx on top. Each page is one .go, one .html and one
// line in pages(); the router, the menu, the role check and the misuse tests follow from that line. It changes nothing by itself: what
// staff do goes through the same use cases as a text.
package admin

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/signin"
)

// Root is where the page lives.
const Root = "/admin"

// Options is what the page needs.
type Options struct {
	Desk      *signin.Desk
	Staff     staff.Store
	Read      page.Store
	Deps      app.Deps // for exports and settings
	Hooks     *app.Hooks
	Act       func(ctx context.Context, phone sms.Phone, act world.Act) (string, error)
	Clock     app.Clock        // the people's time
	Now       func() time.Time // the machine's: sessions, the audit log
	NewID     func() uuid.UUID
	PublicURL string
	Log       *slog.Logger
}

// Admin is the page.
type Admin struct {
	Options
	views  map[lang.Tag]*views // by language
	assets *assets
	secure bool // PUBLIC_URL is https: the cookie is __Host- and Secure
	guard  *http.CrossOriginProtection
	news   *news
	weeks  weeksMemo
}

// New prepares templates and assets; a fault in one is found here, not by a visitor.
func New(o Options) (*Admin, error) {
	a := &Admin{Options: o, secure: strings.HasPrefix(o.PublicURL, "https://"), guard: http.NewCrossOriginProtection()}
	var err error
	if a.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	if a.views, err = loadViews(); err != nil {
		return nil, err
	}
	a.news = newNews(o.Read.Mark)
	return a, nil
}

// Mount adds every route.
func (a *Admin) Mount(e *echo.Echo) {
	g := e.Group(Root, a.headers, a.faults, a.crossOrigin)
	g.GET("", func(c echo.Context) error { return c.Redirect(http.StatusSeeOther, Root+"/") })
	g.GET("/assets/:name", a.asset)
	a.mountSignIn(g)
	for _, p := range pages() {
		if p.show != nil {
			g.GET(p.path, a.seen(p))
		}
		for _, d := range p.acts {
			g.POST(d.path, a.acted(p, d))
		}
	}
	g.GET("/live", a.live)
	astray := web.Astray(a.seen(pageDef{least: viewer, show: lost}))
	g.RouteNotFound("", astray)
	g.RouteNotFound("/*", astray)
}

// lost answers an address that is nothing.
func lost(*visit) (any, error) { return nil, app.ErrNotFound }
