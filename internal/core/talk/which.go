package talk

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
)

// askWhich asks which of several reports is meant; digits answer it.
func (d *decision) askWhich() {
	var opts []string
	var ids []string
	for i, dr := range d.w.Drafts {
		if i == 9 {
			break
		}
		opts = append(opts, digit(i)+" "+d.about1(dr))
		ids = append(ids, dr.ID.String())
	}
	d.conv = Conversation{Kind: WhichTalk, PersonID: d.who.ID, Question: "which", AskedAt: d.now, LastInAt: d.now, List: d.conv.List, Relay: d.conv.Relay, Data: encode(formData{Options: ids})}
	d.convMoved = true
	d.answer("ask:which", d.say(lang.AskWhichReport, "options", strings.Join(opts, ", ")))
}

// which takes the answer to askWhich; false when the text is something else.
func (d *decision) which() bool {
	data := decode(d.conv.Data)
	if data.Then == thenCame {
		return d.whichCame(data)
	}
	switch understand.Command(data.Then) {
	case understand.None:
	case understand.Done, understand.Later:
		return d.whichOfOwed(data)
	default:
		return d.whichOfMeets(data)
	}
	if n := d.w.Heard.Digit; n >= 1 && n <= len(data.Options) {
		for _, dr := range d.w.Drafts {
			if dr.ID.String() == data.Options[n-1] {
				d.openDraft(dr)
				return true
			}
		}
		d.answer("help", d.say(lang.ReportGone))
		return true
	}
	for _, dr := range d.w.Drafts {
		if sameContact(dr, d.in.Inbound.Body.Text(), d.w.Heard.Person) {
			d.openDraft(dr)
			return true
		}
	}
	d.conv = d.silent()
	d.convMoved = true
	return false
}

// whichOfMeets takes the choice between one-on-ones, by digit or name, for the command that waited for it.
func (d *decision) whichOfMeets(data formData) bool {
	var pool []Meet
	for _, id := range data.Options {
		if m, ok := d.meetByID(uuid.MustParse(id)); ok {
			pool = append(pool, m)
		}
	}
	n := d.w.Heard.Digit
	hits, rest := d.nameOf(d.in.Inbound.Body.Text(), pool)
	switch {
	case n >= 1 && n <= len(pool):
		hits, rest = pool[n-1:n], data.Words
	case len(hits) == 1 && d.w.Heard.Command == understand.None:
		rest = orElse(rest, data.Words)
	default:
		d.closeTalk("another matter")
		return false
	}
	m := hits[0]
	d.closeTalk("chosen")
	switch understand.Command(data.Then) {
	case understand.Move:
		d.moveWords(m, rest)
	case understand.CallOff:
		d.callOffMeet(m)
	case understand.Report:
		d.met(m, "")
	default:
		d.privately(&m)
		d.finishWith("saved", d.say(lang.PrivateOn, "first", m.Contact.First()))
	}
	return true
}

func (d *decision) letterDraft(letter string) (report.Draft, bool) {
	for _, it := range decodeList(d.conv.List) {
		if it.Letter != letter {
			continue
		}
		for _, dr := range d.w.Drafts {
			if dr.ID == it.ID {
				return dr, true
			}
		}
	}
	return report.Draft{}, false
}

func (d *decision) openLetter(letter string) bool {
	dr, ok := d.letterDraft(letter)
	if ok {
		d.openDraft(dr)
	}
	return ok
}

func (d *decision) showLetter(letter string) bool {
	dr, ok := d.letterDraft(letter)
	if ok {
		d.answer("so_far", d.about1(dr)+":", strings.Join(d.lines(dr, maxReview), "\n"))
	}
	return ok
}
