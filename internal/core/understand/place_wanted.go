package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// WantsOtherPlace reports whether a text wants another place for who has this first name, and does not say which: "change the place w
// maria".
func WantsOtherPlace(body, first string) bool {
	name := strings.TrimSpace(Padded(first))
	body = strings.Join(slices.DeleteFunc(strings.Fields(body), func(w string) bool { // "change marias place"
		w = strings.Join(bare(w), "")
		return w == name+"s" || w == name+"'s" || w == name+"’s"
	}), " ")
	n := lexicon.NewPlaceLeads.Lead(body)
	if n == 0 { // "need to change the location"
		body = withoutLeads(body)
		n = lexicon.NewPlaceLeads.Lead(body)
	}
	if n == 0 {
		return false
	}
	return !slices.ContainsFunc(bare(body[n:]), func(w string) bool {
		return !lexicon.Pleading.Has(w) && !lexicon.AroundName.Has(w) && w != name && w != name+"s" && w != name+"'s"
	})
}
