/** Colours and sizes. Each colour that carries text was measured against white: 4.5 to 1 or more (WCAG 1.4.3). */
import type { ThemeConfig } from 'antd';

export const COLOURS = {
  primary: '#1d4f91',
  error: '#b3261e',
  amber: '#8a5200',
  green: '#1e6b34',
  grey: '#595959',
  line: '#d9d9d9',
  soft: '#f3f6fa',
} as const;

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.primary,
    colorLink: COLOURS.primary,
    // antd lightens a link that is pointed at; on the soft background that is too faint.
    colorLinkHover: '#163d70',
    colorInfo: COLOURS.primary,
    colorError: COLOURS.error,
    colorWarning: COLOURS.amber,
    colorSuccess: COLOURS.green,
    colorTextDescription: COLOURS.grey,
    colorTextSecondary: COLOURS.grey,
    colorTextTertiary: COLOURS.grey,
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    fontSize: 14,
    borderRadius: 4,
    controlHeightSM: 26,
    fontFamily: "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
};
