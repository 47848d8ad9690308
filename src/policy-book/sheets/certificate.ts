/** Sheets 证明 and 说明: the certificate's wording and layout, and what of the notice is not formalised. */
import { number, numberOfCell, split, text, type Codec } from "../codecs";
import type { Field, Section } from "../sections";
import { field, listSection, cardSection, clause } from "./simple";

// ---- 证明 ----

const digits: Codec = {
  write: (value) => (value as string[]).map((each) => (each === "" ? "“”" : each)).join("、"),
  read: (cell) => split(cell, "、"),
};
const lines: Codec = {
  write: (value) => (value as string[]).join("\n"),
  read: (cell) => String(cell).split("\n"),
};
const numbers: Codec = {
  write: (value) => (value as number[]).join("、"),
  read: (cell) => split(cell, "、").map(numberOfCell),
};
const layout = (path: string, header: string, note: string): Field =>
  field(`layout.${path}`, header, note, number, true);

export const certificateSections: readonly Section[] = [
  cardSection("证明", "certificate", [
    clause(),
    field("printedLevel", "印定的级别", "表样上印好的级别", text, true),
    field("digits", "数字", "零至九的写法，用顿号隔开", digits, true),
    field("stub.title", "存根标题", "两行", lines, true),
    field("stub.subtitle", "存根副标题", "{blank} 等为空格，见下", text, true),
    field("stub.lines", "存根各行", "每行一项，最多七行", lines, true),
    field("stub.date", "存根日期", "", text, true),
    field("body.title", "证明标题", "两行", lines, true),
    field(
      "body.paragraph",
      "证明正文",
      "空格：{name} {employer} {currentTitle} {education} {specialty} {level} {fromYear} {toYear} {count} {certificateNo} {registrationNo} {handler} {phone} {date} {blank}",
      text,
      true,
    ),
    field("body.registration", "登记证书编号", "", text, true),
    field("body.date", "证明日期", "", text, true),
    field("layout.widths", "列宽", "存根、两条间隔、证明，以字符计", numbers, true),
    layout("rows", "行数", "一页的行数"),
    layout("rowHeight", "行高", "磅"),
    layout("margins.top", "上边距", "磅"),
    layout("margins.bottom", "下边距", "磅"),
    layout("margins.left", "左边距", "磅"),
    layout("margins.right", "右边距", "磅"),
    layout("titleRow", "标题行", "自 0 起"),
    layout("subtitleRow", "副标题行", "自 0 起"),
    layout("linesRow", "存根首行", "自 0 起"),
    layout("paragraphRow", "正文首行", "自 0 起"),
    layout("paragraphRows", "正文行数", ""),
    layout("registrationRow", "编号行", "自 0 起"),
    layout("dateRow", "日期行", "自 0 起"),
    field("layout.fonts.text", "正文字体", "", text, true),
    field("layout.fonts.title", "标题字体", "", text, true),
    layout("sizes.stub", "存根字号", "磅"),
    layout("sizes.body", "正文字号", "磅"),
    layout("sizes.stubTitle", "存根标题字号", "磅"),
    layout("sizes.bodyTitle", "证明标题字号", "磅"),
    layout("sizes.longStubLine", "存根长行字号", "磅"),
    layout("sizes.longParagraph", "长正文字号", "磅"),
    layout("longest.stubLine", "存根行最长", "字符数，更长的用小字号"),
    layout("longest.paragraph", "正文最长", "字符数，更长的用小字号"),
  ]),
];

// ---- 说明 ----

export const noteSections: readonly Section[] = [
  listSection("未列为规则的内容", "unformalised", [
    clause("政策的哪一条"),
    field("says", "说的是什么", "用自己的话", text, true),
    field("why", "为什么不列", "如：表中没有可据以判断的栏目", text, true),
  ]),
];
