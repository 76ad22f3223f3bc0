package filing

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

func filedNote(t *turn.Turn, rule reminder.Rule) {
	f, notes := t.Filed()
	if notes >= 2 {
		duty.PlanDigest(t, t.Who())
		t.End(change.PlanFolded, "the third of the day: the digest tells of it", uuid.Nil)
		return
	}
	day := t.Say(lang.NoDay)
	if on, ok := when.ParseDate(f.MetOn); ok {
		day = t.Day(on)
	}
	debrief := ""
	if on, ok := when.ParseDate(f.DebriefOn); ok {
		debrief = " " + t.Say(lang.Label(string(report.StaffFollowUp))) + ": " + t.Day(on) + "."
	}
	t.SetAbout(change.Subject{Kind: change.ReportSubject, ID: f.ReportID, Version: f.Version})
	by, link := "", ""
	if n, ok := filerOf(t); ok {
		by = t.Say(lang.StaffFiledFor, "staff", n)
	}
	if t.Org().URL != "" {
		link = " " + t.Org().URL + "/admin/reports/" + f.ReportID.String()
	}
	t.Unasked(rule, t.Say(lang.StaffFiled, "link", link, "organizer", by+phrase.FirstOf(f.Organizer), "who",
		phrase.OrElse(f.Contact, t.Say(lang.SomebodyMet)), "day", day, "debrief", debrief))
}
