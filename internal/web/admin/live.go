package admin

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/web"
)

// How often the mark is read while somebody looks, and how often a stream says that it is there.
const (
	lookEvery = time.Second
	pingEvery = 20 * time.Second
)

// news tells streams that something changed. It reads one mark a second from the database, whatever the number of streams, and nothing
// while nobody looks: no process needs to know what another did.
type news struct {
	mark func(context.Context) (string, error)

	mu      sync.Mutex
	streams map[chan struct{}]bool
	of      map[uuid.UUID]int // streams of each session
	stop    context.CancelFunc
}

func newNews(mark func(context.Context) (string, error)) *news {
	return &news{mark: mark, streams: map[chan struct{}]bool{}, of: map[uuid.UUID]int{}}
}

// mostStreams is how many pages of one session watch at once; a further one is as good without.
const mostStreams = 12

// begin counts a stream of a session; false when it has as many as it may.
func (n *news) begin(session uuid.UUID) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.of[session] >= mostStreams {
		return false
	}
	n.of[session]++
	return true
}

func (n *news) end(session uuid.UUID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.of[session]--; n.of[session] == 0 {
		delete(n.of, session)
	}
}

// join returns a channel that gets a signal when something changed after a mark was read, and the way to leave.
func (n *news) join(ctx context.Context, since string) (ch chan struct{}, leave func()) {
	ch = make(chan struct{}, 1)
	n.mu.Lock()
	defer n.mu.Unlock()
	n.streams[ch] = true
	if n.stop == nil {
		watch, stop := context.WithCancel(context.WithoutCancel(ctx))
		n.stop = stop
		go n.watch(watch, since)
	}
	return ch, func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		delete(n.streams, ch)
		if len(n.streams) == 0 && n.stop != nil {
			n.stop()
			n.stop = nil
		}
	}
}

func (n *news) watch(ctx context.Context, last string) {
	t := time.NewTicker(lookEvery)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		now, err := n.mark(ctx)
		if err != nil || now == last { // a database that is away is read again in a second
			continue
		}
		last = now
		n.mu.Lock()
		for ch := range n.streams {
			select {
			case ch <- struct{}{}:
			default: // it has a signal that it has not read yet
			}
		}
		n.mu.Unlock()
	}
}

// live is the stream of server-sent events: "changed" when something did. It ends with the session.
func (a *Admin) live(c echo.Context) error {
	s, err := a.look(c)
	if err != nil || s.Stage != staff.StageOpen {
		return c.NoContent(http.StatusNoContent) // tells the browser not to come again
	}
	if !a.news.begin(s.ID) {
		return c.NoContent(http.StatusNoContent)
	}
	defer a.news.end(s.ID)
	h := c.Response().Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no")
	out := http.NewResponseController(c.Response())
	_ = out.SetWriteDeadline(time.Time{}) // it lasts as long as the page
	ctx := c.Request().Context()
	ch, leave := a.news.join(ctx, c.QueryParam("since"))
	defer leave()
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	say := func(line string) error {
		if _, err := fmt.Fprint(c.Response(), line); err != nil {
			return err
		}
		return out.Flush()
	}
	const changed = "event: changed\ndata: {}\n\n"
	first := ": here\n\n"
	if mark, err := a.Read.Mark(ctx); err == nil && mark != c.QueryParam("since") {
		first = changed // between the page and this stream
	}
	if say(first) != nil {
		return nil
	}
	for {
		line := ": still here\n\n"
		select {
		case <-ctx.Done():
			return nil
		case <-web.Ends(ctx):
			return nil
		case <-ch:
			line = changed
		case <-ping.C:
			if _, err := a.look(c); err != nil {
				return nil
			}
		}
		if say(line) != nil {
			return nil // the browser is gone
		}
	}
}
