package lang

// english is the English catalogue. Short, plain, one ask; every character is in GSM-7.
//
//nolint:gocyclo,cyclop // a table
func english(k Key) string {
	switch k {
	case Welcome:
		return "Hi {first}, {by} added you as an organizer at {org}. Text REPORT after a one-on-one, LIST to see what is open, ? for help. Texts come from this number. Español: ES. STOP to opt out."
	case UnknownSender:
		return "This is {org}'s texting line. We don't know this number yet. A person will read your text. STOP to opt out."
	case PersonReads:
		return "Thank you. This is {org}; a person will read your text and answer. Español: ES. STOP to opt out."
	case Flood:
		return "We got a great many texts from this phone in one minute. All are kept and a person will look. No need to send them again."
	case OptedOut:
		return "You are opted out: no more texts from {org}. Text START if you want them back."
	case OptOutDoubt:
		return "We hold our texts until a person at {org} has read this. STOP stops them at once."
	case WelcomeBack:
		return "Welcome back: texts from {org} are on again."
	case HelpOrganizer:
		return "{org}: text REPORT to report a one-on-one, LIST for what is open, ES for Spanish. In a report: SKIP, BACK, LATER, SO FAR, ? for more.{line} STOP to opt out."
	case HelpContact:
		return "{org}: write here and a person reads it.{line} STOP to opt out."
	case HelpLine:
		return " Or call {phone}."
	case HelpForm:
		return "{explain} You can also say: SKIP, BACK, LATER, SO FAR, fix 5, fix email, ADD and what is missing, START OVER. Now: {ask}"
	case HelpReview:
		return "1 files the report. fix 5 or fix email changes a line, ADD and what is missing adds to the notes, SO FAR shows it again, LATER keeps it for another time, START OVER begins anew."
	case NotUnderstood:
		return "I didn't get that, so staff will read it. Text REPORT to report a one-on-one, LIST for what is open, ? for help."
	case MediaKept:
		return "Pictures don't reach us here, only words. Could you text it in words?"
	case NotYet:
		return "{word} can't be done by text here yet. Staff see what you wrote. REPORT and LIST work; ? for help."
	case LanguageNow:
		return "English from now on."
	case ReportOpen:
		return "Report-back by {me}. SKIP, BACK, LATER any time, ? for help."
	case ReportResume:
		return "Back to {what}."
	case ReportNone:
		return "No report is open. REPORT begins one."
	case ReportLater:
		return "Kept: {what}. Text REPORT any time, next week too, to go on right where you stopped."
	case ReportPaused:
		return "Your report on {what} is kept. Text REPORT to go on with it."
	case ReportFiled:
		return "Filed. Thank you, {first}. {listed}{debrief}"
	case ContactListed:
		return "{who} is on the contact list. "
	case DebriefBooked:
		return "Debrief with {staff}{day}."
	case ReportFiledStaff:
		return "{staff} will hear of it."
	case ReportFiledWorks:
		return "Staff will hear of it."
	case ReportNext:
		return "Next, {what}:"
	case ReportGone:
		return "That report is filed already. REPORT begins a new one."
	case StartOverAsk:
		return "Begin the report on {what} anew? 1 drop the answers, 3 keep them."
	case StartOverKept:
		return "Kept as it was."
	case ConfirmKnown:
		return "{who} on our list: {phone}, {email}. 1 all right, or text what is different."
	case ConfirmPhone:
		return "{who} on our list: {phone}. 1 right, or text the new number."
	case AskWhichDay:
		return "Which day? {options}."
	case AskSureDay:
		return "{day} is still to come. 1 that day, or text the day you met."
	case AskWhichContact:
		return "Which one? {options}. Or the whole name for somebody new."
	case AskWhichReport:
		return "Which report? {options}. Or REPORT NEW for another one-on-one."
	case FixNow:
		return "{label}: {value}. Text the new one, or NEXT to keep it."
	case FixWhich:
		return "Which line? Text fix and its number, such as fix 5, or its name, such as fix email."
	case Added:
		return "Added to {label}."
	case NothingBefore:
		return "This is the first question."
	case KeptForStaff:
		return "Kept as you wrote it; staff will look at it."
	case SoFar:
		return "So far:"
	case SoFarNothing:
		return "Nothing yet."
	case Review:
		return "1 files it. To change a line: fix 5."
	case ReviewAgain:
		return "Not sure I got that. 1 files it, fix 5 changes line 5, ADD adds words, LATER keeps it."
	case ReviewBlank:
		return "Left out: {lines}."
	case List:
		return "Open:"
	case ListEmpty:
		return "Nothing is open. REPORT begins a report."
	case ListItem:
		return "{letter}) report on {what}"
	case ListGoOn:
		return " REPORT A goes on with A."
	case NudgeDraft:
		return "{first}, your report on {what} is kept, not filed yet. Text REPORT to go on where you stopped."
	case StaffFiled:
		return "{organizer} filed: {who}, {day}.{debrief}{link}"
	case StaffOptOut:
		return "{who} opted out of texts: we send none. If something is open, call: {phone}."
	case StaffOptOutMeeting:
		return "{who} texted a word that ends our texts, but may have meant the one-on-one. Please call and ask: {phone}."
	case StaffOptOutMaybe:
		return "{who} may want no more texts. We hold them; after 24 hours it counts as an opt-out. Call and ask: {phone}."
	case By:
		return "by"
	case NoDay:
		return "day not known"
	case SomebodyMet:
		return "a one-on-one"
	case Them:
		return "them"
	case ConsentYesShort:
		return "Texts: OK"
	case ConsentNoShort:
		return "Texts: no"
	case ConsentNotAsked:
		return "Texts: not asked"
	case EchoSkipped:
		return "Skipped."
	case EchoNone:
		return "None."
	case StaffUnnamed:
		return "staff"
	case OurStaff:
		return "our staff"
	case StaffNobody:
		return "no staff member is named here yet"
	}
	if t := englishMeet(k); t != "" {
		return t
	}
	if t := englishAfter(k); t != "" {
		return t
	}
	return englishForm(k)
}

// englishForm has the texts of the report form, by field.
//
//nolint:gocyclo,cyclop // a table
func englishForm(k Key) string {
	switch k {
	case "ask.met_on":
		return "What day did you meet? \"Today\", \"Tue\" or a date."
	case "ask.contact":
		return "Who did you meet? First and last name."
	case "ask.contact_phone":
		return "{who}'s phone number?"
	case "ask.contact_email":
		return "{who}'s email?"
	case "ask.consent":
		return "Did {who} agree to get texts from us? 1 agreed, 2 not asked, 3 no."
	case "ask.best_way":
		return "Best way to reach {who}? Text, call, email, or in your words."
	case "ask.needs":
		return "What does {who} need to take part: access, language, child care, food? NONE is fine."
	case "ask.relationship":
		return "How did you and {who} meet, or how do you know each other?"
	case "ask.learned":
		return "What did you learn? Who {who} is, what they want to see changed, what role they could play. Take as many texts as you like."
	case "ask.commitment":
		return "What did {who} commit to, and by when? NONE is fine."
	case "ask.commitment_due":
		return "By what day will {who} do that? SKIP if there is none."
	case "ask.next_steps":
		return "What other next steps did {who} agree to? NONE is fine."
	case "ask.follow_ups":
		return "What did you promise {who}, and by when? One per line or text. NONE is fine."
	case "ask.follow_ups_due":
		return "By what day will you do that? SKIP if there is none."
	case "ask.staff_follow_up":
		return "Who on staff do you debrief with? {staff}. NONE if nobody."
	case "ask.staff_follow_up_on":
		return "What day is the debrief with {staff}?"
	case "ask.staff_notes":
		return "What should {staff} know before the debrief? NONE is fine."
	case "ask.notes":
		return "Anything else to keep? NONE is fine."
	case "explain.met_on":
		return "A day, such as: today, yesterday, Tue, Nov 23."
	case "explain.organizer":
		return "First and last name of who reports."
	case "explain.contact":
		return "Their name, such as: Maria Lopez."
	case "explain.contact_phone":
		return "Ten digits, such as: 206-555-0142. SKIP if there is none."
	case "explain.contact_email":
		return "An address, such as: maria@example.org. SKIP if there is none."
	case "explain.consent":
		return "1 they agreed to texts, 2 you did not ask, 3 they said no."
	case "explain.best_way":
		return "A few words, such as: call after 6."
	case "explain.needs":
		return "A few words, such as: stairs are hard, needs Spanish. NONE is fine."
	case "explain.relationship":
		return "A few words, such as: neighbors, met at the school meeting."
	case "explain.learned":
		return "In your own words, such as: wants better buses, could host a meeting. In as many texts as you like; NEXT goes on at once."
	case "explain.commitment":
		return "Such as: come to the meeting Thu Dec 10. NONE is fine."
	case "explain.commitment_due":
		return "A day, such as: Thu, Dec 10. SKIP if there is none."
	case "explain.next_steps":
		return "Such as: talk to two neighbors. NONE is fine."
	case "explain.follow_ups":
		return "Such as: send the flyer by Tue. One promise a line. NONE is fine."
	case "explain.follow_ups_due":
		return "A day, such as: Tue, Dec 8. SKIP if there is none."
	case "explain.staff_follow_up":
		return "Text a name or its number: {staff}. NONE if nobody."
	case "explain.staff_follow_up_on":
		return "A day, such as: Mon, Dec 7. SKIP if not set."
	case "explain.staff_notes":
		return "In your own words, such as: new to this, wants to learn. NONE is fine."
	case "explain.notes":
		return "In your own words, such as: evenings are best. NONE is fine."
	case "label.met_on":
		return "Day"
	case "label.organizer":
		return "By"
	case "label.contact":
		return "Who"
	case "label.contact_phone":
		return "Phone"
	case "label.contact_email":
		return "Email"
	case "label.consent":
		return "Texts"
	case "label.best_way":
		return "Reach"
	case "label.needs":
		return "Needs"
	case "label.relationship":
		return "Met how"
	case "label.learned":
		return "Learned"
	case "label.commitment":
		return "Commits"
	case "label.commitment_due":
		return "Commits by"
	case "label.next_steps":
		return "Next steps"
	case "label.follow_ups":
		return "You promised"
	case "label.follow_ups_due":
		return "You promised by"
	case "label.staff_follow_up":
		return "Debrief"
	case "label.staff_follow_up_on":
		return "Debrief day"
	case "label.staff_notes":
		return "For staff"
	case "label.notes":
		return "Notes"
	case "ask.open":
		return "Anything still open? Text it with its name, such as: email maria@example.org. 1 none."
	case "explain.open":
		return "Such as: needs a ride. 1 none."
	case "label.open":
		return "Open"
	case "label.event":
		return "Event"
	}
	return ""
}
