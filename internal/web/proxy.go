package web

import (
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"
)

// maxHops bounds how many proxies may stand in front.
const maxHops = 10

// Visitors returns how a visitor's address is told, by what stands in front: "" is nothing, so a header that anybody can send decides
// nothing; a number is how many proxies of ours each add one address to X-Forwarded-For; else networks, as CIDR with commas between, whose
// word is taken.
func Visitors(proxy string) (echo.IPExtractor, error) {
	proxy = strings.TrimSpace(proxy)
	if proxy == "" {
		return prefixed(echo.ExtractIPDirect()), nil
	}
	if hops, err := strconv.Atoi(proxy); err == nil {
		if hops < 0 || hops > maxHops {
			return nil, fmt.Errorf("REPORTBACK_PROXY: must be at most %d proxies", maxHops)
		}
		return prefixed(behind(hops)), nil
	}
	trust := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, s := range strings.Split(proxy, ",") {
		_, n, err := net.ParseCIDR(strings.TrimSpace(s))
		if err != nil {
			return nil, fmt.Errorf("REPORTBACK_PROXY: must be the number of proxies in front, or their networks such as 10.0.0.0/8, not %q", s)
		}
		trust = append(trust, echo.TrustIPRange(n))
	}
	return prefixed(echo.ExtractIPFromXFFHeader(trust...)), nil
}

// behind takes the address that the outermost of our proxies saw: what a visitor wrote into the header stands before it.
func behind(hops int) echo.IPExtractor {
	direct := echo.ExtractIPDirect()
	return func(r *http.Request) string {
		var seen []string
		for _, h := range r.Header.Values("X-Forwarded-For") {
			seen = append(seen, strings.Split(h, ",")...)
		}
		if hops == 0 || len(seen) < hops {
			return direct(r)
		}
		ip := net.ParseIP(strings.Trim(strings.TrimSpace(seen[len(seen)-hops]), "[]"))
		if ip == nil {
			return direct(r)
		}
		return ip.String()
	}
}

// prefixed counts one visitor of IPv6 once: each has a whole network (/64) of addresses.
func prefixed(next echo.IPExtractor) echo.IPExtractor {
	return func(r *http.Request) string {
		at := next(r)
		ip := net.ParseIP(at)
		if ip == nil || ip.To4() != nil {
			return at
		}
		return ip.Mask(net.CIDRMask(64, 128)).String() + "/64"
	}
}
