package admin

import (
	"cmp"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/matter"
)

// plainFact is what a line of history says happened, as staff read it.
func plainFact(f change.Fact) string { return cmp.Or(facts()[f], string(f)) }

func facts() map[change.Fact]string {
	return map[change.Fact]string{
		change.MeetingPlanned: "planned", change.SavedUnanswered: "saved without texts: nobody answered for 30 minutes",
		change.ContactConfirmed: "confirmed by the contact", change.ContactDeclined: "declined by the contact",
		change.ContactProposed: "the contact asks for another time", change.OrganizerProposed: "the organizer asks for another time",
		change.ContactAgreed: "agreed by the contact", change.OrganizerAgreed: "agreed by the organizer",
		change.TakenBack:        "taken back by the organizer",
		change.OrganizerRefused: "other time refused by the organizer", change.MeetingMoved: "moved", change.MeetingCalledOff: "called off",
		change.PlaceChanged: "place changed", change.LengthChanged: "length changed", change.KeptPrivate: "kept private",
		change.NumberWrong: "wrong number",
		change.MeetingHeld: "they met", change.MeetingMissed: "did not come", change.ReportedHeld: "the report says that they met",
		change.ThanksHeld: "thank-you held", change.ThanksApproved: "thank-you approved",
		change.ReportBegun: "report begun", change.ReportBegunAnew: "report begun anew", change.ReportFiled: "report filed",
		change.FilledOnPage: "filled in on the page", change.AnswersChanged: "answers changed", change.LooksRight: "looks right",
		change.PromiseDone: "promise closed", change.PromisePutOff: "promise put off", change.Closed: "closed",
		change.DebriefHeld: "debrief held", change.DebriefMoved: "debrief moved",
		change.PersonMet: "one-on-one reported", change.PersonAdded: "record added or changed", change.RecordChanged: "record changed",
		change.RecordReported: "record changed with a report", change.WrittenTo: "written to", change.Nudged: "nudged about reports",
		change.OptOutNoted: "opt-out noted", change.OptOutTaken: "opt-out taken back", change.NoOptOut: "found no opt-out",
		change.NoTextsTold: "wants no texts, as was told", change.TextsPaused: "no texts for a while", change.CallWanted: "wants calls, no texts",
		change.OptOutByTime: "opted out: nobody decided for 24 hours", change.PhoneLocked: "phone locked", change.PhoneUnlocked: "phone unlocked",
		change.RolesChanged: "roles changed", change.WorkHandedOver: "work handed over",
		change.HandTakenBack: "the hand-over was taken back", change.Reopened: "opened again", change.PersonErased: "erased",
		change.AddedByHand:  "added by hand",
		change.PhoneChanged: "phone changed", change.RecordsMerged: "merged with a second record",
		change.MergeTakenBack: "the merge was taken back", change.Noted: "noted",
		change.EventMade: "event made", change.EventFromReport: "event made from a commitment", change.EventEdited: "event edited",
		change.AttendanceNoted: "attendance noted", change.CheckInAnswered: "answered",
	}
}

// need says in a few words what kind of thing needs a person.
func need(n page.Need) badge { return needs()[n.Kind] }

func needs() map[matter.Kind]badge {
	return map[matter.Kind]badge{
		matter.NeedsAnswer: {"needs an answer", "warn"}, matter.DoubtfulOptOut: {"an opt-out?", "bad"},
		matter.ProposalOpen: {"no time agreed", "warn"},
		matter.HeldBack:     {"held back", "warn"}, matter.WrongNumber: {"wrong number", "warn"},
		matter.UnknownSender: {"unknown sender", "warn"},
		matter.Fault:         {"a fault of ours", "warn"}, matter.Flood: {"too many texts", "warn"}, matter.OptedIn: {"opted in", "warn"},
		matter.OptedOut: {"opted out", "warn"}, matter.Unreachable: {"cannot be reached: call", "bad"}, matter.FailedText: {"text failed", "bad"},
		matter.ReportReview: {"look at an answer", ""}, matter.EventMade: {"new event: look at it", ""},
		matter.AttendanceMissing: {"who came?", "warn"}, matter.OddSender: {"odd sender", ""},
		matter.ReportOverdue: {"report overdue", "warn"}, matter.ReportOpen: {"report not finished", ""},
		matter.PromiseOverdue: {"promise overdue", "warn"}, matter.ThanksMissed: {"no thank-you went", "warn"},
		matter.SendingStopped: {"sending stopped", "bad"}, matter.DroppedTexts: {"texts dropped", "warn"},
		matter.CountryShut: {"a country is not switched on", "bad"},
		matter.Gap:         {"texts came late", "warn"},
		matter.WebhookOff:  {"webhook off", "warn"}, matter.Restored: {"restored database", "bad"}, matter.Other: {"look at it", "warn"},
	}
}

func plainRSVP(a string) string {
	switch event.Answer(a) {
	case event.Yes:
		return "coming"
	case event.Maybe:
		return "not sure"
	case event.No:
		return "not coming"
	case event.Said:
	}
	return a
}

// plainOutcome is how something that was promised ended: a staff member's words, where there are any, say more.
func plainOutcome(o change.Outcome, words string) string {
	if words != "" {
		return words
	}
	switch o {
	case change.Kept:
		return "kept"
	case change.Broken:
		return "not kept"
	case change.Done:
		return "done"
	case change.Withdrawn:
		return "taken out of the report"
	case change.Open:
	}
	return ""
}
