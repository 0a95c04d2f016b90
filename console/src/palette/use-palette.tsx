/** Opens the command palette, whose code comes when somebody wants it. */
import { App } from 'antd';
import { useState, type ComponentType, type ReactNode } from 'react';
import type { PageRoute } from '../app/routes.tsx';
import { useCommonWords } from '../words/common.ts';
import type { PaletteProps } from './palette.tsx';

/** A way to open it, and the palette itself while it is open. */
export function usePalette(pages: readonly PageRoute[]): {
  readonly open: () => void;
  readonly palette: ReactNode;
} {
  const t = useCommonWords();
  const { message } = App.useApp();
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    import('./palette.tsx').then(
      (loaded) => {
        setPalette(() => loaded.default);
        setOpen(true);
      },
      // Whoever meets a new version of the console, or no line, keeps the page they are on.
      () => void message.error(t('paletteFailed')),
    );
  };
  const palette = Palette && isOpen && (
    <Palette
      pages={pages}
      onClosed={() => {
        setOpen(false);
      }}
    />
  );
  return { open, palette };
}
