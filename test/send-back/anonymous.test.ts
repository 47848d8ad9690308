/** 去标识导出: nobody's name is left in the file, and its review finds the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { Workbook } from "../../src/book/model/workbook";
import { gridsOf } from "../../src/in-memory/grids";
import { policyOf } from "../../src/policy";
import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { anonymousFile } from "../../src/send-back/anonymous";
import { readSubmission } from "../../src/submission";
import { emptyWorkbook } from "../../src/book/xlsx";
import { serial, submissionGrids } from "../support/submission";
import type { WorkbookGrids } from "../../src/submission/grid";

const ROOT = join(__dirname, "../..");

function reviewed(bytes: Uint8Array): Review {
  const reading = readSubmission(gridsOf(openWorkbook(bytes)), {});
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const policy = policyOf(reading.submission.unit.policyId);
  if (policy === undefined) throw new Error("no policy");
  return reviewSubmission(reading.submission, policy);
}

/** A review by places instead of names. Which sheets there are hidden, and how names are written, is no part of it. */
function judged({ records, years, people, findings }: Review): unknown {
  const row = new Map(people.map(({ registrationNo, place }) => [registrationNo, place.row]));
  return {
    records: records.map(({ place, verdict, creditedHours, convertedHours, subject }) => [
      place.row,
      verdict,
      creditedHours,
      convertedHours,
      subject,
    ]),
    years: years.map(({ registrationNo, year, totalHours, status }) => [
      row.get(registrationNo),
      year,
      totalHours,
      status,
    ]),
    people: people.map(({ place, verdict, senior }) => [place.row, verdict, senior]),
    findings: findings
      .map(
        ({ code, severity, place: { sheet, row: at, column } }) => `${sheet} ${at} ${column ?? ""} ${code} ${severity}`,
      )
      .sort(),
  };
}

function workbookOf(grids: WorkbookGrids): Workbook {
  const workbook = emptyWorkbook();
  const [blank] = workbook.sheets;
  for (const { name, values } of grids.values()) {
    const sheet = workbook.addSheet(name);
    values.forEach((line, row) => line.forEach((value, column) => sheet.setValue(row, column, value)));
  }
  if (blank !== undefined) workbook.removeSheet(blank);
  return workbook;
}

const textOfFile = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");

describe.each(["submission", "accounting", "second-round"])("the sample %s", (name) => {
  const bytes = new Uint8Array(readFileSync(join(ROOT, `assets/sample/${name}.xlsx`)));
  const anonymous = anonymousFile(bytes);

  test("is judged the same", () => {
    expect(judged(reviewed(anonymous))).toEqual(judged(reviewed(bytes)));
  });

  test("holds nobody's name, number, unit, title or phone", () => {
    const reading = readSubmission(gridsOf(openWorkbook(bytes)), {});
    if (!reading.ok) throw new Error("unreadable");
    const { unit, people, records } = reading.submission;
    const secrets = new Set(
      [
        unit.unitName,
        unit.handler,
        unit.phone,
        ...people.flatMap((person) => [
          person.name,
          person.registrationNo,
          person.idNumber,
          person.employer,
          person.currentTitle,
        ]),
        ...records.map(({ title }) => title),
      ].filter((text) => text.length > 1),
    );
    const text = textOfFile(anonymous);
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
  });
});

test("ids are as wrong as they were, names in texts that stay are gone, notes and our own columns do not come along", () => {
  const workbook = workbookOf(
    submissionGrids({
      people: [
        { 身份证号: "11010119900307001X", 备注: "张样例的同事" },
        { 登记证书编号: "yy 000002", 姓名: "李样例", 身份证号: 110101199003070000 },
        { 登记证书编号: "YY000003", 姓名: "王样例", 身份证号: "#N/A" },
      ],
      records: [
        {
          学习形式: "面授培训",
          名称: "专业技术培训",
          半天数: 2,
          证明材料: "张样例的签到表、结业证书",
          开始日期: serial("2017-03-01"),
        },
        {
          登记证书编号: "YY000002",
          姓名: "李样例",
          学习形式: "面授培训",
          名称: "专业 技术培训",
          半天数: "无",
          证明材料: "培训通知",
        },
        { 登记证书编号: "YY000009", 姓名: "赵样例", 学习形式: "论文", 名称: "=1+1", 备注: "电话 13900000000" },
      ],
    }),
  );
  workbook.sheetByName("学时记录")?.setFormula(1, 10, '=LEN("张样例")-1', 2);
  workbook.addSheet("内部备忘").setValue(0, 0, "张样例");
  const bytes = saveWorkbook(workbook);
  const anonymous = anonymousFile(bytes);
  expect(judged(reviewed(anonymous))).toEqual(judged(reviewed(bytes)));
  const text = textOfFile(anonymous);
  for (const secret of ["样例", "13900000000", "YY000", "110101199003070", "内部备忘", "专业技术培训", "1+1"])
    expect({ secret, stays: text.includes(secret) }).toEqual({ secret, stays: false });
});
