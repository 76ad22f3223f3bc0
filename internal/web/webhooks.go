package web

import (
	"context"
	"errors"
	"html"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/core/sms"
)

// Webhooks are the two addresses that the provider calls.
type Webhooks struct {
	PublicURL     string // what the provider was told; signatures are over it, never over the Host header
	Verify        func(publicURL string, form url.Values, signature string) bool
	ParseInbound  func(form url.Values) (sms.Inbound, error)
	ParseCallback func(form url.Values, messageID string) (sms.Callback, error)
	Inbound       func(ctx context.Context, in sms.Inbound) error
	Status        func(ctx context.Context, cb sms.Callback) error
	// Answering returns whose number it is and whom a caller is put through to, "" for nobody.
	Answering func(ctx context.Context) (organization string, line sms.Phone, err error)
	Count     func(name, label string)
	Observe   func(name string, d time.Duration) // nil: not measured
	// Refused is told of a signature that is not Twilio's over our address; nil: nobody.
	Refused func()
}

// maxForm bounds a webhook's body. Twilio's own forms stay under 16 kB.
const maxForm = 256 << 10

// emptyTwiML acknowledges without a word. Never text/plain: Twilio would text a plain body to the sender.
const emptyTwiML = `<?xml version="1.0" encoding="UTF-8"?><Response/>`

func (w Webhooks) inbound(c echo.Context) error {
	form, err := w.signedForm(c)
	if err != nil {
		return err
	}
	in, err := w.ParseInbound(form)
	if err != nil {
		return errors.Join(ErrBadRequest, err)
	}
	if err := w.Inbound(c.Request().Context(), in); err != nil {
		return errors.Join(ErrNotStored, err)
	}
	return c.Blob(http.StatusOK, "text/xml; charset=utf-8", []byte(emptyTwiML))
}

// voice tells who calls the number whose it is, in both languages, and puts them through to the staff line. Without the database it says
// what is always true.
func (w Webhooks) voice(c echo.Context) error {
	if _, err := w.signedForm(c); err != nil {
		return err
	}
	var org string
	var line sms.Phone
	if w.Answering != nil {
		var err error
		if org, line, err = w.Answering(c.Request().Context()); err != nil {
			org, line = "", sms.Phone{}
		}
	}
	return c.Blob(http.StatusOK, "text/xml; charset=utf-8", []byte(voiceAnswer(org, line)))
}

func voiceAnswer(org string, line sms.Phone) string {
	en, es := "Hello. This number is for text messages.", "Hola. Este número es para mensajes de texto."
	if org != "" {
		en, es = "Hello. You have reached "+org+". This number is for text messages.",
			"Hola. Ha llamado a "+org+". Este número es para mensajes de texto."
	}
	dial := ""
	if !line.IsZero() {
		en, es = en+" Please hold, we put you through to our staff.", es+" Espere un momento, le comunicamos con nuestro equipo."
		dial = "<Dial>" + line.E164() + "</Dial>"
	} else {
		en, es = en+" Please send us a text.", es+" Mándenos un mensaje de texto, por favor."
	}
	return `<?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">` + html.EscapeString(en) +
		`</Say><Say language="es-US">` + html.EscapeString(es) + `</Say>` + dial + `</Response>`
}

func (w Webhooks) status(c echo.Context) error {
	form, err := w.signedForm(c)
	if err != nil {
		return err
	}
	cb, err := w.ParseCallback(form, c.Request().URL.Query().Get("m"))
	if err != nil {
		return errors.Join(ErrBadRequest, err)
	}
	if err := w.Status(c.Request().Context(), cb); err != nil {
		return errors.Join(ErrNotStored, err)
	}
	return c.NoContent(http.StatusNoContent)
}

// signedForm reads the posted form, and only it: the merged form would let the query shadow the body and break the signature.
func (w Webhooks) signedForm(c echo.Context) (url.Values, error) {
	r := c.Request()
	if !strings.HasPrefix(r.Header.Get(echo.HeaderContentType), echo.MIMEApplicationForm) {
		w.Count("webhook_refusals", "content_type")
		return nil, ErrBadRequest
	}
	r.Body = http.MaxBytesReader(c.Response(), r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		var big *http.MaxBytesError
		if errors.As(err, &big) {
			w.Count("webhook_refusals", "too_large")
			return nil, ErrTooLarge
		}
		w.Count("webhook_refusals", "unreadable")
		return nil, ErrBadRequest
	}
	address := strings.TrimSuffix(w.PublicURL, "/") + r.URL.EscapedPath()
	if r.URL.RawQuery != "" {
		address += "?" + r.URL.RawQuery
	}
	if !w.Verify(address, r.PostForm, r.Header.Get("X-Twilio-Signature")) {
		w.Count("webhook_refusals", "signature")
		if w.Refused != nil {
			w.Refused()
		}
		return nil, ErrForbidden
	}
	return r.PostForm, nil
}
