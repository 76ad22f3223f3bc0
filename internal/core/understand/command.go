package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Command is a word that tells Reportback to do something.
type Command string

// The commands, as interface.md names them.
const (
	None      Command = ""
	Meet      Command = "meet"
	Report    Command = "report"
	List      Command = "list"
	Move      Command = "move"
	CallOff   Command = "call-off"
	Skip      Command = "skip"
	Back      Command = "back"
	Fix       Command = "fix"
	Add       Command = "add"
	SoFar     Command = "so-far"
	Later     Command = "later"
	Next      Command = "next"
	StartOver Command = "start-over"
	What      Command = "what"
	Tell      Command = "tell"
	Prep      Command = "prep"
	Tips      Command = "tips"
	Note      Command = "note"
	Idea      Command = "idea"
	Done      Command = "done"
	Hold      Command = "hold"
	Private   Command = "private"
	Web       Command = "web"
	Where     Command = "where"
	Who       Command = "who"
	New       Command = "new"
	EnglishOn Command = "english"
	SpanishOn Command = "spanish"
	Undo      Command = "undo"
)

// argument says what may stand after a command word; a sentence that only begins with the word is no command.
type argument uint8

const (
	nothing  argument = iota // the word alone
	anything                 // whatever follows is the command's
	caps                     // alone, or with what follows when the word is written in capitals or with a colon
	nameLike                 // alone, or with a short name, letter or day after it
	target                   // a number or the name of a line must follow, or nothing
)

// ReadCommand reads the command that a text is, and the words after it.
func ReadCommand(body string) (Command, string) {
	body = strings.TrimSpace(body)
	trimmed := strings.TrimRight(body, " .!")
	if trimmed == "?" || strings.Trim(body, "?¿ ") == "" && strings.Contains(body, "?") {
		return What, ""
	}
	if first, rest, more := strings.Cut(trimmed, " "); more && mistypedMeet(first, rest) {
		return Meet, strings.TrimSpace(rest)
	}
	low := lexicon.Plain(trimmed[:cutAt(trimmed, 40)])
	for n := 3; n >= 1; n-- {
		word, ok := firstWords(low, n)
		if !ok {
			continue
		}
		c, a := commandWord(strings.TrimRight(word, ":,.;!?"))
		if c == None {
			continue
		}
		arg := afterWords(trimmed, n)
		if allowed(c, a, strings.TrimRight(word, ":,.;!?"), arg, trimmed) {
			if arg = strings.TrimLeft(arg, " :,-"); c == Add && namedNumber(arg) { // "add maria lopez 206 555 0142"
				c = Meet
			}
			return c, arg
		}
	}
	return None, ""
}

// namedNumber reports whether words are somebody's name and a number, and not the number alone that a report is to have.
func namedNumber(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	_, ok := ParsePhone(words)
	return ok && lexicon.FirstNames.Has(lexicon.Plain(strings.ToLower(first)))
}

// cutAt returns a length of at most n that divides no character.
func cutAt(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

// firstWords returns the first n words of a text, false when it has fewer; single spaces are as people write them.
func firstWords(s string, n int) (string, bool) {
	i := 0
	for ; n > 0; n-- {
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		if i == len(s) {
			return "", false
		}
		for i < len(s) && !isSpace(s[i]) {
			i++
		}
	}
	return s[:i], true
}

// afterWords returns what follows the first n words.
func afterWords(s string, n int) string {
	i := 0
	for ; n > 0; n-- {
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		for i < len(s) && !isSpace(s[i]) {
			i++
		}
	}
	return strings.TrimSpace(s[i:])
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// commandWord is the table of the commands' words, without accents.
//
//nolint:gocyclo,cyclop // a table
func commandWord(word string) (Command, argument) {
	w := lexicon.Look(word)
	switch {
	case w.In(lexicon.CommandMeet):
		return Meet, anything
	case w.In(lexicon.CommandReport):
		return Report, nameLike
	case w.In(lexicon.CommandList):
		return List, nothing
	case w.In(lexicon.CommandMove):
		return Move, caps
	case w.In(lexicon.CommandCallOff):
		return CallOff, caps
	case w.In(lexicon.CommandSkip):
		return Skip, nothing
	case w.In(lexicon.CommandBack):
		return Back, nothing
	case w.In(lexicon.CommandFix):
		return Fix, target
	case w.In(lexicon.CommandAdd):
		return Add, caps
	case w.In(lexicon.CommandSoFar):
		return SoFar, nothing
	case w.In(lexicon.CommandLater):
		return Later, caps
	case w.In(lexicon.CommandNext):
		return Next, nothing
	case w.In(lexicon.CommandStartOver):
		return StartOver, nothing
	case w.In(lexicon.CommandWhat):
		return What, nothing
	case w.In(lexicon.CommandTell):
		return Tell, anything
	case w.In(lexicon.CommandPrep):
		return Prep, nameLike
	case w.In(lexicon.CommandTips):
		return Tips, nothing
	case w.In(lexicon.CommandNote):
		if strings.Contains(word, " ") { // "add a note for maria: likes tea"
			return Note, anything
		}
		return Note, caps
	case w.In(lexicon.CommandIdea):
		return Idea, caps
	case w.In(lexicon.CommandDone):
		return Done, nameLike
	case w.In(lexicon.CommandHold):
		return Hold, nothing
	case w.In(lexicon.CommandPrivate):
		return Private, nameLike
	case w.In(lexicon.CommandWeb):
		return Web, nothing
	case w.In(lexicon.CommandWhere):
		return Where, nothing
	case w.In(lexicon.CommandNew):
		return New, nameLike
	case w.In(lexicon.CommandEnglish):
		return EnglishOn, nothing
	case w.In(lexicon.CommandUndo):
		return Undo, nothing
	case w.In(lexicon.CommandSpanish):
		return SpanishOn, nothing
	}
	return None, nothing
}

// allowed decides whether what follows a command word still is the command: "report cards were her worry" is not.
func allowed(c Command, a argument, word, arg, body string) bool {
	first := body[:min(len(body), len(word))]
	loud := first == strings.ToUpper(first) && strings.ToLower(first) != first
	colon := len(body) > len(word) && body[len(word)] == ':'
	if arg == "" {
		return true
	}
	if strays(c, arg) {
		return false
	}
	switch a {
	case nothing:
		return loud && len(arg) <= 2
	case anything:
		return true
	case caps:
		return loud || colon || c == Add && shortRequest(arg) || c == Move && len(strings.Fields(arg)) <= 6 || c == CallOff &&
			len(strings.Fields(arg)) <= 3 || c == Later && looksNamed(arg) && !strings.HasPrefix(arg, "de ")
	case nameLike:
		return loud || colon || looksNamed(arg)
	case target:
		return loud || fixTarget(arg)
	}
	return false
}

// shortRequest: "add she has a car" is a request, "add me to your list please" is not ours.
func shortRequest(arg string) bool {
	w, _, _ := strings.Cut(strings.ToLower(arg), " ")
	return !lexicon.AddNot.Has(w)
}

// looksNamed: a letter, a day or a name of up to four words, at least one with a capital.
func looksNamed(arg string) bool {
	f := strings.Fields(arg)
	if len(f) == 0 || len(f) > 4 {
		return len(f) > 4 && capital(f[0]) && len(f[0]) > 1 && hasDigit(arg)
	}
	if len(arg) == 1 {
		return true
	}
	if lexicon.AfterReport.Has(strings.ToLower(f[0])) || len(f) <= 2 && lexicon.FirstNames.Has(lexicon.Plain(f[0])) {
		return true
	}
	for _, w := range f {
		if capital(w) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// fixTarget: a number, or one word that names a line, with or without a new value.
func fixTarget(arg string) bool {
	w, _, _ := strings.Cut(lexicon.Plain(arg), " ")
	w = strings.Trim(w, "#:.,")
	if bareDigit(w) > 0 {
		return true
	}
	_, ok := label(w)
	return ok || labelWord(w)
}

func labelWord(w string) bool {
	return lexicon.LineNames.Has(w)
}

// strays: sentences that begin with a command's word and are none: "Meeting went well", "move out by friday", "tell me more".
func strays(c Command, arg string) bool {
	w, _, _ := strings.Cut(arg, " ")
	w = strings.Trim(w, ".,:;!?")
	switch c {
	case Meet:
		return lexicon.MeetingTold.Has(w) || toldOfWhom(arg)
	case Move:
		return lexicon.MoveOut.Has(w)
	case CallOff:
		return lexicon.CallOffWhat.Has(w)
	case Tell:
		return lexicon.TellWhom.Has(w)
	}
	return false
}

// toldOfWhom reports whether what follows "meeting" names somebody, and then tells how it went or how it stands: "w maria went long", "con
// rosa se cancela".
func toldOfWhom(arg string) bool {
	f := strings.Fields(arg[:cutAt(arg, 80)])
	if len(f) < 3 || !lexicon.WithWords.Has(strings.ToLower(f[0])) {
		return false
	}
	for i := 2; i < len(f) && i <= mostNames+1 && !hasDigit(f[i-1]); i++ {
		if !capital(f[i]) && lexicon.ToldBehindWhom.Lead(strings.Join(f[i:], " ")) > 0 {
			return true
		}
	}
	return false
}
