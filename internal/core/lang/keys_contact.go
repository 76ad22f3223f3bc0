package lang

// The texts that answer a contact's own words, and those that pass them on.
const (
	WordsPassed       Key = "words_passed"
	WordsTell         Key = "words_tell"
	WordsCall         Key = "words_call"
	RelayCall         Key = "relay_call"
	AboutAnswer       Key = "about_answer"
	PrivateAbout      Key = "private_about"
	RealAnswer        Key = "real_answer"
	RobotAnswer       Key = "robot_answer"
	AskedWhen         Key = "asked_when"
	AskedOnceMore     Key = "asked_once_more"
	AskedOpen         Key = "asked_open"
	AskedPassed       Key = "asked_passed"
	GuestSaysYes      Key = "guest_says_yes"
	GuestSaysMaybe    Key = "guest_says_maybe"
	GuestSaysNo       Key = "guest_says_no"
	GuestSaid         Key = "guest_said"
	CheckInPlain      Key = "check_in_plain"
	EventAnswer       Key = "event_answer"
	NoTextsNow        Key = "no_texts_now"
	NoTextsAlready    Key = "no_texts_already"
	HoldMove          Key = "hold_move"
	LossTold          Key = "loss_told"
	LossKept          Key = "loss_kept"
	ToldNoted         Key = "told_noted"
	ThankWords        Key = "thank_words"
	RemindWords       Key = "remind_words"
	NumberTold        Key = "number_told"
	GoneTold          Key = "gone_told"
	GoneToldOff       Key = "gone_told_off"
	GoneWhose         Key = "gone_whose"
	StateNoNumber     Key = "state_no_number"
	AskNoMore         Key = "ask_no_more"
	CallsNow          Key = "calls_now"
	HoldNow           Key = "hold_now"
	RemindersOff      Key = "reminders_off"
	NoTextsWho        Key = "no_texts_who"
	Paused            Key = "paused"
	PausedTell        Key = "paused_tell"
	CallWanted        Key = "call_wanted"
	OptedOutCall      Key = "opted_out_call"
	CallTell          Key = "call_tell"
	CallTellOnce      Key = "call_tell_once"
	CallWantedOnce    Key = "call_wanted_once"
	TextsAgain        Key = "texts_again"
	GoneAnswer        Key = "gone_answer"
	LossSorry         Key = "loss_sorry"
	LossNo            Key = "loss_no"
	YesAfterNoTell    Key = "yes_after_no_tell"
	ComingSure        Key = "coming_sure"
	HeldStill         Key = "held_still"
	OffRecord         Key = "off_record"
	LossHeld          Key = "loss_held"
	HoursKept         Key = "hours_kept"
	HoursKeptTell     Key = "hours_kept_tell"
	HoursNever        Key = "hours_never"
	HoursNeverOwn     Key = "hours_never_own"
	HoursNeverTell    Key = "hours_never_tell"
	HoursAny          Key = "hours_any"
	HoursAnyTell      Key = "hours_any_tell"
	HoursOf           Key = "hours_of"
	HoursNeverOf      Key = "hours_never_of"
	NumberAlone       Key = "number_alone"
	StaffGone         Key = "staff_gone"
	PlaceNoted        Key = "place_noted"
	PlaceChosen       Key = "place_chosen"
	PlaceAsked        Key = "place_asked"
	PlaceAskedTell    Key = "place_asked_tell"
	PlaceKept         Key = "place_kept"
	PlaceMoved        Key = "place_moved"
	PlaceAskedPhone   Key = "place_asked_phone"
	PlaceMovedPhone   Key = "place_moved_phone"
	ChangedPlacePhone Key = "changed_place_phone"
	FirstYes          Key = "first_yes"
	CoupleYes         Key = "couple_yes"
	CoupleNo          Key = "couple_no"
	CoupleThanks      Key = "couple_thanks"
	AskWhichTime      Key = "ask_which_time"
	AskWhichHour      Key = "ask_which_hour"
	OfferSure         Key = "offer_sure"
	CounterSure       Key = "counter_sure"
	SendOrMove        Key = "send_or_move"
	InviteWords       Key = "invite_words"
	SendAndMove       Key = "send_and_move"
	SendOrPlan        Key = "send_or_plan"
	SendAndTake       Key = "send_and_take"
	SendOrPlace       Key = "send_or_place"
	TextsOwnWord      Key = "texts_own_word"
	AnswerNoThing     Key = "answer_no_thing"
	AnswerOnPage      Key = "answer_on_page"
	ReportTooSoon     Key = "report_too_soon"
	ThanksNotYet      Key = "thanks_not_yet"
	TextsFineNow      Key = "texts_fine_now"
	WhoseWords        Key = "whose_words"
	ProposalTwo       Key = "proposal_two"
	ProposalTwoThanks Key = "proposal_two_thanks"
)

func contactKeys() []Key {
	return []Key{
		WordsPassed, WordsTell, WordsCall, RelayCall, AboutAnswer, PrivateAbout, RealAnswer, RobotAnswer,
		AskedWhen, AskedOnceMore, AskedOpen, AskedPassed,
		GuestSaysYes, GuestSaysMaybe, GuestSaysNo, GuestSaid, CheckInPlain, EventAnswer,
		NoTextsNow, NoTextsAlready, HoldMove, LossTold, LossKept, ToldNoted,
		ThankWords, RemindWords, NumberTold, GoneTold, GoneToldOff, GoneWhose, StateNoNumber, AskNoMore, CallsNow, HoldNow, RemindersOff,
		NoTextsWho, Paused, PausedTell, CallWanted, OptedOutCall, CallTell, CallTellOnce, CallWantedOnce, TextsAgain, GoneAnswer, LossSorry,
		LossNo, YesAfterNoTell,
		ComingSure, HeldStill, LossHeld, OffRecord,
		HoursKept, HoursKeptTell, HoursNever, HoursNeverOwn, HoursNeverTell,
		HoursAny, HoursAnyTell, HoursOf, HoursNeverOf, NumberAlone, StaffGone,
		PlaceNoted, PlaceChosen, PlaceAsked, PlaceAskedTell, PlaceKept, PlaceMoved, PlaceAskedPhone, PlaceMovedPhone,
		ChangedPlacePhone, FirstYes,
		CoupleYes, CoupleNo, CoupleThanks, AskWhichTime, AskWhichHour, OfferSure, CounterSure, SendOrMove, SendAndMove, InviteWords,
		SendOrPlan,
		SendAndTake, SendOrPlace,
		TextsOwnWord, AnswerNoThing, AnswerOnPage, ReportTooSoon, ThanksNotYet, TextsFineNow, WhoseWords,
		ProposalTwo, ProposalTwoThanks,
	}
}
