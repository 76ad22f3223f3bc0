package record

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Lines writes what was decided for a person to read, a line a change: names and what they hold, without what is empty or at the decision's
// own time, and of a text that came in what it came with. Times are told from that one, identifiers by their number: #7 was there before,
// +2 is the second that this decision made.
func Lines(d Decision, need world.Need, set change.Set) []string {
	p := printer{now: d.Now, phone: d.World.Phone.ID}
	out := make([]string, 0, len(set.Changes)+1)
	out = append(out, p.fields("needs", reflect.ValueOf(need)))
	for _, c := range set.Changes {
		v := reflect.ValueOf(c)
		out = append(out, p.fields(v.Type().Name(), v))
	}
	return out
}

var codes = regexp.MustCompile(`\b(Kind|Rule|Reason|State|Question|Outcome|Status|What|Consent|Lang|Note)=("[^"]*"|\S+)`)

// says is how a text begins, by which its wording is told from another's.
var says = regexp.MustCompile(`Body="\S+ \S+`)

// Shape is what a decision does without whom, when and in which words, but for those with which a text begins: two of one shape went the
// same way through the code.
func Shape(d Decision, need world.Need, set change.Set) string {
	_, about, _ := strings.Cut(d.String(), ", ")
	parts := []string{about}
	for _, l := range Lines(d, need, set) {
		kind, rest, _ := strings.Cut(l, " ")
		parts = append(parts, kind)
		parts = append(parts, codes.FindAllString(rest, -1)...)
		if kind == "Text" {
			parts = append(parts, says.FindString(rest))
		}
	}
	return strings.Join(parts, " ")
}

// printer writes the changes of one decision.
type printer struct {
	now   time.Time
	phone int64
}

// known reports what every decision has, and is left out: at its own time, of its own phone, with the one-on-ones of three weeks.
func (p printer) known(name, value string) bool {
	switch name {
	case "Heard", "Now", "SID", "SenderRaw":
		return true
	case "FloodMinute":
		return value == p.moment(p.now.Truncate(time.Minute))
	case "At", "LastAt", "AskedAt", "LastInAt", "InboundAt":
		return value == "now"
	case "MeetingsSince":
		return value == p.moment(p.now.Add(-21*24*time.Hour))
	case "PhoneID":
		return value == strconv.FormatInt(p.phone, 10)
	}
	return false
}

func (p printer) fields(name string, v reflect.Value) string {
	parts := []string{name}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.PkgPath != "" || empty(v.Field(i)) {
			continue
		}
		if s := p.value(v.Field(i)); !p.known(f.Name, s) {
			parts = append(parts, f.Name+"="+s)
		}
	}
	return strings.Join(parts, " ")
}

func (p printer) value(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case uuid.UUID:
		return idShown(x.String())
	case time.Time:
		return p.moment(x)
	case lang.Words:
		return "..."
	}
	if s, ok := plain(v); ok {
		return shown(s)
	}
	switch v.Kind() {
	case reflect.Struct:
		_, inner, _ := strings.Cut(p.fields("", v), " ")
		return "{" + inner + "}"
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = p.value(v.Index(i))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case reflect.Map:
		return shown(string(appendMap(nil, v)))
	case reflect.String:
		return shown(v.String())
	}
	return number(v)
}

// moment writes a time as what it is from the decision's own.
func (p printer) moment(t time.Time) string {
	switch d := t.Sub(p.now); {
	case d == 0:
		return "now"
	case d.Abs() >= 48*time.Hour:
		return t.UTC().Format("Mon_2006-01-02T15:04:05.999Z")
	case d > 0:
		return "now+" + short(d)
	default:
		return "now" + short(d)
	}
}

// short is 22h instead of 22h0m0s.
func short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// shown quotes what is no plain word; identifiers within become their numbers.
func shown(s string) string {
	s = anyID.ReplaceAllStringFunc(s, idShown)
	if s != "" && !strings.ContainsAny(s, " \"\\\n\r\t{}[]=") {
		return s
	}
	if strings.HasPrefix(s, "{") || strings.HasPrefix(s, "[") {
		return "`" + strings.ReplaceAll(s, "\n", `\n`) + "`"
	}
	return strconv.Quote(s)
}

func idShown(id string) string {
	n := strings.TrimLeft(id[24:], "0")
	switch id[:8] {
	case "ffffffff":
		return "+" + n
	case "00000000":
		return "#" + n
	}
	return id
}
