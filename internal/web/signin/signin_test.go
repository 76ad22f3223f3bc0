package signin_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/web/signin"
)

var cluster testkit.Cluster

func TestMain(m *testing.M) { os.Exit(cluster.Main(m)) }

const password = "a long and plain password"

// door is a desk on a database of its own, with one staff member and a clock that the test moves.
type door struct {
	t    *testing.T
	desk *signin.Desk
	db   *store.DB
	sam  person.Person
	now  time.Time
}

func newDoor(t *testing.T) *door {
	t.Helper()
	db, err := store.Open(t.Context(), cluster.Lent(t), 6)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	d := &door{t: t, db: db, now: time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)}
	d.desk = signin.New(signin.Desk{
		Store: db, Now: func() time.Time { return d.now }, NewID: func() uuid.UUID { return uuid.Must(uuid.NewV7()) },
		Origin: "https://reportback.example/",
	})
	phone, err := sms.PhoneFromE164("+12065550103")
	if err != nil {
		t.Fatal(err)
	}
	r := &app.Receiver{Deps: testkit.Deps(db)}
	if d.sam, err = r.AddPerson(t.Context(), app.NewPerson{Name: "Sam Okafor", Phone: phone, Role: person.Staff}); err != nil {
		t.Fatal(err)
	}
	return d
}

func here() signin.Visitor { return signin.Visitor{Address: "203.0.113.7", Device: "Firefox on Linux"} }

// link gives Sam a first link and returns its secret.
func (d *door) link() string {
	d.t.Helper()
	l, err := d.desk.FirstLink(d.t.Context(), d.sam.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	key, ok := strings.CutPrefix(l, "https://reportback.example/admin/first/")
	if !ok || len(key) < 40 {
		d.t.Fatalf("the link is %s", l)
	}
	return key
}

// enrol brings Sam in for the first time and returns the authenticator's key and the recovery codes.
func (d *door) enrol() (key string, codes []string) {
	d.t.Helper()
	ctx := d.t.Context()
	s, _, err := d.desk.TakeFirst(ctx, d.link(), "sam", password, here())
	if err != nil || s.Stage != staff.StageEnrol {
		d.t.Fatalf("first: %v at %s", err, s.Stage)
	}
	e, err := d.desk.Enrol(ctx, &s)
	if err != nil {
		d.t.Fatal(err)
	}
	codes, value, err := d.desk.Confirm(ctx, &s, d.code(e.Secret))
	if err != nil || len(codes) != 8 {
		d.t.Fatalf("confirm: %v, %d codes", err, len(codes))
	}
	if got, who, err := d.desk.Session(ctx, value); err != nil || got.Stage != staff.StageOpen || who.Name != "Sam Okafor" {
		d.t.Fatalf("session: %v %v", got, err)
	}
	return e.Secret, codes
}

func (d *door) code(key string) string {
	d.t.Helper()
	c, err := totp.GenerateCode(key, d.now)
	if err != nil {
		d.t.Fatal(err)
	}
	return c
}

// half signs Sam in up to the second step.
func (d *door) half() (staff.Session, string) {
	d.t.Helper()
	s, value, err := d.desk.SignIn(d.t.Context(), " SAM ", password, here())
	if err != nil || s.Stage != staff.StageCode {
		d.t.Fatalf("sign in: %v at %s", err, s.Stage)
	}
	return s, value
}

func (d *door) wants(err, want error, what string) {
	d.t.Helper()
	if !errors.Is(err, want) {
		d.t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func TestAFirstLinkIsGoodOnceAndAPreviewUsesNothingUp(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	old := d.link()
	key := d.link()
	_, _, err := d.desk.First(ctx, old)
	d.wants(err, signin.ErrUsedLink, "a link that a later one took back")
	for range 3 {
		if who, login, err := d.desk.First(ctx, key); err != nil || who.Name != "Sam Okafor" || login != "sam.okafor" {
			t.Fatalf("look at the link: %v %s %v", who, login, err)
		}
	}
	_, _, err = d.desk.TakeFirst(ctx, key, "sam", "too short", here())
	d.wants(err, signin.ErrWeakPassword, "a short password")
	_, _, err = d.desk.TakeFirst(ctx, key, "s am", password, here())
	d.wants(err, signin.ErrBadLogin, "a name with a space")
	if _, _, err := d.desk.TakeFirst(ctx, key, "sam", password, here()); err != nil {
		t.Fatal(err)
	}
	_, _, err = d.desk.TakeFirst(ctx, key, "sam", password, here())
	d.wants(err, signin.ErrUsedLink, "the link a second time")

	key = d.link()
	d.now = d.now.Add(73 * time.Hour)
	_, _, err = d.desk.First(ctx, key)
	d.wants(err, signin.ErrUsedLink, "a link of three days ago")
}

func TestASecondStepIsOwedAndACodeCountsOnce(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	key, codes := d.enrol()
	s, value := d.half()
	if got, _, err := d.desk.Session(ctx, value); err != nil || got.Stage != staff.StageCode {
		t.Fatalf("on the way: %v %v", got.Stage, err)
	}
	_, err := d.desk.Code(ctx, &s, d.code(key))
	d.wants(err, signin.ErrWrong, "the code that set it up, again")
	d.now = d.now.Add(30 * time.Second)
	opened, err := d.desk.Code(ctx, &s, d.code(key))
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = d.desk.Session(ctx, value)
	d.wants(err, signin.ErrNoSession, "the cookie of before the second step")
	if _, _, err := d.desk.Session(ctx, opened); err != nil {
		t.Error(err)
	}
	s, _ = d.half()
	_, err = d.desk.Code(ctx, &s, d.code(key))
	d.wants(err, signin.ErrWrong, "a code for a second session")
	if _, err := d.desk.Code(ctx, &s, strings.ToUpper(strings.ReplaceAll(codes[0], "-", " "))); err != nil {
		t.Errorf("a recovery code: %v", err)
	}
	s, _ = d.half()
	_, err = d.desk.Code(ctx, &s, codes[0])
	d.wants(err, signin.ErrWrong, "a recovery code again")
}

func TestGuessingIsBrakedByAccountAndByAddress(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	key, _ := d.enrol()
	for range 10 {
		_, _, err := d.desk.SignIn(ctx, "sam", "not the password", here())
		d.wants(err, signin.ErrWrong, "a wrong password")
	}
	elsewhere := signin.Visitor{Address: "198.51.100.1"}
	_, _, err := d.desk.SignIn(ctx, "sam", password, elsewhere)
	d.wants(err, signin.ErrTooMany, "the right one after ten wrong ones, from wherever")
	d.now = d.now.Add(16 * time.Minute)
	s, _ := d.half()
	for range 10 {
		_, err := d.desk.Code(ctx, &s, "000000")
		d.wants(err, signin.ErrWrong, "a wrong code")
	}
	_, err = d.desk.Code(ctx, &s, d.code(key))
	d.wants(err, signin.ErrTooMany, "the right code after ten wrong ones")
	d.now = d.now.Add(16 * time.Minute)
	for i := range 40 {
		_, _, err := d.desk.SignIn(ctx, "nobody"+strings.Repeat("x", i), "whatever it may be", here())
		d.wants(err, signin.ErrWrong, "a name that there is not")
	}
	_, _, err = d.desk.SignIn(ctx, "sam", password, here())
	d.wants(err, signin.ErrTooMany, "forty wrong ones from one address")
	if _, _, err := d.desk.SignIn(ctx, "sam", password, elsewhere); err != nil {
		t.Errorf("from another address: %v", err)
	}
}

// TestANameThatNoDatabaseTakesIsAsWrongAsAnother: anybody can type it, and it is no fault of ours.
func TestANameThatNoDatabaseTakesIsAsWrongAsAnother(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	for _, login := range []string{"\x00", "sam\x00", "\xff\xfe", "s\xffam", strings.Repeat("a", 100_000), ""} {
		_, _, err := d.desk.SignIn(t.Context(), login, password, here())
		d.wants(err, signin.ErrWrong, fmt.Sprintf("%.10q", login))
	}
}

func TestASessionEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		end  func(d *door, value string)
	}{
		{"after twelve idle hours", func(d *door, _ string) { d.now = d.now.Add(12*time.Hour + time.Second) }},
		{"after thirty days, however busy", func(d *door, value string) {
			for range 60 {
				d.now = d.now.Add(11 * time.Hour)
				_, _, _ = d.desk.Session(d.t.Context(), value)
			}
			d.now = d.now.Add(11 * 6 * time.Hour)
		}},
		{"when somebody signs out", func(d *door, value string) {
			s, _, err := d.desk.Session(d.t.Context(), value)
			if err != nil {
				d.t.Fatal(err)
			}
			if err := d.desk.SignOut(d.t.Context(), s); err != nil {
				d.t.Fatal(err)
			}
		}},
		{"when a new first link is used", func(d *door, _ string) {
			if _, _, err := d.desk.TakeFirst(d.t.Context(), d.link(), "sam", password+" two", here()); err != nil {
				d.t.Fatal(err)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDoor(t)
			key, _ := d.enrol()
			d.now = d.now.Add(time.Minute)
			s, _ := d.half()
			value, err := d.desk.Code(t.Context(), &s, d.code(key))
			if err != nil {
				t.Fatal(err)
			}
			d.now = d.now.Add(11 * time.Hour)
			if _, _, err := d.desk.Session(t.Context(), value); err != nil {
				t.Fatalf("after 11 hours: %v", err)
			}
			c.end(d, value)
			_, _, err = d.desk.Session(t.Context(), value)
			d.wants(err, signin.ErrNoSession, c.name)
		})
	}
}

func TestAnotherPasswordEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	_, codes := d.enrol()
	var values []string
	var sessions []staff.Session
	for i := range 2 {
		s, _ := d.half()
		v, err := d.desk.Code(ctx, &s, codes[i])
		if err != nil {
			t.Fatal(err)
		}
		values, sessions = append(values, v), append(sessions, s)
	}
	d.wants(d.desk.ChangePassword(ctx, sessions[0], "wrong", "another plain password"), signin.ErrWrong, "the old one wrong")
	if err := d.desk.ChangePassword(ctx, sessions[0], password, "another plain password"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.desk.Session(ctx, values[0]); err != nil {
		t.Errorf("this session: %v", err)
	}
	_, _, err := d.desk.Session(ctx, values[1])
	d.wants(err, signin.ErrNoSession, "the other session")
	_, _, err = d.desk.SignIn(ctx, "sam", password, here())
	d.wants(err, signin.ErrWrong, "the old password")
}

func TestNothingThatIsStoredLetsAnybodyIn(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	d.enrol()
	a, _, err := d.db.AccountOf(ctx, d.sam.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(a.PasswordHash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("the password is kept as %.20s", a.PasswordHash)
	}
	_, _, err = d.desk.SignIn(ctx, "sam", a.PasswordHash, here())
	d.wants(err, signin.ErrWrong, "the hash as the password")
	list, err := d.db.Sessions(ctx, d.sam.ID)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d sessions: %v", len(list), err)
	}
	_, _, err = d.desk.Session(ctx, list[0].ID.String()+"."+string(list[0].SecretHash))
	d.wants(err, signin.ErrNoSession, "the stored hash as the cookie")
}
