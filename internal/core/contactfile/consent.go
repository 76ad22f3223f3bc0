package contactfile

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
)

// consent reads what the file says about texts. Only a clear yes is one; a no anywhere in the row wins over it, however it is written,
// and what cannot be read is said.
func (c *Contact) consent(cells []string, at Columns) {
	said, out, none := at.all(cells, Consent), at.all(cells, OptedOutAt), at.all(cells, NoTexts)
	agreed, refused, unclear := 0, c.optedOut(out), false
	for _, s := range said {
		switch {
		case no(s):
			refused = true
		case yes(s):
			agreed++
		case !nothing(s):
			unclear = true
		}
	}
	for _, s := range none {
		switch {
		case onlySays(s, lexicon.FileNo) || nothing(s):
		case yes(s) || no(s) || crossed(s) || readDate(s):
			refused = true
		default:
			refused = true
			c.note("whether no texts are wanted is not clear: taken as no texts")
		}
	}
	for _, s := range append(at.all(cells, ConsentFrom), at.all(cells, Tags)...) {
		refused = refused || lexicon.FileNoAnywhere.In(padded(s))
	}
	switch {
	case refused:
		c.Consent = person.ConsentNo
	case agreed > 0 && lexicon.FileNoAnywhere.In(padded(at.cell(cells, Notes))):
		c.note("the notes speak against texts: consent is taken as unknown")
	case agreed > 0 && !unclear:
		c.Consent = person.ConsentYes
	case unclear:
		c.note("consent is not clear: taken as unknown")
	}
	c.evidence(cells, at)
}

// optedOut reads the days of opt-outs: the newest counts. One that cannot be read is taken as new, and said.
func (c *Contact) optedOut(cells []string) bool {
	out := false
	for _, s := range cells {
		if s == Clear || nothing(s) || onlySays(s, lexicon.FileNo, lexicon.FileNever) {
			continue
		}
		out = true
		t, ok := instant(s)
		if !ok && strings.ContainsFunc(s, unicode.IsDigit) {
			c.note("the day of the opt-out cannot be read: taken as new (" + oneLine(s[:min(len(s), 40)]) + ")")
			t = farFuture()
		}
		if t.After(c.OptedOutAt) {
			c.OptedOutAt = t
		}
	}
	return out
}

// farFuture is later than any consent of ours.
func farFuture() time.Time { return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC) }

// evidence keeps what the file says about it, to the letter.
func (c *Contact) evidence(cells []string, at Columns) {
	for _, f := range []Field{Consent, ConsentAt, ConsentFrom, OptedOutAt, NoTexts} {
		for _, s := range at.all(cells, f) {
			c.Evidence += string(f) + "=" + oneLine(s) + "; "
		}
	}
	c.Evidence = strings.TrimSuffix(c.Evidence, "; ")
	if r := []rune(c.Evidence); len(r) > 300 {
		c.Evidence = string(r[:300])
	}
}

// yes: a clear yes and nothing else but a date: "Y", "opted in 2026-01-05", a tick. One with a question mark is a doubt.
func yes(s string) bool {
	return !strings.ContainsAny(s, "?¿") && (ticked(s) || onlySays(s, lexicon.FileYes))
}

// no: a no in any spelling: "N", "FALSO", "Opted out (replied STOP)", a cross.
func no(s string) bool {
	return strings.ContainsAny(s, "✗✘❌🚫⛔❎") || onlySays(s, lexicon.FileNo, lexicon.FileRefuses, lexicon.FileNever) ||
		lexicon.FileNoAnywhere.In(padded(s))
}

func nothing(s string) bool {
	return strings.Trim(s, "-–—.? 0/:") == "" && strings.ContainsAny(s, "-–—.?/") || onlySays(s, lexicon.FileNothing) ||
		lexicon.FileNothing.Has(lexicon.Plain(strings.TrimSpace(s)))
}

func ticked(s string) bool { return strings.ContainsAny(s, "✓✔☑✅") }

// crossed: an X marks that it is so.
func crossed(s string) bool { return squeeze(s) == "x" }

func readDate(s string) bool { _, ok := instant(s); return ok }

// onlySays reports whether the words of a cell are phrases of the lists and nothing more; dates and marks beside them do not count.
func onlySays(s string, lists ...lexicon.List) bool {
	has := func(phrase string) bool {
		return slices.ContainsFunc(lists, func(l lexicon.List) bool { return l.Has(phrase) })
	}
	if key := squeeze(s); slices.ContainsFunc(lists, func(l lexicon.List) bool { return runTogether(key, l) }) {
		return true
	}
	words := strings.Fields(padded(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return ' '
		}
		return r
	}, s)))
	for len(words) > 0 {
		n := min(len(words), 5)
		for n > 0 && !has(strings.Join(words[:n], " ")) {
			n--
		}
		if n == 0 {
			return false
		}
		words = words[n:]
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// runTogether finds a phrase whose words a program has run together: OptedOut.
func runTogether(key string, l lexicon.List) bool {
	if key == "" {
		return false
	}
	for _, w := range l.Words() {
		if squeeze(w) == key {
			return true
		}
	}
	return false
}

// padded is a cell in small plain letters, one space around every word; apostrophes are taken out.
func padded(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ReplaceAll(lexicon.Plain(s), "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ") + " "
}

// instant reads a day or an instant as programs and people write them. A day that may stand before or after its month is the later one:
// of an opt-out that is the careful reading.
func instant(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{
		time.RFC3339, time.RFC3339Nano, "2006-01-02 15:04:05", "2006-01-02 15:04:05.999999", "2006-01-02 15:04:05 -0700",
		"2006-01-02 15:04:05 MST", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02", "2006/01/02", "20060102",
		"Jan 2, 2006", "January 2, 2006", "2 Jan 2006", "2 January 2006", "02-Jan-2006", "2-Jan-06", "Mon, 02 Jan 2006 15:04:05 -0700",
		"Jan 2 2006", "January 2 2006", "2006.01.02", "2.1.2006",
	} {
		if t, err := time.Parse(layout, s); err == nil && plausibleYear(t) {
			return t, true
		}
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 36000 && n < 60000 { // a spreadsheet's count of days
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)), true
	}
	return slashed(s)
}

// slashed reads 1/5/2026 and 13/02/2026, with or without an hour.
func slashed(s string) (time.Time, bool) {
	day, _, _ := strings.Cut(s, " ")
	found := false
	var latest time.Time
	for _, layout := range []string{"1/2/2006", "2/1/2006", "1/2/06", "2/1/06", "1-2-2006", "2-1-2006"} {
		if t, err := time.Parse(layout, day); err == nil && plausibleYear(t) {
			found = true
			if t.After(latest) {
				latest = t
			}
		}
	}
	return latest, found
}

func plausibleYear(t time.Time) bool { return t.Year() >= 1990 && t.Year() < 2100 }
