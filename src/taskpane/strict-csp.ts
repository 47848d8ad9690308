/** Imported before all else: keeps libraries from what the page's content security policy forbids. */
import { z } from "zod";

// zod would try `new Function`
z.config({ jitless: true });

// Fluent would load fonts from Microsoft's CDN; the pane uses the system's fonts
Object.assign(window, { FabricConfig: { fontBaseUrl: "" } });
