package sms

import "slices"

// Failure says in plain words what a code of the provider's (twilio.com/docs/api/errors) means for the text that has it; "" for a code
// that is new to us.
func Failure(code int) string {
	for _, f := range failures() {
		if slices.Contains(f.codes, code) {
			return f.words
		}
	}
	return ""
}

// failure is what a few codes have in common.
type failure struct {
	words string
	codes []int
}

func failures() []failure {
	return []failure{
		{"the carrier gave no reason", []int{0, 30008}},
		{"Twilio refused us: the token is wrong, or the account is suspended", []int{20003}},
		{"Twilio knows no such account", []int{20404}},
		{"a fault of ours: Twilio could not take the text as it was", []int{
			20001, 20422, 21602, 21604, 21609, 21619, 21620, 21623, 21624,
			21910, 30010, 30011, 30012, 30013, 30019, 35111, 35112, 35113, 35114, 35115, 35116, 35117, 35118, 35119, 35120, 35121,
		}},
		{"the text is too long", []int{21617}},
		{"too much at once; it goes again by itself", []int{20429, 30017, 63018, 30022, 35125}},
		{"more was queued than our number can send; it goes again by itself", []int{21611, 30001}},
		{"Twilio had trouble of its own", []int{20500, 20503, 30410, 30500}},
		{"there is no such number", []int{21211, 21214}},
		{"a short number, which cannot get our texts", []int{21265}},
		{"this number cannot be reached from ours", []int{21612}},
		{"a landline, which cannot get texts", []int{21614, 30006}},
		{"texts to this country are not switched on at Twilio", []int{21408}},
		{"our sending number is not in order at Twilio", []int{21212, 21601, 21603, 21606}},
		{"a trial account texts checked numbers only", []int{21608}},
		{"our Messaging Service is missing or has no number", []int{21701, 21703, 21704, 21705}},
		{"this person opted out of texts", []int{21610}},
		{"Twilio's list of people who must not be texted has this number", []int{30640}},
		{"the account is suspended", []int{30002}},
		{"the phone was off or out of reach", []int{30003}},
		{"the phone or its carrier blocks our number", []int{30004}},
		{"the number is not in use", []int{30005}},
		{"the carrier took its words for spam", []int{30007}},
		{"our sender name is not registered", []int{30018}},
		{"the day's allowance was used up", []int{30023, 30027, 63038}},
		{"the carrier does not know our number yet", []int{30024}},
		{"our toll-free number is not verified", []int{30032, 30440, 30441, 30442, 30443, 30444, 30445, 30446, 30447, 30448, 30449}},
		{"our campaign is suspended", []int{30033}},
		{"our number is not registered in a campaign", []int{30034, 30035}},
		{"it waited at the carrier until it made no sense any more", []int{30036}},
		{"Twilio's guard against misuse held it", []int{30450, 30453, 30454}},
		{"held by Twilio for the quiet hours there", []int{30610}},
	}
}
