package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Answers that are known by the words around a name or a time.

// frames finds what is said around a name: "no Maria here", "this isn't Rosa's phone", "who's Ana?".
func (h *hearing) frames() {
	away := h.says(lexicon.AwayNow) // "maria is not here rn" is her phone
	for k, c := range h.clauses {
		for i := c.from; i < c.to; i++ {
			if !h.named(i, c) {
				continue
			}
			to := i + 1
			for to < c.to && to < i+3 && (h.words[to].w.In(lexicon.FirstNames) || h.words[to].upper && !h.words[to].w.Known() ||
				!h.words[to].w.Known() && to+1 == c.to) {
				to++
			}
			before, after, end := h.plain[c.from:i], h.plain[to:c.to], c.to
			if len(after) > 0 && !away && framed(lexicon.WrongFrames, before, after, h.words[i].s) { // "not the Maria u want"
				h.add(lexicon.WrongFrames, c.from, end, k)
				break
			}
			if len(after) > 0 && lexicon.FrameGoesOn.Has(after[0]) { // "im not maria im her daughter"
				after, end = nil, to
			}
			switch {
			case away:
				continue
			case framed(lexicon.WrongFrames, before, after, h.words[i].s):
				h.add(lexicon.WrongFrames, c.from, end, k)
			case framed(lexicon.WhoFrames, before, after, h.words[i].s):
				h.add(lexicon.WhoFrames, c.from, end, k)
			default:
				continue
			}
			break
		}
	}
}

// says reports whether words of a list stand anywhere in the text.
func (h *hearing) says(l lexicon.List) bool {
	for i := range h.words {
		if !h.words[i].w.Begins(l) && !h.words[i].w.In(l) {
			continue
		}
		var room [64]byte
		phrase := room[:0]
		for n := range min(mostSaid, len(h.plain)-i) {
			if n > 0 {
				phrase = append(phrase, ' ')
			}
			if phrase = append(phrase, h.plain[i+n]...); lexicon.LookUp(phrase).In(l) {
				return true
			}
		}
	}
	return false
}

// mostSaid is how many words such a phrase has.
const mostSaid = 4

// named reports whether a word can be a name within a frame: a common name, with the s of a possessive too, or a capital that no list
// explains.
func (h *hearing) named(i int, c clause) bool {
	w := &h.words[i]
	if w.w.Time != lexicon.NoList && !w.w.In(lexicon.FirstNames) {
		return false
	}
	if w.w.In(lexicon.FirstNames) || strings.HasSuffix(w.s, "s") && lexicon.FirstNames.Has(w.s[:len(w.s)-1]) {
		return true
	}
	return w.upper && i > c.from && len(w.s) > 2 && !w.w.Known() && !lexicon.NoNames.Has(w.s) && !lexicon.SentenceWords.Has(w.s) &&
		!lexicon.PlaceNouns.Has(w.s)
}

// framed reports whether what stands before and after a name is a frame of the list. Courtesies may stand before the frame, and after it.
func framed(l lexicon.List, before, after []string, name string) bool {
	same := func(said, frame string) bool { return said == frame }
	if slices.ContainsFunc(before, lexicon.PhoneLines.Has) || slices.ContainsFunc(after, lexicon.PhoneLines.Has) {
		same = ofFrame
	}
	for _, f := range l.Frames() {
		if f.Possessive && !strings.HasSuffix(name, "s") {
			continue
		}
		if endsWith(before, f.Before, same) && beginsWith(after, f.After, same) {
			return true
		}
	}
	return false
}

// ofFrame reports whether a word is the one of a frame; one for a phone is as good as another.
func ofFrame(said, frame string) bool {
	return said == frame || lexicon.PhoneLines.Has(frame) && lexicon.PhoneLines.Has(said)
}

// endsWith reports whether words end with those of a frame, nothing but courtesies before them.
func endsWith(words, frame []string, same func(said, frame string) bool) bool {
	from := len(words) - len(frame)
	if from < 0 || !slices.EqualFunc(words[from:], frame, same) {
		return false
	}
	for _, w := range words[:from] {
		if l := lexicon.Look(w); !l.In(lexicon.Excuses) && !l.In(lexicon.Greeting) && !l.In(lexicon.No) && !l.In(lexicon.Fillers) &&
			!l.In(lexicon.Address) && !l.In(lexicon.Thanking) {
			return false
		}
	}
	return true
}

// beginsWith reports whether words begin with those of a frame, nothing but courtesies after them.
func beginsWith(words, frame []string, same func(said, frame string) bool) bool {
	if len(words) < len(frame) || !slices.EqualFunc(words[:len(frame)], frame, same) {
		return false
	}
	for _, w := range words[len(frame):] {
		if l := lexicon.Look(w); !l.In(lexicon.Excuses) && !l.In(lexicon.Thanking) && !l.In(lexicon.Address) && !l.In(lexicon.Fillers) &&
			!l.In(lexicon.FrameEnds) {
			return false
		}
	}
	return true
}
