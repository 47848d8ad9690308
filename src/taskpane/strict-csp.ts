/** Imported before all else: zod would probe `new Function`, which the page's content security policy reports. */
import { z } from "zod";

z.config({ jitless: true });
