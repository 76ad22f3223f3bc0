package field

import (
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// Told is what goes on with the story where it was asked for an address, a number, a yes or a few words: nothing of it answers that.
func Told(t *turn.Turn, f report.Field, body string, staff []string) (told []understand.Labelled) {
	if f.Shape == report.Day || f.Shape == report.StaffName || f.Shape == report.PersonName || t.Heard().Digit != 0 {
		return nil
	}
	for _, p := range understand.Story(body, staff...) {
		switch report.Name(p.Label) {
		case report.Commitment, report.FollowUps, report.NextSteps:
			if f.Shape != report.YesNo || !understand.TextsAreFine(body) {
				told = append(told, p)
			}
		case report.Learned, "":
			if f.Shape != report.Short && understand.TellsOnly(p.Words) {
				p.Label = string(report.Learned)
				told = append(told, p)
			}
		}
	}
	if _, fits := Parse(t, f, body); len(told) == 0 || fits && f.Shape != report.Short {
		return nil
	}
	return told
}

// PiecesAt divides a text by the fields that it answers, as plain words say, where a field was asked for; timed says that it names a time.
func PiecesAt(f report.Field, body string, timed bool) []understand.Labelled {
	pieces := understand.Elsewhere(body)
	_, deeds := DueField(f.Name)
	switch {
	case f.Name == report.Learned && len(pieces) == 0:
		pieces = understand.Pledged(body)
	case f.Name == report.FollowUps && len(pieces) == 0 && understand.DeedForMe(body): // "n get me a list of names"
		pieces = []understand.Labelled{{Label: string(report.Commitment), Words: body}}
	case f.Name == report.Commitment && understand.OwnGift(body): // "promised to send both of them the flyer"
		pieces = []understand.Labelled{{Label: string(report.FollowUps), Words: body}}
	case deeds && (len(pieces) == 0 || pieces[0].Label == string(report.Notes)) && understand.FeelingTold(body),
		f.Name == report.Commitment && len(pieces) == 0 && understand.LifeAlone(body) && !timed:
		pieces = []understand.Labelled{{Label: string(report.Learned), Words: body}}
	}
	if len(pieces) == 2 && pieces[0].Label == string(report.Commitment) && pieces[1].Label == string(report.Notes) &&
		understand.DoesForThem(pieces[1].Words) { // "va a traer a 2 vecinas el 12 y le habla a su hermana el domingo"
		return nil
	}
	return pieces
}

// OthersAside files what others than the contact will do with what was learned, and what the organizer will do with what they promised, and
// returns what is left: nobody is held to what somebody else said.
func OthersAside(t *turn.Turn, f report.Field, words string) (own string) {
	if f.Name != report.Commitment && f.Name != report.NextSteps {
		return words
	}
	if f.Name == report.Commitment {
		theirs, mine := understand.BySpeaker(words, FullName(t))
		if words = theirs; mine != "" {
			AddWords(t, report.FollowUps, mine)
			g, _ := report.Find(report.FollowUps)
			Interpret(t, g)
		}
	}
	own, others := understand.ByDoer(words, FullName(t))
	if others == "" {
		return words
	}
	AddWords(t, report.Learned, others)
	return own
}

// TellsContact reports whether a text does no more than have the contact told something, whom it names: "tell maria its dec 12".
func TellsContact(t *turn.Turn) bool {
	first := ContactFirst(t)
	said, told := understand.ToldBeside(t.Body(), []string{first, FullName(t)})
	return said == "" && told != "" && turn.Names(understand.Padded(t.Body()), first)
}
