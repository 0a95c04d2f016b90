/** The bar at the top: whose system this is and whether it is a sandbox, search, language, help, the person signed in. */
import MacCommandOutlined from '@ant-design/icons/MacCommandOutlined';
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import UserOutlined from '@ant-design/icons/UserOutlined';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, unwrap } from '../api/client.ts';
import { useMay } from '../app/permissions.ts';
import { useSession, useSessionChange } from '../app/session.tsx';
import { useLocale } from '../words/area.ts';
import { SearchInput } from '../parts/search-input.tsx';
import { useCommonWords } from '../words/common.ts';
import { setLocale, TAGS } from '../words/locale.ts';

export function TopBar({
  menuButton,
  onPalette,
  onHelp,
}: {
  readonly menuButton: ReactNode;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}) {
  const t = useCommonWords();
  return (
    <header className="top-bar">
      {menuButton}
      <Link className="system" to="/">
        {t('system')}
      </Link>
      <SandboxMark />
      <SearchBox />
      <Button
        className="palette-button"
        type="text"
        icon={<MacCommandOutlined aria-hidden />}
        aria-label={t('palette')}
        aria-haspopup="dialog"
        title={`${t('palette')} (Ctrl K)`}
        onClick={onPalette}
      />
      <span className="push" />
      <LanguageSwitch />
      <Button
        type="text"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={t('help')}
        title={`${t('help')} (?)`}
        onClick={onHelp}
      />
      <UserMenu />
    </header>
  );
}

/** Whether everything here is made up; said in words, on every page. */
function SandboxMark() {
  const t = useCommonWords();
  const { data } = useQuery({
    queryKey: ['readiness'],
    queryFn: () => unwrap(api.GET('/health/ready')),
    staleTime: Infinity,
  });
  return data?.sandbox === true ? <span className="sandbox-mark">{t('sandbox')}</span> : null;
}

export function LanguageSwitch() {
  const t = useCommonWords();
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      lang={TAGS[other]}
      aria-label={t('language')}
      onClick={() => {
        setLocale(other);
      }}
    >
      {t('languageShort')}
    </Button>
  );
}

function SearchBox() {
  const t = useCommonWords();
  const navigate = useNavigate();
  const may = useMay();
  const box = useRef<InputRef>(null);
  const [sought, setSought] = useState('');
  if (!may('case.read')) return null;
  return (
    <search>
      <SearchInput
        id="search"
        ref={box}
        className="search"
        placeholder={t('search')}
        aria-label={t('search')}
        value={sought}
        maxLength={100}
        onChange={(event) => {
          setSought(event.target.value);
        }}
        onSearch={(text) => {
          if (text.trim() !== '') void navigate(`/queue?tab=all&q=${encodeURIComponent(text.trim())}`);
        }}
      />
    </search>
  );
}

function UserMenu() {
  const t = useCommonWords();
  const { person, name } = useSession();
  const { end } = useSessionChange();
  const navigate = useNavigate();
  const leave = useMutation({ mutationFn: () => unwrap(api.DELETE('/api/v1/session')), onSuccess: end });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'me', label: t('account'), onClick: () => void navigate('/me') },
          {
            key: 'leave',
            label: t('signOut'),
            onClick: () => {
              leave.mutate();
            },
          },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-haspopup="menu">
        <span className="user-name" lang="zh-CN">
          {name ?? person}
        </span>
      </Button>
    </Dropdown>
  );
}
