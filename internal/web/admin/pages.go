package admin

import (
	"net/http"

	"github.com/reportback/reportback/internal/core/person"
)

// pageDef is one page. Its name is that of its template, its data the zero value of its struct, against which a test checks the template.
type pageDef struct {
	name  string
	title string
	menu  string // how the menu calls it; "" is not in the menu
	path  string // below /admin
	least person.Role
	data  any
	show  func(*visit) (any, error)
	acts  []actDef
	views bool // a list whose filters may be kept under a name
	still bool // nothing that happens elsewhere changes it: it listens for no news
}

// actDef is one thing that can be done there: a POST. Its path begins with the page's when its refusal is shown on the page.
type actDef struct {
	path  string
	what  string // in the audit log
	least person.Role
	do    func(*visit) (done, error)
	max   int64 // of the body; 0 is the usual bound
}

// done is how an act ended. Unless stream is set the browser is sent on, to the page that the form names or to the page's own.
type done struct {
	say     string // plain words, shown on the next page
	refused bool   // nothing was done: say tells why, and what was typed is kept
	to      string
	at      string // the place on the page where the visitor goes on
	undo    string // where a form takes it back; "" cannot be
	stream  func(http.ResponseWriter) error
}

// Who may: each may what the next may.
const (
	viewer    = person.Viewer
	anyStaff  = person.Staff
	onlyAdmin = person.Admin
)

// allows reports whether a role is at least another.
func allows(has, least person.Role) bool { return rank(has) >= rank(least) && rank(least) > 0 }

func rank(r person.Role) int {
	switch r {
	case person.Viewer:
		return 1
	case person.Staff:
		return 2
	case person.Admin:
		return 3
	case person.Contact, person.Organizer:
	}
	return 0
}

// pages is the whole page, in the menu's order.
func pages() []pageDef {
	return []pageDef{
		todayPage(),
		startPage(),
		inboxPage(),
		searchPage(),
		meetingsPage(),
		meetingPage(),
		reportsPage(),
		reportPage(),
		answersPage(),
		promisesPage(),
		eventsPage(),
		eventPage(),
		guestListPage(),
		contactsPage(),
		contactPage(),
		mergePage(),
		erasePage(),
		organizersPage(),
		organizerPage(),
		handOverPage(),
		messagesPage(),
		numbersPage(),
		threadPage(),
		importsPage(),
		importPage(),
		calendarsPage(),
		peoplePage(),
		settingsPage(),
		wordingPage(),
		wordPage(),
		webhooksPage(),
		webhookPage(),
		accountPage(),
		auditPage(),
		licencesPage(),
	}
}
