package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// Labelled is one piece of a text that names the field it is for; the piece before the first label has Label "".
type Labelled struct {
	Label string
	Words string
}

// Fields divides a text such as "Email: x@y.org. Learned: mold in the bedroom" by its labels, in both languages. A label stands at the
// beginning, after a line break, a full stop, a semicolon or a comma, and ends with a colon, an equal sign or a dash; email and phone
// may do without when their value follows at once.
func Fields(text string, _ when.Context) []Labelled {
	if len(text) > maxText*4 {
		text = text[:maxText*4]
	}
	var out []Labelled
	current, from := "", 0
	for i := 0; i < len(text); i++ {
		if i > 0 && !boundary(text, i) {
			continue
		}
		name, end, ok := labelAt(text, i)
		if !ok {
			continue
		}
		out = appendPiece(out, current, text[from:i])
		current, from = name, end
		i = end - 1
	}
	return appendPiece(out, current, text[from:])
}

func appendPiece(out []Labelled, name, words string) []Labelled {
	words = strings.Trim(words, " \t\n;,")
	if name != "" && strings.Count(words, ".") == 1 {
		words = strings.Trim(strings.TrimSuffix(words, "."), " \t\n;,")
	}
	if words == "" {
		return out
	}
	return append(out, Labelled{name, words})
}

// boundary reports whether a label may begin at i.
func boundary(s string, i int) bool {
	if s[i] == ' ' || s[i] == '\n' || s[i] == '\t' {
		return false
	}
	k := i - 1
	for k >= 0 && (s[k] == ' ' || s[k] == '\t') {
		k--
	}
	return k < 0 || k < i-1 && (s[k] == '.' || s[k] == ';' || s[k] == ',') || s[k] == '\n' || k == i-1 && (s[k] == ';')
}

// labelAt reads a label at i: up to three words and its mark.
func labelAt(s string, i int) (name string, end int, ok bool) {
	for j, words := i, 0; j < len(s) && j-i < 40; j++ {
		switch s[j] {
		case ':', '=':
			if n, found := label(lexicon.Plain(strings.TrimSpace(s[i:j]))); found && !(j+2 < len(s) && s[j+1] == '/' && s[j+2] == '/') {
				return n, j + 1, true
			}
			return "", 0, false
		case ' ':
			if n, found := bareLabel(lexicon.Plain(s[i:j]), s[j+1:]); found {
				return n, j + 1, true
			}
			if j+2 < len(s) && s[j+1] == '-' && s[j+2] == ' ' {
				if n, found := label(lexicon.Plain(s[i:j])); found {
					return n, j + 3, true
				}
			}
			if words++; words > 3 {
				return "", 0, false
			}
		case '\n', '.', ',', ';', '?', '!':
			return "", 0, false
		}
	}
	return "", 0, false
}

// bareLabel: "email ana@x.org", "phone 206-555-0142", "tel 206...": the value itself proves the label.
func bareLabel(w, rest string) (string, bool) {
	switch {
	case lexicon.MailLabels.Has(w):
		first, _, _ := strings.Cut(rest, " ")
		if _, _, ok := findEmail(first); ok {
			return "contact_email", true
		}
	case lexicon.PhoneLabels.Has(w):
		if len(rest) > 0 && (rest[0] >= '0' && rest[0] <= '9' || rest[0] == '(' || rest[0] == '+') {
			if ph, spans := findPhones(rest[:min(len(rest), 24)]); len(ph) == 1 && spans[0].From == 0 {
				return "contact_phone", true
			}
		}
	}
	return "", false
}

// LineCalled returns the line of the form that a word names: "cell", "fecha".
func LineCalled(word string) (string, bool) { return label(lexicon.Plain(word)) }

// label is the table of what people call the fields.
//
//nolint:gocyclo,cyclop // a table
func label(name string) (string, bool) {
	w := lexicon.Look(name)
	switch {
	case w.In(lexicon.LabelDay):
		return "met_on", true
	case w.In(lexicon.LabelContact):
		return "contact", true
	case w.In(lexicon.LabelPhone):
		return "contact_phone", true
	case w.In(lexicon.LabelEmail):
		return "contact_email", true
	case w.In(lexicon.LabelConsent):
		return "consent", true
	case w.In(lexicon.LabelBestWay):
		return "best_way", true
	case w.In(lexicon.LabelNeeds):
		return "needs", true
	case w.In(lexicon.LabelRelationship):
		return "relationship", true
	case w.In(lexicon.LabelLearned):
		return "learned", true
	case w.In(lexicon.LabelCommitment):
		return "commitment", true
	case w.In(lexicon.LabelCommitmentDue):
		return "commitment_due", true
	case w.In(lexicon.LabelNextSteps):
		return "next_steps", true
	case w.In(lexicon.LabelFollowUps):
		return "follow_ups", true
	case w.In(lexicon.LabelDebrief):
		return "staff_follow_up", true
	case w.In(lexicon.LabelDebriefDay):
		return "staff_follow_up_on", true
	case w.In(lexicon.LabelStaffNotes):
		return "staff_notes", true
	case w.In(lexicon.LabelNotes):
		return "notes", true
	}
	return "", false
}
