/** Puts an element that is not React's into the page. */
import { useLayoutEffect, useRef } from "react";

export function Mount({
  element,
  className,
}: {
  readonly element: HTMLElement;
  readonly className: string;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(element);
  }, [element]);
  return <div ref={place} className={className} />;
}
