package store_test

import (
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/thanks"
)

// TestTheSchemaTakesTheCodes: a code that Go writes and the schema refuses would lose a step. A new one needs a migration that makes the
// CHECK anew.
func TestTheSchemaTakesTheCodes(t *testing.T) {
	t.Parallel()
	url := cluster.Database(t)
	quoted := regexp.MustCompile(`'([a-z_]*)'::text|\b([0-9])\b`)
	for constraint, want := range map[string][]string{
		"timeline_what": texts(change.Facts()), "timeline_actor": texts(change.Actors()), "promises_outcome": texts(change.Outcomes()),
		"promises_kind": texts(change.PromiseKinds()), "attention_kind": texts(matter.Kinds()), "thanks_state": texts(thanks.States()),
		"meetings_status": texts(meeting.Statuses()), "meetings_outcome": texts(meeting.Outcomes()), "events_status": texts(event.Statuses()),
		"rsvps_answer": texts(event.Answers()), "rsvps_attended": texts(event.Attendances()), "reports_status": texts(change.ReportStatuses()),
		"answers_state": texts(report.States()), "planned_state": texts(change.PlanStates()), "notes_kind": texts(change.NoteKinds()),
		"phones_consent": numbers(person.Consents()), "consents_consent": numbers(person.Consents()), "messages_dir": numbers(sms.Dirs()),
		"messages_state": numbers(sms.States()), "attempts_outcome": texts(app.Attempts()), "imports_state": texts(app.ImportStates()),
		"import_rows_outcome": texts(contactfile.Outcomes()), "stops_kind": texts(app.StopKinds()),
		"audit_outcome": texts(staff.Outcomes()), "conversations_kind": append(world.Talks(), ""), "asks_kind": world.Talks(),
		"tokens_kind":          append(texts(staff.TokenKinds()), change.TokenWeb),
		"planned_subject_kind": texts(change.SubjectKinds()), "timeline_subject_kind": texts(change.SubjectKinds()),
		"messages_subject_kind":  texts(change.SubjectKinds()),
		"attention_subject_kind": append(texts(change.SubjectKinds()), matter.OwnSubjects()...),
	} {
		def := query(t, url, `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = $1`, constraint)
		if len(def) != 1 {
			t.Errorf("there is no %s", constraint)
			continue
		}
		var got []string
		for _, m := range quoted.FindAllStringSubmatch(def[0], -1) {
			got = append(got, m[1]+m[2])
		}
		slices.Sort(got)
		slices.Sort(want)
		if got, want := slices.Compact(got), slices.Compact(want); !slices.Equal(got, want) {
			t.Errorf("%s takes %q, Go writes %q", constraint, got, want)
		}
	}
}

// TestAnOldKindStaysOnToday: what an older version called otherwise is mapped when the schema learns its codes: nothing leaves Today.
func TestAnOldKindStaysOnToday(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	if err := db.MigrateDownTo(t.Context(), 42); err != nil {
		t.Fatal(err)
	}
	query(t, url, `INSERT INTO attention (id, kind, subject_kind, subject_id, note, at)
SELECT ('00000000-0000-7000-8000-00000000000' || i)::uuid, k, 'person', CASE WHEN i < 4 THEN '00000000-0000-7000-8000-000000000009'::uuid
  ELSE gen_random_uuid() END, 'a note', now() FROM unnest(ARRAY['phone_lost', 'no_show_twice', 'needs_answer',
  'phone_lost']) WITH ORDINALITY u(k, i)
RETURNING ''`)
	if err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := query(t, url, `SELECT kind || ', ' || note || ', ' || (closed_at IS NULL) FROM attention ORDER BY id`)
	want := []string{
		"other, phone lost: a note, true", "other, no show twice: a note, false", "needs_answer, a note, true", "other, phone lost: a note, true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

func numbers[T ~int16](list []T) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.Itoa(int(n))
	}
	return out
}

// TestWhatAnAttemptWasIsMapped: sentences become codes, and come back.
func TestWhatAnAttemptWasIsMapped(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	if err := db.MigrateDownTo(t.Context(), 45); err != nil {
		t.Fatal(err)
	}
	was := []string{"surely not sent", "refused for the whole account", "unknown", "found in the provider's list"}
	query(t, url, `INSERT INTO attempts (message_id, n, outcome, at) SELECT gen_random_uuid(), i, o, now()
FROM unnest($1::text[]) WITH ORDINALITY u(o, i) RETURNING ''`, pq.Array(was))
	if err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := query(t, url, `SELECT trim(outcome || ' ' || note) FROM attempts ORDER BY n`)
	if want := []string{"not_sent", "refused_for_all", "unknown", "judged found in the provider's list"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if err := db.MigrateDownTo(t.Context(), 45); err != nil {
		t.Fatal(err)
	}
	if got := query(t, url, `SELECT outcome FROM attempts ORDER BY n`); !slices.Equal(got, was) {
		t.Errorf("%q", got)
	}
}
