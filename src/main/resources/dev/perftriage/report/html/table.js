/** The table of test cases: filters it, sorts it, and draws the rows in sight. */

const box = document.getElementById("table");
const table = document.getElementById("all");
const body = table.tBodies[0];
const OVERSCAN = 12;
const PRINTED = 40;
const DETAIL_HEIGHT = 380;

const openKey = row => `${row.view.id} ${nameOf(row.c)}`;

/** A filter: its name, the rows' values, and whether it is a column of names, too. */
function filtersOf(rows) {
  const byColumn = columns
    .map(column => ({ name: column.name, value: row => word(column, row.c) }));
  const direction = { name: "direction", value: row => row.change > 0 ? "regression" : row.change < 0 ? "improvement" : "" };
  const verdict = { name: "verdict", value: row => row.verdict.split(" ")[0] };
  const merge = { name: "merge", value: row => row.view.kind === "merge" ? row.view.title.split(" ")[0] : "" };
  return [...byColumn, direction, verdict, merge]
    .map(filter => ({ ...filter, values: [...new Set(rows.map(filter.value))].sort() }));
}

let current = { view: null, rows: [], filters: [], heads: [] };
let shown = [];
let drawn = new Map();
let heights = new Map();
let isPrinting = false;

function currentView() {
  return viewOf(state.view);
}

/** Tables that were shown before, with what was found out for them. */
const prepared = new Map();

/** Prepares the table of another view. */
function show(view) {
  const key = `${view.id} ${state.all} ${state.raw}`;
  current = prepared.get(key);
  if (!current) {
    const rows = rowsOf(view);
    const filters = filtersOf(rows.filter(row => state.all || row.relevant));
    current = { view, rows, filters, heads: headsOf(view, filters, rows), fit: null };
    current.sizer = sizerOf(current);
    prepared.set(key, current);
  }
  const { filters } = current;
  document.getElementById("constants").textContent = constantsText(filters);
  drawHead();
}

const NOT_COLUMNS = ["benchmark", "artifact", "direction", "verdict", "merge", "category"];

function constantsText(filters) {
  const same = filters.filter(filter => filter.values.length === 1 && filter.values[0]
    && !["direction", "verdict", "merge", ...(current.view.kind === "runtime" ? ["backend"] : [])].includes(filter.name));
  return same.length === 0 ? "" : `All: ${same.map(filter => `${filter.name} ${filter.values[0]}`).join(", ")}.`;
}

function headsOf(view, filters, rows) {
  const varies = name => filters.some(filter => filter.name === name && filter.values.length > 1);
  const value = name => filters.find(filter => filter.name === name).value;
  const numbers = (name, key, className, text, title) =>
    ({ name, number: row => row[key], className: `n ${className}`, text, title });
  const heads = [
    { name: "benchmark", className: "name", text: row => valueOf("benchmark", row.c), title: "The crate that is compiled" },
    numbers("change", "change", "change", row => signedChange(row.change), "Relative to the value before"),
  ];
  if (varies("merge")) heads.push({ name: "merge", className: "key", text: value("merge"), title: "The merge that was compared with the one before it" });
  for (const filter of filters) {
    if (!NOT_COLUMNS.includes(filter.name) && filter.values.length > 1) {
      heads.push({ name: filter.name, className: "key", text: filter.value, title: `The ${filter.name} of the test case` });
    }
  }
  if (varies("category")) heads.push({ name: "category", className: "p2", text: value("category"), title: "Primary benchmarks count more" });
  if (rows.some(row => row.verdict)) heads.push({ name: "verdict", className: "p3", text: row => row.verdict, title: "What became of the change at later merges" });
  heads.push(
    numbers("factor", "factor", "factor", row => factorText(row.factor), "The change as a multiple of its threshold"),
    numbers("threshold", "threshold", "p2", row => percent(row.threshold, 2), "The smallest change that is significant for this test case"),
    numbers("before", "before", "p1", row => valueText(row.before, view.unit ?? "", state.raw), "The value at the earlier commit"),
    numbers("after", "after", "p1", row => valueText(row.after, view.unit ?? "", state.raw), "The value at the later commit"));
  return heads;
}

function drawHead() {
  const row = element("tr");
  const sorted = state.sort.replace(/^-/, "");
  for (const head of current.heads) {
    const cell = element("th", undefined, head.className);
    cell.scope = "col";
    const button = element("button", head.name);
    button.type = "button";
    button.title = head.title;
    button.addEventListener("click", () => {
      const down = state.sort === "-" + head.name;
      const up = state.sort === head.name;
      state.sort = (up || (!down && head.number) ? "-" : "") + head.name;
      drawHead();
      applyFilter();
      remember(true);
      table.tHead.querySelectorAll("button")[current.heads.indexOf(head)].focus();
    });
    cell.append(button);
    cell.setAttribute("aria-sort", head.name !== sorted ? "none" : state.sort.startsWith("-") ? "descending" : "ascending");
    row.append(cell);
  }
  table.tHead.replaceChildren(row);
  isFitted = false;
}

function selectedRows() {
  const words = state.q.toLowerCase().split(/\s+/).filter(part => part);
  const picks = current.filters.filter(filter => state.picks.has(filter.name) && filter.values.length > 1)
    .map(filter => [filter.value, state.picks.get(filter.name)]);
  const ranges = [...state.ranges];
  return current.rows.filter(row => (state.all || row.relevant)
    && picks.every(([value, chosen]) => chosen.has(value(row)))
    && ranges.every(([name, [least, most]]) => row[name] >= least && row[name] <= most)
    && words.every(part => searchText(row.c).includes(part)));
}

function sortRows(rows) {
  const head = current.heads.find(each => each.name === state.sort.replace(/^-/, ""));
  if (!head) return rows;
  const sign = state.sort.startsWith("-") ? -1 : 1;
  const key = head.number || head.text;
  return rows.map((row, index) => ({ row, index, key: key(row) }))
    .sort((a, b) => Number.isNaN(a.key) - Number.isNaN(b.key)
      || (a.key < b.key ? -sign : a.key > b.key ? sign : a.index - b.index))
    .map(entry => entry.row);
}

/** Chooses and orders the rows; then draws those in sight. */
function applyFilter() {
  // Read before anything is written: the browser would lay out a table without rows.
  const scrollTop = box.scrollTop;
  shown = sortRows(selectedRows());
  const heading = document.getElementById("cases");
  const all = current.rows.filter(row => state.all || row.relevant).length;
  const count = shown.length === all ? `${all}` : `${shown.length} of ${all}`;
  heading.replaceChildren("Test cases ", element("span", count, "count"));
  // The contents stay in sight, wherever the choice was made.
  document.querySelector('#contents a[href="#cases"]').textContent = `Test cases ${count}`;
  document.getElementById("live").replaceChildren(summaryTable(shown, current.rows));
  const none = document.getElementById("none");
  none.textContent = shown.length > 0 ? "" : all > 0 ? "No test case matches the filters." : "No test case changed relevantly.";
  none.hidden = shown.length > 0;
  table.setAttribute("aria-rowcount", shown.length + 1);
  if (body.rows[0] !== current.sizer) {
    drawn = new Map();
    const columnCount = current.heads.length;
    body.replaceChildren(current.sizer, gap(columnCount), gap(columnCount));
  }
  if (isFitted) {
    draw(scrollTop, 0);
  } else {
    fitColumns();
    draw(box.scrollTop, 0);
  }
  afterFrame(drawSoon);
  showInChartsSoon();
}

/** Whether columns have the widths of their longest texts. */
let isFitted = false;
/** The height of a row, and the greatest height of the table, in pixels. */
let rowHeight = 0;
let sight = 0;

/** Measures the columns once, so that the browser need not measure all cells for each choice. */
function fitColumns() {
  isFitted = true;
  const parts = [table, ...table.tHead.rows[0].cells];
  const screen = `${innerWidth} ${innerHeight}`;
  if (current.fit?.screen !== screen) {
    table.classList.remove("fitted");
    for (const part of parts) part.style.width = "";
    rowHeight = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row"));
    sight = Number.parseFloat(getComputedStyle(box).maxHeight) || box.clientHeight;
    // On a phone, a row is a card.
    const isTable = getComputedStyle(table).display === "table";
    current.fit = { screen, widths: isTable ? parts.map(part => part.getBoundingClientRect().width) : [] };
  }
  const { widths } = current.fit;
  parts.forEach((part, index) => {
    if (widths[index] > 0) part.style.width = `${widths[index]}px`;
  });
  table.classList.toggle("fitted", widths.length > 0);
}

/** How many rows tell how wide numbers are: the largest changes come first. */
const MEASURED = 300;

/** An unseen row with the longest texts, so that columns keep their width while rows come and go. */
function sizerOf({ heads, rows }) {
  const sizer = element("tr", undefined, "sizer");
  sizer.setAttribute("aria-hidden", "true");
  for (const head of heads) {
    let longest = "";
    for (const row of head.number ? rows.slice(0, MEASURED) : rows) {
      const text = head.text(row);
      if (text.length > longest.length) longest = text;
    }
    sizer.append(element("td", (head.name === "benchmark" ? "▸ " : "") + longest, head.className));
  }
  return sizer;
}

function gap(columnCount) {
  const row = element("tr", undefined, "gap");
  row.setAttribute("aria-hidden", "true");
  const cell = element("td");
  cell.colSpan = columnCount;
  row.append(cell);
  return row;
}

const detailHeight = row => state.open.has(openKey(row)) ? heights.get(openKey(row)) ?? DETAIL_HEIGHT : 0;

/**
 * Draws the rows in sight and some beyond, keeping those that stay, and gaps as high as all others.
 */
function draw(scrollTop = box.scrollTop, beyond = OVERSCAN) {
  const height = rowHeight;
  const opened = state.open.size === 0 ? [] : shown.flatMap((row, index) => state.open.has(openKey(row)) ? [[index, detailHeight(row)]] : []);
  const top = index => index * height + opened.reduce((sum, [at, more]) => at < index ? sum + more : sum, 0);
  const at = offset => {
    let low = 0;
    let high = shown.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (top(middle + 1) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  // The box is no higher than its rows, and these are yet to be drawn.
  const from = Math.min(scrollTop, Math.max(0, top(shown.length) - sight));
  const first = isPrinting ? 0 : Math.max(0, at(from) - beyond);
  const last = isPrinting ? Math.min(shown.length, PRINTED)
    : Math.min(shown.length, at(from + sight) + 1 + beyond);
  const wanted = new Set(shown.slice(first, last));
  for (const [row, parts] of drawn) {
    if (!wanted.has(row) || parts.length > 1 !== state.open.has(openKey(row))) {
      parts.forEach(part => part.remove());
      drawn.delete(row);
    }
  }
  let next = body.rows[1].nextSibling;
  let index = first;
  for (const row of wanted) {
    if (!drawn.has(row)) drawn.set(row, rowParts(row, index));
    drawn.get(row)[0].setAttribute("aria-rowindex", index + 2);
    for (const part of drawn.get(row)) {
      if (next === part) next = next.nextSibling;
      else body.insertBefore(part, next);
    }
    index++;
  }
  const gapCells = body.querySelectorAll("tr.gap > td");
  gapCells[0].style.height = isPrinting ? 0 : `${top(first)}px`;
  gapCells[1].style.height = isPrinting ? 0 : `${top(shown.length) - top(last)}px`;
  for (const [row, parts] of drawn) {
    if (parts.length > 1) heights.set(openKey(row), parts[1].offsetHeight);
  }
}

/** A row, and the row of its details if it is open. */
function rowParts(row, index) {
  const made = element("tr", undefined, row.relevant ? "case" : "case quiet");
  made.setAttribute("aria-rowindex", index + 2);
  const isOpen = state.open.has(openKey(row));
  for (const head of current.heads) {
    const cell = element("td", undefined, head.className);
    if (head.name === "benchmark") {
      const button = element("button", head.text(row));
      button.type = "button";
      button.setAttribute("aria-expanded", isOpen);
      cell.append(button);
    } else {
      cell.textContent = head.text(row);
    }
    if (head.name === "change" && row.relevant) cell.classList.add(row.change > 0 ? "regression" : "improvement");
    made.append(cell);
  }
  made.addEventListener("click", () => {
    if (!String(getSelection())) toggle(row);
  });
  return isOpen ? [made, detailRow(row, current.heads.length, box.clientWidth)] : [made];
}

function detailRow(row, columnCount, width) {
  const made = element("tr", undefined, "detail");
  const cell = element("td");
  cell.colSpan = columnCount;
  cell.append(detail(row, Math.max(260, Math.min(760, width - 48))));
  made.append(cell);
  return made;
}

function toggle(row) {
  const key = openKey(row);
  if (!state.open.delete(key)) state.open.add(key);
  const [made] = drawn.get(row);
  drawn.get(row).slice(1).forEach(part => part.remove());
  const isOpen = state.open.has(key);
  made.querySelector("button").setAttribute("aria-expanded", isOpen);
  drawn.set(row, isOpen ? [made, detailRow(row, current.heads.length, box.clientWidth)] : [made]);
  if (isOpen) made.after(drawn.get(row)[1]);
  draw();
  showEntryRows();
  remember(true);
}

let isWaiting = false;
function drawSoon() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    draw();
  });
}
box.addEventListener("scroll", drawSoon, { passive: true });
addEventListener("resize", () => {
  fitColumns();
  drawSoon();
});
