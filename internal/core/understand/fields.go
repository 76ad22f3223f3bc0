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
	return unknownLines(appendPiece(out, current, text[from:]))
}

// unknownLines has a line of a form whose label is none of ours stand with the notes, label and all, and not with the answer before it.
func unknownLines(all []Labelled) (out []Labelled) {
	labels := 0
	for _, l := range all {
		if l.Label != "" {
			labels++
		}
	}
	if labels < mostBare {
		return all
	}
	for _, l := range all {
		words, strange := l.Words, ""
		for i, line := range strings.Split(l.Words, "\n") {
			if i > 0 && strangeLabel(line) {
				words, strange = fromLine(l.Words, line)
				break
			}
		}
		if out = appendPiece(out, l.Label, words); strange != "" && !strings.HasSuffix(strange, ":") { // an empty line of the form says nothing
			out = append(out, Labelled{"notes", strange})
		}
	}
	return out
}

// mostStrange is how many words such a label may have.
const mostStrange = 8

func fromLine(words, line string) (before, from string) {
	i := strings.Index(words, "\n"+line)
	return strings.TrimSpace(words[:i]), strings.TrimSpace(words[i:])
}

// strangeLabel reports whether a line begins with a few words and a colon, as a form's lines do.
func strangeLabel(line string) bool {
	head, _, ok := strings.Cut(strings.TrimSpace(line)+" ", ": ")
	n := len(strings.Fields(head))
	return ok && n > 0 && n <= mostStrange && !strings.ContainsAny(head, ".,;!")
}

// mostBare is how many labels a text may have that is no copy of the paper form.
const mostBare = 2

// IsForm reports whether a text is the report's form, copied line by line: several of its labels, one of which only a report has.
func IsForm(text string) bool {
	labels, told := 0, false
	for _, l := range Fields(text, when.Context{}) {
		switch l.Label {
		case "", "organizer":
			continue
		case "met_on", "contact", "contact_phone", "contact_email", "notes": // a plan may have these
		default:
			told = true
		}
		labels++
	}
	return told && labels > mostBare
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

// mostInLabel is how many blanks a label may have.
const mostInLabel = 5

// labelAt reads a label at i: a few words and its mark.
func labelAt(s string, i int) (name string, end int, ok bool) {
	for j, words := i, 0; j < len(s) && j-i < 40; j++ {
		switch s[j] {
		case ':', '=':
			if s[j] == ':' && j > i && j+1 < len(s) && s[j-1] >= '0' && s[j-1] <= '9' && s[j+1] >= '0' && s[j+1] <= '9' {
				continue // "date of 1:1:"
			}
			n, found := label(lexicon.Plain(strings.TrimSpace(s[i:j])))
			if !found {
				n, found = sideLabel(lexicon.Plain(strings.TrimSpace(s[i:j])))
			}
			return n, j + 1, found && !(j+2 < len(s) && s[j+1] == '/' && s[j+2] == '/')
		case '(':
			to := strings.IndexByte(s[j:min(len(s), j+40)], ')')
			if j == i || to < 0 || j+to+1 >= len(s) || s[j+to+1] != ':' { // "relationship (how did you meet?): church"
				return "", 0, false
			}
			n, found := label(lexicon.Plain(strings.TrimSpace(s[i:j])))
			return n, j + to + 2, found
		case ' ':
			if n, found := bareLabel(lexicon.Plain(s[i:j]), s[j+1:]); found {
				return n, j + 1, true
			}
			if j+2 < len(s) && s[j+1] == '-' && s[j+2] == ' ' {
				if n, found := label(lexicon.Plain(s[i:j])); found {
					return n, j + 3, true
				}
			}
			if words++; words > mostInLabel {
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

// sideLabel is which side's promise stands behind a colon: "me: bring the flyers", "her: talk to 3 neighbors".
func sideLabel(name string) (string, bool) {
	w := lexicon.Look(name)
	switch {
	case w.In(lexicon.OneselfLabels):
		return "follow_ups", true
	case w.In(lexicon.TheirLabels):
		return "commitment", true
	}
	return "", false
}

// LineCalled returns the line of the form that a word names: "cell", "fecha".
func LineCalled(word string) (string, bool) { return label(strings.TrimSpace(lexicon.Plain(word))) }

// label is the table of what people call the fields.
//
//nolint:gocyclo,cyclop // a table
func label(name string) (string, bool) {
	w := lexicon.Look(name)
	switch {
	case w.In(lexicon.LabelDay):
		return "met_on", true
	case w.In(lexicon.LabelOrganizer):
		return "organizer", true
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
