package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mailWord stands for a mail address where its sentence says that it is the best way: "email is best".
const mailWord = "email"

// mailWay takes a mail address out of a sentence that says by it how somebody is reached: "m@x.org is best, never call" is "email is best,
// never call", "mejor por correo r@x.org, casi no contesta" is "mejor por correo, casi no contesta". ok false where it says no such thing.
func mailWay(s string) (mail, rest string, ok bool) {
	mail, at, ok := findEmail(s)
	if !ok {
		return "", s, false
	}
	from := strings.LastIndexAny(s[:at.From], ",;") + 1
	left, right := strings.TrimRight(s[:at.From], " :(<"), strings.TrimLeft(s[at.To:], ")> ")
	for i, w := range strings.Fields(s[from:at.From]) { // "mejor le marcamos y su correo es r@x.org" is of the phone
		if i > 0 && lexicon.Joins.Has(bareWord(strings.ToLower(w))) {
			from = strings.LastIndex(s[:at.From], " "+w+" ") + len(w) + 2
		}
	}
	led := bare(s[from:at.From])
	if n := lexicon.BestOfMail.Lead(right); n > 0 && leadsToMail(led) &&
		(strings.Contains(right[:n], " ") || n == len(right) || strings.IndexByte(",;.!", right[n]) >= 0) { // "mejor le marcamos" is of a phone
		if !lexicon.MailLabels.Any(led) {
			left = strings.TrimSpace(s[:from] + " " + mailWord)
		}
		return mail, mailJoined(left, right, " "), true
	}
	if saysReach(Padded(s[from:at.From])) {
		return mail, mailJoined(withoutMailLead(left), right, ", "), true
	}
	return "", s, false
}

// leadsToMail reports whether words only lead to an address: "her email".
func leadsToMail(f []string) bool {
	for _, w := range f {
		if !lexicon.MailLeads.Has(w) {
			return false
		}
	}
	return true
}

// withoutMailLead takes off what leads to an address which is taken out: of "best to email her at" the "at".
func withoutMailLead(left string) string {
	f := strings.Fields(left)
	for len(f) > 1 && lexicon.MailAt.Has(bareWord(strings.ToLower(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	return strings.Join(f, " ")
}

// mailJoined joins what stands around an address that is taken out.
func mailJoined(left, right, sep string) string {
	if right == "" || left == "" || strings.IndexByte(",;.!", right[0]) >= 0 {
		return left + right
	}
	if lexicon.Joins.Has(bareWord(strings.ToLower(strings.Fields(right)[0]))) ||
		lexicon.ButWords.Has(bareWord(strings.ToLower(strings.Fields(right)[0]))) {
		sep = " "
	}
	return left + sep + right
}
