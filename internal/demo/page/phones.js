"use strict";
// The phones: what the stand-in's books hold, drawn again whenever they change. Every word comes from outside and is set as text, never as markup.
const $ = (s, r = document) => r.querySelector(s);
const state = { info: null, texts: new Map(), after: 0, mark: -1, shown: [], pane: "", zone: "UTC", busy: 0, lang: "en", base: 0, round: 0, days: null, beside: { next: [], withheld: [], asked: {}, records: {}, needs: [], meetings: [] }, got: new Map() };
const w = () => WORDS[state.lang];

// What is remembered in this browser: the language, the phones that are open, and where the story began. Without storage it lasts as long as the page.
const kept = {
  get(key) { try { return JSON.parse(localStorage.getItem("reportback-demo:" + key)); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("reportback-demo:" + key, JSON.stringify(value)); } catch { /* not kept */ } },
};

async function call(path, body) {
  const res = await fetch(path, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const out = await res.json().catch(() => ({}));
  if (!res.ok) throw Object.assign(new Error(out.error || `${path}: ${res.status}`), { status: res.status });
  return out;
}

function say(words, bad) {
  $("#status").textContent = words;
  $("#status").classList.toggle("bad", Boolean(bad));
}

async function during(words, work) {
  state.busy++;
  $("#next").disabled = true;
  say(words);
  try {
    await work();
    if (state.busy === 1) say("");
  } catch (e) {
    say(e.message, true);
  } finally {
    state.busy--;
    drawNext();
  }
}

const locale = () => (state.lang === "es" ? "es-US" : "en-US");
const format = (t, o) => new Intl.DateTimeFormat(locale(), { ...o, timeZone: state.zone }).format(t);
const clockText = (t) => format(t, { weekday: "short", month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit" });
const hourText = (t) => format(t, { hour: "numeric", minute: "2-digit" });
const dayText = (t) => format(t, { weekday: "short", month: "short", day: "numeric" });

function zoneOffset(t) {
  const p = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone: state.zone, hour12: false, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" }).formatToParts(t).map((x) => [x.type, x.value]));
  return Date.UTC(+p.year, +p.month - 1, +p.day, +p.hour % 24, +p.minute, +p.second) - Math.floor(t / 1000) * 1000;
}

// wall turns a wall-clock time of the organization into an instant.
function wall(y, m, d, h, min) {
  const guess = Date.UTC(y, m, d, h, min);
  return new Date(guess - zoneOffset(guess - zoneOffset(guess)));
}

function localNow() {
  const now = Date.parse(state.info.now);
  return new Date(now + zoneOffset(now));
}

const keyOf = (p) => p.phone + p.name;
const people = () => peopleOf(state.lang, state.round);
const all = () => [...state.texts.values()].sort((a, b) => a.n - b.n);
const ofStory = () => {
  const { organizer: o, contact: c } = people(); // a town's others text meanwhile
  return all().filter((t) => t.n > state.base && [t.from, t.to].some((x) => x === o.phone || x === c.phone));
};
const begun = () => ofStory().some((t) => t.from === people().organizer.phone);

// known are the phones there are; whom the story will meet is among them before anybody has texted them.
function known() {
  const list = state.info.phones.slice(), c = people().contact;
  if (!list.some((p) => p.phone === c.phone)) list.push(c);
  return list;
}

function element(tag, cls, words) {
  const e = document.createElement(tag);
  if (cls) e.className = cls;
  if (words !== undefined) e.textContent = words;
  return e;
}

function button(words, run) {
  const b = element("button", "", words);
  b.type = "button";
  b.addEventListener("click", run);
  return b;
}

function open(p, andShow) {
  if (!state.shown.includes(keyOf(p))) state.shown.push(keyOf(p));
  state.got.delete(p.phone);
  kept.set("shown", state.shown);
  if (andShow) state.pane = keyOf(p);
  draw();
  refreshBeside();
}

function shut(key) {
  state.shown = state.shown.filter((k) => k !== key);
  kept.set("shown", state.shown);
  draw();
}

function drawWords() {
  document.documentElement.lang = state.lang;
  for (const e of document.querySelectorAll("[data-t]")) e.textContent = w()[e.dataset.t];
  for (const b of document.querySelectorAll("[data-lang]")) b.setAttribute("aria-pressed", String(b.dataset.lang === state.lang));
  const way = state.info && state.info.admin;
  $("#way").textContent = way && way.login ? w().as(way.login, way.password) : w().noAdmin;
}

// A phone shows its newest text: also one that was not to be seen when it was drawn, and in a window of another size.
function toEnds() {
  for (const list of document.querySelectorAll(".phone .thread")) list.scrollTop = list.scrollHeight;
}
window.addEventListener("resize", toEnds);

function drawSwitch() {
  const shown = known().filter((p) => state.shown.includes(keyOf(p)));
  const panes = [...shown.map((p) => [keyOf(p), p.name.split(" ")[0]]), ["staff", w().todayPane]];
  if (!panes.some(([k]) => k === state.pane)) state.pane = panes[0][0];
  $("#switch").replaceChildren(...panes.map(([key, name]) => {
    const b = button(name, () => { state.pane = key; draw(); });
    b.setAttribute("aria-pressed", String(key === state.pane));
    return b;
  }));
  let turned = false;
  for (const e of document.querySelectorAll(".pane")) {
    const on = (e.dataset.key || "staff") === state.pane;
    turned ||= on !== e.classList.contains("active");
    e.classList.toggle("active", on);
  }
  if (turned) toEnds();
  $("#also").replaceChildren(...[...state.got.values()].flatMap((p) => [w().got(p.name) + " ", button(w().open, () => open(p, true)), " "]));
  const first = element("option", "", w().choose);
  first.value = "";
  $("#pick").replaceChildren(first, ...known().filter((p) => !state.shown.includes(keyOf(p))).map((p) => {
    const o = element("option", "", `${p.name} (${w()[p.role === "staff" ? "staffrole" : p.role] || p.role})`);
    o.value = keyOf(p);
    return o;
  }));
}

function drawPhones() {
  const main = $("#phones"), staff = $("#staff");
  const want = state.shown.map((k) => known().find((p) => keyOf(p) === k)).filter(Boolean);
  const have = new Map([...main.querySelectorAll(".phone")].map((e) => [e.dataset.key, e]));
  have.forEach((e, k) => { if (!want.some((p) => keyOf(p) === k)) e.remove(); });
  want.forEach((p) => {
    const el = have.get(keyOf(p)) || newPhone(p);
    if (!el.isConnected) main.insertBefore(el, staff);
    drawThread(el, p);
  });
}

function newPhone(p) {
  const el = $("#phone").content.firstElementChild.cloneNode(true);
  el.dataset.key = keyOf(p);
  $(".name", el).textContent = p.name;
  $(".shut", el).addEventListener("click", () => shut(keyOf(p)));
  const form = $("form", el), area = $("textarea", el);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const body = area.value, more = e.submitter && e.submitter.value === "more";
    area.value = "";
    send(p, body, more);
    area.focus();
  });
  area.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && !e.shiftKey) {
      e.preventDefault();
      form.requestSubmit($(".send", el));
    }
  });
  return el;
}

function send(p, body, more) {
  if (!body.trim()) return Promise.resolve();
  return during(w().texts(p.name), async () => {
    const r = await call("/sim/text", { from: p.phone, body, more: Boolean(more) });
    if (r.status >= 300) throw new Error(`${r.status}`);
    await refresh();
  });
}

const kindOf = (kind) => w().kinds[kind.startsWith("ask:") ? "ask" : kind] || "";

function drawThread(el, p) {
  el.setAttribute("aria-label", w().phoneOf(p.name));
  $(".shut", el).setAttribute("aria-label", w().shut(p.name));
  $("textarea", el).setAttribute("aria-label", w().textOf(p.name));
  for (const e of el.querySelectorAll("[data-t]")) e.textContent = w()[e.dataset.t];
  $(".role", el).textContent = `${w()[p.role === "staff" ? "staffrole" : p.role] || p.role}, ${p.phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3")}`;
  const list = $(".thread", el);
  const own = [...all().filter((t) => t.from === p.phone || t.to === p.phone), ...state.beside.withheld.filter((t) => t.phone === p.phone)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.n || 0) - (b.n || 0));
  const first = !own.length && p.phone === people().organizer.phone && !begun();
  readyWords($("textarea", el), p.phone === people().organizer.phone && !begun() ? nextWords() || "" : "");
  const signature = own.map((t) => (t.n || "w" + t.at) + (t.status || "") + (state.beside.records[t.n] || "")).join() + state.lang + String(state.beside.asked[p.phone]);
  if (list.dataset.signature === signature && list.childElementCount) return;
  list.dataset.signature = signature;
  const items = [];
  let day = "";
  for (const t of own) {
    const at = new Date(t.at);
    if (dayText(at) !== day) items.push(element("li", "day", day = dayText(at)));
    items.push(bubble(t, p, at));
  }
  if (!own.length) items.push(element("li", "empty", first ? w().begin : w().nothing));
  list.replaceChildren(...items);
  drawQuick(el, p, own.filter((t) => t.n));
  list.scrollTop = list.scrollHeight;
}

// readyWords puts the story's first text into a box, wherever the story begins; what somebody typed there stays.
function readyWords(area, words) {
  if (area.dataset.ready === words) return;
  if (!area.value || area.value === area.dataset.ready) area.value = words;
  area.dataset.ready = words;
}

// bubble is one text; one that was held back is dashed, with its reason.
function bubble(t, p, at) {
  const held = t.reason !== undefined, mine = !held && t.from === p.phone;
  const li = element("li", held ? "out withheld" : mine ? "in" : "out", held ? t.body || `${w().rules[t.kind] || kindOf(t.kind) || t.kind.replaceAll("_", " ")} ${p.name.split(" ")[0]}` : t.body);
  const meta = element("span", "meta", [hourText(at), mine ? "" : kindOf(t.kind), held ? `${w().notSent}: ${t.reason.replace(/^rule \w+(: )?/, "")}` : mine ? "" : w().tick[t.status] ?? t.status].filter(Boolean).join(" · "));
  const href = held ? t.href : state.beside.records[t.n];
  if (href) {
    const a = element("a", "", w().record);
    a.href = href;
    meta.append(" · ", a);
  }
  li.append(meta);
  return li;
}

// Quick answers are what the open question offers: the digits of the newest text that has any, and the words in capitals that it names.
const named = /\b(?:LATER|LUEGO|HOLD|ESPERA|MEET|CITA|ALL|NONE|TODOS|NADIE|ES|EN|WEB|PREP|TIPS|LIST|PREPARAR|CONSEJO|LISTA)\b/g;

function digitsOf(body) {
  const digits = [];
  for (const [, n] of body.matchAll(/(?:^|[\s(:"¿])([1-9]) (?!(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|AM|PM)\b)[a-záéíóúñA-Z]/g)) {
    if (Number(n) === digits.length + 1) digits.push(n);
  }
  return digits;
}

function drawQuick(el, p, own) {
  const words = w().quick, heard = own.filter((t) => t.to === p.phone && t.kind !== "twilio");
  const asks = (t) => t.kind === "review" || /^ask:/.test(t.kind) || digitsOf(t.body).length > 0;
  const said = Math.max(0, ...own.filter((t) => t.from === p.phone).map((t) => t.n));
  const open = p.role === "contact" ? heard.at(-1) : state.beside.asked[p.phone] ? heard.filter((t) => t.n > said && asks(t)).at(-1) : null;
  let list = [];
  if (open) {
    list = open.kind === "review" ? ["1"] : digitsOf(open.body);
    list.push(...(/^(ask:|review)/.test(open.kind) ? words.open : open.body.match(named) || []));
  }
  if (!list.length && p.role === "organizer") list = words.idle;
  $(".quick", el).replaceChildren(...[...new Set(list)].map((x) => button(x, () => send(p, x))));
}

function drawStaff() {
  const needs = state.beside.needs.map((n) => {
    const li = element("li", n.now ? "urgent" : "");
    li.append(element("strong", "", n.who), element("span", "", " " + n.words));
    return li;
  });
  $("#needs").replaceChildren(...(needs.length ? needs : [element("li", "note", w().nobody)]));
  const meets = state.beside.meetings.map((m) => {
    const li = element("li"), a = element("a", "", `${dayText(new Date(m.at))}, ${hourText(new Date(m.at))}`);
    a.href = m.href;
    li.append(a, ` ${m.who}: ${w().status[m.status] || m.status}`);
    return li;
  });
  $("#meets").replaceChildren(...(meets.length ? meets : [element("li", "note", w().noMeets)]));
}

const story = () => nextOf({ texts: ofStory(), asked: state.beside.asked, next: state.beside.next }, w(), people(), state.days);
const nextWords = () => { const n = story(); return n && n.words; };

function drawNext() {
  if (!state.info) return;
  const { organizer: o, contact: c } = people(), done = lived(ofStory(), people()), here = done.lastIndexOf(true) + 1;
  const steps = w().steps(o.first, c.first);
  $("#strip").replaceChildren(...steps.map((s, i) => {
    const li = element("li", i < here ? "done" : i === here ? "here" : "", s);
    if (i === here) li.setAttribute("aria-current", "step");
    return li;
  }));
  $("#strip").dataset.step = here < steps.length ? w().step(here + 1, steps.length, steps[here]) : "";
  const next = story(), b = $("#next");
  b.disabled = state.busy > 0;
  const over = !next || (done.every(Boolean) && next.at && next.rule !== "who_came");
  if (over) b.textContent = w().again;
  else if (next.words) b.textContent = w().next(w().sends(next.who.first, next.words.length > 44 ? next.words.slice(0, 42) + "…" : next.words));
  else b.textContent = w().next(`${dayText(new Date(next.at))}, ${hourText(new Date(next.at))}, ${w().rules[next.rule]} ${next.to.split(" ")[0]}`);
  b.dataset.over = over ? "yes" : "";
  if (over && state.busy === 0) say(w().done);
}

async function goOn() {
  if ($("#next").dataset.over) {
    state.base = state.after;
    state.round++;
    begin();
    return;
  }
  const next = story();
  if (!next) return;
  if (next.words) {
    const area = $(`[data-key="${CSS.escape(keyOf(next.who))}"] textarea`);
    if (area && area.value === next.words) area.value = "";
    state.pane = keyOf(next.who);
    await send(next.who, next.words);
    return;
  }
  const to = known().find((p) => p.name === next.to);
  if (to) state.pane = keyOf(to);
  await during(w().moves, async () => {
    await call("/sim/clock", { to: new Date(next.at).toISOString() });
    await call("/sim/clock", { advance: "1s" });
    await refresh();
  });
}

// The height that is left below the controls is the phones': on a narrow window Send stays in view.
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--top", $("#phones").offsetTop + "px");
  toEnds();
}).observe($("header"));

const keepStory = () => kept.set("story", { base: state.base, round: state.round, days: state.days, made: state.info.made });

// begin opens the two phones of the story.
function begin() {
  state.days = daysOf(localNow(), state.lang);
  keepStory();
  const { organizer: o, contact: c } = people();
  state.shown = [keyOf(o), keyOf(c)];
  state.pane = keyOf(o);
  kept.set("shown", state.shown);
  draw();
  refreshBeside();
}

function draw() {
  drawSwitch();
  drawPhones();
  drawStaff();
  drawNext();
  for (const e of document.querySelectorAll(".pane")) e.classList.toggle("active", (e.dataset.key || "staff") === state.pane);
}

async function refreshBeside() {
  const { organizer: o, contact: c } = people();
  const phones = new Set([o.phone, c.phone, ...state.shown.map((k) => (known().find((p) => keyOf(p) === k) || {}).phone).filter(Boolean)]);
  state.beside = await call("/sim/story?" + [...phones].slice(0, 12).map((p) => "phone=" + encodeURIComponent(p)).join("&"));
  draw();
}

// refresh fetches what is new, and the last ones again, whose status may have moved.
async function refresh() {
  const fresh = (await call("/sim/texts?after=" + Math.max(0, state.after - 40))).texts;
  for (const t of fresh) {
    const isNew = t.n > state.after && state.after > 0;
    state.texts.set(t.n, t);
    const p = isNew && state.info.phones.find((x) => x.phone === t.to);
    if (p && !state.shown.includes(keyOf(p))) state.got.set(p.phone, p);
  }
  state.after = Math.max(state.after, ...fresh.map((t) => t.n), 0);
  if (fresh.some((t) => !state.info.phones.some((p) => p.phone === t.to || p.phone === t.from))) state.info = await call("/sim/info");
  await refreshBeside();
}

async function jump(how) {
  const l = localNow();
  const picked = $("#to").value ? $("#to").value.split(/[-T:]/).map(Number) : null;
  let body;
  switch (how) {
    case "tomorrow": body = { to: wall(l.getUTCFullYear(), l.getUTCMonth(), l.getUTCDate() + 1, 9, 0).toISOString() }; break;
    case "to": {
      if (!picked) { say(w().chooseDay, true); $("#to").focus(); return; }
      const [y, m, d, h, min] = picked, t = wall(y, m - 1, d, h, min);
      if (t <= new Date(state.info.now)) { say(w().onlyOn, true); return; }
      body = { to: t.toISOString() };
      break;
    }
    default: body = { advance: how };
  }
  await during(w().moves, async () => {
    await call("/sim/clock", body);
    await refresh();
  });
}

function listen() {
  const source = new EventSource("/sim/events");
  source.addEventListener("message", async (e) => {
    const d = JSON.parse(e.data);
    state.info.now = d.now;
    $("#now").textContent = clockText(new Date(d.now));
    $("#now").dateTime = d.now;
    if (d.mark !== state.mark) {
      state.mark = d.mark;
      if (!state.busy) await refresh().catch((err) => say(err.message, true));
    }
  });
  source.addEventListener("error", () => say(w().away, true));
  source.addEventListener("open", () => say(""));
}

function choose(lang) {
  state.lang = lang;
  kept.set("lang", lang);
  drawWords();
}

async function start() {
  const before = kept.get("lang");
  choose(new URLSearchParams(location.search).get("lang") || kept.get("lang") || (navigator.language.startsWith("es") ? "es" : "en"));
  for (;;) { // a town's three weeks take a minute
    try {
      state.info = await call("/sim/info");
      break;
    } catch (e) {
      if (e.status !== 503) throw e;
      say(w().playing(e.message));
      await new Promise((r) => setTimeout(r, 1000));
    }
  }
  say("");
  state.zone = state.info.zone || "UTC";
  const way = state.info.admin || {};
  $("#enter").login.value = way.login || "";
  $("#enter").password.value = way.password || "";
  $("#enter").hidden = !way.login;
  $("#org").textContent = state.info.organization || "Reportback";
  $("#now").textContent = clockText(new Date(state.info.now));
  drawWords();
  const texts = (await call("/sim/texts?after=0")).texts;
  for (const t of texts) state.texts.set(t.n, t);
  state.after = Math.max(0, ...texts.map((t) => t.n));
  const at = kept.get("story");
  const same = at && at.days && at.made === state.info.made;
  if (same) ({ base: state.base, round: state.round, days: state.days } = at);
  else if (texts.length) { state.base = state.after; state.round = 1; }
  const shown = kept.get("shown");
  if (same && state.lang === before && Array.isArray(shown) && shown.length) state.shown = shown; // in another language others play
  else begin();
  await refreshBeside();
  listen();
}

document.querySelectorAll("[data-jump]").forEach((b) => b.addEventListener("click", () => jump(b.dataset.jump)));
document.querySelectorAll("[data-lang]").forEach((b) => b.addEventListener("click", () => { choose(b.dataset.lang); state.base = ofStory().length ? state.after : state.base; begin(); }));
$("#next").addEventListener("click", goOn);
$("#pick").addEventListener("change", (e) => {
  const p = known().find((x) => keyOf(x) === e.target.value);
  if (p) open(p, true);
});
$("#add").addEventListener("submit", (e) => {
  e.preventDefault();
  const form = e.target, data = Object.fromEntries(new FormData(form));
  during(w().adding, async () => {
    await call("/sim/person", data);
    state.info = await call("/sim/info");
    const p = state.info.phones.find((x) => x.name === data.name.trim());
    if (p) open(p, true);
    form.reset();
  });
});
start().catch((e) => say(e.message, true));
