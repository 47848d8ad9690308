/** Lengths of the file in pixels of the screen, and back. */

/** Width of a digit in the default font, Calibri 11, at 96 dpi: widths on file count in it. */
const DIGIT = 7;
/** Excel's default column, 8.43 characters and its padding. */
const DEFAULT_WIDTH = 64;

export const columnPixels = (characters: number | null | undefined): number =>
  characters === null || characters === undefined
    ? DEFAULT_WIDTH
    : Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);

export const columnCharacters = (pixels: number): number => Math.round((pixels / DIGIT) * 256) / 256;

export const rowPixels = (points: number): number => Math.round((points * 4) / 3);

export const rowPoints = (pixels: number): number => Math.round(pixels * 3) / 4;
