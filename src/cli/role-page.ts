/**
 * `docs/roles.md`: what each role is for and may not do, which operations it may try, and which events of which procedure
 * it may fire; in both languages. Made from the tables that API and procedures are read from. Pure.
 */
import { PERMISSIONS } from '../domain/permission.ts';
import type { Permission } from '../domain/permission-entry.ts';
import { ROLE_CONDUCT } from '../domain/roles.ts';
import { GRANTABLE_ROLES, ROLES, type Role } from '../domain/vocabulary.ts';
import type { Procedure, Row } from '../machines/procedure.ts';
import { SHARED_EVENTS } from '../machines/shared-rows.ts';
import { table } from './glossary/markdown-table.ts';

const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The whole page. */
export const rolePage = (procedures: readonly Procedure[]): string =>
  [
    '# Roles · 角色',
    '<!-- Written by `npm run generate` from src/domain/roles.ts, src/domain/permission.ts and src/machines; not to be edited here. -->',
    'A role opens doors; what lies behind one may still say no: the state of the case, duties that exclude each other, ' +
      'recusal, and what one needs to know. `GET /api/v1/roles` and `GET /api/v1/permissions` are the same tables as data.',
    '角色只是入门的条件；案件状态、职责分离、回避和知悉范围仍可拒绝。接口 `GET /api/v1/roles` 与 `GET /api/v1/permissions` 提供相同内容。',
    '## What each is for · 职责',
    conduct(),
    '## Operations · 操作',
    operations(),
    '## Events of procedures · 程序事项',
    'By role, as the newest version of each procedure has them. What every procedure has (notes, assignment, recusal, ' +
      'designation, suspension, extension) stands once, first.',
    events(procedures),
  ]
    .join('\n\n')
    .concat('\n');

const conduct = (): string =>
  table(
    ['Role', '角色', 'May', '可以', 'May not', '不得', 'Basis'],
    GRANTABLE_ROLES.map((role) => {
      const { may, mayNot, basis } = ROLE_CONDUCT[role];
      return [
        `${code(role)}<br>${ROLES[role].en}`,
        ROLES[role].zh,
        cell(may.en),
        cell(may.zh),
        cell(mayNot?.en ?? '–'),
        cell(mayNot?.zh ?? '–'),
        basis.join(', '),
      ];
    }),
  );

function operations(): string {
  const whose = ({ roles }: Permission) =>
    GRANTABLE_ROLES.every((role) => roles.includes(role)) ? 'everybody · 全部' : roles.map(code).join(', ');
  return table(
    ['Permission', 'In English', '中文', 'Roles', 'Decided by'],
    Object.entries(PERMISSIONS).map(([name, permission]: [string, Permission]) => [
      code(name),
      cell(permission.sentence.en),
      cell(permission.sentence.zh),
      whose(permission),
      permission.decidedBy === 'role' ? 'role · 角色' : 'role and case · 角色和案件',
    ]),
  );
}

function events(procedures: readonly Procedure[]): string {
  const isFor = (role: Role, { roles, isInternal }: Row) => isInternal !== true && roles.includes(role);
  const labelled = (rows: readonly Row[]) =>
    [...new Map(rows.map((row) => [row.event, row])).values()]
      .map(({ event, label }) => `${code(event)} ${cell(label.zh)} · ${cell(label.en)}`)
      .join('<br>');
  const [first] = procedures;
  const shared = (role: Role) =>
    (first?.rows ?? []).filter((row) => row.event in SHARED_EVENTS && isFor(role, row));
  const lines = GRANTABLE_ROLES.flatMap((role) => [
    ...(shared(role).length > 0 ? [[code(role), 'every procedure · 各程序', labelled(shared(role))]] : []),
    ...procedures.flatMap(({ label, rows }) => {
      const own = rows.filter((row) => !(row.event in SHARED_EVENTS) && isFor(role, row));
      return own.length > 0 ? [[code(role), `${label.zh} · ${label.en}`, labelled(own)]] : [];
    }),
  ]);
  return table(['Role · 角色', 'Procedure · 程序', 'Events · 事项'], lines);
}
