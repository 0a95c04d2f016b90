/** Handing the open cases of one person over to another, by who may know of them; tried first, then done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { ColleaguePicker } from '../../parts/colleague-picker.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed } from '../../parts/states.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';

type Handover = components['schemas']['Handover'];

export function HandOverPart() {
  const t = useAdminWords();
  const common = useCommonWords();
  const queries = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState({ from: '', to: '', reason: '' });
  const [isTold, tell] = useState(false);
  const ask = useMutation({
    mutationFn: (dryRun: boolean) =>
      unwrap(
        api.POST('/api/v1/handovers', {
          params: { query: dryRun ? { dryRun: 'true' } : {} },
          body: { from: typed.from.trim(), to: typed.to.trim(), reason: typed.reason.trim() },
        }),
      ),
    onSuccess: (done) => {
      if (done.isDryRun !== true) void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const isBlank = (key: keyof typeof typed) => typed[key].trim() === '';
  const wrong = (key: keyof typeof typed) => (isTold && isBlank(key) ? t('notSaid') : null);
  const go = (dryRun: boolean) => {
    tell(true);
    if (!isBlank('from') && !isBlank('to') && !isBlank('reason') && !ask.isPending) ask.mutate(dryRun);
  };
  const set = (key: keyof typeof typed) => (value: string) => {
    ask.reset();
    setTyped({ ...typed, [key]: value });
  };
  const wasTried = ask.data?.isDryRun === true && ask.data.moved > 0;
  return (
    <section aria-label={t('handOver')}>
      <h2>{t('handOver')}</h2>
      <p className="quiet">{t('handOverText')}</p>
      <form
        className="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go(true);
        }}
      >
        <div className="field-row">
          {(['from', 'to'] as const).map((side) => (
            <div className="field" key={side}>
              <label htmlFor={`${id}-${side}`}>{t(side === 'from' ? 'handFrom' : 'handTo')}</label>
              <ColleaguePicker
                id={`${id}-${side}`}
                value={typed[side] === '' ? null : typed[side]}
                onChange={(picked) => {
                  set(side)(typeof picked === 'string' ? picked : '');
                }}
              />
              {wrong(side) !== null && <p className="field-wrong">{wrong(side)}</p>}
            </div>
          ))}
        </div>
        <div className="field">
          <label htmlFor={id}>{common('reason')}</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={typed.reason}
            onChange={(event) => {
              set('reason')(event.target.value);
            }}
          />
          {wrong('reason') !== null && <p className="field-wrong">{common('reasonNeeded')}</p>}
        </div>
        {ask.error && <Failed error={ask.error} />}
        {ask.data && <Outcome handover={ask.data} />}
        <p className="form-foot">
          <WriteButton htmlType="submit" loading={ask.isPending}>
            {t('handTry')}
          </WriteButton>
          {wasTried && (
            <WriteButton
              type="primary"
              danger
              onClick={() => {
                go(false);
              }}
            >
              {t('handDo')}
            </WriteButton>
          )}
        </p>
      </form>
    </section>
  );
}

function Outcome({ handover }: { readonly handover: Handover }) {
  const t = useAdminWords();
  const { say, code } = useCodes();
  const { moved, refused, items } = handover;
  return (
    <div role="status">
      <p>
        <strong>{t(handover.isDryRun === true ? 'handMoved' : 'handDone', { moved, refused })}</strong>
        {handover.nextCursor !== null && <> {t('handMore')}</>}
      </p>
      {items.length > 0 && (
        <DataTable
          caption={t('handOver')}
          hasHiddenCaption
          rows={items}
          keyOf={(item) => item.case}
          columns={[
            { key: 'case', title: t('procedure'), show: (item) => code('procedure', item.procedure) },
            { key: 'state', title: t('state'), show: (item) => code('state', item.procedure, item.state) },
            {
              key: 'outcome',
              title: t('handOver'),
              show: (item) => (item.refusal === null ? '✓' : say(item.refusal.words)),
            },
          ]}
        />
      )}
    </div>
  );
}
