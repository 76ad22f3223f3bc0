package offer

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// AnswerToNo is what a no is answered: who tells of an illness beside it hears a word of that.
func AnswerToNo(t *turn.Turn) lang.Key {
	if understand.TellsOfIllness(t.Body()) {
		return lang.NoAnswerIll
	}
	return lang.NoAnswer
}
