package e2e

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/reportback/reportback/internal/testkit"
)

// said is what people in a random life may text.
func said() []string {
	return []string{
		"1", "2", "3", "4", "A", "B", "yes", "no", "ok", "thanks", "sí", "no puedo", "👍", "how about Friday at 4?", "Dec 5 at 11am",
		"mon or tues", "at 4", "LATER", "SKIP", "BACK", "NONE", "NEXT",
		"LIST", "PREP", "TIPS", "?", "DONE", "DONE A", "HOLD", "LATER A Fri", "SO FAR", "fix 5", "START OVER", "MEET",
		"Meet Maria Lopez Dec 3 3pm at Cafe Presse", "Meet Jo Park tomorrow 2pm at the library",
		"Meet Rosa Medina 206-555-0144 Dec 4 10am at the park, in Spanish", "MOVE Maria Fri 4pm", "MOVE", "CALL OFF Jo", "CALL OFF",
		"tell Maria I'm at the back table", "NOTE bring the map", "IDEA Dora 4C", "REPORT", "REPORT Maria",
		"REPORT NEW Dora Vance", "PRIVATE Maria", "ES", "EN", "met Maria, Jo no-show", "didn't come",
		"She has mold in the bedroom. I promised to bring her the flyer by Tuesday", "come to the tenant meeting Dec 10",
		"bring her the flyer by Dec 6 and call the clinic", "running 10 min late", "who is this?", "I'm here", "wrong number", "STOP", "START",
		"please stop texting me", "CANCEL", "today", "yesterday", "Dora Vance", "206-555-0189",
		"maria@example.org", "ALL", "NONE came", "all but Jo", "Sam", "Kim on Monday", "what?", "can my cousin come too", "", "é\u0301\x00\xff",
		"WHERE", "hm",
	}
}

// recordedLives is how many of the lives are kept for the test of package talk: more of them say the same again.
const recordedLives = 3

// TestRandomLivesThroughTheDatabase lets people text at random for some days and holds all that left against what must never happen.
func TestRandomLivesThroughTheDatabase(t *testing.T) {
	t.Parallel()
	for seed := range 8 {
		t.Run(fmt.Sprintf("life %d", seed), func(t *testing.T) {
			t.Parallel()
			at, start := time.Date(2026, 11, 30, 18, 0, 0, 0, time.UTC), newTown
			if seed >= recordedLives {
				start = unrecorded
			}
			town := start(t, at)
			who := []string{"ana", "ana", "ana", "luz", "maria", "jo", "rosa", "sam"}
			for _, n := range rapid.SliceOfN(rapid.IntRange(0, 1<<20), 160, 160).Example(seed) {
				words := said()[n%len(said())]
				town.Text(phones()[who[(n>>8)%len(who)]], words, n>>12%7 == 0)
				if n>>4%5 == 0 {
					town.Advance(time.Duration(n>>6%600) * time.Minute)
				}
			}
			town.Advance(72 * time.Hour)
			mustHold(t, town)
		})
	}
}

// mustHold holds the books of a town against what must never happen.
func mustHold(t *testing.T, town *testkit.Town) {
	t.Helper()
	for what, query := range map[string]string{
		"a fault of ours": `SELECT note FROM attention WHERE kind = 'fault'`,
		"one planned row made two texts, or two rows " +
			"one": `SELECT message_id::text FROM planned WHERE message_id IS NOT NULL GROUP BY message_id HAVING count(*) > 1`,
		"the same unasked text twice within the hour": `SELECT a.kind || ': ' || a.body FROM messages a
			JOIN messages b ON b.phone_id = a.phone_id AND b.body = a.body AND b.id > a.id AND b.dir = 2
  AND b.at - a.at < interval '1 hour' AND a.unasked AND b.unasked
  AND a.kind NOT IN ('relay', 'confirmed', 'changed', 'proposal', 'declined', 'staff_note') WHERE a.dir = 2 AND a.state = 4
  AND b.state = 4`,
		"an unasked text to a contact without consent": `SELECT m.kind || ' ' || m.body FROM messages m JOIN people p ON p.id = m.person_id
			WHERE m.dir = 2 AND m.state = 4 AND m.unasked
  AND NOT p.roles && ARRAY['organizer', 'staff', 'admin'] AND coalesce((SELECT c.consent FROM consents c WHERE c.phone_id = m.phone_id
  AND c.at <= m.sent_at ORDER BY c.at DESC, c.id DESC LIMIT 1), 0) <> 1`,
		"an unasked text in quiet hours": `SELECT m.kind || ' ' || to_char(m.sent_at AT TIME ZONE 'America/Los_Angeles', 'HH24:MI')
			FROM messages m WHERE m.dir = 2 AND m.state = 4 AND m.unasked AND NOT m.any_hour
  AND (m.sent_at AT TIME ZONE 'America/Los_Angeles')::time NOT BETWEEN '09:00' AND CASE WHEN m.kind = 'how_did_it_go' THEN time '21:30'
  ELSE time '20:00:05' END`,
		"more unasked texts in a day than the loop breaker lets pass": `SELECT p.name || ' ' || count(*) FROM messages m
			JOIN people p ON p.id = m.person_id WHERE m.dir = 2 AND m.state = 4 AND m.unasked
  AND NOT p.roles && ARRAY['organizer', 'staff', 'admin'] GROUP BY p.name, (m.sent_at AT TIME ZONE 'America/Los_Angeles')::date
	HAVING count(*) > 3`,
		"a plain thank-you later than 24 " +
			"hours": `SELECT t.reason FROM thanks t WHERE t.state = 'sent' AND t.reason = 'rule thanks_plain' AND t.sent_at > t.due_by`,
		"a second thank-you for one meeting": `SELECT m.subject_id::text FROM messages m WHERE m.kind = 'thanks' AND m.state = 4
			GROUP BY m.subject_id HAVING count(*) > 1`,
		"a reminder of a one-on-one after it began": `SELECT m.kind || ' ' || m.body FROM messages m JOIN meetings t ON t.id = m.subject_id
			AND t.rev = m.subject_version
  WHERE m.kind IN ('first', 'two_days', 'day_of') AND m.state = 4 AND m.sent_at > t.starts_at`,
		"a text to a phone that opted out": `SELECT m.kind || ' ' || m.body FROM messages m WHERE m.dir = 2 AND m.state = 4 AND NOT m.exempt
  AND (SELECT c.consent FROM consents c WHERE c.phone_id = m.phone_id AND c.at <= m.sent_at ORDER BY c.at DESC, c.id DESC LIMIT 1) = 2
  AND (SELECT c.consent FROM consents c WHERE c.phone_id = m.phone_id AND c.at < m.sent_at ORDER BY c.at DESC, c.id DESC LIMIT 1) = 2`,
		"an inbound text that is no row": `SELECT i.sid FROM inbound i WHERE i.message_id IS NOT NULL AND NOT EXISTS (SELECT FROM messages m
			WHERE m.id = i.message_id)`,
		"a text still to be sent": `SELECT kind FROM messages WHERE state IN (1, 2, 3)`,
	} {
		if rows := town.Rows(query); len(rows) > 0 {
			t.Errorf("%s: %q", what, rows[:min(len(rows), 4)])
		}
	}
}
