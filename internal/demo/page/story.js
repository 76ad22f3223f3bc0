"use strict";
// The life of one one-on-one, step by step: what has happened of it, and the one thing that comes next. It plays through the same texts and clock as
// anybody's hand would; it knows nothing that the phones do not show.

// peopleOf are who plays it. Where the story was played before, somebody new is met.
function peopleOf(language, round) {
  const met = { en: [["Maria Lopez", "206-555-0142"], ["Nina Castro", "206-555-0191"], ["Bea Fox", "206-555-0193"]], es: [["Rosa Medina", "206-555-0144"], ["Elena Soto", "206-555-0192"], ["Paula Vega", "206-555-0194"]] };
  const list = met[language], [name, number] = list[round % list.length];
  const organizer = language === "es" ? { name: "Luz Campos", phone: "+12065550102" } : { name: "Ana Ruiz", phone: "+12065550101" };
  const person = (p) => ({ ...p, first: p.name.split(" ")[0] });
  return { organizer: person({ ...organizer, role: "organizer", language }), contact: person({ kept: round % list.length === 0, name, number, phone: "+1" + number.replaceAll("-", ""), role: "contact", language }) };
}

// daysOf are the story's days: a Thursday some days ahead, the promise before the event a week later.
function daysOf(local, language) {
  const at = (n) => new Date(local.getTime() + n * 86400000);
  const ahead = ((4 - local.getUTCDay() + 7) % 7) + (((4 - local.getUTCDay() + 7) % 7) < 4 ? 7 : 0);
  const long = (d) => new Intl.DateTimeFormat(language === "es" ? "es-US" : "en-US", language === "es" ? { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } : { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" }).format(d).replaceAll(",", "");
  const short = (d) => new Intl.DateTimeFormat(language === "es" ? "es-US" : "en-US", { day: "numeric", month: language === "es" ? "long" : "short", timeZone: "UTC" }).format(d);
  return { meet: long(at(ahead)), promise: short(at(ahead + 5)), event: short(at(ahead + 7)) };
}

// lived says how far the life has come, by the texts since it began.
function lived(texts, people) {
  const to = (phone, ...kinds) => texts.some((t) => t.to === phone && kinds.includes(t.kind));
  const { organizer: o, contact: c } = people;
  return [to(o.phone, "saved"), to(c.phone, "confirmed"), to(c.phone, "two_days"), to(o.phone, "how_did_it_go"), to(o.phone, "filed"), to(c.phone, "thanks"), to(c.phone, "check_in")];
}

const digitOf = (body) => /(?:^|[\s(:"¿.])1 (?!(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|AM|PM)\b)[a-záéíóúñA-Z]/.test(body);

// answerTo is what the story says to a question; whose language nobody knows yet is said.
function answerTo(t, w, people, days, said) {
  switch (t.kind) {
    case "ask:consent": return people.contact.language === "es" && !people.contact.kept && !said("español") ? "español" : "1";
    case "how_did_it_go": case "ask:learned": return w.told(people.organizer, people.contact, days);
    case "review": return "1";
    case "who_came": return w.all;
    case "ask:commitment": case "ask:follow_ups": case "ask:commitment_due": case "ask:follow_ups_due": return w.skip;
    default: return digitOf(t.body) ? "1" : w.skip;
  }
}

const turning = new Set(["two_days", "day_of", "how_did_it_go", "thanks", "thanks_plain", "check_in", "who_came"]);

// nextOf is the one thing to do now: a text that somebody sends, or the moment to which the clock goes.
function nextOf(s, w, people, days) {
  const { organizer: o, contact: c } = people;
  if (!s.texts.some((t) => t.from === o.phone)) return { who: o, words: w.whole(o, c, days) };
  const newest = (p) => s.texts.filter((t) => (t.to === p.phone || t.from === p.phone) && t.kind !== "morning" && t.kind !== "digest" && t.kind !== "prep" && t.kind !== "relay" && t.kind !== "twilio").at(-1);
  const asked = newest(o);
  if (asked && asked.to === o.phone && (s.asked[o.phone] || asked.kind === "how_did_it_go") && /^(ask:|review|filed|how_did_it_go|who_came|thanks_draft|proposal)/.test(asked.kind)) {
    if (asked.kind !== "filed" || digitOf(asked.body)) return { who: o, words: answerTo(asked, w, people, days, (words) => s.texts.some((t) => t.from === o.phone && t.body === words)) };
  }
  const heard = newest(c);
  if (heard && heard.to === c.phone && ["first", "changed", "proposal", "check_in"].includes(heard.kind) && digitOf(heard.body)) return { who: c, words: "1" };
  const next = s.next.find((n) => turning.has(n.rule));
  if (next) return { at: next.at, rule: next.rule, to: next.to };
  return null;
}
