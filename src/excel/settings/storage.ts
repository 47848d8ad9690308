/**
 * What the add-in keeps in the workbook's own settings: the workbook may be opened on another computer. Only what bears
 * the office's mark is read; what a unit has put there is nobody's choice.
 */
import { adoptStored } from "./policy-book";
import { openedSetting, sealedSetting, type Sealer } from "../../trust";

/** Every key that the add-in uses. */
const SETTING_KEYS = [
  "ce-hours-review.before",
  "ce-hours-review.certificates",
  "ce-hours-review.columns",
  "ce-hours-review.papers",
  "ce-hours-review.policy",
  "ce-hours-review.policy-book",
  "ce-hours-review.problem-view",
  "ce-hours-review.record",
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** The add-in's settings in the document, as far as they bear the office's mark. */
export class TrustedSettings {
  private known: ReadonlyMap<string, unknown> = new Map();
  private foreignKeys: readonly SettingKey[] = [];

  /** `sealer`: makes the office's marks. */
  constructor(private readonly sealer: () => Promise<Sealer>) {}

  /** Looks at the marks of all settings; `get` gives what was found then, or saved since. */
  async refresh(): Promise<void> {
    const sealer = await this.sealer();
    const known = new Map<string, unknown>();
    const foreign: SettingKey[] = [];
    for (const key of SETTING_KEYS) {
      const stored: unknown = Office.context.document.settings.get(key);
      if (stored === null || stored === undefined) continue;
      const opened = await openedSetting(key, stored, sealer);
      if (opened === null) foreign.push(key);
      else known.set(key, opened.value);
    }
    this.known = known;
    this.foreignKeys = foreign;
    adoptStored(this.get("ce-hours-review.policy-book"));
  }

  /** Settings that the office has not made. */
  get foreign(): readonly SettingKey[] {
    return this.foreignKeys;
  }

  /** The value of a setting that the office has made; null for none, and for one that came with the workbook. */
  get(key: SettingKey): unknown {
    return this.known.get(key) ?? null;
  }

  /** Saves with the office's mark, or forgets with null. One round trip. */
  async save(key: SettingKey, value: object | string | null): Promise<void> {
    const { settings } = Office.context.document;
    const before: unknown = settings.get(key) ?? null;
    const known = new Map(this.known);
    if (value === null) {
      settings.remove(key);
      known.delete(key);
    } else {
      // As the document gives it back: what can't be written down is no part of it
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      settings.set(key, await sealedSetting(key, plain, await this.sealer()));
      known.set(key, plain);
    }
    try {
      await saved(settings);
    } catch (error) {
      // What Office holds in memory would pass for saved, and never be written
      if (before === null) settings.remove(key);
      else settings.set(key, before);
      throw error;
    }
    this.known = known;
    this.foreignKeys = this.foreignKeys.filter((each) => each !== key);
  }

  /** Settings that came with the workbook become the office's, or are taken out. */
  async deal(take: "over" | "aside"): Promise<void> {
    for (const key of this.foreignKeys) {
      const stored: unknown = Office.context.document.settings.get(key);
      const value = isSealed(stored) ? stored.value : stored;
      await this.save(key, take === "over" && (typeof value === "object" || typeof value === "string") ? value : null);
    }
  }
}

/** Another office's setting has its mark beside it. */
function isSealed(stored: unknown): stored is { readonly value: unknown } {
  return typeof stored === "object" && stored !== null && "value" in stored && "mark" in stored;
}

function saved(settings: Office.Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Failed) reject(new Error(result.error.message));
      else resolve();
    });
  });
}
