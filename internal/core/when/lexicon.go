package when

// lexKind is what a word can be in a time.
type lexKind uint8

const (
	lxNone lexKind = iota
	lxMonth
	lxWeekday
	lxToday
	lxTomorrow
	lxYesterday
	lxTonight
	lxNext
	lxLast
	lxThis
	lxComing // "que viene": this coming one
	lxWeek
	lxDay
	lxMonthUnit
	lxYear
	lxHour
	lxMinute
	lxWeekend
	lxNumber
	lxOrdWord
	lxAM
	lxPM
	lxNoon
	lxMidnight
	lxPart
	lxHalf
	lxQuarter
	lxMinus // to, menos
	lxPast  // past
	lxAnd   // y
	lxAt
	lxOn
	lxIn
	lxAgo
	lxFrom
	lxOr
	lxThe
	lxOf
	lxPlace   // room, apt: the number after it is no time
	lxStreet  // st, ave
	lxCounted // people, kids: the number before it is no time
	lxVague   // sometime, soon
	lxUntil
	lxMeal
	lxAfter
	lxBefore
	lxPasado // "pasado": after mañana, or last
	lxOclock
	lxLater     // later, hence; back
	lxFortnight // two weeks
	lxNow
)

type lex struct {
	kind lexKind
	n    int
}

// The parts of the day, as the hour from which a bare number is read.
const (
	morning = iota + 1
	afternoon
	evening
	night
)

// lookup is the one lexicon of both languages, accents taken off: people mix them in one text.
//
//nolint:gocyclo,cyclop,maintidx // a table
func lookup(s string) lex {
	switch s {
	case "january", "jan", "enero", "ene":
		return lex{lxMonth, 1}
	case "february", "feb", "febrero":
		return lex{lxMonth, 2}
	case "march", "mar", "marzo":
		return lex{lxMonth, 3}
	case "april", "apr", "abril", "abr":
		return lex{lxMonth, 4}
	case "may", "mayo":
		return lex{lxMonth, 5}
	case "june", "jun", "junio":
		return lex{lxMonth, 6}
	case "july", "jul", "julio":
		return lex{lxMonth, 7}
	case "august", "aug", "agosto", "ago":
		if s == "ago" {
			return lex{lxAgo, 8}
		}
		return lex{lxMonth, 8}
	case "september", "sept", "sep", "septiembre", "setiembre":
		return lex{lxMonth, 9}
	case "october", "oct", "octubre":
		return lex{lxMonth, 10}
	case "november", "nov", "noviembre":
		return lex{lxMonth, 11}
	case "december", "dec", "diciembre", "dic":
		return lex{lxMonth, 12}
	case "sunday", "sun", "domingo", "dom", "sundays":
		return lex{lxWeekday, 0}
	case "monday", "mon", "lunes", "lun", "mondays":
		return lex{lxWeekday, 1}
	case "tuesday", "tue", "tues", "martes", "tu", "tuesdays":
		if s == "tu" {
			return lex{}
		}
		return lex{lxWeekday, 2}
	case "wednesday", "wed", "weds", "wensday", "wendsday", "wednsday", "wensd", "miercoles", "mie", "mier", "mierc", "wednesdays":
		return lex{lxWeekday, 3}
	case "thursday", "thu", "thur", "thurs", "thrusday", "thursd", "thr", "jueves", "jue", "thursdays":
		return lex{lxWeekday, 4}
	case "friday", "fri", "viernes", "vie", "vier", "fridays":
		return lex{lxWeekday, 5}
	case "saturday", "sat", "sabado", "sab", "saturdays":
		return lex{lxWeekday, 6}
	case "today", "hoy", "tdy":
		return lex{lxToday, 0}
	case "tomorrow", "tmrw", "tmw", "tomorow", "tommorow", "tommorrow", "tomm", "manana", "tmr", "tomoro", "mnn", "mnana":
		return lex{lxTomorrow, 1}
	case "yesterday", "ayer", "yest", "yday":
		return lex{lxYesterday, 1}
	case "anteayer", "antier":
		return lex{lxYesterday, 2}
	case "anoche":
		return lex{lxYesterday, 1}
	case "tonight", "tonite", "2nite":
		return lex{lxTonight, 0}
	case "next", "nxt", "proximo", "proxima", "siguiente":
		return lex{lxNext, 0}
	case "last", "ultimo", "ultima", "previous":
		return lex{lxLast, 0}
	case "pasado", "pasada":
		return lex{lxPasado, 0}
	case "this", "este", "esta", "coming", "current":
		return lex{lxThis, 0}
	case "viene", "entra":
		return lex{lxComing, 0}
	case "week", "wk", "semana", "weeks", "wks", "semanas", "w":
		return lex{lxWeek, 0}
	case "weekend", "finde", "wkend":
		return lex{lxWeekend, 0}
	case "day", "days", "dia", "dias":
		return lex{lxDay, 0}
	case "month", "months", "mes", "meses", "mo", "mos":
		return lex{lxMonthUnit, 0}
	case "year", "years", "ano", "anos":
		return lex{lxYear, 0}
	case "hour", "hours", "hr", "hrs", "hora", "horas", "h":
		return lex{lxHour, 0}
	case "minute", "minutes", "min", "mins", "minuto", "minutos":
		return lex{lxMinute, 0}
	case "am", "a.m":
		return lex{lxAM, 0}
	case "pm", "p.m":
		return lex{lxPM, 0}
	case "noon", "mediodia", "midday", "noonish":
		return lex{lxNoon, 0}
	case "midnight", "medianoche":
		return lex{lxMidnight, 0}
	case "morning", "mornin", "madrugada":
		return lex{lxPart, morning}
	case "afternoon", "aft", "tarde":
		return lex{lxPart, afternoon}
	case "evening", "eve", "evenings":
		return lex{lxPart, evening}
	case "night", "nite", "noche":
		return lex{lxPart, night}
	case "breakfast", "desayuno", "desayunar":
		return lex{lxMeal, morning}
	case "lunch", "almuerzo", "almorzar", "lunchtime":
		return lex{lxMeal, afternoon}
	case "dinner", "cena", "cenar", "supper":
		return lex{lxMeal, evening}
	case "half", "media":
		return lex{lxHalf, 30}
	case "quarter", "cuarto":
		return lex{lxQuarter, 15}
	case "menos":
		return lex{lxMinus, 0}
	case "to", "til", "till":
		return lex{lxMinus, 1}
	case "past":
		return lex{lxPast, 0}
	case "y", "con":
		return lex{lxAnd, 0}
	case "at", "@", "a", "las", "la", "around", "about", "alas", "tipo":
		return lex{lxAt, 0}
	case "on", "el", "los":
		return lex{lxOn, 0}
	case "in", "en", "dentro":
		return lex{lxIn, 0}
	case "hace":
		return lex{lxAgo, 1}
	case "from", "desde":
		return lex{lxFrom, 0}
	case "or", "o":
		return lex{lxOr, 0}
	case "the":
		return lex{lxThe, 0}
	case "of", "de", "del":
		return lex{lxOf, 0}
	case "until", "hasta":
		return lex{lxUntil, 0}
	case "after", "despues", "afterwards":
		return lex{lxAfter, 0}
	case "before", "antes":
		return lex{lxBefore, 0}
	case "oclock", "clock":
		return lex{lxOclock, 0}
	case "sometime", "someday", "soon", "pronto", "whenever", "eventually":
		return lex{lxVague, 0}
	}
	return lookupMore(s)
}

func lookupMore(s string) lex {
	switch s {
	case "one", "un", "una", "uno":
		return lex{lxNumber, 1}
	case "two", "dos", "couple", "pair":
		return lex{lxNumber, 2}
	case "three", "tres":
		return lex{lxNumber, 3}
	case "four", "cuatro":
		return lex{lxNumber, 4}
	case "five", "cinco":
		return lex{lxNumber, 5}
	case "six", "seis":
		return lex{lxNumber, 6}
	case "seven", "siete":
		return lex{lxNumber, 7}
	case "eight", "ocho":
		return lex{lxNumber, 8}
	case "nine", "nueve":
		return lex{lxNumber, 9}
	case "ten", "diez":
		return lex{lxNumber, 10}
	case "eleven", "once":
		return lex{lxNumber, 11}
	case "twelve", "doce":
		return lex{lxNumber, 12}
	case "zero", "cero", "oh", "ou":
		return lex{lxNumber, 0}
	case "thirteen", "trece":
		return lex{lxNumber, 13}
	case "fourteen", "catorce":
		return lex{lxNumber, 14}
	case "fifteen", "quince":
		return lex{lxNumber, 15}
	case "sixteen", "dieciseis":
		return lex{lxNumber, 16}
	case "seventeen", "diecisiete":
		return lex{lxNumber, 17}
	case "eighteen", "dieciocho":
		return lex{lxNumber, 18}
	case "nineteen", "diecinueve":
		return lex{lxNumber, 19}
	case "twenty", "veinte":
		return lex{lxNumber, 20}
	case "veintiuno", "veintiun":
		return lex{lxNumber, 21}
	case "veintidos":
		return lex{lxNumber, 22}
	case "veintitres":
		return lex{lxNumber, 23}
	case "veinticuatro":
		return lex{lxNumber, 24}
	case "veinticinco":
		return lex{lxNumber, 25}
	case "veintiseis":
		return lex{lxNumber, 26}
	case "veintisiete":
		return lex{lxNumber, 27}
	case "veintiocho":
		return lex{lxNumber, 28}
	case "veintinueve":
		return lex{lxNumber, 29}
	case "thirty", "treinta":
		return lex{lxNumber, 30}
	case "forty", "cuarenta":
		return lex{lxNumber, 40}
	case "fifty", "cincuenta":
		return lex{lxNumber, 50}
	case "few", "several", "algunos", "algunas", "pocos", "pocas":
		return lex{lxNumber, 3}
	case "first", "primero", "primer", "1st":
		return lex{lxOrdWord, 1}
	case "second", "segundo":
		return lex{lxOrdWord, 2}
	case "third", "tercero", "tercer":
		return lex{lxOrdWord, 3}
	case "fourth":
		return lex{lxOrdWord, 4}
	case "fifth", "quinto":
		return lex{lxOrdWord, 5}
	case "sixth":
		return lex{lxOrdWord, 6}
	case "seventh":
		return lex{lxOrdWord, 7}
	case "eighth":
		return lex{lxOrdWord, 8}
	case "ninth":
		return lex{lxOrdWord, 9}
	case "tenth":
		return lex{lxOrdWord, 10}
	case "eleventh":
		return lex{lxOrdWord, 11}
	case "twelfth":
		return lex{lxOrdWord, 12}
	case "thirteenth":
		return lex{lxOrdWord, 13}
	case "fourteenth":
		return lex{lxOrdWord, 14}
	case "fifteenth":
		return lex{lxOrdWord, 15}
	case "sixteenth":
		return lex{lxOrdWord, 16}
	case "seventeenth":
		return lex{lxOrdWord, 17}
	case "eighteenth":
		return lex{lxOrdWord, 18}
	case "nineteenth":
		return lex{lxOrdWord, 19}
	case "twentieth":
		return lex{lxOrdWord, 20}
	case "thirtieth":
		return lex{lxOrdWord, 30}
	case "room", "rm", "apt", "apartment", "unit", "suite", "ste", "floor", "apto", "apartamento", "cuarto#", "sala", "salon", "piso", "building", "bldg", "edificio",
		"number", "num", "numero", "no", "bus", "route", "ruta", "line", "linea", "question", "line#", "exit", "door", "puerta", "phase", "ward", "district", "local", "hwy", "highway", "exhibit", "section", "prop", "proposition", "age", "aged", "grade":
		if s == "no" {
			return lex{}
		}
		return lex{lxPlace, 0}
	case "st", "street", "ave", "avenue", "blvd", "rd", "road", "dr", "drive", "ln", "lane", "way", "ct", "court", "pl", "place", "plaza", "pkwy", "calle", "avenida", "av", "sw", "nw", "ne", "se":
		return lex{lxStreet, 0}
	case "people", "ppl", "kids", "persons", "folks", "neighbors", "neighbours", "tenants", "families", "times", "veces", "personas", "ninos", "hijos", "familias", "vecinos", "vecinas", "gente",
		"dollars", "bucks", "dolares", "pesos", "percent", "miles", "millas", "blocks", "cuadras", "units", "apartments", "members", "miembros", "flyers", "volantes", "signatures", "firmas", "petitions",
		"questions", "preguntas", "chairs", "sillas", "cats", "dogs", "bedrooms", "bedroom", "cuartos", "things", "cosas", "others", "friends", "amigos", "amigas", "yr", "yrs", "feet", "pies", "copies", "copias", "building#", "buildings", "edificios", "stairs", "floors", "pisos", "children", "brothers", "sisters", "more", "tacos", "hundred", "thousand", "k", "lbs", "items", "points", "puntos", "votes", "votos", "new", "nuevos", "nuevas", "tenant", "people's":
		return lex{lxCounted, 0}
	case "later", "hence":
		return lex{lxLater, 1}
	case "back":
		return lex{lxLater, -1}
	case "within", "upcoming":
		return lex{lxIn, 1}
	case "fortnight":
		return lex{lxFortnight, 0}
	case "now", "ahora":
		return lex{lxNow, 0}
	case "closest", "nearest":
		return lex{lxVague, 1}
	}
	return lex{}
}
