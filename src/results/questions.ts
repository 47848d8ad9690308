/** 口径: the questions that the notice leaves open, and the office's answers, which are kept word for word. */
import { optionLabel, questionWords } from "../messages";
import { questionOf } from "../policy";
import type { Finding, QuestionState, Review } from "../review/types";
import type { Standing } from "../submission/grid";
import type { Decision, Submission } from "../submission/types";
import type { OwnSheetPlan, PlannedCell } from "./plan";
import { dateStyles, originColumns, originOf, standings, tablePlan, type ResultColumn } from "./table";
import { SHEETS } from "../submission/vocabulary";

export const QUESTION_SHEET = SHEETS.decisions;

const COLUMNS: readonly ResultColumn[] = [
  { title: "编号", kind: "text", width: 7 },
  { title: "问题", kind: "text", width: 44, wrap: true },
  { title: "依据条款", kind: "text", width: 18, wrap: true },
  { title: "可选口径", kind: "text", width: 48, wrap: true },
  { title: "暂定口径", kind: "text", width: 16 },
  { title: "采用口径", kind: "text", width: 18 },
  { title: "决定人", kind: "text", width: 10 },
  { title: "决定日期", kind: "text", width: 12 },
  { title: "理由", kind: "text", width: 26, wrap: true },
];
const CHOICE_COLUMN = 5;
const DATE_COLUMN = 7;
const ADOPTED_REASON = "采用暂定口径";

/** What the office wrote beside a question. */
interface Answer {
  readonly text: string;
  readonly by: string;
  readonly on: string;
  /** The cell as the office wrote it: a serial number or a text. */
  readonly onCell?: number | string;
  readonly reason: string;
  readonly origin?: string;
  /** Set where the answer does not count. */
  readonly standing?: Standing;
}

interface Entry {
  readonly id: string;
  readonly question: QuestionState | undefined;
  readonly answer: Answer | undefined;
  /** Row of the answer in the sheet as it was read. */
  readonly row: number | undefined;
}

/**
 * The sheet with every question; lines that the office has keep their order, new questions follow. Questions of another
 * notice stay where the office wrote something beside them, and are not asked otherwise.
 */
export function questionPlan(submission: Submission, review: Review): OwnSheetPlan {
  return sheetOf(entriesOf(submission, review));
}

/**
 * The sheet with all open questions decided at the provisional reading, signed `name` on `today` ("YYYY-MM-DD").
 * Decided questions stay as they are; a text that is no option is replaced and kept among the reasons.
 */
export function adoptProvisionalPlan(
  submission: Submission,
  review: Review,
  name: string,
  today: string,
): OwnSheetPlan {
  return sheetOf(
    entriesOf(submission, review).map((entry) => {
      const { question, answer } = entry;
      if (question === undefined || question.decision !== null) return entry;
      return {
        ...entry,
        answer: {
          text: optionLabel(question.id, question.provisional, "zh"),
          by: name,
          on: today,
          reason: withEarlier(ADOPTED_REASON, answer),
        },
      };
    }),
  );
}

/**
 * The sheet with decisions taken over from another workbook, with their name, date and reason. Only what is undecided
 * here changes; a text that is no option is replaced and kept among the reasons.
 */
export function carryPlan(
  submission: Submission,
  review: Review,
  taken: readonly Omit<Decision, "place">[],
): OwnSheetPlan {
  const byId = new Map(taken.map((decision) => [decision.id, decision]));
  return sheetOf(
    entriesOf(submission, review).map((entry) => {
      const other = byId.get(entry.id);
      if (other === undefined || entry.question === undefined || entry.question.decision !== null) return entry;
      return {
        ...entry,
        answer: { text: other.text, by: other.by, on: other.on, reason: withEarlier(other.reason, entry.answer) },
      };
    }),
  );
}

export interface QuestionAnswer {
  readonly id: string;
  /** null takes the decision back. */
  readonly option: string | null;
  readonly by: string;
  /** "YYYY-MM-DD" */
  readonly on: string;
  readonly reason: string;
}

/**
 * The sheet with one question decided, or open again. What the office had written there before is kept among the
 * reasons, and comes back when the decision is taken back; a decision's own reason goes with it. Null when the policy
 * asks no such question, or the question has no such option.
 */
export function decideQuestionPlan(
  submission: Submission,
  review: Review,
  { id, option, by, on, reason }: QuestionAnswer,
): OwnSheetPlan | null {
  const question = review.questions.find((each) => each.id === id);
  if (question === undefined || (option !== null && !question.options.some(({ slug }) => slug === option))) return null;
  let isFirst = true;
  return sheetOf(
    entriesOf(submission, review).map((entry) => {
      if (entry.id !== id) return entry;
      // Of several lines on one question the first that decides it counts; to take it back all of them have to go
      // What does not count can't be taken back
      if (option === null && entry.answer?.standing !== undefined) return entry;
      const isDeciding = isFirst || option === null;
      isFirst = false;
      if (!isDeciding) return entry;
      return {
        ...entry,
        answer:
          option === null
            ? openAgain(entry.answer, reason)
            : decidedAnswer({ text: optionLabel(id, option, "zh"), by, on, reason }, entry.answer),
      };
    }),
  );
}

/** Cells are read with ASCII punctuation. */
const EARLIER = /[（(]原填[：:](.*)[）)]$/su;

/** What stood there goes along in the reason; the same answer once more, after a write whose end was not seen, stays as it is. */
function decidedAnswer(given: Answer, earlier: Answer | undefined): Answer {
  const isSame =
    earlier !== undefined &&
    earlier.standing === undefined &&
    (["text", "by", "on", "reason"] as const).every((part) => earlier[part] === given[part]);
  return isSame ? earlier : { ...given, reason: withEarlier(given.reason, earlier) };
}

function withEarlier(reason: string, answer: Answer | undefined): string {
  const kept = [answer?.text, answer?.reason].filter(Boolean).join("；");
  return kept === "" ? reason : `${reason}（原填：${kept}）`;
}

function openAgain(answer: Answer | undefined, reason: string): Answer {
  const [, earlier = ""] = EARLIER.exec(answer?.reason ?? "") ?? [];
  return { text: "", by: "", on: "", reason: [reason, earlier].filter(Boolean).join("；") };
}

/**
 * A review after adopting, with the complaints about texts on 口径 that adopting has replaced: what the office
 * had written there was no option, and that stays a finding of this run.
 */
export function withReplacedTexts(before: Review, after: Review): Review {
  const key = ({ code, place }: Finding): string => `${code} ${place.sheet} ${place.row} ${place.column ?? ""}`;
  const present = new Set(after.findings.map(key));
  const replaced = before.findings.filter(
    (finding) =>
      finding.place.sheet === QUESTION_SHEET && finding.code === "value-unknown" && !present.has(key(finding)),
  );
  return replaced.length === 0 ? after : { ...after, findings: [...replaced, ...after.findings] };
}

/** Rows of the new sheet by the row that the same line had on the old one. */
export function questionRows(submission: Submission, review: Review): ReadonlyMap<number, number> {
  return new Map(
    entriesOf(submission, review).flatMap(({ row }, at) => (row === undefined ? [] : [[row, at + 1] as const])),
  );
}

function entriesOf(submission: Submission, review: Review): readonly Entry[] {
  const states = new Map(review.questions.map((question) => [question.id, question]));
  const written = submission.decisions
    .filter(
      ({ id, text, by, on, reason }) =>
        states.has(id) || questionOf(id) === undefined || text + by + on + reason !== "",
    )
    .map((decision): Entry => ({
      id: decision.id,
      question: states.get(decision.id),
      answer: answerOf(decision),
      row: decision.place.row,
    }));
  const listed = new Set(written.map((entry) => entry.id));
  const fresh = review.questions
    .filter((question) => !listed.has(question.id))
    .map((question): Entry => ({ id: question.id, question, answer: question.decision ?? undefined, row: undefined }));
  return [...written, ...fresh];
}

function answerOf({ text, by, on, onCell, reason, origin, standing }: Decision): Answer {
  return {
    text,
    by,
    on,
    ...(onCell === undefined ? {} : { onCell }),
    reason,
    ...(origin === undefined ? {} : { origin }),
    ...(standing === undefined ? {} : { standing }),
  };
}

function sheetOf(entries: readonly Entry[]): OwnSheetPlan {
  const validations = entries.flatMap(({ question }, at) =>
    question === undefined
      ? []
      : [
          {
            row: at + 1,
            column: CHOICE_COLUMN,
            rows: 1,
            columns: 1,
            values: question.options.map(({ slug }) => optionLabel(question.id, slug, "zh")),
          },
        ],
  );
  const answers = entries.map(({ answer }) => answer);
  const columns = [...COLUMNS, ...originColumns(answers.map(originOf))];
  const plan = tablePlan(QUESTION_SHEET, columns, entries.map(lineOf), { validations, notOurs: standings(answers) });
  return { ...plan, styles: [...plan.styles, ...dateStyles(answers, DATE_COLUMN)] };
}

function lineOf({ id, question, answer }: Entry): PlannedCell[] {
  const words = questionWords(id, "zh");
  const { clause, options: slugs } = questionOf(id)?.question ?? { clause: null, options: [] };
  const options = slugs.map((slug) => optionLabel(id, slug, "zh"));
  return [
    id,
    words?.question ?? question?.question ?? null,
    clause,
    options.join(" | "),
    options[0] ?? null,
    answer?.text ?? null,
    answer?.by ?? null,
    answer?.onCell ?? answer?.on ?? null,
    answer?.reason ?? null,
    originOf(answer),
    null,
  ];
}
