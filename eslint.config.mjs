/**
 * Style is the formatter's business; here stand the walls between rooms: which room may know which.
 * Rooms are the folders of src/. `npm run lint`
 */
import boundaries from "eslint-plugin-boundaries";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Rooms whose value outlives any host: no Office, no React, no Node, no clock. */
const PURE = [
  "grid",
  "policy",
  "submission",
  "review",
  "certificates",
  "results",
  "rounds",
  "messages",
  "papers",
  "book",
  "send-back",
  "policy-book",
  "trust",
  "in-memory",
  "batch",
];

/** What each room may import, itself besides. */
/** Cells and addresses: every room knows them. */
const EVERYWHERE = ["grid"];

const ROOMS = {
  grid: [],
  policy: [],
  submission: ["policy", "messages"],
  review: ["policy", "submission"],
  messages: ["review", "submission", "policy"],
  certificates: ["messages", "review", "submission", "results", "policy"],
  results: ["messages", "review", "submission", "policy"],
  papers: ["messages", "review", "submission", "results", "policy"],
  // Workbooks as files and in memory: knows nothing of submissions
  book: [],
  "send-back": ["book", "messages", "policy", "results", "review", "submission"],
  // Notices as workbooks: written, read, checked and compared
  "policy-book": ["book", "in-memory", "messages", "policy", "results", "review", "submission"],
  rounds: ["certificates", "messages", "results", "review", "submission", "policy"],
  // Rows that the office wrote, told from those that a unit brought
  trust: ["results", "submission"],
  // The write plan carried out on a workbook in memory
  "in-memory": ["book", "certificates", "messages", "papers", "policy", "results", "review", "submission", "trust"],
  // Many workbooks at once: what is kept of each, and what only the whole shows
  batch: ["certificates", "messages", "papers", "policy", "results", "review", "submission", "trust"],
  // Reading and writing .xlsx comes in by import() alone: book, through in-memory, policy-book and send-back (budget.json)
  excel: [
    "in-memory",
    "policy-book",
    "send-back",
    "certificates",
    "papers",
    "messages",
    "policy",
    "results",
    "review",
    "rounds",
    "submission",
    "trust",
  ],
  functions: ["messages", "policy", "review", "submission"],
  taskpane: [
    "send-back",
    "certificates",
    "papers",
    "commands",
    "excel",
    "functions",
    "messages",
    "policy",
    "review",
    "rounds",
    "submission",
    "results",
    "trust",
  ],
  commands: ["taskpane"],
  // The workbench plays Excel for any add-in: it knows workbooks, and nothing of this product
  workbench: ["book"],
  // The page of 批量审核: a browser's, and it knows its local server alone
  "batch-page": ["batch"],
  // The commands drive the built add-in in the workbench, and read grids and plans by themselves
  cli: [
    "batch",
    "batch-page",
    "book",
    "certificates",
    "in-memory",
    "messages",
    "policy",
    "policy-book",
    "results",
    "review",
    "rounds",
    "send-back",
    "submission",
    "trust",
    "workbench",
  ],
};

const inRooms = (rooms) => rooms.map((room) => `src/${room}/**/*.{ts,tsx}`);

/** Wings of excel/ and what each may not know: settings, read, write, session, then actions and live beside each other. */
const EXCEL_WINGS = {
  settings: ["read", "write", "session", "actions", "live"],
  read: ["write", "session", "actions", "live"],
  write: ["session", "actions", "live"],
  session: ["write", "actions", "live"],
  actions: ["live"],
  live: ["actions"],
};

const OFFICE_GLOBALS = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"];
const BROWSER_GLOBALS = ["window", "document", "localStorage", "sessionStorage", "navigator", "fetch"];
const NODE_GLOBALS = ["process", "Buffer", "require", "__dirname", "__filename"];

const forbidden = (names, message) => names.map((name) => ({ name, message }));

const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "No clock here: dates come in as arguments.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "No clock here: dates come in as arguments.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "No chance here: same input, same review.",
  },
];

export default tseslint.config(
  { ignores: ["node_modules/**", "dist/**", "out/**", "coverage/**", ".cache/**"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.tsx", "src/taskpane/**/*.ts", "src/workbench/browser/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    // The plugin's other rules prepare code for the React compiler, which is not used here
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: inRooms(["excel"]),
    plugins: { "office-addins": officeAddins },
    // load-object-before-read is left out: it takes a ClientResult's value for a property that has to be loaded
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "boundaries/elements": Object.keys(ROOMS).map((type) => ({ type, pattern: `src/${type}` })),
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".mjs", ".js"] } },
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "allow",
          policies: Object.entries(ROOMS)
            .map(([room, others]) => ({
              from: { element: { type: room } },
              disallow: {
                to: {
                  element: {
                    type: Object.keys(ROOMS).filter(
                      (each) => each !== room && !others.includes(each) && !EVERYWHERE.includes(each),
                    ),
                  },
                },
              },
              message: `${room}/ may not know {{to.type}}/`,
            }))
            .concat({
              // It may name what the page reports back, never run it
              from: { element: { type: "cli" } },
              allow: { to: { element: { type: ["excel", "taskpane"] } }, dependency: { kind: "type" } },
            }),
        },
      ],
    },
  },
  {
    files: inRooms(PURE),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(node:|react|@fluentui|@microsoft|office-|fs$|path$|url$|os$|crypto$)",
              message: "Pure room: no host, no screen, no Node.",
            },
          ],
        },
      ],
      "no-restricted-globals": [
        "error",
        ...forbidden(
          [...OFFICE_GLOBALS, ...BROWSER_GLOBALS, ...NODE_GLOBALS],
          "Pure room: no host, no screen, no Node.",
        ),
      ],
      "no-restricted-syntax": ["error", ...NO_CLOCK],
    },
  },
  {
    files: inRooms(["review"]),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(node:|react|@fluentui|@microsoft|office-|fs$|path$|url$|os$|crypto$)",
              message: "Pure room: no host, no screen, no Node.",
            },
            {
              group: ["**/grid/address"],
              importNames: ["a1", "columnName"],
              message: "review/ carries places, it never reads them as addresses.",
            },
          ],
        },
      ],
    },
  },
  ...Object.entries(EXCEL_WINGS).map(([wing, others]) => ({
    files: [`src/excel/${wing}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ regex: `^\\.\\./(${others.join("|")})/`, message: `excel/${wing} may not know that wing.` }],
        },
      ],
    },
  })),
  {
    files: inRooms(["taskpane", "commands", "functions"]),
    rules: {
      "no-restricted-globals": [
        "error",
        ...forbidden(
          ["Excel", "OfficeExtension", "alert", "confirm", "prompt", "fetch"],
          "Only excel/ talks to the workbook; panes have no dialogs and no network.",
        ),
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.object.name='Office'][object.property.name='context'][property.name='document']",
          message: "Only excel/ touches the document.",
        },
        {
          selector: "MemberExpression[object.name='Office'][property.name='select']",
          message: "Only excel/ touches the document.",
        },
        {
          selector: "MemberExpression[object.name='history'][property.name=/State$/]",
          message: "Disabled inside a pane.",
        },
      ],
    },
  },
  {
    // The one clock
    files: inRooms(["taskpane", "commands", "functions"]).concat(inRooms(["excel"])),
    ignores: ["src/taskpane/clock.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The clock is src/taskpane/clock.ts." },
        { object: "performance", property: "now", message: "The clock is src/taskpane/clock.ts." },
        { object: "Math", property: "random" },
      ],
    },
  },
  {
    files: inRooms(["excel"]),
    rules: {
      "no-restricted-globals": [
        "error",
        ...forbidden(
          ["setTimeout", "clearTimeout", "setInterval", "clearInterval"],
          "The timer is handed in: session.timer.",
        ),
      ],
    },
  },
  {
    // The host's clock is handed in; only entry points and the browser tests' question to the page read the system's
    files: [...inRooms(["workbench", "cli"]), "test/**/*.{ts,tsx}"],
    ignores: [
      "src/workbench/cli/workbench.ts",
      "src/workbench/browser/main.tsx",
      "src/cli/review.ts",
      "src/cli/blank.ts",
      "src/cli/today.ts",
      "test/browser/clock.ts",
    ],
    rules: { "no-restricted-syntax": ["error", ...NO_CLOCK] },
  },
  {
    files: inRooms(["functions"]),
    rules: {
      "no-restricted-globals": [
        "error",
        ...forbidden([...OFFICE_GLOBALS, ...BROWSER_GLOBALS, ...NODE_GLOBALS], "Custom functions are pure."),
      ],
    },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
