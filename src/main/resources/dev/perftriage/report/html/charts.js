/** The charts choose what the table shows, and show what it has chosen. */

const CASE_CHARTS = ["largest-changes", "rank-curve", "heat-map", "change-against-significance", "history"];

/** The test cases that a mark's tooltip names, several separated by semicolons, or counts by rank. */
function casesOfMark(mark, byCaseName, ranked) {
  const title = mark.querySelector("title")?.textContent ?? "";
  const ranks = /^ranks (\d+) to (\d+): /.exec(title);
  if (ranks) return ranked.slice(ranks[1] - 1, ranks[2]);
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
  const ranked = rowsOf(views[0]).filter(row => Number.isFinite(row.change))
    .sort((a, b) => a.change - b.change).map(row => row.c);
  markCases = CASE_CHARTS.map(id => document.getElementById(id)).filter(figure => figure).map(figure => ({
    figure,
    marks: [...figure.querySelectorAll(".mark")].map(mark => ({ mark, cases: casesOfMark(mark, byCaseName, ranked) }))
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
  const isChoosing = shown.length < current.rows.filter(row => state.all || row.relevant).length || current.view.kind === "merge";
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
  const chosen = new Set(cases);
  if (!rowsOf(views[0]).some(row => row.relevant && chosen.has(row.c))) state.all = true;
  showState();
  remember(true);
}

/** Chooses the rows between the extremes of some test cases by some columns; the same ones again choose all. */
function chooseRanges(cases, names) {
  const chosen = new Set(cases);
  const rows = rowsOf(views[0]).filter(row => chosen.has(row.c));
  if (rows.length === 0) return;
  const ranges = names.map(name => [name, rows.map(row => row[name]).filter(Number.isFinite)])
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, [Math.floor(Math.min(...values) * 1e6) / 1e6, Math.ceil(Math.max(...values) * 1e6) / 1e6]]);
  const same = ranges.every(([name, ends]) => String(state.ranges.get(name)) === String(ends));
  for (const [name, ends] of ranges) {
    if (same) state.ranges.delete(name);
    else state.ranges.set(name, ends);
  }
  state.view = firstView;
  if (rows.some(row => !row.relevant)) state.all = true;
  showState();
  remember(true);
}

/** Which columns the axes of a chart are: across, and upward if that is one, too. */
const BRUSHES = { "change-against-significance": ["change", "factor"], "rank-curve": ["change"] };

/** Draws a box in a chart while the pointer is down; its marks are chosen when it is released. */
function makeBrush(svg) {
  const figure = svg.closest("figure");
  const names = BRUSHES[figure.id];
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
      if (!svg.contains(mark)) return false;
      const at = mark.getBoundingClientRect();
      const x = (at.left + at.right) / 2;
      const y = (at.top + at.bottom) / 2;
      return x >= left && x <= right && (names.length === 1 || (y >= top && y <= bottom));
    }).flatMap(({ cases }) => cases);
    chooseRanges(within, names);
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
      if (!found) return;
      if (id === "rank-curve") chooseRanges(found.cases, BRUSHES[id]);
      else chooseCases(found.cases);
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
  for (const id of Object.keys(BRUSHES)) {
    document.querySelectorAll(`#${id} svg`).forEach(makeBrush);
  }
}
