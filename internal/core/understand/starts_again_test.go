package understand

import "testing"

func TestStartsAgain(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]bool{
		"actually its ok start again":                                   true,
		"ok start again":                                                true,
		"sorry i was mad, start the texts again":                        true,
		"you can text me again":                                         true,
		"opt me back in":                                                true,
		"perdon, pueden escribirme otra vez":                            true,
		"si quiero los mensajes":                                        true,
		"yall keep texting me":                                          false,
		"ur texting me again smh":                                       false,
		"text me again and ill sue":                                     false,
		"if you start again ill report you":                             false,
		"dont start again":                                              false,
		"dont you start again with this":                                false,
		"why did you start again":                                       false,
		"you start again every time":                                    false,
		"you can text my sister instead":                                false,
		"u can text ana if its about the rent":                          false,
		"my resume is with ana":                                         false,
		"no empiecen otra vez":                                          false,
		"otra vez ustedes":                                              false,
		"if i want them back ill tell you":                              false,
		"i told you to stop and you start texting":                      false,
		"my job wants me to start again on monday 5am at the warehouse": false,
	} {
		if got := StartsAgain(body); got != want {
			t.Errorf("%q: %v, want %v", body, got, want)
		}
	}
}
