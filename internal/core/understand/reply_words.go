package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// spell writes out the short forms of texting, so that one table of answers serves both.
func spell(s string) string {
	if !shortened(s) {
		return s
	}
	f := strings.Fields(s)
	for i, w := range f {
		switch w {
		case "u":
			f[i] = "you"
		case "r":
			f[i] = "are"
		case "ur":
			f[i] = "your"
		case "q", "k":
			if len(f) > 1 {
				f[i] = "que"
			}
		case "pls", "plz":
			f[i] = "please"
		case "cu", "cya":
			f[i] = "see you"
		case "c":
			if i+1 < len(f) && (f[i+1] == "u" || f[i+1] == "you") {
				f[i] = "see"
			}
		case "dis", "diz":
			f[i] = "this"
		case "num", "nmbr", "nmber", "numer":
			f[i] = "number"
		case "gonna":
			f[i] = "going to"
		}
	}
	return strings.Join(f, " ")
}

// shortened reports whether a text may hold a short form at all: most do not, and cost no more.
func shortened(s string) bool {
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != ' ' {
			continue
		}
		switch s[from:i] {
		case "u", "r", "ur", "q", "k", "pls", "plz", "cu", "cya", "c", "dis", "diz", "num", "nmbr", "nmber", "numer", "gonna":
			return true
		}
		from = i + 1
	}
	return false
}

// digitReply reads a digit with its own words after it: "1 yes", "1 works", "2 another time", "3 can't", "1 please". Where the words say
// something else, neither counts.
func digitReply(s string) Reply {
	first, rest, _ := strings.Cut(s, " ")
	var r Reply
	switch first {
	case "1", "one", "uno":
		r = Yes
	case "2", "two", "dos":
		r = Another
	case "3", "three", "tres":
		r = No
	default:
		return NoReply
	}
	switch rest {
	case "", "please", "por favor", "thanks", "thank you", "gracias":
		return r
	}
	if wordReply(rest) == r {
		return r
	}
	return NoReply
}

// courteous takes an apology or a courtesy off an answer's ends: "Nope sorry", "sorry, can't".
func courteous(s string) string {
	for _, p := range [...]string{" sorry", " so sorry", " perdon", " disculpe", " disculpa", " lo siento", " please", " por favor", " thanks", " thank you", " gracias", " thx", " ana", " maam", " sir", " senora"} {
		if t := strings.TrimSuffix(s, p); t != s && t != "no" {
			s = t
		}
	}
	for _, p := range [...]string{"sorry ", "im sorry ", "im so sorry ", "so sorry ", "perdon ", "disculpe ", "disculpa ", "lo siento ", "hi ", "hey ", "hello ", "hola ", "buenas ", "ay ", "oh ", "um ", "actually "} {
		if t := strings.TrimPrefix(s, p); t != s {
			s = t
		}
	}
	return s
}

// notMe reads "I'm not Maria", "this isn't Rosa's phone", "no soy maria": the number is somebody else's. A capital tells a name from "I'm not free".
func notMe(body, words string) bool {
	if len(body) > 100 || !anyOf(words, "not ", "isnt ", "soy ", "no es ", "no esta ", "conozco a ", "know any ") {
		return false
	}
	f := strings.Fields(body)
	if len(f) > 8 {
		return false
	}
	low := plain(strings.Join(f, " "))
	for _, p := range [...]string{"no conozco a ", "i don't know any ", "i dont know any ", "im not ", "i'm not ", "i am not ", "this isnt ", "this isn't ", "this is not ", "not ", "it's not ", "its not ", "yo no soy ", "no soy ", "esta no es ", "este no es ", "aqui no esta ", "sorry im not ", "sorry i'm not ", "no this isn't ", "no this is not ", "no, this is not "} {
		if !strings.HasPrefix(low, p) || len(f) <= strings.Count(p, " ") {
			continue
		}
		n := strings.Trim(f[strings.Count(p, " ")], ".,!?")
		w := plain(n)
		if strings.Contains(p, "soy") {
			return len(f) <= strings.Count(p, " ")+3 && !soyWord(w)
		}
		return capital(n) && !sentenceWord(w) && !notName(w) && !dayWord(w)
	}
	return false
}

func soyWord(w string) bool {
	switch w {
	case "de", "la", "el", "una", "un", "buena", "bueno", "muy", "tan", "yo", "nadie", "capaz", "experta", "experto", "activista", "inquilina", "inquilino", "miembro", "mayor":
		return true
	}
	return false
}

func dayWord(w string) bool {
	return lexicon.ShortDays.Has(w)
}

// cannotCome reports whether what follows the words at i says that it is the coming that cannot be: "I can't make it" does, "I can't pay my
// rent" does not.
func cannotCome(p string, i int) bool {
	f := strings.Fields(p[i:])
	if len(f) == 0 {
		return true
	}
	if f[0] == "to" && len(f) > 1 {
		f = f[1:]
	}
	switch f[0] {
	case "make", "come", "meet", "go", "attend", "do", "be", "join", "today", "tomorrow", "tonight", "this", "that", "then", "anymore", "sorry", "im", "on", "at", "thursday", "friday", "monday", "tuesday", "wednesday", "saturday", "sunday", "thurs", "fri", "mon", "tues", "wed", "sat", "sun", "i", "my", "after", "until", "because", "bc", "with", "no", "now",
		"ir", "llegar", "asistir", "verla", "verlo", "vernos", "ese", "el", "hoy", "manana", "estar", "disculpe", "lo", "a", "porque", "esta", "este", "gracias", "venir", "reunirme", "ya", "perdon", "tengo", "mi", "trabajo", "jueves", "viernes", "lunes", "martes", "miercoles", "sabado", "domingo":
		if f[0] == "do" && len(f) > 2 || f[0] == "be" && len(f) > 1 && f[1] != "there" && f[1] != "able" && f[1] != "at" {
			return len(f) < 5
		}
		return true
	}
	return false
}

// cannot reports whether a text says that its writer will not come.
func cannot(p string) bool {
	if anyOf(p, " cant make it ", " cannot make it ", " cant come ", " not going to make it ", " not going to be able to make ", " no puedo ir ", " no puedo ese ", " no puedo hoy ", " no voy a ir ", " no podre ir ", " have to cancel ", " need to cancel ", " tengo que cancelar ", " cancel thursday ", " cancel our ",
		" cancel the meeting ", " cancel the appointment ", " cancel my appointment ", " cancel the one on one ", " ya no voy ", " not be there ", " wont be there ", " i have to work thursday ", " no nos vamos a poder ") {
		return true
	}
	if strings.HasPrefix(p, " cant ") && cannotCome(p, len(" cant ")) {
		return true
	}
	for _, x := range [...]string{" i cant ", " i cannot ", " wont be able ", " not be able ", " not able ", " unable ", " no podre ", " no puedo ", " no voy a poder ", " cant do "} {
		if i := strings.Index(p, x); i >= 0 && cannotCome(p, i+len(x)) {
			return true
		}
	}
	return false
}

// timeish reports whether a text names a day, a time or another of them.
func timeish(p string) bool {
	for _, w := range strings.Fields(p) {
		if w[0] >= '0' && w[0] <= '9' || dayWord(w) {
			return true
		}
		if lexicon.NamesTime.Has(w) {
			return true
		}
	}
	return false
}
