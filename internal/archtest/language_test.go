package archtest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestALanguageIsTwoFiles adds a language as its two files, without a change to any .go, and holds the program to it: the checks of
// catalogue and lexicon pass with it, its words are read, and it is asked for by its name.
func TestALanguageIsTwoFiles(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "internal", "core", "lang", "languages")
	overlay := map[string]string{}
	for name, replace := range map[string]*strings.Replacer{
		"catalogue": strings.NewReplacer("\nlanguage_now: English from now on.", "\nlanguage_now: Daqui em diante nesta fala."),
		"lexicon": strings.NewReplacer("[weekday 4]\n", "[weekday 4]\nquinta, quinta-feira\n", "[tomorrow 1]\n", "[tomorrow 1]\namanhã\n",
			"[relations]\n", "[relations]\nvizinha\n",
			"[command report]\n", "[command report]\nrelatório\n", "[language name]\n", "[language name]\nportuguês\n", "[opt out alone]\n",
			"[opt out alone]\nparem\n"),
	} {
		b, err := os.ReadFile(filepath.Join(dir, "en."+name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		made := filepath.Join(t.TempDir(), "pt."+name+".txt")
		whole := string(b)
		if name == "lexicon" {
			whole = headings(whole)
		}
		text := replace.Replace(whole)
		if text == whole {
			t.Fatalf("the %s has no place for the words", name)
		}
		if err := os.WriteFile(made, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		overlay[filepath.Join(dir, "pt."+name+".txt")] = made
	}
	b, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) string {
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir = root
		out, err := c.CombinedOutput()
		if err != nil {
			t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	run("go", "test", "-overlay", file, "./internal/core/lang", "./internal/core/lexicon")
	program := filepath.Join(t.TempDir(), "reportback")
	run("go", "build", "-overlay", file, "-o", program, "./cmd/reportback")
	for text, want := range map[string]string{
		"vizinha Jo quinta-feira 3pm": `"date":"2026-12-03","time":"15:00"`,
		"amanhã 3pm":                  `"date":"2026-12-02","time":"15:00"`,
		"relatório":                   `"command":"report"`,
	} {
		if got := run(program, "understand", "--at", "2026-12-01T10:00:00-08:00", "--zone", "America/Los_Angeles", "--lang", "pt",
			text); !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// headings leaves of a lexicon its headings alone.
func headings(lexicon string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(lexicon, "\n") {
		if strings.HasPrefix(line, "[") {
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}
