package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Story files the sentences of a report told in prose: who was met and when, what was learned, what they will do, what was promised to
// them, with whom of the staff it is talked over (staff are their first names), when they meet again. A piece with Label "" holds the
// facts of the meeting. Only plain wording moves a piece out of what was learned: what is not sure stays there, and the review shows
// it.
func Story(text string, staff ...string) []Labelled {
	if len(text) > 4*maxText {
		text = text[:4*maxText]
	}
	var out []Labelled
	for _, s := range withoutTales(sentencesOf(Dictated(text))) {
		for i, p := range piecesOf(s, len(out) == 0, staff) {
			if Declines(p.Words) { // "nothing else", "no commitment yet"
				if p.Label = nothingOf(p.Words); p.Label != "" {
					out = append(out, p)
				}
				continue
			}
			if n := len(out); n > 0 && out[n-1].Label == p.Label && p.Label != "" {
				out[n-1].Words += stopBefore(out[n-1].Words, i == 0) + p.Words
				continue
			}
			out = append(out, p)
		}
	}
	return merged(asideOfHaste(out))
}

// stopBefore is what stands between words and those that go on with them: the full stop of a sentence that ends there, where it has no
// mark.
func stopBefore(words string, newSentence bool) string {
	if newSentence && strings.Trim(words[max(0, len(words)-1):], ".,;:!?") != "" {
		return ". "
	}
	return " "
}

// nothingOf is which field a nothing is for that names it, "" when it names none.
func nothingOf(s string) string {
	f := strings.Fields(wordsOf(s))
	switch {
	case lexicon.CommitmentNouns.Any(f):
		return "commitment"
	case lexicon.PromiseNouns.Any(f):
		return "follow_ups"
	}
	return ""
}

// piecesOf divides a sentence where a clause begins that says of itself what it is: "a driver, wants safer streets, will join the phone
// bank".
func piecesOf(sentence string, first bool, staff []string) []Labelled {
	cut := withStarts(sentence, clauseEnds(sentence))
	var out []Labelled
	from := 0
	for i := 0; i <= len(cut); i++ {
		to, next := len(sentence), len(sentence)
		if i < len(cut) {
			to, next = cut[i].From, cut[i].To
		}
		own := clauseLabel(sentence[from:to], staff)
		n := len(out)
		switch words := strings.TrimSpace(sentence[from:to]); {
		case n > 0 && own == "" && out[n-1].Label != "" && out[n-1].Label != "learned" && (beginsTale(words) || holdsAtHead(words)):
			out = append(out, Labelled{"learned", words})
		case n > 0 && own == "" && !goesOn(out[n-1].Label): // "her # is 206-555-0150, super sharp"
			out = append(out, Labelled{"", words})
		case n > 0 && (own == "" || own == out[n-1].Label):
			out[n-1].Words = strings.TrimSpace(out[n-1].Words + sentence[cut[i-1].From:to])
		case words != "":
			out = append(out, Labelled{own, words})
		}
		from = next
	}
	for i := range out {
		out[i].Words = withoutJoin(out[i].Words)
		if ofOneself(out[i].Words) {
			_, out[i].Words, _ = strings.Cut(out[i].Words, " ")
		}
		if mail, ok := ParseEmail(out[i].Words); ok && out[i].Label == "contact_email" {
			out[i].Words = mail
		}
		if out[i].Label == "" {
			out[i].Label = sentenceLabel(out[i].Words, first && i == 0, staff)
		}
	}
	return out
}

// clauseEnds finds where one clause of a sentence ends and the next begins.
func clauseEnds(s string) []piece {
	var out []piece
	for i := 0; i < len(s); i++ {
		if s[i] != ',' && s[i] != ' ' || i+1 >= len(s) {
			continue
		}
		to := i + 1
		for to < len(s) && s[to] == ' ' {
			to++
		}
		w, rest, _ := strings.Cut(s[to:], " ")
		if goesOnWith(lexicon.Plain(w)) {
			if pairs(s[:i], rest) {
				continue
			}
			to = len(s) - len(rest)
		} else if s[i] != ',' {
			continue
		}
		out = append(out, piece{i, to})
		i = to - 1
	}
	return out
}

// pairs reports whether a joining word stands between two who do something together, and not between clauses: "sam and me", "yo y Sam".
func pairs(before, after string) bool {
	f := strings.Fields(before)
	if len(f) == 0 {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	last := wordsOf(f[len(f)-1])
	next = wordsOf(next)
	named := lexicon.FirstNames.Has(last) || lexicon.ThirdSubjects.Has(last)
	return named && lexicon.Myself.Has(next) || lexicon.Myself.Has(last) && lexicon.FirstNames.Has(next)
}

// withoutJoin takes the word off that joins a sentence to the one before: "and I told her".
func withoutJoin(s string) string {
	if w, rest, more := strings.Cut(s, " "); more && lexicon.Joins.Has(lexicon.Plain(strings.ToLower(w))) {
		return rest
	}
	return s
}

// goesOnWith reports whether a word joins clauses.
func goesOnWith(w string) bool { return lexicon.Joins.Has(w) || lexicon.ButWords.Has(w) }

// piece is a part of a text.
type piece struct{ From, To int }

// holdsAtHead reports whether a clause begins with what puts off or may be: "maybe she comes", "quizás venga".
func holdsAtHead(clause string) bool {
	f := strings.Fields(wordsOf(clause))
	return lexicon.HoldsBack.In(" " + strings.Join(firstOf(f, 3), " ") + " ")
}

// clauseLabel is which field a clause says by its first words that it is for, "" when by none.
func clauseLabel(clause string, staff []string) string {
	p := " " + wordsOf(clause) + " "
	head := " " + strings.Join(firstOf(strings.Fields(p), 6), " ") + " "
	switch {
	case debriefIn(p, staff):
		return "staff_follow_up"
	case onlyMail(clause):
		return "contact_email"
	case OnlyReach(clause):
		return "contact_phone"
	case ofOneself(clause):
		return "follow_ups"
	case saysAgain(head):
		return "next_steps"
	case lexicon.HoldsBack.In(head) && !deniesAll(strings.Fields(p)): // what somebody might do is no word given
		return ""
	case lexicon.SaysIPromised.In(head), iDo(strings.Fields(head)), owes(strings.Fields(head)):
		return "follow_ups"
	case !kinDoes(strings.Fields(p)) && pledges(head):
		return "commitment"
	}
	return ""
}

func firstOf(f []string, n int) []string { return f[:min(n, len(f))] }

// debriefIn reports whether words tell of a talk with the staff: "debrief with", "follow up with Sam".
func debriefIn(p string, staff []string) bool {
	if lexicon.SaysDebrief.In(p) || bareDebrief(p, staff) {
		return true
	}
	for _, s := range staff {
		if s = wordsOf(s); s != "" && strings.Contains(p, " "+s+" ") && lexicon.DebriefVerbs.In(p) {
			return true
		}
	}
	return false
}

// deedFollows reports whether a deed follows "will": "she will come", and not "she will lose her home".
func deedFollows(after string) bool {
	for k, w := range firstOf(strings.Fields(after), 3) {
		if isDeed(w) {
			return true
		}
		if k > 0 || !lexicon.BesideWill.Has(w) {
			return false
		}
	}
	return false
}

// merged puts the pieces of one field together: promises one a line, everything else as it was told. The facts of the meeting stay apart.
func merged(pieces []Labelled) []Labelled {
	var out []Labelled
	at := map[string]int{}
	for _, p := range pieces {
		i, seen := at[p.Label]
		if !seen || p.Label == "" {
			at[p.Label] = len(out)
			out = append(out, p)
			continue
		}
		sep := " "
		if p.Label == "follow_ups" || p.Label == "commitment" {
			sep = "\n"
		}
		out[i].Words += sep + p.Words
	}
	return out
}

// sentenceLabel reads which field a sentence is for.
func sentenceLabel(s string, first bool, staff []string) string {
	p := " " + wordsOf(s) + " "
	head := " " + strings.Join(firstOf(strings.Fields(p), 6), " ") + " "
	switch {
	case debriefIn(p, staff), withStaff(s, staff):
		return "staff_follow_up"
	case saysAgain(p):
		return "next_steps"
	case (lexicon.HoldsBack.In(head) || lexicon.HoldsBack.In(p) && !affirms(s)) && !deniesAll(strings.Fields(p)):
		return "learned"
	case lexicon.SaysIPromised.In(p), iDo(strings.Fields(p)), owes(strings.Fields(p)):
		return "follow_ups"
	case !kinDoes(strings.Fields(p)) && pledges(p):
		return "commitment"
	case first && len(strings.Fields(s)) <= 14 && (lexicon.SaysWhoMet.In(p) || lexicon.ToldNow.In(p)), first && len(strings.Fields(s)) <= 6:
		return ""
	case OnlyReach(s):
		return ""
	}
	return "learned"
}
