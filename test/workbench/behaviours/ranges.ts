/** Ranges: what may be written, what is read back. */
import { type BehaviourCase, reference } from "./case";

const CONCEPTS = "https://learn.microsoft.com/office/dev/add-ins/";

export const RANGE_CASES: readonly BehaviourCase[] = [
  {
    behaviour: "an array of one value fills the whole range",
    source: `${CONCEPTS}excel/excel-add-ins-ranges-set-get-values`,
    script: `s.getRange("A1:B2").values = [["甲"]]; const r = s.getRange("A1:B2").load("values"); await c.sync(); return r.values;`,
    expected: [
      ["甲", "甲"],
      ["甲", "甲"],
    ],
  },
  {
    behaviour: "the values of a whole column are null: it is unbounded",
    source: `${CONCEPTS}excel/excel-add-ins-ranges-unbounded`,
    script: `const r = s.getRange("A:A").load("values,text,numberFormat"); await c.sync(); return [r.values, r.text, r.numberFormat];`,
    expected: [null, null, null],
  },
  {
    behaviour: "values of a whole column can't be written",
    source: `${CONCEPTS}excel/excel-add-ins-ranges-unbounded`,
    script: `s.getRange("A:A").values = [["甲"]]; await c.sync(); return "written";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "an empty number format is General",
    source: reference("range#numberFormat"),
    script: `const r = s.getRange("A1"); r.numberFormat = [["0.00"]]; r.numberFormat = [[""]]; r.load("numberFormat"); await c.sync(); return r.numberFormat;`,
    expected: [["General"]],
  },
  {
    behaviour: "numbers are read with the 15 digits that Excel keeps",
    source: "https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3",
    script: `const r = s.getRange("A1"); r.values = [[0.1 + 0.2]]; r.load("values"); await c.sync(); return r.values;`,
    expected: [[0.3]],
  },
  {
    behaviour: "a colour may be named as in HTML",
    source: reference("rangefill#color"),
    script: `const r = s.getRange("A1"); r.format.fill.color = "Orange"; r.format.fill.load("color"); await c.sync(); return r.format.fill.color;`,
    expected: "#FFA500",
  },
  {
    behaviour: "a colour that is no colour is refused",
    source: reference("rangefill#color"),
    script: `s.getRange("A1").format.fill.color = "no colour"; await c.sync(); return "taken";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "an indent is at most 250",
    source: reference("rangeformat#indentLevel"),
    script: `s.getRange("A1").format.indentLevel = 251; await c.sync(); return "taken";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a range that is resized below one row is refused",
    source: reference("range#getResizedRange"),
    script: `s.getRange("A1:B2").getResizedRange(-2, 0).load("address"); await c.sync(); return "resized";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a range shrinks by a negative number of rows",
    source: reference("range#getResizedRange"),
    script: `const r = s.getRange("A1:B2").getResizedRange(-1, 0).load("address"); await c.sync(); return r.address;`,
    expected: "Sheet1!A1:B1",
  },
  {
    behaviour: "methods of a null object do nothing",
    source: `${CONCEPTS}develop/application-specific-api-model#ornullobject-methods-and-properties`,
    script: `const none = c.workbook.worksheets.getItemOrNullObject("nowhere"); none.delete(); none.getRange("A1").clear(); await c.sync(); return none.isNullObject;`,
    expected: true,
  },
];

export const REFUSED_CASES: readonly BehaviourCase[] = [
  {
    behaviour: "null is no value for a range",
    source: reference("range#values"),
    script: `s.getRange("A1").values = null; await c.sync(); return "written";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a validation has one kind of rule",
    source: reference("datavalidationrule"),
    script: `s.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" }, custom: { formula: "=TRUE" } }; await c.sync(); return "taken";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a formula that can't be read is refused with the request",
    source: reference("range#formulas"),
    script: `s.getRange("A1").formulas = [["=SUM(1,"]]; await c.sync(); return "written";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a formula has 8,192 characters at most",
    source: "https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3",
    script: `s.getRange("A1").formulas = [["=" + "1+".repeat(4096) + "1"]]; await c.sync(); return "written";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a formula of nearly 8,192 characters is taken, and nothing ends",
    source: "https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3",
    script: `const r = s.getRange("A1"); r.formulas = [["=" + "1+".repeat(4000) + "1"]]; await c.sync();
      s.getRange("B1").formulas = [["=1+1"]]; await c.sync(); await new Promise((done) => setTimeout(done, 300));
      const b = s.getRange("B1").load("values"); await c.sync(); return b.values;`,
    expected: [[2]],
  },
  {
    behaviour: "a sheet without a print area has none to give",
    source: reference("pagelayout#getPrintArea"),
    script: `s.pageLayout.getPrintArea().load("address"); await c.sync(); return "given";`,
    expected: "ItemNotFound",
  },
];

const TABLE = `s.getRange("A1:B2").values = [["姓名", "Hours"], ["甲", 1]]; const t = s.tables.add("A1:B2", true); t.name = "Records";`;

export const TABLE_CASES: readonly BehaviourCase[] = [
  {
    behaviour: "names of tables and of their columns ignore case",
    source: reference("tablecolumncollection#getItem"),
    script: `${TABLE} const column = c.workbook.tables.getItem("RECORDS").columns.getItem("hours").load("name"); await c.sync(); return column.name;`,
    expected: "Hours",
  },
  {
    behaviour: "a header that is written renames its column at once",
    source:
      "https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e",
    script: `${TABLE} s.getRange("B1").values = [["学时"]]; const columns = t.columns.load("items/name"); await c.sync(); return columns.items.map(({ name }) => name);`,
    expected: ["姓名", "学时"],
  },
  {
    behaviour: "a table is not put over merged cells",
    source: reference("tablecollection#add"),
    script: `s.getRange("A1:B1").merge(); s.tables.add("A1:B3", true); await c.sync(); return "added";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "a table's new range must overlap the old one and keep the header's row",
    source: reference("table#resize"),
    script: `${TABLE} t.resize("E1:F2"); await c.sync(); return "resized";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "blank and doubled headers get names when the table is made",
    source: reference("tablecollection#add"),
    script: `s.getRange("A1:C1").values = [["学时", "", "学时"]]; const t = s.tables.add("A1:C2", true); const header = t.getHeaderRowRange().load("values"); await c.sync(); return header.values;`,
    expected: [["学时", "Column1", "学时2"]],
  },
];
