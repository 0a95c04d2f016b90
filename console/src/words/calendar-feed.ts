/** Words of the subscription to one's own deadlines. */
import { area } from './area.ts';

export const useCalendarFeedWords = area('calendarFeed', {
  title: ['订阅期限日历', 'Subscribe to my deadlines'],
  text: [
    '日历软件可按地址和订阅密码订阅您本人的期限，内容不含任何人的姓名。账号停用、修改密码或不再担任本单位职务时，订阅即失效。',
    'A calendar program can follow your own deadlines by address and password; it is told nobody’s name. The subscription ends when your account is closed, its password changes, or you no longer hold a role in this unit.',
  ],
  make: ['生成订阅密码', 'Make a password'],
  replaces: ['重新生成后，原订阅密码即失效。', 'A new one replaces the one before.'],
  once: ['订阅密码仅显示这一次。', 'The password is shown this once.'],
  address: ['地址', 'Address'],
  user: ['用户名', 'User name'],
  password: ['订阅密码', 'Password'],
  download: ['下载日历文件（.ics）', 'Download as a calendar file (.ics)'],
  revoke: ['作废全部订阅密码', 'Revoke all my passwords'],
  revoked: ['订阅密码已全部作废。', 'All passwords are revoked.'],
});
