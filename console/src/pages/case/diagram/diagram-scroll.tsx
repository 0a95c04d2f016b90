/** A region that holds a picture larger than itself: reached by the keyboard, and opened where the case stands. */
import { useEffect, useRef, type ReactNode } from 'react';
import '../case-reading.css';

interface ScrollProps {
  readonly label: string;
  /** What to bring into view, in pixels of the picture; looked at once for each `of`. */
  readonly middle?: { readonly x: number; readonly y: number } | null;
  readonly of?: string;
  readonly children: ReactNode;
}

export function DiagramScroll({ label, middle = null, of = '', children }: ScrollProps) {
  const region = useRef<HTMLDivElement>(null);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const box = region.current;
    if (!box || !middle || seen.current === of) return;
    seen.current = of;
    box.scrollLeft = Math.max(0, middle.x - box.clientWidth / 2);
    box.scrollTop = Math.max(0, middle.y - box.clientHeight / 2);
  });
  return (
    <div ref={region} role="region" aria-label={label} tabIndex={0} className="diagram-scroll">
      {children}
    </div>
  );
}
