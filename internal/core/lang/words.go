package lang

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words is how an organization says things: the catalogue, with its own texts in place of some. The zero value is the catalogue.
type Words struct{ own map[wordsKey]string }

type wordsKey struct {
	tag Tag
	key Key
}

// settingPrefix begins the key under which a text is kept among the settings.
const settingPrefix = "words."

// SettingKey names the setting that holds an organization's own text.
func SettingKey(tag Tag, k Key) string { return settingPrefix + string(tag) + "." + string(k) }

// Take puts an organization's own text in the catalogue's place when key is a SettingKey. One that no longer fits its text, as may be after
// an update of the service, is passed over: what the catalogue says goes out instead of nothing. The error says why.
func (w *Words) Take(key, text string) error {
	rest, ok := strings.CutPrefix(key, settingPrefix)
	if !ok || text == "" {
		return nil
	}
	name, k, _ := strings.Cut(rest, ".")
	tag, known := ParseTag(name)
	if !known {
		return fmt.Errorf("%s: no such language", key)
	}
	if err := CheckOwn(tag, Key(k), text); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	if w.own == nil {
		w.own = map[wordsKey]string{}
	}
	w.own[wordsKey{tag, Key(k)}] = text
	return nil
}

// Text renders a text as the function Text does.
func (w Words) Text(tag Tag, k Key, fields ...string) string {
	if t, ok := w.own[wordsKey{tag, k}]; ok {
		return fill(k, t, fields)
	}
	return Text(tag, k, fields...)
}

// Own returns an organization's own text, "" where it has none.
func (w Words) Own(tag Tag, k Key) string { return w.own[wordsKey{tag, k}] }

// BuiltIn returns a text of the catalogue with its fields as {names}; "" where there is none.
func BuiltIn(tag Tag, k Key) string { return raw(tag, k) }

// Fields lists the names of the fields that a text of the catalogue has.
func Fields(k Key) []string {
	set := strings.Trim(fieldSet(raw(English, k)), "{}")
	if set == "" {
		return nil
	}
	return strings.Split(set, "}{")
}

// Changeable lists the texts that an organization may put in its own words. The names of the form's fields and of days are not among
// them: `fix email` is read by the former.
func Changeable() []Key {
	return slices.DeleteFunc(Keys(), isName)
}

func isName(k Key) bool {
	return strings.HasPrefix(string(k), string(Label(""))) || strings.HasPrefix(string(k), "name.")
}

// maxOwn bounds an organization's own text, in characters.
const maxOwn = 600

// CheckOwn refuses an organization's own text under which people could not answer, could not opt out, or would be told what is not so. The
// error is for the page.
func CheckOwn(tag Tag, k Key, text string) error {
	old := raw(tag, k)
	switch {
	case old == "" || isName(k):
		return errors.New("there is no such text that can be changed")
	case strings.TrimSpace(text) == "":
		return errors.New("there are no words")
	case utf8.RuneCountInString(text) > maxOwn:
		return fmt.Errorf("that is longer than %d characters", maxOwn)
	case strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }):
		return errors.New("it holds characters that cannot be texted")
	case strings.Count(text, "{") != strings.Count(text, "}") || fieldSet(text) != fieldSet(old):
		if f := Fields(k); len(f) > 0 {
			return errors.New("it must hold these, each in its braces, and no others: {" + strings.Join(f, "} {") + "}")
		}
		return errors.New("it must hold no braces: nothing is put into this text")
	case teaches(k, text) == "STOP" && strings.Contains(old, "STOP"):
		return errors.New("it must say how to opt out in one of these ways, in capitals: " + strings.Join(optOutLines(), "; "))
	case teaches(k, text) != "":
		return fmt.Errorf("%s is the carrier's word: it may not be taught as an answer", teaches(k, text))
	case strings.Contains(old, "STOP") && !strings.Contains(text, "STOP"):
		return errors.New("it must say how to opt out, as the built-in text does: STOP")
	case strings.Contains(old, "START") && !strings.Contains(text, "START"):
		return errors.New("it must say how to come back, as the built-in text does: START")
	case !slices.Equal(answers(text), answers(old)):
		return fmt.Errorf("it must offer the same answers as the built-in text: %s", strings.Join(answers(old), ", "))
	}
	return nil
}

// answers lists the digits that a text offers as answers: 1, 2 and 3 standing alone, each once.
func answers(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '{' && r != '}'
	}) {
		if (w == "1" || w == "2" || w == "3") && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}
