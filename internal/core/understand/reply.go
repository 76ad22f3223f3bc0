package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/sms"
)

// Reply is what a text answers, when it is an answer.
type Reply string

// The replies, as interface.md names them. MaybeStop is an opt-out that staff decide about.
const (
	NoReply   Reply = ""
	Yes       Reply = "yes"
	No        Reply = "no"
	Maybe     Reply = "maybe"
	Another   Reply = "move"
	Wrong     Reply = "wrong"
	WhoIsIt   Reply = "who"
	Thanks    Reply = "thanks"
	Stop      Reply = "stop"
	Start     Reply = "start"
	Help      Reply = "help"
	MaybeStop Reply = "ask"
)

// replyOf reads the answer that a text is, with its plain words at hand; the digits count as the answers to a reminder.
func replyOf(body, words string) Reply {
	switch sms.CarrierKeyword(body) {
	case sms.KeywordStop:
		return Stop
	case sms.KeywordHelp:
		return Help
	case sms.KeywordStart:
		if plain(strings.TrimSpace(body)) == "yes" {
			return Yes
		}
		return Start
	case sms.NoKeyword:
	}
	if kind, _, ok := sms.Tapback(body); ok {
		switch kind {
		case "liked", "loved":
			return Yes
		case "disliked":
			return No
		}
		return NoReply
	}
	switch sms.ReadOptOut(body) {
	case sms.OptOutClear:
		return Stop
	case sms.OptOutDoubtful:
		return MaybeStop
	case sms.NotOptOut:
	}
	if len(body) > 200 {
		return NoReply
	}
	switch bareDigit(body) {
	case 1:
		return Yes
	case 2:
		return Another
	case 3:
		return No
	}
	if r := emojiReply(body); r != NoReply {
		return r
	}
	if r := digitReply(spell(words)); r != NoReply {
		return r
	}
	if notMe(body, words) {
		return Wrong
	}
	return wordReply(words)
}

// wordsOf lowers, takes accents and marks off, and folds stretched letters: "Yesss!!" is "yes". One space stands between words.
func wordsOf(body string) string {
	b := make([]byte, 0, len(body))
	run := 0
	for _, r := range body {
		c := plainByte(r)
		switch {
		case c == '\'':
			continue
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		default:
			c = ' '
		}
		if n := len(b); n > 0 && b[n-1] == c || len(b) == 0 && c == ' ' {
			if run++; run > 1 || c == ' ' {
				continue
			}
		} else {
			run = 0
		}
		b = append(b, c)
	}
	if n := len(b); n > 0 && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return string(b)
}

// plainByte is the plain lower-case letter of a character of either language, an apostrophe for every kind of it, a space for the rest.
func plainByte(r rune) byte {
	switch r {
	case 'á', 'Á', 'à', 'ä', 'â':
		return 'a'
	case 'é', 'É', 'è', 'ë', 'ê':
		return 'e'
	case 'í', 'Í', 'ì', 'ï':
		return 'i'
	case 'ó', 'Ó', 'ò', 'ö':
		return 'o'
	case 'ú', 'Ú', 'ü', 'Ü', 'ù':
		return 'u'
	case 'ñ', 'Ñ':
		return 'n'
	case '’', '‘', '´', '`', '\'':
		return '\''
	}
	switch {
	case r >= 0x80:
		return ' '
	case r >= 'A' && r <= 'Z':
		r += 'a' - 'A'
	}
	return byte(r) //nolint:gosec // ASCII
}

func emojiReply(body string) Reply {
	s := strings.TrimSpace(body)
	only := strings.Trim(s, "👍👌✅🙌🏻🏼🏽🏾🏿\ufe0f ") == ""
	switch {
	case s == "":
		return NoReply
	case only:
		return Yes
	case strings.Trim(s, "👎❌🏻🏼🏽🏾🏿\ufe0f ") == "":
		return No
	case strings.Trim(s, "❤🧡💛💚💙💜🙏😊😀🙂😍🥰🏻🏼🏽🏾🏿\ufe0f ") == "":
		return Thanks
	}
	return NoReply
}

// wordReply is the table of whole answers, then of phrases.
func wordReply(s string) Reply {
	s = spell(s)
	if r := wholeReply(s); r != NoReply {
		return r
	}
	if t := courteous(s); t != s {
		if r := wholeReply(t); r != NoReply {
			return r
		}
	}
	return phraseReply(" " + s + " ")
}

//nolint:gocyclo,cyclop // a table
func wholeReply(s string) Reply {
	for _, p := range [...]string{" please", " por favor", " thanks", " thank you", " gracias", " thx"} {
		if t := strings.TrimSuffix(s, p); t != s && t != "no" {
			if r := wholeReply(t); r == Yes || r == No {
				return r
			}
		}
	}
	switch s {
	case "alla nos vemos", "alla estare", "alla le caigo", "cant wait", "i cant wait", "y", "yes", "yep", "yeah", "yea", "yup", "yess", "ya", "yas", "ye", "ok", "okay", "okey", "oki", "k", "kk", "sure", "sure thing", "of course", "absolutely", "definitely", "perfect", "perfecto", "great", "sounds good", "sounds great", "works", "works for me",
		"that works", "that works for me", "it works", "this works", "good", "fine", "ok good", "yes that works", "yes works", "confirmed", "confirm", "confirmo", "confirmado", "see you there", "see you then", "see ya", "see you", "ill be there", "i will be there", "i can", "i can make it", "ill make it", "im in", "im coming", "coming", "count me in",
		"si", "sii", "sip", "simon", "claro", "claro que si", "por supuesto", "esta bien", "ta bien", "bueno", "de acuerdo", "vale", "dale", "va", "sale", "listo", "seguro", "si puedo", "puedo", "ahi estare", "alli estare", "ahi nos vemos", "nos vemos", "nos vemos ahi", "ok si", "si claro", "si esta bien", "si gracias", "ta bueno", "esta bueno", "ok va", "orale", "sale pues", "me parece bien", "me queda bien", "correct", "correcto", "right", "thats right", "exacto", "yes sir", "yes maam", "yes please", "yes i can", "si puedo ir", "agreed", "done deal", "10 4", "you bet", "ok see you there", "yes see you then", "bien", "muy bien":
		return Yes
	case "n", "no", "nope", "nah", "na", "not", "no way", "no thanks", "no thank you", "no gracias", "cant", "i cant", "cannot", "i cannot", "cant make it", "i cant make it", "i cant come", "cant come", "cant do it", "wont make it", "i wont make it", "not coming", "im not coming", "not going to make it", "no puedo", "no voy a poder", "no podre", "no podre ir", "no puedo ir", "no voy", "nel", "no sorry", "sorry no", "sorry i cant", "sorry cant", "cancelar", "cancela", "no me es posible", "imposible", "negative", "didnt", "no way sorry", "nah im good", "im good", "no im good", "not going to happen", "no alcanzo", "no alcanzo a llegar", "no thx", "disculpe no puedo", "perdon no puedo", "lo siento no puedo":
		return No
	case "maybe", "not sure", "im not sure", "idk", "i dont know", "dont know", "we will see", "well see", "possibly", "perhaps", "might", "i might", "tal vez", "quizas", "quiza", "a lo mejor", "no se", "no se todavia", "todavia no se", "no estoy segura", "no estoy seguro", "puede ser", "depende", "unsure", "not sure yet", "i think so", "creo que si", "creo que no", "i dont think so", "no creo", "no creo poder", "i dont think i can", "i doubt it", "prob not", "probably not", "no lo creo", "lo dudo", "probably", "probablemente", "let me check", "ill let you know", "let me see", "dejeme ver", "le aviso", "te aviso":
		return Maybe
	case "another time", "other time", "different time", "reschedule", "can we reschedule", "another day", "otra hora", "otro dia", "en otro momento", "cambiar", "reagendar", "can we move it", "move it", "podemos cambiar", "podemos cambiarlo", "need to reschedule", "i need to reschedule", "need another time", "different day", "not that day", "can we do another day", "can we do another time":
		return Another
	case "wrong number", "wrong person", "wrong num", "you have the wrong number", "you have the wrong person", "wrong nmber", "numero equivocado", "se equivoco", "se equivoco de numero", "se equivocaron", "esta equivocado", "equivocado", "no soy esa persona", "not me", "im not her", "im not him", "wrong phone", "wrong", "not my name":
		return Wrong
	case "who is this", "whos this", "who dis", "who", "quien", "who are you", "quien es", "quien eres", "quien habla", "quien escribe", "de parte de quien", "de quien es este numero", "who this", "whose number is this", "do i know you", "quien manda esto", "quien me escribe":
		return WhoIsIt
	case "no hay problema", "no hay de que", "thanks", "thank you", "thank u", "thx", "ty", "tysm", "thanks so much", "thank you so much", "gracias", "muchas gracias", "mil gracias", "many thanks", "thanks a lot", "thanks again", "appreciate it", "you too", "igualmente", "gracias igualmente", "muy amable", "no worries", "no problem", "np", "got it", "cool", "awesome", "nice", "de nada", "youre welcome", "lol", "haha", "jaja", "entendido", "thanks ana", "ok thanks", "ok thank you", "ok gracias":
		return Thanks
	case "start", "unstop", "resume", "subscribe":
		return Start
	}
	return NoReply
}

func phraseReply(p string) Reply {
	switch {
	case anyOf(p, " wrong number ", " wrong person ", " numero equivocado ", " se equivoco de numero ", " no one here by that name ", " nobody here by that name ", " not my name ", " anyone named ", " anybody named ", " anyone by that name ", " nadie con ese nombre ", " conozco a esa ", " conozco a ese ", " conozco a ningun ", " conozco a ninguna ", " i am not maria ", " esta persona no vive ", " ya no es su numero ", " this isnt her number ", " isnt her number anymore ", " isnt his number anymore ", " new phone who ", " doesnt live here ", " does not live here ", " no longer lives here ", " no vive aqui ", " aqui no vive ", " not her phone ", " not his phone ", " not her number ", " not his number ", " no es su telefono ", " not marias phone "):
		return Wrong
	case anyOf(p, " who is this ", " whos this ", " who are you ", " quien es usted ", " quien habla ", " quien me escribe ", " how did you get my number ", " how did you get this number ", " como consiguio mi numero ", " de donde saco mi numero ", " who gave you my number ", " con quien hablo ", " quien me manda ", " quien manda ", " quien es este ", " quien es esta ", " quien sos ", " quien eres ", " who is texting me ", " who am i talking to ", " quien le dio mi numero "):
		return WhoIsIt
	case anyOf(p, " reschedule ", " another time ", " another day ", " different time ", " different day ", " otra hora ", " otro dia ", " podemos cambiar ", " cambiarla ", " cambiarlo ", " reagendar ", " puede ser el ", " se puede el ", " podemos el ", " podria ser el ", " necesito cambiar ", " quiero cambiar ", " tengo que cambiar ", " change our meeting ", " change the time ", " change our time ", " need to change the ", " move our ", " make it another ", " can we move ", " push it to ", " que tal el "), anyOf(p, " can we do ", " could we do ", " how about ", " what about ", " podriamos ", " move it to ", " mejor el ", " mejor a ", " instead ") && timeish(p) && !anyOf(p, " text me ", " call me ", " texting ", " my number "):
		return Another
	case cannot(p):
		return No
	case anyOf(p, " not sure if ", " might be able ", " i might ", " no estoy segura ", " no estoy seguro ", " let me check ", " depends on ", " depende de ", " dejame ver ", " dejeme ver ", " deja ver ", " te aviso ", " le aviso ", " ill let you know ", " let me see ", " lo voy a pensar ", " think about it ", " get back to you ", " might not ", " puede que ", " a ver si "):
		return Maybe
	case anyOf(p, " see you there ", " see you then ", " ill be there ", " i will be there ", " works for me ", " that works ", " sounds good ", " i can make it ", " ahi estare ", " alli estare ", " ahi nos vemos ", " me queda bien ", " me parece bien ", " count me in ", " looking forward ", " si puedo ", " cant wait to ") && !anyOf(p, " not ", " dont ", " no ", " if "), anyOf(p, " see you ", " nos vemos ", " te veo ", " la veo ", " lo veo ") && timeish(p) && !hasDigit(p) && !anyOf(p, " at ", " a las ", " noon ") && !anyOf(p, " not ", " dont ", " no ", " cant ", " if ", " when "):
		return Yes
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(p), " ")
	if (first == "ok" || first == "okay") && wholeReply(rest) == Yes {
		return Yes
	}
	if rest != "" && len(p) < 80 && !strings.HasPrefix(p, " si no ") {
		switch first {
		case "yes", "yep", "yeah", "yup", "si", "sip", "sii", "claro", "simon", "perfecto", "absolutely":
			if !strings.Contains(p, " but ") && !strings.Contains(p, " pero ") && !strings.Contains(p, " if ") {
				return Yes
			}
		}
	}
	return NoReply
}

// anyOf reports whether a text holds any of the phrases.
func anyOf(p string, phrases ...string) bool {
	for _, x := range phrases {
		if strings.Contains(p, x) {
			return true
		}
	}
	return false
}
