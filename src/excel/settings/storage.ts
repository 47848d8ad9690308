/** What the add-in keeps in the workbook's own settings: the workbook may be opened on another computer. */

export function readSetting(key: string): unknown {
  return Office.context.document.settings.get(key);
}

/** Saves, or forgets with null. One round trip. */
export async function saveSetting(key: string, value: object | null): Promise<void> {
  const { settings } = Office.context.document;
  if (value === null) settings.remove(key);
  else settings.set(key, value);
  await new Promise<void>((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Failed) reject(new Error(result.error.message));
      else resolve();
    });
  });
}
