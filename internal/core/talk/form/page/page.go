// Package page is the report on its page: the link to it, what is saved there, and answers of a filed report put right.
package page

import (
	"encoding/base64"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// webFor is how long a link to a report's page can be opened: as often as one likes, so that a preview robot uses nothing up.
const webFor = 48 * time.Hour

// Link texts a link to the page of the report in hand: the text and the page write the same draft.
func Link(t *turn.Turn) {
	dr := *t.Draft()
	if dr.ID == uuid.Nil && len(t.Drafts()) > 0 {
		dr = t.Drafts()[len(t.Drafts())-1]
	}
	if dr.ID == uuid.Nil || t.Org().URL == "" {
		t.Answer("help", t.Say(lang.WebNone))
		return
	}
	// Two ids made by the same source hold 62 random bits each behind their times (RFC 9562, 5.7).
	a, b := t.NewID(), t.NewID()
	token := base64.RawURLEncoding.EncodeToString(append(append([]byte{}, a[8:]...), b[8:]...))
	t.Add(change.SaveToken{Hash: change.TokenHash(token), Kind: change.TokenWeb, Subject: dr.ID, At: t.Now(), Expires: t.Now().Add(webFor)})
	t.Answer("web", t.Say(lang.WebLink, "url", t.Org().URL+"/r/"+token))
}

// Draft takes what an organizer, or staff for them, wrote into the page of a report: each field is read as its answer by text would be.
func Draft(t *turn.Turn, a world.Act) {
	if !takeUpQuietly(t, a.Subject) {
		t.Deny("This report is filed, or not there any more.")
		return
	}
	if a.Version != 0 && a.Version != t.Draft().Version {
		t.LetGo()
		t.Deny(staleReport)
		return
	}
	t.SpeakAs(t.Draft().OrganizerID)
	changed := readPage(t, a.Fields, func(f report.Field, ans report.Answer) { field.Take(t, f, ans) })
	if a.By.ID != uuid.Nil && len(changed) == 0 && !a.File {
		t.LetGo()
		t.Deny("Nothing was changed.")
		return
	}
	if t.Conv().Kind == world.ReportTalk && t.Conv().SubjectID == t.Draft().ID {
		t.CloseTalk() // what is asked by text next is asked anew
		t.Add(change.CancelPlans{Subject: t.Subject(), Rule: "next_question", Reason: "goes on on the page"})
	}
	if a.By.ID != uuid.Nil {
		t.NoteBy(t.Subject(), change.FilledOnPage, fieldNames(changed))
	} else {
		t.Note(t.Subject(), change.FilledOnPage, "")
	}
	if a.File {
		f := &fact.ToFile{}
		t.Happened(f)
		t.Show("Filed." + f.Shown)
		return
	}
	field.Chase(t)
	t.Show("Saved.")
}

// readPage reads each field of a page whose words are others than those it was shown with, hands what it reads to take, and returns which
// they were. Words that do not fit are kept as given and marked for staff.
func readPage(t *turn.Turn, fields map[string]string, take func(report.Field, report.Answer)) (changed []report.Name) {
	for _, f := range report.Form() {
		words, given := fields[string(f.Name)]
		words = strings.TrimSpace(strings.ReplaceAll(sms.NewBody(words).Text(), "\r\n", "\n")) // a browser's line ends
		old := t.Draft().Answers[f.Name]
		if !given || f.Name == report.Organizer || words == strings.TrimSpace(report.PageWords(f, old)) {
			continue
		}
		changed = append(changed, f.Name)
		switch ans, fits := field.Parse(t, f, words); {
		case words == "":
			t.Put(f.Name, report.Answer{})
		case understand.Declines(words) && f.Shape != report.YesNo: // a no to texts is an answer
			t.Put(f.Name, report.Answer{State: report.None, Words: words})
		case fits:
			take(f, ans)
		default:
			t.Put(f.Name, report.Answer{State: report.Given, Words: turn.Bounded(words), NeedsReview: true})
		}
	}
	return changed
}

// staleReport is said to who saves a report that has changed since they opened it.
const staleReport = "Somebody changed this report meanwhile, so nothing was saved. Your words are still here: look at what is on " +
	"record now, and save again."

// fieldNames lists fields in plain words.
func fieldNames(list []report.Name) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strings.ReplaceAll(string(n), "_", " ")
	}
	return strings.Join(out, ", ")
}

// takeUpQuietly takes a draft in hand without asking anything.
func takeUpQuietly(t *turn.Turn, id uuid.UUID) bool {
	for _, dr := range t.Drafts() {
		if dr.ID == id {
			t.Hold(dr)
			return true
		}
	}
	return false
}

// Correct changes answers of a filed report.
func Correct(t *turn.Turn, a world.Act) {
	rec := t.Record()
	switch {
	case rec.ID == uuid.Nil:
		t.Deny("This report is not filed, or not there any more.")
		return
	case a.Version != rec.Version:
		t.Deny(staleReport)
		return
	}
	t.SpeakAs(rec.OrganizerID)
	t.Hold(rec.Draft)
	c := &fact.Corrected{}
	c.Changed = readPage(t, a.Fields, func(f report.Field, ans report.Answer) { t.Put(f.Name, ans) })
	c.Fine = looksRight(t, a.Fine)
	if len(c.Changed)+len(c.Fine) == 0 {
		t.LetGo()
		t.Deny("Nothing was changed.")
		return
	}
	t.Happened(c)
	if len(c.Changed) > 0 {
		t.NoteBy(t.Subject(), change.AnswersChanged, fieldNames(c.Changed))
	}
	if len(c.Fine) > 0 {
		t.NoteBy(t.Subject(), change.LooksRight, fieldNames(c.Fine))
	}
	t.Show("Saved." + c.Shown)
}

// looksRight takes the marks off answers that staff looked at, and returns which were marked.
func looksRight(t *turn.Turn, names []string) (fine []report.Name) {
	for _, s := range names {
		n := report.Name(s)
		if a := t.Draft().Answers[n]; a.NeedsReview {
			a.NeedsReview = false
			t.Put(n, a)
			fine = append(fine, n)
		}
	}
	return fine
}
