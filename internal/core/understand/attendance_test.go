package understand

import (
	"fmt"
	"testing"
)

func TestAttendance(t *testing.T) {
	t.Parallel()
	names := []string{"Maria Maria Lopez", "Jo Jo Park", "Rosa Rosa Park"}
	for body, want := range map[string]string{
		"Jo came after all":                             "{[{1 true}] false false } true",
		"sorry, Jo did come":                            "{[{1 true}] false false } true",
		"Jo Park came":                                  "{[{1 true}] false false } true",
		"Maria didn't come to the tenant meeting":       "{[{0 false}] true true } true",
		"Maria didn't come to the meeting":              "{[{0 false}] false true } true",
		"Jo and Maria came after all":                   "{[{1 true} {0 true}] false false } true",
		"Jo came, Maria didn't":                         "{[{1 true} {0 false}] false false } true",
		"Jo came and Rosa too":                          "{[{1 true} {2 true}] false false } true",
		"Jo was at the tenants meeting":                 "{[{1 true}] true true } true",
		"Jo sí vino al final":                           "{[{1 true}] false false } true",
		"Maria no vino a la junta":                      "{[{0 false}] false true } true",
		"Jo":                                            "{[] false false } false",
		"somebody came":                                 "{[] false false } false",
		"Jo came to my house":                           "{[] false false } false",
		"Jo came but she wants a ride next time":        "{[{1 true}] false false she wants a ride next time} true",
		"Jo didn't come because of the bus":             "{[{1 false}] false false because of the bus} true",
		"maria didnt make it, kid sick. but lupe came!": "{[{0 false}] false false kid sick, but lupe came} true",
		"maria showed up w her sister":                  "{[{0 true}] false false w her sister} true",
		"good turnout, maria was there":                 "{[{0 true}] false false good turnout} true",
		"maria si vino":                                 "{[{0 true}] false false } true",
		"rosa vino con su esposo":                       "{[{2 true}] false false con su esposo} true",
		"maria no vino, se le enfermó el niño":          "{[{0 false}] false false se le enfermó el niño} true",
		"maria was a no show":                           "{[{0 false}] false false } true",
		"i went with Jo to the hall":                    "{[] false false } false",
		"Jo says she came to see you":                   "{[] false false } false",
		"Meeting Jo Park Thursday 3pm":                  "{[] false false } false",
		"Maria came and told me about mold in the hall": "{[{0 true}] false false told me about mold in the hall} true",
	} {
		a, ok := AttendanceOf(body, names, "Tenant meeting Tenant union meeting")
		if got := fmt.Sprint(a, ok); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
}
