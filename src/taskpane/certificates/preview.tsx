/** A preview of a certificate, as text and as a page, before any number is given. */
import type { CSSProperties, ReactElement, ReactNode } from "react";
import type { CertificateContent } from "../../certificates";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { own } from "./certificate-styles";

interface PreviewProps {
  /** Null: an invented person. */
  readonly name: string | null;
  readonly content: CertificateContent;
  readonly asTemplate: boolean;
}

export function Preview({ name, content, asTemplate }: PreviewProps): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.certificate;
  const { stub, body } = content;
  return (
    <div data-testid="certificate-preview" style={{ minWidth: 0 }}>
      <div className={styles.muted}>{name === null ? words.previewOfSample : words.previewOf(name)}</div>
      {asTemplate ? <div className={styles.hint}>{words.previewAsTemplate}</div> : <Picture content={content} />}
      <details className={styles.details} open>
        <summary tabIndex={0}>{`${words.stub} · ${words.body}`}</summary>
        <pre className={own.text} lang="zh-CN" style={{ fontFamily: "inherit" }}>
          {[
            ...stub.title,
            stub.subtitle,
            ...stub.lines,
            stub.date,
            "",
            ...body.title,
            body.paragraph,
            body.registration,
            body.date,
          ].join("\n")}
        </pre>
      </details>
    </div>
  );
}

/** The printed page, scaled down. Hidden from screen readers, which read the text below it. */
function Picture({ content: { stub, body } }: { readonly content: CertificateContent }): ReactElement {
  const line = (text: string, style: CSSProperties = {}, key?: number): ReactNode => (
    <div key={key} style={{ minHeight: 40, ...style }}>
      {text}
    </div>
  );
  const title = { textAlign: "center", fontWeight: 700, fontFamily: '"SimSun", "宋体", serif' } as const;
  return (
    <div className={own.frame} aria-hidden="true" lang="zh-CN">
      <div className={own.page}>
        <div>
          {line("")}
          {stub.title.map((text, at) => line(text, { ...title, fontSize: 14 }, at))}
          {line(stub.subtitle, { ...title, fontSize: 14 })}
          {stub.lines.map((text, at) => line(text, {}, at))}
          {line("")}
          {line(stub.date, { textAlign: "right" })}
        </div>
        <div className={own.cut} />
        <div style={{ fontSize: 16 }}>
          {line("")}
          {body.title.map((text, at) => line(text, { ...title, fontSize: 26 }, at))}
          {line("")}
          <div style={{ height: 160, lineHeight: "40px" }}>{body.paragraph}</div>
          {line("")}
          {line(body.registration)}
          {line("")}
          {line(body.date, { textAlign: "right" })}
        </div>
      </div>
    </div>
  );
}
