package lang

import "strings"

// Key names a text of the catalogue.
type Key string

// Text renders a text: fields are pairs of name and value, put where the text has {name}. A key that the language lacks, or a field
// that the text needs and did not get, is a fault of the build: it panics, and the step that asked hands the matter to staff.
func Text(tag Tag, k Key, fields ...string) string {
	t := raw(tag, k)
	if t == "" {
		panic("lang: no text " + string(k) + " in " + string(tag))
	}
	return fill(k, t, fields)
}

func fill(k Key, t string, fields []string) string {
	if strings.IndexByte(t, '{') < 0 {
		return t
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(t, '{')
		if i < 0 {
			break
		}
		j := strings.IndexByte(t[i:], '}')
		if j < 0 {
			break
		}
		b.WriteString(t[:i])
		b.WriteString(field(k, t[i+1:i+j], fields))
		t = t[i+j+1:]
	}
	b.WriteString(t)
	return b.String()
}

func raw(tag Tag, k Key) string { return built().texts[tag][k] }

func field(k Key, name string, fields []string) string {
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i] == name {
			return fields[i+1]
		}
	}
	panic("lang: text " + string(k) + " needs {" + name + "}")
}
