package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// A yes may stand in one part of a text whose other parts say more, or tell of others.

// YesBeside reports whether a text that seems no answer holds a yes of its writer's: before a "but" that only asks or tells something
// besides, "si pero no se donde queda", "ok c u then but can my sis come", "dice q si pero tengo q llevar a la niña esta bien?"; behind
// what somebody else says, "ok hes fine w it im in"; or behind what has changed, "my aunt can watch the kids so im good for thurs".
func YesBeside(body string, c when.Context) bool {
	if len(body) > maxOthers {
		return false
	}
	return yesBeforeBut(body, c) || yesAfterOthers(body, c) || YesBehindReason(body, c)
}

func yesBeforeBut(body string, c when.Context) bool {
	f := strings.Fields(body)
	for i, w := range f {
		if i == 0 || i+1 == len(f) || !lexicon.ButWords.Has(bareWord(strings.ToLower(w))) {
			continue
		}
		before, behind := strings.Join(f[:i], " "), strings.Join(f[i+1:], " ")
		yes := Read(before, c).Reply == Yes || SaidForThem(before, c) == Yes
		p := strings.TrimSpace(Padded(behind))
		n := lexicon.YesGoesOn.Lead(p)
		if !yes || n == 0 || strings.ContainsAny(before, "?¿") || SendsAnother(body) || insteadIn(bare(behind)) {
			return false
		}
		r := Read(p[n:], c)
		if lexicon.FirstSubjects.Any(strings.Fields(p[n:])) || lexicon.WillBe.In(" "+p[n:]+" ") { // "i dont know where ill be that day"
			return false
		}
		return r.Reply != No && r.Reply != Another && !Read(behind, c).Timed() && !lexicon.SaysIf.Any(strings.Fields(p[n:]))
	}
	return false
}

// DoubtsWhere reports whether a yes goes on, behind its "but", to that its writer does not know where they will be: "si pero no se donde
// voy a estar".
func DoubtsWhere(body string) bool {
	f := bare(body)
	but := slices.IndexFunc(f, lexicon.ButWords.Has)
	if but < 1 {
		return false
	}
	behind := strings.Join(f[but+1:], " ")
	n := lexicon.YesGoesOn.Lead(behind)
	return n > 0 && lexicon.WillBe.In(" "+strings.TrimSpace(behind[n:])+" ")
}

// insteadIn reports whether words put something in the place of another: "can my sister go instead".
func insteadIn(f []string) bool {
	return slices.ContainsFunc(f, func(w string) bool { return lexicon.InsteadOf.Has(w) && !lexicon.NegativeWords.Has(w) })
}

func yesAfterOthers(body string, c when.Context) bool {
	p := Padded(body)
	from, to := lexicon.OthersAgree.Find(p)
	before := strings.Fields(p[:from])
	if to == 0 || strings.ContainsAny(body, "?¿") || lexicon.Negators.Any(before) || lexicon.SaysIf.Any(before) {
		return false
	}
	rest := strings.Fields(p[to:])
	for len(rest) > 1 && (lexicon.SoThen.Has(rest[0]) || lexicon.Joins.Has(rest[0])) {
		rest = rest[1:]
	}
	if len(rest) == 0 || len(rest) > mostAfterOthers || lexicon.ButWords.Any(rest) {
		return false
	}
	h := Read(strings.Join(rest, " "), c)
	return h.Reply == Yes && !h.Timed()
}

// mostAfterOthers is how many words a yes has behind what others say.
const mostAfterOthers = 6

// MayMove reports whether a text says that another time may be needed, which its writer does not know yet, and names none: "might have to
// move it. ill let you know".
func MayMove(body string, c when.Context) bool {
	if strings.ContainsAny(body, "?¿") || !lexicon.MayMove.In(Padded(body)) {
		return false
	}
	for _, clause := range Clauses(body) {
		f := bare(clause)
		if r := Times(clause, c); Timed(r) && !lexicon.WillKnow.Any(f) && !lexicon.WillKnow.In(" "+strings.Join(f, " ")+" ") {
			return false
		}
	}
	return true
}

// AsksLeaveBeside reports whether a text asks leave in one of its sentences, and answers nothing in the others: "found the lease! also is
// it ok if im there at 2:45".
func AsksLeaveBeside(body string, c when.Context) bool {
	asks := false
	for piece := range strings.FieldsFuncSeq(body, func(r rune) bool { return strings.ContainsRune(".;!?\n", r) }) {
		f := strings.Fields(strings.TrimSpace(piece))
		for len(f) > 1 && (lexicon.Interjections.Has(bareWord(strings.ToLower(f[0]))) || lexicon.Joins.Has(bareWord(strings.ToLower(f[0])))) {
			f = f[1:]
		}
		piece = strings.Join(f, " ")
		switch r := Read(piece, c).Reply; {
		case piece == "":
		case ComesAnyway(piece):
			asks = true
		case r != NoReply && r != Yes && r != Thanks:
			return false
		}
	}
	return asks
}

// WithoutMixup is a text without the day for which its writer says that they took another: "perdon si puedo me confundi con el miercoles"
// is "perdon si puedo". ok says that it tells of such a mistake.
func WithoutMixup(body string) (rest string, ok bool) {
	p := Padded(body)
	from, to := lexicon.MixedUp.Find(p)
	if to == 0 {
		return body, false
	}
	f := strings.Fields(p[to:])
	n := 0
	for n < len(f) && n < 4 && (NamesTime(f[n]) || hasDigit(f[n]) || lexicon.Articles.Has(f[n]) || lexicon.On.Has(f[n])) {
		n++
	}
	return strings.TrimSpace(p[:from] + " " + strings.Join(f[n:], " ")), true
}

// KnowsWho reports whether a text says that whoever writes is known after all, and asks nothing: "ah ok si la conozco".
func KnowsWho(body string) bool {
	p := Padded(body)
	from, to := lexicon.KnowsThem.Find(p)
	if to == 0 || strings.ContainsAny(body, "?¿") {
		return false
	}
	return !lexicon.Negators.Any(strings.Fields(p[:from]))
}

// OnlyKnowsWho reports whether a text that reads as a yes says it of nothing but who writes: "oh ok i know her".
func OnlyKnowsWho(body string, c when.Context) bool {
	if !KnowsWho(body) {
		return false
	}
	for _, s := range strings.FieldsFunc(body, func(r rune) bool { return strings.ContainsRune(".,;!\n", r) }) {
		if len(bare(s)) >= leastBeside && !KnowsWho(s) && Read(s, c).Reply == Yes { // "oh yeah now i remember! yes i can thursday"
			return false
		}
	}
	p := Padded(body)
	from, to := lexicon.KnowsThem.Find(p)
	rest := strings.Fields(p[:from] + " " + p[to:])
	for len(rest) > 0 && (lexicon.Interjections.Has(rest[0]) || lexicon.YesMildly.Has(rest[0]) || lexicon.Fillers.Has(rest[0]) ||
		rest[0] == "si") {
		rest = rest[1:]
	}
	return len(rest) == 0 || Read(strings.Join(rest, " "), c).Reply != Yes
}

// IllThen reports whether a few words say no more than that somebody is ill on a day: "sick thursday", "enferma el jueves".
func IllThen(body string) bool {
	f := bare(body)
	return len(f) <= maxSmall+1 && lexicon.IllAlone.Any(f) && !lexicon.Negators.Any(f)
}

// WishesNoMore reports whether a no says that its writer does not want to, so that no other time is to be offered: "ya no quiero ir".
func WishesNoMore(body string) bool { return lexicon.NoMoreWish.In(Padded(body)) }

// Invites is what stands behind an order to invite somebody, whom it names first: "maria to the tenants meeting mon dec 14". false where
// it asks, or denies.
func Invites(body string) (rest string, ok bool) {
	body = strings.TrimSpace(body)
	for {
		w, after, more := strings.Cut(body, " ")
		if !more || !lexicon.OrderLeads.Has(bareWord(strings.ToLower(w))) {
			break
		}
		body = strings.TrimSpace(after)
	}
	n := lexicon.InviteLeads.Lead(body)
	if n == 0 || strings.HasSuffix(body, "?") {
		return "", false
	}
	return strings.TrimSpace(body[n:]), true
}
