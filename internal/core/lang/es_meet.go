package lang

// spanishMeet has the Spanish texts about planned one-on-ones.
//
//nolint:gocyclo,cyclop // a table
func spanishMeet(k Key) string {
	switch k {
	case FirstText:
		return "Hola, {first}. Le escribe {org} de parte de {organizer}, que nos dio su teléfono. {ofirst} quiere hablar con usted el {when}{place}, unos {minutes} min.{choose} Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba: lo leen {ofirst} y el equipo. English: EN. STOP para salir."
	case FirstAgain:
		return "{org}, de parte de {organizer}: {ofirst} quiere hablar con usted el {when}{place}, unos {minutes} min.{choose} Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba.{stop}"
	case FirstHanded:
		return "Hola, {first}. Le escribe {org} de parte de {organizer}, en lugar de {before}, que nos dio su teléfono. {ofirst} quiere hablar con usted el {when}{place}, unos {minutes} min.{choose} Responda 1 si puede, 2 para otra hora, 3 si no. O escriba: lo leen {ofirst} y el equipo. English: EN. STOP para salir."
	case Handed:
		return "Ahora habla con usted {organizer}, en lugar de {before}."
	case StopLine:
		return " STOP para salir."
	case ChoosePlace:
		return " Usted escoge el lugar: escriba su nombre."
	case AtPlace:
		return ", {place}"
	case TwoDaysAsk:
		return "{org}, de parte de {organizer}: ¿puede el {when}{place}? Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba."
	case TwoDaysTell:
		return "{org}: nos vemos el {when}{place}, con {organizer}. Si algo cambia, escriba por este medio."
	case TodayWord:
		return "Hoy"
	case TomorrowWord:
		return "Mañana"
	case DayOfTell:
		return "{day}, {when}: {organizer} le espera en {place}. ¿Va tarde o no encuentra el lugar? Escriba. -{org}"
	case DayOfTellNoPlace:
		return "{day}, {when}: habla con {organizer}. ¿Va tarde o tiene una pregunta? Escriba. -{org}"
	case DayOfAsk:
		return "{day}, {when}{place}: ¿puede hablar con {organizer}? Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba. -{org}"
	case ChangedAsk:
		return "{org}, de parte de {organizer}: lo del {old} pasa al {when}{place}. Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba."
	case ChangedPlace:
		return "{org}, de parte de {organizer}: otro lugar para el {when}: {place}. Si no le queda bien, escriba por este medio."
	case CalledOffTell:
		return "{org}: lo del {when} con {organizer} se suspende. Disculpe el cambio. Si tiene una pregunta u otro momento en mente, escriba por este medio."
	case ProposalThanks:
		return "Gracias. Le preguntamos a {ofirst} por el {new}. Mientras tanto, lo del {when} queda suspendido. Le avisamos en cuanto conteste."
	case ProposalAskWhen:
		return "Claro. ¿En qué momento le queda bien? Por ejemplo: el viernes a las 4 PM. Le preguntamos a {ofirst}."
	case ProposalToOrganizer:
		return "{who} pide el {new}. Lo del {when} queda suspendido. Responda 1 de acuerdo, 3 no puedo, u otro momento. O llame: {phone}."
	case ProposalOpenTo:
		return "{who} pide otra hora que el {when}, que queda suspendido. Mande otro momento y se lo ofrecemos, o llame: {phone}."
	case CounterAsk:
		return "{org}, de parte de {organizer}: ¿y el {new}{place}? Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba."
	case CounterSent:
		return "Le preguntamos a {first} por el {new}. Le avisamos cuando conteste. Lo del {when} sigue suspendido."
	case SettledTell:
		return "Quedamos: {when}{place}, con {organizer}. Si algo cambia, escriba por este medio. -{org}"
	case SettledOrganizer:
		return "{who} dice que puede el {when}: queda acordado."
	case AcceptedAnswer:
		return "Acordado: {who}, {when}{place}. {told}"
	case OldTimeAsk:
		return "{ofirst} no puede el {new}. ¿Y el {when}{place}, como estaba? Responda 1 si puede, 2 para otra hora, 3 si no puede. -{org}"
	case RefusedAnswer:
		return "Bien, el {new} no. Le preguntamos a {first} si puede el {when}, como estaba."
	case RefusedGone:
		return "Bien, el {new} no. Ya no da tiempo para lo del {when}: llame a {first}, {phone}."
	case CallYou:
		return "Gracias. Por mensaje no se arregla: {ofirst} le va a llamar. -{org}"
	case CallThem:
		return "{who} ahora pide el {new}. Ya van dos ofertas: mejor llame al {phone}. 1 acepta el {new}."
	case YesAnswer:
		return "Gracias: {when}{place}, con {organizer}. Si algo cambia, escriba por este medio."
	case NoAnswer:
		return "Gracias por avisar. Se lo decimos a {ofirst}. Si le queda bien otro momento, escriba, por ejemplo: viernes a las 4 PM."
	case MaybeAnswer:
		return "Gracias, se lo decimos a {ofirst}. Cuando sepa: 1 puedo, 2 otra hora, 3 no puedo."
	case YesAfterChange:
		return "Para confirmar, porque hubo un cambio: {when}{place}. Responda 1 si puede, 2 para otra hora, 3 si no puede."
	case DigitPast:
		return "Lo del {when} ya va en curso y no se cambia nada. {ofirst} recibe su mensaje."
	case DigitOff:
		return "Lo del {when} queda suspendido y no se cambia nada. ¿Qué le quiere decir a {ofirst}?"
	case DigitNothing:
		return "Gracias. No hay pregunta abierta: ¿qué nos quiere decir? Lo lee una persona."
	case RelayedAnswer:
		return "Gracias, {ofirst} recibe su mensaje."
	case WhoAnswer:
		return "Somos {org} y le escribimos de parte de {organizer}, que nos dio su teléfono para ponerse de acuerdo y hablar{when}. Su respuesta la lee una persona. STOP para salir."
	case WhoHanded:
		return "Somos {org} y le escribimos de parte de {organizer}, en lugar de {before}, que nos dio su teléfono para ponerse de acuerdo y hablar{when}. Su respuesta la lee una persona. STOP para salir."
	case PrivateWho:
		return "Le escribimos de parte de {ofirst}, que tiene su teléfono para ponerse de acuerdo y hablar{when}. Su respuesta la lee una persona. STOP para salir."
	case OnDay:
		return ": {when}"
	case WrongAnswer:
		return "Disculpe, fue un error nuestro. Ya no le vamos a escribir por esto. STOP para no recibir nada nuestro."
	case WhereAnswer:
		return "{when}{place}."
	case WhereNot:
		return "El lugar del {when} no se ha fijado. {ofirst} recibe su pregunta."
	case ConfirmedTell:
		return "{who} dice que puede: {when}{place}."
	case DeclinedTell:
		return "{who} no puede el {when}. Para ofrecer otra hora: MOVER {first} y otro momento. O llame: {phone}."
	case RelayTell:
		return "{who}: \"{words}\" Para contestar: DILE {first} y lo que quiera decir."
	case ToldText:
		return "{organizer}: {words} -{org}"
	case WrongNumberTell:
		return "El teléfono {phone} dice que no es de {who}: \"{words}\" Ya no le escribimos. ¿El teléfono de {first}? O SALTAR, y usted llama."
	case StaffUnreached:
		return "Nuestros mensajes no le llegan a {who}. Por favor llame: {phone}."
	case PlanAskWho:
		return "¿Con quién se va a ver? Nombre y apellido."
	case PlanAskPhone:
		return "¿El teléfono de {first}? SALTAR si no hay: entonces llama usted."
	case PlanAskWhen:
		return "¿En qué momento? Por ejemplo: jueves 3 PM."
	case PlanAskTime:
		return "{day}: ¿a qué hora?"
	case PlanAskDay:
		return "A las {clock}, ¿qué fecha?"
	case PlanAskWhich:
		return "¿A qué se refiere? {options}."
	case PlanAskSure:
		return "{when}: {odd}. 1 es correcto, o mande otro momento."
	case OddPast:
		return "ya es pasado"
	case OddEarly:
		return "es de madrugada"
	case OddFar:
		return "falta mucho"
	case OddClock:
		return "en ese momento cambia la hora"
	case PlanAskWhere:
		return "¿En qué lugar? O: que escoja {first}. SALTAR si no sabe."
	case PlanAskWhichPerson:
		return "¿A quién se refiere? {options}. O el nombre completo si es otra persona."
	case PlanPhoneAgain:
		return "Ese no es un teléfono que podamos usar. Diez cifras, por ejemplo: 206-555-0142. SALTAR si no hay."
	case PlanPhoneWrong:
		return "Ese teléfono nos dijo que no es de {first}. ¿Otro teléfono? SALTAR si no hay: entonces llama usted."
	case PlanEchoAsk:
		return "{facts} ¿{first} acepta mensajes? 1 acepta, guardar. 2 no o no le pregunté: guardar, y usted llama. O cambie: \"a las 4\", \"en inglés\", \"en privado\"."
	case PlanEchoSave:
		return "{facts} 1 guarda, y {first} recibe un mensaje. O cambie: \"a las 4\", \"en inglés\", \"en privado\"."
	case PlanEchoCall:
		return "{facts} {why}: llama usted. 1 guarda. O cambie: \"a las 4\", \"en la biblioteca\"."
	case WhyNoPhone:
		return "{first} no recibe mensajes"
	case WhyOptedOut:
		return "{first} no quiere mensajes"
	case WhyUnreached:
		return "Nuestros mensajes no le llegan a {first}"
	case WhyCalls:
		return "{first} prefiere una llamada"
	case PlanFacts:
		return "{who}{phone}, {when}{place}, {minutes} min.{extra}"
	case FactPrivate:
		return " En privado."
	case FactSpanish:
		return " Mensajes en español."
	case FactEnglish:
		return " Mensajes en inglés."
	case FactChooses:
		return ", {first} escoge el lugar"
	case FactHoliday:
		return " ({holiday})"
	case FactAlso:
		return " También tiene a {first} el {when}."
	case PlanAgain:
		return "No me queda claro. 1 guarda; o mande lo que cambia: a las 4, viernes, en la biblioteca, en inglés. SUSPENDER lo borra."
	case PlanKept:
		return "Guardado como nota: \"{words}\"."
	case PlanDropped:
		return "Borrado: no se guarda nada y nadie recibe mensajes."
	case PlanKnown:
		return "Eso ya lo tiene: {what}. No se repite nada."
	case PlanSaved:
		return "Guardado: {what}. {texts}{more}"
	case SavedTexts:
		return "{first} recibe un mensaje {list}. Le avisamos de cada respuesta."
	case SavedNow:
		return "ahora"
	case SavedAnd:
		return "y"
	case SavedNone:
		return "{first} no recibe mensajes: llama usted{phone}."
	case SavedSoon:
		return "Ya no da tiempo para un mensaje a {first}: llama usted{phone}."
	case SavedCallNumber:
		return ", {phone}"
	case SavedMore:
		return " PREPARAR, CONSEJO o LISTA cuando quiera."
	case SavedNext:
		return " Sigue: "
	case SavedChanged:
		return "Cambiado: {what}. {told}"
	case ToldContact:
		return "{first} recibe un mensaje."
	case ToldLater:
		return "{first} recibe un mensaje el {when}."
	case NotTold:
		return "{first} no recibe mensajes: por favor llame al {phone}."
	case NotToldNow:
		return "Por la hora, no se le puede escribir a {first} antes: por favor llame al {phone}."
	case NotYetTold:
		return "A {first} no le hemos dicho nada."
	case NoNumber:
		return "(sin teléfono)"
	case MeetingLine:
		return "{who}, {when}{place}"
	case MoveAskWhen:
		return "{what}: ¿a qué otro momento?"
	case MoveNone:
		return "No encuentro esa charla. LISTA las muestra; CITA pone otra."
	case WhichMeeting:
		return "¿A qué se refiere? {options}."
	case Moved:
		return "Cambio hecho: {what}. {told}"
	case CalledOffAnswer:
		return "Se suspende: {what}. {told}"
	case MoveOver:
		return "{what}: ya va en curso o ya es pasado. CITA pone otra."
	case TellWho:
		return "¿A quién? Por ejemplo: DILE Maria que estoy en la mesa del fondo."
	case TellSent:
		return "Para {first}: \"{words}\""
	case TellCannot:
		return "{first} no recibe mensajes: por favor llame al {phone}. No se manda."
	case SendAsk:
		return "1 mandar a {first}: \"{words}\".{report}"
	case SendReport:
		return " 2 es para el informe."
	case SendNot:
		return " 3 no mandar."
	case SendDropped:
		return "Bien, no se manda."
	case PrivateOn:
		return "En privado: desde ahora los mensajes a {first} no dicen grupo, lugar ni apellido. {first} puede preguntar DONDE."
	case PrepTitle:
		return "PREPARAR {what}."
	case PrepKnown:
		return " La vez pasada, {day}.{commit}{promise}"
	case PrepCommit:
		return " Dijo: {what}."
	case PrepPromise:
		return " Su promesa: {what}."
	case PrepNeeds:
		return " Necesita: {what}."
	case PrepSheet:
		return "1 Empiece: quién es usted, por qué esa persona, quién les puso en contacto. 2 Pregunte por su historia y qué quiere cambiar. Escuche 70%. 3 Reconozca lo que sabe hacer. 4 Pida una cosa, con fecha. Lugar: ¿se puede hablar? ¿le cuesta dinero? ¿comida, acceso? Que escoja."
	case NoteSaved:
		return "Anotado en {what}. Solo lo ven usted y el equipo."
	case NoteWhat:
		return "Mande NOTA y lo que quiera guardar."
	case NoteNone:
		return "Guardado como idea, porque no hay charla cerca: \"{words}\"."
	case IdeaSaved:
		return "Guardado para invitar: {words}. LISTA lo muestra."
	case ListMeeting:
		return "{letter}) {when} {first}{state}"
	case StateConfirmed:
		return ", confirma"
	case StateNoAnswer:
		return ", sin respuesta"
	case StateProposed:
		return ", pide otra hora"
	case StateDeclined:
		return ", no puede"
	case StateCall:
		return ", llame al {phone}"
	case ListMeetHint:
		return " MOVER A vie 4pm, SUSPENDER A. Una letra sola muestra detalles."
	case ListCut:
		return " Y faltan {n}."
	case MorningHead:
		return "{day}."
	case MorningMeet:
		return "{letter}) {when} {first}{place}{state}"
	case MorningCall:
		return ", no contesta: llame al {phone}"
	case MorningTail:
		return " Una letra sola muestra detalles."
	case ShowMeeting:
		return "{who}, {when}{place}, {minutes} min{state}.{phone} MOVER {letter} y otro momento, SUSPENDER {letter}, DILE {first}, PREPARAR {first}."
	case ShowPhone:
		return " {phone}."
	case StaffProposal:
		return "{who} ({phone}) le pide a {organizer} ({ophone}) otra hora que el {when}; no hay respuesta. Ayude a que se pongan de acuerdo."
	case StaffUnanswered:
		return "{who} ({phone}) escribe sobre el {when} con {organizer} ({ophone}) y nadie ha contestado: \"{words}\""
	case StaffWrote:
		return "{staff}: {words} -{org}"
	case StaffMoved:
		return "{staff} pasa lo de {who} del {old} al {when}."
	case StaffOff:
		return "{staff} suspende lo de {who}, {when}."
	case StaffHanded:
		return "{staff} le pasa lo que llevaba {ofirst}: contactos {contacts}, charlas {meetings}, informes abiertos {reports}, promesas {promises}. LISTA muestra lo que sigue."
	case PrivateAsk:
		return "{organizer}: ¿puede el {when}? Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba."
	case PrivateTell:
		return "{when}, con {organizer}. Si algo cambia, escriba por este medio. DONDE dice el lugar."
	case PrivateCounter:
		return "{organizer}: ¿y el {new}? Responda 1 si puede, 2 para otra hora, 3 si no puede. O escriba."
	case PrivateOff:
		return "Lo del {when} con {organizer} se suspende. Si tiene otro momento en mente, escriba por este medio."
	case PrivateCall:
		return "Gracias. Por mensaje no se arregla: {ofirst} le va a llamar."
	case PrivateTold:
		return "{organizer}: {words}"
	case Tip1:
		return "Escuche el 70% y hable el 30%. Cuente sus preguntas, no sus ideas."
	case Tip2:
		return "Diga desde el inicio por qué quiere hablar y quién les puso en contacto. Sin rodeos."
	case Tip3:
		return "Pida una cosa, con fecha. \"Pronto\" no es un compromiso."
	case Tip4:
		return "Pregunte por qué dos veces: la segunda respuesta es la historia."
	case Tip5:
		return "Cuente algo suyo al principio. La confianza se hace entre dos."
	case Tip6:
		return "No venda nada. Lo que importa es la persona, no la tarea."
	case Tip7:
		return "Con 30 a 45 minutos basta. Diga desde el inicio hasta qué hora puede."
	case Tip8:
		return "Tome 15 minutos después para hacer el informe, con todo fresco."
	case Tip9:
		return "Antes de tomar notas, pregunte si le parece bien."
	case Tip10:
		return "Pregunte qué le hace falta para participar: quien cuide a los hijos, idioma, escaleras, comida."
	}
	return ""
}
