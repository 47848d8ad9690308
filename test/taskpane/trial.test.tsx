/** 试算: a form and the few cells that its hours hang on, before anything was reviewed. */
import { page } from "./page";
import { act } from "react";
import { at, click, press, stage, type, type Stage } from "./stage";

let staged: Stage | null = null;
afterEach(async () => {
  await staged?.unmount();
  staged = null;
});

async function choose(id: string, label: string): Promise<void> {
  const select = at<HTMLSelectElement>(id);
  await act(async () => {
    Object.getOwnPropertyDescriptor(page.HTMLSelectElement.prototype, "value")?.set?.call(select, label);
    select.dispatchEvent(new page.Event("change", { bubbles: true }));
  });
}

test("附件5第4条(2): only what a paper needs is asked; hours, clause, question and papers follow", async () => {
  staged = await stage({});
  await click("tab-people");
  await click("people-part-trial");
  expect(at("trial").textContent).toContain("选定学习形式后");
  await choose("trial-form", "论文");
  expect([...at("trial").querySelectorAll("label > span")].map((each) => each.textContent)).toEqual([
    "排名",
    "角色",
    "收录类别",
  ]);
  expect(at("trial-lacking").textContent).toBe("还不能折算");
  await choose("trial-indexing", "SCI");
  await type("trial-rank", "1");
  expect(at("trial-hours").textContent).toBe("60 学时");
  expect(at("trial").textContent).toContain("附件5第4条(2)");
  expect(at("trial-papers").textContent).toBe("刊物封面＋刊号＋目录复印件");
  await choose("trial-indexing", "其他中文核心");
  expect(at("trial").textContent).toContain("尚未定的口径");
  expect(at("trial-hours").textContent).toBe("30 学时");
});

test("every set of papers is spelled out; what was typed stays while another view is open; Alt+S comes back", async () => {
  staged = await stage({});
  await click("tab-people");
  await click("people-part-trial");
  await choose("trial-form", "面授培训");
  await type("trial-halfDays", "6");
  await type("trial-evenings", "2");
  expect(at("trial-hours").textContent).toBe("28 学时");
  expect(at("trial-papers").children.length).toBeGreaterThan(4);
  expect(at("trial").textContent).not.toContain("另有");
  await click("tab-papers");
  at("tab-papers").focus();
  await act(
    async () =>
      void at("tab-papers").dispatchEvent(
        new page.KeyboardEvent("keydown", { code: "KeyS", key: "s", altKey: true, bubbles: true, cancelable: true }),
      ),
  );
  expect(at("trial-hours").textContent).toBe("28 学时");
  await press("Escape");
});
