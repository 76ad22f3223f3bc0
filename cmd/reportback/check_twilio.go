package main

import (
	"context"
	"errors"
	"fmt"
	"io"
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
	ask("sending number", c.OwnNumber, func() {
		judgeNumber(ctx, c, cfg, s, fix, say)
		if s.NumberOurs {
			ask("registration", c.Registration, func() { say("registration", judgeRegistration(s)) })
		}
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

func judgeNumber(ctx context.Context, c *twilio.Client, cfg config.Config, s twilio.Setup, fix bool, say teller) {
	switch {
	case !s.NumberOurs:
		say("sending number", errors.New("TWILIO_FROM is not a number of this account"))
		return
	case !s.SMS:
		say("sending number", errors.New("TWILIO_FROM cannot send texts"))
		return
	}
	say("sending number", nil)
	sms, voice := cfg.PublicURL+"/twilio/inbound"+inboundOverrides, ""
	if s.Number.VoiceURL == "" || sameAddress(s.Number.VoiceURL, "https://demo.twilio.com/welcome/voice/") {
		voice = cfg.PublicURL + "/twilio/voice"
	} else if strings.HasPrefix(s.Number.VoiceURL, cfg.PublicURL) {
		voice = s.Number.VoiceURL
	}
	err := judgeWebhook(s.Number, cfg.PublicURL+"/twilio/inbound")
	if fix && (err != nil || voice != s.Number.VoiceURL) {
		if err = c.PointNumber(ctx, s.Number.SID, sms, voice); err == nil {
			err = note{errors.New("set right")}
		}
		say("webhook of the number", err)
		return
	}
	say("webhook of the number", err)
	if !sameAddress(s.Number.VoiceURL, cfg.PublicURL+"/twilio/voice") {
		say("calls to the number", note{fmt.Errorf("go to %s; --fix has them say whose number it is, where nothing else is set",
			orNothing(s.Number.VoiceURL))})
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
		if err = c.PointService(ctx, cfg.PublicURL+"/twilio/inbound"+inboundOverrides); err == nil {
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
