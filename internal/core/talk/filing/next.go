package filing

import (
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Next is when the two of a report meet next, as it tells.
type Next struct {
	Words string // that tell it
	Time  moment.Said
	Place string
	Same  bool // it is where they met this time
}

// NextOf reads when the two meet next, where a report tells it with an hour.
func NextOf(answers map[report.Name]report.Answer, c when.Context) (Next, bool) {
	today := when.DateOf(c.At.In(c.Zone)).String()
	for _, n := range []report.Name{report.NextSteps, report.Commitment, report.FollowUps, report.Learned, report.Notes} {
		for _, part := range report.Parts(answers[n].Words) {
			var said moment.Said
			again := understand.MeetsAgain(part) || understand.MeetsThen(part, phrase.WithoutTimes(part, c))
			if answers[n].State != report.Given || !again || !said.Hear(part, understand.Text{}, c) {
				continue
			}
			if said.Clock == "" && len(said.Options) == 0 || said.Date != "" && said.Date < today {
				continue
			}
			place := understand.Read(part, c).Place
			return Next{Words: part, Time: said, Place: place, Same: place == "" && understand.SaysSamePlace(part)}, true
		}
	}
	return Next{}, false
}

// nextOne is when the two meet next, where the report tells it with an hour; nil when it does not.
func nextOne(t *turn.Turn, m world.Meet, dr report.Draft) *fact.AnotherOne {
	n, ok := NextOf(dr.Answers, t.Planning())
	if !ok {
		return nil
	}
	if n.Same {
		n.Place = m.Place
	}
	return &fact.AnotherOne{Meet: m, Time: n.Time, Place: n.Place}
}
