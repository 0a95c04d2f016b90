/** What every assessor wrote, side by side: where they differ is said in words, dissent stands as it was written. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DataTable } from '../../parts/data-table.tsx';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import { isOf, pairsOf, type Assessments, type Assessor, type Sheet } from './assessments.ts';
import { Profile } from './profile.tsx';

interface SideProps {
  readonly asked: Assessments;
  readonly assessors: readonly Assessor[];
  readonly nameOf: (person: string) => string;
  /** Null where nothing may be proposed now. */
  readonly onPropose: ((sheets: readonly Sheet[]) => void) | null;
}

interface Line {
  readonly code: string;
  readonly label: string;
  /** The short answer by which sheets are compared. */
  readonly answer: (sheet: Sheet) => string;
  readonly more: (sheet: Sheet) => ReactNode;
}

export function SideBySide({ asked, assessors, nameOf, onPropose }: SideProps) {
  const t = useToleranceWords();
  const lines = useLines(asked);
  const counted = assessors.filter(({ sheets }) => sheets !== null);
  const calledOf = (one: Assessor) =>
    `${one.name ?? one.person}${one.isExcluded ? ` (${t('excluded')})` : ''}`;
  return (
    <section aria-labelledby="side-by-side">
      <h2 id="side-by-side">{t('sideBySide')}</h2>
      {pairsOf(asked).map((pair) => {
        const given = counted.flatMap((one) => {
          const sheet = one.sheets?.find(isOf(pair));
          return sheet ? [{ one, sheet }] : [];
        });
        if (given.length === 0) return null;
        const differ = ({ answer }: Line) => new Set(given.map(({ sheet }) => answer(sheet))).size > 1;
        return (
          <div key={`${pair.act} ${pair.person}`}>
            <h3>
              {pair.act} · {nameOf(pair.person)}
            </h3>
            <DataTable
              caption={`${t('sideBySide')}: ${pair.act} · ${nameOf(pair.person)}`}
              hasHiddenCaption
              rows={lines}
              keyOf={({ code }) => code}
              columns={[
                {
                  key: 'question',
                  title: t('question'),
                  show: (line) => (
                    <>
                      {line.label}{' '}
                      {given.length > 1 && (
                        <span className={differ(line) ? 'differs' : 'quiet'}>
                          {t(differ(line) ? 'differ' : 'agree')}
                        </span>
                      )}
                    </>
                  ),
                },
                ...given.map(({ one, sheet }) => ({
                  key: one.person,
                  title: calledOf(one),
                  show: (line: Line) => (
                    <>
                      <strong>{line.answer(sheet)}</strong> {line.more(sheet)}
                    </>
                  ),
                })),
              ]}
            />
            <div className="profiles">
              {given.map(({ one, sheet }) => (
                <Profile
                  key={one.person}
                  asked={asked}
                  title={t('profileOf', { who: calledOf(one) })}
                  ratings={new Map(sheet.factors.map(({ factor, rating }) => [factor, rating]))}
                />
              ))}
            </div>
          </div>
        );
      })}
      {onPropose && (
        <p className="no-print file-tools">
          {counted
            .filter(({ isExcluded }) => !isExcluded)
            .map((one) => (
              <Button
                key={one.person}
                onClick={() => {
                  onPropose(one.sheets ?? []);
                }}
              >
                {t('proposeOf', { who: one.name ?? one.person })}
              </Button>
            ))}
        </p>
      )}
    </section>
  );
}

/** Every question of a sheet in its order, with how its answer is told. */
function useLines(asked: Assessments): readonly Line[] {
  const t = useToleranceWords();
  const { say } = useCodes();
  const wordOf = (list: Assessments['ratings'], code: string | undefined) => {
    const found = list.find((one) => one.code === code);
    return found ? say(found.label) : t('noOutcome');
  };
  const oneOf = (is: boolean | undefined, yes: string, no: string) =>
    is === undefined ? t('noOutcome') : is ? yes : no;
  return [
    ...asked.distinctions.map(({ code, label }): Line => {
      const find = (sheet: Sheet) => sheet.distinctions.find((one) => one.code === code);
      return {
        code,
        label: say(label),
        answer: (sheet) => {
          const answer = find(sheet)?.answer;
          return answer ? t(answer) : t('noOutcome');
        },
        more: (sheet) => find(sheet)?.reason,
      };
    }),
    ...asked.exclusions.map(({ code, label }): Line => {
      const find = (sheet: Sheet) => sheet.exclusions.find((one) => one.code === code);
      return {
        code,
        label: say(label),
        answer: (sheet) => oneOf(find(sheet)?.applies, t('applies'), t('appliesNot')),
        more: (sheet) => find(sheet)?.reason,
      };
    }),
    ...asked.conditions.map(({ code, label }): Line => {
      const find = (sheet: Sheet) => sheet.conditions.find((one) => one.code === code);
      return {
        code,
        label: say(label),
        answer: (sheet) => oneOf(find(sheet)?.holds, t('holds'), t('fails')),
        more: (sheet) => find(sheet)?.reason,
      };
    }),
    ...asked.factors.map(({ code, label }): Line => {
      const find = (sheet: Sheet) => sheet.factors.find(({ factor }) => factor === code);
      return {
        code,
        label: say(label),
        answer: (sheet) => wordOf(asked.ratings, find(sheet)?.rating),
        more: (sheet) => find(sheet)?.reason,
      };
    }),
    {
      code: 'outcome',
      label: t('conclusion'),
      answer: (sheet) => wordOf(asked.outcomes, sheet.outcome),
      more: ({ remark }) => remark,
    },
  ];
}
