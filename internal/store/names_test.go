package store_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/store"
)

// TestStatementsNameWhatTheyMean: no number of a code stands in SQL without its name, no sentence that a person reads, and no name that
// names nothing.
func TestStatementsNameWhatTheyMean(t *testing.T) {
	t.Parallel()
	for sql, faults := range map[string]int{
		"SELECT 1 FROM m WHERE m.state = 6": 1, "UPDATE m SET status = 9, state= 1": 2, "SELECT FROM m WHERE state IN (1, 2)": 1,
		"SELECT CASE m.dir WHEN 1 THEN 'in' END": 1, "UPDATE m SET state = CASE WHEN x THEN 6 ELSE y END": 1,
		"UPDATE m SET reason = 'the number was changed'": 1, "SELECT {state.never}": 1, "SELECT coalesce(w.consent, 0) <> 2": 1,
		"SELECT {state.queued}, 'day', interval '3 days', n = 5 FROM m WHERE state = 'planned' AND consent = {consent.no}": 0,
	} {
		if got := nameless(sql); len(got) != faults {
			t.Errorf("%s: %q", sql, got)
		}
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		for line, sql := range statementsIn(t, f.Name()) {
			seen++
			for _, fault := range nameless(sql) {
				t.Errorf("%s:%d: %s", f.Name(), line, fault)
			}
		}
	}
	if seen < 300 {
		t.Errorf("read only %d statements", seen)
	}
}

// nameless lists what a statement says without a name.
func nameless(sql string) []string {
	const code = `\b(?:state|status|status_rank|consent|dir|prio)\b`
	var out []string
	for _, p := range []string{
		code + `(?:, \d+\))? ?(?:=|<>|<|>|<=|>=) ?\d+`, code + ` IN \(\d`, code + ` BETWEEN \d`, `CASE \w*\.?` + code + `\s+WHEN \d`,
		code + ` = CASE(?:[^']|'[^']*')*?(?:THEN|ELSE)\s\d`,
	} {
		out = append(out, regexp.MustCompile(p).FindAllString(sql, -1)...)
	}
	for _, quoted := range regexp.MustCompile(`'[^']*'`).FindAllString(sql, -1) {
		if regexp.MustCompile(`\b[a-z]{2,} [a-z]{2,}`).MatchString(quoted) {
			out = append(out, quoted)
		}
	}
	for _, name := range regexp.MustCompile(`\{([a-z_]+\.[a-z_]+)\}`).FindAllStringSubmatch(sql, -1) {
		if store.Names()[name[1]] == "" {
			out = append(out, name[0])
		}
	}
	return out
}

// statementsIn returns the SQL of a file by its lines: every text that holds a word of SQL, with x for what is put together from other
// parts.
func statementsIn(t *testing.T, file string) map[int]string {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	isSQL := regexp.MustCompile(`\b(SELECT|UPDATE|INSERT|DELETE|FROM|WHERE|AND|CASE|SET|EXISTS)\b|\w\.\w+ (=|<>)`)
	out := map[int]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		sql, ok := textOf(e)
		if !ok {
			return true
		}
		if isSQL.MatchString(sql) {
			out[set.Position(e.Pos()).Line] += sql
		}
		return false
	})
	return out
}

func textOf(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, e.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return "", false
		}
		a, isA := textOf(e.X)
		b, isB := textOf(e.Y)
		if !isA {
			a = "x"
		}
		if !isB {
			b = "x"
		}
		return a + b, isA || isB
	}
	return "", false
}

// TestAStatementIsWrittenOut: a name becomes its number or its quoted words.
func TestAStatementIsWrittenOut(t *testing.T) {
	t.Parallel()
	if names := store.Names(); names["state.withheld"] != "6" || names["why.sent_again"] != "'sent again by staff'" || names["dir.in"] != "1" {
		t.Errorf("%q", names)
	}
	values := []string{}
	for name, v := range store.Names() {
		if v == "" || strings.Contains(v, "{") {
			t.Errorf("%s is %q", name, v)
		}
		values = append(values, name)
	}
	if slices.Sort(values); len(values) < 40 {
		t.Errorf("only %q", values)
	}
}
