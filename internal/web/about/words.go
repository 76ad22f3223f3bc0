package about

// words are the page's sentences in one language.
type words struct {
	Title, Lead          string
	Switch, SwitchTitle  string
	Sections             []section
	CallUs, NobodyToCall string
}

// section is one heading with what stands below it.
type section struct {
	ID, Title string
	Lines     []string
}

func english(f Facts) words {
	number := "Texts come from one number, which you can save."
	if f.Number != "" {
		number = "Texts come from " + f.Number + ". You can save that number."
	}
	tools := []string{}
	if f.Tools {
		tools = []string{"Other programs that " + f.Org + " uses for its own work get these records too."}
	}
	return words{
		Title: "About these texts", Lead: f.Org + " uses this service to set up one-on-one meetings and to keep what was promised in them.",
		Switch: "En español", SwitchTitle: "Esta página en español",
		CallUs: "You can call us at", NobodyToCall: "To reach a person, just answer a text: people read the answers.",
		Sections: []section{
			{"who", "Who texts you", []string{
				"An organizer of " + f.Org + " whom you met, or who asked to meet you. The organizer gave us your number and told us that texts " +
					"are all right with you; the first text says who it was.",
				number,
			}},
			{"why", "Why", []string{
				"To remind you of a meeting you planned with the organizer, to let you move it or say no, to thank you, and to check in before an " +
					"event that you said you would come to. There are a few texts for each meeting, by day. We sell nothing and ask for no money.",
			}},
			{"readers", "Who reads what you write", []string{
				"The organizer you meet and the staff of " + f.Org + ". A program reads it first, to understand simple answers such as 1, yes or " +
					"Friday at 4. Other contacts never see it.",
				"Texts are not secret: your phone company and ours carry them, and whoever holds your phone can read them. Please do not text " +
					"about your health, your papers or your case. Tell the organizer in person.",
			}},
			{"stop", "How to stop", []string{
				"Answer STOP at any time. You get one confirmation, then nothing more, from any organizer of ours. START brings the texts back. " +
					"If the number is not yours, answer WRONG NUMBER.",
				"Your meeting stays as planned when you stop the texts. Tell the organizer if you want to call it off.",
			}},
			{"help", "Help, language, costs", []string{
				"Answer HELP for help and ES for Spanish. Message and data rates of your own plan may apply.",
			}},
			{"privacy", "What we keep", append([]string{
				"Your name, your number, the texts, when you met and what the organizer wrote down about it: what you want to change, what you " +
					"said you would do. We keep when and how you agreed to texts.",
				"We do not sell it or pass it on for advertising, and your number and your consent go to nobody else for their own texts. The " +
					"companies that carry the texts have to see them to deliver them.",
				"You can ask to see what we have, to correct it, or to have it erased: your name, your number and your words then go, and only " +
					"counts stay.",
			}, tools...)},
		},
	}
}

func spanish(f Facts) words {
	number := "Los mensajes llegan de un solo número, que puede guardar."
	if f.Number != "" {
		number = "Los mensajes llegan del " + f.Number + ". Puede guardar ese número."
	}
	tools := []string{}
	if f.Tools {
		tools = []string{"Otros sistemas que " + f.Org + " usa para su propio trabajo también reciben estos datos."}
	}
	return words{
		Title: "Sobre estos mensajes", Lead: f.Org + " usa este servicio para acordar reuniones de persona a persona y para cumplir lo que " +
			"se prometió en ellas.",
		Switch: "In English", SwitchTitle: "This page in English",
		CallUs: "Puede llamarnos al", NobodyToCall: "Para hablar con una persona, conteste un mensaje: personas leen las respuestas.",
		Sections: []section{
			{"who", "Quién le escribe", []string{
				"Alguien que organiza en " + f.Org + " y a quien usted conoció, o que le pidió una reunión. Esa persona nos dio su número y nos " +
					"dijo que usted acepta mensajes; el primer mensaje dice quién fue.",
				number,
			}},
			{"why", "Por qué", []string{
				"Para recordarle una reunión que acordó, para que pueda cambiarla o decir que no, para darle las gracias, y para preguntar antes " +
					"de un evento al que dijo que iría. Son pocos mensajes por reunión, de día. No vendemos nada ni pedimos dinero.",
			}},
			{"readers", "Quién lee lo que usted escribe", []string{
				"La persona con quien se reúne y el personal de " + f.Org + ". Primero lo lee un programa, para entender respuestas sencillas " +
					"como 1, sí o viernes a las 4. Otros contactos nunca lo ven.",
				"Los mensajes no son secretos: los llevan su compañía de teléfono y la nuestra, y quien tenga su teléfono puede leerlos. Por " +
					"favor no escriba sobre su salud, sus papeles ni su caso. Dígalo en persona.",
			}},
			{"stop", "Cómo dejar de recibirlos", []string{
				"Conteste STOP o ALTO cuando quiera. Recibe una confirmación y después nada más, de nadie que organice con nosotros. START los " +
					"trae de vuelta. Si el número no es suyo, conteste NÚMERO EQUIVOCADO.",
				"Su reunión sigue en pie aunque pare los mensajes. Avise a la persona con quien se reúne si quiere cancelarla.",
			}},
			{"help", "Ayuda, idioma, costos", []string{
				"Conteste HELP para recibir ayuda y EN para inglés. Su plan puede cobrar por mensajes y datos.",
			}},
			{"privacy", "Qué guardamos", append([]string{
				"Su nombre, su número, los mensajes, cuándo se reunieron y lo que se anotó de la reunión: qué quiere cambiar, qué dijo que haría. " +
					"Guardamos cuándo y cómo aceptó los mensajes.",
				"No lo vendemos ni lo damos para publicidad, y su número y su permiso no pasan a nadie más para sus propios mensajes. Las " +
					"compañías que llevan los mensajes tienen que verlos para entregarlos.",
				"Puede pedir ver lo que tenemos, corregirlo o borrarlo: entonces se van su nombre, su número y sus palabras, y solo quedan las " +
					"cuentas.",
			}, tools...)},
		},
	}
}
