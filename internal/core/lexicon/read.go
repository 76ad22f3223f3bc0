package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
)

// load reads the lexicons of all languages. Where two use a word of time differently, the first counts.
func load() (*book, error) {
	b := &book{tags: lang.Tags(), names: map[lang.Tag][]string{}, words: make(map[string]*Word, 8192), short: map[string][]string{}}
	var faults []error
	for i, tag := range b.tags {
		file, err := lang.Lexicon(tag)
		if err != nil {
			return nil, err
		}
		faults = append(faults, b.read(tag, i, file))
	}
	for i := range b.lists {
		b.lists[i].finish()
	}
	for _, w := range b.words {
		slices.SortStableFunc(w.phrases, func(p, q phrase) int {
			return cmp.Or(len(q.rest)-len(p.rest), int(p.list)-int(q.list))
		})
	}
	return b, errors.Join(faults...)
}

// read takes one language's lists. Every list has its heading in every file, so that nobody overlooks one; it may be empty.
func (b *book) read(tag lang.Tag, language int, file string) error {
	byName := make(map[string]List, lists)
	for i, h := range headings() {
		byName[h] = List(i)
	}
	var faults []error
	seen := map[List]bool{}
	list, n, own := NoList, 0, map[string]bool{}
	for line := range strings.SplitSeq(file, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			name := line[1 : len(line)-1]
			list, n = byName[name], 0
			if i := strings.LastIndexByte(name, ' '); list == NoList && i > 0 {
				if v, err := strconv.Atoi(name[i+1:]); err == nil {
					list, n = byName[name[:i]], v
				}
			}
			if list == NoList {
				faults = append(faults, fmt.Errorf("%s lexicon: no list is called %q", tag, name))
			}
			seen[list] = true
		case list != NoList:
			for s := range strings.SplitSeq(line, ",") {
				s = Plain(strings.TrimSpace(s))
				faults = append(faults, b.take(entry{list, n, tag, language, s}, own))
				if long := b.writtenOut(s); long != s { // as texts are read
					faults = append(faults, b.take(entry{list, n, tag, language, long}, own))
				}
			}
		}
	}
	for i := NoList + 1; i < lists; i++ {
		if !seen[i] {
			faults = append(faults, fmt.Errorf("%s lexicon: the list %q is missing", tag, i.heading()))
		}
	}
	return errors.Join(faults...)
}

// entry is one word or phrase of a language's list.
type entry struct {
	list     List
	n        int
	tag      lang.Tag
	language int
	s        string
}

// take adds an entry. own are the words of time that this language has already: none may stand twice, while another language's word counts
// only where the languages before have none.
func (b *book) take(e entry, own map[string]bool) error {
	if e.s == "" {
		return nil
	}
	at := &b.lists[e.list]
	at.words = append(at.words, e.s)
	if e.list == LanguageName {
		b.names[e.tag] = append(b.names[e.tag], e.s)
	}
	if e.list == ShortForms {
		short, long, _ := strings.Cut(e.s, " = ")
		b.short[short] = strings.Fields(long)
		return nil
	}
	if e.list >= firstOfAnswers && e.list <= lastOfAnswers {
		f := strings.Fields(strings.TrimSuffix(e.s, "-"))
		w := b.word(f[0])
		w.phrases = append(w.phrases, phrase{f[1:], e.list, strings.HasSuffix(e.s, "-")})
	}
	if root, ok := strings.CutSuffix(e.s, "-"); ok {
		at.roots = append(at.roots, root)
		return nil
	}
	if head, _, several := strings.Cut(e.s, " "); several {
		b.word(head).heads[e.list/64] |= 1 << (e.list % 64)
	}
	w := b.word(e.s)
	w.lists[e.list/64] |= 1 << (e.list % 64)
	if e.list == Holiday && w.Holiday == 0 {
		w.Holiday = e.n
	}
	if e.list == PlainWords {
		w.plain |= 1 << e.language
	}
	if !e.list.isTime() {
		return nil
	}
	if own[e.s] {
		return fmt.Errorf("%s lexicon: %q stands in two lists of times", e.tag, e.s)
	}
	own[e.s] = true
	if w.Time == NoList {
		w.Time, w.N = e.list, e.n
	}
	return nil
}

// word returns what is known of a word, to add to it.
func (b *book) word(s string) *Word {
	w := b.words[s]
	if w == nil {
		w = &Word{}
		b.words[s] = w
	}
	return w
}

// entries are a list's words and phrases.
type entries struct {
	words  []string
	roots  []string // beginnings of words
	padded []string // with a space before and, but for beginnings, after
	sorted []string // the same, by the letter that they begin with
	from   [33]int  // where those of a letter begin in sorted
	frames []Frame
}

// letter is which of 32 parts of a list an entry is in that begins with this byte.
func letter(c byte) int { return int(c & 31) }

// finish prepares what is asked often.
func (e *entries) finish() {
	for _, w := range e.words {
		if root, ok := strings.CutSuffix(w, "-"); ok {
			e.padded = append(e.padded, " "+root)
			continue
		}
		if before, after, named := strings.Cut(w, "*"); named {
			rest, possessive := strings.CutPrefix(after, "s ")
			e.frames = append(e.frames, Frame{strings.Fields(before), strings.Fields(rest), possessive})
		}
		e.padded = append(e.padded, " "+w+" ")
	}
	e.sorted = slices.Clone(e.padded)
	slices.SortStableFunc(e.sorted, func(a, b string) int { return letter(a[1]) - letter(b[1]) })
	for _, p := range e.sorted {
		e.from[letter(p[1])+1]++
	}
	for i := range 32 {
		e.from[i+1] += e.from[i]
	}
}

// of returns the entries that begin with this byte, and some others.
func (e *entries) of(c byte) []string { return e.sorted[e.from[letter(c)]:e.from[letter(c)+1]] }
