-- Until when a phone asked for no texts, and what history says of whose texts, how, and until when.

-- +goose Up
ALTER TABLE phones ADD COLUMN paused_until timestamptz;
ALTER TABLE timeline DROP CONSTRAINT timeline_what;
ALTER TABLE timeline ADD CONSTRAINT timeline_what CHECK (what IN (
  'added', 'added_by_hand', 'answers_changed', 'attendance_noted', 'begun', 'begun_anew', 'call_wanted', 'called_off', 'check_in_answered',
  'closed', 'confirmed', 'contact_agreed', 'contact_asks_other_time', 'debrief_held', 'debrief_moved', 'declined', 'erased',
  'event_edited', 'event_from_report', 'event_made', 'filed', 'filled_in_on_page', 'held', 'kept_private', 'length_changed',
  'looks_right', 'merge_taken_back', 'merged', 'met', 'moved', 'no_opt_out', 'no_show', 'no_texts_told', 'noted', 'nudged', 'opt_out_noted',
  'opt_out_taken_back', 'opted_out_undecided', 'organizer_agreed', 'organizer_asks_other_time', 'other_time_refused',
  'phone_changed', 'phone_locked', 'phone_unlocked', 'place_changed', 'planned', 'promise_closed', 'promise_put_off',
  'record_changed', 'record_changed_by_report', 'reported_held', 'roles_changed', 'saved_unanswered', 'texts_paused', 'thanks_approved',
  'thanks_held', 'work_handed_over', 'written_to', 'wrong_number'));

-- +goose Down
ALTER TABLE phones DROP COLUMN paused_until;
UPDATE timeline SET what = 'noted' WHERE what IN ('call_wanted', 'no_texts_told', 'texts_paused');
ALTER TABLE timeline DROP CONSTRAINT timeline_what;
ALTER TABLE timeline ADD CONSTRAINT timeline_what CHECK (what IN (
  'added', 'added_by_hand', 'answers_changed', 'attendance_noted', 'begun', 'begun_anew', 'called_off', 'check_in_answered',
  'closed', 'confirmed', 'contact_agreed', 'contact_asks_other_time', 'debrief_held', 'debrief_moved', 'declined', 'erased',
  'event_edited', 'event_from_report', 'event_made', 'filed', 'filled_in_on_page', 'held', 'kept_private', 'length_changed',
  'looks_right', 'merge_taken_back', 'merged', 'met', 'moved', 'no_opt_out', 'no_show', 'noted', 'nudged', 'opt_out_noted',
  'opt_out_taken_back', 'opted_out_undecided', 'organizer_agreed', 'organizer_asks_other_time', 'other_time_refused',
  'phone_changed', 'phone_locked', 'phone_unlocked', 'place_changed', 'planned', 'promise_closed', 'promise_put_off',
  'record_changed', 'record_changed_by_report', 'reported_held', 'roles_changed', 'saved_unanswered', 'thanks_approved',
  'thanks_held', 'work_handed_over', 'written_to', 'wrong_number'));
