package understand

import (
	"fmt"
	"testing"
)

func TestAttendance(t *testing.T) {
	t.Parallel()
	names := []string{"Maria Maria Lopez", "Jo Jo Park", "Rosa Rosa Park"}
	for body, want := range map[string]string{
		"Jo came after all":                             "{[{1 true}] false false} true",
		"sorry, Jo did come":                            "{[{1 true}] false false} true",
		"Jo Park came":                                  "{[{1 true}] false false} true",
		"Maria didn't come to the tenant meeting":       "{[{0 false}] true true} true",
		"Maria didn't come to the meeting":              "{[{0 false}] false true} true",
		"Jo and Maria came after all":                   "{[{1 true} {0 true}] false false} true",
		"Jo came, Maria didn't":                         "{[{1 true} {0 false}] false false} true",
		"Jo came and Rosa too":                          "{[{1 true} {2 true}] false false} true",
		"Jo was at the tenants meeting":                 "{[{1 true}] true true} true",
		"Jo sí vino al final":                           "{[{1 true}] false false} true",
		"Maria no vino a la junta":                      "{[{0 false}] false true} true",
		"Jo":                                            "{[] false false} false",
		"somebody came":                                 "{[] false false} false",
		"Jo came to my house":                           "{[] false false} false",
		"Jo came but she wants a ride next time":        "{[] false false} false",
		"Jo didn't come because of the bus":             "{[] false false} false",
		"Meeting Jo Park Thursday 3pm":                  "{[] false false} false",
		"Maria came and told me about mold in the hall": "{[] false false} false",
	} {
		a, ok := AttendanceOf(body, names, "Tenant meeting Tenant union meeting")
		if got := fmt.Sprint(a, ok); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
}
