package e2e

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

// TestCheckFindsEachThingThatIsWrongAtTheProvider: one thing wrong at a time, each is a fault that is named; --fix sets right what it may;
// --send texts.
func TestCheckFindsEachThingThatIsWrongAtTheProvider(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	right := faketwilio.Setup{
		Status: "active", Balance: "20.5", Numbers: []string{testkit.Number}, SMS: true, SmsURL: s.Base + "/twilio/inbound#rc=3&rp=ct,rt,5xx",
		SmsMethod: "POST", VoiceURL: s.Base + "/twilio/voice", VoiceMethod: "POST", ServiceDefer: true,
		Service: "MG00000000000000000000000000000001", Campaign: "VERIFIED",
	}
	for _, c := range []struct {
		name, want string
		set        func(*faketwilio.Setup)
	}{
		{"all is right", "", func(*faketwilio.Setup) {}},
		{"suspended", "FAULT  twilio account: is suspended", func(x *faketwilio.Setup) { x.Status = "suspended" }},
		{"no money", "FAULT  twilio account: the balance is 0.00", func(x *faketwilio.Setup) { x.Balance = "0" }},
		{
			"not our number", "FAULT  sending number: TWILIO_FROM is not a number of this account",
			func(x *faketwilio.Setup) { x.Numbers = []string{"+12065550198"} },
		},
		{"no texts", "FAULT  sending number: TWILIO_FROM cannot send texts", func(x *faketwilio.Setup) { x.SMS = false }},
		{
			"another webhook", "FAULT  webhook of the number: texts to us go to https://old.example/in",
			func(x *faketwilio.Setup) { x.SmsURL = "https://old.example/in" },
		},
		{"no webhook", "FAULT  webhook of the number: texts to us go to nothing", func(x *faketwilio.Setup) { x.SmsURL = "" }},
		{"GET", "FAULT  webhook of the number: is called by GET", func(x *faketwilio.Setup) { x.SmsMethod = "GET" }},
		{"no campaign", "FAULT  registration: the number is in no A2P 10DLC campaign", func(x *faketwilio.Setup) { x.Campaign = "" }},
		{
			"campaign waits", "FAULT  registration: the A2P 10DLC campaign is IN_PROGRESS",
			func(x *faketwilio.Setup) { x.Campaign = "IN_PROGRESS" },
		},
		{
			"the number's Service drops texts", "FAULT  webhook of the Messaging Service that the number is in: texts to us go to nothing",
			func(x *faketwilio.Setup) { x.ServiceDefer = false },
		},
		{
			"the number's Service takes texts elsewhere", "the number is in: texts to us go to https://old.example",
			func(x *faketwilio.Setup) { x.ServiceDefer, x.ServiceURL = false, "https://old.example/in" },
		},
		{
			"the number's Service brings texts itself", "",
			func(x *faketwilio.Setup) {
				x.ServiceDefer, x.ServiceURL, x.SmsURL = false, s.Base+"/twilio/inbound", ""
			},
		},
		{"calls by GET", "FAULT  calls to the number: come by GET", func(x *faketwilio.Setup) { x.VoiceMethod = "GET" }},
		{"calls go elsewhere", "", func(x *faketwilio.Setup) { x.VoiceURL, x.VoiceMethod = "https://phone.example/", "GET" }},
	} {
		x := right
		c.set(&x)
		s.Fake.SetUp(x)
		out, err := s.Run("check")
		if (c.want == "") != (err == nil) || !strings.Contains(out, c.want) {
			t.Errorf("%s: %v\n%s", c.name, err, out)
		}
	}
	x := right
	x.SmsURL, x.SmsMethod, x.VoiceURL, x.VoiceMethod = "", "", "", ""
	s.Fake.SetUp(x)
	if out, err := s.Run("check", "--fix"); err != nil || !strings.Contains(out, "webhook of the number: set right") {
		t.Errorf("--fix: %v\n%s", err, out)
	}
	if got := s.Fake.SetupNow(); !strings.HasPrefix(got.SmsURL, s.Base+"/twilio/inbound#") || got.SmsMethod != "POST" ||
		got.VoiceURL != s.Base+"/twilio/voice" {
		t.Errorf("set to %+v", got)
	}
	x = right
	x.ServiceDefer = false
	s.Fake.SetUp(x)
	if out, err := s.Run("check", "--fix"); err != nil || !strings.Contains(out, "that the number is in: set right") {
		t.Errorf("--fix of the Service: %v\n%s", err, out)
	}
	if got := s.Fake.SetupNow(); !strings.HasPrefix(got.ServiceURL, s.Base+"/twilio/inbound#") {
		t.Errorf("the Service is set to %+v", got)
	}
	if out, err := s.Run("check", "--send", "206-555-0111"); err != nil || len(s.Fake.Accepted("+12065550111")) != 1 {
		t.Errorf("--send: %v\n%s", err, out)
	}
	if out, err := s.Run("--version"); err != nil || !strings.HasPrefix(out, "reportback ") {
		t.Errorf("--version: %v %q", err, out)
	}
}

// TestCheckSaysOfSettingsWhatAStartWould: each is refused before anything is made, and named.
func TestCheckSaysOfSettingsWhatAStartWould(t *testing.T) {
	t.Parallel()
	s := testkit.NewService(t, &binary, cluster.Database(t), "")
	for _, set := range []string{
		"REPORTBACK_PROXY=abc", "REPORTBACK_STAFF_LINE=call us", "REPORTBACK_ON_STOP=/nowhere/tell", "LISTEN=somewhere",
		"REPORTBACK_METRICS=9464",
		"PUBLIC_URL=https://kim:tiger@texts.example.org",
	} {
		name, _, _ := strings.Cut(set, "=")
		for _, command := range []string{"check", "web"} {
			out, err := s.RunWith([]string{set}, command)
			if err == nil || !strings.Contains(out+err.Error(), name+": ") || strings.Contains(out+err.Error(), "tiger") {
				t.Errorf("%s %s: %v\n%s", set, command, err, out)
			}
		}
	}
}

// TestAnAddressThatLeadsNowhereIsAFaultWhileTheServiceRuns, and right before it is started.
func TestAnAddressThatLeadsNowhereIsAFaultWhileTheServiceRuns(t *testing.T) {
	t.Parallel()
	s := testkit.NewService(t, &binary, cluster.Database(t), "")
	gone := "http://" + testkit.FreeAddr(t)
	if out, _ := s.RunWith([]string{"PUBLIC_URL=" + gone}, "check"); !strings.Contains(out, "FAULT  public address: nothing answers there") {
		t.Errorf("while it runs:\n%s", out)
	}
	out, _ := s.RunWith([]string{"PUBLIC_URL=" + gone, "LISTEN=" + testkit.FreeAddr(t)}, "check")
	if !strings.Contains(out, "note   public address: nothing") {
		t.Errorf("before it runs:\n%s", out)
	}
}
