/** Words of 试算. */
const zh = {
  title: "试算",
  intro: "不用交材料，先看一项学习能折算多少学时、要交什么材料。这里不写入工作簿。",
  form: "学习形式",
  choose: "请选择",
  number: "填数字",
  date: "如 2018-3-5",
  empty: "选定学习形式后，填写折算要用的几项。",
  result: "折算结果",
  lacking: "还不能折算",
  questions: "尚未定的口径",
  papers: "要交的材料",
  noPapers: "这一形式不要求证明材料。",
  anyOf: "任选一组",
  and: "＋",
  clear: "清空",
};

type TrialStrings = typeof zh;

const en: TrialStrings = {
  title: "Try out",
  intro: "What an activity would be worth and what would have to be handed in. Nothing is written.",
  form: "Form of study",
  choose: "Choose",
  number: "A number",
  date: "Such as 2018-3-5",
  empty: "Choose a form; then the few cells that its hours hang on are asked.",
  result: "Worth",
  lacking: "Not yet",
  questions: "Readings not decided",
  papers: "What to hand in",
  noPapers: "This form asks for no evidence.",
  anyOf: "Any one set of",
  and: " + ",
  clear: "Clear",
};

export const trialStrings = { zh, en } as const;
