// What htmx does not: what to do when something changed, drafts that survive a reload, and passkeys. Every page works without any of it.
"use strict";
(() => {
  const news = document.getElementById("news");
  const live = document.getElementById("live");

  // Parts that are only read are fetched anew; a list under somebody's finger is not moved: a line offers it.
  const changed = () => {
    let quiet = false;
    for (const part of document.querySelectorAll("[data-live]")) {
      quiet = true;
      document.body.dispatchEvent(new CustomEvent("refresh"));
      break;
    }
    if (!news || (quiet && !document.querySelector("[data-list]"))) return;
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = news.dataset.again;
    news.replaceChildren(news.dataset.words + " ", again);
    news.classList.add("on");
  };
  if (live) live.addEventListener("changed", changed);

  // On a phone the menu goes on sideways: the page that is open is in view.
  const here = document.querySelector("header nav li [aria-current]");
  if (here) here.closest("ul").scrollLeft = here.offsetLeft - 48;

  // A text that somebody writes is kept in this tab until it is sent.
  for (const field of document.querySelectorAll("[data-draft]")) {
    const key = "draft:" + field.form.getAttribute("action") + ":" + field.name;
    try {
      if (!field.value && sessionStorage.getItem(key)) {
        field.value = sessionStorage.getItem(key);
        if (field.closest("details")) field.closest("details").open = true;
      }
      field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
      field.form.addEventListener("submit", () => sessionStorage.removeItem(key));
    } catch { /* storage is off: the draft lives as long as the page */ }
  }

  // Passkeys: the browser is asked, and its answer goes as a field of the form. Where it knows none, the form stays hidden.
  const keys = window.PublicKeyCredential;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!keys || !keys.parseRequestOptionsFromJSON) break;
    form.hidden = false;
    form.addEventListener("submit", async (e) => {
      const answer = form.elements.response;
      if (answer.value) return;
      e.preventDefault();
      try {
        const ask = (await (await fetch(form.dataset.passkey, { method: "POST" })).json()).publicKey;
        const key = "make" in form.dataset
          ? await navigator.credentials.create({ publicKey: keys.parseCreationOptionsFromJSON(ask) })
          : await navigator.credentials.get({ publicKey: keys.parseRequestOptionsFromJSON(ask) });
        answer.value = JSON.stringify(key.toJSON());
        form.submit();
      } catch {
        form.querySelector("[role=alert]").hidden = false;
      }
    });
  }
})();
