package admin

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/web"
)

type webhooksData struct {
	base
	Rows []webhookItem
	Form hookForm
}

type webhookData struct {
	base
	webhookItem
	Secret     string // shown once, right after it was made
	Form       hookForm
	Version    int
	Deliveries []deliveryItem
}

func (d webhookData) shownOnce() bool { return d.Secret != "" }

type webhookItem struct {
	ID, Href, URL string
	Standing      badge
	Hears         string
	Full          bool
	On            bool
	Why           string // it is off
	Made, Last    stamp
	Answer        string
	Waiting       int
}

// hookForm is what an endpoint is asked for, to be made or changed.
type hookForm struct {
	URL    string
	Events []choice
	Full   bool
}

type deliveryItem struct {
	ID        string
	Event     string
	Made      stamp
	State     badge
	Answer    string
	Tries     int
	Next, Was stamp // of one that waits its next try; the last one
}

const webhooksPath = "/settings/webhooks"

// deliveriesShown bounds what one page lists of an endpoint.
const deliveriesShown = 20

// webhooksPage lists the places outside that hear of what happens.
func webhooksPage() pageDef {
	return pageDef{
		name: "webhooks", title: "Webhooks", still: true, path: webhooksPath, least: onlyAdmin, data: webhooksData{}, show: showWebhooks,
		acts: []actDef{{path: webhooksPath + "/add", what: "webhook made", least: onlyAdmin, do: addWebhook}},
	}
}

// webhookPage is one of them.
func webhookPage() pageDef {
	one := webhooksPath + "/:id"
	return pageDef{
		name: "webhook", title: "Webhook", still: true, path: one, least: onlyAdmin, data: webhookData{}, show: showWebhook,
		acts: []actDef{
			{path: one + "/change", what: "webhook changed", least: onlyAdmin, do: changeWebhook},
			{path: one + "/on", what: "webhook turned on", least: onlyAdmin, do: webhookOn},
			{path: one + "/off", what: "webhook turned off", least: onlyAdmin, do: webhookOff},
			{path: one + "/secret", what: "webhook's secret made anew", least: onlyAdmin, do: renewWebhook},
			{path: one + "/test", what: "webhook tested", least: onlyAdmin, do: testWebhook},
			{path: one + "/end", what: "webhook ended", least: onlyAdmin, do: endWebhook},
		},
	}
}

func showWebhooks(v *visit) (any, error) {
	list, err := v.a.Hooks.Rows.HookEndpoints(v.ctx())
	if err != nil {
		return nil, err
	}
	d := webhooksData{base: v.base(), Form: v.hookForm(app.HookEndpoint{Events: allEvents()})}
	for _, e := range list {
		d.Rows = append(d.Rows, v.webhook(e))
	}
	return d, nil
}

func showWebhook(v *visit) (any, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, err
	}
	return v.webhookData(id)
}

func (v *visit) webhookData(id uuid.UUID) (webhookData, error) {
	d := webhookData{base: v.base()}
	e, err := v.a.Hooks.Rows.HookEndpoint(v.ctx(), id)
	if err != nil {
		return d, err
	}
	d.webhookItem, d.Form, d.Version = v.webhook(e), v.hookForm(e), e.Version
	list, err := v.a.Hooks.Rows.HookDeliveries(v.ctx(), id, deliveriesShown)
	if err != nil {
		return d, err
	}
	for _, x := range list {
		d.Deliveries = append(d.Deliveries, v.delivery(x))
	}
	return d, nil
}

func (v *visit) webhook(e app.HookEndpoint) webhookItem {
	it := webhookItem{
		ID: e.ID.String(), Href: Root + webhooksPath + "/" + e.ID.String(), URL: e.URL, Full: e.Full, On: e.On, Made: v.machineAt(e.CreatedAt),
		Waiting: e.Waiting,
		Hears:   strconv.Itoa(len(e.Events)) + " of " + strconv.Itoa(len(webhook.Kinds())) + " events", Standing: badge{"on", "good"},
	}
	if len(e.Events) == len(webhook.Kinds()) {
		it.Hears = "every event"
	}
	if !e.LastAt.IsZero() {
		it.Last, it.Answer = v.machineAt(e.LastAt), plainAnswer(e.Last)
	}
	switch {
	case !e.On:
		it.Standing, it.Why = badge{"off", "bad"}, whyOff(e.OffWhy)
	case !e.FailingSince.IsZero():
		it.Standing = badge{"on, but nothing arrives", "warn"}
	}
	return it
}

func whyOff(why app.HookOff) string {
	switch why {
	case app.HookGone:
		return "It answered that it is gone for good."
	case app.HookFailing:
		return "It took nothing for three days."
	case app.HookRestored:
		return "The database was restored from a dump."
	case app.HookByStaff, app.HookOn:
	}
	return "It was turned off here."
}

func (v *visit) delivery(x app.HookDelivery) deliveryItem {
	it := deliveryItem{ID: x.ID.String(), Event: string(x.Event), Made: v.machineAt(x.MadeAt), Tries: x.Tries}
	if !x.TriedAt.IsZero() {
		it.Was, it.Answer = v.machineAt(x.TriedAt), plainAnswer(x.Answer)
	}
	switch x.State {
	case app.HookDone:
		it.State = badge{"delivered", "good"}
	case app.HookGivenUp:
		it.State = badge{"given up", "bad"}
	case app.HookWaiting:
		it.State, it.Next = badge{"waiting", "warn"}, v.machineAt(x.TryAt)
	}
	return it
}

// plainAnswer says what came back of a delivery.
func plainAnswer(a app.HookAnswer) string {
	switch a.Fault {
	case app.HookTimeout:
		return "no answer within 10 seconds"
	case app.HookNoName:
		return "its name leads nowhere"
	case app.HookNotPublic:
		return "its address is not on the open internet"
	case app.HookTLS:
		return "its certificate is not right"
	case app.HookNoConnect:
		return "no connection could be made"
	case app.HookNoFault:
	}
	status := " (status " + strconv.Itoa(a.HTTP) + ")"
	switch {
	case a.Taken():
		return "taken"
	case a.HTTP == http.StatusUnauthorized, a.HTTP == http.StatusForbidden:
		return "it does not let us in" + status
	case a.HTTP == http.StatusNotFound:
		return "there is nothing at this address" + status
	case a.HTTP == http.StatusGone:
		return "it is gone for good" + status
	case a.HTTP == http.StatusTooManyRequests:
		return "it gets too much at once" + status
	case a.HTTP/100 == 3:
		return "it points to another address, which is not followed" + status
	case a.HTTP >= 500:
		return "it has a fault of its own" + status
	}
	return "it did not take it" + status
}

func allEvents() []webhook.Event {
	var out []webhook.Event
	for _, k := range webhook.Kinds() {
		out = append(out, k.Event)
	}
	return out
}

// hookForm shows an endpoint to be changed, or what was typed into a form that was refused.
func (v *visit) hookForm(e app.HookEndpoint) hookForm {
	if v.refused && v.typed["url"] != "" {
		e = v.typedHook(e)
	}
	f := hookForm{URL: e.URL, Full: e.Full}
	for _, k := range webhook.Kinds() {
		f.Events = append(f.Events, choice{Value: string(k.Event), Text: k.Says, Here: slices.Contains(e.Events, k.Event)})
	}
	return f
}

// typedHook puts what the form says into an endpoint.
func (v *visit) typedHook(e app.HookEndpoint) app.HookEndpoint {
	e.URL, e.Full, e.Events = v.form("url"), v.form("full") == "on", nil
	for _, k := range webhook.Kinds() {
		if slices.Contains(v.c.Request().PostForm["event"], string(k.Event)) {
			e.Events = append(e.Events, k.Event)
		}
	}
	return e
}

// hookDone ends an act on one endpoint: refused in plain words, or on to its page.
func hookDone(id uuid.UUID, say string, err error) (done, error) {
	if words := app.BadHookWords(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	return done{say: say, to: Root + webhooksPath + "/" + id.String()}, err
}

func addWebhook(v *visit) (done, error) {
	e, secret, err := v.a.Hooks.Add(v.ctx(), v.typedHook(app.HookEndpoint{}))
	if err != nil {
		return hookDone(e.ID, "", err)
	}
	return v.withSecret(e.ID, secret)
}

// withSecret answers with the endpoint's page itself: the secret is shown once, and on no page after.
func (v *visit) withSecret(id uuid.UUID, secret webhook.Secret) (done, error) {
	d, err := v.webhookData(id)
	if err != nil {
		return done{}, err
	}
	d.Here, d.Secret = d.Href, secret.Reveal()
	return done{stream: func(http.ResponseWriter) error { return v.render(http.StatusOK, webhookPage(), d) }}, nil
}

func renewWebhook(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	secret, err := v.a.Hooks.Renew(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	return v.withSecret(id, secret)
}

func changeWebhook(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	version, err := strconv.Atoi(v.form("version"))
	if err != nil {
		return done{}, errors.Join(web.ErrBadRequest, err)
	}
	e := v.typedHook(app.HookEndpoint{ID: id, Version: version})
	return hookDone(id, "Saved.", v.a.Hooks.Change(v.ctx(), e))
}

func webhookOn(v *visit) (done, error) {
	return v.turnWebhook(true, "It is on, and hears of what happens from now on.")
}

func webhookOff(v *visit) (done, error) {
	return v.turnWebhook(false, "It is off. What happens now is not sent to it later.")
}

func (v *visit) turnWebhook(on bool, say string) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	if _, err := v.a.Hooks.Rows.HookEndpoint(v.ctx(), id); err != nil {
		return done{}, err
	}
	return hookDone(id, say, v.a.Hooks.Turn(v.ctx(), id, on))
}

func testWebhook(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	return hookDone(id, "A test is on its way. Load this page again in a few seconds to see what came back.", v.a.Hooks.Test(v.ctx(), id))
}

func endWebhook(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	if err := v.a.Hooks.End(v.ctx(), id); err != nil {
		return done{}, err
	}
	return done{say: "The webhook is ended: nothing goes there any more.", to: Root + webhooksPath}, nil
}
