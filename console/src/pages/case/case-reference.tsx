/** Another case that a case speaks of: its number as a link. One that the reader may not know of has no more than a mark. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { caseKey, useCase } from './case-queries.ts';

interface ReferenceProps {
  readonly id: string;
  /** The case that speaks of it. */
  readonly from: string;
}

export function CaseReference({ id, from }: ReferenceProps) {
  const family = useQuery({
    queryKey: [...caseKey(from), 'family'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/family', { params: { path: { caseId: from } } })),
  });
  if (family.isPending) return '…';
  const member = family.data?.items.find((each) => each.id === id);
  return member ? <CaseNumberLink {...member} /> : <FromElsewhere id={id} />;
}

/** A case of another family, or something that is no case at all. */
function FromElsewhere({ id }: Pick<ReferenceProps, 'id'>) {
  const t = useCaseWords();
  const { data, isPending } = useCase(id);
  if (isPending) return '…';
  return data ? (
    <CaseNumberLink {...data} />
  ) : (
    <span className="quiet" title={id}>
      {t('restrictedReference', { id: id.slice(-6) })}
    </span>
  );
}

function CaseNumberLink({
  id,
  number,
  procedure,
}: {
  readonly id: string;
  readonly number: string | null;
  readonly procedure: string;
}) {
  const t = useCaseWords();
  const { code } = useCodes();
  return (
    <Link to={`/cases/${id}`}>
      {code('procedure', procedure)} {number ?? t('noNumber')}
    </Link>
  );
}
