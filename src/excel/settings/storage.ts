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

/** How often a document is asked to keep a setting: on the web and on a Mac saving may fail or be lost (office-js 761, 5206, 6091). */
const ATTEMPTS = 3;

/** The add-in's settings in the document, as far as they bear the office's mark. */
export class TrustedSettings {
  private known: ReadonlyMap<string, unknown> = new Map();
  private foreignKeys: readonly SettingKey[] = [];
  /** What the document has not kept, null for what it should forget: it holds as long as the page, and the next save tries again. */
  private readonly unsaved = new Map<SettingKey, unknown>();

  /** `sealer`: makes the office's marks. */
  constructor(private readonly sealer: () => Promise<Sealer>) {}

  /** Looks at the marks of all settings; `get` gives what was found then, or saved since. */
  async refresh(): Promise<void> {
    const sealer = await this.sealer();
    const known = new Map<string, unknown>();
    const foreign: SettingKey[] = [];
    for (const key of SETTING_KEYS) {
      const own: unknown = this.unsaved.get(key);
      if (own !== undefined && own !== null) known.set(key, own);
      if (own !== undefined) continue;
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

  /**
   * Saves with the office's mark, or forgets with null. Nothing is thrown where the document does not keep it: gives false, and
   * it holds as long as the page lives.
   */
  async save(key: SettingKey, value: object | string | null): Promise<boolean> {
    // As the document gives it back: what can't be written down is no part of it
    this.unsaved.set(key, value === null ? null : (JSON.parse(JSON.stringify(value)) as unknown));
    const isKept = await this.saveUnsaved();
    await this.refresh();
    return isKept;
  }

  /** Tries again to save what the document has not kept; true when nothing is known to this page alone any more. */
  async saveUnsaved(): Promise<boolean> {
    for (let attempt = 1; this.unsaved.size > 0 && attempt <= ATTEMPTS; attempt += 1)
      if (await this.isKept()) this.unsaved.clear();
    return this.unsaved.size === 0;
  }

  /**
   * One attempt to save what is unsaved. A save writes all that Office holds in memory, over what a co-author has saved in the
   * meantime: that is fetched first, so that only our own keys change; and what the document has then is looked at.
   */
  private async isKept(): Promise<boolean> {
    const { settings } = Office.context.document;
    const sealer = await this.sealer();
    await fetched(settings);
    const wanted = await Promise.all(
      [...this.unsaved].map(async ([key, value]) => ({
        key,
        before: (settings.get(key) ?? null) as unknown,
        stored: value === null ? null : await sealedSetting(key, value, sealer),
      })),
    );
    for (const { key, stored } of wanted) put(settings, key, stored);
    const isSaved = await saved(settings);
    if (isSaved && (await fetched(settings)))
      return wanted.every(({ key, stored }) => JSON.stringify(settings.get(key) ?? null) === JSON.stringify(stored));
    // What Office holds in memory would pass for saved, and never be written
    if (!isSaved) for (const { key, before } of wanted) put(settings, key, before);
    return isSaved;
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

function put(settings: Office.Settings, key: SettingKey, value: unknown): void {
  if (value === null) settings.remove(key);
  else settings.set(key, value);
}

function saved(settings: Office.Settings): Promise<boolean> {
  return new Promise((resolve) => {
    settings.saveAsync(({ status }) => resolve(status !== Office.AsyncResultStatus.Failed));
  });
}

/** Takes over what the document has by now; false where the host can't. */
function fetched(settings: Office.Settings): Promise<boolean> {
  if (!("refreshAsync" in settings)) return Promise.resolve(false);
  return new Promise((resolve) => {
    settings.refreshAsync(({ status }) => resolve(status !== Office.AsyncResultStatus.Failed));
  });
}
