package understand

import "github.com/reportback/reportback/internal/core/lexicon"

// LifeAlone reports whether words tell how somebody lives, and nothing that they will do: "mold in the bedroom, kid has asthma", "two jobs, no
// car", "3 hijos, el esposo trabaja de noche". It goes by how each clause begins.
func LifeAlone(body string) bool {
	clauses := Clauses(body)
	for _, c := range clauses {
		f := bare(c)
		for len(f) > 1 && (lexicon.Articles.Has(f[0]) || lexicon.TheirPlaces.Has(f[0]) || onlyDigits(f[0]) || lexicon.CountWords.Has(f[0]) ||
			lexicon.No.Has(f[0])) {
			f = f[1:]
		}
		if len(f) == 0 || lexicon.WillDo.Any(f) ||
			!lexicon.CaseWords.Has(f[0]) && !lexicon.Kin.Has(f[0]) && !lexicon.LifeNouns.Has(f[0]) {
			return false
		}
	}
	return len(clauses) > 0 && len(bare(body)) > 1 && !IsQuestion(body)
}
