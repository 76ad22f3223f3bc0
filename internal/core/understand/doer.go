package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxBeforeDeed is how far into a clause the deed of its speaker may begin.
const maxBeforeDeed = 4

// iDo reports whether words say in the grammar of a promise what their speaker does for somebody: "im bringing her the sheet friday", "i
// will get her the form", "le consigo el formulario". f are plain words.
func iDo(f []string) bool {
	if givesAlone(f) {
		return true
	}
	for i := 0; i < len(f) && i <= maxBeforeDeed; i++ {
		rest := f[i+1:]
		switch w := f[i]; {
		case w == "i" && len(rest) > 1 && rest[0] == "am":
			rest = rest[1:]
			fallthrough
		case w == "im":
			if givesNow(rest) {
				return true
			}
		case lexicon.Myself.Has(w) && w != "me" && len(rest) > 0 && lexicon.Wills.Has(rest[0]):
			if willDo(" " + strings.Join(rest, " ") + " ") {
				return true
			}
		case lexicon.Myself.Has(w) && len(rest) > 1 && lexicon.OfDeed.Has(rest[0]): // "y yo de mandarle el folleto"
			if _, ok := infinitiveOf(rest[1]); ok {
				return true
			}
		case lexicon.Myself.Has(w) && len(rest) > 1 && lexicon.ObjectEnds.Has(rest[0]) && firstPerson(rest[1]): // "yo la llamo"
			return true
		case lexicon.BareWills.Has(w) && (i == 0 || lexicon.Joins.Has(f[i-1]) || lexicon.Interjections.Has(f[i-1])):
			if givesThem(rest) {
				return true
			}
		case lexicon.SelfWills.Has(w):
			if k := afterBeside(rest); k < len(rest) && lexicon.DeedVerbs.Has(rest[k]) {
				return true
			}
		case lexicon.ToWhom.Has(w) && len(rest) > 1 && (i == 0 || lexicon.Myself.Has(f[i-1]) || lexicon.Joins.Has(f[i-1]) ||
			lexicon.TaleOpens.Has(f[i-1]) || lexicon.Interjections.Has(f[i-1])):
			if firstPerson(rest[0]) {
				return true
			}
		}
	}
	return false
}

// givesAlone reads "getting her the permit form thurs": who does it is not said, and so it is the speaker.
func givesAlone(f []string) bool {
	for len(f) > 1 && (lexicon.Joins.Has(f[0]) || lexicon.Interjections.Has(f[0]) || lexicon.BesideWill.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 4 || !lexicon.SomebodyOf.Has(f[1]) || !lexicon.Articles.Has(f[2]) {
		return false
	}
	verb, ok := ofGerund(f[0])
	return ok && lexicon.GiveVerbs.Has(verb)
}

// givesThem reports whether a deed that nobody is named for is done for the one who is spoken of, and so by the speaker: "gonna bring her
// flyers". "gonna bring her sister", "will get her hallway to sign" are the other's own.
func givesThem(f []string) bool {
	k := afterBeside(f)
	if k+2 >= len(f) || !lexicon.GiveVerbs.Has(f[k]) || !lexicon.SomebodyOf.Has(f[k+1]) {
		return false
	}
	next := f[k+2]
	one := strings.TrimSuffix(next, "s")
	return !lexicon.Kin.Has(next) && !lexicon.Kin.Has(one) && !lexicon.Relations.Has(next) && !lexicon.Relations.Has(one) &&
		!lexicon.Circles.Has(next) && !lexicon.Joins.Has(next)
}

// afterBeside is where the verb begins behind "also", "definitely".
func afterBeside(f []string) int {
	k := 0
	for k < len(f) && k < 2 && lexicon.BesideWill.Has(f[k]) {
		k++
	}
	return k
}

// givesNow reads "bringing her the sheet", "getting them a form": what somebody does for somebody, as they say that they are at it.
func givesNow(f []string) bool {
	k := afterBeside(f)
	if k+1 >= len(f) {
		return false
	}
	verb, ok := ofGerund(f[k])
	if !ok {
		return false
	}
	if k+2 < len(f) && lexicon.Particles.Has(f[k+1]) { // "dropping off the petition"
		return (lexicon.GiveVerbs.Has(verb) || lexicon.DeedVerbs.Has(verb)) &&
			(lexicon.SomebodyOf.Has(f[k+2]) || lexicon.Articles.Has(f[k+2])) && !lexicon.Kin.Any(f[k+2:min(len(f), k+5)])
	}
	return lexicon.GiveVerbs.Has(verb) && (lexicon.SomebodyOf.Has(f[k+1]) || lexicon.Articles.Has(f[k+1])) ||
		lexicon.DeedVerbs.Has(verb) && lexicon.SomebodyOf.Has(f[k+1])
}

// ofGerund is the verb of "bringing", "getting", "giving".
func ofGerund(w string) (verb string, ok bool) {
	stem, ok := strings.CutSuffix(w, "ing")
	if !ok {
		stem, ok = strings.CutSuffix(w, "in")
	}
	if n := len(stem); !ok || n < 2 {
		return "", false
	}
	known := func(v string) bool { return lexicon.GiveVerbs.Has(v) || lexicon.DeedVerbs.Has(v) }
	switch n := len(stem); {
	case known(stem):
		return stem, true
	case known(stem + "e"):
		return stem + "e", true
	case stem[n-1] == stem[n-2] && known(stem[:n-1]):
		return stem[:n-1], true
	}
	return "", false
}

// firstPerson reports whether a Spanish verb is said of its speaker: "llevo", "consigo".
func firstPerson(w string) bool {
	if !strings.HasSuffix(w, "o") && !lexicon.OwnVerbs.Has(w) {
		return false
	}
	v, ok := infinitiveOf(w)
	return ok && v != w
}

// OthersDeed reports whether a clause says what somebody else than the contact does: one of their family, or somebody by name. contact is
// the contact's name.
func OthersDeed(clause, contact string) bool {
	f := strings.Fields(wordsOf(clause))
	words := strings.Fields(clause)
	for len(f) > 2 && len(words) > 0 && (lexicon.Joins.Has(f[0]) || lexicon.TaleOpens.Has(f[0]) || lexicon.Interjections.Has(f[0])) {
		f, words = f[1:], words[1:]
	}
	if n := toldLead(f); n > 0 && kinDoes(f[n:]) { // "tambien me dijo q su vecina doña carmen quiere venir"
		return len(f) > n+3 && !lexicon.And.Has(f[n+2]) && !tellsTale(f[n+2:])
	}
	switch {
	case kinDoes(f):
		return len(f) > 3 && !lexicon.And.Has(f[2]) && !tellsTale(f[2:])
	case len(f) < 3 || len(words) == 0 || strings.Contains(" "+wordsOf(contact)+" ", " "+f[0]+" "):
		return false
	case lexicon.ThirdSubjects.Has(f[0]), lexicon.SentenceWords.Has(f[0]), lexicon.Subjects.Has(f[0]):
		return false
	}
	named := lexicon.FirstNames.Has(f[0]) || strings.ToLower(words[0]) != words[0] && !lexicon.DeedVerbs.Has(f[0])
	behind := f[1:]
	for len(behind) > 1 && lexicon.ToWhom.Has(behind[0]) { // "kim le va a mandar los papeles"
		behind = behind[1:]
	}
	rest := " " + strings.Join(behind, " ") + " "
	if lexicon.ToldOf.Has(f[1]) && named && lexicon.SaysTheyWill.In(rest) { // "sam said he'd send her the forms"
		return true
	}
	for _, will := range lexicon.Wills.Padded() {
		if strings.HasPrefix(rest, will) && named {
			return willDo(rest)
		}
	}
	return false
}

// mostToldLead is how many words lead to what somebody said of another.
const mostToldLead = 5

// toldLead is how many words at the beginning say that somebody told what follows, with its "that": "tambien me dijo q", "she also said".
func toldLead(f []string) int {
	at := slices.IndexFunc(f[:min(len(f), mostToldLead)], lexicon.ToldOf.Has)
	if at < 0 || lexicon.NegativeWords.Any(f[:at]) {
		return 0
	}
	for at++; at+1 < len(f) && lexicon.ToldLeads.Has(f[at]) && !lexicon.Kin.Has(f[at+1]); at++ {
	}
	return at
}

// tellsTale reports whether what follows one of the family tells of them, and of nothing that they will do: "her son has asthma".
func tellsTale(f []string) bool {
	p := " " + strings.Join(f, " ") + " "
	return !willDo(p) && !lexicon.SaysTheyWill.In(p) && !saysComes(f)
}

// saysComes reports whether somebody is said to do something in the present: "viene", "is coming", "is driving".
func saysComes(f []string) bool {
	for i, w := range f[:min(3, len(f))] {
		if lexicon.ComesNow.Has(w) {
			return true
		}
		if _, ok := ofGerund(w); ok && i > 0 {
			return true
		}
	}
	return false
}

// ByDoer divides what a text says that somebody will do: what the contact does, and what others do.
func ByDoer(text, contact string) (own, others string) {
	put := func(to *string, words string) {
		if words = strings.Trim(words, " ,"); words == "" {
			return
		}
		if *to != "" {
			*to += "\n"
		}
		*to += words
	}
	for _, s := range sentencesOf(text) {
		cut := clauseEnds(s)
		from, at := 0, &own
		last := ""
		for i := 0; i <= len(cut); i++ {
			to, next := len(s), len(s)
			if i < len(cut) {
				to, next = cut[i].From, cut[i].To
			}
			c := s[from:to]
			into := at
			switch f := strings.Fields(wordsOf(c)); {
			case OthersDeed(c, contact) && !(i > 0 && bareSubject(last, contact)): // "ella y su hermana van a la junta"
				into = &others
			case len(f) > 0 && (lexicon.ThirdSubjects.Has(f[0]) || strings.Contains(" "+wordsOf(contact)+" ", " "+f[0]+" ")):
				into = &own
			}
			if into != at || i == 0 {
				put(at, last)
				last, at = c, into
			} else {
				last += s[cut[i-1].From:to]
			}
			from = next
		}
		put(at, last)
	}
	return own, others
}

// bareSubject reports whether a clause is nothing but the contact: what follows is theirs too.
func bareSubject(clause, contact string) bool {
	w := wordsOf(clause)
	return w != "" && (lexicon.ThirdSubjects.Has(w) || strings.Contains(" "+wordsOf(contact)+" ", " "+w+" "))
}

// DeniesDeed reports whether a clause says that something is not done after all: "she said she cant make the rally", "ya no va a ir", "im
// not bringing the sheets".
func DeniesDeed(clause string) bool {
	f := strings.Fields(wordsOf(clause))
	if len(f) < 3 || lexicon.NothingBut.In(" "+strings.Join(f, " ")+" ") {
		return false
	}
	for i, w := range f {
		if !lexicon.NegativeWords.Has(w) || i+1 == len(f) {
			continue
		}
		for _, next := range f[i+1 : min(len(f), i+5)] {
			if _, spanish := infinitiveOf(next); spanish || lexicon.DeedVerbs.Has(next) || lexicon.ComesNow.Has(next) || lexicon.MakesIt.Has(next) {
				return true
			}
			if _, ok := ofGerund(next); ok {
				return true
			}
		}
	}
	return false
}

// minTold is how many words at least tell something of somebody.
const minTold = 4

// TellsOfSomebody reports whether a text tells of a talk or of whom it was with, and neither asks nor greets: "ok so she lives on the 3rd
// floor", "le prometí el número del abogado".
func TellsOfSomebody(body string) bool {
	if len(strings.Fields(body)) < minTold || IsQuestion(body) || SpeaksToSomebody(body) || AimOf(body) != Answers {
		return false
	}
	for _, p := range Story(body) {
		if p.Label != "" && p.Label != "learned" {
			return true
		}
	}
	for _, c := range clausesOf(body) {
		if beginsTale(c) {
			return true
		}
	}
	return TellsOnly(body)
}

// TellsOn reports whether a text tells of somebody, or of what the two promised or did not, and neither asks nor orders anything: what goes
// on with a report that was begun.
func TellsOn(body string) bool {
	if IsQuestion(body) || SpeaksToSomebody(body) || AimOf(body) != Answers || IsOrder(body) || OrdersMeet(body) {
		return false
	}
	if _, told := ReadComing(body); told {
		return false
	}
	body = WithoutHeading(body, "")
	if len(strings.Fields(body)) >= minTold && (TellsOfSomebody(body) || SpeaksOfSomebody(body)) {
		return true
	}
	return PromisesNothing(body) && lexicon.PromiseWords.Any(strings.Fields(wordsOf(body)))
}

// WithoutHeading takes off what says at the beginning of a text what it is about: "lo de rosa: ", "re maria - ", "ok so learned ".
func WithoutHeading(body, name string) string {
	if head, rest, ok := strings.Cut(body, ":"); ok && strings.TrimSpace(rest) != "" {
		if f := strings.Fields(wordsOf(head)); len(f) > 0 && len(f) <= 4 && (lexicon.Headings.Lead(head) > 0 || name != "" &&
			strings.Contains(Padded(name), " "+f[0]+" ")) {
			return strings.TrimSpace(rest)
		}
	}
	return body
}
