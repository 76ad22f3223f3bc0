package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// By what somebody is reached: mail and phone.

// ParseEmail finds the mail address in an answer.
func ParseEmail(s string) (string, bool) {
	m, _, ok := findEmail(s)
	return m, ok
}

// findEmail finds the first mail address: one @ with a dotted host after it. What people put around it is left.
func findEmail(s string) (string, when.Span, bool) {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '@')
		if i < 0 {
			return "", when.Span{}, false
		}
		i += from
		a, b := i, i+1
		for a > 0 && mailByte(s[a-1], "._%+-'") {
			a--
		}
		for b < len(s) && mailByte(s[b], ".-") {
			b++
		}
		for b > i && (s[b-1] == '.' || s[b-1] == '-') {
			b--
		}
		for a < i && (s[a] == '.' || s[a] == '\'') {
			a++
		}
		local, host := s[a:i], s[min(i+1, b):b]
		dot := strings.LastIndexByte(host, '.')
		if local != "" && dot > 0 && len(host)-dot > 2 && !strings.Contains(host, "..") && len(local) <= 64 && len(host) <= 190 {
			return local + "@" + strings.ToLower(host), when.Span{From: a, To: b}, true
		}
		from = i + 1
	}
}

func mailByte(c byte, more string) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(more, c) >= 0
}

// ParsePhone finds the number in an answer; false when there is none, or several.
func ParsePhone(s string) (sms.Phone, bool) {
	if len(s) > maxText {
		return sms.Phone{}, false
	}
	ph, _, called := phonesIn(WholeNumbers(s), nil)
	if len(ph) != 1 || called != "" {
		return sms.Phone{}, false
	}
	return ph[0], true
}

// findPhones finds numbers in any usual spelling: runs of digits with spaces, dots, dashes and brackets between, 10 or more digits.
func findPhones(s string) (phones []sms.Phone, spans []when.Span) {
	for i := 0; i < len(s) && len(phones) < 10; {
		if c := s[i]; !(c >= '0' && c <= '9') && c != '+' && c != '(' {
			i++
			continue
		}
		j, digits := i, 0
		last, whole := i, 0
		for j < len(s) && j-i < 32 {
			c, digit := s[j], s[j] >= '0' && s[j] <= '9'
			if !digit && strings.IndexByte(" -.()+/", c) < 0 {
				break
			}
			if digit {
				digits++
				last = j + 1
			}
			if c == ' ' && j == last && (digits == 10 && s[i] != '1' && s[i] != '+' || digits == 11 && s[i] == '1') {
				whole = j
			}
			j++
		}
		if n := ownNumber(s[:i], s[i:last]); n > 0 && (n == 2 && digits == 12 || digits-n == 10 && numberedStreet(s[:i])) {
			// "11 206..." would be one number with its country twice, "la 23 206..." is a street
			i += n
			continue
		}
		if p, err := sms.ParsePhone(s[i:last]); err == nil && digits >= 10 && digits <= 15 {
			phones = append(phones, p)
			spans = append(spans, when.Span{From: i, To: last})
		} else if p, err := sms.ParsePhone(s[i:max(whole, i)]); err == nil && whole > 0 { // a day or another number follows: "206-555-0142 5 dic"
			phones = append(phones, p)
			spans = append(spans, when.Span{From: i, To: whole})
			j = whole
		} else if n := ownNumber(s[:i], s[i:last]); n > 0 && digits-n >= 10 {
			j = i + n
		}
		i = max(j, i+1)
	}
	return phones, spans
}

// ownNumber is the length of a number of its own with which digits begin that go on with a phone: the hour of "at 4 206-555-0142", the
// door of "apt 14 206...". Digits that may be a country's are none.
func ownNumber(before, digits string) int {
	n := strings.IndexByte(digits, ' ')
	if n < 1 || n > 4 {
		return 0
	}
	_, _, hour := hourOf(digits[:n])
	if !hour {
		before = strings.TrimRight(before, " ")
		hour = lexicon.NumberedPlace.Has(bareWord(strings.ToLower(before[strings.LastIndexByte(before, ' ')+1:]))) || numberedStreet(before)
	}
	if !hour {
		return 0
	}
	return n
}

// numberedStreet reports whether a text ends with what leads to the number of a street: "lavandería de la", "the laundromat on"; or to one
// o'clock.
func numberedStreet(before string) bool {
	f := bare(before)
	n := len(f)
	if n > 1 && f[n-2] == "a" && f[n-1] == "la" { // "a la 1 206-555-0142": an hour
		return true
	}
	return n > 1 && (lexicon.StreetNumberLeads.Has(f[n-1]) || lexicon.StreetNumberLeads.Has(strings.Join(f[n-2:], " "))) &&
		lexicon.PlaceNouns.Any(f[max(0, n-mostToStreet):])
}

// mostToStreet is how many words back a street's number has its place: "lavandería que está en la 23".
const mostToStreet = 6

// WithoutNumbers takes phone numbers and marks off a text.
func WithoutNumbers(text string) string {
	_, spans := findPhones(text)
	b := []byte(text)
	for _, s := range spans {
		for i := s.From; i < s.To; i++ {
			b[i] = ' '
		}
	}
	return wordsOf(string(b))
}

// NumberOfKin reports whether the number of a text is of one of somebody's family, named right before it: "her daughter is 206 555 0177".
func NumberOfKin(text string) bool {
	phones, spans := findPhones(text)
	if len(phones) != 1 {
		return false
	}
	f := bare(text[:spans[0].From])
	return slices.ContainsFunc(f[max(0, len(f)-mostToKin):], func(w string) bool {
		return lexicon.Kin.Has(w) || lexicon.Kin.Has(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "s"))
	})
}

// mostToKin is how many words stand at most between one of the family and their number.
const mostToKin = 4

// NumberOfAnother reports whether the number of a text stands behind somebody else who is named there: "and then her sister tina
// 206-555-0189". name is whom the text is about.
func NumberOfAnother(text, name string) bool {
	phones, spans := findPhones(text)
	if len(phones) != 1 || name == "" {
		return false
	}
	clause := ""
	if all := Clauses(text[:spans[0].From]); len(all) > 0 {
		clause = all[len(all)-1]
	}
	f := bare(clause)
	for i := len(f) - 1; i >= 0; i-- { // of a clause that goes on with "and then", what stands behind it
		if lexicon.JoinsPlans.Has(f[i]) {
			f = f[i+1:]
			break
		}
	}
	its := bare(name)
	if len(f) > 0 && slices.Contains(its, f[len(f)-1]) { // "and her sister yoli weds 4 at the library carla 206-555-0174"
		return false
	}
	for i, w := range f {
		switch {
		case slices.Contains(its, w):
			return false
		case i+1 < len(f) && lexicon.Kin.Has(w):
			next := f[i+1]
			return !slices.Contains(its, next) && len(next) > 2 && !lexicon.AskNumber.Has(next) && !lexicon.SentenceWords.Has(next) &&
				!lexicon.IsWords.Has(next)
		}
	}
	i := 0 // where whom it is of begins
	for i < len(f) && (lexicon.WithWhom.Has(f[i]) || lexicon.LeadsToName.Has(f[i])) {
		i++
	}
	return len(f) < len(bare(text[:spans[0].From])) && i < len(f) && i <= 2 && len(f)-i <= 3 && lexicon.FirstNames.Has(f[i])
}

// WithNumberOf is the part of a text that ends with the number of somebody else.
func WithNumberOf(text string) string {
	_, spans := findPhones(text)
	if len(spans) == 0 {
		return ""
	}
	head := text[:spans[0].From]
	if all := Clauses(head); len(all) > 0 {
		last := all[len(all)-1]
		if i := strings.LastIndex(head, last); i >= 0 {
			head = head[i:]
		}
	}
	f := strings.Fields(head)
	for i := len(f) - 1; i >= 0; i-- {
		if lexicon.JoinsPlans.Has(wordsOf(f[i])) {
			f = f[i+1:]
			break
		}
	}
	return strings.TrimSpace(strings.Join(f, " ") + " " + text[spans[0].From:spans[0].To])
}

// BeginsWith reports whether words begin by saying with whom: "with kim then", "con kim entonces".
func BeginsWith(words string) bool {
	f := bare(words)
	return len(f) > 1 && len(f) <= 5 && lexicon.WithWhom.Has(f[0])
}

// CallsThird reports whether a text says when somebody third can be called, and nothing of its writer: "dice q despues de las 6 le puedes
// llamar". Its hours are none of the one-on-one's.
func CallsThird(text string, c when.Context) bool {
	if canThird(text, c) || thirdNotMe(text) {
		return true
	}
	if len(text) > maxOthers || !lexicon.CallsThird.In(Padded(text)) || WritesForAnother(text) {
		return false
	}
	for _, part := range Clauses(text) {
		if lexicon.CallsThird.In(Padded(part)) {
			continue
		}
		if h := Read(part, c); h.Timed() || h.Reply != NoReply && h.Reply != Thanks {
			return false
		}
	}
	f := strings.Fields(Padded(text))
	return !lexicon.Myself.Any(f) && !lexicon.FirstSubjects.Any(f) && Read(text, c).Reply != No
}

// canThird reports whether a text says when somebody third can, and nothing of its writer: "ella puede el mismo jueves a las 4".
func canThird(text string, c when.Context) bool {
	p := Padded(text)
	f := strings.Fields(p)
	for len(f) > 0 && (lexicon.OrderLeads.Has(f[0]) && !lexicon.ThirdSubjects.Has(f[0]) || lexicon.Joins.Has(f[0])) {
		f = f[1:]
	}
	n := lexicon.ThirdCan.Lead(strings.Join(f, " "))
	if n == 0 || len(text) > maxOthers || IsQuestion(text) || WritesForAnother(text) || lexicon.Myself.Any(f) ||
		lexicon.FirstSubjects.Any(f) || lexicon.OwnPossessives.Any(f) {
		return false
	}
	h := Read(text, c)
	return h.Timed() && h.Reply != No
}

// mostNotMe is how many words have somebody third reached and not their writer.
const mostNotMe = 9

// thirdNotMe reports whether somebody third is to be reached and not the writer, whose phone it is all the same: "call her not me",
// "marquele a mi hija no a mi".
func thirdNotMe(text string) bool {
	p := Padded(text)
	f := strings.Fields(p)
	from, to := lexicon.NotMeBut.Find(p)
	if to == 0 || len(f) > mostNotMe || IsQuestion(text) || saysWrongPerson(p[:from]+" ") || saysWrongPerson(" "+p[to:]) {
		return false
	}
	rest := strings.Fields(p[:from] + " " + p[to:])
	at := slices.IndexFunc(rest, lexicon.ReachThem.Has)
	return at >= 0 && slices.ContainsFunc(rest[at+1:], func(w string) bool {
		return lexicon.ThirdPersons.Has(w) || lexicon.Kin.Has(w)
	})
}

// overCalls reports whether a text says that it is calls which somebody does not want, and nothing against texts: "no le gusta q la
// llamen en la mañana, mejor text", "she doesn't want calls".
func overCalls(text string) bool {
	p := Padded(text)
	if lexicon.CallsDisliked.In(p) {
		p = leftOf(p, lexicon.CallsDisliked)
		return !lexicon.NotTexts.In(p) && (lexicon.TextsRather.In(p) || lexicon.SaysReach.In(p) && !lexicon.WaysCall.In(p) ||
			!lexicon.TextingWords.Any(strings.Fields(p)))
	}
	return lexicon.TextsRather.In(p) && lexicon.WaysCall.In(p)
}

// TellsReach reports whether a text says how somebody is reached best, and speaks not of its writer: "call dont text, works nights".
func TellsReach(body string) bool {
	return lexicon.SaysReach.In(Padded(body)) && !OfMyself(body)
}

// OfMyself reports whether a text speaks of its writer: "dont text me after 6".
func OfMyself(body string) bool {
	f := bare(body)
	return lexicon.Myself.Any(f) || lexicon.FirstSubjects.Any(f)
}
