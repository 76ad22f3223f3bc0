package lang

// The texts about what comes after a one-on-one: how it went, thanks, promises, debriefs, events.
const (
	HowAsk             Key = "how_ask"
	HowAlso            Key = "how_also"
	WaitNoted          Key = "wait_noted"
	HowAgain           Key = "how_again"
	HowLater           Key = "how_later"
	HeldNoted          Key = "held_noted"
	OutcomesNoted      Key = "outcomes_noted"
	OutcomeMet         Key = "outcome_met"
	OutcomeMissed      Key = "outcome_missed"
	OutcomePostponed   Key = "outcome_postponed"
	OutcomeNotMet      Key = "outcome_not_met"
	HowSure            Key = "how_sure"
	HowSureAgain       Key = "how_sure_again"
	HowDigits          Key = "how_digits"
	MissedNoted        Key = "missed_noted"
	NotMetNoted        Key = "not_met_noted"
	MissedOffer        Key = "missed_offer"
	MissedWhen         Key = "missed_when"
	MissedCall         Key = "missed_call"
	OffAgainTell       Key = "off_again_tell"
	PrivateOffAgain    Key = "private_off_again"
	MissedOff          Key = "missed_off"
	MissedSent         Key = "missed_sent"
	MissedTell         Key = "missed_tell"
	PrivateMissed      Key = "private_missed"
	ListReport         Key = "list_report"
	ListThanks         Key = "list_thanks"
	ListPromise        Key = "list_promise"
	ListCommit         Key = "list_commit"
	ListDebrief        Key = "list_debrief"
	ListEvent          Key = "list_event"
	DueToday           Key = "due_today"
	DueSince           Key = "due_since"
	DueOn              Key = "due_on"
	ForWhom            Key = "for_whom"
	DoneHint           Key = "done_hint"
	ShowPromise        Key = "show_promise"
	ShowDebrief        Key = "show_debrief"
	PromiseDone        Key = "promise_done"
	PromisePart        Key = "promise_part"
	PromiseOff         Key = "promise_off"
	PromiseMoved       Key = "promise_moved"
	PromiseWhich       Key = "promise_which"
	PromiseNone        Key = "promise_none"
	PromiseWhen        Key = "promise_when"
	DebriefHeld        Key = "debrief_held"
	DebriefMoved       Key = "debrief_moved"
	DebriefMovedTell   Key = "debrief_moved_tell"
	DebriefDropped     Key = "debrief_dropped"
	DebriefDroppedTell Key = "debrief_dropped_tell"
	DebriefMoveWhen    Key = "debrief_move_when"
	DebriefAsk         Key = "debrief_ask"
	DebriefThen        Key = "debrief_then"
	DebriefWho         Key = "debrief_who"
	DueLeft            Key = "due_left"
	DueStill           Key = "due_still"
	RestAsk            Key = "rest_ask"
	EventAsk           Key = "event_ask"
	EventNew           Key = "event_new"
	EventHour          Key = "event_hour"
	EventLinked        Key = "event_linked"
	EventListed        Key = "event_listed"
	Bring              Key = "bring"
	CheckInAsk         Key = "check_in_ask"
	CheckInTell        Key = "check_in_tell"
	CheckInYes         Key = "check_in_yes"
	CheckInMaybe       Key = "check_in_maybe"
	CheckInNo          Key = "check_in_no"
	EventPast          Key = "event_past"
	EventMovedTell     Key = "event_moved_tell"
	EventOffTell       Key = "event_off_tell"
	StaffEventMoved    Key = "staff_event_moved"
	StaffEventOff      Key = "staff_event_off"
	WhoCame            Key = "who_came"
	WhoCameAgain       Key = "who_came_again"
	WhoCameDone        Key = "who_came_done"
	CameYes            Key = "came_yes"
	CameNo             Key = "came_no"
	GuestYes           Key = "guest_yes"
	GuestMaybe         Key = "guest_maybe"
	GuestNo            Key = "guest_no"
	GuestOpen          Key = "guest_open"
	ThanksAsk          Key = "thanks_ask"
	ThanksInYours      Key = "thanks_in_yours"
	ThanksAgain        Key = "thanks_again"
	ThanksSends        Key = "thanks_sends"
	ThanksHeld         Key = "thanks_held"
	ThanksDone         Key = "thanks_done"
	ThanksNot          Key = "thanks_not"
	ThanksBody         Key = "thanks_body"
	PrivateThanksBody  Key = "private_thanks_body"
	ThanksNotThere     Key = "thanks_not_there"
	ThanksWording      Key = "thanks_wording"
	ThanksBack         Key = "thanks_back"
	ThanksCome         Key = "thanks_come"
	DeedBy             Key = "deed_by"
	NextOne            Key = "next_one"
	RecordMail         Key = "record_mail"
	CorrectionKept     Key = "correction_kept"
	ItemMoved          Key = "item_moved"
	WhoseNumber        Key = "whose_number"
	CorrectionAsk      Key = "correction_ask"
	ThanksPromise      Key = "thanks_promise"
	ThanksCommit       Key = "thanks_commit"
	ThanksPlain        Key = "thanks_plain"
	PrivateThanks      Key = "private_thanks"
	CommitmentTell     Key = "commitment_tell"
	PrivateCommitment  Key = "private_commitment"
	WebLink            Key = "web_link"
	WebNone            Key = "web_none"
	Untaken            Key = "untaken"
	DigestWaiting      Key = "digest_waiting"
	DigestWho          Key = "digest_who"
	ThanksLater        Key = "thanks_later"
	ReportHint         Key = "report_hint"
	DebriefHint        Key = "debrief_hint"
	DigestFiled        Key = "digest_filed"
	NudgeReports       Key = "nudge_reports"
	AccountChanged     Key = "account_changed"
)

func afterKeys() []Key {
	return []Key{
		WaitNoted, HowAsk, HowAlso, HowAgain, HowLater, HeldNoted, OutcomesNoted, OutcomeMet, OutcomeMissed,
		OutcomePostponed, OutcomeNotMet, HowSure, HowSureAgain, HowDigits, MissedNoted, NotMetNoted, MissedOffer, MissedWhen,
		OffAgainTell, PrivateOffAgain,
		MissedCall, MissedOff, MissedSent, MissedTell, PrivateMissed, ListReport,
		ListThanks, ListPromise, ListCommit, ListDebrief, ListEvent, DueToday, DueSince, DueOn,
		ForWhom, DoneHint, ShowPromise, ShowDebrief, PromiseDone, PromisePart, PromiseOff, PromiseMoved, PromiseWhich, PromiseNone,
		PromiseWhen, DebriefHeld, DebriefMoved, DebriefMovedTell, DebriefDropped, DebriefDroppedTell,
		DebriefMoveWhen,
		DebriefAsk, DebriefThen, DebriefWho, DueLeft, DueStill, RestAsk, EventAsk, EventNew,
		EventHour, EventLinked, EventListed,
		Bring,
		CheckInAsk, CheckInTell, CheckInYes, CheckInMaybe, CheckInNo, EventPast, EventMovedTell, EventOffTell,
		StaffEventMoved, StaffEventOff, WhoCame, WhoCameAgain, WhoCameDone, CameYes, CameNo, GuestYes,
		GuestMaybe, GuestNo, GuestOpen, ThanksAsk, ThanksInYours, ThanksAgain, ThanksSends, ThanksHeld,
		ThanksDone, ThanksNot, ThanksBody, PrivateThanksBody, ThanksNotThere, ThanksWording, ThanksBack, ThanksCome, DeedBy, NextOne,
		RecordMail, CorrectionKept, CorrectionAsk, ItemMoved, WhoseNumber,
		ThanksPromise, ThanksCommit, ThanksPlain, PrivateThanks, CommitmentTell, PrivateCommitment,
		WebLink, WebNone, Untaken, DigestWaiting, DigestWho, ThanksLater, ReportHint, DebriefHint, DigestFiled,
		NudgeReports, AccountChanged,
	}
}
