package lexicon

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/lang"
)

// TestEveryListIsThereInEveryLanguage: a heading that is missing or misspelt, or a word of time with two meanings, is a fault.
func TestEveryListIsThereInEveryLanguage(t *testing.T) {
	t.Parallel()
	b, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for l := NoList + 1; l < lists; l++ {
		if l.heading() == "" {
			t.Errorf("list %d has no heading", l)
		}
		if len(b.lists[l].words) == 0 {
			t.Errorf("%s: no language has a word in it", l.heading())
		}
	}
}

// TestAFileThatIsWrongIsNamed: what is wrong in a lexicon is said with its language and its words.
func TestAFileThatIsWrongIsNamed(t *testing.T) {
	t.Parallel()
	whole, err := lang.Lexicon(lang.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ file, want string }{
		{strings.Replace(whole, "[titles]", "[tiltes]", 1), `no list is called "tiltes"`},
		{strings.Replace(whole, "[titles]", "", 1), `the list "titles" is missing`},
		{strings.Replace(whole, "[month 2]", "[month 2]\njan,", 1), `"jan" stands in two lists of times`},
	} {
		b := &book{tags: lang.Tags(), names: map[lang.Tag][]string{}, words: map[string]*Word{}, short: map[string][]string{}}
		if err := b.read(lang.English, 0, c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

func TestAWordIsFoundByWhatItMeans(t *testing.T) {
	t.Parallel()
	if w := Look("miercoles"); w.Time != Weekday || w.N != 3 {
		t.Errorf("miércoles: %+v", w)
	}
	if !WriteVerbs.Has("escriban") || WriteVerbs.Has("describe") {
		t.Error("the beginning of a word is not taken as one")
	}
	if !SaysMissed.In(" she didnt come today ") || SaysMissed.In(" she came ") {
		t.Error("a phrase within a text")
	}
	if tag, ok := Named("Español"); !ok || tag != lang.Spanish {
		t.Errorf("Español is %q", tag)
	}
	for words, want := range map[string]lang.Tag{
		"the mold is bad": lang.English, "la cita es el jueves": lang.Spanish,
		"la cita is at 3": "", "ok": "",
	} {
		if got := Plainly(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
