package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAVisitorsAddressIsWhatOurOwnProxySaw(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ proxy, peer, header, want string }{
		{"", "203.0.113.9:1", "198.51.100.1", "203.0.113.9"},
		{"1", "127.0.0.1:1", "198.51.100.1", "198.51.100.1"},
		{"1", "127.0.0.1:1", "6.6.6.6, 198.51.100.1", "198.51.100.1"},
		{"2", "127.0.0.1:1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"},
		{"2", "127.0.0.1:1", "198.51.100.1", "127.0.0.1"},
		{"1", "127.0.0.1:1", "nonsense", "127.0.0.1"},
		{"1", "127.0.0.1:1", "", "127.0.0.1"},
		{"10.0.0.0/8, 127.0.0.0/8", "10.1.1.1:1", "6.6.6.6, 198.51.100.1, 10.2.2.2", "198.51.100.1"},
		{"10.0.0.0/8", "203.0.113.9:1", "6.6.6.6", "203.0.113.9"},
		{"", "[2001:db8:1:2:3:4:5:6]:1", "", "2001:db8:1:2::/64"},
		{"1", "127.0.0.1:1", "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"},
	} {
		at, err := Visitors(c.proxy)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.peer
		if c.header != "" {
			r.Header.Set("X-Forwarded-For", c.header)
		}
		if got := at(r); got != c.want {
			t.Errorf("%q, from %s with %q: %s, want %s", c.proxy, c.peer, c.header, got, c.want)
		}
	}
	for _, bad := range []string{"-1", "11", "caddy", "10.0.0.1", "10.0.0.0/8,"} {
		if _, err := Visitors(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
