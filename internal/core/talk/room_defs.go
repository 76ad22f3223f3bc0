package talk

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// consentRoom is the room of package consent.
func consentRoom() Room {
	return Room{
		Name: "consent",
		Commands: []Command{
			{understand.EnglishOn, (*decision).languageWord}, {understand.SpanishOn, (*decision).languageWord}, {understand.What, (*decision).help},
		},
		Rows: []Row{
			{reminder.WelcomeRule, (*decision).welcome}, {reminder.OptOutToStaff, (*decision).optOutNote}, {reminder.UnreachableRule, (*decision).optOutNote},
			{reminder.ConsentRule, (*decision).takeConsent}, {reminder.DoubtEnds, (*decision).doubtEnds},
		},
		Acts: []Doing{
			{ActRestore, (*decision).actConsent}, {ActOptOut, (*decision).actConsent}, {ActNotOptOut, (*decision).actNotOptOut},
			{ActLock, (*decision).actLock}, {ActUnlock, (*decision).actLock},
		},
		Facts: []Hearing{On((*decision).agreedInWords)},
		Last:  (*decision).settleDoubt,
	}
}

// planRoom is the room of package plan.
func planRoom() Room {
	return Room{
		Name:      "plan",
		Questions: []Question{{PlanTalk, (*decision).inPlan}, {NumberTalk, (*decision).inNumber}},
		Commands:  []Command{{understand.Meet, (*decision).meetWord}},
		Guesses:   []Guess{{ToCome, "a one-on-one to come", (*decision).plansUnasked}},
		Rows:      []Row{{reminder.PlanTimeoutRule, (*decision).planTimedOut}, {reminder.WrongNumberRule, (*decision).askNumber}},
		Facts:     []Hearing{On((*decision).hearMoved)},
	}
}

// agreeRoom is the room of package agree.
func agreeRoom() Room {
	return Room{
		Name: "agree",
		Questions: []Question{
			{MeetTalk, (*decision).asContact}, {ProposalTalk, (*decision).inProposal}, {MoveTalk, (*decision).inMove},
			{Choice(string(understand.Move)), (*decision).chosenMeet}, {Choice(string(understand.CallOff)), (*decision).chosenMeet}, {Choice(string(understand.Private)), (*decision).chosenMeet},
		},
		Commands: []Command{
			{understand.Move, (*decision).move}, {understand.CallOff, (*decision).callOff}, {understand.Private, (*decision).keepPrivate},
			{understand.Where, (*decision).notYet}, {understand.Who, (*decision).notYet},
		},
		Guesses: []Guess{{OfContact, "about one's one-on-one", (*decision).aboutMine}},
		Rows:    meetRows(),
		Acts:    []Doing{{ActMove, (*decision).actOnMeet}, {ActCallOff, (*decision).actOnMeet}, {ActPrivate, (*decision).actOnMeet}},
		Facts: []Hearing{
			On((*decision).otherTime), On((*decision).moveAsSaid), On((*decision).planAfterConsent), Also((*decision).listMine), If((*decision).showMeet),
		},
	}
}

// meetRows are the texts about a one-on-one, and whatever else the table of reminders writes itself.
func meetRows() []Row {
	rows := []Row{
		{reminder.FirstRule, (*decision).meetText}, {reminder.TwoDaysRule, (*decision).meetText}, {reminder.DayOfRule, (*decision).meetText},
		{reminder.ChangedRule, (*decision).meetText}, {reminder.CounterRule, (*decision).meetText}, {reminder.OldTimeRule, (*decision).meetText},
		{reminder.SettledRule, (*decision).meetText}, {reminder.ProposalRule, (*decision).meetText}, {reminder.ProposalWaitRule, (*decision).meetText},
		{reminder.MissedRule, (*decision).missedText},
	}
	for _, r := range reminder.Rules() {
		if r.Say != "" {
			rows = append(rows, Row{r.Name, (*decision).meetText})
		}
	}
	return rows
}

// relayRoom is the room of package relay.
func relayRoom() Room {
	return Room{
		Name:      "relay",
		Questions: []Question{{SendTalk, (*decision).inSend}},
		Commands:  []Command{{understand.Tell, (*decision).tellWords}},
		Guesses:   []Guess{{BeforeQuestion, "words for the contact whose text just came", (*decision).mayBeAnswer}},
		Rows:      []Row{{reminder.RelayRule, (*decision).passedOn}, {reminder.ToldRule, (*decision).passedOn}, {reminder.UnansweredRule, (*decision).passedOn}},
		Acts:      []Doing{{ActWrite, (*decision).actWrite}},
		Facts:     []Hearing{On((*decision).relay)},
	}
}

// formRoom is the room of package form.
func formRoom() Room {
	return Room{
		Name:      "form",
		Questions: []Question{{ReportTalk, (*decision).inForm}, {Choice(""), (*decision).whichReport}},
		Commands: []Command{
			{understand.Report, (*decision).startReport}, {understand.New, (*decision).startReport}, {understand.Web, (*decision).web}, {understand.Later, (*decision).laterWord},
			{understand.SoFar, (*decision).idleFormWord}, {understand.Skip, (*decision).idleFormWord}, {understand.Back, (*decision).idleFormWord}, {understand.Fix, (*decision).idleFormWord},
			{understand.Add, (*decision).idleFormWord}, {understand.Next, (*decision).idleFormWord}, {understand.StartOver, (*decision).idleFormWord},
		},
		Rows: []Row{{reminder.NextQuestion, (*decision).nextQuestion}, {reminder.DraftNudge, (*decision).nudge}},
		Acts: []Doing{{ActDraft, (*decision).actDraft}, {ActCorrect, (*decision).actCorrect}},
		Facts: []Hearing{
			On((*decision).giveWay), If((*decision).afterAnswer), If((*decision).afterReport), If((*decision).resume), On((*decision).reportOn), If((*decision).wordsForReport),
			Also((*decision).listDrafts), If((*decision).showDraft),
		},
	}
}

// filingRoom is the room of package filing.
func filingRoom() Room {
	return Room{
		Name:  "filing",
		Rows:  []Row{{reminder.FiledToStaff, (*decision).filedNote}},
		Facts: []Hearing{On((*decision).file), On((*decision).correct)},
	}
}

// outcomeRoom is the room of package outcome.
func outcomeRoom() Room {
	return Room{
		Name:      "outcome",
		Questions: []Question{{HowTalk, (*decision).inHow}, {MissedTalk, (*decision).inMissed}, {Choice(string(understand.Report)), (*decision).chosenReport}},
		Guesses:   []Guess{{HowItWent, "how one-on-ones went", (*decision).outcomesSaid}},
		Rows:      []Row{{reminder.HowDidItGoRule, (*decision).howDidItGo}, {reminder.ReportOverdueRule, (*decision).overdueReport}},
		Acts:      []Doing{{ActHeld, (*decision).actOnHeld}, {ActNoShow, (*decision).actOnHeld}},
		Facts: []Hearing{
			If((*decision).reportPlanned), On((*decision).saidMet), On((*decision).saidMissed), Also((*decision).listUnreported), If((*decision).showLate),
		},
	}
}

// thanksRoom is the room of package thanks.
func thanksRoom() Room {
	return Room{
		Name:      "thanks",
		Questions: []Question{{ThanksTalk, (*decision).inThanks}},
		Commands:  []Command{{understand.Hold, (*decision).holdWord}},
		Rows:      []Row{{reminder.ThanksRule, (*decision).thanksDue}, {reminder.ThanksPlainRule, (*decision).thanksDue}, {reminder.ThanksMissedRule, (*decision).thanksDeadline}},
		Acts:      []Doing{{ActThanksSend, (*decision).actOnThanks}, {ActThanksHold, (*decision).actOnThanks}},
		Facts: []Hearing{
			On((*decision).oweOfHeld), On((*decision).notDue), On((*decision).planThanks), On((*decision).offerThanks), Also((*decision).listThanks), If((*decision).showThanks),
		},
	}
}

// todoRoom is the room of package todo.
func todoRoom() Room {
	return Room{
		Name:      "todo",
		Questions: []Question{{Choice(string(understand.Done)), (*decision).whichOfOwed}, {Choice(string(understand.Later)), (*decision).whichOfOwed}},
		Commands: []Command{
			{understand.List, (*decision).list}, {understand.Done, (*decision).done}, {understand.Prep, (*decision).prep}, {understand.Tips, (*decision).tip},
			{understand.Note, (*decision).keepNote}, {understand.Idea, (*decision).keepIdea},
		},
		Guesses: []Guess{{OfList, "a letter of the newest list", (*decision).showLetter}},
		Rows: []Row{
			{reminder.MorningRule, (*decision).morningText}, {reminder.DigestRule, (*decision).digest}, {reminder.EscalateRule, (*decision).escalated}, {reminder.DutyRule, (*decision).dutyText},
			{reminder.HandedRule, (*decision).handed}, {reminder.CommitmentRule, (*decision).commitmentDue}, {reminder.PrepRule, (*decision).prepDue},
		},
		Acts: []Doing{
			{ActDebriefed, (*decision).actDebriefed}, {ActPromise, (*decision).actPromise}, {ActNudge, (*decision).actNudge}, {ActStopPlan, (*decision).actStopPlan},
		},
		Facts: []Hearing{If((*decision).putOffWords), Also((*decision).listOwed), If((*decision).showOwed)},
		Last:  (*decision).digestOfAttention,
	}
}

// guestRoom is the room of package guest.
func guestRoom() Room {
	return Room{
		Name:      "guest",
		Questions: []Question{{GuestTalk, (*decision).asGuest}, {CameTalk, (*decision).inCame}, {Choice(thenCame), (*decision).whichCame}},
		Guesses:   []Guess{{WhoCame, "who of one's people came", (*decision).saysWhoCame}, {CameUnasked, "who came, before anybody asked", (*decision).cameUnasked}},
		Rows: []Row{
			{reminder.CheckInRule, (*decision).toGuest}, {reminder.EventMovedRule, (*decision).toGuest}, {reminder.EventOffRule, (*decision).toGuest},
			{reminder.WhoCameRule, (*decision).whoCame}, {reminder.AttendanceRule, (*decision).attendanceMissing},
		},
		Acts:  []Doing{{ActEventMoved, (*decision).actOnEvent}, {ActEventOff, (*decision).actOnEvent}},
		Facts: []Hearing{If((*decision).cameAfterAll), On((*decision).hostsNow), On((*decision).fileEvent), Also((*decision).listEvents), If((*decision).showEvent)},
	}
}
