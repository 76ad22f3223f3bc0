package talk

import (
	"testing"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
)

// TestTextsAreShort: with usual names every text is written in GSM-7 and takes at most two segments; those that show another's words whole, or
// several lines, may take one more.
func TestTextsAreShort(t *testing.T) {
	t.Parallel()
	fields := []string{
		"first", "Maria", "who", "Maria Lopez", "organizer", "Ana Ruiz", "ofirst", "Ana", "org", "Resident Action Project", "when", "Thu Dec 3, 3 PM", "old", "Wed Dec 2, 3 PM", "new", "Fri Dec 4, 4 PM",
		"place", ", Cafe Presse", "minutes", "45", "phone", "206-555-0142", "ophone", "206-555-0101", "by", "Sam Okafor", "staff", "Sam", "what", "Maria Lopez, Thu Dec 3, 3 PM, Cafe Presse", "day", "Thu Dec 3",
		"choose", "", "stop", " STOP to opt out.", "facts", "Maria Lopez, 206-555-0142, Thu Dec 3, 3 PM, Cafe Presse, 45 min.", "why", "Maria opted out of texts", "extra", "", "holiday", "Christmas", "options", "1 Maria Lopez, 2 Maria Soto",
		"texts", "Maria gets a text now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM. You hear every answer.", "more", " PREP, TIPS or LIST any time.", "list", "now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM", "told", "Maria gets a text.",
		"words", "I am running ten minutes late", "report", " 2 it is for the report.", "known", "", "commit", " They said: bring two neighbors.", "promise", " You promised: the flyer.", "letter", "A", "state", ", confirmed",
		"n", "3", "line", " Or call 206-555-0100.", "explain", "A day, such as: Thu, Dec 10.", "ask", "By what day?", "me", "Ana Ruiz", "listed", "", "debrief", "Debrief with Sam, Mon Dec 7.", "email", "maria@example.org", "label", "Notes",
		"odd", "that is past", "clock", "3 PM", "link", " https://example.org/admin/reports/0190", "lines", "5, 7", "word", "SHOUT", "also", " Still open too: Jo 1 PM.", "event", "Tenant meeting", "people", "A) Maria B) Jo", "bring", " Please bring: a dish.",
		"value", "something", "draft", "Maria, thank you for talking with Ana. Ana promised: bring her the flyer (Tue Dec 8). -Resident Action Project", "english", "", "url", "https://example.org/r/0123456789012345678901", "contacts", "12", "meetings", "3", "reports", "1", "promises", "4",
	}
	long := map[lang.Key]bool{lang.ThanksAsk: true, lang.HelpForm: true, lang.HelpReview: true}
	for _, k := range lang.Keys() {
		for _, tag := range lang.Tags() {
			most := 2
			if long[k] {
				most = 3
			}
			s := lang.Text(tag, k, fields...)
			if enc, _, n := sms.Segments(s); enc != sms.GSM7 || n > most {
				t.Errorf("%s in %s: %s, %d segments: %s", k, tag, enc, n, s)
			}
		}
	}
}
