/** Pinyin initials of names, told by the collation alone. */
import { SURNAME_INITIALS } from "../../src/taskpane/people/initials-words";
import { initialsOf } from "../../src/taskpane/people/initials";

test.each([
  ["张三", "zs"],
  ["李样例", "lyl"],
  ["赵拟宁", "znn"],
  ["欧阳娜娜", "oynn"],
  ["阿依古丽", "aygl"],
  ["吴迪", "wd"],
  ["她他它塔", "tttt"],
  ["夏侯渊", "xhy"],
  ["曾国藩", "zgf cgf"],
  ["单雄信", "sxx dxx"],
  ["解晓东", "xxd jxd"],
  ["任我行", "rwx"],
  ["Anna 王", "annaw"],
  ["", ""],
])("%s → %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a surname stands in the table only where it reads otherwise", () => {
  for (const [surname, letter] of Object.entries(SURNAME_INITIALS))
    expect([surname, initialsOf(surname)]).toEqual([surname, expect.stringMatching(new RegExp(`^${letter} [a-z]$`))]);
});
