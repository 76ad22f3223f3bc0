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
	d.replaceTalk(Conversation{Kind: WhichTalk, Question: "which", Data: encode(formData{Options: ids})})
	d.answer("ask:which", d.say(lang.AskWhichReport, "options", strings.Join(opts, ", ")))
}

// whichReport takes the answer to askWhich.
func (d *decision) whichReport() Reply {
	data := decode(d.conv.Data)
	if n := d.w.Heard.Digit; n >= 1 && n <= len(data.Options) {
		for _, dr := range d.w.Drafts {
			if dr.ID.String() == data.Options[n-1] {
				d.openDraft(dr)
				return Taken
			}
		}
		d.answer("help", d.say(lang.ReportGone))
		return Taken
	}
	for _, dr := range d.w.Drafts {
		if sameContact(dr, d.in.Inbound.Body.Text(), d.w.Heard.Person) {
			d.openDraft(dr)
			return Taken
		}
	}
	return Closes
}

// whichOfMeets finds which one-on-one was chosen, by digit or name, and the words for the command that waited for it.
func (d *decision) whichOfMeets() (m Meet, rest string, ok bool) {
	data := decode(d.conv.Data)
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
		return Meet{}, "", false
	}
	d.closeTalk()
	return hits[0], rest, true
}

// chosenMeet goes on with the command that asked which one-on-one is meant.
func (d *decision) chosenMeet() Reply {
	then := understand.Command(decode(d.conv.Data).Then)
	m, rest, ok := d.whichOfMeets()
	switch {
	case !ok:
		return Closes
	case then == understand.Move:
		d.moveWords(m, rest)
	case then == understand.CallOff:
		d.callOffMeet(m)
	default:
		d.privately(&m)
		d.finishWith("saved", d.say(lang.PrivateOn, "first", m.Contact.First()))
	}
	return Taken
}

// chosenReport goes on with REPORT when it is known which one-on-one is meant.
func (d *decision) chosenReport() Reply {
	m, _, ok := d.whichOfMeets()
	if !ok {
		return Closes
	}
	d.met(m, "")
	return Taken
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

// showDraft shows the draft that a letter means.
func (d *decision) showDraft(f ShowLetter) bool {
	dr, ok := d.letterDraft(f.Letter)
	if ok {
		d.answer("so_far", d.about1(dr)+":", strings.Join(d.lines(dr, maxReview), "\n"))
	}
	return ok
}
