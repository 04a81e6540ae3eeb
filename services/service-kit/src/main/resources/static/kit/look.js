// The behaviour shared by all pages; everything works without it, only less conveniently.
(() => {
  "use strict";
  const all = (selector, from = document) => from.querySelectorAll(selector);
  const language = document.documentElement.lang || "en";
  const icons = () => document.querySelector("use")?.getAttribute("href").split("#")[0];

  // --- Times: relative to now, exact on hover, in the visitor's zone.
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  function say(at) {
    const seconds = Math.round((at - Date.now()) / 1000);
    const unit = units.find(([, size]) => Math.abs(seconds) >= size);
    if (unit && unit[0] === "day" && Math.abs(seconds) > 6 * 86400) return day.format(at);
    return unit ? relative.format(Math.trunc(seconds / unit[1]), unit[0]) : relative.format(seconds > -5 && seconds <= 0 ? 0 : seconds, "second");
  }
  function writeTimes(from = document) {
    for (const time of all("time[data-time]", from)) {
      const at = new Date(time.dateTime);
      if (isNaN(at)) continue;
      const text = say(at);
      if (time.textContent !== text) time.textContent = text;
      if (!time.title) time.title = exact.format(at);
    }
    for (const time of all("time[data-clock]", from)) {
      const seconds = Math.max(0, Math.round((new Date(time.dateTime) - Date.now()) / 1000));
      time.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    }
  }
  writeTimes();
  setInterval(writeTimes, 1000);

  // --- Toasts.
  function toast(text, tone = "info") {
    const box = document.createElement("div");
    box.className = "toast " + tone;
    const icon = { good: "circle-check", warn: "triangle-alert", harm: "circle-alert" }[tone] || "info";
    box.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${icons()}#${icon}"></use></svg><span></span>`;
    box.lastChild.textContent = text;
    document.getElementById("toasts").append(box);
    setTimeout(() => box.remove(), tone === "harm" ? 12000 : 6000);
  }
  document.addEventListener("look:toast", (event) => toast(event.detail.text ?? event.detail.value, event.detail.tone));

  // --- Theme: a cookie, so that the server writes it into the next page and nothing flashes.
  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-theme-choice]");
    if (!choice) return;
    const theme = choice.dataset.themeChoice;
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    for (const other of all("[data-theme-choice]")) other.setAttribute("aria-pressed", other === choice);
    document.dispatchEvent(new CustomEvent("look:theme"));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new CustomEvent("look:theme")));
  // The address keeps its other parameters when the language changes.
  for (const link of all('a[href^="?language="]')) {
    const target = new URL(location.href);
    target.searchParams.set("language", link.lang);
    link.href = target.pathname + target.search;
  }

  // --- Menus and dialogs.
  document.addEventListener("click", (event) => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
    const opener = event.target.closest("[data-dialog]");
    if (opener) {
      opener.closest("details.menu")?.removeAttribute("open");
      document.getElementById(opener.dataset.dialog)?.showModal();
    }
    if (event.target.closest("[data-close]") || event.target.nodeName === "DIALOG") event.target.closest("dialog")?.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.hasAttribute("data-upload")) return;
    // One click is one action: the second press of an impatient finger does nothing.
    const button = event.submitter;
    if (button) setTimeout(() => { button.disabled = true; setTimeout(() => (button.disabled = false), 4000); });
  });
  addEventListener("pageshow", () => all("button:disabled[name], form button:disabled").forEach((b) => (b.disabled = false)));

  // --- htmx: CSRF header, problems as toasts, morphing that leaves alone what the visitor has opened.
  const csrf = document.querySelector('meta[name="csrf"]');
  const body = document.body;
  body.addEventListener("htmx:configRequest", (event) => {
    if (csrf && event.detail.verb !== "get") event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  body.addEventListener("htmx:responseError", (event) => {
    let text = body.dataset.failed;
    try {
      const problem = JSON.parse(event.detail.xhr.responseText);
      text = [problem.detail || problem.title || text, problem.action].filter(Boolean).join(" ");
    } catch { /* Not a problem document: the general sentence stands. */ }
    if (event.detail.requestConfig.verb !== "get") toast(text, "harm");
  });
  if (window.Idiomorph) {
    Object.assign(Idiomorph.defaults, { ignoreActiveValue: true });
    // A drawn chart and a dialog that somebody fills in are not touched.
    Idiomorph.defaults.callbacks.beforeNodeMorphed = (node) => !(node.hasAttribute?.("data-keep") || (node.nodeName === "DIALOG" && node.open));
    Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, node) => !(name === "open" && /^(DETAILS|DIALOG)$/.test(node.nodeName));
  }
  body.addEventListener("htmx:afterSwap", (event) => writeTimes(event.target));

  // --- What changed is marked for a moment.
  const marked = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-mark]");
  new MutationObserver((changes) => {
    const seen = new Set();
    for (const change of changes) {
      const part = marked(change.target);
      if (!part || seen.has(part) || part.dataset.text === part.textContent) continue;
      seen.add(part);
      if (part.dataset.text !== undefined) {
        part.classList.remove("changed");
        requestAnimationFrame(() => part.classList.add("changed"));
      }
      part.dataset.text = part.textContent;
    }
  }).observe(body, { subtree: true, childList: true, characterData: true });
  for (const part of all("[data-mark]")) part.dataset.text = part.textContent;
  body.addEventListener("animationend", (event) => event.target.classList.remove("changed"));

  // --- Live connection: shown when lost; when it is back, parts with hx-trigger "look:back from:body" fetch what was missed.
  const live = document.getElementById("live");
  function showLive(state) {
    if (!live || live.dataset.state === state) return;
    const before = live.dataset.state;
    live.hidden = false;
    live.dataset.state = state;
    live.textContent = state === "lost" ? body.dataset.lost : body.dataset.on;
    if (state === "on" && before === "lost") {
      toast(body.dataset.back, "good");
      htmx.trigger(body, "look:back");
    }
  }
  body.addEventListener("htmx:sseOpen", () => showLive("on"));
  body.addEventListener("htmx:sseError", () => showLive("lost"));
  body.addEventListener("htmx:sendError", () => live && !live.hidden && showLive("lost"));
  addEventListener("offline", () => live && !live.hidden && showLive("lost"));

  // --- What scrolls sideways can be reached by keyboard.
  function reachScrolling() {
    for (const box of all(".table-scroll")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
  reachScrolling();
  addEventListener("resize", reachScrolling);
  body.addEventListener("toggle", reachScrolling, true);
  body.addEventListener("htmx:afterSwap", reachScrolling);

  // --- Upload with progress: the form's file is sent as soon as it is chosen.
  function upload(form, drop, file) {
    const hint = drop.querySelector("[data-hint]");
    const bar = drop.querySelector("progress");
    const refuse = (text) => { drop.dataset.state = "refused"; hint.textContent = text; drop.querySelector("input").value = ""; };
    const kinds = drop.querySelector("input").accept.toLowerCase().split(",").map((kind) => kind.trim()).filter(Boolean);
    drop.querySelector("[data-file]").textContent = file.name;
    if (kinds.length && !kinds.some((kind) => file.name.toLowerCase().endsWith(kind))) return refuse(drop.dataset.wrongKind);
    if (file.size > Number(drop.dataset.max)) return refuse(drop.dataset.tooLarge);
    if (!form.hasAttribute("data-upload")) { drop.dataset.state = "chosen"; hint.textContent = (file.size / 1e6).toFixed(1) + " MB"; return; }
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    if (csrf) request.setRequestHeader(csrf.dataset.header, csrf.content);
    request.upload.onprogress = (event) => {
      bar.value = (100 * event.loaded) / event.total;
      hint.textContent = drop.dataset.sending + " " + Math.round(bar.value) + "\u00a0%";
    };
    request.onerror = () => refuse(drop.dataset.broken);
    request.onload = () => {
      if (request.status < 400) return location.assign(request.responseURL);
      let text = drop.dataset.broken;
      try { text = JSON.parse(request.responseText).detail || text; } catch { /* A page, not a problem document. */ }
      refuse(text);
    };
    drop.dataset.state = "sending";
    request.send(new FormData(form));
  }
  for (const drop of all(".drop")) {
    const input = drop.querySelector('input[type="file"]');
    for (const type of ["dragenter", "dragover"]) drop.addEventListener(type, () => drop.classList.add("over"));
    for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("over"));
    input.addEventListener("change", () => input.files[0] && upload(input.form, drop, input.files[0]));
  }

  window.look = { toast, language };
})();
