package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// ofShop is a street or a part of town with the kind of place that a text names right before it: "el mcdonalds de la othello" of "hay un
// mcdonalds aqui en la othello". A place that has its kind already stays.
func ofShop(body, place string) string {
	before, _, ok := strings.Cut(body, place)
	f := strings.Fields(before)
	named := strings.Fields(understand.Padded(place))
	if !ok || lexicon.PlaceNouns.Any(named) || lexicon.ShopNames.Any(named) || len(f) < 2 {
		return place
	}
	lead := strings.TrimSpace(understand.Padded(f[len(f)-1]))
	if !lexicon.LeadsPlace.Has(lead) {
		return place
	}
	n := len(f) - 2
	for n > 0 && lexicon.HereWords.Has(strings.TrimSpace(understand.Padded(f[n]))) {
		n--
	}
	shop := strings.TrimSpace(understand.Padded(f[n]))
	if strings.ContainsAny(f[n], ",.;!?") || !lexicon.ShopNames.Has(shop) && !lexicon.PlaceNouns.Has(shop) {
		return place
	}
	article := ""
	if n > 0 {
		article = definite(strings.TrimSpace(understand.Padded(f[n-1])))
	}
	if lead == "en" {
		lead = "de"
	}
	return strings.TrimSpace(article + " " + f[n] + " " + lead + " " + place)
}

// definite is the article by which a thing is called that was named with an indefinite one.
func definite(article string) string {
	switch article {
	case "un", "el":
		return "el"
	case "una", "la":
		return "la"
	case "a", "the":
		return "the"
	}
	return ""
}

// WithoutSame is a text without the words that its time stays as it is: "misma hora", "same time".
func WithoutSame(body string) string {
	from, to := lexicon.SameTime.Find(body)
	if to == 0 {
		return body
	}
	return strings.TrimSpace(body[:from]) + body[to:]
}
