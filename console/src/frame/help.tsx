/** Help, at the same place on every page: the keys that work here now, and where more is written. */
import { Drawer } from 'antd';
import { useShortcutList } from '../keys/use-keys.ts';
import { useHelpWords } from '../words/help.ts';

export function Help({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useHelpWords();
  const keys = useShortcutList();
  return (
    <Drawer open={isOpen} onClose={onClose} title={t('title')} size={420}>
      <h2>{t('keys')}</h2>
      <p className="quiet">{t('keysNote')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('key')}</th>
            <th scope="col">{t('does')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, label]) => (
            <tr key={key}>
              <td>
                <kbd>{key}</kbd>
              </td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('more')}</h2>
      <ul>
        <li>
          <a href="/docs">{t('api')}</a>
        </li>
        <li>
          <a href="/portal">{t('portal')}</a>
        </li>
      </ul>
    </Drawer>
  );
}
