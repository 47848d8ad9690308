/** How much room a text takes: merged cells are not fitted by any program, and print pages must not lose a line. */

/** Width in characters of the default font: a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) < 0x2e80 && !/[“”‘’—…·～（）]/u.test(character) ? 1 : 2;
  return width;
}

/** Lines that a text takes in a column of so many characters. The text is set a tenth smaller than the default font: that is the reserve. */
export function linesOf(text: string, characters: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / characters)), 0);
}
