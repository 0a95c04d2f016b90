/** What stands around every page: skip link, top bar, menu, the place of the page, help. */
import MenuFoldOutlined from '@ant-design/icons/MenuFoldOutlined';
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/MenuUnfoldOutlined';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ROUTES } from '../app/routes.tsx';
import { useMay } from '../app/permissions.ts';
import { useKeptPreferences } from '../app/preferences.ts';
import { useKeys, type Shortcuts } from '../keys/use-keys.ts';
import { usePalette } from '../palette/use-palette.tsx';
import { useCommonWords, useMenuWords } from '../words/common.ts';
import { Help } from './help.tsx';
import { MainMenu } from './main-menu.tsx';
import { addressOf, keyOf } from './page-address.ts';
import { TopBar } from './top-bar.tsx';

const FOLDED_AS = 'leeway.menu';

export function Shell({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const t = useCommonWords();
  const navigate = useNavigate();
  const menuWords = useMenuWords();
  const may = useMay();
  useKeptPreferences();
  const main = useRef<HTMLElement>(null);
  const [isFolded, setFolded] = useState(() => sessionStorage.getItem(FOLDED_AS) === 'folded');
  const [isDrawn, setDrawn] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const entries = ROUTES.filter(({ menu }) => menu?.permissions.some(may) === true);

  const { open: openPalette, palette } = usePalette(entries);

  const goes: Shortcuts = Object.fromEntries(
    entries.flatMap((page) => {
      const key = keyOf(page);
      if (key === undefined || !page.menu) return [];
      const go = { label: menuWords(page.menu.words), run: () => void navigate(addressOf(page.path)) };
      return [[key, go] as const];
    }),
  );
  useKeys({
    ...goes,
    'ctrl+k': { label: t('palette'), run: openPalette, isYielding: true },
    '/': { label: t('search'), run: () => document.getElementById('search')?.focus() },
    '?': {
      label: t('help'),
      run: () => {
        setHelpOpen(true);
      },
    },
  });

  // A page that was gone to begins at its top, for eyes and for screen readers.
  const page = path.split('/').slice(0, 3).join('/');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [page]);

  const fold = () => {
    sessionStorage.setItem(FOLDED_AS, isFolded ? 'open' : 'folded');
    setFolded(!isFolded);
  };
  return (
    <div className={isFolded ? 'shell folded' : 'shell'}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <TopBar
        menuButton={
          <Button
            className="menu-button"
            type="text"
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('menuOpen')}
            onClick={() => {
              setDrawn(true);
            }}
          />
        }
        onPalette={openPalette}
        onHelp={() => {
          setHelpOpen(true);
        }}
      />
      <div className="below">
        <nav className="side-menu" aria-label={t('menu')}>
          <MainMenu entries={entries} path={path} isFolded={isFolded} />
          <Button
            type="text"
            block
            icon={isFolded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
            aria-label={isFolded ? t('menuUnfold') : t('menuFold')}
            onClick={fold}
          />
        </nav>
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Drawer
        open={isDrawn}
        placement="left"
        title={t('menu')}
        size={280}
        onClose={() => {
          setDrawn(false);
        }}
      >
        <nav aria-label={t('menu')}>
          <MainMenu
            entries={entries}
            path={path}
            isFolded={false}
            onGo={() => {
              setDrawn(false);
            }}
          />
        </nav>
      </Drawer>
      <Help
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
      {palette}
    </div>
  );
}
