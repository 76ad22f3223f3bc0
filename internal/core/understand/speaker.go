package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// What the speaker does, told in one breath with what the other will do.

// BySpeaker divides what a text says that somebody will do: what is of the other, and what its speaker does: "viene el 12 con dos vecinas,
// yo le llevo los volantes". mine is "" where nothing of it is the speaker's, or all. contact is the other's name.
func BySpeaker(text, contact string) (theirs, mine string) {
	put := func(to *string, words string) {
		if words = strings.Trim(words, " ,."); words == "" {
			return
		}
		if *to != "" {
			*to += "\n"
		}
		*to += words
	}
	for _, s := range sentencesOf(text) {
		cut := clauseEnds(s)
		from, own, last := 0, false, ""
		for i := 0; i <= len(cut); i++ {
			to, next := len(s), len(s)
			if i < len(cut) {
				to, next = cut[i].From, cut[i].To
			}
			was, c := own, s[from:to]
			switch f := strings.Fields(wordsOf(c)); {
			case ownTurn(f):
				own = true
			case i == 0, begunByThem(f, contact):
				own = false
			}
			switch {
			case i == 0:
				last = c
			case own == was:
				last += s[cut[i-1].From:to]
			default:
				put(pick(was, &mine, &theirs), last)
				last = c
			}
			from = next
		}
		put(pick(own, &mine, &theirs), last)
	}
	if theirs == "" || mine == "" {
		return text, ""
	}
	return theirs, mine
}

func pick(own bool, mine, theirs *string) *string {
	if own {
		return mine
	}
	return theirs
}

// begunByThem reports whether a clause begins with who is spoken of, or with what they do.
func begunByThem(f []string, contact string) bool {
	for len(f) > 1 && (lexicon.Joins.Has(f[0]) || lexicon.Interjections.Has(f[0]) || lexicon.TaleOpens.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 0 && (lexicon.ThirdSubjects.Has(f[0]) || lexicon.ComesNow.Has(f[0]) ||
		strings.Contains(" "+wordsOf(contact)+" ", " "+f[0]+" ") ||
		pledges(" "+strings.Join(firstOf(f, 6), " ")+" "))
}

// ownTurn reports whether a clause begins with its speaker, or by words for it, and says what they do: "yo le llevo los volantes", "me toca
// avisarle", "im picking them up". What they only think of it is no deed: "i think".
func ownTurn(f []string) bool {
	for len(f) > 1 && !lexicon.Myself.Has(f[0]) && (lexicon.Joins.Has(f[0]) || lexicon.ButWords.Has(f[0]) ||
		lexicon.Interjections.Has(f[0]) || lexicon.TaleOpens.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 2 || lexicon.ThirdSubjects.Has(f[0]) {
		return false
	}
	head := " " + strings.Join(firstOf(f, 6), " ") + " "
	for _, turn := range lexicon.OwnTurns.Padded() {
		if strings.HasPrefix(head, turn) {
			return true
		}
	}
	if DeniesDeed(strings.Join(f, " ")) || lexicon.HoldsBack.In(head) {
		return false
	}
	if lexicon.Myself.Has(f[0]) && (lexicon.OnlyThinks.Has(f[1]) || lexicon.ToWhom.Has(f[1]) || lexicon.ObjectEnds.Has(f[1])) {
		return selfDoes(f) // "yo la vi animada" is nothing to do
	}
	return lexicon.SaysIPromised.In(head) || iDo(f) || owes(f) || selfDoes(f)
}

// selfDoes reports whether words are "i" or "yo" and a deed: "yo la llamo", "i print the sheets", "llevo yo los volantes", "im picking
// them up".
func selfDoes(f []string) bool {
	if firstPerson(f[0]) && lexicon.Myself.Has(f[1]) {
		return true
	}
	if lexicon.SelfWills.Has(f[0]) || f[0] == "id" || f[0] == "im" {
		k := 1 + afterBeside(f[1:])
		if k >= len(f) {
			return false
		}
		_, at := ofGerund(f[k])
		return at || isDeed(f[k]) || lexicon.GiveVerbs.Has(f[k])
	}
	if !lexicon.Myself.Has(f[0]) {
		return false
	}
	k := 1
	for k+1 < len(f) && (lexicon.ToWhom.Has(f[k]) || lexicon.ObjectEnds.Has(f[k]) || lexicon.BesideWill.Has(f[k])) {
		k++
	}
	if lexicon.OnlyThinks.Has(f[k]) {
		return false
	}
	return isDeed(f[k]) || lexicon.GiveVerbs.Has(f[k]) || firstPerson(f[k])
}
