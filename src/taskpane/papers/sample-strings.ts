/** Words of the form of 抽查清单. */
const zh = {
  percent: "抽取比例（%）",
  percentWrong: "请填大于 0、不超过 100 的数字",
  seed: "随机种子",
  seedHint: "同一种子、同样的记录，抽出同一份清单。",
  seedWrong: "请填 0 至 4294967295 的整数",
  otherSeed: "换一个种子",
  onePerPerson: "每人至少一条",
  by: "抽取人姓名",
  byWrong: "请填写抽取人姓名",
  replace: "替换上一份清单（其中的核验结果一并删除）",
  replaceHint: "不勾选则保留上一份，另建一份。",
  confirmSample: "抽取",
};

type SampleStrings = typeof zh;

const en: SampleStrings = {
  percent: "Share drawn (%)",
  percentWrong: "Enter a number above 0 and up to 100",
  seed: "Seed",
  seedHint: "Same seed and same records give the same list.",
  seedWrong: "Enter a whole number from 0 to 4294967295",
  otherSeed: "Another seed",
  onePerPerson: "At least one per person",
  by: "Drawn by",
  byWrong: "Enter who draws",
  replace: "Replace the last list (with the results written on it)",
  replaceHint: "Otherwise the last list stays and this one gets a sheet of its own.",
  confirmSample: "Draw",
};

export const sampleStrings = { zh, en } as const;
