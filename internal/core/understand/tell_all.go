package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ToldToAll is what both, or all, are to be told: "them both im bringing food", "a las dos que llevo comida". "" where nobody such is
// named.
func ToldToAll(arg string) (words string, both bool) {
	n := lexicon.TellAll.Lead(arg)
	if n == 0 {
		return "", false
	}
	whom := Padded(arg[:n])
	both = !lexicon.TellThem.In(whom)
	return WithoutKnow(strings.TrimLeft(arg[n:], " ,:-")), both
}
