/** Golden rows of annex 1: what a certificate needs before it is made. */
import { certificateProblems } from "../../src/certificates/checks";
import { readGoldenRows } from "../golden/table";

const rows = readGoldenRows().filter(({ form }) => form === "certificate");

test("golden.csv has rows of the certificate", () => {
  expect(rows.map(({ id }) => id)).toEqual(["G319", "G321", "G322", "G323", "G324", "G325"]);
});

test.each(rows)("$id $clause $note", ({ inputs, codes }) => {
  const text = (name: string): string => inputs.text(name) ?? "";
  const problems = certificateProblems(
    {
      certificateNo: text("cert_no"),
      registrationNo: text("registration_no"),
      name: text("name"),
      employer: text("unit"),
      currentTitle: text("current_title"),
      education: text("education"),
      specialty: text("specialty"),
      fromYear: inputs.number("from_year"),
      toYear: inputs.number("to_year"),
      handler: text("handler"),
      phone: text("phone"),
      issuedOn: text("issue_date"),
    },
    inputs.flag("all_years_passed") ? null : { years: "2014" },
    inputs.number("years") ?? undefined,
  );
  expect(problems.map(({ code }) => code)).toEqual(codes);
});
