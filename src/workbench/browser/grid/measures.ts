/** Lengths of the file in pixels of the screen, and back. */

/** Width of a digit in the default font, Calibri 11, at 96 dpi: widths on file count in it. */
const DIGIT = 7;
/** Excel's default column, 8.43 characters and its padding. */
const DEFAULT_WIDTH = 64;

/** Width of a column in pixels, from characters of the default font; the default width for null. */
export const columnPixels = (characters: number | null | undefined): number =>
  characters === null || characters === undefined
    ? DEFAULT_WIDTH
    : Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);

/** Width of a column in characters, from pixels. */
export const columnCharacters = (pixels: number): number => Math.round((pixels / DIGIT) * 256) / 256;

/** Height of a row in pixels, from points. */
export const rowPixels = (points: number): number => Math.round((points * 4) / 3);

/** Height of a row in points, from pixels. */
export const rowPoints = (pixels: number): number => Math.round(pixels * 3) / 4;
