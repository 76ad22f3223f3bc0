package report

import (
	"regexp"
	"testing"

	"github.com/reportback/reportback/internal/core/lang"
	form "github.com/reportback/reportback/internal/core/report"
)

// TestTheFormTeachesNoWordOfTheTexts: on the page nothing is skipped, and there is no next question.
func TestTheFormTeachesNoWordOfTheTexts(t *testing.T) {
	t.Parallel()
	commands := regexp.MustCompile(`\b(SKIP|NEXT|NONE|SALTAR|SIGUIENTE|NADA|texts as you like|mensajes que quiera|por mensaje)\b`)
	for _, tag := range lang.Tags() {
		for _, f := range form.Form() {
			if f.Name == form.Organizer || f.Name == form.Event || f.Name == form.Rest {
				continue // not on the page
			}
			if hint := hintOf(tag, f); commands.MatchString(hint) {
				t.Errorf("%s, %s: %s", tag, f.Name, hint)
			}
		}
	}
}

// TestThePageNamesEveryFieldInWordsOfItsOwn: no label of a text, such as "Supo" or "Tel", stands alone above a box.
func TestThePageNamesEveryFieldInWordsOfItsOwn(t *testing.T) {
	t.Parallel()
	for _, tag := range lang.Tags() {
		seen := map[string]bool{}
		for _, f := range form.Form() {
			if f.Name == form.Organizer || f.Name == form.Event || f.Name == form.Rest {
				continue // not on the page
			}
			label := labelOf(tag, f.Name)
			if short := lang.Text(tag, lang.Label(string(f.Name))); label == short || seen[label] {
				t.Errorf("%s, %s: %q", tag, f.Name, label)
			}
			seen[label] = true
		}
	}
	if c := choicesOf(lang.Spanish, "2 creo"); len(c) != 5 || !c[4].Here || c[4].Value != "2 creo" {
		t.Errorf("%+v", c)
	}
}
