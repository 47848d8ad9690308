import { SAMPLES, sampleWorkbook } from "../../scripts/make-sample";
import { gridsOfFile, gridsOfWorkbook } from "./submission";

test.each(Object.entries(SAMPLES))(
  "the committed %s is what its tables say (else: npx tsx scripts/make-sample.ts)",
  (file, sheets) => {
    expect(gridsOfFile(`assets/sample/${file}`)).toEqual(gridsOfWorkbook(sampleWorkbook(sheets())));
  },
);
