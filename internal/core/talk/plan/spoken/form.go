package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// labelled is what a form has behind one of its labels.
type labelled struct {
	kind  lexicon.List
	value string
}

// longestLabel is how many words a label has at most.
const longestLabel = 3

// FromForm writes a plan that is typed as a form, "Name: Bea Ortiz / Day: Fri / Time: 3 / Phone: ...", as one sentence; other words it
// leaves as they are.
func FromForm(words string) string {
	words, _ = understand.NewPersonIn(understand.HourUnmarked(words))
	fields, before := labelsIn(words)
	if len(fields) < 2 || len(strings.Fields(before)) > longestLabel {
		return words
	}
	named, value := false, map[lexicon.List]string{}
	for _, f := range fields {
		named = named || f.kind == lexicon.LabelContact
		value[f.kind] = strings.TrimSpace(value[f.kind] + " " + f.value)
	}
	if !named && len(fields) <= 2 {
		return words
	}
	place := value[lexicon.LabelPlace]
	if first, _, more := strings.Cut(place, " "); place != "" && !(more && lexicon.LeadsPlace.Has(lexicon.Plain(first))) {
		place = "at " + place
	}
	hour := value[lexicon.LabelHour]
	if hour != "" && hour[0] >= '0' && hour[0] <= '9' {
		hour = "at " + hour
	}
	out := []string{
		"meeting", value[lexicon.LabelContact], value[lexicon.LabelDay], hour, value[lexicon.LabelPhone], value[lexicon.LabelEmail], place,
	}
	if value[lexicon.LabelContact] == "" {
		out = out[1:]
	}
	line := strings.Join(strings.Fields(strings.Join(out, " ")), " ")
	if note := value[lexicon.LabelNotes]; note != "" {
		line += ". " + note
	}
	return line
}

// labelsIn finds the labels of a form and what stands behind each; before is what stands before the first.
func labelsIn(words string) (fields []labelled, before string) {
	f := strings.Fields(words)
	from := 0
	flush := func(to int) {
		text := strings.Trim(strings.Join(f[from:to], " "), " ,;-")
		if len(fields) == 0 {
			before = text
			return
		}
		fields[len(fields)-1].value = text
	}
	for i, w := range f {
		if !strings.HasSuffix(w, ":") && !(i+1 < len(f) && f[i+1] == ":") {
			continue
		}
		for n := min(longestLabel, i+1-from); n > 0; n-- {
			kind, ok := labelOf(strings.Join(f[i+1-n:i+1], " "))
			if !ok {
				continue
			}
			flush(i + 1 - n)
			fields = append(fields, labelled{kind: kind})
			from = i + 1
			if from < len(f) && f[from] == ":" {
				from++
			}
			break
		}
	}
	flush(len(f))
	return fields, before
}

// labelOf is what a label of a plan's form asks for.
func labelOf(label string) (lexicon.List, bool) {
	w := lexicon.Look(strings.TrimSpace(lexicon.Plain(strings.Trim(label, " :-*•"))))
	for _, kind := range [...]lexicon.List{
		lexicon.LabelContact, lexicon.LabelHour, lexicon.LabelDay, lexicon.LabelPhone, lexicon.LabelEmail, lexicon.LabelPlace, lexicon.LabelNotes,
	} {
		if w.In(kind) {
			return kind, true
		}
	}
	return 0, false
}
