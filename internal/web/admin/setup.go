package admin

import (
	"slices"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// setupItem is one thing that is left to do, or done, before texts go for real.
type setupItem struct {
	Done       bool
	Text, More string
	Href       string
	Test       bool // a text to oneself is the way
}

// banner says on every page that texts do not go to everybody yet.
func (v *visit) banner() string {
	switch reminder.Sending(v.kept[app.SettingSending]) {
	case reminder.SendingOff:
		return "Sending is off: no text goes to anybody."
	case reminder.SendingTeam:
		return "Sending is “team”: texts go to staff and organizers only. Contacts get nothing yet."
	case reminder.SendingOn:
	}
	return ""
}

// setup is the list of an organization's first days; none once texts go to everybody, or for who cannot do it.
func (v *visit) setup() ([]setupItem, error) {
	if v.banner() == "" || !v.may(onlyAdmin) {
		return nil, nil
	}
	organizers, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return nil, err
	}
	heard, err := v.a.Read.Heard(v.ctx())
	if err != nil {
		return nil, err
	}
	reached, err := v.isReached()
	if err != nil {
		return nil, err
	}
	number := "Texts leave from " + v.a.Deps.Number.Display() + "."
	if v.a.Deps.Number.IsZero() {
		number = "Texts leave through a messaging service."
	}
	org := v.kept[app.SettingOrg]
	return []setupItem{
		{
			Done: org != "" && org != "Reportback", Text: "The organization’s name, as texts say it", More: v.say("Now: {1}", org),
			Href: Root + "/settings",
		},
		{Done: v.kept[app.SettingStaffLine] != "", Text: "A number that people may call", Href: Root + "/settings"},
		{Done: heard, Text: "The number’s webhook reaches us", More: number +
			map[bool]string{true: " A text has come in.", false: " No text has come in yet: text the number from any phone."}[heard]},
		{Done: reached, Text: "A test text to yourself", More: map[bool]string{
			true: "A text has arrived on your phone.", false: "It should be on your phone within a minute.",
		}[reached], Test: !reached},
		{Done: len(organizers) > 0, Text: "The first organizer", Href: Root + "/organizers"},
		{Text: "Sending to everybody", More: "The last step.", Href: Root + "/settings#h-sending"},
	}, nil
}

// isReached reports whether one of the newest texts to the visitor's own phone was delivered.
func (v *visit) isReached() (bool, error) {
	p, err := v.a.Read.Person(v.ctx(), v.who.ID)
	if err != nil || p.PhoneID == 0 {
		return false, err
	}
	list, err := v.a.Read.Thread(v.ctx(), p.PhoneID, 0, threadSize)
	return slices.ContainsFunc(list, func(m page.Message) bool { return !m.In && m.Status == sms.StatusDelivered }), err
}

// testText sends whoever asks a text on their own phone.
func testText(v *visit) (done, error) {
	_, who, err := v.a.Staff.AccountOf(v.ctx(), v.who.ID)
	if err != nil {
		return done{}, err
	}
	phone, _ := sms.PhoneFromE164(who.Phone) // act says so when there is none
	end, err := v.act(phone, world.Act{Kind: world.ActWrite, Subject: v.who.ID, Words: "This is the test text: texts reach your phone."})
	if err == nil && !end.refused {
		end.say = "The test text is on its way to " + phone.Display() + "."
	}
	return end, err
}
