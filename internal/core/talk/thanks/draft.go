package thanks

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// thanksDraft writes the thank-you that a report suggests, in the contact's language, and in the organizer's where that is another one.
func thanksDraft(t *turn.Turn, m world.Meet, dr report.Draft) (draft, yours string) {
	tag := turn.Language(m.Contact, t.Org())
	draft = thanksIn(t, tag, tag, m, dr)
	if tag != t.Tag() {
		yours = thanksIn(t, t.Tag(), tag, m, dr)
	}
	return draft, yours
}

// thanksIn writes it in a language; what is quoted are words in the contact's, whatever the frame around them.
func thanksIn(t *turn.Turn, tag, quoted lang.Tag, m world.Meet, dr report.Draft) string {
	say := func(k lang.Key, f ...string) string { return t.Org().Words.Text(tag, k, f...) }
	var promised, said []string
	come := ""
	for _, d := range partsOf(t, dr, report.FollowUps, report.FollowUpsDue) {
		if q, ok := promise.QuotePromise(t, d, quoted); ok {
			promised = append(promised, promise.ByDay(t, q, tag))
		}
	}
	for _, d := range partsOf(t, dr, report.Commitment, report.CommitmentDue) {
		switch q, ok := promise.QuoteDeed(t, d, quoted, m.Organizer.First()); {
		case ok && q.To && come == "":
			day := ""
			if q.On != "" {
				day = ", " + q.On
			}
			come = say(lang.ThanksCome, "what", q.What, "day", day)
		case ok && !q.To:
			said = append(said, promise.ByDay(t, q, tag))
		}
	}
	ours, commit := "", come
	if len(promised) > 0 {
		ours = say(lang.ThanksPromise, "ofirst", m.Organizer.First(), "what", quotedList(promised))
	}
	if len(said) > 0 {
		commit = say(lang.ThanksCommit, "what", quotedList(said)) + commit
	}
	key := lang.ThanksBody
	if m.Private {
		key = lang.PrivateThanksBody
	}
	return say(key, "first", m.Contact.First(), "ofirst", m.Host().First(), "promise", ours, "commit", commit, "org", t.Org().Name)
}

// quotedList joins what is quoted, as much as a text holds.
func quotedList(all []string) string {
	out := all[0]
	for _, s := range all[1:] {
		if len(out)+len(s) < 100 {
			out += "; " + s
		}
	}
	return out
}

// partsOf lists what somebody said they would do, by when; nothing of what waits for staff to look at it.
func partsOf(t *turn.Turn, dr report.Draft, words, due report.Name) []promise.Dated {
	a := dr.Answers[words]
	if a.State != report.Given || a.NeedsReview {
		return nil
	}
	return promise.DatedParts(t, a.Words, dr.Answers[due].Value)
}
