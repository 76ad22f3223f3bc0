package lexicon

// List is one list of the lexicon: words and phrases that people of every language text, sorted by what they mean.
type List uint16

// The lists. What each is for stands above it here and in the file of every language.
const (
	NoList List = iota

	OptOutRoots      // Beginnings, one of which every opt-out has: a text with none of them is not looked at further.
	OptOutAlone      // An opt-out when nothing else is said.
	OptOutPhrases    // An opt-out wherever it stands in a short text.
	OptOutDoubts     // May be meant as an opt-out: a person decides, and no text goes meanwhile.
	RoughWords       // Anger and threats: a person decides.
	EndVerbs         // Words that end: "stop" sending me this.
	TextingWords     // Words for texting.
	BeforeTexting    // Small words between "stop" and the word for texting.
	AfterTexting     // What may follow the word for texting in an opt-out: "stop texting me".
	AfterNoTexts     // What may follow "no texts".
	WriteVerbs       // Beginnings of the verbs for writing, after "no me".
	WriteAgain       // Writing, after "do not ... again".
	WishWhen         // After "don't text me": a wish about when, and no opt-out.
	WishCall         // After "don't text me": a wish to be called.
	TakeOffVerbs     // "remove" my number.
	TakeNumberOff    // "borre" mi número.
	TakeMeOff        // "bórreme", in one word.
	ListNouns        // What one is taken off: a list.
	OffWhat          // What may follow "bórreme".
	NumberNouns      // What is taken off a list: my number.
	Pleading         // Beside "alto": please.
	AskingHow        // How and why: a question about opting out.
	ToldOfOthers     // Others who are spoken of: then it is a story and no opt-out.
	StopGoesOn       // After a leading "stop": it goes on about something else.
	StopThen         // After a leading "stop", whatever follows them: it may be meant as an opt-out.
	OffWhose         // Whose list one is taken off.
	TurnOff          // Before "off": to end.
	SomebodyWill     // Before a last "stop": somebody stops.
	StopNot          // Phrases with an opt-out's word that are none.
	StopBefore       // Before "stop": the phrase is no opt-out.
	NotAboutUs       // Beside an opt-out's phrase: it is told of somebody else.
	OffOther         // Something else that one is taken off or wants out of.
	WishAboutHow     // Beside an opt-out's phrase: a wish about how and when to text.
	NotBeforeStop    // Right before "stop": it is no request to end.
	StopWords        // Words that alone are an opt-out, and may be one with a little more.
	StillDoing       // Between "me" and the verb: "no me estén mandando".
	StopTo           // Verbs that end, right before a word for texting.
	WantWords        // To want: "I don't want texts".
	OneWhoDoes       // Before "don't": it is told, and no request.
	NeverWords       // Before "me escriban": it is forbidden.
	AgainVerbs       // Beginnings of the verb for doing it again.
	TextVerbs        // Texting: what follows may say when or how.
	AboutTexting     // Speaks of our texts, or of talking with us: the language asked for is theirs.
	CallWords        // To call, instead of texting.
	ToldWrites       // After "no me": it is told of somebody, and no request.
	PleaseBother     // After "no me": whether it is an opt-out a person decides.
	WishSpanish      // After "no me escriban": a wish about when, and no opt-out.
	SendVerbs        // Beginnings of the verbs for sending, after which it counts what is sent.
	OffWords         // Off a list.
	UnsubscribeRoots // Beginnings of "unsubscribe", as thumbs write it.
	SubsidyRoots     // They begin like that, and are another word.
	BeforeToldStop   // Before "don't": it is asked or supposed.
	ReactsLiked      // A phone's words for a reaction that likes, before the text in quotes.
	ReactsLoved      // The same for one that loves.
	ReactsDisliked   // The same for one that dislikes.
	ReactsOther      // The same for one that answers nothing.
	ReactsRemoved    // A reaction that is taken back.
	AfterReaction    // Words around an emoji that reacts.
	CannotWait       // Somebody cannot wait: danger, a lock, the police, standing at the door. A word too many costs a look.
	NoAlone          // A no when hardly more is said: "n" is "and" too.
	StillComing      // Beside a doubt or a question: they come all the same.
	AsksLeave        // Begins a question of somebody who comes: may I bring somebody?

	Month           // Months, by number.
	Weekday         // Days of the week, Sunday is 0; misspellings too.
	Today           // Today.
	Tomorrow        // Tomorrow.
	Yesterday       // Yesterday is 1, the day before it 2.
	Tonight         // Tonight.
	Next            // Next.
	Last            // Last.
	Pasado          // "pasado": after mañana, or last.
	This            // This.
	Coming          // "(que) viene".
	Week            // Weeks.
	Weekend         // The weekend.
	Day             // Days.
	MonthUnit       // Months, counted.
	Year            // Years.
	Hour            // Hours.
	Minute          // Minutes.
	AM              // Before noon.
	PM              // After noon.
	Noon            // Noon.
	Midnight        // Midnight.
	PartOfDay       // Parts of the day: 1 morning, 2 afternoon, 3 evening, 4 night.
	Meal            // Meals, by the part of the day in which they are.
	Half            // Half an hour.
	Quarter         // A quarter of an hour.
	Minus           // Before the hour: "to", "menos".
	Past            // After the hour.
	And             // "y" in "las tres y media".
	At              // At.
	On              // On.
	In              // In.
	Ago             // Ago: 8 where it may be short for August, 1 before the length of time.
	From            // From.
	Or              // Or.
	The             // The.
	Of              // Of.
	Until           // Until.
	After           // After.
	Before          // Before.
	Oclock          // O'clock.
	Vague           // Sometime: no time; 1: the closest.
	Later           // Later is 1, back is -1.
	Fortnight       // Two weeks.
	Now             // Now.
	Number          // Numbers in words.
	Ordinal         // Ordinals in words.
	NumberedPlace   // The number after it is no time: room, apartment, bus.
	StreetWord      // The number before it is an address: street, avenue.
	Counted         // The number before it counts something: people, dollars.
	OftenMisspelt   // Days and months that are recognized with one letter wrong.
	ShortDays       // Short names of days.
	NamesTime       // A word that names some day or time.
	SpanishDays     // Days of the week after which a number is the day of the month.
	SpanishUnits    // Numbers of one digit, after "y".
	EndsOfTomorrow  // The end of "2moro".
	OrdinalSuffixes // What makes a number an ordinal: 1st, 3ro.
	Holiday         // Days that people plan around, by number: what each is stands above it in the files.
	HolidayThings   // After a holiday's name: a thing, and not the day.
	Loosely         // Numbers that are not meant exactly.
	AfterFraction   // After 1/2: it is a fraction, and no date.
	CountedOnes     // After "3 of": people are counted.
	ClauseEnds      // Words that end a clause.
	KeepsHours      // Words of hours that somebody keeps: no time to meet at.
	WorkNouns       // Work and classes, whose hours somebody keeps.
	WorkVerbs       // To work.
	NotBeforeDay    // Before a day: it is ruled out.
	Excepts         // Except: the day after it is ruled out.
	AnyWords        // Any: before "but thursday".
	BusyNoDay       // Words of being held elsewhere that rule no day out.
	FloorStarts     // Before a day: it is the first that would do.
	HourSuits       // Right behind a bare number: it is an hour that suits.
	OtherOf         // Before a weekday: the one a week on.
	FloorOn         // After "from" and a day: it is the first that would do.
	FloorGoesOn     // After a day that is a bound: the sentence goes on, and it is not the day's own noun.
	SmallAfterNot   // Small words between "not" and the day.
	NoRuledOut      // After "no": a day is not ruled out.
	RulesOut        // After a day: it is ruled out.
	RulesOutHalf    // The same, cut at its apostrophe.
	IsNoGood        // After "is": the day is ruled out.
	MoveVerbs       // Verbs that move a one-on-one.
	EventNouns      // Something that has a day of its own: "the meeting of the 12th".
	ToldVerbs       // Verbs that tell of what has been.
	SmallBesideTime // Small words between a day and its time.
	BeforeDo        // Before "do 3": a time is proposed.
	ZoneLetters     // Letters of time zones.
	ZoneEastern     // Eastern time.
	ZoneCentral     // Central time.
	ZoneMountain    // Mountain time.
	ZonePacific     // Pacific time.
	ZoneAlaska      // Alaska time.
	ZoneHawaii      // Hawaii time.
	ZoneArizona     // Arizona time.
	ZoneMexico      // Mexico City time.
	ZoneUTC         // Universal time.
	ZoneElsewhere   // Zones that are asked about.
	ZoneAlone       // Names of zones that may stand without "time", when nothing follows.
	AfterZone       // After a zone's name without "time": the name was one.
	AfterSat        // After "sat": somebody sits.
	BeforeNamed     // Before "Domingo": it is a name.
	Subjects        // Who does something.
	TellsFirst      // Words with which a sentence begins, and no place.
	Lacking         // So much is lacking to the hour: "faltan 10 para las 5".
	NotBusyAfter    // After one of these, work and the like rules no day out: "after work thursday".
	BetweenBusyDays // Between days on which somebody is held elsewhere: "I work mon and tues".
	AfterBusyDay    // Between a day and the words of being held elsewhere: "thursday is my day".
	Couples         // Numbers of few, which may stand after "a": "a couple of days".
	BeforeLength    // Between "in" and a length of time: "in about two weeks".
	AfterAgo        // Between "hace" and a length of time.
	EachWords       // Before a day: every one of them, and no one day.
	DayFirstLeads   // Before 6/12: the day may stand first.
	BeforeMorning   // Before "mañana": it is the morning.
	OneArticles     // Articles, which are a number too.
	ToTheHour       // After minutes: so much is lacking to the hour.
	RangeLeads      // Begins a range of hours.
	RangeJoins      // Between the hours of a range.
	DayNames        // Short days that are names where another capital follows: "Sun Li".
	DayWords        // Short days that are words too, unless something of a time stands beside them.

	AheadWords       // Before a day, in a clause of a report: it is to come, or another matter.
	CommandMeet      // Plans a one-on-one.
	CommandReport    // Begins a report.
	CommandList      // Lists what is open.
	CommandMove      // Moves a one-on-one.
	CommandCallOff   // Calls it off.
	CommandSkip      // Skips a question.
	CommandBack      // Goes a question back.
	CommandFix       // Corrects a line.
	CommandAdd       // Adds to the notes.
	CommandSoFar     // Shows what is filled in.
	CommandLater     // Keeps the report for later.
	CommandNext      // Goes on to the next.
	CommandStartOver // Begins anew.
	CommandWhat      // Explains.
	CommandTell      // Passes words on to a contact.
	CommandPrep      // Helps to prepare.
	CommandTips      // Gives a tip.
	CommandNote      // Keeps a note.
	CommandIdea      // Keeps an idea.
	CommandDone      // Something promised is done.
	CommandHold      // Holds a thank-you.
	CommandPrivate   // Keeps a one-on-one private.
	CommandWeb       // Gives the form's address.
	CommandWhere     // Asks where.
	CommandNew       // Begins another report.
	CommandEnglish   // Texts in English from now on.
	CommandSpanish   // Texts in Spanish from now on.
	LineNames        // Names of lines that may be corrected.
	MeetingTold      // After "meeting": it is told of, not planned.
	MoveOut          // After "move": another move than a one-on-one's.
	CallOffWhat      // After "call off": something else.
	TellWhom         // After "tell": no name.

	LabelDay           // The day.
	LabelContact       // Whom.
	LabelPhone         // The phone.
	LabelEmail         // The mail address.
	LabelConsent       // Consent to texts.
	LabelBestWay       // The best way to reach somebody.
	LabelNeeds         // What somebody needs to take part.
	LabelRelationship  // How they know each other.
	LabelLearned       // What was learned.
	LabelCommitment    // What they will do.
	LabelCommitmentDue // By when.
	LabelNextSteps     // Next steps.
	LabelFollowUps     // What was promised to them.
	LabelDebrief       // With whom of the staff it is talked over.
	LabelDebriefDay    // When it is talked over.
	LabelStaffNotes    // Notes for the staff.
	LabelNotes         // Notes.
	MailLabels         // Before a mail address, without a colon.
	PhoneLabels        // Before a number, without a colon.

	LeadsToName    // A name follows: met, with.
	RanInto        // Before "into": somebody was met by chance.
	BeforeName     // Words between "met" and the name.
	NameLeads      // What an answer to "who?" begins with.
	IsWords        // Between a time and the name of whom one meets then.
	Titles         // Titles, which are no name alone.
	Articles       // Articles and whose somebody is.
	Relations      // Who somebody is to the one who writes.
	NameParticles  // Small words within names, in lower case.
	NoNameAlone    // No name when it stands alone.
	SentenceWords  // Words of sentences, which no name has.
	NoNames        // Words that are no names.
	DateNames      // Months and days that are names of people too: they are read as names only where no time is said.
	LabelPerson    // Before a colon: a name follows. They are no lines of the form.
	NameSuffixes   // What stands after a surname: Jr.
	Extensions     // After a number: it is one that is only called.
	PlaceWords     // Words that stand before a kind of place: "food" bank.
	BesidePlace    // Where one meets beside something: behind, across from.
	PlacesAlone    // Where one meets without a place: zoom.
	NotPeople      // What may stand where a name does, and is none: a picnic.
	AfterParticle  // What names have after "de la".
	PlaceNouns     // Kinds of places.
	PlacesNamed    // Kinds of places that bear a quarter's or a person's name in front.
	StreetNouns    // Kinds of streets, after a number.
	ByWhich        // Before "video" and the like: a thing, and no way to meet.
	NotOfPlaces    // After a place: it says how the place is, and is no part of its name.
	PhoneAlone     // Right after an hour: it is on the phone.
	EndsPlace      // Words at which a place's name ends.
	TrailsPlace    // Small words that lead on from a place, and are none of it.
	LivesAt        // Before "at": where somebody lives, or works.
	BeforeNumber   // Small words before the word for a number to call: "her" number, "no tengo su" número.
	PhoneNouns     // The word for a number to call.
	AfterNumber    // Between that word and the number: "is".
	BeginsPlace    // Words with which a place may begin, after "en".
	NoPlaceAlone   // No place when it stands alone.
	NameArticles   // Before a name in lower case, it is a thing: "with the manager".
	WithinNames    // Small words within a name, which begin none.
	SetsOffName    // What may follow a whole name.
	BeforeDate     // Before a month or a day: it is one, and no name.
	DayLeads       // Small words that lead to a day.
	EndsTold       // Words at which a name ends that is put right.
	LetterArticles // Between those and the letter.
	WithoutLetter  // Before a letter that a name is written without.
	WithLetter     // Before a letter that a name is written with.
	BeforeThan     // Before "than": the day behind it is ruled out.
	LeadsShortDay  // Before a short weekday that is another word too: "to" sat, "by" sun.
	TimeSmall      // Small words that lead to an hour.
	NameWords      // First names that are words of sentences too: alone in small letters they need a surname that is known.
	MealsFirst     // Before a name at the beginning: what one meets for.
	SurnamesToo    // Ordinary words that are common surnames.
	NoPlaceAfterAt // After "at": no place.
	WithinPlaces   // Small words within a place.
	AddNot         // After "add": it is no request to keep something.
	AfterReport    // After "report": whose or which it is.

	SaysMissed       // The contact did not come.
	SaysPostponed    // It was put off.
	SaysMet          // They met.
	SaysTalked       // They talked, which may have been on the phone.
	SaysWell         // How it was, said of a one-on-one that was held.
	Briefly          // How short a one-on-one was.
	SaysNotMet       // They did not meet.
	SaysCancelled    // The contact called it off.
	SaysAbsent       // The organizer did not come.
	AbsentAlone      // The same, where a clause says nothing else.
	SaysCrossed      // Both came, and missed each other.
	InTheirPlace     // Somebody else came.
	SaysByPhone      // It was on the phone.
	Kin              // Who is with somebody: met "her husband".
	BeginsQuestion   // How a question begins, with or without its mark.
	SamePlace        // At the same place as before.
	ThankWords       // Thanks somebody.
	Greetings        // Greets somebody.
	DoneWords        // It is done.
	DoneVerbs        // What was done, and the verb as it stands in what is to be done: "sent send".
	DidTheirs        // What somebody else was to do is done.
	NotDone          // Not done, or to come.
	NotDoneYet       // Something promised was not done so far.
	DoesItThen       // Something promised is to be done on another day.
	DebriefHeld      // The talk with the staff was held.
	DebriefWords     // The talk with the staff.
	SomebodyOf       // For whom: her, him.
	CorrectionBegins // Begins a correction of what was just filed.
	NobodyWords      // Nobody.
	Joins            // Joins one clause to the next.
	Interjections    // Says nothing by itself: "oh and".
	SameTime         // At the same hour as before.
	AfterDigit       // After a digit that answers: words go on.
	KeepsFromMeeting // What keeps people from meeting, in a story.
	DidNotCome       // Somebody did not come to an event.
	DidCome          // Somebody came to an event.
	ShortDid         // Behind a name: with this one they met.
	ShortDidNot      // Behind a name: with this one they did not.
	ShortCame        // Behind a name: with this one they met, whatever was before.
	ShortBeside      // Beside such a short did or did not.
	BesideAttendance // Small words beside who came.
	MeetingNouns     // What an event and a one-on-one are both called.
	TaleBegins       // After "met Maria,": what was learned begins.
	TaleOpens        // Small words before what was learned begins.
	TellsOf          // First words of a clause that tells of somebody.
	SaysDebrief      // A talk with the staff is meant.
	SaysIPromised    // The organizer promised something.
	OneselfLabels    // Before a colon: what the organizer does.
	SaysTheyWill     // The contact will do something.
	SaysWhoMet       // Says who was met.
	DeedVerbs        // What somebody does who takes something on: after "she will".
	Wills            // Before such a verb: will, is going to.
	BesideWill       // Between them: also, try to.
	SaysBeing        // Tells what somebody is or has: then it is more than that they met.
	SaysAgain        // They meet again.
	NextTry          // Beside a day to come, after they did not meet: they try again then.
	DebriefVerbs     // Beside a staff member's name: it is talked over with them.
	SaysHowMet       // How they know each other.
	SaysFoundUs      // Plainly how they know each other, whatever was asked.
	SaysPrefers      // Plainly how somebody is reached best, whatever was asked.
	SaysNeeds        // What somebody needs to take part.
	SaysReach        // How somebody is reached best.
	SaysNextStep     // What comes next.
	NegativeWords    // Not, no, nothing.
	PromiseWords     // Promises and commitments, after a "no".
	Whatever         // Anything at all, after a "no".
	SaysNothing      // That there was nothing, wherever it stands in a short answer.
	ButWords         // After them something else is said.
	ToldNow          // Begins what is told of a talk that nobody planned.
	ToldFirst        // The first words of a text that tells of a talk: "met" Denise yesterday.
	JustNow          // It was just now.
	CaseWords        // What is nobody else's business: it is never quoted to anybody.
	Infinitives      // Spanish verbs as they stand after "va a"; empty where verbs do not change.
	FirstPersons     // Verbs that change more than their end: "doy dar".
	AfterObject      // After "her": it is whom, and not whose.
	GiveVerbs        // Verbs with two objects: "send her".
	SpeakersOwn      // The one who writes, or somebody third: what is said so is not turned.
	EditVerbs        // Changes words in a wording that is shown.
	EditInto         // Before what they become.
	EditOut          // Takes words out of it.
	SendIt           // Sends what is shown.
	ComeTo           // Leads to what somebody comes to.
	LeadsComing      // Small words before what somebody comes to.
	AwayWords        // Beside a staff member's name: not there.
	AsksWhatAsked    // What was asked is not clear to somebody.
	PutsFormOff      // The report is to wait.

	NothingToSay    // There is nothing to say to the question.
	NothingHeads    // The same, among small words.
	NothingBeside   // Those small words.
	NothingMore     // All is said, where the question was whether there is more.
	HoldsBack       // A promise is put off or refused.
	AskDay          // Before a day alone: whom one meets then.
	ErrandVerbs     // What somebody does by themselves: a day in it is no one-on-one's.
	WordingAsks     // Asks us to change the wording that is shown.
	OffVerbs        // What somebody said they would do is taken off.
	OwedOffWords    // Behind such a verb, of what it takes off.
	AsksThem        // Whoever writes passes on a question.
	DeedMarks       // Between "and" and the next thing to do.
	DictatedStop    // Said to a phone that writes by voice: a stop.
	DictatedComma   // The same: a comma.
	NoDictatedStop  // Before "period": it is no stop.
	PledgeNot       // Before somebody who will do something: the clause depends on another.
	LikesWording    // Beside "send it": what is shown is liked.
	AskDayBeside    // Beside such a day.
	AboutHour       // Before an hour that is said roughly.
	TimeTalk        // Around another time: they say nothing else.
	SendsWords      // With "not" before it: what is shown is not sent.
	NotYetWords     // Not now.
	NotThereYet     // Whoever is met is not there yet.
	ThereNow        // Whoever is met has come.
	NothingBut      // After a nothing: what there is beside it.
	LeadingNo       // Before what is not so, at the beginning of an answer.
	CommitmentNouns // What a contact is asked for.
	ForgotLeads     // Leads to what was forgotten.
	DayNouns        // Speaks of a day that was said.
	ItsNow          // Before what is so: "its the 11th".
	ChoiceFirst     // The first of several.
	ChoiceSecond    // The second of several.
	ChoiceThird     // The third of several.
	ChoiceLast      // The last of several.
	ChoiceLeads     // Beside which one of several is meant.
	ChoiceNumbers   // Before its number.
	ChoiceNone      // None of several.
	CancelSoftly    // Calls off, where it is said which.
	ICannot         // The organizer cannot come.
	MovedOrders     // To be given another time.
	MailLeads       // Leads to a mail address.
	AsideLeads      // Opens what belongs to nothing that was said before.
	PromiseNouns    // What an organizer promises.
	Yes             // A yes by itself.
	YesMildly       // A yes that may as well only acknowledge: it counts when nothing else is said.
	Agree           // Says that it suits or that one comes.
	Gladly          // To a question a yes, else a courtesy.
	No              // A no by itself.
	Refuse          // Says that it does not suit or that one does not come.
	CannotLeads     // Cannot: what follows says whether it is the coming that cannot be.
	Unsure          // Neither yes nor no yet.
	AnotherTime     // Asks for another day or time, or to move it.
	TimeLeads       // Leads to a time put forward: with a day or a time it is another time.
	BusyThen        // Somebody is held elsewhere: with "then" or the day it is a no.
	BeingAt         // Leads to where one is: behind a "but", or with "then", elsewhere than where one is asked to be.
	ThatTime        // That time: it is then that one is held.
	SaysIf          // A condition: with a yes it is a maybe.
	Contrasts       // What comes after turns it round.
	TakesBack       // What was said before is taken back.
	WrongPerson     // The number is somebody else's.
	Gone            // Somebody cannot be reached for good: held, and told in kind words.
	WhoIsThis       // Asks who writes.
	LateWords       // Late: with a yes it stays a yes.
	TimeFits        // Right behind a time: it suits.
	CanAlone        // A yes only when nothing else follows.
	UnsureAlone     // Neither yes nor no, when nothing else follows.
	NoAnswer        // Holds an answer's word and is no answer.
	Thanking        // Thanks and blessings.
	Greeting        // Greetings.
	Excuses         // Regrets and apologies.
	Laughter        // Laughter, which says nothing.
	Address         // How one speaks to somebody.
	Fillers         // Small words that say nothing of their own.
	MachineSays     // An automatic text says so of itself.
	MachineOften    // What automatic texts often say: two of them make one.
	MachineHints    // What automatic texts say and people too: four of them make one, two beside one of the above.
	Signatures      // A phone's or program's own line under a text.
	ComeWords       // After "I can't": it is the coming that cannot be.
	SiIsYes         // After an unaccented "si": it is a yes and no "if".
	AfterNo         // After a leading "no": it is an answer, and what follows its reason.
	Negators        // Turn what follows round.
	OfOneself       // A phrase that begins with one of these is said of oneself.
	OtherPersons    // Whose coming is told: not that of the one who writes.
	BeforeSpokenOf  // Before a name: somebody is spoken of, not to.
	ToldOf          // Somebody's words are told: they are no answer.
	OfWhom          // Before those words: it is told of the person we texted.
	BeingWords      // Before "busy" and the like: it is said of oneself.
	PlaceOfComing   // After "can't be": it is the coming that cannot be.
	ComingVerbs     // Verbs of coming, after a condition.
	MaybeLeads      // Before a time: it is put forward.
	FrameEnds       // What may stand after a name that is not known here.
	QuestionWords   // A question begins with them.
	AsksIfSo        // After "yes but": a question begins.
	AskingWords     // A clause that begins with one of these asks, with or without its mark.
	FrameGoesOn     // Behind a name that is denied: another sentence begins, without a mark.
	WrongFrames     // The number is somebody else's; the star is a name.
	WhoFrames       // Asks who somebody is; the star is a name.
	BareNo          // A no that begins a sentence as often as it answers.
	BeforePerson    // Before a name: somebody is met, and not spoken to.
	ComingParts     // Words of what one cannot do, when it is to come.
	ThirdSubjects   // Somebody else who does something.
	AsksWhoAfter    // After a name: asks who that is.
	BeforeDeed      // Before what somebody said they would do, and no part of it.
	ObjectEnds      // Ends of verbs that say for whom or what.
	InfinitiveEnds  // Ends of verbs as they stand in "va a".
	AfterRemind     // Between "remind me" and what is to be done.
	PauseOne        // One of it: "a week".
	IfOnly          // A condition that says by itself that one comes under it.
	ShortForms      // Short forms of texting, and what they stand for.
	FirstNames      // First names that are common, so that they are known in lower case too.
	PlainWords      // Words that only this language has: two of them tell which it is.
	LanguageName    // This language's own name, as files and people write it.

	JoinsPlans         // Words that join one plan to the next.
	OnPhone            // Instead of a place: they talk on the phone.
	RightAfter         // The one-on-one that is planned comes right after the one before.
	BothWords          // What follows is said of both, or all.
	PlaceLeads         // Before a place that is put in the stead of another.
	SaysOfPlace        // After a place: something is said of it.
	TextsAreFine       // Whoever is met agrees to texts.
	PlanAsks           // A one-on-one is to be planned: what follows says with whom.
	NotThere           // The place does not suit.
	TellAlong          // Beside an order: words for those whom it is about.
	NoteOf             // Before the one whom a note is about.
	PlaceWhy           // After a place: why it is there.
	PlaceOpen          // No place is known yet.
	DecidesLater       // A place is still to be found.
	PlaceTails         // After a comma behind a place: no part of it any more.
	TheyChoose         // The contact chooses the place.
	MyPlaces           // Before a place: it is the organizer's.
	TheirPlaces        // Before a place: it is the contact's.
	HomeNouns          // What is somebody's own place.
	SaidAgain          // With which one says what one has said before.
	VerbEnds           // How words end that say what is done.
	NeverOwned         // What is somebody's, and no place: her rent.
	OrderLeads         // Words that lead to what an organizer wants done.
	CancelVerbs        // To call a one-on-one off.
	CancelOrders       // Verbs that call off wherever they stand: an order.
	NotBeforeCancel    // Before such a verb: it is told, and no order.
	DropVerbs          // Beside the name of somebody whom one is to meet: it is called off.
	CannotMeet         // The organizer does not meet somebody after all.
	OrderAll           // All of them.
	OrderThat          // What was said last.
	NeverMind          // What was asked is to be dropped.
	TellVerbs          // To pass words on to a contact.
	TellKnow           // Small words between whom and what is passed on.
	ThirdPersons       // Somebody spoken of.
	SaysComing         // Of a contact: they come.
	SaysNotComing      // Of a contact: they do not come.
	SpokeWith          // The organizer and the contact spoke.
	RemindMe           // The organizer wants to be reminded.
	ChangeWords        // Something said before is corrected.
	InsteadOf          // What follows is no longer so.
	NumberCorrects     // Behind a number: the digits that follow are the right ones.
	TakesDayBack       // Between two days or hours: the second is meant.
	TakesDayBackAtOnce // Right between two days or hours: the second is meant.
	GoneNumberIs       // Before a number: it is none any more.
	NumberIsGone       // Right behind a number: it is not to be used.
	NumberEnds         // Beside digits: they are the last of a number.
	SaysName           // The name that somebody has follows.
	SaysSurname        // The surname follows.
	SpeltWith          // A letter of a name is put right.
	AskLeads           // A question begins so.
	AskNumber          // A number is asked for.
	AskConfirm         // Whether a contact has answered.
	AskOwe             // What the organizer has promised.
	ReportNouns        // Reports, which are no promises.
	AskCount           // How many.
	AskWhen            // When.
	AskWhere           // Where.
	AskWho             // Whom, or what comes next.
	AskHow             // How this is done.
	AskSaid            // What a contact said they would do.
	AskMeetings        // One-on-ones, as they are asked after.
	CommandUndo        // Takes back what was just done.
	UndoWords          // What was just done was a slip.
	SaveWords          // To keep what was shown.
	TellPersons        // Whom one asks or tells.
	MoveOrders         // To give a one-on-one another time.
	NoLongerOn         // Between a one-on-one and the day it no longer is on.
	ButOn              // Between the day it no longer is on and the one it is on now.
	MoveTo             // Before the new time.
	NotAnOrder         // Beside a verb: it is not to be done.
	SecondPersons      // Whom one speaks to.

	TextsWelcome       // A contact says that texts are welcome.
	EndsOrCallsOff     // Words that end texts at the carrier, and by which people call a one-on-one off.
	AttendWords        // Somebody will come to something.
	BeginsMore         // At the beginning: it goes on with what was said before.
	AnotherReport      // After REPORT: a new one.
	AllCame            // All of them came.
	NoneCame           // None of them came.
	ButNot             // Not those who are named.
	AmongWhoCame       // Small words among the names of who came.
	DayByMore          // A day is named by more than its weekday.
	PlanDetails        // Begins something more about a plan: a place, a name.
	PlanManners        // Says how a one-on-one is to be: no part of a place or a name.
	PrivateWords       // A one-on-one is to be kept private.
	PersonLeads        // Before whom a one-on-one is with.
	BeforeChange       // Before something that is said anew: "no, Friday".
	AfterTimes         // Small words that lead to a time, at the end of what is left without it.
	BeforeTimes        // Little words that lead to a day within a sentence.
	Honorifics         // Before a name, and no part of it, beside the titles.
	WaysCall           // Somebody is best called.
	WaysText           // Somebody is best texted.
	WaysEmail          // Somebody is best mailed.
	DeedJoins          // Between two things to do.
	ThingsToDo         // After those: another thing to do.
	DeedLeads          // Before a thing to do: who said it.
	EventLeads         // Before an event, in what somebody said they would do.
	BeforeStreet       // Before the number of a street: "la 12", "calle 3".
	Myself             // Who tells, as one of two who do something together: "sam and me".
	LabelOrganizer     // A line of the form: who reports.
	ThanksGoesOn       // What thanks are said with, and nothing else: "thank you so much for your help".
	PauseAway          // Is away, and so wants no texts where an end is named with it.
	CutShort           // They met, and it ended before it was one: told beside another try, whether it counts is asked.
	BehindPlace        // Behind a place, in small letters: it has ended, and something else is said.
	HowFar             // Right before a number: it says how long something takes, and is no hour.
	PauseThrough       // Up to a day, and that day too.
	AskReminder        // Whether our reminders come to somebody.
	AskUnfiled         // Which reports are missing.
	AnotherWeek        // Beside a week: another one than the one that stands, whatever day is read in it.
	OffRecord          // What stands with it is not to be written down.
	OffRecordNot       // Before it: it is said of words that may be written down, or of whom somebody spoke with.
	HoursAsk           // No texts at some hours of a day; an hour or a part of day stands beside.
	HoursAskThem       // The same of somebody else.
	HoursOnly          // Texts only at some hours; an hour or a part of day stands beside.
	HoursOnlyThem      // The same of somebody else.
	HoursAfter         // From an hour on.
	HoursBefore        // Up to an hour.
	HoursIn            // Leads to a part of day.
	AnyHour            // Texts may come at any hour again.
	HoursMorning       // The morning, as a part of every day.
	HoursMidday        // The afternoon, as a part of every day.
	HoursEvening       // The evening and the night, as a part of every day.
	HoursNot           // Behind a number: it counts, and is no hour.
	HoursGap           // Small words between a wish for no texts and its hours.
	CameThere          // Behind a name: they came.
	BesideName         // Behind a name where somebody else is told of before it: it says when or where, and nothing of its own.
	SlipOfOutcome      // A digit that said how it went was a slip: what follows is so.
	DigitMeant         // Right before the digit that should have been sent.
	AskHour            // What hour is asked for, and nothing else of the one-on-one.
	AsItWas            // Of a wording: the last change to it is not wanted.
	WithWhom           // Between a joining word and the name of whom one meets as well.
	PlaceVerbs         // Behind what names a place or a thing: something is told of it, and not where it is.
	WhichOne           // Before what tells which of several places is meant.
	Compass            // Points of the compass in an address.
	ComesMyself        // Said of oneself who comes: behind an unaccented si it is a yes where the text ends or turns with a but.
	AtThePlace         // Somebody is at the place, or does not find it or the other there.
	ShiftsTo           // Before the hour to which one is asked to put something off.
	HourBounds         // Before an hour that is a bound and none itself.
	BackOn             // Somebody says that what was called off is on again.
	KeepNegators       // Before "take me off": one wants to stay on.
	KeepsOn            // Verbs of taking off or of ending, which one may forbid: "don't remove me".
	UseVerbs           // To use a number, after "don't".
	UseEnds            // What may follow "don't use this number" in an opt-out.
	NeverAsked         // One has not asked for something: for our texts, where they are named behind.
	GivesOff           // To give, before "de baja".
	OwnPhone           // Whose phone is not to be bothered.
	PhoneLines         // What is bothered: a phone.
	PhoneOwners        // Behind "my phone": it is no phone that is meant, but something of that kind.
	KeptAfterNo        // Verbs of taking off or of ending behind a "no": one wants to stay on.
	ThisPhone          // Before a phone: the one that we text.
	NotTheirs          // Behind this phone: it is somebody's no more.
	WasHanded          // To be given a number.
	GotNumber          // What one does who gets another number.
	NumberOther        // Before a phone: it is not this one.
	NumberNew          // Before a number: it is not this one.
	OnlyNumbers        // The number itself, which a new phone may keep.
	WeAre              // Before what answers here.
	Businesses         // What has no person of ours: a shop, an office.
	LookedAt           // Before "another week": one had it in view, and does not ask for it.
	CouldNot           // Behind "I told you": one cannot come, in the past.
	RareDateNames      // Months, days and feasts that hardly anybody is called: a name only where one leads to it and a surname follows.
	LeadsOrDay         // Before a name, and as often before its day: "meeting friday".
	NotBe              // Behind "que no": the day that follows would not do.
	BotherSmall        // Between bothering and who is bothered: "blowing up my phone".
	UseForbids         // Right before "use this number": it is forbidden.
	InPlaces           // What one is in when one meets there, behind "in the".
	WithWords          // With somebody.
	Throughs           // Up to the end of a day: "away thru the 10th".
	Inclusives         // Behind a day: it is within.
	LetterAt           // Behind a letter that a name is spelt with: where it stands.
	LetterLast         // A letter stands at a name's end.
	LetterThe          // Between "with" and a letter: "sin la a".
	OffThese           // What my name is taken off, without its noun.
	TailTold           // Words that tell something, of which no place's name is made.
	OnceOut            // Before what held one: it is over then.
	BoundBehind        // Behind an hour: it is the end or the beginning of what somebody does.
	InPassing          // Somebody was met by chance, and not for a one-on-one.
	MeetsAhead         // What the two agreed on is said from here on: a one-on-one to come.
	FileYes            // A yes in a file.
	FileNo             // A no in a file.
	FileRefuses        // A no to texts in a file, which says by itself that it is about texts.
	FileNever          // Never, in a file: of consent a no, of an opt-out that there was none.
	FileNoAnywhere     // A no in a file, wherever it stands in words about texts.
	FileNothing        // Says nothing, in a cell of a file.
	ColumnContactID    // Column of our own id.
	ColumnExternalID   // Column of the id in another program.
	ColumnName         // Column of the whole name.
	ColumnFirst        // Column of the first name.
	ColumnMiddle       // Column of the middle name.
	ColumnLast         // Column of the surname.
	ColumnPreferred    // Column of the name that somebody likes to be called.
	ColumnMobile       // Column of a number that texts may go to.
	ColumnPhone        // Column of a number of any kind.
	ColumnEmail        // Column of the mail address.
	ColumnLanguage     // Column of the language.
	ColumnZone         // Column of the time zone.
	ColumnRelationship // Column of how somebody is known.
	ColumnTags         // Column of tags.
	ColumnOrganizer    // Column of who looks after somebody.
	ColumnConsent      // Column of consent to texts.
	ColumnConsentAt    // Column of the day of consent.
	ColumnConsentFrom  // Column of where the consent is from.
	ColumnOptedOut     // Column of the day of an opt-out.
	ColumnNoTexts      // Column that says no to texts.
	ColumnAccess       // Column of what somebody needs to take part.
	ColumnDietary      // Column of what somebody eats.
	ColumnNotes        // Column of notes.
	ColumnUnread       // Column of our own exports that is a result, and no fact.

	AsksHour          // Asks what day or hour the one-on-one is.
	AsksWhere         // Asks where the one-on-one is.
	AsksLong          // Asks how long the one-on-one takes.
	AsksWho           // Asks who writes and whence they have the number.
	AsksWhoIs         // Before or after a name: asks who that is.
	AsksAbout         // Asks what the one-on-one is about.
	AsksReal          // Asks whether it is spam.
	AsksCase          // Asks whether it is about some matter of theirs: answered without any case.
	AsksOfThem        // Beside a question of those: it is asked of the organizer, who answers it.
	NoMoreOf          // Forbids or ends, in what is said of somebody else.
	WritesThem        // Writing to somebody else; a name stands as "her".
	OthersStop        // Says by itself that somebody else wants no texts; a name stands as "her".
	OthersStopNot     // Beside those: it is told of somebody else, or is a wish about when.
	PauseAsks         // Asks for no texts: a pause where an end is named with it.
	PauseNever        // Beside those: it is no pause, but an end.
	PauseNextWeek     // Next week.
	PauseThisWeek     // What is left of this week.
	PauseToday        // Today alone.
	PauseTomorrow     // Tomorrow alone.
	PauseUntil        // Before the day at which a pause ends.
	PauseFor          // Before how long a pause is.
	PauseSome         // Numbers of people who do not count.
	WantsCall         // Asks to be called, or says that texting is not for them.
	CallNot           // Beside those: the call is for a moment or under a condition, or is none.
	CallAgain         // Says that texts are welcome after all.
	SpeaksForThem     // Somebody else writes on the phone of whom we text.
	WantsSpanish      // Asks for Spanish, or says that one speaks only that.
	WantsEnglish      // Asks for English, or says that one speaks only that.
	TongueOfThings    // What may be said of a thing as well: it is in a language.
	OtherPlace        // Asks for another place.
	ComesTo           // Asks to come to a place, which follows.
	PhoneLeads        // Beside "on the phone": it is asked to be there.
	AfterPlace        // Behind a place, and no part of it.
	BothOfUs          // More than one on a shared phone.
	CallsOn           // Before the name of whom a text is for.
	NoNameBefore      // Behind a first word that is no name before it: "may I".
	SaysDied          // News of a death, or of somebody whom nobody can reach any more.
	SaysDiedNot       // Beside those: a thing that broke, or a manner of speaking.
	LostWhom          // Before one of the family: they died.
	PassedWords       // After one of the family: they died.
	AfterPassed       // What may follow "my dad passed": it is a death, and no test.
	WantsOf           // What a third person wants of us.
	ToldLeads         // Between "she said" and what is to be done: "tell you guys to".
	SpokenFor         // For whom somebody else may write and answer.
	SaysAlone         // Says, without its subject: "dice que sí".
	SecondThoughts    // A yes that was given is thought over.
	TheyCannot        // Said of somebody who is named: they do not come.
	TheyCan           // Said of somebody who is named: they come.
	Because           // Before the reason for what was said: a no in it answers nothing.
	YesHolds          // After a yes and 'but': what one needs, brings or has, which takes nothing from the yes.
	SaysSo            // Before a yes: what was said before it is the reason.
	AsksTongue        // Begins a question whether something is in a language, which is no wish for our texts.
	OwnWords          // One has it for oneself.
	AdverbYes         // A yes by itself; behind "i" and before a verb it only says how much: "i totally forgot".
	AsksHome          // Words of who asks to meet at their own place.
	AtHome            // At one's own place: where it is told of, nobody asks to meet there.
	KinTitles         // How one calls somebody by their name who need be no kin: "uncle ray".
	PutsAt            // Puts a one-on-one at the hour that stands right behind.
	AsksInstead       // Leads to the time that a contact asks for in the place of another, as the organizer tells.
	DayEvents         // What one comes from, behind "after": it says when, and nothing of its own.
	ThenWords         // Leads to the hour that comes of what was said before it.
	SameDayWords      // Beside a week: on the same day of it.
	DayBehindIt       // The day after the one-on-one's.
	Arrives           // Says when somebody arrives: a few minutes late are no other time.
	BotherVerbs       // What somebody is to stop doing to one of the family.
	EndsBother        // Before such a verb: it is to end.
	WhoseKin          // Before one of the family: whose they are.
	OneCall           // Beside a wish for a call: it is for once, or before they meet, and no word against texts.
	NoTextsBut        // Beside a wish for a call: it is instead of texts.
	CallsForThem      // Of a contact: they want calls and no texts; a name stands as 'her'.
	CallsForNot       // Beside those: it is told of somebody else, or is no wish.
	HoldThem          // Of a contact: they are not to be texted for now; a name stands as 'her'.
	HoldUntil         // Up to when they are not to be texted.
	LostOfThem        // Of a contact: somebody of their family died; a name stands as 'her'.
	AsksEnough        // Of somebody of the organization: the question is to be dropped, and no text about it is wanted.
	ChosenLeads       // Before the place that somebody chooses.
	WeekAfter         // The week after the one-on-one's.
	NotInterested     // Behind a no: the one-on-one is declined, and it is no word against texts.
	TheyComeNot       // Right behind whom somebody writes for: they do not come.
	TheyComeYes       // Right behind whom somebody writes for: they come.
	ElsewhereAt       // Before an hour: at that time somebody is elsewhere, and it is none to meet at.
	ShiftLater        // With a length of time: the one-on-one is put off by it.
	ShiftEarlier      // With a length of time: the one-on-one is put forward by it.
	HaveLeads         // Before something that somebody has at an hour: they are elsewhere then.
	HaveFree          // Behind those: it is free time, or something to do about the hour.
	BesideOrders      // Beside an order: a word that says nothing of its own.
	OrderDoubts       // Beside an order: a second thought or a guess, so that what was read may not be what is meant.
	TellingAsks       // In words that are passed on, behind a join: how we are to say them, and no part of them.
	ReasonLeads       // A clause that begins so tells of its writer alone: the reason for an order.
	AsksOfUs          // Asks us to do something: whom we text is not spoken to by it.
	AboutWording      // Of a wording that is shown: it is judged, or how it should be is said.
	MeantFor          // What was just said or done was meant for somebody else, whose name follows.
	SoThen            // Behind a reason: what is to be done follows.
	DeniesBeing       // Before what somebody or something is not.
	SaysWas           // At the beginning of a correction: what something really was follows.
	AskGot            // Whether or when our text to a contact left.
	KeepsOut          // Behind all of them: whom it is not about follows.
	PlanNoTexts       // In a plan: whoever is met gets no texts.
	Hesitates         // A sound with which somebody who speaks looks for a word.
	BesidePlans       // In a plan, beside what was read of it: says nothing of its own.
	UsualPlace        // The place where the two met last.
	SpeaksOn          // Behind a place: a new sentence begins without a mark.
	Courtesies        // At the end of a place: a courtesy, and no part of it.
	SpeaksAs          // Before the name of whoever writes.
	StaysOn           // Behind a name, where others are called off: theirs stays.
	NoMoreTexts       // Of a contact whom an organizer names: they want none.
	LabelHour         // The hour, of a plan that is typed as a form.
	LabelPlace        // The place, of a plan that is typed as a form.
	ReallyIs          // Behind what is denied: what it really is follows. "its not at the cafe its at the park"
	BusyVerbs         // Of a contact: what takes their time.
	AtThatTime        // The time of what was planned, without naming it.
	FreeWords         // One has time: nothing is in the way.
	PersonMeant       // Before a name: that one is meant, and not the one before.
	GoingToMeet       // Before a name: one is going to meet them.
	CornerJoins       // Between two streets: where they cross.
	OverTo            // Before "to" and a place: somebody comes there.
	LeadsPlace        // Before a place: the two meet there.
	ThisOne           // The one that runs: this week.
	BeginsAnew        // Begins a sentence of its own, the reason, behind "I can't" without a mark.
	WriterAlone       // Whoever writes, beside a digit of their own: "Tomás 1, me 3".
	UpsetNow          // Behind a request for no more texts: how its writer feels.
	NearOnes          // Who is near to somebody and not of their house: no one writes so of whom we text.
	Funerals          // A burial, and what belongs to it.
	WasThen           // Right before what held one: it is over.
	HeldMornings      // Says of the writer that they work in the morning.
	NotAtWork         // Says of the writer that no work holds them: they may be free.
	IfAsides          // Behind an "if" that hangs on nothing: "lmk if not".
	Weather           // What the weather may do.
	ToSomebody        // Before a verb of telling: to whom.
	DayTold           // What will be told later: the day that suits.
	IllWords          // Tells of an illness of now that keeps at home.
	WellAgain         // Beside an illness: it is over, or of long ago, or comes from the home.
	AsksStanding      // Asks whether the one-on-one stands.
	Lasting           // Beside a wish for calls: it is for good, and no single call.
	InsideQuestion    // A curse or the like inside a question, which asks nothing by itself.
	MovedAway         // Right behind the name of whom we text: the phone is not theirs any more.
	InFor             // Behind "I'm in" or "I'm down", which stay a yes.
	HereWords         // Behind "I'm in" and the like: that is no other place than where one is asked to be.
	GoesOnWhere       // Ends of a yes that may go on with another place: "I'm going to Mexico".
	WhereLeads        // Between such a yes and the place.
	ShopNames         // Shops and restaurants of which there are many: behind a name they are where one meets.
	OffThings         // What somebody wants to be taken off, without a name for it.
	SentThings        // What is sent, without a name for it.
	StopNouns         // Where buses and trains stop.
	FirstSubjects     // Before a verb: the writer says it of themselves.
	ChangesPhone      // To get another phone or number.
	StopAsks          // Asks for an end, where it is all that stands between two marks.
	AutomaticWords    // In brackets: a text calls itself automatic.
	DontKnowWho       // Says of somebody that the writer does not know them.
	SelfWills         // Says of oneself that one will, before what is done.
	ToWhom            // Before a verb: for whom its speaker does something.
	OwnVerbs          // Verbs of one's own deed that do not end as the others do.
	ComesNow          // Somebody comes, or does what they said: said in the present.
	MakesIt           // Behind a no: what somebody does not do after all.
	OfDeed            // Between who does something and what is done: "yo de mandarle".
	Unreminds         // Takes back what one wanted to be reminded of: it may follow.
	IsTheName         // Behind a name, where somebody's whole name is given.
	HoldsThanks       // Before a thank-you: it is not to go.
	ThanksNouns       // What thanks a contact, as a thing that is sent.
	AsksOutright      // A question that no answer begins with.
	GoesOnTelling     // At the beginning or the end of words that go on with what was told, and say nothing that anybody does.
	PutsForward       // Leads to another time that an organizer puts forward.
	ClockNames        // Words of the clock that are a name where they have its capital, and a day and an hour are named behind them.
	WrongThings       // What is wrong of a plan and not of a phone: you have the wrong "day".
	EnoughOf          // Said of what one has had enough of, or thanks for and does without: "knock it off" with the texts.
	EnoughWith        // Between that and the texts.
	AlreadyMany       // Before the texts: how many, and whose.
	NagVerbs          // What somebody does who will not leave one alone, in rude words: it needs no object.
	PolitelyNot       // Before a no by which somebody would rather not.
	MustWords         // What somebody has to do: you "need" to stop.
	KeepMeVerbs       // After "don't" and before "me": it asks for the very contrary.
	AgainAtEnd        // At the end of what is forbidden: no more.
	AskedYou          // Of whom it is asked: you.
	SaysStop          // Right before a last "stop": it is said.
	Turning           // Where a text turns to something else.
	HourWishes        // Around an hour that one would like: they say nothing else.
	LaterHour         // Asks for a later hour, or for an earlier one.
	ThatHour          // An hour that was named, without its number.
	TooMuch           // Behind an hour: it does not suit.
	AsksLeft          // How much of what is asked is left.
	NoThankYou        // No thank-you is to go, said as a whole.
	Already           // What was done stands with it.
	AgainWords        // Once more.
	LeavesOut         // Drops something that was to be.
	DebriefTalks      // Says that the staff are talked with, beside the debrief's own name.
	OffRecordBack     // Puts off the record what stands before it.
	HoldsOn           // Leads to a question in the middle of something else.
	CorrectsAfter     // Stands behind what puts right what was said before.
	TakesOut          // Wants something taken out of a report.
	GuessesAtIt       // Makes a statement of what ends in a question mark.
	ComesBack         // Somebody is back to go on.
	TheirOwn          // Says whose something is.
	Rewords           // Leads to another wording of a text that is shown.
	TellsHow          // Behind "she": tells how somebody is, or what is so, and nothing that they do.
	TryAgain          // The two are to try again, and no day is said.
	EarlyOnDay        // Beside a day: in its morning.
	HereWriting       // Behind the name of whoever writes.
	FilesIt           // Wants a report filed as it is.
	NoProblem         // Alone, to what somebody asks for: it is granted.
	TheOneAt          // Leads to a place that is one of several: "the one" on Broadway.
	AsksOf            // Before its subject they ask: "is" the meeting still on.
	AsksOfPerson      // The same, before one who does something: "do" we still meet.
	AskedSubjects     // Of whom it is asked.
	AskedThings       // Of what it is asked.
	DoesBy            // Before a call or a screen by which two talk: "do a" video call.
	BesideHour        // Beside an hour that is put forward as a number alone: "more" like 6.
	TakenBy           // Behind a weekday that comes again and again: what is on it.
	DayMayDo          // Of a day that may do.
	SpeltTitles       // Titles that are written out and are no part of the name.
	PermissionWords   // What one gives to be texted.
	GivesWords        // To give it.
	EarlyWords        // Behind a day: in its morning.
	ReceiveWords      // To be sent something: who would rather not asks for an end.
	NagSmall          // Between what ends and what somebody does.
	PrivateReasons    // Why a one-on-one is to be kept private: it is kept as a note too.
	OfWhatItWas       // After "cancel": what was just spoken of.
	LeaveBy           // Before "by" and an hour: somebody has to go then.
	Leaving           // Says that somebody goes away from where they came to; the hour by which they go stands behind.
	UntilHour         // Between those and the hour.
	ThingBegins       // What a thing that stands for itself begins with, beside articles.
	SameDay           // The day of the one-on-one that was just spoken of.
	LooksRight        // Said of what was shown: it is as it should be.
	BareWills         // A will that says nobody's, where nobody stands before it.
	TellIf            // A clause that begins so asks whether what follows holds.
	PlanVerbs         // Before the name of whom one is going to meet, in a plan.
	NearerTo          // Before where a place is to be near: that is none to meet at.
	GoodAsIs          // With thanks and nothing else: as likely a no as a yes.
	OfThisWeek        // Says that the week that runs does not suit.
	LetterWords       // A letter that is texted for a word, and the word.
	AddsToThanks      // What leads to words that a thank-you is to have too.
	Hardly            // Says that something was so only just.
	ThatOf            // What somebody is to do, by what it is about.
	ThingNouns        // Words for what somebody is to do, behind what it is about.
	OffBehind         // Behind something that somebody was to do: it is not done any more.
	AsksForList       // Asks for all that is open.
	OwedNames         // What was promised, by its name.
	AskedEvents       // What many people are called to, where it is asked after.
	AlsoOneOnOne      // What one may also call a talk of two.
	AskComing         // An organizer asks who comes to what there is.
	AwayNow           // Of somebody who is not at their phone just now, and whose it is all the same.
	WeTalk            // Asks what the two might do together.
	OwnNumber         // Says that one's own number changes.
	WellAlone         // Says of a talk that it was good.
	IsBackOn          // Says of what was called off that it is on again.
	AlreadyDone       // Says that something is done by now.
	ConfirmVerbs      // Says that one confirms: when is told beside it, and then it is none yet.
	ConfirmsLater     // Beside those: it is said later.
	HasSpoken         // The speaker and somebody have spoken or met.
	HourOfThing       // What hour a thing has is asked, not put forward.
	HourToFit         // What hour suits is asked.
	ForThem           // For somebody else.
	ToldBefore        // That something was answered before.
	BeforeTold        // Before that: who said it, and when.
	AfterTold         // Behind a yes or no that was said before.
	HasNot            // Somebody has something no more.
	DoesNoSuch        // One has nothing to do with such things.
	BareCannot        // That somebody cannot come, with nobody in front of it: whoever says it.
	PointsOut         // Points out one of several things: it puts nothing right.
	PutsHour          // Right before an hour: it is asked whether one can meet at it, whatever hour is told of before.
	DoneThere         // What is done where people come together: its day is that of what they come to.
	PraisesTalk       // How a talk was: it may have been on the phone.
	CountsAsMet       // That a talk counts, or does not, asked whether it was the one-on-one.
	OfMyself          // Beside a nothing: it is the writer's own.
	OwnPromisesNone   // That the writer promised nothing.
	DoesLeads         // The verb of what one does not do: it stands right behind the no.
	Feels             // Feels with somebody, or is struck, and says nothing else.
	ComesAlone        // Says that somebody comes, or does not, only where nothing else follows: it may be of something else.
	BesideComing      // May follow that somebody comes or does not, and is of the same.
	PraisesPlan       // Beside "save it": that it is right so.
	OwnSubjects       // Stands for the writer before what they do.
	PastHabit         // Says of a deed that it was done in former times.
	TopicLeads        // Leads to what a talk was about, and not to whom it was with.
	RunsOff           // Says that the writer has to be somewhere else now.
	AfterRuns         // Goes on behind those words, and says nothing that is done.
	AskedOfThem       // A verb by which somebody third is asked for something, in the form that follows "dile que".
	MeetsAt           // Says in words for somebody where the two are to meet.
	CancelObjects     // What was spoken of, before a verb that calls it off.
	OwnCancels        // Calls off, said of oneself.
	OwnObjects        // Who is done something to, before a verb that somebody third is asked for.
	Headings          // Says at the beginning of a text what it is about.
	TooWords          // Says that what was said of one is so of another.
	AskNews           // Asks what somebody has said or done of late.
	NoneOfThem        // Says of several that none did.
	WhoIs             // Says of somebody what they are.
	BeingArticles     // Stands before what somebody is.
	AskedShort        // Begins a short question without its mark.
	AskedGood         // Asks what suits somebody.
	AskedOccasions    // A thing of its own day that people come to, and no one-on-one.
	SendOrders        // Orders that something go out.
	OwnTell           // Stands before a verb of telling that the writer, or somebody, does themselves.
	FromMe            // Says that something is of the writer.
	TellsOfThem       // Right behind a name: it tells of them, and plans or changes nothing.
	MovesHouse        // Right behind "move": that somebody changes where they live, which moves no one-on-one.
	MissedAlone       // By itself: they did not come.
	SeekVerbs         // Looking somebody up or ringing them, forbidden behind "no me".
	Dislikes          // Says that one does not like something.
	SentHere          // Says of texts that they are ours.
	MindSmall         // Small words between a dislike and the texts that one does not like.
	WillBe            // Says that somebody will be somewhere, or doing something.
	SetsHours         // Says who has somebody work then, or that one goes in.
	NextTime          // Speaks of another time than the one that is asked about: of the one after it.
	OfWeekends        // The days of no work.
	OfWeekdays        // The days of the week's work.
	OnlyThen          // Says that it is at no other time.
	IToldWords        // What one has said to somebody.
	IsCalled          // Says what somebody is called, behind who that is.
	LetterAlone       // Letters that are texted for a word.
	Nicks             // What somebody is called by before their name.
	NickNames         // What somebody is called in place of a name, behind an article.
	JoinedSmall       // A preposition and an article or pronoun, written as one word before somebody.
	Clergy            // Those of a church, before their names.
	CoupleJoins       // Joins two who come together.
	BothOf            // Says that it is of two.
	ChosenWords       // Says of one of several days that it is the better.
	CornerNouns       // Where two streets cross.
	AgreesAhead       // Behind what is told of a talk: somebody has agreed to meet, or wants to, at what follows.
	ThereAgain        // Says that it is at the place that was just told of.
	NoSurname         // Stands for a surname that nobody caught.
	HasNoPhone        // Says that somebody has no phone, or that nobody knows the number.
	HavePlan          // Says that one has somebody to meet.
	SetDown           // Behind a name: that it is set.
	OrderedThings     // What is told one from another by its number, and is no day.
	CannotWords       // Cannot, before whom it is asked of.
	CanItBe           // The end of words that say what cannot be.
	MoreOf            // More or less of something is asked for.
	InTheirStead      // Puts somebody in the place of whoever is named behind it.
	ComesAtEnd        // At the end of a text: its writer comes.
	FitsBehindDay     // Right behind a day that is set against one that does not suit: it does.
	HeldBy            // What holds somebody on a day, of one's own or of the family.
	DoesBeside        // Behind "and": what somebody does beside coming to something.
	TakesTexts        // Of a contact: they are fine with texts.
	ReportDeeds       // What an organizer does with a report.
	ReportObjects     // What is put off: the report, by a word that cannot be anything else there.
	ReportLeads       // Small words of who says that a report is to wait.
	ReportLater       // When the report is to come.
	NobodyWas         // Behind "nobody": whom they were to meet did not come, or did not open.
	WasClosed         // Where they were to meet was shut.
	SoNo              // At the end of what kept them from meeting.
	AfterCame         // Behind "she came": how, and not with what.
	NotAfterCame      // What came was not to a meeting: "she came down with the flu".
	CameVerbs         // Somebody came, in one word.
	CameAlready       // Such a word whose subject is not said.
	GoneVerbs         // Behind whoever it is: they died, or nobody can reach them any more.
	GoneBeside        // Small words between whoever it is and such a verb.
	GoneTakes         // Before whoever it is: they took them, or it happened to them.
	GoneLeads         // What such news begins with.
	GoneWhen          // Behind such news: when, where, of what.
	WentThere         // The organizer says to have gone there.
	LeftOutLeads      // Leads to what was left out of what was told: forgot to say.
	SkipVerbs         // Leaves a question out: skip that one.
	SkipBeside        // Beside it.
	OweWords          // Before or behind the one to whom something is owed: owe her.
	OweThem           // The same in one word.
	SawWords          // Before a name: the two met.
	AskPeople         // Asks whom, and not what there is to do: who.
	OwnPossessives    // Of the writer's own: my mom.
	StillWords        // That something is as it was up to now.
	NoAgain           // A no, and what goes with it: no better not.
	OwnHours          // What is somebody's and says when they can: that it is no good is a no.
	OtherTongues      // Languages in which we do not write: who names theirs asks for no other.
	BetterWords       // It is better so: what follows says how.
	CallsWords        // To call somebody, who stands beside it.
	FromNowOn         // From now on, for good: no wish about when.
	WishesToCome      // One would like to come: with a "but" and what keeps one it is a no.
	FetchMe           // Asks to be taken along.
	AsksLeaveIn       // Begins, within a clause, what one asks leave for.
	JoinsTwo          // Between two who do something together.
	AnyThing          // After "cannot do": none of it.
	NeighborWords     // Said alone: they live near each other.
	NotAsked          // It was not asked, or they did not come to it.
	SeeksOf           // Somebody asks for what another is to do.
	OfUs              // Behind such a verb: it is the organizer or the staff who are to do it.
	DidSpanish        // What somebody did, in one word.
	AskThem           // Has somebody asked something.
	DoIHave           // Asks what somebody has planned.
	OfThat            // Of what was just spoken of, in a question whether that is its day or hour.
	GiveThem          // Has somebody third given something, in one word.
	BeforeLeads       // In front of how long before something one wants to be reminded.
	CountedOne        // One, before what is counted.
	BeforeIt          // Behind a length of time: that long before something.
	NightBefore       // The evening of the day before something.
	DayBefore         // The day before something.
	MorningOf         // The morning of the day of something.
	OfTheMeeting      // Behind that: what it is before.
	BesideThat        // Small words of such a question.
	SinceWords        // Before a day from which on something was so: no heat since sunday.
	SinceSuits        // Right behind such a day: it is one after all.
	SuitWords         // What somebody says of a time or a place: it would suit them better.
	ToldFrames        // Behind a name: they told it.
	LifeWords         // Before at or in and a place: where somebody works, lives or learns, and nothing that is planned.
	OffNeeds          // Begins what is not to be done any more: no need for.
	HourWished        // Before an hour alone: somebody would like that one better.
	OffTold           // What is told to somebody with whom one does not meet: it is off.
	ThankVerbs        // Has somebody be thanked: thank maria for me.
	ForMe             // Behind whom one has thanked: on one's part.
	RemindThem        // Has us remind somebody, before whom: remind maria about thursday.
	RemindBeside      // Behind whom one reminds: of what, when it is no more than the one-on-one.
	StandsLeads       // Begins a question whether it stands, with no mark: is this still on.
	Particles         // Behind a verb, and part of it: drop off, bring over.
	Happens           // What happens to somebody, or is wished, and is no deed: she will lose her home.
	IsNow             // Behind a name: where somebody is.
	RemindAsks        // Begins what one asks to be told, and not to be reminded of: what, when.
	NotYetAlone       // What is shown is not to go now.
	WishesWell        // Such words are for somebody, though they say not for whom.
	InsteadEnds       // At the end: what stands before it is to be said in the stead of something.
	MeetsNext         // The two meet once more.
	OfThatLeads       // In front of what is to be added somewhere.
	DayWas            // On which day something was.
	CallsForGood      // Beside a wish for a call: for good, and not once.
	MetVerbs          // Before whom somebody met.
	WhoAsks           // Begins a question of who it is.
	PhoneIsSeen       // Somebody else reads the phone.
	HoldsThen         // What somebody does at an hour, said of oneself.
	OffersTime        // Puts another time forward, behind what was told.
	AboutWhat         // Leads to what somebody thinks or speaks of.
	NewNumber         // Somebody has another number from now on.
	TakesNumber       // The number that was just told is to be taken.
	HerPhone          // The phone is hers, and somebody of hers has it for now.
	StartsAgain       // Somebody who ended our texts wants them back.
	CannotDo          // Somebody cannot at a time.
	FitsThen          // Behind a time: it suits.
	DayArticle        // Before a number that is a day of the month.
	SeenThings        // What somebody else reads: each phrase of that has one.
	SendsThem         // Of those: something is sent, which may be a thing.
	MoveFrom          // Before the day or hour that something is moved away from: "off thursday".
	PassingStates     // Why somebody wants no text at the moment, which will pass.
	WishWhile         // Behind "dont text me": only as long as.
	Busied            // What one is at meanwhile.
	WhetherWords      // They begin what is yet to be seen or told: "gotta see if i can".
	FindsOut          // What one does before one knows whether one can.
	AsksToTell        // Behind "me" it asks the other to tell: "let me know if".
	MayOnesFree       // Who decides whether somebody is free, or what does: "a ver si me dan permiso", "if they let me".
	GotText           // That a text has come.
	SentTexts         // What has come: our text.
	DidWords          // Before what somebody did.
	NotForgotten      // That one has not forgotten.
	WouldBut          // Somebody would, but for what follows.
	TagWords          // Behind a time: it asks whether it is so.
	WhatIfs           // Behind "y si": something is put forward and asked, and no yes.
	WorkPlaces        // Where somebody is held until an hour.
	NewPlaceLeads     // An organizer puts another place in the stead of one.
	OwnFree           // Says that a time suits its writer.
	NotHeard          // Says that somebody has not answered.
	WhenThen          // Begins what has to happen before something is done.
	QuestionAhead     // Leads to a question behind something else.
	PutsPlace         // Puts another place forward, which follows.
	PlaceStead        // Says behind a place that it is to be in the stead of another.
	ChangesMind       // Puts another thing in the place of what was just said, in the middle of an order.
	NowMoving         // Says that a one-on-one is moved to a time, which follows.
	ToldAlready       // Says that somebody is not to be texted about what is called off.
	KnowsAhead        // Asks whether somebody who is named next knows of it.
	KnowsBehind       // Behind who is asked after: whether they know.
	NewPlaceTo        // Between whom it is with and the new place.
	MeantSlip         // Says that one said or wrote the wrong thing, beside what is meant.
	NoNeedFor         // Says of what is named behind it that it is not needed any more.
	OpensAnew         // A first word with which what was just said is put right.
	AsksEither        // Begins a question which of two hours is meant.
	YourKin           // Says that it is of whom one speaks to.
	TurnsRound        // Verbs that stand before their subject where something is asked.
	DidThat           // Says of what was spoken of that its speaker did it.
	ThatOne           // What was spoken of, beside a word that says that it is done.
	WrongWords        // Says of somebody named that another one was meant.
	PersonWords       // Whoever was named, without a name.
	OtherWords        // Says of a name that another of that name is meant.
	SaidVerbs         // Before what somebody is said to do: said, that.
	BesidePledge      // Between who promises and the promise: had, never.
	OtherAgents       // Whose promise is not the contact's.
	TheirLabels       // Before a colon: what the contact will do.
	EndsThen          // Behind what holds one: it is over.
	RefusesHow        // Behind "im not coming": it is refused how, or where to, and not whether.
	NoPlaceWords      // With these no place begins.
	Vehicles          // What one rides in, and where nobody meets.
	SeesYou           // That one will see the other; denied, that one does not.
	BeginsNews        // With these an organizer begins to tell of somebody.
	InMyPlace         // Somebody else comes than the one who answers: no yes.
	AsksBring         // A guest asks what to bring.
	TimeIsOff         // Says of a day or an hour named before it that nobody meets then.
	OffTails          // Behind that something is off: it says no more.
	MissedByOther     // Somebody else did not come to whom one meets, or left them: it is part of a story.
	NeedsHelp         // An organizer needs help, or did not know what to say: it is for the staff.
	KeepsMeeting      // Wants the one-on-one all the same: it is no wrong number.
	MayCancel         // The speaker may have to call off: it is asked.
	DropsThem         // Has somebody taken off who was just spoken of.
	BroughtVerbs      // Somebody came with whom or what follows.
	BeginsExcept      // Leaves out whom follows.
	TheRest           // The others who were there, at the beginning of what is told of them.
	ComesAfterAll     // Somebody who said no comes all the same.
	WishVerbs         // Somebody wants something to come about.
	AtLarge           // What is wanted for many, and is no deed of one.
	KilledWords       // Somebody was killed.
	WasWords          // Before what was done to somebody.
	HandsOver         // A contact is to be with somebody else from now on.
	AsksNoText        // Begins, behind what an organizer tells of a contact, that they are not to be texted.
	NoNeedTo          // It is not needed, which forbids nothing.
	PhoneIsOf         // Behind this phone: whose it is, a shop or a company.
	EatenThere        // What a place is called by that sells it, before its own name.
	TaughtWords       // The place of one's words in what we teach, copied as it stands.
	StartsBare        // Such words that are of anything that starts: nothing of their own stands beside them.
	NoComing          // What one is not going to do, and comes all the same.
	AmGoingTo         // Before what one is, or is not, going to do.
	ForGoodWords      // Ends texts whatever the reason.
	Firms             // Whose phone is nobody's own.
	GivesOver         // Before a contact who is given over.
	ShouldTake        // Between who takes a contact over and the contact.
	WaitedFor         // Waits, or spends time on something, with nobody there.
	GivenTo           // Before whom somebody is given over to.
	DebriefActs       // Beside whom of the staff alone: what people do who talk something over.
	WeekendSaid       // The weekend, in the words with which a day is left open.
	DayUnknown        // Beside days of which it is not known which it is.
	AgreedThen        // Says that somebody who was come upon is for a day.
	CannotNow         // Says that somebody cannot talk just now.
	OnceMore          // Before another day for the same thing: again.
	NearlyRight       // Says that what was understood is right but for what follows.
	MovesIt           // Before another day for what is shown, by no name.
	DueLeads          // Before the day by which something is to be done.
	PromiseLeads      // Before what somebody promises, and no part of it: and, also, that they need to.
	SpeaksToThem      // Opens words that are for whom a report is of: what they were, or that it was good to meet them.
	EachTime          // Says that something is as a habit: each month.
	ToThose           // Before meetings of which there are several: who goes there does so as a habit.
	DebriefManners    // How a talk with the staff is to be: by phone.
	DebriefOpens      // Beside a not yet: the talk with the staff is not set.
	YetWords          // What is said is not so for now.
	DebriefPending    // Says by itself that something is not set yet.
	StaffWords        // The staff, by no name.
	HourBetter        // Right behind an hour: it is put forward.
	HourFits          // Right behind an hour that was asked for: it fits.
	HourOffered       // Right before an hour that is put forward, beside what leads to any time.
	HourAny           // Before a bound of an hour: any that it leaves would do.
	FormerOnes        // Who was one of theirs.
	LeavesInLoss      // Its writer goes away, or comes back, for a death in the family.
	HopesSo           // Behind who is not to be there: it is hoped.
	Otherwise         // Before what would do as well, where the hour before it does not.
	Praises           // Words of a text that does nothing but praise.
	PlaceBetter       // Between another time and the place that is named with it.
	AwayLeads         // Its writer is away, up to a day: "im in texas til the 10th".
	OwnTurns          // With these a clause says that its speaker is to do it.
	OnlyThinks        // Behind who speaks: what they think, and no deed.
	DayIs             // Behind a day: what is said of it.
	HowMuch           // Before what a day is: how much it is so.
	ReachWords        // Beside a number or an address that is somebody's: no more than whose it is.
	RoomKinds         // Before a number or a letter: it is where one is inside of a place, "gym B", "cuarto 12".
	FloorNouns        // Behind an ordinal: a floor, "2nd floor".
	HourExact         // Right behind an hour: it is meant exactly, or roughly.
	HeldNouns         // Behind "after": what is over before one meets, "after church".
	CornerLeads       // Leads to two streets that cross.
	AsksFits          // Behind a name, before a time: whether that would do.
	PlaceHeads        // Begins the name of a place, in small letters too: "mt zion".
	YouMean           // Its writer says whom we mean instead of them.
	IsMyKin           // Between the name of whom we mean and one of the family: the writer is somebody else.
	MyOwnPhone        // The writer has this phone.
	CalledMyself      // The writer gives a name of their own.
	WaitsFor          // Beside a yes: it hangs on what somebody is yet to hear.
	OnceBefore        // Behind "I said yes": it was another time.
	SaidYes           // Tells that one has said yes.
	DayOut            // Right behind a weekday that has its s: it does not suit, "thursdays out".
	OtherSuch         // Beside a weekday, behind a but: the one behind it is meant.
	Soothes           // With these one answers who tells of a trouble.
	RedoLeads         // Before what two who met do again together: nobody else is named.
	RedoVerbs         // What two who met do again together.
	RedoSmall         // Between what two do again and when.
	InHospital        // Somebody is in hospital, or has just been operated on.
	FourWhom          // Behind a 4 that is the word "for".
	DebriefNotHeld    // Beside the talk with the staff: it was not held so far.
	WriteToMe         // Before a number: it is the writer's own.
	CanAfterNo        // Beside a yes of who said no: they can after all.
	NumberBeside      // Beside a name and the word for a number: it is looked up.
	NorDays           // Joins a day that is ruled out to the one before it.
	OwnedPlaces       // What somebody has that one meets at.
	BehindOwned       // Behind what somebody has: where it is.
	StreetLeads       // Before a number with its ending that is a street's: "my place off 23rd".
	CannotRead        // Says that somebody cannot well read what is written to them.
	AsksCourteously   // Asks a person for something with courtesy.
	SoFarLeads        // Asks an organizer's form how far it is.
	SoFarShows        // What has been told up to now.
	SoFarBeside       // May stand beside them and says nothing else.
	AsksToDo          // Asks the one who is spoken to for something to be done.
	AskedLeads        // Between whom one asks and what one asks of them.
	WhatOf            // Asks which of several a thing is.
	OwnLate           // Whoever writes is late.
	LateBehind        // Behind so many minutes: that late, or that far, and no length.
	SeesVerbs         // Behind a no: somebody was not seen, where a name follows.
	BehindNoGood      // Behind the word that a day is no good, in its clause: it is still said of the day.
	LeavesAsWas       // Of what was just moved: it is to stay as it was. Of a new plan it takes nothing back.
	BehindSeen        // Behind a no and that somebody was seen: they were, and in a way that is told: "never saw her so happy".
	ToldBehindWhom    // Behind "meeting with" and whom: it is told of, not planned.
	OwnCancelled      // Before a name, at the beginning: whoever writes called it off.
	EitherOther       // Behind "or" and a day: another one.
	ThoughtItWas      // Before a day or an hour: it was thought to be then.
	SendsThings       // Orders that something is sent to somebody.
	RecordThings      // What the record knows of a one-on-one, as somebody is to be sent it.
	RecordSmall       // Small words between those.
	OwnIll            // Says that whoever writes, or a child of theirs, is ill now.
	OwnOff            // Says that whoever writes does not work, or is away, then.
	HelloWords        // The words of a greeting that says nothing else.
	AsksWhatToText    // Asks what one can text to us.
	HopesNot          // Before what is denied: one hopes that it need not be.
	OfTheOne          // Before whom or when: what they are of, which names nothing itself: "lo de".
	ReportDoubted     // What was said back of a report is not right.
	WrongWhom         // Of whom a report is is not right.
	ChangesItTo       // Leads to what an answer is to say instead.
	PledgedPast       // Somebody's word was given: what they will do.
	ToldPast          // What somebody did once, told in a word.
	ReflexiveThem     // Before a verb: what somebody else did.
	NoRemindersThem   // Of a contact: no reminder is needed, and nothing is said against texts; a name stands as 'her'.
	HoldsForNow       // Beside a wish that somebody is left alone: it has an end, which is not named.
	ComesStill        // Whatever happened, whoever writes comes all the same.
	MeetingThings     // Behind "cancel my": the one-on-one itself, and no other thing of somebody's.
	ThanksAside       // To a thank-you that is shown: neither a yes nor words for it.
	ThanksNone        // To a thank-you that is shown: none is to go.
	PledgeTold        // Leads to what a speaker promised somebody.
	PledgeWill        // Before a verb: what a speaker will do.
	PledgeNow         // What a speaker will do, said as it is done; it may be said to whom it is done for.
	OfYou             // Whoever reads it is meant.
	WaitsABit         // Who is asked whether it is so will see first: the question waits.
	SendsTheText      // Words that have the text to a contact sent, which goes when a plan is saved.
	AsksTheDay        // Words of which alone, with a day's name, a question is made after the day of what is shown: "thats a thursday right?".
	WeekOn            // A plan is to be a week later than it is shown.
	TheOtherOne       // In front of a name that several have: not the one who was taken.
	LeftPhone         // Somebody else has their phone for now, and it is theirs: they left it, forgot it, lent it.
	AsksEvents        // An organizer asks what events there are; it is all of what is said.
	EventChanges      // Of an event: it is off, or another day, hour or place of it is told.
	TheyPlanTo        // Said of somebody who is named: they come to what there is.
	CannotBut         // A "can't" that is none of coming.
	SaysThere         // Of a coming that is spoken of: to it, there.
	NotThem           // Says only that somebody else writes, not that the phone is another's.
	CallHours         // Beside that somebody is best called: the hours at which, which is no word against texts.
	NotCalls          // A wish that somebody is not called: no wish for calls.
	OnlyTold          // Before what was told them and no more: it is no none.
	AsCommitment      // A clause that says of what was told that it is a commitment.
	NotTexts          // Beside that somebody is best called: no texts.
	CallThemWords     // Somebody else than the reader is to be called.
	OwnAbsent         // Whoever writes was not there themselves, which says nothing of others.
	TaleWorks         // Behind whom is met, in a plan: what their day is like.
	ToThe             // Leads to a place and is its article too.
	TalkedOver        // The talk with the staff was had already.
	WaitsAlone        // Alone: more is to come, or not now.
	NumberLater       // A contact's number is not at hand now.
	GetsOff           // Somebody's work ends: the hour behind it is no one-on-one's.
	TheyPickTime      // The one who is met is to be asked when.
	CannotEnds        // Behind a day: the organizer cannot come then.
	WillsToDo         // Beside somebody: what they will do, or are asked to.
	MuchOrLong        // How much two talked: a no before it denies no talk.
	DebriefNoNeed     // A debrief that is proposed is not needed.
	StillMissing      // Before what is to be added to what is shown.
	ComesAlong        // Behind a name: that one comes, or brings somebody.
	AtPlaces          // Before where somebody is met.
	TalkRemarks       // How a talk was, or how long: no fact of the person.
	TalkSigns         // How a talk was, as only one of the two tells it: that they met goes without saying.
	WentSo            // How it went, alone or at the head of what is told of it.
	ThemeLeads        // Leads to what was talked about, or felt: "nervous about her lease".
	Minutes           // How long a talk was, behind a number.
	BehindSi          // Behind a "si" without its mark: it is a yes, and no if.
	Meridiems         // Behind a number: it is an hour.
	VagueTimes        // Leads to a time that is no day: when somebody does something stays in these words.
	VagueLeads        // Leads to a month, or another time that is no day.
	PutsOnly          // Wants the report to say only what follows.
	ThanksThemFor     // Leads to what the contact is to be thanked for.
	SaysToThem        // Leads to words that are for the contact, behind a yes.
	GreetsThem        // Leads to whom somebody is to be greeted, or asks for a greeting.
	TheirOnes         // What is theirs, of what two people said they would do.
	RestRight         // What is not spoken of is right.
	AllBut            // All that is shown is right but for what follows.
	AlongWithMe       // In one word: along with the speaker.
	JustThanks        // Wants nothing said but thanks.
	OwnDeedSaid       // Speaks of what the speaker promised.
	TheirDeedSaid     // Speaks of what a contact said they would do.
	WhichWords        // Asks which of several is meant.
	AsksThisEnds      // What may stand behind a question after the one-on-one that is spoken of.
	AsksOfThis        // Asks after the one-on-one that is spoken of: where, when, with whom.
	DontForget        // Leads to what is not to be forgotten.
	DeedLeadsAlone    // Begins a deed without who does it: it is whose deed is asked.
	TellAll           // Behind a verb that tells: both, or all whom one meets.
	SwapWords         // Begins an order that two one-on-ones take each other's time.
	VagueHours        // Names an hour that only its speaker knows, to the question at what time.
	TellThem          // Of those words: they mean all, however many there are.
	AsksWhatSuits     // Begins a question to a contact what would suit.
	OrdinalEnds       // Ends a day of the month.
	SeveralOf         // Two or more who are spoken of.
	WouldBe           // Says what somebody would be good for.
	ThanksAlone       // What somebody does who thanks the contact without us.
	FearsOrRefuses    // Somebody fears something, or does not want it.
	CommitWords       // Says that somebody is asked to bind themselves, or is to come.
	IsItThen          // Asks whether something is on the day that is named.
	SaysRight         // Asks behind what is said whether it is so.
	ToUs              // To whom a text would go that its writer does not want: themselves.
	InviteLeads       // Begins an order to invite somebody.
	SentAlong         // What is sent to somebody beside words: greetings.
	SuitsAsked        // Leads to a question of what would suit whom one writes to.
	ReactsTo          // Begins what one answers to somebody's news.
	YesGoesOn         // Behind the "but" of a yes: what is asked or told besides, which takes nothing from it.
	OthersAgree       // Somebody whom one asked is fine with it.
	MayMove           // Somebody may have to have another time, and does not know yet.
	WillKnow          // In the clause in which somebody says when they know.
	MixedUp           // Before what something was mistaken for.
	KnowsThem         // Whoever writes is known after all.
	NoMoreWish        // With a no: one does not want to any more, and no other time is wished.
	IllAlone          // Beside a day alone: somebody is ill.
	PlaceAt           // Right before the place where something is.
	ReachVerbs        // Behind "ill": has to do with whom the words are for, "text her".
	YouTold           // Whoever the words are for.
	BothVerbs         // Before "las dos": both of us do it, and it is no hour.
	AsksNextWeek      // Behind an answer about this week: and the one after?
	WordingManner     // Behind "make it": how a wording is to be.
	BeforeManner      // Small words between "make it" and how.
	OfAllTexts        // Says that no text at all is to go, and not only the one that is shown.
	BringsAlong       // Says that somebody comes with whom follows.
	AfterDoings       // Before an hour: what its speaker does until then.
	AroundName        // Small words beside the name of whom something is with.
	NoDaySaid         // Says of what somebody will do that no day was named for it.
	DoneToThem        // Leads of what others did to somebody: it is nothing that they do.
	PluralPastEnds    // Ends of a verb of several in the past, behind whom they did it to: "le cortaron las horas".
	LeftEarly         // Who left so was there: "she left early".
	WaitedLeads       // Begins how long somebody waited.
	VainEnds          // Ends what somebody waited for in vain.
	ThisFirst         // Wants what is under way finished before something else.
	GrantedIt         // Says that one told somebody yes.
	AskedOfMe         // Says that somebody asked the speaker for something.
	DoneForMe         // Whom something is done for, where it is the speaker.
	PurposeLeads      // Begins what somebody does something for.
	WasGoing          // Begins what the writer was going to do.
	ReasonAt          // Words before where something keeps somebody: no place to meet at.
	BareVerbLeads     // Leads to a verb in its bare form.
	Introduces        // Has two people meet.
	StreetLife        // What is told of a street: where one parks, or gets off.
	WhoWords          // Ask who.
	SoThat            // Begins what somebody is told something for.
	PleaseTold        // Before what somebody is asked to do.
	RereadLeads       // Opens a text and says nothing of the matter: it is read without it a second time.
	RereadJoins       // Between what a text says and what else it says.
	RereadDepends     // Makes the rest of a text depend on something: no part of it is read alone.
	CallsThird        // Somebody third is to be called, or can be: hours beside it are theirs.
	ThirdCan          // Somebody third can, or is free, at what follows.
	YeahBefore        // Behind a "ya" that is no Spanish: it is a yeah.
	MixedThem         // The organizer took the place or the time for another.
	AsksRobot         // Asks whether a machine writes.
	FreeAt            // Before the hour from which somebody is free.
	AfterAlone        // Behind that hour: then one can.
	PleaseEnds        // At the end of an order: a courtesy, and nothing that is told.
	IfWords           // Right before what may be so: nobody says that it is.
	OwnBusyLeads      // What takes the organizer's own time, at the beginning of a text.
	OwnBusyThings     // What takes somebody's time at an hour.
	AnsweredUs        // In a question: that it was us to whom somebody answered.
	CameUp            // Something is in the way of what was planned.
	OwnMishaps        // What befell the organizer, before that they cannot come.
	AfterGoesOn       // Behind that "after": one can then, and tells of nothing else.
	TheStreet         // Right before a number that is a street's and no hour: hours but one are several.
	MoreTold          // Goes on with what somebody is told.
	NewPlaceAt        // Before the place that one has changed to.
	NewPlaceIs        // Behind the place that one has changed to.
	MealWords         // What one has together: no place by itself.
	OwnHere           // The organizer is where the two meet.
	NotMeBut          // Somebody third is to be reached, and not the writer.
	ReachThem         // Orders to reach somebody.
	MeetsThere        // Right before the name of where one meets, in an order.
	CameUpon          // Somebody was seen by chance, whose name may follow.
	IsForThem         // Behind who is told something: what they may do, or are to do, is for them to read.
	TalkedFor         // How long somebody talked follows.
	ChangesLine       // To change a line of a report, before its name.
	WithinLine        // Before the name of a line of a report into which something is put.
	PartOfLine        // Between an order and the name of a line: "the part about".
	LineWrong         // Behind the name of a line: what it says is not so, and what it is to say follows.
	PutsWords         // Leads to what a line is to say.
	NextDayThen       // A day later than something is.
	AsTheySaid        // Before what somebody will do: that they said it. It is no part of the deed.
	CloserTo          // Before an hour that is wished, roughly.
	Carriers          // What brings somebody, at an hour of its own.
	CarriersCome      // What it does then.
	OverThen          // Says that something is over then, which is no hour to meet.
	Occasions         // What is on a day that keeps somebody from all else: "thurs is my kids recital".
	GoesTo            // Before a place to which one goes now.
	GoesToEnds        // Ends such a place.
	AskOnceMore       // Has somebody asked again who has not answered.
	RemindWhen        // What is left of a time without a day before an errand: "in the (morning) to call jo".
	RemindAsked       // Asks to be reminded, where an errand follows; the "me" before it is taken off.
	TheyDo            // Behind a contact's name: what they do or know by themselves, so that a day in it is no one-on-one's.
	BeforeOrder       // A clause before an order that says nothing of its own: "never mind. remind me ...".
	TellsThere        // Begins what tells how things are somewhere.
	TextsRather       // Somebody would rather have texts than calls.
	CallsDisliked     // Somebody does not like to be called.
	WishLeads         // Before what somebody wants or has to do.
	MeetsWith         // What is done with somebody who is met, before the name.
	GetsFor           // Before somebody whom one wants for a talk: "for coffee" stands behind.
	ForTalk           // Behind somebody whom one wants for it: a talk.
	TextThem          // To write to somebody, before whom.
	SeesIf            // Between whom one writes to and what they are asked: whether.
	SomeTime          // Behind whom one wants to meet: on no day that is said.
	AskedSuits        // In what somebody is asked about a time: whether it suits.
	ThereLeads        // Before a place at which they meet instead, in an order.
	SameHourWords     // At the hour that stands.
	NewPerson         // Before the name of somebody who is new.
	SmallOfKeep       // Beside a day that stays: "keep it thurs", "lo del jueves".
	SkipsThisOne      // The two do not meet this time.
	RemindsThem       // Before a contact: they are to be reminded.
	StaysAway         // With which one is said to be well: where one stays, or what one leaves out. It declines.
	WellElsewhere     // Where or as one is said to be well: it is no yes to coming.
	WellWithout       // Between being well and what one does not need: im good on rides.
	WellWith          // Between being well and with what: im good with staying home.
	OwnBeing          // Right before being well: it is the writer who is.
	ThinksSo          // A yes that is not sure: with a plain yes behind it, it is one.
	SaysThat          // Before a si that tells what somebody says: that they do.
	DoesForMe         // What somebody does for the writer, behind a si that is no if.
	AskThemIf         // Asks that somebody be asked whether, at the beginning of what is asked.
	SuitsBetter       // Behind how the two talk: it suits better.
	FreeThen          // Before days: its writer is free then.
	LinksOfHour       // Between "after" and the hour, and behind it.
	LifeNouns         // At the beginning of what is told of somebody's life, and not of what they will do.
	DeedSigns         // Of what somebody will do, wants or offers.
	CountWords        // Before what somebody has so many of.
	FeelsOf           // Says of what somebody is afraid, or at whom they are angry.
	CallsYou          // Whoever writes is going to call.
	SmallOfSame       // Within "same time" and its like.
	AddressAs         // Before how somebody is to be called: a title and a name.
	AddressTitles     // The title by which somebody is to be called.
	LineIs            // Behind a line of a report, called by its name: what it is to say.
	LentThings        // What one brings or gives somebody, without an article.
	SaidInTalk        // What somebody third said when the two talked.
	StuckAt           // Holds somebody who comes late: beside "20 min late" it is no refusal.
	KeepQuiet         // Nobody else is to read something.
	PromisedWords     // Whoever writes promised something.
	AsksBecause       // Behind a question: why it is asked, and no refusal.
	UsesFrom          // Of a new number: from when it is to be used.
	WouldMeet         // Somebody would like a one-on-one.
	GaveNumber        // The number of somebody new was given.
	WouldJoin         // Somebody would like to take part.
	WhoTheyAre        // Leads to what the one who is met is or does.
	AsksTexted        // Asks whether somebody was texted.
	NextTimes         // The time to come, and not the one that was.
	WeCutShort        // It was cut short, so it took place.
	AsksThemself      // The writer asks the other.
	WaitsToAsk        // It is to wait: the writer looks or asks first.
	MovedWords        // Tells that something was put on another day.
	MovedOnto         // Before the day on which it was put.
	MovedAsked        // Asks that something be put on another day: nothing was.
	HasOn             // Behind a day: that somebody has something on it, before what.
	KeepsIllness      // Behind a not: that somebody else catches it.
	BackUnknown       // Says that nobody knows when its writer is back.
	PutsMeetOff       // Of an organizer, to who may not be able to come: the two meet another day.
	MaskWords         // Kept to so that nobody catches anything.
	CountsDeeds       // Says before several things to do how many they are.
	BusyLeads         // Begins what somebody is doing just now, who tells of something else later.
	AgreesBehind      // Behind with whom something is talked over: that it suits.
	AsksFirst         // Says that its writer asks somebody first, where something is to be set.
	StaffTalkLeads    // Before one of the staff: that its writer talks something over with them.
	ReasonJoins       // Leads to why it is so.
	SorryLeads        // Words to somebody begin with an apology.
	InsteadOfThere    // Between a new place and the one that stands.
	PhoneFails        // Beside a number: the phone will not work any more.
	NewHere           // Who writes does not know yet how it is used, and asks nothing else.
	CanThen           // Leads to a time that suits somebody.
	NobodyTo          // There is nobody who looks after somebody: a reason, and no question.
	ToldObjects       // Stands before a verb by which somebody third is asked for something, and behind it where they are asked themselves.
	TheyAre           // Somebody third in one word with what they are.
	YouAre            // Is that, said to them.
	TheirForms        // A verb as it stands behind somebody third; the list of forms of you has it in the same order.
	YourForms         // A verb as it stands behind you.
	SameForms         // A verb, or its denial, that is the same behind whoever it is.
	TheySingly        // Somebody third who may be who is told.
	AdverbsOfThem     // Stands between somebody and what they do.
	DoYou             // What a question to them begins with, and nothing else is said.
	CallsHow          // How, or when, somebody is to be called, where texts are ended in the same breath.
	Hosts             // What somebody does who has people come together at their place: whom they ask to it belongs to it.
	HostServes        // What somebody does for those who come together at their place.
	HasThem           // Before whom it is to be brought to do something, and what: "have her meet kim".
	StepAims          // Begins a next step that somebody hopes for, and nobody gave a word to.
	Buts              // But.
	TalkedItOver      // Says that its writer has talked something over with somebody.
	LaterThing        // Something of one's own that begins later, or for which one leaves.
	ComesThen         // Says that one comes.
	StartsWork        // Before the hour at which one's own work begins.
	DidNotAsk         // Whether somebody is fine with texts was not asked.
	SpanLinks         // Between the two hours from and to which something holds somebody.
	SpanHolds         // Beside hours from and to which: they hold somebody.
	SpanFree          // Beside such hours: they are free, or asked for.
	SetsOutBy         // Before an hour: what lets somebody set out then, which is no hour to meet.
	SpanOpen          // Beside hours from and to which: their writer has time then.
	PiousIfs          // An if that is none: one hopes for it.
	PutOffLeads       // Before until when: what is planned waits.
	PutOffUntil       // Between what waits and what has to come first.
	WellThen          // What has to come first before two can meet: one is well again, or has time and mind for it.
	FreeBy            // Before an hour: their writer is free from then on, and no earlier.
	StaysIn           // Beside a day: its writer stays at home, and goes nowhere.
	WaitsForMe        // What is shown waits till its writer says.
	TalksTo           // Behind "to talk": with whom, which is a thing to do.
	MovesBeside       // Beside somebody's name: they get another time.
	OccasionLeads     // Begins what takes somebody's own time.
	LikeWords         // Between how a wording is to be and the words for it.
	LikeThis          // Before the words that a wording is to have.
	DiedToMe          // Says that somebody of one's own has died.
	PutsOffInLoss     // In a loss: what is planned waits.
	SpanOthers        // Before hours from and to which: they hold somebody else, and not who writes.
	SameThing         // Before what something is called: it is the one of before.
	NotReached        // Somebody was called, or rung, and did not answer.
	BesideNotReached  // Beside that somebody did not answer: it is still about them.
	Circles           // Behind "her": people around somebody. "gonna get her hallway to sign" gives her nothing.
	ByThen            // Behind what has a day, of another thing to do: that day, or before it. "and get her forms by then"
	Consults          // What somebody does with one of their family before they say yes. "primero quiere platicarlo con su esposo"
	FirstOfAll        // Before a yes. "wants to talk w her husband first"
	PlaceUnfit        // A place does not suit, whatever the hour. "si puedo pero no tengo carro"
	FindsWay          // One gets there all the same. "but my sister will drop me off"
	AsksToCome        // The organizer is asked to come to the contact, who does not say where that is.
	PlacePuts         // Before the place where a contact is to come instead. "tell maria well do the library on rainier"
	PlaceSwitches     // Before the place where a contact is to come, which says that it is another.
	InsteadThere      // Behind a place that takes the stead of another.
	MovesMeet         // What a contact is told of another day. "tell maria were moving it to friday same time"
	CallsOnly         // A wish for calls that is one against texts, whatever else it says.
	ReachesOut        // The organizer gets in touch themselves. "ill call her this wkend dont text her pls"
	NotSentNow        // Nothing is to be texted, of what is at hand alone, where the organizer gets in touch themselves.
	LastingNo         // Of no texts: for good, or as somebody wants it.
	StaffPicks        // Right before somebody of the staff: it is with them. "sam got the flu so kim"
	StaffOff          // Behind somebody of the staff: they are not there. "kims at a conference"
	NotReadyThen      // Of what was promised: its day is a later one. "flyer wont be ready til monday"
	ButIs             // Behind what somebody is not: what they are.
	StaffTalked       // That one talked with somebody of the staff.
	SoEnds            // Before the no with which an answer ends.
	AllSaid           // At the end of an answer: there is no more.
	ToKnowLeads       // What stands before whom somebody is to know something: "que rosa sepa que ...".
	KnowsVerbs        // That they know it, behind whom: "so maria knows", "give maria a heads up".
	KnowsWhom         // What leads to whom is to know: "heads up to maria that ...".
	PutsDown          // Begins an order to set down whether somebody comes: "put her down as a yes".
	DownAsYes         // As what somebody is set down who comes.
	DownAsNo          // As what somebody is set down who does not come.
	WithSpeaker       // That somebody comes along with the writer.
	MonthEnds         // The end of this month, by which something is done.
	LooseDue          // By when something is done, and no one day of it.
	StreetNumberLeads // Leads to the bare number of a street that a place is on: "the laundromat on 23".
	MetAcross         // Tells that somebody was come across: "ran into a lady".
	SomeoneNew        // Before who somebody is who was not known before: "this lady".
	WhoAcross         // Who was come across, where no name is said yet: "a lady at the laundromat".
	ShortMeeting      // Says that a one-on-one was short.
	ShortLengths      // How short it was, in single words.
	ShortWhy          // Begins why it was short.
	DoesForLiving     // what somebody does instead of what was said: "works at a nursing home", "cuida viejitos"
	BeingSaid         // words that say what somebody is: "shes"
	WorksAs           // words between working and what as: "works as a nurse"
	ReachTold         // how or when somebody is best reached, told at the end of a report: "never call"
	BestOfMail        // behind a mail address: that it is the way to reach somebody
	MailAt            // leads to a mail address: "email her at"
	OkOpens           // an agreement with which an answer opens before a question about the coming: "ok is there parking"
	AsksWay           // what somebody asks about the place or the coming who comes: "are there stairs"
	DiedWords         // behind one of the family: that they died, "my brother died"
	PastTimes         // times that are over: "yesterday"
	FreeLater         // when somebody has time who is held on the day that stands, without a day: "any morning the week after"
	PutOnShift        // somebody is put to work on a day: "boss put me on thurs"
	BeforeSends       // what stands before an order to send after all: "wait, actually its good"
	EndsWithSend      // an order to send, at the end of a text: "send it"

	lists // how many there are
)

// heading is the name under which a list stands in the files.
func (l List) heading() string { return headings()[l] }

func headings() [lists]string {
	return [lists]string{
		OptOutRoots:        "opt out roots",
		OptOutAlone:        "opt out alone",
		OptOutPhrases:      "opt out phrases",
		OptOutDoubts:       "opt out doubts",
		RoughWords:         "rough words",
		EndVerbs:           "end verbs",
		TextingWords:       "texting words",
		BeforeTexting:      "before texting",
		AfterTexting:       "after texting",
		AfterNoTexts:       "after no texts",
		WriteVerbs:         "write verbs",
		WriteAgain:         "write again",
		WishWhen:           "wish when",
		WishCall:           "wish call",
		TakeOffVerbs:       "take off verbs",
		TakeNumberOff:      "take number off",
		TakeMeOff:          "take me off",
		ListNouns:          "list nouns",
		OffWhat:            "off what",
		NumberNouns:        "number nouns",
		Pleading:           "pleading",
		AskingHow:          "asking how",
		ToldOfOthers:       "told of others",
		StopGoesOn:         "stop goes on",
		StopThen:           "stop then",
		OffWhose:           "off whose",
		TurnOff:            "turn off",
		SomebodyWill:       "somebody will",
		StopNot:            "stop not",
		StopBefore:         "stop before",
		NotAboutUs:         "not about us",
		OffOther:           "off other",
		WishAboutHow:       "wish about how",
		NotBeforeStop:      "not before stop",
		StopWords:          "stop words",
		StillDoing:         "still doing",
		StopTo:             "stop to",
		WantWords:          "want words",
		OneWhoDoes:         "one who does",
		NeverWords:         "never words",
		AgainVerbs:         "again verbs",
		TextVerbs:          "text verbs",
		AboutTexting:       "about texting",
		CallWords:          "call words",
		ToldWrites:         "told writes",
		PleaseBother:       "please bother",
		WishSpanish:        "wish spanish",
		SendVerbs:          "send verbs",
		OffWords:           "off words",
		UnsubscribeRoots:   "unsubscribe roots",
		SubsidyRoots:       "subsidy roots",
		BeforeToldStop:     "before told stop",
		ReactsLiked:        "reacts liked",
		ReactsLoved:        "reacts loved",
		ReactsDisliked:     "reacts disliked",
		ReactsOther:        "reacts other",
		ReactsRemoved:      "reacts removed",
		AfterReaction:      "after reaction",
		CannotWait:         "cannot wait",
		StillComing:        "still coming",
		AsksLeave:          "asks leave",
		Month:              "month",
		Weekday:            "weekday",
		Today:              "today",
		Tomorrow:           "tomorrow",
		Yesterday:          "yesterday",
		Tonight:            "tonight",
		Next:               "next",
		Last:               "last",
		Pasado:             "pasado",
		This:               "this",
		Coming:             "coming",
		Week:               "week",
		Weekend:            "weekend",
		Day:                "day",
		MonthUnit:          "month unit",
		Year:               "year",
		Hour:               "hour",
		Minute:             "minute",
		AM:                 "am",
		PM:                 "pm",
		Noon:               "noon",
		Midnight:           "midnight",
		PartOfDay:          "part of day",
		Meal:               "meal",
		Half:               "half",
		Quarter:            "quarter",
		Minus:              "minus",
		Past:               "past",
		And:                "and",
		At:                 "at",
		On:                 "on",
		In:                 "in",
		Ago:                "ago",
		From:               "from",
		Or:                 "or",
		The:                "the",
		Of:                 "of",
		Until:              "until",
		After:              "after",
		Before:             "before",
		Oclock:             "oclock",
		Vague:              "vague",
		Later:              "later",
		Fortnight:          "fortnight",
		Now:                "now",
		Number:             "number",
		Ordinal:            "ordinal",
		NumberedPlace:      "numbered place",
		StreetWord:         "street word",
		Counted:            "counted",
		OftenMisspelt:      "often misspelt",
		ShortDays:          "short days",
		NamesTime:          "names time",
		SpanishDays:        "spanish days",
		SpanishUnits:       "spanish units",
		EndsOfTomorrow:     "ends of tomorrow",
		OrdinalSuffixes:    "ordinal suffixes",
		Holiday:            "holiday",
		HolidayThings:      "holiday things",
		Loosely:            "loosely",
		AfterFraction:      "after fraction",
		CountedOnes:        "counted ones",
		ClauseEnds:         "clause ends",
		KeepsHours:         "keeps hours",
		WorkNouns:          "work nouns",
		WorkVerbs:          "work verbs",
		NotBeforeDay:       "not before day",
		Excepts:            "excepts",
		AnyWords:           "any words",
		BusyNoDay:          "busy no day",
		HourSuits:          "hour suits",
		OtherOf:            "other of",
		FloorStarts:        "floor starts",
		FloorOn:            "floor on",
		FloorGoesOn:        "floor goes on",
		SmallAfterNot:      "small after not",
		NoRuledOut:         "no ruled out",
		RulesOut:           "rules out",
		RulesOutHalf:       "rules out half",
		IsNoGood:           "is no good",
		MoveVerbs:          "move verbs",
		EventNouns:         "event nouns",
		ToldVerbs:          "told verbs",
		SmallBesideTime:    "small beside time",
		BeforeDo:           "before do",
		ZoneLetters:        "zone letters",
		ZoneEastern:        "zone eastern",
		ZoneCentral:        "zone central",
		ZoneMountain:       "zone mountain",
		ZonePacific:        "zone pacific",
		ZoneAlaska:         "zone alaska",
		ZoneHawaii:         "zone hawaii",
		ZoneArizona:        "zone arizona",
		ZoneMexico:         "zone mexico",
		ZoneUTC:            "zone u t c",
		ZoneElsewhere:      "zone elsewhere",
		ZoneAlone:          "zone alone",
		AfterZone:          "after zone",
		AfterSat:           "after sat",
		BeforeNamed:        "before named",
		Subjects:           "subjects",
		TellsFirst:         "tells first",
		Lacking:            "lacking",
		NotBusyAfter:       "not busy after",
		BetweenBusyDays:    "between busy days",
		AfterBusyDay:       "after busy day",
		Couples:            "couples",
		BeforeLength:       "before length",
		AfterAgo:           "after ago",
		EachWords:          "each words",
		DayFirstLeads:      "day first leads",
		BeforeMorning:      "before morning",
		OneArticles:        "one articles",
		ToTheHour:          "to the hour",
		RangeLeads:         "range leads",
		RangeJoins:         "range joins",
		DayNames:           "day names",
		DayWords:           "day words",
		AheadWords:         "ahead words",
		CommandMeet:        "command meet",
		CommandReport:      "command report",
		CommandList:        "command list",
		CommandMove:        "command move",
		CommandCallOff:     "command call off",
		CommandSkip:        "command skip",
		CommandBack:        "command back",
		CommandFix:         "command fix",
		CommandAdd:         "command add",
		CommandSoFar:       "command so far",
		CommandLater:       "command later",
		CommandNext:        "command next",
		CommandStartOver:   "command start over",
		CommandWhat:        "command what",
		CommandTell:        "command tell",
		CommandPrep:        "command prep",
		CommandTips:        "command tips",
		CommandNote:        "command note",
		CommandIdea:        "command idea",
		CommandDone:        "command done",
		CommandHold:        "command hold",
		CommandPrivate:     "command private",
		CommandWeb:         "command web",
		CommandWhere:       "command where",
		CommandNew:         "command new",
		CommandEnglish:     "command english",
		CommandSpanish:     "command spanish",
		LineNames:          "line names",
		MeetingTold:        "meeting told",
		MoveOut:            "move out",
		CallOffWhat:        "call off what",
		TellWhom:           "tell whom",
		LabelDay:           "label day",
		LabelContact:       "label contact",
		LabelPhone:         "label phone",
		LabelEmail:         "label email",
		LabelConsent:       "label consent",
		LabelBestWay:       "label best way",
		LabelNeeds:         "label needs",
		LabelRelationship:  "label relationship",
		LabelLearned:       "label learned",
		LabelCommitment:    "label commitment",
		LabelCommitmentDue: "label commitment due",
		LabelNextSteps:     "label next steps",
		LabelFollowUps:     "label follow ups",
		LabelDebrief:       "label debrief",
		LabelDebriefDay:    "label debrief day",
		LabelStaffNotes:    "label staff notes",
		LabelNotes:         "label notes",
		MailLabels:         "mail labels",
		PhoneLabels:        "phone labels",
		LeadsToName:        "leads to name",
		RanInto:            "ran into",
		BeforeName:         "before name",
		NameLeads:          "name leads",
		IsWords:            "is words",
		Titles:             "titles",
		Articles:           "articles",
		Relations:          "relations",
		NameParticles:      "name particles",
		NoNameAlone:        "no name alone",
		SentenceWords:      "sentence words",
		NoNames:            "no names",
		DateNames:          "date names",
		LabelPerson:        "label person",
		NameSuffixes:       "name suffixes",
		Extensions:         "extensions",
		PlaceWords:         "place words",
		BesidePlace:        "beside place",
		PlacesAlone:        "places alone",
		NotPeople:          "not people",
		AfterParticle:      "after particle",
		PlaceNouns:         "place nouns",
		PlacesNamed:        "places named",
		StreetNouns:        "street nouns",
		ByWhich:            "by which",
		NotOfPlaces:        "not of places",
		PhoneAlone:         "phone alone",
		EndsPlace:          "ends place",
		TrailsPlace:        "trails place",
		LivesAt:            "lives at",
		BeforeNumber:       "before number",
		PhoneNouns:         "phone nouns",
		AfterNumber:        "after number",
		BeginsPlace:        "begins place",
		NoPlaceAlone:       "no place alone",
		NameArticles:       "name articles",
		WithinNames:        "within names",
		SetsOffName:        "sets off name",
		BeforeDate:         "before date",
		DayLeads:           "day leads",
		EndsTold:           "ends told",
		LetterArticles:     "letter articles",
		WithoutLetter:      "without letter",
		WithLetter:         "with letter",
		BeforeThan:         "before than",
		LeadsShortDay:      "leads short day",
		TimeSmall:          "time small",
		NameWords:          "name words",
		MealsFirst:         "meals first",
		SurnamesToo:        "surnames too",
		NoPlaceAfterAt:     "no place after at",
		WithinPlaces:       "within places",
		AddNot:             "add not",
		AfterReport:        "after report",
		SaysMissed:         "says missed",
		SaysPostponed:      "says postponed",
		SaysMet:            "says met",
		SaysTalked:         "says talked",
		SaysWell:           "says well",
		Briefly:            "briefly",
		SaysNotMet:         "says not met",
		SaysCancelled:      "says cancelled",
		SaysAbsent:         "says absent",
		AbsentAlone:        "absent alone",
		SaysCrossed:        "says crossed",
		InTheirPlace:       "in their place",
		SaysByPhone:        "says by phone",
		Kin:                "kin",
		BeginsQuestion:     "begins question",
		SamePlace:          "same place",
		ThankWords:         "thank words",
		Greetings:          "greetings",
		DoneWords:          "done words",
		DoneVerbs:          "done verbs",
		DidTheirs:          "did theirs",
		NotDone:            "not done",
		NotDoneYet:         "not done yet",
		DoesItThen:         "does it then",
		DebriefHeld:        "debrief held",
		DebriefWords:       "debrief words",
		SomebodyOf:         "somebody of",
		CorrectionBegins:   "correction begins",
		NobodyWords:        "nobody words",
		Joins:              "joins",
		Interjections:      "interjections",
		SameTime:           "same time",
		AfterDigit:         "after digit",
		KeepsFromMeeting:   "keeps from meeting",
		DidNotCome:         "did not come",
		DidCome:            "did come",
		ShortDid:           "short did",
		ShortDidNot:        "short did not",
		ShortCame:          "short came",
		ShortBeside:        "short beside",
		BesideAttendance:   "beside attendance",
		MeetingNouns:       "meeting nouns",
		TaleBegins:         "tale begins",
		TaleOpens:          "tale opens",
		TellsOf:            "tells of",
		SaysDebrief:        "says debrief",
		SaysIPromised:      "says i promised",
		OneselfLabels:      "oneself labels",
		SaysTheyWill:       "says they will",
		SaysWhoMet:         "says who met",
		DeedVerbs:          "deed verbs",
		Wills:              "wills",
		BesideWill:         "beside will",
		SaysBeing:          "says being",
		SaysAgain:          "says again",
		NextTry:            "next try",
		DebriefVerbs:       "debrief verbs",
		SaysHowMet:         "says how met",
		SaysFoundUs:        "says found us",
		SaysPrefers:        "says prefers",
		SaysNeeds:          "says needs",
		SaysReach:          "says reach",
		SaysNextStep:       "says next step",
		NegativeWords:      "negative words",
		PromiseWords:       "promise words",
		Whatever:           "whatever",
		SaysNothing:        "says nothing",
		ButWords:           "but words",
		ToldNow:            "told now",
		ToldFirst:          "told first",
		JustNow:            "just now",
		CaseWords:          "case words",
		Infinitives:        "infinitives",
		FirstPersons:       "first persons",
		AfterObject:        "after object",
		GiveVerbs:          "give verbs",
		SpeakersOwn:        "speakers own",
		EditVerbs:          "edit verbs",
		EditInto:           "edit into",
		EditOut:            "edit out",
		SendIt:             "send it",
		ComeTo:             "come to",
		LeadsComing:        "leads coming",
		AwayWords:          "away words",
		AsksWhatAsked:      "asks what asked",
		PutsFormOff:        "puts form off",
		NothingToSay:       "nothing to say",
		NothingHeads:       "nothing heads",
		NothingBeside:      "nothing beside",
		NothingMore:        "nothing more",
		HoldsBack:          "holds back",
		AskDay:             "ask day",
		ErrandVerbs:        "errand verbs",
		WordingAsks:        "wording asks",
		OffVerbs:           "off verbs",
		OwedOffWords:       "owed off words",
		AsksThem:           "asks them",
		DeedMarks:          "deed marks",
		DictatedStop:       "dictated stop",
		DictatedComma:      "dictated comma",
		NoDictatedStop:     "no dictated stop",
		PledgeNot:          "pledge not",
		LikesWording:       "likes wording",
		AskDayBeside:       "ask day beside",
		AboutHour:          "about hour",
		TimeTalk:           "time talk",
		SendsWords:         "sends words",
		NotYetWords:        "not yet",
		NotThereYet:        "not there yet",
		ThereNow:           "there now",
		NothingBut:         "nothing but",
		LeadingNo:          "leading no",
		CommitmentNouns:    "commitment nouns",
		PromiseNouns:       "promise nouns",
		AsideLeads:         "aside leads",
		ForgotLeads:        "forgot leads",
		DayNouns:           "day nouns",
		ItsNow:             "its now",
		ChoiceFirst:        "choice first",
		ChoiceSecond:       "choice second",
		ChoiceThird:        "choice third",
		ChoiceLast:         "choice last",
		ChoiceLeads:        "choice leads",
		ChoiceNumbers:      "choice numbers",
		ChoiceNone:         "choice none",
		CancelSoftly:       "cancel softly",
		ICannot:            "i cannot",
		MovedOrders:        "moved orders",
		MailLeads:          "mail leads",
		Yes:                "yes",
		YesMildly:          "yes mildly",
		Agree:              "agree",
		Gladly:             "gladly",
		No:                 "no",
		NoAlone:            "no alone",
		Refuse:             "refuse",
		CannotLeads:        "cannot leads",
		Unsure:             "unsure",
		AnotherTime:        "another time",
		TimeLeads:          "time leads",
		BusyThen:           "busy then",
		BeingAt:            "being at",
		ThatTime:           "that time",
		SaysIf:             "says if",
		Contrasts:          "contrasts",
		TakesBack:          "takes back",
		WrongPerson:        "wrong person",
		Gone:               "gone",
		WhoIsThis:          "who is this",
		LateWords:          "late words",
		TimeFits:           "time fits",
		CanAlone:           "can alone",
		UnsureAlone:        "unsure alone",
		NoAnswer:           "no answer",
		Thanking:           "thanking",
		Greeting:           "greeting",
		Excuses:            "excuses",
		Laughter:           "laughter",
		Address:            "address",
		Fillers:            "fillers",
		MachineSays:        "machine says",
		MachineOften:       "machine often",
		MachineHints:       "machine hints",
		Signatures:         "signatures",
		ComeWords:          "come words",
		SiIsYes:            "si is yes",
		AfterNo:            "after no",
		Negators:           "negators",
		OfOneself:          "of oneself",
		OtherPersons:       "other persons",
		BeforeSpokenOf:     "before spoken of",
		ToldOf:             "told of",
		OfWhom:             "of whom",
		BeingWords:         "being words",
		PlaceOfComing:      "place of coming",
		ComingVerbs:        "coming verbs",
		MaybeLeads:         "maybe leads",
		FrameEnds:          "frame ends",
		QuestionWords:      "question words",
		AsksIfSo:           "asks if so",
		AskingWords:        "asking words",
		FrameGoesOn:        "frame goes on",
		WrongFrames:        "wrong frames",
		WhoFrames:          "who frames",
		BareNo:             "bare no",
		BeforePerson:       "before person",
		ComingParts:        "coming parts",
		ThirdSubjects:      "third subjects",
		AsksWhoAfter:       "asks who after",
		BeforeDeed:         "before deed",
		ObjectEnds:         "object ends",
		InfinitiveEnds:     "infinitive ends",
		AfterRemind:        "after remind",
		PauseOne:           "pause one",
		IfOnly:             "if only",
		ShortForms:         "short forms",
		FirstNames:         "first names",
		PlainWords:         "plain words",
		LanguageName:       "language name",
		JoinsPlans:         "joins plans",
		OnPhone:            "on phone",
		RightAfter:         "right after",
		BothWords:          "both words",
		PlaceLeads:         "place leads",
		SaysOfPlace:        "says of place",
		TextsAreFine:       "texts are fine",
		PlanAsks:           "plan asks",
		NotThere:           "not there",
		TellAlong:          "tell along",
		NoteOf:             "note of",
		PlaceWhy:           "place why",
		PlaceOpen:          "place open",
		DecidesLater:       "decides later",
		PlaceTails:         "place tails",
		TheyChoose:         "they choose",
		MyPlaces:           "my places",
		TheirPlaces:        "their places",
		HomeNouns:          "home nouns",
		NeverOwned:         "never owned",
		VerbEnds:           "verb ends",
		SaidAgain:          "said again",
		OrderLeads:         "order leads",
		CancelVerbs:        "cancel verbs",
		CancelOrders:       "cancel orders",
		NotBeforeCancel:    "not before cancel",
		DropVerbs:          "drop verbs",
		CannotMeet:         "cannot meet",
		OrderAll:           "order all",
		OrderThat:          "order that",
		NeverMind:          "never mind",
		TellVerbs:          "tell verbs",
		TellKnow:           "tell know",
		ThirdPersons:       "third persons",
		SaysComing:         "says coming",
		SaysNotComing:      "says not coming",
		SpokeWith:          "spoke with",
		RemindMe:           "remind me",
		ChangeWords:        "change words",
		InsteadOf:          "instead of",
		NumberCorrects:     "number corrects",
		GoneNumberIs:       "gone number is",
		NumberIsGone:       "number is gone",
		TakesDayBackAtOnce: "takes day back at once",
		TakesDayBack:       "takes day back",
		NumberEnds:         "number ends",
		SaysName:           "says name",
		SaysSurname:        "says surname",
		SpeltWith:          "spelt with",
		AskLeads:           "ask leads",
		AskNumber:          "ask number",
		AskConfirm:         "ask confirm",
		AskOwe:             "ask owe",
		ReportNouns:        "report nouns",
		AskCount:           "ask count",
		AskWhen:            "ask when",
		AskWhere:           "ask where",
		AskWho:             "ask who",
		AskHow:             "ask how",
		AskSaid:            "ask said",
		AskMeetings:        "ask meetings",
		CommandUndo:        "command undo",
		UndoWords:          "undo words",
		SaveWords:          "save words",
		TellPersons:        "tell persons",
		MoveOrders:         "move orders",
		NoLongerOn:         "no longer on",
		ButOn:              "but on",
		MoveTo:             "move to",
		NotAnOrder:         "not an order",
		SecondPersons:      "second persons",
		TextsWelcome:       "texts welcome",
		EndsOrCallsOff:     "ends or calls off",
		AttendWords:        "attend words",
		BeginsMore:         "begins more",
		AnotherReport:      "another report",
		AllCame:            "all came",
		NoneCame:           "none came",
		ButNot:             "but not",
		AmongWhoCame:       "among who came",
		DayByMore:          "day by more",
		PlanDetails:        "plan details",
		PlanManners:        "plan manners",
		PrivateWords:       "private words",
		PersonLeads:        "person leads",
		BeforeChange:       "before change",
		AfterTimes:         "after times",
		BeforeTimes:        "before times",
		Honorifics:         "honorifics",
		WaysCall:           "ways call",
		WaysText:           "ways text",
		WaysEmail:          "ways email",
		DeedJoins:          "deed joins",
		ThingsToDo:         "things to do",
		DeedLeads:          "deed leads",
		EventLeads:         "event leads",
		BeforeStreet:       "before street",
		Myself:             "myself",
		LabelOrganizer:     "label organizer",
		ThanksGoesOn:       "thanks goes on",
		PauseAway:          "pause away",
		CutShort:           "cut short",
		BehindPlace:        "behind place",
		HowFar:             "how far",
		PauseThrough:       "pause through",
		AskReminder:        "ask reminder",
		AskUnfiled:         "ask unfiled",
		AnotherWeek:        "another week",
		OffRecord:          "off the record",
		OffRecordNot:       "on the record",
		HoursAsk:           "hours ask",
		HoursAskThem:       "hours ask of them",
		HoursOnly:          "hours only",
		HoursOnlyThem:      "hours only of them",
		HoursAfter:         "hours after",
		HoursBefore:        "hours before",
		HoursIn:            "hours in",
		AnyHour:            "any hour",
		HoursMorning:       "hours morning",
		HoursMidday:        "hours afternoon",
		HoursEvening:       "hours evening",
		HoursNot:           "hours not",
		HoursGap:           "hours gap",
		CameThere:          "came there",
		BesideName:         "beside name",
		SlipOfOutcome:      "slip of outcome",
		DigitMeant:         "digit meant",
		AskHour:            "ask hour",
		AsItWas:            "as it was",
		WithWhom:           "with whom",
		PlaceVerbs:         "place verbs",
		WhichOne:           "which one",
		Compass:            "compass",
		ComesMyself:        "comes myself",
		AtThePlace:         "at the place",
		ShiftsTo:           "shifts to",
		HourBounds:         "hour bounds",
		BackOn:             "back on",
		KeepNegators:       "keep negators",
		KeepsOn:            "keeps on",
		UseVerbs:           "use verbs",
		UseEnds:            "use ends",
		NeverAsked:         "never asked",
		GivesOff:           "gives off",
		OwnPhone:           "own phone",
		PhoneLines:         "phone lines",
		PhoneOwners:        "phone owners",
		KeptAfterNo:        "kept after no",
		ThisPhone:          "this phone",
		NotTheirs:          "not theirs",
		WasHanded:          "was handed",
		GotNumber:          "got number",
		NumberOther:        "number other",
		NumberNew:          "number new",
		OnlyNumbers:        "only numbers",
		WeAre:              "we are",
		Businesses:         "businesses",
		LookedAt:           "looked at",
		CouldNot:           "could not",
		RareDateNames:      "rare date names",
		LeadsOrDay:         "leads or day",
		NotBe:              "not be",
		BotherSmall:        "bother small",
		UseForbids:         "use forbids",
		InPlaces:           "in places",
		WithWords:          "with words",
		Throughs:           "throughs",
		Inclusives:         "inclusives",
		LetterAt:           "letter at",
		LetterLast:         "letter last",
		LetterThe:          "letter the",
		OffThese:           "off these",
		TailTold:           "tail told",
		OnceOut:            "once out",
		BoundBehind:        "bound behind",
		InPassing:          "in passing",
		MeetsAhead:         "meets ahead",
		FileYes:            "file yes",
		FileNo:             "file no",
		FileRefuses:        "file refuses",
		FileNever:          "file never",
		FileNoAnywhere:     "file no anywhere",
		FileNothing:        "file nothing",
		ColumnContactID:    "column contact i d",
		ColumnExternalID:   "column external i d",
		ColumnName:         "column name",
		ColumnFirst:        "column first",
		ColumnMiddle:       "column middle",
		ColumnLast:         "column last",
		ColumnPreferred:    "column preferred",
		ColumnMobile:       "column mobile",
		ColumnPhone:        "column phone",
		ColumnEmail:        "column email",
		ColumnLanguage:     "column language",
		ColumnZone:         "column zone",
		ColumnRelationship: "column relationship",
		ColumnTags:         "column tags",
		ColumnOrganizer:    "column organizer",
		ColumnConsent:      "column consent",
		ColumnConsentAt:    "column consent at",
		ColumnConsentFrom:  "column consent from",
		ColumnOptedOut:     "column opted out",
		ColumnNoTexts:      "column no texts",
		ColumnAccess:       "column access",
		ColumnDietary:      "column dietary",
		ColumnNotes:        "column notes",
		ColumnUnread:       "column unread",
		AsksHour:           "asks hour",
		AsksWhere:          "asks where",
		AsksLong:           "asks how long",
		AsksWho:            "asks who",
		AsksWhoIs:          "asks who is",
		AsksAbout:          "asks about",
		AsksReal:           "asks whether real",
		AsksCase:           "asks about a matter",
		AsksOfThem:         "asks of them",
		NoMoreOf:           "no more of",
		WritesThem:         "writes them",
		OthersStop:         "others stop",
		OthersStopNot:      "others stop not",
		PauseAsks:          "pause asks",
		PauseNever:         "pause never",
		PauseNextWeek:      "pause next week",
		PauseThisWeek:      "pause this week",
		PauseToday:         "pause today",
		PauseTomorrow:      "pause tomorrow",
		PauseUntil:         "pause until",
		PauseFor:           "pause for",
		PauseSome:          "pause some",
		WantsCall:          "wants call",
		CallNot:            "call not",
		CallAgain:          "text again",
		SpeaksForThem:      "speaks for them",
		WantsSpanish:       "wants spanish",
		WantsEnglish:       "wants english",
		TongueOfThings:     "tongue of things",
		OtherPlace:         "other place",
		ComesTo:            "comes to",
		PhoneLeads:         "phone leads",
		AfterPlace:         "after place",
		BothOfUs:           "both of us",
		CallsOn:            "calls on",
		NoNameBefore:       "no name before",
		SaysDied:           "says died",
		SaysDiedNot:        "says died not",
		LostWhom:           "lost whom",
		PassedWords:        "passed words",
		AfterPassed:        "after passed",
		WantsOf:            "wants of",
		ToldLeads:          "told leads",
		SpokenFor:          "spoken for",
		SaysAlone:          "says alone",
		SecondThoughts:     "second thoughts",
		TheyCannot:         "they cannot",
		TheyCan:            "they can",
		BesideOrders:       "beside orders",
		OrderDoubts:        "order doubts",
		TellingAsks:        "telling asks",
		ReasonLeads:        "reason leads",
		AsksOfUs:           "asks of us",
		AboutWording:       "about wording",
		MeantFor:           "meant for",
		SoThen:             "so then",
		DeniesBeing:        "denies being",
		SaysWas:            "says was",
		AskGot:             "ask got",
		KeepsOut:           "keeps out",
		PlanNoTexts:        "plan no texts",
		Hesitates:          "hesitates",
		BesidePlans:        "beside plans",
		UsualPlace:         "usual place",
		SpeaksOn:           "speaks on",
		Courtesies:         "courtesies",
		SpeaksAs:           "speaks as",
		StaysOn:            "stays on",
		NoMoreTexts:        "no more texts",
		HaveFree:           "have free",
		HaveLeads:          "have leads",
		ShiftEarlier:       "shift earlier",
		ShiftLater:         "shift later",
		ElsewhereAt:        "elsewhere at",
		TheyComeYes:        "they come yes",
		TheyComeNot:        "they come not",
		NotInterested:      "not interested",
		WeekAfter:          "week after",
		ChosenLeads:        "chosen leads",
		AsksEnough:         "asks enough",
		LostOfThem:         "lost of them",
		HoldUntil:          "hold until",
		HoldThem:           "hold them",
		CallsForNot:        "calls for not",
		CallsForThem:       "calls for them",
		NoTextsBut:         "no texts but",
		OneCall:            "one call",
		WhoseKin:           "whose kin",
		EndsBother:         "ends bother",
		BotherVerbs:        "bother verbs",
		Arrives:            "arrives",
		YesHolds:           "yes holds",
		SaysSo:             "says so",
		AsksTongue:         "asks tongue",
		OwnWords:           "own words",
		AdverbYes:          "adverb yes",
		AsksHome:           "asks home",
		AtHome:             "at home",
		KinTitles:          "kin titles",
		PutsAt:             "puts at",
		AsksInstead:        "asks instead",
		DayEvents:          "day events",
		ThenWords:          "then words",
		SameDayWords:       "same day words",
		DayBehindIt:        "day behind it",
		Because:            "because",
		LabelHour:          "label hour",
		LabelPlace:         "label place",
		ReallyIs:           "really is",
		BusyVerbs:          "busy verbs",
		AtThatTime:         "at that time",
		FreeWords:          "free words",
		PersonMeant:        "person meant",
		GoingToMeet:        "going to meet",
		CornerJoins:        "corner joins",
		OverTo:             "over to",
		LeadsPlace:         "leads place",
		ThisOne:            "this one",
		BeginsAnew:         "begins anew",
		WriterAlone:        "writer alone",
		UpsetNow:           "upset now",
		NearOnes:           "near ones",
		Funerals:           "funerals",
		WasThen:            "was then",
		HeldMornings:       "held mornings",
		NotAtWork:          "not at work",
		IfAsides:           "if asides",
		Weather:            "weather",
		ToSomebody:         "to somebody",
		DayTold:            "day told",
		IllWords:           "ill words",
		WellAgain:          "well again",
		AsksStanding:       "asks standing",
		Lasting:            "lasting",
		InsideQuestion:     "inside question",
		MovedAway:          "moved away",
		InFor:              "in for",
		HereWords:          "here words",
		GoesOnWhere:        "goes on where",
		WhereLeads:         "where leads",
		ShopNames:          "shop names",
		OffThings:          "off things",
		SentThings:         "sent things",
		StopNouns:          "stop nouns",
		FirstSubjects:      "first subjects",
		ChangesPhone:       "changes phone",
		StopAsks:           "stop asks",
		AutomaticWords:     "automatic words",
		DontKnowWho:        "dont know who",
		SelfWills:          "self wills",
		ToWhom:             "to whom",
		OwnVerbs:           "own verbs",
		ComesNow:           "comes now",
		MakesIt:            "makes it",
		OfDeed:             "of deed",
		Unreminds:          "unreminds",
		IsTheName:          "is the name",
		HoldsThanks:        "holds thanks",
		ThanksNouns:        "thanks nouns",
		AsksOutright:       "asks outright",
		GoesOnTelling:      "goes on telling",
		PutsForward:        "puts forward",
		ClockNames:         "clock names",
		WrongThings:        "wrong things",
		EnoughOf:           "enough of",
		EnoughWith:         "enough with",
		AlreadyMany:        "already many",
		NagVerbs:           "nag verbs",
		PolitelyNot:        "politely not",
		MustWords:          "must words",
		KeepMeVerbs:        "keep me verbs",
		AgainAtEnd:         "again at end",
		AskedYou:           "asked you",
		SaysStop:           "says stop",
		Turning:            "turning",
		HourWishes:         "hour wishes",
		LaterHour:          "later hour",
		ThatHour:           "that hour",
		TooMuch:            "too much",
		AsksLeft:           "asks left",
		NoThankYou:         "no thank you",
		Already:            "already",
		AgainWords:         "again words",
		LeavesOut:          "leaves out",
		DebriefTalks:       "debrief talks",
		OffRecordBack:      "off the record back",
		HoldsOn:            "holds on",
		CorrectsAfter:      "corrects after",
		TakesOut:           "takes out of a report",
		GuessesAtIt:        "guesses at it",
		ComesBack:          "comes back",
		TheirOwn:           "their own",
		Rewords:            "rewords",
		TellsHow:           "tells how",
		TryAgain:           "try again",
		EarlyOnDay:         "early on day",
		HereWriting:        "here writing",
		FilesIt:            "files it",
		NoProblem:          "no problem",
		TheOneAt:           "the one at",
		AsksOf:             "asks of",
		AsksOfPerson:       "asks of person",
		AskedSubjects:      "asked subjects",
		AskedThings:        "asked things",
		DoesBy:             "does by",
		BesideHour:         "beside hour",
		TakenBy:            "taken by",
		DayMayDo:           "day may do",
		SpeltTitles:        "spelt titles",
		PermissionWords:    "permission words",
		GivesWords:         "gives words",
		EarlyWords:         "early words",
		ReceiveWords:       "receive words",
		NagSmall:           "nag small",
		PrivateReasons:     "private reasons",
		OfWhatItWas:        "of what it was",
		LeaveBy:            "leave by",
		Leaving:            "leaving",
		UntilHour:          "until hour",
		ThingBegins:        "thing begins",
		SameDay:            "same day",
		LooksRight:         "looks right",
		BareWills:          "bare wills",
		TellIf:             "tell if",
		PlanVerbs:          "plan verbs",
		NearerTo:           "nearer to",
		GoodAsIs:           "good as is",
		OfThisWeek:         "of this week",
		LetterWords:        "letter words",
		AddsToThanks:       "adds to thanks",
		Hardly:             "hardly",
		ThatOf:             "that of",
		ThingNouns:         "thing nouns",
		OffBehind:          "off behind",
		AsksForList:        "asks for list",
		OwedNames:          "owed names",
		AskedEvents:        "asked events",
		AlsoOneOnOne:       "also one on one",
		AskComing:          "ask coming",
		AwayNow:            "away now",
		WeTalk:             "we talk",
		OwnNumber:          "own number",
		WellAlone:          "well alone",
		IsBackOn:           "is back on",
		AlreadyDone:        "already done",
		ConfirmVerbs:       "confirm verbs",
		ConfirmsLater:      "confirms later",
		HasSpoken:          "has spoken",
		HourOfThing:        "hour of thing",
		HourToFit:          "hour to fit",
		ForThem:            "for them",
		ToldBefore:         "told before",
		BeforeTold:         "before told",
		AfterTold:          "after told",
		HasNot:             "has not",
		DoesNoSuch:         "does no such",
		BareCannot:         "bare cannot",
		PointsOut:          "points out",
		PutsHour:           "puts hour",
		DoneThere:          "done there",
		PraisesTalk:        "praises talk",
		CountsAsMet:        "counts as met",
		OfMyself:           "of myself",
		OwnPromisesNone:    "own promises none",
		DoesLeads:          "does leads",
		Feels:              "feels",
		ComesAlone:         "comes alone",
		BesideComing:       "beside coming",
		PraisesPlan:        "praises plan",
		OwnSubjects:        "own subjects",
		PastHabit:          "past habit",
		TopicLeads:         "topic leads",
		RunsOff:            "runs off",
		AfterRuns:          "after runs",
		AskedOfThem:        "asked of them there",
		MeetsAt:            "meets at",
		CancelObjects:      "cancel objects",
		OwnCancels:         "own cancels",
		OwnObjects:         "own objects",
		Headings:           "headings",
		TooWords:           "too words",
		AskNews:            "ask news",
		NoneOfThem:         "none of them",
		WhoIs:              "who is",
		BeingArticles:      "being articles",
		AskedShort:         "asked short",
		AskedGood:          "asked good",
		AskedOccasions:     "asked occasions",
		SendOrders:         "send orders",
		OwnTell:            "own tell",
		FromMe:             "from me",
		TellsOfThem:        "tells of them",
		MovesHouse:         "moves house",
		MissedAlone:        "missed alone",
		SeekVerbs:          "seek verbs",
		Dislikes:           "dislikes",
		SentHere:           "sent here",
		MindSmall:          "mind small",
		WillBe:             "will be",
		SetsHours:          "sets hours",
		NextTime:           "next time",
		OfWeekends:         "of weekends",
		OfWeekdays:         "of weekdays",
		OnlyThen:           "only then",
		IToldWords:         "i told words",
		IsCalled:           "is called",
		LetterAlone:        "letter alone",
		Nicks:              "nicks",
		NickNames:          "nick names",
		JoinedSmall:        "joined small",
		Clergy:             "clergy",
		CoupleJoins:        "couple joins",
		BothOf:             "both of",
		ChosenWords:        "chosen words",
		CornerNouns:        "corner nouns",
		AgreesAhead:        "agrees ahead",
		ThereAgain:         "there again",
		NoSurname:          "no surname",
		HasNoPhone:         "has no phone",
		HavePlan:           "have plan",
		SetDown:            "set down",
		OrderedThings:      "ordered things",
		CannotWords:        "cannot words",
		CanItBe:            "can it be",
		MoreOf:             "more of",
		InTheirStead:       "in their stead",
		ComesAtEnd:         "comes at end",
		FitsBehindDay:      "fits behind day",
		HeldBy:             "held by",
		DoesBeside:         "does beside",
		TakesTexts:         "takes texts",
		ReportDeeds:        "report deeds",
		ReportObjects:      "report objects",
		ReportLeads:        "report leads",
		ReportLater:        "report later",
		NobodyWas:          "nobody was",
		WasClosed:          "was closed",
		SoNo:               "so no",
		AfterCame:          "after came",
		NotAfterCame:       "not after came",
		CameVerbs:          "came verbs",
		CameAlready:        "came already",
		GoneVerbs:          "gone verbs",
		GoneBeside:         "gone beside",
		GoneTakes:          "gone takes",
		GoneLeads:          "gone leads",
		GoneWhen:           "gone when",
		WentThere:          "went there",
		LeftOutLeads:       "left out leads",
		SkipVerbs:          "skip verbs",
		SkipBeside:         "skip beside",
		OweWords:           "owe words",
		OweThem:            "owe them",
		SawWords:           "saw words",
		AskPeople:          "ask people",
		OwnPossessives:     "own possessives",
		StillWords:         "still words",
		NoAgain:            "no again",
		OwnHours:           "own hours",
		OtherTongues:       "other tongues",
		BetterWords:        "better words",
		CallsWords:         "calls words",
		FromNowOn:          "from now on",
		WishesToCome:       "wishes to come",
		FetchMe:            "fetch me",
		AsksLeaveIn:        "asks leave in",
		JoinsTwo:           "joins two",
		AnyThing:           "any thing",
		NeighborWords:      "neighbor words",
		NotAsked:           "not asked",
		SeeksOf:            "seeks of",
		OfUs:               "of us",
		DidSpanish:         "did spanish",
		AskThem:            "ask them",
		DoIHave:            "do i have",
		OfThat:             "of that",
		GiveThem:           "give them",
		BeforeLeads:        "before leads",
		CountedOne:         "counted one",
		BeforeIt:           "before it",
		NightBefore:        "night before",
		DayBefore:          "day before",
		MorningOf:          "morning of",
		OfTheMeeting:       "of the meeting",
		BesideThat:         "beside that",
		SinceWords:         "since words",
		SinceSuits:         "since suits",
		SuitWords:          "suit words",
		ToldFrames:         "told frames",
		LifeWords:          "life words",
		OffNeeds:           "off needs",
		HourWished:         "hour wished",
		OffTold:            "off told",
		ThankVerbs:         "thank verbs",
		ForMe:              "for me",
		RemindThem:         "remind them",
		RemindBeside:       "remind beside",
		StandsLeads:        "stands leads",
		Particles:          "particles",
		Happens:            "happens",
		IsNow:              "is now",
		RemindAsks:         "remind asks",
		NotYetAlone:        "not yet alone",
		WishesWell:         "wishes well",
		InsteadEnds:        "instead ends",
		MeetsNext:          "meets next",
		OfThatLeads:        "of that leads",
		DayWas:             "day was",
		CallsForGood:       "calls for good",
		MetVerbs:           "met verbs",
		WhoAsks:            "who asks",
		PhoneIsSeen:        "phone is seen",
		HoldsThen:          "holds then",
		OffersTime:         "offers time",
		AboutWhat:          "about what",
		NewNumber:          "new number",
		TakesNumber:        "takes number",
		HerPhone:           "her phone",
		StartsAgain:        "starts again",
		CannotDo:           "cannot do",
		FitsThen:           "fits then",
		DayArticle:         "day article",
		SeenThings:         "seen things",
		SendsThem:          "sends them",
		MoveFrom:           "move from",
		PassingStates:      "passing states",
		WishWhile:          "wish while",
		Busied:             "busied",
		WhetherWords:       "whether words",
		FindsOut:           "finds out",
		AsksToTell:         "asks to tell",
		MayOnesFree:        "may ones free",
		GotText:            "got text",
		SentTexts:          "sent texts",
		DidWords:           "did words",
		NotForgotten:       "not forgotten",
		WouldBut:           "would but",
		TagWords:           "tag words",
		WhatIfs:            "what ifs",
		WorkPlaces:         "work places",
		NewPlaceLeads:      "new place leads",
		OwnFree:            "own free",
		NotHeard:           "not heard",
		WhenThen:           "when then",
		QuestionAhead:      "question ahead",
		PutsPlace:          "puts place",
		PlaceStead:         "place stead",
		ChangesMind:        "changes mind",
		NowMoving:          "now moving",
		ToldAlready:        "told already",
		KnowsAhead:         "knows ahead",
		KnowsBehind:        "knows behind",
		NewPlaceTo:         "new place to",
		MeantSlip:          "meant slip",
		NoNeedFor:          "no need for",
		OpensAnew:          "opens anew",
		AsksEither:         "asks either",
		YourKin:            "your kin",
		TurnsRound:         "turns round",
		DidThat:            "did that",
		ThatOne:            "that one now",
		WrongWords:         "wrong words",
		PersonWords:        "person words",
		OtherWords:         "other words",
		SaidVerbs:          "said verbs",
		BesidePledge:       "beside pledge",
		OtherAgents:        "other agents",
		TheirLabels:        "their labels",
		EndsThen:           "ends then",
		RefusesHow:         "refuses how",
		NoPlaceWords:       "no place words",
		Vehicles:           "vehicles",
		SeesYou:            "sees you",
		BeginsNews:         "begins news",
		InMyPlace:          "in my place",
		AsksBring:          "asks bring",
		TimeIsOff:          "time is off",
		OffTails:           "off tails",
		MissedByOther:      "missed by other",
		NeedsHelp:          "needs help",
		KeepsMeeting:       "keeps meeting",
		MayCancel:          "may cancel",
		DropsThem:          "drops them",
		BroughtVerbs:       "brought verbs",
		BeginsExcept:       "begins except",
		TheRest:            "the rest",
		ComesAfterAll:      "comes after all",
		WishVerbs:          "wish verbs",
		AtLarge:            "at large",
		KilledWords:        "killed words",
		WasWords:           "was words",
		HandsOver:          "hands over",
		AsksNoText:         "asks no text",
		NoNeedTo:           "no need to",
		PhoneIsOf:          "phone is of",
		EatenThere:         "eaten there",
		TaughtWords:        "taught words",
		StartsBare:         "starts bare",
		NoComing:           "no coming",
		AmGoingTo:          "am going to",
		ForGoodWords:       "for good words",
		Firms:              "firms",
		GivesOver:          "gives over",
		ShouldTake:         "should take",
		WaitedFor:          "waited for",
		GivenTo:            "given to",
		DebriefActs:        "debrief acts",
		WeekendSaid:        "weekend said",
		DayUnknown:         "day unknown",
		AgreedThen:         "agreed then",
		CannotNow:          "cannot now",
		OnceMore:           "once more",
		NearlyRight:        "nearly right",
		MovesIt:            "moves it",
		DueLeads:           "due leads",
		PromiseLeads:       "promise leads",
		SpeaksToThem:       "speaks to them",
		EachTime:           "each time",
		ToThose:            "to those",
		DebriefManners:     "debrief manners",
		DebriefOpens:       "debrief open words",
		YetWords:           "yet marks",
		DebriefPending:     "debrief pending",
		StaffWords:         "staff words",
		HourBetter:         "hour better",
		HourFits:           "hour fits",
		HourOffered:        "hour offered",
		HourAny:            "hour any",
		FormerOnes:         "former ones",
		LeavesInLoss:       "leaves in loss",
		HopesSo:            "hopes so",
		Otherwise:          "otherwise",
		Praises:            "praises",
		PlaceBetter:        "place better",
		AwayLeads:          "away leads",
		OwnTurns:           "own turns",
		OnlyThinks:         "only thinks",
		DayIs:              "day is",
		HowMuch:            "how much",
		ReachWords:         "reach words",
		RoomKinds:          "room kinds",
		FloorNouns:         "floor nouns",
		HourExact:          "hour exact",
		HeldNouns:          "held nouns",
		CornerLeads:        "corner leads",
		AsksFits:           "asks fits",
		PlaceHeads:         "place heads",
		YouMean:            "you mean",
		IsMyKin:            "is my kin",
		MyOwnPhone:         "my own phone",
		CalledMyself:       "called myself",
		WaitsFor:           "waits for",
		OnceBefore:         "once before",
		SaidYes:            "said yes",
		DayOut:             "day out",
		OtherSuch:          "other such",
		Soothes:            "soothes",
		RedoLeads:          "redo leads",
		RedoVerbs:          "redo verbs",
		RedoSmall:          "redo small",
		InHospital:         "in hospital",
		FourWhom:           "four whom",
		NumberBeside:       "number beside",
		WriteToMe:          "write to me",
		CanAfterNo:         "can after no",
		DebriefNotHeld:     "debrief not held",
		NorDays:            "nor days",
		OwnedPlaces:        "owned places",
		BehindOwned:        "behind owned",
		StreetLeads:        "street leads",
		CannotRead:         "cannot read",
		AsksCourteously:    "asks courteously",
		SoFarLeads:         "so far leads",
		SoFarShows:         "so far shows",
		SoFarBeside:        "so far beside",
		AsksToDo:           "asks to do",
		AskedLeads:         "asked leads",
		WhatOf:             "what of",
		OwnLate:            "own late",
		LateBehind:         "late behind",
		SeesVerbs:          "sees verbs",
		BehindNoGood:       "behind no good",
		LeavesAsWas:        "leaves as was",
		BehindSeen:         "behind seen",
		ToldBehindWhom:     "told behind whom",
		OwnCancelled:       "own cancelled",
		EitherOther:        "either other",
		ThoughtItWas:       "thought it was",
		SendsThings:        "sends things",
		RecordThings:       "record things",
		RecordSmall:        "record small",
		OwnIll:             "own ill",
		OwnOff:             "own off",
		HelloWords:         "hello words",
		AsksWhatToText:     "asks what to text",
		HopesNot:           "hopes not",
		OfTheOne:           "of the one",
		ReportDoubted:      "report doubted",
		WrongWhom:          "wrong whom",
		ChangesItTo:        "changes it to",
		PledgedPast:        "pledged past",
		ToldPast:           "told past",
		ReflexiveThem:      "reflexive them",
		NoRemindersThem:    "no reminders them",
		HoldsForNow:        "holds for now",
		ComesStill:         "comes still",
		MeetingThings:      "meeting things",
		ThanksAside:        "thanks aside",
		ThanksNone:         "thanks none",
		PledgeTold:         "pledge told",
		PledgeWill:         "pledge will",
		PledgeNow:          "pledge now",
		OfYou:              "of you",
		WaitsABit:          "waits a bit",
		SendsTheText:       "sends the text",
		AsksTheDay:         "asks the day",
		WeekOn:             "a week on",
		TheOtherOne:        "the other one of a name",
		LeftPhone:          "left phone",
		AsksEvents:         "asks events",
		EventChanges:       "event changes",
		TheyPlanTo:         "they plan to",
		CannotBut:          "cannot but",
		SaysThere:          "says there",
		NotThem:            "not them",
		CallHours:          "call hours",
		NotCalls:           "not calls",
		OnlyTold:           "only told",
		AsCommitment:       "as commitment",
		NotTexts:           "not texts",
		CallThemWords:      "call them words",
		OwnAbsent:          "own absent",
		TaleWorks:          "tale works",
		ToThe:              "to the",
		TalkedOver:         "talked over",
		WaitsAlone:         "waits alone",
		NumberLater:        "number later",
		GetsOff:            "gets off work",
		TheyPickTime:       "they pick the time",
		CannotEnds:         "cannot ends",
		WillsToDo:          "wills to do",
		MuchOrLong:         "much or long",
		DebriefNoNeed:      "debrief no need",
		StillMissing:       "still missing",
		ComesAlong:         "comes along",
		AtPlaces:           "at places",
		TalkRemarks:        "talk remarks",
		TalkSigns:          "talk signs",
		WentSo:             "went so",
		ThemeLeads:         "theme leads",
		Minutes:            "minutes",
		BehindSi:           "behind si",
		Meridiems:          "meridiems",
		VagueTimes:         "vague times",
		VagueLeads:         "vague leads",
		PutsOnly:           "puts only",
		ThanksThemFor:      "thanks them for",
		SaysToThem:         "says to them",
		GreetsThem:         "greets them",
		TheirOnes:          "their ones",
		RestRight:          "rest right",
		AllBut:             "all but",
		AlongWithMe:        "along with me",
		JustThanks:         "just thanks",
		OwnDeedSaid:        "own deed said",
		TheirDeedSaid:      "their deed said",
		WhichWords:         "which words",
		AsksThisEnds:       "asks this ends",
		AsksOfThis:         "asks of this",
		DontForget:         "dont forget",
		DeedLeadsAlone:     "deed leads alone",
		TellAll:            "tell all",
		SwapWords:          "swap words",
		VagueHours:         "vague hours",
		TellThem:           "tell them all",
		AsksWhatSuits:      "asks what suits",
		OrdinalEnds:        "ordinal ends",
		SeveralOf:          "several of",
		WouldBe:            "would be",
		ThanksAlone:        "thanks alone",
		FearsOrRefuses:     "fears or refuses",
		CommitWords:        "commit words",
		IsItThen:           "is it then",
		SaysRight:          "says right",
		ToUs:               "to us",
		InviteLeads:        "invite leads",
		SentAlong:          "sent along",
		SuitsAsked:         "suits asked",
		ReactsTo:           "reacts to",
		YesGoesOn:          "yes goes on",
		OthersAgree:        "others agree",
		MayMove:            "may move",
		WillKnow:           "will know",
		MixedUp:            "mixed up",
		KnowsThem:          "knows them",
		NoMoreWish:         "no more wish",
		IllAlone:           "ill alone",
		PlaceAt:            "place at",
		ReachVerbs:         "reach verbs",
		YouTold:            "you told",
		BothVerbs:          "both verbs",
		AsksNextWeek:       "asks next week",
		WordingManner:      "wording manner",
		BeforeManner:       "before manner",
		OfAllTexts:         "of all texts",
		BringsAlong:        "brings along",
		AfterDoings:        "after doings",
		AroundName:         "around name",
		NoDaySaid:          "no day said",
		DoneToThem:         "done to them",
		PluralPastEnds:     "plural past ends",
		LeftEarly:          "left early",
		WaitedLeads:        "waited leads",
		VainEnds:           "vain ends",
		ThisFirst:          "this first",
		GrantedIt:          "granted it",
		AskedOfMe:          "asked of me",
		DoneForMe:          "done for me",
		PurposeLeads:       "purpose leads",
		WasGoing:           "was going",
		ReasonAt:           "reason at",
		BareVerbLeads:      "bare verb leads",
		Introduces:         "introduces",
		StreetLife:         "street life",
		WhoWords:           "who words",
		SoThat:             "so that",
		PleaseTold:         "please told",
		RereadLeads:        "reread leads",
		RereadJoins:        "reread joins",
		RereadDepends:      "reread depends",
		CallsThird:         "calls third",
		ThirdCan:           "third can",
		YeahBefore:         "yeah before",
		MixedThem:          "mixed them up",
		AsksRobot:          "asks whether robot",
		FreeAt:             "free at",
		AfterAlone:         "after alone",
		PleaseEnds:         "please ends",
		IfWords:            "if words",
		OwnBusyLeads:       "own busy leads",
		OwnBusyThings:      "own busy things",
		AnsweredUs:         "answered us",
		CameUp:             "came up",
		OwnMishaps:         "own mishaps",
		AfterGoesOn:        "after goes on",
		TheStreet:          "the street",
		MoreTold:           "more told",
		NewPlaceAt:         "new place at",
		NewPlaceIs:         "new place is",
		MealWords:          "meal words",
		OwnHere:            "own here",
		NotMeBut:           "not me but them",
		ReachThem:          "reach them",
		MeetsThere:         "meets there",
		CameUpon:           "came upon",
		IsForThem:          "is for them",
		TalkedFor:          "talked for",
		ChangesLine:        "changes line",
		WithinLine:         "within line",
		PartOfLine:         "part of line",
		LineWrong:          "line wrong",
		PutsWords:          "puts words",
		NextDayThen:        "next day then",
		AsTheySaid:         "as they said",
		CloserTo:           "closer to",
		Carriers:           "carriers",
		CarriersCome:       "carriers come",
		OverThen:           "over then",
		Occasions:          "occasions",
		GoesTo:             "goes to",
		GoesToEnds:         "goes to ends",
		AskOnceMore:        "ask once more",
		RemindWhen:         "remind when",
		RemindAsked:        "remind asked",
		TheyDo:             "they do",
		BeforeOrder:        "before order",
		TellsThere:         "tells there",
		TextsRather:        "texts rather",
		CallsDisliked:      "calls disliked",
		WishLeads:          "wish leads",
		MeetsWith:          "meets with",
		GetsFor:            "gets for",
		ForTalk:            "for talk",
		TextThem:           "text them",
		SeesIf:             "sees if",
		SomeTime:           "some time",
		AskedSuits:         "asked suits",
		ThereLeads:         "there leads",
		SameHourWords:      "same hour words",
		NewPerson:          "new person",
		SmallOfKeep:        "small of keep",
		SkipsThisOne:       "skips this one",
		RemindsThem:        "reminds them",
		StaysAway:          "stays away",
		WellElsewhere:      "well elsewhere",
		WellWithout:        "well without",
		WellWith:           "well with",
		OwnBeing:           "own being",
		ThinksSo:           "thinks so",
		SaysThat:           "says that",
		DoesForMe:          "does for me",
		AskThemIf:          "ask them if",
		SuitsBetter:        "suits better",
		FreeThen:           "free then",
		LinksOfHour:        "links of hour",
		LifeNouns:          "life nouns",
		DeedSigns:          "deed signs",
		CountWords:         "count words",
		FeelsOf:            "feels of",
		CallsYou:           "calls you",
		SmallOfSame:        "small of same",
		AddressAs:          "address as",
		AddressTitles:      "address titles",
		LineIs:             "line is",
		LentThings:         "lent things",
		SaidInTalk:         "said in talk",
		StuckAt:            "stuck at",
		KeepQuiet:          "keep quiet",
		PromisedWords:      "promised words",
		AsksBecause:        "asks because",
		UsesFrom:           "uses from",
		WouldMeet:          "would meet",
		GaveNumber:         "gave number",
		WouldJoin:          "would join",
		WhoTheyAre:         "who they are",
		AsksTexted:         "asks texted",
		NextTimes:          "next times",
		WeCutShort:         "we cut short",
		AsksThemself:       "asks themself",
		WaitsToAsk:         "waits to ask",
		MovedWords:         "moved words",
		MovedOnto:          "moved onto",
		MovedAsked:         "moved asked",
		HasOn:              "has on",
		KeepsIllness:       "keeps illness",
		BackUnknown:        "back unknown",
		PutsMeetOff:        "puts meet off",
		MaskWords:          "mask words",
		CountsDeeds:        "counts deeds",
		BusyLeads:          "busy leads",
		AgreesBehind:       "agrees behind",
		AsksFirst:          "asks first",
		StaffTalkLeads:     "staff talk leads",
		ReasonJoins:        "reason joins",
		SorryLeads:         "sorry leads",
		InsteadOfThere:     "instead of there",
		PhoneFails:         "phone fails",
		NewHere:            "new here",
		CanThen:            "can then",
		NobodyTo:           "nobody to",
		ToldObjects:        "told objects",
		TheyAre:            "they are",
		YouAre:             "you are short",
		TheirForms:         "forms of them",
		YourForms:          "forms of you",
		SameForms:          "forms of all",
		TheySingly:         "they singly",
		AdverbsOfThem:      "adverbs of them",
		DoYou:              "do you",
		CallsHow:           "calls how",
		Hosts:              "hosts",
		HostServes:         "host serves",
		HasThem:            "has them",
		StepAims:           "step aims",
		Buts:               "buts",
		TalkedItOver:       "talked it over",
		LaterThing:         "later thing",
		ComesThen:          "comes then",
		StartsWork:         "starts work",
		DidNotAsk:          "did not ask",
		SpanLinks:          "span links",
		SpanHolds:          "span holds",
		SpanFree:           "span free",
		SetsOutBy:          "sets out by",
		SpanOpen:           "span open",
		PiousIfs:           "pious ifs",
		PutOffLeads:        "put off leads",
		PutOffUntil:        "put off until",
		WellThen:           "well then",
		FreeBy:             "free by",
		StaysIn:            "stays in",
		WaitsForMe:         "waits for me",
		TalksTo:            "talks to",
		MovesBeside:        "moves beside",
		OccasionLeads:      "occasion leads",
		LikeWords:          "like words",
		LikeThis:           "like this",
		DiedToMe:           "died to me",
		PutsOffInLoss:      "puts off in loss",
		SpanOthers:         "span others",
		SameThing:          "same thing",
		NotReached:         "not reached",
		BesideNotReached:   "beside not reached",
		Circles:            "circles",
		ByThen:             "by then",
		Consults:           "consults",
		FirstOfAll:         "first of all",
		PlaceUnfit:         "place unfit",
		FindsWay:           "finds way",
		AsksToCome:         "asks to come",
		PlacePuts:          "place puts",
		PlaceSwitches:      "place switches",
		InsteadThere:       "instead there",
		MovesMeet:          "moves meet",
		CallsOnly:          "calls only",
		ReachesOut:         "reaches out",
		NotSentNow:         "not sent now",
		LastingNo:          "lasting no",
		StaffPicks:         "staff picks",
		StaffOff:           "staff off",
		NotReadyThen:       "not ready then",
		ButIs:              "but is",
		StaffTalked:        "staff talked",
		SoEnds:             "so ends",
		AllSaid:            "all said",
		ToKnowLeads:        "to know leads",
		KnowsVerbs:         "knows verbs",
		KnowsWhom:          "knows whom",
		PutsDown:           "puts down",
		DownAsYes:          "down as yes",
		DownAsNo:           "down as no",
		WithSpeaker:        "with speaker",
		MonthEnds:          "month ends",
		LooseDue:           "loose due",
		StreetNumberLeads:  "street number leads",
		MetAcross:          "met across",
		SomeoneNew:         "someone new",
		WhoAcross:          "who across",
		ShortMeeting:       "short meeting",
		ShortLengths:       "short lengths",
		ShortWhy:           "short why",
		DoesForLiving:      "does for living",
		BeingSaid:          "being said",
		WorksAs:            "works as",
		ReachTold:          "reach told",
		BestOfMail:         "best of mail",
		MailAt:             "mail at",
		OkOpens:            "ok opens",
		AsksWay:            "asks way",
		DiedWords:          "died words",
		PastTimes:          "past times",
		FreeLater:          "free later",
		PutOnShift:         "put on shift",
		BeforeSends:        "before sends",
		EndsWithSend:       "ends with send",
	}
}
