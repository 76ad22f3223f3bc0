package sms

// Keyword is what a text means to the carrier before it means anything to us.
type Keyword uint8

// The three meanings, as Twilio's default opt-out handling has them (docs/messaging/tutorials/advanced-opt-out): the whole text is one
// of the words, whatever its case.
const (
	NoKeyword Keyword = iota
	KeywordStop
	KeywordStart
	KeywordHelp
)

// CarrierKeyword returns the meaning that Twilio itself gives to the whole of text, after trimming.
func CarrierKeyword(text string) Keyword {
	var room [maxKeyword]byte
	switch string(upperWord(room[:0], text)) {
	case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT":
		return KeywordStop
	case "START", "YES", "UNSTOP":
		return KeywordStart
	case "HELP", "INFO":
		return KeywordHelp
	}
	return NoKeyword
}

// maxKeyword is how many bytes a keyword has at most.
const maxKeyword = 16

// upperWord trims space and upper-cases ASCII into b; text that is too long to be a keyword comes back empty.
func upperWord(b []byte, text string) []byte {
	start, end := 0, len(text)
	for start < end && isSpace(text[start]) {
		start++
	}
	for end > start && isSpace(text[end-1]) {
		end--
	}
	if end-start > maxKeyword {
		return nil
	}
	for _, c := range []byte(text[start:end]) {
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
