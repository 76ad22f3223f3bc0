package e2e

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

var update = flag.Bool("update", false, "write what the phones heard into the transcripts")

const serviceNumber = "+12065550199"

// phones are the people of the transcripts.
func phones() map[string]string {
	return map[string]string{
		"ana": "+12065550101", "luz": "+12065550102", "sam": "+12065550103", "kim": "+12065550104", "maria": "+12065550142",
		"jo": "+12065550143", "rosa": "+12065550144", "stranger": "+12065550177", "shortcode": "384387",
		"bea": "+12065550188", "dora": "+12065550189", "owl": "+12065550190", "nina": "+12125550189",
	}
}

// TestTranscripts plays every transcript through the demo: the real webhook, worker, queue and database. A line `ana> words` is a text that
// Ana sends (`ana>> words`: more of it follows at once), `ana< [kind] words` one that she must hear, `clock 48h` moves the clock, `run ...`
// is a command of the binary whose output follows, `#` a remark.
func TestTranscripts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			t.Parallel()
			play(t, f)
		})
	}
}

func play(t *testing.T, file string) {
	t.Helper()
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if *recording { // the demo decides in a process of its own: a town is told the same, but for what only the binary and the webhook take
		(&story{t: t}).play("\n" + regexp.MustCompile(`(?m)^(run |shortcode).*$`).ReplaceAllString(string(want), "#"))
		return
	}
	var got strings.Builder
	var d *testkit.Demo
	seen := 0
	s := bufio.NewScanner(strings.NewReader(string(want)))
	for s.Scan() {
		line := s.Text()
		name, words, isText := strings.Cut(line, "> ")
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case heard(line) || strings.HasPrefix(line, "| "):
			continue // what must be heard is compared as a whole
		case word == "at":
			got.WriteString(line + "\n")
			d = testkit.StartDemo(t, &binary, folder.Copy(t), rest)
		case line == "" || strings.HasPrefix(line, "#"):
			got.WriteString(line + "\n")
			continue
		case word == "clock":
			got.WriteString(line + "\n")
			if code := d.Call("/sim/clock", map[string]string{"advance": rest}, nil); code != 200 {
				t.Fatalf("%s: %d", line, code)
			}
		case word == "person":
			got.WriteString(line + "\n")
			f := strings.Split(rest, ",")
			if code := d.Call("/sim/person", map[string]string{"name": f[0], "phone": f[1], "role": f[2], "language": f[3]}, nil); code != 200 {
				t.Fatalf("%s: %d", line, code)
			}
		case word == "run":
			got.WriteString(line + "\n")
			if code := d.Call("/sim/clock", map[string]string{"advance": "0s"}, nil); code != 200 { // what is exported has come to rest
				t.Fatalf("%s: %d", line, code)
			}
			for _, l := range strings.Split(strings.TrimRight(d.Run(&binary, strings.Fields(rest)...), "\n"), "\n") {
				got.WriteString("| " + noIDs(l) + "\n")
			}
		case isText:
			got.WriteString(line + "\n")
			more := strings.HasSuffix(name, ">")
			from := phones()[strings.TrimSuffix(name, ">")]
			if from == "" {
				t.Fatalf("nobody is called %q", name)
			}
			var res struct {
				Status int `json:"status"`
			}
			code := d.Call("/sim/text", map[string]any{"from": from, "body": strings.ReplaceAll(words, `\n`, "\n"), "more": more}, &res)
			if code != 200 || res.Status != 200 {
				t.Fatalf("%s: %d %d\n%s", line, code, res.Status, d.Log())
			}
		default:
			t.Fatalf("not a line of a transcript: %q", line)
		}
		seen = listen(d, seen, &got)
	}
	if got.String() == string(want) {
		return
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s differs (-update writes what was heard):\n%s", file, diff(string(want), got.String()))
}

func heard(line string) bool {
	name, _, ok := strings.Cut(line, "< [")
	return ok && numberOf(name) != ""
}

// numberOf is the number that a line of a transcript begins with: by its owner's name, or as it is. "" is nobody's.
func numberOf(name string) string {
	if strings.HasPrefix(name, "+") {
		return name
	}
	return phones()[name]
}

// nameOf is how a line names who has a number.
func nameOf(number string) string {
	for n, p := range phones() {
		if p == number {
			return n
		}
	}
	return number
}

// listen writes what the phones heard since, phone by phone: between phones there is no order.
func listen(d *testkit.Demo, seen int, got *strings.Builder) int {
	lines := map[string][]string{}
	for _, x := range d.Texts("", seen) {
		seen = max(seen, x.N)
		if x.From != serviceNumber {
			continue
		}
		n := nameOf(x.To)
		lines[n] = append(lines[n], fmt.Sprintf("%s< [%s] %s", n, x.Kind, noLinks(strings.ReplaceAll(x.Body, "\n", `\n`))))
	}
	var order []string
	for n := range lines {
		order = append(order, n)
	}
	sort.Strings(order)
	for _, n := range order {
		for _, l := range lines[n] {
			got.WriteString(l + "\n")
		}
	}
	return seen
}

var id = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`)

// instant is a time of the demo's clock, which runs on while the test plays.
var instant = regexp.MustCompile(`(\d{4}-\d\d-\d\dT)\d\d:\d\d:\d\d([+-]\d\d:\d\d)`)

// link is an address of the service in a text: its port, its ids and its tokens differ from run to run.
var link = regexp.MustCompile(`http://127\.0\.0\.1:\d+(/[a-z/]+)[A-Za-z0-9_-]*`)

func noLinks(s string) string {
	return link.ReplaceAllString(id.ReplaceAllString(s, ""), "http://HERE${1}X")
}

// noIDs replaces what differs from run to run: ids and the clock's seconds. The day and the zone stay.
func noIDs(s string) string {
	return instant.ReplaceAllString(id.ReplaceAllString(link.ReplaceAllString(s, "http://HERE${1}X"), "ID"), "${1}TIME$2")
}

func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < len(w) || i < len(g); i++ {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, a, b)
		}
	}
	return ""
}
