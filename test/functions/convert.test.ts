/** CE.CONVERT: what an activity would be worth, from a form and the few cells that its hours hang on. */
import { convert } from "../../src/functions/functions";
import { policyOf } from "../../src/policy";
import { itemsOf, trial } from "../../src/review/trial";

test.each<readonly [string, readonly unknown[], unknown]>([
  ["附件5第4条(2): first author, SCI", ["论文", "收录类别", "SCI", "排名", 1], 60],
  ["附件5第4条(2): others", ["论文", "收录类别", "SCI", "排名", 2], 5],
  ["附件5第1条: half days and evenings", ["面授培训", "半天数", 6, "晚上数", 2], 28],
  ["a synonym of a column", ["论文", "收录类别", "SCI", "署名顺序", 1], 60],
  ["blanks of every kind are not given", ["面授培训", "半天数", 6, "", 0, null, null, undefined, undefined], 24],
  ["ranges of one cell", [[["论文"]], [["收录类别"]], [["SCI"]], [["排名"]], [[1]]], 60],
])("%s", (_, given, expected) => {
  expect(convert(...(given as Parameters<typeof convert>))).toBe(expected);
});

test.each<readonly [string, readonly unknown[], RegExp]>([
  ["a lacking cell is named", ["论文", "收录类别", "SCI"], /排名/],
  ["a value that is none of the column's", ["论文", "收录类别", "没有这种", "排名", 1], /没有这种/],
  ["a column that is none", ["论文", "星级", 5], /没有“星级”.*排名、角色、收录类别/],
  ["a name that every object has", ["论文", "constructor", 5], /没有“constructor”/],
  ["a form that every object has", ["__proto__", "排名", 1], /__proto__/],
  ["a form that is none", ["散步"], /散步/],
  ["twice the same", ["论文", "排名", 1, "署名顺序", 2], /给了两次/],
  ["no form", [""], /学习形式/],
])("in words: %s", (_, given, expected) => {
  expect(convert(...(given as Parameters<typeof convert>))).toEqual(expect.stringMatching(expected));
});

test("another notice, and one that is not there", () => {
  const twelve = Array.from({ length: 10 }, () => undefined);
  expect(convert("论文", "排名", 1, ...(twelve as []), "no-such")).toBe("没有编号为“no-such”的政策");
});

const policy = policyOf("yiyang-2018-47");
test.each(Object.entries(policy?.forms ?? {}).filter(([, { conversion }]) => typeof conversion.worth !== "number"))(
  "%s: what its hours hang on is asked, and the papers of each set are named",
  (slug, form) => {
    if (policy === undefined) throw new Error();
    const [label = ""] = form.labels;
    expect({ slug, items: itemsOf(policy, label) }).not.toEqual({ slug, items: [] });
    const tried = trial(label, [], "yiyang-2018-47");
    if ("error" in tried) throw new Error(tried.error.key);
    expect(tried.papers.flat().every((paper) => /\p{Script=Han}/u.test(paper))).toBe(true);
  },
);
