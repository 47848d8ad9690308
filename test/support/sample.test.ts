import { sampleWorkbook } from "../../scripts/make-sample";
import { gridsOfFile, gridsOfWorkbook } from "./submission";

test("the committed sample is what its tables say (else: npx tsx scripts/make-sample.ts)", () => {
  expect(gridsOfFile("assets/sample/submission.xlsx")).toEqual(gridsOfWorkbook(sampleWorkbook()));
});
