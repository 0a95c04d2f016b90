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
import { useCommonWords, useMenuWords } from '../words/common.ts';
import { Help } from './help.tsx';
import { MainMenu } from './main-menu.tsx';
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

  const goes: Shortcuts = Object.fromEntries(
    entries.flatMap(({ path: to, menu }) =>
      menu?.key === undefined
        ? []
        : [
            [
              menu.key === 'n' ? 'c' : `g ${menu.key}`,
              { label: menuWords(menu.words), run: () => void navigate(addressOf(to)) },
            ] as const,
          ],
    ),
  );
  useKeys({
    ...goes,
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
            icon={<MenuOutlined />}
            aria-label={t('menuOpen')}
            onClick={() => {
              setDrawn(true);
            }}
          />
        }
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
            icon={isFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
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
    </div>
  );
}

/** The address of a page without what it may be asked about. */
export const addressOf = (path: string): string => path.replace(/\/:\w+\?$/, '');
