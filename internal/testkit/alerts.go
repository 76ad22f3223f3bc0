package testkit

import (
	"bufio"
	"math"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// AlertRules reads the rules beside the docs: each alert with its expression.
func AlertRules(t testing.TB, file string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`alert: (\w+)\n\s+expr: (.+)`).FindAllStringSubmatch(string(b), -1) {
		out[m[1]] = m[2]
	}
	if len(out) < 8 {
		t.Fatalf("only %d rules", len(out))
	}
	return out
}

// Metrics are the samples of one reading, by name and labels as they are written.
type Metrics map[string]float64

// ReadMetrics asks an address for its samples.
func ReadMetrics(t testing.TB, at string) Metrics {
	t.Helper()
	res, err := http.Get(at) //nolint:noctx,gosec // a test's look
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	out := Metrics{}
	for s := bufio.NewScanner(res.Body); s.Scan(); {
		if i := strings.LastIndexByte(s.Text(), ' '); i > 0 && !strings.HasPrefix(s.Text(), "#") {
			if v, err := strconv.ParseFloat(s.Text()[i+1:], 64); err == nil {
				out[s.Text()[:i]] = v
			}
		}
	}
	return out
}

// chosen returns the samples of a name that have all the labels of a selector.
func (m Metrics) chosen(name, labels string) map[string]float64 {
	out := map[string]float64{}
	for sample, v := range m {
		n, has, _ := strings.Cut(strings.TrimSuffix(sample, "}"), "{")
		ok := n == name
		for want := range strings.SplitSeq(strings.Trim(labels, "{}"), ",") {
			ok = ok && (want == "" || strings.Contains(","+has+",", ","+want+","))
		}
		if ok {
			out[sample] = v
		}
	}
	return out
}

// Fires evaluates a rule as Prometheus would for one instance: comparisons of the samples of a selector with a number, joined by or. An
// increase is what was added since the first reading, and none where the sample was not there at first: a counter that begins at one has
// not grown.
func Fires(t testing.TB, expr string, first, now Metrics) bool {
	t.Helper()
	absent := regexp.MustCompile(`^absent\((\w+)\)$`)
	simple := regexp.MustCompile(`^(time\(\) - )?(max\(|increase\()?(\w+)((?:\{[^}]*\})?)(\[\w+\])?\)? (==|>|<) ([0-9.e]+)$`)
	for part := range strings.SplitSeq(expr, " or ") {
		if m := absent.FindStringSubmatch(part); m != nil {
			if len(now.chosen(m[1], "")) == 0 {
				return true
			}
			continue
		}
		m := simple.FindStringSubmatch(part)
		if m == nil {
			t.Fatalf("a rule that this test cannot evaluate: %s", part)
		}
		limit, err := strconv.ParseFloat(m[7], 64)
		if err != nil {
			t.Fatal(err)
		}
		highest, values := math.Inf(-1), []float64(nil)
		for sample, v := range now.chosen(m[3], m[4]) {
			was, there := first[sample]
			switch {
			case m[2] == "increase(" && !there:
				continue
			case m[2] == "increase(":
				v -= was
			case m[2] == "max(":
				highest = max(highest, v)
				v = highest
			}
			values = append(values, v)
		}
		if m[2] == "max(" && len(values) > 0 {
			values = []float64{highest}
		}
		for _, v := range values {
			if m[1] != "" {
				v = float64(time.Now().Unix()) - v
			}
			if holds(v, m[6], limit) {
				return true
			}
		}
	}
	return false
}

func holds(v float64, sign string, limit float64) bool {
	return sign == "==" && v == limit || sign == ">" && v > limit || sign == "<" && v < limit
}
