-- +goose Up
-- A phone that contacts of several organizers have: its yes counts for each organizer's own contact from here on. Whoever gets texts
-- today goes on getting them.
INSERT INTO consents (id, phone_id, person_id, consent, source, at)
  SELECT gen_random_uuid(), f.id, p.id, 1, 'the phone''s, before each had their own', coalesce(f.consent_at, p.created_at)
  FROM phones f JOIN people p ON p.phone_id = f.id AND 'contact' = ANY(p.roles) AND p.erased_at IS NULL
  WHERE f.consent = 1 AND EXISTS (SELECT FROM people o WHERE o.phone_id = f.id AND o.organizer_id <> p.organizer_id AND o.erased_at IS NULL)
    AND NOT EXISTS (SELECT FROM consents c WHERE c.phone_id = f.id AND c.person_id = p.id AND c.consent = 1);

-- +goose Down
DELETE FROM consents WHERE source = 'the phone''s, before each had their own';
