package when

import "github.com/reportback/reportback/internal/core/lexicon"

// What is on a day that keeps somebody from all else.

// occasion reports whether what follows a day at j says what is on it, which keeps somebody from all else: "thurs is my kids recital", "el
// jueves es la boda de mi prima".
func (p *parser) occasion(j int) bool {
	k := p.behindIs(j)
	if p.at(j).s == "'" && p.at(j+1).s == "s" {
		k = j + 2
	}
	if lexicon.HasOn.Has(p.at(k).s) { // "el jueves tengo la cirugía de mi mamá"
		k++
	} else if k == j && p.at(j).s != "es" {
		return false
	}
	led := lexicon.MyPlaces.Has(p.at(k).s) || lexicon.TheirPlaces.Has(p.at(k).s) || lexicon.Articles.Has(p.at(k).s)
	for n := k; n < k+mostOccasion && (led || n < k+2) && p.at(n).s != "" && p.at(n).num < 0 && !mark(p.at(n).s, ",.;!?"); n++ {
		if p.occasionAt(n) {
			return p.c.Mode == Plan && !p.comesAnyway(n+1)
		}
		if p.at(n).s == "not" || p.at(n).s == "no" || lexicon.ButWords.Has(p.at(n).s) {
			return false
		}
	}
	return false
}

// comesAnyway reports whether a "but" follows from token k on with no time behind it: "thurs is my bday but ill be there".
func (p *parser) comesAnyway(k int) bool {
	but := false
	for ; k < len(p.toks); k++ {
		if but && (p.at(k).num >= 0 || p.kind(k) == lxWeekday || p.kind(k) == lxTomorrow) {
			return false
		}
		but = but || lexicon.ButWords.Has(p.at(k).s)
	}
	return but
}

// mostOccasion is how many words behind a day are looked at for that.
const mostOccasion = 7

// occasionAt reports whether something begins at token n that keeps somebody from all else: "recital", "court date", "junta de la escuela".
func (p *parser) occasionAt(n int) bool {
	return lexicon.Occasions.Has(p.at(n).s) || p.said(n, n+2).In(lexicon.Occasions) || p.said(n, n+4).In(lexicon.Occasions)
}

// movedOnto reports whether what stands before the day at i says that something that keeps somebody was put on it: "they moved my hearing
// to that thursday", "movieron la operación de mi mamá a ese jueves". What is asked to be moved there is none.
func (p *parser) movedOnto(i int) bool {
	k := i - 1
	for k > 0 && p.at(k).s != "a" && (p.kind(k) == lxThe || p.kind(k) == lxThis || lexicon.ThatOne.Has(p.at(k).s) ||
		lexicon.Articles.Has(p.at(k).s) || p.at(k).s == "ese") {
		k--
	}
	onto := p.at(k).s == "a" || lexicon.MovedOnto.Has(p.at(k).s)
	if p.c.Mode != Plan || k < 1 || !onto && p.at(i-1).s != "el" && p.at(i).s != "el" { // "me pusieron la audiencia el jueves"
		return false
	}
	if !onto {
		k++
	}
	moved, held := false, false
	for n := k - 1; n >= 0 && n > k-mostMoved && !mark(p.at(n).s, ".,;!?"); n-- {
		s := p.at(n).s
		if lexicon.MovedAsked.Has(s) || lexicon.NegativeWords.Has(s) {
			return false
		}
		moved = moved || lexicon.MovedWords.Has(s)
		ours := lexicon.MeetingNouns.Has(s) && !lexicon.MyPlaces.Has(p.at(n-1).s) // "la cita con rosa se movió al viernes"
		held = held || p.occasionAt(n) || !ours && (lexicon.HeldBy.Has(s) || lexicon.WorkNouns.Has(s))
	}
	return moved && held && !p.comesAnyway(i+1)
}

// mostMoved is how many words before a day are looked at for that.
const mostMoved = 11
