// Flags: "/" searches, arrows walk through the list, editors add and remove, the slider says what follows.
(() => {
  "use strict";
  const language = document.documentElement.lang || "en";
  const write = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });

  // --- Filters: the address is the state.
  for (const select of document.querySelectorAll("[data-submit]")) select.addEventListener("change", () => {
    for (const field of select.form.elements) if (field.value === "") field.disabled = true;
    select.form.submit();
  });

  // --- Keyboard.
  const rows = () => [...document.querySelectorAll("[data-rows] tbody tr")];
  function walk(by) {
    const all = rows();
    const at = all.findIndex((row) => row.classList.contains("chosen"));
    all[at]?.classList.remove("chosen");
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    next?.classList.add("chosen");
    next?.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (event) => {
    const search = document.getElementById("flag-search");
    if (!search || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.nodeName || "");
    if (event.key === "/" && !typing) { event.preventDefault(); search.focus(); search.select(); return; }
    if (typing && document.activeElement !== search) return;
    if (event.key === "ArrowDown") { event.preventDefault(); walk(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); walk(-1); }
    if (event.key === "Enter") {
      const chosen = document.querySelector("[data-rows] tr.chosen") || (typing && rows().length === 1 ? rows()[0] : null);
      if (chosen) { event.preventDefault(); location.assign(chosen.querySelector("a").href); }
    }
  });

  // --- Rules editor.
  let next = 1000;
  const copy = (pattern, number) => {
    const box = document.createElement("div");
    box.innerHTML = pattern.innerHTML.replaceAll("rN-", `r${number}-`).replaceAll('value="N"', `value="${number}"`);
    return box.firstElementChild;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const form = button?.closest("form[data-editor]");
    if (!form) return;
    const rule = button.closest("[data-rule]");
    const number = rule?.querySelector('[name="rule"]').value;
    if (button.matches("[data-add-rule]")) form.querySelector("[data-rules]").append(copy(form.querySelector("[data-rule-pattern]"), next++));
    if (button.matches("[data-add-condition]")) {
      const condition = copy(form.querySelector("[data-condition-pattern]"), number);
      rule.querySelector("[data-conditions]").append(condition);
      condition.querySelector("input").focus();
    }
    if (button.matches("[data-remove-condition]")) {
      button.closest("[data-condition]").remove();
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (button.matches("[data-remove]")) rule.remove();
    if (button.matches("[data-up]")) rule.previousElementSibling?.before(rule);
  });
  const rules = document.getElementById("rules-form");
  rules?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !/^(who|traits)$/.test(event.target.name)) return;
    event.preventDefault();
    rules.querySelector("[hx-post]").click();
  });

  // --- Times of day are the visitor's; the dialogs of a morphed page are filled anew.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.addEventListener("click", (event) => {
    const dialog = document.getElementById(event.target.closest("[data-dialog]")?.dataset.dialog);
    for (const field of dialog?.querySelectorAll("[data-zone]") || []) field.value = zone;
    for (const word of dialog?.querySelectorAll("[data-zone-word]") || []) word.textContent = zone;
  });

  // --- A secret is shown once: a reload shows the page without it, and makes no second one.
  const once = document.querySelector("[data-once]");
  if (once) history.replaceState(null, "", once.dataset.once);
  for (const button of document.querySelectorAll("[data-copy]")) {
    const secret = button.parentElement.querySelector("[data-secret]");
    button.hidden = !navigator.clipboard;
    secret.addEventListener("focus", () => secret.select());
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(secret.value);
        button.querySelector("span").textContent = button.dataset.copied;
      } catch { /* Not allowed: it stands marked, for the keys that copy. */ secret.select(); }
    });
  }

  // --- Percentage: what follows, in numbers.
  const share = document.getElementById("share-form");
  const range = document.getElementById("share-range");
  range?.addEventListener("input", () => {
    const percent = Number(range.value);
    share.querySelector("[data-share-output]").textContent = write.format(percent) + "\u00a0%";
    const asked = Number(share.dataset.asked);
    const people = share.dataset.sentence.replace("{percent}", write.format(percent)).replace("{people}", write.format(percent * 10));
    const answers = asked > 0 ? " " + share.dataset.answers.replace("{count}", write.format(Math.round((asked * percent) / 100))) : "";
    share.querySelector("[data-share-text]").textContent = people + answers;
  });
})();
