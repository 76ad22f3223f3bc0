package lang

// englishMeet has the English texts about planned one-on-ones.
//
//nolint:gocyclo,cyclop // a table
func englishMeet(k Key) string {
	switch k {
	case FirstText:
		return "Hi {first}, it's {org} for {organizer}, who gave us your number. {ofirst} hopes to talk with you {when}{place}, about {minutes} min.{choose} Reply 1 if that works, 2 for another time, 3 if you can't. Or just write: {ofirst} and our staff read it. Español: ES. STOP to opt out."
	case FirstAgain:
		return "{org} for {organizer}: {ofirst} hopes to talk with you {when}{place}, about {minutes} min.{choose} Reply 1 if that works, 2 for another time, 3 if you can't. Or just write.{stop}"
	case FirstHanded:
		return "Hi {first}, it's {org} for {organizer}, in place of {before}, who gave us your number. {ofirst} hopes to talk with you {when}{place}, about {minutes} min.{choose} Reply 1 if that works, 2 for another time, 3 if you can't. Or just write: {ofirst} and our staff read it. Español: ES. STOP to opt out."
	case Handed:
		return "{organizer} now talks with you in {before}'s place."
	case StopLine:
		return " STOP to opt out."
	case ChoosePlace:
		return " You choose the place: just write it."
	case AtPlace:
		return ", {place}"
	case TwoDaysAsk:
		return "{org} for {organizer}: does {when}{place} still work? Reply 1 if so, 2 for another time, 3 if you can't. Or just write."
	case TwoDaysTell:
		return "{org}: see you {when}{place}, with {organizer}. If anything changes, just write here."
	case TodayWord:
		return "Today"
	case TomorrowWord:
		return "Tomorrow"
	case DayOfTell:
		return "{day}, {when}: {organizer} will be at {place}. Running late, or can't find it? Write here. -{org}"
	case DayOfTellNoPlace:
		return "{day}, {when}: you talk with {organizer}. Running late, or a question? Write here. -{org}"
	case DayOfAsk:
		return "{day}, {when}{place}: can you talk with {organizer}? Reply 1 if so, 2 for another time, 3 if you can't. Or just write. -{org}"
	case ChangedAsk:
		return "{org} for {organizer}: {old} has moved to {when}{place}. Reply 1 if that works, 2 for another time, 3 if you can't. Or just write."
	case ChangedPlace:
		return "{org} for {organizer}: a new place for {when}: {place}. If that doesn't suit you, just write here."
	case CalledOffTell:
		return "{org}: {when} with {organizer} is called off. Sorry for the change. A question, or another day in mind? Just write here."
	case ProposalThanks:
		return "Thank you. We asked {ofirst} about {new}. Until you two agree, nobody is expected {when}. We'll write either way."
	case ProposalAskWhen:
		return "Of course. What day and time suits you? Such as: Fri at 4 PM. We'll ask {ofirst}."
	case ProposalToOrganizer:
		return "{who} asks for {new}. {when} is off until you agree. Reply 1 works, 3 can't, or another day and time. Or call {phone}."
	case ProposalOpenTo:
		return "{who} asks for another time than {when}, which is off until you agree. Text a day and time to offer it, or call {phone}."
	case CounterAsk:
		return "{org} for {organizer}: how about {new}{place} instead? Reply 1 if that works, 2 for another time, 3 if you can't. Or just write."
	case CounterSent:
		return "We ask {first}: {new}. You hear the answer. {when} stays off meanwhile."
	case SettledTell:
		return "It's settled: {when}{place}, with {organizer}. If anything changes, just write here. -{org}"
	case SettledOrganizer:
		return "{who} says {when} works: it's settled."
	case AcceptedAnswer:
		return "Settled: {who}, {when}{place}. {told}"
	case OldTimeAsk:
		return "{ofirst} can't {new}. Does {when}{place} still work? Reply 1 if so, 2 for another time, 3 if you can't. -{org}"
	case RefusedAnswer:
		return "OK, not {new}. We ask {first} whether {when} still works."
	case RefusedGone:
		return "OK, not {new}. {when} is past or too close, so please call {first}: {phone}."
	case CallYou:
		return "Thank you. Texts don't settle it, so {ofirst} will call you. -{org}"
	case CallThem:
		return "{who} now asks for {new}. That makes two offers each: please call {phone}. 1 still takes {new}."
	case YesAnswer:
		return "Thank you: {when}{place}, with {organizer}. If anything changes, just write here."
	case NoAnswer:
		return "Thank you for telling us. {ofirst} hears of it. If another day suits you, just write it, such as: Fri at 4 PM."
	case MaybeAnswer:
		return "Thank you, {ofirst} hears of it. When you know: 1 works, 2 another time, 3 can't."
	case YesAfterChange:
		return "To be sure, since it was just changed: {when}{place}. Reply 1 if that works, 2 for another time, 3 if you can't."
	case DigitPast:
		return "{when} has begun, so nothing is changed. {ofirst} gets your text."
	case DigitOff:
		return "{when} is off, so nothing is changed. What would you like to say? {ofirst} reads it."
	case DigitNothing:
		return "Thank you. We asked nothing just now: what would you like to say? A person reads it."
	case RelayedAnswer:
		return "Thank you, {ofirst} gets your text."
	case WhoAnswer:
		return "This is {org}, writing for {organizer}, who gave us your number to find a time to talk{when}. People read your answers. STOP to opt out."
	case WhoHanded:
		return "This is {org}, writing for {organizer}, in place of {before}, who gave us your number to find a time to talk{when}. People read your answers. STOP to opt out."
	case PrivateWho:
		return "We write for {ofirst}, who has your number to find a time to talk{when}. People read your answers. STOP to opt out."
	case OnDay:
		return ": {when}"
	case WrongAnswer:
		return "Sorry, our mistake: we won't write to you about this again. STOP to opt out of all our texts."
	case WhereAnswer:
		return "{when}{place}."
	case WhereNot:
		return "No place is set yet for {when}. {ofirst} gets your question."
	case ConfirmedTell:
		return "{who} says yes: {when}{place}."
	case DeclinedTell:
		return "{who} can't make {when}. To offer another time: MOVE {first} and a day and time. Or call {phone}."
	case RelayTell:
		return "{who}: \"{words}\" To answer: TELL {first} and your words."
	case ToldText:
		return "{organizer}: {words} -{org}"
	case WrongNumberTell:
		return "The phone {phone} says it is not {who}'s: \"{words}\" We text it no more. {first}'s right number? Or SKIP: then you call."
	case StaffUnreached:
		return "Our texts don't reach {who}. Please call: {phone}."
	case PlanAskWho:
		return "Who are you meeting? First and last name."
	case PlanAskPhone:
		return "{first}'s phone number? SKIP if there is none: then you call."
	case PlanAskWhen:
		return "What day and time? Such as: Thu 3 PM."
	case PlanAskTime:
		return "{day}: at what time?"
	case PlanAskDay:
		return "{clock} on what day?"
	case PlanAskWhich:
		return "Which do you mean? {options}."
	case PlanAskSure:
		return "{when}: {odd}. 1 that's right, or text the right day and time."
	case OddPast:
		return "that is past"
	case OddEarly:
		return "that is in the small hours"
	case OddFar:
		return "that is far off"
	case OddClock:
		return "the clocks change then"
	case PlanAskWhere:
		return "Where? A place, or: let {first} choose. SKIP is fine."
	case PlanAskWhichPerson:
		return "Which one? {options}. Or the whole name of somebody new."
	case PlanPhoneAgain:
		return "That is not a number we can use. Ten digits, such as: 206-555-0142. SKIP if there is none."
	case PlanPhoneWrong:
		return "That phone told us it is not {first}'s. Another number? SKIP if there is none: then you call."
	case PlanEchoAsk:
		return "{facts} Is {first} OK with texts? 1 OK, save. 2 no or not asked: save, you call. Or change it: \"at 4\", \"Spanish\", \"keep it private\"."
	case PlanEchoSave:
		return "{facts} 1 saves it, and {first} gets a text. Or change it: \"at 4\", \"Spanish\", \"keep it private\"."
	case PlanEchoCall:
		return "{facts} {why}, so you call. 1 saves it. Or change it: \"at 4\", \"at the library\"."
	case WhyNoPhone:
		return "{first} gets no texts"
	case WhyOptedOut:
		return "{first} opted out of texts"
	case WhyUnreached:
		return "Our texts don't reach {first}"
	case WhyCalls:
		return "{first} prefers a call"
	case PlanFacts:
		return "{who}{phone}, {when}{place}, {minutes} min.{extra}"
	case FactPrivate:
		return " Private."
	case FactSpanish:
		return " Texts in Spanish."
	case FactEnglish:
		return " Texts in English."
	case FactChooses:
		return ", {first} chooses the place"
	case FactHoliday:
		return " ({holiday})"
	case FactAlso:
		return " You also have {first} {when}."
	case PlanAgain:
		return "I didn't get that. 1 saves it; or text what to change, such as: at 4, Fri, at the library, Spanish. CALL OFF drops it."
	case PlanKept:
		return "Kept as a note on it: \"{words}\"."
	case PlanDropped:
		return "Dropped: nothing is saved and nobody was texted."
	case PlanKnown:
		return "You have that already: {what}. Nothing is doubled."
	case PlanSaved:
		return "Saved: {what}. {texts}{more}"
	case SavedTexts:
		return "{first} gets a text {list}. You hear every answer."
	case SavedNow:
		return "now"
	case SavedAnd:
		return "and"
	case SavedNone:
		return "{first} gets no texts: you call{phone}."
	case SavedSoon:
		return "It is too soon for a text to {first}: you call{phone}."
	case SavedCallNumber:
		return ", {phone}"
	case SavedMore:
		return " PREP, TIPS or LIST any time."
	case SavedNext:
		return " Next: "
	case SavedChanged:
		return "Changed: {what}. {told}"
	case ToldContact:
		return "{first} gets a text."
	case ToldLater:
		return "{first} gets a text {when}."
	case NotTold:
		return "{first} can't be texted: please call {phone}."
	case NotToldNow:
		return "It is too late or too early to text {first} before it: please call {phone}."
	case NotYetTold:
		return "{first} had not been told yet."
	case NoNumber:
		return "(no number)"
	case MeetingLine:
		return "{who}, {when}{place}"
	case MoveAskWhen:
		return "{what}: to what day and time?"
	case MoveNone:
		return "No open one-on-one is found for that. LIST shows them; MEET plans one."
	case WhichMeeting:
		return "Which one? {options}."
	case Moved:
		return "Moved: {what}. {told}"
	case CalledOffAnswer:
		return "Called off: {what}. {told}"
	case MoveOver:
		return "{what} has begun or is over. MEET plans a new one."
	case TellWho:
		return "Tell whom? Such as: TELL Maria I'm at the back table."
	case TellSent:
		return "Sent to {first}: \"{words}\""
	case TellCannot:
		return "{first} can't be texted: please call {phone}. Not sent."
	case SendAsk:
		return "1 send to {first}: \"{words}\".{report}"
	case SendReport:
		return " 2 it is for the report."
	case SendNot:
		return " 3 don't send it."
	case SendDropped:
		return "OK, not sent."
	case PrivateOn:
		return "Private: from now on our texts to {first} name no organization, place or surname. {first} can ask WHERE."
	case PrepTitle:
		return "PREP {what}."
	case PrepKnown:
		return " Last time, {day}.{commit}{promise}"
	case PrepCommit:
		return " They said: {what}."
	case PrepPromise:
		return " You promised: {what}."
	case PrepNeeds:
		return " Needs: {what}."
	case PrepSheet:
		return "1 Start: who are you, why them, who sent you? 2 Ask: their story, what they want changed. Listen 70%. 3 Honor: what skills do you see? 4 Ask for one thing, with a day. Place: private enough? Costs them money? Food, access? Let them choose."
	case NoteSaved:
		return "Noted on {what}. Only you and staff see it."
	case NoteWhat:
		return "Text NOTE and your words."
	case NoteNone:
		return "Kept as an idea, since no one-on-one is near: \"{words}\"."
	case IdeaSaved:
		return "Kept to invite: {words}. LIST shows your ideas."
	case ListMeeting:
		return "{letter}) {when} {first}{state}"
	case StateConfirmed:
		return ", confirmed"
	case StateNoAnswer:
		return ", no answer yet"
	case StateProposed:
		return ", another time asked"
	case StateDeclined:
		return ", can't"
	case StateCall:
		return ", call {phone}"
	case ListMeetHint:
		return " MOVE A Fri 4pm, CALL OFF A. A letter alone shows more."
	case ListCut:
		return " And {n} more."
	case MorningHead:
		return "{day}."
	case MorningMeet:
		return "{letter}) {when} {first}{place}{state}"
	case MorningCall:
		return ", no answer: call {phone}"
	case MorningTail:
		return " A letter alone shows more."
	case ShowMeeting:
		return "{who}, {when}{place}, {minutes} min{state}.{phone} MOVE {letter} and a time, CALL OFF {letter}, TELL {first}, PREP {first}."
	case ShowPhone:
		return " {phone}."
	case StaffProposal:
		return "{who} ({phone}) asked {organizer} ({ophone}) for another time than {when}; no answer yet. Please help them settle it."
	case StaffUnanswered:
		return "{who} ({phone}) wrote about {when} with {organizer} ({ophone}) and nobody has answered: \"{words}\""
	case StaffWrote:
		return "{staff}: {words} -{org}"
	case StaffMoved:
		return "{staff} moved {who} from {old} to {when}."
	case StaffOff:
		return "{staff} called off {who}, {when}."
	case StaffHanded:
		return "{staff} handed you what {ofirst} had: contacts {contacts}, one-on-ones {meetings}, open reports {reports}, promises {promises}. LIST shows what is next."
	case PrivateAsk:
		return "{organizer}: does {when} still work? Reply 1 if so, 2 for another time, 3 if you can't. Or just write."
	case PrivateTell:
		return "{when}, with {organizer}. If anything changes, just write here. WHERE tells the place."
	case PrivateCounter:
		return "{organizer}: how about {new} instead? Reply 1 if that works, 2 for another time, 3 if you can't. Or just write."
	case PrivateOff:
		return "{when} with {organizer} is called off. Another day in mind? Just write here."
	case PrivateCall:
		return "Thank you. Texts don't settle it, so {ofirst} will call you."
	case PrivateTold:
		return "{organizer}: {words}"
	case Tip1:
		return "Listen 70%, talk 30%. Count your questions, not your points."
	case Tip2:
		return "Say at the start why you asked to meet and who sent you. Be direct."
	case Tip3:
		return "Ask for one thing, with a day on it. \"Soon\" is not a commitment."
	case Tip4:
		return "Ask why twice: the second answer is the story."
	case Tip5:
		return "Share something of your own early. Trust goes both ways."
	case Tip6:
		return "Don't pitch. The aim is the relationship, not the task."
	case Tip7:
		return "30 to 45 minutes is plenty. Say at the start how long you have."
	case Tip8:
		return "Take 15 minutes after it to report while it is fresh."
	case Tip9:
		return "Before you take notes, ask if that is OK."
	case Tip10:
		return "Ask what would make it easy to take part: child care, language, stairs, food."
	}
	return ""
}
