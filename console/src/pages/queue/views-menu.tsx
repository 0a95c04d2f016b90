/** Saved views: opening one, saving what is on the screen, under the same name or another, shared or not; and going back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { useQueueWords } from '../../words/queue.ts';
import { isSameQuery, type CaseQuery } from './list-address.ts';

type SavedView = components['schemas']['SavedView'];
type ListName = SavedView['list'];

/** A form is heavy, and a view is named once. */
const NameView = lazy(() => import('./name-view.tsx'));

const KEY = ['views'] as const;

interface ViewsMenuProps {
  readonly list: ListName;
  /** The view that was opened. */
  readonly openedId: string | null;
  /** What is on the screen, as a view keeps it. */
  readonly kept: CaseQuery;
  readonly canShare: boolean;
  readonly onOpen: (view: SavedView) => void;
  /** A view was saved, or is there no more. */
  readonly onOpened: (id: string | null) => void;
}

export function ViewsMenu({ list, openedId, kept, canShare, onOpen, onOpened }: ViewsMenuProps) {
  const t = useQueueWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => unwrap(api.GET('/api/v1/views')),
    staleTime: 60_000,
  });
  const views = (data?.items ?? []).filter((view) => view.list === list);
  const opened = views.find(({ id }) => id === openedId);
  const isModified = opened !== undefined && !isSameQuery(opened.query, kept);
  const [isNaming, setNaming] = useState(false);
  const after = async (words: string, id: string | null) => {
    await queries.invalidateQueries({ queryKey: KEY });
    onOpened(id);
    void message.success(words);
  };
  const keep = useMutation({
    mutationFn: ({ id, name, isShared, query }: SavedView) =>
      unwrap(
        api.PUT('/api/v1/views/{viewId}', {
          params: { path: { viewId: id } },
          body: { name, list, isShared, query },
        }),
      ),
    onSuccess: ({ id }) => after(t('viewSaved'), id),
  });
  const remove = useMutation({
    mutationFn: (viewId: string) =>
      unwrap(api.DELETE('/api/v1/views/{viewId}', { params: { path: { viewId } } })),
    onSuccess: () => after(t('viewDeleted'), null),
  });
  const item = (view: SavedView) => ({
    key: view.id,
    label: (
      <span lang="zh-CN">
        {view.name}
        {view.isMine && view.isShared && <span className="quiet"> ({t('viewShared')})</span>}
      </span>
    ),
    onClick: () => {
      onOpen(view);
    },
  });
  const [mine, ofUnit] = [views.filter(({ isMine }) => isMine), views.filter(({ isMine }) => !isMine)];
  const failure = keep.error ?? remove.error;
  return (
    <div className="views-menu">
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: openedId === null ? [] : [openedId],
          items: [
            ...(mine.length === 0
              ? [{ key: 'none', label: t('viewsNone'), disabled: true }]
              : mine.map(item)),
            ...(ofUnit.length === 0
              ? []
              : [
                  {
                    key: 'unit',
                    type: 'group' as const,
                    label: t('viewsOfUnit'),
                    children: ofUnit.map(item),
                  },
                ]),
          ],
        }}
      >
        <Button>
          {opened ? <span lang="zh-CN">{opened.name}</span> : t('views')} <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
      {isModified && <span className="modified">{t('modified')}</span>}
      {isModified && opened.isMine && (
        <WriteButton
          loading={keep.isPending}
          onClick={() => {
            keep.mutate({ ...opened, query: { ...kept } });
          }}
        >
          {t('saveView')}
        </WriteButton>
      )}
      <WriteButton
        onClick={() => {
          setNaming(true);
        }}
      >
        {opened ? t('saveAs') : t('saveView')}
      </WriteButton>
      {isModified && (
        <Button
          type="link"
          onClick={() => {
            onOpen(opened);
          }}
        >
          {t('revert')}
        </Button>
      )}
      {opened?.isMine === true && (
        <WriteButton
          type="link"
          danger
          loading={remove.isPending}
          onClick={() => {
            remove.mutate(opened.id);
          }}
        >
          {t('deleteView')}
        </WriteButton>
      )}
      {failure !== null && <Failed error={failure} />}
      {isNaming && (
        <Suspense fallback={null}>
          <NameView
            {...{ list, kept, canShare }}
            onDone={(id) => {
              setNaming(false);
              if (id !== null) void after(t('viewSaved'), id);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
