/** Claiming a case, and giving it to somebody: the case's own step, asked of the server first, whose word is what is shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, newKey, unwrap } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { useSession } from '../../app/session.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { useCodes, type Codes } from '../../words/codes.ts';
import { useQueueWords } from '../../words/queue.ts';
import { nameOf } from './columns.tsx';
import { COUNTS_KEY, type CaseItem } from './use-cases.ts';

/** The step of every case by which somebody is put in charge. */
const ASSIGN = 'ASSIGN';

/** Why the server would refuse it; said to the reader as it stands. */
class Barred extends Error {}

/** Asks first whether it may be, then does it; answers the version that came of it. */
async function assignTo(caseId: string, assignee: string, { say }: Codes, notNow: string): Promise<number> {
  const { items, version } = await unwrap(
    api.GET('/api/v1/cases/{caseId}/actions', { params: { path: { caseId } } }),
  );
  const step = items.find(({ event }) => event === ASSIGN);
  if (!step) throw new Barred(notNow);
  if (step.refusal) throw new Barred(say(step.refusal.why));
  return assign(caseId, assignee, version);
}

async function assign(caseId: string, assignee: string, version: number): Promise<number> {
  const outcome = await unwrap(
    api.POST('/api/v1/cases/{caseId}/events', {
      params: {
        path: { caseId },
        header: { 'If-Match': `"${version}"`, 'Idempotency-Key': `"${newKey()}"` },
      },
      body: { type: ASSIGN, data: { assignee } },
    }),
  );
  return outcome.version;
}

/** How long the way back is offered, in seconds. */
const UNDO_SECONDS = 10;

interface Given {
  readonly item: CaseItem;
  readonly assignee: string;
  /** The version it is taken back from: whatever came after it stays as it is. */
  readonly undoes?: number;
}

/**
 * Gives a case to somebody, says what came of it, and has the lists read anew. Whoever had it before can have it back for
 * ten seconds; a case that nobody had stays given, since no step of a case takes it from everybody.
 */
export function useAssign() {
  const t = useQueueWords();
  const codes = useCodes();
  const { person } = useSession();
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ item, assignee, undoes }: Given) =>
      undoes === undefined
        ? assignTo(item.id, assignee, codes, t('notNow'))
        : assign(item.id, assignee, undoes),
    onSuccess: async (version, { item, assignee, undoes }) => {
      const what = nameOf(item);
      const before = item.assignee;
      const done = t(undoes !== undefined ? 'undone' : assignee === person ? 'assigned' : 'assignedTo', {
        what,
      });
      const mayUndo = undoes === undefined && before !== null && before !== assignee;
      void message.open({
        key: `assign ${item.id}`,
        type: 'success',
        ...(mayUndo && { duration: UNDO_SECONDS }),
        content: mayUndo ? (
          <>
            {done}{' '}
            <Button
              size="small"
              aria-label={t('undoTitle', { what })}
              onClick={() => {
                message.destroy(`assign ${item.id}`);
                mutate({ item, assignee: before, undoes: version });
              }}
            >
              {t('undo')}
            </Button>
          </>
        ) : (
          done
        ),
      });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['cases'] }),
        queries.invalidateQueries({ queryKey: COUNTS_KEY }),
      ]);
      await queries.invalidateQueries({ queryKey: ['case', item.id] });
    },
    onError: (error, { item }) => {
      const why =
        error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : error.message;
      notification.error({ title: codes.pair(nameOf(item), t('refused')), description: why, role: 'alert' });
    },
  });
  return {
    claim: (item: CaseItem) => {
      mutate({ item, assignee: person });
    },
    give: (item: CaseItem, assignee: string) => {
      mutate({ item, assignee });
    },
    busyId: isPending ? variables.item.id : null,
  };
}

interface RowActionsProps {
  readonly item: CaseItem;
  readonly isBusy: boolean;
  readonly onClaim: () => void;
  readonly onAssign: () => void;
  /** Absent where no case is shown beside the list. */
  readonly onPreview?: (() => void) | undefined;
}

export function RowActions({ item, isBusy, onClaim, onAssign, onPreview }: RowActionsProps) {
  const t = useQueueWords();
  const { person } = useSession();
  const what = nameOf(item);
  return (
    <span className="row-actions">
      {item.isOpen && item.assignee !== person && (
        <Button
          size="small"
          type="link"
          loading={isBusy}
          title={`${t('keyClaim')} (A)`}
          aria-label={`${t('claim')} ${what}`}
          onClick={onClaim}
        >
          {t('claim')}
        </Button>
      )}
      {item.isOpen && (
        <WriteButton
          size="small"
          type="link"
          title={`${t('keyAssign')} (a)`}
          aria-label={t('assignTitle', { what })}
          onClick={onAssign}
        >
          {t('assign')}
        </WriteButton>
      )}
      {onPreview && (
        <Button size="small" type="link" aria-label={`${t('preview')} ${what}`} onClick={onPreview}>
          {t('preview')}
        </Button>
      )}
    </span>
  );
}
