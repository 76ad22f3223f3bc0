package lang

// The texts about what comes after a one-on-one: how it went, thanks, promises, debriefs, events.
const (
	HowAsk            Key = "how_ask"
	HowAlso           Key = "how_also"
	HowAgain          Key = "how_again"
	HowLater          Key = "how_later"
	HeldNoted         Key = "held_noted"
	OutcomesNoted     Key = "outcomes_noted"
	OutcomeMet        Key = "outcome_met"
	OutcomeMissed     Key = "outcome_missed"
	OutcomePostponed  Key = "outcome_postponed"
	MissedNoted       Key = "missed_noted"
	MissedCall        Key = "missed_call"
	MissedOff         Key = "missed_off"
	MissedSent        Key = "missed_sent"
	MissedTell        Key = "missed_tell"
	PrivateMissed     Key = "private_missed"
	ListReport        Key = "list_report"
	ListThanks        Key = "list_thanks"
	ListPromise       Key = "list_promise"
	ListCommit        Key = "list_commit"
	ListDebrief       Key = "list_debrief"
	ListEvent         Key = "list_event"
	DueToday          Key = "due_today"
	DueSince          Key = "due_since"
	DueOn             Key = "due_on"
	ForWhom           Key = "for_whom"
	DoneHint          Key = "done_hint"
	ShowPromise       Key = "show_promise"
	ShowDebrief       Key = "show_debrief"
	PromiseDone       Key = "promise_done"
	PromiseMoved      Key = "promise_moved"
	PromiseWhich      Key = "promise_which"
	PromiseNone       Key = "promise_none"
	PromiseWhen       Key = "promise_when"
	DebriefHeld       Key = "debrief_held"
	DebriefAsk        Key = "debrief_ask"
	RestAsk           Key = "rest_ask"
	EventAsk          Key = "event_ask"
	EventNew          Key = "event_new"
	EventLinked       Key = "event_linked"
	EventListed       Key = "event_listed"
	Bring             Key = "bring"
	CheckInAsk        Key = "check_in_ask"
	CheckInTell       Key = "check_in_tell"
	CheckInYes        Key = "check_in_yes"
	CheckInMaybe      Key = "check_in_maybe"
	CheckInNo         Key = "check_in_no"
	EventPast         Key = "event_past"
	EventMovedTell    Key = "event_moved_tell"
	EventOffTell      Key = "event_off_tell"
	StaffEventMoved   Key = "staff_event_moved"
	StaffEventOff     Key = "staff_event_off"
	WhoCame           Key = "who_came"
	WhoCameAgain      Key = "who_came_again"
	WhoCameDone       Key = "who_came_done"
	CameYes           Key = "came_yes"
	CameNo            Key = "came_no"
	GuestYes          Key = "guest_yes"
	GuestMaybe        Key = "guest_maybe"
	GuestNo           Key = "guest_no"
	GuestOpen         Key = "guest_open"
	ThanksAsk         Key = "thanks_ask"
	ThanksInYours     Key = "thanks_in_yours"
	ThanksAgain       Key = "thanks_again"
	ThanksSends       Key = "thanks_sends"
	ThanksHeld        Key = "thanks_held"
	ThanksDone        Key = "thanks_done"
	ThanksNot         Key = "thanks_not"
	ThanksBody        Key = "thanks_body"
	PrivateThanksBody Key = "private_thanks_body"
	ThanksPromise     Key = "thanks_promise"
	ThanksCommit      Key = "thanks_commit"
	ThanksPlain       Key = "thanks_plain"
	PrivateThanks     Key = "private_thanks"
	CommitmentTell    Key = "commitment_tell"
	PrivateCommitment Key = "private_commitment"
	WebLink           Key = "web_link"
	WebNone           Key = "web_none"
	Untaken           Key = "untaken"
	DigestWaiting     Key = "digest_waiting"
	ThanksLater       Key = "thanks_later"
	ReportHint        Key = "report_hint"
	DebriefHint       Key = "debrief_hint"
	DigestFiled       Key = "digest_filed"
	NudgeReports      Key = "nudge_reports"
)

func afterKeys() []Key {
	return []Key{
		HowAsk, HowAlso, HowAgain, HowLater, HeldNoted, OutcomesNoted, OutcomeMet, OutcomeMissed,
		OutcomePostponed, MissedNoted, MissedCall, MissedOff, MissedSent, MissedTell, PrivateMissed, ListReport,
		ListThanks, ListPromise, ListCommit, ListDebrief, ListEvent, DueToday, DueSince, DueOn,
		ForWhom, DoneHint, ShowPromise, ShowDebrief, PromiseDone, PromiseMoved, PromiseWhich, PromiseNone,
		PromiseWhen, DebriefHeld, DebriefAsk, RestAsk, EventAsk, EventNew, EventLinked, EventListed, Bring,
		CheckInAsk, CheckInTell, CheckInYes, CheckInMaybe, CheckInNo, EventPast, EventMovedTell, EventOffTell,
		StaffEventMoved, StaffEventOff, WhoCame, WhoCameAgain, WhoCameDone, CameYes, CameNo, GuestYes,
		GuestMaybe, GuestNo, GuestOpen, ThanksAsk, ThanksInYours, ThanksAgain, ThanksSends, ThanksHeld,
		ThanksDone, ThanksNot, ThanksBody, PrivateThanksBody, ThanksPromise, ThanksCommit, ThanksPlain, PrivateThanks, CommitmentTell, PrivateCommitment,
		WebLink, WebNone, Untaken, DigestWaiting, ThanksLater, ReportHint, DebriefHint, DigestFiled,
		NudgeReports,
	}
}
