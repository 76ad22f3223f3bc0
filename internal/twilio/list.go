package twilio

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

const (
	pageSize  = "50"
	allSize   = "1000" // of a listing of everything: Twilio's largest page
	maxPages  = 40
	mostPages = 200
)

type page struct {
	Messages []struct {
		SID         string `json:"sid"`
		To          string `json:"to"`
		From        string `json:"from"`
		Media       string `json:"num_media"`
		Body        string `json:"body"`
		Direction   string `json:"direction"`
		Status      string `json:"status"`
		ErrorCode   *int   `json:"error_code"`
		DateCreated string `json:"date_created"`
	} `json:"messages"`
	Next string    `json:"next_page_uri"`
	at   time.Time // of the answer, by the provider's clock
}

// ListTo implements app.Provider: newest first, without a DateSent filter, which misses fresh messages; it pages on until what is older
// than within. An error means that the listing is not complete and proves nothing.
func (c *Client) ListTo(ctx context.Context, to sms.Phone, within time.Duration) ([]app.Listed, error) {
	q := url.Values{"To": {to.E164()}, "PageSize": {pageSize}}
	if c.c.From != "" && c.c.MessagingServiceSID == "" {
		q.Set("From", c.c.From)
	}
	return c.list(ctx, c.messagesPath()+"?"+q.Encode(), within, maxPages)
}

// Newest implements app.Provider.
func (c *Client) Newest(ctx context.Context) ([]app.Listed, error) {
	return c.list(ctx, c.messagesPath()+"?PageSize="+pageSize, 0, 1)
}

// ListAll implements app.Provider. There is no DateSent filter, for the same reason as above.
func (c *Client) ListAll(ctx context.Context, within time.Duration) ([]app.Listed, error) {
	return c.list(ctx, c.messagesPath()+"?PageSize="+allSize, within, mostPages)
}

// ListInbound implements app.Provider. With a Messaging Service nobody but Twilio knows its numbers: then all is read.
func (c *Client) ListInbound(ctx context.Context, within time.Duration) ([]app.Listed, error) {
	q := url.Values{"PageSize": {allSize}}
	if c.c.From != "" && c.c.MessagingServiceSID == "" {
		q.Set("To", c.c.From)
	}
	return c.list(ctx, c.messagesPath()+"?"+q.Encode(), within, mostPages)
}

func (c *Client) messagesPath() string {
	return "/2010-04-01/Accounts/" + url.PathEscape(c.c.AccountSID) + "/Messages.json"
}

// list reads pages over the same transport as sending. The SDK's own pager is not used: it builds its next address from the answer and
// loses the context.
func (c *Client) list(ctx context.Context, path string, within time.Duration, pages int) ([]app.Listed, error) {
	var out []app.Listed
	for range pages {
		p, err := c.page(ctx, path)
		if err != nil {
			return nil, failed(err)
		}
		for _, m := range p.Messages {
			created, err := time.Parse(time.RFC1123Z, m.DateCreated)
			if err != nil {
				return nil, &listError{"a date that cannot be read"}
			}
			age := max(p.at.Sub(created), 0)
			if age > within && pages > 1 {
				return out, nil
			}
			l := app.Listed{
				SID: m.SID, To: m.To, From: m.From, Media: number(m.Media, maxMedia), Body: sms.NewBody(m.Body),
				Outbound: m.Direction == "outbound-api",
				Inbound:  m.Direction == "inbound", Status: sms.ParseStatus(m.Status), Age: age,
			}
			if m.ErrorCode != nil {
				l.Code = *m.ErrorCode
			}
			out = append(out, l)
		}
		if p.Next == "" {
			return out, nil
		}
		if !strings.HasPrefix(p.Next, "/2010-04-01/Accounts/") {
			return nil, &listError{"a next page elsewhere"}
		}
		path = p.Next
	}
	if pages == 1 {
		return out, nil
	}
	return nil, &listError{"too many pages"}
}

func (c *Client) page(ctx context.Context, path string) (page, error) {
	ctx, cancel := context.WithTimeout(ctx, c.c.CallTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.twilio.com"+path, nil)
	if err != nil {
		return page{}, err
	}
	req.SetBasicAuth(c.c.AccountSID, c.c.AuthToken)
	res, err := c.next.RoundTrip(req)
	if err != nil {
		return page{}, err
	}
	defer func() { _ = res.Body.Close() }()
	p := page{at: time.Now()}
	if at, err := http.ParseTime(res.Header.Get("Date")); err == nil {
		p.at = at
	}
	if err := json.NewDecoder(io.LimitReader(res.Body, maxAnswer)).Decode(&p); err != nil {
		return page{}, errors.New("not JSON")
	}
	return p, nil
}
