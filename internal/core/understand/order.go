package understand

import (
	"cmp"
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Padded is a text in small plain letters, with one space before, between and after its words and no marks around them: as phrases are
// looked up in it.
func Padded(s string) string {
	return " " + strings.Join(bare(s), " ") + " "
}

// bare divides a text into its words, in small plain letters and without the marks around them.
func bare(s string) []string {
	out := strings.Fields(lexicon.Plain(s))
	for i, w := range out {
		if out[i] = withoutMarks(w); len(out[i]) == 1 && lexicon.LetterFor(out[i][0]) != "" {
			out[i] = lexicon.LetterFor(out[i][0])
		}
	}
	out = slices.DeleteFunc(out, func(w string) bool { return w == "" })
	for i, w := range out {
		if w == "4" && i+1 < len(out) && lexicon.FourWhom.Has(out[i+1]) { // "330 is better 4 me"
			out[i] = "for"
		}
	}
	return out
}

// marks stand around words.
const marks = ",.;:!?¿¡()\"“”-–"

// withoutMarks takes off the marks around a word. Most have none: a letter or a digit at both ends is seen at once.
func withoutMarks(w string) string {
	if w == "" || plainEnd(w[0]) && plainEnd(w[len(w)-1]) {
		return w
	}
	return strings.Trim(w, marks)
}

func plainEnd(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// Clauses divides a text at its marks.
func Clauses(body string) []string {
	body = strings.ReplaceAll(body, "…", ". ")
	var out []string
	from := 0
	for i := 0; i <= len(body); i++ {
		end := i == len(body) || strings.IndexByte(",;!\n", body[i]) >= 0 || body[i] == '.' && (i+1 == len(body) || body[i+1] == ' ')
		if !end {
			continue
		}
		if c := strings.TrimSpace(body[from:i]); c != "" {
			out = append(out, c)
		}
		from = i + 1
	}
	return out
}

// withoutLeads takes off the words that lead to what somebody wants: "can you please".
func withoutLeads(s string) string {
	for {
		w, rest, more := strings.Cut(strings.TrimSpace(s), " ")
		if !more || !lexicon.OrderLeads.Has(strings.Trim(lexicon.Plain(strings.ToLower(w)), ",.:;!")) {
			return strings.TrimSpace(s)
		}
		s = rest
	}
}

// beginsAs returns what follows a word or phrase of the list with which a text begins, longest first.
func beginsAs(s string, l lexicon.List) (rest string, ok bool) {
	var first [5]string
	n := 0
	for w := range strings.FieldsSeq(s) {
		if first[n], n = w, n+1; n == len(first) {
			break
		}
	}
	if w := bare(first[0]); len(w) == 1 && w[0] != "4" && !l.Opens(w[0]) {
		return "", false
	}
	for ; n > 0; n-- {
		if l.Has(strings.Join(bare(strings.Join(first[:n], " ")), " ")) {
			return strings.Join(strings.Fields(s)[n:], " "), true
		}
	}
	return "", false
}

// movedToPlace is the place that stands right behind an order which has what is moved in it: "cámbielo al café", "a mi casa". "" for
// none.
func movedToPlace(f []string) string {
	if len(f) < 2 {
		return ""
	}
	to, next := strings.Join(bare(f[0]), ""), strings.Join(bare(f[1]), "")
	switch {
	case !lexicon.MoveTo.Has(to) || NamesTimeIn(bare(strings.Join(f, " "))):
	case lexicon.ToThe.Has(to) && lexicon.PlaceNouns.Has(next):
		return "el " + strings.Join(f[1:], " ")
	case lexicon.MyPlaces.Has(next), lexicon.TheirPlaces.Has(next), lexicon.The.Has(next):
		return strings.Join(f[1:], " ")
	}
	return ""
}

// isTale reports whether words tell of somebody and name no time: of "change it to she wants a lawyer" what stands behind the order.
func isTale(f []string) bool {
	who := strings.Join(bare(f[0]), "")
	return len(f) > 2 && lexicon.ThirdSubjects.Has(who) && who != "el" && !slices.ContainsFunc(f, func(w string) bool {
		return hasDigit(w) || len(w) > 2 && NamesTime(strings.Join(bare(w), ""))
	})
}

// ReadMove reads a sentence that gives a one-on-one another time: "can you push maria to friday at 4". It returns which, and the words
// of the time.
func ReadMove(body string) (which, time string, ok bool) {
	if len(body) > 200 || strings.Contains(body, "?") && !asksToDo(body) && !asksTimeLast(body) {
		return "", "", false
	}
	if c := Clauses(body); asksTimeLast(body) { // it goes there, whatever was said before: "to next week. tues 8th same time?"
		if which, _, ok = ReadMove(strings.TrimRight(body[:strings.LastIndex(body, c[len(c)-1])], " .,;")); ok {
			return which, c[len(c)-1], true
		}
	}
	if i := strings.IndexByte(body, '?'); i > 0 { // "puedes moverle a rosa pal viernes? tengo dentista"
		body = body[:i+1]
	}
	body = WithoutPlaceBack(body)
	rest, ok := beginsAs(withoutLeads(strings.Trim(body, " ?.!")), lexicon.MoveOrders)
	for _, c := range Clauses(body)[min(1, len(Clauses(body))):] { // behind its reason: "my kid is sick, push maria to friday at 2"
		if !ok {
			rest, ok = beginsAs(withoutLeads(strings.Trim(c, " ?.!")), lexicon.MoveOrders)
		}
	}
	if f := strings.Fields(body); !ok { // "gotta take my mom to the dr so push maria to friday"
		for i := 1; i+1 < len(f) && !ok; i++ {
			if lexicon.SoThen.Has(strings.Join(bare(f[i]), "")) {
				rest, ok = beginsAs(withoutLeads(strings.Trim(strings.Join(f[i+1:], " "), " ?.!")), lexicon.MoveOrders)
			}
		}
	}
	if !ok {
		if from, to := lexicon.NowMoving.Find(body); from > 0 && to < len(body) && beginsWithTime(body[to:]) &&
			!NamesStreet(body[to:]) && len(strings.Fields(body[to:])) <= mostOfMove { // "maria just called shes stuck, moving to 4"
			return strings.TrimRight(body[:from], " ,.;"), strings.TrimSpace(body[to:]), true
		}
	}
	if _, house := beginsAs(rest, lexicon.MovesHouse); !ok || house || lexicon.MovesHouse.Has(strings.Join(bare(rest), " ")) {
		return "", "", false
	}
	f := strings.Fields(rest)
	if len(f) > 1 && lexicon.MoveTo.Has(strings.Join(bare(f[0]), "")) &&
		(hasDigit(rest) || NamesTime(strings.Join(bare(f[1]), ""))) { // "muévele a las 5 a rosa", "pásala al martes"
		return rest, rest, true
	}
	if place := movedToPlace(f); place != "" {
		return "", place, true
	}
	for i := 1; i < len(f); i++ {
		if lexicon.MoveTo.Has(strings.Join(bare(f[i]), "")) {
			to := cmp.Or(movedToPlace(f[i:]), strings.Join(f[i+1:], " "))
			return strings.Join(f[:i], " "), to, i+1 < len(f) && !isTale(f[i+1:])
		}
	}
	return rest, "", len(f) > 0 && (len(f) <= 6 || lexicon.NewPlaceLeads.Lead(withoutLeads(body)) > 0)
}

// mostOfMove is how many words name the time to which one is moved, where it is told and not ordered.
const mostOfMove = 4

// BeginsWithPerson reports whether words begin with somebody spoken of: "her im late".
func BeginsWithPerson(words string) bool {
	f := bare(words)
	return len(f) > 0 && lexicon.ThirdPersons.Has(f[0])
}

// asksTimeLast reports whether the only thing that a text asks is the time with which it ends: "push maria to next week. tues 8th same
// time?"
func asksTimeLast(body string) bool {
	c := Clauses(body)
	if len(c) < 2 || strings.Count(body, "?") != 1 || !strings.HasSuffix(strings.TrimSpace(body), "?") {
		return false
	}
	last := bare(c[len(c)-1])
	return NamesTimeIn(last) && !slices.ContainsFunc(last, func(w string) bool {
		return !NamesTime(w) && !hasDigit(w) && !lexicon.SameHourWords.Has(w) && !lexicon.SmallOfSame.Has(w)
	})
}

// asksToDo reports whether a question asks for something to be done: "can you cancel maria?"
func asksToDo(body string) bool {
	f := bare(body)
	return len(f) > 2 && lexicon.OrderLeads.Has(f[0]) && (lexicon.OrderLeads.Has(f[1]) || lexicon.CancelVerbs.Has(f[1]) ||
		lexicon.TellVerbs.Has(f[1]) || lexicon.MoveVerbs.Has(f[1]) || lexicon.MoveOrders.Has(f[1]))
}

// Beside is what somebody tells beside a yes or a no, behind a "but": "shes coming but can only stay 30 min".
func Beside(body string) string {
	low := strings.ToLower(body)
	if len(low) != len(body) {
		return ""
	}
	at, n := -1, 0
	for _, but := range lexicon.ButWords.Padded() {
		i := strings.Index(low, but)
		if i < 0 || at >= 0 && i > at {
			continue
		}
		if _, tells := ReadComing(body[:i]); tells { // behind the answer, not in it: "she just called, shes coming but ..."
			at, n = i, len(but)
		}
	}
	if at < 0 {
		return ""
	}
	return strings.Trim(body[at+n:], " .!")
}

// NeverMind reports whether a text drops what was asked.
func NeverMind(body string) bool {
	return lexicon.NeverMind.Has(strings.Join(bare(body), " ")) || lexicon.NeverMind.Has(strings.Join(bare(withoutLeads(body)), " "))
}

// DropsPlan reports whether a text drops what is being planned, with a reason at most: "no mejor no, olvídalo, le hablo yo".
func DropsPlan(body string) bool {
	if NeverMind(body) {
		return true
	}
	if hasDigit(body) || len(strings.Fields(body)) > mostDropped {
		return false
	}
	drops := false
	for _, c := range Clauses(body) {
		f := strings.Fields(wordsOf(withoutLeads(c)))
		for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.ButWords.Has(f[0])) {
			f = f[1:]
		}
		if said := strings.Join(f, " "); lexicon.NeverMind.Lead(said) > 0 {
			drops = true
			f = strings.Fields(said[lexicon.NeverMind.Lead(said):])
		}
		switch {
		case len(f) == 0, small(f, lexicon.NoAgain):
		case NamesTimeIn(f) || lexicon.PlaceNouns.Any(f):
			return false
		case iDo(f), lexicon.Myself.Has(f[0]), lexicon.SelfWills.Has(f[0]), lexicon.ThirdSubjects.Has(f[0]), lexicon.NegativeWords.Has(f[0]),
			len(f) > 1 && lexicon.ToWhom.Has(f[0]) && firstPerson(f[1]):
		default:
			return false
		}
	}
	return drops
}

// mostDropped bounds, in words, a text that drops a plan and gives its reason.
const mostDropped = 14

// Kept divides words that are of all from those behind them that say whom they are not of: "cancel everyone today except jo", "no puedo con
// nadie, solo con pedro". kept is "" where nobody is left out.
func Kept(words string) (all, kept string) {
	f := strings.Fields(words)
	for i := 1; i < len(f); i++ {
		if rest, ok := beginsAs(strings.Join(f[i:], " "), lexicon.KeepsOut); ok && rest != "" &&
			(ForAll(strings.Join(f[:i], " ")) || i < 3 && NamesTimeIn(f[:i])) { // "thursday keep friday"
			return strings.Join(f[:i], " "), rest
		}
	}
	return words, ""
}

// ForAll reports whether words mean all of several: "everything tomorrow", "both".
func ForAll(words string) bool { return lexicon.OrderAll.In(Padded(words)) }

// OnlyAll reports whether words mean all of several and say no more: "both of them", "las dos", which is no hour then.
func OnlyAll(words string) bool {
	f := bare(words)
	for len(f) > 0 && (lexicon.OrderLeads.Has(f[0]) || lexicon.ThirdPersons.Has(f[0]) && !lexicon.Articles.Has(f[0])) {
		f = f[1:]
	}
	n := lexicon.OrderAll.Lead(strings.Join(f, " "))
	rest := bare(strings.Join(f, " ")[n:])
	return n > 0 && !slices.ContainsFunc(rest, func(w string) bool {
		return !lexicon.Of.Has(w) && w != "of" && !lexicon.ThirdPersons.Has(w) && !lexicon.Pleading.Has(w)
	})
}

// LooseCommand reads a command that is taught in capitals and was written small: "note likes tea", "prep maria". In an answer to an
// open question it may be an ordinary word.
func LooseCommand(body string) (c Command, arg string) {
	w, rest, more := strings.Cut(strings.TrimSpace(body), " ")
	word := lexicon.Plain(strings.ToLower(strings.Trim(w, ":,")))
	switch {
	case !more:
	case lexicon.CommandNote.Has(word):
		return Note, rest
	case lexicon.CommandIdea.Has(word):
		return Idea, rest
	case lexicon.CommandPrep.Has(word):
		return Prep, rest
	case lexicon.CommandPrivate.Has(word):
		return Private, rest
	}
	return None, ""
}

// IsOrder reports whether a text is a question to the record or an order in a sentence, and no words about a plan.
func IsOrder(body string) bool {
	if loose, _ := LooseCommand(body); loose != None && loose != Private || Drops(body) {
		return true
	}
	if _, cancels := ReadCancel(body); cancels {
		return true
	}
	if _, _, tells := ReadTell(body); tells {
		return true
	}
	_, reminds := ReadRemind(body)
	return reminds || Errand(body) || ReadAsk(body) != NoAsk || TakesBack(body)
}

// Spelled writes the first word out where it is a letter that is texted for one: "q llego tarde".
func Spelled(words string) string {
	w, rest, _ := strings.Cut(words, " ")
	if len(w) == 1 && lexicon.LetterFor(w[0]) != "" {
		return lexicon.LetterFor(w[0]) + " " + rest
	}
	return words
}
