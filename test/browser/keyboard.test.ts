/** The core job without a mouse: the focus is always on something that can be seen, and the next step is where it should be. */
import { browserTest } from "./browser-test";
import { Pane } from "./tour";
import { eventually, openWorkbench, type WorkbenchPage } from "./workbench";

const RECORDS = "学时记录";

/** Runs in the pane. */
function focused(): { readonly name: string; readonly role: string; readonly seen: boolean; readonly marked: boolean } {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body) return { name: "", role: "body", seen: false, marked: false };
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  // Of a radio button only the label is drawn
  const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
  const marks = [element, element.parentElement, label].some((each) => {
    const own = each === null ? null : [getComputedStyle(each), getComputedStyle(each, "::after")];
    return (
      own?.some(
        ({ outlineStyle, outlineWidth, boxShadow, borderStyle }) =>
          (outlineStyle !== "none" && outlineWidth !== "0px") ||
          boxShadow !== "none" ||
          (each === element && borderStyle !== "none" && borderStyle !== ""),
      ) === true
    );
  });
  return {
    name: (element.getAttribute("aria-label") ?? label?.innerText ?? element.innerText)
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 60),
    role:
      element.getAttribute("role") ??
      (element instanceof HTMLInputElement && element.type === "radio" ? "radio" : element.tagName.toLowerCase()),
    seen:
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth &&
      style.visibility === "visible",
    marked: marks,
  };
}

/** Runs in the pane: how often the focus has moved since this was asked for the first time. */
function focusMoves(): number {
  const counted = window as Window & { focusMoves?: number };
  if (counted.focusMoves === undefined) {
    counted.focusMoves = 0;
    for (const type of ["focusin", "focusout"])
      document.addEventListener(type, () => (counted.focusMoves = (counted.focusMoves ?? 0) + 1), true);
  }
  return counted.focusMoves;
}

class Keys {
  constructor(
    readonly workbench: WorkbenchPage,
    readonly pane: Pane,
  ) {}

  async focused(): Promise<ReturnType<typeof focused>> {
    return (await this.workbench.paneFrame()).evaluate(focused);
  }

  /** Presses a key; what has the focus then can be seen. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.workbench.page.keyboard.press(key);
      await this.workbench.idle();
      const now = await this.focused();
      expect({ key, ...now }).toEqual({ key, ...now, seen: true });
    }
  }

  /** Presses a key that moves the focus, and waits until it has moved. */
  async move(key: string): Promise<void> {
    const frame = await this.workbench.paneFrame();
    const before = await frame.evaluate(focusMoves);
    await this.workbench.page.keyboard.press(key);
    await eventually(async () => expect(await frame.evaluate(focusMoves)).toBeGreaterThan(before));
  }

  /** Goes on with Tab until the control of this role and name has the focus; it has to be marked. */
  async tabTo(name: RegExp, key = "Tab", most = 60): Promise<void> {
    const met: string[] = [];
    for (let at = 0; at < most; at++) {
      const now = await this.focused();
      if (name.test(`${now.role} ${now.name}`)) {
        expect(now).toMatchObject({ seen: true, marked: true });
        return;
      }
      met.push(`${now.role} ${now.name}`);
      if (now.role === "body") break;
      await this.move(key);
    }
    throw new Error(`${String(name)} is not reached with ${key}; met ${met.join(" | ")}`);
  }

  async expectFocus(name: RegExp): Promise<void> {
    await eventually(async () => expect((await this.focused()).name).toMatch(name));
  }
}

browserTest(
  "review, go through the views, open a finding, decide on a record, issue: with the keyboard alone",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    const keys = new Keys(workbench, new Pane(workbench));
    const { pane } = workbench;
    await workbench.page.getByRole("button", { name: "关闭面板" }).focus();
    await keys.press("Tab");

    // Review: the button keeps the focus while it runs, and after
    await keys.tabTo(/^button 审核$/);
    await keys.press("Enter");
    await pane.getByText("审核完成").waitFor();
    await workbench.idle();
    await keys.expectFocus(/审核/);

    // The tabs are one stop; arrows go from view to view and around
    await keys.tabTo(/^tab 概览/);
    for (const view of [/^问题/, /^决定/, /^人员/, /^证明/, /^文书/, /^概览/]) {
      await keys.press("ArrowRight");
      await keys.expectFocus(view);
    }
    await keys.press("End");
    await keys.expectFocus(/^文书/);
    await keys.press("Home", "ArrowRight");
    await keys.expectFocus(/^问题/);

    // A finding: arrows in the list, Enter shows it and selects its cell, Escape goes back to its row
    await keys.tabTo(/^button (错误|待判断|提醒|说明) · /);
    await keys.press("ArrowDown", "ArrowDown", "PageDown", "Home", "ArrowDown");
    const row = (await keys.focused()).name;
    const where = /(人员信息|学时记录|年度汇总|单位信息) \w+/.exec(row)?.[0] ?? "?";
    await keys.press("Enter");
    await pane.getByRole("region", { name: "说明" }).waitFor();
    await eventually(async () => expect(await workbench.selected()).toBe(where));
    await keys.press("Alt+ArrowDown");
    await eventually(async () => expect(await workbench.selected()).not.toBe(where));
    await keys.press("Alt+ArrowUp");
    await eventually(async () => expect(await workbench.selected()).toBe(where));
    await keys.press("Escape");
    await keys.expectFocus(/^错误 · |^待判断 · |^提醒 · |^说明 · /);

    // A record
    await keys.tabTo(/^tab 问题/, "Shift+Tab");
    await keys.press("ArrowRight");
    await keys.tabTo(/^button 记录/);
    await keys.press("Enter");
    await keys.tabTo(/^button 王示远 · 2016/);
    await keys.press("Enter");
    await keys.tabTo(/^radio 认定/);
    await keys.press("Space");
    await fill(keys, /理由/, "已核原件");
    await fill(keys, /处理人姓名/, "李审核");
    await keys.press("Enter");
    await pane.getByText("已写入处理意见并重新审核").waitFor();
    await workbench.idle();
    expect(await workbench.text(RECORDS, "AL45")).toBe("认定");
    expect((await keys.focused()).role).not.toBe("body");

    // All questions at once, then the certificates
    await keys.tabTo(/^tab 决定/, "Shift+Tab");
    await keys.tabTo(/^button 口径/);
    await keys.press("Enter");
    await keys.tabTo(/^button 全部采用暂定口径/);
    await keys.press("Enter");
    await workbench.page.keyboard.press("Enter");
    await pane.getByText("已全部采用暂定口径并重新审核").waitFor();
    await workbench.idle();
    expect((await keys.focused()).seen).toBe(true);
    await keys.tabTo(/^tab 决定/, "Shift+Tab");
    await keys.press("ArrowRight", "ArrowRight");
    await keys.tabTo(/^button 生成合格证明/);
    await keys.press("Enter");
    await keys.expectFocus(/24 人可以生成合格证明/);
    await keys.tabTo(/^button 编号并生成/, "Tab", 200);
    await keys.press("Enter");
    await pane.getByText("已生成 24 份合格证明").waitFor();
    await workbench.idle();
    expect((await keys.focused()).seen).toBe(true);
    await workbench.expectNothingRefused();
  },
);

browserTest("Tab goes into the pane and out of it again, at both ends", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  const onPage = (): Promise<string> =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLIFrameElement
        ? "pane"
        : (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""),
    );
  await page.getByRole("button", { name: "关闭面板" }).focus();
  await page.keyboard.press("Tab");
  await eventually(async () => expect(await onPage()).toBe("pane"));
  for (let at = 0; at < 20 && (await onPage()) === "pane"; at++) {
    await page.keyboard.press("Tab");
    await workbench.idle();
  }
  await eventually(async () => expect(await onPage()).toBe("运行记录"));
  await page.keyboard.press("Shift+Tab");
  await eventually(async () => expect(await onPage()).toBe("pane"));
  for (let at = 0; at < 20 && (await onPage()) === "pane"; at++) {
    await page.keyboard.press("Shift+Tab");
    await workbench.idle();
  }
  await eventually(async () => expect(await onPage()).toBe("关闭面板"));
});

/** Tabs to a field by its label, and types. */
async function fill(keys: Keys, label: RegExp, text: string): Promise<void> {
  const { workbench } = keys;
  const field = workbench.pane.getByRole("textbox", { name: label }).and(workbench.pane.locator(":focus"));
  for (let at = 0; at < 30 && (await field.count()) === 0; at++) await keys.move("Tab");
  expect({ label, reached: await field.count() }).toEqual({ label, reached: 1 });
  await workbench.page.keyboard.insertText(text);
}
