/** What is known of one test case: its history, verdict and links. */

const SVG = "http://www.w3.org/2000/svg";

function svgElement(name, attributes, title) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (title !== undefined) {
    const text = document.createElementNS(SVG, "title");
    text.textContent = title;
    made.append(text);
  }
  return made;
}

const PLOT_HEIGHT = 170;
const PLOT_LEFT = 64;
const PLOT_BOTTOM = 22;

/**
 * The values through all merges, the threshold around the value before, and the change. What is compared with a merge
 * but is none, such as a try build, stands beside them.
 */
function historyPlot(row, width) {
  const values = historyOf(row.c);
  const isBeside = row.view.from >= 0 && row.view.to < 0 && Number.isFinite(row.after);
  const measured = values.filter(value => !Number.isNaN(value));
  const drawn = isBeside ? [...measured, row.after] : measured;
  const low = row.before * (1 - row.threshold);
  const high = row.before * (1 + row.threshold);
  const hasBand = Number.isFinite(low) && Number.isFinite(high);
  const least = Math.min(...drawn, hasBand ? low : Infinity);
  const most = Math.max(...drawn, hasBand ? high : -Infinity);
  const range = most - least || Math.abs(most) || 1;
  const x = merge => PLOT_LEFT + (merge + 0.5) * (width - PLOT_LEFT - 8) / (values.length + (isBeside ? 2 : 0));
  const y = value => 8 + (most - value) / range * (PLOT_HEIGHT - PLOT_BOTTOM - 16);
  const unit = row.view.unit;
  const plot = svgElement("svg", { class: "plot", width, height: PLOT_HEIGHT, role: "img",
    viewBox: `0 0 ${width} ${PLOT_HEIGHT}`,
    "aria-label": `Values of ${nameOf(row.c)} at ${measured.length} of ${values.length} merges` });
  if (hasBand) {
    plot.append(svgElement("rect", { class: "band", x: PLOT_LEFT, width: width - PLOT_LEFT - 8,
      y: y(high), height: Math.max(1, y(low) - y(high)) },
      `Within the threshold of ${percent(row.threshold, 2)} of the value before`));
  }
  for (const place of [row.view.from, row.view.to]) {
    if (place >= 0) plot.append(svgElement("path", { class: "here", d: `M${x(place)} 4V${PLOT_HEIGHT - PLOT_BOTTOM}` }));
  }
  let path = "";
  values.forEach((value, merge) => {
    if (!Number.isNaN(value)) path += (path ? "L" : "M") + x(merge).toFixed(1) + " " + y(value).toFixed(1);
  });
  plot.append(svgElement("path", { class: "line", d: path }));
  const point = (name, value, place, here) => {
    const direction = row.change > 0 ? "worse" : "better";
    plot.append(svgElement("circle", { class: here && row.relevant ? direction : "point",
      cx: x(place).toFixed(1), cy: y(value).toFixed(1), r: here ? 4.5 : 2 }, `${name}: ${valueText(value, unit, true)}`));
  };
  values.forEach((value, merge) => {
    if (!Number.isNaN(value)) point(data.merges[merge], value, merge, merge === row.view.to);
  });
  if (isBeside) point("after", row.after, values.length + 1, true);
  const label = (text, at, bottom, anchor) => {
    const made = svgElement("text", { x: at, y: bottom, "text-anchor": anchor });
    made.textContent = text;
    plot.append(made);
  };
  label(valueText(most, unit, false), PLOT_LEFT - 6, 14, "end");
  label(valueText(least, unit, false), PLOT_LEFT - 6, PLOT_HEIGHT - PLOT_BOTTOM - 4, "end");
  label(data.merges[0], PLOT_LEFT, PLOT_HEIGHT - 6, "start");
  label(data.merges[data.merges.length - 1], isBeside ? x(values.length) : width - 8, PLOT_HEIGHT - 6, "end");
  if (isBeside) label("after", width - 8, PLOT_HEIGHT - 6, "end");
  return plot;
}

function link(text, address) {
  const made = element("a", text);
  made.href = address;
  return made;
}

/** The site's pages for a test case. */
function siteLinks(row) {
  const part = (name, value) => `&${name}=${encodeURIComponent(value)}`;
  const { c, view } = row;
  let variant = "";
  if (valueOf("backend", c) !== defaultBackend) variant += part("backend", valueOf("backend", c));
  if (valueOf("target", c) !== defaultTarget) variant += part("target", valueOf("target", c));
  const further = furtherColumns.filter(column => word(column, c))
    .map(column => part(encodeURIComponent(column.name), word(column, c))).join("");
  const links = element("p", undefined, "links");
  if (view.kind !== "runtime") {
    links.append(
      link("Graph", view.graph + part("benchmark", valueOf("benchmark", c)) + part("profile", valueOf("profile", c))
        + part("scenario", valueOf("scenario", c)) + variant + further), " ",
      link("Queries", view.queries + part("benchmark", `${valueOf("benchmark", c)}-${valueOf("profile", c)}`)
        + part("scenario", valueOf("scenario", c)) + variant), " ");
  }
  links.append(link("Comparison", view.comparison));
  return links;
}

/** The relevant changes of a test case at the listed merges; none for a table of one merge. */
function otherChanges(row) {
  if (row.view.kind !== "range") return [];
  return views.filter(view => view.kind === "merge" && view.metric === row.view.metric)
    .flatMap(view => rowsOf(view).filter(other => other.c === row.c && other.relevant));
}

function fact(name, value) {
  const pair = element("div");
  pair.append(element("dt", name), element("dd", value));
  return pair;
}

/** What the self-profiles of a test case say, which its merge has; null if it was not profiled. */
function profileOf(row) {
  const profiles = document.getElementById(scopeOf(row.view))?.querySelectorAll(".profile") ?? [];
  const found = [...profiles].find(each => each.dataset.case === nameOf(row.c));
  if (!found) return null;
  const copy = found.cloneNode(true);
  copy.className = "";
  return copy;
}

/** How large a change is, by its threshold if there is one. */
function sizeText(row) {
  if (!row.isCompared) return ", no threshold: the site's comparison of this merge lacks the test case";
  if (Number.isNaN(row.threshold)) return ", no threshold: the site sent none";
  return `, ${factorText(row.factor)} the threshold of ${percent(row.threshold, 2)}${row.relevant ? "" : ", not relevant"}`;
}

/** Why a test case has no history; empty if there is nothing to say. */
function noHistory(row) {
  if (!data.historyMetric) return data.noHistories;
  return row.view.metric === data.historyMetric && row.view.kind !== "runtime"
    ? "Histories: no merge around has a value of this test case"
    : `Histories: only of compile benchmarks by ${data.historyMetric}`;
}

/** The details of a row. */
function detail(row, width) {
  const made = element("div", undefined, "detail");
  const unit = row.view.unit;
  made.append(element("h3", nameOf(row.c)));
  const facts = element("dl");
  facts.append(
    fact("change", signedChange(row.change) + sizeText(row)),
    fact("values", `${valueText(row.before, unit, true)} to ${valueText(row.after, unit, true)}`));
  const kind = [valueOf("category", row.c), valueOf("artifact", row.c)].filter(text => text).join(", ");
  if (kind) facts.append(fact("benchmark", kind));
  if (row.verdict) facts.append(fact("verdict", `${row.verdict}: ${row.reason}`));
  made.append(facts);
  const sameMetric = row.view.metric === data.historyMetric;
  if (sameMetric && historyOf(row.c).length > 0) made.append(historyPlot(row, width));
  else if (noHistory(row)) made.append(element("p", noHistory(row), "muted"));
  const profile = profileOf(row);
  if (profile) made.append(profile);
  const others = otherChanges(row);
  if (others.length > 0) {
    const list = element("ul");
    for (const other of others) {
      const item = element("li");
      const text = new URLSearchParams({ view: other.view.id, open: openKey(other) });
      item.append(link(other.view.title, "#" + text), ` ${signedChange(other.change)}`
        + (other.verdict ? `, ${other.verdict}: ${other.reason}` : ""));
      list.append(item);
    }
    made.append(list);
  }
  made.append(siteLinks(row));
  return made;
}
