package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// AsksFirst reports whether a text says that its writer asks somebody before anything is set, and sets nothing: "deja le pregunto a sam y
// te aviso". "i'll check with sam monday" sets a day.
func AsksFirst(body string, c when.Context) bool {
	p := Padded(body)
	f := strings.Fields(p)
	if len(f) > maxAside+4 || !lexicon.AsksFirst.In(p) || strings.ContainsAny(body, "?¿") {
		return false
	}
	_, dated := DebriefDay(body, c)
	return !dated || lexicon.IfWords.Any(f)
}

// DayAnswered reports whether words without their times say no more than that somebody said it: "ya, dice q", of "ya, dice q el domingo",
// and "he said works".
func DayAnswered(left string, staff []string) bool {
	f := bare(left)
	for len(f) > 0 && (lexicon.Interjections.Has(f[0]) || lexicon.Already.Has(f[0]) || lexicon.Yes.Has(f[0]) || lexicon.DeedJoins.Has(f[0])) {
		f = f[1:]
	}
	if len(f) == 0 || len(f) > maxSmall+2 || lexicon.Negators.Any(f) {
		return false
	}
	saidBy := lexicon.ThirdSubjects.Has(f[0]) || lexicon.SaidVerbs.Has(f[0]) || lexicon.ToldOf.Has(f[0]) || len(namedIn(f[0], staff)) > 0
	rest := slices.DeleteFunc(f, func(w string) bool {
		return lexicon.ThirdSubjects.Has(w) || lexicon.SaidVerbs.Has(w) || lexicon.ToldOf.Has(w) || len(namedIn(w, staff)) > 0 ||
			lexicon.SomebodyOf.Has(w)
	})
	return saidBy && OwnWords(leftOf(Padded(strings.Join(rest, " ")), lexicon.AgreesBehind)) == 0
}

// DebriefWith is what is left of an answer to a debrief that is proposed, without what leads to whom of the staff it is with, a yes, and
// that another of them is away: of "sams out, ill talk to kim monday after my shift" it is "with kim monday after my shift", of "sí con sam
// está bien" it is "con sam". The text itself where it says anything else.
func DebriefWith(body string, staff []string) string {
	if strings.ContainsAny(body, "?¿") {
		return body
	}
	kept := WithoutStaffAway(withoutAwayTail(body, staff), staff)
	who := namedIn(kept, staff)
	if len(who) != 1 {
		return body
	}
	f := strings.Fields(kept)
	at := slices.IndexFunc(f, func(w string) bool { return len(namedIn(w, staff)) > 0 })
	lead := strings.Join(f[:at], " ") + " "
	for at > 0 {
		first := bareWord(strings.ToLower(f[0]))
		if !lexicon.Yes.Has(first) && !lexicon.YesMildly.Has(first) && !lexicon.SiIsYes.Has(first) && !lexicon.Interjections.Has(first) &&
			first != "si" {
			break
		}
		f, at = f[1:], at-1
		lead = strings.Join(f[:at], " ") + " "
	}
	if at > 0 && lexicon.StaffTalkLeads.Lead(lead) < len(lead) && !(at == 1 && lexicon.WithWords.Has(bareWord(strings.ToLower(f[0])))) {
		return body
	}
	tail := strings.Join(f[at+1:], " ")
	if lexicon.ThirdSubjects.Any(bare(tail)) { // "sam tuesday, she likes zoom" is more
		return body
	}
	if from, to := lexicon.AgreesBehind.Find(tail); to == len(tail) && from < to {
		tail = strings.TrimRight(tail[:from], " ,")
	}
	if f[at] = strings.Trim(f[at], ",.;"); tail == "" && at == 0 && kept == body {
		return body
	}
	if at == 0 { // nobody said "with"
		return strings.TrimSpace(f[at] + " " + tail)
	}
	with := lexicon.WithWords.Words()[0]
	for _, w := range strings.Fields(lead) { // as it was written: "con"
		if lexicon.WithWords.Has(strings.ToLower(w)) {
			with = w
		}
	}
	return strings.TrimSpace(with + " " + f[at] + " " + tail)
}

// withoutAwayTail takes off the end of a text why it is not with somebody: of "mejor con kim el lunes q sam anda de vacaciones" it is
// "mejor con kim el lunes".
func withoutAwayTail(s string, staff []string) string {
	all := strings.Fields(s)
	at := len(all) - 1
	for at > 0 && !(len(namedIn(all[at], staff)) > 0 && SaysAway(strings.Join(all[at:], " "))) {
		at--
	}
	head := strings.Join(all[:max(at, 0)], " ")
	if len(namedIn(head, staff)) == 0 {
		return s
	}
	f := strings.Fields(head)
	for len(f) > 1 && (lexicon.SaidVerbs.Has(bareWord(strings.ToLower(f[len(f)-1]))) ||
		lexicon.ReasonJoins.Has(bareWord(strings.ToLower(f[len(f)-1])))) {
		f = f[:len(f)-1]
	}
	return strings.TrimRight(strings.Join(f, " "), " ,")
}

// AroundThing is after or before what something is to be, where that is no time by itself: "after my shift", "saliendo de la junta". "" for
// none.
func AroundThing(words string) string {
	f := strings.Fields(words)
	for i := range f {
		of := lexicon.Look(bareWord(strings.ToLower(f[i]))).Time
		if rest := f[i+1:]; (of == lexicon.After || of == lexicon.Before) && len(rest) > 0 && len(rest) <= maxSmall &&
			!slices.ContainsFunc(rest, func(w string) bool { return NamesTime(bareWord(strings.ToLower(w))) || hasDigit(w) }) {
			return strings.Trim(strings.Join(f[i:], " "), ".,;! ")
		}
	}
	return ""
}

// WithoutNotThem is a text without somebody of the staff whom it rules out beside another: of "debrief shd be w kim monday not sam" it is
// "debrief shd be w kim monday".
func WithoutNotThem(body string, staff []string) string {
	if len(namedIn(Padded(body), staff)) < 2 {
		return body
	}
	f := strings.Fields(body)
	for i, w := range f {
		if !lexicon.Negators.Has(bareWord(strings.ToLower(w))) || strings.ContainsAny(w, ",.;!") { // "con sam no, con kim"
			continue
		}
		if i > 0 && i+1 < len(f) && strings.ContainsAny(w[len(w)-1:], ",.;") && len(namedIn(f[i-1], staff)) > 0 { // "con sam no, con kim"
			from := i - 1
			if from > 0 && lexicon.WithWords.Has(bareWord(strings.ToLower(f[from-1]))) {
				from--
			}
			return strings.Join(slices.Concat(f[:from], f[i+1:]), " ")
		}
		k := i + 1
		if k < len(f) && lexicon.WithWords.Has(bareWord(strings.ToLower(f[k]))) {
			k++
		}
		if k < len(f) && slices.ContainsFunc(staff, func(s string) bool { return strings.EqualFold(strings.Trim(f[k], ".,!"), s) }) {
			return strings.TrimRight(strings.Join(slices.Concat(f[:i], f[k+1:]), " "), " ,")
		}
	}
	return body
}

// mostNotWith is how many words say at most with whom of the staff something is not to be.
const mostNotWith = 5

// NotWithThem reports whether a text says with whom of the staff something is not to be, and no more: "not with sam", "con sam no".
func NotWithThem(body string, staff []string) bool {
	f := bare(body)
	if len(f) < 2 || len(f) > mostNotWith || len(namedIn(Padded(body), staff)) != 1 || strings.ContainsAny(body, "?¿") ||
		!slices.ContainsFunc(f, func(w string) bool { return lexicon.Negators.Has(w) || lexicon.No.Has(w) }) {
		return false
	}
	return !slices.ContainsFunc(f, func(w string) bool {
		return !lexicon.Negators.Has(w) && !lexicon.No.Has(w) && !lexicon.WithWords.Has(w) && len(namedIn(w, staff)) == 0 &&
			!lexicon.Pleading.Has(w) && !lexicon.Interjections.Has(w)
	})
}

// WithoutOpening leaves out the small words with which a text opens that goes on with something else: of "oye y el repaso es con kim" it is
// "el repaso es con kim".
func WithoutOpening(s string) string {
	for {
		w, rest, more := strings.Cut(strings.TrimSpace(s), " ")
		if low := bareWord(strings.ToLower(w)); !more || !lexicon.Interjections.Has(low) && !lexicon.Joins.Has(low) {
			return s
		}
		s = rest
	}
}
