/** Icons drawn in the text's colour. Fluent's icon font would be loaded from a CDN, so the icons of its controls are ours too. */
import { registerIcons, setIconOptions } from "@fluentui/react";
import type { ReactElement } from "react";
import type { Severity } from "../../review/types";

const PATHS = {
  good: "M3 8.5 6.5 12 13 4.5",
  bad: "M4 4 12 12M12 4 4 12",
  open: "M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M8 12.4v.1",
  warning: "M8 2.2 14.3 13.4H1.7ZM8 6.4v3.2M8 11.6v.1",
  info: "M8 7.2v4.6M8 4.4v.1",
  go: "M6 3.5 10.5 8 6 12.5",
  back: "M10 3.5 5.5 8 10 12.5",
  up: "M3.5 10 8 5.5 12.5 10",
  copy: "M5.5 5.5h7v8h-7zM3.5 10.5v-8h7",
  down: "M3.5 6 8 10.5 12.5 6",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4 14 14",
} as const;

type IconName = keyof typeof PATHS;

export function Icon({ name, size = 14 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export const SEVERITY_ICONS: Readonly<Record<Severity, IconName>> = {
  error: "bad",
  judgement: "open",
  warning: "warning",
  info: "info",
};

/** The product's icon, as on the ribbon: a sheet with a seal. */
export function ProductIcon({ size = 26 }: { readonly size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      style={{ flex: "none" }}
    >
      <rect x="4.2" y="2.6" width="20" height="26" rx="2" stroke="var(--ce-accent)" strokeWidth="2.2" />
      <path d="M9 9h10M9 14.5h10M9 20h4" stroke="var(--ce-accent)" strokeWidth="2" strokeLinecap="round" />
      <circle cx="22.5" cy="22.5" r="8.6" fill="var(--ce-bad)" stroke="var(--ce-card)" strokeWidth="1.8" />
      <path
        d="m18.8 22.8 2.7 2.7 4.8-5.4"
        stroke="var(--ce-card)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The icons that Fluent's own controls ask for. */
export function registerFluentIcons(): void {
  setIconOptions({ disableWarnings: true });
  registerIcons({
    icons: {
      Search: <Icon name="search" />,
      Clear: <Icon name="bad" size={12} />,
      ChevronDown: <Icon name="down" size={12} />,
    },
  });
}
