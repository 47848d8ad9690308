/** A drawing part: its anchors as shapes, and shapes as anchors again. */
import type { Anchor, AnchorPoint, Shape, ShapeKind } from "../model/workbook";
import { relationKind, resolveTarget, type Package, type Relation } from "./package";
import {
  attr,
  attribute,
  attributesText,
  child,
  numberAttr,
  parseXml,
  protectText,
  rewriteAttributes,
  unescapeText,
  withoutMainPrefix,
  type XmlElement,
} from "./xml";

export const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const EMPTY_DRAWING = `${HEAD}<xdr:wsDr xmlns:xdr="${NAMESPACE}"/>`;

const KINDS: ReadonlyMap<string, ShapeKind> = new Map([
  ["pic", "Image"],
  ["sp", "GeometricShape"],
  ["grpSp", "Group"],
  ["cxnSp", "Line"],
]);
const CORNERS = ["from", "to", "ext", "pos"];

/** Shapes of a drawing part in their order, back to front. */
export function readDrawing(pack: Package, part: string): Shape[] {
  const xml = pack.text(part) ?? EMPTY_DRAWING;
  const root = parseXml(xml);
  const prefix = root.tag.slice(0, root.tag.length - root.name.length);
  const namespaces = attributesText(new Map([...root.attributes].filter(([name]) => name.startsWith("xmlns"))));
  const relations = new Map(pack.relations(part).map((relation) => [relation.id, relation]));
  return root.children.map((element, at) => {
    const object = element.children.find(
      ({ name }) => KINDS.has(name) || name === "graphicFrame" || name === "contentPart",
    );
    const facts = child(
      child(object, object === undefined ? "" : `nv${object.name.charAt(0).toUpperCase()}${object.name.slice(1)}Pr`),
      "cNvPr",
    );
    const rest = element.children.filter(({ name }) => !CORNERS.includes(name));
    const body = rest.length === 0 ? "" : xml.slice(rest[0]?.start, rest[rest.length - 1]?.end);
    const named = relationIds(object === undefined ? [] : rest).map((id) => relations.get(id));
    // Only images are known to be shared by a copy.
    const known = named.every(
      (relation) => relation !== undefined && !relation.external && relationKind(relation) === "image",
    );
    const anchor = anchorOf(element);
    return {
      id: numberAttr(facts, "id") ?? 1_000_000 + at,
      name: unescapeText(attr(facts, "name") ?? `Shape ${at + 1}`),
      kind: known && anchor !== null ? (KINDS.get(object?.name ?? "") ?? "Unsupported") : "Unsupported",
      anchor,
      file: {
        raw: xml.slice(element.start, element.end),
        prefix,
        namespaces,
        attributes: attributesText(element.attributes),
        body,
        relations: new Map(
          named.flatMap((relation) =>
            relation === undefined
              ? []
              : [
                  [
                    relation.id,
                    relation.external
                      ? relation
                      : {
                          ...relation,
                          target: `/${resolveTarget(part, relation.target)}${fragmentOf(relation.target)}`,
                        },
                  ] as const,
                ],
          ),
        ),
      },
    };
  });
}

function anchorOf(element: XmlElement): Anchor | null {
  const from = pointOf(child(element, "from"));
  const to = pointOf(child(element, "to"));
  const extent = child(element, "ext");
  if (element.name === "twoCellAnchor" && from !== null && to !== null) return { from, to };
  if (element.name === "oneCellAnchor" && from !== null && extent !== undefined) {
    return { from, extent: { width: numberAttr(extent, "cx") ?? 0, height: numberAttr(extent, "cy") ?? 0 } };
  }
  return null;
}

function pointOf(element: XmlElement | undefined): AnchorPoint | null {
  if (element === undefined) return null;
  const number = (name: string): number => Number(child(element, name)?.text ?? 0);
  return { column: number("col"), columnOffset: number("colOff"), row: number("row"), rowOffset: number("rowOff") };
}

/** The drawing part with the shapes in it; relations to their images are made where they are missing. */
export function writeDrawing(pack: Package, part: string, shapes: readonly Shape[]): string {
  const xml = withoutMainPrefix(pack.text(part) ?? EMPTY_DRAWING);
  const root = parseXml(xml);
  return `${xml.slice(0, root.innerStart)}${shapes.map((shape) => shape.file.raw ?? anchorText(pack, part, shape)).join("")}</${root.tag}>`;
}

function anchorText(pack: Package, part: string, { id, name, anchor, file }: Shape): string {
  if (anchor === null) throw new Error(`the shape ${name} has no place`);
  const { prefix, namespaces, attributes } = file;
  const point = (tag: string, { column, columnOffset, row, rowOffset }: AnchorPoint): string =>
    `<${prefix}${tag}><${prefix}col>${column}</${prefix}col><${prefix}colOff>${columnOffset}</${prefix}colOff><${prefix}row>${row}</${prefix}row><${prefix}rowOff>${rowOffset}</${prefix}rowOff></${prefix}${tag}>`;
  const second =
    anchor.to !== undefined
      ? point("to", anchor.to)
      : `<${prefix}ext${attribute("cx", anchor.extent?.width ?? 0)}${attribute("cy", anchor.extent?.height ?? 0)}/>`;
  const tag = `${prefix}${anchor.to === undefined ? "oneCellAnchor" : "twoCellAnchor"}`;
  let first = true;
  const body = rewriteAttributes(file.body, (element) => {
    const attributes = new Map(element.attributes);
    for (const [name, value] of attributes) {
      const relation = isRelation(name) ? file.relations.get(value) : undefined;
      if (relation !== undefined) attributes.set(name, relationId(pack, part, relation));
    }
    // The object's own name; those inside a group keep theirs.
    if (element.name === "cNvPr" && first) {
      first = false;
      attributes.set("id", String(id)).set("name", protectText(name));
    }
    return attributes;
  });
  return `<${tag}${namespaces}${attributes}>${point("from", anchor.from)}${second}${body}</${tag}>`;
}

/** Attributes that name a relation: `r:embed`, `r:link`, `r:id`, and `r:dm` and its like of diagrams. */
const isRelation = (name: string): boolean => /^r:[a-z]+$/.test(name);

function relationIds(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((element) => [
    ...[...element.attributes].filter(([name, value]) => isRelation(name) && value !== "").map(([, value]) => value),
    ...relationIds(element.children),
  ]);
}

const fragmentOf = (target: string): string => /#.*$/.exec(target)?.[0] ?? "";

/** A relation of the drawing that leads where this one leads; made where there is none. */
function relationId(pack: Package, part: string, { type, target, external }: Relation): string {
  const relations = pack.relations(part);
  const leads = (own: Relation): boolean =>
    own.type === type &&
    own.external === external &&
    (external || target.startsWith("/#")
      ? own.target === target
      : resolveTarget(part, own.target) === resolveTarget(part, target));
  return relations.find(leads)?.id ?? pack.addRelation(part, { type, target, external });
}
