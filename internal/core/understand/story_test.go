package understand

import "testing"

func TestAStoryIsFiledBySentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []Labelled
	}{
		{"English", "Met Bo Lee yesterday at the library. Rent went up 20.5 percent and he wants a union. He'll come to the meeting Thursday Dec 10. I said I'd call him by Friday.", []Labelled{
			{"", "Met Bo Lee yesterday at the library"}, {"learned", "Rent went up 20.5 percent and he wants a union"}, {"commitment", "He'll come to the meeting Thursday Dec 10"}, {"follow_ups", "I said I'd call him by Friday"},
		}},
		{"Spanish", "Me vi con la Sra. Medina ayer. Tiene moho en el cuarto. Se comprometió a venir el jueves 10 de diciembre. Le prometí mandar el volante.", []Labelled{
			{"", "Me vi con la Sra. Medina ayer"}, {"learned", "Tiene moho en el cuarto"}, {"commitment", "Se comprometió a venir el jueves 10 de diciembre"}, {"follow_ups", "Le prometí mandar el volante"},
		}},
		{"promises are one a line", "Saw Jo today. I'll send the flyer. She is nervous. I need to call the clinic", []Labelled{
			{"", "Saw Jo today"}, {"follow_ups", "I'll send the flyer\nI need to call the clinic"}, {"learned", "She is nervous"},
		}},
	} {
		got := Story(c.text)
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
