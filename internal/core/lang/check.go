package lang

import (
	"errors"
	"fmt"
	"strings"
)

// Check refuses a catalogue that lacks a text, whose languages need different fields, or that teaches one of the carrier's words as an
// answer: such a word would be taken as an opt-out, or answered by the carrier. STOP in the opt-out line and START in the answer to an
// opt-out are the exceptions, and START OVER is no carrier's word: the carrier matches whole texts.
func Check() error {
	var faults []error
	for _, k := range Keys() {
		for _, tag := range Tags() {
			t := raw(tag, k)
			if t == "" {
				faults = append(faults, fmt.Errorf("%s: no text in %s", k, tag))
				continue
			}
			if got, want := fieldSet(t), fieldSet(raw(English, k)); got != want {
				faults = append(faults, fmt.Errorf("%s: %s has the fields %s, English has %s", k, tag, got, want))
			}
			if w := teaches(k, t); w != "" {
				faults = append(faults, fmt.Errorf("%s: %s teaches %s, which is the carrier's", k, tag, w))
			}
		}
	}
	return errors.Join(faults...)
}

func fieldSet(t string) string {
	var out []string
	for {
		i := strings.IndexByte(t, '{')
		j := strings.IndexByte(t, '}')
		if i < 0 || j < i {
			break
		}
		f := t[i : j+1]
		seen := false
		for _, o := range out {
			seen = seen || o == f
		}
		if !seen {
			out = append(out, f)
		}
		t = t[j+1:]
	}
	for i := range out { // sorted, so that the order in the sentence does not matter
		for k := i + 1; k < len(out); k++ {
			if out[k] < out[i] {
				out[i], out[k] = out[k], out[i]
			}
		}
	}
	return strings.Join(out, "")
}

// optOutLines are the ways in which a text says how to opt out.
func optOutLines() []string {
	return []string{"STOP to opt out", "STOP para salir", "STOP para no recibir", "To end all our texts, reply STOP", "responda STOP"}
}

// teaches finds a carrier's word in capitals that a text offers as an answer.
func teaches(k Key, t string) string {
	t = strings.ReplaceAll(t, "START OVER", "")
	for _, allowed := range optOutLines() {
		t = strings.ReplaceAll(t, allowed, "")
	}
	if k == OptedOut || k == HeldStill {
		t = strings.ReplaceAll(t, "START", "")
	}
	for _, w := range strings.FieldsFunc(t, func(r rune) bool { return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') }) {
		switch w {
		case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "START", "YES", "UNSTOP", "HELP", "INFO":
			return w
		}
	}
	return ""
}
