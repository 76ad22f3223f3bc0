package lang

// The texts. Those of the report form are named by their field: Ask, Explain, Label.
const (
	Welcome            Key = "welcome"
	WelcomeExample     Key = "welcome_example"
	UnknownSender      Key = "unknown_sender"
	PersonReads        Key = "person_reads"
	Flood              Key = "flood"
	OptedOut           Key = "opted_out"
	OptOutDoubt        Key = "opt_out_doubt"
	WelcomeBack        Key = "welcome_back"
	HelpOrganizer      Key = "help_organizer"
	HelpContact        Key = "help_contact"
	HelpLine           Key = "help_line"
	HelpForm           Key = "help_form"
	HelpReview         Key = "help_review"
	NotUnderstood      Key = "not_understood"
	NotUnderstoodAgain Key = "not_understood_again"
	NotUnderstoodOpen  Key = "not_understood_open"
	NotUnderstoodKept  Key = "not_understood_kept"
	AskedAgain         Key = "asked_again"
	AskedAgainContact  Key = "asked_again_contact"
	MediaKept          Key = "media_kept"
	NotYet             Key = "not_yet"
	LanguageNow        Key = "language_now"
	ReportOpen         Key = "report_open"
	ReportStands       Key = "report_stands"
	ReportResume       Key = "report_resume"
	ReportNone         Key = "report_none"
	ReportLater        Key = "report_later"
	ReportPaused       Key = "report_paused"
	ReportFiled        Key = "report_filed"
	ReportFiledStaff   Key = "report_filed_staff"
	ReportFiledWorks   Key = "report_filed_works"
	ReportNext         Key = "report_next"
	ReportGone         Key = "report_gone"
	StartOverAsk       Key = "start_over_ask"
	StartOverKept      Key = "start_over_kept"
	ConfirmKnown       Key = "confirm_known"
	ConfirmPhone       Key = "confirm_phone"
	AskWhichDay        Key = "ask_which_day"
	AskSureDay         Key = "ask_sure_day"
	AskWhichContact    Key = "ask_which_contact"
	AskWhichReport     Key = "ask_which_report"
	FixNow             Key = "fix_now"
	FixWhich           Key = "fix_which"
	Added              Key = "added"
	AmendedDraft       Key = "amended_draft"
	AmendedOut         Key = "amended_out"
	NothingBefore      Key = "nothing_before"
	KeptForStaff       Key = "kept_for_staff"
	SoFar              Key = "so_far"
	SoFarNothing       Key = "so_far_nothing"
	FormLeft           Key = "form_left"
	FormLast           Key = "form_last"
	Review             Key = "review"
	ReviewAgain        Key = "review_again"
	ReviewBlank        Key = "review_blank"
	List               Key = "list"
	ListEmpty          Key = "list_empty"
	ListUnsaved        Key = "list_unsaved"
	ListItem           Key = "list_item"
	ListGoOn           Key = "list_go_on"
	NudgeDraft         Key = "nudge_draft"
	StaffFiled         Key = "staff_filed"
	StaffOptOut        Key = "staff_opt_out"
	StaffOptOutSaid    Key = "staff_opt_out_said"
	StaffMaybeSaid     Key = "staff_maybe_said"
	StaffOptOutMaybe   Key = "staff_opt_out_maybe"
	StaffOptOutMeeting Key = "staff_opt_out_meeting"
	StaffBack          Key = "staff_back"
	StaffBackSaid      Key = "staff_back_said"
	By                 Key = "by"
	NoDay              Key = "no_day"
	SomebodyMet        Key = "somebody_met"
	Them               Key = "them"
	ConsentYesShort    Key = "consent_yes_short"
	ConsentNoShort     Key = "consent_no_short"
	ConsentNotAsked    Key = "consent_not_asked"
	EchoSkipped        Key = "echo_skipped"
	EchoNone           Key = "echo_none"
	PhoneWas           Key = "phone_was" // the number that a report gives, and the one on the list
	ReachCall          Key = "reach_call"
	StaffUnnamed       Key = "staff_unnamed"
	StaffNobody        Key = "staff_nobody"
	OurStaff           Key = "our_staff"
	DebriefBooked      Key = "debrief_booked"
	ContactListed      Key = "contact_listed"
)

// How days are named. They are no texts of their own: an organization cannot put them otherwise.
const (
	WeekdayNames Key = "name.weekdays"
	MonthNames   Key = "name.months"
	DayName      Key = "name.day"
)

// HolidayName is what a holiday is called.
func HolidayName(holiday string) Key { return Key("name.holiday." + holiday) }

// Holidays lists the days that have names here.
func Holidays() []string {
	return []string{
		"new_year", "mlk", "presidents", "memorial", "juneteenth", "independence", "labor",
		"indigenous", "veterans", "thanksgiving", "christmas_eve", "christmas", "new_years_eve",
	}
}

// Ask is the question for a field of the report form.
func Ask(field string) Key { return Key("ask." + field) }

// Explain says, once, how a field's answer can look.
func Explain(field string) Key { return Key("explain." + field) }

// Again asks for a field once more, behind what was filed elsewhere: never in the same words.
func Again(field string) Key { return Key("again." + field) }

// AgainFields lists the fields that are asked once more in other words.
func AgainFields() []string {
	return []string{"learned", "commitment", "commitment_due", "follow_ups", "follow_ups_due", "staff_follow_up"}
}

// Label is the short name of a field, as the review shows it and `fix` takes it.
func Label(field string) Key { return Key("label." + field) }

// Rest names a field in the one question for all that is left.
func Rest(field string) Key { return Key("rest." + field) }

// RestFields lists the fields that question names.
func RestFields() []string {
	return []string{"contact_phone", "relationship", "contact_email", "best_way", "needs", "next_steps", "notes"}
}

// Keys lists every text of the catalogue, those of the report form included.
func Keys() []Key {
	keys := []Key{
		Welcome, WelcomeExample, UnknownSender, PersonReads, Flood, OptedOut, OptOutDoubt, WelcomeBack, HelpOrganizer,
		HelpContact, HelpLine, HelpForm, HelpReview, NotUnderstood, NotUnderstoodAgain, NotUnderstoodOpen, NotUnderstoodKept,
		AskedAgain, AskedAgainContact, MediaKept,
		NotYet, LanguageNow,
		ReportOpen, ReportStands, ReportResume, ReportNone, ReportLater, ReportPaused, ReportFiled,
		ReportFiledStaff, ReportFiledWorks, ReportNext, ReportGone, StartOverAsk, StartOverKept, ConfirmKnown, ConfirmPhone,
		AskWhichDay, AskSureDay, AskWhichContact, AskWhichReport, FixNow, FixWhich, Added, AmendedDraft, AmendedOut,
		NothingBefore, KeptForStaff, SoFar, SoFarNothing, FormLeft, FormLast, Review, ReviewAgain, ReviewBlank, List,
		ListEmpty, ListUnsaved, ListItem, ListGoOn, NudgeDraft, StaffFiled, StaffOptOut, StaffOptOutSaid, StaffMaybeSaid, StaffOptOutMaybe,
		StaffOptOutMeeting, StaffBack, StaffBackSaid, By,
		NoDay, SomebodyMet, Them, ConsentYesShort, ConsentNoShort, ConsentNotAsked,
		EchoSkipped, EchoNone, PhoneWas, ReachCall, StaffUnnamed, StaffNobody, OurStaff, DebriefBooked, ContactListed,
	}
	keys = append(append(append(keys, meetKeys()...), afterKeys()...), contactKeys()...)
	keys = append(keys, WeekdayNames, MonthNames, DayName)
	for _, h := range Holidays() {
		keys = append(keys, HolidayName(h))
	}
	for _, f := range RestFields() {
		keys = append(keys, Rest(f))
	}
	for _, f := range AgainFields() {
		keys = append(keys, Again(f))
	}
	for _, f := range FormFields() {
		keys = append(keys, Label(f))
		if f == "organizer" { // known: never asked, but fix 2 may be
			keys = append(keys, Explain(f))
		}
		if f != "organizer" && f != "event" { // known, or asked in words of its own
			keys = append(keys, Ask(f), Explain(f))
		}
	}
	return keys
}

// FormFields lists the fields that have texts here; a test holds it against the form.
func FormFields() []string {
	return []string{
		"met_on", "organizer", "contact", "contact_phone", "contact_email", "consent", "best_way", "needs", "relationship", "learned",
		"commitment",
		"commitment_due", "next_steps", "follow_ups", "follow_ups_due", "staff_follow_up", "staff_follow_up_on", "staff_notes", "notes", "open",
		"event",
	}
}
