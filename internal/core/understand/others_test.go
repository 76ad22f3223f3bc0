package understand

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// TestAStopToldOfSomebodyElse: an organizer who says that a contact wants to be left alone, and look-alikes that tell something else.
func TestAStopToldOfSomebodyElse(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"dice que no le interesa y que ya no la busquemos", "que ni la llamemos", "que no la llamemos mas",
		"no quiere que la molestemos", "pidio que no la contactemos", "que ya ni le hablemos",
		"no quiere saber nada de nosotros", "no quiere nada con nosotros", "me dijo que la dejemos en paz",
		"que la dejen tranquila", "ya no quiere que la busquen", "que no le marquemos",
		"she said to leave her be", "she dont want nothing to do w us", "she told me dont call her no more",
		"she said never contact her again", "wants nothing to do with us", "asked us not to reach out again",
		"she wants us to leave her alone", "told me to lose her number", "doesnt want to hear from us again",
		"said please dont reach out anymore", "not interested and doesnt want any more contact",
		"wants to be left alone",
	} {
		if !StopsForOther(s, []string{"Rosa"}) {
			t.Errorf("%q is no stop", s)
		}
	}
	for _, s := range []string{
		"no la busqué ayer", "no le escribí todavía", "no le mandé el volante", "no la llamé",
		"su casero no la deja en paz", "no quiere que la molesten en el trabajo", "i didnt call her",
		"she doesnt want the landlord to contact her again", "she wants nothing to do with the landlord",
		"dice que no la llamemos antes de las 5",
	} {
		if StopsForOther(s, []string{"Rosa"}) {
			t.Errorf("%q is a stop", s)
		}
	}
}

// TestAPauseEndsOnTheDayThatIsNamed, and not with the week that is spoken of beside it.
func TestAPauseEndsOnTheDayThatIsNamed(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	c := when.Context{At: time.Date(2026, 11, 24, 9, 0, 0, 0, zone), Zone: zone, Mode: when.Plan}
	for text, want := range map[string]string{
		"im on vacation next week pls no texts til the 7th": "2026-12-07",
		"no me escriban hasta el 7":                         "2026-12-07",
		"dont text me until next week":                      "2026-11-30",
		"no texts till after the 5th":                       "2026-12-06",
		"no texts thru the 10th":                            "2026-12-11",
		"im away through the 10th":                          "2026-12-11",
		"dont text me thru dec 10":                          "2026-12-11",
		"sin mensajes hasta el 10 inclusive":                "2026-12-11",
		"no texts until the 10th":                           "2026-12-10",
		"ando de viaje la otra semana, no me manden mensajes hasta el 8 de diciembre": "2026-12-08",
	} {
		if got, ok := PauseUntil(text, c); !ok || got.String() != want {
			t.Errorf("%q: until %v, want %s", text, got, want)
		}
	}
}

// TestAStopInTheThirdPerson: the same words in one's own voice are one's own stop.
func TestAStopInTheThirdPerson(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]bool{
		"yep we met. she dont want any more texts tho just call her": true,
		"he dont need these texts":                                   true,
		"no mas textos para ella, prefiere q le llamen":              true,
		"no more messages for him ok":                                true,
		"i dont want any more texts":                                 false,
		"they should stop texting me":                                false,
		"she can call me but i dont want texts":                      false,
		"she wants texts in spanish":                                 false,
		"no mas textos por favor":                                    false,
		"she is coming, no need to remind her":                       false,
	} {
		if got := StopsForOther(body, []string{"Maria"}); got != want {
			t.Errorf("%q: %v", body, got)
		}
	}
}
