package store

import (
	"context"
	"slices"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
)

const (
	rolesSQL = `UPDATE people SET roles = $3, version = version + 1 WHERE id = $1 AND version = $2 AND erased_at IS NULL`

	adminsSQL = `SELECT id FROM people WHERE 'admin' = ANY(roles) AND roles && ARRAY['staff', 'admin'] AND erased_at IS NULL ORDER BY id
	  FOR UPDATE`
)

// What a way in leaves is gone with the last role that opens the page: it would open it again when the role came back.
const (
	endSessionsSQL  = `DELETE FROM sessions WHERE person_id = $1`
	dropPasskeysSQL = `DELETE FROM passkeys WHERE person_id = $1`
	endBrowsersSQL  = `DELETE FROM tokens WHERE subject_id = $1 AND kind = 'browser'`
)

func opens(r person.Role) bool { return r == person.Admin || r == person.Staff || r == person.Viewer }

// SetRoles implements app.Office. The admins are locked, so that two cannot take each other away at once.
func (s *DB) SetRoles(ctx context.Context, r app.RoleChange) error {
	return s.inTx(ctx, func(t *tx) error {
		var before, after []string
		if err := t.sel(ctx, &before, adminsSQL); err != nil {
			return err
		}
		roles := make([]string, len(r.Roles))
		for i, role := range r.Roles {
			roles[i] = string(role)
		}
		n, err := t.exec(ctx, rolesSQL, r.ID, r.Version, pq.Array(roles))
		if err != nil {
			return err
		}
		if n == 0 {
			return app.ErrConflict
		}
		if err := t.sel(ctx, &after, adminsSQL); err != nil {
			return err
		}
		if len(before) > 0 && len(after) == 0 {
			return app.ErrLastAdmin
		}
		if !slices.ContainsFunc(r.Roles, opens) {
			for _, q := range []string{endSessionsSQL, dropPasskeysSQL, endBrowsersSQL} {
				if _, err := t.exec(ctx, q, r.ID); err != nil {
					return err
				}
			}
		}
		_, err = t.exec(ctx, staffLineSQL, r.Line, r.ID, r.At, r.By, string(change.RolesChanged))
		return err
	})
}
