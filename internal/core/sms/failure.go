package sms

// Failure says in plain words what a code of the provider's (twilio.com/docs/api/errors) means for the text that has it; "" for a code
// that is new to us.
//
//nolint:gocyclo,cyclop // a table
func Failure(code int) string {
	switch code {
	case 0, 30008:
		return "the carrier gave no reason"
	case 20003:
		return "Twilio refused us: the token is wrong, or the account is suspended"
	case 20404:
		return "Twilio knows no such account"
	case 20001, 20422, 21602, 21604, 21609, 21619, 21620, 21623, 21624, 21910, 30010, 30011, 30012, 30013, 30019,
		35111, 35112, 35113, 35114, 35115, 35116, 35117, 35118, 35119, 35120, 35121:
		return "a fault of ours: Twilio could not take the text as it was"
	case 21617:
		return "the text is too long"
	case 20429, 30017, 63018, 30022, 35125:
		return "too much at once; it goes again by itself"
	case 21611, 30001:
		return "more was queued than our number can send; it goes again by itself"
	case 20500, 20503, 30410, 30500:
		return "Twilio had trouble of its own"
	case 21211, 21214:
		return "there is no such number"
	case 21265:
		return "a short number, which cannot get our texts"
	case 21612:
		return "this number cannot be reached from ours"
	case 21614, 30006:
		return "a landline, which cannot get texts"
	case 21408:
		return "texts to this country are not switched on at Twilio"
	case 21212, 21601, 21603, 21606:
		return "our sending number is not in order at Twilio"
	case 21608:
		return "a trial account texts checked numbers only"
	case 21701, 21703, 21704, 21705:
		return "our Messaging Service is missing or has no number"
	case 21610:
		return "this person opted out of texts"
	case 30640:
		return "Twilio's list of people who must not be texted has this number"
	case 30002:
		return "the account is suspended"
	case 30003:
		return "the phone was off or out of reach"
	case 30004:
		return "the phone or its carrier blocks our number"
	case 30005:
		return "the number is not in use"
	case 30007:
		return "the carrier took its words for spam"
	case 30018:
		return "our sender name is not registered"
	case 30023, 30027, 63038:
		return "the day's allowance was used up"
	case 30024:
		return "the carrier does not know our number yet"
	case 30032, 30440, 30441, 30442, 30443, 30444, 30445, 30446, 30447, 30448, 30449:
		return "our toll-free number is not verified"
	case 30033:
		return "our campaign is suspended"
	case 30034, 30035:
		return "our number is not registered in a campaign"
	case 30036:
		return "it waited at the carrier until it made no sense any more"
	case 30450, 30453, 30454:
		return "Twilio's guard against misuse held it"
	case 30610:
		return "held by Twilio for the quiet hours there"
	}
	return ""
}
