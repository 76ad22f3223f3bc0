package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// OwnBeside reports whether a bare deed with a day of its own, told where the day of the contact's is asked, is the writer's own: the
// contact's was told with who does it, and what was promised is not told yet. "bring pizza to the break room friday night".
func OwnBeside(t *turn.Turn, of report.Name, body string) bool {
	_, dated := t.SureDay(body)
	a := t.Draft().Answers
	f := strings.Fields(understand.Padded(a[of].Words))
	return dated && of == report.Commitment && a[report.FollowUps].State == report.Missing && !settle.Attends(body) && len(f) > 0 &&
		(lexicon.ThirdSubjects.Has(f[0]) || lexicon.Wills.Has(f[0]) || lexicon.DeedLeads.Lead(a[of].Words) > 0)
}
