package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Words of an answer that are said of something else than the coming: of a thing, of what somebody will do, of an illness.

// ofThing reports whether it is a thing of somebody's that is said not to be good: "my english no good", "mi carro no sirve". A day, an
// hour and whoever comes are none.
func (h *hearing) ofThing(i int, c clause) bool {
	if i < c.from+2 || h.words[i-1].covered || h.words[i-1].w.Time != lexicon.NoList || h.isName(i-1) {
		return false
	}
	w, owner := &h.words[i-1], h.words[i-2].w
	if w.w.In(lexicon.OtherPersons) || lexicon.Kin.Has(w.s) || lexicon.DayNouns.Has(w.s) || w.w.In(lexicon.WorkNouns) ||
		lexicon.MeetingNouns.Has(w.s) || lexicon.OwnHours.Has(w.s) {
		return false
	}
	return owner.In(lexicon.MyPlaces) || owner.In(lexicon.TheirPlaces)
}

// willDo reports whether a "va" that is a yes by itself leads to what somebody does: "va ir alguien", "va a haber comida", "va mi hermana".
func (h *hearing) willDo(i int, c clause) bool {
	if i >= c.to || h.words[i-1].s != "va" {
		return false
	}
	if h.words[i].s == "a" {
		i++
	}
	if i >= c.to || h.words[i].covered || h.words[i].w.Time != lexicon.NoList {
		return false
	}
	if i+1 < c.to && lexicon.WhoseKin.Has(h.words[i].s) && lexicon.Kin.Has(h.words[i+1].s) {
		return true
	}
	for _, end := range lexicon.InfinitiveEnds.Words() {
		if s := h.words[i].s; s == "ir" || len(s) > 3 && strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// refuseBegins reports whether a refusal begins at a word: what would be better is that there is no meeting at all.
func (h *hearing) refuseBegins(i int, c clause) bool {
	if i >= c.to {
		return false
	}
	list, _ := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return list == lexicon.Refuse
}

// downWith reports whether an "I'm down" goes on with what one has caught: "im down w the flu", where "im down with that" agrees.
func (h *hearing) downWith(i, n int, c clause) bool {
	k := i + n
	if k+1 >= c.to || h.words[k-1].s != "down" || !lexicon.WithWords.Has(h.words[k].s) && h.words[k].s != "w" {
		return false
	}
	rest := " down with " + strings.Join(h.plain[k+1:c.to], " ") + " "
	return lexicon.IllWords.In(rest)
}

// wishesBut reports whether what seems a refusal says what is missing, and the same text asks for it: "id love to but no ride, can u pick
// me up".
func (h *hearing) wishesBut(a *act) bool {
	return h.words[a.to-1].w.In(lexicon.ButWords) && h.says(lexicon.FetchMe)
}

// wishKept reports whether somebody who would like to come goes on with a "but" and what keeps them.
func (h *hearing) wishKept(i, n int, c clause) bool {
	if i+n+1 >= c.to || !h.words[i+n].w.In(lexicon.ButWords) || !lexicon.WishesToCome.Has(strings.Join(h.plain[i:i+n], " ")) {
		return false
	}
	list, _ := h.words[i+n+1].w.Longest(h.plain[i+n+2:c.to], lexicon.Yes, lexicon.Fillers)
	return list == lexicon.BusyThen || list == lexicon.CannotLeads || list == lexicon.Refuse
}

// leaveAt reports whether words begin at a word, behind an answer, that ask leave for something: "thats fine can my 4 yr old come w me".
func (h *hearing) leaveAt(i int, c clause) bool {
	if !h.words[i].w.Begins(lexicon.AsksLeaveIn) {
		return false
	}
	list, _ := h.words[c.from].w.Longest(h.plain[c.from+1:i], lexicon.Yes, lexicon.Fillers)
	if list != lexicon.Yes && list != lexicon.YesMildly && list != lexicon.Agree {
		return false
	}
	return h.leaveIn(i, c)
}

// refusesElse reports whether what stands behind a refusal says that something else than the coming is refused: "ya no voy a necesitar el
// traductor", "im not coming alone".
func (h *hearing) refusesElse(i int, c clause) bool {
	switch {
	case i >= c.to:
		return false
	case lexicon.RefusesHow.Has(h.plain[i]):
		return true
	case i+1 < c.to && lexicon.AmGoingTo.Has(h.plain[i-1]+" "+h.plain[i]):
		i++
	case i < 2 || !lexicon.AmGoingTo.Has(h.plain[i-2]+" "+h.plain[i-1]):
		return false
	}
	return i+1 < c.to && lexicon.NoComing.Has(h.plain[i])
}

// leaveIn reports whether the words that ask leave stand at a word.
func (h *hearing) leaveIn(i int, c clause) bool {
	if !h.words[i].w.Begins(lexicon.AsksLeaveIn) {
		return false
	}
	for n := 2; n <= mostLeave && i+n <= c.to; n++ {
		if lexicon.AsksLeaveIn.Has(strings.Join(h.plain[i:i+n], " ")) {
			return true
		}
	}
	return false
}

// mostLeave is how many words the longest of those has.
const mostLeave = 5

// withMe reports whether the writer is one of those who are named before a word: "me n my husband both gonna be there".
func (h *hearing) withMe(i int, c clause) bool {
	for k := c.from; k < i; k++ {
		if !lexicon.Myself.Has(h.plain[k]) && !lexicon.FirstSubjects.Has(h.plain[k]) {
			continue
		}
		if k+1 < i && lexicon.JoinsTwo.Has(h.plain[k+1]) || k > c.from && lexicon.JoinsTwo.Has(h.plain[k-1]) {
			return true
		}
	}
	return false
}

// betweenTimes reports whether a "no" stands right between two times, of which the first is ruled out and a yes follows the second.
func (h *hearing) betweenTimes(i int, c clause) bool {
	if i == c.from || !h.timeIn(clause{from: i - 1, to: i}) || !h.timeBegins(i+1, c) {
		return false
	}
	last := h.words[c.to-1].w
	return last.In(lexicon.Yes) || h.plain[c.to-1] == "si"
}

// fineAllTheSame reports whether a yes behind a "but" or a "so" says that what holds one does not matter: "thurs i have the kids but its
// fine", "trabajo hasta las 2 el jueves así que está bien".
func (h *hearing) fineAllTheSame(s *stances) bool {
	good := max(s.lastMild, s.lastYes)
	if !s.busy || s.no || good <= s.lastBusy {
		return false
	}
	return s.lastBut > s.lastBusy && good > s.lastBut || good > 1 && h.saysSo(good)
}

// saysSo reports whether "so" stands right before a word.
func (h *hearing) saysSo(i int) bool {
	return lexicon.SaysSo.Has(h.plain[i-1]) || i > 1 && lexicon.SaysSo.Has(h.plain[i-2]+" "+h.plain[i-1])
}

// soBefore reports whether "so" stands right before a word: what was said before it is the reason.
func (h *hearing) soBefore(i int, c clause) bool {
	return i > c.from+1 && h.saysSo(i) && (!h.words[i].w.In(lexicon.YesMildly) || i+1 == len(h.words) &&
		slices.ContainsFunc(h.acts, func(a act) bool { return a.list == lexicon.BusyThen }))
}

// mostUntil is how many words say until what hour: "hasta las 2".
const mostUntil = 3

// untilAfter reports whether what holds one ends at an hour that is named right behind it: before or after the one asked about.
func (h *hearing) untilAfter(a *act, c clause) bool {
	return a.to+1 < c.to && c.to == len(h.words) && c.to-a.to <= mostUntil &&
		(h.words[a.to].w.Time == lexicon.Until || lexicon.PauseUntil.Has(h.plain[a.to])) && h.numberAfter(a) &&
		(c.to-a.to < mostUntil || h.words[a.to+1].w.Time == lexicon.The || h.plain[a.to+1] == "las" || h.plain[a.to+1] == "la") // no "dec 12"
}

// saysHowMuch reports whether a word that is a yes by itself only says how much, between who and what they did: "i totally forgot".
func (h *hearing) saysHowMuch(i, n int, c clause) bool {
	if n > 1 || i == c.from || i+1 >= c.to || !lexicon.AdverbYes.Has(h.plain[i]) || !lexicon.FirstSubjects.Has(h.plain[i-1]) ||
		h.alone(i+1, c) {
		return false
	}
	next := h.words[i+1].w
	return !next.Begins(lexicon.Agree) && !next.Begins(lexicon.CanAlone) && !next.In(lexicon.ComeWords)
}

// onlyThen reports whether every word of time in a text is of the time asked about: "today", "that day".
func (h *hearing) onlyThen() bool {
	for i := range h.words {
		if h.timeIn(clause{from: i, to: i + 1}) && !h.inAct(i, lexicon.ThatTime) {
			return false
		}
	}
	return true
}
