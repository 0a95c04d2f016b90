/** The reader's own sheet: kept on the server while it is typed, for nobody else to see, and submitted once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Popconfirm, Radio, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { useClear } from '../../parts/use-clear.tsx';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import { caseKey } from '../case/case-queries.ts';
import {
  assessmentsKey,
  blankSheet,
  isOf,
  pairsOf,
  withAnswer,
  type Assessments,
  type EvidenceOption,
  type Pair,
  type Sheet,
} from './assessments.ts';
import { FactorPanel } from './factor-panel.tsx';
import { BottomLine, Gate } from './questions.tsx';

/** Milliseconds after the last letter before a draft is kept. */
const QUIET_MS = 1_500;

interface OwnProps {
  readonly caseId: string;
  readonly asked: Assessments;
  readonly kept: readonly Sheet[];
  readonly nameOf: (person: string) => string;
}

export function OwnSheet({ caseId, asked, kept, nameOf }: OwnProps) {
  const t = useToleranceWords();
  const queries = useQueryClient();
  const pairs = pairsOf(asked);
  const [at, setAt] = useState(0);
  const [sheets, setSheets] = useState<readonly Sheet[]>(kept);
  const { keep, flush } = useKeeping(caseId, () =>
    queries.invalidateQueries({ queryKey: assessmentsKey(caseId) }),
  );
  const submit = useMutation({
    mutationFn: async () => {
      await flush(sheets);
      await unwrap(
        api.POST('/api/v1/cases/{caseId}/assessments/submission', { params: { path: { caseId } } }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: assessmentsKey(caseId) }),
  });
  const evidence = useEvidence(caseId);
  const pair: Pair | undefined = pairs[at];
  if (!pair) return null;
  const sheet = sheets.find(isOf(pair)) ?? blankSheet(pair);
  const change = (next: Sheet) => {
    const all = withAnswer(sheets, next, ({ act, person }) => `${act} ${person}`);
    setSheets(all);
    keep.later(all);
    if (submit.isError) submit.reset();
  };
  const faults = submit.error instanceof ProblemError ? (submit.error.problem.errors ?? []) : [];
  return (
    <section aria-labelledby="own-sheet" className="own-sheet no-print">
      <h2 id="own-sheet">{t('own')}</h2>
      <p className="quiet">{t('blind')}</p>
      {pairs.length > 1 && (
        <Radio.Group
          aria-label={t('pair')}
          optionType="button"
          value={at}
          onChange={({ target }) => {
            setAt(target.value as number);
          }}
          options={pairs.map(({ act, person }, value) => ({ value, label: `${act} · ${nameOf(person)}` }))}
        />
      )}
      <Gate {...{ asked, sheet, evidence }} onChange={change} />
      <BottomLine {...{ asked, sheet }} onChange={change} />
      <Factors {...{ asked, sheet, evidence }} onChange={change} />
      <Conclusion {...{ asked, sheet }} onChange={change} />
      <div className="drawer-foot">
        <Popconfirm
          title={t('submitNote')}
          okText={t('submit')}
          onConfirm={() => {
            submit.mutate();
          }}
        >
          <WriteButton type="primary" danger loading={submit.isPending}>
            {t('submit')}
          </WriteButton>
        </Popconfirm>
        <span role="status" className="quiet">
          {keep.state === null ? t('submitNote') : t(keep.state)}
        </span>
      </div>
      {faults.length > 0 && (
        <div role="alert">
          <p>{t('missing', { count: faults.length })}</p>
          <Faults {...{ faults, asked, sheets, nameOf }} />
        </div>
      )}
      {submit.isError && faults.length === 0 && <Failed error={submit.error} />}
    </section>
  );
}

interface FaultsProps extends Pick<OwnProps, 'asked' | 'nameOf'> {
  readonly faults: NonNullable<ProblemError['problem']['errors']>;
  readonly sheets: readonly Sheet[];
}

function Faults({ faults, asked, sheets, nameOf }: FaultsProps) {
  const t = useToleranceWords();
  const { say } = useCodes();
  const placeOf = (pointer: string): string => {
    const [, , sheetAt = '', part = '', at = ''] = pointer.split('/');
    const sheet = sheets[Number(sheetAt)];
    if (!sheet || sheetAt === '') return t('sheetItself');
    const lists = {
      factors: asked.factors,
      distinctions: asked.distinctions,
      conditions: asked.conditions,
      exclusions: asked.exclusions,
    };
    const labels = lists[part as keyof typeof lists] as Assessments['ratings'] | undefined;
    const given = sheet.factors[Number(at)]?.factor;
    const found = labels?.find(({ code }) => code === at || (part === 'factors' && code === given));
    const what = part === 'outcome' ? t('conclusion') : found ? say(found.label) : t('sheetItself');
    return `${sheet.act} · ${nameOf(sheet.person)} · ${what}`;
  };
  return (
    <ul>
      {faults.map(({ pointer, message }) => (
        <li key={pointer}>
          {placeOf(pointer)}: {message}
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly asked: Assessments;
  readonly sheet: Sheet;
  readonly onChange: (sheet: Sheet) => void;
}

function useEvidence(caseId: string): readonly EvidenceOption[] {
  const files = useQuery({
    queryKey: [...caseKey(caseId), 'evidence'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/evidence', { params: { path: { caseId } } })),
  });
  return (files.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }));
}

function Factors({
  asked,
  sheet,
  evidence,
  onChange,
}: PartProps & { readonly evidence: readonly EvidenceOption[] }) {
  const t = useToleranceWords();
  return (
    <section>
      <h3>{t('factors')}</h3>
      {asked.factors.map((guide) => (
        <FactorPanel
          key={guide.code}
          {...{ guide, asked, evidence }}
          answer={sheet.factors.find(({ factor }) => factor === guide.code)}
          onChange={(answer) => {
            onChange({ ...sheet, factors: withAnswer(sheet.factors, answer, ({ factor }) => factor) });
          }}
        />
      ))}
    </section>
  );
}

function Conclusion({ asked, sheet, onChange }: PartProps) {
  const t = useToleranceWords();
  const { say } = useCodes();
  const id = useId();
  const clear = useClear();
  const left = asked.conclusions.find(isOf(sheet))?.outcomes ?? [];
  const whyNot = (outcome: string) => left.find(({ code }) => code === outcome)?.why ?? null;
  const reasons = new Map(left.flatMap(({ why }) => (why ? [[why.zh, why]] : [])));
  return (
    <section className="stacked">
      <label htmlFor={`${id}-outcome`}>{t('conclusion')}</label>
      <Select
        id={`${id}-outcome`}
        allowClear={clear}
        value={sheet.outcome ?? null}
        aria-describedby={`${id}-barred`}
        options={asked.outcomes.map(({ code, label }) => ({
          value: code,
          label: say(label),
          disabled: whyNot(code) !== null,
        }))}
        onChange={(outcome: string | null | undefined) => {
          const { outcome: _before, ...rest } = sheet;
          onChange({
            ...rest,
            ...(outcome != null && { outcome: outcome as NonNullable<Sheet['outcome']> }),
          });
        }}
      />
      <div id={`${id}-barred`} role="status" className="barred">
        {[...reasons.values()].map((why) => (
          <p key={why.zh}>
            <strong>{say(why)}</strong>
            <br />
            {t('barred')}{' '}
            {asked.outcomes
              .filter(({ code }) => whyNot(code)?.zh === why.zh)
              .map(({ label }) => say(label))
              .join(' · ')}
          </p>
        ))}
      </div>
      <label htmlFor={`${id}-remark`}>{t('remark')}</label>
      <Input.TextArea
        id={`${id}-remark`}
        rows={3}
        value={sheet.remark}
        onChange={({ target }) => {
          onChange({ ...sheet, remark: target.value });
        }}
      />
    </section>
  );
}

/** Keeps a draft a while after the last letter, and at once before it is submitted or left. */
function useKeeping(caseId: string, onKept: () => Promise<unknown>) {
  const [state, setState] = useState<'saving' | 'saved' | 'notSaved' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<readonly Sheet[] | null>(null);
  const flush = async (sheets: readonly Sheet[]) => {
    clearTimeout(timer.current);
    waiting.current = null;
    await unwrap(
      api.PUT('/api/v1/cases/{caseId}/assessments', {
        params: { path: { caseId } },
        body: { sheets: [...sheets] },
      }),
    );
  };
  const later = (sheets: readonly Sheet[]) => {
    clearTimeout(timer.current);
    waiting.current = sheets;
    timer.current = setTimeout(() => {
      setState('saving');
      flush(sheets).then(
        () => {
          setState('saved');
          // What the sheet leaves open is the server's to say.
          void onKept();
        },
        () => {
          setState('notSaved');
        },
      );
    }, QUIET_MS);
  };
  const leave = useRef(flush);
  useEffect(() => {
    leave.current = flush;
  });
  useEffect(
    () => () => {
      if (waiting.current) void leave.current(waiting.current).catch(() => null);
    },
    [],
  );
  return { keep: { state, later }, flush };
}
