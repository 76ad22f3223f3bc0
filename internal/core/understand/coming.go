package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReadComing reads what an organizer tells of a contact who comes, or does not: "called her, shes coming". Words that go on with something
// else tell nothing of that: "she told me shes in the hospital", "dice que no puede pagar la renta".
func ReadComing(body string) (comes, ok bool) {
	p := Padded(body)
	if len(body) > 160 || IsQuestion(body) || strings.Contains(body, "?") {
		return false, false
	}
	f := strings.Fields(p)
	for i := 1; i+1 < len(f); i++ { // "says no texts after 6" is of texts
		if f[i] == "no" && (lexicon.TextingWords.Has(f[i+1]) || lexicon.WaysCall.In(" "+f[i+1]+" ")) {
			return false, false
		}
	}
	if ownCancel(f) >= 0 { // "mejor la cancelo": it is the speaker who does
		return false, false
	}
	for _, l := range [...]lexicon.List{lexicon.SaysNotComing, lexicon.SaysComing} {
		for _, c := range Clauses(body) {
			if tellsComing(strings.Fields(Padded(c)), l) {
				return l == lexicon.SaysComing, true
			}
		}
	}
	return false, false
}

// TellsComing reports whether a text tells that somebody comes, or does not.
func TellsComing(body string) bool {
	_, told := ReadComing(body)
	return told
}

// mostOfComing bounds the words of a phrase that says that somebody comes, or does not.
const mostOfComing = 6

// tellsComing reports whether the words of a clause hold a phrase of a list that is said of a person, and goes on with nothing else where
// it may be of something else.
func tellsComing(f []string, l lexicon.List) bool {
	for i := range f {
		for n := min(mostOfComing, len(f)-i); n > 0; n-- {
			phrase := strings.Join(f[i:i+n], " ")
			if !l.Has(phrase) {
				continue
			}
			if lexicon.WhatOf.Any(f[max(0, i-2):i]) || lexicon.MaybeLeads.In(" "+strings.Join(f[:i], " ")+" ") {
				return false // "ask maria what apt shes in", "rosa a lo mejor no puede"
			}
			if i > 0 && lexicon.IfWords.Has(f[i-1]) && (i == 1 || !lexicon.ToldOf.Any(f[:i])) {
				// "si no puede rosa, cancela": nobody says that it is so
				return false
			}
			if i == 0 && (lexicon.CancelOrders.Has(phrase) || len(f) > n && lexicon.FirstNames.Has(f[n]) && lexicon.OwnCancelled.Has(phrase)) {
				// "cancelled maria", "cancela lo de jo": who writes does
				return false
			}
			if !lexicon.ComesAlone.Has(phrase) || ofPerson(f[:i]) && endsComing(f[i+n:]) {
				return true
			}
			break
		}
	}
	return false
}

// ofPerson reports whether what stands before a verb may be a person: "her rent is in the mail" is of none, and "maria's landlord
// cancelled" of another.
func ofPerson(before []string) bool {
	n := len(before)
	if n < 2 {
		return true
	}
	if whose, named := strings.CutSuffix(strings.Replace(before[n-2], "'", "", 1), "s"); named && lexicon.FirstNames.Has(whose) {
		return false
	}
	owner := lexicon.Look(before[n-2])
	return !owner.In(lexicon.TheirPlaces) && !owner.In(lexicon.MyPlaces) && !owner.In(lexicon.Articles) || lexicon.Kin.Has(before[n-1])
}

// endsComing reports whether what follows says no more than when, or begins another thought. What was once before is no answer: "cancelled
// on me last month".
func endsComing(rest []string) bool {
	if len(rest) > 1 && lexicon.OnceBefore.Lead(strings.Join(rest, " ")) > 0 {
		return false
	}
	for i, w := range rest {
		l := lexicon.Look(w)
		switch {
		case l.In(lexicon.Because), l.In(lexicon.ButWords), l.In(lexicon.DeedJoins), l.In(lexicon.Turning), l.In(lexicon.Subjects):
			return true
		case l.In(lexicon.SaysIf):
			return false
		case TellsOfIllness(strings.Join(rest[i:], " ")): // "no puede ese dia se le enfermo el niño"
			return true
		case l.Time != lexicon.NoList, hasDigit(w), l.In(lexicon.Fillers), l.In(lexicon.Courtesies), l.In(lexicon.Laughter),
			l.In(lexicon.Thanking), l.In(lexicon.Address), l.In(lexicon.Excuses), l.In(lexicon.TimeLeads), l.In(lexicon.AboutHour),
			l.In(lexicon.BesideComing), l.In(lexicon.FirstNames), l.In(lexicon.Titles), l.In(lexicon.Relations): // "no va a poder doña elvia"
		default:
			return false
		}
	}
	return true
}

// TellsSaid reports whether words begin with what somebody who is not named says: "dice que no puede".
func TellsSaid(body string) bool {
	f := bare(body)
	return len(f) > 1 && lexicon.SaysAlone.Has(f[0])
}

// mostOfTale bounds the words of a phrase that tells of somebody.
const mostOfTale = 4

// TellsOfNamed reports whether a text begins with somebody's name and goes on to tell of them: "maria moved to 5th st", "rosa necesita
// quien la lleve el jueves". It neither plans nor changes anything.
func TellsOfNamed(body, first string) bool {
	f, name := bare(body), strings.TrimSpace(Padded(first))
	at := 0
	for at < len(f) && lexicon.OrderLeads.Has(f[at]) {
		at++
	}
	if name == "" || at >= len(f) || f[at] != name {
		return false
	}
	if whereabouts(f[at+1:]) || wishesCall(f[at+1:]) {
		return true
	}
	for n := min(mostOfTale, len(f)-at-1); n > 0; n-- {
		if lexicon.ToldFrames.Has(strings.Join(f[at+1:at+1+n], " ")) {
			return toldTale(f[at+1+n:])
		}
		if lexicon.TellsOfThem.Has(strings.Join(f[at+1:at+1+n], " ")) { // "maria needs an hour and a half" says how long
			return at+1+n >= len(f) || lexicon.Look(f[at+1+n]).Time != lexicon.Hour
		}
	}
	return false
}

// GivesNumberOf reports whether a text that begins with somebody's name, and has a number, gives that as theirs: "maria got a new phone 206
// 555 0177 use that one".
func GivesNumberOf(body, first string) bool {
	_, ok := ParsePhone(body)
	f := bare(body)
	name := strings.TrimSpace(Padded(first))
	at := slices.IndexFunc(f, func(w string) bool { return w == name || w == name+"s" || w == name+"'s" })
	return ok && at >= 0 && at <= 1 && lexicon.PhoneNouns.Any(f[at+1:]) && !lexicon.Kin.Any(f) && !lexicon.GoneNumberIs.In(Padded(body))
}

// WishesHour reports whether a text says that somebody would like another hour better: "maria would rather 430".
func WishesHour(body string) bool { return lexicon.HourWished.Any(bare(body)) }

// PlaceOfLife reports whether the place that a text names is where somebody works, lives or learns: "me contó rosa que trabaja en el
// aeropuerto".
func PlaceOfLife(body string) bool {
	f := bare(body)
	if seenAt(f) {
		return true
	}
	for i := 0; i+2 < len(f); i++ {
		life := lexicon.LifeWords.Has(f[i]) || i > 0 && lexicon.LifeWords.Has(f[i-1]+" "+f[i]) // "ran into her at the laundromat"
		if life && (lexicon.At.Has(f[i+1]) || lexicon.WithinPlaces.Has(f[i+1])) && !hasDigit(f[i+2]) &&
			!lexicon.SuitWords.Any(f[i+2:min(len(f), i+6)]) {
			return true
		}
	}
	return false
}

// seenAt reports whether a place is named as where somebody was come upon: "vi a rosa en la lavanderia, dijo que si".
func seenAt(f []string) bool {
	for i := range f {
		n := lexicon.CameUpon.Lead(strings.Join(f[i:], " "))
		if n == 0 {
			continue
		}
		k := i + len(strings.Fields(strings.Join(f[i:], " ")[:n]))
		for k < len(f) && (f[k] == "a" || lexicon.FirstNames.Has(f[k]) || lexicon.ThirdPersons.Has(f[k])) {
			k++
		}
		if k+1 < len(f) && (lexicon.At.Has(f[k]) || lexicon.WithinPlaces.Has(f[k]) || f[k] == "en") && !hasDigit(f[k+1]) {
			return true
		}
	}
	return false
}

// wishesCall reports whether what follows a name says that they would be called by the writer: "wants me to call her tonight at 8". That is
// no hour to meet.
func wishesCall(f []string) bool {
	return len(f) > 2 && (lexicon.WantsOf.Has(f[0]) || lexicon.SeeksOf.Has(f[0])) && lexicon.CallsWords.Any(f[1:min(len(f), 5)]) &&
		!slices.Contains(f, "off")
}

// whereabouts reports whether what follows a name says where somebody is, and not where one meets them: "is at harborview since last nite".
func whereabouts(f []string) bool {
	return len(f) > 2 && lexicon.IsNow.Has(f[0]) && (lexicon.At.Has(f[1]) || lexicon.WithinPlaces.Has(f[1]) || f[1] == "in") &&
		!hasDigit(f[2]) && !lexicon.InsteadOf.Any(f[2:]) && !lexicon.SuitWords.Any(f[2:]) && lexicon.Look(f[2]).Time == lexicon.NoList
}

// mostOfPlace is how many words say no more than at whose place to meet.
const mostOfPlace = 3

// toldTale reports whether what somebody told is of their life, and not of when and where to meet: "she got a new job at the airport", "no
// heat since sunday".
func toldTale(f []string) bool {
	for len(f) > 1 && (lexicon.ToldLeads.Has(f[0]) || lexicon.Interjections.Has(f[0])) && !lexicon.ThirdSubjects.Has(f[0]) {
		f = f[1:]
	}
	if len(f) < 2 || lexicon.SuitWords.Any(f) {
		return false
	}
	rest := f[1:]
	switch {
	case len(f) <= mostOfPlace && (lexicon.HomeNouns.Any(f) || lexicon.PlaceNouns.Any(f)): // "maria said her house"
		return false
	case f[0] == "no" || f[0] == "not":
		return !slices.ContainsFunc(rest, func(w string) bool { return lexicon.PlaceNouns.Has(w) || hasDigit(w) })
	case lexicon.ThirdSubjects.Has(f[0]), lexicon.TheirPlaces.Has(f[0]), lexicon.TaleBegins.Has(f[0]), lexicon.TellsOf.Has(f[0]):
		return true
	}
	return false
}

// AboutNamed reports whether a text tells of somebody by name, so that it is not for them to read: "maria told me shes in the hospital",
// "rosa necesita quien la lleve", "le marqué a rosa y dice que ahí estará".
func AboutNamed(body, first string) bool {
	f, name := bare(body), strings.TrimSpace(Padded(first))
	_, tells := ReadComing(body)
	return TellsOfNamed(body, first) || len(f) > 1 && f[0] == name && (lexicon.ToldOf.Has(f[1]) || lexicon.SaysAlone.Has(f[1])) ||
		tells && name != "" && slices.Contains(f, name) && !slices.ContainsFunc(f, spokenTo)
}

// spokenTo reports whether a word speaks to whoever reads it.
func spokenTo(w string) bool { return lexicon.SecondPersons.Has(w) }
