package demo

import (
	"context"
	"maps"
	"time"
)

// fate is what becomes of a one-on-one.
type fate string

const (
	kept      fate = "kept"      // confirmed, held, reported, thanked
	inWords   fate = "in words"  // confirmed in words, held, reported
	proposed  fate = "proposed"  // the contact asks for another day, the organizer agrees
	settling  fate = "settling"  // the contact asks for another day, nobody answers
	silent    fate = "silent"    // no answer, and nobody says how it went
	forgotten fate = "forgotten" // confirmed, and nobody says how it went
	begun     fate = "begun"     // held, its report begun and left
	missed    fate = "missed"    // the contact did not come
	stopped   fate = "stopped"   // STOP
	doubted   fate = "doubted"   // perhaps an opt-out
	wrongOne  fate = "wrong"     // a wrong number
	declined  fate = "declined"  // the contact cannot
	calledOff fate = "off"       // the organizer calls it off
	moved     fate = "moved"     // the organizer moves it
	failing   fate = "failing"   // texts do not arrive
	byCall    fate = "by call"   // no texts: the organizer calls
	asking    fate = "asking"    // the contact asks something, and is answered
	waiting   fate = "waiting"   // the contact stands there and nobody comes
	confirmed fate = "confirmed" // still to come
	open      fate = "open"      // still to come, no answer
)

// oneOnOne is one of the town's: who, when (days after the story's first morning), and what becomes of it.
type oneOnOne struct {
	organizer   string // phone
	name, phone string
	day, hour   int
	place       string
	fate        fate
	spanish     bool
	learned     string
	promise     string
	commitment  string
}

// life is the steps of one: planned some days before, answered the same day, told of an hour after its end.
func (t *town) life(i int, o oneOnOne) []step {
	before := 4
	if o.day-before < 0 {
		before = o.day
	}
	planned := t.moment(o.day-before, 9, 5+i%50)
	answered := planned.Add(2*time.Hour + time.Duration(i)*time.Minute)
	steps := []step{{planned, func(ctx context.Context) error { return t.plan(ctx, o) }}}
	contact := func(words string) {
		steps = append(steps, step{answered, func(ctx context.Context) error { return t.text(ctx, o.phone, t.said(o, words)) }})
	}
	organizer := func(after time.Duration, words string) {
		steps = append(steps, step{answered.Add(after), func(ctx context.Context) error { return t.text(ctx, o.organizer, t.said(o, words)) }})
	}
	switch o.fate {
	case kept, forgotten, begun, missed, confirmed, calledOff, moved, waiting:
		contact("1")
	case inWords:
		contact(pick(o.spanish, "si, ahi estare", "sounds good, see you there"))
	case proposed, settling:
		contact(pick(o.spanish, "mejor el {next} a las 5pm", "could we do {next} at 5pm instead?"))
	case asking:
		contact(pick(o.spanish, "hay estacionamiento? uso silla de ruedas", "Is there parking? I use a wheelchair"))
		organizer(time.Hour, pick(o.spanish, "DECIR {first} si, enfrente", "TELL {first} yes, right in front"))
	case stopped:
		contact("STOP")
	case doubted:
		contact("please no more of this")
	case wrongOne:
		contact("wrong number, I don't know who this is")
	case declined:
		contact("3")
	case silent, failing, byCall, open:
	}
	return append(steps, t.afterwards(i, o, answered)...)
}

// afterwards is what the organizer does next and tells of it.
func (t *town) afterwards(i int, o oneOnOne, answered time.Time) []step {
	ended := t.moment(o.day, o.hour, 45+i%10).Add(40 * time.Minute)
	say := func(at time.Time, words string) []step {
		return []step{{at, func(ctx context.Context) error { return t.text(ctx, o.organizer, t.said(o, words)) }}}
	}
	tell := func(at time.Time) []step {
		return []step{{at, func(ctx context.Context) error { return t.report(ctx, o) }}}
	}
	switch o.fate {
	case kept, inWords, asking, byCall:
		return tell(ended.Add(time.Duration(i%3) * 13 * time.Hour))
	case proposed:
		return append(say(answered.Add(30*time.Minute), pick(o.spanish, "de acuerdo", "works for me")), tell(t.moment(o.day+1, 18, 30))...)
	case begun:
		return say(ended, pick(o.spanish, "INFORME {name}", "REPORT {name}"))
	case missed:
		return say(ended, pick(o.spanish, "{first} no vino", "{first} didn't show"))
	case calledOff:
		return say(answered.Add(20*time.Hour), pick(o.spanish, "CANCELAR CITA {first}", "call off {first}"))
	case moved:
		return append(say(answered.Add(21*time.Hour), pick(o.spanish, "MOVER {first} {next} a las 4pm", "MOVE {first} {next} 4pm")),
			tell(t.moment(o.day+1, 18, 40))...)
	case waiting:
		return []step{{t.moment(o.day, o.hour, 12), func(ctx context.Context) error {
			return t.text(ctx, o.phone, "I am outside the bakery and nobody is here, should I wait?")
		}}}
	case settling, silent, forgotten, stopped, doubted, wrongOne, declined, failing, confirmed, open:
	}
	return nil
}

// plan texts the plan and answers what is asked about it.
func (t *town) plan(ctx context.Context, o oneOnOne) error {
	if o.fate == failing {
		if err := t.refuse(o.phone); err != nil {
			return err
		}
	}
	consent := "1"
	if o.fate == byCall {
		consent = "2"
	}
	known := map[string]string{
		"ask:consent": consent, "ask:plan": "1", "ask:where": o.place, "ask:when": t.said(o, "{when}"), "ask:who": o.name,
		"ask:phone": o.phone, "ask:which": "1", "ask:sure": "1",
	}
	words := pick(o.spanish, "Cita con {name} {phone} {when} en {place}", "Meeting {name} {phone} {when} at {place}")
	return t.answers(ctx, o.organizer, t.said(o, words), known)
}

// report tells how it went and files the report.
func (t *town) report(ctx context.Context, o oneOnOne) error {
	known := map[string]string{
		"ask:learned": o.learned, "ask:commitment": o.commitment, "ask:follow_ups": o.promise, "ask:staff_follow_up": "1",
		"ask:staff_follow_up_on": "1", "ask:open": "1", "ask:next_steps": "NONE",
		"ask:event": "1", "ask:commitment_due": t.said(o, "{next}"), "ask:follow_ups_due": t.said(o, "{next}"), "ask:missed": "1",
		"ask:met_on": t.said(o, "{when}"), "ask:contact": o.name, "ask:contact_phone": o.phone, "ask:contact_email": "SKIP",
		"ask:consent": "1", "ask:best_way": "text",
		"ask:needs": "NONE", "ask:relationship": "neighbor", "ask:staff_notes": "NONE", "ask:notes": "NONE", "ask:which": "1", "review": "1",
	}
	if o.spanish {
		es := map[string]string{
			"ask:next_steps": "NADA", "ask:contact_email": "SALTAR", "ask:best_way": "mensaje", "ask:needs": "NADA",
			"ask:relationship": "vecina", "ask:staff_notes": "NADA", "ask:notes": "NADA",
		}
		maps.Copy(known, es)
	}
	words := "met {first}. " + o.learned + ". " + o.commitment + ". " + o.promise
	if o.spanish {
		words = "me reuni con {first}. " + o.learned + ". " + o.commitment + ". " + o.promise
	}
	if err := t.answers(ctx, o.organizer, t.said(o, words), known); err != nil {
		return err
	}
	if o.day%4 == 3 {
		return nil // this thank-you is left for staff
	}
	return t.text(ctx, o.organizer, "1") // the thank-you, as drafted
}

func pick(spanish bool, es, en string) string {
	if spanish {
		return es
	}
	return en
}
