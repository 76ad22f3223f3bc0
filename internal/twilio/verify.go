// Package twilio is all that knows Twilio: signatures, forms, sending, listing and the table of its errors. Nothing that it returns carries
// a number or a word of anybody's text.
package twilio

import (
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // Twilio signs with HMAC-SHA1
	"encoding/base64"
	"net/url"
	"sort"
	"strings"
)

// Verify checks an X-Twilio-Signature over the posted form (docs/usage/webhooks/webhooks-security): HMAC-SHA1, keyed with any of the
// tokens, of the public URL followed by every key, sorted, and its values. A repeated key counts once for each distinct value, sorted. form
// is the body only, never merged with the query. Twilio is inconsistent about default ports, so both ways are tried. An empty token never
// verifies.
func Verify(tokens []string, publicURL string, form url.Values, signature string) bool {
	if signature == "" {
		return false
	}
	tail := signed(form)
	ok := false
	for _, u := range portVariants(publicURL) {
		for _, token := range tokens {
			if token == "" {
				continue
			}
			m := hmac.New(sha1.New, []byte(token))
			m.Write([]byte(u))
			m.Write([]byte(tail))
			ok = hmac.Equal([]byte(base64.StdEncoding.EncodeToString(m.Sum(nil))), []byte(signature)) || ok
		}
	}
	return ok
}

func signed(form url.Values) string {
	keys := make([]string, 0, len(form))
	for k := range form {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	for _, k := range keys {
		vs := append([]string(nil), form[k]...)
		sort.Strings(vs)
		for i, v := range vs {
			if i > 0 && v == vs[i-1] {
				continue
			}
			b.WriteString(k)
			b.WriteString(v)
		}
	}
	return b.String()
}

// portVariants returns the URL without and with its default port, and as given: string surgery, since what was signed must not be encoded
// again.
func portVariants(u string) []string {
	i := strings.Index(u, "://")
	if i < 0 {
		return []string{u}
	}
	e := i + 3 + strings.IndexAny(u[i+3:]+"/", "/?#")
	authority := u[i+3 : e]
	at := strings.LastIndex(authority, "@") + 1
	host := authority[at:]
	bare := host
	if c := strings.LastIndex(host, ":"); c > strings.LastIndex(host, "]") {
		bare = host[:c]
	}
	port := ":80"
	if strings.HasPrefix(u, "https") {
		port = ":443"
	}
	out := []string{u[:i+3] + authority[:at] + bare + u[e:], u[:i+3] + authority[:at] + bare + port + u[e:]}
	if bare != host {
		out = append(out, u)
	}
	return out
}
