package sms

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Tapback reads a phone's reaction to a text of ours: Liked "...", A Ana le gustó “...”, Reacted 👍 to "...", and one that is removed.
// The quoted words are ours and never count.
func Tapback(text string) (kind, quoted string, ok bool) {
	t := strings.TrimSpace(lexicon.Compose(text))
	i := strings.IndexAny(t, `"“«„`)
	if i < 1 || i > maxReaction {
		return "", "", false
	}
	q, ok := quote(t[i:])
	if !ok {
		return "", "", false
	}
	head, emoji := reactionHead(t[:i])
	switch {
	case head == "" && emoji == "":
		return "", "", false
	case begins(head, lexicon.ReactsRemoved) || strings.HasPrefix(head, "removed") || emoji != "" && strings.Contains(head, "removed"):
		return "removed", q, true
	case says(head, lexicon.ReactsDisliked):
		return "disliked", q, true
	case says(head, lexicon.ReactsLiked):
		return "liked", q, true
	case says(head, lexicon.ReactsLoved):
		return "loved", q, true
	case emoji != "" && (lexicon.AfterReaction.Has(head) || head == ""):
		return reaction(emoji), q, true
	case says(head, lexicon.ReactsOther):
		return "reacted", q, true
	}
	return "", "", false
}

// maxReaction bounds what stands before the quoted words.
const maxReaction = 60

// reactionHead divides what stands before the quoted words into words and an emoji.
func reactionHead(s string) (words, emoji string) {
	for _, r := range s {
		if r >= 0x2190 && r != 0xFE0F && r != 0x200D && (r < 0x1F3FB || r > 0x1F3FF) {
			emoji = string(r)
			break
		}
	}
	return strings.Join(plainWords(s), " "), emoji
}

// says reports whether the words are a reaction's, by themselves or behind "a Ana".
func says(head string, l lexicon.List) bool {
	if l.Has(head) {
		return true
	}
	if !strings.HasPrefix(head, "a ") {
		return false
	}
	for n, rest := 0, head[2:]; n < 3; n++ {
		_, after, found := strings.Cut(rest, " ")
		if rest = after; !found {
			return false
		}
		if l.Has(rest) {
			return true
		}
	}
	return false
}

func begins(head string, l lexicon.List) bool {
	for _, w := range l.Words() {
		if head == w || strings.HasPrefix(head, w+" ") {
			return true
		}
	}
	return false
}

func reaction(emoji string) string {
	switch {
	case strings.HasPrefix(emoji, "👍"), strings.HasPrefix(emoji, "✅"), strings.HasPrefix(emoji, "👌"), strings.HasPrefix(emoji, "🙌"):
		return "liked"
	case strings.HasPrefix(emoji, "❤"), strings.HasPrefix(emoji, "🧡"), strings.HasPrefix(emoji, "💛"), strings.HasPrefix(emoji, "💜"),
		strings.HasPrefix(emoji, "😍"):
		return "loved"
	case strings.HasPrefix(emoji, "👎"), strings.HasPrefix(emoji, "❌"):
		return "disliked"
	}
	return "reacted"
}

// quote takes “...” or "..." that makes up the rest of a text.
func quote(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, q := range [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, q[0]) && len(s) > len(q[0]) && strings.HasSuffix(strings.TrimRight(s, "…. "), q[1]) {
			return strings.TrimSuffix(strings.TrimPrefix(strings.TrimRight(s, "…. "), q[0]), q[1]), true
		}
	}
	return "", false
}
