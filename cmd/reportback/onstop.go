package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app"
)

// toldWithin bounds a run of the command that hears of stops.
const toldWithin = 30 * time.Second

// tellBy runs a program of the organization's own: with "stopped" or "resumed", the kind and Twilio's code, and the sentence on its
// standard input. No shell is asked, and it gets none of our settings.
func tellBy(program string) func(context.Context, app.News) error {
	return func(ctx context.Context, n app.News) error {
		ctx, cancel := context.WithTimeout(ctx, toldWithin)
		defer cancel()
		what := "stopped"
		if n.Ended {
			what = "resumed"
		}
		c := exec.CommandContext(ctx, program, what, string(n.Kind), strconv.Itoa(n.Code)) //nolint:gosec // the operator's own
		c.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}
		c.Stdin = strings.NewReader(n.Words() + "\n")
		c.WaitDelay = time.Second
		var said bytes.Buffer
		c.Stderr = &said
		if err := c.Run(); err != nil {
			return fmt.Errorf("REPORTBACK_ON_STOP: %w: %s", err, firstLine(said.String()))
		}
		return nil
	}
}

// firstLine is what a program said first, bounded.
func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line[:min(len(line), 200)]
}
