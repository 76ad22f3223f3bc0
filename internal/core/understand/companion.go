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

// AlongWith is whom a text that tells that somebody comes, of this first name, has come along: "maria is coming with jo" has "with jo". ""
// where nobody is named or of their kin.
func AlongWith(body, first string) string {
	f, name := strings.Fields(body), strings.TrimSpace(Padded(first))
	for i := 1; i+1 < len(f); i++ {
		lead := bareWord(strings.ToLower(f[i]))
		if !lexicon.WithWords.Has(lead) && !lexicon.BringsAlong.Has(lead) {
			continue
		}
		at := i + 1
		if w := bareWord(strings.ToLower(f[at])); w == "a" && at+1 < len(f) {
			at++
		}
		who := bareWord(strings.ToLower(f[at]))
		theirs := lexicon.TheirPlaces.Has(who) && at+1 < len(f) && lexicon.Kin.Has(bareWord(strings.ToLower(f[at+1])))
		if theirs || lexicon.FirstNames.Has(who) && who != name {
			return strings.Trim(strings.Join(f[i:], " "), " .!")
		}
	}
	return ""
}

// WithoutCompanion is what something is called without whom somebody goes to it with: of "house meeting with jo" it is "house meeting".
// "Coffee with the pastor" is what it is.
func WithoutCompanion(name string) string {
	f := strings.Fields(name)
	if n := len(f) - 1; n > 0 && lexicon.AlongWithMe.Has(bareWord(strings.ToLower(f[n]))) { // "la junta conmigo"
		f = f[:n]
		name = strings.Join(f, " ")
	}
	for i := len(f) - 2; i > 0; i-- {
		if !lexicon.WithWords.Has(strings.ToLower(f[i])) {
			continue
		}
		for k, w := range f[i+1:] {
			low := bareWord(strings.ToLower(w))
			if !lexicon.FirstNames.Has(low) && !lexicon.Myself.Has(low) && !lexicon.Kin.Has(low) && !lexicon.MyPlaces.Has(low) &&
				!lexicon.TheirPlaces.Has(low) &&
				!lexicon.And.Has(low) && !(k > 0 && capital(w)) {
				return name
			}
		}
		return strings.Join(f[:i], " ")
	}
	return name
}
