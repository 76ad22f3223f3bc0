package todo

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// keepNote keeps a private note on the one-on-one that is near: NOTE Maria ..., or NOTE alone for the last or next one.
func keepNote(t *turn.Turn) {
	arg := strings.TrimSpace(t.Heard().Arg)
	if arg == "" {
		t.Answer("help", t.Say(lang.NoteWhat))
		return
	}
	var pool []world.Meet
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && m.Status != meeting.CalledOff {
			pool = append(pool, m)
		}
	}
	if w, rest, more := strings.Cut(arg, " "); more && lexicon.NoteOf.Has(lexicon.Plain(w)) { // "for maria: ..."
		if hits, _ := t.NameOf(rest, pool); len(hits) > 0 {
			arg = rest
		}
	}
	hits, words := t.NameOf(arg, pool)
	if len(hits) == 0 || words == "" {
		hits, words = pool, arg
	}
	if len(hits) == 0 {
		t.OwnList(arg)
		t.Answer("saved", t.Say(lang.NoteNone, "words", report.Excerpt(arg, 60)))
		return
	}
	slices.SortStableFunc(hits, func(a, b world.Meet) int { return turn.Nearer(a, b, t.Now()) })
	m := hits[0]
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords,
		Words: turn.Bounded(words), At: t.Now(),
	})
	t.Answer("saved", t.Say(lang.NoteSaved, "what", t.What(m)))
}

func noteSaid(t *turn.Turn, _ fact.NoteSaid) bool {
	said := strings.TrimSpace(t.Heard().Arg) != ""
	if said {
		keepNote(t)
	}
	return said
}

func keepIdea(t *turn.Turn) {
	arg := strings.TrimSpace(t.Heard().Arg)
	if arg == "" {
		t.Answer("help", t.Say(lang.NoteWhat))
		return
	}
	t.Idea(arg)
	t.Answer("saved", t.Say(lang.IdeaSaved, "words", report.Excerpt(arg, 60)))
}

// tip sends one coaching tip, the next in turn: never the same twice in a row.
func tip(t *turn.Turn) {
	n := t.Tips()[t.Who().ID]
	tips := lang.Tips()
	t.Add(change.SetTips{PersonID: t.Who().ID, Tips: n + 1})
	t.Answer("tip", t.Say(tips[n%len(tips)]))
}

// prep sends the planning worksheet, beginning with what is known of this person.
func prep(t *turn.Turn) {
	arg := t.Heard().Arg
	pool := t.Organized()
	hits, _ := t.NameOf(arg, pool)
	if len(hits) == 0 && arg == "" {
		hits = pool
	}
	if len(hits) == 0 {
		t.Answer("prep", t.Say(lang.PrepSheet))
		return
	}
	t.Answer("prep", prepText(t, hits[0]))
}

func prepText(t *turn.Turn, m world.Meet) string {
	known := ""
	for _, p := range t.Past() {
		if p.ContactID != m.ContactID {
			continue
		}
		day, commit, promise := "", "", ""
		if on, ok := when.ParseDate(p.MetOn); ok {
			day = t.Day(on)
		}
		if p.Commitment != "" {
			commit = t.Say(lang.PrepCommit, "what", report.Excerpt(p.Commitment, 70))
		}
		if p.Promised != "" {
			promise = t.Say(lang.PrepPromise, "what", report.Excerpt(p.Promised, 70))
		}
		if day != "" {
			known = t.Say(lang.PrepKnown, "day", day, "commit", commit, "promise", promise)
		}
	}
	if needs := strings.TrimSpace(m.Contact.AccessNeeds + " " + m.Contact.DietaryNeeds); needs != "" {
		known += t.Say(lang.PrepNeeds, "what", report.Excerpt(needs, 60))
	}
	return t.Say(lang.PrepTitle, "what", t.What(m)) + known + " " + t.Say(lang.PrepSheet)
}

// prepDue sends the worksheet before a one-on-one.
func prepDue(t *turn.Turn, rule reminder.Rule) {
	if m, ok := t.DueMeet(); ok {
		t.Unasked(rule, prepText(t, m))
	}
}
