package talk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// TestEverythingHasOneRoom: each rule, act, command and kind of question is one room's, each rank of guess has one guess, and every fact is
// heard.
func TestEverythingHasOneRoom(t *testing.T) {
	t.Parallel()
	taken := map[string][]string{}
	take := func(what, name, room string) { taken[what+" "+name] = append(taken[what+" "+name], room) }
	for _, r := range rooms() {
		for _, q := range r.Questions {
			take("question", q.Kind, r.Name)
		}
		for _, c := range r.Commands {
			take("command", string(c.Word), r.Name)
		}
		for _, w := range r.Rows {
			take("rule", w.Rule, r.Name)
		}
		for _, a := range r.Acts {
			take("act", string(a.Act), r.Name)
		}
		for _, g := range r.Guesses {
			take("guess", strconv.Itoa(int(g.Rank)), r.Name)
		}
	}
	all := []string{"question " + choose.Talk("")}
	for _, r := range reminder.Rules() {
		all = append(all, "rule "+r.Name)
	}
	for _, c := range constants(t, "../understand", "Command") {
		if c != string(understand.None) {
			all = append(all, "command "+c)
		}
	}
	for _, a := range constants(t, "world", "ActKind") {
		all = append(all, "act "+a)
	}
	if listed := constants(t, "world", "Talk"); !slices.Equal(listed, world.Talks()) {
		t.Errorf("the kinds of conversations are %q, and listed %q", listed, world.Talks())
	}
	for _, k := range constants(t, "world", "Talk") {
		if k != string(world.WhichTalk) {
			all = append(all, "question "+k)
		}
	}
	for rank := turn.AtEcho; rank <= turn.ChatsOn; rank++ {
		all = append(all, "guess "+strconv.Itoa(int(rank)))
	}
	for _, what := range all {
		if len(taken[what]) != 1 {
			t.Errorf("%s is taken by %q, not by one room", what, taken[what])
		}
		delete(taken, what)
	}
	for what, by := range taken {
		if !strings.HasPrefix(what, "question "+world.WhichTalk+":") || len(by) != 1 {
			t.Errorf("%s is taken by %q, and there is no such thing", what, by)
		}
	}
}

// TestEveryFactIsHeard: whatever a room says that happened, one room goes on from it; a list is asked of several.
func TestEveryFactIsHeard(t *testing.T) {
	t.Parallel()
	several := []string{"*fact.Listing", "fact.ShowLetter"}
	var known []string
	for _, f := range fact.Facts() {
		of := reflect.TypeOf(f)
		known = append(known, strings.TrimPrefix(of.String(), "*"))
		var by []string
		for _, r := range rooms() {
			for _, h := range r.Facts {
				if h.Of == of {
					by = append(by, r.Name)
				}
			}
		}
		if len(by) == 0 || len(by) > 1 && !slices.Contains(several, of.String()) {
			t.Errorf("%s is heard by %q", of, by)
		}
	}
	for _, f := range parsed(t, "fact") {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Name.Name != "fact" {
				continue
			}
			of := fn.Recv.List[0].Type
			if star, ok := of.(*ast.StarExpr); ok {
				of = star.X
			}
			if name := "fact." + of.(*ast.Ident).Name; !slices.Contains(known, name) {
				t.Errorf("fact.Facts has no %s", name)
			}
		}
	}
}

// constants returns the values of the string constants of a type, or whose names end in it.
func constants(t *testing.T, dir, of string) []string {
	t.Helper()
	var out []string
	for _, f := range parsed(t, dir) {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				typ, _ := v.Type.(*ast.Ident)
				if typ == nil && !strings.HasSuffix(v.Names[0].Name, of) || typ != nil && typ.Name != of || len(v.Values) != 1 {
					continue
				}
				value, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, value)
			}
		}
	}
	if len(out) < 5 {
		t.Fatalf("found only %q of %s in %s", out, of, dir)
	}
	return out
}

func parsed(t *testing.T, dir string) []*ast.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, p := range paths {
		src, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}
