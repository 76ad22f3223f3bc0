package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryTextIsThereInEveryLanguage(t *testing.T) {
	t.Parallel()
	if err := Check(); err != nil {
		t.Error(err)
	}
}

// TestEveryKeyIsListed: a key that Keys forgot would escape the check.
func TestEveryKeyIsListed(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("keys*.go")
	if err != nil || len(files) < 2 {
		t.Fatalf("the files of keys: %v %v", files, err)
	}
	listed := map[Key]bool{}
	for _, k := range Keys() {
		listed[k] = true
	}
	n := 0
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(node ast.Node) bool {
			v, ok := node.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 {
				return true
			}
			if lit, ok := v.Values[0].(*ast.BasicLit); ok {
				n++
				if !listed[Key(strings.Trim(lit.Value, `"`))] {
					t.Errorf("%s is not in Keys", lit.Value)
				}
			}
			return true
		})
	}
	if n < 60 {
		t.Fatalf("found only %d keys", n)
	}
}

func TestACatalogueThatTeachesACarriersWordIsRefused(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Reply YES or NO", "Text HELP for more", "STOP ends it", "Reply CANCEL"} {
		if teaches(Welcome, s) == "" {
			t.Errorf("%q passes", s)
		}
	}
	for _, s := range []string{"STOP to opt out.", "Yes, that works", "START OVER begins anew", "STOP para salir."} {
		if w := teaches(Welcome, s); w != "" {
			t.Errorf("%q is refused for %s", s, w)
		}
	}
}

func TestAMissingFieldIsAFault(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a text without its field was rendered")
		}
	}()
	_ = Text(English, Welcome, "first", "Ana")
}
