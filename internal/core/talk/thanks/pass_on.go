package thanks

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// passesOn does what a text wants said to the contact beside the thank-you that is shown: "and thank her from me, tell her ill drop off the
// flyers tmrw". It is shown again with those words. Who only has them thanked wants what is shown to go. What TELL alone passes on goes by
// itself.
func passesOn(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	c := t.Heard().Command
	if rest, aside := understand.WithoutAside(body, []string{m.Contact.Name}); aside != "" && (c == understand.None || c == understand.Tell) {
		if p, ok := understand.PassOn(rest, m.Contact.First()); ok && p.Thanks() { // "tell maria thanks, she was great"
			body = duty.Aside(t, m, body)
		}
	}
	p, ok := understand.PassOn(body, m.Contact.First())
	if !ok || c != understand.None && c != understand.Tell || c == understand.Tell && !p.Thanks() {
		return false
	}
	if p.Thanks() {
		sendThanks(t, m, th, th.Draft, t.Who().Name)
		return true
	}
	draft := th.Draft
	if p.For != "" {
		draft = withAdded(t, draft, t.Say(lang.ThanksFor, "what", understand.KinToThem(p.For)))
	}
	for _, words := range p.Words {
		said := &fact.PledgedBeside{Words: words, Meet: m}
		t.Happened(said)
		t.SayFirst(phrase.Join(said.Said...))
		draft = withAdded(t, draft, words)
	}
	switch {
	case p.Greet && p.Whom == "": // these are our words: as the contact reads
		tag := turn.Language(m.Contact, t.Org())
		draft = withAdded(t, draft, t.Org().Words.Text(tag, lang.ThanksGreets, "ofirst", m.Host().First(), "who", ""))
	case p.Greet: // in the language of theirs
		whom := t.Say(lang.ThanksGreetsWhom, "who", understand.KinToThem(p.Whom))
		draft = withAdded(t, draft, t.Say(lang.ThanksGreets, "ofirst", m.Host().First(), "who", whom))
	}
	reword(t, m, th, draft)
	return true
}
