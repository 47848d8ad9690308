/** What floats above a sheet's cells: pictures, drawn shapes, and what the model can't look into but keeps. */

/** A corner of an anchor: a cell, and EMU from its top left. */
export interface AnchorPoint {
  readonly column: number;
  readonly columnOffset: number;
  readonly row: number;
  readonly rowOffset: number;
}

/** `to` of an anchor that spans cells, `extent` (EMU) of one that has a size of its own. */
export interface Anchor {
  readonly from: AnchorPoint;
  readonly to?: AnchorPoint;
  readonly extent?: { readonly width: number; readonly height: number };
}

export type ShapeKind = "Image" | "GeometricShape" | "Group" | "Line" | "Unsupported";

export interface Shape {
  /** Unique on its sheet. */
  readonly id: number;
  readonly name: string;
  readonly kind: ShapeKind;
  /** Null where the file says it in a way the model doesn't know. */
  readonly anchor: Anchor | null;
  readonly file: ShapeFile;
}

/** What only the file format knows. */
interface ShapeFile {
  /** The anchor's element as read; null once it was moved or copied. */
  readonly raw: string | null;
  /** Prefix of the drawing's elements with its colon, and the namespaces its words need. */
  readonly prefix: string;
  readonly namespaces: string;
  readonly attributes: string;
  /** All behind the corners: the object itself and its client data. */
  readonly body: string;
  /** What the body leads to (images, charts, links) by the relation id it uses; targets inside the file are absolute. */
  readonly relations: ReadonlyMap<string, ShapeRelation>;
}

/** A relation of a drawing, as on file. */
interface ShapeRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export const EMU_PER_POINT = 12_700;
