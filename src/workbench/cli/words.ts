/** What the workbench's commands say, in both languages. */
import type { PageLanguage } from "../server/setup";

export type { PageLanguage } from "../server/setup";

const zh = {
  usage: `用法：npm start -- [--workbook 文件.xlsx] [--page 网址或文件.html] [--lang zh|en] [--port 端口] [--no-open]
  --workbook  打开哪个工作簿，默认为示例 assets/sample/submission.xlsx
  --page      打开别的加载项页面，默认为本加载项
  --lang      界面语言，默认 zh
  --port      端口，默认 0，即任一空闲端口
  --no-open   不打开浏览器，只显示地址`,
  misused: (problem: string, usage: string) => `${problem}。\n${usage}`,
  valueMissing: (option: string) => `--${option} 后面缺少内容`,
  optionUnknown: (option: string) => `没有 --${option} 这个选项`,
  languageUnknown: (given: string) => `--lang 只能是 zh 或 en，不能是 ${given}`,
  portUnfit: (given: string) => `--port 应为 0 到 65535 的整数，不能是 ${given}`,
  portTaken: (port: number) => `端口 ${port} 已被占用；不写 --port 就用任一空闲端口`,
  noPage: (file: string) => `没有页面 ${file}`,
  noWorkbook: (file: string) => `没有工作簿 ${file}`,
  notUnderstood: (words: string) => `不明白 ${words}`,
  running: (url: string) => `工作台：${url}\n按 Ctrl+C 结束`,
};

const en: typeof zh = {
  usage: `usage: npm start -- [--workbook FILE.xlsx] [--page URL or FILE.html] [--lang zh|en] [--port PORT] [--no-open]
  --workbook  the workbook to open, assets/sample/submission.xlsx by default
  --page      the page of another add-in
  --lang      the language of the screen, zh by default
  --port      the port, 0 by default: any that is free
  --no-open   opens no browser, only shows the address`,
  misused: (problem, usage) => `${problem}.\n${usage}`,
  valueMissing: (option) => `--${option} has no value`,
  optionUnknown: (option) => `There is no option --${option}`,
  languageUnknown: (given) => `--lang is zh or en, not ${given}`,
  portUnfit: (given) => `--port is a whole number from 0 to 65535, not ${given}`,
  portTaken: (port) => `Port ${port} is taken; without --port any free one is used`,
  noPage: (file) => `There is no page ${file}`,
  noWorkbook: (file) => `There is no workbook ${file}`,
  notUnderstood: (words) => `${words} is not understood`,
  running: (url) => `Workbench: ${url}\nCtrl+C ends it`,
};

export const WORDS: Readonly<Record<PageLanguage, typeof zh>> = { zh, en };

/** The language that a command line asks for by `--lang`, before it is read whole; Chinese without one. */
export function languageOf(argv: readonly string[]): PageLanguage {
  const at = argv.indexOf("--lang");
  return (at >= 0 && argv[at + 1] === "en") || argv.includes("--lang=en") ? "en" : "zh";
}
