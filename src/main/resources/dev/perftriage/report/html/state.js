/** What is shown, and its form in the address. */

/**
 * view: the table; picks: the checked values by filter; ranges: the least and the largest number by
 * column; all: whether rows that are not relevant
 * are shown; raw: all digits; open: the rows with details; entries: the unfolded merges.
 */
const state = { view: "", q: "", picks: new Map(), ranges: new Map(), all: false, raw: false, sort: "", open: new Set(), entries: new Set() };

const firstView = views.length ? views[0].id : "";
const FIXED = new Set(["view", "q", "all", "raw", "sort", "open", "entry", "range"]);

function stateText() {
  const text = new URLSearchParams();
  if (state.view !== firstView) text.set("view", state.view);
  if (state.q) text.set("q", state.q);
  for (const [name, values] of state.picks) {
    for (const value of values) text.append(FIXED.has(name) ? "." + name : name, value);
  }
  for (const [name, ends] of state.ranges) text.append("range", [name, ...ends].join(":"));
  if (state.all !== Boolean(data.listsAll)) text.set("all", state.all ? "1" : "0");
  if (state.raw) text.set("raw", "1");
  if (state.sort) text.set("sort", state.sort);
  for (const name of state.open) text.append("open", name);
  for (const id of state.entries) text.append("entry", id);
  return text.toString();
}

/** Does what a choice entails that is not in sight, once the browser has shown what is. */
const afterFrame = action => requestAnimationFrame(() => setTimeout(action));

/** What is to be put into the address, and whether as a step; null if nothing is. */
let pending = null;
let typingTimer = 0;

/** Puts the state into the address soon: as a step to go back from, or in place of the last one. */
function remember(isStep) {
  if (isStep || pending?.isStep) settle();
  pending = { text: stateText(), isStep };
  clearTimeout(typingTimer);
  // Browsers are slow to change addresses, and refuse to do it for each letter.
  if (isStep) afterFrame(settle);
  else typingTimer = setTimeout(settle, 200);
}

/** Puts what is to be in the address there now. */
function settle() {
  clearTimeout(typingTimer);
  if (pending) putAddress(pending.text, pending.isStep);
  pending = null;
}

function putAddress(text, isStep) {
  if ((text ? "#" + text : "") === location.hash) return;
  const address = text ? "#" + text : location.pathname + location.search;
  if (isStep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** A part of an address; as it is if it is malformed. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (malformed) {
    return text;
  }
}

/** Reads the state from the address; returns the anchor that it names instead, if any. */
function readAddress() {
  pending = null;
  const hash = location.hash.slice(1);
  const isAnchor = hash !== "" && !hash.includes("=");
  const text = new URLSearchParams(isAnchor ? "" : hash);
  state.view = viewOf(text.get("view")) ? text.get("view") : firstView;
  state.q = text.get("q") || "";
  state.all = text.has("all") ? text.get("all") === "1" : Boolean(data.listsAll);
  state.raw = text.get("raw") === "1";
  state.sort = text.get("sort") || "";
  state.open = new Set(text.getAll("open"));
  state.entries = new Set(text.getAll("entry"));
  state.picks = new Map();
  state.ranges = new Map(text.getAll("range").map(range => range.split(":"))
    .map(([name, least, most]) => [name, [Number(least), Number(most)]]));
  for (const [key, value] of text) {
    if (FIXED.has(key)) continue;
    const name = key.replace(/^\./, "");
    state.picks.set(name, (state.picks.get(name) || new Set()).add(value));
  }
  return isAnchor ? decoded(hash) : "";
}
