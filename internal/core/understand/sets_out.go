package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOut is how many words stand between what lets somebody set out and its hour: "salgo de cuidar a los nietos a las 2 y media".
const mostOut = 8

// mostOutAhead is how long before they meet somebody sets out at most, in minutes.
const mostOutAhead = 5 * 60

// setsOut reports whether every hour that words name is when their writer sets out, before an hour of the day, in minutes. They name one at
// least.
func setsOut(words string, at int) bool {
	named := false
	for _, o := range outHours(spanWords(words)) {
		if ahead := (at - o.minutes + dayEnds) % noonAt; !o.out || o.asked || ahead > mostOutAhead {
			return false
		}
		named = true
	}
	return named
}

// outHour is an hour that words name, and whether it is when somebody sets out.
type outHour struct {
	minutes int
	out     bool
	free    bool // and its writer is free from then on
	asked   bool // it is put forward: "lets meet at 2"
}

func outHours(f []string) []outHour {
	var all []outHour
	for i := 0; i < len(f); i++ {
		e, n := spanHour(f, i)
		if n == 0 || n == 1 && i+1 < len(f) && countsNext(f[i+1]) && lexicon.Look(f[i+1]).Known() { // "a 10 min walk"
			continue
		}
		from := i
		for from > 0 && i-from < mostOut && f[from-1] != "," && !lexicon.SoThen.Has(f[from-1]) {
			from--
		}
		lead := Padded(strings.Join(f[from:i], " "))
		all = append(all, outHour{
			minutes: e.minutes, out: lexicon.SetsOutBy.In(lead), free: lexicon.FreeBy.In(lead), asked: lexicon.TimeLeads.In(lead),
		})
		i += n - 1
	}
	return all
}

// YesAndSetsOut reports whether a text says yes, under no condition, and names hours only as when its writer sets out, before an hour of
// the day, in minutes: "si Dios quiere ahi estare mija, salgo de cuidar a los nietos a las 2 y media y me voy derechito", of 3.
func YesAndSetsOut(body string, at int, c when.Context) bool {
	if !setsOut(body, at) {
		return false
	}
	yes := false
	for i, k := range Clauses(soApart(body)) {
		if from, to := lexicon.PiousIfs.Find(k); to > 0 {
			k = strings.TrimSpace(k[:from] + k[to:])
		}
		switch r := Read(k, c); {
		case r.Reply == No, r.Refused, r.Question, r.Reply == Maybe && !setsOut(k, at):
			return false
		case r.Reply == Yes, lexicon.SeesYou.Lead(k) > 0, lexicon.ComesThen.Lead(k) > 0, i == 0 && BeginsWithYes(k, c):
			yes = true
		}
	}
	return yes
}

// OutTooLate reports whether a text goes on behind a "but" to when its writer gets out, which is behind an hour of the day, in minutes:
// "yes but i get off at 4", of 3.
func OutTooLate(body string, at int) bool {
	f := spanWords(body)
	for i, w := range f {
		if !lexicon.ButWords.Has(w) {
			continue
		}
		for _, o := range outHours(f[i:]) {
			if behind := (o.minutes - at + dayEnds) % noonAt; o.free && behind > 0 && behind <= mostOutAhead {
				return true
			}
		}
		break
	}
	return false
}

// mostSi is how many words stand behind a "si" that says yes behind a "so": "así que si llego".
const mostSi = 2

// soApart puts what follows a "so" into a clause of its own.
func soApart(body string) string {
	f := strings.Fields(body)
	for i := 1; i < len(f); i++ {
		n := lexicon.SoThen.Lead(strings.ToLower(strings.Join(f[i:], " ")))
		if n == 0 {
			continue
		}
		f[i-1] = strings.TrimRight(f[i-1], ",") + ","
		k := i + len(strings.Fields(strings.Join(f[i:], " ")[:n]))
		if k < len(f) && f[k] == "si" && len(f)-k-1 <= mostSi {
			f[k] = "sí"
		}
	}
	return strings.Join(f, " ")
}
