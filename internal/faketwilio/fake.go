// Package faketwilio is a stand-in for Twilio: it takes messages as Twilio's API does, signs its webhooks with code of its own, behaves as
// a long code without Advanced Opt-Out, misbehaves on demand, and keeps its books in a file, so that what it accepted can be counted after
// any crash. It knows nothing of the service but its addresses.
package faketwilio

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Options configure a Fake.
type Options struct {
	AccountSID string
	AuthToken  string
	Number     string           // the long code, E.164
	Book       string           // file of the books, "" keeps them in memory
	Now        func() time.Time // people's clock, for Entry.At; nil is the machine's
	InboundURL string           // the service's /twilio/inbound, as Twilio is told it
}

// Entry is one message in the books.
type Entry struct {
	N         int       `json:"n"`
	At        time.Time `json:"at"`      // people's clock
	Created   time.Time `json:"created"` // machine's clock
	From      string    `json:"from"`
	To        string    `json:"to"`
	Body      string    `json:"body"`
	SID       string    `json:"sid"`
	MessageID string    `json:"message_id,omitempty"` // `m` of the status callback's address
	Status    string    `json:"status"`
	ErrorCode int       `json:"error_code,omitempty"`
	Direction string    `json:"direction"` // inbound, outbound-api, outbound-reply
	Callback  string    `json:"callback,omitempty"`
	late      time.Time // listed from then on
}

// line is one line of the book: a new entry, a new status, or an opt-out.
type line struct {
	Entry  *Entry `json:"entry,omitempty"`
	SID    string `json:"sid,omitempty"`
	Status string `json:"status,omitempty"`
	Code   int    `json:"code,omitempty"`
	Phone  string `json:"phone,omitempty"`
	Out    *bool  `json:"out,omitempty"`
}

// Fake is the stand-in. It is an http.Handler for the API.
type Fake struct {
	o      Options
	client *http.Client

	mu      sync.Mutex
	entries []*Entry
	bySID   map[string]*Entry
	out     map[string]bool // phones that opted out
	setup   Setup
	faults  []*activeFault
	file    *os.File
	size    int64 // of the file, in whole lines
	ended   bool

	owes   atomic.Int64
	mark   atomic.Int64
	wg     sync.WaitGroup
	closed chan struct{}
}

// New opens the books. A last line that a crash tore is dropped.
func New(o Options) (*Fake, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	f := &Fake{
		o: o, bySID: map[string]*Entry{}, out: map[string]bool{}, closed: make(chan struct{}),
		client: &http.Client{Timeout: 15 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: 20 * time.Second}},
	}
	if o.Book == "" {
		return f, nil
	}
	if err := f.load(); err != nil {
		return nil, err
	}
	return f, nil
}

func (f *Fake) load() error {
	file, err := os.OpenFile(f.o.Book, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("books of the stand-in: %w", err)
	}
	r := bufio.NewReader(file)
	var good int64
	for {
		b, err := r.ReadBytes('\n')
		if err != nil { // the end, or a torn line
			break
		}
		var l line
		if json.Unmarshal(b, &l) != nil {
			break
		}
		good += int64(len(b))
		f.apply(l)
	}
	if err := file.Truncate(good); err != nil {
		return fmt.Errorf("books of the stand-in: %w", err)
	}
	f.file, f.size = file, good
	return nil
}

func (f *Fake) apply(l line) {
	switch {
	case l.Entry != nil:
		f.entries = append(f.entries, l.Entry)
		f.bySID[l.Entry.SID] = l.Entry
	case l.Out != nil:
		f.out[l.Phone] = *l.Out
	default:
		if e := f.bySID[l.SID]; e != nil {
			e.Status, e.ErrorCode = l.Status, l.Code
		}
	}
	f.mark.Add(1)
}

// errEnded says that the books are closed: what came now would be in no file.
var errEnded = errors.New("books of the stand-in: closed")

// write keeps a line before anybody is told of it. The caller holds mu.
func (f *Fake) write(l line) error {
	if f.ended {
		return errEnded
	}
	if f.file != nil {
		b, err := json.Marshal(l)
		if err != nil {
			return fmt.Errorf("books of the stand-in: %w", err)
		}
		n, err := f.file.WriteAt(append(b, '\n'), f.size)
		if err != nil { // what is half written would spoil the next line: the next one overwrites it
			_ = f.file.Truncate(f.size)
			return fmt.Errorf("books of the stand-in: %w", err)
		}
		f.size += int64(n)
	}
	f.apply(l)
	return nil
}

// Resume sends the status callbacks that were still owed when the books were last closed. Call it when the service listens.
func (f *Fake) Resume() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, e := range f.entries {
		if e.Direction == "outbound-api" && e.Callback != "" && (e.Status == "queued" || e.Status == "sent") {
			f.callbacks(e, activeFault{})
		}
	}
}

// Close waits for callbacks under way and closes the books; nothing is accepted any more.
func (f *Fake) Close() error {
	f.mu.Lock()
	if f.ended {
		f.mu.Unlock()
		return nil
	}
	f.ended = true
	f.mu.Unlock()
	close(f.closed)
	f.wg.Wait()
	if f.file == nil {
		return nil
	}
	if err := f.file.Close(); err != nil {
		return fmt.Errorf("books of the stand-in: %w", err)
	}
	return nil
}

// Owes counts accepted messages whose status callbacks are not all answered or dropped.
func (f *Fake) Owes() int { return int(f.owes.Load()) }

// Mark grows with every change of the books.
func (f *Fake) Mark() int64 { return f.mark.Load() }

// Texts returns the messages from or to a phone ("" is every phone) with N greater than after, oldest first.
func (f *Fake) Texts(phone string, after int) []Entry {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []Entry
	for _, e := range f.entries {
		if e.N > after && (phone == "" || e.From == phone || e.To == phone) {
			out = append(out, *e)
		}
	}
	return out
}

// Accepted returns what the service sent to a phone ("" is every phone) and this stand-in accepted: the count that a promise is held
// against.
func (f *Fake) Accepted(to string) []Entry {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []Entry
	for _, e := range f.entries {
		if e.Direction == "outbound-api" && (to == "" || e.To == to) {
			out = append(out, *e)
		}
	}
	return out
}

// newEntry puts a message into the books. The caller holds mu.
func (f *Fake) newEntry(e Entry) (*Entry, error) {
	e.N = len(f.entries) + 1
	e.At, e.Created = f.o.Now(), time.Now()
	if e.SID == "" {
		e.SID = newSID()
	}
	if err := f.write(line{Entry: &e}); err != nil {
		return nil, err
	}
	return f.bySID[e.SID], nil
}

func newSID() string {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err) // crypto/rand does not fail
	}
	return "SM" + hex.EncodeToString(b[:])
}

// activeFault is one order to misbehave.
type activeFault struct {
	Fault
	code, http int
	create     string
	left       int // -1: for ever
}

// Fault orders the next sends to behave badly; the zero Fault of a phone takes its orders back.
type Fault struct {
	Phone     string          `json:"phone"`
	Create    json.RawMessage `json:"create"`    // {"code":21610,"http":400}, "timeout", "html503", "cut_after_accept" or "cut_before_accept"
	List      string          `json:"list"`      // "late": not listed for ten seconds
	Deliver   string          `json:"deliver"`   // "undelivered"
	Error     int             `json:"error"`     // code of the undelivered; alone it means undelivered
	Callbacks string          `json:"callbacks"` // none, twice, reversed, early
	Times     int             `json:"times"`     // 0: for ever
}

// Fault takes an order; a word that it does not know is an error.
func (f *Fake) Fault(in Fault) error {
	if in.Times < 0 || in.Error < 0 {
		return errors.New("times, error: not negative")
	}
	if in.Error != 0 && in.Deliver == "" {
		in.Deliver = "undelivered"
	}
	a := activeFault{Fault: in, left: in.Times}
	if in.Times == 0 {
		a.left = -1
	}
	if len(in.Create) > 0 && string(in.Create) != "null" {
		var word string
		var refusal struct {
			Code int `json:"code"`
			HTTP int `json:"http"`
		}
		switch {
		case json.Unmarshal(in.Create, &word) == nil:
			if word != "timeout" && word != "html503" && word != "cut_after_accept" && word != "cut_before_accept" {
				return errors.New("create: a refusal with code and http, timeout, html503, cut_after_accept or cut_before_accept")
			}
			a.create = word
		case json.Unmarshal(in.Create, &refusal) == nil && refusal.HTTP >= 300 && refusal.HTTP < 600:
			a.code, a.http = refusal.Code, refusal.HTTP
		default:
			return errors.New("create: code and http, http from 300 to 599")
		}
	}
	for _, w := range []struct{ v, known string }{{in.List, "late"}, {in.Deliver, "undelivered"}} {
		if w.v != "" && w.v != w.known {
			return fmt.Errorf("%q is not known here, %q is", w.v, w.known)
		}
	}
	switch in.Callbacks {
	case "", "none", "twice", "reversed", "early":
	default:
		return errors.New("callbacks: none, twice, reversed or early")
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if a.create == "" && a.http == 0 && in.List == "" && in.Deliver == "" && in.Callbacks == "" {
		kept := f.faults[:0]
		for _, x := range f.faults {
			if in.Phone != "" && x.Phone != in.Phone {
				kept = append(kept, x)
			}
		}
		f.faults = kept
		return nil
	}
	f.faults = append(f.faults, &a)
	return nil
}

// faultFor takes the order that applies to a send: the oldest of those that are counted, else the newest of those that stay. The caller
// holds mu.
func (f *Fake) faultFor(to string) activeFault {
	var found *activeFault
	for _, a := range f.faults {
		if a.Phone != "" && a.Phone != to {
			continue
		}
		if a.left > 0 {
			found = a
			break
		}
		found = a
	}
	if found == nil {
		return activeFault{}
	}
	if found.left > 0 {
		found.left--
		f.faults = slices.DeleteFunc(f.faults, func(a *activeFault) bool { return a.left == 0 })
	}
	return *found
}
