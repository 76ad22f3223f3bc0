package app

import "strings"

// collapse trims a text and makes every run of white space one space.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// trimTrial takes away what Twilio puts before the texts of a trial account.
func trimTrial(s string) string {
	return strings.TrimPrefix(strings.TrimSpace(s), "Sent from your Twilio trial account - ")
}
