package understand_test

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// TestLookAlikes holds each reading beside what only looks like it.
func TestLookAlikes(t *testing.T) {
	t.Parallel()
	for what, c := range map[string]struct {
		read    func(string) bool
		yes, no []string
	}{
		"texts are wanted again": {
			understand.StartsAgain,
			[]string{
				"actually its ok start again", "start again", "ok start texting me again", "sorry start the texts again please", "put me back on",
				"mándenme otra vez",
			},
			[]string{
				"my classes start again monday", "school will start again soon", "my chemo will start again", "put me back on days",
				"the texts start again every day", "cuando mis clases empiecen otra vez",
			},
		},
		"comes after all": {
			understand.ComesAfterAll,
			[]string{
				"siempre sí, me cambiaron el turno", "nvm i can come after all", "got coverage, i can make it now", "ya puedo",
				"al final sí, voy",
			},
			[]string{
				"im good to go home now", "ya pude leer su mensaje", "ya puedo decirle", "i can now see why", "al final sí me corrieron",
			},
		},
		"hands over": {
			func(s string) bool { return understand.HandsOver(s, "Maria") },
			[]string{
				"give maria to luz", "hand maria over to luz", "can luz take over maria", "luz should take maria", "pásale a maria a luz",
			},
			[]string{
				"maria said jose should take the bus", "ana should take maria some flyers", "maria said jose can have her number",
				"give maria the flyers luz made",
			},
		},
		"talked for a while": {
			understand.TalkedFor,
			[]string{"only got like 10 min w her in the hallway", "nomás 10 minutos con él", "20 min with maria"},
			[]string{"waited 20 min with her kids outside", "spent an hour with her paperwork", "20 min with her mom"},
		},
		"came, by name": {
			func(s string) bool { return understand.CameNamed(s, "Maria") },
			[]string{"vino maria con dos vecinas", "maria came w her sister", "so maria brought bev", "maria showed", "maria brought her mom"},
			[]string{"her son came maria had to work", "maria showed no interest", "maria brought it up last week"},
		},
		"no need for it": {
			func(s string) bool { _, ok := understand.NoNeedFor(s); return ok },
			[]string{"so no need for tmrw", "no need for thurs w maria", "no need for the one on one friday", "ya no hace falta lo del jueves"},
			[]string{"no need for maria to bring anything", "dont need a ride thurs", "no need for flyers", "ya no ocupamos sillas el jueves"},
		},
		"a phone that is a shop's": {
			func(s string) bool { return understand.WrongPhone(s, []string{"Maria"}) },
			[]string{"este cel es de una llantera", "este telefono es de un taller mecanico", "no soy maria este cel es de una llantera"},
			[]string{
				"este cel es de una amiga, soy maria", "este cel es de una señora que me lo presta", "this phone is for a class project",
				"this number is for a friend text her", "soy maria este cel es de una tienda",
			},
		},
		"a stop, whatever passes": {
			func(s string) bool { return sms.ReadOptOut(s) == sms.OptOutClear },
			[]string{"unsubscribe me im at work", "take me off your list im at work", "stop texting me im at the doctor and dont want this"},
			[]string{"im in class dont text me", "dont text me phone about to die"},
		},
	} {
		for _, s := range c.yes {
			if !c.read(s) {
				t.Errorf("%s: %q is not read", what, s)
			}
		}
		for _, s := range c.no {
			if c.read(s) {
				t.Errorf("%s: %q is taken for it", what, s)
			}
		}
	}
}

// TestSomethingElseIsRefused: a refusal of a deed that is no coming leaves the coming open, any other is one.
func TestSomethingElseIsRefused(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC), Zone: time.UTC}
	for s, want := range map[string]understand.Reply{
		"ya no voy a necesitar el traductor": understand.NoReply, "no voy a llevar a los niños": understand.NoReply,
		"no voy a tener tiempo": understand.No, "no voy a lograr llegar": understand.No, "no voy a quedar libre": understand.No,
		"no voy a aceptar": understand.No, "no voy a querer ir": understand.No, "no voy a participar": understand.No,
		"no voy a poder": understand.No, "im not coming alone": understand.NoReply, "im not coming late": understand.NoReply,
	} {
		if got := understand.Read(s, c).Reply; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestWhoseFamilyIsTurnedInItsLanguage: a "su" needs no turning.
func TestWhoseFamilyIsTurnedInItsLanguage(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"it was great meeting her mom": "it was great meeting your mom", "fue un gusto conocer a su mamá": "fue un gusto conocer a su mamá",
	} {
		if got := understand.KinToThem(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}
