package stray

import (
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Absorb files all it can of a text that comes with REPORT itself.
func Absorb(t *turn.Turn, words string) {
	if lines, rest := field.Labelled(t, words); len(lines) > 0 {
		words = rest
	}
	switch {
	case words == "":
	case t.Draft().Short(), understand.IsStory(words): // who and when are known: all that is told is an answer
		remarks := ""
		if t.Draft().Short() {
			remarks, words = understand.HowItWas(words)
		}
		Story(t, words)
		howItWas(t, remarks)
	default:
		tellsWhen(t, words)
	}
}

// tellsWhen takes who and when out of the sentence about the meeting itself; what it says beside that was learned.
func tellsWhen(t *turn.Turn, words string) {
	field.LookFor(t, words)
	if !understand.OnlyMeeting(words, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()}) {
		field.AddWords(t, report.Learned, words)
	}
}

// Story files a report told in prose: only what the sentences about the meeting itself say is looked at for who and when, since the days in
// the others are of what is to come.
func Story(t *turn.Turn, words string) {
	for _, piece := range understand.Story(words, Staff(t)...) {
		f, ok := report.Find(report.Name(piece.Label))
		if piece.Words = field.OthersAside(t, f, piece.Words); piece.Words == "" {
			continue
		}
		switch {
		case f.Name == report.StaffFollowUp && StrangeIn(t, piece.Words):
		case f.Name == report.ContactPhone || understand.OnlyReach(piece.Words):
			if !field.TakesReach(t, piece.Words) { // of somebody else: "his number is 206-555-0177"
				field.AddWords(t, report.Learned, piece.Words)
			}
		case !ok:
			switch {
			case !t.Draft().Short():
				tellsWhen(t, piece.Words)
			case understand.OnlyOutcome(piece.Words):
				field.LookFor(t, piece.Words)
				if understand.OutcomeIn(piece.Words) == understand.NoOutcome && !understand.Mumbles(piece.Words) { // "good talker"
					field.AddWords(t, report.Learned, piece.Words)
				}
			default:
				field.LookFor(t, piece.Words)
				field.AddWords(t, report.Learned, piece.Words)
			}
		case t.Draft().Answers[f.Name].State != report.Missing:
			field.AddWords(t, f.Name, piece.Words)
			field.Interpret(t, f)
		case field.None(f, piece.Words):
			field.Nothing(t, f, piece.Words)
		default:
			if a, fits := field.Parse(t, f, piece.Words); fits {
				field.Take(t, f, a)
				field.DayBeside(t, f, piece.Words)
			} else {
				field.AddWords(t, report.Learned, piece.Words)
			}
		}
	}
}

// howItWas files what only tells how it was with the notes: what was learned is asked still. Where the text told all else, it is that.
func howItWas(t *turn.Turn, remarks string) {
	field.LookFor(t, remarks)
	a := t.Draft().Answers
	switch allElse := a[report.Commitment].State != report.Missing || a[report.FollowUps].State != report.Missing; {
	case remarks == "":
	case allElse && a[report.Learned].State == report.Missing && understand.TellsHowItWas(remarks):
		field.AddWords(t, report.Learned, remarks)
	case understand.TellsHowItWas(remarks) && understand.OnlyOutcome(remarks) && a[report.Learned].State == report.Given:
		field.AddWords(t, report.Learned, remarks)
	case understand.Mumbles(remarks): // "ya."
	case !understand.OnlyOutcome(remarks), understand.Briefly(remarks):
		field.AddWords(t, report.Notes, remarks)
	}
}

// Tale is what tells of the contact, where it was asked what somebody will do. nil where it says that somebody does something.
func Tale(t *turn.Turn, f report.Field, body string) []understand.Labelled {
	_, pledges := field.DueField(f.Name)
	_, dated := t.SureDay(body)
	switch {
	case !pledges, f.Name == report.FollowUps && understand.CallsThem(body): // "llamarla el lunes" is promised
		return nil
	case understand.DetailsOnly(body): // "met thru her church. evenings are best"
		return understand.Details(body)
	case understand.TellsNoDeed(body), understand.OfTheirKin(body), understand.OfTheRest(body),
		!dated && (understand.WishesAtLarge(body) || understand.WishesButFears(body)):
	case dated || !understand.TellsOnly(body) && !understand.SaysCame(body):
		return nil
	}
	return []understand.Labelled{{Label: string(report.Learned), Words: body}}
}
