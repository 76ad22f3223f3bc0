package sms

import (
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// Country returns the country of a number by the numbering plans, as ISO 3166-1 has it (MX); of a number that belongs to none, the plan's
// code (+870).
func (p Phone) Country() string {
	n, err := phonenumbers.Parse(p.e164, DefaultRegion)
	if err != nil {
		return ""
	}
	if n.GetCountryCode() == 1 && addedLately(n.GetNationalNumber()) {
		return DefaultRegion
	}
	if c := phonenumbers.GetRegionCodeForNumber(n); len(c) == 2 {
		return c
	}
	return "+" + strconv.Itoa(int(n.GetCountryCode()))
}
