/** The rows shown, as Markdown and as CSV. */

const NAME_COLUMNS = columns.filter(column => column.name !== "artifact" && column.name !== "category").map(column => column.name);

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

function markdown(rows) {
  const line = cells => `| ${cells.join(" | ")} |\n`;
  const hasVerdicts = rows.some(row => row.verdict);
  const heads = [...NAME_COLUMNS, "category", ...(hasVerdicts ? ["verdict"] : []), "change", "factor", "before", "after"];
  return line(heads) + line(heads.map(() => "---")) + rows.map(row => line([
    ...NAME_COLUMNS.map(name => plain(valueOf(name, row.c))), valueOf("category", row.c),
    ...(hasVerdicts ? [plain(row.verdict)] : []), signedChange(row.change), factorText(row.factor),
    valueText(row.before, row.view.unit, state.raw), valueText(row.after, row.view.unit, state.raw),
  ])).join("");
}

function csv(rows) {
  const quote = text => /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  // No spreadsheet takes a name for a formula; a number may well begin with a minus.
  const safe = text => /^('|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/.test(text) ? `'${text}` : text;
  const number = value => Number.isNaN(value) ? "" : String(value);
  const heads = [...NAME_COLUMNS.map(safe), "category", "direction", "change", "factor", "threshold", "before", "after", "verdict"];
  return [heads, ...rows.map(row => [
    ...NAME_COLUMNS.map(name => safe(valueOf(name, row.c))), valueOf("category", row.c),
    row.change > 0 ? "regression" : "improvement", number(row.change), fixedOrInfinite(row.factor),
    number(row.threshold), number(row.before), number(row.after), safe(row.verdict),
  ])].map(cells => cells.map(text => quote(text)).join(",") + "\r\n").join("");
}

function fixedOrInfinite(factor) {
  return Number.isNaN(factor) ? "" : Number.isFinite(factor) ? fixed(factor, 2) : "Infinity";
}
