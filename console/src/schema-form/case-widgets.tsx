/** Controls that look into the case a form is about: its evidence, its people, and the cases of its family. */
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { api, unwrap } from '../api/client.ts';
import { useCaseNames } from '../parts/case-names.ts';
import { ColleaguePicker } from '../parts/colleague-picker.tsx';
import { PersonPicker } from '../parts/person-picker.tsx';
import type { PickerProps } from '../parts/remote-select.tsx';
import { written } from '../parts/when.tsx';
import { useLocale } from '../words/area.ts';
import { useCodes } from '../words/codes.ts';
import { TAGS } from '../words/locale.ts';
import { useFormWords } from '../words/schema-form.ts';
import type { WidgetProps } from './widgets.tsx';

/** A case by its id, with those of the same family to choose from. */
export function CaseField({ value, onChange, marks, caseId }: WidgetProps) {
  const { code } = useCodes();
  const { data } = useQuery({
    queryKey: ['case', caseId, 'family'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/cases/{caseId}/family', { params: { path: { caseId: caseId ?? '' } } })),
    enabled: caseId !== undefined,
  });
  const list = `${marks.id}-family`;
  return (
    <>
      <Input
        {...marks}
        value={typeof value === 'string' ? value : ''}
        autoComplete="off"
        list={list}
        onChange={(event) => {
          onChange(event.target.value.trim());
        }}
      />
      <datalist id={list}>
        {(data?.items ?? [])
          .filter(({ id }) => id !== caseId)
          .map(({ id, procedure, state }) => (
            <option key={id} value={id}>
              {`${code('procedure', procedure)} · ${code('state', procedure, state)}`}
            </option>
          ))}
      </datalist>
    </>
  );
}

interface Recorded {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
}

const isRecorded = (one: unknown): one is Recorded =>
  typeof one === 'object' && one !== null && 'id' in one && 'kind' in one && 'at' in one;

/** What the case itself has on record as evidence: talks, materials. Each has a code of the case. */
function useRecorded(caseId: string | undefined): readonly Recorded[] {
  const { data } = useQuery({
    queryKey: ['case', caseId, 'view'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId: caseId ?? '' } } })),
    enabled: caseId !== undefined,
  });
  const evidence = data?.details.evidence;
  return Array.isArray(evidence) ? evidence.filter(isRecorded) : [];
}

/** Evidence of the case, what it has on record and its files; an id that is known otherwise can be typed. */
export function EvidenceField({ value, onChange, marks, caseId }: WidgetProps) {
  const t = useFormWords();
  const { data } = useQuery({
    queryKey: ['case', caseId, 'evidence'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/cases/{caseId}/evidence', { params: { path: { caseId: caseId ?? '' } } })),
    enabled: caseId !== undefined,
    retry: false,
  });
  const { code } = useCodes();
  const tag = TAGS[useLocale()];
  const recorded = useRecorded(caseId).map(({ id, kind, at }) => ({
    value: id,
    label: [id, code('value', kind), written(at, 'day', tag)].join(' · '),
  }));
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <Select<string[]>
      {...marks}
      className="wide"
      mode="tags"
      tokenSeparators={[' ', ',', '，']}
      value={chosen}
      options={[
        ...recorded,
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? id })),
      ]}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      notFoundContent={t('evidenceNone')}
      onChange={onChange}
    />
  );
}

interface PeopleProps extends PickerProps {
  readonly caseId: string | undefined;
}

/** What a form begins with, or a draft kept, is told by name. */
const useKnown = (caseId: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries([...useCaseNames(caseId)].flatMap(([id, name]) => (name === null ? [] : [[id, name]])));

export function PersonField({ caseId, ...picker }: PeopleProps) {
  return <PersonPicker {...picker} known={useKnown(caseId)} />;
}

export function ColleagueField({ caseId, ...picker }: PeopleProps) {
  return <ColleaguePicker {...picker} known={useKnown(caseId)} />;
}
