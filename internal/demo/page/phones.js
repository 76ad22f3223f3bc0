"use strict";
// The phones: what the stand-in's books hold, drawn again whenever they change. Every word comes from outside and is set as text, never as markup.
const $ = (s, r = document) => r.querySelector(s);
const state = { info: null, texts: [], after: 0, mark: -1, shown: new Set(), zone: "UTC", busy: 0 };

async function call(path, body) {
  const res = await fetch(path, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const out = await res.json().catch(() => ({}));
  if (!res.ok) throw new Error(out.error || `${path}: ${res.status}`);
  return out;
}

function say(words, bad) {
  $("#status").textContent = words;
  $("#status").classList.toggle("bad", Boolean(bad));
}

async function during(words, work) {
  state.busy++;
  say(words);
  try {
    await work();
    if (state.busy === 1) say("");
  } catch (e) {
    say(e.message, true);
  } finally {
    state.busy--;
  }
}

const clockText = (t) => new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit", timeZone: state.zone }).format(t);
const hourText = (t) => new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: state.zone }).format(t);
const dayText = (t) => new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: state.zone }).format(t);

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

function drawWho() {
  const nav = $("#who");
  nav.replaceChildren(...state.info.phones.map((p) => {
    const key = p.phone + p.name;
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = state.shown.has(key);
    box.addEventListener("change", () => {
      box.checked ? state.shown.add(key) : state.shown.delete(key);
      drawPhones();
    });
    label.append(box, `${p.name} (${p.role})`);
    return label;
  }));
}

function drawPhones() {
  const main = $("#phones");
  const want = state.info.phones.filter((p) => state.shown.has(p.phone + p.name));
  const have = new Map([...main.querySelectorAll(".phone")].map((e) => [e.dataset.key, e]));
  have.forEach((e, k) => { if (!want.some((p) => p.phone + p.name === k)) e.remove(); });
  want.forEach((p, i) => {
    const el = have.get(p.phone + p.name) || newPhone(p);
    // Moving a phone that stands where it should would scroll its thread back to the top.
    if (main.children[i] !== el) main.insertBefore(el, main.children[i] || null);
    drawThread(el, p);
  });
}

function newPhone(p) {
  const el = $("#phone").content.firstElementChild.cloneNode(true);
  el.dataset.key = p.phone + p.name;
  el.setAttribute("aria-label", `Phone of ${p.name}`);
  $(".name", el).textContent = p.name;
  $(".role", el).textContent = `${p.role}, ${p.phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3")}${p.language === "es" ? ", español" : ""}`;
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
  if (!body.trim()) return;
  during(`${p.name} texts ...`, async () => {
    const r = await call("/sim/text", { from: p.phone, body, more: Boolean(more) });
    if (r.status >= 300) throw new Error(`the service answered ${r.status}`);
    await refresh();
  });
}

const tick = { queued: "○ queued", sent: "✓ sent", delivered: "✓✓ delivered", undelivered: "! not delivered", failed: "! failed", received: "" };

function drawThread(el, p) {
  const list = $(".thread", el);
  const own = state.texts.filter((t) => t.from === p.phone || t.to === p.phone);
  const signature = own.map((t) => t.n + t.status).join();
  if (list.dataset.signature === signature && list.childElementCount) return;
  list.dataset.signature = signature;
  const items = [];
  let day = "";
  for (const t of own) {
    const at = new Date(t.at);
    if (dayText(at) !== day) {
      day = dayText(at);
      items.push(item("day", day));
    }
    const li = item(t.from === p.phone ? "in" : "out", t.body);
    const meta = document.createElement("span");
    meta.className = "meta";
    meta.textContent = [hourText(at), t.from === p.phone ? "" : t.kind, t.from === p.phone ? "" : tick[t.status] ?? t.status].filter(Boolean).join(" · ");
    li.append(meta);
    items.push(li);
  }
  if (!own.length) items.push(item("empty", p.role === "organizer" ? `Nothing yet. Text ${p.language === "es" ? "INFORME" : "REPORT"} to begin a report-back.` : "Nothing yet."));
  list.replaceChildren(...items);
  drawQuick(el, p, own);
  list.scrollTop = list.scrollHeight;
}

function item(cls, words) {
  const li = document.createElement("li");
  li.className = cls;
  li.textContent = words;
  return li;
}

// Quick answers are what the newest text offers: its digits, and the words in capitals that it names.
const wordsOf = {
  en: { open: ["SKIP", "BACK", "LATER", "?"], idle: ["MEET", "REPORT", "LIST"] },
  es: { open: ["SALTAR", "VOLVER", "LUEGO", "?"], idle: ["CITA", "INFORME", "LISTA"] },
};
const named = /\b(?:LATER|LUEGO|HOLD|ESPERA|MEET|CITA|ALL|NONE|TODOS|NADIE|ES|EN|WEB|PREP|TIPS|LIST|PREPARAR|CONSEJO|LISTA)\b/g;

function drawQuick(el, p, own) {
  const last = own.filter((t) => t.to === p.phone && t.kind !== "twilio").at(-1);
  const w = wordsOf[p.language === "es" ? "es" : "en"];
  let words = [];
  if (last) {
    // Choices count up from 1; a digit before a month or AM is part of a day.
    const digits = [];
    for (const [, n] of last.body.matchAll(/(?:^|[\s(:"])([1-9]) (?!(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|AM|PM)\b)[a-záéíóúñA-Z]/g)) {
      if (Number(n) === digits.length + 1) digits.push(n);
    }
    words = last.kind === "review" ? ["1"] : digits;
    words.push(...(/^(ask:|review)/.test(last.kind) ? w.open : last.body.match(named) || []));
  }
  if (!words.length && p.role === "organizer") words = w.idle;
  $(".quick", el).replaceChildren(...[...new Set(words)].map((w) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = w;
    b.addEventListener("click", () => send(p, w));
    return b;
  }));
}

async function refresh() {
  const all = await call("/sim/texts?after=0");
  state.texts = all.texts;
  // A phone that is written to comes onto the table.
  for (const t of state.texts.slice(state.after)) {
    for (const p of state.info.phones) if (p.phone === t.to) state.shown.add(p.phone + p.name);
  }
  state.after = state.texts.length;
  drawWho();
  drawPhones();
}

async function jump(how) {
  const l = localNow();
  const picked = $("#to").value ? $("#to").value.split(/[-T:]/).map(Number) : null;
  let body;
  switch (how) {
    case "tomorrow": body = { to: wall(l.getUTCFullYear(), l.getUTCMonth(), l.getUTCDate() + 1, 9, 0).toISOString() }; break;
    case "to":
    case "before": {
      if (!picked) { say("Choose a day and time first.", true); $("#to").focus(); return; }
      const [y, m, d, h, min] = picked;
      const t = how === "to" ? wall(y, m - 1, d, h, min) : wall(y, m - 1, d - 2, 10, 0);
      if (t <= new Date(state.info.now)) { say("The clock only moves forward.", true); return; }
      body = { to: t.toISOString() };
      break;
    }
    default: body = { advance: how };
  }
  await during("The clock moves, and everything due on the way happens ...", async () => {
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
      await refresh().catch((err) => say(err.message, true));
    }
  });
  source.addEventListener("error", () => say("The demo does not answer; trying again ...", true));
  source.addEventListener("open", () => say(""));
}

async function start() {
  state.info = await call("/sim/info");
  state.zone = state.info.zone || "UTC";
  const way = state.info.admin;
  $("#way").textContent = way && way.login ? `, as ${way.login} with the password ${way.password}` : " (add an admin first)";
  $("#org").textContent = state.info.organization || "Reportback";
  $("#now").textContent = clockText(new Date(state.info.now));
  const first = (role) => state.info.phones.find((p) => p.role === role);
  for (const p of [first("organizer"), first("contact")]) if (p) state.shown.add(p.phone + p.name);
  await refresh();
  listen();
}

document.querySelectorAll("[data-jump]").forEach((b) => b.addEventListener("click", () => jump(b.dataset.jump)));
$("#add").addEventListener("submit", (e) => {
  e.preventDefault();
  const form = e.target;
  const data = Object.fromEntries(new FormData(form));
  during("Adding ...", async () => {
    await call("/sim/person", data);
    state.info = await call("/sim/info");
    const p = state.info.phones.find((x) => x.name === data.name.trim());
    if (p) state.shown.add(p.phone + p.name);
    drawWho();
    drawPhones();
    form.reset();
  });
});
start().catch((e) => say(e.message, true));
