package admin

import (
	"strings"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
)

type wordingData struct {
	base
	Find   string
	Tabs   []tab
	Groups []tab // none where all are looked through
	Faults string
	Rows   []wordingItem
	Empty  string
}

type wordingItem struct {
	Href   string
	Begins string // its first words, in the language of the page
	Texts  []wordingText
}

type wordingText struct {
	Tag, Language, Words, Encoding string
	Units, Segments                int
	Own                            bool
}

// wordingPage is every text of the catalogue, as it goes out with usual names in it.
func wordingPage() pageDef {
	return pageDef{
		name: "wording", title: "Wording", still: true, path: "/settings/wording", least: onlyAdmin, data: wordingData{}, show: showWording,
	}
}

func showWording(v *visit) (any, error) {
	kept, err := v.a.Deps.Store.Settings(v.ctx())
	if err != nil {
		return nil, err
	}
	words, faults := app.Words(kept)
	d := wordingData{
		base: v.base(), Find: v.query("q"), Tabs: v.tabs("show", [2]string{"", "All"}, [2]string{"own", "Changed here"}),
		Empty: "No text holds these words.",
	}
	if faults != nil {
		d.Faults = faults.Error()
	}
	own, group := v.query("show") == "own", ""
	if !own && d.Find == "" {
		d.Groups, group = v.groupTabs()
	}
	if own {
		d.Empty = "No text was changed here."
	}
	for _, k := range lang.Changeable() {
		if group != "" && groupOf(k) != group {
			continue
		}
		it, key := wordingItem{Href: Root + "/settings/wording/" + string(k)}, keyName(k)
		changed, holds := false, matches(key, d.Find)
		for _, tag := range lang.Tags() {
			t, err := measured(kept[app.SettingOrg], tag, k, words.Own(tag, k))
			if err != nil {
				return nil, err
			}
			if it.Texts = append(it.Texts, t); tag == v.in.language() {
				it.Begins = beginningOf(t)
			}
			changed, holds = changed || t.Own, holds || matches(t.Words, d.Find)
		}
		if holds && (changed || !own) {
			d.Rows = append(d.Rows, it)
		}
	}
	return d, nil
}

// beginningOf is how a text is told from the others: by its first words.
func beginningOf(t wordingText) string { return report.Excerpt(strings.TrimLeft(t.Words, " ,."), 40) }

// matches reports whether a text holds the words looked for; any text holds none.
func matches(text, find string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(find))
}

// keyName is a text's key as people read it.
func keyName(k lang.Key) string {
	return strings.ReplaceAll(strings.ReplaceAll(string(k), "_", " "), ".", ": ")
}

func measured(org string, tag lang.Tag, k lang.Key, own string) (wordingText, error) {
	m, err := app.Measure(org, tag, k, own)
	return wordingText{
		Tag: string(tag), Language: language(string(tag)), Words: m.Words, Encoding: string(m.Encoding), Units: m.Units, Segments: m.Segments,
		Own: own != "",
	}, err
}

type wordData struct {
	base
	Path   string
	Group  string // who gets it, and when
	Begins string // its first words, in the language of the page
	Fields []wordField
	Texts  []wordEdit
}

func (d wordData) pageTitle() string { return "Wording: " + d.Group }

// wordField is what is put into a text, with an example.
type wordField struct{ Name, Such string }

// wordEdit is one text in one language, as it is being changed.
type wordEdit struct {
	wordingText
	Text, BuiltIn string // with the fields in braces
	Fault         string // why what was typed is refused
}

// wordPage is one text: what it says, what it would say, and what that costs.
func wordPage() pageDef {
	return pageDef{
		name: "word", title: "Wording", still: true, path: "/settings/wording/:key", least: onlyAdmin, data: wordData{}, show: showWord,
		acts: []actDef{
			{path: "/settings/wording/:key", what: "changed the wording", least: onlyAdmin, do: setWord},
			{path: "/settings/wording/:key/builtin", what: "went back to the built-in wording", least: onlyAdmin, do: dropWord},
		},
	}
}

// wordKey is the text that the address names.
func (v *visit) wordKey() (lang.Key, error) {
	k := lang.Key(v.c.Param("key"))
	for _, known := range lang.Changeable() {
		if k == known {
			return k, nil
		}
	}
	return "", app.ErrNotFound
}

// showWord shows what was typed where something was: a look ahead comes as a GET, and changes nothing.
func showWord(v *visit) (any, error) {
	k, err := v.wordKey()
	if err != nil {
		return nil, err
	}
	kept, err := v.a.Deps.Store.Settings(v.ctx())
	if err != nil {
		return nil, err
	}
	org := kept[app.SettingOrg]
	d := wordData{base: v.base(), Path: Root + "/settings/wording/" + string(k), Group: groupTitle(k)}
	for _, f := range lang.Fields(k) {
		d.Fields = append(d.Fields, wordField{f, app.Example(org, v.in.language(), k, f)})
	}
	words, _ := app.Words(kept)
	for _, tag := range lang.Tags() {
		own := words.Own(tag, k)
		e := wordEdit{BuiltIn: strings.TrimSpace(lang.BuiltIn(tag, k)), Text: strings.TrimSpace(own)}
		if e.Text == "" {
			e.Text = e.BuiltIn
		}
		if typed := v.typedWord(tag); typed != "" {
			e.Text = typed
			if own, err = checkedWord(org, tag, k, typed); err != nil {
				e.Fault = err.Error()
			}
		}
		if e.wordingText, err = measured(org, tag, k, own); err != nil {
			return nil, err
		}
		if d.Texts = append(d.Texts, e); tag == v.in.language() {
			d.Begins = beginningOf(e.wordingText)
		}
	}
	return d, nil
}

// typedWord is what stands in the form of a language, posted or looked at.
func (v *visit) typedWord(tag lang.Tag) string {
	if s := v.typed[string(tag)]; s != "" {
		return s
	}
	return v.query(string(tag))
}

// checkedWord is a text as it would be kept: "" for the built-in one.
func checkedWord(org string, tag lang.Tag, k lang.Key, typed string) (string, error) {
	if typed == strings.TrimSpace(lang.BuiltIn(tag, k)) {
		return "", nil
	}
	return app.CheckWording(org, tag, k, typed)
}

func setWord(v *visit) (done, error) {
	k, err := v.wordKey()
	if err != nil {
		return done{}, err
	}
	kept, err := v.a.Deps.Store.Settings(v.ctx())
	if err != nil {
		return done{}, err
	}
	values := map[string]string{}
	var faults []string
	for _, tag := range lang.Tags() {
		own, err := checkedWord(kept[app.SettingOrg], tag, k, v.form(string(tag)))
		if err != nil {
			faults = append(faults, v.say(language(string(tag)))+": "+v.in.say(err.Error()))
		}
		values[lang.SettingKey(tag, k)] = own
	}
	if len(faults) > 0 {
		return done{say: v.say("Not saved. {1}", strings.Join(faults, "\n")), refused: true}, nil
	}
	if err := v.a.Deps.Store.SetSettings(v.ctx(), values); err != nil {
		return done{}, err
	}
	return done{say: "Saved. Texts from now on say so.", to: v.c.Request().URL.Path}, nil
}

func dropWord(v *visit) (done, error) {
	k, err := v.wordKey()
	if err != nil {
		return done{}, err
	}
	values := map[string]string{}
	for _, tag := range lang.Tags() {
		values[lang.SettingKey(tag, k)] = ""
	}
	if err := v.a.Deps.Store.SetSettings(v.ctx(), values); err != nil {
		return done{}, err
	}
	return done{say: "The built-in wording is back.", to: Root + "/settings/wording/" + string(k)}, nil
}
