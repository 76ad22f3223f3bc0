package forget

import "testing"

func TestSomebodyIsFoundAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	f := New([]string{"Ángela Núñez", "José", "Angelita Íñiguez Á"}, "+12065550142")
	for _, c := range []struct {
		words         string
		named, called bool
	}{
		{"Noted on Ángela Núñez, Thu", true, true},
		{"angela   NUNEZ told me", true, true},
		{"ÁNGELA NÚÑEZ", true, true},
		{"NOTE Ángela no papers", false, true},
		{"note ángela", false, true},
		{"(José)", false, true},
		{"Josefina", false, false},
		{"Rosángela", false, false},
		{"Angelas", false, false},
		{"Ángela's car", false, true},
		{"call 206.555.0142", true, false},
		{"(206) 555-0142 now", true, false},
		{"12065550142", true, false},
		{"206-555-0143", false, false},
		{"Angelita Íñiguez Á came", true, true},
		{"Ángela\u0301 Núñez", true, true},
		{"A\u0301ngela Nu\u0301n\u0303ez", true, true},
		{"", false, false},
	} {
		if got := f.Named(c.words); got != c.named {
			t.Errorf("named in %q: %v", c.words, got)
		}
		if got := f.Called(c.words); got != c.called {
			t.Errorf("called in %q: %v", c.words, got)
		}
	}
	if none := New([]string{"Jo"}, ""); none.Named("Jo Park 555") || !none.Called("jo") {
		t.Error("a name of one word is found where the person was talked about alone")
	}
}

func FuzzFinder(f *testing.F) {
	f.Add("Ángela Núñez", "words of Ángela")
	f.Fuzz(func(t *testing.T, name, words string) {
		x := New([]string{name}, words)
		_, _ = x.Named(words), x.Called(words)
		if len(x.full) > 0 && !x.Named("on "+x.full[0]+", today") {
			t.Errorf("%q is not found in its own words", name)
		}
	})
}
