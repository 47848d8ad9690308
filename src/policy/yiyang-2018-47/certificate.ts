/** 合格证明 with its stub, in the words of 附件1. */
import type { CertificateForm } from "../certificate-form";

export const certificate: CertificateForm = {
  clause: "附件1",
  printedLevel: "高级",
  // The notice was typed with a Latin capital O; the certificate prints U+3007, which stands in Chinese fonts.
  digits: ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
  stub: {
    title: ["湖南省专业技术人员", "继续教育合格证明"],
    subtitle: "存根（{blank}）",
    lines: [
      "姓　　名　{name}",
      "单　　位　{employer}",
      "现有职称　{currentTitle}",
      "编　　号　{certificateNo}",
      "经 办 人　{handler}",
      "联系电话　{phone}",
    ],
    date: "{date}",
  },
  body: {
    title: ["湖南省专业技术人员继续教育", "合 格 证 明"],
    paragraph:
      "　　根据《专业技术人员继续教育规定》（人社部令第25号）精神，{name}同志，{education}学历，" +
      "申报{specialty}专业{level}及以上职称，自{fromYear}年至{toYear}年（近{count}年）参加继续教育培训，" +
      "培训学时达到专业技术职称的继续教育证书要求。特此证明。",
    registration: "继续教育登记证书编号：{registrationNo}",
    date: "{date}",
  },
  layout: {
    // Stub about a third of the width. Narrow enough for one page also where the default font is a third wider than
    // Excel's (LibreOffice without Calibri).
    widths: [34, 3, 3, 69],
    // 480 points, the printable height of A4 landscape less a rest. One height for all keeps the host's work per page small.
    rows: 12,
    rowHeight: 40,
    margins: { top: 48, bottom: 48, left: 24, right: 24 },
    titleRow: 1,
    subtitleRow: 3,
    linesRow: 4,
    paragraphRow: 4,
    paragraphRows: 4,
    // The rows between 登记证书编号 and the date are left to the seal.
    registrationRow: 9,
    dateRow: 11,
    fonts: { text: "仿宋", title: "宋体" },
    sizes: { stub: 13, body: 16, stubTitle: 14, bodyTitle: 26, longStubLine: 10, longParagraph: 14 },
    longest: { stubLine: 28, paragraph: 165 },
  },
};
