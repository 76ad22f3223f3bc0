package spoken

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// part is a word of a text that speaks of several one-on-ones.
type part struct {
	s, low   string
	from, to int
	day      bool
	clock    bool
	name     bool // somebody's, who is met
	again    int  // one more than the place among the names, where somebody is named once more
}

// manyIn divides a text that says of each of several people at what hour, in the order in which that is said: "tmrw im seeing maria at 10
// and then jo at 11", "9 maria 1030 jo 12 rosa, all at the church". What stands before the first is said for all.
func manyIn(words string, c when.Context) []string {
	ps := partsOf(words, c)
	var names []int
	for i, p := range ps {
		if p.name && p.again == 0 {
			names = append(names, i)
		}
	}
	if len(names) < 2 || len(names) > 9 {
		return nil
	}
	out := hourFirstPieces(words, ps, names)
	if out == nil {
		out = nameFirstPieces(words, ps, names)
	}
	out = samePlaces(out, c)
	for _, piece := range out {
		if !wholePlan(piece, c) {
			return nil
		}
	}
	return out
}

// partsOf reads the words of a text one by one.
func partsOf(words string, c when.Context) []part {
	var ps []part
	days := daysIn(words, c)
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && words[j] != ' ' && words[j] != '\n' {
			j++
		}
		if j > i {
			ps = append(ps, part{s: words[i:j], low: strings.Trim(lexicon.Plain(words[i:j]), ",.;:!?()"), from: i, to: j})
		}
		i = j + 1
	}
	for i := range ps {
		p := &ps[i]
		p.day = slices.ContainsFunc(days, func(s when.Span) bool { return p.from < s.To && s.From < p.to })
		p.clock = !p.day && hourWord(p.low) && !(i > 0 && longNumber(ps[i-1].low)) && !(i+1 < len(ps) && longNumber(ps[i+1].low))
	}
	var seen []string
	for i := range ps {
		p := &ps[i]
		if p.day || !mayBeName(ps, i) || i > 0 && ps[i-1].name && !joins(ps[i-1]) { // the surname of the one before: "jo kim"
			continue
		}
		if k := slices.Index(seen, p.low); k >= 0 {
			p.name, p.again = true, k+1
			continue
		}
		if i > 0 && (lexicon.Of.Has(ps[i-1].low) || ps[i-1].low == "at" || ps[i-1].low == "@" || ps[i-1].low == "en") {
			continue // "en casa de rosa", "at maria's"
		}
		p.name, seen = true, append(seen, p.low)
	}
	return ps
}

// daysIn lists where a text names days.
func daysIn(words string, c when.Context) []when.Span {
	r := understand.Times(words, c)
	var out []when.Span
	for _, s := range r.Spans {
		if one := understand.Times(words[s.From:s.To], c); one.HasDate() || len(one.Options) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// hourWord reports whether a word by itself is an hour: 9, 1030, 4pm, noon.
func hourWord(low string) bool {
	low = strings.TrimPrefix(low, "@")
	if low == "" || len(low) > 7 {
		return false
	}
	digits := strings.TrimRight(strings.ReplaceAll(low, ":", ""), "apm")
	if digits != "" && len(digits) <= 4 && strings.Trim(digits, "0123456789") == "" {
		return when.Read("at "+low, when.Context{}).HasClock
	}
	return low == "noon" || low == "mediodia"
}

// longNumber reports whether a word is part of a number to call.
func longNumber(low string) bool { return len(low) >= 3 && strings.Trim(low, "0123456789-") == "" }

// mayBeName reports whether a word may be the first name of somebody who is met: a common one, or one that means nothing else and stands
// beside an hour.
func mayBeName(ps []part, i int) bool {
	w := lexicon.Look(ps[i].low)
	if w.In(lexicon.FirstNames) { // "rosa" is a colour, but not beside an hour
		return !w.In(lexicon.NameWords) || ps[i].s != strings.ToLower(ps[i].s) || i > 0 && ps[i-1].clock || hourAfter(ps, i) > 0
	}
	if len(ps[i].low) < 3 || strings.ContainsAny(ps[i].low, "0123456789'@") || w.Known() && ps[i].s == strings.ToLower(ps[i].s) ||
		lexicon.SentenceWords.Has(ps[i].low) || lexicon.PlaceNouns.Has(ps[i].low) {
		return false
	}
	_, ok := understand.ParseName(ps[i].s)
	return ok && i > 0 && (joins(ps[i-1]) || ps[i-1].clock && (i+1 == len(ps) || ps[i+1].clock || joins(ps[i]) || joins(ps[i+1])))
}

func joins(p part) bool { return lexicon.JoinsPlans.Has(p.low) || strings.HasSuffix(p.s, ",") }

// nameFirstPieces takes each name with the hour that follows it; nil where one has none.
func nameFirstPieces(words string, ps []part, names []int) []string {
	out := make([]string, len(names))
	from, whose := names[0], 0
	flush := func(to int) {
		text := strings.TrimSpace(words[begins(ps, from):ps[to-1].to])
		if out[whose] != "" {
			text = out[whose] + " " + text
		}
		out[whose] = text
	}
	for i := names[0] + 1; i <= len(ps); i++ {
		if i < len(ps) && !ps[i].name {
			continue
		}
		next := whose + 1
		if i < len(ps) {
			next = slices.Index(names, i)
			if ps[i].again > 0 {
				next = ps[i].again - 1
			}
			if next == whose {
				continue
			}
		}
		flush(beforeJoin(ps, from+1, i))
		from, whose = i, next
	}
	for k, n := range names {
		hour := hourAfter(ps, n)
		if hour < 0 {
			return nil
		}
		if day := dayFor(words, ps, names, k); day != "" {
			at := ps[hour].from - begins(ps, n)
			out[k] = out[k][:at] + day + " " + out[k][at:]
		}
	}
	return out
}

// begins is where a name begins, with its title: "doña Carmen".
func begins(ps []part, name int) int {
	if name > 0 && lexicon.Titles.Has(ps[name-1].low) {
		return ps[name-1].from
	}
	return ps[name].from
}

// beforeJoin goes back over what joins what follows: "and then", "y a su comadre".
func beforeJoin(ps []part, least, to int) int {
	if to == len(ps) {
		return to
	}
	for to > least {
		l := lexicon.Look(ps[to-1].low)
		if ps[to-1].clock || !l.In(lexicon.JoinsPlans) && !l.In(lexicon.LeadsToName) && !l.In(lexicon.Articles) && !l.In(lexicon.Relations) &&
			!l.In(lexicon.Kin) && !l.In(lexicon.TheirPlaces) && !l.In(lexicon.MyPlaces) && !l.In(lexicon.Titles) &&
			!l.In(lexicon.At) {
			break
		}
		to--
	}
	return to
}

// hourAfter finds the hour that is said of a name: behind it, with nothing between but the rest of the name and small words. It returns
// where what says the hour begins, -1 where nothing does.
func hourAfter(ps []part, name int) int {
	for i := name + 1; i < len(ps) && i <= name+6; i++ {
		l := lexicon.Look(ps[i].low)
		switch {
		case ps[i].clock:
			from := i
			for from > name+1 && lexicon.At.Has(ps[from-1].low) {
				from--
			}
			return from
		case ps[i].name && i > name+1, l.In(lexicon.SentenceWords) && !l.In(lexicon.At), l.In(lexicon.AskLeads):
			return -1
		}
	}
	return -1
}

// hourFirstPieces takes each name with the hour right before it; nil where one has none.
func hourFirstPieces(words string, ps []part, names []int) []string {
	out := make([]string, len(names))
	for k, n := range names {
		hour := n - 1
		for hour >= 0 && (lexicon.LeadsToName.Has(ps[hour].low) || lexicon.At.Has(ps[hour].low)) && !ps[hour].clock {
			hour--
		}
		if hour < 0 || !ps[hour].clock {
			return nil
		}
		end := len(ps)
		if k+1 < len(names) {
			end = names[k+1] - 1
			for end > n+1 && !ps[end].clock {
				end--
			}
		}
		behind := n + 1
		for behind < end && behind < n+3 && !ps[behind].clock && !joins(ps[behind-1]) && (ps[behind].s != strings.ToLower(ps[behind].s) ||
			!lexicon.Look(ps[behind].low).Known() || lexicon.SurnamesToo.Has(ps[behind].low)) {
			behind++
		}
		out[k] = strings.TrimRight(words[begins(ps, n):ps[behind-1].to], ",;. ") + " "
		if day := dayFor(words, ps, names, k); day != "" {
			out[k] += day + " "
		}
		out[k] += "at " + strings.Trim(ps[hour].s, ",.;@")
		if behind < end {
			last := beforeJoin(ps, behind, end)
			if end == len(ps) {
				last = end
			}
			if last > behind {
				out[k] += " " + words[ps[behind].from:ps[last-1].to]
			}
		}
	}
	return out
}

// dayFor is the day for one who is met where none is said of them: that of the one before, or the one that is said first for all.
func dayFor(words string, ps []part, names []int, k int) string {
	end := len(ps)
	if k+1 < len(names) {
		end = names[k+1]
	}
	isDay := func(p part) bool { return p.day }
	if slices.ContainsFunc(ps[names[k]:end], isDay) {
		return ""
	}
	from := 0
	for j := k - 1; j >= 0; j-- {
		if slices.ContainsFunc(ps[names[j]:names[j+1]], isDay) {
			from, end = names[j], names[j+1]
			break
		}
	}
	if from == 0 {
		end = names[0]
	}
	var out []string
	for _, p := range ps[from:end] {
		if p.day {
			out = append(out, strings.Trim(words[p.from:p.to], ",.;:!?"))
		}
	}
	return strings.Join(out, " ")
}
