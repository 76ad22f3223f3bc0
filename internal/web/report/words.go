package report

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
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
