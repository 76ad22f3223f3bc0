package talk

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// labelled files the labelled pieces of a text where they belong and returns what stands before them.
func (d *decision) labelled(body string) (found bool, rest string) {
	mode := when.Report
	for _, l := range understand.Fields(body, when.Context{At: d.now, Zone: d.loc, Mode: mode, Lang: d.tag}) {
		if l.Label == "" {
			rest = strings.TrimSpace(l.Words)
			continue
		}
		f, ok := report.Find(report.Name(l.Label))
		words := strings.TrimSpace(l.Words)
		if !ok || words == "" {
			continue
		}
		found = true
		switch a, fits := d.parse(f, words); {
		case understand.Declines(words):
			d.put(f.Name, report.Answer{State: report.None, Words: words})
		case fits:
			d.take(f, a)
			d.dayBeside(f, words)
		default:
			d.put(f.Name, report.Answer{State: report.Given, Words: words, NeedsReview: true})
		}
	}
	return found, rest
}

// absorb files all it can of a text that comes with REPORT itself.
func (d *decision) absorb(words string) {
	if found, rest := d.labelled(words); found {
		words = rest
	}
	switch {
	case words == "":
	case understand.IsStory(words):
		d.story(words)
	default:
		d.lookFor(words)
	}
}

// story files a report told in prose: only what the sentences about the meeting itself say is looked at for who and when, since the days in the
// others are of what is to come.
func (d *decision) story(words string) {
	for _, piece := range understand.Story(words) {
		f, ok := report.Find(report.Name(piece.Label))
		switch {
		case !ok:
			d.lookFor(piece.Words)
		case d.draft.Answers[f.Name].State != report.Missing:
			d.append(f.Name, piece.Words)
			d.interpret(f)
		default:
			if a, fits := d.parse(f, piece.Words); fits {
				d.take(f, a)
				d.dayBeside(f, piece.Words)
			} else {
				d.append(report.Learned, piece.Words)
			}
		}
	}
}

// dayBeside takes the day of the debrief out of "debrief with Sam on Monday".
func (d *decision) dayBeside(f report.Field, words string) []report.Name {
	if f.Name != report.StaffFollowUp {
		return nil
	}
	on, ok := d.sureDay(words)
	if !ok {
		return nil
	}
	d.put(report.StaffOn, report.Answer{State: report.Given, Words: words, Value: on.String(), Sources: d.source()})
	return []report.Name{report.StaffOn}
}

// lookFor finds who, when, phone and email in free words and fills the gaps they fit; never over an answer.
func (d *decision) lookFor(words string) {
	d.fill(d.read(words), "")
}

// fillGaps files what else the text held besides the answer to f and returns which fields those were.
func (d *decision) fillGaps(f report.Field) []report.Name {
	switch f.Name {
	case report.MetOn, report.Contact, report.ContactPhone, report.ContactEmail:
		return d.fill(d.w.Heard, f.Name)
	case report.StaffFollowUp:
		return d.dayBeside(f, d.in.Inbound.Body.Text())
	}
	return nil
}

func (d *decision) fill(t understand.Text, but report.Name) (filled []report.Name) {
	set := func(n report.Name, words, value string) {
		f, _ := report.Find(n)
		s := d.draft.Answers[n].State
		if n == but || value == "" || (s != report.Missing && s != report.Known) {
			return
		}
		d.take(f, report.Answer{State: report.Given, Words: words, Value: value, Sources: d.source()})
		filled = append(filled, n)
	}
	if r := t.When; r.HasDate() && !slices.Contains(r.Ask, "which") && !slices.Contains(r.Ask, "sure") && when.DateOf(d.now.In(d.loc)).Compare(r.Date) >= 0 {
		set(report.MetOn, "", r.Date.String())
	}
	set(report.Contact, t.Person, t.Person)
	if len(t.Phones) <= 1 && !t.Phone.IsZero() {
		set(report.ContactPhone, t.Phone.Display(), t.Phone.E164())
	}
	set(report.ContactEmail, t.Email, t.Email)
	return filled
}
