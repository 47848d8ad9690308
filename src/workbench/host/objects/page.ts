/** PageLayout, header and footer, page breaks. */
import { type Area, formatBox, MAX_COLUMNS, MAX_ROWS, type PageSetup, type Sheet } from "../../../book/model/workbook";
import type { HostState } from "../state";
import { invalid, notFound, Refused } from "../protocol/errors";
import {
  type Args,
  asFlag,
  asNumber,
  asRecord,
  asText,
  call,
  get,
  type GetterMember,
  link,
  onlyKeys,
  set,
  type SetterMember,
  HostObject,
  type MemberTable,
} from "../protocol/host-object";
import { areasObject, boxArgument, rangeObject, type SheetTarget } from "./targets";

const POINTS_PER_INCH = 72;
const CENTIMETRES_PER_INCH = 2.54;

const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  Legal: 5,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
};

type Margin = keyof PageSetup["margins"];

const marginGetter = (which: Margin): GetterMember<SheetTarget> =>
  get(({ sheet }) => Math.round(sheet.page.margins[which] * POINTS_PER_INCH * 1000) / 1000, 9);
const marginSetter = (which: Margin): SetterMember<SheetTarget> =>
  set((target, value) => setMargins(target, { [which]: asNumber(value, which) / POINTS_PER_INCH }), 9);

function setMargins({ sheet }: SheetTarget, margins: Partial<PageSetup["margins"]>): void {
  if (Object.values(margins).some((each) => each < 0)) throw invalid("a margin cannot be negative");
  sheet.setPage({ margins: { ...sheet.page.margins, ...margins } });
}

function setPrintMargins(target: SheetTarget, args: Args): void {
  const units: Readonly<Record<string, number>> = {
    Points: POINTS_PER_INCH,
    Inches: 1,
    Centimeters: CENTIMETRES_PER_INCH,
  };
  const perInch = units[args.text(0)];
  if (!perInch) throw invalid(`${args.text(0)} is no unit`);
  const options = asRecord(args.value(1), "marginOptions");
  const known: readonly Margin[] = ["left", "right", "top", "bottom", "header", "footer"];
  onlyKeys(options, known, "marginOptions");
  const margins: { -readonly [K in Margin]?: number } = {};
  for (const which of known) {
    const value = options[which];
    if (value !== null && value !== undefined) margins[which] = asNumber(value, which) / perInch;
  }
  setMargins(target, margins);
}

function readZoom({ sheet }: SheetTarget): Record<string, number> {
  const { page } = sheet;
  if (!page.fitToPage) return { scale: page.scale };
  // 0 on file means as many pages as it takes, which Office.js leaves out.
  return {
    ...(page.fitToWidth > 0 ? { horizontalFitToPages: page.fitToWidth } : {}),
    ...(page.fitToHeight > 0 ? { verticalFitToPages: page.fitToHeight } : {}),
  };
}

function writeZoom({ sheet }: SheetTarget, value: unknown): void {
  const zoom = asRecord(value, "zoom");
  onlyKeys(zoom, ["scale", "horizontalFitToPages", "verticalFitToPages"], "zoom");
  if (typeof zoom.scale === "number") {
    if (zoom.scale < 10 || zoom.scale > 400) throw invalid(`a scale of ${zoom.scale} is not possible`);
    sheet.setPage({ fitToPage: false, scale: zoom.scale });
    return;
  }
  const pages = (each: unknown, name: string): number =>
    each === null || each === undefined ? 0 : asNumber(each, name);
  sheet.setPage({
    fitToPage: true,
    fitToWidth: pages(zoom.horizontalFitToPages, "horizontalFitToPages"),
    fitToHeight: pages(zoom.verticalFitToPages, "verticalFitToPages"),
  });
}

const flag = (
  key: "centerHorizontally" | "centerVertically" | "printGridlines" | "printHeadings" | "blackAndWhite",
) => ({
  get: get<SheetTarget>(({ sheet }) => sheet.page[key], 9),
  set: set<SheetTarget>(({ sheet }, value) => sheet.setPage({ [key]: asFlag(value, key) }), 9),
});

const FLAGS = {
  centerHorizontally: flag("centerHorizontally"),
  centerVertically: flag("centerVertically"),
  printGridlines: flag("printGridlines"),
  printHeadings: flag("printHeadings"),
  blackAndWhite: flag("blackAndWhite"),
};

function printArea({ state, sheet }: SheetTarget): HostObject | null {
  const areas = sheet.printAreas;
  return areas.length === 0 ? null : areasObject(state, sheet, areas.map((box) => formatBox(box)).join(","));
}

function titleRows({ state, sheet }: SheetTarget): HostObject | null {
  const rows = sheet.printTitleRows;
  return rows && rangeObject(state, sheet, { row: rows.first, rows: rows.count, column: 0, columns: MAX_COLUMNS });
}

function titleColumns({ state, sheet }: SheetTarget): HostObject | null {
  const columns = sheet.printTitleColumns;
  return (
    columns && rangeObject(state, sheet, { row: 0, rows: MAX_ROWS, column: columns.first, columns: columns.count })
  );
}

function orFail(object: HostObject | null, what: string): HostObject {
  if (!object) throw notFound(`the sheet has no ${what}`);
  return object;
}

export const PAGE_LAYOUT: MemberTable<SheetTarget> = {
  name: "PageLayout",
  get: {
    Orientation: get(({ sheet }) => (sheet.page.orientation === "landscape" ? "Landscape" : "Portrait"), 9),
    PaperSize: get(({ sheet }) => {
      const size = sheet.page.paperSize;
      if (size === null) return null;
      const name = Object.keys(PAPERS).find((each) => PAPERS[each] === size);
      if (!name) throw new Refused(`paper size ${size} is not implemented`);
      return name;
    }, 9),
    Zoom: get(readZoom, 9),
    LeftMargin: marginGetter("left"),
    RightMargin: marginGetter("right"),
    TopMargin: marginGetter("top"),
    BottomMargin: marginGetter("bottom"),
    HeaderMargin: marginGetter("header"),
    FooterMargin: marginGetter("footer"),
    CenterHorizontally: FLAGS.centerHorizontally.get,
    CenterVertically: FLAGS.centerVertically.get,
    PrintGridlines: FLAGS.printGridlines.get,
    PrintHeadings: FLAGS.printHeadings.get,
    BlackAndWhite: FLAGS.blackAndWhite.get,
    PrintOrder: get(({ sheet }) => (sheet.page.pageOrder === "overThenDown" ? "OverThenDown" : "DownThenOver"), 9),
    FirstPageNumber: get(({ sheet }) => sheet.page.firstPageNumber ?? "", 9),
  },
  set: {
    Orientation: set(({ sheet }, value) => {
      const orientation = asText(value, "orientation").toLowerCase();
      if (orientation !== "portrait" && orientation !== "landscape") throw invalid(`${orientation} is no orientation`);
      sheet.setPage({ orientation });
    }, 9),
    PaperSize: set(({ sheet }, value) => {
      const name = asText(value, "paperSize");
      const paperSize = Object.entries(PAPERS).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
      if (paperSize === undefined) throw new Refused(`paper size ${name} is not implemented`);
      sheet.setPage({ paperSize });
    }, 9),
    Zoom: set(writeZoom, 9),
    LeftMargin: marginSetter("left"),
    RightMargin: marginSetter("right"),
    TopMargin: marginSetter("top"),
    BottomMargin: marginSetter("bottom"),
    HeaderMargin: marginSetter("header"),
    FooterMargin: marginSetter("footer"),
    CenterHorizontally: FLAGS.centerHorizontally.set,
    CenterVertically: FLAGS.centerVertically.set,
    PrintGridlines: FLAGS.printGridlines.set,
    PrintHeadings: FLAGS.printHeadings.set,
    BlackAndWhite: FLAGS.blackAndWhite.set,
    PrintOrder: set(({ sheet }, value) => {
      const order = asText(value, "printOrder").toLowerCase();
      if (order !== "downthenover" && order !== "overthendown") throw invalid(`${order} is no print order`);
      sheet.setPage({ pageOrder: order === "overthendown" ? "overThenDown" : "downThenOver" });
    }, 9),
    FirstPageNumber: set(
      ({ sheet }, value) =>
        sheet.setPage({ firstPageNumber: value === "" ? null : asNumber(value, "firstPageNumber") }),
      9,
    ),
  },
  link: { HeadersFooters: link((target) => HostObject.of(HEADERS_FOOTERS, target), 9) },
  call: {
    SetPrintArea: call(1, ({ state, sheet }, args) => sheet.setPrintAreas(boxesArgument(state, sheet, args)), 9),
    GetPrintArea: call(0, (target) => orFail(printArea(target), "print area"), 9),
    GetPrintAreaOrNullObject: call(0, printArea, 9),
    SetPrintTitleRows: call(
      1,
      ({ state, sheet }, args) => {
        const box = boxArgument(state, sheet, args, 0);
        sheet.printTitleRows = { first: box.row, count: box.rows };
      },
      9,
    ),
    GetPrintTitleRows: call(0, (target) => orFail(titleRows(target), "title rows"), 9),
    GetPrintTitleRowsOrNullObject: call(0, titleRows, 9),
    SetPrintTitleColumns: call(
      1,
      ({ state, sheet }, args) => {
        const box = boxArgument(state, sheet, args, 0);
        sheet.printTitleColumns = { first: box.column, count: box.columns };
      },
      9,
    ),
    GetPrintTitleColumns: call(0, (target) => orFail(titleColumns(target), "title columns"), 9),
    GetPrintTitleColumnsOrNullObject: call(0, titleColumns, 9),
    SetPrintMargins: call(2, setPrintMargins, 9),
  },
};

function boxesArgument(state: HostState, sheet: Sheet, args: Args): Area[] {
  const object = args.object(0);
  if (object?.is({ name: "RangeAreas" })) return [...(object.target as { readonly boxes: readonly Area[] }).boxes];
  return [boxArgument(state, sheet, args, 0)];
}

// ---- header and footer: kept as the file's element, three sections in one text ----

const SECTIONS = ["L", "C", "R"] as const;
type Section = (typeof SECTIONS)[number];
type Part = "oddHeader" | "oddFooter";

const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_all, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
  );
const escapeXml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function partText(sheet: Sheet, part: Part): string {
  const match = new RegExp(`<(?:\\w+:)?${part}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${part}>`).exec(
    sheet.page.headerFooter ?? "",
  );
  return unescapeXml(match?.[1] ?? "");
}

function sections(text: string): Record<Section, string> {
  const found: Record<Section, string> = { L: "", C: "", R: "" };
  let section: Section = "C";
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1];
    if (text[at] === "&" && (next === "L" || next === "C" || next === "R")) {
      section = next;
      at++;
    } else if (text[at] === "&" && next === "&") {
      found[section] += "&&";
      at++;
    } else found[section] += text[at] ?? "";
  }
  return found;
}

function writeSection(sheet: Sheet, part: Part, section: Section, text: string): void {
  const old = sheet.page.headerFooter;
  if (old !== null && /<(?:\w+:)?(even|first)(Header|Footer)/.test(old))
    throw new Refused("changing a header of a sheet with different first or even pages is not implemented");
  const texts: Record<Part, string> = {
    oddHeader: partText(sheet, "oddHeader"),
    oddFooter: partText(sheet, "oddFooter"),
  };
  const next = { ...sections(texts[part]), [section]: text };
  texts[part] = SECTIONS.map((each) => (next[each] === "" ? "" : `&${each}${next[each]}`)).join("");
  const body = (["oddHeader", "oddFooter"] as const)
    .map((each) => (texts[each] === "" ? "" : `<${each}>${escapeXml(texts[each])}</${each}>`))
    .join("");
  sheet.setPage({ headerFooter: body === "" ? null : `<headerFooter>${body}</headerFooter>` });
}

const sectionMember = (part: Part, section: Section) => ({
  get: get<SheetTarget>(({ sheet }) => sections(partText(sheet, part))[section], 9),
  set: set<SheetTarget>(({ sheet }, value) => writeSection(sheet, part, section, asText(value, "header")), 9),
});

const SECTION_MEMBERS = {
  LeftHeader: sectionMember("oddHeader", "L"),
  CenterHeader: sectionMember("oddHeader", "C"),
  RightHeader: sectionMember("oddHeader", "R"),
  LeftFooter: sectionMember("oddFooter", "L"),
  CenterFooter: sectionMember("oddFooter", "C"),
  RightFooter: sectionMember("oddFooter", "R"),
};

const HEADER_FOOTER: MemberTable<SheetTarget> = {
  name: "HeaderFooter",
  get: Object.fromEntries(Object.entries(SECTION_MEMBERS).map(([name, member]) => [name, member.get])),
  set: Object.fromEntries(Object.entries(SECTION_MEMBERS).map(([name, member]) => [name, member.set])),
};

const HEADERS_FOOTERS: MemberTable<SheetTarget> = {
  name: "HeaderFooterGroup",
  link: { DefaultForAllPages: link((target) => HostObject.of(HEADER_FOOTER, target), 9) },
};

// ---- page breaks ----

export interface BreaksTarget extends SheetTarget {
  readonly direction: "rows" | "columns";
}

interface BreakTarget extends BreaksTarget {
  readonly at: number;
}

const breaks = ({ sheet, direction }: BreaksTarget): readonly number[] =>
  direction === "rows" ? sheet.page.rowBreaks : sheet.page.columnBreaks;

function setBreaks({ sheet, direction }: BreaksTarget, next: readonly number[]): void {
  const sorted = [...new Set(next)].sort((a, b) => a - b);
  sheet.setPage(direction === "rows" ? { rowBreaks: sorted } : { columnBreaks: sorted });
}

const breakObject = (target: BreaksTarget, at: number): HostObject => HostObject.of(BREAK, { ...target, at });

const BREAK: MemberTable<BreakTarget> = {
  name: "PageBreak",
  id: ({ at }) => at,
  get: {
    RowIndex: get(({ direction, at }) => (direction === "rows" ? at : 0), 9),
    ColumnIndex: get(({ direction, at }) => (direction === "columns" ? at : 0), 9),
  },
  call: {
    Delete: call(
      0,
      (target) =>
        setBreaks(
          target,
          breaks(target).filter((each) => each !== target.at),
        ),
      9,
    ),
    GetCellAfterBreak: call(
      0,
      ({ state, sheet, direction, at }) =>
        rangeObject(state, sheet, {
          row: direction === "rows" ? at : 0,
          column: direction === "columns" ? at : 0,
          rows: 1,
          columns: 1,
        }),
      9,
    ),
  },
};

/** Excel takes about a thousand breaks of its own making; 1,026 is its limit for either direction. */
const MAX_BREAKS = 1026;

export const BREAKS: MemberTable<BreaksTarget> = {
  name: "PageBreakCollection",
  items: (target) => breaks(target).map((at) => breakObject(target, at)),
  byKey: (target, args) => {
    const at = args.number(0);
    if (!breaks(target).includes(at)) throw invalid(`there is no page break at ${at}`);
    return breakObject(target, at);
  },
  call: {
    Add: call(
      1,
      (target, args) => {
        const box = boxArgument(target.state, target.sheet, args, 0);
        const at = target.direction === "rows" ? box.row : box.column;
        if (at === 0) throw invalid("a page break cannot stand before the first row or column");
        if (breaks(target).length >= MAX_BREAKS) throw invalid(`a sheet takes ${MAX_BREAKS} page breaks`);
        setBreaks(target, [...breaks(target), at]);
        return breakObject(target, at);
      },
      9,
    ),
    GetCount: call(0, (target) => breaks(target).length, 9),
    RemovePageBreaks: call(0, (target) => setBreaks(target, []), 9),
  },
};
