package store

import (
	"cmp"

	"github.com/reportback/reportback/internal/core/change"
)

// planSavings ends what was due before it cancels and plans: a step that goes on must not cancel the row it came from.
func planSavings() []saving {
	plan := as{
		"Subject.ID": "subject_id NOT NULL", "PersonID": "person_id NOT NULL", "DueAt": "due_at NOT NULL", "Phone": "_phone",
		"Cause": "cause_id", "Move": "", "Again": "",
	}
	plans := func(c coder, conflict string) kept {
		k := c.computed("phone_id", "coalesce(r.phone_id, "+phoneOf+")").insert(
			"ON CONFLICT (subject_kind, subject_id, person_id, rule, occurrence) DO " + conflict)
		k.key = []string{"subject_kind", "subject_id", "person_id", "rule", "occurrence"}
		return k
	}
	const taken = `UPDATE SET due_at = excluded.due_at, valid_until = excluded.valid_until, phone_id = excluded.phone_id,
  subject_version = excluded.subject_version, reason = excluded.reason, cause_id = excluded.cause_id, data = excluded.data,
  state = excluded.state, message_id = NULL, version = planned.version + 1`
	return []saving{
		keep("end plans", "planned", nil, same[change.EndPlan], func(c coder) kept {
			return c.update("", "").versioned(" AND x.state = 'planned'")
		}),
		keep("move plans", "planned", nil, same[change.MovePlan], func(c coder) kept {
			return c.update("", "").versioned(" AND x.state = 'planned'")
		}),
		keep("cancel plans", "planned", as{"Subject.Version": ""}, same[change.CancelPlans], func(c coder) kept {
			return c.by(`
UPDATE planned p SET state = 'superseded', reason = r.reason, version = p.version + 1 FROM {rows}
WHERE p.subject_kind = r.subject_kind AND p.subject_id = r.subject_id AND (r.rule = '' OR p.rule = r.rule) AND p.state = 'planned'`, "")
		}),
		keep("plans", "planned", plan, planOnce, func(c coder) kept { return plans(c, "NOTHING") }),
		// A plan that may move takes up the row that is there unless its text was made; one that comes again whatever became of it.
		keep("plans that move", "planned", plan, planMoving, func(c coder) kept { return plans(c, taken+" WHERE planned.state <> 'made'") }),
		keep("plans that come again", "planned", plan, planAgain, func(c coder) kept { return plans(c, taken) }),
		keep("stopped plans", "planned", nil, same[change.StopPlan], func(c coder) kept {
			return c.by(`
UPDATE planned p SET state = 'dropped', reason = r.reason, version = p.version + 1 FROM {rows}
WHERE p.id = r.id AND p.state = 'planned'`, "id")
		}),
	}
}

func planOnce(c change.Plan) (change.Plan, bool)   { return planOf(c), !c.Move && !c.Again }
func planMoving(c change.Plan) (change.Plan, bool) { return planOf(c), c.Move && !c.Again }
func planAgain(c change.Plan) (change.Plan, bool)  { return planOf(c), c.Again }

func planOf(c change.Plan) change.Plan {
	c.State = cmp.Or(c.State, change.PlanPlanned)
	return c
}

// todaySavings keeps what a person must look at, and history.
func todaySavings() []saving {
	about := as{"Subject.ID": "subject_id NOT NULL", "Subject.Version": ""}
	return []saving{
		keep("attention", "attention", about, same[change.Attention], func(c coder) kept {
			return c.insert("ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING")
		}),
		keep("close attention", "attention", as{"Subject.ID": "subject_id NOT NULL", "Subject.Version": "", "At": "closed_at"},
			same[change.CloseAttention], func(c coder) kept {
				return c.by(`
UPDATE attention a SET closed_at = r.closed_at FROM {rows}
WHERE a.kind = r.kind AND a.closed_at IS NULL AND CASE WHEN r.phone_id IS NULL THEN a.subject_kind = r.subject_kind
  AND a.subject_id = r.subject_id ELSE a.phone_id = r.phone_id END`, "")
			}),
		keep("timeline", "timeline", about, same[change.Timeline], added),
	}
}
