-- The page's lists of contacts: by when they were added, by tag, by what the phone said of texts.

-- +goose Up
CREATE INDEX people_added ON people (created_at, id) WHERE erased_at IS NULL;
CREATE INDEX people_tags ON people USING gin (tags);
CREATE INDEX phones_consent ON phones (consent) WHERE consent IN (2, 3);
CREATE INDEX people_email_begins ON people (lower(email) text_pattern_ops) WHERE email <> '';
CREATE INDEX people_roles ON people (id) WHERE roles && ARRAY['organizer', 'staff', 'admin', 'viewer'];
CREATE INDEX consents_person ON consents (person_id) WHERE person_id IS NOT NULL;

-- +goose Down
DROP INDEX people_added, people_tags, phones_consent, people_email_begins, people_roles, consents_person;
