package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/twilio"
)

// inboundOverrides have Twilio try again where a webhook fails (its connection overrides): repeats are safe here.
const inboundOverrides = "#rc=3&rp=ct,rt,5xx"

// teller says one line of a check: nil is ok, a note is no fault.
type teller func(what string, err error)

// note is worth saying and no fault.
type note struct{ error }

// askTwilio asks the provider for everything that sending and hearing need, and with fix sets right what it may.
func askTwilio(ctx context.Context, cfg config.Config, fix bool, say teller) {
	c, err := twilio.New(serviceRecipe(cfg, "", "").twilio)
	if err != nil {
		say("twilio", err)
		return
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	if _, err := c.Newest(ctx); err != nil {
		say("twilio", err)
		return
	}
	say("twilio", nil)
	var s twilio.Setup
	ask := func(what string, read func(context.Context, *twilio.Setup) error, judge func()) {
		switch err := read(ctx, &s); {
		case errors.Is(err, twilio.ErrNotOffered):
			say(what, note{errors.New("cannot be asked here")})
		case err != nil:
			say(what, err)
		default:
			judge()
		}
	}
	ask("twilio account", c.Account, func() { say("twilio account", judgeAccount(s)) })
	if cfg.MessagingSID != "" {
		ask("messaging service", c.OwnService, func() { judgeService(ctx, c, cfg, s, fix, say) })
		return
	}
	if !strings.HasPrefix(cfg.From, "+") {
		say("sending number", note{errors.New("a short code, which cannot be asked: see in Twilio's console where its texts go")})
		return
	}
	ask("sending number", c.OwnNumber, func() {
		if err := judgeSender(s); err != nil {
			say("sending number", err)
			return
		}
		say("sending number", nil)
		ask("webhook of the number", c.HostService, func() { judgeInbound(ctx, c, cfg, s, fix, say) })
		judgeCalls(ctx, c, cfg, s, fix, say)
		ask("registration", c.Registration, func() { say("registration", judgeRegistration(s)) })
	})
}

func judgeAccount(s twilio.Setup) error {
	switch {
	case s.AccountStatus != "active":
		return fmt.Errorf("is %s: nothing can be sent", s.AccountStatus)
	case s.Balance <= 0:
		return fmt.Errorf("the balance is %.2f %s: texts are refused until money is added", s.Balance, s.Currency)
	case s.Balance < 5:
		return note{fmt.Errorf("the balance is %.2f %s: a few hundred texts", s.Balance, s.Currency)}
	}
	return nil
}

func judgeSender(s twilio.Setup) error {
	switch {
	case !s.NumberOurs:
		return errors.New("TWILIO_FROM is not a number of this account")
	case !s.SMS:
		return errors.New("TWILIO_FROM cannot send texts")
	}
	return nil
}

// judgeInbound looks where texts to the number go. A Service that the number is in decides, unless it leaves it to the number.
func judgeInbound(ctx context.Context, c *twilio.Client, cfg config.Config, s twilio.Setup, fix bool, say teller) {
	at := cfg.PublicURL + "/twilio/inbound"
	what, w := "webhook of the number", s.Number
	point := func() error { return c.PointNumber(ctx, s.Number.SID, at+inboundOverrides) }
	if s.Host != "" && !s.DeferToNumber {
		what, w = "webhook of the Messaging Service that the number is in", s.Service
		point = func() error { return c.PointService(ctx, s.Host, at+inboundOverrides) }
		fix = fix && s.ServicePool == 1 // another number's texts may go where they should
	}
	err := judgeWebhook(w, at)
	switch {
	case err == nil:
	case fix:
		if err = point(); err == nil {
			err = note{errors.New("set right")}
		}
	case s.Host != "" && !s.DeferToNumber && s.ServicePool > 1:
		err = fmt.Errorf("%w alone where the Service has no other number; else choose \"Defer to sender's webhook\" there", err)
	}
	say(what, err)
}

// judgeCalls looks where calls to the number go. What somebody chose is left alone; ours must be called by POST.
func judgeCalls(ctx context.Context, c *twilio.Client, cfg config.Config, s twilio.Setup, fix bool, say teller) {
	const what = "calls to the number"
	at := cfg.PublicURL + "/twilio/voice"
	ours := sameAddress(s.Number.VoiceURL, at)
	free := s.Number.VoiceURL == "" || sameAddress(s.Number.VoiceURL, "https://demo.twilio.com/welcome/voice/")
	switch {
	case ours && strings.EqualFold(s.Number.Voice, http.MethodPost):
	case fix && (ours || free):
		err := c.PointCalls(ctx, s.Number.SID, at)
		if err == nil {
			err = note{errors.New("set right")}
		}
		say(what, err)
	case ours:
		say(what, fmt.Errorf("come by %s, not POST, and hear that something is broken; --fix sets it", orNothing(s.Number.Voice)))
	default:
		say(what, note{fmt.Errorf("go to %s; --fix has them say whose number it is, where nothing else is set", orNothing(s.Number.VoiceURL))})
	}
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

func judgeService(ctx context.Context, c *twilio.Client, cfg config.Config, s twilio.Setup, fix bool, say teller) {
	switch {
	case !s.ServiceThere:
		say("messaging service", errors.New("TWILIO_MESSAGING_SERVICE_SID is not a Service of this account"))
		return
	case s.ServicePool == 0:
		say("messaging service", errors.New("has no number in it"))
		return
	}
	say("messaging service", nil)
	err := judgeWebhook(s.Service, cfg.PublicURL+"/twilio/inbound")
	if s.DeferToNumber {
		err = errors.New("the Service leaves inbound texts to each number's own webhook: choose \"Send a webhook\" there")
	}
	if err != nil && fix {
		if err = c.PointService(ctx, cfg.MessagingSID, cfg.PublicURL+"/twilio/inbound"+inboundOverrides); err == nil {
			err = note{errors.New("set right")}
		}
	}
	say("webhook of the service", err)
	say("registration", judgeRegistration(s))
}

func judgeWebhook(w twilio.Webhook, want string) error {
	switch {
	case !sameAddress(w.URL, want):
		return fmt.Errorf("texts to us go to %s, not to %s; --fix sets it", orNothing(w.URL), want)
	case !strings.EqualFold(w.Method, http.MethodPost):
		return fmt.Errorf("is called by %s, not POST; --fix sets it", w.Method)
	}
	return nil
}

// sameAddress compares without Twilio's connection overrides, which stand behind the mark.
func sameAddress(a, b string) bool {
	a, _, _ = strings.Cut(a, "#")
	b, _, _ = strings.Cut(b, "#")
	return strings.TrimSuffix(a, "/") == strings.TrimSuffix(b, "/")
}

func judgeRegistration(s twilio.Setup) error {
	const see = "; see docs/real-number.md"
	if s.TollFree {
		switch s.Verification {
		case "TWILIO_APPROVED":
			return nil
		case "NONE", "":
			return errors.New("this toll-free number is not verified: carriers refuse its texts (30032)" + see)
		}
		return fmt.Errorf("the toll-free verification is %s: until it is approved carriers refuse the texts (30032)"+see, s.Verification)
	}
	switch s.Campaign {
	case "VERIFIED":
		return nil
	case "NONE", "":
		return errors.New("the number is in no A2P 10DLC campaign: carriers refuse its texts (30034)" + see)
	}
	return fmt.Errorf("the A2P 10DLC campaign is %s: until it is verified carriers refuse the texts (30034)"+see, s.Campaign)
}

// checkReach looks at our own public address from here, as Twilio would from outside.
func checkReach(ctx context.Context, cfg config.Config) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(cfg.PublicURL, "/")+"/healthz", nil)
	if err != nil {
		return err
	}
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := c.Do(req)
	if err != nil {
		var u *url.Error
		if errors.As(err, &u) {
			err = u.Err
		}
		if here(ctx, cfg) {
			return fmt.Errorf("nothing answers there from here (%w), though the service runs on this machine: is the name right, and what "+
				"stands in front? Where a network does not lead back to itself, look from another one", err)
		}
		return note{fmt.Errorf("nothing answers there from here (%w): right while the service is not running", err)}
	}
	defer func() { _ = res.Body.Close() }()
	b, _ := io.ReadAll(io.LimitReader(res.Body, 100))
	switch {
	case res.StatusCode/100 == 3:
		return errors.New("is redirected: Twilio would lose what it brings; PUBLIC_URL must be the address itself")
	case res.StatusCode != http.StatusOK || strings.TrimSpace(string(b)) != "ok":
		return fmt.Errorf("something else answers there (status %d)", res.StatusCode)
	}
	return nil
}

// here reports whether the service answers on this machine, whatever is in front of it.
func here(ctx context.Context, cfg config.Config) bool {
	host, port, err := net.SplitHostPort(cfg.Listen)
	if err != nil {
		return false
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return false
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	_ = res.Body.Close()
	return res.StatusCode == http.StatusOK
}

// sendOne texts whoever runs the check, past the database: it shows that a text of this account arrives.
func sendOne(ctx context.Context, cfg config.Config, to string) error {
	p, err := sms.ParsePhone(to)
	if err != nil {
		return fmt.Errorf("--send: %w", err)
	}
	c, err := twilio.New(serviceRecipe(cfg, "", "").twilio)
	if err != nil {
		return err
	}
	org := cfg.Org
	if org == "" {
		org = "Reportback"
	}
	ctx, cancel := context.WithTimeout(ctx, 40*time.Second)
	defer cancel()
	o := c.Send(ctx, app.Outgoing{ID: machineClock{}.New(), To: p, Body: sms.NewBody("A test text of " + org +
		": texts from this number reach you."), ValidFor: 10 * time.Minute})
	switch o.Kind {
	case app.OutcomeSent:
		return nil
	case app.OutcomeUnknown:
		return errors.New("Twilio gave no clear answer: it may arrive") //nolint:staticcheck // a name
	case app.OutcomeRejected, app.OutcomeSurelyNotSent:
	}
	if words := sms.Failure(o.Code); o.Code != 0 && words != "" {
		return fmt.Errorf("code %d: %s", o.Code, words)
	}
	return fmt.Errorf("http %d code %d", o.HTTP, o.Code)
}
