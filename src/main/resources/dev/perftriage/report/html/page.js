"use strict";
(() => {
  const all = document.getElementById("all");
  const form = document.getElementById("filter");
  const live = document.getElementById("live");
  const status = document.getElementById("status");
  const fields = form ? [...form.querySelectorAll("select")].map(select => select.name) : [];

  const heads = table => [...table.tHead.rows[0].cells];
  const names = all ? heads(all).map(head => head.textContent) : [];
  const at = name => names.indexOf(name);

  /** A cell's number: all its digits where it carries them, else as it is printed. */
  function numberOf(cell) {
    if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
    if (cell.textContent.includes("∞")) return Infinity;
    return Number.parseFloat(cell.textContent.replace(/,/g, ""));
  }

  function sort(table, column, descending) {
    const head = heads(table)[column];
    const numeric = head.dataset.n !== undefined;
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row, index) => {
      const cell = row.cells[column];
      const key = numeric ? numberOf(cell) : cell.textContent;
      return { row, index, key, none: numeric && Number.isNaN(key) };
    });
    const sign = descending ? -1 : 1;
    keyed.sort((a, b) =>
      a.none - b.none || (a.key < b.key ? -sign : a.key > b.key ? sign : a.index - b.index));
    body.append(...keyed.map(entry => entry.row));
    for (const other of heads(table)) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  function makeSortable(table) {
    heads(table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const first = head.dataset.n !== undefined;
        sort(table, column, now === "none" ? first : now === "ascending");
        if (table === all) remember();
      });
    });
  }
  document.querySelectorAll("table.cases").forEach(makeSortable);

  /** As the site prints it: one decimal, from the exact value, ties to even, a sign on -0. */
  function percent(fraction) {
    const value = Math.abs(fraction * 100);
    const tenths = Math.floor(value * 10);
    const tie = (value * 4) % 2 === 1;
    const digits = tie ? ((tenths + tenths % 2) / 10).toFixed(1) : value.toFixed(1);
    return (fraction < 0 || Object.is(fraction, -0) ? "-" : "") + digits + "%";
  }

  const rows = all ? [...all.tBodies[0].rows].map(row => {
    const texts = [...row.cells].map(cell => cell.textContent);
    const change = numberOf(row.cells[at("change")]);
    const facts = { direction: change > 0 ? "regression" : "improvement" };
    for (const name of names) facts[name] = texts[at(name)];
    const words = texts.slice(0, at("category")).join(" ").toLowerCase();
    return { row, change, facts, words };
  }) : [];

  const shown = () => {
    const order = new Map([...all.tBodies[0].rows].map((row, index) => [row, index]));
    return rows.filter(entry => !entry.row.hidden)
      .sort((a, b) => order.get(a.row) - order.get(b.row));
  };

  function summaryRow(label, changes) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = label;
    row.append(head);
    // Changes from zero are infinite: counted, but not in mean and range.
    const ascending = changes.filter(Number.isFinite).sort((a, b) => a - b);
    const last = ascending.length - 1;
    const mean = ascending.reduce((sum, change) => sum + change, 0) / ascending.length;
    const figures = last < 0 ? ["-", "-"]
      : [percent(mean), `[${percent(ascending[0])}, ${percent(ascending[last])}]`];
    figures.push(String(changes.length));
    for (const figure of figures) {
      const cell = document.createElement("td");
      cell.className = "n";
      cell.textContent = figure;
      row.append(cell);
    }
    return row;
  }

  function summarise(entries) {
    const of = (category, regression) => entries
      .filter(entry => entry.facts.category === category
        && (regression === undefined || entry.change > 0 === regression))
      .map(entry => entry.change);
    const table = document.createElement("table");
    table.className = "summary";
    const caption = table.createCaption();
    caption.textContent = entries.length === rows.length
      ? `Summary of all ${rows.length}` : `Summary of the ${entries.length} of ${rows.length} shown`;
    const head = table.createTHead().insertRow();
    for (const name of ["", "mean", "range", "count"]) {
      const cell = document.createElement(name ? "th" : "td");
      if (name) cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    table.createTBody().append(
      summaryRow("▲ Regressions (primary)", of("primary", true)),
      summaryRow("▲ Regressions (secondary)", of("secondary", true)),
      summaryRow("▼ Improvements (primary)", of("primary", false)),
      summaryRow("▼ Improvements (secondary)", of("secondary", false)),
      summaryRow("▲▼ All (primary)", of("primary")));
    live.replaceChildren(table);
  }

  function applyFilter() {
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(word => word);
    for (const entry of rows) {
      entry.row.hidden = !(words.every(word => entry.words.includes(word))
        && fields.every(name =>
          !form.elements[name].value || form.elements[name].value === entry.facts[name]));
    }
    summarise(rows.filter(entry => !entry.row.hidden));
  }

  /** Keeps filter and order in the address, so that the view can be sent to somebody. */
  function remember() {
    const state = new URLSearchParams();
    for (const name of ["q", ...fields]) {
      if (form.elements[name].value) state.set(name, form.elements[name].value);
    }
    const sorted = heads(all).findIndex(head => head.getAttribute("aria-sort") !== "none");
    if (sorted >= 0) {
      const descending = heads(all)[sorted].getAttribute("aria-sort") === "descending";
      state.set("sort", (descending ? "-" : "") + names[sorted]);
    }
    const text = state.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  }

  /** Shows what the address says: a view of the table, or an entry. */
  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      const target = hash && document.getElementById(hash);
      if (target && target.tagName === "DETAILS") {
        target.open = true;
        target.scrollIntoView();
      }
    }
    if (!form) return;
    const state = new URLSearchParams(hash.includes("=") ? hash : "");
    for (const name of ["q", ...fields]) {
      form.elements[name].value = state.get(name) || "";
    }
    const order = state.get("sort") || "";
    const column = at(order.replace(/^-/, ""));
    if (column >= 0) sort(all, column, order.startsWith("-"));
    applyFilter();
    if (hash.includes("=")) document.getElementById("cases").scrollIntoView();
  }

  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (denied) {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const copied = document.execCommand("copy");
      area.remove();
      if (!copied) throw denied;
    }
  }

  const plain = text => text.replace(/[\\`*_[\]<>|~&#]/g, "\\$&");

  function markdown(entries) {
    const line = cells => `| ${cells.join(" | ")} |\n`;
    return line(names) + line(names.map(() => "---"))
      + entries.map(entry => line(names.map(name => plain(entry.facts[name])))).join("");
  }

  function csv(entries) {
    const quote = text => /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    const exact = (entry, name) => {
      const cell = entry.row.cells[at(name)];
      return cell.dataset.v !== undefined ? cell.dataset.v : cell.textContent.replace(/x$/, "");
    };
    const columns = [...names];
    columns.splice(at("change"), 0, "direction");
    // No spreadsheet takes a name for a formula; a number may well begin with a minus.
    const numbers = ["change", "factor", "before", "after"];
    const safe = (name, text) =>
      !numbers.includes(name) && /^('|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/.test(text) ? `'${text}` : text;
    return [columns, ...entries.map(entry => columns.map(name =>
      name === "direction" ? entry.facts.direction : safe(name, exact(entry, name))))]
      .map(cells => cells.map(quote).join(",") + "\r\n").join("");
  }

  if (form) {
    form.hidden = false;
    live.hidden = false;
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("input", () => { applyFilter(); remember(); });
    form.addEventListener("reset", () => setTimeout(() => { applyFilter(); remember(); }));
    document.getElementById("copy").addEventListener("click", async () => {
      const entries = shown();
      try {
        await copyText(markdown(entries));
        status.textContent = `${entries.length} rows copied`;
      } catch (denied) {
        status.textContent = "The browser does not let this page copy";
      }
    });
    document.getElementById("csv").addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv(shown())], { type: "text/csv;charset=utf-8" }));
      link.download = document.title.replace(/[^A-Za-z0-9.-]+/g, "-") + ".csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      status.textContent = `${link.download} downloaded`;
    });
  }

  const entries = [...document.querySelectorAll("details.entry")];
  if (entries.length > 0) {
    const buttons = document.createElement("p");
    buttons.className = "buttons";
    for (const [label, open] of [["Unfold all", true], ["Fold all", false]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => entries.forEach(entry => { entry.open = open; }));
      buttons.append(button);
    }
    const judged = [...document.querySelectorAll("details.entry table.cases")]
      .map(table => ({ table, column: heads(table).findIndex(head => head.textContent === "verdict") }))
      .filter(entry => entry.column >= 0)
      .flatMap(({ table, column }) => [...table.tBodies[0].rows]
        .map(row => ({ row, word: row.cells[column].textContent.split(" ")[0] })));
    if (judged.length > 0) {
      const label = document.createElement("label");
      label.className = "inline";
      const select = document.createElement("select");
      select.name = "verdict";
      for (const word of ["", ...new Set(judged.map(entry => entry.word).sort())]) {
        const option = document.createElement("option");
        option.value = word;
        option.textContent = word || "all";
        select.append(option);
      }
      select.addEventListener("input", () => judged.forEach(entry => {
        entry.row.hidden = select.value !== "" && entry.word !== select.value;
      }));
      label.append("Verdict of the test cases below ", select);
      buttons.append(label);
    }
    entries[0].closest("section").before(buttons);
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = entries.filter(entry => !entry.open);
    folded.forEach(entry => { entry.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach(entry => { entry.open = false; }));
  addEventListener("hashchange", recall);
  recall();
})();
