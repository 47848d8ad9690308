/**
 * What people got wrong when they filled the sheet: one cell each. 记录 is a course's code with its year, or the title of an achievement.
 * How they typed is in {@link TYPING}: dates and figures as text, one habit a person.
 */
import { readTable } from "./table";

export const MISTAKES = readTable(`
编号   | 记录                 | 列       | 改为                                                 | 说明
XG0002 | 16专1                | 申报学时 | 48                                                   | 按六天多报，五天只有40
XG0004 | 14公1                | 证明材料 | 培训通知                                             | 缺签到表、结业证书：当年公需落空
XG0007 | 15专5                | 半天数   | 14                                                   | 两天不可能有14个半天
XG0007 | 15专5                | 申报学时 | 60                                                   |
XG0013 | 15专1                | 证书学时 | 32                                                   | 证书写32，按天数40
XG0013 | 15专1                | 申报学时 | 32                                                   |
XG0014 | 16专4                | 申报学时 | 10                                                   | 多报
XG0014 | 16专4                | 初审盖章 | 否                                                   | 主管部门没有盖章
XG0026 | 15专4                | 证明材料 | 结业证书                                             | 只有结业证书：正文三与附件4不一致
XG0027 | 14会2                | 证明材料 | 会议邀请函、会议通讯录                               | 辅助材料
XG0028 | 16会2                | 证明材料 | 会议邀请函、回执（盖章）                             | 盖章回执，没有其他证明
XG0032 | 14专4                | 学习形式 | 面授陪训                                             | 错别字
XG0032 | 16专4                | 证明材料 | 培训通知、培训课程表、其他签到形式                   | 指纹打卡
XG0034 | 市政管网漏损控制策略 | 科目     | 公需科目                                             | 论文只能计专业科目
XG0025 | 城市更新评估课题     | 备注     | 尚未结题                                             |
XG0018 | 17公2                | 初审盖章 |                                                      | 漏盖章
XG0022 | 17公网               | 初审盖章 |                                                      | 漏盖章
XG0031 | 17公网               | 初审盖章 | 否                                                   | 漏盖章
XG0038 | 17公1                | 初审盖章 |                                                      | 漏盖章
XG0015 | 13会1                | 申报学时 | 32                                                   | 申报与折算不符
XG0028 | 13专5                | 申报学时 | 16                                                   | 申报与折算不符
XG0035 | 13会1                | 申报学时 | 32                                                   | 申报与折算不符
XG0046 | 15会2                | 申报学时 | 12                                                   | 申报与折算不符
XG0024 | 14公2                | 证明材料 | 培训通知、培训课程表、培训签到表、结业证书、现场照片 | 照片不在清单内
XG0036 | 14公2                | 证明材料 | 培训通知、培训课程表、培训签到表、结业证书、现场照片 | 照片不在清单内
XG0045 | 16公1                | 证明材料 | 培训通知、培训课程表、培训签到表、结业证书、现场照片 | 照片不在清单内
`);

export type Habit =
  "2015-3-9" | "2015.3.9" | "2015/03/09" | "2015年3月9日" | "20150309" | "2015年度" | "文本数字" | "全角数字";

export const TYPING: Readonly<Record<string, Habit>> = {
  XG0015: "2015-3-9",
  XG0021: "2015.3.9",
  XG0022: "2015年3月9日",
  XG0023: "20150309",
  XG0024: "2015年度",
  XG0025: "全角数字",
  XG0032: "文本数字",
  XG0040: "2015/03/09",
};

/** Typed twice: the row stands once more at the end of the person's rows. */
export const TYPED_TWICE = { 编号: "XG0015", 记录: "14会1" } as const;

/** A formula where a figure belongs: 申报学时 as half-days times four. */
export const TYPED_AS_FORMULA = { 编号: "XG0018" } as const;
