// Previews: copy buttons, and a log that is read along.
(() => {
  "use strict";

  // --- Copy.
  async function copy(button, text) {
    await navigator.clipboard.writeText(text);
    look.toast(button.dataset.copied, "good");
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1500);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-from]");
    if (button) copy(button, button.dataset.copy ?? document.getElementById(button.dataset.copyFrom).textContent);
  });

  // --- Logs: the newest lines, then what is added; the address says which one is open.
  const MOST = 400_000;
  let stream = null;
  let open = "";
  const press = () => { for (const one of document.querySelectorAll(".segments [data-log]")) one.setAttribute("aria-pressed", one.dataset.log === open); };
  document.body.addEventListener("htmx:afterSwap", press);
  function read(service) {
    const box = document.querySelector("[data-log-lines]");
    if (!box) return;
    stream?.close();
    open = service;
    press();
    document.querySelector("[data-log-hint]").hidden = true;
    box.hidden = false;
    box.textContent = box.dataset.empty;
    stream = new EventSource(box.dataset.url + encodeURIComponent(service) + "/stream?lines=300");
    let fresh = true;
    stream.onopen = () => { fresh = true; };
    stream.addEventListener("log", (event) => {
      if (fresh) { box.textContent = event.data || box.dataset.empty; fresh = false; box.scrollTop = box.scrollHeight; return; }
      const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
      const before = box.textContent === box.dataset.empty ? "" : box.textContent + "\n";
      box.textContent = (before + event.data).slice(-MOST);
      if (atEnd) box.scrollTop = box.scrollHeight;
    });
  }
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-log]");
    if (!opener) return;
    event.preventDefault();
    history.replaceState(null, "", "#log-" + opener.dataset.log);
    read(opener.dataset.log);
    if (opener.nodeName === "A") document.getElementById("logs").scrollIntoView({ block: "start" });
  });
  if (location.hash.startsWith("#log-")) read(decodeURIComponent(location.hash.slice(5)));
})();
