package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// WritesForAnother reports whether somebody else writes on the phone of the person we text: "this is her son".
func WritesForAnother(text string) bool {
	p := wordsOf(text)
	return len(text) <= maxOthers && (lexicon.SpeaksForThem.In(" "+p+" ") || oneOfKin(strings.Fields(p)))
}

// oneOfKin reports whether a text says that its writer is one of somebody's family: "this is jos daughter", "soy hija de Rosa".
func oneOfKin(f []string) bool {
	for i, w := range f {
		if i < 2 || !lexicon.Kin.Has(w) || !lexicon.SpeaksAs.Has(f[i-2]) && (i < 3 || !lexicon.SpeaksAs.Has(f[i-3]+" "+f[i-2])) {
			continue
		}
		if strings.HasSuffix(f[i-1], "s") && len(f[i-1]) > 2 || lexicon.Articles.Has(f[i-1]) ||
			lexicon.TheirPlaces.Has(f[i-1]) { // "this is her sister"
			return true
		}
	}
	return false
}

// WrongPhone reports whether a text says that it has come to the wrong phone, the names being those that we take its reader for: "aquí no
// hay ningún nico no chinguen".
func WrongPhone(text string, names []string) bool {
	p := " " + wordsOf(text) + " "
	if len(text) > maxOthers || lexicon.KeepsMeeting.In(p) { // "sorry wrong person i want to keep the meeting": who wrote was meant
		return false
	}
	if saysWrongPerson(p) {
		return true
	}
	if KinHasPhone(text) {
		return false
	}
	parts := nameParts(names)
	return notTheirPhone(strings.Fields(p)) || othersPhone(strings.Fields(p), parts) || anotherThan(text, p, parts) ||
		slices.ContainsFunc(names, func(n string) bool { return wrongFrame(p, wordsOf(n)) })
}

// AnswersWrong reports whether a text that answers nothing else, or may be an opt-out, says that the phone is not theirs: "no soy rosa este
// cel es de una llantera". Who is without it for now keeps it.
func AnswersWrong(h Text, body string, names ...string) bool {
	if h.Question && h.Reply == NoReply {
		return len(body) <= maxOthers && asksAndNamesOneself(body, nameParts(names))
	}
	return (h.Reply == MaybeStop || h.Reply == NoReply && !h.Question && !lexicon.AwayNow.In(Padded(body))) && WrongPhone(body, names)
}

func nameParts(names []string) []string {
	var parts []string
	for _, n := range names {
		parts = append(parts, strings.Fields(wordsOf(n))...)
	}
	return parts
}

// KinHasPhone reports whether somebody else says to write on their phone, which is theirs still: "im not maria this is her daughter", "this
// isnt maria she left her phone here".
func KinHasPhone(text string) bool {
	p, w := Padded(text), " "+wordsOf(text)+" "
	switch {
	case len(text) > maxOthers || lexicon.NewNumber.In(p) || lexicon.MyOwnPhone.In(p):
		return false
	case lexicon.LeftPhone.In(p):
		return true
	}
	return (WritesForAnother(text) && lexicon.HerPhone.In(p) || oneOfKin(strings.Fields(w)) && !notTheirPhone(strings.Fields(w))) &&
		!saysWrongPerson(withoutDenial(w))
}

// withoutDenial leaves out of padded words that who writes is not whom we mean: it says nothing of the phone.
func withoutDenial(p string) string {
	for _, phrase := range lexicon.NotThem.Padded() {
		p = strings.ReplaceAll(p, phrase, " ")
	}
	return p
}

// saysWrongPerson reports whether padded words say outright that this is the wrong phone, or that nobody there knows whom we mean.
func saysWrongPerson(p string) bool {
	return slices.ContainsFunc(lexicon.WrongPerson.Words(), func(phrase string) bool {
		return strings.Contains(phrase, " ") && strings.Contains(p, " "+phrase+" ")
	})
}

// wrongFrame reports whether a name stands in a frame that says that it is not its bearer's phone.
func wrongFrame(p, name string) bool {
	if len(name) < 2 || !strings.Contains(p, " "+name) {
		return false
	}
	for _, f := range lexicon.WrongFrames.Frames() {
		named := name
		if f.Possessive {
			named += "s"
		}
		words := append(append(slices.Clone(f.Before), named), f.After...)
		if len(words) > 2 && strings.Contains(p, " "+strings.Join(words, " ")+" ") {
			return true
		}
	}
	return false
}
