package lang

// englishAfter has the English texts about what comes after a one-on-one.
//
//nolint:gocyclo,cyclop // a table
func englishAfter(k Key) string {
	switch k {
	case HowAsk:
		return "{ofirst}, when you're free: {who}, {when}? 1 met, 2 new time, 3 didn't come. Or tell it all in your own words, in as many texts as you like. LATER is fine.{also}"
	case HowAlso:
		return " Still open too: {list}."
	case HowAgain:
		return "How did it go with {who}, {when}? 1 met, 2 new time, 3 didn't come. Or your own words."
	case HowLater:
		return "OK, we ask again in 2 hours."
	case HeldNoted:
		return "You met {who}, {when}."
	case OutcomesNoted:
		return "Noted: {list}."
	case OutcomeMet:
		return "met {first}"
	case OutcomeMissed:
		return "{first} didn't come"
	case OutcomePostponed:
		return "{first} wants a new time: MOVE {first} and a day"
	case MissedNoted:
		return "Noted: {first} didn't come, {when}. 1 texts {first} that another day is fine. Or text a day and time to offer. 3 nothing."
	case MissedCall:
		return "Noted: {first} didn't come, {when}. {first} gets no texts from us: to find another time, please call {phone}."
	case MissedOff:
		return "OK, nothing is sent."
	case MissedSent:
		return "{first} gets a text: another day is fine."
	case MissedTell:
		return "{org} for {organizer}: sorry we missed each other {when}. Would another day suit you? Just write it, such as: Fri at 4 PM."
	case PrivateMissed:
		return "{organizer}: sorry we missed each other {when}. Would another day suit you? Just write it, such as: Fri at 4 PM."
	case ListReport:
		return "{letter}) report {first}, {when}"
	case ListThanks:
		return "{letter}) thank {first}"
	case ListPromise:
		return "{letter}) {what}{who}{when}"
	case ListCommit:
		return "{letter}) {first} said: {what}{when}"
	case ListDebrief:
		return "{letter}) debrief with {who}{when}"
	case ListEvent:
		return "{letter}) {event}, {when}: {people}"
	case DueToday:
		return ", today"
	case DueSince:
		return ", since {day}"
	case DueOn:
		return ", {day}"
	case ForWhom:
		return " ({first})"
	case DoneHint:
		return " DONE {letter} closes one, LATER {letter} Fri moves it."
	case ShowPromise:
		return "{what}{who}{when}. DONE {letter} closes it, LATER {letter} Fri moves it."
	case ShowDebrief:
		return "Debrief with {who}{when}. DONE {letter} when it was held."
	case PromiseDone:
		return "Done: {what}. Thank you."
	case PromiseMoved:
		return "Moved to {day}: {what}."
	case PromiseWhich:
		return "Which one? {options}."
	case PromiseNone:
		return "Nothing open is found for that. LIST shows what is open."
	case PromiseWhen:
		return "{what}: to what day? Such as: Fri."
	case DebriefHeld:
		return "Noted: the debrief with {who} was held. Thank you."
	case DebriefAsk:
		return "Debrief: {staff}, {day}? 1 works, or another day or name. 3 none."
	case RestAsk:
		return "Still open: {what}. Text any of it with its name, such as: email maria@example.org. 1 none."
	case EventAsk:
		return "Is that {event}, {when}? 1 yes: {first} gets check-ins. 3 no."
	case EventNew:
		return "1 makes it an event for check-ins: \"{event}\", {when}. 3 no. Staff can correct it."
	case EventLinked:
		return "{first} gets check-ins for {event}."
	case EventListed:
		return "{first} is on the list for {event}: please remind them."
	case Bring:
		return " Please bring: {what}."
	case CheckInAsk:
		return "{org}: {event}, {when}{place}.{bring} Can you come? 1 coming, 2 not sure, 3 can't. Or just write."
	case CheckInTell:
		return "{org}: see you at {event}, {when}{place}.{bring} If anything changes, just write."
	case CheckInYes:
		return "Thank you: see you at {event}, {when}{place}.{bring}"
	case CheckInMaybe:
		return "Thank you. When you know about {event}: 1 coming, 3 can't."
	case CheckInNo:
		return "Thank you for telling us about {event}. If that changes, just write."
	case EventPast:
		return "{event} has begun or is off, so nothing is changed. A person reads your text."
	case EventMovedTell:
		return "{org}: {event} has moved from {old} to {when}{place}. Can you come? 1 coming, 2 not sure, 3 can't."
	case EventOffTell:
		return "{org}: {event}, {when}, is called off. Sorry for the change. A question? Just write here."
	case StaffEventMoved:
		return "{staff} moved {event} to {when}. Whoever we told of it hears it from us."
	case StaffEventOff:
		return "{staff} called off {event}, {when}. Whoever we told of it hears it from us."
	case WhoCame:
		return "Who came to {event}? {people}. Text letters or names, ALL, NONE, or: all but Jo."
	case WhoCameAgain:
		return "Text the letters or names of who came to {event}, ALL or NONE."
	case WhoCameDone:
		return "Noted for {event}: {list}."
	case CameYes:
		return "{first} came"
	case CameNo:
		return "{first} didn't come"
	case GuestYes:
		return "{first} coming"
	case GuestMaybe:
		return "{first} not sure: {phone}"
	case GuestNo:
		return "{first} can't"
	case GuestOpen:
		return "{first} no answer: {phone}"
	case ThanksAsk:
		return "Thank-you to {first}: \"{draft}\"{english} 1 sends it, or text your own words. HOLD stops it."
	case ThanksInYours:
		return " (that is: \"{draft}\")"
	case ThanksAgain:
		return "To {first}: \"{draft}\" 1 sends it. HOLD stops it."
	case ThanksSends:
		return "{first} gets the thank-you."
	case ThanksHeld:
		return "Held: {first} gets no thank-you from us."
	case ThanksDone:
		return "{first} was thanked already, so nothing more is sent."
	case ThanksNot:
		return "{first} gets no texts from us: the thank-you is yours{phone}."
	case ThanksBody:
		return "{first}, thank you for talking with {ofirst}.{promise}{commit} If anything changes, just write. -{org}"
	case PrivateThanksBody:
		return "{first}, thank you for talking with {ofirst}.{promise}{commit} If anything changes, just write."
	case ThanksPromise:
		return " {ofirst} promised: {what}."
	case ThanksCommit:
		return " You said: {what}."
	case ThanksPlain:
		return "Thank you for taking the time to talk with {ofirst}. Questions or second thoughts? Just write here. -{org}"
	case PrivateThanks:
		return "Thank you for taking the time to talk with {ofirst}. Questions or second thoughts? Just write here."
	case CommitmentTell:
		return "A reminder of what you told {ofirst}: {what}. If anything changes, just write. -{org}"
	case PrivateCommitment:
		return "A reminder of what you told {ofirst}: {what}. If anything changes, just write."
	case WebLink:
		return "Your report as a page, for two days: {url} By text it goes on too: REPORT."
	case WebNone:
		return "There is no page for that here. REPORT begins a report by text."
	case Untaken:
		return "Nobody has taken this for 30 minutes."
	case DigestWaiting:
		return "Waiting for a person: {n}."
	case ThanksLater:
		return "Kept. LIST shows it; unanswered, {first} gets a plain thank-you within the day."
	case ReportHint:
		return " REPORT {letter} tells how it went."
	case DebriefHint:
		return " DONE {letter} when it was held."
	case DigestFiled:
		return "Reports filed since: {n}."
	case NudgeReports:
		return "{ofirst}, still open: {list}. Text REPORT and the name when you can. Thank you."
	}
	return ""
}
