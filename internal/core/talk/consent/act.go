package consent

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// actConsent takes a staff member's verdict about an opt-out.
func actConsent(t *turn.Turn, a world.Act) {
	c, source, what, said := person.ConsentNo, "decided by "+a.By.Name, change.OptOutNoted, "Done: no text goes to this phone any more."
	if a.Kind == world.ActRestore {
		if a.Words == "" {
			t.Deny("Please say why the opt-out is taken back.")
			return
		}
		c, source, what = person.ConsentYes, "restored by "+a.By.Name, change.OptOutTaken
		said = "Done here. If this phone sent STOP, the carrier still holds our texts back until it sends START itself: please tell them."
	}
	t.Add(change.SetConsent{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Consent: c, Source: source, ByPerson: a.By.ID,
		Words: a.Words, At: t.Now(),
	})
	if c == person.ConsentNo {
		t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "opted out"})
	} else {
		t.Happened(fact.ConsentGiven{})
	}
	noteConsent(t, what, a.Words)
	t.Show(said)
}

// actNotOptOut takes a doubt back: the phone's consent is what it was before the text, which said nothing about it either way.
func actNotOptOut(t *turn.Turn, a world.Act) {
	switch t.Phone().Consent {
	case person.ConsentDoubtful:
	case person.ConsentNo:
		t.Deny("This is an opt-out: it can only be taken back with a reason.")
		return
	case person.ConsentUnknown, person.ConsentYes:
		t.Deny("No texts are held here: this was decided already.")
		return
	}
	c := t.Doubt().Before
	t.Add(change.SetConsent{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Consent: c,
		Source: "not an opt-out, decided by " + a.By.Name, ByPerson: a.By.ID, Words: a.Words, At: t.Now(),
	})
	if c == person.ConsentYes {
		t.Happened(fact.ConsentGiven{})
	}
	noteConsent(t, change.NoOptOut, a.Words)
	t.Show("Done: it is as it was before that text.")
}

// noteConsent is a line of history of whose phone it is, if that is known.
func noteConsent(t *turn.Turn, what change.Fact, words string) {
	if t.Who().ID != uuid.Nil {
		t.NoteBy(change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, what, words)
	}
}

// actLock locks a lost or left phone, or unlocks it.
func actLock(t *turn.Turn, a world.Act) {
	t.Add(change.SetLocked{PhoneID: t.Phone().ID, Locked: a.Kind == world.ActLock})
	what := change.PhoneLocked
	if a.Kind == world.ActUnlock {
		what = change.PhoneUnlocked
	}
	t.NoteBy(change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, what, a.Words)
	t.Show("Done.")
}
