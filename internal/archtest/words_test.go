package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostWords is how many of people's words may stand side by side in Go: a pair is grammar ("to" and "a" before an hour), three are a
// list, and belong into the lexicon files, where a native reader finds them.
const mostWords = 2

// TestWordsOfPeopleStandInTheLexicon finds lists of people's words in the core: cases, comparisons, literals. A word is one that the
// lexicon knows, so a new list of words that stand in no lexicon file is seen only by those of its words that do; single words and
// pairs are not looked at.
func TestWordsOfPeopleStandInTheLexicon(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "core")
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if strings.HasPrefix(path, filepath.Join(root, "lang")) {
			return nil // the keys of the catalogue
		}
		files++
		for _, l := range wordLists(f) {
			t.Errorf("%s: %s: a list of words belongs into internal/core/lang/languages", set.Position(l.at), strings.Join(l.words, ", "))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Fatalf("found only %d files: is the path right?", files)
	}
}

// TestAListOfWordsIsSeen: the check itself sees each form, and leaves alone what is none.
func TestAListOfWordsIsSeen(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]int{
		`switch s { case "jueves", "lunes", "con": }`:                       1,
		`switch s { case "to", "a": case "by": }`:                           0,
		`_ = s == "yes" || x && s == "no" || s == "ok"`:                     1,
		`_ = s == "yes" || r == "no" || s == "ok"`:                          0,
		`_ = []string{"gracias", "thanks", "ok"}`:                           1,
		`_ = map[string]int{"lunes": 1, "martes": 2, "jueves": 4}`:          1,
		`_ = strings.Fields("yes no ok thanks")`:                            1,
		`switch s { case "contact_email", "contact_phone", "follow_ups": }`: 0,
		`_ = errors.New("this is said to whoever runs it, and to nobody")`:  0,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc f() {\n"+code+"\n}", 0)
		if err != nil {
			t.Fatal(code, err)
		}
		if got := wordLists(f); len(got) != want {
			t.Errorf("%s: %d lists, want %d", code, len(got), want)
		}
	}
}

type wordList struct {
	at    token.Pos
	words []string
}

// wordLists finds the lists of people's words in a file.
func wordLists(f *ast.File) []wordList {
	var out []wordList
	add := func(at token.Pos, words []string) {
		if len(words) > mostWords {
			out = append(out, wordList{at, words})
		}
	}
	inChain := map[ast.Node]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Name.Name != "String" // how values call themselves in tests
		case *ast.CaseClause:
			for _, run := range literals(n.List) {
				add(n.Pos(), known(run))
			}
		case *ast.CompositeLit:
			for _, run := range literals(n.Elts) {
				add(n.Pos(), known(run))
			}
		case *ast.CallExpr:
			if len(n.Args) == 1 && name(n.Fun) == "strings.Fields" {
				if s, ok := literal(n.Args[0]); ok {
					add(n.Pos(), known(strings.Fields(s)))
				}
			}
		case *ast.BinaryExpr:
			if !inChain[n] {
				chain := map[string][]string{}
				compared(n, chain, inChain)
				for _, words := range chain {
					add(n.Pos(), known(words))
				}
			}
		}
		return true
	})
	return out
}

// compared collects what each expression is compared with in a condition.
func compared(n ast.Expr, into map[string][]string, seen map[ast.Node]bool) {
	switch n := n.(type) {
	case *ast.ParenExpr:
		compared(n.X, into, seen)
	case *ast.BinaryExpr:
		seen[n] = true
		if n.Op == token.EQL || n.Op == token.NEQ {
			if s, ok := literal(n.Y); ok {
				into[name(n.X)] = append(into[name(n.X)], s)
			}
			return
		}
		compared(n.X, into, seen)
		compared(n.Y, into, seen)
	}
}

// name writes an expression so that two of the same are the same.
func name(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return name(e.X) + "." + e.Sel.Name
	case *ast.IndexExpr:
		return name(e.X) + "[" + name(e.Index) + "]"
	case *ast.CallExpr:
		args := make([]string, len(e.Args))
		for i, a := range e.Args {
			args[i] = name(a)
		}
		return name(e.Fun) + "(" + strings.Join(args, ",") + ")"
	case *ast.BinaryExpr:
		return name(e.X) + e.Op.String() + name(e.Y)
	case *ast.BasicLit:
		return e.Value
	}
	return "?"
}

// literals returns the runs of literals in a list, or of the keys in it: in "who", name, "when", day none stands beside another.
func literals(list []ast.Expr) [][]string {
	runs := [][]string{nil}
	for _, e := range list {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Key
		}
		if s, ok := literal(e); ok {
			runs[len(runs)-1] = append(runs[len(runs)-1], s)
		} else {
			runs = append(runs, nil)
		}
	}
	return runs
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// isWords reports whether a literal may be words that people text: small letters and spaces.
func isWords(s string) bool {
	return s != "" && len(s) <= 30 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) && r != ' ' && r != '\'' }) < 0
}

// known keeps the words that the lexicon has: in lower case, of letters.
func known(words []string) []string {
	var out []string
	for _, w := range words {
		if isWords(w) && lexicon.Look(lexicon.Plain(strings.TrimSpace(w))).Known() {
			out = append(out, w)
		}
	}
	return out
}
