package admin

import (
	"errors"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

// takeNeed takes a row from whoever the page showed as having it: nobody, or a colleague, which the button says.
func takeNeed(v *visit) (done, error) {
	from, err := uuid.Parse(v.form("from"))
	if err != nil {
		from = uuid.Nil
	}
	return v.mark(v.who.ID, from, "It is yours now.")
}

func giveBackNeed(v *visit) (done, error) {
	return v.mark(uuid.Nil, v.who.ID, "It is open to everybody again.")
}

func (v *visit) mark(by, from uuid.UUID, say string) (done, error) {
	_, end, err := v.whole(say, func(id uuid.UUID) error { return v.a.Read.Take(v.ctx(), id, by, from, v.now) })
	return end, err
}

// whole does something to every row of a line: its own, and those that are late with the same one-on-one. What happened to the first
// counts; a further row that somebody has closed meanwhile is passed over.
func (v *visit) whole(say string, do func(uuid.UUID) error) ([]uuid.UUID, done, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, done{}, err
	}
	if err := do(id); errors.Is(err, app.ErrConflict) {
		return nil, done{say: "Somebody else has it by now.", refused: true}, nil
	} else if err != nil {
		end, err := stillOpen(say, err)
		return nil, end, err
	}
	did := []uuid.UUID{id}
	for _, id := range chosen([]string{v.form("also")}) {
		switch err := do(id); {
		case err == nil:
			did = append(did, id)
		case !errors.Is(err, app.ErrNotFound) && !errors.Is(err, app.ErrConflict):
			return did, done{}, err
		}
	}
	return did, done{say: say}, nil
}

// laterOf reads until when a row is put off, and says it.
func (v *visit) laterOf(until string) (time.Time, string) {
	switch until {
	case "tomorrow":
		return when.NextMorning(v.now, 9, 0, v.zone), "Put off until the morning."
	case "week":
		return when.NextMorning(v.midnight(6), 9, 0, v.zone), "Put off for a week."
	}
	return v.now.Add(2 * time.Hour), "Put off for two hours."
}

func putOffNeed(v *visit) (done, error) {
	until, say := v.laterOf(v.form("until"))
	did, end, err := v.whole(say, func(id uuid.UUID) error { return v.a.Read.Later(v.ctx(), id, until) })
	return v.below(end, undoOf("later", did...)), err
}

// closeNeed closes a row; what was done is said when there is something to say.
func closeNeed(v *visit) (done, error) {
	did, end, err := v.whole("Closed.", func(id uuid.UUID) error {
		return v.a.Read.Done(v.ctx(), id, v.who.ID, v.form("word"), v.now)
	})
	return v.below(end, undoOf("done", did...)), err
}

// below goes on at the row that stood below the one that is gone, so that a list is worked through without searching for one's place.
func (v *visit) below(end done, undo string) done {
	if end.refused {
		return end
	}
	end.undo = undo
	if next, err := uuid.Parse(v.form("next")); err == nil {
		end.at = "need-" + next.String()
	}
	return end
}

// undoOf is the address that takes back what was done to rows.
func undoOf(what string, ids ...uuid.UUID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = id.String()
	}
	return Root + "/attention/reopen?what=" + what + "&ids=" + strings.Join(list, ",")
}

// severalNeeds does one thing to every row that is ticked.
func severalNeeds(v *visit) (done, error) {
	ids := chosen(v.c.Request().PostForm["need"])
	if len(ids) == 0 {
		return done{say: "Please tick at least one line first.", refused: true}, nil
	}
	var did []uuid.UUID
	what, until := v.form("do"), time.Time{}
	if what == "later" {
		until, _ = v.laterOf("tomorrow")
	}
	for _, id := range ids {
		var err error
		switch what {
		case "take":
			err = v.a.Read.Take(v.ctx(), id, v.who.ID, uuid.Nil, v.now)
		case "later":
			err = v.a.Read.Later(v.ctx(), id, until)
		case "done":
			err = v.a.Read.Done(v.ctx(), id, v.who.ID, v.form("word"), v.now)
		default:
			return done{}, web.ErrBadRequest
		}
		if errors.Is(err, app.ErrNotFound) || errors.Is(err, app.ErrConflict) {
			continue // somebody was faster with this one
		}
		if err != nil {
			return done{}, err
		}
		did = append(did, id)
	}
	say := map[string]string{"take": " taken.", "later": " put off until the morning.", "done": " closed."}[what]
	end := done{say: many(int64(len(did)), "line") + say, undo: undoOf(what, did...)}
	if left := len(ids) - len(did); left > 0 {
		end.say += " " + many(int64(left), "line") + " had been dealt with meanwhile."
	}
	if len(did) == 0 {
		end.undo = ""
	}
	return end, nil
}

// reopenNeeds takes back what was just done: a closing, a putting off or a taking.
func reopenNeeds(v *visit) (done, error) {
	ids := chosen(strings.Split(v.c.QueryParam("ids"), ","))
	back := 0
	for _, id := range ids {
		var err error
		switch v.query("what") {
		case "done":
			err = v.a.Read.Reopen(v.ctx(), id)
		case "later":
			err = v.a.Read.Later(v.ctx(), id, time.Time{})
		case "take":
			err = v.a.Read.Take(v.ctx(), id, uuid.Nil, v.who.ID, v.now)
		default:
			return done{}, web.ErrBadRequest
		}
		if errors.Is(err, app.ErrNotFound) || errors.Is(err, app.ErrConflict) {
			continue
		}
		if err != nil {
			return done{}, err
		}
		back++
	}
	if back == 0 {
		return done{say: "There is nothing to take back any more: it is open, or the same stands open anew.", refused: true}, nil
	}
	end := done{say: many(int64(back), "line") + " back on the list."}
	if len(ids) == 1 {
		end.at = "need-" + ids[0].String()
	}
	return end, nil
}

// sendAgain sends a failed text again, where that can help.
func sendAgain(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	err = app.SendAgain(v.ctx(), v.a.Deps, id, v.who.ID)
	if errors.Is(err, app.ErrNotAgain) {
		return done{say: "This one cannot go again: it would be refused again, or makes no sense any more.", refused: true}, nil
	}
	return stillOpen("It goes out again.", err)
}

// sendRefused sends again every text that was refused for a reason that is gone.
func sendRefused(v *visit) (done, error) {
	n, err := app.SendRefused(v.ctx(), v.a.Deps, v.who.ID)
	if err == nil && n == 0 {
		return done{say: "None of them can go again.", refused: true}, nil
	}
	return done{say: many(int64(n), "text") + " sent again."}, err
}

// stillOpen tells whoever looks at an old page that somebody, or what happened since, has closed it.
func stillOpen(say string, err error) (done, error) {
	if errors.Is(err, app.ErrNotFound) {
		return done{say: "This is closed already.", refused: true}, nil
	}
	return done{say: say}, err
}
