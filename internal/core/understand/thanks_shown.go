package understand

import "github.com/reportback/reportback/internal/core/lexicon"

// ThanksAside reports whether a text behind a thank-you that is shown neither sends it nor says what it is to be: "idk", "quién".
func ThanksAside(body string) bool { return lexicon.ThanksAside.Has(wordsOf(body)) }

// ThanksNone reports whether a text behind a thank-you that is shown says that none is to go: "none", "ninguna".
func ThanksNone(body string) bool { return lexicon.ThanksNone.Has(wordsOf(body)) }
