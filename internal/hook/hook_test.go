package hook

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
)

// TestTheSignatureIsThatOfTheSpecification: the vector of the specification's own libraries.
func TestTheSignatureIsThatOfTheSpecification(t *testing.T) {
	t.Parallel()
	got, err := Sign(webhook.NewSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0),
		[]byte(`{"test": 2432232314}`))
	if err != nil || got != "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" {
		t.Errorf("%s (%v)", got, err)
	}
	if got, err := Sign(webhook.NewSecret("whsec_not base64"), "m", time.Unix(1, 0), nil); err == nil ||
		strings.Contains(err.Error(), "not base64!") || got != "" {
		t.Errorf("signed with no secret: %q, %v", got, err)
	}
}

func TestASecretIsLongAndNew(t *testing.T) {
	t.Parallel()
	c := New(false)
	a, b := c.Secret().Reveal(), c.Secret().Reveal()
	if a == b || !strings.HasPrefix(a, "whsec_") || len(a) != len("whsec_")+44 {
		t.Errorf("%d and %d characters, the same: %v", len(a), len(b), a == b)
	}
}

// receiver is somebody's tool: it answers as told and keeps what it got.
type receiver struct {
	*httptest.Server
	hits   atomic.Int32
	header http.Header
	body   string
}

func receive(t *testing.T, answer http.HandlerFunc) *receiver {
	t.Helper()
	r := &receiver{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		b, _ := io.ReadAll(req.Body)
		r.header, r.body = req.Header, string(b)
		r.hits.Add(1)
		answer(w, req)
	}))
	t.Cleanup(r.Close)
	return r
}

func post(url string, secrets ...webhook.Secret) app.HookPost {
	return app.HookPost{
		ID: uuid.MustParse("0191d1a0-0000-7000-8000-000000000001"), URL: url, Secrets: secrets,
		Body: []byte(`{"type":"test.ping"}`), At: time.Unix(1614265330, 0),
	}
}

func TestADeliveryCarriesTheThreeHeaders(t *testing.T) {
	t.Parallel()
	c := New(true)
	r := receive(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	now, before := c.Secret(), c.Secret()
	if got := c.Post(t.Context(), post(r.URL, now, before)); !got.Taken() || got.HTTP != http.StatusNoContent {
		t.Fatalf("%+v", got)
	}
	first, _ := Sign(now, "0191d1a0-0000-7000-8000-000000000001", time.Unix(1614265330, 0), []byte(r.body))
	second, _ := Sign(before, "0191d1a0-0000-7000-8000-000000000001", time.Unix(1614265330, 0), []byte(r.body))
	for name, want := range map[string]string{
		"webhook-id": "0191d1a0-0000-7000-8000-000000000001", "webhook-timestamp": "1614265330", "webhook-signature": first + " " + second,
		"Content-Type": "application/json",
	} {
		if got := r.header.Get(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if r.body != `{"type":"test.ping"}` {
		t.Errorf("body %s", r.body)
	}
}

func TestARedirectIsNotFollowed(t *testing.T) {
	t.Parallel()
	inside := receive(t, func(http.ResponseWriter, *http.Request) {})
	r := receive(t, func(w http.ResponseWriter, req *http.Request) {
		http.Redirect(w, req, inside.URL, http.StatusTemporaryRedirect)
	})
	if got := New(true).Post(t.Context(), post(r.URL)); got.HTTP != http.StatusTemporaryRedirect || got.Taken() || inside.hits.Load() != 0 {
		t.Errorf("%+v, and %d requests behind it", got, inside.hits.Load())
	}
}

func TestNothingInsideIsReached(t *testing.T) {
	t.Parallel()
	r := receive(t, func(http.ResponseWriter, *http.Request) {})
	strict := New(false)
	if got := strict.Post(t.Context(), post(r.URL)); got.Fault != app.HookNotPublic || r.hits.Load() != 0 {
		t.Errorf("by its address: %+v", got)
	}
	// As a name that resolves inside does, whatever was checked before: the dialer itself refuses.
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.Replace(r.URL, "127.0.0.1", "localhost", 1), nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := strict.http.Do(req)
	if err == nil {
		_ = res.Body.Close()
	}
	if !errors.Is(err, errNotPublic) || fault(err) != app.HookNotPublic || r.hits.Load() != 0 {
		t.Errorf("by a name: %v", err)
	}
	loose := New(true)
	for _, c := range []struct {
		address       string
		strict, loose bool
	}{
		{"93.184.216.34:443", true, true},
		{"[2606:2800:220:1:248:1893:25c8:1946]:443", true, true},
		{"127.0.0.1:443", false, true},
		{"[::1]:443", false, true},
		{"[::ffff:127.0.0.1]:443", false, true},
		{"10.0.0.1:443", false, false},
		{"172.16.0.1:443", false, false},
		{"192.168.1.1:443", false, false},
		{"[::ffff:192.168.1.1]:443", false, false},
		{"169.254.169.254:80", false, false},
		{"100.64.0.1:443", false, false},
		{"0.0.0.0:443", false, false},
		{"224.0.0.1:443", false, false},
		{"255.255.255.255:443", false, false},
		{"198.18.0.1:443", false, false},
		{"[::]:443", false, false},
		{"[fe80::1]:443", false, false},
		{"[fc00::1]:443", false, false},
		{"[fec0::1]:443", false, false},
		{"[ff02::1]:443", false, false},
		{"[64:ff9b::a00:1]:443", false, false},
		{"[2002:a00:1::]:443", false, false},
		{"[2001:db8::1]:443", false, false},
		{"no address", false, false},
	} {
		if got := strict.allows(c.address) == nil; got != c.strict {
			t.Errorf("%s allowed: %v", c.address, got)
		}
		if got := loose.allows(c.address) == nil; got != c.loose {
			t.Errorf("%s allowed in the demo: %v", c.address, got)
		}
	}
}

func TestAnAddressIsRefusedInPlainWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		address       string
		strict, loose bool
	}{
		{"https://example.org/hook?key=1", true, true},
		{"https://example.org:8443/", true, true},
		{"http://example.org/", false, true},
		{"http://127.0.0.1:9999/hook", false, true},
		{"https://localhost/", false, true},
		{"https://10.0.0.1/", false, false},
		{"https://[::1]/", false, true},
		{"https://me:secret@example.org/", false, false},
		{"https://me@example.org/", false, false},
		{"https://example.org/#part", false, false},
		{"https://example.org:0/", false, false},
		{"https://example.org:99999/", false, false},
		{"https:///hook", false, false},
		{"https:example.org", false, false},
		{"ftp://example.org/", false, false},
		{"file:///etc/passwd", false, false},
		{"example.org", false, false},
		{"https://exa mple.org/", false, false},
		{"https://example.org/\x00", false, false},
		{"", false, false},
		{"https://example.org/" + strings.Repeat("a", 481), false, false},
		{"https://example.org/" + strings.Repeat("a", 480), true, true},
	} {
		for loose, want := range map[bool]bool{false: c.strict, true: c.loose} {
			err := New(loose).Check(c.address)
			if (err == nil) != want {
				t.Errorf("%.40q in the demo %v: %v", c.address, loose, err)
			}
			if err != nil && app.BadHookWords(err) == "" {
				t.Errorf("%.40q is refused without words: %v", c.address, err)
			}
		}
	}
}

func TestEachFaultHasItsName(t *testing.T) {
	t.Parallel()
	c := New(true)
	never := make(chan struct{})
	slow := receive(t, func(http.ResponseWriter, *http.Request) { <-never })
	t.Cleanup(func() { close(never) }) // before the server waits for its requests
	closed := receive(t, func(http.ResponseWriter, *http.Request) {})
	closed.Close()
	secure := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	t.Cleanup(secure.Close)
	for _, x := range []struct {
		url  string
		want app.HookFault
	}{
		{slow.URL, app.HookTimeout},
		{closed.URL, app.HookNoConnect},
		{secure.URL, app.HookTLS},
		{"https://" + strings.TrimPrefix(slow.URL, "http://"), app.HookTLS},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		if got := c.Post(ctx, post(x.url)); got.Fault != x.want || got.HTTP != 0 || got.Taken() {
			t.Errorf("%s: %+v, want %s", x.url, got, x.want)
		}
		cancel()
	}
}

func TestALongAnswerIsNotReadToItsEnd(t *testing.T) {
	t.Parallel()
	written := make(chan int, 1)
	const all = 64 << 20
	r := receive(t, func(w http.ResponseWriter, _ *http.Request) {
		n, chunk := 0, make([]byte, 64<<10)
		for n < all {
			k, err := w.Write(chunk)
			if n += k; err != nil {
				break
			}
		}
		written <- n
	})
	if got := New(true).Post(t.Context(), post(r.URL)); !got.Taken() {
		t.Errorf("%+v", got)
	}
	if n := <-written; n >= all {
		t.Errorf("all of its %d bytes were read", n)
	}
}
