package admin

import (
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/signin"
)

type auditData struct {
	base
	Lines    []auditItem
	More     string
	Who      []choice
	From, To string
	Empty    string
}

type auditItem struct {
	At                                         stamp
	Who, What, Subject, Href, Outcome, Address string
}

// auditPage shows every change and export: who did what to whom.
func auditPage() pageDef {
	return pageDef{name: "audit", title: "Audit log", still: true, path: "/audit", least: onlyAdmin, data: auditData{}, show: showAudit}
}

const auditSize = 50

func showAudit(v *visit) (any, error) {
	f, d, err := v.auditFilter()
	if err != nil {
		return nil, err
	}
	list, err := v.a.Staff.AuditPage(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	if len(list) > auditSize {
		list = list[:auditSize]
		d.More = v.with("before", list[auditSize-1].ID.String())
	}
	var ids []uuid.UUID
	var phones []int64
	for _, l := range list {
		_, id := audited(l.Subject)
		if u, err := uuid.Parse(id); err == nil {
			ids = append(ids, u)
		} else if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			phones = append(phones, n)
		}
	}
	names, err := v.a.Read.NamesOf(v.ctx(), ids, phones)
	if err != nil {
		return nil, err
	}
	for _, l := range list {
		d.Lines = append(d.Lines, v.auditLine(l, names))
	}
	return d, nil
}

// auditFilter reads whose lines and which days the address asks for.
func (v *visit) auditFilter() (staff.AuditFilter, auditData, error) {
	f := staff.AuditFilter{N: auditSize + 1}
	d := auditData{base: v.base(), From: v.query("from"), To: v.query("to"), Empty: "Nothing has been changed on this page yet."}
	var err error
	if f.From, f.To, err = v.days(); err != nil {
		return f, d, err
	}
	for name, into := range map[string]*uuid.UUID{"before": &f.Before, "who": &f.By} {
		if q := v.query(name); q != "" {
			if *into, err = uuid.Parse(q); err != nil {
				return f, d, web.ErrBadRequest
			}
		}
	}
	team, err := v.a.Read.Team(v.ctx(), manyPeople)
	if err != nil {
		return f, d, err
	}
	for _, p := range team {
		if slices.ContainsFunc(p.Roles, signin.MayOpen) || p.ID == f.By {
			d.Who = append(d.Who, choice{Value: p.ID.String(), Text: p.Name, Here: p.ID == f.By})
		}
	}
	if f.By != uuid.Nil || d.From != "" || d.To != "" {
		d.Empty = "Nothing fits these filters."
	}
	return f, d, nil
}

// audited takes the address of an act apart: which kind of record it was about, and its id; "" when it was about none.
func audited(path string) (kind, id string) {
	parts := strings.Split(strings.TrimPrefix(path, Root+"/"), "/")
	for i, p := range parts[min(1, len(parts)):] {
		if _, err := uuid.Parse(p); err == nil {
			return parts[i], p
		}
		if _, err := strconv.ParseInt(p, 10, 64); err == nil {
			return parts[i], p
		}
	}
	return parts[0], ""
}

// auditSubject says in the language of the page what a line was about; what people wrote stays as it is.
func (v *visit) auditSubject(kind, name string) string {
	one, other, _ := strings.Cut(name, " and ")
	who, words, wrote := strings.Cut(name, " wrote: ")
	switch {
	case kind == "meetings" && other != "":
		return v.say("{1} and {2}", one, other)
	case kind == "attention" && wrote:
		return who + " " + v.say("wrote") + ": " + words
	case kind == "reports", kind == "debriefs":
		return v.in.say(name)
	}
	return name
}

// auditLine says a line in words. An address alone, of an act on no record, says nothing that What does not.
func (v *visit) auditLine(l staff.AuditLine, names map[string]string) auditItem {
	it := auditItem{At: v.at(l.At, ""), Who: l.Name, What: v.in.say(l.What), Address: v.in.say(l.Address)}
	kind, id := audited(l.Subject)
	if id != "" {
		it.Subject = v.auditSubject(kind, names[id])
		switch kind {
		case "meetings", "reports", "contacts", "organizers", "events", "messages", "imports":
			it.Href = Root + "/" + kind + "/" + id
		case "views":
			it.Subject = v.say("one of their own")
		case "webhooks":
			it.Subject = v.say("a webhook")
			it.Href = Root + webhooksPath + "/" + id
		}
		if it.Subject == "" {
			it.Subject = v.say("a record that is gone")
		}
	}
	switch l.Outcome {
	case staff.Refused:
		it.Outcome = "refused"
	case staff.Braked:
		it.Outcome = "too many tries"
	case staff.Failed:
		it.Outcome = "failed"
	case staff.Begun:
		it.Outcome = "not finished"
	case staff.Done:
	}
	return it
}
