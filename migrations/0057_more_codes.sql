-- The last columns that hold codes can hold no other (TestTheSchemaTakesTheCodes): how an audited act ended, what a conversation, a
-- question in the queue and a link are, and what a row is about. Large tables are not read for it: what is there was written by the same
-- constants.

-- +goose Up
ALTER TABLE audit ADD CONSTRAINT audit_outcome CHECK (outcome IN ('begun', 'done', 'refused', 'failed', 'braked')) NOT VALID;
ALTER TABLE conversations ADD CONSTRAINT conversations_kind CHECK (kind IN (
  '', 'report', 'which', 'plan', 'meeting', 'proposal', 'move', 'send', 'number', 'how', 'missed', 'thanks', 'guest', 'came')) NOT VALID;
ALTER TABLE asks ADD CONSTRAINT asks_kind CHECK (kind IN (
  'report', 'which', 'plan', 'meeting', 'proposal', 'move', 'send', 'number', 'how', 'missed', 'thanks', 'guest', 'came')) NOT VALID;
ALTER TABLE tokens ADD CONSTRAINT tokens_kind CHECK (kind IN ('first', 'cal', 'browser', 'passkey', 'web')) NOT VALID;
ALTER TABLE planned ADD CONSTRAINT planned_subject_kind CHECK (subject_kind IN (
  '', 'report', 'meeting', 'person', 'phone', 'event', 'promise', 'debrief', 'thanks')) NOT VALID;
ALTER TABLE timeline ADD CONSTRAINT timeline_subject_kind CHECK (subject_kind IN (
  '', 'report', 'meeting', 'person', 'phone', 'event', 'promise', 'debrief', 'thanks')) NOT VALID;
ALTER TABLE messages ADD CONSTRAINT messages_subject_kind CHECK (subject_kind IN (
  '', 'report', 'meeting', 'person', 'phone', 'event', 'promise', 'debrief', 'thanks')) NOT VALID;
ALTER TABLE attention ADD CONSTRAINT attention_subject_kind CHECK (subject_kind IN (
  '', 'report', 'meeting', 'person', 'phone', 'event', 'promise', 'debrief', 'thanks',
  'message', 'provider', 'country', 'database', 'webhook')) NOT VALID;

-- +goose Down
ALTER TABLE attention DROP CONSTRAINT attention_subject_kind;
ALTER TABLE messages DROP CONSTRAINT messages_subject_kind;
ALTER TABLE timeline DROP CONSTRAINT timeline_subject_kind;
ALTER TABLE planned DROP CONSTRAINT planned_subject_kind;
ALTER TABLE tokens DROP CONSTRAINT tokens_kind;
ALTER TABLE asks DROP CONSTRAINT asks_kind;
ALTER TABLE conversations DROP CONSTRAINT conversations_kind;
ALTER TABLE audit DROP CONSTRAINT audit_outcome;
