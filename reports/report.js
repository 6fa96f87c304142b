// Everything on the page works without this file. It adds sorting, downloads, keys, the state in the address and a card
// beside a mark. Strings only ever become text nodes: Trusted Types forbid the rest.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* a sandbox without storage */ } },
  };

  // Theme: the radio buttons do the work, this remembers them.
  const themes = all("input[name=theme]");
  const remembered = themes.find((input) => input.value === store.get("framing-theme"));
  if (remembered) remembered.checked = true;
  for (const input of themes) input.addEventListener("change", () => store.set("framing-theme", input.value));

  // Places: open whatever stays closed around a fragment, in browsers that do not do so themselves.
  const state = () => new URLSearchParams(location.hash.slice(1));
  const target = () => $(state().get("at") || location.hash.slice(1));
  const reveal = (element) => {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    element.scrollIntoView({ block: "start" });
  };
  const arrive = () => {
    const element = target();
    if (element && element.closest("main")) reveal(element);
  };
  addEventListener("hashchange", arrive);

  // Filters in the address: #marks=1,2&voice=own&at=a3-s12
  const marks = all(".filters fieldset input[type=checkbox]");
  const voices = all("input[name=voice]");
  const write = (at) => {
    const parts = [
      "marks=" + marks.filter((input) => input.checked).map((input) => input.id.slice(1)).join(","),
      "voice=" + (voices.find((input) => input.checked) || { id: "v-all" }).id.slice(2),
    ];
    if (at) parts.push("at=" + at);
    try { history.replaceState(null, "", "#" + parts.join("&")); } catch { /* a frame without a history */ }
  };
  const read = () => {
    const given = state();
    if (given.has("marks")) {
      const on = given.get("marks").split(",");
      for (const input of marks) input.checked = on.includes(input.id.slice(1));
    }
    const voice = voices.find((input) => input.id === "v-" + given.get("voice"));
    if (voice) voice.checked = true;
  };
  for (const input of [...marks, ...voices]) input.addEventListener("change", () => write(state().get("at")));
  read();
  arrive();

  // A card beside a mark, filled from its rows of evidence; a second click follows the link.
  const card = $("card");
  let shown = null;
  const line = (text) => { const p = document.createElement("p"); p.textContent = text; return p; };
  // Words that occur more than once stand once, with their further places small behind them and, in italics, the entry
  // and what a source does by them.
  const passage = (place) => {
    const more = place.parentElement.localName === "small";
    const words = more ? place.parentElement.previousElementSibling : place;
    const row = place.closest("tr");
    let note = words.nextElementSibling;
    if (note && note.localName === "small") note = note.nextElementSibling;
    const [entry, act] = (note && note.localName === "i" ? note.textContent : "").split("→").map((part) => part.trim());
    const [, group, bucket] = row.parentElement.id.split("-");
    const surface = words.firstChild.textContent.trim();
    const denied = row.dataset.polarity === "denied" || bucket === "denied";
    return { row, group, bucket, surface, entry, act, denied, title: row.closest("details").querySelector("summary b").textContent };
  };
  const describe = (number) => {
    const { row, surface, entry, denied, title } = passage($("e" + number));
    // The head of a lone row begins with what its body is of.
    const whose = row.querySelector("th bdi") ? row.querySelector("th br")?.nextSibling : row.cells[0].firstChild;
    const link = document.createElement("a");
    link.href = "#e" + number;
    link.textContent = "Passage " + number + " of the evidence";
    const p = line("");
    const strong = document.createElement("b");
    strong.textContent = title;
    p.append(strong, ": entry “" + (entry || surface.toLowerCase()) + "”, " + (whose ? whose.textContent : "own voice") + (denied ? ", denied" : "") + ". ", link);
    return p;
  };
  const lit = (mark) => getComputedStyle(mark).textDecorationLine !== "none";
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".t a[class^=m]");
    if (!mark || !card.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!lit(mark)) { event.preventDefault(); return; }
    if (shown === mark) return;
    event.preventDefault();
    card.replaceChildren(...(mark.dataset.e || mark.hash.slice(2)).split(" ").map(describe));
    card.showPopover();
    shown = mark;
    const box = mark.getBoundingClientRect();
    card.style.margin = "0";
    card.style.top = Math.min(box.bottom + 8, innerHeight - card.offsetHeight - 8) + "px";
    card.style.left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8)) + "px";
  });
  if (card) {
    card.addEventListener("toggle", (event) => { if (event.newState === "closed") shown = null; });
    card.addEventListener("click", (event) => { if (event.target.closest("a")) card.hidePopover(); });
  }

  // Keys n and p, only while their switch is on.
  const switchKeys = $("keys");
  if (switchKeys) {
    switchKeys.closest("p").hidden = false;
    switchKeys.checked = store.get("framing-keys") === "on";
    switchKeys.addEventListener("change", () => store.set("framing-keys", switchKeys.checked ? "on" : "off"));
    let last = null;
    addEventListener("keydown", (event) => {
      const typing = event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
      if (!switchKeys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "n" && event.key !== "p") return;
      const list = all("#texts .t a[class^=m]").filter(lit);
      if (!list.length) return;
      const at = list.indexOf(last);
      const next = event.key === "n" ? (at + 1) % list.length : (at < 1 ? list.length : at) - 1;
      last = list[next];
      reveal(last);
      last.scrollIntoView({ block: "center" });
      last.focus({ preventScroll: true });
      const sentence = last.closest("span[id]");
      if (sentence) write(sentence.id);
    });
    // A pin beside each paragraph of an opened text, with the address of its first sentence.
    for (const text of all(".text")) text.addEventListener("toggle", () => {
      for (const paragraph of all(".t :is(p, h3):not(:has(.pin))", text)) {
        const sentence = paragraph.querySelector("span[id]");
        if (!sentence) continue;
        const pin = document.createElement("a");
        pin.className = "pin";
        pin.href = "#" + sentence.id;
        pin.setAttribute("aria-label", "Link to sentence " + sentence.id);
        paragraph.prepend(pin);
      }
    });
    $("open-all").addEventListener("click", () => { for (const text of all(".text")) text.open = true; });
  }

  // Sorting: a button in the head of each column of plain tables.
  const key = (row, column) => {
    const cell = row.cells[column];
    const data = cell.querySelector("data");
    const text = cell.textContent.trim().toLowerCase();
    if (data) return Number(data.value || -Infinity);
    return /^[\d,]+$/.test(text) ? Number(text.replaceAll(",", "")) : text;
  };
  for (const table of all(".scroll > table:not(.hits)")) {
    if (table.tBodies.length !== 1 || table.tBodies[0].rows.length < 3 || !table.caption) continue;
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows];
        rows.sort((a, b) => {
          const [x, y] = [key(a, column), key(b, column)];
          return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }

  // Downloads of evidence and quotations, read from the tables: what a row leaves out, its body or table says.
  const said = (row, name) => { const at = row.closest("[data-" + name + "]"); return at ? at.dataset[name] : ""; };
  const VOICES = { quoted: "direct", paraphrased: "indirect", "partly quoted": "mixed" };
  const record = (place) => {
    const { row, group, bucket, surface, entry, act, denied } = passage(place);
    const sentence = place.hash ? place.hash.slice(1) : (place.querySelector("small") || place).textContent;
    const record = { row: place.id, group, sentence, surface, voice: "", actor: said(row, "actor") };
    const cells = [...row.cells].map((cell) => cell.textContent.trim());
    const scorer = said(row, "scorer");
    if (scorer === "sources") {
      record.voice = VOICES[cells[3]] || said(row, "voice");
      return { ...record, cue: cells[1], role: cells[4] === "–" ? "" : cells[4] || said(row, "role"), words: Number(cells[2].replaceAll(",", "")) };
    }
    const how = cells[0].match(/(partly quoted|quoted|paraphrased)$/);
    record.voice = how ? VOICES[how[1]] : "narration";
    const lexicon = said(row, "lexicon");
    return {
      ...record, scorer,
      label: scorer === "reporting" ? bucket + ":" + (act || "say") : scorer === "agency" ? bucket : said(row, "label"),
      entry: (lexicon && !entry.includes("#") ? lexicon + "#" : "") + (entry || surface.toLowerCase()),
      polarity: denied ? "denied" : "asserted", weight: Number(row.dataset.weight || 1),
    };
  };
  const harmless = (value) => typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
  const csv = (records) => {
    const names = Object.keys(records[0] || {});
    const lines = records.map((item) => names.map((name) => harmless(item[name])));
    return [names, ...lines].map((cells) => cells.map((cell) => '"' + cell.replaceAll('"', '""') + '"').join(",")).join("\r\n");
  };
  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  for (const item of all(".made")) item.hidden = false;
  for (const button of all("button[data-table]")) {
    button.addEventListener("click", () => {
      const { table, form } = button.dataset;
      const quotations = table === "quotations";
      const records = all(".hits td [id]").filter((place) => (said(place, "scorer") === "sources") === quotations).map(record);
      const text = form === "csv" ? csv(records) : JSON.stringify(records, null, 1);
      save(table + "." + form, form === "csv" ? "text/csv;charset=utf-8" : "application/json", text);
    });
  }

  // The tables inside links, as JSON: what is quoted in them is text, the rest are numbers.
  const parsed = (text) => {
    const [names, ...rows] = text.trim().split("\n").map((row) =>
      [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1] === undefined ? cell[2] : cell[1].replaceAll('""', '"')));
    const number = (value) => value === "" ? null : isNaN(value) ? value : Number(value);
    return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, at < 4 ? row[at] : number(row[at])])));
  };
  for (const button of all("button[data-csv]")) {
    button.addEventListener("click", () => {
      const name = button.dataset.csv;
      const link = document.querySelector('a[download="' + name + '"]');
      const text = decodeURIComponent(link.href.slice(link.href.indexOf(",") + 1));
      save(name.replace(".csv", ".json"), "application/json", JSON.stringify(parsed(text), null, 1));
    });
  }

  // Copy buttons; the text beside them can be selected where the clipboard is closed.
  for (const box of all(".copy")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(box.textContent); button.textContent = "Copied"; }
      catch { getSelection().selectAllChildren(box); }
    });
    box.after(button);
  }

  // Printing with full texts opens them for as long as it takes.
  const print = $("print");
  if (print) print.addEventListener("click", () => {
    const closed = all(".text:not([open])");
    document.documentElement.classList.add("full");
    for (const text of closed) text.open = true;
    addEventListener("afterprint", () => {
      document.documentElement.classList.remove("full");
      for (const text of closed) text.open = false;
    }, { once: true });
    window.print();
  });

  // Which section is being read.
  const links = new Map(all("nav a").map((link) => [link.hash.slice(1), link]));
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const link = links.get(entry.target.id);
        if (link && entry.isIntersecting) {
          for (const other of links.values()) other.removeAttribute("aria-current");
          link.setAttribute("aria-current", "true");
        }
      }
    }, { rootMargin: "-20% 0px -70% 0px" });
    for (const section of all("main > section")) watch.observe(section);
  }
})();
