package filing

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// filer is who filed a report for its organizer.
type filer struct {
	Name string `json:"name"`
}

// filedBy is what a text to staff about a filed report keeps of who filed it, where that was not its organizer.
func filedBy(t *turn.Turn) []byte {
	if !t.Behalf() {
		return nil
	}
	return turn.Encode(filer{t.Act().By.Name})
}

// filerOf reads it.
func filerOf(t *turn.Turn) (string, bool) {
	var by filer
	return by.Name, len(t.Due().Data) > 0 && turn.DecodeInto(t.Due().Data, &by) && by.Name != ""
}

// filedFor has the organizer hear that staff filed the report for them, in a text of its own: a question that is open on their phone stays
// open, and none is put to them. It returns what the page says of what is left to do.
func filedFor(t *turn.Turn, m world.Meet, dr report.Draft) string {
	shown := ""
	if m.Contact.ID != uuid.Nil {
		f := &fact.ReportFiled{Meet: m, Draft: dr, Consented: dr.Answers[report.Consent].Value == "yes"}
		t.Happened(f)
		if f.Shown != "" {
			shown = " The thank-you is theirs to send, or yours on the page of the one-on-one."
		}
		if nextOne(t, m, dr) != nil {
			shown += " It tells of another one-on-one: plan it here."
		}
	}
	t.Tell(t.Who(), reminder.DutyRule, turn.Loose(m.Meeting), duty.Note{
		Key:    lang.StaffFiledYours,
		Fields: []string{"staff", t.Act().By.Name, "what", t.About1(dr)},
	}, "staff filed the report")
	return shown
}
