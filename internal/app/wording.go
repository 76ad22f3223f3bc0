package app

import (
	"errors"
	"fmt"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
)

// Wording is one text with usual names in it: what its length is judged by.
type Wording struct {
	Words           string
	Encoding        sms.Encoding
	Units, Segments int
}

// Words returns the organization's own texts. The error names those that no longer fit, which are passed over.
func Words(settings map[string]string) (lang.Words, error) {
	var w lang.Words
	var faults []error
	for k, v := range settings {
		faults = append(faults, w.Take(k, v))
	}
	return w, errors.Join(faults...)
}

// Measure fills a text with usual names and measures it. text is one of the organization's, "" the catalogue's own.
func Measure(org string, tag lang.Tag, k lang.Key, text string) (Wording, error) {
	var w lang.Words
	if err := w.Take(lang.SettingKey(tag, k), text); err != nil {
		return Wording{}, err
	}
	if org == "" {
		org = "Reportback"
	}
	if text == "" {
		text = lang.BuiltIn(tag, k)
	}
	words := w.Text(tag, k, append(seldom(tag, k, text), usual(org, tag)...)...)
	enc, units, n := sms.Segments(words)
	return Wording{words, enc, units, n}, nil
}

// mostSegments is how long a text may be with usual names.
const mostSegments = 2

// CheckWording refuses an organization's own text that does not fit, is longer than two segments and than the built-in one, or names the
// organization where others may read the phone. It returns the text as it is kept: where the built-in one begins or ends with a space, this
// one does.
func CheckWording(org string, tag lang.Tag, k lang.Key, text string) (string, error) {
	old := lang.BuiltIn(tag, k)
	text = strings.TrimSpace(text)
	if text == "" {
		return "", errors.New("there are no words")
	}
	text = old[:len(old)-len(strings.TrimLeft(old, " "))] + text + old[len(strings.TrimRight(old, " ")):]
	if err := lang.CheckOwn(tag, k, text); err != nil {
		return "", err
	}
	own, err := Measure(org, tag, k, text)
	if err != nil {
		return "", err
	}
	was, err := Measure(org, tag, k, "")
	if err != nil {
		return "", err
	}
	switch {
	case own.Segments > max(mostSegments, was.Segments):
		return "", fmt.Errorf("it takes %d segments with usual names, and the built-in text %d: please make it shorter, or leave out what "+
			"is not in the GSM alphabet", own.Segments, was.Segments)
	case strings.HasPrefix(string(k), privately) && org != "" && strings.Contains(strings.ToLower(text), strings.ToLower(org)):
		return "", errors.New("it is for one-on-ones that are kept private: it may not name the organization")
	}
	return text, nil
}

// privately begins the keys of what is said of a one-on-one that is kept private.
const privately = "private_"

// seldom are the fields that this text has otherwise than usual: a place as a word of its sentence, a day as it is said on that day.
func seldom(tag lang.Tag, k lang.Key, text string) []string {
	var fields []string
	if strings.HasPrefix(text, "{place}") || strings.Contains(text, " {place}") {
		fields = append(fields, "place", "Cafe Presse")
	}
	if strings.HasPrefix(string(k), "day_of") {
		fields = append(fields, "day", map[lang.Tag]string{lang.English: "Today", lang.Spanish: "Hoy"}[tag])
	}
	return fields
}

// Example is what is put into a field of a text with usual names, "" where that is nothing.
func Example(org string, tag lang.Tag, k lang.Key, field string) string {
	fields := append(seldom(tag, k, lang.BuiltIn(tag, k)), usual(org, tag)...)
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i] == field {
			return strings.Trim(fields[i+1], " ,")
		}
	}
	return ""
}

// usual are the fields of texts with usual names in them; a test holds that no text needs another.
func usual(org string, tag lang.Tag) []string {
	var fields []string
	if tag == lang.Spanish { // what comes first counts
		fields = []string{
			"when", "jue 3 dic, 3 PM", "old", "mié 2 dic, 3 PM", "new", "vie 4 dic, 4 PM", "day", "jue 3 dic", "stop", " STOP para salir.", "what",
			"Maria Lopez, jue 3 dic, 3 PM, Cafe Presse",
			"facts", "Maria Lopez, 206-555-0142, jue 3 dic, 3 PM, Cafe Presse, 45 min.", "why", "Maria no quiere mensajes", "holiday", "Navidad",
			"options", "1 Maria Lopez, 2 Maria Soto",
			"texts", "A Maria le escribimos ahora; mar 1 dic, 10 AM y jue 3 dic, 9 AM. A usted le avisamos de cada respuesta.", "more",
			" PREPARAR, CONSEJO o LISTA cuando quiera.",
			"list", "ahora; mar 1 dic, 10 AM y jue 3 dic, 9 AM", "told", "Le avisamos a Maria.", "words", "llego diez minutos tarde", "report",
			" 2 es para el informe.",
			"commit", " Dijo: traer a dos vecinos.", "promise", " Su promesa: el volante.", "state", ", ha confirmado", "line",
			" O llame al 206-555-0100.", "explain", "Una fecha, por ejemplo: jueves, 10 dic.",
			"ask", "¿Para qué fecha?", "debrief", "Repaso con Sam, lun 7 dic.", "label", "Notas", "odd", "eso ya fue", "also",
			" Falta también: Jo 1 PM.", "event", "Junta de inquilinos",
			"days", "jue 3 dic - vie 4 dic", "tell", ", DILE Maria", "language", "inglés", "move",
			" Para cambiar la cita: MOVER Maria y la fecha y hora, SUSPENDER Maria.",
			"bring", " Traiga, por favor: un plato.", "value", "algo", "draft", "Maria, gracias por hablar con Ana. Ana le va a llevar el " +
				"volante para el mar 8 dic. -" + org,
		}
	}
	return append(fields,
		"first", "Maria", "who", "Maria Lopez", "organizer", "Ana Ruiz", "ofirst", "Ana", "before", "Luz Campos", "org", org, "when",
		"Thu Dec 3, 3 PM", "old", "Wed Dec 2, 3 PM", "new", "Fri Dec 4, 4 PM",
		"place", ", Cafe Presse", "places", "Cafe Presse, Victrola",
		"minutes", "45", "phone", "206-555-0142", "ophone", "206-555-0101", "by", "Sam Okafor", "staff", "Sam",
		"from", "9 AM", "to", "6 PM",
		"what", "Maria Lopez, Thu Dec 3, 3 PM, Cafe Presse", "day", "Thu Dec 3",
		"choose", "", "stop", " STOP to opt out.", "facts", "Maria Lopez, 206-555-0142, Thu Dec 3, 3 PM, Cafe Presse, 45 min.", "why",
		"Maria opted out of texts", "extra", "", "holiday", "Christmas", "options", "1 Maria Lopez, 2 Maria Soto",
		"texts", "Maria gets a text now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM. You'll hear every answer.", "more",
		" PREP, TIPS or LIST any time.",
		"list", "now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM", "told", "Maria gets a text.",
		"words", "I am running ten minutes late", "report", " 2 it is for the report.", "known", "", "commit",
		" They said: bring two neighbors.", "promise", " You promised: the flyer.", "letter", "A", "state", ", confirmed",
		"days", "Thu Dec 3 - Fri Dec 4", "tell", ", TELL Maria", "language", "Spanish", "move",
		" To move the one-on-one or call it off: MOVE Maria and a day and time, CALL OFF Maria.",
		"n", "3", "line", " Or call 206-555-0100.", "explain", "A day, such as: Thu, Dec 10.", "ask", "By what day?", "me", "Ana Ruiz",
		"listed", "", "debrief", "Debrief with Sam, Mon Dec 7.", "email", "maria@example.org", "label", "Notes",
		"odd", "that is past", "clock", "3 PM", "link", " https://example.org/admin/reports/0190", "lines", "5, 7", "word", "SHOUT", "also",
		" Still open too: Jo 1 PM.", "event", "Tenant meeting", "people", "A) Maria B) Jo", "bring", " Please bring: a dish.",
		"value", "something", "draft", "Maria, thank you for talking with Ana. Ana will bring you the flyer by Tue Dec 8. -"+org, "english",
		"", "url", "https://example.org/r/0123456789012345678901", "contacts", "12", "meetings", "3", "reports", "1", "promises", "4", "held",
		"3", "open", "2", "missed", "1",
	)
}
