/** Puts a picture on a sheet the way Excel stores one: drawing part, relation, image part. */
import { deflateSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { crc32 } from "./crc32";
import type { Workbook } from "../../src/book/model/workbook";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EMU = 12_700;

export interface PicturePlace {
  readonly row: number;
  readonly column: number;
  /** Points from the cell's corner, and size. */
  readonly down: number;
  readonly right: number;
  readonly size: number;
}

/** The workbook as opened from a file whose sheet carries the picture. */
export function withPicture(
  workbook: Workbook,
  sheet: string,
  { row, column, down, right, size }: PicturePlace,
  name = "局徽",
): Workbook {
  const files = unzipSync(saveWorkbook(workbook));
  const text = (part: string): string => strFromU8(files[part] ?? new Uint8Array());
  const put = (part: string, content: string): void => {
    files[part] = strToU8(content);
  };
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(text("xl/workbook.xml"))?.[1] ?? "";
  const target =
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)]
      .map(([own]) => own)
      .find((own) => own.includes(`Id="${id}"`)) ?? "";
  const part = (/Target="([^"]+)"/.exec(target)?.[1] ?? "").replace(/^\/?(xl\/)?/, "xl/");
  const rels = part.replace(/([^/]+)$/, "_rels/$1.rels");
  files["xl/media/image1.png"] = ring();
  put(
    "xl/drawings/drawing1.xml",
    `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
      `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${right * EMU}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${down * EMU}</xdr:rowOff></xdr:from>` +
      `<xdr:ext cx="${size * EMU}" cy="${size * EMU}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}"/><xdr:cNvPicPr/></xdr:nvPicPr>` +
      `<xdr:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size * EMU}" cy="${size * EMU}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
  );
  put(
    "xl/drawings/_rels/drawing1.xml.rels",
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/image" Target="../media/image1.png"/></Relationships>`,
  );
  const before =
    files[rels] === undefined
      ? `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
      : text(rels);
  put(
    rels,
    before.replace(
      "</Relationships>",
      `<Relationship Id="rIdD" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    ),
  );
  const drawing = `<drawing xmlns:r="${RELATIONS}" r:id="rIdD"/>`;
  put(part, text(part).replace("</worksheet>", `${drawing}</worksheet>`));
  put(
    "[Content_Types].xml",
    text("[Content_Types].xml")
      .replace("<Default ", '<Default Extension="png" ContentType="image/png"/><Default ')
      .replace(
        "</Types>",
        '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
      ),
  );
  return openWorkbook(zipSync(files));
}

/** A red ring on white, 64 × 64. */
function ring(): Uint8Array<ArrayBuffer> {
  const edge = 64;
  const lines = Buffer.alloc(edge * (edge * 3 + 1));
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      const distance = Math.hypot(x - 31.5, y - 31.5);
      const red = distance < 31 && distance > 26;
      lines.set(red ? [200, 20, 20] : [255, 255, 255], y * (edge * 3 + 1) + 1 + x * 3);
    }
  }
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(edge, 0);
  head.writeUInt32BE(edge, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      chunk("IHDR", head),
      chunk("IDAT", deflateSync(lines)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}
