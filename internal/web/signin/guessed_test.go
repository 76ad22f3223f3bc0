package signin_test

import (
	"testing"

	"github.com/reportback/reportback/internal/web/signin"
)

// TestWhatIsGuessedFirstIsNoPassword, and what people make of words of their own is one.
func TestWhatIsGuessedFirstIsNoPassword(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	for _, p := range []string{
		"123456789012", "aaaaaaaaaaaa", "password1234", "            ", "abababababab", "qwertyuiop12", "1q2w3e4r5t6y", "P@ssw0rd2026!",
		"MyPassword123", "samokafor2026", "Sam.Okafor!!1", "OkaforOkafor1", "reportback123", "iloveyou12345", "Contraseña123", "abcdefghijklm",
		"qwerty123456", "asdfghjkl;12", "letmein-letmein", "098765432109", "Welcome12345!", "zxcvbnmasdfg", "111111222222", "short",
	} {
		d.wants(d.desk.SetPassword(t.Context(), d.sam.ID, "sam", p), signin.ErrWeakPassword, p)
	}
	for _, p := range []string{
		"three blue boats", "correct horse battery", "a long and plain password", "la abuela canta los lunes", "Xk4-9vTq-2mPz",
		"my admin drinks tea at six",
		"qwerty is not a tree", "ni un paso atras nunca",
	} {
		d.wants(d.desk.SetPassword(t.Context(), d.sam.ID, "sam", p), nil, p)
	}
	for _, login := range []string{"kım.tran", "kim\u200b.tran", "ｋim", "kim tran", "Кim"} {
		d.wants(d.desk.SetPassword(t.Context(), d.sam.ID, login, "three blue boats"), signin.ErrBadLogin, login)
	}
}
