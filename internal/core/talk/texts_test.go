package talk

import (
	"testing"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
)

// TestTextsAreShort: with usual names every text is written in GSM-7 and takes at most two segments; those that show another's words whole,
// or several lines, may take one more.
func TestTextsAreShort(t *testing.T) {
	t.Parallel()
	fields := usualFields()
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

// TestAnIntroductionFits: a text to a contact with whose place its organizer took in front of it, and how to opt out behind it, takes at
// most two segments.
func TestAnIntroductionFits(t *testing.T) {
	t.Parallel()
	fields := usualFields()
	for _, k := range []lang.Key{
		lang.FirstAgain, lang.TwoDaysAsk, lang.TwoDaysTell, lang.DayOfTell, lang.DayOfTellNoPlace, lang.DayOfAsk, lang.ChangedAsk,
		lang.ChangedPlace, lang.CalledOffTell,
		lang.CounterAsk, lang.OldTimeAsk, lang.SettledTell, lang.CallYou, lang.MissedTell, lang.ToldText, lang.YesAnswer, lang.NoAnswer,
		lang.ProposalThanks, lang.MaybeAnswer,
	} {
		for _, tag := range lang.Tags() {
			s := lang.Text(tag, lang.Handed, fields...) + " " + lang.Text(tag, k, append([]string{"stop", ""}, fields...)...) + "." +
				lang.Text(tag, lang.StopLine)
			if enc, _, n := sms.Segments(s); enc != sms.GSM7 || n > 2 {
				t.Errorf("%s in %s: %s, %d segments: %s", k, tag, enc, n, s)
			}
		}
	}
}

// usualFields are the fields of all texts with usual names in them.
func usualFields() []string {
	return []string{
		"weekday", "Thu", "month", "Dec", "first", "Maria", "who", "Maria Lopez", "organizer", "Ana Ruiz", "ofirst", "Ana", "before",
		"Luz Campos", "org", "Resident Action Project", "when", "Thu Dec 3, 3 PM", "old", "Wed Dec 2, 3 PM", "new", "Fri Dec 4, 4 PM",
		"places", "Cafe Presse, the library on Jackson", "place", ", Cafe Presse",
		"minutes", "45", "phone", "206-555-0142", "ophone", "206-555-0101", "by", "Sam Okafor", "staff", "Sam",
		"what", "Maria Lopez, Thu Dec 3, 3 PM, Cafe Presse", "days", "Thu Dec 3 - Fri Dec 4", "day", "Thu Dec 3", "from", "12 PM", "to", "8 PM",
		"choose", "", "stop", " STOP to opt out.", "facts", "Maria Lopez, 206-555-0142, Thu Dec 3, 3 PM, Cafe Presse, 45 min.", "why",
		"Maria opted out of texts", "extra", "", "holiday", "Christmas", "options", "1 Maria Lopez, 2 Maria Soto",
		"texts", "Maria gets a text now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM. You'll hear every answer.", "more",
		" PREP, TIPS or LIST any time.",
		"list", "now; Tue Dec 1, 10 AM and Thu Dec 3, 9 AM", "told", "Maria gets a text.",
		"words", "I am running ten minutes late", "report", " 2 it is for the report.", "known", "", "commit",
		" They said: bring two neighbors.", "promise", " You promised: the flyer.", "letter", "A",
		"tell", ", TELL Maria", "language", "Spanish", "move",
		" To move the one-on-one or call it off: MOVE Maria and a day and time, CALL OFF Maria.", "state", ", confirmed",
		"n", "3", "line", " Or call 206-555-0100.", "explain", "A day, such as: Thu, Dec 10.", "ask", "By what day?", "me", "Ana Ruiz",
		"listed", "", "debrief", "Debrief with Sam, Mon Dec 7.", "email", "maria@example.org", "label", "Notes",
		"odd", "that is past", "clock", "3 PM", "link", " https://example.org/admin/reports/0190", "lines", "5, 7", "word", "SHOUT", "also",
		" Still open too: Jo 1 PM.", "event", "Tenant meeting", "people", "A) Maria B) Jo", "bring", " Please bring: a dish.",
		"value", "something", "draft", "Maria, thank you for talking with Ana. Ana promised: bring her the flyer (Tue Dec 8). -Resident " +
			"Action Project", "english", "", "url", "https://example.org/r/0123456789012345678901", "contacts", "12", "meetings", "3", "reports",
		"1", "promises", "4", "held", "3", "open", "2", "missed", "1",
	}
}
