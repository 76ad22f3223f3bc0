package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ComesWith reports whether a text that begins with somebody's first name says that they come, or would, with another, who is not whom one
// meets: "maria wants to come with jo friday".
func ComesWith(body, first, other string) bool {
	f, name := bare(body), strings.TrimSpace(Padded(first))
	who, _, _ := strings.Cut(strings.TrimSpace(Padded(other)), " ")
	for len(f) > 0 && (lexicon.OrderLeads.Has(f[0]) || lexicon.NameArticles.Has(f[0])) {
		f = f[1:]
	}
	if name == "" || who == "" || len(f) == 0 || f[0] != name || who == name {
		return false
	}
	for i := 2; i+1 < len(f); i++ {
		if f[i+1] == who && lexicon.ComesAlong.Any(f[1:i+1]) && (lexicon.WithWords.Has(f[i]) || lexicon.ComesAlong.Has(f[i]) || f[i] == "a") {
			return true
		}
	}
	return false
}

// WithoutCompanion is what something is called without whom somebody goes to it with: of "house meeting with jo" it is "house meeting".
// "Coffee with the pastor" is what it is.
func WithoutCompanion(name string) string {
	f := strings.Fields(name)
	for i := len(f) - 2; i > 0; i-- {
		if !lexicon.WithWords.Has(strings.ToLower(f[i])) {
			continue
		}
		for k, w := range f[i+1:] {
			low := bareWord(strings.ToLower(w))
			if !lexicon.FirstNames.Has(low) && !lexicon.Kin.Has(low) && !lexicon.MyPlaces.Has(low) && !lexicon.TheirPlaces.Has(low) &&
				!lexicon.And.Has(low) && !(k > 0 && capital(w)) {
				return name
			}
		}
		return strings.Join(f[:i], " ")
	}
	return name
}
