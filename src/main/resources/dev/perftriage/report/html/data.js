/** The page's test cases: columns of names, tables of changes, histories. */

const data = JSON.parse(document.getElementById("data").textContent);
const columns = data.cases;
const caseCount = columns[0].at.length;
const [defaultBackend, defaultTarget] = data.defaults;
const word = (column, c) => column.words[column.at[c]];
const byName = new Map(columns.map(column => [column.name, column]));
const valueOf = (name, c) => word(byName.get(name), c);

/** Columns that are the site's fields but have no meaning to this page. */
const KNOWN = ["benchmark", "profile", "scenario", "backend", "target", "category", "artifact"];
const furtherColumns = columns.filter(column => !KNOWN.includes(column.name));

/** A test case in words, as everywhere in this program's output. */
function caseName(c) {
  const parts = [valueOf("benchmark", c), valueOf("profile", c), valueOf("scenario", c)];
  if (valueOf("backend", c) !== defaultBackend) parts.push(valueOf("backend", c));
  if (valueOf("target", c) !== defaultTarget) parts.push(valueOf("target", c));
  for (const column of furtherColumns) {
    if (word(column, c)) parts.push(`${column.name}=${word(column, c)}`);
  }
  return parts.filter(part => part).join(" ");
}

const namesCache = [];
const nameOf = c => namesCache[c] ??= caseName(c);
const searchCache = [];
const searchText = c => searchCache[c] ??=
  columns.slice(0, -2).map(column => word(column, c)).join(" ").toLowerCase();

/** Makes the texts that are searched while nothing else is to do, some at a time. */
function prepareSearch(next = 0) {
  const end = Math.min(next + 500, caseCount);
  for (let c = next; c < end; c++) searchText(c);
  if (end < caseCount) setTimeout(prepareSearch, 0, end);
}

const historyCache = [];

/** A test case's values at each of the merges; NaN where it was not measured. */
function historyOf(c) {
  return historyCache[c] ??= decodeHistory(data.histories ? data.histories[c] : "");
}

function decodeHistory(text) {
  if (!text) return [];
  const whole = text[0] !== "=";
  let base = NaN;
  return (whole ? text : text.slice(1)).split(",").map(part => {
    if (part === "") return NaN;
    const number = Number(part);
    if (!whole) return number;
    if (Number.isNaN(base)) {
      base = number;
      return number;
    }
    return base + number;
  });
}

/** A character of a threshold as a digit to base 91: some characters are none. */
function digitAt(text, at) {
  const code = text.charCodeAt(at);
  return code - 33 - (code > 34) - (code > 60) - (code > 92);
}

/** A test case's threshold at a merge, as ThresholdText writes it: NaN if the site sent none, undefined without a comparison. */
function thresholdAt(view, c) {
  const text = data.thresholds[view.id];
  if (!text) return undefined;
  const code = (digitAt(text, 3 * c) * 91 + digitAt(text, 3 * c + 1)) * 91 + digitAt(text, 3 * c + 2);
  if (code < 4) return [undefined, NaN, 0, Infinity][code];
  return Number(`${1000 + (code - 4) % 9000}e${Math.floor((code - 4) / 9000) - 44}`);
}

function changeOf(before, after) {
  return before === 0 && after !== 0 ? Infinity : (after - before) / before;
}

function makeRow(view, c, before, after, threshold, factor) {
  const change = changeOf(before, after);
  return {
    view, c, before, after, threshold, change,
    factor: change === Infinity ? Infinity : factor ?? Math.abs(change) / threshold,
    relevant: true, isCompared: true, verdict: "", reason: "",
  };
}

const views = data.views;

/** Whose test cases a table has: those of the whole range, of one merge or of all merges. */
const scopeOf = view => view.kind.startsWith("merge") ? view.id.split(".")[0] : "range";

/** Its tab: the metric, and whether its test cases are runtime benchmarks. */
const tabOf = view => view.kind === "runtime" ? view.title : view.metric;
const viewOf = id => views.find(view => view.id === id);

function decodeRows(view) {
  const from = c => historyOf(c)[view.from] ?? NaN;
  const to = c => historyOf(c)[view.to] ?? NaN;
  const rows = view.case.map((c, i) => {
    const row = makeRow(view, c, view.before ? view.before[i] : from(c),
      view.after ? view.after[i] : to(c), view.threshold[i] ?? NaN,
      view.factor ? view.factor[i] ?? NaN : undefined);
    if (view.relevant) row.relevant = view.relevant[i] === "1";
    if (view.verdict) {
      row.verdict = data.verdicts[view.verdict[i]];
      row.reason = data.reasons[view.reason[i]];
    }
    return row;
  });
  if (view.kind !== "merge" || view.from < 0 || view.to < 0) return rows;
  // What did not change relevantly at a merge has its values from the histories, and its threshold apart.
  const listed = new Set(view.case);
  for (let c = 0; c < caseCount; c++) {
    if (listed.has(c) || !(from(c) > 0) || Number.isNaN(to(c))) continue;
    const threshold = thresholdAt(view, c);
    if (threshold === undefined && data.byOutcome) continue;
    const row = makeRow(view, c, from(c), to(c), threshold ?? NaN);
    row.relevant = false;
    row.isCompared = threshold !== undefined;
    rows.push(row);
  }
  return rows.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

const rowsCache = new Map();

/** The rows of a table, largest change first. */
function rowsOf(view) {
  if (!rowsCache.has(view)) {
    rowsCache.set(view, view.kind === "merges"
      ? views.filter(each => each.kind === "merge" && each.metric === view.metric).flatMap(each => rowsOf(each).filter(row => row.relevant))
        .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
      : decodeRows(view));
  }
  return rowsCache.get(view);
}

const firstMerge = views.find(view => view.kind === "merge");
if (firstMerge) {
  views.push({ id: "merges", kind: "merges", title: "every listed merge", metric: firstMerge.metric,
    unit: firstMerge.unit, case: [] });
}
