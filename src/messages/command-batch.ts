/** What the command says of a batch, a folder of workbooks: see command.ts. */

const several = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** Seconds as people say them. */
const minutesZh = (seconds: number): string =>
  seconds < 60 ? `${Math.max(1, Math.round(seconds))} 秒` : `${Math.round(seconds / 60)} 分钟`;
const minutesEn = (seconds: number): string =>
  seconds < 60 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

const LEDGER_FILE = "总台账.xlsx";
const SUMMARY_FILE = "汇总.xlsx";

export interface BatchProgressWords {
  readonly step: "reviewing" | "issuing";
  readonly done: number;
  readonly total: number;
  readonly seconds: number | null;
  readonly file: string;
}

export interface BatchTotals {
  readonly files: number;
  readonly refused: number;
  readonly records: number;
  readonly people: number;
  readonly qualified: number;
  readonly unqualified: number;
  readonly pending: number;
  readonly certificates: number;
}

export type AcrossCode = "person-in-two-units" | "achievement-in-two-units" | "certificate-number-twice";

const ACROSS_ZH: Readonly<Record<AcrossCode, string>> = {
  "person-in-two-units": "同一人在两个单位申报",
  "achievement-in-two-units": "同一成果同一排名在两个单位申报",
  "certificate-number-twice": "同一证明编号出现两次",
};
const ACROSS_EN: Readonly<Record<AcrossCode, string>> = {
  "person-in-two-units": "one person in two units",
  "achievement-in-two-units": "one achievement claimed at the same rank in two units",
  "certificate-number-twice": "one certificate number twice",
};

export const batchZh = {
  "batch-usage": () =>
    "用法：npm run review -- 文件夹 [--out 文件夹] [--json SUMMARY.json] [--policy 政策编号] [--decisions OTHER.xlsx] [--adopt-provisional 姓名] [--certificates [--first-number N] [--ledger 总台账.xlsx]] [--resume] [--workers N] [--trust-decisions] [--office-key FILE] [--lang zh|en]",
  "batch-one-folder": ({ more }: { more: string }) => `一次审核一个文件夹，多出了“${more}”`,
  "batch-workers-unfit": () => "--workers 应为 1 至 99 的整数",
  "batch-out-is-folder": ({ path }: { path: string }) => `--out ${path} 就是要审核的文件夹，或包含它，请换一个文件夹`,
  "batch-out-is-file": ({ path }: { path: string }) => `--out ${path} 是文件，不是文件夹`,
  "batch-begins": ({ folder, out }: { folder: string; out: string }) => `批量审核 ${folder}，结果写入 ${out}`,
  "batch-waits": () => "另一次批量审核正在写入同一文件夹，等它结束……",
  "batch-progress": ({ step, done, total, seconds, file }: BatchProgressWords) =>
    `  ${step === "reviewing" ? "审核" : "签发"} ${done}/${total} ${file}${seconds === null || done === total ? "" : `，约剩 ${minutesZh(seconds)}`}`,
  "batch-failed": ({ why }: { why: string }) => `未能完成：${why}。请单独审核这个文件，或把它发给维护人员。`,
  "batch-second-number": ({
    name,
    registrationNo,
    certificateNo,
    by,
  }: {
    name: string;
    registrationNo: string;
    certificateNo: string;
    by: string;
  }) =>
    `${name}（${registrationNo}）本年度已有合格证明 ${certificateNo}（${by === "" ? "见总台账" : by}），没有再发，请核对其所在单位。`,
  "batch-numbers-exhausted": ({ name, registrationNo }: { name: string; registrationNo: string }) =>
    `${name}（${registrationNo}）：编号已到 9999，没有签发。`,
  "batch-ledger-unreadable": ({ file, why }: { file: string; why: string }) => `${file}：${why}`,
  "batch-totals": ({ files, refused, records, people, qualified, unqualified, pending, certificates }: BatchTotals) =>
    `  文件 ${files} 个${refused === 0 ? "" : `，其中 ${refused} 个不能审核`}；记录 ${records} 条；人员 ${people} 名：合格 ${qualified}，不合格 ${unqualified}，待判断 ${pending}${certificates === 0 ? "" : `；合格证明 ${certificates} 份`}`,
  "batch-refused": ({ file, problem }: { file: string; problem: string }) => `  ${file}：${problem}`,
  "batch-across": ({ code, count }: { code: AcrossCode; count: number }) => `  ${ACROSS_ZH[code]}：${count} 处`,
  "batch-summary-at": ({ path }: { path: string }) => `  汇总：${path}`,
  "batch-ledger-at": ({ path }: { path: string }) => `  总台账：${path}`,
  "batch-page-usage": () =>
    "用法：npm run batch -- [--ledger 总台账.xlsx] [--folder 文件夹] [--lang zh|en] [--port 端口] [--no-open]",
  "batch-page-running": ({ url }: { url: string }) => `批量审核：${url}\n按 Ctrl+C 结束`,
  // Names of files: the same in every language, so that two runs find the same files
  "batch-ledger-file": () => LEDGER_FILE,
  "batch-summary-file": () => SUMMARY_FILE,
  "batch-cancelled": () => "已取消；做完的文件保留，加 --resume 接着做。",
};

export const batchEn: typeof batchZh = {
  "batch-usage": () =>
    "usage: npm run review -- FOLDER [--out FOLDER] [--json SUMMARY.json] [--policy ID] [--decisions OTHER.xlsx] [--adopt-provisional NAME] [--certificates [--first-number N] [--ledger LEDGER.xlsx]] [--resume] [--workers N] [--trust-decisions] [--office-key FILE] [--lang zh|en]",
  "batch-one-folder": ({ more }) => `One folder at a time: “${more}” is too much`,
  "batch-workers-unfit": () => "--workers is a whole number from 1 to 99",
  "batch-out-is-folder": ({ path }) => `--out ${path} is the folder to be reviewed, or holds it; choose another`,
  "batch-out-is-file": ({ path }) => `--out ${path} is a file, no folder`,
  "batch-begins": ({ folder, out }) => `Reviewing ${folder}; results go to ${out}`,
  "batch-waits": () => "Another run is writing to the same folder; waiting for its end …",
  "batch-progress": ({ step, done, total, seconds, file }) =>
    `  ${step === "reviewing" ? "reviewed" : "issued"} ${done}/${total} ${file}${seconds === null || done === total ? "" : `, about ${minutesEn(seconds)} left`}`,
  "batch-failed": ({ why }) =>
    `It did not come to an end: ${why}. Review this file by itself, or send it to whoever maintains this.`,
  "batch-second-number": ({ name, registrationNo, certificateNo, by }) =>
    `${name} (${registrationNo}) holds certificate ${certificateNo} of this year already (${by === "" ? "see the ledger" : by}); no other was issued. Check which unit the person belongs to.`,
  "batch-numbers-exhausted": ({ name, registrationNo }) =>
    `${name} (${registrationNo}): the numbers have come to 9999; none was issued.`,
  "batch-ledger-unreadable": ({ file, why }) => `${file}: ${why}`,
  "batch-totals": ({ files, refused, records, people, qualified, unqualified, pending, certificates }) =>
    `  ${several(files, "file")}${refused === 0 ? "" : `, ${refused} of them can’t be reviewed`}; ${several(records, "record")}; people ${people}: qualified ${qualified}, not qualified ${unqualified}, pending ${pending}${certificates === 0 ? "" : `; ${several(certificates, "certificate")}`}`,
  "batch-refused": ({ file, problem }) => `  ${file}: ${problem}`,
  "batch-across": ({ code, count }) => `  ${ACROSS_EN[code]}: ${count}`,
  "batch-summary-at": ({ path }) => `  Summary: ${path}`,
  "batch-ledger-at": ({ path }) => `  Ledger: ${path}`,
  "batch-page-usage": () =>
    "usage: npm run batch -- [--ledger LEDGER.xlsx] [--folder FOLDER] [--lang zh|en] [--port PORT] [--no-open]",
  "batch-page-running": ({ url }) => `Batch review: ${url}\nCtrl+C ends it`,
  "batch-ledger-file": () => LEDGER_FILE,
  "batch-summary-file": () => SUMMARY_FILE,
  "batch-cancelled": () => "Cancelled; finished files are kept. Go on with --resume.",
};
