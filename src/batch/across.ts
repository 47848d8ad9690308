/**
 * What only the whole shows: keys of all workbooks in one pass, each looked up once. Linear in the number of keys, and
 * exact: keys are compared as they are.
 */
import { SHEETS } from "../submission/vocabulary";
import type { FileFacts } from "./facts";

interface AcrossPlace {
  readonly file: string;
  readonly sheet: string;
  /** The sheet's own row, from 1. */
  readonly row: number;
}

export interface Across {
  readonly code: "person-in-two-units" | "achievement-in-two-units" | "certificate-number-twice";
  readonly places: readonly AcrossPlace[];
}

/** A workbook and the keys found in it. */
export interface FileKeys extends Pick<FileFacts, "persons" | "achievements" | "numbers"> {
  readonly file: string;
}

/** In the order of the workbooks, kind by kind. */
export function acrossFiles(files: readonly FileKeys[]): readonly Across[] {
  const names = files.map(({ file }) => file);
  const kinds: readonly (readonly [Across["code"], string, (file: FileKeys) => Iterable<readonly [string, number]>])[] =
    [
      ["person-in-two-units", SHEETS.people, ({ persons }) => persons],
      ["achievement-in-two-units", SHEETS.records, ({ achievements }) => achievements],
      [
        "certificate-number-twice",
        SHEETS.ledger,
        ({ numbers }) => numbers.map(({ certificateNo, row }) => [certificateNo, row] as const),
      ],
    ];
  return kinds.flatMap(([code, sheet, keysOf]) =>
    inSeveral(files.map(keysOf)).map((places) => ({
      code,
      places: places.map(([at, row]) => ({ file: names[at] ?? "", sheet, row })),
    })),
  );
}

type Place = readonly [file: number, row: number];

/** Places of every key that stands in two of the lists or more, in the order in which keys were first met. */
export function inSeveral(
  lists: readonly Iterable<readonly [key: string, row: number]>[],
): readonly (readonly Place[])[] {
  const known = new Map<string, Place[]>();
  const shared = new Set<Place[]>();
  lists.forEach((keys, file) => {
    for (const [key, row] of keys) {
      const places = known.get(key);
      if (places === undefined) {
        known.set(key, [[file, row]]);
        continue;
      }
      places.push([file, row]);
      if (places[0]?.[0] !== file) shared.add(places);
    }
  });
  // A set keeps the order in which the second place was met
  return [...known.values()].filter((places) => shared.has(places));
}

/** A year that a person lacks in one unit and that the certificate of another proves. */
export interface ProvenElsewhere {
  readonly registrationNo: string;
  readonly name: string;
  readonly file: string;
  readonly row: number;
  readonly years: readonly number[];
  readonly certificateNo: string;
  /** The workbook, or the office's ledger, that holds the number. */
  readonly by: string;
}

/** `file`: where the numbers stand. Only those that the office has given or confirmed prove anything. */
export function provenElsewhere(
  files: readonly (FileKeys & Pick<FileFacts, "failing">)[],
  ledger: Pick<FileKeys, "file" | "numbers"> | null,
): readonly ProvenElsewhere[] {
  const proofs = new Map<string, { by: string; number: FileFacts["numbers"][number] }[]>();
  for (const { file, numbers } of ledger === null ? files : [ledger, ...files]) {
    for (const number of numbers) {
      if (!number.isOurs || number.fromYear === null || number.toYear === null) continue;
      const own = proofs.get(number.registrationNo);
      if (own === undefined) proofs.set(number.registrationNo, [{ by: file, number }]);
      else if (!own.some((each) => each.number.certificateNo === number.certificateNo)) own.push({ by: file, number });
    }
  }
  return files.flatMap(({ file, failing }) =>
    failing.flatMap(({ registrationNo, name, row, unmet }) =>
      (proofs.get(registrationNo) ?? []).flatMap(({ by, number }): ProvenElsewhere[] => {
        const years = unmet.filter((year) => year >= (number.fromYear ?? 0) && year <= (number.toYear ?? 0));
        if (by === file || years.length === 0) return [];
        return [{ registrationNo, name, file, row, years, certificateNo: number.certificateNo, by }];
      }),
    ),
  );
}
