package e2e

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// act does what a staff member does on the page: its kind, whose phone, then what it is about and words or a time.
func (s *story) act(rest string) {
	s.t.Helper()
	f := append(strings.SplitN(rest, " ", 4), "", "", "")
	by := s.town.Person("Sam Okafor")
	a := world.Act{Kind: world.ActKind(f[0]), By: by, Words: f[3]}
	switch f[2] {
	case "meeting", "event", "debrief", "promise":
		a.Subject = s.town.Latest(f[2])
	case "report":
		a.Subject = s.town.Latest(f[2])
		s.answers(&a, f[3])
	}
	if at, err := time.Parse(time.RFC3339, f[3]); err == nil {
		a.At, a.Words = at, ""
	}
	phone, err := sms.PhoneFromE164(phones()[f[1]])
	s.must(err)
	said, err := s.town.Receiver.Act(s.t.Context(), phone, a)
	if err != nil && !errors.Is(err, app.ErrRefusedAct) {
		s.t.Fatal(err)
	}
	s.lines([]string{said})
	s.town.Advance(3 * time.Second)
}

// answers reads `commitment=come on Friday|fine=email,needs|version=1|file=yes`: words of fields, marks taken off, the version that was
// looked at, else the newest, and whether it is filed.
func (s *story) answers(a *world.Act, words string) {
	s.t.Helper()
	a.Words, a.Fields = "", map[string]string{}
	for _, v := range s.town.Rows(`SELECT version::text FROM reports WHERE id = $1`, a.Subject) {
		a.Version, _ = strconv.Atoi(v)
	}
	for _, w := range strings.Split(words, "|") {
		name, value, _ := strings.Cut(w, "=")
		switch name {
		case "fine":
			a.Fine = strings.Split(value, ",")
		case "version":
			a.Version, _ = strconv.Atoi(value)
		case "file":
			a.File = true
		default:
			a.Fields[name] = strings.ReplaceAll(value, `\n`, "\r\n")
		}
	}
}

func (s *story) person(f []string) {
	s.t.Helper()
	if len(f) < 4 {
		s.t.Fatal("person: name, phone, role, language and, where it differs, zone")
	}
	phone, err := sms.PhoneFromE164(f[1])
	s.must(err)
	role, _ := person.ParseRole(f[2])
	tag, _ := lang.ParseTag(f[3])
	n := app.NewPerson{Name: f[0], Phone: phone, Role: role, Language: tag}
	if len(f) > 4 {
		n.Zone = f[4]
	}
	_, err = s.town.Receiver.AddPerson(s.t.Context(), n)
	s.must(err)
}

// hours are what the organization chooses on its Settings page: hours_from=08:00 and so on, the others as they are.
func (s *story) hours(f []string) {
	s.t.Helper()
	h, err := app.Hours(s.t.Context(), s.town.Receiver.Deps)
	s.must(err)
	for _, set := range h.Settings() {
		for _, kv := range f {
			if key, value, _ := strings.Cut(kv, "="); key == set.Key {
				m, ok := reminder.ParseClock(value)
				if !ok {
					s.t.Fatalf("no clock: %s", kv)
				}
				*set.At = m
			}
		}
	}
	if err := h.Check(); err != nil {
		s.lines([]string{"not kept: " + err.Error()})
		return
	}
	values := map[string]string{}
	for _, set := range h.Settings() {
		values[set.Key] = reminder.FormatClock(*set.At)
	}
	if err := s.town.Receiver.Store.SetSettings(s.t.Context(), values); err != nil {
		s.t.Fatal(err)
	}
	n, err := app.Retime(s.t.Context(), s.town.Receiver.Deps)
	if err != nil {
		s.t.Fatal(err)
	}
	s.lines([]string{strconv.Itoa(n) + " planned texts moved"})
}
