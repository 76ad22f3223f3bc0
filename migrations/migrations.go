// Package migrations holds the numbered schema changes. They are immutable once released and only go forward; store runs them.
package migrations

import "embed"

// FS holds the .sql files, named NNNN_what.sql.
//
//go:embed *.sql
var FS embed.FS
