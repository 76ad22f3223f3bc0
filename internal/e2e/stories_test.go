package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/testkit/record"
)

// TestStories plays the stories of testdata/stories: each begins with `== its sentence` and `at` a time, and runs in a town of its own on a
// database of its own. Beside the lines of a transcript: `outage 5h` lets time pass with no worker running, `refuse maria 21614` has the
// provider refuse her texts, `bounce maria 30006` has it say so afterwards, `sending team`, `trail maria` tells what became of each of her
// planned texts and why, `attention` what needs a person, `answers` and `history report` what the newest report holds. `given a confirmed
// one-on-one with Maria` stands for the texts that lead there, and `hand` gives one organizer's work to another and `hand-back` takes that
// back, `changes` tells what the newest text did, where that matters more than what was heard.
func TestStories(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	all := map[string][]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all[f] = strings.Split("\n"+string(b), "\n== ")
	}
	shared := sharedBeginnings(all)
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			t.Parallel()
			playStories(t, f, all[f], shared)
		})
	}
}

func playStories(t *testing.T, file string, parts []string, shared *begun) {
	t.Helper()
	heard := make([]string, len(parts))
	heard[0] = strings.TrimPrefix(parts[0], "\n")
	t.Run("each", func(t *testing.T) {
		for i, s := range parts[1:] {
			title, _, _ := strings.Cut(s, "\n")
			t.Run(title, func(t *testing.T) {
				t.Parallel()
				heard[i+1] = (&story{t: t, begun: shared}).play(s)
				if !*update && heard[i+1] != s {
					t.Errorf("%s differs (-update writes what was heard):\n%s", title, diff(s, heard[i+1]))
				}
			})
		}
	})
	if *update && !t.Failed() {
		all := strings.TrimPrefix(strings.Join(heard, "\n== "), "\n")
		if err := os.WriteFile(file, []byte(all), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// story is one being played.
type story struct {
	t    *testing.T
	town *testkit.Town
	seen int
	got  strings.Builder
	// handed is the newest hand-over.
	handed uuid.UUID
	begun  *begun       // nil: it plays all of itself
	tape   *record.Tape // of a story that asks what a text did
}

func (s *story) play(text string) string {
	all := strings.Split(text, "\n")
	acts := actsOf(all)
	told := s.begin(acts)
	n := 0 // acts done
	for i, line := range all {
		switch {
		case i == 0, line == "", strings.HasPrefix(line, "#"):
			s.got.WriteString(line + "\n")
			continue
		case heard(line), strings.HasPrefix(line, "| "):
			continue // what must be heard is compared as a whole
		}
		s.got.WriteString(line + "\n")
		if n++; n <= len(told) {
			s.got.WriteString(told[n-1])
			continue
		}
		before := s.got.Len()
		s.line(line)
		s.listen()
		told = append(told, s.got.String()[before:])
		s.keep(acts[:n], told)
	}
	return strings.TrimSuffix(s.got.String(), "\n")
}

func (s *story) line(line string) {
	s.t.Helper()
	if name, words, isText := strings.Cut(line, "> "); isText && !strings.Contains(name, " ") {
		from := numberOf(strings.TrimSuffix(name, ">"))
		if from == "" {
			s.t.Fatalf("nobody is called %q", name)
		}
		s.town.Text(from, strings.ReplaceAll(words, `\n`, "\n"), strings.HasSuffix(name, ">"))
		return
	}
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "at":
		at, err := time.Parse(time.RFC3339, rest)
		s.must(err)
		if *recording {
			s.town = newTown(s.t, at)
		} else {
			s.town = taped(s.t, at, s.tape)
		}
	case "clock", "outage":
		by, err := time.ParseDuration(rest)
		s.must(err)
		if word == "clock" {
			s.town.Advance(by)
		} else {
			s.town.Outage(by)
		}
	case "until":
		at, err := time.Parse(time.RFC3339, rest)
		s.must(err)
		s.town.Advance(at.Sub(s.town.Now))
	case "books": // what stands in them at the end
		s.books()
	case "person":
		s.person(strings.Split(rest, ","))
	case "refuse", "bounce":
		who, code, _ := strings.Cut(rest, " ")
		n, err := strconv.Atoi(code)
		s.must(err)
		s.town.Refuse(phones()[who], n, word == "bounce")
	case "event": // title, when, where, what to bring
		f := strings.Split(rest, ",")
		at, err := time.Parse(time.RFC3339, f[1])
		s.must(err)
		_, err = app.AddEvent(s.t.Context(), s.town.Receiver.Deps, app.NewEvent{Title: f[0], At: at, Where: f[2], Bring: f[3]})
		s.must(err)
	case "given":
		s.given(rest)
	case "changes":
		s.changes()
	case "act":
		s.act(rest)
	case "hand": // one organizer's work to another, by their names
		from, to, _ := strings.Cut(rest, ",")
		to, past := strings.CutSuffix(to, ", and what is past")
		of, into, by := s.town.Person(from), s.town.Person(to), s.town.Person("Sam Okafor")
		n, id, err := app.HandOver(s.t.Context(), s.town.Receiver.Deps, app.Handing{
			From: of.ID, To: into.ID, By: by.ID, ByName: by.Name, OfName: of.Name, ToName: into.Name,
			Past: past,
		})
		s.handed = id
		s.must(err)
		s.lines([]string{fmt.Sprintf("contacts %d, one-on-ones %d, reports %d, promises %d", n.Contacts, n.Meetings, n.Reports, n.Promises)})
		s.town.Advance(3 * time.Second)
	case "hand-back": // the newest hand-over is taken back
		by := s.town.Person("Sam Okafor")
		_, err := app.HandBack(s.t.Context(), s.town.Receiver.Deps, app.HandingBack{ID: s.handed, By: by.ID, ByName: by.Name},
			func(id uuid.UUID) string { return s.town.Rows(`SELECT name FROM people WHERE id = $1`, id)[0] })
		s.must(err)
		s.town.Advance(3 * time.Second)
	case "thanks":
		s.lines(s.town.Rows(`SELECT c.name || ' ' || t.state || ': ' || t.reason FROM thanks t JOIN people c ON c.id = t.contact_id
			ORDER BY t.ends_at, c.name`))
	case "promises":
		s.lines(s.town.Rows(`SELECT p.kind || ' ' || o.name || ': ' || p.what || coalesce(', ' || p.due_on, '') || coalesce(', ' ||
			nullif(p.outcome, ''), '') || coalesce(': ' || nullif(p.how, ''), '') FROM promises p JOIN people o ON o.id = p.owner_id
			ORDER BY p.created_at, p.id`))
	case "meetings":
		s.lines(s.town.Rows(`SELECT c.name || ' ' || m.status FROM meetings m JOIN people c ON c.id = m.contact_id ORDER BY m.created_at, m.id`))
	case "debriefs":
		s.lines(s.town.Rows(`SELECT o.name || ' with ' || w.name || ', ' || d.on_date || ': reports ' || count(r.id) FROM debriefs d
			JOIN people o ON o.id = d.organizer_id JOIN people w ON w.id = d.staff_id LEFT JOIN reports r ON r.debrief_id = d.id
			GROUP BY d.id, o.name, w.name ORDER BY d.on_date`))
	case "record": // of somebody by name
		s.lines(s.town.Rows(`SELECT concat_ws('; ', nullif(p.email, ''), nullif(p.best_way, ''), nullif(p.access_needs, ''),
			nullif(p.relationship, ''), 'consent ' || coalesce(f.consent, 0)) FROM people p LEFT JOIN phones f ON f.id = p.phone_id
			WHERE p.name = $1`, rest))
	case "answers":
		s.lines(s.town.Rows(`SELECT field || ' ' || state || ': ' || replace(words, chr(10), ' / ') || coalesce(' (' ||
			nullif(value, words) || ')', '') || CASE WHEN needs_review THEN ' to look at' ELSE '' END FROM answers
			WHERE report_id = $1 AND state <> '' AND field NOT LIKE 'staff_follow_up' ORDER BY field`, s.town.Latest("report")))
	case "history":
		s.lines(s.town.Rows(`SELECT t.what || coalesce(': ' || nullif(t.note, ''), '') || coalesce(', ' || p.name, '') FROM timeline t
			LEFT JOIN people p ON p.id = t.actor_id WHERE t.subject_kind = $1 AND t.subject_id = $2 ORDER BY t.id`, rest, s.town.Latest(rest)))
	case "heard": // what other programs hear of it
		s.lines(s.town.Rows(`SELECT what FROM timeline WHERE subject_kind = $1 AND subject_id = $2 AND actor_kind <> 'staff' ORDER BY id`, rest,
			s.town.Latest(rest)))
	case "sending":
		s.must(s.town.DB.SetSetting(s.t.Context(), app.SettingSending, rest, false))
	case "hours":
		s.hours(strings.Fields(rest))
	case "setting": // its key and its value
		key, value, _ := strings.Cut(rest, " ")
		s.must(s.town.DB.SetSetting(s.t.Context(), key, value, false))
	case "trail":
		s.lines(s.town.Trail(phones()[rest]))
	case "attention":
		s.lines(s.town.Attention())
	default:
		s.t.Fatalf("not a line of a story: %q", line)
	}
}

// given leads to where a story begins, by the texts that lead there; nobody need read them once more.
func (s *story) given(what string) {
	s.t.Helper()
	called, confirmed := what, false
	if rest, ok := strings.CutPrefix(what, "a confirmed "); ok {
		called, confirmed = "a "+rest, true
	}
	plan, ok := beginnings()[called]
	who, contact := "ana", "maria"
	if strings.HasPrefix(plan, "Cita") {
		who, contact = "luz", "rosa"
	}
	texts := []string{who + " " + plan, who + " 1"}
	if confirmed {
		texts = append(texts, contact+" 1")
	}
	if !ok {
		s.t.Fatalf("nothing is called %q", what)
	}
	for _, text := range texts {
		who, words, _ := strings.Cut(text, " ")
		s.town.Text(phones()[who], words, false)
	}
	s.seen += len(s.town.Texts(s.seen))
}

// beginnings are the plans from which most stories go on, each saved as offered. The first story of each still has its texts, to be read.
func beginnings() map[string]string {
	return map[string]string{
		"a one-on-one with Maria":                "Meet Maria Lopez Dec 3 3pm at Cafe Presse",
		"a one-on-one with Maria today":          "Meet Maria Lopez today 3pm at Cafe Presse",
		"a one-on-one with Maria by number":      "Meeting Maria Lopez 206-555-0142 Thu Dec 3 3pm at Cafe Presse",
		"a one-on-one with Maria at the library": "Meeting Maria Lopez 206-555-0142 Wed Nov 25 11am at the library",
		"a one-on-one with Rosa": "Cita con Rosa Medina 206-555-0144 el jueves 3 de diciembre a las 3 de la tarde " +
			"en la biblioteca",
		"a one-on-one with Rosa tomorrow": "Cita con Rosa Medina 206-555-0144 el miércoles 25 de noviembre a las 11 de la " +
			"mañana en la biblioteca",
	}
}

// changes tells what the newest text did: all of it but what every text does.
func (s *story) changes() {
	s.t.Helper()
	d, err := s.town.Tape.LastText()
	s.must(err)
	need, set := decided(d)
	var lines []string
	for _, l := range record.Lines(d, need, set) {
		switch kind, _, _ := strings.Cut(l, " "); kind {
		case "needs", "Received", "PhoneSeen", "Converse", "Text":
		default:
			lines = append(lines, l)
		}
	}
	s.lines(lines)
}

func (s *story) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *story) lines(ls []string) {
	for _, l := range ls {
		s.got.WriteString("| " + noIDs(l) + "\n")
	}
	if len(ls) == 0 {
		s.got.WriteString("| nothing\n")
	}
}

// listen writes what left since, phone by phone.
func (s *story) listen() {
	if s.town == nil {
		return
	}
	lines := map[string][]string{}
	for _, x := range s.town.Texts(s.seen) {
		s.seen++
		n := nameOf(x.To)
		lines[n] = append(lines[n], fmt.Sprintf("%s< [%s] %s", n, x.Kind, strings.ReplaceAll(x.Body, "\n", `\n`)))
	}
	var order []string
	for n := range lines {
		order = append(order, n)
	}
	sort.Strings(order)
	for _, n := range order {
		s.got.WriteString(strings.Join(lines[n], "\n") + "\n")
	}
}

// books tells what stands about everybody who is met: consent and needs, one-on-ones, answers, what is owed, thank-yous, and at the end the
// notes that were taken. What is empty is left out.
func (s *story) books() {
	s.t.Helper()
	for _, q := range []string{
		`SELECT concat_ws(', ', 'contact: ' || p.name, f.phone, p.language, 'consent ' || coalesce(f.consent, 0), nullif(p.best_way, ''),
			nullif(p.access_needs, ''), nullif(p.relationship, ''), nullif(p.notes, ''))
FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE 'contact' = ANY (p.roles) AND EXISTS (SELECT FROM meetings m
  WHERE m.contact_id = p.id) ORDER BY p.name, p.id`,
		`SELECT concat_ws(', ', 'one-on-one: ' || coalesce(c.name, 'nobody'), to_char(m.starts_at AT TIME ZONE m.zone, 'Dy Mon DD HH24:MI'),
			nullif(m.place, ''), m.status, nullif(m.outcome, ''))
FROM meetings m LEFT JOIN people c ON c.id = m.contact_id ORDER BY m.created_at, m.id`,
		`SELECT 'report on ' || coalesce(c.name, 'nobody') || ', ' || r.status || ', ' || a.field || ': ' || replace(a.words, chr(10), ' / ')
			|| coalesce(' (' || nullif(a.value, a.words) || ')', '')
FROM answers a JOIN reports r ON r.id = a.report_id LEFT JOIN people c ON c.id = r.contact_id
WHERE a.words <> '' AND a.field NOT IN ('organizer', 'contact', 'contact_phone', 'met_on', 'staff_follow_up')
  ORDER BY r.started_at, r.id, a.field`,
		`SELECT concat_ws(', ', p.kind || ' of ' || o.name || ': ' || p.what, p.due_on::text, nullif(p.outcome, ''), nullif(p.how, ''))
			FROM promises p JOIN people o ON o.id = p.owner_id ORDER BY p.created_at, p.id`,
		`SELECT 'thanks to ' || c.name || ': ' || t.state FROM thanks t JOIN people c ON c.id = t.contact_id ORDER BY t.ends_at, c.name`,
		`SELECT 'for staff: ' || kind || ': ' || note FROM attention WHERE closed_at IS NULL ORDER BY at, kind`,
	} {
		s.lines(s.town.Rows(q))
	}
	notes := s.town.Rows(`SELECT concat_ws(' ', 'note', 'on ' || coalesce(p.name, c.name)) || ': ' || replace(n.words, chr(10), ' / ')
FROM notes n LEFT JOIN people p ON p.id = n.person_id LEFT JOIN meetings m ON m.id = n.meeting_id LEFT JOIN people c ON c.id = m.contact_id
  ORDER BY n.at, n.id`)
	if len(notes) > 0 {
		s.lines(notes)
	}
}
