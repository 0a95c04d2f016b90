/** The menu: the pages a role has a part in, in groups. Plain links, so that they open in tabs of their own. */
import { Link } from 'react-router';
import type { PageRoute } from '../app/routes.tsx';
import { useMenuWords } from '../words/common.ts';
import { addressOf } from './page-address.ts';

interface MenuProps {
  readonly entries: readonly PageRoute[];
  readonly path: string;
  readonly isFolded: boolean;
  readonly onGo?: () => void;
}

const GROUPS = ['work', 'watch', 'keep'] as const;

export function MainMenu({ entries, path, isFolded, onGo }: MenuProps) {
  const t = useMenuWords();
  return GROUPS.map((group) => {
    const here = entries.filter(({ menu }) => menu?.group === group);
    if (here.length === 0) return null;
    return (
      <div key={group} className="menu-group">
        {!isFolded && <h2>{t(group)}</h2>}
        <ul>
          {here.map(({ path: to, menu }) => {
            const address = addressOf(to);
            const words = menu ? t(menu.words) : '';
            const isHere = path === address || path.startsWith(`${address}/`);
            return (
              <li key={to}>
                <Link
                  to={address}
                  title={isFolded ? words : undefined}
                  {...(isHere && { 'aria-current': 'page' as const })}
                  {...(onGo && { onClick: onGo })}
                >
                  {isFolded ? <span aria-label={words}>{words.slice(0, 2)}</span> : words}
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    );
  });
}
