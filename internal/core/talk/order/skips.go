package order

import (
	"strings"

	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// skips hears that the two do not meet this time; whether it is called off is asked.
func skips(t *turn.Turn) bool {
	if !understand.SkipsThisOne(t.Body()) || t.Heard().Command != understand.None || t.AsksNow() {
		return false
	}
	hits, _ := t.Meant(phrase.WithoutTimes(t.Body(), t.Planning()), toCome(t))
	return len(hits) == 1 && t.Happened(fact.CancelSaid{Meets: hits})
}

// remindsThem answers an order to remind a contact at some time with when our texts come to them: reminders have their times.
func remindsThem(t *turn.Turn) bool {
	whom, ok := understand.RemindThem(t.Body())
	if !ok || t.Heard().Command != understand.None {
		return false
	}
	whom = phrase.WithoutTimes(whom, t.Planning()) // when they are to be reminded, and not when the two meet
	hits, named := t.Meant(whom, toCome(t))
	if len(hits) != 1 || !named || len(strings.Fields(whom)) > mostBehindName {
		return false
	}
	t.Happened(fact.RemindersAsked{Meet: hits[0]})
	return true
}

// mostBehindName is how many words stand with whom is to be reminded, without the time.
const mostBehindName = 4
