package e2e

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

// TestTown plays the three weeks of `demo --town` and finds one-on-ones in every state, names in their own scripts, and texts that were
// held back; a second start goes on where the first stood.
func TestTown(t *testing.T) {
	t.Parallel()
	const at = "2026-12-16T09:45:00-08:00"
	dir := testkit.DataDir(t)
	d := testkit.StartDemo(t, &binary, dir, at, "--town")
	if log := d.Log(); strings.Contains(log, "level=ERROR") {
		t.Errorf("the town's story meets a fault:\n%s", log)
	}
	found := map[string]int{}
	for _, row := range rows(t, d.Run(&binary, "export", "meetings")) {
		found["status "+row["status"]]++
		found["contact "+row["contact"]]++
	}
	for _, row := range rows(t, d.Run(&binary, "export", "messages")) {
		found["text "+row["status"]]++
	}
	for _, want := range []string{
		"status planned", "status proposed", "status confirmed", "status declined", "status no_show", "status called_off", "status held",
		"status reported",
		"contact Óscar Núñez", "contact Ольга Петренко", "contact 王秀英", "contact فاطمة حسن", "contact Trần Văn Đức", "text withheld",
		"text undelivered", "text delivered",
	} {
		if found[want] == 0 {
			t.Errorf("the town has no %s", want)
		}
	}
	texts := len(d.Texts("", 0))
	if texts < 500 {
		t.Errorf("the town has %d texts, a busy organization has more than 500", texts)
	}
	d.Kill()
	again := testkit.StartDemo(t, &binary, dir, at)
	if n := len(again.Texts("", 0)); n != texts {
		t.Errorf("a second start has %d texts, not the %d of the first", n, texts)
	}
}

// rows reads an export by its columns' names.
func rows(t *testing.T, out string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	list := make([]map[string]string, 0, len(all)-1)
	for _, line := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = line[i]
		}
		list = append(list, row)
	}
	return list
}
