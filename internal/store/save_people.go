package store

import (
	"reflect"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/change"
)

// savePhones makes the rows of phones that people or plans of this batch name and that nobody texted from yet.
func (t *tx) savePhones(batch map[reflect.Type][]change.Change) {
	var numbers []string
	for _, c := range batch[reflect.TypeFor[change.SavePerson]()] {
		if p := c.(change.SavePerson).Person; !p.Phone.IsZero() { //nolint:forcetypeassert // sorted by type; also a known person's new number
			numbers = append(numbers, p.Phone.E164())
		}
	}
	for _, c := range batch[reflect.TypeFor[change.Plan]()] {
		if p := c.(change.Plan); p.PhoneID == 0 && !p.Phone.IsZero() { //nolint:forcetypeassert // sorted by type
			numbers = append(numbers, p.Phone.E164())
		}
	}
	if len(numbers) == 0 {
		return
	}
	t.later(&question{query: addPhonesSQL, args: []any{pq.Array(numbers)}, what: "phones"})
}

// phoneOf finds the row of a phone that is known by its number.
const phoneOf = "(SELECT f.id FROM phones f WHERE f.phone = r._phone)"

// peopleSavings keeps people and what phones have said. A phone's consent is the last word of its consents, written in the same transaction
// under the phone's lock.
func peopleSavings() []saving {
	whole := as{
		"Phone": "_phone", "Preferred": "preferred_name", "Consent": "", "ReachBad": "", "Paused": "", "TextHours": "", "At": "created_at",
	}
	last := as{
		"ID": "", "PhoneID": "id", "PersonID": "", "Source": "", "ByPerson": "", "MeetingID": "", "MessageID": "", "Words": "",
		"At": "consent_at",
	}
	return []saving{
		keep("add people", "people", whole, newPerson, func(c coder) kept { return c.computed("phone_id", phoneOf).insert("") }),
		keep("change people", "people", whole, knownPerson, func(c coder) kept {
			return c.computed("phone_id", phoneOf).update("created_at", "phone_id organizer_id").versioned("")
		}),
		keep("languages", "people", as{"PersonID": "id"}, same[change.SetLanguage], changed),
		keep("consents", "consents", nil, same[change.SetConsent], added),
		keep("phone consent", "phones", last, same[change.SetConsent], changed),
		keep("reach", "phones", as{"PhoneID": "id", "Bad": "reach_bad", "Code": "reach_code", "At": "reach_at"}, same[change.SetReach],
			changed),
		keep("pauses", "phones", as{"PhoneID": "id", "Until": "paused_until"}, same[change.SetPause],
			changed),
		keep("text hours", "phones", as{"PhoneID": "id", "From": "texts_from", "To": "texts_to"}, same[change.SetTextHours], changed),
	}
}

func newPerson(c change.SavePerson) (change.SavePerson, bool)   { return c, c.Person.Version == 0 }
func knownPerson(c change.SavePerson) (change.SavePerson, bool) { return c, c.Person.Version > 0 }

// knownSavings keeps what is learned of phones and people beside the talk.
func knownSavings() []saving {
	return []saving{
		keep("phones seen", "phones", as{
			"PhoneID": "id", "AutoAnswered": "auto_answered_at", "FloodCount": "flood_n", "UnaskedCount": "unasked_n", "IdleCount": "idle_n",
		}, same[phoneSeen], func(c coder) kept {
			return c.computed("last_at", "greatest(x.last_at, r.last_at)").computed("introduced", introductions).
				update("", "inbound_at auto_answered_at stop_line_at")
		}),
		keep("locked phones", "phones", as{"PhoneID": "id"}, same[change.SetLocked], changed),
		keep("introduced", "phones", nil, introducedOf, func(c coder) kept {
			return c.computed("introduced", introductions).set("", "stop_line_at")
		}),
		keep("wrong numbers", "wrong_numbers", as{"PersonID": ""}, same[change.WrongNumber], func(c coder) kept {
			return c.insert("ON CONFLICT DO NOTHING")
		}),
		keep("phones taken from people", "people", as{"PersonID": "id", "Name": "", "At": ""}, same[change.WrongNumber], func(c coder) kept {
			return c.by(`
UPDATE people p SET phone_id = NULL, version = p.version + 1 FROM {rows}
WHERE p.id = r.id AND p.phone_id = r.phone_id`, "id")
		}),
		keep("notes", "notes", nil, same[change.AddNote], added),
		keep("drop notes", "notes", nil, same[change.DropNote], func(c coder) kept {
			return c.by(`
DELETE FROM notes n USING {rows} WHERE n.id = r.id AND n.author_id = r.author_id`, "")
		}),
		keep("tips", "people", as{"PersonID": "id"}, same[change.SetTips], func(c coder) kept { return c.set("", "") }),
	}
}

const introductions = "CASE WHEN r.introduced <@ x.introduced THEN x.introduced " +
	"ELSE x.introduced || ARRAY(SELECT u FROM unnest(r.introduced) u WHERE u <> ALL(x.introduced)) END"

// phoneSeen is what a step notes of its phone, with whom it has introduced there: one row is written once.
type phoneSeen struct {
	change.PhoneSeen
	StopLineAt time.Time
	Introduced []uuid.UUID
}

// onePhone puts what a decision introduces to the phone that it has seen beside that.
func onePhone(changes []change.Change) []change.Change {
	out, at := make([]change.Change, 0, len(changes)), -1
	var seen phoneSeen
	for _, c := range changes {
		if c, ok := c.(change.PhoneSeen); ok {
			if at < 0 {
				at, seen = len(out), phoneSeen{PhoneSeen: c}
			}
			out = append(out, phoneSeen{PhoneSeen: c})
			continue
		}
		out = append(out, c)
	}
	if at < 0 {
		return out
	}
	rest := out[:0]
	for i, c := range out {
		if in, ok := c.(change.Introduced); ok && in.PhoneID == seen.PhoneID {
			r, _ := introducedOf(in)
			seen.Introduced, seen.StopLineAt = append(seen.Introduced, r.Introduced...), latest(seen.StopLineAt, r.StopLineAt)
			continue
		}
		if i == at {
			at = len(rest)
		}
		rest = append(rest, c)
	}
	rest[at] = seen
	return rest
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

type introducedRow struct {
	ID         int64
	StopLineAt time.Time
	Introduced []uuid.UUID
}

func introducedOf(c change.Introduced) (introducedRow, bool) {
	r := introducedRow{ID: c.PhoneID}
	if c.StopLine {
		r.StopLineAt = c.At
	}
	if c.OrganizerID != uuid.Nil {
		r.Introduced = []uuid.UUID{c.OrganizerID}
	}
	return r, true
}
