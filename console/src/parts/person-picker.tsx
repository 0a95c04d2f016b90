/**
 * Picks an official by name or reference; each search is put on record. Who is not listed can be registered from here, by
 * those whose role may.
 */
import { useState } from 'react';
import { useMay } from '../app/permissions.ts';
import { usePickerWords } from '../words/pickers.ts';
import { RegisterPerson } from './register-person.tsx';
import { searchOfficials } from './search-officials.ts';
import { RemoteSelect, type Choice, type PickerProps } from './remote-select.tsx';

interface PersonPickerProps extends PickerProps {
  /** Names of what is chosen already, where the page knows them. */
  readonly known?: Readonly<Record<string, string>>;
  readonly onPick?: (choice: Choice) => void;
}

export function PersonPicker({ known, onPick, ...field }: PersonPickerProps) {
  const t = usePickerWords();
  const may = useMay();
  /** The name of whoever is being registered; null while nobody is. */
  const [newcomer, setNewcomer] = useState<string | null>(null);
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const backToField = () => {
    if (field.id !== undefined) document.getElementById(field.id)?.focus();
  };
  const add = ({ value, label }: Choice) => {
    setOwn({ ...own, [value]: label });
    setNewcomer(null);
    backToField();
    onPick?.({ value, label });
    const { value: before } = field;
    field.onChange(
      field.multiple ? [...(before === null || typeof before === 'string' ? [] : before), value] : value,
    );
  };
  return (
    <>
      <RemoteSelect
        {...field}
        known={{ ...known, ...own }}
        {...(onPick && { onPick })}
        search={async (q) =>
          (await searchOfficials(q)).map(({ id, name, workplace, post, knownCases }) => ({
            value: id,
            label: name ?? id,
            more: [workplace, post, knownCases ? t('cases', { count: knownCases }) : null]
              .filter(Boolean)
              .join(' · '),
          }))
        }
        searchKey={['official']}
        fewest={2}
        placeholder={t('findOfficial')}
        nothing={t('noneFound')}
        {...(may('person.register') && { last: { label: t('register'), run: setNewcomer } })}
      />
      {newcomer !== null && (
        <RegisterPerson
          name={newcomer}
          onDone={add}
          onCancel={() => {
            setNewcomer(null);
            backToField();
          }}
        />
      )}
    </>
  );
}
