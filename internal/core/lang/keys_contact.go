package lang

// The texts that answer a contact's own words, and those that pass them on.
const (
	WordsPassed    Key = "words_passed"
	WordsTell      Key = "words_tell"
	AboutAnswer    Key = "about_answer"
	PrivateAbout   Key = "private_about"
	RealAnswer     Key = "real_answer"
	AskedWhen      Key = "asked_when"
	AskedOpen      Key = "asked_open"
	AskedPassed    Key = "asked_passed"
	GuestSaysYes   Key = "guest_says_yes"
	GuestSaysMaybe Key = "guest_says_maybe"
	GuestSaysNo    Key = "guest_says_no"
	GuestSaid      Key = "guest_said"
	CheckInPlain   Key = "check_in_plain"
	EventAnswer    Key = "event_answer"
)

func contactKeys() []Key {
	return []Key{
		WordsPassed, WordsTell, AboutAnswer, PrivateAbout, RealAnswer, AskedWhen, AskedOpen, AskedPassed,
		GuestSaysYes, GuestSaysMaybe, GuestSaysNo, GuestSaid, CheckInPlain, EventAnswer,
	}
}
