package admin

import (
	"strings"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
)

type wordingData struct {
	base
	Rows []wordingItem
}

type wordingItem struct {
	Key   string
	Texts []wordingText
}

type wordingText struct {
	Tag, Language, Words, Encoding string
	Units, Segments                int
}

// wordingPage is every text of the catalogue with usual names in it. It is read only: the words are part of the program, where tests hold
// them to their length and to the carriers' rules.
func wordingPage() pageDef {
	return pageDef{name: "wording", title: "Wording", path: "/settings/wording", least: onlyAdmin, data: wordingData{}, show: showWording}
}

func showWording(v *visit) (any, error) {
	kept, err := v.a.Deps.Store.Settings(v.ctx())
	if err != nil {
		return nil, err
	}
	org := kept[app.SettingOrg]
	if org == "" {
		org = "Reportback"
	}
	d := wordingData{base: v.base()}
	for _, k := range lang.Keys() {
		it := wordingItem{Key: strings.ReplaceAll(strings.ReplaceAll(string(k), "_", " "), ".", ": ")}
		for _, tag := range lang.Tags() {
			words := lang.Text(tag, k, usual(org)...)
			enc, units, n := sms.Segments(words)
			it.Texts = append(it.Texts, wordingText{Tag: string(tag), Language: language(string(tag)), Words: words, Encoding: string(enc), Units: units, Segments: n})
		}
		d.Rows = append(d.Rows, it)
	}
	return d, nil
}

// usual are the fields of texts with usual names in them; a test holds that no text needs another.
func usual(org string) []string {
	return []string{
		"first", "Maria", "who", "Maria Lopez", "organizer", "Ana Ruiz", "ofirst", "Ana", "org", org, "when", "Thu Dec 3, 3 PM", "old", "Wed Dec 2, 3 PM", "new", "Fri Dec 4, 4 PM",
		"place", ", Cafe Presse", "minutes", "45", "phone", "206-555-0142", "ophone", "206-555-0101", "by", "Sam Okafor", "staff", "Sam", "what", "Maria Lopez, Thu Dec 3, 3 PM, Cafe Presse", "day", "Thu Dec 3",
		"choose", "", "stop", " STOP to opt out.", "facts", "Maria Lopez, 206-555-0142, Thu Dec 3, 3 PM, Cafe Presse, 45 min.", "why", "Maria opted out of texts", "extra", "", "holiday", "Christmas", "options", "1 Maria Lopez, 2 Maria Soto",
		"texts", "Maria gets a text now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM. You hear every answer.", "more", " PREP, TIPS or LIST any time.", "list", "now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM", "told", "Maria gets a text.",
		"words", "I am running ten minutes late", "report", " 2 it is for the report.", "known", "", "commit", " They said: bring two neighbors.", "promise", " You promised: the flyer.", "letter", "A", "state", ", confirmed",
		"n", "3", "line", " Or call 206-555-0100.", "explain", "A day, such as: Thu, Dec 10.", "ask", "By what day?", "me", "Ana Ruiz", "listed", "", "debrief", "Debrief with Sam, Mon Dec 7.", "email", "maria@example.org", "label", "Notes",
		"odd", "that is past", "clock", "3 PM", "link", " https://example.org/admin/reports/0190", "lines", "5, 7", "word", "SHOUT", "also", " Still open too: Jo 1 PM.", "event", "Tenant meeting", "people", "A) Maria B) Jo", "bring", " Please bring: a dish.",
		"value", "something", "draft", "Maria, thank you for talking with Ana. Ana promised: bring her the flyer (Tue Dec 8). -" + org, "english", "", "url", "https://example.org/r/0123456789012345678901",
	}
}
