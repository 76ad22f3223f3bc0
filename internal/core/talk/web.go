package talk

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
)

// TokenWeb is the kind of a link to one report's page.
const TokenWeb = "web"

// webFor is how long a link to a report's page can be opened: as often as one likes, so that a preview robot uses nothing up.
const webFor = 48 * time.Hour

// TokenHash is what is kept of a link.
func TokenHash(token string) []byte {
	h := sha256.Sum256([]byte(token))
	return h[:]
}

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
	d.set.Add(change.SaveToken{Hash: TokenHash(token), Kind: TokenWeb, Subject: dr.ID, At: d.now, Expires: d.now.Add(webFor)})
	d.answer("web", d.say(lang.WebLink, "url", d.w.Org.URL+"/r/"+token))
}

// actDraft takes what an organizer wrote into the page of a report: each field is read as its answer by text would be.
func (d *decision) actDraft(a Act) {
	if !d.takeUpQuietly(a.Subject) {
		d.deny("filed")
		return
	}
	for _, f := range report.Form() {
		words, given := a.Fields[string(f.Name)]
		words = strings.TrimSpace(words)
		old := d.draft.Answers[f.Name]
		if !given || f.Name == report.Organizer || words == strings.TrimSpace(d.pageWords(f, old)) {
			continue
		}
		switch ans, fits := d.parse(f, words); {
		case words == "":
			d.put(f.Name, report.Answer{})
		case understand.Declines(words):
			d.put(f.Name, report.Answer{State: report.None, Words: words})
		case fits:
			d.take(f, ans)
		default:
			d.put(f.Name, report.Answer{State: report.Given, Words: bounded(words), NeedsReview: true})
		}
	}
	if d.conv.Kind == ReportTalk && d.conv.SubjectID == d.draft.ID {
		d.closeTalk("goes on on the page") // what is asked by text next is asked anew
		d.set.Add(change.CancelPlans{Subject: d.about, Rule: "next_question", Reason: "goes on on the page"})
	}
	d.note(d.about, "filled in on the page", "")
	if a.File {
		d.file()
		d.said("filed")
		return
	}
	d.chase()
	d.said("saved")
}

// pageWords is an answer as the page shows it for editing.
func (d *decision) pageWords(f report.Field, a report.Answer) string { return PageWords(f, a) }

// PageWords is an answer as a form shows it for editing: as it was understood where that is plainer than the words.
func PageWords(f report.Field, a report.Answer) string {
	if a.State == report.None || a.State == report.Skipped {
		return a.Words
	}
	switch f.Shape {
	case report.Day, report.PhoneNumber, report.Email, report.PersonName, report.YesNo:
		if a.Value != "" {
			return a.Value
		}
	case report.Open, report.Short, report.StaffName:
	}
	return a.Words
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
