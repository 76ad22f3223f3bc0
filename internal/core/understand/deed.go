package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxQuoted is how long a deed may be to be quoted to somebody.
const maxQuoted = 60

// PromisedToYou turns what an organizer promised into words to the one it was promised to, as they stand after "Ana will": "bring her
// the flyer" is "bring you the flyer". false when it says what is nobody's business, or cannot be turned: then it is left out.
func PromisedToYou(deed string) (words string, in lang.Tag, ok bool) {
	f, in, ok := quotable(deed)
	if !ok {
		return "", "", false
	}
	for i, w := range f {
		x, next := bareWord(w), ""
		if i+1 < len(f) {
			next = bareWord(f[i+1])
		}
		switch {
		case lexicon.SpeakersOwn.Has(x):
			return "", "", false
		case x == "her" && next != "" && !lexicon.AfterObject.Has(next) && bareWord(w) == lexicon.Plain(w):
			if lexicon.GiveVerbs.Has(bareWord(f[0])) { // her sister, or a form for her?
				return "", "", false
			}
			f[i] = "your"
		case x == "her", x == "him", x == "them":
			f[i] = "you" + w[len(x):]
		case x == "his", x == "their":
			f[i] = "your" + w[len(x):]
		}
	}
	return midSentence(strings.Join(f, " ")), in, true
}

// Aside divides what somebody will do from what else is told in other sentences beside it: "I'll bring the flyer Tue. oh and her dog is
// called Canela". Where no sentence tells of a deed, all of it is one.
func Aside(s string) (deed, aside string) {
	var deeds, rest []string
	led := false
	for i, one := range sentencesOf(s) {
		if i == 0 && Mumbles(one) && !hasDigit(one) { // "oh. I told her ..."
			led = true
			continue
		}
		if _, led := beginsAs(one, lexicon.AsideLeads); (led || i > 0) && !tellsDeed(one) {
			rest = append(rest, one)
			continue
		}
		deeds = append(deeds, one)
	}
	if len(deeds) == 0 || len(rest) == 0 && !led {
		return s, ""
	}
	return strings.Join(deeds, "\n"), strings.Join(rest, ". ")
}

// tellsDeed reports whether a sentence says what somebody does.
func tellsDeed(s string) bool {
	f := strings.Fields(wordsOf(s))
	if _, phone := ParsePhone(s); phone && !lexicon.SaysIPromised.In(" "+strings.Join(f, " ")+" ") { // somebody else, with a number
		return false
	}
	for i, w := range f {
		if _, spanish := infinitiveOf(w); spanish || lexicon.DeedVerbs.Has(w) && (i == 0 || f[i-1] != "se") {
			return true
		}
	}
	p := " " + strings.Join(f, " ") + " "
	return hasDigit(s) || lexicon.SaysIPromised.In(p) || lexicon.SaysTheyWill.In(p) || ownTurn(f)
}

// midSentence writes words as they stand within a sentence: a phone that begins each text with a capital means nothing by it.
func midSentence(words string) string {
	if first, rest, _ := strings.Cut(words, " "); strings.ToUpper(first) != first {
		return strings.TrimSpace(strings.ToLower(first[:1]) + first[1:] + " " + rest)
	}
	return words
}

// DeedOfYours turns what somebody said they would do into words to them, as they stand after "you said you'd": "co-chair w me" is
// "co-chair with Ana". with is the organizer's first name.
func DeedOfYours(deed, with string) (words string, in lang.Tag, ok bool) {
	f, in, ok := quotable(deed)
	if !ok {
		return "", "", false
	}
	for i, w := range f {
		x := bareWord(w)
		switch {
		case x == "w":
			f[i] = "with"
		case x == "conmigo":
			f[i] = "con " + with
		case x == "me" && i > 0 && in == lang.English:
			f[i] = with + w[len(x):]
		case x == "her" && i+1 == len(f), x == "him", x == "them", lexicon.SpeakersOwn.Has(x):
			return "", "", false
		case x == "her", x == "his", x == "their":
			f[i] = "your"
		}
	}
	return midSentence(strings.Join(f, " ")), in, true
}

// ComesTo reads what somebody said they would come to, with its article: "coming to the tenant meeting" is "the tenant meeting".
func ComesTo(deed string) (what string, in lang.Tag, ok bool) {
	p := " " + wordsOf(deed) + " "
	if lexicon.CaseWords.Any(strings.Fields(p)) || len(deed) > maxQuoted {
		return "", "", false
	}
	f := strings.Fields(deed)
	for _, lead := range lexicon.ComeTo.Words() {
		n := len(strings.Fields(lead))
		for i := 0; i+n < len(f) && i < 4; i++ {
			if wordsOf(strings.Join(f[i:i+n], " ")) != lead || !leadsToDeed(f[:i]) {
				continue
			}
			what, in = strings.Join(f[i+n:], " "), lang.English
			if lexicon.Infinitives.Has(firstWordOf(lead)) || strings.HasPrefix(lead, "viene") {
				in = lang.Spanish
				if strings.HasSuffix(lead, " al") {
					what = "el " + what
				}
			}
			what = OneThing(what)
			return what, in, !lexicon.SpeakersOwn.Any(strings.Fields(wordsOf(what)))
		}
	}
	return "", "", false
}

// OneThing leaves off what somebody does beside coming to something: "tenant mtg and bringing her neighbor" is "tenant mtg".
func OneThing(what string) string {
	f := strings.Fields(what)
	for i := 1; i+1 < len(f); i++ {
		next := bareWord(f[i+1])
		if lexicon.DeedJoins.Has(bareWord(f[i])) && (strings.HasSuffix(next, "ing") && i+2 < len(f) || lexicon.DoesBeside.Has(next) ||
			lexicon.ThirdSubjects.Has(next) || lexicon.Wills.Has(next)) {
			return strings.Join(f[:i], " ")
		}
	}
	return what
}

// leadsToDeed reports whether words before a deed say no more than that they do it: "said she will". Somebody else by name does it then.
func leadsToDeed(f []string) bool {
	for _, w := range f {
		if x := bareWord(strings.ToLower(w)); !lexicon.ThirdSubjects.Has(x) && !lexicon.Wills.Has(x) && !lexicon.BesideWill.Has(x) &&
			!lexicon.ToldOf.Has(x) && !lexicon.LeadsComing.Has(x) && !small([]string{x}, lexicon.BeforeDeed) {
			return false
		}
	}
	return true
}

func firstWordOf(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// quotable takes a deed apart that begins with a verb and has nothing in it that is nobody's business.
func quotable(deed string) (f []string, in lang.Tag, ok bool) {
	f = strings.Fields(strings.TrimRight(deed, " .!"))
	if len(f) == 0 || len(deed) > maxQuoted || strings.ContainsAny(deed, "@$\n?") || lexicon.CaseWords.Any(strings.Fields(wordsOf(deed))) ||
		longNumber(deed) {
		return nil, "", false
	}
	for _, w := range f[1:] { // "get 5 signatures n she'll watch kids": somebody does something else there
		if lexicon.Wills.Has(bareWord(w)) {
			return nil, "", false
		}
	}
	for len(f) > 1 && lexicon.BeforeDeed.Has(bareWord(f[0])) {
		f = f[1:]
	}
	if v, spanish := infinitiveOf(bareWord(f[0])); spanish {
		f[0] = asWritten(v, f[0])
		return f, lang.Spanish, true
	}
	if !lexicon.DeedVerbs.Has(bareWord(f[0])) {
		return nil, "", false
	}
	return f, lang.English, true
}

// asWritten gives a verb in plain letters those with which its beginning was written: "acompaño" makes "acompañar".
func asWritten(v, written string) string {
	r, plain := []rune(strings.ToLower(written)), []rune(v)
	for i := 0; i < len(r) && i < len(plain) && lexicon.Plain(string(r[i])) == string(plain[i]); i++ {
		plain[i] = r[i]
	}
	return string(plain)
}

// infinitiveOf reads a Spanish verb: "mandar", "mandarle", "mando".
func infinitiveOf(w string) (string, bool) {
	if lexicon.Infinitives.Has(w) {
		return w, true
	}
	for _, end := range lexicon.ObjectEnds.Words() {
		if v, cut := strings.CutSuffix(w, end); cut && lexicon.Infinitives.Has(v) {
			return v, true
		}
	}
	for _, pair := range lexicon.FirstPersons.Words() {
		if first, v, _ := strings.Cut(pair, " "); first == w {
			return v, true
		}
	}
	if stem, cut := strings.CutSuffix(w, "o"); cut {
		for _, end := range lexicon.InfinitiveEnds.Words() {
			if lexicon.Infinitives.Has(stem + end) {
				return stem + end, true
			}
		}
	}
	return "", false
}

// bareWord is a word in plain letters, without the marks at its ends.
func bareWord(w string) string { return strings.Trim(lexicon.Plain(w), ".,;:!\"()/") }

func longNumber(s string) bool {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			if n++; n > 4 {
				return true
			}
			continue
		}
		if r != '-' && r != ' ' {
			n = 0
		}
	}
	return false
}

// Edit reads a change to a wording that is shown: "change the 12th to december 12", "cambie lunes por martes", "take out the last part".
func Edit(body string) (from, to string, ok bool) {
	body = strings.TrimSpace(body)
	p := strings.ToLower(body)
	if len(p) != len(body) {
		return "", "", false
	}
	for _, verb := range lexicon.EditVerbs.Words() {
		if !strings.HasPrefix(p, verb+" ") {
			continue
		}
		for _, mid := range lexicon.EditInto.Words() {
			if i := strings.LastIndex(p, " "+mid+" "); i > len(verb) {
				return trimQuoted(body[len(verb):i]), trimQuoted(body[i+len(mid)+2:]), true
			}
		}
	}
	for _, verb := range lexicon.EditOut.Words() {
		if strings.HasPrefix(p, verb+" ") {
			return trimQuoted(body[len(verb):]), "", true
		}
	}
	return "", "", false
}

func trimQuoted(s string) string { return strings.Trim(s, " \"'.“”") }

// DoneThere reports whether what is to be done is done where people come together: "bring her sister", "ayudar con las sillas".
func DoneThere(part string) bool {
	f := bare(part)
	for len(f) > 1 && lexicon.DeedMarks.Has(f[0]) {
		f = f[1:]
	}
	return len(f) > 1 && lexicon.DoneThere.Has(f[0])
}

// ComesToIt reports whether what is to be done is to come to something.
func ComesToIt(part string) bool { return lexicon.AttendWords.In(Padded(part)) }
