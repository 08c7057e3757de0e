/** Numbers as the program prints them. */

/** A number with a fixed number of decimals from its exact value, ties to even, a sign on -0. */
function fixed(value, decimals) {
  const size = Math.abs(value);
  const scale = 10 ** decimals;
  const units = Math.floor(size * scale);
  // A tie is a whole multiple of a power of two, so that the product is exact.
  const tie = size < 1e9 && (size * scale * 2) % 2 === 1 && Number((units + 0.5) / scale) === size;
  const digits = tie ? ((units + units % 2) / scale).toFixed(decimals) : size.toFixed(decimals);
  return (value < 0 || Object.is(value, -0) ? "-" : "") + digits;
}

function percent(fraction, decimals = 1) {
  if (Number.isNaN(fraction)) return "-";
  if (!Number.isFinite(fraction)) return fraction > 0 ? "∞%" : "-∞%";
  return fixed(fraction * 100, decimals) + "%";
}

function signedChange(change) {
  return (change > 0 ? "▲ +" : change < 0 ? "▼ " : "") + percent(change, 2);
}

function factorText(factor) {
  if (Number.isNaN(factor)) return "-";
  return (Number.isFinite(factor) ? fixed(factor, 2) : "∞") + "x";
}

const MILLIONS = [" M", " G", " T"];
const BYTES = ["B", "KiB", "MiB", "GiB", "TiB"];

function scaled(value, step, names) {
  let amount = value;
  let at = 0;
  while (Math.abs(amount) >= step - 0.005 && at + 1 < names.length) {
    amount /= step;
    at++;
  }
  return [amount, names[at]];
}

/** All digits of a number, integers with grouped thousands. */
function exact(value) {
  if (Number.isNaN(value)) return "-";
  return Number.isInteger(value)
    ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",")
    : String(value);
}

/** A measured value with its unit: short, or with all its digits. */
function valueText(value, unit, raw) {
  if (Number.isNaN(value)) return "-";
  if (raw) return exact(value) + (unit ? " " + unit : "");
  if (unit === "B" || unit === "KiB") {
    const [amount, name] = scaled(unit === "KiB" ? value * 1024 : value, 1024, BYTES);
    return `${name === "B" ? exact(amount) : fixed(amount, 2)} ${name}`;
  }
  if (unit) return `${Number(value.toPrecision(4))} ${unit}`;
  if (Math.abs(value) < 1e6) return exact(Math.abs(value) < 1000 ? Number(value.toPrecision(4)) : Math.round(value));
  const [amount, name] = scaled(value / 1e6, 1000, MILLIONS);
  return fixed(amount, 2) + name;
}
