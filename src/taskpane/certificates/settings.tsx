/** How certificates read and look: what the notice leaves to the office. */
import { DefaultButton, TextField } from "@fluentui/react";
import type { ReactElement } from "react";
import { TEMPLATE_FIELDS, type CertificateSettings } from "../../certificates";
import { keepSettings } from "../actions/keep-settings";
import { makeTemplate } from "../actions/make-template";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { own } from "./certificate-styles";

interface SettingsProps {
  readonly settings: CertificateSettings;
  readonly onChange: (settings: CertificateSettings) => void;
  readonly dateWrong: boolean;
  /** What stands on 单位信息. */
  readonly unit: { readonly handler: string; readonly phone: string };
  readonly onKeep: () => void;
  readonly canKeep: boolean;
}

export function Settings({ settings, onChange, dateWrong, unit, onKeep, canKeep }: SettingsProps): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.certificate;
  const change = (part: Partial<CertificateSettings>): void => onChange({ ...settings, ...part });
  return (
    <details className={styles.details} style={{ marginTop: 0 }}>
      <summary tabIndex={0} data-testid="certificate-settings">
        {words.settings}
      </summary>
      <div className={own.inside}>
        <Choice
          name="level"
          label={words.level}
          options={words.levels}
          value={settings.level}
          onChange={(level) => change({ level })}
        />
        <Choice
          name="year-digits"
          label={words.yearDigits}
          options={words.yearDigitsOf}
          value={settings.yearDigits}
          onChange={(yearDigits) => change({ yearDigits })}
        />
        <Choice
          name="stub-blank"
          label={words.stubBlank}
          options={words.stubBlanks}
          value={settings.stubBlank}
          onChange={(stubBlank) => change({ stubBlank })}
        />
        <TextField
          data-testid="handler"
          label={words.handler}
          maxLength={40}
          value={settings.handler}
          description={words.asUnit(unit.handler)}
          onChange={(_, value) => change({ handler: value ?? "" })}
        />
        <TextField
          data-testid="phone"
          label={words.phone}
          maxLength={40}
          value={settings.phone}
          description={words.asUnit(unit.phone)}
          onChange={(_, value) => change({ phone: value ?? "" })}
        />
        <TextField
          data-testid="issued-on"
          label={words.issuedOn}
          maxLength={10}
          placeholder={words.datePlaceholder}
          value={settings.issuedOn}
          description={words.issuedOnHint(controller.today())}
          errorMessage={dateWrong ? words.dateWrong : ""}
          onChange={(_, value) => change({ issuedOn: (value ?? "").trim() })}
        />
        <Choice
          name="layout"
          label={words.layout}
          options={words.layouts}
          value={settings.layout}
          onChange={(layout) => change({ layout })}
        />
        {settings.layout === "template" && (
          <div>
            <div className={styles.hint}>
              {words.templateHint(TEMPLATE_FIELDS.map(({ name }) => `{{${name}}}`).join(" "))}
            </div>
            <DefaultButton
              data-testid="template"
              text={makeTemplate.words[language].button}
              onClick={() => void controller.run(makeTemplate)}
            />
          </div>
        )}
        <div>
          <DefaultButton
            data-testid="settings"
            text={keepSettings.words[language].button}
            disabled={!canKeep}
            onClick={onKeep}
          />
          <div className={styles.hint}>{keepSettings.words[language].hint}</div>
        </div>
      </div>
    </details>
  );
}

interface ChoiceProps<K extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChange: (value: K) => void;
}

function Choice<K extends string>({ name, label, options, value, onChange }: ChoiceProps<K>): ReactElement {
  return (
    <label className={own.field}>
      <span style={{ fontWeight: 600 }}>{label}</span>
      <select
        data-testid={name}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value as K)}
      >
        {(Object.entries(options) as [K, string][]).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
