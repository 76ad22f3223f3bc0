package twilio

import (
	"net/http"

	"github.com/reportback/reportback/internal/app"
)

// Classify says what an error of Twilio's asks for, by its code (www.twilio.com/docs/api/errors), else by the HTTP status; the same table
// serves refusals and status callbacks. A code it does not know is our fault in a refusal (4xx) and may work another day in a callback.
//
//nolint:gocyclo,cyclop // a table
func Classify(code, httpStatus int) app.ErrorClass {
	switch code {
	case 0:
		return byHTTP(httpStatus)
	case 20429, 30017, 63018: // too many requests, congestion: never processed, or lost on a busy road
		return app.ClassRetry
	case 21611, 30001, 30022, 35125: // the sender's queue or rate is used up
		return app.ClassLater
	case 30023, 30027, 63038: // daily limits of a carrier or the account
		return app.ClassDay
	case 20500, 20503, 30410: // Twilio's own trouble: it may have been sent
		return app.ClassUnknown
	case 21211, 21214, 21265, 21612, 21614, 30005, 30006: // no number, short code, no mobile, landline, unknown number
		return app.ClassUnreachable
	case 30003, 30008, 30450, 30453, 30454, 30500, 30036, 30610: // handset off, unknown carrier error, pumping guard, expired, quiet hours
		return app.ClassSoft
	case 30004: // blocked by the phone, a list or the carrier
		return app.ClassBlocked
	case 21610, 30640: // the recipient opted out of this sender, or the compliance toolkit says never to text
		return app.ClassOptedOut
	case 21408: // geographic permissions
		return app.ClassCountry
	case 30007: // filtered by what it says
		return app.ClassFiltered
	case 20003, 20404, 21212, 21601, 21603, 21606, 21608, 21701, 21703, 21704, 21705, 30002, 30018, 30024, 30032, 30033, 30034, 30035,
		30440, 30441, 30442, 30443, 30444, 30445, 30446, 30447, 30448, 30449: // account, sender, registration
		return app.ClassConfig
	case 20001, 20422, 21602, 21604, 21609, 21617, 21619, 21620, 21623, 21624, 21910, 30010, 30011, 30012, 30013, 30019,
		35111, 35112, 35113, 35114, 35115, 35116, 35117, 35118, 35119, 35120, 35121: // a request that we made wrongly
		return app.ClassContent
	}
	if httpStatus == 0 {
		return app.ClassSoft
	}
	// a code that is new to us changes nothing about what these mean
	if c := byHTTP(httpStatus); c == app.ClassRetry || c == app.ClassUnknown {
		return c
	}
	return app.ClassContent
}

func byHTTP(status int) app.ErrorClass {
	switch {
	case status == http.StatusTooManyRequests: // never processed, whatever the body says (docs/api/errors/20429)
		return app.ClassRetry
	case status == http.StatusRequestTimeout: // an edge gave up waiting: what it had passed on by then is unclear
		return app.ClassUnknown
	case status == 401 || status == 403 || status == 404:
		return app.ClassConfig
	case status >= 400 && status < 500:
		return app.ClassContent
	case status == 0:
		return app.ClassNone
	}
	return app.ClassUnknown
}
