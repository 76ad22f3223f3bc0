package store

import (
	"context"
	"fmt"
)

// ServerMajor returns the server's major version.
func (s *DB) ServerMajor(ctx context.Context) (int, error) {
	n, err := one[int](ctx, s, `SELECT current_setting('server_version_num')::int`)
	return n / 10000, err
}

// Empty reports whether nothing is kept here yet.
func (s *DB) Empty(ctx context.Context) (bool, error) {
	return one[bool](ctx, s, `SELECT NOT EXISTS (SELECT FROM information_schema.tables WHERE table_schema = 'public')`)
}

// Moved has the next MoveIn find a database that was restored, also into the place where it lived.
func (s *DB) Moved(ctx context.Context) error {
	_, err := s.exec(ctx, `INSERT INTO settings (key, value) VALUES ('home', 'restored')
	  ON CONFLICT (key) DO UPDATE SET value = 'restored', version = settings.version + 1`)
	return err
}

// Kept says in a few words what is kept: whoever restores looks whether it is all.
func (s *DB) Kept(ctx context.Context) (string, error) {
	n, err := one[struct {
		People   int `db:"people"`
		Meetings int `db:"meetings"`
		Reports  int `db:"reports"`
		Messages int `db:"messages"`
	}](ctx, s, `SELECT (SELECT count(*) FROM people) AS people, (SELECT count(*) FROM meetings) AS meetings,
	  (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM messages) AS messages`)
	return fmt.Sprintf("%d people, %d one-on-ones, %d reports, %d texts", n.People, n.Meetings, n.Reports, n.Messages), err
}
