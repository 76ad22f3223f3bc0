package admin

import (
	"crypto/sha512"
	"encoding/base64"
	"io/fs"
	"strings"
	"testing"

	"github.com/jba/templatecheck"

	"github.com/reportback/reportback/internal/core/lang"
)

// every pairs each template with the struct that it is given.
func every() map[string]any {
	out := map[string]any{
		"layout": frame{}, "signin": signInData{}, "first": firstData{}, "second": codeData{}, "enrol": enrolData{}, "codes": codesData{},
		"fault": faultData{},
	}
	for _, p := range pages() {
		if p.name != "" {
			out[p.name] = p.data
		}
	}
	return out
}

func TestTemplatesFitTheirStructs(t *testing.T) {
	t.Parallel()
	all, err := loadViews()
	if err != nil {
		t.Fatal(err)
	}
	for tag, v := range all {
		for name, data := range every() {
			if v.pages[name] == nil && tag != lang.English {
				continue
			}
			if err := templatecheck.CheckHTML(v.pages[name], data); err != nil {
				t.Errorf("%s in %s: %v", name, tag, err)
			}
		}
	}
}

func TestEveryTemplateIsAPageAndHoldsToThePolicy(t *testing.T) {
	t.Parallel()
	known := every()
	err := fs.WalkDir(templates, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := strings.TrimSuffix(d.Name(), ".html")
		if _, ok := known[name]; !ok && name != "parts" {
			t.Errorf("%s belongs to no page", path)
		}
		b, err := templates.ReadFile(path)
		for _, never := range []string{"style=", "onclick", "hx-on", "<style", "javascript:", "js:", "hx-vals", "safeHTML"} {
			if strings.Contains(string(b), never) {
				t.Errorf("%s holds %q, which the policy forbids", path, never)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsVendoredIsWhatItsListSays(t *testing.T) {
	t.Parallel()
	list, err := files.ReadFile("assets/VENDOR.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"htmx.min.js", "hx-sse.min.js"} {
		b, err := files.ReadFile(vendored + f)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha512.Sum384(b)
		if want := f + ": sha384-" + base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(string(list), want) {
			t.Errorf("VENDOR.md lacks %s", want)
		}
	}
}
