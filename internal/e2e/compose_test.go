package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

// composed reads the compose file as docker compose would, with the settings that the first day's guide writes.
func composed(t *testing.T, more ...string) (*types.Project, error) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range []string{"docker-compose.yml", "Dockerfile"} {
		b, err := os.ReadFile(filepath.Join("..", "..", f))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, f), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	env := append([]string{"TWILIO_AUTH_TOKEN=secret", "TWILIO_FROM=+12065550100"}, more...)
	if err := os.WriteFile(filepath.Join(dir, ".env"), []byte(strings.Join(env, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := cli.NewProjectOptions([]string{filepath.Join(dir, "docker-compose.yml")}, cli.WithWorkingDirectory(dir), cli.WithEnvFiles(),
		cli.WithDotEnv,
		cli.WithName("reportback"))
	if err != nil {
		t.Fatal(err)
	}
	return o.LoadProject(t.Context())
}

// TestTheComposeFileIsWhatAPersonCanLeaveAlone: every service comes back, ends in its own time, bounds its log, and gains nothing; nothing
// but the proxy is reached from outside; what is needed is asked for by name.
func TestTheComposeFileIsWhatAPersonCanLeaveAlone(t *testing.T) {
	t.Parallel()
	p, err := composed(t, "POSTGRES_PASSWORD=x", "PUBLIC_URL=https://texts.example.org")
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range p.Services {
		if want := "unless-stopped"; s.Restart != want && name != "migrate" {
			t.Errorf("%s: restart %q", name, s.Restart)
		}
		if s.Logging == nil || s.Logging.Options["max-size"] == "" {
			t.Errorf("%s: its log grows for ever", name)
		}
		if !slices.Contains(s.SecurityOpt, "no-new-privileges:true") {
			t.Errorf("%s: may gain privileges", name)
		}
		for _, port := range s.Ports {
			if port.HostIP != "127.0.0.1" && name != "caddy" {
				t.Errorf("%s: port %s on every interface", name, port.Published)
			}
		}
		if s.Image == "" || s.Build == nil && !strings.Contains(s.Image, ":") || strings.HasSuffix(s.Image, ":latest") {
			t.Errorf("%s: image %q names no version", name, s.Image)
		}
		if tool := s.Build; tool != nil && (!s.ReadOnly || !slices.Contains(s.CapDrop, "ALL") || s.StopGracePeriod == nil || s.MemLimit == 0) {
			t.Errorf("%s: writable, with capabilities, without grace or without a bound", name)
		}
	}
	for _, name := range []string{"web", "worker"} {
		s := p.Services[name]
		if s.HealthCheck == nil || s.DependsOn["migrate"].Condition != types.ServiceConditionCompletedSuccessfully {
			t.Errorf("%s: no health check, or it begins before the schema is there", name)
		}
		if v := s.Environment["TWILIO_AUTH_TOKEN"]; v == nil || *v != "secret" {
			t.Errorf("%s does not get the settings", name)
		}
	}
	if m := p.Services["migrate"]; m.Environment["TWILIO_AUTH_TOKEN"] != nil {
		t.Error("migrate gets secrets that it does not need")
	}
	for _, lack := range []string{"POSTGRES_PASSWORD=x", "PUBLIC_URL=https://texts.example.org"} {
		if _, err := composed(t, lack); err == nil {
			t.Errorf("with %s alone nothing is asked for", lack)
		}
	}
}
