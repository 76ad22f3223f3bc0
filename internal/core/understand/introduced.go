package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostIntroduced bounds, in words, a text that says who somebody new is.
const mostIntroduced = 30

// Introduced is who is new in a text that gives one number and says whose it is, or that its owner would like to be met: "maria's friend
// tasha wants to meet, 206-555-0176", "me pasaron el número de lupe, 206-555-0176", "tasha green 206-555-0176". alone is true where it
// says nothing else.
func Introduced(body string) (name string, alone, ok bool) {
	phones, spans := findPhones(body)
	words := split(body)
	if len(phones) != 1 || len(words) > mostIntroduced || strings.ContainsAny(body, "?¿") || lexicon.NewNumber.In(Padded(body)) {
		return "", false, false
	}
	rest := strings.Join(strings.Fields(body[:spans[0].From]+" "+body[spans[0].To:]), " ")
	wants := lexicon.WouldMeet.In(Padded(rest)) || lexicon.WouldJoin.In(Padded(rest)) || lexicon.GaveNumber.In(Padded(rest))
	if name, ok = ParseName(strings.Trim(rest, " ,.:;-")); ok && namesSomebody(name) {
		return name, true, true
	}
	if !wants {
		return "", false, false
	}
	name = introducedIn(split(rest))
	return name, false, name != ""
}

// WishesToMeet is who is said to wish for a one-on-one, in a text that names them first and says nothing else: "jo wants to meet", "lupe
// quiere platicar conmigo".
func WishesToMeet(body string) string {
	p := Padded(body)
	from, to := lexicon.WouldMeet.Find(body)
	if from < 1 || strings.ContainsAny(body, "?¿") || hasDigit(body) || lexicon.Negators.Any(strings.Fields(p)) {
		return ""
	}
	if OwnWords(Padded(body[to:])) > 0 {
		return ""
	}
	name, ok := ParseName(strings.Trim(body[:from], " ,.:;-"))
	if !ok || !namesSomebody(name) {
		return ""
	}
	return name
}

// WouldMeet reports whether a text says of somebody that they would like to be met, and leaves out who: "wants to meet fri at her house".
func WouldMeet(body string) bool {
	return lexicon.WouldMeet.Lead(withoutSubject(strings.Join(bare(body), " "))) > 0
}

// MetAndWishes reports whether a text tells of somebody new who was come across, gives their number, and says that they would like to be
// met: "met a lady on the bus, denise, 206-555-0176, wants to get together". behind is what follows the wish. Who wants to meet again was
// met.
func MetAndWishes(body string) (behind string, ok bool) {
	_, to := lexicon.WouldMeet.Find(body)
	if to <= 0 || lexicon.AgainWords.In(Padded(body[to:])) {
		return "", false
	}
	if _, _, ok = Introduced(body); !ok {
		return "", false
	}
	return strings.Trim(WithoutPhones(body[to:]), " ,.;"), true
}

// WithoutPhones is a text without the numbers to call that it holds.
func WithoutPhones(body string) string {
	_, spans := findPhones(body)
	for i := len(spans) - 1; i >= 0; i-- {
		body = strings.TrimRight(withoutNumberLead(body[:spans[i].From]), " ,") + body[spans[i].To:]
	}
	return strings.Trim(strings.Join(strings.Fields(body), " "), " ,")
}

// withoutNumberLead is a text without the words at its end that lead to a number: "quiere platicar. su cel es".
func withoutNumberLead(head string) string {
	f := strings.Fields(head)
	n, noun, whose := len(f), false, false
	for ; n > 0; n-- {
		w := strings.Join(bare(f[n-1]), "")
		noun, whose = noun || lexicon.PhoneNouns.Has(w), whose || lexicon.Articles.Has(w)
		if !lexicon.PhoneNouns.Has(w) && !lexicon.SaysBeing.Has(w) && !lexicon.Articles.Has(w) {
			break
		}
	}
	if !noun || !whose { // "tasha's number"
		return head
	}
	return strings.Join(f[:n], " ")
}

// namesSomebody reports whether a name begins with a title, or with a first name that people have.
func namesSomebody(name string) bool {
	f := strings.Fields(name)
	if len(f) > 1 && lexicon.Titles.Has(strings.TrimRight(lexicon.Plain(f[0]), ".")) {
		return true
	}
	return len(f) > 0 && len(f) <= 3 && lexicon.FirstNames.Has(lexicon.Plain(f[0]))
}

// introducedIn finds who is new: who is said to be called so, whose number was given, or who stands behind what they are to somebody.
func introducedIn(words []word) string {
	if name := calledSo(words, nil); name != "" {
		return name
	}
	for i, w := range words {
		low := unmarked(w.low)
		switch {
		case !lexicon.PhoneNouns.Has(low):
		case i+2 < len(words) && lexicon.Of.Has(words[i+1].low):
			if name := nameFrom(words, i+2, nil, true); name != "" {
				return name
			}
		case i > 0:
			owner := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(unmarked(words[i-1].low), "s"), "'"), "’")
			if lexicon.FirstNames.Has(owner) {
				return nameCase(owner, 0)
			}
		}
	}
	for i := range words {
		if owned := i+1 < len(words) && (relation(words[i+1].low) || lexicon.Kin.Has(unmarked(words[i+1].low))); owned {
			continue // "marias friend"
		}
		if i > 1 && lexicon.Of.Has(words[i-1].low) && relation(unmarked(words[i-2].low)) {
			continue // "la vecina de rosa"
		}
		low := unmarked(words[i].low)
		if !lexicon.FirstNames.Has(low) && !lexicon.Titles.Has(low) && !lexicon.SpeltTitles.Has(low) {
			continue
		}
		if name := nameFrom(words, i, nil, true); name != "" {
			return name
		}
	}
	return ""
}

// AsksIfTexted reports whether a text asks whether the one who is met was texted, or will be: "ya le escribiste?", "did it go out".
func AsksIfTexted(body string) bool {
	return len(split(body)) <= mostIfTexted && lexicon.AsksTexted.In(Padded(body))
}

// mostIfTexted bounds such a question, in words.
const mostIfTexted = 8
