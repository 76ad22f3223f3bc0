// Package archtest fails the build when an import points the wrong way.
package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/reportback/reportback/"

type rule struct {
	pkg       string   // applies to this directory and below; longest match wins
	may       []string // directories of this module it may import
	vendors   []string // third-party modules it may import
	denyStd   []string // standard packages it may not import
	pureClock bool     // may not read the clock; time arrives as an argument

	exceptStd   []string // of denyStd
	clockExcept []string // files that may read it
}

var (
	pure  = []string{"context", "crypto/rand", "database", "log", "math/rand", "net", "os"}
	ring2 = []string{"internal/app", "internal/core"}
)

var rules = []rule{
	// Ring 0: values in, values out.
	{
		pkg: "internal/core", may: []string{"internal/core"}, vendors: []string{
			"github.com/nyaruka/phonenumbers", "github.com/google/uuid",
			"github.com/rivo/uniseg",
		}, denyStd: pure, pureClock: true,
		exceptStd: []string{"net/mail", "log/slog"},
	},
	{pkg: "internal/core/lang", denyStd: pure, pureClock: true}, // imports no other package of the project
	{pkg: "internal/core/fold", vendors: []string{"golang.org/x/text"}, denyStd: pure, pureClock: true},
	{pkg: "internal/core/meeting", vendors: []string{"github.com/google/uuid"}, denyStd: pure, pureClock: true},
	{pkg: "internal/core/thanks", vendors: []string{"github.com/google/uuid"}, denyStd: pure, pureClock: true},
	{pkg: "internal/core/matter", denyStd: pure, pureClock: true},
	{pkg: "internal/core/event", vendors: []string{"github.com/google/uuid"}, denyStd: pure, pureClock: true},
	{pkg: "internal/core/change", may: []string{
		"internal/core/event", "internal/core/lang", "internal/core/matter", "internal/core/meeting", "internal/core/person",
		"internal/core/sms", "internal/core/thanks",
	}, vendors: []string{"github.com/google/uuid"}, denyStd: pure, pureClock: true},
	// Ring 1: what happens when; owns the transactions and the ports.
	{
		pkg: "internal/app", may: []string{"internal/core"}, vendors: []string{"github.com/google/uuid"},
		denyStd: []string{"database", "net", "os"}, pureClock: true,
		clockExcept: []string{"drain.go", "duty.go", "settle.go", "settle_judge.go", "tick.go"},
	}, // leases and retries run on real time
	// Ring 2: one package per outside thing; they never import each other.
	{
		pkg: "internal/store", may: append([]string{"migrations"}, ring2...),
		vendors: []string{
			"github.com/jmoiron/sqlx", "github.com/jackc/pgx/v5", "github.com/lib/pq", "github.com/pressly/goose/v3", "github.com/google/uuid",
		},
		pureClock: true,
	},
	{pkg: "internal/hook", may: ring2, pureClock: true},
	{pkg: "internal/twilio", may: ring2, vendors: []string{"github.com/twilio/twilio-go", "github.com/google/uuid"}},
	{
		pkg: "internal/web", may: append([]string{"internal/web"}, ring2...),
		vendors: []string{"github.com/labstack/echo/v4", "github.com/google/uuid", "github.com/prometheus/client_golang"},
	},
	{pkg: "internal/web/report", may: append([]string{"internal/web"}, ring2...), vendors: []string{"github.com/labstack/echo/v4"}},
	{
		pkg: "internal/web/admin", may: append([]string{"internal/web"}, ring2...),
		vendors: []string{"github.com/labstack/echo/v4", "github.com/google/uuid", "github.com/boombuler/barcode", "golang.org/x/text"},
	},
	{
		pkg: "internal/web/signin", may: ring2, vendors: []string{
			"github.com/google/uuid", "github.com/pquerna/otp",
			"github.com/go-webauthn/webauthn", "golang.org/x/crypto/argon2",
		},
		pureClock: true,
	},
	{pkg: "internal/trace", may: ring2, vendors: []string{"github.com/labstack/echo/v4", "go.opentelemetry.io/otel"}},
	{pkg: "internal/faketwilio", may: []string{"internal/core"}},
	{pkg: "internal/embedded", vendors: []string{"github.com/lib/pq", "github.com/alicebob/miniredis/v2"}},
	{pkg: "jobs", may: ring2, vendors: []string{"github.com/hibiken/asynq", "github.com/redis/go-redis/v9"}, clockExcept: []string{"jobs.go"}},
	{pkg: "config", vendors: []string{"github.com/caarlos0/env/v11"}, denyStd: []string{"database", "net/http"}},
	{pkg: "migrations", denyStd: []string{"database", "net", "os"}},
	// Ring 3: wiring and test helpers.
	{
		pkg: "internal/demo", may: []string{"internal/faketwilio", "internal/app", "internal/core"},
		vendors: []string{"github.com/labstack/echo/v4", "github.com/google/uuid"},
	},
	{pkg: "internal/testkit", may: []string{"internal", "jobs", "config", "migrations"}, vendors: []string{"*"}},
	{pkg: "internal/e2e"},
	{pkg: "internal/archtest"},
	{pkg: "internal/bench"},
	{pkg: "cmd", may: []string{"internal", "jobs", "config", "migrations"}, vendors: []string{"*"}},
}

func TestImportsPointInward(t *testing.T) {
	t.Parallel()

	root := filepath.Join("..", "..")
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil // tests may reach anywhere
		}
		files++
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		check(t, filepath.ToSlash(rel), filepath.Base(path), f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("found no Go files: is root right?")
	}
}

func check(t *testing.T, dir, file string, f *ast.File) {
	t.Helper()

	r, ok := ruleFor(dir)
	if !ok {
		t.Errorf("%s has no import rule: add one", dir)
		return
	}
	for _, spec := range f.Imports {
		imp, _ := strconv.Unquote(spec.Path.Value)
		local, isLocal := strings.CutPrefix(imp, module)
		first, _, _ := strings.Cut(imp, "/")
		switch {
		case isLocal && local == "internal/testkit":
			t.Errorf("%s imports %s: test helpers belong in _test.go files", dir, local)
		case isLocal && !under(local, r.may):
			t.Errorf("%s may not import %s", dir, local)
		case !isLocal && strings.Contains(first, ".") && !under(imp, r.vendors):
			t.Errorf("%s may not import %s", dir, imp)
		case !isLocal && under(imp, r.denyStd) && !under(imp, r.exceptStd):
			t.Errorf("%s may not import %s", dir, imp)
		}
	}
	if !r.pureClock || under(file, r.clockExcept) {
		return
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" {
				switch sel.Sel.Name {
				case "Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker":
					t.Errorf("%s reads the clock with time.%s: take now as an argument", dir, sel.Sel.Name)
				}
			}
		}
		return true
	})
}

func ruleFor(dir string) (best rule, ok bool) {
	for _, r := range rules {
		if under(dir, []string{r.pkg}) && len(r.pkg) > len(best.pkg) {
			best, ok = r, true
		}
	}
	return best, ok
}

// TestCoreReachesNothingOutside looks below core's imports: nothing there may open a file, a socket or a database.
func TestCoreReachesNothingOutside(t *testing.T) {
	t.Parallel()

	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", module+"internal/core/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if len(deps) < 50 {
		t.Fatalf("only %d packages below core: is the pattern right?", len(deps))
	}
	for _, d := range deps {
		// net itself is below google/uuid, which reads hardware addresses for version 1; nothing in core makes one
		if strings.HasPrefix(d, "net/http") || d == "os/exec" || d == "database/sql" {
			t.Errorf("core reaches %s", d)
		}
	}
}

// under reports whether path is one of dirs or sits below one.
func under(path string, dirs []string) bool {
	for _, d := range dirs {
		if d == "*" || path == d || strings.HasPrefix(path, d+"/") {
			return true
		}
	}
	return false
}
