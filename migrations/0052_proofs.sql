-- When a session last gave a password, a code or a passkey: factors are added and dropped within minutes of that alone. A passkey that was
-- there when the password changed signs in again once its owner has confirmed it.

-- +goose Up
ALTER TABLE sessions ADD COLUMN proved_at timestamptz;
ALTER TABLE passkeys ADD COLUMN unsure boolean NOT NULL DEFAULT false;

-- +goose Down
ALTER TABLE passkeys DROP COLUMN unsure;
ALTER TABLE sessions DROP COLUMN proved_at;
