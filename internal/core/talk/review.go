package talk

import (
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxReview is how many segments a review may take.
const maxReview = 4

// review shows the whole report, numbered, and asks whether to file it.
func (d *decision) review(first string) {
	d.open(report.ReviewStep, formData{Prev: d.lastOpen()})
	d.answer("review", first+d.reviewText(first))
}

func (d *decision) reviewText(first string) string {
	last := d.say(lang.Review)
	if blank := d.blankLine(); blank != "" {
		last = blank + " " + last
	}
	budget := first + "\n" + last + "\n"
	lines := d.fitLines(d.draft, maxReview, budget)
	sep := ""
	if first != "" {
		sep = "\n"
	}
	return sep + strings.Join(lines, "\n") + "\n" + last
}

func (d *decision) blankLine() string {
	var n []string
	for _, f := range d.draft.Blank() {
		n = append(n, strconv.Itoa(f.Number))
	}
	if len(n) == 0 {
		return ""
	}
	return d.say(lang.ReviewBlank, "lines", strings.Join(n, ", "))
}

// lines returns the answered lines of a draft, in at most so many segments.
func (d *decision) lines(dr report.Draft, segments int) []string { return d.fitLines(dr, segments, "") }

// fitLines shortens long answers to their first words until everything fits.
func (d *decision) fitLines(dr report.Draft, segments int, besides string) []string {
	var lines []string
	for _, width := range []int{80, 50, 36, 26, 18, 12, 8, 0} {
		lines = lines[:0]
		for _, f := range report.Form() {
			a := dr.Answers[f.Name]
			if f.Number == 0 || a.State == report.Missing || a.State == report.Skipped || a.State == report.None && f.Name != report.Consent {
				continue
			}
			lines = append(lines, strconv.Itoa(f.Number)+" "+d.say(lang.Label(string(f.Name)))+": "+d.lineValue(dr, f, a, width))
		}
		if _, _, n := sms.Segments(sms.Tidy(strings.Join(lines, "\n") + besides)); n <= segments {
			break
		}
	}
	return lines
}

// lineValue is a line with the day that belongs to it.
func (d *decision) lineValue(dr report.Draft, f report.Field, a report.Answer, width int) string {
	v := d.valueIn(dr, f, a, width)
	if len(report.Parts(a.Words)) > 1 {
		return v // several items, each with its own day in its words
	}
	for _, part := range report.Form() {
		if p := dr.Answers[part.Name]; part.Parent == f.Name && part.Shape == report.Day && p.Value != "" {
			if day, ok := when.ParseDate(p.Value); ok {
				if f.Shape == report.StaffName {
					return v + ", " + d.day(day)
				}
				v += " (" + d.say(lang.By) + " " + d.day(day) + ")"
			}
		}
	}
	return v
}

func (d *decision) valueOf(f report.Field, a report.Answer, width int) string {
	return d.valueIn(d.draft, f, a, width)
}

func (d *decision) valueIn(_ report.Draft, f report.Field, a report.Answer, width int) string {
	switch f.Shape {
	case report.Day:
		if day, ok := when.ParseDate(a.Value); ok {
			return d.day(day)
		}
	case report.PhoneNumber:
		if p := d.phoneOf(a); !p.IsZero() {
			return p.Display()
		}
	case report.YesNo:
		short := d.say(lang.ConsentNotAsked)
		switch a.Value {
		case "yes":
			short = d.say(lang.ConsentYesShort)
		case "no":
			short = d.say(lang.ConsentNoShort)
		}
		_, after, _ := strings.Cut(short, ": ")
		return after
	case report.Email:
		if a.Value != "" {
			return a.Value
		}
	case report.PersonName:
		if a.Value != "" {
			return a.Value
		}
	case report.StaffName, report.Short, report.Open:
	}
	return report.Excerpt(a.Shown(), width)
}

func (d *decision) shown(f report.Field, a report.Answer) string { return d.valueOf(f, a, 60) }

// day writes a date in the person's language.
func (d *decision) day(day when.Date) string {
	return when.EchoDay(d.tag, day, when.DateOf(d.now.In(d.loc)))
}

// about1 names a draft: "Maria Lopez, Mon Nov 23".
func (d *decision) about1(dr report.Draft) string {
	who := dr.Answers[report.Contact].Shown()
	day := ""
	if on, ok := when.ParseDate(dr.Answers[report.MetOn].Value); ok {
		day = d.day(on)
	}
	switch {
	case who != "" && day != "":
		return report.Excerpt(who, 40) + ", " + day
	case who != "":
		return report.Excerpt(who, 40)
	case day != "":
		return d.say(lang.SomebodyMet) + ", " + day
	}
	return d.say(lang.SomebodyMet)
}

func (d *decision) fullName() string {
	if n := d.draft.Answers[report.Contact].Value; n != "" {
		return n
	}
	return d.contactFirst()
}

func (d *decision) contactFirst() string {
	a := d.draft.Answers[report.Contact]
	for _, p := range d.w.Contacts {
		if p.ID == d.draft.ContactID && p.ID != uuid.Nil {
			return p.First()
		}
	}
	if a.Value == "" {
		return d.say(lang.Them)
	}
	return firstOf(a.Value)
}

// staffNames lists who can be named; at a question that comes after, it is the one who was.
func (d *decision) staffNames(n report.Name) string {
	if n == report.StaffOn || n == report.StaffNotes {
		if a := d.draft.Answers[report.StaffFollowUp]; a.Words != "" {
			return firstOf(a.Words)
		}
		return d.say(lang.StaffUnnamed)
	}
	var names []string
	for i, p := range d.w.Staff {
		if i == 6 {
			break
		}
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		return d.say(lang.StaffNobody)
	}
	return orList(names, d.say(lang.Or))
}

func orList(names []string, or string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + or + " " + names[len(names)-1]
}

// atReview takes an answer to the review.
func (d *decision) atReview(body string) {
	h := d.w.Heard
	if h.Digit == 1 || h.Reply == understand.Yes {
		d.file()
		return
	}
	if found, _ := d.labelled(body); found {
		d.review("")
		return
	}
	if h.Digit > 1 {
		if f, ok := report.Numbered(h.Digit); ok { // a bare line number is most likely meant as fix
			d.revisit(f, "")
			return
		}
	}
	d.open(report.ReviewStep, formData{})
	d.answer("review", d.say(lang.ReviewAgain))
}

func morningAfter(t time.Time, loc *time.Location) time.Time { return when.NextMorning(t, 9, 0, loc) }

func noID() uuid.UUID { return uuid.Nil }
