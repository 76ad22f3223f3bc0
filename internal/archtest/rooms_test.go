package archtest

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const talkDir = "internal/core/talk"

// roomFiles returns the parsed files of every package of the conversation, by the package's folder below it; "" is package talk itself.
func roomFiles(t *testing.T) map[string][]*ast.File {
	t.Helper()
	root := filepath.Join("..", "..", talkDir)
	out := map[string][]*ast.File{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel(root, filepath.Dir(path))
		if pkg = filepath.ToSlash(pkg); pkg == "." {
			pkg = ""
		}
		out[pkg] = append(out[pkg], f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 10 {
		t.Fatalf("found only %d packages of the conversation: is the path right?", len(out))
	}
	return out
}

// TestRoomsKnowNoRoom: what a decision looks at (world) knows nothing of the conversation, a turn knows the world, a room knows both, what
// stands below itself, and no other room; only package talk knows them all. Others see the world, and talk.
func TestRoomsKnowNoRoom(t *testing.T) {
	t.Parallel()
	turns := []string{"world", "moment", "fact", "phrase"}
	uses := append(slices.Clone(turns), "turn")
	may := map[string][]string{
		"world": nil, "moment": nil, "fact": {"world", "moment"}, "phrase": nil, "turn": turns, "settle": uses, "promise": uses, "whose": uses,
		"duty": uses, "choose": uses,
	}
	for pkg, files := range roomFiles(t) {
		allowed, special := may[pkg]
		if !special {
			room, _, _ := strings.Cut(pkg, "/") // what stands below one room is one room's
			allowed = append(slices.Clone(uses), "settle", "promise", "whose", "duty", "choose", room)
		}
		for _, f := range files {
			for _, spec := range f.Imports {
				path, _ := strconv.Unquote(spec.Path.Value)
				room, isRoom := strings.CutPrefix(path, module+talkDir+"/")
				switch {
				case pkg == "":
				case isRoom && !under(room, allowed), path == module+talkDir:
					t.Errorf("%s may not import %s: say what happened (package fact), and let the table in package talk say who goes on", pkg, path)
				}
			}
		}
	}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
			strings.Contains(filepath.ToSlash(path), talkDir) {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp, _ := strconv.Unquote(spec.Path.Value)
			if room, ok := strings.CutPrefix(imp, module+talkDir+"/"); ok && room != "world" {
				t.Errorf("%s may not import %s: the conversation is decided by package talk", path, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestRoomsStaySmall: a room that outgrows this is two.
func TestRoomsStaySmall(t *testing.T) {
	t.Parallel()
	const most = 2300
	lines := map[string]int{}
	root := filepath.Join("..", "..", talkDir)
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		lines[filepath.Dir(path)] += bytes.Count(b, []byte("\n"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, n := range lines {
		if n > most {
			t.Errorf("%s has %d lines, more than %d", filepath.Base(dir), n, most)
		}
	}
}

// TestAPlanIsReadInOneSitting: who reads how a plan begins has to read so many functions of its room, and those of package turn.
func TestAPlanIsReadInOneSitting(t *testing.T) {
	t.Parallel()
	const most = 60
	calls := map[string][]string{}
	var bodies []*ast.FuncDecl
	for _, f := range roomFiles(t)["plan"] {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				bodies = append(bodies, fn)
				calls[fn.Name.Name] = nil
			}
		}
	}
	for _, fn := range bodies {
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if _, isFunc := calls[id.Name]; isFunc {
					calls[fn.Name.Name] = append(calls[fn.Name.Name], id.Name)
				}
			}
			return true
		})
	}
	reached := map[string]bool{}
	for next := []string{"startPlan"}; len(next) > 0; next = next[1:] {
		if !reached[next[0]] {
			reached[next[0]] = true
			next = append(next, calls[next[0]]...)
		}
	}
	if n := len(reached); n < 10 || n > most {
		t.Errorf("from startPlan %d functions are reached outside of package turn; at least 10 are expected and at most %d wanted", n, most)
	}
}
