/** The units of the body as a table in which those below stand in: made, changed, removed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCommonWords } from '../../words/common.ts';
import { ChoiceField, FlagField, TextField } from './fields.tsx';
import { Retype } from './retype.tsx';
import { useUnits } from './roles.ts';

type Unit = components['schemas']['Unit'];
interface Meant {
  readonly act: 'change' | 'remove';
  readonly unit: Unit;
}

export default function UnitsSection() {
  const t = useAdminWords();
  const common = useCommonWords();
  const { units, query } = useUnits();
  const [meant, setMeant] = useState<Meant | null>(null);
  const done = () => {
    setMeant(null);
  };
  return (
    <>
      <p className="quiet">{t('unitsIntro')}</p>
      {query.isPending && <Loading />}
      {query.error != null && <Failed error={query.error} retry={() => void query.refetch()} />}
      {!query.isPending && query.error == null && units.length === 0 && <Nothing kind="none_yet" />}
      {units.length > 0 && (
        <DataTable
          caption={t('units')}
          hasHiddenCaption
          rows={units}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t('unitName'),
              show: ({ name, depth }) => (
                <span style={{ paddingInlineStart: `${Math.min(depth, 8) * 20}px` }}>
                  <span lang="zh-CN">{name}</span>
                  {depth > 0 && <span className="visually-hidden"> {t('level', { count: depth + 1 })}</span>}
                </span>
              ),
            },
            { key: 'id', title: t('unitCode'), show: ({ id }) => <code>{id}</code> },
            { key: 'body', title: t('isBody'), show: ({ isBody }) => (isBody ? common('yes') : '—') },
            {
              key: 'act',
              title: t('edit'),
              show: (unit) => (
                <span className="page-actions">
                  <Button
                    size="small"
                    aria-label={t('changeUnit', { unit: unit.name })}
                    onClick={() => {
                      setMeant({ act: 'change', unit });
                    }}
                  >
                    {t('edit')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('removeUnit', { unit: unit.name })}
                    onClick={() => {
                      setMeant({ act: 'remove', unit });
                    }}
                  >
                    {t('remove')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {meant?.act === 'change' && <UnitForm key={meant.unit.id} unit={meant.unit} onDone={done} />}
      {meant?.act === 'remove' && <RemoveUnit key={meant.unit.id} unit={meant.unit} onDone={done} />}
      {meant === null && <UnitForm unit={null} onDone={done} />}
    </>
  );
}

interface FormProps {
  /** null for a new one. */
  readonly unit: Unit | null;
  readonly onDone: () => void;
}

function UnitForm({ unit, onDone }: FormProps) {
  const t = useAdminWords();
  const common = useCommonWords();
  const { units, nameOf } = useUnits();
  const queries = useQueryClient();
  const blank = { id: '', name: '', parent: '', isBody: false };
  const [given, setGiven] = useState(unit ? { ...unit, parent: unit.parentId ?? '' } : blank);
  const [isTold, tell] = useState(false);
  const put = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/v1/units/{unitId}', {
          params: { path: { unitId: given.id.trim() } },
          body: {
            name: given.name.trim(),
            parentId: given.parent === '' ? null : given.parent,
            isBody: given.isBody,
          },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['units'] });
      if (unit) onDone();
      else setGiven(blank);
      tell(false);
    },
  });
  const title = unit ? t('changeUnit', { unit: unit.name }) : t('addUnit');
  const wrong = (text: string) => (isTold && text.trim() === '' ? t('notSaid') : null);
  const place = (id: string) => (id === '' ? t('noParent') : nameOf(id));
  const changes = unit
    ? [
        [unit.name, given.name.trim()],
        [place(unit.parentId ?? ''), place(given.parent)],
        [yesNo(unit.isBody), yesNo(given.isBody)],
      ].filter(([from, to]) => from !== to)
    : [];
  function yesNo(is: boolean): string {
    return `${t('isBody')}: ${is ? common('yes') : common('no')}`;
  }
  return (
    <form
      className="admin-form"
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        tell(true);
        if (given.id.trim() !== '' && given.name.trim() !== '' && !put.isPending) put.mutate();
      }}
    >
      <h2>{title}</h2>
      <div className="field-row">
        {!unit && (
          <TextField
            label={t('unitCode')}
            help={t('referenceHelp')}
            value={given.id}
            maxLength={64}
            wrong={wrong(given.id)}
            onChange={(id) => {
              setGiven({ ...given, id });
            }}
          />
        )}
        <TextField
          label={t('unitName')}
          lang="zh-CN"
          value={given.name}
          wrong={wrong(given.name)}
          onChange={(name) => {
            setGiven({ ...given, name });
          }}
        />
        <ChoiceField
          label={t('parent')}
          value={given.parent}
          isOptional
          onChange={(parent) => {
            setGiven({ ...given, parent });
          }}
          options={units
            .filter(({ id }) => id !== unit?.id)
            .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        />
      </div>
      <FlagField
        label={t('isBody')}
        value={given.isBody}
        onChange={(isBody) => {
          setGiven({ ...given, isBody });
        }}
      />
      {changes.length > 0 && (
        <ul aria-label={t('change')}>
          {changes.map(([from = '', to = '']) => (
            <li key={from}>{t('fromTo', { from, to })}</li>
          ))}
        </ul>
      )}
      {put.error && <Failed error={put.error} />}
      <p role="status">{put.isSuccess && t('saved')}</p>
      <p className="form-foot">
        <WriteButton
          type="primary"
          htmlType="submit"
          loading={put.isPending}
          disabled={unit !== null && changes.length === 0}
        >
          {unit ? common('save') : t('addUnit')}
        </WriteButton>
        {unit && <Button onClick={onDone}>{common('cancel')}</Button>}
      </p>
    </form>
  );
}

function RemoveUnit({ unit, onDone }: { readonly unit: Unit; readonly onDone: () => void }) {
  const t = useAdminWords();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/units/{unitId}', { params: { path: { unitId: unit.id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['units'] });
      onDone();
    },
  });
  return (
    <Retype
      title={t('removeUnit', { unit: unit.name })}
      text={t('removeUnitText')}
      name={unit.id}
      button={t('remove')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => {
        remove.mutate();
      }}
      onCancel={onDone}
    />
  );
}
