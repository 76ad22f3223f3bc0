package spoken

import "testing"

// TestFromForm: a plan that is typed as a form is one sentence, and what is none stays as it is.
func TestFromForm(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, want string }{
		{
			"Name: Bea Ortiz\nDay: Fri Dec 4\nTime: 3pm\nPhone: 206-555-0188\nPlace: the library",
			"meeting Bea Ortiz Fri Dec 4 at 3pm 206-555-0188 at the library",
		},
		{
			"nombre: Bea Ortiz\ntel: 206 555 0188\nfecha: 4 de dic\nhora: 3 pm\nlugar: la biblioteca",
			"meeting Bea Ortiz 4 de dic at 3 pm 206 555 0188 at la biblioteca",
		},
		{
			"new 1on1\nwho: jo park, when: fri 3pm, where: at the church, notes: bring the flyers",
			"meeting jo park fri 3pm at the church. bring the flyers",
		},
		{
			"Phone number: 206-555-0188 Contact: bea ortiz Date: dec 4",
			"meeting bea ortiz dec 4 206-555-0188",
		},
		{
			"when: friday",
			"when: friday",
		},
		{
			"maria asked me: when is the meeting",
			"maria asked me: when is the meeting",
		},
		{
			"tell maria: the place: the library",
			"tell maria: the place: the library",
		},
		{
			"Meeting Jo Park Fri 4pm at the library",
			"Meeting Jo Park Fri 4pm at the library",
		},
	} {
		if got := FromForm(c.words); got != c.want {
			t.Errorf("%q: got %q, want %q", c.words, got, c.want)
		}
	}
}
