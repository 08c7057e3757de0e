/** The summary of the rows shown, with the figures of the report's own. */

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function summaryRow(label, changes) {
  const row = element("tr");
  const head = element("th");
  head.scope = "row";
  const kind = label.startsWith("▲▼") ? "" : label.startsWith("▲") ? "regression" : "improvement";
  const mark = label.split(" ")[0];
  head.append(element("span", mark, kind), label.slice(mark.length));
  row.append(head);
  // Changes from zero are infinite: counted, but not in mean and range.
  const ascending = changes.filter(Number.isFinite).sort((a, b) => a - b);
  const last = ascending.length - 1;
  const mean = ascending.reduce((sum, change) => sum + change, 0) / ascending.length;
  const figures = last < 0 ? ["-", "-"]
    : [percent(mean), `[${percent(ascending[0])}, ${percent(ascending[last])}]`];
  figures.push(String(changes.length));
  row.append(...figures.map(figure => element("td", figure, "n")));
  return row;
}

/** The table of the relevant ones of the rows shown. */
function summaryTable(shown, all) {
  const relevant = shown.filter(row => row.relevant);
  const most = all.filter(row => row.relevant).length;
  const of = (category, regression) => relevant
    .filter(row => (category === "" || valueOf("category", row.c) === category)
      && (regression === undefined || row.change > 0 === regression))
    .map(row => row.change);
  const table = element("table", undefined, "summary");
  table.createCaption().textContent = relevant.length === most
    ? `Summary of all ${most} relevant` : `Summary of ${relevant.length} of ${most} relevant`;
  const head = table.createTHead().insertRow();
  for (const name of ["", "mean", "range", "count"]) {
    const cell = element(name ? "th" : "td", name);
    if (name) cell.scope = "col";
    head.append(cell);
  }
  const isRuntime = all.length > 0 && all[0].view.kind === "runtime";
  table.createTBody().append(...(isRuntime
    ? [summaryRow("▲ Regressions", of("", true)), summaryRow("▼ Improvements", of("", false)),
      summaryRow("▲▼ All", of(""))]
    : [summaryRow("▲ Regressions (primary)", of("primary", true)),
      summaryRow("▲ Regressions (secondary)", of("secondary", true)),
      summaryRow("▼ Improvements (primary)", of("primary", false)),
      summaryRow("▼ Improvements (secondary)", of("secondary", false)),
      summaryRow("▲▼ All (primary)", of("primary"))]));
  return table;
}
