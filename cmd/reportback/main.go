// Command reportback is the whole service and its tools in one binary.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	_ "time/tzdata" // zones must not depend on the machine

	"github.com/alecthomas/kong"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/jobs"
)

// commands is the command line; the names are relied on by scripts and stay.
type commands struct {
	Version versionFlag `help:"What runs."`

	Demo       demoArgs       `cmd:"" help:"The whole service with stand-ins for Twilio and the clock, and phones side by side on a page. Needs no settings."`
	Up         upArgs         `cmd:"" help:"Web and worker in one process, for real; embedded PostgreSQL and queue when DATABASE_URL and REDIS_URL are not set."`
	Web        webArgs        `cmd:"" help:"The web half, for several machines."`
	Worker     workerArgs     `cmd:"" help:"The sending half, for several machines."`
	Migrate    migrateArgs    `cmd:"" help:"The database schema."`
	Person     personArgs     `cmd:"" help:"People."`
	Event      eventArgs      `cmd:"" help:"Events."`
	Sending    sendingArgs    `cmd:"" help:"Who may be texted: nobody, staff and organizers, everybody."`
	Import     importArgs     `cmd:"" help:"Contacts from a CSV file."`
	Export     exportArgs     `cmd:"" help:"CSV on standard output."`
	Understand understandArgs `cmd:"" help:"What is understood of a text, as JSON."`
	Backup     backupArgs     `cmd:"" help:"Dump the database into one file, and keep the newest ones."`
	Restore    restoreArgs    `cmd:"" help:"Read a backup into a fresh place; sending and webhooks are off there."`
	Health     healthArgs     `cmd:"" help:"Whether the service on this machine is ready: exit 0 or 1. For supervisors."`
	Check      checkArgs      `cmd:"" help:"Checks settings, database, queue, Twilio and the catalogue; lists every fault."`
}

// versionFlag prints what runs, and ends.
type versionFlag bool

// BeforeReset implements kong's hook: before anything else is asked for.
func (versionFlag) BeforeReset(k *kong.Kong) error { //nolint:unparam // kong's hook has this form
	fmt.Fprintln(k.Stdout, version())
	k.Exit(0)
	return nil
}

// usageError is a fault of the command line or a setting: exit 2.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	os.Exit(realMain(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// exitPanic carries kong's exit through its parser.
type exitPanic int

func realMain(args []string, std streams) (code int) {
	defer func() {
		if p := recover(); p != nil {
			e, ok := p.(exitPanic)
			if !ok {
				panic(p)
			}
			code = int(e)
		}
	}()
	var c commands
	parser, err := kong.New(&c, kong.Name("reportback"), kong.Description("SMS reminders and report-backs for organizers' one-on-one "+
		"meetings."),
		kong.UsageOnError(), kong.Writers(std.out, std.err), kong.Exit(func(n int) { panic(exitPanic(n)) }))
	if err != nil {
		fmt.Fprintln(std.err, "reportback:", err)
		return 2
	}
	cmd, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintln(std.err, "reportback:", err)
		return 2
	}
	cfg, err := config.Load()
	if err = wrong(cmd.Command(), cfg, err); err != nil {
		fmt.Fprintf(std.err, "reportback: settings:\n%v\n", err)
		return 2
	}
	jobs.Quiet()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	return exitCode(run(ctx, cmd.Command(), &c, cfg, std), std)
}

// wrong joins all that is wrong with the settings for a command, so that who sets the service up is told once: what cannot be read, and
// what it needs and has not.
func wrong(command string, cfg config.Config, unread error) error {
	switch command {
	case "demo":
		return nil
	case "up":
		return errors.Join(unread, serving(cfg))
	case "web", "worker":
		return errors.Join(unread, serving(cfg), cfg.Shared())
	case "check":
		if unread != nil { // otherwise it says the rest itself, among all else
			return errors.Join(unread, serving(cfg))
		}
	}
	return unread
}

// serving lists every fault of the settings that keeps a service from doing what they say: `check` says the same as a start.
func serving(cfg config.Config) error {
	faults := []error{cfg.Service()}
	if _, err := web.Visitors(cfg.Proxy); err != nil {
		faults = append(faults, err)
	}
	if _, err := sms.ParsePhone(cfg.StaffLine); cfg.StaffLine != "" && err != nil {
		faults = append(faults, errors.New("REPORTBACK_STAFF_LINE: must be a number that people can call, such as +12065550100"))
	}
	if cfg.OnStop != "" {
		if _, err := exec.LookPath(cfg.OnStop); err != nil {
			faults = append(faults, fmt.Errorf("REPORTBACK_ON_STOP: is no program that can be run: %w", err))
		}
	}
	for _, a := range [][2]string{{"LISTEN", cfg.Listen}, {"REPORTBACK_METRICS", cfg.Metrics}} {
		if _, _, err := net.SplitHostPort(a[1]); a[1] != "" && a[1] != "off" && err != nil {
			faults = append(faults, fmt.Errorf("%s: must be a host and a port, such as 127.0.0.1:8080, or :8080", a[0]))
		}
	}
	return errors.Join(faults...)
}

func exitCode(err error, std streams) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return 0
	case errors.As(err, &usage):
		fmt.Fprintln(std.err, "reportback:", err)
		return 2
	}
	fmt.Fprintln(std.err, "reportback:", err)
	return 1
}

// run picks the command.
func run(ctx context.Context, name string, c *commands, cfg config.Config, std streams) error {
	log := logger(cfg.Log, std.err)
	does := map[string]func() error{
		"demo":                   func() error { return runDemo(ctx, c.Demo, machineClock{cfg.TestAhead}, std, log) },
		"up":                     func() error { return runUp(ctx, cfg, std, log) },
		"web":                    func() error { return runWeb(ctx, cfg, std, log) },
		"worker":                 func() error { return runWorker(ctx, cfg, std, log) },
		"migrate up":             func() error { return runMigrateUp(ctx, cfg, std) },
		"migrate status":         func() error { return runMigrateStatus(ctx, cfg, std) },
		"person add":             func() error { return runPersonAdd(ctx, cfg, c.Person.Add, std, log) },
		"person erase-words":     func() error { return runEraseWords(ctx, cfg, c.Person.EraseWords, std, log) },
		"person list":            func() error { return runPersonList(ctx, cfg, std) },
		"event add":              func() error { return runEventAdd(ctx, cfg, c.Event.Add, std, log) },
		"event list":             func() error { return runEventList(ctx, cfg, std) },
		"sending <mode>":         func() error { return runSending(ctx, cfg, c.Sending, std, log) },
		"import contacts <file>": func() error { return runImport(ctx, cfg, c.Import.Contacts, std, log) },
		"import undo <id>":       func() error { return runImportUndo(ctx, cfg, c.Import.Undo, std, log) },
		"import list":            func() error { return runImportList(ctx, cfg, std) },
		"export <what>":          func() error { return runExport(ctx, cfg, c.Export, std, log) },
		"understand":             func() error { return runUnderstand(ctx, std.in, std.out, c.Understand) },
		"understand <text>":      func() error { return runUnderstand(ctx, std.in, std.out, c.Understand) },
		"backup":                 func() error { return runBackup(ctx, cfg, c.Backup, std, log) },
		"restore <file>":         func() error { return runRestore(ctx, cfg, c.Restore, std, log) },
		"health":                 func() error { return runHealth(ctx, cfg, std) },
		"check":                  func() error { return runCheck(ctx, cfg, c.Check, std, log) },
	}
	if do, ok := does[name]; ok {
		return do()
	}
	return usageError{fmt.Errorf("no command %q", name)}
}

func logger(format string, w io.Writer) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}
