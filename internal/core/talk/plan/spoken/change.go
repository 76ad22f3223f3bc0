package spoken

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Corrects reports whether words put right what was said before.
func Corrects(words string) bool { return lexicon.ChangeWords.In(understand.Padded(words)) }

// Possessive reports whether words speak of what is somebody's: "Jo's meeting".
func Possessive(words, first string) bool {
	p, name := understand.Padded(words), strings.TrimSpace(understand.Padded(first))
	return strings.Contains(p, " "+name+"'s ") || strings.Contains(p, " "+name+"s ") || strings.Contains(p, " de "+name+" ")
}

// NotInstead leaves out what is named as no longer so: "the center not the cafe", "4 en vez de 3".
func NotInstead(words string) string {
	words = understand.WithoutDenied(understand.WithoutPlaceBack(words))
	f := strings.Fields(words)
	for i := 1; i < len(f); i++ {
		x, next := strings.TrimSpace(understand.Padded(f[i])), ""
		if i+1 < len(f) {
			next = f[i+1]
		}
		if lexicon.Negators.Has(x) && strings.HasSuffix(f[i], ",") { // "a las 3 no, a las 5": what stands before it
			continue
		}
		if lexicon.InsteadOf.Has(x) && (x != "instead" || next == "of") && (x != "rather" || next == "than") { // "she'd rather 4" puts it forward
			n := i
			if n > 1 && lexicon.Plain(strings.ToLower(f[n-1])) == "en" {
				n--
			}
			if _, hour := strconv.Atoi(strings.Trim(f[n-1], ",.")); hour == nil || n >= 2 {
				return strings.TrimRight(strings.Join(f[:n], " "), ",; ")
			}
		}
	}
	return words
}

// HourInstead is the hour that words put in the place of another: "oh wait 5 not 530", "no a las 11, a las 12". "" for none.
func HourInstead(words string) string {
	f := strings.Fields(words)
	for i := 1; i+1 < len(f); i++ {
		if lexicon.InsteadOf.Has(strings.TrimSpace(understand.Padded(f[i]))) && hourLike(f[i-1]) && hourLike(f[i+1]) {
			return strings.Trim(f[i-1], ",.")
		}
	}
	c := understand.Clauses(words)
	if n := len(f); len(c) == 1 && n > 2 && n <= 5 && lexicon.Negators.Has(strings.ToLower(f[0])) && hourLike(f[n-2]) && hourLike(f[n-1]) {
		return f[n-1] // "not noon 1"
	}
	if len(c) != 2 {
		return ""
	}
	denied, instead := strings.Fields(c[0]), strings.Fields(c[1])
	if len(denied) < 2 || !lexicon.Negators.Has(strings.ToLower(denied[0])) || !hourLike(denied[len(denied)-1]) ||
		!hourLike(instead[len(instead)-1]) || len(denied) > 4 || len(instead) > 4 {
		return ""
	}
	return c[1]
}

// hourLike reports whether a word is a number that may be an hour, "530", "5:30", "5pm", or noon.
func hourLike(w string) bool {
	w = strings.ToLower(strings.Trim(w, ",.!"))
	if lexicon.Look(lexicon.Plain(w)).Time == lexicon.Noon {
		return true
	}
	w = strings.TrimRight(w, "apm")
	return w != "" && len(w) <= 5 && strings.Trim(w, "0123456789:") == ""
}

// NameGiven reads a name put right by a letter: "its Maria Lopes", "her last name is Lopes"; "" when the words give no other.
func NameGiven(words, was string) string {
	parts := strings.Fields(was)
	for _, w := range strings.Fields(words) {
		w = strings.Trim(w, ",.;:!()\"'")
		for i, part := range parts {
			if len(w) > 3 && w != strings.ToLower(w) && Near(strings.ToLower(w), strings.ToLower(part)) && !strings.EqualFold(w, part) &&
				!strings.EqualFold(strings.TrimSuffix(w, "s"), part) {
				parts[i] = w
				return strings.Join(parts, " ")
			}
		}
	}
	return ""
}

// SaysChange reports whether words behind the echo are a change to it, and not only words in which a name or a place occurs.
func SaysChange(words string, c when.Context) bool {
	h := understand.Read(WithoutManner(words), c)
	_, tag := LanguageIn(words)
	_, length := LengthIn(words)
	if !h.Phone.IsZero() || h.Email != "" || h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || tag || length ||
		Private(words) || TheyChoose(words) || OnPhone(words) != "" {
		return true
	}
	if lexicon.PlanDetails.Lead(words) > 0 || strings.HasPrefix(words, "@") {
		return true
	}
	words = strings.Trim(words, ".! ")
	name, ok := understand.ParseName(words)
	return len(strings.Fields(words)) <= 3 && (h.Place != "" || ok && name == words && strings.Contains(words, " "))
}

// SaysSameHour reports whether words say the hour once more that the echo has, "15:04", and nothing else: "ya 4", "si a las 5".
func SaysSameHour(shown, body string) bool {
	hour, minute, ok := understand.HourAlone(body)
	at, err := time.Parse(moment.Layout, shown)
	if !ok || err != nil || HourInstead(body) != "" || at.Hour()%12 != hour%12 || at.Minute() != minute {
		return false
	}
	for _, w := range strings.Fields(understand.Padded(body)) {
		if l := lexicon.Look(w); !strings.ContainsAny(w, "0123456789") && l.Time != lexicon.At && l.Time != lexicon.PM &&
			!l.In(lexicon.Yes) && !l.In(lexicon.OrderLeads) && !l.In(lexicon.OrderThat) {
			return false
		}
	}
	return true
}

// PlaceOnStreet is a place with the street that the words name for it by a number: "place is the library on 23rd now".
func PlaceOnStreet(words string, c when.Context) string {
	if put := understand.PutOnStreet(words); put != "" { // "do victrola on 15th instead"
		return put
	}
	rest, street := understand.WithoutStreet(words)
	if place := phrase.OrElse(understand.Read(rest, c).Place, PlacePut(rest)); place != "" && strings.Contains(words, place+" "+street) {
		return place + " " + street
	}
	return understand.NumberedStreet(words, c)
}

// WithoutStop takes off a plan that its contact wants no texts; the rest is read without it.
func WithoutStop(words string) (string, bool) {
	for _, c := range understand.Clauses(words) {
		if i := strings.Index(words, c); i > 0 && (sms.ReadOptOut(c) != sms.NotOptOut || understand.SaysNoTexts(c)) {
			return strings.TrimRight(words[:i], " .,;"), true
		}
	}
	return words, false
}

// TellsOfComing reports whether a text tells that the contact comes, so that a day in it is the one that was planned: "just hung up w gus,
// hes in for friday".
func TellsOfComing(body string) bool {
	_, ok := understand.ReadComing(body)
	return ok && (understand.SpokeWith(body) || understand.SpeaksOfSomebody(body))
}

// NumbersIn lists the numbers of a text where it has more than one that may be the contact's.
func NumbersIn(h understand.Text, own, ours sms.Phone) (out []string) {
	for _, ph := range h.Phones {
		if ph != own && ph != ours && !slices.Contains(out, ph.E164()) {
			out = append(out, ph.E164())
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out[:min(len(out), 9)]
}

// Display is a number, E.164, as people write it.
func Display(e164 string) string {
	p, err := sms.PhoneFromE164(e164)
	if err != nil {
		return e164
	}
	return p.Display()
}

// LastDigits are the last digits of a number, where words put those right: "wrong number, it ends in 85".
func LastDigits(phone sms.Phone, words string) (string, bool) {
	digits, ok := understand.NumberEnd(words)
	return digits, ok && !phone.IsZero()
}

// CallsThem reports whether words say that the contact, by name, wants calls and no texts.
func CallsThem(name, words string) bool {
	return understand.CallsForThem(words, []string{name, person.FirstName(name)})
}
