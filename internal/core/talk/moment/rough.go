package moment

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// noHour is a bound that no hour keeps: the words speak of the hour, and in no way that is read here.
const noHour = 24

// roughly is between which hours words put a time that they do not name: "friday after 4", "sat morning", "tuesday after work". Both are 0
// where they say nothing of it.
func roughly(words string) (from, to int) {
	f := strings.Fields(understand.Padded(words))
	for i, w := range f {
		if lexicon.EarlyOnDay.Has(w) && besideDay(f, i) {
			from, to = partOfDay(1)
			continue
		}
		switch look := lexicon.Look(w); look.Time { //nolint:exhaustive // what speaks of an hour
		case lexicon.PartOfDay:
			if from == 0 && to == 0 || from == noHour { // "after 4, I leave work in the afternoon"
				from, to = partOfDay(look.N)
			}
		case lexicon.Tomorrow:
			if i > 0 && lexicon.Articles.Has(f[i-1]) { // "en la mañana"
				from, to = partOfDay(1)
			}
		case lexicon.After:
			from, to = hourBehind(f[i+1:]), noHour
		case lexicon.Before:
			from, to = 0, hourBehind(f[i+1:])
			if to == noHour {
				from = noHour
			}
		}
	}
	return from, to
}

// besideDay reports whether a day stands right before or behind a word, with a word like "bien" between them at most.
func besideDay(f []string, i int) bool {
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k < 0 || k >= len(f) {
			continue
		}
		switch lexicon.Look(f[k]).Time { //nolint:exhaustive // what is a day
		case lexicon.Tomorrow, lexicon.Weekday, lexicon.Today:
			return true
		}
	}
	return false
}

// partOfDay is when a part of the day begins and ends.
func partOfDay(n int) (from, to int) {
	switch n {
	case 1:
		return 0, 12
	case 2:
		return 12, 18
	}
	return 17, noHour
}

// hourBehind is the hour behind "after" and "before", after noon where it is a small one.
func hourBehind(f []string) int {
	for i, w := range f[:min(len(f), 4)] {
		look := lexicon.Look(w)
		switch {
		case w == "del" && i+1 < len(f) && leadingNumber(f[i+1]) > 0: // "antes del 15" is a day, as "antes de las 5" is an hour
			return noHour
		case look.Time == lexicon.Noon:
			return 12
		case look.Time == lexicon.At, look.Time == lexicon.The, look.Time == lexicon.Of, w == "like":
			continue
		}
		n := look.N
		if look.Time != lexicon.Number {
			n = leadingNumber(w)
		}
		switch {
		case n >= 1 && n < 8:
			return n + 12
		case n >= 8 && n < noHour:
			return n
		}
		return noHour
	}
	return noHour
}

// leadingNumber is the hour with which a word begins: 4pm, 630.
func leadingNumber(w string) int {
	if d := strings.TrimRight(w, "pam."); (len(d) == 3 || len(d) == 4) && d[len(d)-2] <= '5' && strings.Trim(d, "0123456789") == "" {
		w = d[:len(d)-2]
	}
	n, i := 0, 0
	for ; i < len(w) && w[i] >= '0' && w[i] <= '9'; i++ {
		n = 10*n + int(w[i]-'0')
		if n > noHour {
			return 0
		}
	}
	return n
}

// allows reports whether the hour that stood may stay, by what was said of the new one.
func (s *Said) allows(was time.Time) bool {
	if s.From == 0 && s.To == 0 {
		return true
	}
	return was.Hour() >= s.From && (s.To == 0 || was.Hour() < s.To)
}

// HearBound takes a bound of the hour, where words say one that leaves out the hour that stood: "after 4" of 3 PM.
func (s *Said) HearBound(words string, was time.Time) bool {
	from, to := roughly(words)
	bounds := Said{From: from, To: to}
	if from == 0 && to == 0 || from == noHour || bounds.allows(was) {
		return false
	}
	s.From, s.To = from, to
	return true
}

// mostOfPart is how many words a text has at most that says a part of the day and little else.
const mostOfPart = 8

// HearPart takes a part of the day, where the hour is open and words say nothing else of time: "afternoon". The hour that follows is of it.
func (s *Said) HearPart(words string) bool {
	from, to := roughly(words)
	if s.Clock != "" || from == 0 && to == 0 || from == noHour || len(strings.Fields(words)) > mostOfPart {
		return false
	}
	s.From, s.To = from, to
	return true
}

// bound keeps what words say of the hour without naming it, and what was said of it before, until an hour is named.
func (s *Said) bound(words string) {
	from, to := roughly(words)
	switch {
	case s.Clock != "" || len(s.Options) > 0 && !s.onlyDays():
		s.From, s.To = 0, 0
	case from != 0 || to != 0:
		s.From, s.To = from, to
	}
}

// dropHour forgets an hour that was said before, where the words put another day at another time of it: "thursday evening", of 8:30 AM.
func (s *Said) dropHour(words string) {
	from, to := roughly(words)
	at, err := time.Parse(Layout, s.Clock)
	if bounds := (Said{From: from, To: to}); err == nil && !bounds.allows(at) {
		s.Clock = ""
	}
}

// within leaves of an hour's two readings, morning and evening, the one that is of the part of the day that was said before.
func (s *Said) within(from, to int) {
	if from == 0 && to == 0 || len(s.Options) == 0 {
		return
	}
	bounds, in := Said{From: from, To: to}, ""
	for _, o := range s.Options {
		at, err := time.Parse(Layout, o[strings.LastIndexByte(o, ' ')+1:])
		if err != nil {
			return
		}
		if bounds.allows(at) {
			if in != "" {
				return
			}
			in = o
		}
	}
	if in != "" {
		s.choose(in)
	}
}
