package admin

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/inbox"
	"github.com/reportback/reportback/internal/core/matter"
)

// needItem is one row that needs a person, on one line; the rest of it opens in place.
type needItem struct {
	ID                    string
	Kind                  badge
	Who, WhoHref          string
	Call                  call
	Line                  string // what the line says: the words, or what it is about
	Note, Words           string
	Out                   bool
	At, Until             stamp
	TakenBy               string
	Mine                  bool
	Holder                string // whose it is, as the form that takes it says
	About, AboutHref      string
	Thread, Write, NoText string
	OptOut, Failed        bool
	Lasts                 bool // it says what is so, and is gone when it is so no more: nobody closes it
	PhoneID               int64
	Next                  string // the row below, where the page goes on when this one is gone
	Closed                stamp
	ClosedBy, Word, Group string
	one                   string   // which one-on-one it is late with
	More                  []badge  // what else is late with it, in the same line
	also                  []string // the rows of that
	overdue               bool     // its report is
	refused               bool     // its text, and could go again
}

// Also lists the further rows of a line, as its forms carry them.
func (n needItem) Also() string { return strings.Join(n.also, ",") }

func (v *visit) needs(list []page.Need) []needItem {
	out := make([]needItem, len(list))
	for i, n := range list {
		out[i] = v.need(n)
	}
	return out
}

func (v *visit) need(n page.Need) needItem {
	it := needItem{
		ID: n.ID.String(), Kind: need(n), Who: n.Who, Call: callTo(n.Phone), Note: v.plainNote(n), Words: v.words(n.Words), Out: n.Out,
		At: v.at(n.At, ""), Until: v.at(n.PutOffUntil, ""),
		TakenBy: n.TakenBy, PhoneID: n.PhoneID, Mine: n.TakenByID == v.who.ID, Holder: holder(n.TakenByID), Closed: v.at(n.ClosedAt, ""),
		ClosedBy: n.ClosedBy, Word: v.words(n.Word),
	}
	said := n.Words
	if n.Out {
		said = ""
	}
	it.Group = string(inbox.GroupOf(inbox.Row{Kind: n.Kind, Subject: n.SubjectKind, Age: v.now.Sub(n.At), Words: said}))
	if n.WhoID != uuid.Nil && n.Who != "" {
		it.WhoHref = contactHref(n.WhoID)
	}
	if n.PhoneID != 0 {
		it.Thread = threadHref(n.PhoneID)
		it.Write, it.NoText = it.Thread+"/write", v.noText(n.To)
	}
	it.Failed, it.Lasts = v.mayGoAgain(n) && it.NoText == "", n.Kind == matter.SendingStopped
	it.refused = it.Failed && !n.Unsettled
	it.OptOut = n.Kind == matter.DoubtfulOptOut && n.PhoneID != 0
	v.aboutNeed(n, &it)
	if it.Who == "" {
		it.Who = it.Call.Text
		if it.WhoHref == "" {
			it.WhoHref = it.Thread
		}
	}
	it.Line = it.Words
	if it.Line == "" || n.Out {
		it.Line = strings.TrimSuffix(strings.TrimPrefix(it.About+": "+it.Note, ": "), ": ")
	}
	return it
}

// mayGoAgain reports whether the text of a row can be sent once more: a button that could only be refused is none.
func (v *visit) mayGoAgain(n page.Need) bool {
	return n.Kind == matter.FailedText && n.Again && (n.AgainUntil.IsZero() || n.AgainUntil.After(v.now)) &&
		(n.Unsettled || v.a.Deps.MayGoAgain(n.ErrorCode))
}

// aboutNeed says what a row is about, by its record's own words, and links it.
func (v *visit) aboutNeed(n page.Need, it *needItem) {
	pair := n.About.Organizer + n.About.Contact
	if n.About.Organizer != "" && n.About.Contact != "" {
		pair = v.say("{1} and {2}", n.About.Organizer, n.About.Contact)
	}
	switch n.SubjectKind {
	case "meeting":
		it.About, it.AboutHref = pair+onDay(v.at(n.About.At, "")), Root+"/meetings/"+n.SubjectID.String()
		it.one, it.overdue = pair+n.About.At.String(), n.Kind == matter.ReportOverdue
	case "report":
		if !n.About.At.IsZero() {
			it.one = pair + n.About.At.String()
		}
		it.About, it.AboutHref = v.say("Report of {1}", pair), Root+"/reports/"+n.SubjectID.String()
	case "promise":
		it.About, it.AboutHref = v.words(n.About.What)+" ("+pair+")", Root+"/reports/"+n.About.Report.String()
	case "event":
		it.About, it.AboutHref = n.About.What+onDay(v.at(n.About.At, "")), Root+"/events/"+n.SubjectID.String()
	case "database":
		it.Who = v.say("Sending is off")
		if v.may(onlyAdmin) {
			it.AboutHref, it.About = Root+"/settings", v.say("Settings")
		}
	case "provider":
		it.Who = "Twilio"
	case "country":
		it.Who = v.say("Twilio, texts to {1}", v.in.country(n.Note))
	case "webhook":
		it.Who = v.say("Another tool of ours")
		if v.may(onlyAdmin) {
			it.AboutHref, it.About = Root+webhooksPath+"/"+n.SubjectID.String(), v.say("The webhook")
		}
	}
}

func onDay(s stamp) string {
	if s.Text == "" {
		return ""
	}
	return ", " + s.Text
}

// plainNote is what a row says beside its words, with days as people write them.
func (v *visit) plainNote(n page.Need) string {
	switch {
	case n.Kind == matter.FailedText && n.ErrorCode != 0:
		return v.in.say(failure(n.ErrorCode))
	case n.Kind == matter.CountryShut:
		return v.say("Twilio refuses texts to {1}: that country is not switched on (code 21408). Switch it on in Twilio's console under "+
			"Messaging, Settings, Geo permissions. Nothing is lost: they wait, are tried every 15 minutes, and go by themselves then. Texts to "+
			"other countries go on.", v.in.country(n.Note))
	case n.Kind == matter.PromiseOverdue && n.About.On != "":
		return v.say("was due {1}", v.day(n.About.On).Text)
	}
	return v.in.say(besides(n))
}

// besides is the note of a row without what its badge says already.
func besides(n page.Need) string {
	switch n.Kind { //nolint:exhaustive // whose notes repeat it
	case matter.ThanksMissed:
		_, why, _ := strings.Cut(n.Note, ": ")
		return why
	case matter.ReportOpen:
		return ""
	case matter.ReportOverdue:
		if why, ok := strings.CutPrefix(n.Note, "no report: "); ok {
			return why
		}
		return "they met"
	case matter.AttendanceMissing: // the event's name stands before it
		said, _, _ := strings.Cut(n.Note, ": ")
		return said
	}
	return n.Note
}

// folded puts what is late with the same one-on-one into one line: a missing report is why no thank-you went.
func folded(rows []needItem) []needItem {
	at, out := map[string]int{}, rows[:0]
	for _, r := range rows {
		i, there := at[r.one]
		if r.one == "" || !there {
			at[r.one] = len(out)
			out = append(out, r)
			continue
		}
		first := &out[i]
		first.also, first.More = append(first.also, r.ID), append(first.More, r.Kind)
		if r.overdue {
			first.Note, first.Line = r.Note, r.Line
		}
	}
	return out
}

// holder is an id as a form's field; "" is nobody.
func holder(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}
