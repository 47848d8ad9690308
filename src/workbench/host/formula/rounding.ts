/** Rounding by decimal digits. */

/** A number times a power of ten without the noise of binary fractions: 1.005 becomes 100.5. */
function scaled(value: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** Rounds at a decimal place, by what is done with the last digit. */
export function at(value: number, digits: number, round: (size: number) => number): number {
  const places = Math.trunc(digits);
  const size = scaled(Math.abs(Number(value.toPrecision(15))), places);
  if (!Number.isFinite(size)) return value;
  return Math.sign(value) * scaled(round(size), -places) || 0;
}

/** As Excel's ROUND: halves away from zero. */
export const rounded = (value: number, digits: number): number => at(value, digits, (size) => Math.floor(size + 0.5));
