/** The page of 批量审核. */
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { Client } from "./client";
import { BATCH_WORDS } from "./strings";

const root = document.getElementById("root");
if (root !== null)
  Client.open().then(
    (client) => createRoot(root).render(<App client={client} />),
    () => {
      root.textContent = BATCH_WORDS[document.documentElement.lang === "en" ? "en" : "zh"].gone;
    },
  );
