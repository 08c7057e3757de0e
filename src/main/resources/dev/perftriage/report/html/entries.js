/** The listed merges: which are unfolded, and the details of their test cases. */

const entries = [...document.querySelectorAll("details.entry[id]")];

function unfold(entry, isOpen) {
  if (isOpen) state.entries.add(entry.id);
  else state.entries.delete(entry.id);
  entry.open = isOpen;
}

const entryRows = [];

/** Unfolds the merges and test cases that the state names. */
function showEntries() {
  for (const entry of entries) entry.open = state.entries.has(entry.id);
  showEntryRows();
}

function makeEntries() {
  for (const entry of entries) {
    entry.addEventListener("toggle", () => {
      if (isPrinting || state.entries.has(entry.id) === entry.open) return;
      unfold(entry, entry.open);
      remember(true);
    });
    const view = viewOf(entry.id);
    const rows = entry.querySelector("table.cases")?.tBodies[0].rows;
    if (!view || !rows) continue;
    entry.querySelector(".more").hidden = false;
    // A merge has its largest changes in its own list, in the order of the table.
    [...rows].forEach((made, index) => makeEntryRow(made, view, index));
  }
  if (entries.length === 0) return;
  const buttons = element("p", undefined, "buttons");
  for (const [label, isOpen] of [["Unfold all", true], ["Fold all", false]]) {
    const button = element("button", label);
    button.type = "button";
    button.addEventListener("click", () => {
      entries.forEach(entry => unfold(entry, isOpen));
      remember(true);
    });
    buttons.append(button);
  }
  entries[0].closest("section").before(buttons);
}

function makeEntryRow(made, view, index) {
  const cell = made.cells[0];
  const button = element("button", cell.textContent);
  button.type = "button";
  cell.replaceChildren(button);
  const row = rowsOf(view)[index];
  entryRows.push({ made, button, row });
  button.addEventListener("click", () => {
    const key = openKey(row);
    if (!state.open.delete(key)) state.open.add(key);
    showEntryRows();
    if (current.view === view) applyFilter();
    remember(true);
  });
}

/** Opens the details of the test cases that the state names, in the lists of their merges. */
function showEntryRows() {
  for (const { made, button, row } of entryRows) {
    const isOpen = state.open.has(openKey(row));
    button.setAttribute("aria-expanded", isOpen);
    const next = made.nextElementSibling;
    const wasOpen = next?.classList.contains("detail") ?? false;
    if (isOpen && !wasOpen) made.after(detailRow(row, made.cells.length, made.closest(".wide").clientWidth));
    if (!isOpen && wasOpen) next.remove();
  }
}
