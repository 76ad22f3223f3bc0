package order

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// spokenOfFor is how long "cancel it" is of the one-on-one about which its contact just wrote.
const spokenOfFor = 24 * time.Hour

// cancelsIt takes a call-off that says only "it": of the one-on-one about which the contact just wrote, else of the only one to come.
func cancelsIt(t *turn.Turn) bool {
	pool := toCome(t)
	asks := t.AsksNow() && t.Conv().Kind != world.SendTalk && t.Conv().Kind != world.ProposalTalk
	body, _ := understand.ToldBeside(t.Body(), namesOf(pool))
	if !understand.CancelsIt(body) || len(pool) == 0 || asks {
		return false
	}
	if which, _ := understand.ReadCancel(body); understand.OnlyAll(which) { // "cancel both"
		return t.Happened(fact.CancelSaid{Meets: pool})
	}
	if r := turn.DecodeRelay(t.Conv().Relay); t.Now().Sub(r.At) < spokenOfFor {
		if i := slices.IndexFunc(pool, func(m world.Meet) bool { return m.ID == r.Meeting }); i >= 0 {
			pool = pool[i : i+1]
		}
	}
	if len(pool) > 1 {
		choose.Meet(t, pool, string(understand.CallOff), "")
		return true
	}
	return t.Happened(fact.CancelSaid{Meets: pool})
}

func cancels(t *turn.Turn) bool {
	said, _ := understand.ToldBeside(t.Body(), namesOf(toCome(t)))
	which, ok := understand.ReadCancel(said)
	if !ok && understand.TellsOff(t.Body()) { // "tell maria its off"
		which, ok = understand.ReadCancel(t.Body())
	}
	if !ok {
		return drops(t)
	}
	body, kept := understand.Kept(t.Body())
	which, _ = understand.Kept(which)
	words, all := which, understand.ForAll(which)
	if strings.TrimSpace(which) == "" { // which stands before it: "mañana no puedo con nadie, cancela"
		words, all = body, understand.ForAll(body)
	}
	if all && !understand.Times(which, t.Planning()).HasDate() { // the day may stand in another part of the sentence
		words = understand.WithoutCannot(body)
	}
	hits, named := t.Meant(words, without(t, toCome(t), kept))
	if len(hits) == 0 && all { // "mañana no puedo, cancela las dos": both, and no hour
		hits, named = t.Meant(strings.Replace(body, which, "", 1), without(t, toCome(t), kept))
	}
	if both := without(t, toCome(t), kept); all && len(both) == 2 &&
		(!named && !understand.Times(words, t.Planning()).HasDate() || understand.OnlyAll(which)) {
		hits = both // "cancel both", "cancela las dos"
	}
	days := ofDays(t, words, without(t, toCome(t), kept))
	switch {
	case len(days) > 1:
		t.Happened(fact.CancelSaid{Meets: days})
	case len(hits) == 0 && atReport(t) && understand.OnlyNamed(which):
		t.Answer("help", t.Say(lang.MoveNone))
	case len(hits) == 0, len(hits) == 1 && !named && !all && understand.OfElse(which, hits[0].Contact.First(), t.Planning()):
		return false
	case len(hits) == 1, all, eachNamed(words, hits):
		t.Happened(fact.CancelSaid{Meets: hits})
	case named, strings.TrimSpace(which) != "":
		choose.Meet(t, hits, string(understand.CallOff), "")
	default:
		return false
	}
	return true
}

// atReport reports whether what is asked is of a one-on-one that is over: whoever is named besides is another.
func atReport(t *turn.Turn) bool {
	k := t.Conv().Kind
	return k == world.HowTalk || k == world.MissedTalk || k == world.ThanksTalk && t.AsksNow() || k == world.ReportTalk
}

// ofDays are the one-on-ones of several days that words name and say no more of: "today and tmrw". nil where a part names no day.
func ofDays(t *turn.Turn, words string, pool []world.Meet) (out []world.Meet) {
	f := strings.Fields(strings.NewReplacer(",", " , ", "/", " , ", "&", " , ").Replace(words))
	var part []string
	parts := 0
	for i := 0; i <= len(f); i++ {
		if i < len(f) && f[i] != "," && !lexicon.DeedJoins.Has(strings.ToLower(f[i])) {
			part = append(part, f[i])
			continue
		}
		if len(part) == 0 {
			continue
		}
		one := strings.Join(part, " ")
		part = nil
		if !understand.Times(one, t.Planning()).HasDate() || understand.OwnWords(phrase.WithoutTimes(one, t.Planning())) > 0 {
			return nil
		}
		hits, _ := t.Meant(one, pool)
		out = append(out, hits...)
		parts++
	}
	if parts < 2 {
		return nil
	}
	return out
}

// without leaves out those whom words name: they are met all the same.
func without(t *turn.Turn, pool []world.Meet, kept string) []world.Meet {
	pool = slices.DeleteFunc(pool, func(m world.Meet) bool { return understand.StaysOn(t.Body(), m.Contact.First()) })
	if kept == "" {
		return pool
	}
	left, named := t.Meant(kept, pool)
	if !named {
		return pool
	}
	return slices.DeleteFunc(pool, func(m world.Meet) bool {
		return slices.ContainsFunc(left, func(l world.Meet) bool { return l.ID == m.ID })
	})
}

// drops takes it that a contact who is named is not met after all: "I can't see Beto anymore, take him off". It is asked first.
func drops(t *turn.Turn) bool {
	if only := toCome(t); understand.DropsThem(t.Body()) && len(only) == 1 && !t.AsksNow() {
		return t.Happened(fact.CancelSaid{Meets: only})
	}
	if !understand.Drops(t.Body()) {
		return false
	}
	hits, named := t.Meant(t.Body(), toCome(t))
	switch {
	case !named || len(hits) == 0 || several(hits):
		return false
	case len(hits) > 1:
		choose.Meet(t, hits, string(understand.CallOff), "")
	default:
		t.Happened(fact.CancelSaid{Meets: hits})
	}
	return true
}
