package sms

import (
	"strings"
	"unicode"
)

// OptOut is whether a text that is no carrier keyword asks for no more texts.
type OptOut uint8

// The verdicts. Doubtful ones are a person's to decide: texts are held meanwhile.
const (
	NotOptOut OptOut = iota
	OptOutClear
	OptOutDoubtful
)

// maxOptOut bounds the text that is looked at: a longer one is a story, not a request.
const maxOptOut = 400

// ReadOptOut reads opt-outs in people's own words, English and Spanish: any reasonable means counts (47 CFR 64.1200(a)(10)). A text that only
// contains the word ("we have to stop this eviction", "stop by at 6") is none, and the words quoted by a reaction never count.
func ReadOptOut(text string) OptOut {
	if CarrierKeyword(text) == KeywordStop {
		return OptOutClear
	}
	if _, _, ok := Tapback(text); ok || len(text) > maxOptOut {
		return NotOptOut
	}
	w := plainWords(text)
	if len(w) == 0 {
		return NotOptOut
	}
	s := strings.Join(w, " ")
	if !hints(s) {
		return NotOptOut
	}
	if whole(s) {
		return OptOutClear
	}
	if clearPhrase(s) {
		return OptOutClear
	}
	if v := asksOut(w); v != NotOptOut {
		return v
	}
	if doubtful(s, w) {
		return OptOutDoubtful
	}
	return NotOptOut
}

// hints reports whether a text holds any root of an opt-out at all: most do not, and cost no more.
func hints(s string) bool {
	for _, x := range [...]string{
		"stop", "stp", "sotp", "unsub", "suscri", "opt", "alto", "basta", "baja", "remov", "take ", "delete", "no more", "no mas", "leave me", "lose m", "lose t", "quit", "end t", "par", "deten", "dej", "escrib", "mand", "text", "messag", "mensaj", "contact", "dont", "do not", "never", "no longer",
		"quit", "borr", "saq", "envi", "recib", "interes", "both", "molest", "spam", "harass", "report", "salgo", "txt", "msg", "sms", "usub", "elimin", "cancelen", "cancele ", "go away", "f off", "fuck", "piss", "block", "bloque", "chin", "vayan", "nunca", "sign", "pedi", "list",
	} {
		if strings.Contains(s, x) {
			return true
		}
	}
	return false
}

// whole: texts that are an opt-out when nothing else is said.
func whole(s string) bool {
	switch strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(s, " please"), " por favor"), "please ") {
	case "stop", "stop all", "stopp", "sotp", "stpo", "stop stop", "stop it", "unsubscribe", "unsubscribe me", "opt out", "optout", "opt me out", "i opt out", "alto", "basta", "baja", "ya basta", "basta ya",
		"darme de baja", "dame de baja", "deme de baja", "dar de baja", "quiero darme de baja", "cancelar suscripcion", "desuscribir", "remove me", "remove", "remove my number", "take me off", "delete my number",
		"no more texts", "no more messages", "no mas", "no mas mensajes", "no mas textos", "ya no mas", "ya no mas mensajes", "stop texting", "stop messaging", "stop texts", "stop messages", "stop sending", "parar", "pare", "paren",
		"detener", "leave me alone", "dejame en paz", "dejenme en paz", "lose my number", "stop now", "stop this", "end texts", "quit texting", "quit texting me", "alto alto", "stop pls", "pls stop", "stop plz", "no me escriban", "no me escriba", "no me manden mensajes", "no me mande mensajes", "no me textee", "no me texteen":
		return true
	}
	return false
}

// clearPhrase: wording that a reasonable person takes for an opt-out, anywhere in a short text.
func clearPhrase(s string) bool {
	p := " " + s + " "
	for _, x := range [...]string{
		" stop texting me ", " stop messaging me ", " stop sending me ", " stop contacting me ", " stop writing me ", " stop writing to me ", " quit texting me ", " dont text me ", " do not text me ", " dont message me ",
		" do not message me ", " dont contact me ", " do not contact me ", " never text me ", " never contact me ", " no longer want texts ", " no longer want to receive ", " dont want your texts ", " dont want these texts ",
		" dont want any more texts ", " dont want more texts ", " dont want texts ", " do not want texts ", " dont want to get texts ", " dont want to receive ", " dont send me ", " do not send me ", " take me off your list ", " take me off this list ", " take me off the list ", " take me off of your ",
		" remove me from your list ", " remove me from this list ", " remove me from the list ", " remove me from your ", " remove my number ", " delete my number ", " unsubscribe me ", " opt me out ", " i want to opt out ", " id like to opt out ", " opting out of ", " stop all texts ", " stop all messages ", " stop these texts ", " stop these messages ", " stop the texts ", " stop the messages ", " stop with the texts ", " no more texts please ",
		" no me escriban mas ", " no me escriba mas ", " ya no me escriban ", " ya no me escriba ", " no me manden mas ", " no me mande mas ", " ya no me manden ", " ya no me mande ", " dejen de escribirme ", " deje de escribirme ", " deja de escribirme ", " dejen de mandarme ", " deje de mandarme ", " deja de mandarme ",
		" no quiero mas mensajes ", " no quiero recibir ", " ya no quiero mensajes ", " ya no quiero recibir ", " no quiero sus mensajes ", " quitenme de la lista ", " quiteme de la lista ", " quiteme de su lista ", " quitenme de su lista ", " borren mi numero ", " borre mi numero ", " saquenme de la lista ", " saqueme de la lista ", " no me contacten ", " no me contacte ", " no me envien ", " no me envie mas ", " dejen de enviarme ", " deje de enviarme ", " no me texteen mas ", " no me textee mas ", " darme de baja ", " deme de baja ", " denme de baja ",
	} {
		if strings.Contains(p, x) {
			// "don't text me at work, text me at home" is a wish about how, and "don't text me after 9" about when
			if strings.Contains(p, " text me at ") || strings.Contains(p, " text me after ") || strings.Contains(p, " text me before ") || strings.Contains(p, " text me on ") || strings.Contains(p, " text me while ") || strings.Contains(p, " text me during ") || strings.Contains(p, " instead ") {
				return false
			}
			if strings.Contains(p, " landlord") || strings.Contains(p, " manager") || strings.Contains(p, " said ") || strings.Contains(p, " told ") || strings.Contains(p, " dijo ") || strings.Contains(p, " dueno ") {
				return false
			}
			return true
		}
	}
	return false
}

// doubtful: may be meant as one; asking a person is right.
func doubtful(s string, w []string) bool {
	p := " " + s + " "
	if strings.Contains(p, " stop by ") || strings.Contains(p, " stop at ") || strings.Contains(p, " bus stop ") || strings.Contains(p, " wont stop ") || strings.Contains(p, " alto al ") || strings.Contains(p, " alto a ") || strings.Contains(p, " basta de ") || strings.Contains(p, " stop this ") || strings.Contains(p, " non stop ") || strings.Contains(p, " wont leave ") {
		return false
	}
	if len(w) <= 4 && (w[0] == "stop" || w[len(w)-1] == "stop" && !aboutToStop(w) || w[0] == "unsubscribe" || w[0] == "alto" || w[0] == "basta") && !strings.Contains(p, " cant stop ") && !strings.Contains(p, " dont stop ") && !strings.Contains(p, " wont stop ") && !strings.Contains(p, " to stop ") && !strings.Contains(p, " first stop ") && !strings.Contains(p, " next stop ") {
		return !goesOn(w)
	}
	for _, x := range [...]string{" not interested ", " leave me alone ", " dont bother me ", " do not bother me ", " stop bothering me ", " no me molesten ", " no me moleste ", " dejenme en paz ", " dejeme en paz ", " no me interesa ", " too many texts ", " so many texts ", " enough texts ", " muchos mensajes ", " demasiados mensajes ", " how do i stop ", " how do i unsubscribe ", " how do i opt out ", " como dejo de recibir ", " como me salgo ", " is this spam ", " stop harassing me ", " reporting this ", " lose my number ", " lose this number ", " dont want this ", " dont want to be on ", " text me at ", " text me after "} {
		if x != " text me at " && x != " text me after " && strings.Contains(p, x) {
			return true
		}
	}
	return false
}

// goesOn: what follows the word makes it a sentence about something else: "stop the rent increase", "alto ahí".
func goesOn(w []string) bool {
	if len(w) < 2 {
		return false
	}
	switch w[1] {
	case "the", "by", "at", "in", "for", "on", "here", "there", "ahi", "al", "a", "de", "con", "flaco", "y", "and", "to", "our", "their", "watch", "over":
		return true
	}
	return false
}

// aboutToStop: "he's gonna stop", "I'll stop": somebody stops.
func aboutToStop(w []string) bool {
	return len(w) > 1 && anyWord(w[len(w)-2:len(w)-1], "gonna", "it", "ill", "will", "not", "i", "we", "they", "could", "would", "should", "must", "can")
}

// plainWords returns the words of a text in lower case, without accents and marks: "Don't" is "dont".
func plainWords(text string) []string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch {
		case r == '\'' || r == '’' || r == '‘' || r == '´' || r == '`':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(plainRune(unicode.ToLower(r)))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func plainRune(r rune) rune {
	switch r {
	case 'á', 'à', 'ä', 'â':
		return 'a'
	case 'é', 'è', 'ë', 'ê':
		return 'e'
	case 'í', 'ì', 'ï', 'î':
		return 'i'
	case 'ó', 'ò', 'ö', 'ô':
		return 'o'
	case 'ú', 'ù', 'ü', 'û':
		return 'u'
	case 'ñ':
		return 'n'
	}
	return r
}

// Tapback reads a phone's reaction to a text of ours: Liked "...", Reacted 👍 to "...". The quoted words are ours and never count.
func Tapback(text string) (kind, quoted string, ok bool) {
	t := strings.TrimSpace(text)
	for _, k := range []struct{ prefix, kind string }{
		{"Liked", "liked"},
		{"Loved", "loved"},
		{"Disliked", "disliked"},
		{"Le disgustó", "disliked"},
		{"Le disgusta", "disliked"},
		{"Laughed at", "laughed"},
		{"Emphasized", "emphasized"},
		{"Questioned", "questioned"},
		{"Removed a like from", "removed"},
		{"Removed a heart from", "removed"},
		{"Removed a", "removed"},
		{"Le gustó", "liked"},
		{"Le gusta", "liked"},
		{"Me gusta", "liked"},
		{"Le encantó", "loved"},
		{"Le encanta", "loved"},
		{"No le gustó", "disliked"},
		{"Se rió de", "laughed"},
		{"Enfatizó", "emphasized"},
	} {
		rest, has := strings.CutPrefix(t, k.prefix)
		if !has {
			continue
		}
		if q, quoted := quote(rest); quoted {
			return k.kind, q, true
		}
	}
	if emoji, after, has := strings.Cut(t, " "); has && reaction(emoji) != "reacted" { // 👍 to "..."
		if q, quoted := quote(strings.TrimPrefix(strings.TrimPrefix(after, "to"), "a")); quoted {
			return reaction(emoji), q, true
		}
	}
	for _, p := range []string{"Reacted ", "Reaccionó "} {
		rest, has := strings.CutPrefix(t, p)
		if !has {
			continue
		}
		emoji, after, has := strings.Cut(strings.TrimPrefix(rest, "con "), " ")
		if q, quoted := quote(strings.TrimPrefix(strings.TrimPrefix(after, "to"), "a")); has && quoted {
			return reaction(emoji), q, true
		}
	}
	return "", "", false
}

func reaction(emoji string) string {
	switch {
	case strings.HasPrefix(emoji, "👍"), strings.HasPrefix(emoji, "✅"), strings.HasPrefix(emoji, "👌"), strings.HasPrefix(emoji, "🙌"):
		return "liked"
	case strings.HasPrefix(emoji, "❤"), strings.HasPrefix(emoji, "🧡"), strings.HasPrefix(emoji, "💛"), strings.HasPrefix(emoji, "💜"), strings.HasPrefix(emoji, "😍"):
		return "loved"
	case strings.HasPrefix(emoji, "👎"), strings.HasPrefix(emoji, "❌"):
		return "disliked"
	}
	return "reacted"
}

// quote takes “...” or "..." that makes up the rest of a text.
func quote(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, q := range [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, q[0]) && len(s) > len(q[0]) && strings.HasSuffix(strings.TrimRight(s, "…. "), q[1]) {
			return strings.TrimSuffix(strings.TrimPrefix(strings.TrimRight(s, "…. "), q[0]), q[1]), true
		}
	}
	return "", false
}
