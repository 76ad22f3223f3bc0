package admin

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/lang"
)

// TestAReasonIsSaidInEachLanguage reads the reasons and remarks that the rooms, the reminders and an import give from their source: whoever
// reads the page in Spanish reads them in Spanish.
func TestAReasonIsSaidInEachLanguage(t *testing.T) {
	t.Parallel()
	in, err := tongueOf(lang.Spanish)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, said := range reasonsIn(t, "../../core/talk", "../../core/reminder", "../../core/contactfile") {
		if whole := strings.TrimSuffix(said, "("); whole != said { // what follows is put in
			said += "7)"
		} else if strings.HasSuffix(said, " ") {
			if said += "7"; strings.HasPrefix(said, "the thank-you as ") { // somebody saw it
				said += " saw it"
			}
		}
		n++
		if in.say(said) == said {
			t.Errorf("%q has no Spanish", said)
		}
	}
	if n < 60 {
		t.Errorf("%d reasons were found", n)
	}
}

// reasonsIn returns the sentences that stand where a reason is given.
func reasonsIn(t *testing.T, folders ...string) (out []string) {
	t.Helper()
	sentence := regexp.MustCompile(`^[a-z0-9].* `)
	keep := func(e ast.Expr) {
		for b, ok := e.(*ast.BinaryExpr); ok; b, ok = e.(*ast.BinaryExpr) { // its beginning says enough
			e = b.X
		}
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && sentence.MatchString(s) && !strings.HasPrefix(s, "rule ") {
				out = append(out, s)
			}
		}
	}
	calls := map[string]bool{"Tell": true, "Void": true, "note": true, "until": true}
	fields := map[string]bool{"Reason": true, "Why": true}
	look := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if k, ok := n.Key.(*ast.Ident); ok && fields[k.Name] {
				keep(n.Value)
			}
		case *ast.CallExpr:
			name := ""
			switch f := n.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			if calls[name] {
				for _, a := range n.Args {
					keep(a)
				}
			}
		}
		return true
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err == nil {
				ast.Inspect(file, look)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
