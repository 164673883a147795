"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll("table.claims tbody tr")];

  /* Filter and sort the claims table. Without this script every row stands there, in order. */
  function tools() {
    const form = document.querySelector("form.tools[hidden]");
    if (!form || rows.length < 2) return;
    const find = one("find"), status = one("status"), sort = one("sort"), left = one("left");
    const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    const filter = () => {
      const wanted = find.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !(words.get(row).includes(wanted) && (!status.value || row.dataset.status === status.value));
        shown += row.hidden ? 0 : 1;
      }
      left.textContent = shown === rows.length ? `${shown} claims` : `${shown} of ${rows.length} claims`;
    };
    const order = () => {
      const key = sort.value, sign = key === "last" ? -1 : 1;
      const numeric = !["first", "last"].includes(key);
      const compare = (a, b) => numeric ? a - b : a < b ? -1 : a > b ? 1 : 0;
      const sorted = [...rows].sort((a, b) =>
        sign * compare(a.dataset[key], b.dataset[key]) || a.dataset.order - b.dataset.order);
      rows[0].parentNode.append(...sorted);
    };
    find.addEventListener("input", filter);
    status.addEventListener("change", filter);
    sort.addEventListener("change", order);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
  }

  /* A link to a place inside a folded part unfolds it, so that the place can be seen; one to a section leaves it as it is. */
  function unfold(id) {
    const place = id && one(id);
    if (!place) return;
    const held = !place.matches("section") && place.querySelector(":scope > details");
    if (held) held.open = true;
    for (let part = place.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    place.scrollIntoView({ block: place.matches("span, u") ? "center" : "start" });
  }

  /* The evidence drawer: the paragraph of the report, with the place lit, over the page. */
  function drawer(event) {
    const link = event.target.closest("a.open");
    const place = link && one(link.hash.slice(1));
    const dialog = one("drawer");
    if (!place || !dialog.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const report = place.closest("details.document"), paragraph = place.closest("p.text");
    const near = [paragraph.previousElementSibling, paragraph, paragraph.nextElementSibling];
    const copies = near.filter((p) => p && p.matches("p.text")).map((p) => p.cloneNode(true));
    const title = document.createElement("h3");
    title.textContent = report.querySelector("summary").textContent.trim();
    const close = document.createElement("button"), go = document.createElement("button");
    close.textContent = "Close";
    go.textContent = "Go to this place";
    close.addEventListener("click", () => dialog.close());
    go.addEventListener("click", () => { dialog.close(); location.hash = link.hash; unfold(place.id); });
    for (const copy of copies) {
      for (const held of copy.querySelectorAll("[id]")) {
        if (held.id === place.id) held.classList.add("here");
        held.removeAttribute("id");
      }
    }
    dialog.replaceChildren(title, ...copies, close, " ", go);
    dialog.showModal();
  }

  /* Paper cannot be unfolded. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });

  addEventListener("hashchange", () => unfold(location.hash.slice(1)));
  document.addEventListener("click", (event) => {
    drawer(event);
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.defaultPrevented) unfold(link.getAttribute("href").slice(1));
  });
  tools();
  unfold(location.hash.slice(1));
})();
