package report

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
)

func TestTheFormAndTheCatalogueAgree(t *testing.T) {
	t.Parallel()
	in := map[string]bool{}
	for _, f := range lang.FormFields() {
		in[f] = true
	}
	numbers := map[int]Name{}
	for i, f := range Form() {
		if !in[string(f.Name)] {
			t.Errorf("%s has no texts: add it to lang.FormFields and to each catalogue", f.Name)
		}
		delete(in, string(f.Name))
		if f.Number == 0 && f.Parent == "" && f.Name != Rest && f.Name != Event { // these two are filed elsewhere
			t.Errorf("%s stands on no line of the review", f.Name)
		}
		if f.Number != 0 && numbers[f.Number] != "" {
			t.Errorf("%s and %s have one number", f.Name, numbers[f.Number])
		}
		numbers[f.Number] = f.Name
		if f.Parent != "" {
			if p := Form()[i-1]; p.Name != f.Parent {
				t.Errorf("%s must follow %s", f.Name, f.Parent)
			}
		}
	}
	for f := range in {
		t.Errorf("texts for %s, which is no field", f)
	}
}

func TestQuestionsFitTwoSegments(t *testing.T) {
	t.Parallel()
	for _, f := range Form() {
		for _, tag := range lang.Tags() {
			if f.Name == Organizer || f.Name == Event {
				continue
			}
			s := lang.Text(tag, lang.Ask(string(f.Name)), "who", "Guadalupe", "staff", "Sam Okafor, Kim Tran or Guadalupe Hernandez")
			if enc, _, n := sms.Segments(s); n > 2 || enc != sms.GSM7 {
				t.Errorf("%s in %s: %s, %d segments", f.Name, tag, enc, n)
			}
		}
	}
}

func TestExcerptsKeepWords(t *testing.T) {
	t.Parallel()
	if got := Excerpt("She has mold in the bedroom and a sick child", 20); got != "She has mold in.." {
		t.Errorf("%q", got)
	}
	if got := Excerpt("short", 20); got != "short" {
		t.Errorf("%q", got)
	}
	if got := Excerpt(strings.Repeat("ñ", 50), 10); len([]rune(got)) > 10 {
		t.Errorf("%q", got)
	}
}

func TestPromisesAreOneALine(t *testing.T) {
	t.Parallel()
	got := Parts("1. send the flyer by Tue\n- call the clinic; bring tea\n\n")
	want := []string{"send the flyer by Tue", "call the clinic", "bring tea"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q", got)
	}
}

func TestPromisesAreSplit(t *testing.T) {
	t.Parallel()
	for words, want := range map[string][]string{
		"bring the flyer by Tue and call the clinic by Friday": {"bring the flyer by Tue", "call the clinic by Friday"},
		"bring bread and butter":                               {"bring bread and butter"},
		"talk to Jo and Rosa about the rent":                   {"talk to Jo and Rosa about the rent"},
		"1. flyer\n2. call her":                                {"flyer", "call her"},
		"llevar el volante el martes y llamar a la clinica":    {"llevar el volante el martes", "llamar a la clinica"},
		"send the form, call the school, and print the list":   {"send the form", "call the school", "print the list"},
	} {
		if got := Parts(words); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

// TestAFormShowsANumberAsPeopleWriteIt: whoever corrects it sees no code of it, and what is not touched reads back the same.
func TestAFormShowsANumberAsPeopleWriteIt(t *testing.T) {
	t.Parallel()
	f := Field{Name: ContactPhone, Shape: PhoneNumber}
	for value, want := range map[string]string{"+12065550142": "206-555-0142", "": "two oh six"} {
		a := Answer{State: Given, Words: "two oh six", Value: value}
		if got := PageWords(f, a); got != want {
			t.Errorf("%q is shown as %q, want %q", value, got, want)
		}
	}
}
