/** `npm run review` in this process, which takes a tenth of the time, and as a process of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { reviewCommand } from "../../src/cli/review";
import { ROOT } from "./addin-harness";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Paths are meant from the folder; the tests' office has a key of its own, and leaves this user's alone. */
const environmentOf = (folder: string): Readonly<Record<string, string>> => ({
  INIT_CWD: folder,
  XDG_CONFIG_HOME: join(ROOT, ".cache/test-office"),
});

/** Runs the command with paths meant from a folder, and gives what it said. One at a time. */
export async function reviewIn(folder: string, args: readonly string[]): Promise<Ended> {
  const texts = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    jest.spyOn(process[stream], "write").mockImplementation((text) => {
      texts[stream] += String(text);
      return true;
    }),
  );
  const environment = process.env;
  process.env = { ...environment, ...environmentOf(folder) };
  try {
    const code = await reviewCommand(args);
    return { code, ...texts };
  } finally {
    process.env = environment;
    for (const spy of spies) spy.mockRestore();
  }
}

/** The same as a process of its own. */
export function reviewProcess(folder: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(join(ROOT, "node_modules/.bin/tsx"), [join(ROOT, "src/cli/review.ts"), ...args], {
    cwd: folder,
    env: { ...process.env, ...environmentOf(folder) },
  });
  const texts = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => void (texts.stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => void (texts.stderr += data.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
}
