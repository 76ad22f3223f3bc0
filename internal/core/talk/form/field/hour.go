package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// mostBesideTime is how many words of its own a text has at most beside the time of an event: "the rally is at 6".
const mostBesideTime = 2

// SaysWhen reports whether a text says when something is and hardly more.
func SaysWhen(t *turn.Turn) bool {
	return understand.OwnWords(phrase.WithoutTimes(t.Body(), t.Planning())) <= mostBesideTime
}

// HourAlone reports whether a text says an hour, and perhaps a place, and nothing else, which answers no question in words.
func HourAlone(t *turn.Turn, body string) bool {
	w, place := t.Heard().When, t.Heard().Place
	if !w.HasClock || w.HasDate() || t.Heard().Digit != 0 {
		return false
	}
	beside := strings.Replace(phrase.WithoutTimes(body, t.Planning()), place, "", 1)
	return understand.OnlyTime(body, w) || place != "" && understand.OwnWords(beside) == 0 // "6pm at yesler"
}
