/** Chart and drawing parts of charts made here (DrawingML); those that came with a file are kept as they are. */
import { formatBox } from "../model/address";
import type { Chart, ChartAxis, ChartCells, ChartSeries } from "../model/charts";
import { isBar, isStacked } from "../model/charts";
import { isCellError } from "../model/sheet/content";
import { attribute, escapeXml } from "./xml";

export const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;
const LEGEND_POSITIONS = { Top: "t", Bottom: "b", Left: "l", Right: "r" } as const;

/** A drawing that anchors each chart to the cells it covers; `ids` are the charts' relation ids. */
export function drawingPart(charts: readonly Chart[], ids: readonly string[]): string {
  const marker = (tag: string, column: number, row: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map(
    ({ name, place }, at) =>
      `<xdr:twoCellAnchor>${marker("from", place.column, place.row)}${marker("to", place.column + place.columns, place.row + place.rows)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}"${attribute("name", name)}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${DRAWINGML}/chart"><c:chart xmlns:c="${DRAWINGML}/chart" r:id="${ids[at] ?? ""}"/></a:graphicData></a:graphic>` +
      "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
  );
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWINGML}/spreadsheetDrawing" xmlns:a="${DRAWINGML}/main" xmlns:r="${RELATIONS}">${anchors.join("")}</xdr:wsDr>`;
}

/** The XML of a chart's part. */
export function chartPart(chart: Chart): string {
  const { type, series, legend, categoryAxis, valueAxis } = chart;
  const bars = isBar(type);
  const title = chart.titleVisible && chart.title !== "" ? titleElement(chart.title) : "";
  const plot =
    `<c:barChart><c:barDir val="${bars ? "bar" : "col"}"/><c:grouping val="${isStacked(type) ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
    series.map(seriesElement).join("") +
    `<c:gapWidth val="${series[0]?.gapWidth ?? 150}"/>${isStacked(type) ? '<c:overlap val="100"/>' : ""}<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`;
  // The value axis crosses where the categories begin: reversed, it would stand at the top without this.
  const crosses = categoryAxis.reversed ? "max" : "autoZero";
  return (
    `${HEAD}<c:chartSpace xmlns:c="${DRAWINGML}/chart" xmlns:a="${DRAWINGML}/main" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/><c:chart>` +
    `${title}<c:autoTitleDeleted val="${title === "" ? 1 : 0}"/><c:plotArea><c:layout/>${plot}` +
    axisElement("catAx", CATEGORY_AXIS, VALUE_AXIS, bars ? "l" : "b", categoryAxis, "autoZero") +
    axisElement("valAx", VALUE_AXIS, CATEGORY_AXIS, bars ? "b" : "l", valueAxis, crosses) +
    `</c:plotArea>${legend === null ? "" : `<c:legend><c:legendPos val="${LEGEND_POSITIONS[legend]}"/><c:overlay val="0"/></c:legend>`}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

const titleElement = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

function axisElement(
  tag: "catAx" | "valAx",
  id: number,
  other: number,
  position: string,
  axis: ChartAxis,
  crosses: string,
): string {
  const bound = (name: string, value: number | null): string => (value === null ? "" : `<c:${name} val="${value}"/>`);
  const grid = axis.gridlines
    ? '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    : "";
  return (
    `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="${axis.reversed ? "maxMin" : "minMax"}"/>${bound("max", axis.maximum)}${bound("min", axis.minimum)}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${position}"/>${grid}` +
    `<c:numFmt${attribute("formatCode", axis.numberFormat ?? "General")} sourceLinked="${axis.numberFormat === null ? 1 : 0}"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${other}"/><c:crosses val="${crosses}"/>${tag === "catAx" ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' + (axis.labelSpacing === null ? "" : `<c:tickLblSkip val="${axis.labelSpacing}"/>`) + '<c:noMultiLvlLbl val="0"/>' : '<c:crossBetween val="between"/>'}</c:${tag}>`
  );
}

function seriesElement(series: ChartSeries, at: number): string {
  const { name, values, categories, color, dataLabels, labelFormat } = series;
  const words = typeof name === "string" ? `<c:v>${escapeXml(name)}</c:v>` : textReference(name);
  const fill =
    color === null
      ? ""
      : `<c:spPr><a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill></c:spPr>`;
  const format = labelFormat === null ? "" : `<c:numFmt${attribute("formatCode", labelFormat)} sourceLinked="0"/>`;
  const shown = (tag: string, on: boolean): string => `<c:${tag} val="${on ? 1 : 0}"/>`;
  const labels = dataLabels
    ? `<c:dLbls>${format}${shown("showLegendKey", false)}${shown("showVal", true)}${shown("showCatName", false)}${shown("showSerName", false)}${shown("showPercent", false)}${shown("showBubbleSize", false)}</c:dLbls>`
    : "";
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx>${words}</c:tx>${fill}<c:invertIfNegative val="0"/>${labels}` +
    `${categories === null ? "" : `<c:cat>${textReference(categories)}</c:cat>`}<c:val>${numberReference(values)}</c:val></c:ser>`
  );
}

const reference = ({ sheet, box }: ChartCells): string =>
  `<c:f>${escapeXml(formatBox(box, { absolute: true, sheet: sheet.name }))}</c:f>`;

/** Cells in reading order with their position. */
function cellsOf({
  sheet,
  box,
}: ChartCells): { readonly at: number; readonly value: string | number | boolean | null }[] {
  return Array.from({ length: box.rows * box.columns }, (_, at) => {
    const value = sheet.value(box.row + Math.floor(at / box.columns), box.column + (at % box.columns));
    return { at, value: isCellError(value) ? null : value };
  });
}

const points = (cells: readonly { readonly at: number; readonly value: unknown }[]): string =>
  cells.map(({ at, value }) => `<c:pt idx="${at}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`).join("");

function textReference(cells: ChartCells): string {
  const all = cellsOf(cells);
  return `<c:strRef>${reference(cells)}<c:strCache><c:ptCount val="${all.length}"/>${points(all.filter(({ value }) => value !== null))}</c:strCache></c:strRef>`;
}

function numberReference(cells: ChartCells): string {
  const all = cellsOf(cells);
  const format = cells.sheet.workbook.style(cells.sheet.styleIndex(cells.box.row, cells.box.column)).numberFormat;
  return `<c:numRef>${reference(cells)}<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${all.length}"/>${points(all.filter(({ value }) => typeof value === "number"))}</c:numCache></c:numRef>`;
}
