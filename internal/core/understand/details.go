package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// Details files what is told about somebody in any form, clause by clause: "email maria@x.org, met how church, needs ramp, reach call
// evenings", or "we met at church and she needs a ramp". A piece with Label "" belongs nowhere.
func Details(text string) []Labelled {
	if len(text) > 4*maxText {
		text = text[:4*maxText]
	}
	var out []Labelled
	for _, s := range sentencesOf(text) {
		if mail, rest, ok := mailWay(s); ok { // "m@x.org is best"
			out, s = append(out, Labelled{"contact_email", mail}), rest
		}
		cut := withMails(s, clauseEnds(s))
		from, before := 0, len(out)
		for i := 0; i <= len(cut); i++ {
			to, next := len(s), len(s)
			if i < len(cut) {
				to, next = cut[i].From, cut[i].To
			}
			name, words := detail(strings.TrimSpace(s[from:to]))
			n := len(out)
			if name == "needs" && n > before && out[n-1].Label == "follow_ups" && BeginsDeed(words) { // "and find an interpreter before that"
				name = ""
			}
			switch {
			case words == "" || lexicon.Interjections.Has(wordsOf(words)), lexicon.Joins.Has(wordsOf(words)):
			case name == "" && n > before && goesOn(out[n-1].Label) && !beginsTale(words), name != "" && i > 0 && n > 0 && name == out[n-1].Label:
				out[n-1].Words += s[cut[i-1].From:to]
			default:
				out = append(out, Labelled{name, words})
			}
			from = next
		}
	}
	return merged(out)
}

// withMails adds to the ends of clauses those around a mail address that is said in one breath with the rest: "i met him at church his
// email is x@y.org and he needs a ramp".
func withMails(s string, cut []piece) []piece {
	_, mail, ok := findEmail(s)
	if !ok {
		return cut
	}
	f := strings.Fields(s[:mail.From])
	n, led := len(f), 0
	for n > 0 && led < 4 && lexicon.MailLeads.Has(wordsOf(f[n-1])) {
		n--
		led++
	}
	from := mail.From
	for range led { // back over "his email is"
		from = strings.LastIndexByte(strings.TrimRight(s[:from], " "), ' ') + 1
	}
	var out []piece
	for _, p := range append(cut, piece{from - 1, from}, piece{mail.To, mail.To}) {
		if p.From > 0 && p.To < len(s) && !slices.ContainsFunc(out, func(o piece) bool { return p.From <= o.To && o.From <= p.To }) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b piece) int { return a.From - b.From })
	return out
}

// goesOn reports whether a clause that says nothing of itself goes on with the one before.
func goesOn(label string) bool { return label != "contact_email" && label != "contact_phone" }

// detail reads which field a clause is for, and its words without the field's name.
func detail(clause string) (name, words string) {
	clause = withoutJoin(clause)
	if name, rest := namedDetail(clause); name != "" {
		return name, rest
	}
	if mail, ok := ParseEmail(clause); ok && len(strings.Fields(clause)) <= 7 {
		return "contact_email", mail
	}
	if _, ok := ParsePhone(clause); ok && OnlyReach(clause) {
		return "contact_phone", clause
	} else if ok && len(strings.Fields(clause)) <= mostOfReach { // "Tonys cell 206-555-0177"
		return "notes", clause
	}
	p := " " + wordsOf(clause) + " "
	switch {
	case lexicon.SaysIPromised.In(p), iDo(strings.Fields(p)), givesThing(strings.Fields(p)), owes(strings.Fields(p)),
		callsOnce(strings.Fields(p)):
		return "follow_ups", clause
	case (lexicon.SaysHowMet.In(p) || lexicon.NeighborWords.Has(strings.TrimSpace(p))) && !saysWill(p):
		return "relationship", clause
	case saysReach(p) && !saysWill(p):
		return "best_way", clause
	case lexicon.SaysNeeds.In(p) && !talksOfNeed(p):
		return "needs", clause
	case saysAgain(p), lexicon.SaysNextStep.In(p), lexicon.SaysTheyWill.In(p), willDo(p):
		return "next_steps", clause
	}
	return "", clause
}

// talksOfNeed reports whether what somebody may need is only what they talk about, as they will: "she'll call luz about the childcare".
func talksOfNeed(p string) bool {
	from, _ := lexicon.SaysNeeds.Find(p)
	f := strings.Fields(p[:from])
	return lexicon.TopicLeads.Any(f[max(0, len(f)-3):]) && willDo(p)
}

// saysReach reports whether words say how somebody is best reached: "call her evenings", and not "call her landlord".
func saysReach(p string) bool {
	if overCalls(p) || lexicon.TextsRather.In(p) {
		f := strings.Fields(p)
		return !slices.ContainsFunc(f, ofKin) && !lexicon.OtherAgents.Any(f) // "her landlord never answers calls"
	}
	for _, way := range lexicon.SaysReach.Padded() {
		if _, after, ok := strings.Cut(p, way); ok {
			f := strings.Fields(after)
			if !willDo(p) && !slices.ContainsFunc(f[:min(3, len(f))], ofKin) {
				return true
			}
		}
	}
	f := strings.Fields(p)
	return lexicon.ReachTold.In(p) && !willDo(p) && !lexicon.OtherAgents.Any(f) && !lexicon.FirstSubjects.Any(f)
}

// ofKin reports whether a word is of one or more of a family.
func ofKin(w string) bool { return lexicon.Kin.Has(w) || lexicon.Kin.Has(strings.TrimSuffix(w, "s")) }

// namedDetail reads a clause that begins with the name of a field: "met how church", "needs ramp", "correo: x@y.org".
func namedDetail(clause string) (name, rest string) {
	f := strings.Fields(clause)
	for n := min(3, len(f)-1); n > 0; n-- {
		w := strings.TrimRight(lexicon.Plain(strings.Join(f[:n], " ")), ":=-")
		l, ok := label(w)
		switch {
		case !ok, l == "met_on", l == "contact", l == "consent", l == "contact_email", l == "contact_phone", l == "learned":
			continue
		case n == 1 && l == "organizer" && !strings.HasSuffix(f[0], ":"), // "by the 10th"
			n == 1 && l == "best_way" && lexicon.TalksTo.Has(f[1]) && !hasDigit(clause), // "hablarle al dueño": what somebody does
			n == 1 && (l == "relationship" || l == "staff_follow_up") && !strings.HasSuffix(f[0], ":"), n == 1 && l == "follow_ups":
			continue
		}
		return l, strings.TrimSpace(strings.Join(f[n:], " "))
	}
	return "", ""
}

// BeginsDeed reports whether a text begins with what somebody does, and says no more of who: "bring her the flyer".
func BeginsDeed(text string) bool {
	first, _, _ := strings.Cut(wordsOf(text), " ")
	return lexicon.DeedVerbs.Has(first) || lexicon.Infinitives.Has(first)
}

// Elsewhere reads a text as the answer to other questions than the open one: by plain words alone, and all of it, else it is nil.
func Elsewhere(text string) []Labelled {
	if BeginsDeed(text) { // "talk to her neighbors": what somebody does
		return nil
	}
	var out []Labelled
	for _, p := range Details(text) {
		w := " " + wordsOf(p.Words) + " "
		switch {
		case p.Label == "contact_email", p.Label == "contact_phone", p.Label == "notes", p.Label == "follow_ups", p.Label == "needs":
		case (lexicon.SaysTheyWill.In(w) || willDo(w)) && !saysAgain(w):
			p.Label = "commitment"
		case p.Label == "next_steps" && saysAgain(w) && timeish(w): // when they meet next
		case p.Label == "relationship" && lexicon.SaysFoundUs.In(w):
		case p.Label == "best_way" && (lexicon.SaysPrefers.In(w) || overCalls(w) || lexicon.TextsRather.In(w)):
		case p.Label == "" && len(out) > 0 && !tellsDeed(p.Words): // an aside
			p.Label = "notes"
		default:
			return nil
		}
		out = append(out, p)
	}
	return out
}

// IsDeed reports whether words answer what somebody will do.
func (l Labelled) IsDeed() bool { return l.Label == "commitment" || l.Label == "follow_ups" }

// Pledged is what a text, where it was asked what was learned, says of what the contact gave their word to, and nothing else: "agreed to
// come to the dec 10 meeting". nil where it tells more.
func Pledged(text string) []Labelled {
	pieces := Story(text)
	for _, p := range pieces {
		if p.Label != "commitment" || !lexicon.SaysTheyWill.In(" "+wordsOf(p.Words)+" ") {
			return nil
		}
	}
	return pieces
}

// ByName divides a text that tells of several people by their first names: what is said after a name is said of them, until another is
// named. common is what stands before, and what is said of several at once.
func ByName(text string, names []string) (each []string, common string) {
	each = make([]string, len(names))
	at := -1
	for _, s := range sentencesOf(text) {
		cut := slices.DeleteFunc(clauseEnds(s), func(p piece) bool { return betweenNames(s, p, names) })
		from := 0
		for i := 0; i <= len(cut); i++ {
			to, next := len(s), len(s)
			if i < len(cut) {
				to, next = cut[i].From, cut[i].To
			}
			switch who := namedIn(s[from:to], names); {
			case len(who) == 1:
				at = who[0]
			case len(who) > 1:
				at = -1
			}
			sep := ", "
			if from == 0 {
				sep = ". "
			}
			into := &common
			if at >= 0 {
				into = &each[at]
			}
			if words := strings.TrimSpace(s[from:to]); words != "" {
				if *into != "" {
					*into += sep
				}
				*into += words
			}
			from = next
		}
	}
	return each, common
}

// betweenNames reports whether what divides two clauses stands between two of the names, who are told of together: "saw jo n maria".
func betweenNames(s string, p piece, names []string) bool {
	before, after := strings.Fields(wordsOf(s[:p.From])), strings.Fields(wordsOf(s[p.To:]))
	is := func(w string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return n != "" && wordsOf(n) == w })
	}
	return len(before) > 0 && len(after) > 0 && is(before[len(before)-1]) && is(after[0]) && s[p.From] != ','
}

// namedIn returns which of the names stand in a clause.
func namedIn(clause string, names []string) (who []int) {
	p := " " + wordsOf(clause) + " "
	for i, n := range names {
		if n = wordsOf(n); n != "" && strings.Contains(p, " "+n+" ") {
			who = append(who, i)
		}
	}
	return who
}

// FirstSentence is what a text tells first.
func FirstSentence(text string) string {
	if s := sentencesOf(text); len(s) > 0 {
		return s[0]
	}
	return ""
}

// ToldNow reports whether a text begins by telling of a talk that is over: "just had a great talk with". now says that it was just now.
func ToldNow(body string) (told, now bool) {
	f := strings.Fields(wordsOf(body))
	head := " " + strings.Join(firstOf(f, 8), " ") + " "
	for _, p := range lexicon.ToldFirst.Padded() {
		if strings.HasPrefix(head, p) {
			return true, lexicon.JustNow.In(head)
		}
	}
	for _, p := range lexicon.ToldNow.Padded() {
		if strings.Contains(head, p) {
			return true, lexicon.JustNow.In(head)
		}
	}
	return false, false
}

// maxBeside is how many words a sentence may have beside who, when and where they met, and still say no more than that.
const maxBeside = 3

// OnlyMeeting reports whether words say no more than whom somebody met, when and where: "met Denise yesterday at the library". What says
// more is kept as what was learned.
func OnlyMeeting(words string, c when.Context) bool {
	t := Read(words, c)
	said := " " + wordsOf(t.Person+" "+t.Place) + " "
	beside := 0
	for _, w := range split(words) {
		low := wordsOf(w.s)
		l := lexicon.Look(low)
		switch {
		case low == "", inSpans(w, t.When.Spans), strings.Contains(said, " "+low+" "), onlyDigits(strings.ReplaceAll(low, " ", "")):
		case l.In(lexicon.Articles), l.In(lexicon.LeadsToName), l.In(lexicon.BeforeName), l.In(lexicon.SetsOffName), l.In(lexicon.JustNow):
		default:
			beside++
		}
	}
	return beside <= maxBeside
}

// OwnDeed reports whether words say what the organizer will do: "le paso el contacto el lunes".
func OwnDeed(s string) bool {
	d := Details(s)
	return len(d) == 1 && d[0].Label == "follow_ups"
}
