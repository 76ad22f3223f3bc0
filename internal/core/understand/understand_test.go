package understand

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

var update = flag.Bool("update", false, "write what is understood into the table of sentences")

const sentences = "testdata/sentences.txt"

func at(t testing.TB) when.Context {
	t.Helper()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	return when.Context{At: time.Date(2026, 11, 24, 10, 0, 0, 0, zone), Zone: zone} // a Tuesday
}

// TestSentences holds every sentence of the table to what it was understood as, on Tuesday November 24, 2026, at 10:00. A line is
// `plan|report <tab> text <tab> what is understood`; the table guards the grammar where no other corpus is at hand.
func TestSentences(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(sentences)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	n, asked, spanish := 0, 0, 0
	s := bufio.NewScanner(strings.NewReader(string(b)))
	for s.Scan() {
		if s.Text() == "" || strings.HasPrefix(s.Text(), "#") {
			out.WriteString(s.Text() + "\n")
			continue
		}
		f := strings.SplitN(s.Text(), "\t", 3)
		if len(f) < 2 {
			t.Fatalf("not a line of the table: %q", s.Text())
		}
		c := at(t)
		if f[0] == "report" {
			c.Mode = when.Report
		}
		got := summary(Read(f[1], c))
		n++
		if strings.Contains(got, "?") || got == "-" || !strings.HasPrefix(got, "20") {
			asked++
		}
		if spanishWords(f[1]) {
			spanish++
		}
		if len(f) < 3 || got != f[2] {
			if !*update {
				t.Errorf("%s %q: %s\n want %s", f[0], f[1], got, strings.Join(f[2:], ""))
			}
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\n", f[0], f[1], got)
	}
	if *update {
		if err := os.WriteFile(sentences, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n < 400 || asked*2 < n || spanish*2 < n {
		t.Errorf("%d sentences, %d in which asking is right or no date is meant, %d Spanish or mixed: the table has thinned out", n, asked,
			spanish)
	}
}

// summary writes what was understood in one line: day and clock, ?what is asked, then what else was found.
func summary(t Text) string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	r := t.When
	day := r.Date.String()
	if r.HasClock {
		day = strings.TrimSpace(day + fmt.Sprintf(" %02d:%02d", r.Hour, r.Minute))
	}
	add(day)
	if t.Reply == NoReply && t.Command == None || r.HasDate() || r.HasClock {
		for _, a := range r.Ask {
			add("?" + a)
		}
	}
	for _, o := range r.Options {
		s := "|" + o.Date.String()
		if o.HasClock {
			s += fmt.Sprintf(" %02d:%02d", o.Hour, o.Minute)
		}
		add(s)
	}
	for _, p := range []struct{ name, v string }{
		{"who", t.Person},
		{"phone", t.Phone.E164()},
		{"mail", t.Email},
		{"where", t.Place},
		{"do", string(t.Command)},
		{"reply", string(t.Reply)},
	} {
		if p.v != "" {
			add(p.name + "=" + p.v)
		}
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, " ")
}

func spanishWords(s string) bool {
	for _, w := range strings.Fields(lexicon.Plain(s)) {
		switch strings.Trim(w, ".,?!¿¡“”\"") {
		case "el", "la", "las", "los", "de", "del", "en", "con", "que", "mi", "su", "no.", "si", "sii", "es", "y", "hoy", "ayer", "manana",
			"lunes", "martes", "miercoles", "mie", "jueves", "jue", "viernes", "vie", "sabado", "sab", "domingo", "dom", "lun", "mar", "cita",
			"reunion", "a", "por",
			"puedo", "una", "tengo", "son", "gracias", "quien", "numero", "alto", "basta", "pare", "informe", "lista", "saltar", "volver", "luego",
			"siguiente", "agregar", "corregir", "dile", "donde", "ayuda", "navidad", "nochebuena", "antier", "anoche", "anteayer", "otra", "otro",
			"claro", "tal", "ok,",
			"pasado", "cambiar", "mover", "mueve", "suspender", "nota", "dia", "buenas", "buenos", "hola", "trabajo", "salgo", "cuando",
			"cualquier", "soy", "llego", "vino", "voy", "ya", "lo", "sip", "nel", "simon", "cancelar", "perdon", "hace", "dentro", "este",
			"hasta", "cada", "todos", "calle", "me", "nos", "le", "muchas", "jajaja", "media", "minutos", "tres", "noche", "dic", "llameme",
			"conoci", "prometi", "ta", "llegue", "quiteme", "dejen", "disculpe":
			return true
		}
	}
	return false
}

// withoutNumber returns the sentences of the table that hold no phone number.
func withoutNumber(t testing.TB, c when.Context) []string {
	t.Helper()
	file, err := os.ReadFile(sentences)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.SplitSeq(string(file), "\n") {
		_, text, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if text, _, _ = strings.Cut(text, "\t"); len(Read(text, c).Phones) == 0 {
			out = append(out, text)
		}
	}
	if len(out) < 500 {
		t.Fatalf("only %d sentences", len(out))
	}
	return out
}

// What a text may allocate: one without a number 43 as the mean of the table, one with a number 145, of which reading the number alone is
// 80. The race detector drops what pools keep, at random, so a build for it may have a quarter more.
const (
	mostPlain    = 45
	mostNumbered = 150
)

// TestReadingStaysCheap holds what a text without a number costs, as the mean of all sentences of the table. Time is left to the
// benchmark: a machine that others use would make a test of it fail at random.
func TestReadingStaysCheap(t *testing.T) { //nolint:paralleltest // what others allocate meanwhile would count
	c := at(t)
	texts := withoutNumber(t, c)
	more := 1.0
	if raced {
		more = 1.25
	}
	got := testing.AllocsPerRun(3, func() {
		for _, s := range texts {
			Read(s, c)
		}
	}) / float64(len(texts))
	if got > mostPlain*more {
		t.Errorf("%.1f allocations a text, want at most %.0f", got, mostPlain*more)
	}
	t.Logf("%.1f allocations a text", got)
	// many runs, since the race detector drops what pools keep at random
	const numbered = "Meeting Maria Lopez 206-555-0142 Thursday 3pm at Cafe Presse"
	if got := testing.AllocsPerRun(100, func() { Read(numbered, c) }); got > mostNumbered*more {
		t.Errorf("%.0f allocations with a number, want at most %.0f", got, mostNumbered*more)
	}
}

func BenchmarkSentences(b *testing.B) {
	c := at(b)
	texts := withoutNumber(b, c)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Read(texts[i%len(texts)], c)
	}
}

func BenchmarkRead(b *testing.B) {
	c := at(b)
	for name, text := range map[string]string{
		"without_phone": "Meeting Maria Lopez Thursday 3pm at Cafe Presse",
		"with_phone":    "Meeting Maria Lopez 206-555-0142 Thursday 3pm at Cafe Presse",
		"reply":         "yes see you there",
		"story":         strings.Repeat("She told me about the mold and the landlord, and her kids. ", 26),
		"megabyte":      strings.Repeat("thursday 3pm or friday ", 1<<20/23),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(text, c)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"Meeting Maria 206-555-0142 thurs 3pm @ Cafe", "email: x@y.org; learned: mold", "@", "a@b", "\xff@\xff.\xff",
		"¿?", "Liked “x”", strings.Repeat("1", 40), "fix 5 x", "con ", "leArned:.",
	} {
		f.Add(s)
	}
	c := at(f)
	f.Fuzz(func(t *testing.T, s string) {
		r := Read(s, c)
		if r.Email != "" && !strings.Contains(r.Email, "@") {
			t.Errorf("mail %q", r.Email)
		}
		for _, l := range Fields(s, c) {
			if l.Words == "" {
				t.Errorf("%q: an empty piece", s)
			}
		}
		_, _ = ParseName(s)
		_ = Declines(s)
	})
}
