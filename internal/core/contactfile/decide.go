package contactfile

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// Person is somebody as an import sees and leaves them.
type Person struct {
	person.Person
	ExternalID string
	Tags       []string
	Planned    bool // texts to this person are planned: another number would send them elsewhere
}

// Number is what is known of a phone.
type Number struct {
	Consent   person.Consent
	ConsentAt time.Time
}

// Wrong is a number that is not a person's of this name.
type Wrong struct {
	Phone sms.Phone
	Name  string // lower case
}

// Known is everything here that the rows of a file may mean.
type Known struct {
	People     []Person // with one of the ids, phones or email addresses of the file
	Numbers    map[sms.Phone]Number
	Wrong      []Wrong
	Organizers []person.Person
}

// Outcome is what became of a row.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Updated   Outcome = "updated"
	Unchanged Outcome = "unchanged"
	Skipped   Outcome = "skipped"
)

// Outcomes lists what may become of a row.
func Outcomes() []Outcome { return []Outcome{Added, Updated, Unchanged, Skipped} }

// Result is what an import makes of one row.
type Result struct {
	Line    int
	Name    string
	Outcome Outcome
	Why     string         // of a skipped row
	Notes   []string       // what of it was not used
	After   Person         // of an added or updated row
	Before  Person         // of an updated row
	Consent person.Consent // unknown: the row changes nothing of it
	Words   string         // what the file says about it, to the letter
	// The row of the phone's consents, or of the plan by which its own step writes one.
	ConsentID, PlanID uuid.UUID
}

// IDs makes identifiers.
type IDs interface{ New() uuid.UUID }

// decision is one file on its way through.
type decision struct {
	ids        IDs
	known      Known
	byID       map[uuid.UUID]*Person
	byExternal map[string]*Person
	byName     map[string][]*Person // phone, email or number to call, and name
	works      map[sms.Phone]bool
	wrong      map[string]bool
	stopped    map[sms.Phone]bool // some row says no for the phone
	taken      map[uuid.UUID]int  // the line that speaks of this person
	settled    map[sms.Phone]bool
}

// Decide says what becomes of each row.
func Decide(rows []Contact, k Known, ids IDs) []Result {
	d := &decision{
		ids: ids, known: k, byID: map[uuid.UUID]*Person{}, byExternal: map[string]*Person{}, byName: map[string][]*Person{},
		works: map[sms.Phone]bool{},
		wrong: map[string]bool{}, stopped: map[sms.Phone]bool{}, taken: map[uuid.UUID]int{}, settled: map[sms.Phone]bool{},
	}
	for i := range k.People {
		d.index(&k.People[i])
	}
	for _, w := range k.Wrong {
		d.wrong[nameKey(w.Phone.E164(), w.Name)] = true
	}
	for _, r := range rows {
		if r.Consent == person.ConsentNo {
			d.stopped[r.Phone] = true
		}
	}
	out := make([]Result, len(rows))
	for i, r := range rows {
		out[i] = d.row(r)
	}
	return out
}

func (d *decision) index(p *Person) {
	d.byID[p.ID] = p
	if p.ExternalID != "" {
		d.byExternal[p.ExternalID] = p
	}
	if !p.Phone.IsZero() {
		d.byName[nameKey(p.Phone.E164(), p.Name)] = append(d.byName[nameKey(p.Phone.E164(), p.Name)], p)
		if p.Works() {
			d.works[p.Phone] = true
		}
	}
	if n := p.number(); n != "" && p.Phone.IsZero() {
		d.byName[nameKey(n, p.Name)] = append(d.byName[nameKey(n, p.Name)], p)
	}
	if p.Email != "" {
		d.byName[nameKey(p.Email, p.Name)] = append(d.byName[nameKey(p.Email, p.Name)], p)
	}
}

func nameKey(reach, name string) string { return strings.ToLower(reach) + " " + fold.Fold(name) }

func (d *decision) row(r Contact) Result {
	res := Result{Line: r.Line, Name: r.Name, Outcome: Skipped, Why: r.Fault, Notes: r.Notes}
	if r.Fault != "" {
		return res
	}
	p, byID := d.find(r)
	if p != nil && res.Name == "" {
		res.Name = p.Name
	}
	if res.Why = d.refuse(r, p, byID); res.Why != "" {
		return res
	}
	after := Person{Person: person.Person{ID: d.ids.New(), Name: r.Name, Phone: r.Phone, Roles: []person.Role{person.Contact}}}
	if p != nil {
		after = *p
		after.Tags, after.Roles = slices.Clone(p.Tags), slices.Clone(p.Roles)
		res.Before = *p
	}
	d.fill(&after, r, &res)
	keepNumber(p, &after, r)
	res.Outcome, res.After = Added, after
	if p != nil {
		res.Outcome = Updated
		if same(*p, after) {
			res.Outcome = Unchanged
		}
	}
	d.consent(&res, r)
	if res.Outcome == Unchanged && res.Consent != person.ConsentUnknown {
		res.Outcome = Updated
	}
	kept := after
	d.taken[after.ID] = r.Line
	d.index(&kept)
	return res
}

// keepNumber keeps the number of somebody whom no text can reach, for who calls them; a record that is there without one keeps its own
// notes.
func keepNumber(before, after *Person, r Contact) {
	number := r.Number
	if before != nil {
		number = before.number()
	}
	if number != "" && after.number() == "" {
		after.Notes = strings.TrimSpace(after.Notes + "\n" + numberWords + number)
	}
}

// numberWords lead in a record's notes to a number that gets no texts.
const numberWords = "Number in a file: "

// number is the number to call that an earlier file gave somebody; "" is none.
func (p Person) number() string {
	for line := range strings.SplitSeq(p.Notes, "\n") {
		if n, ok := strings.CutPrefix(line, numberWords); ok {
			return n
		}
	}
	return ""
}

// find returns whom a row means: by our id, else the external one, else by phone and name, else by email and name.
func (d *decision) find(r Contact) (p *Person, byID bool) {
	if p := d.byID[r.ID]; p != nil {
		return p, true
	}
	if p := d.byExternal[r.ExternalID]; p != nil && r.ExternalID != "" {
		return p, true
	}
	for _, reach := range []string{r.Phone.E164(), r.Words[Email], r.Number} {
		if reach == "" {
			continue
		}
		for _, p := range d.byName[nameKey(reach, r.Name)] {
			if r.Phone.IsZero() || p.Phone.IsZero() || p.Phone == r.Phone {
				return p, false
			}
		}
	}
	return nil, false
}

// refuse says why a row cannot be used; "" when it can.
func (d *decision) refuse(r Contact, p *Person, byID bool) string {
	switch {
	case p == nil && r.Name == "":
		return "no name, and the id is not known here"
	case p == nil && r.Phone.IsZero() && r.Words[Email] == "" && r.ExternalID == "" && r.Number == "":
		return "only a name: there must be a phone, an email or an id of another program"
	case p != nil && d.taken[p.ID] > 0:
		return "the same person as in line " + strconv.Itoa(d.taken[p.ID])
	case d.works[r.Phone] || p != nil && p.Works():
		return "phone of an organizer or staff member"
	case p != nil && !p.Is(person.Contact):
		return "is no contact here"
	case byID && r.Name != "" && !fold.Same(p.Name, r.Name) && !r.Phone.IsZero() && r.Phone != p.Phone:
		return "the id is that of somebody with another name and phone"
	case d.wrong[nameKey(r.Phone.E164(), orElse(r.Name, p))]:
		return "wrong number: that phone said so"
	}
	return ""
}

func orElse(name string, p *Person) string {
	if name == "" && p != nil {
		return p.Name
	}
	return name
}

// fill writes what the row says into a person. What it does not speak of stays.
func (d *decision) fill(p *Person, r Contact, res *Result) {
	if r.Name != "" {
		p.Name = r.Name
	}
	switch {
	case r.ExternalID == "" || p.ExternalID == r.ExternalID:
	case p.ExternalID != "":
		res.Notes = append(res.Notes, "their id in another program differs from ours: ours is kept")
	default:
		p.ExternalID = r.ExternalID
	}
	switch {
	case r.Phone.IsZero() || p.Phone == r.Phone:
	case p.Planned && !p.Phone.IsZero():
		res.Notes = append(res.Notes, "the phone differs, and texts to the old one are planned: change it on the person's page")
	default:
		p.Phone = r.Phone
	}
	for f, into := range map[Field]*string{
		Preferred: &p.Preferred, Email: &p.Email, Zone: &p.Zone, Relationship: &p.Relationship, AccessNeeds: &p.AccessNeeds,
		DietaryNeeds: &p.DietaryNeeds, Notes: &p.Notes,
	} {
		if s, said := r.Words[f]; said {
			*into = s
		}
	}
	if s, said := r.Words[Language]; said {
		p.Language = lang.Tag(s)
	}
	for _, t := range r.Tags {
		if !slices.ContainsFunc(p.Tags, func(o string) bool { return fold.Same(o, t) }) && t != Clear {
			p.Tags = append(p.Tags, t)
		}
	}
	d.organizer(p, r.Organizer, res)
}

// organizer finds who looks after the contact, by name, first name, phone or email.
func (d *decision) organizer(p *Person, who string, res *Result) {
	if who == "" {
		return
	}
	phone, _ := sms.ParsePhone(who)
	var found []person.Person
	for _, o := range d.known.Organizers {
		if fold.Same(o.Name, who) || o.Email != "" && strings.EqualFold(o.Email, who) || !phone.IsZero() && o.Phone == phone {
			found = append(found, o)
		}
	}
	if len(found) == 0 {
		for _, o := range d.known.Organizers {
			if fold.Same(person.FirstName(o.Name), who) {
				found = append(found, o)
			}
		}
	}
	switch len(found) {
	case 1:
		p.OrganizerID = found[0].ID
	case 0:
		res.Notes = append(res.Notes, "no organizer here is called that: nobody is assigned")
	default:
		res.Notes = append(res.Notes, "several organizers are called that: nobody is assigned")
	}
}

// consent writes what the file says about texts to the phone, once a phone. A no anywhere in the file wins; a no said to us is never
// undone.
func (d *decision) consent(res *Result, r Contact) {
	phone := res.After.Phone
	if phone.IsZero() || r.Consent == person.ConsentUnknown || phone != r.Phone {
		return
	}
	now := d.known.Numbers[phone]
	switch {
	case r.Consent == person.ConsentNo && now.Consent == person.ConsentYes && !r.OptedOutAt.After(now.ConsentAt):
		res.Notes = append(res.Notes, "the file says no texts, but this phone has agreed here: not changed")
		return
	case now.Consent == person.ConsentNo || now.Consent == person.ConsentDoubtful:
		if r.Consent == person.ConsentYes {
			res.Notes = append(res.Notes, "this phone opted out here: it stays so")
		}
		return
	case r.Consent == now.Consent || d.settled[phone]:
		return
	case r.Consent == person.ConsentYes && d.stopped[phone]:
		res.Notes = append(res.Notes, "another row says no for this phone: no texts")
		return
	}
	d.settled[phone] = true
	res.Consent, res.Words, res.ConsentID, res.PlanID = r.Consent, r.Evidence, d.ids.New(), d.ids.New()
}

func same(a, b Person) bool {
	return a.Name == b.Name && a.Phone == b.Phone && a.ExternalID == b.ExternalID && a.Preferred == b.Preferred && a.Email == b.Email &&
		a.Language == b.Language &&
		a.Zone == b.Zone && a.Relationship == b.Relationship && a.AccessNeeds == b.AccessNeeds && a.DietaryNeeds == b.DietaryNeeds &&
		a.Notes == b.Notes &&
		a.OrganizerID == b.OrganizerID && slices.Equal(a.Tags, b.Tags)
}
