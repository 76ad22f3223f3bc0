// Package lang holds everything Reportback says and the languages it says it in. It imports no other package of the project;
// a text is a key and named fields, and every language has every key.
package lang

import (
	"slices"
	"strings"
)

// Tag is a language that Reportback speaks, as a BCP 47 primary subtag (RFC 5646).
type Tag string

// The languages that this code names; there are those that have files.
const (
	English Tag = "en"
	Spanish Tag = "es"
)

// Tags lists the languages in the order in which they are offered.
func Tags() []Tag { return slices.Clone(built().tags) }

// ParseTag returns the language that s names ("en", "es", "es-MX"), and false for one that has no files.
func ParseTag(s string) (Tag, bool) {
	if len(s) < 2 || len(s) > 2 && s[2] != '-' && s[2] != '_' {
		return "", false
	}
	tag := Tag(strings.ToLower(s[:2]))
	return tag, built().texts[tag] != nil
}
