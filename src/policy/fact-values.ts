/** Values of the workbook's closed columns that a notice may name, by the fact that they are values of. */

/** test/policy/fact-values.test.ts holds that these are the words of the workbook. */
export const FACT_VALUES: Readonly<Record<string, readonly string[]>> = {
  level: [
    "national",
    "provincial",
    "ministerial",
    "municipal",
    "bureau",
    "county",
    "institution",
    "enterprise",
    "society",
  ],
  role: ["host", "participant", "chief-editor", "contributing-editor", "corresponding", "co-first"],
  indexing: [
    "EI",
    "SCI",
    "CPCI",
    "SSCI",
    "A&HCI",
    "intl-top",
    "CSSCI",
    "CSCD",
    "PKU-core",
    "other-core",
    "domestic-public",
    "foreign-unlisted",
    "internal",
    "sub-provincial",
  ],
  kind: [
    "invention",
    "utility",
    "design",
    "software-copyright",
    "book",
    "translation",
    "tibet",
    "xinjiang",
    "foreign",
    "poverty-relief",
  ],
  patentee: ["self", "unit"],
  authority: ["provincial-org-dept", "provincial-bureau", "municipal", "hrss", "moe", "CNIPA", "foreign-office"],
  assessment: ["pass", "fail"],
};

/** Values of the people's closed columns, by the key of a notice that names them. */
export const PERSON_VALUES = {
  targetLevel: ["senior", "deputy-senior", "intermediate", "junior"],
  education: ["doctor", "master", "bachelor", "junior-college", "secondary"],
  proof: ["certificate", "registration-book-original", "registration-book-copy"],
} as const;
