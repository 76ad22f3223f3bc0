-- What is stored as a code can be no other (TestTheSchemaTakesTheCodes holds each list to the one in Go): what a row of Today wants
-- (core/matter), who did something, where a one-on-one, a report, an event, an answer, a planned row and a text stand.

-- +goose Up
-- Of rows of one subject that an older version called by two names, one stays on Today.
UPDATE attention a SET kind = 'other', note = concat_ws(': ', replace(a.kind, '_', ' '), nullif(a.note, '')),
  closed_at = CASE WHEN a.closed_at IS NULL AND EXISTS (SELECT FROM attention b WHERE b.closed_at IS NULL AND b.id < a.id
    AND b.subject_kind = a.subject_kind AND b.subject_id = a.subject_id AND b.kind NOT IN (
  'attendance_missing', 'dropped_texts', 'event_made', 'failed_text', 'fault', 'flood', 'gap', 'held_back', 'needs_answer', 'odd_sender',
  'opt_out_doubtful', 'opted_in', 'opted_out', 'promise_overdue', 'proposal_open', 'report_open', 'report_overdue', 'report_review',
  'restored', 'sending_stopped', 'thanks_missed', 'unknown_sender', 'unreachable', 'webhook_off', 'wrong_number')) THEN a.at
  ELSE a.closed_at END
WHERE a.kind NOT IN (
  'attendance_missing', 'dropped_texts', 'event_made', 'failed_text', 'fault', 'flood', 'gap', 'held_back', 'needs_answer', 'odd_sender',
  'opt_out_doubtful', 'opted_in', 'opted_out', 'promise_overdue', 'proposal_open', 'report_open', 'report_overdue', 'report_review',
  'restored', 'sending_stopped', 'thanks_missed', 'unknown_sender', 'unreachable', 'webhook_off', 'wrong_number');
ALTER TABLE attention ADD CONSTRAINT attention_kind CHECK (kind IN (
  'attendance_missing', 'dropped_texts', 'event_made', 'failed_text', 'fault', 'flood', 'gap', 'held_back', 'needs_answer', 'odd_sender',
  'opt_out_doubtful', 'opted_in', 'opted_out', 'other', 'promise_overdue', 'proposal_open', 'report_open', 'report_overdue',
  'report_review', 'restored', 'sending_stopped', 'thanks_missed', 'unknown_sender', 'unreachable', 'webhook_off', 'wrong_number'));

UPDATE timeline SET actor_kind = 'system' WHERE actor_kind NOT IN ('person', 'staff', 'system', 'provider');
ALTER TABLE timeline ADD CONSTRAINT timeline_actor CHECK (actor_kind IN ('person', 'staff', 'system', 'provider'));
UPDATE notes SET kind = 'note' WHERE kind NOT IN ('note', 'idea', 'call');
ALTER TABLE notes ADD CONSTRAINT notes_kind CHECK (kind IN ('note', 'idea', 'call'));
UPDATE meetings SET outcome = '' WHERE outcome NOT IN ('', 'held', 'no_show', 'called_off', 'declined');
ALTER TABLE meetings
  ADD CONSTRAINT meetings_outcome CHECK (outcome IN ('', 'held', 'no_show', 'called_off', 'declined')),
  ADD CONSTRAINT meetings_status CHECK (status IN (
    'planned', 'proposed', 'confirmed', 'declined', 'held', 'no_show', 'called_off', 'reported', 'debriefed'));
ALTER TABLE reports ADD CONSTRAINT reports_status CHECK (status IN ('draft', 'filed'));
ALTER TABLE promises ADD CONSTRAINT promises_kind CHECK (kind IN ('promise', 'commitment'));
ALTER TABLE events ADD CONSTRAINT events_status CHECK (status IN ('planned', 'called_off'));
ALTER TABLE rsvps
  ADD CONSTRAINT rsvps_answer CHECK (answer IN ('', 'yes', 'maybe', 'no')),
  ADD CONSTRAINT rsvps_attended CHECK (attended IN ('unknown', 'yes', 'no'));
ALTER TABLE answers ADD CONSTRAINT answers_state CHECK (state IN ('', 'given', 'known', 'none', 'skipped'));
ALTER TABLE planned ADD CONSTRAINT planned_state CHECK (state IN ('planned', 'made', 'folded', 'dropped', 'superseded'));
ALTER TABLE phones ADD CONSTRAINT phones_consent CHECK (consent IN (0, 1, 2, 3));
ALTER TABLE consents ADD CONSTRAINT consents_consent CHECK (consent IN (0, 1, 2, 3));
-- Millions of texts are not read while all wait: what is there was written by the same constants.
ALTER TABLE messages
  ADD CONSTRAINT messages_dir CHECK (dir IN (1, 2)) NOT VALID,
  ADD CONSTRAINT messages_state CHECK (state IN (0, 1, 2, 3, 4, 5, 6, 7)) NOT VALID;

-- +goose Down
ALTER TABLE messages DROP CONSTRAINT messages_state, DROP CONSTRAINT messages_dir;
ALTER TABLE consents DROP CONSTRAINT consents_consent;
ALTER TABLE phones DROP CONSTRAINT phones_consent;
ALTER TABLE planned DROP CONSTRAINT planned_state;
ALTER TABLE answers DROP CONSTRAINT answers_state;
ALTER TABLE rsvps DROP CONSTRAINT rsvps_answer, DROP CONSTRAINT rsvps_attended;
ALTER TABLE events DROP CONSTRAINT events_status;
ALTER TABLE promises DROP CONSTRAINT promises_kind;
ALTER TABLE reports DROP CONSTRAINT reports_status;
ALTER TABLE meetings DROP CONSTRAINT meetings_outcome, DROP CONSTRAINT meetings_status;
ALTER TABLE notes DROP CONSTRAINT notes_kind;
ALTER TABLE timeline DROP CONSTRAINT timeline_actor;
ALTER TABLE attention DROP CONSTRAINT attention_kind;
