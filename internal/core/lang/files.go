package lang

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Every language is two files: what we say in it, xx.catalogue.txt, and what people say, xx.lexicon.txt. A language is there once its files
// are: nothing in Go names it.
//
//go:embed languages/*.txt
var files embed.FS

const catalogueEnd = ".catalogue.txt"

// catalogues are the texts of all languages, read once and never changed.
type catalogues struct {
	tags  []Tag
	texts map[Tag]map[Key]string
}

// built is read once from the embedded files, which a test has held to be sound, and never changed.
var built = sync.OnceValue(func() *catalogues { //nolint:gochecknoglobals // never changed once it is read
	c, err := load(files)
	if err != nil {
		panic(err)
	}
	return c
})

// Lexicon returns the file of what people say in a language, for the lexicon.
func Lexicon(tag Tag) (string, error) {
	b, err := files.ReadFile("languages/" + string(tag) + ".lexicon.txt")
	return string(b), err
}

// Page returns the file of what the staff's page says in a language: each sentence below the English one. A language may have none: then
// its people read the page in English.
func Page(tag Tag) (string, error) {
	b, err := files.ReadFile("languages/" + string(tag) + ".page.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(b), err
}

// load reads the catalogues of all languages, English and Spanish first.
func load(files fs.FS) (*catalogues, error) {
	found, err := fs.Glob(files, "languages/*"+catalogueEnd)
	if err != nil {
		return nil, err
	}
	c := &catalogues{texts: map[Tag]map[Key]string{}}
	var faults []error
	for _, name := range found {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		tag := Tag(strings.TrimSuffix(strings.TrimPrefix(name, "languages/"), catalogueEnd))
		c.tags = append(c.tags, tag)
		faults = append(faults, c.read(tag, string(b)))
	}
	slices.SortFunc(c.tags, func(a, b Tag) int { return cmp.Or(rank(a)-rank(b), strings.Compare(string(a), string(b))) })
	return c, errors.Join(faults...)
}

func rank(t Tag) int {
	switch t {
	case English:
		return 0
	case Spanish:
		return 1
	}
	return 2
}

// read takes lines of `key: text`. A text that begins or ends with a space stands in quotes.
func (c *catalogues) read(tag Tag, file string) error {
	texts := make(map[Key]string, 400)
	var faults []error
	for line := range strings.SplitSeq(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, text, ok := strings.Cut(line, ":")
		if text = strings.TrimSpace(text); len(text) > 1 && text[0] == '"' && text[len(text)-1] == '"' {
			text = text[1 : len(text)-1]
		}
		switch k := Key(key); {
		case !ok || text == "":
			faults = append(faults, fmt.Errorf("%s catalogue: %q is no key and text", tag, line))
		case texts[k] != "":
			faults = append(faults, fmt.Errorf("%s catalogue: %s stands twice", tag, k))
		default:
			texts[k] = text
		}
	}
	c.texts[tag] = texts
	return errors.Join(faults...)
}
