package report

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	form "github.com/reportback/reportback/internal/core/report"
)

// words are the page's own, in the organizer's language.
type words struct {
	Title, Save, File, Saved, Filed, FiledMore, Gone, GoneMore, ByText, Review, Name string
	// what a text says of an answer that there is not
	Empty *strings.Replacer
}

func wordsIn(tag lang.Tag) words {
	if tag == lang.Spanish {
		return words{
			Title: "Su informe", Save: "Guardar", File: "Guardar y entregar", Saved: "Guardado.", Filed: "Este informe ya se entregó. Gracias.",
			FiledMore: "Si falta algo, mande un mensaje al mismo número.", Gone: "Esta hoja ya no está.",
			GoneMore: "Mande WEB al mismo número para recibir otra.",
			ByText:   "También puede seguir por mensaje: INFORME.", Review: "Guardado como lo escribió; el equipo lo revisa.",
			Name: "Un nombre del equipo, o nada.",
			Empty: strings.NewReplacer("SALTAR si no hay", "Déjelo vacío si no hay", "NADA si no hay", "Déjelo vacío si no hay", "por mensaje",
				"por renglón"),
		}
	}
	return words{
		Title: "Your report", Save: "Save", File: "Save and file", Saved: "Saved.", Filed: "This report is filed. Thank you.",
		FiledMore: "If something is missing, text the same number.", Gone: "This page is not here any more.",
		GoneMore: "Text WEB to the same number for a new one.",
		ByText:   "You can go on by text too: REPORT.", Review: "Kept as you wrote it; staff look at it.",
		Name:  "A name of the staff, or nothing.",
		Empty: strings.NewReplacer("SKIP if", "Leave it empty if", "NONE is fine", "Leave it empty if there is nothing"),
	}
}

// choicesOf are the answers about texts, and whatever else stands there.
func choicesOf(tag lang.Tag, now string) []choice {
	said := []string{"not said yet", "yes, texts are OK", "no", "I did not ask"}
	if tag == lang.Spanish {
		said = []string{"sin decir", "sí, acepta mensajes", "no", "no le pregunté"}
	}
	out, known := []choice{}, false
	for i, value := range []string{"", "yes", "no", "not asked"} {
		out, known = append(out, choice{value, said[i], value == now}), known || value == now
	}
	if !known {
		out = append(out, choice{now, now, true})
	}
	return out
}

// labelOf names a field on the page, where there is room for it; texts have words of their own.
func labelOf(tag lang.Tag, n form.Name) string {
	labels := map[form.Name][2]string{
		form.MetOn:         {"Day you met", "Día en que se vieron"},
		form.Contact:       {"Whom you met", "Con quién se vio"},
		form.ContactPhone:  {"Their phone", "Su teléfono"},
		form.ContactEmail:  {"Their email", "Su correo"},
		form.Consent:       {"Are texts OK with them?", "¿Acepta mensajes?"},
		form.BestWay:       {"Best way to reach them", "La mejor manera de hablarle"},
		form.Needs:         {"What they need to take part", "Qué necesita para participar"},
		form.Relationship:  {"How you know each other", "De dónde se conocen"},
		form.Learned:       {"What you learned", "Lo que supo"},
		form.Commitment:    {"What they will do", "Lo que va a hacer"},
		form.CommitmentDue: {"By when they will", "Para cuándo lo hará"},
		form.NextSteps:     {"What comes next", "Lo que sigue"},
		form.FollowUps:     {"What you promised", "Lo que usted prometió"},
		form.FollowUpsDue:  {"By when you will", "Para cuándo lo prometió"},
		form.StaffFollowUp: {"Who on staff you debrief with", "Con quién del equipo repasa"},
		form.StaffOn:       {"Day of the debrief", "Día del repaso"},
		form.StaffNotes:    {"For staff to know", "Para el equipo"},
		form.Notes:         {"Anything else", "Algo más"},
	}
	both, ok := labels[n]
	switch {
	case !ok:
		return lang.Text(tag, lang.Label(string(n)))
	case tag == lang.Spanish:
		return both[1]
	}
	return both[0]
}
