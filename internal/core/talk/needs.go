package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Needs says what a step must read before it can decide. It is pure, and understands the text once for Decide as well.
func Needs(w World, in Input, now time.Time) Need {
	var n Need
	switch in.Kind {
	case TextIn:
		n = textNeeds(w, in, now)
	case DueIn:
		n.Drafts = in.Due.Rule == reminder.NextQuestion || in.Due.Rule == reminder.DraftNudge || in.Due.Rule == reminder.DraftMorning
		n.Staff = in.Due.Rule == reminder.NextQuestion
		if in.Due.Rule == reminder.FiledToStaff {
			n.FiledReport = in.Due.SubjectID
		}
	case VerdictIn:
		n.Staff = true
	case PersonAddedIn:
	}
	return n
}

func textNeeds(w World, in Input, now time.Time) Need {
	var n Need
	body := in.Inbound.Body.Text()
	n.Staff = in.Inbound.OptOut != sms.NoKeyword || sms.CarrierKeyword(body) != sms.NoKeyword || sms.ReadOptOut(body) != sms.NotOptOut
	who := speaker(w, in)
	n.Heard = understand.Read(body, when.Context{At: now, Zone: who.Location(w.Org.Zone), Mode: modeOf(w.Conv), Lang: language(who, w.Org)})
	if !who.Works() {
		return n
	}
	n.Drafts, n.Staff = true, true
	n.Asks = w.Conv.Question == string(report.ReviewStep)
	n.ContactNames = names(n.Heard, body)
	n.ContactPhones = append(n.ContactPhones, n.Heard.Phones...)
	return n
}

// modeOf says whether the open question looks back or ahead.
func modeOf(c Conversation) when.Mode {
	switch report.Name(c.Question) {
	case report.CommitmentDue, report.FollowUpsDue, report.StaffOn:
		return when.Plan
	}
	return when.Report
}

// names returns what the text may call a contact by, in lower case.
func names(h understand.Text, body string) []string {
	var out []string
	add := func(s string) {
		if s = strings.ToLower(strings.TrimSpace(s)); s != "" && len(s) <= 200 {
			out = append(out, s)
		}
	}
	add(h.Person)
	if n, ok := understand.ParseName(body); ok {
		add(n)
	}
	if h.Arg != "" {
		if n, ok := understand.ParseName(h.Arg); ok {
			add(n)
		}
	}
	for _, l := range understand.Fields(body, when.Context{}) {
		if l.Label == string(report.Contact) {
			if n, ok := understand.ParseName(l.Words); ok {
				add(n)
			}
		}
	}
	return out
}

// LinkedContacts lists the contacts that drafts are about: their records are always needed beside the drafts.
func LinkedContacts(drafts []report.Draft) []uuid.UUID {
	var out []uuid.UUID
	for _, d := range drafts {
		if d.ContactID != uuid.Nil {
			out = append(out, d.ContactID)
		}
	}
	return out
}
