/** Imported before all else: what libraries would do on loading, and the page's content security policy forbids and reports. */
import { z } from "zod";

// zod would probe `new Function`
z.config({ jitless: true });

// Fluent would fetch fonts from Microsoft's CDN; the pane is set in the system's
Object.assign(window, { FabricConfig: { fontBaseUrl: "" } });
