package faketwilio

import (
	"encoding/json"
	"net/http"
	"strings"
)

// Setup is what the account says of itself: how texts get to the service and from it. The zero value offers nothing of it (404), as the
// demo's.
type Setup struct {
	Status       string // of the account
	Balance      string
	Numbers      []string // the account's numbers
	SMS          bool
	SmsURL       string
	SmsMethod    string
	VoiceURL     string
	VoiceMethod  string
	Service      string // a Messaging Service that has the numbers, "" for none
	ServiceURL   string
	ServiceDefer bool   // the Service leaves texts to each number's own webhook
	Campaign     string // of the Service, "" for none
	Verification string // of a toll-free number
}

// SetUp orders what the account says of itself.
func (f *Fake) SetUp(s Setup) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.setup = s
}

// SetupNow returns it as it stands: what a check has set right shows.
func (f *Fake) SetupNow() Setup {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.setup
}

const numberSID = "PN00000000000000000000000000000001"

// account answers for the resources of a set-up; false leaves the request to others.
func (f *Fake) account(w http.ResponseWriter, r *http.Request) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := &f.setup
	if s.Status == "" || r.ParseForm() != nil {
		return false
	}
	base := "/2010-04-01/Accounts/" + f.o.AccountSID
	answer := func(v any) bool {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(v)
		return true
	}
	type m = map[string]any
	switch r.URL.Path {
	case base + ".json":
		return answer(m{"sid": f.o.AccountSID, "status": s.Status})
	case base + "/Balance.json":
		return answer(m{"balance": s.Balance, "currency": "USD"})
	case base + "/IncomingPhoneNumbers.json":
		var found []m
		for _, n := range s.Numbers {
			if n == r.Form.Get("PhoneNumber") {
				found = append(found, m{
					"sid": numberSID, "phone_number": n, "sms_url": s.SmsURL, "sms_method": s.SmsMethod, "voice_url": s.VoiceURL,
					"voice_method": s.VoiceMethod,
					"capabilities": m{"sms": s.SMS},
				})
			}
		}
		return answer(m{"incoming_phone_numbers": found})
	case base + "/IncomingPhoneNumbers/" + numberSID + ".json":
		for name, to := range map[string]*string{
			"SmsUrl": &s.SmsURL, "SmsMethod": &s.SmsMethod, "VoiceUrl": &s.VoiceURL, "VoiceMethod": &s.VoiceMethod,
		} {
			if r.PostForm.Has(name) { // what is not named stays, as at Twilio
				*to = r.PostForm.Get(name)
			}
		}
		return answer(m{"sid": numberSID})
	case "/v1/Tollfree/Verifications":
		return answer(m{"verifications": []m{{"status": s.Verification}}})
	}
	return s.service(r, answer)
}

// service answers for the resources of the Messaging Service.
func (s *Setup) service(r *http.Request, answer func(any) bool) bool {
	type m = map[string]any
	service := "/v1/Services/" + s.Service
	if s.Service == "" || !strings.HasPrefix(r.URL.Path, "/v1/Services") {
		return false
	}
	switch r.URL.Path {
	case "/v1/Services":
		return answer(m{"services": []m{{"sid": s.Service}}})
	case service:
		if r.Method == http.MethodPost {
			s.ServiceURL, s.ServiceDefer = r.PostForm.Get("InboundRequestUrl"), r.PostForm.Get("UseInboundWebhookOnNumber") == "true"
		}
		return answer(m{
			"sid": s.Service, "inbound_request_url": s.ServiceURL, "inbound_method": "POST",
			"use_inbound_webhook_on_number": s.ServiceDefer,
		})
	case service + "/PhoneNumbers":
		var pool []m
		for range s.Numbers {
			pool = append(pool, m{"sid": numberSID})
		}
		return answer(m{"phone_numbers": pool})
	case service + "/Compliance/Usa2p":
		if s.Campaign == "" {
			return answer(m{"compliance": []m{}})
		}
		return answer(m{"compliance": []m{{"campaign_status": s.Campaign}}})
	}
	return false
}
