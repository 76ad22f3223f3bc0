package understand

import (
	"fmt"
	"testing"
)

func TestDetailsAreFiledByClause(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"email maria@x.org, met how church, needs ramp, reach call evenings": "" +
			"[{contact_email maria@x.org} {relationship church} {needs ramp} {best_way call evenings}]",
		"we met at the food bank. she needs a ramp and childcare, prefers texts. she is shy": "" +
			"[{relationship we met at the food bank} {needs she needs a ramp and childcare} {best_way prefers texts} { she is shy}]",
		"la conocí en la iglesia, necesita rampa, mejor llamarla por la tarde, su correo es rosa@x.org": "" +
			"[{relationship la conocí en la iglesia} {needs rampa} {best_way mejor llamarla por la tarde} {contact_email rosa@x.org}]",
	} {
		if got := fmt.Sprint(Details(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"her email is marial@gmail.com":                  "[{contact_email marial@gmail.com}]",
		"I owe her a call about childcare tues":          "[{follow_ups I owe her a call about childcare tues}]",
		"oh and she learned about us at the food bank":   "[{relationship she learned about us at the food bank}]",
		"talk to her neighbors by dec 8":                 "[]",
		"she works nights and needs childcare":           "[]",
		"she's my neighbor, works at the hospital":       "[]",
		"call her in the evenings":                       "[]",
		"she'll come dec 10 and I'll send her the flyer": "[{commitment she'll come dec 10} {follow_ups I'll send her the flyer}]",
	} {
		if got := fmt.Sprint(Elsewhere(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestWordsToTheContact(t *testing.T) {
	t.Parallel()
	for deed, want := range map[string]string{
		"send her the flyer": "send you the flyer", "call her about childcare": "call you about childcare", "pick her up": "pick you up",
		"call her sister":        "call your sister",
		"look into her eviction": "", "bring her sister": "", "the flyer": "", "send it to me": "", "call the clinic": "",
		"bring a pie":      "bring a pie",
		"mando el volante": "mandar el volante", "llamarla": "llamar", "le llevo la lista": "llevar la lista", "buscarle un abogado": "",
	} {
		if got, _, _ := PromisedToYou(deed); got != want {
			t.Errorf("%q: %q, want %q", deed, got, want)
		}
	}
	for deed, want := range map[string]string{
		"co-chair w me": "co-chair with Ana", "talk to two neighbors": "talk to two neighbors", "bring her sister": "bring your sister",
		"fight her landlord": "", "think about it": "think about it",
		"hablar conmigo": "hablar con Ana", "hablar con dos vecinos": "hablar con dos vecinos", "she will come": "",
	} {
		if got, _, _ := DeedOfYours(deed, "Ana"); got != want {
			t.Errorf("%q: %q, want %q", deed, got, want)
		}
	}
	for deed, want := range map[string]string{
		"coming to the tenant meeting": "the tenant meeting", "venir a la junta": "la junta",
		"talk to Jo": "", "come to her eviction hearing": "",
	} {
		if got, _, _ := ComesTo(deed); got != want {
			t.Errorf("%q: %q, want %q", deed, got, want)
		}
	}
}

func TestAStoryIsFiledBySentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []Labelled
	}{
		{
			"English",
			"Met Bo Lee yesterday at the library. Rent went up 20.5 percent and he wants a union. " +
				"He'll come to the meeting Thursday Dec 10. I said I'd call him by Friday.",
			[]Labelled{
				{"", "Met Bo Lee yesterday at the library"},
				{"learned", "Rent went up 20.5 percent and he wants a union"},
				{"commitment", "He'll come to the meeting Thursday Dec 10"},
				{"follow_ups", "I said I'd call him by Friday"},
			},
		},
		{
			"Spanish",
			"Me vi con la Sra. Medina ayer. Tiene moho en el cuarto. Se comprometió a venir el jueves 10 de diciembre. " +
				"Le prometí mandar el volante.",
			[]Labelled{
				{"", "Me vi con la Sra. Medina ayer"},
				{"learned", "Tiene moho en el cuarto"},
				{"commitment", "Se comprometió a venir el jueves 10 de diciembre"},
				{"follow_ups", "Le prometí mandar el volante"},
			},
		},
		{"promises are one a line", "Saw Jo today. I'll send the flyer. She is nervous. I need to call the clinic", []Labelled{
			{"", "Saw Jo today"}, {"follow_ups", "I'll send the flyer\nI need to call the clinic"}, {"learned", "She is nervous"},
		}},
		{"each clause by itself", "jo is a bus driver, wants safer streets, will join the phone bank dec 5", []Labelled{
			{"learned", "jo is a bus driver, wants safer streets"}, {"commitment", "will join the phone bank dec 5"},
		}},
		{
			"losing a home is no deed", "It went well. She will lose her apartment in May and she'll come to the meeting, she has two kids",
			[]Labelled{
				{"", "It went well"}, {"learned", "She will lose her apartment in May she has two kids"}, {"commitment", "she'll come to the meeting"},
			},
		},
		{
			"a debrief by the name of the staff",
			"met. barista, wants cheaper rent. committed to phone bank sat dec 5 at 10am. i promised to pick her up dec 5. follow up with sam dec 1",
			[]Labelled{
				{"", "met"},
				{"learned", "barista, wants cheaper rent"},
				{"commitment", "committed to phone bank sat dec 5 at 10am"},
				{"follow_ups", "i promised to pick her up dec 5"},
				{"staff_follow_up", "follow up with sam dec 1"},
			},
		},
		{"they meet again", "we met but only 10 min bc her kid got sick. rescheduled for monday at 3 same place", []Labelled{
			{"notes", "we met but only 10 min bc her kid got sick"}, {"next_steps", "rescheduled for monday at 3 same place"},
		}},
		{"opening words", "maria was great, she's a cook", []Labelled{{"", "maria was great"}, {"learned", "she's a cook"}}},
		{
			"Spanish clauses",
			"Nos vimos. Rosa es enfermera y quiere que arreglen el elevador, va a venir a la junta el 10 y yo le mando el " +
				"volante el lunes",
			[]Labelled{
				{"", "Nos vimos"},
				{"learned", "Rosa es enfermera y quiere que arreglen el elevador"},
				{"commitment", "va a venir a la junta el 10"},
				{"follow_ups", "yo le mando el volante el lunes"},
			},
		},
	} {
		got := Story(c.text, "Sam", "Kim")
		if len(got) != len(c.want) {
			t.Errorf("%s: %q", c.name, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: piece %d is %q, want %q", c.name, i, got[i], c.want[i])
			}
		}
	}
	for _, s := range []string{"Maria Lopez", "yesterday at 3", "Rev. Jo Park", "maria@example.org. Thanks", "a week ago today I think"} {
		if IsStory(s) {
			t.Errorf("%q is no story", s)
		}
	}
}

// TestTwoWhoDoSomethingTogetherAreOneClause: "sam and me" talk it over, and no clause ends between them.
func TestTwoWhoDoSomethingTogetherAreOneClause(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Labelled{
		"she hates the stairs. sam and me are gonna talk about it tuesday": {"staff_follow_up", "sam and me are gonna talk about it tuesday"},
		"tiene dos hijos. yo y Sam lo platicamos el martes":                {"staff_follow_up", "yo y Sam lo platicamos el martes"},
		"she wants heat and me and sam will sit down monday":               {"staff_follow_up", "me and sam will sit down monday"},
		"she works nights and i told her id bring the flyer":               {"follow_ups", "i told her id bring the flyer"},
		"tiene dos hijos y le prometí un volante":                          {"follow_ups", "le prometí un volante"},
	} {
		got := Story(text, "Sam", "Kim")
		if last := got[len(got)-1]; last != want {
			t.Errorf("%q ends in %+v, want %+v", text, last, want)
		}
	}
}
