import { SETUP_PATH, type Setup, WORKBOOK_PATH } from "../server/setup";
import { Host } from "./host";

async function main(): Promise<void> {
  const setup = (await (await fetch(SETUP_PATH)).json()) as Setup;
  const bytes = new Uint8Array(await (await fetch(WORKBOOK_PATH)).arrayBuffer());
  const place = document.createElement("div");
  document.body.append(place);
  const host = new Host(setup, bytes, place);
  host.start();
  Object.assign(window, { host });
}
void main();
