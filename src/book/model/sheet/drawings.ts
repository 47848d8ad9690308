/** What floats above a sheet's cells: charts made since opening, and shapes. */
import type { Chart } from "../charts";
import type { Anchor, Shape } from "../shapes";
import type { SheetCore } from "./core";

/** Charts and shapes of a sheet. */
export class Drawings {
  private readonly own: Chart[] = [];

  constructor(private readonly core: SheetCore) {}

  get charts(): readonly Chart[] {
    return this.own;
  }

  /** Throws RangeError on a sheet whose drawings came with the file: the two never share a part. */
  addChart(chart: Chart): void {
    if (this.core.content.drawing)
      throw new RangeError("A chart cannot be added to a sheet whose drawings came with the file");
    this.own.push(chart);
    this.core.dirty.add("charts");
  }

  /** Changes parts of a chart. Throws RangeError for one of another sheet. */
  changeChart(chart: Chart, patch: Partial<Chart>): void {
    const at = this.own.findIndex((each) => each.id === chart.id);
    if (at < 0) throw new RangeError(`No such chart: ${chart.name}`);
    this.own[at] = { ...chart, ...patch };
    this.core.dirty.add("charts");
  }

  /** Takes a chart away; does nothing for one of another sheet. */
  removeChart(chart: Chart): void {
    const at = this.own.findIndex((each) => each.id === chart.id);
    if (at >= 0) this.own.splice(at, 1);
    this.core.dirty.add("charts");
  }

  /** Puts other charts in the place of all there are. */
  replaceCharts(charts: readonly Chart[]): void {
    this.own.splice(0, this.own.length, ...charts);
  }

  /** Adds a shape under an id of its own. */
  addShape(shape: Shape): Shape {
    const { content, dirty } = this.core;
    const id = 1 + content.shapes.reduce((highest, own) => Math.max(highest, own.id), 0);
    const added = { ...shape, id, file: { ...shape.file, raw: null } };
    content.shapes.push(added);
    dirty.add("drawing");
    return added;
  }

  /** Gives the shape with this id another place or size. */
  moveShape(id: number, anchor: Anchor): void {
    this.changeShape(id, (shape) => ({ ...shape, anchor, file: { ...shape.file, raw: null } }));
  }

  /** Gives the shape with this id another name. */
  renameShape(id: number, name: string): void {
    this.changeShape(id, (shape) => ({ ...shape, name, file: { ...shape.file, raw: null } }));
  }

  /** Takes the shape with this id away. */
  removeShape(id: number): void {
    this.core.content.shapes = this.core.content.shapes.filter((shape) => shape.id !== id);
    this.core.dirty.add("drawing");
  }

  private changeShape(id: number, change: (shape: Shape) => Shape): void {
    this.core.content.shapes = this.core.content.shapes.map((shape) => (shape.id === id ? change(shape) : shape));
    this.core.dirty.add("drawing");
  }
}
