package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// mostPlaceWords bounds the words of a place that is put right.
const mostPlaceWords = 6

// PlacePut reads the place that words put in the stead of another, or of none: "also its the clinic on jackson", "nvm, too loud, do the
// park by his house", "k her kitchen its fine". "" where they name none, or say of one that it does not suit.
func PlacePut(words string) string {
	f := strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '\n' })
	low := make([]string, len(f))
	for i, w := range f {
		low[i] = lexicon.Plain(strings.Trim(w, ",.;:!?()\"'"))
	}
	for from := len(f) - 1; from >= 0; from-- {
		if from > 0 && !leadsToPlace(low, from-1) && !strings.HasSuffix(f[from-1], ",") && !strings.HasSuffix(f[from-1], ".") {
			continue
		}
		if from > 0 && toldOf(f, low, from-1) {
			continue
		}
		at := from
		for from == 0 && at < len(f) && (lexicon.OrderLeads.Has(low[at]) || lexicon.Yes.Has(low[at]) ||
			lexicon.YesMildly.Has(low[at]) || lexicon.Interjections.Has(low[at])) {
			at++
		}
		if from == 0 && at < len(f) && !beginsPlace(low[at]) {
			continue
		}
		to := at
		for to < len(f) && to-at < mostPlaceWords+1 && !lexicon.SaysOfPlace.Has(low[to]) && !lexicon.InsteadOf.Has(low[to]) {
			to++
			if strings.ContainsAny(f[to-1][len(f[to-1])-1:], ",.;!") {
				break
			}
		}
		if isPlace(low[at:to]) && !lexicon.NoPlaceAlone.Has(strings.Join(low[at:to], " ")) && (to == len(f) || fits(low[to:])) {
			lead := ""
			if from > 0 {
				lead = low[from-1]
			}
			return withArticle(lead, strings.Trim(strings.Join(f[at:to], " "), " ,.;!?"))
		}
	}
	return ""
}

// withArticle puts the article before a place that the word leading to it has taken: "cámbielo al café" is to "el café".
func withArticle(lead, place string) string {
	if lexicon.ToThe.Has(lead) {
		return "el " + place
	}
	return place
}

// toldOf reports whether "at" at i is said of where somebody is or works: "her sister works at the clinic".
func toldOf(f, low []string, i int) bool {
	if !lexicon.At.Has(low[i]) && low[i] != "in" && low[i] != "en" {
		return false
	}
	for k := i - 1; k >= 0 && !strings.ContainsAny(f[k][len(f[k])-1:], ",.;!"); k-- {
		if lexicon.LivesAt.Has(low[k]) || lexicon.TheirPlaces.Has(low[k]) || lexicon.ThirdPersons.Has(low[k]) || lexicon.Subjects.Has(low[k]) {
			return true
		}
	}
	return false
}

// leadsToPlace reports whether a place may follow the word at i: it's, do, at.
func leadsToPlace(low []string, i int) bool {
	w := low[i]
	return lexicon.PlaceLeads.Has(w) || lexicon.IsWords.Has(w) || lexicon.MoveTo.Has(w) || lexicon.ChangeWords.Has(w) ||
		i > 0 && (lexicon.PlaceLeads.Has(low[i-1]+" "+w) || lexicon.ChangeWords.Has(low[i-1]+" "+w))
}

// isPlace reports whether words are a place and no sentence about one: an article or whose it is before what kind of place it is.
func isPlace(low []string) bool {
	if len(low) == 0 || len(low) > mostPlaceWords {
		return false
	}
	for i, w := range low {
		switch {
		case lexicon.PlaceNouns.Has(w), i > 0 && lexicon.HomeNouns.Has(w):
			return true
		case i == 0 && beginsPlace(w):
		case lexicon.SentenceWords.Has(w), lexicon.OrderLeads.Has(w), lexicon.NotPeople.Has(w) && i == 0, i > 2:
			return false
		}
	}
	return false
}

func beginsPlace(w string) bool {
	return lexicon.PlaceNouns.Has(w) || lexicon.Articles.Has(w) || lexicon.The.Has(w) || lexicon.TheirPlaces.Has(w) || lexicon.MyPlaces.Has(w)
}

// fits reports whether words behind a place say that it suits, or name the one that it takes the stead of.
func fits(low []string) bool {
	if lexicon.InsteadOf.Has(low[0]) {
		return true
	}
	said := strings.Join(low, " ")
	return understand.TheyCome(said) == understand.Yes || understand.Read(said, when.Context{}).Reply == understand.Yes ||
		len(low) > 1 && understand.Read(strings.Join(low[1:], " "), when.Context{}).Reply == understand.Yes
}
