package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
)

// NewNumberTold is the number that somebody says is theirs from now on: "i got a new phone, text me at 206 555 0190", "cambié de número,
// ahora es 206 555 0190". The zero phone where a text says none, or several.
func NewNumberTold(body string) sms.Phone {
	p, ok := ParsePhone(body)
	if !ok || len(body) > maxOthers || strings.Contains(body, "?") || !lexicon.NewNumber.In(Padded(body)) ||
		lexicon.UsesFrom.In(Padded(body)) { // "use that one after monday": it is not theirs yet
		return sms.Phone{}
	}
	return p
}

// NumberOfThem is the number that somebody else is told to have from now on: "maria has a new number 206 555 0199". The zero phone where it
// is the teller's own.
func NumberOfThem(body string) sms.Phone {
	if lexicon.MyPlaces.Any(strings.Fields(Padded(body))) || lexicon.WriteToMe.In(Padded(body)) {
		return sms.Phone{}
	}
	return NewNumberTold(body)
}

// TakesNumber reports whether an organizer has the number taken that a contact just told: "yes change it", "sí, cámbielo".
func TakesNumber(body string) bool {
	p := Padded(body)
	f := strings.Fields(p)
	if len(f) == 0 || len(f) > maxSmall || hasDigit(body) || strings.ContainsAny(body, "?¿") || lexicon.NegativeWords.Any(f) ||
		!lexicon.TakesNumber.In(p) {
		return false
	}
	return OwnWords(leftOf(p, lexicon.TakesNumber)) == 0
}
