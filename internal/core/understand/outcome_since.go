package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// TalkedSince reports whether a text tells that the two talked by phone before it says why: "talked on the phone bc she couldnt come".
func TalkedSince(body string) bool {
	f := strings.Fields(wordsOf(body))
	for i, w := range f {
		if !lexicon.Because.Has(w) {
			continue
		}
		told := f[:i]
		p := " " + strings.Join(told, " ") + " "
		return lexicon.SaysByPhone.In(p) && !lexicon.NegativeWords.Any(told) && !lexicon.SaysAbsent.In(p)
	}
	return false
}
