package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/world"
)

const recordSQL = `SELECT id, organizer_id, contact_id, meeting_id, question, version, started_at, filed_at, debrief_id, debrief_with,
  coalesce(to_char(debrief_on, 'YYYY-MM-DD'), '') AS debrief_on
FROM reports WHERE id = $1 AND status = 'filed'`

type recordRow struct {
	draftRow
	FiledAt     time.Time `db:"filed_at"`
	DebriefID   nullID    `db:"debrief_id"`
	DebriefWith nullID    `db:"debrief_with"`
	DebriefOn   string    `db:"debrief_on"`
}

// Ids are made in the order in which the items were said.
const recordItemsSQL = `SELECT id, report_id, owner_id, to_id, kind, what, coalesce(to_char(due_on, 'YYYY-MM-DD'), '') AS due_on, event_id,
  '' AS name, closed_at
FROM promises WHERE report_id = $1 ORDER BY id`

type recordItemRow struct {
	promiseRow
	ClosedAt sql.NullTime `db:"closed_at"`
}

// loadRecords reads the filed reports that staff correct. It asks for the one-on-one of each, which is read after.
func (t *tx) loadRecords(ctx context.Context, needs []world.Need, worlds []world.World) error {
	for i, n := range needs { // an act of somebody on the page: one in its batch
		if n.Record == uuid.Nil {
			continue
		}
		var got []recordRow
		if err := t.sel(ctx, &got, recordSQL, n.Record); err != nil {
			return fmt.Errorf("filed report: %w", err)
		}
		if len(got) == 0 {
			continue
		}
		answers, err := t.answersOf(ctx, []string{n.Record.String()})
		if err != nil {
			return err
		}
		r := got[0]
		worlds[i].Record = world.Record{
			Draft: report.Draft{
				ID: r.ID, OrganizerID: r.OrganizerID, ContactID: r.ContactID.id(), MeetingID: r.MeetingID.id(), Question: report.Name(r.Question),
				Version:   r.Version,
				StartedAt: zero(r.StartedAt), Answers: answers[r.ID],
			},
			FiledAt: r.FiledAt, DebriefID: r.DebriefID.id(), DebriefWith: r.DebriefWith.id(), DebriefOn: r.DebriefOn,
		}
		needs[i].Meeting = r.MeetingID.id()
		var items []recordItemRow
		if err := t.sel(ctx, &items, recordItemsSQL, n.Record); err != nil {
			return fmt.Errorf("items of a filed report: %w", err)
		}
		for _, it := range items {
			worlds[i].Record.Items = append(worlds[i].Record.Items, world.Item{Promise: it.promise(), Closed: it.ClosedAt.Valid})
		}
	}
	return nil
}

const filedSQL = `SELECT r.id, r.version, r.status, o.name AS organizer, coalesce(c.name, '') AS contact,
  coalesce((SELECT value FROM answers WHERE report_id = r.id AND field = 'met_on'), '') AS met_on,
  coalesce(to_char(r.debrief_on, 'YYYY-MM-DD'), '') AS debrief_on
FROM reports r JOIN people o ON o.id = r.organizer_id LEFT JOIN people c ON c.id = r.contact_id WHERE r.id = ANY($1)`

type filedRow struct {
	ID        uuid.UUID           `db:"id"`
	Version   int                 `db:"version"`
	Status    change.ReportStatus `db:"status"`
	Organizer string              `db:"organizer"`
	Contact   string              `db:"contact"`
	MetOn     string              `db:"met_on"`
	DebriefOn string              `db:"debrief_on"`
}

func (t *tx) loadFiled(ctx context.Context, needs []world.Need, worlds []world.World) error {
	var ids []string
	for _, n := range needs {
		if n.FiledReport != uuid.Nil {
			ids = append(ids, n.FiledReport.String())
		}
	}
	if len(ids) == 0 {
		return nil
	}
	var got []filedRow
	if err := t.sel(ctx, &got, filedSQL, pq.Array(ids)); err != nil {
		return fmt.Errorf("filed reports: %w", err)
	}
	for _, r := range got {
		for i, n := range needs {
			if n.FiledReport == r.ID {
				worlds[i].Filed = world.Filed{
					ReportID: r.ID, Version: r.Version, Status: r.Status, Organizer: r.Organizer, Contact: r.Contact,
					MetOn: r.MetOn, DebriefOn: r.DebriefOn,
				}
			}
		}
	}
	return nil
}
