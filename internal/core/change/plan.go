package change

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// StopPlan drops one planned text, whosever phone it is for.
type StopPlan struct {
	ID     uuid.UUID
	Reason string
}

// Plan makes one wait of the system. The key (subject, person, rule, occurrence) is unique: a second plan of the same is ignored, or
// moves the first when Move is set and its text was not made, or whatever became of it when Again is set.
type Plan struct {
	ID         uuid.UUID
	PhoneID    int64
	Phone      sms.Phone // for a phone whose row this same set may create
	PersonID   uuid.UUID
	Subject    Subject
	Rule       string
	Occurrence string
	DueAt      time.Time
	ValidUntil time.Time
	Cause      uuid.UUID
	Reason     string
	Data       []byte // JSON: what the rule needs and no table holds
	Move       bool
	Again      bool
	State      PlanState // "" is planned; folded or dropped rows are for the trail alone
}

// PlanState is what became of a planned row.
type PlanState string

// The states of a planned row.
const (
	PlanPlanned    PlanState = "planned"
	PlanMade       PlanState = "made"
	PlanFolded     PlanState = "folded"
	PlanDropped    PlanState = "dropped"
	PlanSuperseded PlanState = "superseded"
)

// PlanStates lists every state of a planned row.
func PlanStates() []PlanState {
	return []PlanState{PlanPlanned, PlanMade, PlanFolded, PlanDropped, PlanSuperseded}
}

// EndPlan closes one planned row, guarded by its version.
type EndPlan struct {
	ID        uuid.UUID
	Version   int
	State     PlanState
	Reason    string
	MessageID uuid.UUID
}

// MovePlan gives a planned row another due time, with the reason on the trail.
type MovePlan struct {
	ID      uuid.UUID
	Version int
	DueAt   time.Time
	Reason  string
}

// CancelPlans supersedes what is still planned for a subject; Rule "" means every rule.
type CancelPlans struct {
	Subject Subject
	Rule    string
	Reason  string
}
