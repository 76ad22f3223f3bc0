package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// leastBeside is how many words of its own stand at least behind a yes that says more.
const leastBeside = 2

// AgreesAndMore is what a text says behind the yes, or the 1, that it begins with: of "1 her son got a letter and i dont know what to say"
// all but the 1. An hour is such a thing too. false where it says no more, or takes the yes back.
func AgreesAndMore(body string, c when.Context) (more string, ok bool) {
	f := strings.Fields(body)
	if len(f) < 2 || strings.Contains(body, "?") {
		return "", false
	}
	first := bareWord(strings.ToLower(f[0]))
	marked := strings.ContainsAny(f[0][len(f[0])-1:], ",.!;)")
	next := bareWord(strings.ToLower(f[1]))
	switch plain := lexicon.Plain(first); {
	case lexicon.Negators.Has(next), lexicon.NegativeWords.Has(next), lexicon.LeadingNo.Has(next):
		return "", false
	case first == "1" && !lexicon.Meridiems.Has(next) && !hasDigit(next):
	case plain == "si" || first == "ya":
		if !marked && first == plain && !lexicon.BehindSi.Has(next) { // "si puede sam"
			return "", false
		}
	case !lexicon.Yes.Has(first) && !lexicon.YesMildly.Has(first):
		return "", false
	}
	f = f[1:]
	for len(f) > 1 && (lexicon.ButWords.Has(bareWord(strings.ToLower(f[0]))) || lexicon.Pleading.Has(bareWord(strings.ToLower(f[0])))) {
		f = f[1:]
	}
	more = strings.Join(f, " ")
	return more, OwnWords(more) >= leastBeside || Times(more, c).HasClock
}

// DeclinesOffer reports whether a text begins with a no to what we offer to send, and says at most that its writer does so: "no ya", "no,
// yo le escribo".
func DeclinesOffer(body string) bool {
	f := strings.Fields(wordsOf(body))
	if len(f) == 0 || len(f) > maxSmall+3 || !lexicon.LeadingNo.Has(f[0]) || strings.Contains(body, "?") {
		return false
	}
	rest := f[1:]
	for len(rest) > 1 && lexicon.Thanking.Has(rest[0]) {
		rest = rest[1:]
	}
	head := rest[:min(len(rest), 1)]
	return small(rest, lexicon.YesMildly) || iDo(rest) || lexicon.Myself.Any(head) || lexicon.OwnSubjects.Any(head)
}

// SendsOneself reports whether a text refuses what we offer to send since its writer does it: "no gracias yo le escribo".
func SendsOneself(body string) bool {
	f := strings.Fields(wordsOf(body))
	return DeclinesOffer(body) && len(f) > 2 && lexicon.Rewords.Lead(strings.Join(f[1:], " ")) == 0 && lexicon.ThanksAlone.Any(f)
}
