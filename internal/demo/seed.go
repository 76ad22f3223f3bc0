package demo

import (
	"context"
	"fmt"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// The demo's organization.
const (
	Organization = "Resident Action Project"
	Zone         = "America/Los_Angeles"
	StaffLine    = "+12065550100"
)

// Seed adds the people of the demo: rows only, no text to anybody, the contacts' consent unknown.
func Seed(ctx context.Context, r *app.Receiver) error {
	byName := map[string]person.Person{}
	for _, s := range []struct {
		name, phone, organizer string
		role                   person.Role
		language               lang.Tag
	}{
		{"Ana Ruiz", "+12065550101", "", person.Organizer, lang.English},
		{"Luz Campos", "+12065550102", "", person.Organizer, lang.Spanish},
		{"Sam Okafor", "+12065550103", "", person.Staff, lang.English},
		{"Kim Tran", "+12065550104", "", person.Admin, lang.English},
		{"Maria Lopez", "+12065550142", "Ana Ruiz", person.Contact, lang.English},
		{"Jo Park", "+12065550143", "Ana Ruiz", person.Contact, lang.English},
		{"Rosa Medina", "+12065550144", "Luz Campos", person.Contact, lang.Spanish},
	} {
		phone, err := sms.PhoneFromE164(s.phone)
		if err != nil {
			return fmt.Errorf("seed: %w", err)
		}
		p, err := r.AddPerson(ctx, app.NewPerson{Name: s.name, Phone: phone, Role: s.role, Language: s.language, Organizer: byName[s.organizer]})
		if err != nil {
			return fmt.Errorf("seed %s: %w", s.role, err)
		}
		byName[s.name] = p
	}
	return nil
}
