package consent

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// helpWord answers HELP. Twilio's default answer names neither us nor a way to a person, so ours follows it; where the account has its
// own answer (OptOutType is set) that one has gone out already.
func helpWord(t *turn.Turn, byCarrier bool) bool {
	t.SetOutcome("help")
	if byCarrier || len(t.People()) == 0 {
		if len(t.People()) == 0 {
			UnknownSender(t)
		}
		return true
	}
	help(t)
	return true
}

func help(t *turn.Turn) {
	line := ""
	if !t.Org().StaffLine.IsZero() {
		line = t.Say(lang.HelpLine, "phone", t.Org().StaffLine.Display())
	}
	if t.Who().Works() {
		t.Answer("help", t.Say(lang.HelpOrganizer, "org", t.Org().Name, "line", line))
		return
	}
	t.Answer("help", t.Say(lang.HelpContact, "org", t.Org().Name, "line", line))
}

// UnknownSender answers a phone that nobody here knows, once an hour, and leaves the text to staff.
func UnknownSender(t *turn.Turn) {
	t.SetOutcome("from a phone nobody here knows")
	t.HandToStaff(matter.UnknownSender, "from a number that nobody here has")
	switch {
	case t.Heard().Command == understand.SpanishOn:
		t.SpeakIn(lang.Spanish)
	case t.Heard().Command == understand.EnglishOn:
		t.SpeakIn(lang.English)
	case t.Heard().Lang != "":
		t.SpeakIn(t.Heard().Lang)
	}
	if t.MayAutoAnswer() {
		t.Answer("unknown_sender", t.Say(lang.UnknownSender, "org", t.Org().Name))
	}
}

func switchLanguage(t *turn.Turn) {
	tag := lang.English
	if t.Heard().Command == understand.SpanishOn {
		tag = lang.Spanish
	}
	t.SpeakIn(tag)
	t.Add(change.SetLanguage{PersonID: t.Who().ID, Language: tag})
}

func plan(t *turn.Turn, rule string, at time.Time, data []byte) change.Plan {
	return change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Rule: rule, Occurrence: "1",
		Subject: change.Subject{Kind: change.PhoneSubject, ID: turn.PhoneSubject(t.Phone().ID)}, DueAt: at, Cause: t.MessageID(), Data: data,
		Again: true,
	}
}

// languageWord answers in the language that was asked for, from here on.
func languageWord(t *turn.Turn) {
	switchLanguage(t)
	now := t.Say(lang.LanguageNow)
	if !t.Who().Works() && t.Happened(fact.SaidAgain{First: now}) {
		return
	}
	if !t.Who().Works() || !t.Happened(fact.Resumes{First: now}) {
		t.Answer("help", now)
	}
}
