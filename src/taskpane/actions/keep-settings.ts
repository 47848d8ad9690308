/** 记住设置: keeps the settings of certificates in the workbook; the form that holds them stays open. */
import type { CertificateSettings } from "../../certificates";
import { innerAction } from "./action";

export const keepSettings = innerAction({
  name: "settings",
  words: {
    zh: {
      button: "记住设置",
      hint: "设置存在本工作簿里。",
      running: "记住设置",
      done: "已记住证明设置",
      failed: "没有记住设置",
    },
    en: {
      button: "Keep settings",
      hint: "They are kept in this workbook.",
      running: "Keeping settings",
      done: "Settings kept",
      failed: "Settings were not kept",
    },
  },
  run: (excel, settings: CertificateSettings, steering) => excel.saveCertificateSettings(settings, steering),
});
