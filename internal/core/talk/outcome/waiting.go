package outcome

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// justWrote is how long ago somebody wrote whom words about where one waits are for.
const justWrote = 10 * time.Minute

// waiting hears from an organizer who waits for a contact, or sees them come, while the one-on-one runs: how it went is asked afterwards.
func waiting(t *turn.Turn) bool {
	waits, there := understand.NotThereYet(t.Body())
	if !waits && !there {
		return false
	}
	var now []world.Meet
	for _, m := range t.Unreported() {
		if m.Open() && t.Now().Before(m.Ends()) {
			now = append(now, m)
		}
	}
	if len(now) != 1 {
		return false
	}
	r := turn.DecodeRelay(t.Conv().Relay)
	if waits && r.Contact == now[0].ContactID && t.Now().Sub(r.At) <= justWrote &&
		!lexicon.Negators.Any(strings.Fields(understand.Padded(t.Body()))) { // "aqui la espero en la mesa del fondo" is for them
		return false
	}
	t.SetAbout(turn.Loose(now[0].Meeting))
	if there {
		t.SetOutcome("kept in the thread: the contact has come")
		return true
	}
	t.Answer("help", t.SayMeet(lang.WaitNoted, now[0]))
	return true
}
