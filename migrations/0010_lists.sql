-- What the page lists of one organizer or contact comes in its order from an index, and what is counted of an organizer is counted in one.

-- +goose Up
CREATE INDEX meetings_organizer_listed ON meetings (organizer_id, coalesce(starts_at, created_at), id);
CREATE INDEX meetings_contact_listed ON meetings (contact_id, coalesce(starts_at, created_at), id);
CREATE INDEX reports_organizer_changed ON reports (organizer_id, changed_at, id);
CREATE INDEX reports_contact_changed ON reports (contact_id, changed_at, id) WHERE contact_id IS NOT NULL;
DROP INDEX reports_contact;
CREATE INDEX promises_organizer_due ON promises ((CASE WHEN kind = 'promise' THEN owner_id ELSE to_id END), due_on, id) WHERE closed_at IS NULL;
CREATE INDEX debriefs_held ON debriefs (organizer_id, on_date) WHERE closed_at IS NOT NULL;
DROP INDEX people_organizer;
CREATE INDEX people_organizer ON people (organizer_id, lower(name), id) WHERE organizer_id IS NOT NULL AND erased_at IS NULL;
CREATE INDEX timeline_moved ON timeline (subject_id) WHERE subject_kind = 'meeting' AND what IN ('moved', 'move');
CREATE INDEX reports_undebriefed ON reports (organizer_id) WHERE status = 'filed' AND debriefed_at IS NULL;

-- +goose Down
DROP INDEX people_organizer;
CREATE INDEX people_organizer ON people (organizer_id, lower(name)) WHERE organizer_id IS NOT NULL;
CREATE INDEX reports_contact ON reports (contact_id) WHERE contact_id IS NOT NULL;
DROP INDEX meetings_organizer_listed, meetings_contact_listed, reports_organizer_changed, reports_contact_changed, reports_undebriefed, promises_organizer_due, debriefs_held, timeline_moved;
