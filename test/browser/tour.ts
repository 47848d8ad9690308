/** A walk through everything that the pane can show of the sample, in the pane's own words of either language. */
import type { Locator } from "playwright-core";
import { adopt } from "../../src/taskpane/actions/adopt";
import { clear } from "../../src/taskpane/actions/clear";
import type { ActionDescription, ActionWords } from "../../src/taskpane/actions/description";
import { drawSample } from "../../src/taskpane/actions/draw-sample";
import { importDecisions } from "../../src/taskpane/actions/import-decisions";
import { importRound } from "../../src/taskpane/actions/import-round";
import { CERTIFICATES_DONE, issueCertificates } from "../../src/taskpane/actions/issue-certificates";
import { review } from "../../src/taskpane/actions/review";
import { sendBack } from "../../src/taskpane/actions/send-back";
import { stringsOf, type Strings } from "../../src/taskpane/strings";
import type { View } from "../../src/taskpane/views";
import type { WorkbenchPage } from "./workbench";

interface Stop {
  readonly name: string;
  readonly go: (pane: Pane) => Promise<void>;
}

/** The pane by its words. */
export class Pane {
  readonly words: Strings;

  constructor(readonly workbench: WorkbenchPage) {
    this.words = stringsOf(workbench.language);
  }

  /** The words of an action. */
  of(action: ActionDescription): ActionWords {
    return action.words[this.workbench.language];
  }

  get frame(): WorkbenchPage["pane"] {
    return this.workbench.pane;
  }

  /** What is shown of a view. */
  view(view: View): Locator {
    return this.frame.getByRole("tabpanel", { name: new RegExp(`^${this.words.views[view]}`) });
  }

  async open(view: View): Promise<Locator> {
    await this.frame.getByRole("tab", { name: new RegExp(`^${this.words.views[view]}`) }).click();
    return this.view(view);
  }

  async press(view: View, name: string | RegExp): Promise<void> {
    await (
      await this.open(view)
    )
      .getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) })
      .first()
      .click();
  }

  async back(view: View): Promise<void> {
    await this.view(view).getByRole("button", { name: this.words.back, exact: true }).first().click();
  }

  async review(): Promise<void> {
    await this.frame.getByRole("banner").getByRole("button", { name: this.words.review, exact: true }).click();
    await this.done(this.of(review).done);
  }

  async adopt(name = "李审核"): Promise<void> {
    const { decide } = this.words;
    await this.part("questions");
    await this.press("decide", this.of(adopt).button);
    await this.frame.getByRole("textbox", { name: decide.adoptName }).fill(name);
    await this.press("decide", decide.confirmAdopt);
    await this.done(this.of(adopt).done);
  }

  async issue(): Promise<void> {
    const { certificate } = this.words;
    await this.press("certificates", this.of(issueCertificates).button);
    await this.press("certificates", certificate.confirm);
    await this.done(CERTIFICATES_DONE[this.workbench.language](23, 23));
  }

  async part(part: "questions" | "records"): Promise<void> {
    const { decide } = this.words;
    await (
      await this.open("decide")
    )
      .getByRole("group", { name: decide.parts })
      .getByRole("button", { name: new RegExp(`^${decide[part]}`) })
      .click();
  }

  private async done(words: string): Promise<void> {
    await this.frame.getByRole("status").getByText(words).first().waitFor();
    await this.workbench.idle();
  }
}

/** Before anything was reviewed. */
const BEFORE: readonly Stop[] = [
  { name: "overview before a review", go: async (pane) => void (await pane.open("overview")) },
  { name: "findings before a review", go: async (pane) => void (await pane.open("findings")) },
  { name: "papers before a review", go: async (pane) => void (await pane.open("papers")) },
];

/** After a review, questions open. Each stop leaves its view as the next expects it. */
const REVIEWED: readonly Stop[] = [
  { name: "overview", go: async (pane) => void (await pane.open("overview")) },
  { name: "findings", go: async (pane) => void (await pane.open("findings")) },
  {
    name: "findings by person",
    go: async (pane) => {
      await (
        await pane.open("findings")
      )
        .getByRole("combobox", { name: pane.words.finding.group })
        .selectOption("person");
    },
  },
  {
    name: "a finding",
    go: async (pane) => {
      await (
        await pane.open("findings")
      )
        .getByRole("combobox", { name: pane.words.finding.group })
        .selectOption("none");
      await pane
        .view("findings")
        .getByRole("list", { name: pane.words.finding.list })
        .getByRole("button")
        .nth(3)
        .click();
      await pane.view("findings").getByRole("region", { name: pane.words.finding.detail }).waitFor();
    },
  },
  {
    name: "findings filtered to none",
    go: async (pane) => {
      // Where the pane is narrow the finding has taken the place of the list
      const toList = pane.view("findings").getByRole("button", { name: pane.words.finding.toList });
      if (await toList.isVisible()) await toList.click();
      await pane.view("findings").getByRole("searchbox").fill("没有这样的问题");
      await pane.view("findings").getByText(pane.words.finding.noMatch).waitFor();
    },
  },
  {
    name: "questions",
    go: async (pane) => {
      await pane.view("findings").getByRole("searchbox").fill("");
      await pane.part("questions");
    },
  },
  { name: "a question", go: async (pane) => pane.press("decide", `${pane.words.decide.choose} J-05`) },
  {
    name: "adopting",
    go: async (pane) => {
      await pane.back("decide");
      await pane.press("decide", pane.of(adopt).button);
      // What is missing is said
      await pane.press("decide", pane.words.decide.confirmAdopt);
    },
  },
  {
    name: "importing readings",
    go: async (pane) => {
      await pane.back("decide");
      await pane.press("decide", pane.of(importDecisions).button);
    },
  },
  {
    name: "records",
    go: async (pane) => {
      await pane.back("decide");
      await pane.part("records");
    },
  },
  {
    name: "a record",
    go: async (pane) => {
      await pane.view("decide").getByRole("list").getByRole("button").first().click();
      await pane.view("decide").getByRole("form", { name: pane.words.decide.record }).waitFor();
      await pane.view("decide").getByRole("button", { name: pane.words.decide.confirmRecord }).click();
    },
  },
  { name: "people", go: async (pane) => void (await pane.open("people")) },
  {
    name: "a person in full",
    go: async (pane) => {
      await (await pane.open("people")).getByRole("searchbox").fill("znn");
      await pane.view("people").getByRole("searchbox").press("Enter");
      await pane.view("people").getByRole("button", { name: pane.words.people.copyAnswer }).waitFor();
    },
  },
  {
    name: "trying out",
    go: async (pane) => {
      await pane.press("people", pane.words.trial.title);
      await pane.view("people").getByRole("combobox", { name: pane.words.trial.form }).selectOption("论文");
      await pane.view("people").getByRole("combobox", { name: "收录类别" }).selectOption("其他中文核心");
      await pane.view("people").getByRole("textbox", { name: "排名" }).fill("1");
    },
  },
  { name: "certificates", go: async (pane) => void (await pane.open("certificates")) },
  { name: "papers", go: async (pane) => void (await pane.open("papers")) },
  { name: "sending back", go: async (pane) => pane.press("papers", pane.of(sendBack).button) },
  {
    name: "a sample",
    go: async (pane) => {
      await pane.back("papers");
      await pane.press("papers", pane.of(drawSample).button);
    },
  },
  {
    name: "the round before",
    go: async (pane) => {
      await pane.back("papers");
      await pane.press("papers", pane.of(importRound).button);
    },
  },
  {
    name: "clearing",
    go: async (pane) => {
      await pane.back("papers");
      await pane.press("papers", pane.of(clear).button);
    },
  },
];

/** After readings were adopted and certificates issued. */
const ISSUED: readonly Stop[] = [
  { name: "certificates with a ledger", go: async (pane) => void (await pane.open("certificates")) },
  { name: "issuing", go: async (pane) => pane.press("certificates", pane.of(issueCertificates).button) },
  {
    name: "voiding",
    go: async (pane) => {
      await pane.back("certificates");
      await pane
        .view("certificates")
        .locator("summary")
        .evaluateAll((all) => all.forEach((each) => each.parentElement?.setAttribute("open", "")));
      await pane
        .view("certificates")
        .getByRole("button", { name: /2018-0001/ })
        .first()
        .click();
    },
  },
  { name: "questions, all decided", go: async (pane) => pane.part("questions") },
  { name: "records, none waiting", go: async (pane) => pane.part("records") },
];

/** Goes everywhere, and calls back at each stop. The pane is left with certificates issued. */
export async function tour(workbench: WorkbenchPage, at: (name: string, pane: Pane) => Promise<void>): Promise<void> {
  const pane = new Pane(workbench);
  const walk = async (stops: readonly Stop[]): Promise<void> => {
    for (const { name, go } of stops) {
      await go(pane);
      await workbench.animated();
      await at(name, pane);
    }
  };
  await walk(BEFORE);
  await pane.review();
  await walk(REVIEWED);
  await pane.back("papers");
  await pane.adopt();
  await pane.issue();
  await walk(ISSUED);
}
