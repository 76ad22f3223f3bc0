package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// DoubtsReport reports whether a few words say that what a report has is not right, and not what is: "thats wrong", "eso está mal".
func DoubtsReport(body string) bool { return saysAlone(body, lexicon.ReportDoubted) }

// WrongWhom reports whether a few words say that a report is of somebody else, and not of whom: "wrong person", "no es ella".
func WrongWhom(body string) bool { return saysAlone(body, lexicon.WrongWhom) }

// saysAlone reports whether a text is what the list says and small words.
func saysAlone(body string, l lexicon.List) bool {
	w := betweenSpaces(body)
	return len(strings.Fields(w)) <= maxSmall+2 && !strings.Contains(body, "?") && l.In(w) &&
		small(strings.Fields(leftOf(w, l)), lexicon.OrderLeads)
}

// ChangedTo is what an answer is to say instead of what it says: of "change it to she wants a lawyer" the last four words. "" where a text
// orders none.
func ChangedTo(body string) string {
	lead := withoutLeads(strings.TrimSpace(body))
	rest, ok := beginsAs(lead, lexicon.ChangesItTo)
	if !ok { // "pon nomás que tiene miedo"
		if rest, ok = beginsAs(lead, lexicon.PutsOnly); ok {
			if said, tells := beginsAs(rest, lexicon.TellKnow); tells {
				rest = said
			} else {
				ok = tellsOfHead(rest)
			}
		}
	}
	if !ok || strings.Contains(body, "?") {
		return ""
	}
	return strings.Trim(strings.TrimSpace(rest), `"“”:. `)
}

// tellsOfHead reports whether words begin with somebody spoken of, or as what is told of them does.
func tellsOfHead(words string) bool {
	head, _, _ := strings.Cut(wordsOf(words), " ")
	return lexicon.ThirdSubjects.Has(head) || lexicon.TaleBegins.Has(head)
}

// ToldInstead is ChangedTo where it tells of somebody and names no time: a one-on-one is not changed to that.
func ToldInstead(body string) string {
	if words := ChangedTo(body); words != "" && isTale(strings.Fields(words)) {
		return words
	}
	return ""
}

// mostPast is how many words tell what somebody did once and bind nobody to anything.
const mostPast = 4

// TellsPast reports whether a few words tell what somebody did, or did not do, and no more ("she moved", "si vino", "no llegó"), or how it
// is with what is theirs. It is nothing that anybody will do, and no word of consent to come.
func TellsPast(body string) bool {
	f := strings.Fields(wordsOf(body))
	if tellsOfTheirs(f, body) {
		return true
	}
	if len(f) == 0 || len(f) > mostPast || IsQuestion(body) {
		return false
	}
	if MissedAlone(body) != NoOutcome {
		return true
	}
	for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.Yes.Has(f[0]) || lexicon.SiIsYes.Has(f[0]) ||
		lexicon.AlreadyDone.Has(f[0])) {
		f = f[1:]
	}
	they := lexicon.ThirdSubjects.Has(f[0])
	if they {
		f = f[1:]
	}
	if len(f) == 0 || lexicon.PledgedPast.Any(f) || they && NamesTime(f[0]) { // "el sabado"
		return false
	}
	if came := strings.Join(f, " "); lexicon.DidCome.Has(came) || they && lexicon.ToldPast.Has(came) {
		return true
	}
	return len(f) <= 2 && small(f[1:], lexicon.OrderLeads) && they && pastVerb(f[0]) || spanishPast(body, f, they)
}

// mostOfTheirs is how many words tell how it is with what is somebody's.
const mostOfTheirs = 25

// tellsOfTheirs reports whether words tell how it is with what is the contact's, and of nothing that anybody will do: "her hours got cut at
// safeway", "su hermana trabaja en la misma fábrica".
func tellsOfTheirs(f []string, body string) bool {
	if d := Details(body); len(d) > 0 && d[0].Label != "" { // "su correo es ..."
		return false
	}
	return len(f) > 3 && len(f) <= mostOfTheirs && lexicon.TheirPlaces.Has(f[0]) && !IsQuestion(body) && !lexicon.WillsToDo.In(Padded(body)) &&
		!lexicon.SaysTheyWill.In(Padded(body)) && !slices.ContainsFunc(f, isWeekday) && !slices.ContainsFunc(f, firstPerson)
}

// pastVerb reports whether a word is a verb of what was, by its end.
func pastVerb(w string) bool { return len(w) > 4 && strings.HasSuffix(w, "ed") }

// spanishPast reports whether words tell in one verb what somebody did: "canceló", "no llegó", "se mudo", and not "cancelo", which is of
// the speaker.
func spanishPast(body string, f []string, they bool) bool {
	for len(f) > 1 && (lexicon.LeadingNo.Has(f[0]) || lexicon.ReflexiveThem.Has(f[0])) {
		they = they || lexicon.ReflexiveThem.Has(f[0])
		f = f[1:]
	}
	if len(f) != 1 || len(f[0]) < 4 || !strings.HasSuffix(f[0], "o") {
		return false
	}
	marked := strings.HasSuffix(strings.TrimRight(strings.ToLower(strings.TrimSpace(body)), ".! "), "ó")
	return marked || they || lexicon.DidSpanish.Has(f[0])
}

// OnlyNamed reports whether the words of an order say whom it is about, and no more: "jo", "lo de jo", "con Ana Ruiz".
func OnlyNamed(arg string) bool {
	for n := lexicon.PersonLeads.Lead(arg); n > 0 && n < len(arg); n = lexicon.PersonLeads.Lead(arg) {
		arg = arg[n:]
	}
	f := strings.Fields(wordsOf(arg))
	return len(f) > 0 && len(f) <= mostNames && lexicon.FirstNames.Has(f[0])
}

// TalkedOver reports whether a few words say that the talk with the staff was had already: "already talked to him", "ya lo hablamos".
func TalkedOver(body string) bool {
	f := strings.Fields(Padded(body))
	short := len(f) <= maxSmall+3 && !strings.Contains(body, "?") && !lexicon.Negators.Any(f)
	return saysAlone(body, lexicon.TalkedOver) || short && lexicon.TalkedOver.In(Padded(body)) // "already talked to him in the car"
}

// WaitsAlone reports whether a text says nothing but that we are to wait.
func WaitsAlone(body string) bool { return lexicon.WaitsAlone.Has(wordsOf(body)) }

// PutsWeekOff reports whether words name the week to come, or say that it is not this one: "next week", "not this week".
func PutsWeekOff(body string) bool {
	p := betweenSpaces(body)
	return NamesWeek(body) || lexicon.PauseThisWeek.In(p) && lexicon.Negators.Any(strings.Fields(p))
}

// NoNeedOfDebrief reports whether words at a debrief that is proposed say that none is needed: "no ps no hace falta".
func NoNeedOfDebrief(body string) bool {
	return lexicon.DebriefNoNeed.In(Padded(body)) && !strings.Contains(body, "?") &&
		(len(strings.Fields(body)) <= 8 || lexicon.DebriefNoNeed.Lead(body) > 0 && alreadyTalked(body))
}

// alreadyTalked reports whether a text says that its writer did something, or talked, already.
func alreadyTalked(body string) bool {
	p := Padded(body)
	return DidAlready(body) || lexicon.Already.Any(strings.Fields(p)) && lexicon.SaysTalked.In(p)
}

// leastMore is how many words of its own a text has at least that adds to a report that is shown.
const leastMore = 2

// AddsToShown is what a text adds to a report that is shown, in plain words: "almost. add that she speaks tagalog". It says that something
// is missing, or tells of somebody. "" for a question, an order, or a no.
func AddsToShown(body string) string {
	rest, missing := strings.TrimSpace(body), false
	for {
		n := lexicon.StillMissing.Lead(strings.ToLower(rest))
		if n == 0 {
			break
		}
		rest, missing = strings.TrimLeft(rest[n:], " .,;:"), true
	}
	f := strings.Fields(wordsOf(rest))
	switch {
	case len(f) <= leastMore, OwnWords(rest) < leastMore, IsQuestion(body), IsQuestion(rest), lexicon.AskLeads.Any(f[:2]),
		lexicon.QuestionWords.Any(f[:2]), IsOrder(rest), OnlyThanks(body), OnlyManners(body), DoubtsReport(body),
		lexicon.Negators.Has(f[0]), lexicon.NegativeWords.Has(f[0]):
		return ""
	case !missing && !slices.ContainsFunc(f, third) && !lexicon.ThirdPersons.Any(f) && !lexicon.TheirPlaces.Any(f) &&
		!lexicon.FirstNames.Any(f):
		return ""
	}
	return rest
}

// TalkedWith reports whether a text says that its writer talked with one of the staff already, and perhaps that none is needed therefore:
// "already talked w sam so nah", "con sam ya hablé saliendo de la junta así que no".
func TalkedWith(body string, staff []string) bool {
	f := bare(body)
	for len(f) > 1 && (lexicon.LeadingNo.Has(f[len(f)-1]) || lexicon.SoEnds.Has(f[len(f)-1])) {
		f = f[:len(f)-1]
	}
	for len(f) > 1 && lexicon.LeadingNo.Has(f[0]) {
		f = f[1:]
	}
	p := " " + strings.Join(f, " ") + " "
	return len(namedIn(p, staff)) == 1 && !strings.ContainsAny(body, "?¿") && !lexicon.Negators.Any(f) && lexicon.Already.Any(f) &&
		(lexicon.SaysTalked.In(p) || lexicon.StaffTalked.In(p))
}

// RefusesIn reports whether a no is among words: "fri doesnt work", "no puedo el viernes".
func RefusesIn(words string) bool {
	f := bare(words)
	return lexicon.Negators.Any(f) || lexicon.LeadingNo.Any(f)
}
