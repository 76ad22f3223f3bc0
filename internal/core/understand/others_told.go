package understand

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// What an organizer tells of how somebody wants to be reached.

// CallsForThem reports whether an organizer tells of somebody that they want calls and no texts: "she rather get calls not texts", "mejor
// le marcamos".
func CallsForThem(text string, names []string) bool {
	p := ofThem(text, names)
	once := NamesTimeIn(strings.Fields(p)) && !lexicon.CallsForGood.In(p) // "maria wants me to call her tonight at 8"
	return len(text) <= maxOthers && lexicon.CallsForThem.In(p) && !lexicon.CallsForNot.In(p) && !once
}

// ofThem is a text in plain words in which whoever may be meant is called "her".
func ofThem(text string, names []string) string {
	p := " " + wordsOf(text) + " "
	for _, n := range append(slices.Clone(names), "him", "them") {
		if n = wordsOf(n); len(n) > 1 {
			p = strings.ReplaceAll(strings.ReplaceAll(p, " "+n+" ", " her "), " "+n+"s ", " her ")
		}
	}
	return p
}

// HoldForThem reads that somebody is not to be texted for now, and up to when; the day is zero where none is named: "Maria lost her dad,
// don't bug her til after saturday".
func HoldForThem(text string, names []string, c when.Context) (until when.Date, ok bool) {
	if len(text) > 2*maxOthers {
		return until, false
	}
	p := ofThem(text, names)
	until, dated := holdUntil(p, text, c)
	holds := lexicon.HoldThem.In(p)
	switch {
	case holds && dated, lexicon.LostOfThem.In(p) && (holds || dated):
		return until, true
	}
	return when.Date{}, false
}

// HoldsThem reports whether a text asks that somebody else be left alone, whatever the end of it.
func HoldsThem(text string, names []string) bool { return lexicon.HoldThem.In(ofThem(text, names)) }

// HoldsForNow reports whether a text asks that somebody else be left alone for a while of which it names no end: "leave maria alone for
// now".
func HoldsForNow(text string, names []string) bool {
	p := ofThem(text, names)
	return len(text) <= 2*maxOthers && lexicon.HoldThem.In(p) && lexicon.HoldsForNow.In(p) && !lexicon.PauseNever.In(p)
}

// NoRemindersFor reports whether a text says that somebody else needs no reminders, and nothing of other texts.
func NoRemindersFor(text string, names []string) bool {
	p := ofThem(text, names)
	return len(text) <= maxOthers && lexicon.NoRemindersThem.In(p) && !strings.Contains(text, "?")
}

// LossOfThem reports whether a text tells that somebody of another's family died: "maria lost her dad last night". A longer one is a story.
func LossOfThem(text string, names []string) bool {
	p := ofThem(text, names)
	return len(text) <= 120 && lexicon.LostOfThem.In(p) && (lexicon.Kin.Any(strings.Fields(p)) || lexicon.SpokenFor.Any(strings.Fields(p))) &&
		!lexicon.SaysDiedNot.In(p)
}

// holdUntil is the first day on which texts may go again: the one that is named, or the one behind it.
func holdUntil(p, text string, c when.Context) (when.Date, bool) {
	if !lexicon.HoldUntil.Any(strings.Fields(p)) {
		return when.Date{}, false
	}
	today := when.DateOf(c.At.In(c.Zone))
	monday := today.AddDays((int(time.Monday-today.Weekday())+6)%7 + 1)
	r := when.Read(text, c)
	day := r.Date
	if holiday := when.Read(withoutSpan(text), c).Date; day.IsZero() && !holiday.IsZero() { // "til after thanksgiving weekend"
		day = holiday.AddDays(1)
		if slices.ContainsFunc(strings.Fields(p), func(w string) bool { return lexicon.Look(w).Time == lexicon.Weekend }) {
			day = holiday.AddDays((int(time.Monday-holiday.Weekday())+6)%7 + 1)
		}
		return day, day.Compare(today) > 0 && day.Compare(today.AddDays(maxPause)) <= 0
	}
	switch {
	case day.IsZero() && lexicon.PauseNextWeek.In(p) && lexicon.PauseUntil.In(p):
		day = monday
	case day.IsZero() && lexicon.PauseNextWeek.In(p):
		day = monday.AddDays(7)
	case day.IsZero() && !r.NotBefore.IsZero(): // "lost her dad, don't bug her til saturday"
		day = r.NotBefore
	case day.IsZero():
		return pauseFor(p, today)
	case lexicon.After.Any(strings.Fields(p)):
		day = day.AddDays(1)
	}
	return day, day.Compare(today) > 0 && day.Compare(today.AddDays(maxPause)) <= 0
}

// withoutSpan is a text without the words for what is after or around a day.
func withoutSpan(text string) string {
	var out []string
	for _, w := range strings.Fields(text) {
		if low := bareWord(strings.ToLower(w)); lexicon.Look(low).Time != lexicon.Weekend && !lexicon.After.Has(low) {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// stopsInThirdPerson reports whether a sentence would end its writer's texts if it spoke of the writer, and speaks of somebody else: "she
// dont want any more texts", "no mas textos para ella".
func stopsInThirdPerson(f []string) bool {
	for i, w := range f {
		if i > 0 && lexicon.ForThem.Has(f[i-1]+" "+w) && sms.ReadOptOut(strings.Join(f[:i-1], " ")) != sms.NotOptOut {
			return true
		}
		if !lexicon.ThirdSubjects.Has(w) {
			continue
		}
		rest := f[i+1:]
		if own := slices.IndexFunc(rest, lexicon.Myself.Has); own >= 0 {
			if rest[own] != "i" && rest[own] != "yo" { // "they should stop texting me"
				continue
			}
			rest = rest[:own] // from there on the writer speaks of themselves
		}
		if sms.ReadOptOut("i "+strings.Join(rest, " ")) != sms.NotOptOut {
			return true
		}
	}
	return false
}

// doesItself reports whether a word is of whoever writes on their own: "i", "she'll".
func doesItself(w string) bool {
	return lexicon.OwnSubjects.Has(w) || lexicon.ThirdSubjects.Has(w) && w != "el" || strings.HasSuffix(w, "ll") && lexicon.Wills.Has(w)
}

// namesThing reports whether words begin with a thing, and neither with texts nor with a time: "la hoja", and not "la próxima semana".
func namesThing(f []string) bool {
	return len(f) > 1 && (lexicon.Articles.Has(f[0]) || lexicon.LetterArticles.Has(f[0])) && !lexicon.TextingWords.Has(f[1]) &&
		lexicon.Look(f[1]).Time == lexicon.NoList
}

// forbidsWriting reports whether a sentence forbids or ends that somebody is written to: the no stands before it, and nobody's own "I"
// comes between ("no worries, I'll text her later" forbids nothing), or right behind it.
func forbidsWriting(p string) bool {
	for _, writes := range lexicon.WritesThem.Padded() {
		at := strings.Index(p, writes)
		if at < 0 {
			continue
		}
		behind := strings.Fields(p[at+len(writes)-1:])
		if lexicon.SendsThem.Has(strings.TrimSpace(writes)) && namesThing(behind) { // "no alcancé a mandarle la hoja": it is no text
			continue
		}
		if lexicon.NoMoreOf.In(" " + strings.Join(behind[:min(2, len(behind))], " ") + " ") {
			return true
		}
		before := strings.Fields(p[:at+1])
		for i := len(before) - 1; i >= 0 && !doesItself(before[i]); i-- {
			if lexicon.NoMoreOf.In(" " + strings.Join(before[i:], " ") + " ") {
				return true
			}
		}
	}
	return false
}
