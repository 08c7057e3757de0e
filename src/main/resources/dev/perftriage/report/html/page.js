/** Ties the parts of the page to its address. */

const form = document.getElementById("filter");
const status = document.getElementById("status");

function makeTabs() {
  const tabs = document.getElementById("views");
  const names = [...new Set(views.map(tabOf))];
  tabs.hidden = names.length < 2;
  for (const name of names) {
    const tab = element("button", name);
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", "table");
    tab.addEventListener("click", () => chooseBy(scopeOf(current.view), name));
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const open = [...tabs.children].filter(each => !each.hidden);
      const next = open[(open.indexOf(tab) + step + open.length) % open.length];
      next.click();
      next.focus();
    });
    tabs.append(tab);
  }
  if (!firstMerge) return;
  const label = element("label", "Of ");
  const select = element("select");
  select.name = "view";
  const scopes = new Map([["range", "the whole range"], ["merges", "every listed merge"]]);
  for (const view of views.filter(each => each.kind === "merge")) scopes.set(scopeOf(view), view.title);
  for (const [scope, title] of scopes) {
    const option = element("option", title);
    option.value = scope;
    select.append(option);
  }
  select.addEventListener("change", () => chooseBy(select.value, tabOf(current.view)));
  label.append(select);
  form.querySelector(".fields").append(label);
}

/** Shows the table of a scope by a metric, or by the first one that it has. */
function chooseBy(scope, tab) {
  const ofScope = views.filter(view => scopeOf(view) === scope);
  choose((ofScope.find(view => tabOf(view) === tab) ?? ofScope[0] ?? views[0]).id);
}

/** Shows another table, with the filters as they are. */
function choose(id) {
  state.view = id;
  showState();
  remember(true);
}

/** A set of check boxes. */
function checks(name, boxes) {
  const set = element("fieldset");
  set.append(element("legend", name));
  for (const { field, value, text, isChecked } of boxes) {
    const label = element("label", undefined, "box");
    const check = element("input");
    check.type = "checkbox";
    check.name = field;
    check.value = value;
    check.checked = isChecked;
    label.append(check, text);
    set.append(label);
  }
  return set;
}

/** The check boxes of each filter that has a choice, and of what was chosen in charts. */
function showChoices() {
  const sets = current.filters.filter(filter => filter.values.length > 1).map(filter => {
    const isChecked = value => Boolean(state.picks.get(filter.name)?.has(value));
    return checks(filter.name, filter.values
      // There are too many benchmarks to list those that are not chosen.
      .filter(value => filter.name !== "benchmark" || isChecked(value))
      .map(value => ({ field: filter.name, value, isChecked: isChecked(value),
        text: value || (filter.name === "direction" ? "no change" : "none") })));
  });
  const ranges = checks("range", [...state.ranges].map(([name, [least, most]]) => ({
    field: "range", value: name, isChecked: true,
    text: name === "change" ? `change from ${percent(least, 2)} to ${percent(most, 2)}`
      : `factor from ${factorText(least)} to ${factorText(most)}`,
  })));
  document.getElementById("choices").replaceChildren(...[...sets, ranges].filter(set => set.elements.length > 0));
}

function showState() {
  const view = currentView();
  const open = new Set(views.filter(each => scopeOf(each) === scopeOf(view)).map(tabOf));
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const isSelected = tab.textContent === tabOf(view);
    tab.setAttribute("aria-selected", isSelected);
    tab.tabIndex = isSelected ? 0 : -1;
    tab.hidden = !open.has(tab.textContent);
  }
  const select = form.querySelector("select[name=view]");
  if (select) select.value = scopeOf(view);
  form.elements.q.value = state.q;
  form.elements.all.checked = state.all;
  form.elements.raw.checked = state.raw;
  show(view);
  showChoices();
  applyFilter();
}

function onInput(event) {
  const field = event.target;
  if (field.name === "view") return;
  if (field.name === "q") state.q = field.value;
  else if (field.name === "all" || field.name === "raw") {
    state[field.name] = field.checked;
  } else if (field.name === "range") {
    state.ranges.delete(field.value);
  } else {
    const chosen = state.picks.get(field.name) || new Set();
    if (field.checked) chosen.add(field.value);
    else chosen.delete(field.value);
    if (chosen.size > 0) state.picks.set(field.name, chosen);
    else state.picks.delete(field.name);
  }
  if (["all", "raw", "range"].includes(field.name)) showState();
  else applyFilter();
  remember(field.name !== "q");
}

function clearFilter() {
  state.q = "";
  state.picks = new Map();
  state.ranges = new Map();
  state.all = Boolean(data.listsAll);
  state.raw = false;
  state.sort = "";
  showState();
  remember(true);
}

/** Shows what the address says; returns the element to scroll to, if it names one. */
function recall() {
  const anchor = readAddress();
  const target = anchor ? document.getElementById(anchor) : null;
  if (target && target.tagName === "DETAILS") state.entries.add(anchor);
  if (views.length > 0) showState();
  showEntries();
  if (target) return target;
  const [entry] = state.entries;
  if (entry) return document.getElementById(entry);
  return stateText() ? document.getElementById("cases") : null;
}

/** Follows a link within the page without losing the filters. */
function onLink(event) {
  const anchor = event.target.closest?.('a[href^="#"]');
  if (!anchor || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const hash = anchor.getAttribute("href").slice(1);
  if (hash.includes("=")) {
    const text = new URLSearchParams(hash);
    state.view = text.get("view");
    if (text.has("open")) state.open.add(text.get("open"));
    choose(state.view);
    revealOpen();
    document.getElementById("cases").scrollIntoView();
    return;
  }
  const target = document.getElementById(decoded(hash));
  if (!target) return;
  if (target.tagName === "DETAILS") {
    unfold(target, true);
    remember(true);
  }
  target.scrollIntoView();
  const focused = target.tagName === "DETAILS" ? target.querySelector("summary") : target;
  if (focused === target) target.tabIndex = -1;
  focused.focus({ preventScroll: true });
}

/** Scrolls the table to the first row with details. */
function revealOpen() {
  const index = shown.findIndex(row => state.open.has(openKey(row)));
  if (index < 0) return;
  box.scrollTop = Math.max(0, index * rowHeight);
  draw();
}

if (views.length > 0) {
  document.getElementById("explorer").hidden = false;
  document.documentElement.classList.add("js");
  makeTabs();
  makeCharts();
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", onInput);
  form.addEventListener("reset", event => {
    event.preventDefault();
    clearFilter();
  });
  document.getElementById("copy").addEventListener("click", async () => {
    try {
      await copyText(markdown(shown));
      status.textContent = `${shown.length} rows copied`;
    } catch (denied) {
      status.textContent = "The browser does not let this page copy";
    }
  });
  document.getElementById("csv").addEventListener("click", () => {
    const file = element("a");
    file.href = URL.createObjectURL(new Blob([csv(shown)], { type: "text/csv;charset=utf-8" }));
    file.download = document.title.replace(/[^A-Za-z0-9.-]+/g, "-") + ".csv";
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 1000);
    status.textContent = `${file.download} downloaded`;
  });
}
makeEntries();
document.addEventListener("click", onLink);
addEventListener("popstate", recall);
addEventListener("pagehide", settle);

addEventListener("beforeprint", () => {
  isPrinting = true;
  entries.forEach(entry => { entry.open = true; });
  if (views.length > 0) draw();
});
addEventListener("afterprint", () => {
  isPrinting = false;
  showEntries();
  if (views.length > 0) draw();
});

const start = recall();
// On a phone, the test cases come before the choices.
document.getElementById("filters").open = matchMedia("(min-width: 40rem)").matches || state.picks.size > 0;
revealOpen();
if (start) start.scrollIntoView();
prepareSearch();
