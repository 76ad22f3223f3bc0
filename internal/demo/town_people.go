package demo

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
)

// townWorkers are who works in the town beside the demo's four.
func townWorkers() []worker {
	return []worker{
		{"Darnell Brooks", "+12065550111", person.Organizer, lang.English},
		{"Kayla Kim", "+12065550112", person.Organizer, lang.English},
		{"Priya Raman", "+12065550113", person.Organizer, lang.English},
		{"Hank Olsen", "+12065550114", person.Organizer, lang.English},
		{"Dana Fields", "+12065550115", person.Organizer, lang.English},
		{"Anjali Đặng", "+12065550116", person.Organizer, lang.English},
		{"Imani Brooks", "+12065550117", person.Staff, lang.English},
		{"Bea Holt", "+12065550118", person.Viewer, lang.English},
	}
}

type stranger struct {
	phone             string
	day, hour, minute int
	body              string
}

// closing is something that an organizer does and says so of: a line of that day's morning text, by its first words.
type closing struct {
	day             int
	phone, line, by string
}

// townClosed is what is closed in the town; most of what is promised there is left open.
func townClosed() []closing {
	return []closing{
		{2, "+12065550101", "Jo said", "DONE"},
		{3, "+12065550101", "send the clinic's number (Jo)", "DONE"},
		{4, "+12065550101", "bring the flyer (Maria)", "DONE"},
		{5, "+12065550101", "debrief with Sam", "DONE"},
		{7, "+12065550102", "Rosa dijo", "LISTO"},
		{8, "+12065550115", "send the clinic's number", "DONE"},
		{10, "+12065550111", "Lupita said", "DONE"},
		{11, "+12065550112", "Guadalupe said", "DONE"},
		{11, "+12065550115", "Abdi said", "DONE"},
		{12, "+12065550111", "debrief with Sam", "DONE"},
		{13, "+12065550116", "Hannah said", "DONE"},
		{14, "+12065550101", "send the clinic's number (Tyrone)", "DONE"},
		{18, "+12065550111", "Pilar said", "DONE"},
	}
}

// townStrangers are texts from numbers that nobody knows, and from people who write without being asked.
func townStrangers() []stranger {
	return []stranger{
		{"+12065550301", 1, 12, 3, "Hi, I got a flyer about the tenant meeting, when is it?"},
		{"+12065550302", 3, 15, 20, "hola, me dieron este numero en la iglesia"},
		{"+12065550303", 5, 10, 1, "Is this the rent help line"},
		{"+12065550304", 8, 13, 45, "who is this"},
		{"+12065550305", 9, 16, 2, "My neighbor Ana said I should write. No heat since Friday"},
		{"+12065550306", 11, 11, 31, "You won a gift card! click http://example.com"},
		{"+12065550307", 12, 14, 9, "can somebody call me about the eviction letter, it came today"},
		{"+12065550308", 14, 9, 55, "我的房东不修暖气"},
		{"+12065550309", 16, 17, 12, "Cuanto cuesta ser miembro?"},
		{"+12065550310", 18, 12, 40, "This is Dee from the church, the room is yours on the 12th"},
		{"+12065550311", 20, 15, 33, "I lost the number of the lawyer, can you send it again?"},
		{"+12065550312", 21, 9, 20, "URGENT my landlord is changing the locks"},
		{"+12065550143", 21, 9, 25, "I can talk to my neighbors about the rent but not this week, is that ok?"},
		{"+12065550206", 17, 12, 15, "Thank you for the clinic's number, they called back"},
		{"+12065550111", 13, 20, 15, "my phone dies a lot this week, call my sister if it is urgent"},
	}
}

type townEvent struct {
	title, name string
	day         int
	where       string
	bring       string
}

func townEvents() []townEvent {
	return []townEvent{
		{"Tenant meeting", "the tenant meeting", 12, "Library", "a dish"},
		{"Know your rights", "the rights workshop", 23, "Community room", ""},
		{"Winter assembly", "the winter assembly", 33, "St. Mary's hall", "a neighbor"},
	}
}
