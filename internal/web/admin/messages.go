package admin

import (
	"strconv"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/web"
)

type messagesData struct {
	base
	Tabs     []tab
	Find     string
	From, To string
	Show     string
	Rows     []textItem
	Pager    pager
	Empty    string
}

// messagesPage is every text, newest first.
func messagesPage() pageDef {
	return pageDef{
		name: "messages", title: "Messages", menu: "Messages", path: "/messages", views: true,
		least: viewer, data: messagesData{}, show: showMessages,
		acts: []actDef{{path: "/messages/export", what: "exported messages", do: exportShown("messages", shownMessages)}},
	}
}

// messageFilter reads what the address asks for.
func (v *visit) messageFilter() (page.MessageFilter, messagesData, error) {
	f := page.MessageFilter{Find: v.query("q"), Direction: v.query("show"), N: page.Size + 1}
	if v.may(anyStaff) { // a viewer who could search words could guess them
		f.Words = f.Find
	}
	d := messagesData{base: v.base(), Find: f.Find, From: v.query("from"), To: v.query("to"), Show: f.Direction}
	d.Tabs = v.tabs("show", [2]string{"", "Every text"}, [2]string{"in", "Received"}, [2]string{"out", "Sent"})
	var err error
	if f.From, f.To, err = v.days(); err != nil {
		return f, d, err
	}
	f.AfterAt, f.AfterID, err = v.place()
	return f, d, err
}

func showMessages(v *visit) (any, error) {
	f, d, err := v.messageFilter()
	if err != nil {
		return nil, err
	}
	rows, err := v.a.Read.MessageList(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	rows, more := cut(rows)
	for _, m := range rows {
		d.Rows = append(d.Rows, v.text(m))
	}
	if len(rows) > 0 {
		last := rows[len(rows)-1]
		d.Pager = v.pager(more, last.At, last.ID, "")
	}
	d.Empty = "No text has come or gone yet."
	if f.Find != "" || f.Direction != "" || d.From != "" || d.To != "" {
		d.Empty = "Nothing fits these filters."
	}
	return d, nil
}

type threadData struct {
	base
	Name, Number string
	People       []ownerItem
	Thread       []textItem
	Older        string
	Newest       string
	Locked       bool
	NoText       string
	Call         call
	OptedOut     bool
	Undecided    bool
	Path         string
}

func (d threadData) pageTitle() string { return d.Name }

type ownerItem struct {
	ID, Name, Language string
	Href               string // the record
	Texts              badge
}

// threadPage is all that one phone wrote and got.
func threadPage() pageDef {
	return pageDef{
		name: "thread", title: "Texts", path: "/messages/:phone", least: viewer, data: threadData{}, show: showThread,
		acts: []actDef{
			{path: "/messages/:phone/write", what: "wrote a text", do: onPhone(world.ActWrite)},
			{path: "/messages/:phone/restore", what: "took an opt-out back", do: onPhone(world.ActRestore)},
			{path: "/messages/:phone/opt-out", what: "judged an opt-out", do: onPhone(world.ActOptOut)},
			{path: "/messages/:phone/not-opt-out", what: "judged no opt-out", do: onPhone(world.ActNotOptOut)},
			{path: "/messages/:phone/lock", what: "locked a phone", do: onPhone(world.ActLock)},
			{path: "/messages/:phone/unlock", what: "unlocked a phone", do: onPhone(world.ActUnlock)},
		},
	}
}

func (v *visit) phoneID() (int64, error) {
	id, err := strconv.ParseInt(v.c.Param("phone"), 10, 64)
	if err != nil || id <= 0 {
		return 0, app.ErrNotFound
	}
	return id, nil
}

func showThread(v *visit) (any, error) {
	id, err := v.phoneID()
	if err != nil {
		return nil, err
	}
	phone, people, err := v.a.Read.PhoneOwners(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	var before int64
	if q := v.query("before"); q != "" {
		if before, err = strconv.ParseInt(q, 10, 64); err != nil || before <= 0 {
			return nil, web.ErrBadRequest
		}
	}
	number := phone.Phone.Display()
	d := threadData{base: v.base(), Number: number, Name: number, Path: threadHref(id), Call: callTo(phone.Phone), NoText: v.noText(phone)}
	for i, p := range people {
		if i == 0 {
			d.Name, d.Locked, d.NoText = p.Name, p.Locked, v.noText(p)
			d.OptedOut, d.Undecided = p.Consent == person.ConsentNo, p.Consent == person.ConsentDoubtful
		}
		d.People = append(d.People, ownerItem{
			ID: p.ID.String(), Name: whole(p.Name), Href: recordHref(p), Language: language(p.Language),
			Texts: mayText(p),
		})
	}
	var more int64
	if d.Thread, more, err = v.thread(id, before, page.Size); err != nil {
		return nil, err
	}
	if more > 0 {
		d.Older = d.Path + "?before=" + strconv.FormatInt(more, 10)
	}
	if before > 0 {
		d.Newest = d.Path
	}
	return d, nil
}

// onPhone does something to a phone: Subject is the person that the form names, else its first.
func onPhone(kind world.ActKind) func(*visit) (done, error) {
	return func(v *visit) (done, error) {
		id, err := v.phoneID()
		if err != nil {
			return done{}, err
		}
		phone, people, err := v.a.Read.PhoneOwners(v.ctx(), id)
		if err != nil {
			return done{}, err
		}
		subject := uuid.Nil
		for _, p := range people {
			if subject == uuid.Nil || p.ID.String() == v.form("person") {
				subject = p.ID
			}
		}
		return v.act(phone.Phone, world.Act{Kind: kind, Subject: subject, Words: v.form("words")})
	}
}
