package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/web/signin"
)

type migrateArgs struct {
	Up     struct{} `cmd:"" help:"Bring the schema to the newest version."`
	Status struct{} `cmd:"" help:"List the schema changes and whether they are applied."`
}

func runMigrateUp(ctx context.Context, cfg config.Config, std streams) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	if err := db.Migrate(ctx); err != nil {
		return err
	}
	return runMigrateStatusOn(ctx, db, std)
}

func runMigrateStatus(ctx context.Context, cfg config.Config, std streams) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	return runMigrateStatusOn(ctx, db, std)
}

func runMigrateStatusOn(ctx context.Context, db *store.DB, std streams) error {
	list, err := db.Migrations(ctx)
	if err != nil {
		return err
	}
	for _, m := range list {
		state := "pending"
		if m.Applied {
			state = "applied"
		}
		fmt.Fprintf(std.out, "%s\t%s\n", m.Name, state)
	}
	return nil
}

type personArgs struct {
	Add  personAddArgs `cmd:"" help:"Add somebody; the same phone and name is updated."`
	List struct{}      `cmd:"" help:"List everybody."`
	// EraseWords is for those who were erased by a version that missed names with accents, and for dumps that were restored.
	EraseWords eraseWordsArgs `cmd:"" help:"Look once more through everybody's words for somebody who was erased before, and take out what names them."`
}

type eraseWordsArgs struct {
	Name  []string `required:"" help:"Whole name; again for another spelling."`
	Phone string   `help:"Their number."`
}

// runEraseWords walks through everybody's words: nothing of an erased person is left to know them by, so whoever runs it says the name.
func runEraseWords(ctx context.Context, cfg config.Config, a eraseWordsArgs, std streams, log *slog.Logger) (err error) {
	number := ""
	if a.Phone != "" {
		p, err := sms.ParsePhone(a.Phone)
		if err != nil {
			return usageError{fmt.Errorf("--phone: %w", err)}
		}
		number = p.E164()
	}
	_, deps, done, err := openTools(ctx, cfg, log, "person erase-words")
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	if err := app.EraseWords(ctx, deps, app.WordErasing{Names: a.Name, Number: number}); err != nil {
		return err
	}
	fmt.Fprintln(std.out, "done: what named them is taken out")
	return nil
}

type personAddArgs struct {
	Name     string `required:"" help:"Name, as texts say it."`
	Phone    string `required:"" help:"Phone, in any usual spelling."`
	Role     string `required:"" enum:"contact,organizer,staff,admin,viewer" help:"contact, organizer, staff, admin or viewer."`
	Language string `help:"en or es."`
	Zone     string `help:"IANA time zone, such as America/Chicago."`
}

// tools are the use cases of a short command, by the clock of those whom it is about: it queues, and whoever runs sends.
func tools(cfg config.Config, db *store.DB, log *slog.Logger) (app.Deps, error) {
	clock, err := clockOf(cfg)
	return app.Deps{Store: db, Clock: clock, IDs: machineClock{cfg.TestAhead}, Queue: nobodyToNudge{}, Meter: uncounted{}, Log: log}, err
}

// nobodyToNudge: the worker's tick finds what a short command queued within a second.
type nobodyToNudge struct{}

func (nobodyToNudge) Nudge(context.Context, []int64) bool { return true }

type uncounted struct{}

func (uncounted) Count(string, string)          {}
func (uncounted) Observe(string, time.Duration) {}

func runPersonAdd(ctx context.Context, cfg config.Config, a personAddArgs, std streams, log *slog.Logger) (err error) {
	role, _ := person.ParseRole(a.Role) // kong checked it
	phone, err := sms.ParsePhone(a.Phone)
	if err != nil {
		return usageError{fmt.Errorf("--phone: %w", err)}
	}
	tag, ok := lang.ParseTag(a.Language)
	if a.Language != "" && !ok {
		return usageError{fmt.Errorf("--language: en or es, not %q", a.Language)}
	}
	db, deps, done, err := openTools(ctx, cfg, log, "person add")
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	r := &app.Receiver{Deps: deps}
	p, err := r.AddPerson(ctx, app.NewPerson{Name: a.Name, Phone: phone, Role: role, Language: tag, Zone: a.Zone, Welcome: true})
	if errors.Is(err, app.ErrBadPerson) || errors.Is(err, app.ErrPhoneTaken) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%s\t%s\n", p.ID, p.Phone.E164())
	if !signin.MayOpen(role) {
		return nil
	}
	public := cfg.PublicURL
	if _, port, err := net.SplitHostPort(cfg.Listen); err == nil && public == "" {
		public = "http://localhost:" + port
		fmt.Fprintln(std.err, "reportback: PUBLIC_URL is not set here, so this link leads to this machine alone")
	}
	link, err := desk(db, machineClock{cfg.TestAhead}, public, false).FirstLink(ctx, p.ID)
	if err != nil {
		return err
	}
	fmt.Fprintln(std.out, link)
	return nil
}

func runPersonList(ctx context.Context, cfg config.Config, std streams) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	people, err := db.People(ctx)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(std.out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tNAME\tPHONE\tROLES\tLANGUAGE\tTEXTS")
	for _, p := range people {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", p.ID, p.Name, p.Phone.E164(), roles(p.Roles), p.Language, p.Consent)
	}
	return w.Flush()
}

func roles(list []person.Role) string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = string(r)
	}
	return strings.Join(out, ",")
}

type sendingArgs struct {
	Mode string `arg:"" enum:"off,team,on" help:"off, team or on."`
}

func runSending(ctx context.Context, cfg config.Config, a sendingArgs, std streams, log *slog.Logger) (err error) {
	_, deps, done, err := openTools(ctx, cfg, log, "sending "+a.Mode)
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	s, err := app.SetSending(ctx, deps, reminder.Sending(a.Mode))
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "sending: %s (was %s)\n", s.After, s.Before)
	if s.Dropped > 0 {
		fmt.Fprintf(std.out, "dropped as overdue: %d\n", s.Dropped)
	}
	fmt.Fprintf(std.out, "texts in the next hour: %d\n", len(s.Coming))
	for _, c := range s.Coming {
		fmt.Fprintf(std.out, "  %s\t%s\t%s\n", c.DueAt.Format(time.RFC3339), c.Rule, c.Name)
	}
	return nil
}

type exportArgs struct {
	What string `arg:"" enum:"contacts,meetings,reports,messages,attendance" help:"contacts, meetings, reports, messages or attendance."`
	For  string `default:"crm" enum:"crm,spreadsheet" help:"crm: UTF-8, E.164, RFC 3339. spreadsheet: BOM, CRLF, dashed phones, local times."`
}

func runExport(ctx context.Context, cfg config.Config, a exportArgs, std streams, log *slog.Logger) (err error) {
	_, deps, done, err := openTools(ctx, cfg, log, "export "+a.What)
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	return app.Export(ctx, deps, a.What, csvio.Flavour(a.For), std.out)
}
