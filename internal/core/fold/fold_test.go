package fold

import "testing"

func TestNamesAreComparedAsPeopleMeanThem(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Óscar Núñez", "oscar nunez"},
		{"ÓSCAR NÚÑEZ", "oscar nunez"},
		{"María", "maria"},
		{"Nguyễn Thị Hoa", "nguyen thi hoa"},
		{"Trần Văn Đức", "tran van duc"},
		{"Łucja", "lucja"},
		{"Björn Åkesson", "bjorn akesson"},
		{"Siobhán O’Dwyer", "siobhan o'dwyer"},
		{"Ольга ПЕТРЕНКО", "ольга петренко"},
		{"Straße", "strasse"},
		{"Æsa Þór", "aesa thor"},
		{"王秀英", "王秀英"},
		{"Jean–Luc", "jean-luc"},
		{"ＡＢＣ", "abc"},
		{"فَاطِمَة", "فاطمة"},
		{"Σοφία", "σοφια"},
		{"", ""},
	} {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("%q folds to %q, want %q", c[0], got, c[1])
		}
		if twice := Fold(Fold(c[0])); twice != Fold(c[0]) {
			t.Errorf("%q folds anew to %q", c[0], twice)
		}
	}
	if !Same("Óscar  Núñez", "oscar nuñez") || Same("Oscar", "Oskar") {
		t.Error("who is the same is not")
	}
}

func TestANameIsFoundAtTheBeginningOfWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words, name string
		rest        string
	}{
		{"oscar friday 3pm", "Óscar", " friday 3pm"},
		{"ÓSCAR NÚÑEZ, friday", "Óscar Nuñez", ", friday"},
		{"Jose\u0301 at 4", "José", " at 4"},
		{"Duc tomorrow", "Đức", " tomorrow"},
		{"maria", "María", ""},
		{"mario at 4", "María", "mario at 4"},
		{"", "María", ""},
		{"anything", "", "anything"},
	} {
		if n := Lead(c.words, c.name); c.words[n:] != c.rest {
			t.Errorf("%q leads with %q, and leaves %q", c.words, c.name, c.words[n:])
		}
	}
}

func FuzzFoldTwiceIsFoldOnce(f *testing.F) {
	f.Add("Nguyễn ß Đ")
	f.Fuzz(func(t *testing.T, s string) {
		if one := Fold(s); Fold(one) != one {
			t.Errorf("%q: %q, then %q", s, one, Fold(one))
		}
	})
}
