package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// IsSentence reports whether words tell something instead of naming a place: "I'll ask her".
func IsSentence(body string) bool {
	first, _, more := strings.Cut(lexicon.Plain(strings.ToLower(strings.TrimSpace(body))), " ")
	first, _, _ = strings.Cut(strings.ReplaceAll(first, "’", "'"), "'")
	words := strings.Fields(understand.Padded(body))
	if lexicon.The.Has(first) && len(words) <= 12 && !lexicon.Subjects.Any(words) && !lexicon.TellPersons.Any(words) &&
		!lexicon.IsWords.Any(words) && !lexicon.NegativeWords.Any(words) { // "the park by the school"
		return false
	}
	return more && (lexicon.TellPersons.Has(words[len(words)-1]) || lexicon.TellsFirst.Has(words[0]) ||
		lexicon.Subjects.Has(first) || lexicon.SentenceWords.Has(first) &&
		!lexicon.BeginsPlace.Has(first) && !lexicon.MyPlaces.Has(first) && !lexicon.TheirPlaces.Has(first)) || len(words) > 12
}

// AgreesBesides reads a yes that names the language too, and nothing else: "yes but in English".
func AgreesBesides(body string) bool {
	first, rest, more := strings.Cut(strings.TrimSpace(body), " ")
	_, named := LanguageIn(rest)
	// "beto too but in english"
	agrees := lexicon.Yes.Has(lexicon.Plain(strings.Trim(first, ",.!"))) || lexicon.TooWords.In(understand.Padded(body))
	return more && named && len(strings.Fields(body)) <= 8 && agrees && !strings.Contains(body, "?")
}

// SaysSave reads a yes to the echo in more words: "ok save it", "ok 1"; where consent is asked, "she said yes" too.
func SaysSave(body string, consent bool) bool {
	if strings.ContainsAny(body, "?") || len(strings.Fields(body)) > 9 {
		return false
	}
	if comes, ok := understand.ReadComing(body); ok && comes && consent {
		return true
	}
	f := strings.Fields(understand.Padded(body))
	if _, named := LanguageIn(body); !named && consent && lexicon.TakesTexts.In(understand.Padded(body)) &&
		!lexicon.NegativeWords.Any(f) && !lexicon.Negators.Any(f) && !lexicon.SaysIf.Any(f[1:]) {
		return true
	}
	saves := false
	for _, w := range strings.Fields(understand.Padded(body)) {
		switch {
		case lexicon.SaveWords.Has(w):
			saves = true
		case !lexicon.OrderLeads.Has(w) && !lexicon.OrderThat.Has(w) && !lexicon.ThirdPersons.Has(w) && !lexicon.PraisesPlan.Has(w):
			return false
		}
	}
	return saves
}

// WholeName is the name that a text gives, and nothing else, of whom only the first name is known: "teo ramirez", "teo ramirez is
// his name".
func WholeName(body, known string) string {
	words := strings.Trim(body, " .!")
	if from, to := lexicon.IsTheName.Find(words); from > 0 && to == len(words) {
		words = strings.TrimRight(words[:from], " ,")
	}
	f := strings.Fields(words)
	if len(f) < 2 || len(f) > 3 || known == "" || strings.Contains(known, " ") || !fold.Same(f[0], known) {
		return ""
	}
	for _, w := range f[1:] {
		if l := lexicon.Look(lexicon.Plain(strings.ToLower(w))); l.Known() && !l.In(lexicon.SurnamesToo) && !l.In(lexicon.FirstNames) &&
			!l.In(lexicon.AfterParticle) {
			return ""
		}
	}
	name, _ := understand.ParseName(strings.Join(f, " "))
	return name
}
