package lang

// spanish is the Spanish catalogue: usted, no gender guessed, worded so that GSM-7 holds (it has é, ñ, ¿, ¡ and ü, but no á, í, ó, ú).
//
//nolint:gocyclo,cyclop // a table
func spanish(k Key) string {
	switch k {
	case Welcome:
		return "Hola, {first}: {by} de {org} puso su nombre en la lista de quienes organizan. Mande INFORME después de una charla, LISTA para ver lo pendiente, ? para ayuda. Los mensajes llegan de este mismo teléfono. English: EN. STOP para salir."
	case UnknownSender:
		return "Este es el canal de mensajes de {org}. No conocemos este teléfono. Una persona va a leer su mensaje. STOP para salir."
	case PersonReads:
		return "Gracias. Le escribe {org}; una persona va a leer su mensaje y le contesta. English: EN. STOP para salir."
	case Flood:
		return "Llegaron muchos mensajes de este teléfono en un minuto. Todos quedan guardados y una persona los va a ver. No hace falta repetirlos."
	case OptedOut:
		return "Listo: {org} ya no le va a escribir. Si cambia de idea, mande START."
	case OptOutDoubt:
		return "No le escribimos mientras una persona de {org} no lea esto. STOP lo detiene de una vez."
	case WelcomeBack:
		return "Qué gusto: {org} le vuelve a escribir."
	case HelpOrganizer:
		return "{org}: mande INFORME para contar una charla, LISTA para ver lo pendiente, EN para inglés. En un informe: SALTAR, VOLVER, LUEGO, HASTA AHORA, ? para ver todo.{line} STOP para salir."
	case HelpContact:
		return "{org}: escriba y una persona lo lee.{line} STOP para salir."
	case HelpLine:
		return " O llame al {phone}."
	case HelpForm:
		return "{explain} Puede decir: SALTAR, VOLVER, LUEGO, HASTA AHORA, CORREGIR 5, CORREGIR CORREO, AGREGAR y lo que falte, DE NUEVO. Ahora: {ask}"
	case HelpReview:
		return "1 entrega el informe. CORREGIR 5 o CORREGIR CORREO cambia una parte, AGREGAR y lo que falte va a las notas, HASTA AHORA lo muestra otra vez, LUEGO lo guarda, DE NUEVO empieza desde cero."
	case NotUnderstood:
		return "No me queda claro; el equipo lo va a leer. Mande INFORME para contar una charla, LISTA para ver lo pendiente, ? para ayuda."
	case MediaKept:
		return "Las fotos no nos llegan, solo el texto. ¿Nos lo escribe?"
	case NotYet:
		return "{word} no se puede por mensaje por ahora. El equipo ve lo que escribe. INFORME y LISTA funcionan; ? para ayuda."
	case LanguageNow:
		return "Desde ahora, en español."
	case ReportOpen:
		return "Informe de {me}. SALTAR, VOLVER o LUEGO cuando quiera; ? para ayuda."
	case ReportResume:
		return "Seguimos con {what}."
	case ReportNone:
		return "No hay informe abierto. INFORME empieza uno."
	case ReportLater:
		return "Guardado: {what}. Mande INFORME cuando quiera, aunque sea otra semana, y seguimos en la misma pregunta."
	case ReportPaused:
		return "Su informe sobre {what} queda guardado. Mande INFORME para seguir."
	case ReportFiled:
		return "Entregado. Gracias, {first}. {listed}{debrief}"
	case ContactListed:
		return "{who} queda en la lista de contactos. "
	case DebriefBooked:
		return "Repaso con {staff}{day}."
	case ReportFiledStaff:
		return "Le avisamos a {staff}."
	case ReportFiledWorks:
		return "Le avisamos al equipo."
	case ReportNext:
		return "Ahora, {what}:"
	case ReportGone:
		return "Ese informe ya fue entregado. INFORME empieza otro."
	case StartOverAsk:
		return "¿Empezamos desde cero el informe sobre {what}? 1 borrar lo dicho, 3 dejarlo."
	case StartOverKept:
		return "Queda como estaba."
	case ConfirmKnown:
		return "{who} en nuestra lista: {phone}, {email}. 1 todo bien, o mande lo que cambia."
	case ConfirmPhone:
		return "{who} en nuestra lista: {phone}. 1 bien, o mande el nuevo."
	case AskWhichDay:
		return "¿Qué fecha es? {options}."
	case AskSureDay:
		return "{day} no ha llegado. 1 esa fecha, o mande la fecha en que se vieron."
	case AskWhichContact:
		return "¿De quién se trata? {options}. O el nombre completo si es otra persona."
	case AskWhichReport:
		return "¿De qué informe? {options}. O INFORME NUEVO para otra charla."
	case FixNow:
		return "{label}: {value}. Mande lo nuevo, o SIGUIENTE para dejarlo."
	case FixWhich:
		return "¿De qué parte? Mande por ejemplo CORREGIR 5, o CORREGIR CORREO."
	case Added:
		return "Agregado: {label}."
	case NothingBefore:
		return "Esta es la primera pregunta."
	case KeptForStaff:
		return "Queda como lo escribe; el equipo lo revisa."
	case SoFar:
		return "Hasta ahora:"
	case SoFarNothing:
		return "Nada por ahora."
	case Review:
		return "1 lo entrega. Para cambiar algo: CORREGIR 5."
	case ReviewAgain:
		return "No me queda claro. 1 lo entrega, CORREGIR 5 cambia la parte 5, AGREGAR suma algo, LUEGO lo guarda."
	case ReviewBlank:
		return "Sin llenar: {lines}."
	case List:
		return "Pendiente:"
	case ListEmpty:
		return "No hay nada pendiente. INFORME empieza un informe."
	case ListItem:
		return "{letter}) informe sobre {what}"
	case ListGoOn:
		return " INFORME A sigue con A."
	case NudgeDraft:
		return "{first}, su informe sobre {what} queda guardado, sin entregar. Mande INFORME y seguimos en la misma pregunta."
	case StaffFiled:
		return "{organizer} manda su informe: {who}, {day}.{debrief}{link}"
	case StaffOptOut:
		return "{who} ya no recibe mensajes nuestros. Si hace falta, llame: {phone}."
	case StaffOptOutMeeting:
		return "{who} usa una palabra que termina los mensajes, pero tal vez habla de la cita. Llame y pregunte: {phone}."
	case StaffOptOutMaybe:
		return "{who} tal vez no quiere mensajes. No le mandamos nada; en 24 horas se toma como un no. Llame y pregunte: {phone}."
	case By:
		return "para el"
	case NoDay:
		return "fecha sin saber"
	case SomebodyMet:
		return "una charla"
	case Them:
		return "esa persona"
	case ConsentYesShort:
		return "Mensajes: acepta"
	case ConsentNoShort:
		return "Mensajes: no"
	case ConsentNotAsked:
		return "Mensajes: sin preguntar"
	case EchoSkipped:
		return "Listo, se salta."
	case EchoNone:
		return "Nada."
	case StaffUnnamed:
		return "el equipo"
	case OurStaff:
		return "el equipo"
	case StaffNobody:
		return "no hay nadie del equipo en la lista"
	}
	if t := spanishMeet(k); t != "" {
		return t
	}
	if t := spanishAfter(k); t != "" {
		return t
	}
	return spanishForm(k)
}

// spanishForm has the texts of the report form, by field.
//
//nolint:gocyclo,cyclop // a table
func spanishForm(k Key) string {
	switch k {
	case "ask.met_on":
		return "¿En qué fecha se vieron? \"Hoy\", \"martes\" o una fecha."
	case "ask.contact":
		return "¿Con quién se vio? Nombre y apellido."
	case "ask.contact_phone":
		return "¿El teléfono de {who}?"
	case "ask.contact_email":
		return "¿El correo de {who}?"
	case "ask.consent":
		return "¿{who} acepta recibir mensajes nuestros? 1 acepta, 2 no le pregunté, 3 no."
	case "ask.best_way":
		return "¿Qué es lo mejor para hablar con {who}? Mensaje, llamada, correo, o en sus palabras."
	case "ask.needs":
		return "¿Qué necesita {who} para participar: acceso, idioma, quien cuide a sus hijos, comida? NADA si no hay."
	case "ask.relationship":
		return "¿De qué se conocen usted y {who}?"
	case "ask.learned":
		return "¿Qué supo de {who}: quién es, qué quiere que cambie, qué papel puede tener? En los mensajes que quiera."
	case "ask.commitment":
		return "¿A qué se compromete {who}, y para qué fecha? NADA si no hay."
	case "ask.commitment_due":
		return "¿Para qué fecha lo hace {who}? SALTAR si no hay."
	case "ask.next_steps":
		return "¿Qué otros pasos acepta dar {who}? NADA si no hay."
	case "ask.follow_ups":
		return "¿Qué va a hacer usted por {who}, y para qué fecha? Una cosa por mensaje. NADA si no hay."
	case "ask.follow_ups_due":
		return "¿Para qué fecha lo hace usted? SALTAR si no hay."
	case "ask.staff_follow_up":
		return "¿Con quién del equipo hace el repaso? {staff}. NADIE si no hay."
	case "ask.staff_follow_up_on":
		return "¿En qué fecha es el repaso con {staff}?"
	case "ask.staff_notes":
		return "¿Qué debe saber {staff} antes del repaso? NADA si no hay."
	case "ask.notes":
		return "¿Otra cosa que guardar? NADA si no hay."
	case "explain.met_on":
		return "Una fecha, por ejemplo: hoy, ayer, martes, 23 nov."
	case "explain.organizer":
		return "Nombre y apellido de quien informa."
	case "explain.contact":
		return "Su nombre, por ejemplo: Maria Lopez."
	case "explain.contact_phone":
		return "Diez cifras, por ejemplo: 206-555-0142. SALTAR si no hay."
	case "explain.contact_email":
		return "Un correo, por ejemplo: maria@example.org. SALTAR si no hay."
	case "explain.consent":
		return "1 acepta mensajes, 2 no le pregunté, 3 no quiere."
	case "explain.best_way":
		return "Unas palabras, por ejemplo: llamar después de las 6."
	case "explain.needs":
		return "Unas palabras, por ejemplo: no puede subir escaleras. NADA si no hay."
	case "explain.relationship":
		return "Unas palabras, por ejemplo: es gente del barrio, de la escuela."
	case "explain.learned":
		return "En sus palabras, por ejemplo: quiere mejor transporte, puede prestar su casa. En los mensajes que quiera; SIGUIENTE avanza de una vez."
	case "explain.commitment":
		return "Por ejemplo: ir a la junta el jue 10 dic. NADA si no hay."
	case "explain.commitment_due":
		return "Una fecha, por ejemplo: jueves, 10 dic. SALTAR si no hay."
	case "explain.next_steps":
		return "Por ejemplo: hablar con dos familias. NADA si no hay."
	case "explain.follow_ups":
		return "Por ejemplo: mandar el volante para el martes. Una cosa por mensaje. NADA si no hay."
	case "explain.follow_ups_due":
		return "Una fecha, por ejemplo: martes, 8 dic. SALTAR si no hay."
	case "explain.staff_follow_up":
		return "Mande un nombre o su cifra: {staff}. NADIE si no hay."
	case "explain.staff_follow_up_on":
		return "Una fecha, por ejemplo: lunes, 7 dic. SALTAR si no hay."
	case "explain.staff_notes":
		return "En sus palabras, por ejemplo: es su primera vez, quiere aprender. NADA si no hay."
	case "explain.notes":
		return "En sus palabras, por ejemplo: le queda mejor la tarde. NADA si no hay."
	case "label.met_on":
		return "Fecha"
	case "label.organizer":
		return "De"
	case "label.contact":
		return "Con"
	case "label.contact_phone":
		return "Tel"
	case "label.contact_email":
		return "Correo"
	case "label.consent":
		return "Mensajes"
	case "label.best_way":
		return "Hablarle"
	case "label.needs":
		return "Necesita"
	case "label.relationship":
		return "Se conocen"
	case "label.learned":
		return "Supo"
	case "label.commitment":
		return "Compromiso"
	case "label.commitment_due":
		return "Para el"
	case "label.next_steps":
		return "Pasos"
	case "label.follow_ups":
		return "Usted promete"
	case "label.follow_ups_due":
		return "Promete para"
	case "label.staff_follow_up":
		return "Repaso"
	case "label.staff_follow_up_on":
		return "Fecha del repaso"
	case "label.staff_notes":
		return "Al equipo"
	case "label.notes":
		return "Notas"
	case "ask.open":
		return "¿Falta algo? Mande lo que quiera con su nombre, como: correo maria@example.org. 1 nada."
	case "explain.open":
		return "Por ejemplo: necesita transporte. 1 nada."
	case "label.open":
		return "Falta"
	case "label.event":
		return "Evento"
	}
	return ""
}
