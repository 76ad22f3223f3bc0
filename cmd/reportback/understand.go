package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/core/zones"
)

type understandArgs struct {
	At    string   `help:"When the text was written, RFC 3339."`
	Zone  string   `help:"The writer's time zone, IANA."`
	Lang  string   `help:"The writer's language, en or es."`
	Mode  string   `default:"plan" help:"plan prefers the future, report the past."`
	Lines bool     `help:"Read JSON lines {text, at, zone, lang, mode} from standard input."`
	Text  []string `arg:"" optional:"" help:"The text."`
}

// understood is the answer, as scripts rely on it.
type understood struct {
	Date      string   `json:"date"`
	Time      string   `json:"time"`
	Instant   string   `json:"instant"`
	Ask       []string `json:"ask"`
	Options   []string `json:"options"`
	Person    string   `json:"person"`
	Phone     string   `json:"phone"`
	Email     string   `json:"email"`
	Place     string   `json:"place"`
	Command   string   `json:"command"`
	Reply     string   `json:"reply"`
	OwnWords  bool     `json:"own_words"`  // a reply that says more than the bare answer
	Machine   bool     `json:"machine"`    // an automatic text
	Except    []string `json:"except"`     // days that are ruled out
	NotBefore string   `json:"not_before"` // the first day that would do: "after the 10th"
	Zone      string   `json:"zone"`       // a zone that is named: the instant is in it
}

type understandLine struct {
	Text string `json:"text"`
	At   string `json:"at"`
	Zone string `json:"zone"`
	Lang string `json:"lang"`
	Mode string `json:"mode"`
}

func runUnderstand(ctx context.Context, in io.Reader, out io.Writer, a understandArgs) error {
	if !a.Lines {
		u, err := understandOne(understandLine{strings.Join(a.Text, " "), a.At, a.Zone, a.Lang, a.Mode})
		if err != nil {
			return usageError{err}
		}
		return write(out, u)
	}
	w := bufio.NewWriter(out)
	defer func() { _ = w.Flush() }()
	r := bufio.NewReaderSize(in, 64<<10)
	for n := 1; ctx.Err() == nil; n++ {
		b, err := r.ReadBytes('\n')
		if len(strings.TrimSpace(string(b))) > 0 {
			var l understandLine
			if jerr := json.Unmarshal(b, &l); jerr != nil {
				return usageError{fmt.Errorf("line %d: %w", n, jerr)}
			}
			u, uerr := understandOne(l)
			if uerr != nil {
				return usageError{fmt.Errorf("line %d: %w", n, uerr)}
			}
			if werr := write(w, u); werr != nil {
				return werr
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read lines: %w", err)
		}
	}
	return ctx.Err()
}

func write(w io.Writer, u understood) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(u)
}

func understandOne(l understandLine) (understood, error) {
	c, err := contextOf(l)
	if err != nil {
		return understood{}, err
	}
	t := understand.Read(l.Text, c)
	r := t.When
	u := understood{
		Date: r.Date.String(), Ask: r.Ask, Options: []string{}, Except: []string{}, Person: t.Person, Phone: t.Phone.E164(), Email: t.Email,
		Place:   t.Place,
		Command: string(t.Command), Reply: string(t.Reply), OwnWords: t.OwnWords && !plans(t), Machine: t.Machine,
	}
	if t.Command == understand.None {
		u.order(l.Text, c)
	}
	if u.Ask == nil {
		u.Ask = []string{}
	}
	if r.HasClock {
		u.Time = fmt.Sprintf("%02d:%02d", r.Hour, r.Minute)
	}
	if !r.Instant.IsZero() {
		u.Instant = r.Instant.Format(time.RFC3339)
	}
	if r.Zone != nil {
		u.Zone = r.Zone.String()
	}
	u.NotBefore = r.NotBefore.String()
	for _, d := range r.Except {
		u.Except = append(u.Except, d.String())
	}
	for _, o := range r.Options {
		switch {
		case o.Date.IsZero():
			u.Options = append(u.Options, fmt.Sprintf("%02d:%02d", o.Hour, o.Minute))
		case o.HasClock:
			at, _ := o.Date.At(o.Hour, o.Minute, c.Zone)
			u.Options = append(u.Options, at.Format(time.RFC3339))
		default:
			u.Options = append(u.Options, o.Date.String())
		}
	}
	return u, nil
}

// order reads what an organizer wants done in a sentence of their own: "push Kofi to Thursday", "ya no voy a ver a Tomás, suspéndelo".
func (u *understood) order(text string, c when.Context) {
	which, _, ok := understand.ReadMove(text)
	if !ok {
		which, _, ok = understand.ReadMoveOf(text)
	}
	if ok {
		u.Command = string(understand.Move)
	} else if which, ok = understand.ReadCancel(text); ok || understand.Drops(text) {
		u.Command = string(understand.CallOff)
	} else if understand.ReadAsk(text) == understand.AskWho {
		u.Command = string(understand.List)
	} else if understand.SaysUndo(text) {
		u.Command = string(understand.Undo)
	}
	if ok && u.Person == "" {
		u.Person = understand.Read("meet "+which, c).Person
		if name, is := understand.ParseName(which); u.Person == "" && is {
			u.Person = name
		}
	}
}

func contextOf(l understandLine) (when.Context, error) {
	c := when.Context{At: time.Now(), Zone: time.UTC, AsNamed: true}
	var err error
	if l.At != "" {
		if c.At, err = time.Parse(time.RFC3339, l.At); err != nil {
			return c, errors.New("at: must be RFC 3339, such as 2026-11-24T10:00:00-08:00")
		}
	}
	if l.Zone != "" {
		if c.Zone, err = zones.Load(l.Zone); err != nil {
			return c, fmt.Errorf("zone: no time zone is named %q", l.Zone)
		}
	}
	switch l.Mode {
	case "", "plan":
	case "report":
		c.Mode = when.Report
	default:
		return c, fmt.Errorf("mode: plan or report, not %q", l.Mode)
	}
	if l.Lang != "" {
		tag, ok := lang.ParseTag(l.Lang)
		if !ok {
			return c, fmt.Errorf("lang: en or es, not %q", l.Lang)
		}
		c.Lang = tag
	}
	return c, nil
}

// plans reports whether a text is an organizer's plan, which answers nothing.
func plans(t understand.Text) bool {
	return t.Command != understand.None || t.Reply == understand.NoReply && t.Person != "" && (t.When.HasDate() || t.When.HasClock)
}
