package faketwilio

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/reportback/reportback/internal/core/sms"
)

// lateBy is how long a message is missing from the list when it is ordered to be late.
const lateBy = 10 * time.Second

// ServeHTTP is Twilio's REST API, as much of it as a texting service meets.
func (f *Fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	user, pass, _ := r.BasicAuth()
	if user != f.o.AccountSID || subtle.ConstantTimeCompare([]byte(pass), []byte(f.o.AuthToken)) != 1 {
		refuse(w, http.StatusUnauthorized, 20003, "Authenticate")
		return
	}
	if f.account(w, r) {
		return
	}
	if r.URL.Path != "/2010-04-01/Accounts/"+f.o.AccountSID+"/Messages.json" {
		refuse(w, http.StatusNotFound, 20404, "The requested resource was not found")
		return
	}
	switch r.Method {
	case http.MethodPost:
		f.create(w, r)
	case http.MethodGet:
		f.list(w, r)
	default:
		refuse(w, http.StatusMethodNotAllowed, 20004, "Method not allowed")
	}
}

func refuse(w http.ResponseWriter, status, code int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"code": code, "message": message,
		"more_info": fmt.Sprintf("https://www.twilio.com/docs/errors/%d", code), "status": status,
	})
}

func (f *Fake) create(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 256<<10)
	if r.ParseForm() != nil {
		refuse(w, http.StatusBadRequest, 20001, "Invalid form")
		return
	}
	to, body := r.PostForm.Get("To"), r.PostForm.Get("Body")
	f.mu.Lock()
	fault := f.faultFor(to)
	optedOut := f.out[to]
	f.mu.Unlock()
	switch {
	case fault.create == "timeout": // held until the caller gives up; not accepted
		select {
		case <-r.Context().Done():
		case <-f.closed:
			cut(w)
		}
		return
	case fault.create == "cut_before_accept":
		cut(w)
		return
	case fault.create == "html503":
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = w.Write([]byte("<html><body>503 Service Unavailable</body></html>"))
		return
	case fault.http != 0:
		refuse(w, fault.http, fault.code, "as ordered")
		return
	case to == "":
		refuse(w, http.StatusBadRequest, 21604, "A 'To' phone number is required.")
		return
	case body == "":
		refuse(w, http.StatusBadRequest, 21602, "Message body is required.")
		return
	case len(utf16.Encode([]rune(body))) > 1600:
		refuse(w, http.StatusBadRequest, 21617, "The concatenated message body exceeds the 1600 character limit")
		return
	case !strings.HasPrefix(to, "+") || len(to) < 8 || to == f.o.Number:
		refuse(w, http.StatusBadRequest, 21211, "Invalid 'To' Phone Number")
		return
	case r.PostForm.Get("From") == "" && r.PostForm.Get("MessagingServiceSid") == "":
		refuse(w, http.StatusBadRequest, 21603, "A 'From' phone number is required.")
		return
	case r.PostForm.Get("From") != "" && r.PostForm.Get("From") != f.o.Number:
		refuse(w, http.StatusBadRequest, 21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number")
		return
	case optedOut:
		refuse(w, http.StatusBadRequest, 21610, "Attempt to send to unsubscribed recipient")
		return
	}
	f.accept(w, r.PostForm, fault)
}

func (f *Fake) accept(w http.ResponseWriter, form url.Values, fault activeFault) {
	e := Entry{
		From: f.o.Number, To: form.Get("To"), Body: form.Get("Body"), Status: "queued", Direction: "outbound-api",
		Callback: form.Get("StatusCallback"),
	}
	if u, err := url.Parse(e.Callback); err == nil {
		e.MessageID = u.Query().Get("m")
	}
	if fault.List == "late" {
		e.late = time.Now().Add(lateBy)
	}
	f.mu.Lock()
	kept, err := f.newEntry(e)
	var answer map[string]any
	if err == nil {
		answer = f.resource(*kept)
	}
	if service := form.Get("MessagingServiceSid"); err == nil && service != "" { // the sender is chosen later
		answer["messaging_service_sid"], answer["from"], answer["status"], answer["num_segments"] = service, nil, "accepted", "0"
	}
	early := fault.Callbacks == "early"
	if err == nil && early {
		f.owes.Add(1)
	} else if err == nil {
		f.callbacks(kept, fault)
	}
	f.mu.Unlock()
	if err != nil { // not in the books, so not accepted
		refuse(w, http.StatusInternalServerError, 20500, "books")
		return
	}
	if early { // before the 201 leaves
		f.deliver(kept, fault)
		f.owes.Add(-1)
	}
	if fault.create == "cut_after_accept" {
		cut(w)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	_ = json.NewEncoder(w).Encode(answer)
}

// cut closes the connection without an answer.
func cut(w http.ResponseWriter) {
	if h, ok := w.(http.Hijacker); ok {
		if conn, _, err := h.Hijack(); err == nil {
			_ = conn.Close()
			return
		}
	}
	panic(http.ErrAbortHandler)
}

// resource is the message as Twilio's API shows it: counts are strings, the error code a number or null.
func (f *Fake) resource(e Entry) map[string]any {
	var code any
	if e.ErrorCode != 0 {
		code = e.ErrorCode
	}
	at := e.Created.UTC().Format(time.RFC1123Z)
	_, _, segments := sms.Segments(e.Body)
	return map[string]any{
		"sid": e.SID, "account_sid": f.o.AccountSID, "messaging_service_sid": nil, "from": e.From, "to": e.To, "body": e.Body, "status": e.Status,
		"direction": e.Direction, "num_segments": strconv.Itoa(segments), "num_media": "0", "price": nil, "price_unit": "USD",
		"error_code": code, "error_message": nil,
		"date_created": at, "date_updated": at, "date_sent": nil, "uri": "/2010-04-01/Accounts/" + f.o.AccountSID + "/Messages/" + e.SID +
			".json", "api_version": "2010-04-01",
	}
}

// list pages through the books, newest first.
func (f *Fake) list(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	size, err := strconv.Atoi(q.Get("PageSize"))
	if err != nil || size < 1 || size > 1000 {
		size = 50
	}
	page, err := strconv.Atoi(q.Get("Page"))
	if err != nil || page < 0 || page > 1<<20 {
		page = 0
	}
	now, skip := time.Now(), page*size
	part, more := []map[string]any{}, false
	f.mu.Lock()
	for i := len(f.entries) - 1; i >= 0 && !more; i-- {
		e := f.entries[i]
		if q.Get("To") != "" && q.Get("To") != e.To || q.Get("From") != "" && q.Get("From") != e.From || e.late.After(now) {
			continue
		}
		switch {
		case skip > 0:
			skip--
		case len(part) == size:
			more = true
		default:
			part = append(part, f.resource(*e))
		}
	}
	f.mu.Unlock()
	var next any
	if more {
		q.Set("Page", strconv.Itoa(page+1))
		next = r.URL.Path + "?" + q.Encode()
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"messages": part, "next_page_uri": next, "page_size": size})
}
