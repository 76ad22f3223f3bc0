package jobs_test

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/jobs"
)

// redisNode starts a redis-server with a configuration of its own and returns its address; "" where there is none.
func redisNode(t *testing.T, conf func(port string) string, args ...string) string {
	t.Helper()
	bin, err := exec.LookPath("redis-server")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("redis-server is needed in CI: apt-get install -y redis-server")
		}
		return ""
	}
	addr := testkit.FreeAddr(t)
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "redis.conf")
	all := "port " + port + "\nbind 127.0.0.1\nsave \"\"\nappendonly no\ndir " + dir + "\n" + conf(port)
	if err := os.WriteFile(file, []byte(all), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(bin, append([]string{file}, args...)...)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	testkit.Until(t, 20*time.Second, "redis-server answers", func() bool { return ask(t, addr, "PING") == nil })
	return addr
}

// ask gives a node one command.
func ask(t *testing.T, addr string, command ...any) error {
	t.Helper()
	c := redis.NewClient(&redis.Options{Addr: addr})
	defer func() { _ = c.Close() }()
	return c.Do(t.Context(), command...).Err()
}

// carries sees that a nudge by this address comes out at the other end.
func carries(t *testing.T, u string) {
	t.Helper()
	opt, err := jobs.ParseRedis(u)
	if err != nil {
		t.Fatalf("%s: %v", u, err)
	}
	client := jobs.NewClient(opt, testkit.Quiet())
	defer func() { _ = client.Close() }()
	if err := client.Ping(); err != nil {
		t.Fatalf("%s: %v", u, err)
	}
	got := make(chan []int64, 1000)
	s := jobs.NewServer(opt, 2, func(_ context.Context, phones []int64) error { got <- phones; return nil }, testkit.Quiet())
	if err := s.Start(); err != nil {
		t.Fatalf("%s: %v", u, err)
	}
	defer s.Stop()
	testkit.Until(t, 20*time.Second, "a nudge is taken", func() bool { return client.Nudge(t.Context(), []int64{7, 8}) })
	select {
	case phones := <-got:
		if !slices.Equal(phones, []int64{7, 8}) {
			t.Errorf("%s carries %v", u, phones)
		}
	case <-time.After(20 * time.Second):
		t.Errorf("%s: the nudge did not come out", u)
	}
}

// TestTheQueueByASentinel: two sentinels' addresses, of which one is dead, lead to the master.
func TestTheQueueByASentinel(t *testing.T) {
	t.Parallel()
	master := redisNode(t, func(string) string { return "" })
	if master == "" {
		t.Skip("no redis-server here; CI fails without one")
	}
	host, port, err := net.SplitHostPort(master)
	if err != nil {
		t.Fatal(err)
	}
	sentinel := redisNode(t, func(string) string { return "sentinel monitor texts " + host + " " + port + " 1\n" }, "--sentinel")
	carries(t, "redis-sentinel://"+testkit.FreeAddr(t)+","+sentinel+"?master=texts")
}

// TestTheQueueInACluster: three masters, each with a third of the slots, asked for by two of them.
func TestTheQueueInACluster(t *testing.T) {
	t.Parallel()
	var nodes []string
	for range 3 {
		n := redisNode(t, func(string) string {
			_, bus, err := net.SplitHostPort(testkit.FreeAddr(t))
			if err != nil {
				t.Fatal(err)
			}
			return "cluster-enabled yes\ncluster-port " + bus + "\n"
		})
		if n == "" {
			t.Skip("no redis-server here; CI fails without one")
		}
		nodes = append(nodes, n)
	}
	for i, n := range nodes {
		if err := ask(t, n, "CLUSTER", "ADDSLOTSRANGE", i*5461, min((i+1)*5461-1+i/2, 16383)); err != nil {
			t.Fatal(err)
		}
	}
	c := redis.NewClient(&redis.Options{Addr: nodes[0]})
	defer func() { _ = c.Close() }()
	for _, n := range nodes[1:] {
		host, port, err := net.SplitHostPort(n)
		if err != nil {
			t.Fatal(err)
		}
		other := redis.NewClient(&redis.Options{Addr: n})
		conf, err := other.ConfigGet(t.Context(), "cluster-port").Result()
		if err := errors.Join(err, other.Close(), c.Do(t.Context(), "CLUSTER", "MEET", host, port, conf["cluster-port"]).Err()); err != nil {
			t.Fatal(err)
		}
	}
	testkit.Until(t, 60*time.Second, "the cluster is whole", func() bool {
		for _, n := range nodes {
			each := redis.NewClient(&redis.Options{Addr: n})
			info, err := each.ClusterInfo(t.Context()).Result()
			_ = each.Close()
			if err != nil || len(info) < 16 || info[:16] != "cluster_state:ok" {
				return false
			}
		}
		return true
	})
	carries(t, "redis-cluster://"+nodes[0]+","+nodes[1])
}

// TestAddressesOfTheQueue: what is none is refused by the setting's name, without its password.
func TestAddressesOfTheQueue(t *testing.T) {
	t.Parallel()
	for _, good := range []string{
		"redis://127.0.0.1:6379", "redis://:secret@h:6379/2", "rediss://h:6380", "redis-sentinel://:secret@a:26379,b:26379,c:26379?master=m",
		"redis-cluster://u:secret@a:6379,b:6379,c:6379?tls=true",
	} {
		if _, err := jobs.ParseRedis(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{"", "h:6379", "http://h", "redis-cluster://a b", "redis://:sec%ret@h"} {
		if _, err := jobs.ParseRedis(bad); err == nil || len(err.Error()) > 100 {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
