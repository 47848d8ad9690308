/** `npm run review` as a process of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./desk";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function reviewIn(folder: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(join(ROOT, "node_modules/.bin/tsx"), [join(ROOT, "src/cli/review.ts"), ...args], {
    cwd: folder,
    // The tests' office has a key of its own, and leaves this user's alone
    env: { ...process.env, XDG_CONFIG_HOME: join(ROOT, ".cache/test-office") },
  });
  const texts = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => void (texts.stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => void (texts.stderr += data.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
}
