/** The office's key: kept as a file, and taken from another of the office's machines. */
import { OfficeKeyForm } from "../papers/office-key-form";
import { formAction } from "./action";

export const officeKey = formAction({
  name: "office-key",
  section: "clearing",
  words: {
    zh: {
      button: "机关密钥",
      hint: "本机关写下的决定和编号凭它与单位带来的内容区分；同一机关的各台电脑用同一个密钥。",
      running: "更换机关密钥",
      done: "已更换机关密钥，请重新审核",
      failed: "密钥没有更换",
    },
    en: {
      button: "Office key",
      hint: "It tells what this office wrote from what a unit brought; all of the office’s machines use one key.",
      running: "Changing the office key",
      done: "Office key changed; review again",
      failed: "The key was not changed",
    },
  },
  Form: OfficeKeyForm,
  /** `text`: of a key file, which the form has looked at. */
  run: (excel, { text }: { readonly text: string }) => {
    excel.takeOfficeKey(text);
    return Promise.resolve();
  },
  after: (_, pane) => pane.dropReview(),
});
