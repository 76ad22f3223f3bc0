package store

import (
	"encoding/json"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
)

func meetingSavings() []saving {
	names := as{"At": "", "ToldAt": "", "ToldCount": ""} // what the contact was told of it is MeetingTold's
	return []saving{
		keep("add meetings", "meetings", names, newMeeting, added),
		keep("change meetings", "meetings", names, knownMeeting, func(c coder) kept {
			return c.update("organizer_id zone created_at", "").versioned("")
		}),
		keep("told", "meetings", as{"At": "told_at"}, same[change.MeetingTold], func(c coder) kept {
			return c.by(`
UPDATE meetings m SET told_at = r.told_at, told_n = CASE WHEN r.told_at IS NULL THEN 0 ELSE m.told_n + 1 END
FROM {rows} WHERE m.id = r.id`, "id")
		}),
	}
}

// savedMeeting has its proposal in one column, null while nothing is asked for.
type savedMeeting struct {
	change.SaveMeeting
	Proposal *meeting.Proposal
}

func newMeeting(c change.SaveMeeting) (savedMeeting, bool) {
	return meetingOf(c), c.Meeting.Version == 0
}

func knownMeeting(c change.SaveMeeting) (savedMeeting, bool) {
	return meetingOf(c), c.Meeting.Version > 0
}

func meetingOf(c change.SaveMeeting) savedMeeting {
	c.Meeting.Rev = max(c.Meeting.Rev, 1)
	r := savedMeeting{SaveMeeting: c}
	if c.Meeting.Proposal.Round > 0 {
		r.Proposal = &c.Meeting.Proposal
	}
	return r
}

func proposalOf(raw []byte) meeting.Proposal {
	var p meeting.Proposal
	if len(raw) > 0 && json.Unmarshal(raw, &p) != nil {
		return meeting.Proposal{}
	}
	return p
}
