/** Chinese catalogue: what the reviewer reads. Sentences carry no full stop; the caller sets it. */
import type { FactName } from "../policy/language";
import type { Bounds, Catalogue, ExplanationWords, FactWord, ReasonWords } from "./catalogue";

const CHOOSE = "在“口径”表中选定采用口径后重新审核";

const itself: FactWord = (value) => value;
const counted =
  (unit: string): FactWord =>
  (value) =>
    `${value} ${unit}`;
/** Between Chinese and a figure or Latin letters stands a space. */
const spaced = (before: string, value: string): string => `${before}${/^[!-~]/.test(value) ? " " : ""}${value}`;
const named =
  (name: string): FactWord =>
  (value) =>
    spaced(name, value);
const author: FactWord = (rank) => `第 ${rank} 作者`;

const UNIT_OF: Partial<Readonly<Record<FactName, string>>> = {
  year: " 年",
  months: " 个月",
  progress: "%",
  rank: " 名",
};

function boundsOf(fact: FactName, { above, below, atLeast, atMost }: Bounds, holds: boolean): string {
  const unit = UNIT_OF[fact] ?? "";
  if (fact === "year" && holds) return atLeast === atMost ? "" : `在 ${atLeast}–${atMost} 年间`;
  if (fact === "rank" && atMost !== undefined) return holds ? `前 ${atMost} 名` : `前 ${atMost} 名以外`;
  const range =
    above !== undefined
      ? `超过 ${above}${unit}`
      : below !== undefined
        ? `不足 ${below}${unit}`
        : atLeast !== undefined && atMost !== undefined
          ? atLeast === atMost
            ? `${atLeast}${unit}`
            : `${atLeast}–${atMost}${unit}`
          : atLeast !== undefined
            ? `${atLeast}${unit}以上`
            : atMost !== undefined
              ? `${atMost}${unit}以内`
              : "";
  return range === "" || holds ? range : `应为 ${range}`;
}

const explain: ExplanationWords = {
  facts: {
    year: counted("年"),
    halfDays: counted("个半天"),
    evenings: counted("晚"),
    meetingDays: counted("天"),
    uncountedDays: counted("天"),
    statedHours: named("证书学时"),
    progress: (value) => `完成进度 ${value}%`,
    level: itself,
    rank: named("排名第"),
    role: itself,
    indexing: named("收录类别"),
    kind: itself,
    patentee: named("权利人"),
    completedDate: named("完成日期"),
    modules: counted("个模块"),
    authority: itself,
    assessment: named("考核"),
    claimedHours: named("申报学时"),
    evidence: (value) => `有${value}`,
    formLabel: itself,
    days: counted("天"),
    countableDays: (value) => `可计 ${value} 天`,
    months: (value) => (value.endsWith("+") ? `${value.slice(0, -1)} 个多月` : `${value} 个月`),
    startYear: (value) => `${value} 年开始`,
    endYear: (value) => `${value} 年结束`,
    taken: named("折算"),
  },
  factsOfForms: {
    meeting: { meetingDays: (value) => `会议 ${value} 天` },
    paper: { rank: author },
    book: { rank: author },
    project: { level: (value) => `${value}课题` },
    award: { level: (value) => `${value}获奖` },
  },
  less: { uncountedDays: (value) => `不计 ${value} 天`, halfDays: (value) => `仅半天 ${value} 天` },
  asItStands: { statedHours: "按证书学时计", claimedHours: "按申报学时计" },
  values: {},
  blank: (header) => `未填${header}`,
  without: (values) => `没有${values}`,
  bounds: boundsOf,
  bracket: (text) => `（${text}）`,
  because: (reasons, result) => `${reasons}${reasons.endsWith("）") ? "" : " "}→ ${result}`,
  list: "、",
  then: "，",
  also: (values) => `${spaced("另有", values)}，取最高`,
  lesser: (parts) => `${parts.join(" 与")} 取低`,
  amount: (hours, unit) => `${hours} ${unit}`,
  both: (publicHours, professionalHours) => `公需 ${publicHours} + 专业 ${professionalHours}`,
  nothing: (unit, why) => (why === "" ? `不计${unit}` : `不计${unit}：${why}`),
  noRow: "不在折算条款所列之内",
  open: (id, option) => `口径 ${id} 未定，暂取“${option}”`,
  undecided: (id) => `口径 ${id} 未定`,
  decided: (id, option) => `口径 ${id} 已定“${option}”`,
  otherwise: (option, amount) => `若取“${option}”则 ${amount}`,
  evidenceComplete: "证明材料齐全",
  evidenceNearest: (missing, nearest) =>
    missing === nearest ? `证明材料缺：${missing}` : `证明材料缺：${missing}（凑成一组：${nearest}）`,
  evidenceOthers: (count) => `另有 ${count} 组也可`,
  credited: (amount) => `核定 ${amount}`,
  rejected: (why) => (why === "" ? "不予认定" : `不予认定：${why}`),
  treated: (outcome, by, on) => `${outcome}（人工处理，${by}，${on}）`,
  pending: (amount, lowest, highest, why) =>
    `待判断，暂核 ${amount}${lowest === highest ? "" : `（最低 ${lowest}，最高 ${highest}）`}${why === "" ? "" : `：${why}`}`,
  inside: (sentence) => sentence,
  semicolon: "；",
};

const reasons: ReasonWords = {
  sums: { total: "合计", public: "公需", professional: "专业" },
  lacking: (sum, amount) => `${sum}差 ${amount}`,
  years: (years, status) => `${years} 年度${status}`,
  allMet: (years) => `${years} 年度均达标`,
  questionsOpen: (ids) => `口径 ${ids} 未定`,
  recordsPending: "有记录待判断",
  windowOpen: (ids, windows) =>
    `口径 ${ids} 未定，要求的年度${windows.length > 1 ? `可能是 ${windows.join("、")}` : "待定"}`,
  person: (verdict, why) => (why === "" ? verdict : `${verdict}：${why}`),
  personIn: (text) => `本人${text}`,
  sealed: "已验印年度，凭合格证明认定",
};

export const zh: Catalogue = {
  units: { 学时: ["学时", "学时"], 学分: ["学分", "学分"] },
  explain,
  reasons,
  unknown: ["发现问题（{code}）", "请核对该处内容"],
  entries: {
    // 读取
    "value-unknown": [
      "[“{column}”]填写的内容[“{value}”]不在规定的选项中",
      "[在 {cell} ]改填规定的选项[，最接近的是“{nearest}”]",
    ],
    "field-missing": ["缺少必填内容[“{column}”]", "[在 {cell} ]补填后重新审核"],
    "invalid-number": [
      "[“{column}”]的数值[“{value}”]无效，应为不小于 0 的数，半天数、晚上数、天数、模块数须为整数",
      "[在 {cell} ]改填正确的数",
    ],
    "rank-invalid": ["排名[“{value}”]无效", "[在 {cell} ]改填 1、2、3 等正整数"],
    "rank-missing": ["未填排名，无法折算", "按证明材料[在 {cell} ]补填本人排名"],
    "subject-missing": ["未注明科目，暂不能认定", "按培训登记[在 {cell} ]填写公需科目或专业科目"],
    "formula-in-input": ["填报单元格中是公式，已按显示的值审核", "核对数值后改填为普通值"],
    "hidden-rows": ["表中有隐藏的行，已一并审核", "取消隐藏后核对"],
    "column-ambiguous": ["有两列都对应[“{column}”]，两列均未读取", "保留一列，另一列改名"],
    "id-checksum": ["身份证号的校验位不符", "对照证件核对号码"],
    "id-precision-lost": ["身份证号按数字录入，末几位已丢失", "将单元格设为文本后重新录入"],
    "person-unknown": ["登记证书编号[“{value}”]不在“人员信息”中", "核对编号，或在“人员信息”中补录此人"],
    "person-duplicate": [
      "“人员信息”中有两人使用同一登记证书编号[（第 {rows} 行）]",
      "核对登记证书，各人使用各自的编号",
    ],
    "record-duplicate": ["与前面的记录重复[（第 {row} 行）]，不再计算", "删除重复的一行；确属两次的，核对名称和日期"],
    "achievement-claimed-twice": ["同一成果由不同人员以同一排名申报[（{others}）]", "对照证明材料核实各人排名"],
    "dates-overlap": ["与本人另一全天面授培训日期重叠[（第 {row} 行）]", "核对两次培训的起止日期"],
    "decision-unsigned": ["已作决定但未填决定人或日期", "补填姓名和日期"],
    "decision-stale": ["作出处理决定后该记录又有改动，原决定不再生效，待复核", "清空原处理，重新审核后再填"],
    // 学时折算
    "hours-claim-mismatch": [
      "申报学时[ {claimed} ]与折算{unit}[ {converted} ]不一致，以折算为准",
      "核对所填数据[，无误的把申报学时改为 {converted}]",
    ],
    "day-count-impossible": ["半天数、晚上数或不计天数超出了起止日期或会议天数", "对照通知和日程核对天数"],
    "meeting-no-countable-day": ["扣除报到、离会及未开展培训的天数后，没有可计算的天数", "核对会议天数和不计天数"],
    "year-mismatch": ["申报年度与实际完成年度[（{actual}）]不符", "改按实际年度[ {actual} ]申报"],
    "makeup-not-accepted": ["2019 年起不再进行补训，该补训不予计算", "改按实际学习年度[ {actual} ]申报"],
    "subject-not-allowed": ["该学习形式只能计入专业科目，已按专业科目计算", "将科目改为专业科目"],
    "excluded-activity": ["该活动不纳入继续教育范畴", "删去该条，或以其他学习补足"],
    "project-not-concluded": ["课题项目尚未结题", "结题后按结题当年申报"],
    "book-not-published": ["著作尚未出版", "出版后按出版当年申报"],
    "paper-not-published": ["论文尚未发表", "发表后按发表当年申报"],
    "paper-journal-not-eligible": ["刊物为内部准印或省级以下，不予折算", "以省级及以上公开刊物论文申报"],
    "paper-annual-limit": ["每年只折算一篇论文，已计最高的一篇", "无需补正；可改以其他学习补足"],
    "patent-not-granted": ["专利尚未授权", "取得专利证书后按授权当年申报"],
    "patent-not-cnipa": ["专利不是国家专利局授予", "仅国家专利局授予的专利可折算"],
    "no-modules-passed": ["没有合格的考试模块", "核对成绩，填写合格模块数"],
    "computer-exam-wrong-organizer": ["不是人社部门组织的计算机应用能力考试", "仅人社部门组织的考试可折算"],
    "aid-type-not-listed": ["不属于援藏、援疆、援外", "核对派遣通知，改填相应学习形式"],
    "aid-approver-not-eligible": ["未经省委组织部或省直相关厅局批准", "提供符合规定的批准文件"],
    "aid-not-assessed": ["“三援”工作未经考核合格", "补交考核合格的考核表"],
    "aid-too-short": ["“三援”时间不满 6 个月", "核对起止日期"],
    "aid-year-outside": ["申报年度不在“三援”期间内", "改填援助期间内的年度"],
    // 材料、登记、备案
    "evidence-incomplete": [
      "证明材料不齐[，最接近的一组尚缺：{missing}]",
      "补交[{missing}，凑齐]一组规定的材料[；另有 {others} 组，凑齐其中一组也可]",
    ],
    "evidence-substitute-used": ["以其他签到形式代替签到表，已认可", "无需补正"],
    "registration-not-stamped": ["主管部门未初审盖章", "请主管部门确认并盖章"],
    "training-not-filed": ["培训未在开始前报市局备案，结果不予确认", "核对备案号[“{filingNo}”]和备案日期，补交备案表"],
    "filing-incomplete": ["培训备案资料不齐[，缺：{missing}]", "补齐备案资料[：{missing}]"],
    // 年度
    "annual-total-shortfall": [
      "全年合计不足[，差 {missing} {unit}]",
      "补充[ {year} 年度]继续教育记录[ {needed} {unit}]",
    ],
    "public-shortfall": [
      "公需科目不足[，差 {missing} {unit}]",
      "补充[ {year} 年度]公需科目[ {needed} {unit}][，或按口径 {question} 处理]",
    ],
    "professional-shortfall": [
      "专业科目不足[，差 {missing} {unit}]",
      "补充[ {year} 年度]专业科目[ {needed} {unit}][，或按口径 {question} 处理]",
    ],
    "window-too-short": ["申报的起止年度没有覆盖要求的年度[（{required}）]", "补报所缺年度"],
    "window-claim-differs": ["申报的年度多于要求的年度[（{required}）]", "核对起始年度和截止年度"],
    "window-year-not-passed": ["要求年度内有年度未达标[：{years}]", "补足[ {years} ]年度的差额，见“年度汇总”"],
    // 申报渠道
    "channel-individual-discouraged": ["市直单位原则上不接受个人单独办理", "由单位收齐材料后统一办理"],
    "channel-individual-not-accepted": ["该渠道不接受个人办理", "由单位或主管部门统一办理"],
    "channel-outside-window": ["提交日期不在受理月份内[（{required}）]", "在规定月份内提交"],
    "channel-wrong-proof": ["申请的验证方式与申报级别不符[，应为“{expected}”]", "更正验证方式"],
    "channel-wrong-authority": ["应由人事档案所在地人社部门验证", "到人事档案所在地[（{value}）]办理"],
    "preliminary-review-missing": ["市直单位未经主管部门初审", "主管部门初审后填写初审日期"],
    // 合格证明
    "certificate-field-missing": ["合格证明所需内容不全[，缺：{missing}]", "补填后再出证"],
    "certificate-years-inconsistent": ["起止年度与年数不一致", "核对起始年度和截止年度"],
    "certificate-not-eligible": [
      "不符合出具合格证明的条件[：结论为“{verdict}”][：{years} 年度未达标]",
      "只为年度全部达标的副高级、正高级申报人员出证",
    ],
    "certificate-number-duplicate": ["证明编号[ {value} ]有两条有效记录", "将其中一条作废后再打印"],
    "ledger-out-of-order": ["发证台账的签发日期前后颠倒[（{value}）]", "核对台账，将有误的一条作废后再打印"],
    // 待判断
    "j-public-theme-mismatch": ["公需培训主题与当年主题不一致[：{value}]", CHOOSE],
    "j-excluded-by-analogy": ["通知用“等”字，未写明该活动是否排除", CHOOSE],
    "j-stated-hours-differ": ["证书学时[ {stated} ]与按天数折算的学时[ {converted} ]不同", CHOOSE],
    "j-days-missing": ["未填半天数和晚上数，无法按天数折算", "补填半天数、晚上数，或在“口径”表中选定口径"],
    "j-one-day-meeting": ["一天的会议没有报到、离会日", CHOOSE],
    "j-half-day-meeting": ["会议中有仅开半天的日子", CHOOSE],
    "j-meeting-evening": ["会议晚上的安排是否折算未作规定", CHOOSE],
    "j-conversion-by-analogy": ["该学习形式没有折算条款，暂比照附件5第1条", CHOOSE],
    "j-online-hours-unspecified": ["网络课程没有认定学时", "补充平台出具的学时证明，或选定口径"],
    "j-online-incomplete": ["网络课程未学完，也没有结业证书", "学完后补交结业证书，或选定口径"],
    "j-online-unfiled": ["网络课程没有备案号", "补填备案号，或在“口径”表中选定口径"],
    "j-project-level-unlisted": ["县级、校院级、横向等课题未列入折算条款", CHOOSE],
    "j-multiple-projects-same-year": ["同一年度有多个结题课题，是否累加未写明", CHOOSE],
    "j-multiple-books-same-year": ["同一年度有多部著作，是否累加未写明", CHOOSE],
    "j-editor-role": ["主编、参编如何对应第一作者、其他作者未写明", CHOOSE],
    "j-intl-top-journal": ["“国际各领域顶级刊物”没有目录", CHOOSE],
    "j-other-core-journal": ["“等中文核心期刊”没有完整目录", CHOOSE],
    "j-paper-foreign-unlisted": ["国外刊物未被索引收录，不在各档之内", CHOOSE],
    "j-corresponding-author": ["通讯作者是否按第一作者折算未写明", CHOOSE],
    "j-co-first-author": ["共同第一作者是否均按第一作者折算未写明", CHOOSE],
    "j-patent-rank-unspecified": ["专利署名第四名及以后未作规定", CHOOSE],
    "j-patent-patentee-inventor": ["专利权人是单位，本人为发明人", CHOOSE],
    "j-achievement-type-unlisted": ["软件著作权等成果未列入条款", CHOOSE],
    "j-award-provincial-participant": ["参与课题获省级奖，附件4与附件5表述不一", CHOOSE],
    "j-award-bureau-not-in-annex4": ["厅局级奖项只见于附件5，附件4未列", CHOOSE],
    "j-award-municipal-as-bureau": ["市级奖项是否等同厅局级未写明", CHOOSE],
    "j-award-level-unlisted": ["该级别的奖项未列入条款", CHOOSE],
    "j-same-achievement-double-credit": ["同一成果同年既结题又获奖，是否都计未写明", CHOOSE],
    "j-aid-duration-gap": ["“三援”超过 6 个月但未超过 1 年，条文只写“为6个月”", CHOOSE],
    "j-aid-cross-year": ["“三援”跨年，计入哪一年未写明", CHOOSE],
    "j-aid-90-public": ["“三援”每年 90 学时是否含公需科目未写明", CHOOSE],
    "j-doctoral-hours-basis": ["博士学历教育没有折算条款，暂按课表学时", CHOOSE],
    "j-doctoral-hours-unspecified": ["只有博士毕业证，没有课程学时", "补交课程及学时安排，或选定口径"],
    "j-evidence-auxiliary": ["以辅助材料代替规定材料，“可以适当考虑”", CHOOSE],
    "j-evidence-body-vs-annex4": ["材料符合正文要求，但少于附件4的要求", CHOOSE],
    "j-evidence-supporting-required": ["只有盖章回执，是否还须相关证明材料未写明", CHOOSE],
    "j-makeup-scope": ["2018 年补以前年度，可补范围未写明", CHOOSE],
    "j-window-end": ["“近5年”截止到哪一年未写明", CHOOSE],
    "j-window-not-stated": ["该渠道没有写明需要几年的证明", CHOOSE],
    // 财会〔2018〕10号
    "professional-share-shortfall": [
      "专业科目不足全年合计的三分之二[，差 {missing} {unit}]",
      "补充[ {year} 年度]专业科目[ {needed} {unit}（合计随之增加）][，或按口径 {question} 处理]",
    ],
    "exam-not-passed": ["考试或考核不合格", "合格后按合格当年申报"],
    "paper-without-cn": ["刊物没有国内统一刊号（CN）", "以有国内统一刊号的经济、管理类报刊论文申报"],
    "j-face-to-face-rate": ["面授培训的学分由各省规定，本地标准尚未选定", CHOOSE],
    "j-online-rate": ["网络培训的学分由各省规定，本地标准尚未选定", CHOOSE],
    "j-online-unfinished": ["网络培训未学完", "学完后更正完成进度，或在“口径”表中选定口径"],
    "j-exam-admitted": [
      "考试合格，但未填合格科目数",
      "在“合格模块数”中填写合格科目数；属“被录取”的，在“口径”表中选定口径",
    ],
    "j-exam-year": ["考试在上一年合格，是否可在次年申报未写明", CHOOSE],
    "j-project-leader": [
      "排名第一但未填角色，是否独立承担或主持未写明",
      "在“角色”中填写主持或参与，或在“口径”表中选定口径",
    ],
    "j-project-commissioner": ["横向、校院级课题，看不出由继续教育管理部门或行业组织下达", CHOOSE],
    "j-paper-cn-number": [
      "从收录类别看不出刊物有无国内统一刊号（CN）",
      "有 CN 的，收录类别加填“国内公开”；或在“口径”表中选定口径",
    ],
    "j-evidence-local": ["规定没有列明证明材料[，按北京市说明尚缺：{missing}]", "补交材料，或在“口径”表中选定口径"],
  },
  severities: { error: "错误", judgement: "待判断", warning: "警告", info: "提示" },
  recordVerdicts: { credited: "认定", rejected: "不予认定", pending: "待判断" },
  yearStatuses: { met: "达标", unmet: "不达标", pending: "待判断" },
  personVerdicts: { qualified: "合格", unqualified: "不合格", pending: "待判断" },
  subjects: {
    public: "公需科目",
    professional: "专业科目",
    both: "公需科目和专业科目",
    either: "未注明科目",
    none: "无",
  },
  questions: {
    "J-01": {
      question: "“一般不少于”30/60 学时：合计达到 90 而某一科目不足，是否达标？",
      options: { strict: "从严：不达标", lenient: "从宽：达标并注明" },
    },
    "J-02": {
      question: "继续教育 3% 的分值是全得或不得，还是按比例？",
      options: { "all-or-nothing": "全得或不得", proportional: "按比例" },
    },
    "J-03": { question: "公需培训不是当年主题，是否计算？", options: { count: "计算", reject: "不计算" } },
    "J-04": {
      question: "党校学习、专科学历教育等是否属“等”字排除之列？",
      options: { exclude: "排除，计 0", "claimed-hours": "按申报学时计专业科目" },
    },
    "J-05": {
      question: "证书学时与按天数折算不同，以何者为准？",
      options: { "by-days": "按天数", stated: "按证书学时", lower: "取较低者" },
    },
    "J-08": { question: "一天的本地会议，没有报到、离会日，如何计？", options: { count: "计 8 学时", zero: "计 0" } },
    "J-09": {
      question: "会议中仅开半天的一天，如何计？",
      options: { "4": "计 4 学时", "8": "计 8 学时", "0": "计 0" },
    },
    "J-10": { question: "会议的晚间安排，如何计？", options: { none: "不另计", "plus-2": "每晚加 2 学时" } },
    "J-11": {
      question: "实践活动、学术访问、海外研修没有折算条款，如何计？",
      options: { "by-days": "比照附件5第1条按天数", zero: "计 0" },
    },
    "J-12": {
      question: "网络课程没有认定学时，或未学完且无结业证书，如何计？",
      options: { zero: "计 0", "stated-hours": "按证书学时" },
    },
    "J-13": {
      question: "县级、校院级、横向课题未列入条款，如何计？",
      options: { zero: "计 0", "other-rank": "计 10 学时" },
    },
    "J-14": {
      question: "同一年度有多个课题（或多部著作），累加还是取最高？",
      options: { sum: "累加", highest: "取最高一项" },
    },
    "J-15": {
      question: "主编、参编如何对应作者？",
      options: { "as-first-and-other": "主编按第一作者，参编按其他作者", "all-other": "均按其他作者" },
    },
    "J-16": {
      question: "“国际各领域顶级刊物”没有目录，是否认可？",
      options: { accept: "认可", "as-domestic-public": "按其他国内公开出版物" },
    },
    "J-17": {
      question: "“等中文核心期刊”没有完整目录，其他核心期刊是否认可？",
      options: { accept: "认可", "as-domestic-public": "按其他国内公开出版物" },
    },
    "J-18": {
      question: "未被收录的国外刊物，如何计？",
      options: { zero: "计 0", "as-domestic-public": "按其他国内公开出版物" },
    },
    "J-19": {
      question: "通讯作者、共同第一作者，如何计？",
      options: { "printed-rank": "按刊印排名", "as-first": "按第一作者" },
    },
    "J-21": {
      question: "专利署名第四名及以后，如何计？",
      options: { zero: "计 0", "other-rank": "计 10 学时" },
    },
    "J-22": {
      question: "专利权人是单位、本人是发明人，是否计算？",
      options: { "inventor-rank": "按发明人排名", zero: "计 0" },
    },
    "J-23": {
      question: "软件著作权等未列成果，如何计？",
      options: { zero: "计 0", "other-rank": "计 10 学时" },
    },
    "J-24": {
      question: "参与课题获省级奖：附件4只列主持，附件5写主持或参与，如何处理？",
      options: { count: "按附件5计算", reject: "不计算" },
    },
    "J-25": {
      question: "厅局级奖项只见于附件5；市级是否等同厅局级？",
      options: { count: "都计算", "bureau-only": "只计厅局级", reject: "都不计算" },
    },
    "J-26": {
      question: "部级、社会力量、县级奖项未列入条款，如何计？",
      options: { zero: "计 0", "as-bureau": "按厅局级" },
    },
    "J-27": {
      question: "同一成果同年既结题又获奖，如何计？",
      options: { both: "两项都计", highest: "取较高一项" },
    },
    "J-28": {
      question: "“三援”超过 6 个月、不超过 12 个月，如何计？",
      options: { "60": "计 60 学时", "0": "计 0" },
    },
    "J-29": {
      question: "6 至 12 个月的“三援”跨年，计入哪一年？",
      options: { "end-year": "结束年度", "start-year": "开始年度", both: "两个年度都计" },
    },
    "J-30": {
      question: "长期“三援”每年 90 学时是否含公需 30 学时？",
      options: { "include-public": "含：公需 30、专业 60", "professional-only": "不含：专业 90" },
    },
    "J-32": {
      question: "博士学历教育没有折算条款，如何计？",
      options: { "scheduled-hours": "按当年课表学时", zero: "计 0", "60": "计 60 学时" },
    },
    "J-33": { question: "辅助材料“可以适当考虑”，是否认可？", options: { reject: "不认可", accept: "认可" } },
    "J-35": {
      question: "正文对材料的要求低于附件4，以何者为准？",
      options: { annex4: "以附件4为准", body: "以正文为准" },
    },
    "J-36": {
      question: "盖章回执是否还须附相关证明材料？",
      options: { required: "须附", "not-required": "不须附" },
    },
    "J-37": { question: "2018 年补以前年度的学习，是否计算？", options: { count: "计算", reject: "不计算" } },
    "J-41": {
      question: "“近5年”截止到申报上一年还是申报当年？",
      options: { "year-before": "截止到申报上一年", "application-year": "截止到申报当年" },
    },
    "J-42": {
      question: "“近5年”只对中央、省属单位写明，其他渠道需要几年？",
      options: { "same-for-all": "一律 5 年（博士 2 年）", "claimed-window": "按申报的起止年度" },
    },
    "J-43": {
      question: "没有备案号的外部平台网络课程，是否也须备案？",
      options: { reject: "须备案，不予认定", accept: "不须备案，照常计算" },
    },
    // 财会〔2018〕10号
    "A-01": {
      question: "专业科目“一般不少于”总学分的三分之二：合计达到 90 而专业科目不足三分之二，是否达标？",
      options: { strict: "从严：不达标", lenient: "从宽：达标并注明" },
    },
    "A-02": {
      question: "面授培训的学分由各省规定，本地标准是多少？",
      options: {
        "10-a-day": "每天 10 学分，半天 5 学分（北京）",
        "20-a-day": "每天 20 学分，半天 10 学分（广东，单位内部面授）",
        "3-an-hour": "按证书学时，每学时 3 学分（江苏、山西）",
      },
    },
    "A-03": {
      question: "网络培训的学分由各省规定，本地标准是多少？",
      options: {
        "1-an-hour": "每学时 1 学分（北京），或证书所载即为学分",
        "2.5-an-hour": "每学时 2.5 学分（广东）",
        "3-an-hour": "每学时 3 学分（江苏、山西）",
      },
    },
    "A-04": { question: "网络培训没有学完，如何计？", options: { zero: "计 0", stated: "按证书学时" } },
    "A-05": {
      question: "考试合格但未填合格科目数（“被录取”没有科目数），如何计？",
      options: { "as-admitted": "按被录取计 90 学分", zero: "补填科目数之前计 0" },
    },
    "A-06": {
      question: "考试学分计入哪一年：通过当年，还是也可在次年（成绩公布、取得证书）申报？",
      options: { "year-passed": "只计通过当年（北京）", "year-after": "也可计入次年" },
    },
    "A-07": {
      question: "会议“每天”10 学分，仅开半天的一天如何计？",
      options: { "5": "计 5 学分", "10": "计 10 学分", "0": "计 0" },
    },
    "A-08": {
      question: "课题排名第一但未填角色，按独立承担或主持，还是按参与？",
      options: { "as-leader": "按独立承担或主持，90 学分", "as-participant": "按参与，60 学分" },
    },
    "A-09": {
      question: "横向、校院级课题是否属“继续教育管理部门或行业组织（团体）”的课题？",
      options: { zero: "不属，计 0", count: "属，照常计算" },
    },
    "A-10": {
      question: "国外刊物、只写索引、省级以下等看不出有无国内统一刊号（CN）的论文，如何计？",
      options: { zero: "计 0", "as-cn": "按有国内统一刊号" },
    },
    "A-11": {
      question: "通讯作者、共同第一作者，如何计？",
      options: { "printed-rank": "按刊印排名", "as-first": "按第一作者" },
    },
    "A-12": {
      question: "主编、参编如何对应作者？",
      options: { "as-first-and-other": "主编按第一作者，参编按其他作者", "all-other": "均按其他作者" },
    },
    "A-13": {
      question: "规定没有列明证明材料，是否按北京市的做法要求（考试、学历交成绩单，会议交邀请函）？",
      options: { "not-asked": "不要求", "as-beijing": "按北京市要求" },
    },
  },
};
