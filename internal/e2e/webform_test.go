package e2e

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/testkit"
)

// TestTheReportsPage: WEB texts a link to the same draft; the page fills it in without a script and files it, and a link that was opened
// before, by a preview robot or anybody, still opens.
func TestTheReportsPage(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	texts := func(body string) {
		t.Helper()
		if code := d.Call("/sim/text", map[string]any{"from": phones()["ana"], "body": body}, nil); code != 200 {
			t.Fatal(code)
		}
	}
	last := func(kind string) string {
		t.Helper()
		body := ""
		for _, x := range d.Texts(phones()["ana"], 0) {
			if x.Kind == kind {
				body = x.Body
			}
		}
		return body
	}
	texts("REPORT Dora Vance")
	texts("yesterday")
	texts("WEB")
	link := regexp.MustCompile(`http://\S+/r/[A-Za-z0-9_-]{20,}`).FindString(last("web"))
	if link == "" {
		t.Fatalf("no link in %q", last("web"))
	}
	get := func(u string) (int, string) {
		t.Helper()
		res, err := http.Get(u)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = res.Body.Close() }()
		b, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return res.StatusCode, string(b)
	}
	for range 3 { // robots look at links before people do
		if code, page := get(link); code != 200 || !strings.Contains(page, `value="Dora Vance"`) ||
			!strings.Contains(page, `value="2026-11-23"`) {
			t.Fatalf("%d %s", code, page)
		}
	}
	if code, _ := get(link + "x"); code != 404 {
		t.Fatalf("another link: %d", code)
	}
	post := func(from string, v url.Values) (int, string) {
		t.Helper()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, link, strings.NewReader(v.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Sec-Fetch-Site", from)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = res.Body.Close() }()
		b, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return res.StatusCode, string(b)
	}
	if code, _ := post("cross-site", url.Values{"learned": {"x"}}); code != 403 {
		t.Fatalf("from another site: %d", code)
	}
	code, page := post("same-origin", url.Values{"contact_email": {"not an address"}, "learned": {"She <b>has</b> mold"}, "do": {"save"}})
	if code != 200 || !strings.Contains(page, "She &lt;b&gt;has&lt;/b&gt; mold") || !strings.Contains(page, "Kept as you wrote it") {
		t.Fatalf("%d %s", code, page)
	}
	texts("SO FAR")
	if got := last("so_far"); !strings.Contains(got, "mold") {
		t.Fatalf("by text the same draft says %q", got)
	}
	if code, page = post("same-origin", url.Values{"contact_email": {"dora@example.org"}, "do": {"file"}}); code != 200 ||
		!strings.Contains(page, "This report is filed") {
		t.Fatalf("%d %s", code, page)
	}
	if out := d.Run(&binary, "export", "reports", "--for", "crm"); !strings.Contains(out, "dora@example.org") ||
		!strings.Contains(out, ",filed,") {
		t.Fatal(out)
	}
	if code, _ := post("same-origin", url.Values{"learned": {strings.Repeat("x", 600<<10)}}); code != 413 {
		t.Fatalf("a huge body: %d", code)
	}
}

// TestAReportsLinkEndsWithTheWork: who was texted a link has it no longer when the work went to another, or they are no organizer any more.
func TestAReportsLinkEndsWithTheWork(t *testing.T) {
	t.Parallel()
	for _, how := range []string{"handed over", "no organizer any more", "phone locked", "another link"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			town := newTown(t, time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC))
			if err := town.DB.SetSetting(t.Context(), app.SettingURL, "https://reportback.example", false); err != nil {
				t.Fatal(err)
			}
			const ana = "+12065550101"
			for _, body := range []string{"REPORT Dora Vance", "yesterday", "WEB"} {
				town.Text(ana, body, false)
			}
			token := ""
			for _, s := range town.Texts(0) {
				if m := regexp.MustCompile(`/r/([A-Za-z0-9_-]{20,})`).FindStringSubmatch(s.Body); m != nil {
					token = m[1]
				}
			}
			open := func() error {
				_, err := town.DB.ReportByToken(t.Context(), change.TokenHash(token), change.TokenWeb, town.Now)
				return err
			}
			if token == "" || open() != nil {
				t.Fatalf("the link %q: %v", token, open())
			}
			switch how {
			case "handed over":
				_, _, err := app.HandOver(t.Context(), town.Receiver.Deps, app.Handing{
					From: town.Person("Ana Ruiz").ID,
					To:   town.Person("Luz Campos").ID, By: town.Person("Sam Okafor").ID, Past: true,
				})
				if err != nil {
					t.Fatal(err)
				}
			case "phone locked":
				town.Rows(`WITH x AS (UPDATE phones SET locked = true WHERE phone = '` + ana + `' RETURNING 'x') SELECT * FROM x`)
			case "another link":
				town.Text(ana, "WEB", false)
			default:
				town.Rows(`WITH x AS (UPDATE people SET roles = '{contact}' WHERE name = 'Ana Ruiz' RETURNING 'x') SELECT * FROM x`)
			}
			if err := open(); !errors.Is(err, app.ErrNotFound) {
				t.Errorf("the link opens: %v", err)
			}
		})
	}
}
