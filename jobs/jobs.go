// Package jobs is the queue's edge: the one task kind on the hot road, its client and its server. A task carries "look at these phones
// now" as row ids, never a number or a word; nothing is decided here, and everything may be lost: the tick finds it.
package jobs

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/hibiken/asynq"
)

// DrainLanes is the task kind: send what is queued for these phones.
const DrainLanes = "lanes:drain"

const (
	maxPhones       = 64
	enqueueDeadline = 50 * time.Millisecond
	taskTimeout     = 60 * time.Second
)

type drainPayload struct {
	Phones []int64 `json:"phones"`
}

// Client nudges workers.
type Client struct {
	client *asynq.Client
	log    *slog.Logger
	quiet  once
}

// NewClient returns a client of the queue.
func NewClient(opt asynq.RedisConnOpt, log *slog.Logger) *Client {
	return &Client{client: asynq.NewClient(opt), log: log}
}

// Close closes the connection.
func (c *Client) Close() error { return c.client.Close() }

// Nudge asks for the lanes of phones to be drained. Best effort, and bounded: with the queue down, a webhook must not wait. There is no
// task id: a nudge that meets an active task with its id would be refused, and its text would lie until the tick.
func (c *Client) Nudge(ctx context.Context, phones []int64) bool {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), enqueueDeadline)
	defer cancel()
	for len(phones) > 0 {
		n := min(len(phones), maxPhones)
		body, err := json.Marshal(drainPayload{Phones: phones[:n]})
		if err == nil {
			_, err = c.client.EnqueueContext(ctx, asynq.NewTask(DrainLanes, body), asynq.MaxRetry(0), asynq.Retention(0), asynq.Timeout(taskTimeout))
		}
		if err != nil {
			if c.quiet.pass() {
				c.log.WarnContext(ctx, "the queue does not answer: the worker's tick sends by itself", "error_class", "queue")
			}
			return false
		}
		phones = phones[n:]
	}
	return true
}

// once lets one message a minute through: a queue that is away would fill the log.
type once struct{ last atomic.Int64 }

func (o *once) pass() bool {
	now, last := time.Now().UnixNano(), o.last.Load() //nolint:forbidigo // how often a log line may stand, by the machine
	return now-last > int64(time.Minute) && o.last.CompareAndSwap(last, now)
}

// Drain sends what is queued for phones.
type Drain func(ctx context.Context, phones []int64) error

// Server works the queue.
type Server struct {
	server *asynq.Server
	mux    *asynq.ServeMux
}

// NewServer returns a server that runs up to parallel drains at once.
func NewServer(opt asynq.RedisConnOpt, parallel int, drain Drain, log *slog.Logger) *Server {
	mux := asynq.NewServeMux()
	mux.HandleFunc(DrainLanes, func(ctx context.Context, t *asynq.Task) error {
		var p drainPayload
		if err := json.Unmarshal(t.Payload(), &p); err != nil {
			return errors.Join(asynq.SkipRetry, errors.New("payload cannot be read"))
		}
		if err := drain(ctx, p.Phones); err != nil {
			log.ErrorContext(ctx, "drain failed", "error", err)
			return errors.New("drain failed") // the message is kept in Redis: a class, never the error's words
		}
		return nil
	})
	s := asynq.NewServer(opt, asynq.Config{
		Concurrency: parallel, TaskCheckInterval: 20 * time.Millisecond, ShutdownTimeout: 9 * time.Second,
		Logger: quiet{log}, LogLevel: asynq.WarnLevel,
	})
	return &Server{server: s, mux: mux}
}

// Start begins to work; it returns at once.
func (s *Server) Start() error { return s.server.Start(s.mux) }

// Stop stops taking tasks and waits for those that run.
func (s *Server) Stop() { s.server.Shutdown() }

// quiet passes asynq's own messages on under one constant message.
type quiet struct{ log *slog.Logger }

func (q quiet) Debug(...any)      {}
func (q quiet) Info(...any)       {}
func (q quiet) Warn(args ...any)  { q.log.Warn("queue", "detail", short(args)) }
func (q quiet) Error(args ...any) { q.log.Error("queue", "detail", short(args)) }
func (q quiet) Fatal(args ...any) { q.log.Error("queue", "detail", short(args)) }

// short bounds a message of the library: its lines hold task ids and connection errors, no payload.
func short(args []any) string {
	s := fmt.Sprint(args...)
	if len(s) > 200 {
		s = s[:200]
	}
	return s
}

// ParseRedis reads REDIS_URL: redis://, rediss:// and redis-sentinel:// as asynq takes them, redis-cluster://h1,h2 is ours.
func ParseRedis(u string) (asynq.RedisConnOpt, error) {
	if rest, ok := strings.CutPrefix(u, "redis-cluster://"); ok {
		parsed, err := url.Parse("redis://" + rest)
		if err != nil {
			return nil, errors.New("REDIS_URL: not a redis-cluster address")
		}
		opt := asynq.RedisClusterClientOpt{Addrs: strings.Split(parsed.Host, ",")}
		if parsed.User != nil {
			opt.Username = parsed.User.Username()
			opt.Password, _ = parsed.User.Password()
		}
		if parsed.Query().Get("tls") == "true" {
			opt.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12}
		}
		return opt, nil
	}
	opt, err := asynq.ParseRedisURI(u)
	if err != nil {
		return nil, errors.New("REDIS_URL: must be redis://, rediss://, redis-sentinel:// or redis-cluster://")
	}
	return opt, nil
}

// Ping reports whether the queue answers.
func (c *Client) Ping() error {
	if err := c.client.Ping(); err != nil {
		return errors.New("the queue does not answer")
	}
	return nil
}
