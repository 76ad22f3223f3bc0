package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Whose deed words tell that do not say, or hardly say, who does it.

// Subjectless reports whether words say a deed without who does it: "yep gonna send her the petition". It is whose deed is asked.
func Subjectless(words string) bool {
	f := strings.Fields(wordsOf(words))
	for len(f) > 1 && (lexicon.Yes.Has(f[0]) || f[0] == "si" || f[0] == "ya" || small(f[:1], lexicon.NoList)) {
		f = f[1:]
	}
	if len(f) == 0 {
		return false
	}
	return longest(f, lexicon.DeedLeadsAlone) > 0
}

// DoesForThem reports whether words, behind what somebody will do, go on with what they do for another on a day: "le habla a su hermana el
// domingo".
func DoesForThem(words string) bool {
	f := strings.Fields(wordsOf(words))
	return len(f) > 2 && lexicon.ToWhom.Has(f[0]) && lexicon.Infinitives.Has(f[1]+"r") && slices.ContainsFunc(f, isWeekday)
}

// BeginsOwnDeed reports whether words begin with what their writer does: "i'll review it", "yo le llevo unas sillas".
func BeginsOwnDeed(body string) bool {
	f := strings.Fields(wordsOf(body))
	return len(f) > 1 && (iDo(f) || lexicon.OwnSubjects.Has(f[0]) || lexicon.Myself.Has(f[0]))
}

// SaysTheySaid reports whether words begin with what somebody said: "dijo q nos presta su sala".
func SaysTheySaid(body string) bool {
	f := strings.Fields(wordsOf(body))
	for len(f) > 1 && (lexicon.ThirdSubjects.Has(f[0]) || lexicon.Interjections.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 2 && lexicon.SaidVerbs.Has(f[0])
}

// OwnGift reports whether words say, without who, that somebody is to be given a thing: "promised to send both of them the flyer". Asked
// what the contact will do, it is what the writer does for them.
func OwnGift(body string) bool {
	f := strings.Fields(wordsOf(body))
	for i := 1; i+1 < len(f); i++ {
		if lexicon.SomebodyOf.Has(f[i]) && lexicon.Articles.Has(f[i+1]) && !lexicon.TheirPlaces.Has(f[i+1]) {
			return Subjectless(body)
		}
	}
	return false
}
