package lang

// The texts about planned one-on-ones.
const (
	FirstText           Key = "first"
	FirstAgain          Key = "first_again"
	FirstHanded         Key = "first_handed"
	Handed              Key = "handed"
	StopLine            Key = "stop_line"
	ChoosePlace         Key = "choose_place"
	AtPlace             Key = "at_place"
	TwoDaysAsk          Key = "two_days_ask"
	TwoDaysTell         Key = "two_days_tell"
	TodayWord           Key = "today_word"
	TomorrowWord        Key = "tomorrow_word"
	DayOfTell           Key = "day_of_tell"
	DayOfTellNoPlace    Key = "day_of_tell_no_place"
	DayOfAsk            Key = "day_of_ask"
	ChangedAsk          Key = "changed_ask"
	ChangedPlace        Key = "changed_place"
	CalledOffTell       Key = "called_off_tell"
	ProposalThanks      Key = "proposal_thanks"
	ProposalAskWhen     Key = "proposal_ask_when"
	ProposalToOrganizer Key = "proposal_to_organizer"
	ProposalOpenTo      Key = "proposal_open_to"
	CounterAsk          Key = "counter_ask"
	CounterSent         Key = "counter_sent"
	SettledTell         Key = "settled_tell"
	SettledOrganizer    Key = "settled_organizer"
	AcceptedAnswer      Key = "accepted_answer"
	OldTimeAsk          Key = "old_time_ask"
	RefusedAnswer       Key = "refused_answer"
	RefusedGone         Key = "refused_gone"
	CallYou             Key = "call_you"
	CallThem            Key = "call_them"
	YesAnswer           Key = "yes_answer"
	NoAnswer            Key = "no_answer"
	MaybeAnswer         Key = "maybe_answer"
	YesAfterChange      Key = "yes_after_change"
	DigitPast           Key = "digit_past"
	DigitOff            Key = "digit_off"
	DigitNothing        Key = "digit_nothing"
	RelayedAnswer       Key = "relayed_answer"
	WhoAnswer           Key = "who_answer"
	WhoHanded           Key = "who_handed"
	PrivateWho          Key = "private_who"
	PrivateCall         Key = "private_call"
	OnDay               Key = "on_day"
	WrongAnswer         Key = "wrong_answer"
	WhereAnswer         Key = "where_answer"
	WhereNot            Key = "where_not"
	ConfirmedTell       Key = "confirmed_tell"
	DeclinedTell        Key = "declined_tell"
	RelayTell           Key = "relay_tell"
	PictureTell         Key = "picture_tell"
	ToldText            Key = "told_text"
	WrongNumberTell     Key = "wrong_number_tell"
	StaffUnreached      Key = "staff_unreached"
	PlanAskWho          Key = "plan_ask_who"
	PlanAskPhone        Key = "plan_ask_phone"
	PlanAskWhen         Key = "plan_ask_when"
	PlanAskTime         Key = "plan_ask_time"
	PlanAskDay          Key = "plan_ask_day"
	PlanAskWhich        Key = "plan_ask_which"
	PlanAskSure         Key = "plan_ask_sure"
	OddPast             Key = "odd_past"
	OddEarly            Key = "odd_early"
	OddFar              Key = "odd_far"
	OddClock            Key = "odd_clock"
	PlanAskWhere        Key = "plan_ask_where"
	PlanAskWhichPerson  Key = "plan_ask_which_person"
	PlanAskWhichNumber  Key = "plan_ask_which_number"
	PlanPhoneAgain      Key = "plan_phone_again"
	PlanPhoneLater      Key = "plan_phone_later"
	PlanPhoneNoted      Key = "plan_phone_noted"
	PlanPhoneWrong      Key = "plan_phone_wrong"
	PlanEchoAsk         Key = "plan_echo_ask"
	PlanEchoSave        Key = "plan_echo_save"
	PlanEchoCall        Key = "plan_echo_call"
	WhyNoPhone          Key = "why_no_phone"
	WhyOptedOut         Key = "why_opted_out"
	WhyUnreached        Key = "why_unreached"
	WhyCalls            Key = "why_calls"
	PlanFacts           Key = "plan_facts"
	FactPrivate         Key = "fact_private"
	FactSpanish         Key = "fact_spanish"
	FactEnglish         Key = "fact_english"
	FactChooses         Key = "fact_chooses"
	PlaceOfSomebody     Key = "place_of_somebody"
	FactHoliday         Key = "fact_holiday"
	FactAlso            Key = "fact_also"
	PlanAgain           Key = "plan_again"
	PlanStuck           Key = "plan_stuck"
	PlanKept            Key = "plan_kept"
	PlanDropped         Key = "plan_dropped"
	PlanKnown           Key = "plan_known"
	PlanSaved           Key = "plan_saved"
	SavedTexts          Key = "saved_texts"
	SavedNow            Key = "saved_now"
	SavedAnd            Key = "saved_and"
	SavedNone           Key = "saved_none"
	SavedSoon           Key = "saved_soon"
	SavedCallNumber     Key = "saved_call_number"
	SavedMore           Key = "saved_more"
	SavedNext           Key = "saved_next"
	ChangedName         Key = "changed_name"
	ChangedToEnglish    Key = "changed_to_english"
	ChangedToSpanish    Key = "changed_to_spanish"
	ChangedLength       Key = "changed_length"
	ChangedPlaceNew     Key = "changed_place_new"
	ChangedPlaceNow     Key = "changed_place_now"
	ToldContact         Key = "told_contact"
	ToldLater           Key = "told_later"
	NotTold             Key = "not_told"
	NotToldNow          Key = "not_told_now"
	NotYetTold          Key = "not_yet_told"
	NoNumber            Key = "no_number"
	MeetingLine         Key = "meeting_line"
	MoveAskWhen         Key = "move_ask_when"
	MoveNone            Key = "move_none"
	WhichMeeting        Key = "which_meeting"
	WhichAgain          Key = "which_again"
	WhichNone           Key = "which_none"
	Moved               Key = "moved"
	CalledOffAnswer     Key = "called_off_answer"
	UndoChanged         Key = "undo_changed"
	UndoNothing         Key = "undo_nothing"
	UndoTooLate         Key = "undo_too_late"
	UndoneWords         Key = "undone_words"
	UndoneDone          Key = "undone_done"
	UndoneDebrief       Key = "undone_debrief"
	UndoneNote          Key = "undone_note"
	UndonePlan          Key = "undone_plan"
	Undone              Key = "undone"
	AnswerCountWeek     Key = "answer_count_week"
	AnswerCount         Key = "answer_count"
	AnswerSaidNone      Key = "answer_said_none"
	AnswerSaid          Key = "answer_said"
	AnswerOweNone       Key = "answer_owe_none"
	AnswerOwe           Key = "answer_owe"
	AnswerWhose         Key = "answer_whose"
	AnswerNoneWith      Key = "answer_none_with"
	AnswerNone          Key = "answer_none"
	AnswerFree          Key = "answer_free"
	AnswerHow           Key = "answer_how"
	ConfirmWhich        Key = "confirm_which"
	DeclinedNoted       Key = "declined_noted"
	ConfirmedBefore     Key = "confirmed_before"
	ToldKept            Key = "told_kept"
	ConfirmedNoted      Key = "confirmed_noted"
	CancelCall          Key = "cancel_call"
	CancelTexted        Key = "cancel_texted"
	CancelNot           Key = "cancel_not"
	CancelTold          Key = "cancel_told"
	CancelAgain         Key = "cancel_again"
	CancelAsk           Key = "cancel_ask"
	CancelAlong         Key = "cancel_along"
	MoveOver            Key = "move_over"
	TellWho             Key = "tell_who"
	TellSent            Key = "tell_sent"
	TellCannot          Key = "tell_cannot"
	SendAsk             Key = "send_ask"
	SendReport          Key = "send_report"
	SendNot             Key = "send_not"
	SendDropped         Key = "send_dropped"
	PrivateOn           Key = "private_on"
	PrepTitle           Key = "prep_title"
	PrepKnown           Key = "prep_known"
	PrepCommit          Key = "prep_commit"
	PrepPromise         Key = "prep_promise"
	PrepNeeds           Key = "prep_needs"
	PrepSheet           Key = "prep_sheet"
	NoteSaved           Key = "note_saved"
	NoteWhat            Key = "note_what"
	NoteNone            Key = "note_none"
	IdeaSaved           Key = "idea_saved"
	RemindSaved         Key = "remind_saved"
	RemindNoDay         Key = "remind_no_day"
	RemindNow           Key = "remind_now"
	ListMeeting         Key = "list_meeting"
	StateConfirmed      Key = "state_confirmed"
	StateNoAnswer       Key = "state_no_answer"
	StateWrote          Key = "state_wrote"
	StateToAsk          Key = "state_to_ask"
	MorningWrote        Key = "morning_wrote"
	StateProposed       Key = "state_proposed"
	StateDeclined       Key = "state_declined"
	StateCall           Key = "state_call"
	ListMeetHint        Key = "list_meet_hint"
	ListCut             Key = "list_cut"
	MorningHead         Key = "morning_head"
	MorningMeet         Key = "morning_meet"
	MorningCall         Key = "morning_call"
	MorningTail         Key = "morning_tail"
	ShowMeeting         Key = "show_meeting"
	ShowPhone           Key = "show_phone"
	StaffProposal       Key = "staff_proposal"
	StaffUnanswered     Key = "staff_unanswered"
	StaffWrote          Key = "staff_wrote"
	StaffMoved          Key = "staff_moved"
	StaffAgreed         Key = "staff_agreed"
	StaffRefused        Key = "staff_refused"
	StaffPlanned        Key = "staff_planned"
	StaffHeld           Key = "staff_held"
	StaffMissed         Key = "staff_missed"
	StaffBegan          Key = "staff_began"
	StaffFiledYours     Key = "staff_filed_yours"
	StaffFiledFor       Key = "staff_filed_for"
	StaffOff            Key = "staff_off"
	StaffHanded         Key = "staff_handed"
	StaffHandedAway     Key = "staff_handed_away"
	StaffHandedBack     Key = "staff_handed_back"
	StaffHandedUndone   Key = "staff_handed_undone"
	PrivateAsk          Key = "private_ask"
	PrivateTell         Key = "private_tell"
	PrivateCounter      Key = "private_counter"
	PrivateOff          Key = "private_off"
	PrivateTold         Key = "private_told"
	Tip1                Key = "tip_1"
	Tip2                Key = "tip_2"
	Tip3                Key = "tip_3"
	Tip4                Key = "tip_4"
	Tip5                Key = "tip_5"
	Tip6                Key = "tip_6"
	Tip7                Key = "tip_7"
	Tip8                Key = "tip_8"
	Tip9                Key = "tip_9"
	Tip10               Key = "tip_10"
)

// Tips lists the coaching tips, in the order in which an organizer gets them.
func Tips() []Key {
	return []Key{Tip1, Tip2, Tip3, Tip4, Tip5, Tip6, Tip7, Tip8, Tip9, Tip10}
}

func meetKeys() []Key {
	return []Key{
		FirstText,
		FirstAgain,
		FirstHanded,
		Handed,
		StopLine,
		ChoosePlace,
		AtPlace,
		TwoDaysAsk,
		TwoDaysTell,
		TodayWord,
		TomorrowWord,
		DayOfTell,
		DayOfTellNoPlace,
		DayOfAsk,
		ChangedAsk,
		ChangedPlace,
		CalledOffTell,
		ProposalThanks,
		ProposalAskWhen,

		ProposalToOrganizer,
		ProposalOpenTo,
		CounterAsk,
		CounterSent,
		SettledTell,
		SettledOrganizer,
		AcceptedAnswer,
		OldTimeAsk,
		RefusedAnswer,
		RefusedGone,
		CallYou,
		CallThem,
		YesAnswer,
		NoAnswer,
		MaybeAnswer,
		YesAfterChange,
		DigitPast,
		DigitOff,
		DigitNothing,
		RelayedAnswer,
		WhoAnswer,
		WhoHanded,
		PrivateWho,
		PrivateCall,
		OnDay,
		WrongAnswer,
		WhereAnswer,
		WhereNot,
		ConfirmedTell,
		DeclinedTell,
		RelayTell, PictureTell,
		ToldText,
		WrongNumberTell,
		StaffUnreached,
		PlanAskWho,
		PlanAskPhone,
		PlanAskWhen,
		PlanAskTime,
		PlanAskDay,
		PlanAskWhich,
		PlanAskSure,
		OddPast,
		OddEarly,
		OddFar,
		OddClock,
		PlanAskWhere,
		PlanAskWhichPerson,
		PlanAskWhichNumber,
		PlanPhoneAgain,
		PlanPhoneLater,
		PlanPhoneNoted,
		PlanPhoneWrong,
		PlanEchoAsk,
		PlanEchoSave,
		PlanEchoCall,
		WhyNoPhone,
		WhyOptedOut,
		WhyUnreached,
		WhyCalls,
		PlanFacts,
		FactPrivate,
		FactSpanish,
		FactEnglish,
		FactChooses,
		PlaceOfSomebody,
		FactHoliday,
		FactAlso,
		PlanAgain,
		PlanStuck,
		PlanKept,
		PlanDropped,
		PlanKnown,
		PlanSaved,
		SavedTexts,
		SavedNow,
		SavedAnd,
		SavedNone,
		SavedSoon,
		SavedCallNumber,
		SavedMore,
		SavedNext,
		ChangedName,
		ChangedToEnglish,
		ChangedToSpanish,
		ChangedLength,
		ChangedPlaceNew,
		ChangedPlaceNow,
		ToldContact,
		ToldLater,
		NotTold,
		NotToldNow,
		NotYetTold,
		NoNumber,
		MeetingLine,
		MoveAskWhen,
		MoveNone,
		WhichMeeting, WhichAgain, WhichNone,
		Moved,
		CalledOffAnswer,
		UndoChanged,
		UndoNothing,
		UndoTooLate,
		UndoneWords,
		UndoneDone,
		UndoneDebrief,
		UndoneNote,
		UndonePlan,
		Undone,
		AnswerCountWeek,
		AnswerCount,
		AnswerSaidNone,
		AnswerSaid,
		AnswerOweNone,
		AnswerOwe,
		AnswerWhose,
		AnswerNoneWith,
		AnswerNone,
		AnswerFree,
		AnswerHow,
		ConfirmWhich,
		DeclinedNoted,
		ConfirmedBefore,
		ConfirmedNoted, ToldKept,
		CancelCall,
		CancelTexted,
		CancelNot,
		CancelTold,
		CancelAgain,
		CancelAsk,
		CancelAlong,
		MoveOver,
		TellWho,
		TellSent,
		TellCannot,
		SendAsk,
		SendReport,
		SendNot,
		SendDropped,
		PrivateOn,
		PrepTitle,
		PrepKnown,
		PrepCommit,
		PrepPromise,
		PrepNeeds,
		PrepSheet,

		NoteSaved,
		NoteWhat,
		NoteNone,
		IdeaSaved,
		RemindSaved,
		RemindNoDay,
		RemindNow,
		ListMeeting,
		StateConfirmed,
		StateNoAnswer, StateWrote, StateToAsk, MorningWrote,
		StateProposed,
		StateDeclined,
		StateCall,
		ListMeetHint,
		ListCut,
		MorningHead,
		MorningMeet,
		MorningCall,
		MorningTail,
		ShowMeeting,
		ShowPhone,

		StaffProposal,
		StaffUnanswered,
		StaffWrote,
		StaffMoved,
		StaffAgreed,
		StaffRefused,
		StaffPlanned,
		StaffHeld,
		StaffMissed,
		StaffBegan,
		StaffFiledYours,
		StaffFiledFor,
		StaffOff,
		StaffHanded,
		StaffHandedAway,
		StaffHandedBack,
		StaffHandedUndone,
		PrivateAsk,
		PrivateTell,
		PrivateCounter,
		PrivateOff,
		PrivateTold,
		Tip1,
		Tip2,
		Tip3,
		Tip4,
		Tip5,
		Tip6,
		Tip7,
		Tip8,
		Tip9,
		Tip10,
	}
}
