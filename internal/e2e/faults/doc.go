// Package faults runs two webs and two workers against a stand-in of the provider, does one thing after another to them, and counts at the
// provider what was lost, doubled or out of order. `make faults` prints the table; it holds tests only.
package faults
