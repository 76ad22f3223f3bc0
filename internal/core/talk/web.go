package talk

import (
	"encoding/base64"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
)

// webFor is how long a link to a report's page can be opened: as often as one likes, so that a preview robot uses nothing up.
const webFor = 48 * time.Hour

// web texts a link to the page of the report in hand: the text and the page write the same draft.
func (d *decision) web() {
	dr := d.draft
	if dr.ID == uuid.Nil && len(d.w.Drafts) > 0 {
		dr = d.w.Drafts[len(d.w.Drafts)-1]
	}
	if dr.ID == uuid.Nil || d.w.Org.URL == "" {
		d.answer("help", d.say(lang.WebNone))
		return
	}
	// Two ids made by the same source hold 62 random bits each behind their times (RFC 9562, 5.7).
	a, b := d.ids.New(), d.ids.New()
	token := base64.RawURLEncoding.EncodeToString(append(append([]byte{}, a[8:]...), b[8:]...))
	d.set.Add(change.SaveToken{Hash: change.TokenHash(token), Kind: change.TokenWeb, Subject: dr.ID, At: d.now, Expires: d.now.Add(webFor)})
	d.answer("web", d.say(lang.WebLink, "url", d.w.Org.URL+"/r/"+token))
}

// actDraft takes what an organizer, or staff for them, wrote into the page of a report: each field is read as its answer by text would be.
func (d *decision) actDraft(a Act) {
	if !d.takeUpQuietly(a.Subject) {
		d.deny("This report is filed, or not there any more.")
		return
	}
	if a.Version != 0 && a.Version != d.draft.Version {
		d.letGo()
		d.deny(staleReport)
		return
	}
	changed := d.readPage(a.Fields, func(f report.Field, ans report.Answer) { d.take(f, ans) })
	if a.By.ID != uuid.Nil && len(changed) == 0 {
		d.letGo()
		d.deny("Nothing was changed.")
		return
	}
	if d.conv.Kind == ReportTalk && d.conv.SubjectID == d.draft.ID {
		d.closeTalk() // what is asked by text next is asked anew
		d.set.Add(change.CancelPlans{Subject: d.about, Rule: "next_question", Reason: "goes on on the page"})
	}
	if a.By.ID != uuid.Nil {
		d.noteBy(d.about, "filled in on the page", fieldNames(changed))
	} else {
		d.note(d.about, "filled in on the page", "")
	}
	if a.File {
		d.happened(ToFile{})
		d.show("Filed.")
		return
	}
	d.chase()
	d.show("Saved.")
}

// readPage reads each field of a page whose words are others than those it was shown with, hands what it reads to take, and returns which
// they were. Words that do not fit are kept as given and marked for staff.
func (d *decision) readPage(fields map[string]string, take func(report.Field, report.Answer)) (changed []report.Name) {
	for _, f := range report.Form() {
		words, given := fields[string(f.Name)]
		words = strings.TrimSpace(strings.ReplaceAll(sms.NewBody(words).Text(), "\r\n", "\n")) // a browser's line ends
		old := d.draft.Answers[f.Name]
		if !given || f.Name == report.Organizer || words == strings.TrimSpace(report.PageWords(f, old)) {
			continue
		}
		changed = append(changed, f.Name)
		switch ans, fits := d.parse(f, words); {
		case words == "":
			d.put(f.Name, report.Answer{})
		case understand.Declines(words) && f.Shape != report.YesNo: // a no to texts is an answer
			d.put(f.Name, report.Answer{State: report.None, Words: words})
		case fits:
			take(f, ans)
		default:
			d.put(f.Name, report.Answer{State: report.Given, Words: bounded(words), NeedsReview: true})
		}
	}
	return changed
}

// staleReport is said to who saves a report that has changed since they opened it.
const staleReport = "Somebody changed this report meanwhile, so nothing was saved. Your words are still here: look at what is on record now, and save again."

// fieldNames lists fields in plain words.
func fieldNames(list []report.Name) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strings.ReplaceAll(string(n), "_", " ")
	}
	return strings.Join(out, ", ")
}

// takeUpQuietly takes a draft in hand without asking anything.
func (d *decision) takeUpQuietly(id uuid.UUID) bool {
	for _, dr := range d.w.Drafts {
		if dr.ID == id {
			d.hold(dr)
			return true
		}
	}
	return false
}

// actCorrect changes answers of a filed report.
func (d *decision) actCorrect(a Act) {
	rec := d.w.Record
	switch {
	case rec.ID == uuid.Nil:
		d.deny("This report is not filed, or not there any more.")
		return
	case a.Version != rec.Version:
		d.deny(staleReport)
		return
	}
	for _, p := range d.w.People { // the phone may have a contact's name too
		if p.ID == rec.OrganizerID {
			d.speakFor(p)
		}
	}
	d.hold(rec.Draft)
	c := &Corrected{}
	c.Changed = d.readPage(a.Fields, func(f report.Field, ans report.Answer) { d.put(f.Name, ans) })
	c.Fine = d.looksRight(a.Fine)
	if len(c.Changed)+len(c.Fine) == 0 {
		d.letGo()
		d.deny("Nothing was changed.")
		return
	}
	d.happened(c)
	if len(c.Changed) > 0 {
		d.noteBy(d.about, "answers changed", fieldNames(c.Changed))
	}
	if len(c.Fine) > 0 {
		d.noteBy(d.about, "looks right", fieldNames(c.Fine))
	}
	d.show("Saved." + c.Shown)
}

// looksRight takes the marks off answers that staff looked at, and returns which were marked.
func (d *decision) looksRight(names []string) (fine []report.Name) {
	for _, s := range names {
		n := report.Name(s)
		if a := d.draft.Answers[n]; a.NeedsReview {
			a.NeedsReview = false
			d.put(n, a)
			fine = append(fine, n)
		}
	}
	return fine
}
