package lang

// spanishAfter has the Spanish texts about what comes after a one-on-one.
//
//nolint:gocyclo,cyclop // a table
func spanishAfter(k Key) string {
	switch k {
	case HowAsk:
		return "{ofirst}, cuando pueda: ¿qué tal {who}, {when}? 1 nos vimos, 2 otra hora, 3 no vino. O cuente todo en sus palabras, en varios mensajes. LUEGO si ahora no.{also}"
	case HowAlso:
		return " Falta también: {list}."
	case HowAgain:
		return "¿Qué tal con {who}, {when}? 1 nos vimos, 2 otra hora, 3 no vino. O en sus palabras."
	case HowLater:
		return "Bueno, le preguntamos en 2 horas."
	case HeldNoted:
		return "Se vio con {who}, {when}."
	case OutcomesNoted:
		return "Anotado: {list}."
	case OutcomeMet:
		return "se vio con {first}"
	case OutcomeMissed:
		return "{first} no vino"
	case OutcomePostponed:
		return "{first} quiere otra hora: MOVER {first} y el momento"
	case MissedNoted:
		return "Anotado: {first} no vino, {when}. 1 le escribimos que puede ser en otro momento. O mande un momento para ofrecer. 3 nada."
	case MissedCall:
		return "Anotado: {first} no vino, {when}. No recibe mensajes nuestros: para otra hora, llame al {phone}."
	case MissedOff:
		return "Bueno, no se manda nada."
	case MissedSent:
		return "{first} recibe un mensaje: puede ser en otro momento."
	case MissedTell:
		return "{org}, de parte de {organizer}: sentimos que no nos encontramos el {when}. ¿Le queda bien otro momento? Escriba, por ejemplo: viernes a las 4 PM."
	case PrivateMissed:
		return "{organizer}: sentimos que no nos encontramos el {when}. ¿Le queda bien otro momento? Escriba, por ejemplo: viernes a las 4 PM."
	case ListReport:
		return "{letter}) informe {first}, {when}"
	case ListThanks:
		return "{letter}) agradecer a {first}"
	case ListPromise:
		return "{letter}) {what}{who}{when}"
	case ListCommit:
		return "{letter}) {first} dijo: {what}{when}"
	case ListDebrief:
		return "{letter}) repaso con {who}{when}"
	case ListEvent:
		return "{letter}) {event}, {when}: {people}"
	case DueToday:
		return ", hoy"
	case DueSince:
		return ", desde el {day}"
	case DueOn:
		return ", {day}"
	case ForWhom:
		return " ({first})"
	case DoneHint:
		return " LISTO {letter} cierra uno, LUEGO {letter} vie lo pasa."
	case ShowPromise:
		return "{what}{who}{when}. LISTO {letter} lo cierra, LUEGO {letter} vie lo pasa."
	case ShowDebrief:
		return "Repaso con {who}{when}. LISTO {letter} cuando se hizo."
	case PromiseDone:
		return "Listo: {what}. Gracias."
	case PromiseMoved:
		return "Para el {day}: {what}."
	case PromiseWhich:
		return "¿A qué se refiere? {options}."
	case PromiseNone:
		return "No encuentro nada pendiente de eso. LISTA muestra lo pendiente."
	case PromiseWhen:
		return "{what}: ¿para qué fecha? Por ejemplo: viernes."
	case DebriefHeld:
		return "Anotado: se hizo el repaso con {who}. Gracias."
	case DebriefAsk:
		return "Repaso: ¿{staff}, {day}? 1 bien, u otra fecha u otro nombre. 3 ninguno."
	case RestAsk:
		return "Falta: {what}. Mande lo que quiera con su nombre: correo maria@example.org. 1 nada."
	case EventAsk:
		return "¿Es {event}, {when}? 1 correcto: {first} recibe avisos. 3 no."
	case EventNew:
		return "1 lo hace un evento con avisos: \"{event}\", {when}. 3 no. El equipo puede corregirlo."
	case EventLinked:
		return "{first} recibe avisos de {event}."
	case EventListed:
		return "{first} queda en la lista de {event}: el recordatorio le toca a usted."
	case Bring:
		return " Traiga, por favor: {what}."
	case CheckInAsk:
		return "{org}: {event}, {when}{place}.{bring} ¿Puede venir? 1 voy, 2 no sé, 3 no puedo. O escriba."
	case CheckInTell:
		return "{org}: nos vemos en {event}, {when}{place}.{bring} Si algo cambia, escriba."
	case CheckInYes:
		return "Gracias: nos vemos en {event}, {when}{place}.{bring}"
	case CheckInMaybe:
		return "Gracias. Cuando sepa de {event}: 1 voy, 3 no puedo."
	case CheckInNo:
		return "Gracias por avisar de {event}. Si cambia, escriba."
	case EventPast:
		return "{event} ya va en curso o no se hace, y no se cambia nada. Una persona lee su mensaje."
	case EventMovedTell:
		return "{org}: {event} pasa del {old} al {when}{place}. ¿Puede venir? 1 voy, 2 no sé, 3 no puedo."
	case EventOffTell:
		return "{org}: {event}, {when}, se suspende. Disculpe el cambio. Si tiene una pregunta, escriba."
	case StaffEventMoved:
		return "{staff} cambia {event} al {when}. Le avisamos a quien ya lo sabe."
	case StaffEventOff:
		return "{staff} suspende {event}, {when}. Le avisamos a quien ya lo sabe."
	case WhoCame:
		return "¿Quién vino a {event}? {people}. Mande letras o nombres, TODOS, NADIE, o: todos menos Jo."
	case WhoCameAgain:
		return "Mande las letras o los nombres de quienes vinieron a {event}, TODOS o NADIE."
	case WhoCameDone:
		return "Anotado para {event}: {list}."
	case CameYes:
		return "{first} vino"
	case CameNo:
		return "{first} no vino"
	case GuestYes:
		return "{first} viene"
	case GuestMaybe:
		return "{first} no sabe: {phone}"
	case GuestNo:
		return "{first} no puede"
	case GuestOpen:
		return "{first} no contesta: {phone}"
	case ThanksAsk:
		return "Agradecimiento para {first}: \"{draft}\"{english} 1 lo manda, o escriba sus palabras. ESPERA lo detiene."
	case ThanksInYours:
		return " (es decir: \"{draft}\")"
	case ThanksAgain:
		return "Para {first}: \"{draft}\" 1 lo manda. ESPERA lo detiene."
	case ThanksSends:
		return "{first} recibe el agradecimiento."
	case ThanksHeld:
		return "Detenido: {first} no recibe un agradecimiento nuestro."
	case ThanksDone:
		return "Ya se le dieron las gracias a {first}: no se manda otra vez."
	case ThanksNot:
		return "{first} no recibe mensajes nuestros: dele las gracias usted{phone}."
	case ThanksBody:
		return "{first}, gracias por hablar con {ofirst}.{promise}{commit} Si algo cambia, escriba. -{org}"
	case PrivateThanksBody:
		return "{first}, gracias por hablar con {ofirst}.{promise}{commit} Si algo cambia, escriba."
	case ThanksPromise:
		return " {ofirst} promete: {what}."
	case ThanksCommit:
		return " Usted dijo: {what}."
	case ThanksPlain:
		return "Gracias por su tiempo y por hablar con {ofirst}. Si le queda una pregunta, escriba por este medio. -{org}"
	case PrivateThanks:
		return "Gracias por su tiempo y por hablar con {ofirst}. Si le queda una pregunta, escriba por este medio."
	case CommitmentTell:
		return "Un recordatorio de lo que le dijo a {ofirst}: {what}. Si algo cambia, escriba. -{org}"
	case PrivateCommitment:
		return "Un recordatorio de lo que le dijo a {ofirst}: {what}. Si algo cambia, escriba."
	case WebLink:
		return "Su informe como una hoja, por 48 horas: {url} Por mensaje sigue igual: INFORME."
	case WebNone:
		return "No hay una hoja para eso. INFORME empieza un informe por mensaje."
	case Untaken:
		return "Nadie se ocupa de esto desde hace 30 minutos."
	case DigestWaiting:
		return "Esperan a una persona: {n}."
	case ThanksLater:
		return "Guardado. LISTA lo muestra; si no contesta, {first} recibe un agradecimiento sencillo en 24 horas."
	case ReportHint:
		return " INFORME {letter} cuenta qué tal fue."
	case DebriefHint:
		return " LISTO {letter} cuando se hizo."
	case DigestFiled:
		return "Informes nuevos: {n}."
	case NudgeReports:
		return "{ofirst}, falta: {list}. Mande INFORME y el nombre cuando pueda. Gracias."
	}
	return ""
}
