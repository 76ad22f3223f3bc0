package understand_test

import (
	"testing"

	"github.com/reportback/reportback/internal/core/understand"
)

// TestPromisesNothing holds that a no is none however it is said, and that a deed beside it is none of it.
func TestPromisesNothing(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"nah shes not ready yet", "nothin really just said id be around", "nope all good", "no need", "thats it", "she needs more time",
		"todavia no se anima, lo va a pensar", "no es todo", "ya es todo gracias", "not really, she wants to talk to her husband first",
		"she said maybe later", "pues no, por ahora no", "no quiso comprometerse", "nel", "im good", "none rn", "nah", "she doesn't want to sign",
		"no, tiene miedo de firmar", "nothing big", "zilch", "she's on the fence", "she didn't promise anything", "no le prometí nada",
		"nada nada",
		"no promises", "no promises from me", "no promises this time lol", "sin promesas", "ninguna promesa", "no prometimos nada",
		"didnt ask her for anything", "she wouldnt commit to a thing", "she might come to the dec 10 thing no promises tho",
	} {
		if !understand.PromisesNothing(s) {
			t.Errorf("%q is nothing promised", s)
		}
	}
	for _, s := range []string{
		"nah but she'll call me", "no, she will come to the meeting", "nothing big just bring her the flyer", "talk to two neighbors",
		"not sure but I said I'd call her", "pues nada, le llamo otro día", "she'll think of names and send them", "no, dijo que va a venir",
		"bring chairs, nothing else", "will get back to me by friday", "invitar a su vecina primero", "knock on doors first", "sign the petition",
		"no meat at the potluck, she'll bring beans", "call the landlord, she isn't scared", "todavía no pero va a firmar",
		"bring chairs by Dec 3, no promises on the tent",
	} {
		if understand.PromisesNothing(s) {
			t.Errorf("%q promises something", s)
		}
	}
}

func TestOnlyThanks(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"thx ur the best", "thank you so much for your help!", "mil gracias por todo", "gracias, que dios la bendiga",
		"thanks a lot lol", "muchísimas gracias por su ayuda",
	} {
		if !understand.OnlyThanks(s) {
			t.Errorf("%q does not only thank", s)
		}
	}
	for _, s := range []string{
		"thanks! can you also text jo", "gracias pero no puedo", "the best", "thanks for the flyer, she wants more", "no thanks stop",
		"gracias, y el jueves qué", "ok cool she seems nice",
	} {
		if understand.OnlyThanks(s) {
			t.Errorf("%q only thanks", s)
		}
	}
}
