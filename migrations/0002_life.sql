-- The life of a one-on-one: planned meetings with what the contact was told, proposals, notes, thank-yous, debriefs, events and RSVPs; and
-- what staff do on the page with the rows that need a person.

-- +goose Up
ALTER TABLE phones
  ADD COLUMN stop_line_at timestamptz,             -- when the opt-out line was last sent
  ADD COLUMN introduced uuid[] NOT NULL DEFAULT '{}'; -- organizers whose first text this phone has had

ALTER TABLE messages ADD COLUMN any_hour boolean NOT NULL DEFAULT false; -- an answer, or about to begin: may leave in quiet hours

ALTER TABLE conversations ADD COLUMN relay jsonb; -- whose words were last relayed to this phone, and when

ALTER TABLE people
  ADD COLUMN tips int NOT NULL DEFAULT 0,          -- coaching tips this organizer has had
  ADD COLUMN import_id uuid;

ALTER TABLE meetings
  ADD COLUMN rev int NOT NULL DEFAULT 1,           -- moves when what reminders say of it is no longer true
  ADD COLUMN private boolean NOT NULL DEFAULT false,
  ADD COLUMN told_at timestamptz,                  -- when the contact was last told of it as it stands
  ADD COLUMN told_n int NOT NULL DEFAULT 0,        -- how many texts about it the contact has had
  ADD COLUMN answered_at timestamptz,              -- when the contact last answered about it
  ADD COLUMN contact_chooses boolean NOT NULL DEFAULT false; -- the place is left to the contact
CREATE INDEX meetings_organizer_time ON meetings (organizer_id, starts_at);
CREATE INDEX meetings_contact_time ON meetings (contact_id, starts_at);

-- A number that a person said is not the one of this name: no text goes there for that name, whoever types it again.
CREATE TABLE wrong_numbers (
  phone_id bigint NOT NULL REFERENCES phones (id),
  name     text NOT NULL, -- lower case
  at       timestamptz NOT NULL,
  PRIMARY KEY (phone_id, name)
);

-- Private notes: of an organizer on a meeting or a person, and ideas whom to invite. Never texted to a contact.
CREATE TABLE notes (
  id         uuid PRIMARY KEY,
  author_id  uuid NOT NULL REFERENCES people (id),
  meeting_id uuid REFERENCES meetings (id),
  person_id  uuid REFERENCES people (id),
  kind       text NOT NULL, -- note, idea
  words      text NOT NULL,
  at         timestamptz NOT NULL,
  closed_at  timestamptz
);
CREATE INDEX notes_meeting ON notes (meeting_id, id) WHERE meeting_id IS NOT NULL;
CREATE INDEX notes_person ON notes (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX notes_author ON notes (author_id, id);

CREATE TABLE events (
  id            uuid PRIMARY KEY,
  title         text NOT NULL,
  name_in_texts text NOT NULL,
  starts_at     timestamptz NOT NULL,
  zone          text NOT NULL,
  minutes       int NOT NULL DEFAULT 120,
  place         text NOT NULL,
  bring         text NOT NULL DEFAULT '',
  status        text NOT NULL, -- planned, called_off
  created_at    timestamptz NOT NULL,
  created_by    uuid,
  rev           int NOT NULL DEFAULT 1, -- moves when what was told of it is no longer true
  version       int NOT NULL DEFAULT 1
);
CREATE INDEX events_time ON events (starts_at, id);

CREATE TABLE rsvps (
  event_id     uuid NOT NULL REFERENCES events (id),
  person_id    uuid NOT NULL REFERENCES people (id),
  organizer_id uuid REFERENCES people (id),
  report_id    uuid REFERENCES reports (id),
  promise_id   uuid,
  answer       text NOT NULL DEFAULT '', -- '' said so in the one-on-one, then yes, maybe, no
  answered_at  timestamptz,
  attended     text NOT NULL DEFAULT 'unknown', -- yes, no, unknown
  attended_at  timestamptz,
  told_rev     int NOT NULL DEFAULT 0, -- the event's rev that the person was last told
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (event_id, person_id)
);
CREATE INDEX rsvps_person ON rsvps (person_id);
CREATE INDEX rsvps_organizer ON rsvps (organizer_id);

ALTER TABLE promises ADD COLUMN event_id uuid REFERENCES events (id);
CREATE INDEX promises_to ON promises (to_id) WHERE closed_at IS NULL AND kind = 'commitment';
CREATE INDEX promises_event ON promises (event_id) WHERE event_id IS NOT NULL;

-- The thank-you that is due within 24 hours of a one-on-one's end: one row a meeting.
CREATE TABLE thanks (
  meeting_id   uuid PRIMARY KEY REFERENCES meetings (id),
  report_id    uuid REFERENCES reports (id),
  organizer_id uuid NOT NULL REFERENCES people (id),
  contact_id   uuid NOT NULL REFERENCES people (id),
  ends_at      timestamptz NOT NULL,
  due_by       timestamptz NOT NULL, -- 24 hours after the end
  state        text NOT NULL, -- waiting, draft, approved, held, sent, missed, not_due
  draft        text NOT NULL DEFAULT '', -- what the organizer was last shown, to the letter
  reason       text NOT NULL DEFAULT '',
  sent_at      timestamptz,
  message_id   uuid,
  version      int NOT NULL DEFAULT 1
);
CREATE INDEX thanks_open ON thanks (organizer_id) WHERE state IN ('waiting', 'draft', 'held');
CREATE INDEX thanks_due ON thanks (due_by) WHERE state IN ('waiting', 'draft', 'held');

-- One debrief per organizer and day covers every report since the last.
CREATE TABLE debriefs (
  id           uuid PRIMARY KEY,
  organizer_id uuid NOT NULL REFERENCES people (id),
  staff_id     uuid REFERENCES people (id),
  on_date      date NOT NULL,
  closed_at    timestamptz,
  closed_by    uuid,
  note         text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL,
  version      int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX debriefs_open ON debriefs (organizer_id, on_date) WHERE closed_at IS NULL;
CREATE INDEX debriefs_staff ON debriefs (staff_id, on_date) WHERE closed_at IS NULL;
ALTER TABLE reports ADD COLUMN debrief_id uuid REFERENCES debriefs (id);

ALTER TABLE attention
  ADD COLUMN taken_by uuid,
  ADD COLUMN taken_at timestamptz,
  ADD COLUMN put_off_until timestamptz,
  ADD COLUMN closed_word text NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE attention DROP COLUMN taken_by, DROP COLUMN taken_at, DROP COLUMN put_off_until, DROP COLUMN closed_word;
ALTER TABLE reports DROP COLUMN debrief_id;
DROP TABLE debriefs, thanks;
DROP INDEX promises_to;
ALTER TABLE promises DROP COLUMN event_id;
DROP TABLE rsvps, events, notes, wrong_numbers;
DROP INDEX meetings_organizer_time, meetings_contact_time;
ALTER TABLE meetings DROP COLUMN contact_chooses, DROP COLUMN rev, DROP COLUMN private, DROP COLUMN told_at, DROP COLUMN told_n, DROP COLUMN answered_at;
ALTER TABLE people DROP COLUMN tips, DROP COLUMN import_id;
ALTER TABLE conversations DROP COLUMN relay;
ALTER TABLE messages DROP COLUMN any_hour;
ALTER TABLE phones DROP COLUMN stop_line_at, DROP COLUMN introduced;
