/** Where lines break, by a cautious count: nothing here measures letters. */

/** Lines of at most `width` half-width characters; a Chinese character takes two. Own line breaks stay. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n?|\n/)) {
    let line = "";
    let used = 0;
    for (const character of paragraph) {
      const takes = character.charCodeAt(0) < 0x2000 ? 1 : 2;
      if (used + takes > width) {
        lines.push(line);
        line = "";
        used = 0;
      }
      line += character;
      used += takes;
    }
    lines.push(line);
  }
  return lines;
}
