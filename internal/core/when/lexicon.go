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
	case "august", "aug", "agosto":
		return lex{lxMonth, 8}
	case "ago": // English, or short for agosto
		return lex{lxAgo, 8}
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
	case "tuesday", "tue", "tues", "martes", "tuesdays":
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
	case "tonight", "tonite":
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
	case "am":
		return lex{lxAM, 0}
	case "pm":
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
	if l := lookupNumber(s); l.kind != lxNone {
		return l
	}
	return lookupAround(s)
}
