/** What Excel does with cells, sheets and pages. */
import { deleteSheet } from "../../sheets";
import { same, type Check } from "./check";

/** The most that a cell holds. */
const MOST_CHARACTERS = 32_767;
/** As long as the addresses that the add-in gives in one call. */
const ADDRESSES = 2_000;
const EVENT_PATIENCE_MS = 3_000;
const LOOK_AGAIN_MS = 100;

const single = <T>(range: { readonly values: readonly (readonly T[])[] }): T | undefined => range.values[0]?.[0];

export const CELL_CHECKS: readonly Check[] = [
  {
    id: "delete-hidden-sheet",
    look: async ({ context }) => {
      const added = context.workbook.worksheets.add();
      added.visibility = "Hidden";
      added.load("name");
      await context.sync();
      const { name } = added;
      deleteSheet(added);
      await context.sync();
      const gone = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      return { holds: gone.isNullObject, seen: gone.isNullObject ? "deleted" : "still there" };
    },
  },
  {
    id: "filter-criteria",
    look: async ({ context, sheet }) => {
      const range = sheet.getRange("A1:B3");
      range.values = [
        ["甲", "乙"],
        ["一", 1],
        ["二", 2],
      ];
      sheet.autoFilter.apply(range, 0, { filterOn: "Values", values: ["一"] });
      const { autoFilter } = sheet;
      autoFilter.load("criteria");
      await context.sync();
      const [criterion] = autoFilter.criteria as readonly (Excel.FilterCriteria | null | undefined)[];
      if (criterion === null || criterion === undefined) return { holds: false, seen: "no criteria" };
      const members = Object.entries(criterion).filter(([, value]) => value !== null && value !== undefined);
      autoFilter.remove();
      autoFilter.apply(range);
      await context.sync();
      autoFilter.apply(range, 0, Object.fromEntries(members) as unknown as Excel.FilterCriteria);
      autoFilter.load("isDataFiltered");
      await context.sync();
      return { holds: autoFilter.isDataFiltered, seen: JSON.stringify(Object.fromEntries(members)) };
    },
  },
  {
    id: "text-stays-text",
    look: async ({ context, sheet }) => {
      const texts = ["=1+1", "00123", "1/2", "2018-07-02", "@甲", "-3"];
      const range = sheet.getRange("A1:F1");
      range.numberFormat = [texts.map(() => "@")];
      range.values = [texts];
      range.load("values");
      await context.sync();
      return same(texts, range.values[0] ?? []);
    },
  },
  {
    id: "long-text",
    look: async ({ context, sheet }) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [["@"]];
      range.values = [["长".repeat(MOST_CHARACTERS)]];
      range.load("values");
      await context.sync();
      const { length } = String(single(range));
      return { holds: length === MOST_CHARACTERS, seen: String(length) };
    },
  },
  {
    id: "cells-as-read",
    look: async ({ context, sheet }) => {
      const range = sheet.getRange("A1:F1");
      range.formulas = [["", 0, true, 43_283, "=NA()", "=1/0"]];
      range.load("values");
      await context.sync();
      return same(["", 0, true, 43_283, "#N/A", "#DIV/0!"], range.values[0] ?? []);
    },
  },
  {
    id: "copy-values",
    look: async ({ context, sheet }) => {
      sheet.getRange("A1:A2").numberFormat = [["@"], ["General"]];
      sheet.getRange("A1:A2").values = [["0012"], [12]];
      sheet.getRange("C1:C2").numberFormat = [["@"], ["General"]];
      const copy = sheet.getRange("C1:C2");
      copy.copyFrom("A1:A2", "Values");
      copy.load("values");
      await context.sync();
      return same(
        ["0012", 12],
        copy.values.map((line): unknown => line[0]),
      );
    },
  },
  {
    id: "merged-areas",
    look: async ({ context, sheet }) => {
      sheet.getRange("A1:A5").values = Array.from({ length: 5 }, () => [1]);
      sheet.getRange("B2:B4").merge(false);
      const merged = sheet.getRange("A1:C5").getMergedAreasOrNullObject();
      merged.load("address");
      await context.sync();
      const address = merged.isNullObject ? "none" : merged.address.replace(/^.*!/, "");
      return same(["B2:B4"], [address]);
    },
  },
  {
    id: "blank-sheet",
    look: async ({ context, sheet }) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      return { holds: used.isNullObject, seen: used.isNullObject ? "no cells" : "some cells" };
    },
  },
  {
    id: "many-addresses",
    look: async ({ context, sheet }) => {
      let addresses = "A1";
      for (let row = 3; addresses.length < ADDRESSES - 10; row += 2) addresses += `,A${row}`;
      sheet.getRanges(addresses).format.fill.color = "#FFF2CC";
      const first = sheet.getRange("A1").format.fill.load("color");
      await context.sync();
      return { holds: first.color.toUpperCase() === "#FFF2CC", seen: `${addresses.length}: ${first.color}` };
    },
  },
  {
    id: "column-width",
    look: async ({ context, sheet }) => {
      const { format } = sheet.getRange("A1");
      format.columnWidth = 100;
      format.load("columnWidth");
      await context.sync();
      return { holds: Math.abs(format.columnWidth - 100) <= 1, seen: String(format.columnWidth) };
    },
  },
  {
    id: "font",
    look: async ({ context, sheet }) => {
      const { font } = sheet.getRange("A1").format;
      font.name = "仿宋";
      font.load("name");
      await context.sync();
      return same(["仿宋"], [font.name]);
    },
  },
  {
    id: "page-setup",
    look: async ({ context, sheet }) => {
      const layout = sheet.pageLayout;
      layout.orientation = "Landscape";
      layout.paperSize = "A4";
      layout.topMargin = 42;
      layout.zoom = { horizontalFitToPages: 1 };
      layout.load("orientation,paperSize,topMargin,zoom");
      await context.sync();
      const { horizontalFitToPages } = layout.zoom;
      return same(
        ["Landscape", "A4", 42, 1],
        [layout.orientation, layout.paperSize, Math.round(layout.topMargin), horizontalFitToPages ?? null],
      );
    },
  },
  {
    id: "page-breaks",
    look: async ({ context, sheet }) => {
      sheet.horizontalPageBreaks.add("A3");
      const count = sheet.horizontalPageBreaks.getCount();
      await context.sync();
      return same([1], [count.value]);
    },
  },
  {
    id: "own-change",
    look: async ({ context, sheet, timer }) => {
      const told: string[] = [];
      const handler = sheet.onChanged.add(async ({ triggerSource }) => void told.push(triggerSource));
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      for (let waited = 0; told.length === 0 && waited < EVENT_PATIENCE_MS; waited += LOOK_AGAIN_MS)
        await timer.pause(LOOK_AGAIN_MS);
      handler.remove();
      await context.sync();
      // Not being told at all is as good
      return { holds: told.every((source) => source === "ThisLocalAddin"), seen: told.join(", ") || "not told" };
    },
  },
];
