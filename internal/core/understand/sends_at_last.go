package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// SendsAtLast reports whether a text ends with an order to send what is shown or was held, and says before it no more than that it is good
// after all: "wait, actually its good send it", "no espera, asi esta bien mandalo". "Send it tomorrow" orders it for another time.
func SendsAtLast(body string) bool {
	f := bare(body)
	if len(f) < 2 || len(f) > mostWaiting || strings.ContainsAny(body, "?¿") || hasDigit(body) {
		return false
	}
	for n := min(5, len(f)); n > 0; n-- {
		head := f[:len(f)-n]
		if lexicon.EndsWithSend.Has(strings.Join(f[len(f)-n:], " ")) && len(head) > 0 {
			return onlyBeforeSends(head) && (n > 1 || len(f[len(f)-1]) > len("send"))
		}
	}
	return false
}

// onlyBeforeSends reports whether words say no more than that something is good as it is.
func onlyBeforeSends(f []string) bool {
	for len(f) > 0 {
		n := min(5, len(f))
		for n > 0 && !lexicon.BeforeSends.Has(strings.Join(f[:n], " ")) {
			n--
		}
		if n == 0 && !lexicon.Interjections.Has(f[0]) && !lexicon.Fillers.Has(f[0]) {
			return false
		}
		f = f[max(n, 1):]
	}
	return true
}
