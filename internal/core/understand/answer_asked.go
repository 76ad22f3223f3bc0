package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Questions that are known by the order of their words.

// inverted reports whether a question begins at a word by its order, with no mark at its end: "is the meeting still on", "are we good for
// thursday". "Can do" and "will be there" are none.
func (h *hearing) inverted(i int, c clause) bool {
	if i+2 >= c.to {
		return false
	}
	next := h.plain[i+1]
	if next == "it" && h.words[i+2].w.In(lexicon.YesMildly) { // "is it ok if im 5 late" asks leave
		return false
	}
	return lexicon.AsksOf.Has(h.plain[i]) && (lexicon.AskedSubjects.Has(next) || lexicon.AskedThings.Has(next)) ||
		lexicon.AsksOfPerson.Has(h.plain[i]) && lexicon.AskedSubjects.Has(next)
}

// splitAsked makes a clause of its own of what is asked behind a "so": "im off the list now so is the meeting still on".
func (h *hearing) splitAsked() {
	for k := 0; k < len(h.clauses); k++ {
		c := h.clauses[k]
		for i := c.from + 2; i < c.to; i++ {
			leave := h.leaveAt(i, c)
			if (h.plain[i-1] != "so" || !h.inverted(i, c)) && !h.tellsIf(i, c) && !leave {
				continue
			}
			h.asksLeave = h.asksLeave || leave
			h.clauses[k].to, h.clauses[k].asks = i, false
			h.clauses = slices.Insert(h.clauses, k+1, clause{from: i, to: c.to, asks: true})
			for n := i; n < len(h.words); n++ {
				h.words[n].clause++
			}
			break
		}
	}
}

// tellsIf reports whether words begin that ask whether something holds: "lmk if its still on".
func (h *hearing) tellsIf(i int, c clause) bool {
	if !h.words[i].w.Begins(lexicon.TellIf) {
		return false
	}
	for n := 2; n <= mostTellIf && i+n <= c.to; n++ {
		if lexicon.TellIf.Has(strings.Join(h.plain[i:i+n], " ")) {
			return true
		}
	}
	return false
}

// asksThemIf reports whether a clause has somebody else asked whether a time suits: "my boss needs me thurs, ask if fri works".
func (h *hearing) asksThemIf(c clause) bool {
	for n := min(mostTellIf, c.to-c.from-1); n > 1; n-- {
		if lexicon.AskThemIf.Has(strings.Join(h.plain[c.from:c.from+n], " ")) {
			return !lexicon.OfOneself.Has(h.plain[c.from+n]) && h.timeIn(c)
		}
	}
	return false
}

// findsOut reports whether an "if" of oneself begins at a word, behind what one has yet to see or to tell: "el miércoles te digo si
// puedo", "gotta see if i can".
func (h *hearing) findsOut(i int, c clause) bool {
	switch w := &h.words[i]; {
	case i == c.from || w.accent || w.s != "si" && !lexicon.WhetherWords.Has(w.s):
		return false
	case c.asks || h.beginsAsking(c): // "do you know if i need to bring anything"
		return false
	case w.s == "si" && i+1 < c.to && lexicon.IfOnly.Has(strings.Join(h.plain[i:min(i+3, c.to)], " ")): // "si dios quiere"
		return false
	}
	self := false
	for k := i + 1; k < c.to && k <= i+mostToSelf; k++ {
		self = self || lexicon.OfOneself.Has(h.plain[k]) || lexicon.MayOnesFree.Has(h.plain[k])
	}
	for k := i - 1; self && k >= c.from && k >= i-mostToFind; k-- {
		if lexicon.FindsOut.Has(h.plain[k]) {
			return k == c.from || h.plain[k-1] != "me" || !lexicon.AsksToTell.Has(h.plain[k])
		}
	}
	return false
}

const (
	mostToSelf = 3 // how many words behind an "if" it is told of oneself
	mostToFind = 6 // and how many before it one sees or tells
)

// receiptAt reports whether what stands behind a yes says that our text has come, and no more: "yes i got ur message ill look at my
// calendar tonite" agrees to nothing by its yes.
func (h *hearing) receiptAt(i int, c clause) bool {
	for i < c.to && (lexicon.Greetings.Has(h.plain[i]) || lexicon.FirstSubjects.Has(h.plain[i]) || lexicon.DidWords.Has(h.plain[i])) {
		i++
	}
	if i >= c.to || !lexicon.GotText.Has(h.plain[i]) {
		return false
	}
	for k := i + 1; k < c.to && k <= i+3; k++ {
		if lexicon.SentTexts.Has(h.plain[k]) {
			return true
		}
	}
	return false
}

// mostTellIf is how many words the longest of those has.
const mostTellIf = 5

// saysAnew reports whether somebody says at a word what they do, behind a verb that is denied and no belief: of "please dont cancel ill be
// there" the coming is not denied, of "I don't think ill be there" it is.
func (h *hearing) saysAnew(i int, c clause) bool {
	if i < c.from+2 || !lexicon.OfOneself.Has(h.words[i].s) || h.words[i-1].w.In(lexicon.Negators) || !h.words[i-2].w.In(lexicon.Negators) {
		return false
	}
	return lexicon.EndVerbs.Has(h.words[i-1].s) || lexicon.KeepMeVerbs.Has(h.words[i-1].s)
}

// forbidden reports whether a refusal is what is not to be: "please dont cancel", "no cancele".
func (h *hearing) forbidden(i int, c clause) bool {
	return i > c.from && h.words[i-1].w.In(lexicon.Negators) && !h.words[i].w.In(lexicon.Negators) && !h.inAct(i-1, lexicon.No)
}

// asksWhetherNot reports whether words that refuse ask for something else: "no se puede mas cerca", "cant we do earlier".
func (h *hearing) asksWhetherNot(from, to int, c clause) bool {
	if to >= c.to {
		return false
	}
	if h.led(from, c) && lexicon.CannotWords.Has(h.plain[from]) && to == from+1 && lexicon.AskedSubjects.Has(h.plain[to]) {
		return !h.busyAt(to+1, c) // "cant they put me on doubles" tells why
	}
	return lexicon.CanItBe.Has(h.plain[to-1]) && lexicon.MoreOf.Has(h.plain[to])
}

// WishesTexts reports whether a text says when or where one is not to be texted: its hour is for texts.
func WishesTexts(body string) bool {
	var h hearing
	return h.hear(body) && h.wishesTexts(len(h.words))
}

// wishesTexts reports whether a wish about our texts stands before a word: of "dont text me at work, after 5 is ok" the hour is for texts.
func (h *hearing) wishesTexts(i int) bool {
	for k := 1; k < i; k++ {
		if w := h.plain[k]; (lexicon.TextVerbs.Has(w) || lexicon.CallWords.Has(w) || lexicon.WriteVerbs.Has(w)) &&
			(h.words[k-1].w.In(lexicon.Negators) || k > 1 && h.words[k-2].w.In(lexicon.Negators)) {
			return true
		}
	}
	return false
}

// beginsAsking reports whether a clause is a question by its first words, after a courtesy.
func (h *hearing) beginsAsking(c clause) bool {
	for i := c.from; i < c.to; i++ {
		if _, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Greeting, lexicon.Greeting); n > 1 { // "can you hear me"
			i += n - 1
			continue
		}
		if h.inverted(i, c) {
			return true
		}
		if h.plain[i] == "so" {
			continue
		}
		s := h.plain[i]
		if !h.words[i].w.In(lexicon.AskingWords) && !h.words[i].w.Begins(lexicon.AskingWords) {
			if h.courteousAt(i) {
				continue
			}
			return false
		}
		for n := 1; n <= 3 && i+n <= c.to; n++ {
			if n > 1 {
				s += " " + h.plain[i+n-1]
			}
			if lexicon.AskingWords.Has(s) {
				return true
			}
		}
		if !h.courteousAt(i) {
			return false
		}
	}
	return false
}
