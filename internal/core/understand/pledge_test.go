package understand_test

import (
	"testing"

	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// filed is what a story files as a field, "" for nothing.
func filed(pieces []understand.Labelled, label string) string {
	for _, p := range pieces {
		if p.Label == label {
			return p.Words
		}
	}
	return ""
}

// TestWhatOthersPromiseIsNoCommitment: only the contact commits to something.
func TestWhatOthersPromiseIsNoCommitment(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"met. she was mad, said ana promised to call her back in oct and nobody did",
		"met. she says the landlord promised to fix it last year and never did",
		"met. her boss committed to raise pay but didnt", "met. she said you guys promised to help",
		"met. the landlord said he'll send someone monday", "met. she heard the city will send an inspector",
		"nos vimos. dice que Ana quedo de llamarle y no le llamo", "nos vimos. el dueño va a mandar a alguien",
		"met. said she'd think about hosting", "met. next mtg w her: dec 9 6pm",
		"nos vimos. dice que ustedes quedaron de ayudar", "nos vimos. su jefe quedo de pagarle",
	} {
		if got := filed(understand.Story(s), "commitment"); got != "" {
			t.Errorf("%q: commitment %q", s, got)
		}
	}
	for s, want := range map[string]string{
		"met. maria promised to come to the meeting":                   "maria promised to come to the meeting",
		"met. she already promised to come":                            "she already promised to come",
		"met. maria said she'll talk to her boss":                      "maria said she'll talk to her boss",
		"met. she said shell ask the landlord":                         "she said shell ask the landlord",
		"met. agreed to talk to her neighbors":                         "agreed to talk to her neighbors",
		"met. she'll leaflet w us sunday":                              "she'll leaflet w us sunday",
		"nos vimos. va a escribirles a 3 mamas de la escuela":          "va a escribirles a 3 mamas de la escuela",
		"nos vimos. maria quedo de venir a la junta":                   "maria quedo de venir a la junta",
		"nos vimos. ella va a hablar con el dueño":                     "ella va a hablar con el dueño",
		"nos vimos. dijo que va a traer a su hermana":                  "dijo que va a traer a su hermana",
		"met. she told me her boss is awful but she'll bring a friend": "she'll bring a friend",
	} {
		if got := filed(understand.Story(s), "commitment"); got != want {
			t.Errorf("%q: commitment %q, want %q", s, got, want)
		}
	}
}

// TestNobodyPromisesNothing: a nobody denies as a no does.
func TestNobodyPromisesNothing(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"nobody committed to anything": true, "no one committed to anything": true, "neither of us committed to anything": true,
		"nadie se comprometió a nada": true, "ninguno se comprometió a nada": true,
		"nobody came but she'll bring 3 neighbors": false, "nobody else, she committed to the 12th": false,
	} {
		if got := understand.PromisesNothing(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestSidesAreLabels: what stands behind "me:" is the organizer's promise, behind "her:" the contact's.
func TestSidesAreLabels(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]string{
		"Met. Learned: her landlord is Greystone. Commit: talk to 3 neighbors. Me: drop off the booklet": {
			"talk to 3 neighbors", "drop off the booklet",
		},
		"Her: talk to 3 neighbors by dec 5\nMe: flyers by friday":                {"talk to 3 neighbors by dec 5", "flyers by friday"},
		"Supe: su casero es Greystone. Ella: hablar con 3 vecinos. Yo: volantes": {"hablar con 3 vecinos", "volantes"},
		"she told me: no way": {"", ""}, "call me: 206 555 0150": {"", ""}, "met her: 3pm": {"", ""},
	} {
		got := understand.Fields(s, when.Context{})
		if c, f := filed(got, "commitment"), filed(got, "follow_ups"); c != want[0] || f != want[1] {
			t.Errorf("%q: %q, %q", s, c, f)
		}
	}
}
