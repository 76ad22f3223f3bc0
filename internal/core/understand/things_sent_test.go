package understand

import "testing"

// A thing that is sent, or was not, is no word about texts; what is asked of texts is.
func TestThingsSentAreNoTexts(t *testing.T) {
	t.Parallel()
	names := []string{"Rosa Medina", "Rosa"}
	for body, want := range map[string]bool{
		"no alcance a mandarle la hoja a rosa, la mando el lunes": false,
		"no pude mandarle el volante a rosa":                      false,
		"todavia no le mando la carta a rosa":                     false,
		"ya no le manden mensajes a rosa":                         true,
		"no le manden los mensajes a rosa, no los quiere":         true,
		"rosa pide que ya no le manden nada":                      true,
		"rosa dice que ya no le escriban":                         true,
		"dont text rosa anymore":                                  true,
		"rosa doesnt want us to contact her the rest of the year": true,
	} {
		if got := StopsForOther(body, names); got != want {
			t.Errorf("%q: %v, want %v", body, got, want)
		}
	}
}
