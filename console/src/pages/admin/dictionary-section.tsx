/** The words of every code in both languages, with a mark where one is missing. */
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { ChoiceField, TextField } from './fields.tsx';

type Kinds = components['schemas']['WordsDocument']['kinds'];

interface Entry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Entries on one page of it: a browser draws some hundreds of rows without a pause. */
const MOST_SHOWN = 300;

export default function DictionarySection() {
  const t = useRuleWords();
  const [params, setParams] = useSearchParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['words'],
    queryFn: () => unwrap(api.GET('/api/v1/words')),
    staleTime: Infinity,
  });
  const kinds = data ? entriesByKind(data.kinds) : new Map<string, readonly Entry[]>();
  const kind = params.get('kind') ?? kinds.keys().next().value ?? '';
  const q = params.get('q') ?? '';
  const isOnlyMissing = params.get('missing') === 'true';
  const set = (next: Record<string, string>) => {
    const kept = Object.entries({ ...Object.fromEntries(params), ...next }).filter(
      ([, value]) => value !== '',
    );
    setParams(Object.fromEntries(kept), { replace: true });
  };
  const all = kinds.get(kind) ?? [];
  const missing = all.filter(isMissing).length;
  const shown = all.filter(
    (entry) =>
      (!isOnlyMissing || isMissing(entry)) &&
      (q === '' ||
        [entry.code, entry.zh, entry.en].some((text) => text.toLowerCase().includes(q.toLowerCase()))),
  );
  return (
    <>
      <p className="quiet">{t('dictionaryIntro')}</p>
      {isPending && <Loading rows={8} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <div className="search-line">
            <ChoiceField
              label={t('kindOfWord')}
              value={kind}
              onChange={(next) => {
                set({ kind: next });
              }}
              options={[...kinds].map(([code, entries]) => ({
                value: code,
                label: `${code} (${entries.length})`,
              }))}
            />
            <TextField
              label={t('filter')}
              type="search"
              value={q}
              onChange={(next) => {
                set({ q: next });
              }}
            />
            <Checkbox
              checked={isOnlyMissing}
              onChange={(event) => {
                set({ missing: event.target.checked ? 'true' : '' });
              }}
            >
              {t('onlyMissing')}
            </Checkbox>
          </div>
          <p role="status">
            {t('wordsShown', { count: shown.length })} ·{' '}
            {missing === 0 ? t('noneMissing') : t('missingCount', { count: missing })}
          </p>
          {shown.length === 0 ? (
            <Nothing kind="no_match" />
          ) : (
            <DataTable
              caption={kind}
              hasHiddenCaption
              rows={shown.slice(0, MOST_SHOWN)}
              keyOf={({ code }) => code}
              columns={[
                { key: 'code', title: t('code'), show: ({ code }) => <code>{code}</code> },
                { key: 'zh', title: t('chinese'), show: ({ zh }) => <Said text={zh} lang="zh-CN" /> },
                { key: 'en', title: t('english'), show: ({ en }) => <Said text={en} lang="en" /> },
              ]}
            />
          )}
        </>
      )}
    </>
  );
}

function Said({ text, lang }: { readonly text: string; readonly lang: string }) {
  const t = useRuleWords();
  return text === '' ? (
    <strong className="field-wrong">{t('missing')}</strong>
  ) : (
    <span lang={lang}>{text}</span>
  );
}

const isMissing = ({ zh, en }: Entry): boolean => zh.trim() === '' || en.trim() === '';

/** Every kind as one flat list; of what stands by procedure, the procedure leads the code. */
function entriesByKind(kinds: Kinds): Map<string, readonly Entry[]> {
  return new Map(Object.entries(kinds).map(([kind, words]) => [kind, flat(words as Nested, '')]));
}

interface Nested {
  readonly [code: string]: Nested | { readonly zh: string; readonly en: string };
}

function flat(words: Nested, before: string): Entry[] {
  return Object.entries(words).flatMap(([code, said]) =>
    typeof said.zh === 'string' && typeof said.en === 'string'
      ? [{ code: before + code, zh: said.zh, en: said.en }]
      : flat(said as Nested, `${before}${code}.`),
  );
}
