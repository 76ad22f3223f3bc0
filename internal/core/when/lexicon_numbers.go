package when

// lookupNumber reads a number or an ordinal written out.
//
//nolint:gocyclo,cyclop,maintidx // a table
func lookupNumber(s string) lex {
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
	case "first", "primero", "primer":
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
	}
	return lex{}
}

// lookupAround reads the words around a time: those that move it, and those that say that a number is none.
func lookupAround(s string) lex {
	switch s {
	case "room", "rm", "apt", "apartment", "unit", "suite", "ste", "floor", "apto", "apartamento", "sala", "salon", "piso", "building", "bldg", "edificio",
		"number", "num", "numero", "bus", "route", "ruta", "line", "linea", "question", "exit", "door", "puerta", "phase", "ward", "district", "local", "hwy", "highway", "exhibit", "section", "prop", "proposition", "age", "aged", "grade":
		return lex{lxPlace, 0}
	case "st", "street", "ave", "avenue", "blvd", "rd", "road", "dr", "drive", "ln", "lane", "way", "ct", "court", "pl", "place", "plaza", "pkwy", "calle", "avenida", "av", "sw", "nw", "ne", "se":
		return lex{lxStreet, 0}
	case "people", "ppl", "kids", "persons", "folks", "neighbors", "neighbours", "tenants", "families", "times", "veces", "personas", "ninos", "hijos", "familias", "vecinos", "vecinas", "gente",
		"dollars", "bucks", "dolares", "pesos", "percent", "miles", "millas", "blocks", "cuadras", "units", "apartments", "members", "miembros", "flyers", "volantes", "signatures", "firmas", "petitions",
		"questions", "preguntas", "chairs", "sillas", "cats", "dogs", "bedrooms", "bedroom", "cuartos", "things", "cosas", "others", "friends", "amigos", "amigas", "yr", "yrs", "feet", "pies", "copies", "copias", "buildings", "edificios", "stairs", "floors", "pisos", "children", "brothers", "sisters", "more", "tacos", "hundred", "thousand", "k", "lbs", "items", "points", "puntos", "votes", "votos", "new", "nuevos", "nuevas", "tenant":
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
