-- What happened is a code (core/change.Fact), and so is how something ended that was promised (change.Outcome): words are made where they are read.

-- +goose Up
CREATE TEMP TABLE coded (words text PRIMARY KEY, code text) ON COMMIT DROP;
INSERT INTO coded VALUES
  ('saved without texts: unanswered for 30 minutes', 'saved_unanswered'),
  ('confirmed by the contact', 'confirmed'),
  ('declined by the contact', 'declined'),
  ('the contact asks for another time', 'contact_asks_other_time'),
  ('the organizer asks for another time', 'organizer_asks_other_time'),
  ('agreed by the contact', 'contact_agreed'),
  ('agreed by the organizer', 'organizer_agreed'),
  ('other time refused by the organizer', 'other_time_refused'),
  ('called off', 'called_off'),
  ('place changed', 'place_changed'),
  ('length changed', 'length_changed'),
  ('kept private', 'kept_private'),
  ('wrong number', 'wrong_number'),
  ('did not come', 'no_show'),
  ('reported as held', 'reported_held'),
  ('thank-you held', 'thanks_held'),
  ('thank-you approved', 'thanks_approved'),
  ('report begun', 'begun'),
  ('report begun anew', 'begun_anew'),
  ('report filed', 'filed'),
  ('filled in on the page', 'filled_in_on_page'),
  ('answers changed', 'answers_changed'),
  ('looks right', 'looks_right'),
  ('promise closed', 'promise_closed'),
  ('promise put off', 'promise_put_off'),
  ('debrief held', 'debrief_held'),
  ('debrief moved', 'debrief_moved'),
  ('added or changed', 'added'),
  ('record changed', 'record_changed'),
  ('record changed with a report', 'record_changed_by_report'),
  ('written to', 'written_to'),
  ('nudged about reports', 'nudged'),
  ('opt-out noted', 'opt_out_noted'),
  ('opt-out taken back', 'opt_out_taken_back'),
  ('found no opt-out', 'no_opt_out'),
  ('opted out: undecided for 24 hours', 'opted_out_undecided'),
  ('phone locked', 'phone_locked'),
  ('phone unlocked', 'phone_unlocked'),
  ('event made', 'event_made'),
  ('event made from a commitment', 'event_from_report'),
  ('event edited', 'event_edited'),
  ('attendance noted', 'attendance_noted'),
  ('move', 'moved'), ('work handed over', 'work_handed_over'), ('roles changed', 'roles_changed');
UPDATE timeline t SET what = c.code FROM coded c WHERE t.what = c.words;
UPDATE timeline SET what = 'met', note = substr(what, 8) WHERE what LIKE 'met by %';
UPDATE timeline SET what = 'check_in_answered', note = substr(what, 11) WHERE what LIKE 'answered: %';
UPDATE timeline SET what = 'noted', note = concat_ws(': ', what, nullif(note, '')) WHERE what NOT IN (
  'added', 'answers_changed', 'attendance_noted', 'begun', 'begun_anew', 'called_off', 'check_in_answered', 'closed', 'confirmed',
  'contact_agreed', 'contact_asks_other_time', 'debrief_held', 'debrief_moved', 'declined', 'erased', 'event_edited',
  'event_from_report', 'event_made', 'filed', 'filled_in_on_page', 'held', 'kept_private', 'length_changed', 'looks_right', 'met',
  'moved', 'no_opt_out', 'no_show', 'noted', 'nudged', 'opt_out_noted', 'opt_out_taken_back', 'opted_out_undecided',
  'organizer_agreed', 'organizer_asks_other_time', 'other_time_refused', 'phone_locked', 'phone_unlocked', 'place_changed', 'planned',
  'promise_closed', 'promise_put_off', 'record_changed', 'record_changed_by_report', 'reported_held', 'roles_changed',
  'saved_unanswered', 'thanks_approved', 'thanks_held', 'work_handed_over', 'written_to', 'wrong_number');
ALTER TABLE timeline ADD CONSTRAINT timeline_what CHECK (what IN (
  'added', 'answers_changed', 'attendance_noted', 'begun', 'begun_anew', 'called_off', 'check_in_answered', 'closed', 'confirmed',
  'contact_agreed', 'contact_asks_other_time', 'debrief_held', 'debrief_moved', 'declined', 'erased', 'event_edited',
  'event_from_report', 'event_made', 'filed', 'filled_in_on_page', 'held', 'kept_private', 'length_changed', 'looks_right', 'met',
  'moved', 'no_opt_out', 'no_show', 'noted', 'nudged', 'opt_out_noted', 'opt_out_taken_back', 'opted_out_undecided',
  'organizer_agreed', 'organizer_asks_other_time', 'other_time_refused', 'phone_locked', 'phone_unlocked', 'place_changed', 'planned',
  'promise_closed', 'promise_put_off', 'record_changed', 'record_changed_by_report', 'reported_held', 'roles_changed',
  'saved_unanswered', 'thanks_approved', 'thanks_held', 'work_handed_over', 'written_to', 'wrong_number'));

ALTER TABLE promises ADD COLUMN outcome text NOT NULL DEFAULT '';
UPDATE promises SET outcome = CASE WHEN how IN ('kept', 'done') THEN how WHEN how = 'taken out of the report' THEN 'withdrawn' WHEN how LIKE 'not%' THEN 'broken' ELSE 'done' END,
  how = CASE WHEN how IN ('kept', 'done', 'not kept', 'taken out of the report') THEN '' ELSE how END
WHERE closed_at IS NOT NULL;
ALTER TABLE promises ADD CONSTRAINT promises_outcome CHECK (outcome IN ('', 'kept', 'broken', 'done', 'withdrawn') AND (outcome = '') = (closed_at IS NULL));

ALTER TABLE thanks ADD CONSTRAINT thanks_state CHECK (state IN ('waiting', 'draft', 'approved', 'held', 'sent', 'missed', 'not_due'));

-- +goose Down
ALTER TABLE thanks DROP CONSTRAINT thanks_state;
ALTER TABLE promises DROP CONSTRAINT promises_outcome;
UPDATE promises SET how = CASE outcome WHEN 'kept' THEN 'kept' WHEN 'broken' THEN 'not kept' WHEN 'withdrawn' THEN 'taken out of the report' ELSE coalesce(nullif(how, ''), 'done') END
WHERE closed_at IS NOT NULL;
ALTER TABLE promises DROP COLUMN outcome;
ALTER TABLE timeline DROP CONSTRAINT timeline_what;
CREATE TEMP TABLE coded (words text, code text PRIMARY KEY) ON COMMIT DROP;
INSERT INTO coded VALUES
  ('saved without texts: unanswered for 30 minutes', 'saved_unanswered'),
  ('confirmed by the contact', 'confirmed'),
  ('declined by the contact', 'declined'),
  ('the contact asks for another time', 'contact_asks_other_time'),
  ('the organizer asks for another time', 'organizer_asks_other_time'),
  ('agreed by the contact', 'contact_agreed'),
  ('agreed by the organizer', 'organizer_agreed'),
  ('other time refused by the organizer', 'other_time_refused'),
  ('called off', 'called_off'),
  ('place changed', 'place_changed'),
  ('length changed', 'length_changed'),
  ('kept private', 'kept_private'),
  ('wrong number', 'wrong_number'),
  ('did not come', 'no_show'),
  ('reported as held', 'reported_held'),
  ('thank-you held', 'thanks_held'),
  ('thank-you approved', 'thanks_approved'),
  ('report begun', 'begun'),
  ('report begun anew', 'begun_anew'),
  ('report filed', 'filed'),
  ('filled in on the page', 'filled_in_on_page'),
  ('answers changed', 'answers_changed'),
  ('looks right', 'looks_right'),
  ('promise closed', 'promise_closed'),
  ('promise put off', 'promise_put_off'),
  ('debrief held', 'debrief_held'),
  ('debrief moved', 'debrief_moved'),
  ('added or changed', 'added'),
  ('record changed', 'record_changed'),
  ('record changed with a report', 'record_changed_by_report'),
  ('written to', 'written_to'),
  ('nudged about reports', 'nudged'),
  ('opt-out noted', 'opt_out_noted'),
  ('opt-out taken back', 'opt_out_taken_back'),
  ('found no opt-out', 'no_opt_out'),
  ('opted out: undecided for 24 hours', 'opted_out_undecided'),
  ('phone locked', 'phone_locked'),
  ('phone unlocked', 'phone_unlocked'),
  ('event made', 'event_made'),
  ('event made from a commitment', 'event_from_report'),
  ('event edited', 'event_edited'),
  ('attendance noted', 'attendance_noted'),
  ('work handed over', 'work_handed_over'), ('roles changed', 'roles_changed');
UPDATE timeline t SET what = c.words FROM coded c WHERE t.what = c.code;
UPDATE timeline SET what = 'met by ' || note, note = '' WHERE what = 'met';
UPDATE timeline SET what = 'answered: ' || note, note = '' WHERE what = 'check_in_answered';
