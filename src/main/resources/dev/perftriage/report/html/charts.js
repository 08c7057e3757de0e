/** The charts choose what the table shows, and show what it has chosen. */

const CASE_CHARTS = ["largest-changes", "heat-map", "change-against-significance", "history"];

/** The test cases that a mark's tooltip names, several separated by semicolons. */
function casesOfMark(mark, byCaseName) {
  const title = mark.querySelector("title")?.textContent ?? "";
  return title.split("; ").flatMap(part => {
    for (const end of part.matchAll(/ \(|: /g)) {
      const c = byCaseName.get(part.slice(0, end.index));
      if (c !== undefined) return [c];
    }
    return [];
  });
}

let markCases = null;

/** The marks of all charts of test cases; read once, when they are first needed. */
function marksOfCases() {
  if (markCases) return markCases;
  const byCaseName = new Map();
  for (let c = 0; c < caseCount; c++) byCaseName.set(nameOf(c), c);
  markCases = CASE_CHARTS.map(id => document.getElementById(id)).filter(figure => figure).map(figure => ({
    figure,
    marks: [...figure.querySelectorAll(".mark")].map(mark => ({ mark, cases: casesOfMark(mark, byCaseName) }))
      .filter(({ cases }) => cases.length > 0),
  }));
  return markCases;
}

const viewOfMark = mark => {
  const name = (mark.querySelector("title")?.textContent ?? "").split(/[ ,]/)[0];
  return views.find(view => view.kind === "merge" && view.title.split(" ")[0] === name);
};

/** Fades the marks of what is not shown. */
function showInCharts() {
  const isChoosing = shown.length < current.rows.filter(row => row.relevant).length || current.view.kind === "merge";
  const chosen = new Set(shown.map(row => row.c));
  if (isChoosing || markCases) {
    for (const { figure, marks } of marksOfCases()) {
      figure.classList.toggle("choosing", isChoosing);
      for (const { mark, cases } of marks) mark.classList.toggle("chosen", cases.some(c => chosen.has(c)));
    }
  }
  const timeline = document.getElementById("timeline");
  if (!timeline) return;
  timeline.classList.toggle("choosing", current.view.kind === "merge");
  for (const mark of timeline.querySelectorAll(".mark")) {
    mark.classList.toggle("chosen", viewOfMark(mark)?.id === scopeOf(current.view));
  }
}

let chartTimer = 0;
function showInChartsSoon() {
  clearTimeout(chartTimer);
  chartTimer = setTimeout(showInCharts, 50);
}

/** Chooses exactly the test cases of a mark; a second click chooses all again. */
function chooseCases(cases) {
  const picks = new Map(["benchmark", "profile", "scenario"]
    .map(name => [name, new Set(cases.map(c => valueOf(name, c)))]));
  const same = [...picks].every(([name, values]) =>
    [...(state.picks.get(name) ?? [])].join("\n") === [...values].join("\n"));
  for (const [name, values] of picks) {
    if (same) state.picks.delete(name);
    else state.picks.set(name, values);
  }
  showState();
  remember(true);
}

/** Chooses the rows between the extremes of some rows. */
function chooseRanges(rows) {
  for (const name of ["change", "factor"]) {
    const values = rows.map(row => row[name]).filter(Number.isFinite);
    if (values.length > 0) {
      state.ranges.set(name, [Math.floor(Math.min(...values) * 1e6) / 1e6, Math.ceil(Math.max(...values) * 1e6) / 1e6]);
    }
  }
  showState();
  remember(true);
}

/** Draws a box in a chart while the pointer is down; its marks are chosen when it is released. */
function makeBrush(figure) {
  const svg = figure.querySelector("svg");
  let start = null;
  let area = null;
  const box = event => ({
    left: Math.min(start.x, event.clientX), right: Math.max(start.x, event.clientX),
    top: Math.min(start.y, event.clientY), bottom: Math.max(start.y, event.clientY),
  });
  svg.addEventListener("pointerdown", event => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    start = { x: event.clientX, y: event.clientY };
  });
  svg.addEventListener("pointermove", event => {
    if (!start) return;
    const frame = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / frame.width;
    const { left, right, top, bottom } = box(event);
    area?.remove();
    area = svgElement("rect", { class: "brush", x: (left - frame.left) * scale, y: (top - frame.top) * scale,
      width: (right - left) * scale, height: (bottom - top) * scale });
    svg.append(area);
  });
  addEventListener("pointerup", event => {
    if (!start) return;
    const { left, right, top, bottom } = box(event);
    start = null;
    area?.remove();
    if (right - left < 4 && bottom - top < 4) return;
    const within = marksOfCases().find(each => each.figure === figure).marks.filter(({ mark }) => {
      const at = mark.getBoundingClientRect();
      const x = (at.left + at.right) / 2;
      const y = (at.top + at.bottom) / 2;
      return x >= left && x <= right && y >= top && y <= bottom;
    }).flatMap(({ cases }) => cases);
    const chosen = new Set(within);
    const rows = rowsOf(views[0]).filter(row => chosen.has(row.c));
    if (rows.length === 0) return;
    state.view = firstView;
    chooseRanges(rows);
    justBrushed = true;
    setTimeout(() => { justBrushed = false; });
  });
}

let justBrushed = false;

function makeCharts() {
  for (const id of CASE_CHARTS) {
    const figure = document.getElementById(id);
    figure?.addEventListener("click", event => {
      const mark = event.target.closest(".mark");
      const found = mark && !justBrushed && marksOfCases().find(each => each.figure === figure).marks.find(each => each.mark === mark);
      if (found) chooseCases(found.cases);
    });
  }
  document.getElementById("timeline")?.addEventListener("click", event => {
    const mark = event.target.closest(".mark");
    const view = mark && viewOfMark(mark);
    if (!view) return;
    const entry = document.getElementById(view.id);
    if (entry) unfold(entry, true);
    chooseBy(scopeOf(current.view) === view.id ? "range" : view.id, tabOf(current.view));
  });
  const scatter = document.getElementById("change-against-significance");
  if (scatter?.querySelector("svg")) makeBrush(scatter);
}
