package admin

import (
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
)

// textItem is one text of a thread.
type textItem struct {
	ID, Body, Who, Kind    string
	In                     bool
	At                     stamp
	Tick, Status, Tone     string
	Reason, Thread, Number string
}

func (v *visit) text(m page.Message) textItem {
	t := textItem{ID: m.ID.String(), Body: v.words(m.Body), Who: m.Who, In: m.In, At: v.at(m.At, ""), Number: m.Phone.Display()}
	if m.PhoneID != 0 {
		t.Thread = threadHref(m.PhoneID)
	} else {
		t.Number = m.Sender
	}
	if t.Who == "" {
		t.Who = t.Number
	}
	if !m.In {
		t.Kind, t.Reason = plainKind(m.Kind), reasonOf(plainKind(m.Kind), m.Reason)
		t.Tick, t.Status, t.Tone = tick(m)
		if !m.RetryAt.IsZero() && m.Status == sms.StatusQueued {
			t.Status = "will be tried again"
		}
	}
	return t
}

// thread returns texts of a phone in the order in which they came, and the number before which there are more.
func (v *visit) thread(phoneID, before int64, n int) ([]textItem, int64, error) {
	list, err := v.a.Read.Thread(v.ctx(), phoneID, before, n+1)
	if err != nil {
		return nil, 0, err
	}
	var more int64
	if len(list) > n {
		list = list[:n]
		more = list[n-1].Seq
	}
	out := make([]textItem, len(list))
	for i, m := range list {
		out[len(list)-1-i] = v.text(m)
	}
	return out, more, nil
}
