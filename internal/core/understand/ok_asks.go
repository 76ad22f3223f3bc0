package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

const (
	mostOkAsks = 24 // words of an agreement and a question
	mostOkHead = 5  // words of the agreement
)

// OkAndAsks reports whether a text opens with an agreement and goes on with a question that only who comes has, about the place or the
// coming: "ok is there parking", "va, y por cual calle es?". "ok what is this about?", "ok but..." and "ok let me check" agree to nothing.
func OkAndAsks(body string, c when.Context) bool {
	f := strings.Fields(body)
	if len(f) > mostOkAsks {
		return false
	}
	n, agreed := 0, false
	for n < len(f) && n < mostOkHead {
		k := okAt(f[n:])
		if k == 0 && (lexicon.Interjections.Has(bareWord(strings.ToLower(f[n]))) || lexicon.Thanking.Has(bareWord(strings.ToLower(f[n])))) {
			n++ // "oh ok", "ok thanks"
			continue
		}
		if k == 0 {
			break
		}
		n, agreed = n+k, true
	}
	for agreed && n < len(f) && lexicon.Joins.Has(bareWord(strings.ToLower(f[n]))) {
		n++
	}
	if !agreed || n == len(f) || strings.Contains(strings.Join(f[:n], " "), "?") {
		return false
	}
	rest := strings.Join(f[n:], " ")
	if end := strings.IndexAny(rest, ".!?"); end >= 0 { // "oh ok ana from the building. do i need to bring my lease?" knows who it is
		rest = rest[:end+1]
	}
	p := Padded(rest)
	words := strings.Fields(p)
	if !strings.ContainsAny(rest, "?¿") && !IsQuestion(rest) && lexicon.AsksWay.Lead(rest) == 0 || !lexicon.AsksWay.In(p) ||
		AskedIn(rest)&(OfMatter|OfWriter) != 0 ||
		lexicon.ButWords.Has(words[0]) || lexicon.SaysIf.Any(words) || insteadIn(words) || SendsAnother(body) {
		return false
	}
	r := Read(rest, c)
	return !r.Timed() && !r.Refused && r.Reply != No && r.Reply != Another && r.Reply != Maybe && r.Reply != Wrong
}

// okAt is how many words of an agreement stand first.
func okAt(f []string) int {
	for n := min(3, len(f)); n > 0; n-- {
		if lexicon.OkOpens.Has(strings.TrimSpace(Padded(strings.Join(f[:n], " ")))) {
			return n
		}
	}
	return 0
}
