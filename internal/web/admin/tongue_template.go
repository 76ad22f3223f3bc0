package admin

import (
	"regexp"
	"strconv"
	"strings"
)

// grammar takes templates apart, so that their words can be written in another language.
type grammar struct {
	piece    *regexp.Regexp // an action, a tag, or a run of text
	controls *regexp.Regexp // the actions at which a sentence ends; the others print something into it
	printed  *regexp.Regexp
	spoken   *regexp.Regexp // words in an action that stand on the page: what an empty list says, a badge, what stands for nothing
	read     *regexp.Regexp // attributes whose words a person sees or hears
	letter   *regexp.Regexp
}

func newGrammar() grammar {
	return grammar{
		piece:    regexp.MustCompile(`(?s)\{\{.*?\}\}|<[^>]*>|[^<{]+|.`),
		controls: regexp.MustCompile(`^\{\{-?\s*(if|else|end|range|with|template|block|define|/\*|\$\w+(, \$\w+)? :=)`),
		printed:  regexp.MustCompile(`\{\{.*?\}\}`),
		spoken:   regexp.MustCompile(`(?:template "empty"|\(tone|\bor\b[^"]*) "[^"]+"`),
		read:     regexp.MustCompile(`(?:placeholder|aria-label|data-label|data-words|data-again|title)="[^"]*"`),
		letter:   regexp.MustCompile(`\p{L}`),
	}
}

// translate writes a template's own words in another language and lists the sentences that the language lacks. What is an action, a tag or
// an attribute that nobody reads stays to the letter.
func (g grammar) translate(source string, t *tongue) (string, []string) {
	var out, run strings.Builder
	var lacks []string
	say := func(s string) string {
		w, ok := t.whole[s]
		if !ok {
			lacks = append(lacks, s)
			return s
		}
		return w
	}
	end := func() {
		out.WriteString(g.sentence(run.String(), say))
		run.Reset()
	}
	for _, p := range g.piece.FindAllString(source, -1) {
		switch {
		case strings.HasPrefix(p, "<"):
			end()
			out.WriteString(g.read.ReplaceAllStringFunc(p, func(m string) string {
				name, value, _ := strings.Cut(m, `="`)
				return name + `="` + g.sentence(strings.TrimSuffix(value, `"`), say) + `"`
			}))
		case g.controls.MatchString(p):
			end()
			out.WriteString(g.inAction(p, say))
		default:
			run.WriteString(p)
		}
	}
	end()
	return out.String(), lacks
}

// inAction writes the words that an action puts on the page.
func (g grammar) inAction(a string, say func(string) string) string {
	return g.spoken.ReplaceAllStringFunc(a, func(m string) string {
		at := strings.LastIndex(m[:len(m)-1], `"`)
		if s := m[at+1 : len(m)-1]; g.letter.MatchString(s) {
			return m[:at+1] + say(s) + `"`
		}
		return m
	})
}

// sentence writes a run of words and of actions that print something into it; those become its places.
func (g grammar) sentence(s string, say func(string) string) string {
	body := strings.TrimSpace(s)
	var put []string
	key := g.printed.ReplaceAllStringFunc(body, func(m string) string {
		put = append(put, g.inAction(m, say))
		return "{" + strconv.Itoa(len(put)) + "}"
	})
	key = strings.Join(strings.Fields(key), " ")
	if g.letter.MatchString(key) {
		key = say(key)
	}
	start := strings.Index(s, body)
	return s[:start] + fill(key, put) + s[start+len(body):]
}
