// Package spoken reads the place that a contact names in an answer about a one-on-one.
package spoken

import (
	"cmp"
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxPlace bounds the name of a place.
const maxPlace = 120

// SaysYes reports whether a text that names a place agrees to the time as well: "yes but at my place".
func SaysYes(body string, c when.Context) bool {
	words := strings.Fields(body)
	return understand.BeginsWithYes(body, c) || understand.Read(beforeBut(body), c).Reply == understand.Yes ||
		len(words) > mostAgreeing && (agreesFrom(words, len(words)-2) || agreesFrom(words, len(words)-mostAgreeing))
}

// PlaceIn is the place that a text names, after a yes or a question too. Who was asked for a place may name it in a few words alone.
func PlaceIn(body string, c when.Context, asked bool) string {
	if from, _ := lexicon.NearerTo.Find(body); !asked && nearerOnly(body) { // "algo más cerca de la escuela" is not at the school
		if from == 0 {
			return ""
		}
		f := strings.Fields(body[:from])
		for len(f) > 0 && (lexicon.IsWords.Has(lexicon.Plain(f[len(f)-1])) || lexicon.PlaceVerbs.Has(lexicon.Plain(f[len(f)-1]))) {
			f = f[:len(f)-1] // "the library its closer to my house"
		}
		body = strings.Join(f, " ")
	}
	f := strings.Fields(body)
	for i := 0; i < len(f) && i < 12; i++ {
		h := understand.Read(strings.Join(f[i:], " "), c)
		if h.Place != "" && !denied(body, h.Place) {
			return ofShop(body, trimPlace(h.Place)) + onStreet(body, h.Place)
		}
	}
	if home := ownHome(body); home != "" && !asked && !denied(body, home) {
		return home
	}
	if _, to := lexicon.OtherPlace.Find(body); to > 0 && !asked {
		rest := body[to:]
		if words := strings.Fields(understand.Padded(rest)); len(words) > 0 && len(words) <= mostOfPlace && isPlace(words) &&
			!denied(body, trimPlace(rest)) {
			return trimPlace(rest)
		}
	}
	if place := cmp.Or(comesTo(body), OneOf(body)); place != "" && !asked {
		return place
	}
	if n := lexicon.ChosenLeads.Lead(body); asked && n > 0 && n < len(body) {
		rest := strings.TrimSpace(body[n:])
		if words := strings.Fields(understand.Padded(rest)); len(words) > 0 && len(words) <= mostOfPlace &&
			(lexicon.Articles.Has(words[0]) || lexicon.PlaceNouns.Any(words[:min(4, len(words))])) { // "lets do the halal spot on mlk"
			return trimPlace(rest)
		}
	}
	if rest := behindYes(body, c); asked && rest != "" {
		return trimPlace(strings.TrimSpace(rest[lexicon.ChosenLeads.Lead(rest):]))
	}
	if place := saidOf(body); asked && place != "" {
		return place
	}
	h := understand.Read(body, c)
	if asked && h.Reply == understand.NoReply && len(f) <= 6 && !strings.ContainsAny(body, "?¿") && understand.AskedIn(body) == 0 &&
		lexicon.Articles.Has(firstWord(body)) {
		return trimPlace(body)
	}
	return ""
}

// Rather is the place that a text names beside the one that it denies: "yeah but not Cafe Presse, the little park by the school?" "" where
// own is not denied.
func Rather(body, own string) string {
	if !DeniesPlace(body, own) {
		return ""
	}
	for _, c := range strings.FieldsFunc(body, func(r rune) bool { return strings.ContainsRune(",.;!?\n", r) }) {
		c = strings.TrimSpace(c)
		c = strings.TrimSpace(c[lexicon.ChosenLeads.Lead(c):])
		words := strings.Fields(understand.Padded(c))
		if len(words) < 2 || len(words) > mostOfPlace || strings.Contains(understand.Padded(c), understand.Padded(own)) {
			continue
		}
		for n := len(words) - 1; n > 1 && (lexicon.Yes.Has(words[n]) || lexicon.YesMildly.Has(words[n]) || lexicon.AsksIfSo.Has(words[n])); n-- {
			c, words = strings.TrimSpace(c[:strings.LastIndexByte(c, ' ')]), words[:n] // "la panaderia si?"
		}
		led := lexicon.Articles.Has(words[0]) || lexicon.MyPlaces.Has(words[0])
		if led && isPlace(words) && !lexicon.NegativeWords.Any(words) {
			return trimPlace(c)
		}
	}
	return ""
}

// mostLeads is how many words stand at most between a no and the place that it denies: "not at the".
const mostLeads = 3

func lastOf(f []string, n int) []string { return f[max(0, len(f)-n):] }

// isPlace reports whether words begin with a place: a kind of one, a home, somebody's: "my moms place", "the library", "my sisters".
func isPlace(words []string) bool {
	words = words[:min(4, len(words))]
	owned := len(words) > 1 && (lexicon.MyPlaces.Has(words[0]) || lexicon.Articles.Has(words[0])) // "place" alone is nobody's
	if lexicon.PlaceNouns.Any(words) || owned && lexicon.HomeNouns.Any(words) {
		return true
	}
	return len(words) > 1 && lexicon.MyPlaces.Has(words[0]) && strings.HasSuffix(words[1], "s") &&
		lexicon.Kin.Has(strings.TrimSuffix(words[1], "s")) && !lexicon.Kin.Has(words[1])
}

// denied reports whether a place is named as where it is not to be: "not at the cafe, come to my house".
func denied(body, place string) bool {
	before, _, _ := strings.Cut(body, place)
	f := strings.Fields(understand.Padded(before))
	for n := len(f) - 1; n >= 0 && n >= len(f)-3; n-- { // before what leads to it
		if lexicon.NegativeWords.Has(f[n]) {
			return true
		}
		if !lexicon.LeadsPlace.Has(f[n]) && !lexicon.Articles.Has(f[n]) && !lexicon.The.Has(f[n]) {
			return false
		}
	}
	return false
}

// onStreet is the street behind a place that is named by its number alone, which looks like a day of the month: "the park on 5th".
func onStreet(body, place string) string {
	_, rest, ok := strings.Cut(body, place)
	f := strings.Fields(rest)
	if !ok || len(f) < 2 || rest[0] != ' ' || !understand.NamesStreet(place+" "+f[0]+" "+f[1]) {
		return ""
	}
	return " " + f[0] + " " + strings.TrimRight(f[1], ".,;!?")
}

// WithStreet is a place with the address that the same text names for it.
func WithStreet(place, body string, c when.Context) string {
	street := phrase.OrElse(understand.StreetIn(body, c), understand.CornerIn(body))
	named := understand.AtCorner(body)
	named = strings.TrimSpace(named[lexicon.ChosenLeads.Lead(named):])
	switch {
	case place == "" && named != "":
		return report.Excerpt(named, maxPlace)
	case street == "" || strings.Contains(place, street):
		return place
	case place == "" || strings.Contains(street, place):
		return report.Excerpt(street, maxPlace)
	}
	return report.Excerpt(place+", "+street, maxPlace)
}

// comesTo is the place to which a text asks to come: "ok but come to my place instead, I got the baby".
func comesTo(body string) string {
	_, to := lexicon.ComesTo.Find(body)
	if to == 0 {
		return ""
	}
	rest := strings.TrimSpace(body[to:])
	if i := strings.IndexAny(rest, ",.;!?\n"); i > 0 {
		rest = rest[:i]
	}
	words := strings.Fields(understand.Padded(rest))
	if len(words) == 0 || len(words) > mostOfPlace || !lexicon.PlaceNouns.Any(words[:min(3, len(words))]) &&
		!lexicon.HomeNouns.Any(words[:min(2, len(words))]) {
		return ""
	}
	return trimPlace(rest)
}

// ownHome is the writer's own home behind an in: "my house" of "can we do it in my house better".
func ownHome(body string) string {
	f := strings.Fields(understand.Padded(body))
	for i := 1; i+1 < len(f); i++ {
		if lexicon.MyPlaces.Has(f[i]) && lexicon.HomeNouns.Has(f[i+1]) && lexicon.Look(f[i-1]).Time == lexicon.In {
			return f[i] + " " + f[i+1]
		}
	}
	return ""
}

// withoutDoing takes off what is done by phone or screen: of "do a video call" it is the call.
func withoutDoing(s string) string {
	s = strings.Trim(s, " ,.;!?")
	if at := len(s) - len("call"); at > 0 && strings.EqualFold(s[at:], "call") && !understand.ByPhone(s) {
		return "phone call" // of "hop on a call"
	}
	for _, do := range lexicon.DoesBy.Words() {
		if rest, ok := strings.CutPrefix(strings.ToLower(s), do+" "); ok {
			return s[len(s)-len(rest):]
		}
	}
	return s
}

// OneOf is the place that a text asks for as one of several of its kind: "can we do the one on Broadway instead".
func OneOf(body string) string {
	from, to := lexicon.TheOneAt.Find(body)
	if to == 0 || !lexicon.OtherPlace.In(understand.Padded(body)) && !OtherOne(body) {
		return ""
	}
	place := trimPlace(body[from:])
	words := strings.Fields(understand.Padded(place))
	if n := len(strings.Fields(body[from:to])); len(words) <= n || len(words) > mostOfPlace ||
		!OtherOne(body) && slices.ContainsFunc(words[n:], understand.NamesTime) {
		return ""
	}
	return place
}

// mostBefore is how many words may stand between what asks to talk on the phone and the phone.
const mostBefore = 8

// OnPhone is how a text asks to talk on the phone instead of at a place, in its words: "can we just talk on the phone". A phone that is
// denied is none.
func OnPhone(body string) string {
	from, to := lexicon.OnPhone.Find(body)
	if to == 0 {
		return ""
	}
	f := strings.Fields(understand.Padded(body[:from]))
	if lexicon.Negators.Has(firstWord(body[to:])) { // "por telefono no me gusta"
		return ""
	}
	for i := len(f) - 1; i >= 0 && i >= len(f)-mostBefore; i-- {
		if lexicon.Negators.Has(f[i]) {
			return ""
		}
		for n := 1; n <= 3 && i+n <= len(f); n++ {
			if lexicon.PhoneLeads.Has(strings.Join(f[i:i+n], " ")) {
				return withoutDoing(body[from:to])
			}
		}
	}
	if rest := strings.Fields(understand.Padded(body[to:])); len(rest) > 0 && lexicon.PhoneLeads.Has(rest[0]) && len(f) < mostBefore &&
		!lexicon.Negators.Any(f) {
		return withoutDoing(body[from:to])
	}
	return ""
}

// mostOfPlace is how many words may name a place that stands behind a yes.
const mostOfPlace = 12

// behindYes is what stands behind the yes of who was asked for a place, where it names one: "ok yes. the halal spot on mlk".
func behindYes(body string, c when.Context) string {
	f := strings.Fields(body)
	n := 0
	for n < len(f) && isYes(c, f[n]) {
		n++
	}
	rest := strings.Join(f[n:], " ")
	words := strings.Fields(understand.Padded(rest))
	if n == 0 || len(words) == 0 || len(words) > mostOfPlace || strings.ContainsAny(rest, "?¿") || understand.AskedIn(rest) != 0 ||
		!lexicon.Articles.Has(words[0]) && !lexicon.PlaceNouns.Any(words[:min(4, len(words))]) {
		return ""
	}
	return rest
}

func isYes(c when.Context, word string) bool {
	return understand.Read(word, c).Reply == understand.Yes
}

// trimPlace ends a place where its sentence ends, without the courtesies behind it.
func trimPlace(s string) string {
	if i := strings.IndexByte(s, '?'); i > 0 {
		s = s[:i]
	}
	s, _ = understand.PlaceEnds(s)
	words := strings.Fields(s)
	for i := 1; i < len(words); i++ { // the reason is none of it
		if w := strings.TrimSpace(understand.Padded(words[i])); tellsOf(w, i) || agreesFrom(words, i) || lexicon.Because.Has(w) ||
			lexicon.OtherPlace.Has(w) ||
			lexicon.SaysIf.Has(w) || lexicon.Turning.Has(w) {
			s = strings.Join(words[:i], " ")
			break
		}
	}
	f := strings.Fields(strings.TrimRight(strings.TrimSpace(s), " .,"))
	for len(f) > 1 && lexicon.AfterPlace.Has(strings.TrimSpace(understand.Padded(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	return report.Excerpt(strings.Join(f, " "), maxPlace)
}

func firstWord(body string) string {
	f := strings.Fields(understand.Padded(body))
	if len(f) == 0 {
		return ""
	}
	return f[0]
}

// beforeBut is what a text says before it turns: "ah bueno entonces sí" of "..., pero en mi casa".
func beforeBut(body string) string {
	f := strings.Fields(body)
	for i, w := range f {
		if lexicon.ButWords.Has(strings.TrimSpace(understand.Padded(w))) {
			return strings.Join(f[:i], " ")
		}
	}
	return ""
}

// YesBeforeBut reports whether what a text says before it turns is a yes.
func YesBeforeBut(body string, c when.Context) bool {
	before := beforeBut(body)
	return before != "" && understand.Read(before, c).Reply == understand.Yes
}

// NotThere reports whether words say that the place does not suit and name no other: "sí pero ahí no", "somewhere else?".
func NotThere(body string, c when.Context) bool {
	marked := strings.ReplaceAll(body, "?", ".")
	from, to := lexicon.NotThere.Find(marked)
	if _, near := lexicon.NearerTo.Find(body); near > 0 && nearerOnly(body) && asksNearer(body) {
		return PlaceIn(body, c, false) == ""
	}
	if to == 0 || PlaceIn(body, c, false) != "" {
		return false
	}
	said, rest := strings.TrimSpace(marked[from:to]), strings.TrimSpace(marked[to:])
	for lexicon.AfterPlace.Has(firstWord(rest)) { // "different place tho? my ex works there"
		word, more, _ := strings.Cut(rest, " ")
		if rest = strings.TrimSpace(more); strings.ContainsAny(word[len(word)-1:], ",.;!") {
			return true
		}
	}
	return rest == "" || strings.ContainsAny(said[len(said)-1:], ",.;!") || lexicon.Because.Has(firstWord(rest))
}

// AgreesToTexts reads a consent in a contact's own words.
func AgreesToTexts(body string) bool {
	from, to := lexicon.TextsWelcome.Find(body)
	before := strings.Fields(lexicon.Plain(body[:from]))
	return to > 0 && (len(before) == 0 || !lexicon.Negators.Has(before[len(before)-1]))
}
