/** What a key opens, in sentences: where it counts, what each of its roles may do, and every operation it may try. */
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { useRoles, useUnits } from './roles.ts';

interface ScopesProps {
  readonly roles: readonly string[];
  readonly unit: string | null;
  /** Whose scopes these are, for who hears the fold without seeing its row. */
  readonly of: string;
}

export function KeyScopes({ roles, unit, of }: ScopesProps) {
  const t = useAdminWords();
  const { say, code } = useCodes();
  const known = useRoles();
  const { nameOf } = useUnits();
  const held = known.roles.filter(({ role }) => roles.includes(role));
  const permissions = [...new Set(held.flatMap((role) => role.permissions))];
  return (
    <>
      <p className="key-place">{unit === null ? t('inWholeBody') : t('inUnit', { unit: nameOf(unit) })}</p>
      <ul className="key-scopes">
        {roles.map((role) => {
          const words = held.find((each) => each.role === role);
          return (
            <li key={role}>
              {words ? t('scopeOfRole', { role: say(words.label), may: say(words.may) }) : role}
            </li>
          );
        })}
      </ul>
      {permissions.length > 0 && (
        <details>
          <summary aria-label={t('everyScopeOf', { count: permissions.length, owner: of })}>
            {t('everyScope', { count: permissions.length })}
          </summary>
          <ul>
            {permissions.map((permission) => (
              <li key={permission}>{code('permission', permission)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
